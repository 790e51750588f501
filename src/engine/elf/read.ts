/**
 * Object files → blueprint, as libbpf 1.1 opens them.
 *
 * A file that is no sound ELF object is an error with the byte where it breaks. A sound file that libbpf would not open
 * is a blueprint without maps and programs that says why (`openErrors`, `openErrno`).
 */
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { EINVAL, ENOENT, ENOMEM } from '../abi/errno.ts';
import { sectionRule } from '../abi/sections.ts';
import { Btf } from '../btf/btf.ts';
import { BtfEditor } from '../btf/edit.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { Diagnostic } from '../program/diagnostic.ts';
import { dataMapName } from '../program/object-names.ts';
import type { CollectionSpec, FunctionSpec, MapSpec, ProgramSpec, Reference } from '../program/spec.ts';
import type { BtfExt, ExtRecord, ExtRecords } from './btf-ext.ts';
import { parseBtfExt, recordsBetween } from './btf-ext.ts';
import type { Collected, RawFunction } from './collect.ts';
import { collectSections } from './collect.ts';
import { dataMap, kconfigMap } from './data-maps.ts';
import type { ElfFile } from './elf-file.ts';
import { parseElf, STB_LOCAL, STB_WEAK } from './elf-file.ts';
import type { Externs } from './externs.ts';
import { collectExterns, kconfigSize } from './externs.ts';
import { fixDataSections, hideFunctions } from './fix-btf.ts';
import type { DefinedMap } from './map-defs.ts';
import { parseMapDefs } from './map-defs.ts';
import type { OpenError } from './open-error.ts';
import { openError } from './open-error.ts';
import { collectReferences } from './references.ts';
import { collectSlots } from './slots.ts';

/** Reads an object. `name` is the file's name; folder and `.o` are dropped. */
export function readObject(bytes: Uint8Array, name: string): Result<CollectionSpec, readonly Diagnostic[]> {
  // A Buffer's slice() shares memory; a plain view's copies.
  const elf = parseElf(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!elf.ok) return err([{ ...elf.error, where: name }]);
  const objectName = objectNameOf(name);
  const spec = openObject(elf.value, objectName);
  if (spec.ok) return spec;
  const { errno, message } = spec.error;
  return ok({
    name: objectName,
    license: '',
    maps: [],
    programs: [],
    functions: [],
    openErrors: [message],
    openErrno: errno,
  });
}

/** The first 15 characters of the file's name, up to its first dot. libbpf: bpf_object__new() */
const objectNameOf = (name: string): string => (name.split('/').pop() ?? '').slice(0, 15).split('.')[0];

/** Types of an object after libbpf's completions, and what refers to them. */
interface Types {
  readonly btf: Btf | undefined;
  readonly ext: BtfExt | undefined;
  readonly externs: Externs;
}

function openObject(elf: ElfFile, name: string): Result<CollectionSpec, OpenError> {
  const collected = collectSections(elf);
  if (!collected.ok) return collected;
  const types = openTypes(elf, collected.value);
  if (!types.ok) return types;
  const maps = openMaps(elf, collected.value, types.value, name);
  if (!maps.ok) return maps;
  return assemble(elf, collected.value, types.value, maps.value, name);
}

function openTypes(elf: ElfFile, collected: Collected): Result<Types, OpenError> {
  const { btf: section, btfExt } = collected;
  const parsed = section === undefined ? undefined : Btf.parse(section.data);
  const compiled = parsed?.ok ? parsed.value : undefined;
  const ext = compiled === undefined || btfExt === undefined ? undefined : parseBtfExt(btfExt.data, compiled);
  const missing = section === undefined ? ENOENT : EINVAL;
  const errno = compiled === undefined ? missing : ext?.ok === false ? ext.error : 0;
  if (errno !== 0 && collected.maps !== 0) return openError(errno, 'BTF is required, but is missing or corrupted.');
  const edit = compiled === undefined ? undefined : new BtfEditor(compiled);
  const externs = collectExterns(elf, compiled, edit);
  if (!externs.ok) return externs;
  if (compiled === undefined || edit === undefined)
    return ok({ btf: undefined, ext: undefined, externs: externs.value });
  const fixed = fixDataSections(elf, compiled, edit);
  if (!fixed.ok) return fixed;
  hideFunctions(compiled, edit, collected.functions, collected.text);
  const btf = Btf.parse(edit.bytes());
  if (!btf.ok) return openError(EINVAL, `Error finalizing .BTF: ${btf.error.message}`);
  return ok({ btf: btf.value, ext: ext?.ok ? ext.value : undefined, externs: externs.value });
}

/** Bytes of a data section that we make room for; what libbpf can map depends on its machine. */
const MAX_DATA_SECTION = 1 << 29;

interface Maps {
  readonly defined: readonly DefinedMap[];
  /** Maps of data sections by section index, in order. */
  readonly data: ReadonlyMap<number, MapSpec>;
  readonly kconfig: MapSpec | undefined;
}

function openMaps(elf: ElfFile, collected: Collected, { btf, externs }: Types, name: string): Result<Maps, OpenError> {
  let defined: readonly DefinedMap[] = [];
  if (collected.maps !== 0 && btf !== undefined) {
    const parsed = parseMapDefs(btf, elf.sections[collected.maps].size);
    if (!parsed.ok) return parsed;
    defined = parsed.value;
  }
  const huge = [...collected.data.keys()].find((index) => elf.sections[index].size > MAX_DATA_SECTION);
  if (huge !== undefined) {
    const section = dataMapName(name, elf.sections[huge].name);
    return openError(ENOMEM, `failed to alloc map '${section}' content buffer: ${-ENOMEM}`);
  }
  const data = new Map(
    [...collected.data].map(([index, kind]) => [index, dataMap(name, elf.sections[index], kind, btf)]),
  );
  const size = kconfigSize(externs.kconfig);
  return ok({ defined, data, kconfig: size > 0 ? kconfigMap(name, size, btf) : undefined });
}

function assemble(
  elf: ElfFile,
  collected: Collected,
  types: Types,
  maps: Maps,
  name: string,
): Result<CollectionSpec, OpenError> {
  const nameOf = uniqueNames(collected.functions);
  const references = collectReferences({
    elf,
    collected,
    externs: types.externs,
    mapAt: new Map(maps.defined.map(({ offset, spec }) => [offset, spec.name])),
    dataMaps: new Map([...maps.data].map(([index, { name: map }]) => [index, map])),
    nameOf,
  });
  if (!references.ok) return references;
  const defined = collectSlots(elf, collected, maps.defined);
  if (!defined.ok) return defined;
  const made = collected.functions.map((fn) => ({
    fn,
    spec: functionSpec(fn, nameOf(fn), references.value.get(fn) ?? [], types.ext),
  }));
  return ok({
    name,
    license: collected.license,
    maps: [...defined.value, ...maps.data.values(), ...(maps.kconfig === undefined ? [] : [maps.kconfig])],
    programs: made.filter(({ fn }) => fn.section.index !== collected.text).map(({ spec }) => programSpec(spec)),
    functions: made.filter(({ fn }) => fn.section.index === collected.text).map(({ spec }) => spec),
    ...(types.btf !== undefined && { btf: types.btf.bytes }),
    ...(types.externs.ksyms.length > 0 && { ksyms: types.externs.ksyms.map(({ symbol: _, ...ksym }) => ksym) }),
    ...(types.externs.kconfig.length > 0 && {
      kconfig: types.externs.kconfig.map(({ symbol: _, ...extern }) => extern),
    }),
  });
}

/** Static functions of linked files may share a name: later ones get a number, since references go by name. */
function uniqueNames(functions: readonly RawFunction[]): (fn: RawFunction) => string {
  const names = new Map<RawFunction, string>();
  const taken = new Set<string>();
  for (const fn of functions) {
    let name = fn.name;
    for (let copy = 1; taken.has(name); copy++) name = `${fn.name}.${copy}`;
    taken.add(name);
    names.set(fn, name);
  }
  return (fn) => names.get(fn) ?? fn.name;
}

function functionSpec(
  fn: RawFunction,
  name: string,
  references: readonly Reference[],
  ext: BtfExt | undefined,
): FunctionSpec {
  const start = fn.start * INSN_SIZE;
  const end = start + fn.count * INSN_SIZE;
  const section = fn.section.name;
  /** The function's records with their instructions. */
  const recordsOf = (records: ExtRecords | undefined): readonly (ExtRecord & { readonly insn: number })[] =>
    (records === undefined ? [] : recordsBetween(records, section, start, end)).map((record) => ({
      ...record,
      insn: Math.floor(record.offset / INSN_SIZE) - fn.start,
    }));
  return {
    name,
    section,
    linkage: linkageOf(fn),
    insns: fn.section.data.slice(start, end),
    references,
    btfFuncId: recordsOf(ext?.funcInfo)[0]?.words[0] ?? 0,
    lines: recordsOf(ext?.lineInfo).map(({ insn, words: [fileNameOff, lineOff, lineCol] }) => ({
      insn,
      fileNameOff,
      lineOff,
      lineCol,
    })),
    coreRelos: recordsOf(ext?.coreRelos).map(({ insn, words: [typeId, accessStrOff, kind], number }) => ({
      insn,
      typeId,
      accessStrOff,
      kind,
      number,
    })),
  };
}

function linkageOf({ bind, isHidden }: RawFunction): FunctionSpec['linkage'] {
  if (bind === STB_LOCAL || isHidden) return 'static';
  return bind === STB_WEAK ? 'weak' : 'global';
}

/** A function outside of `.text` is a program; its section says the rest. libbpf: bpf_object_init_progs() */
function programSpec(fn: FunctionSpec): ProgramSpec {
  const autoload = !fn.section.startsWith('?');
  const section = autoload ? fn.section : fn.section.slice(1);
  const rule = sectionRule(section);
  if (rule === undefined) {
    const loadError = `prog '${fn.name}': missing BPF prog type, check ELF section name '${section}'`;
    return { ...fn, section, type: 0, expectedAttachType: 0, flags: 0, autoload, loadError };
  }
  const { type, expectedAttachType, flags } = rule;
  const slash = section.indexOf('/');
  const attachTo = slash < 0 ? {} : { attachTo: section.slice(slash + 1) };
  return { ...fn, section, type, expectedAttachType, flags, autoload, ...attachTo };
}
