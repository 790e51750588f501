/**
 * Kernel functions, kernel variables and configuration values that an object declares `extern`.
 * libbpf: bpf_object__collect_externs()
 */
import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { EINVAL, ENOENT, ESRCH } from '../abi/errno.ts';
import type { Btf } from '../btf/btf.ts';
import type { BtfEditor } from '../btf/edit.ts';
import type { BtfDatasec, BtfFunc, BtfVar } from '../btf/types.ts';
import {
  BTF_FUNC_EXTERN,
  BTF_FUNC_GLOBAL,
  BTF_INT_BOOL,
  BTF_INT_SIGNED,
  BTF_VAR_GLOBAL_ALLOCATED,
  BTF_VAR_GLOBAL_EXTERN,
} from '../btf/types.ts';
import type { KconfigExtern } from '../program/spec.ts';
import type { ElfFile, ElfSymbol } from './elf-file.ts';
import { SHN_UNDEF, STB_GLOBAL, STB_WEAK, STT_NOTYPE } from './elf-file.ts';
import type { OpenError } from './open-error.ts';
import { ENOTSUP, openError } from './open-error.ts';

/** A symbol from `.ksyms`. */
export interface KsymExtern {
  readonly name: string;
  readonly symbol: number;
  readonly weak: boolean;
  readonly isFunc: boolean;
  readonly isUntyped?: true;
}

export interface Externs {
  readonly ksyms: readonly KsymExtern[];
  readonly kconfig: readonly (KconfigExtern & { readonly symbol: number })[];
}

/** An undefined symbol with its declaration. */
interface Declared {
  readonly symbol: ElfSymbol;
  readonly type: BtfVar | BtfFunc;
  readonly section: BtfDatasec;
}

/** The externs of an object; also rewrites their declarations in `edit` so that the kernel accepts the BTF. */
export function collectExterns(
  elf: ElfFile,
  btf: Btf | undefined,
  edit: BtfEditor | undefined,
): Result<Externs, OpenError> {
  const declared: Declared[] = [];
  for (const symbol of elf.symbols) {
    if (!isExtern(symbol) || symbol.name === undefined || symbol.name === '') continue;
    const found = findDeclaration(btf, symbol, symbol.name);
    if (!found.ok) return found;
    declared.push(found.value);
  }
  if (btf === undefined || edit === undefined || declared.length === 0) return ok({ ksyms: [], kconfig: [] });
  const kconfig = layOutKconfig(
    btf,
    declared.filter(({ section }) => section.name === '.kconfig'),
  );
  if (!kconfig.ok) return kconfig;
  const ksyms = declared.filter(({ section }) => section.name === '.ksyms');
  const fixed = fixKsyms(btf, edit, ksyms) ?? fixKconfig(btf, edit, kconfig.value, declared);
  if (fixed !== undefined) return openError(fixed.errno, fixed.message);
  return ok({ ksyms: ksyms.map((each) => ksymOf(btf, each)).sort(byName), kconfig: kconfig.value });
}

/** libbpf: sym_is_extern() */
export const isExtern = ({ section, bind, type }: ElfSymbol): boolean =>
  section === SHN_UNDEF && (bind === STB_GLOBAL || bind === STB_WEAK) && type === STT_NOTYPE;

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

const ksymOf = (btf: Btf, { symbol, type }: Declared): KsymExtern => ({
  name: type.name,
  symbol: symbol.index,
  weak: symbol.bind === STB_WEAK,
  isFunc: type.kind === 'func',
  ...(type.kind === 'var' && btf.skipModifiers(type.type)?.kind === 'void' && { isUntyped: true }),
});

/** libbpf: find_extern_btf_id(), find_extern_sec_btf_id() */
function findDeclaration(btf: Btf | undefined, symbol: ElfSymbol, name: string): Result<Declared, OpenError> {
  const notFound = (errno: number): Result<never, OpenError> =>
    openError(errno, `failed to find BTF for extern '${name}': ${-errno}`);
  if (btf === undefined) return notFound(ESRCH);
  const type = declarationOf(btf, name);
  if (type === undefined) return notFound(ENOENT);
  if (type.kind === 'var' && type.linkage !== BTF_VAR_GLOBAL_EXTERN) return notFound(EINVAL);
  if (type.kind === 'func' && type.linkage !== BTF_FUNC_EXTERN) return notFound(EINVAL);
  const section = sectionOf(btf, type.id);
  if (section === undefined)
    return openError(ENOENT, `failed to find BTF for extern '${name}' [${type.id}] section: ${-ENOENT}`);
  if (section.name === '.kconfig' && type.kind === 'func')
    return openError(ENOTSUP, `extern function ${name} is unsupported under .kconfig section`);
  if (section.name !== '.kconfig' && section.name !== '.ksyms')
    return openError(ENOTSUP, `unrecognized extern section '${section.name}'`);
  return ok({ symbol, type, section });
}

function declarationOf(btf: Btf, name: string): BtfVar | BtfFunc | undefined {
  const candidates = [btf.find(name, 'var'), btf.find(name, 'func')].filter((id) => id !== undefined);
  const type = candidates.length === 0 ? undefined : btf.type(Math.min(...candidates));
  return type?.kind === 'var' || type?.kind === 'func' ? type : undefined;
}

function sectionOf(btf: Btf, id: number): BtfDatasec | undefined {
  for (let candidate = 1; candidate < btf.typeCount; candidate++) {
    const type = btf.type(candidate);
    if (type?.kind === 'datasec' && type.vars.some((row) => row.type === id)) return type;
  }
  return undefined;
}

type Problem = OpenError | undefined;

const problem = (errno: number, message: string): Problem => ({ errno, message });

/** Word of a datasec's row: 3 words of `struct btf_type`, then type, offset, size each. */
const rowWord = (row: number, column: 0 | 1 | 2): number => 3 + 3 * row + column;

/**
 * The kernel knows no extern variables: each becomes a variable of 4 bytes, each function a global one, for which a
 * dummy variable stands in the section.
 */
function fixKsyms(btf: Btf, edit: BtfEditor, ksyms: readonly Declared[]): Problem {
  const section = ksyms[0]?.section;
  if (section === undefined) return undefined;
  const int = findInt32(btf);
  const hasFunc = section.vars.some((row) => btf.kind(row.type) === 'func');
  const dummy = hasFunc ? edit.addVariable('dummy_ksym', int, BTF_VAR_GLOBAL_ALLOCATED) : 0;
  for (const [row, { type: id }] of section.vars.entries()) {
    const type = btf.type(id);
    if (!ksyms.some((ksym) => ksym.type.name === type?.name))
      return problem(ESRCH, `failed to find extern definition for BTF ${type?.kind} '${type?.name}'`);
    if (type?.kind === 'func') {
      nameParameters(btf, edit, type);
      edit.setWord(section.id, rowWord(row, 0), dummy);
      edit.setWord(id, 1, ((edit.word(id, 1) & ~0xffff) | BTF_FUNC_GLOBAL) >>> 0);
    } else {
      edit.setWord(id, 3, BTF_VAR_GLOBAL_ALLOCATED);
      edit.setWord(id, 2, int);
    }
    edit.setWord(section.id, rowWord(row, 1), 4 * row);
    edit.setWord(section.id, rowWord(row, 2), 4);
  }
  edit.setWord(section.id, 2, 4 * section.vars.length);
  return undefined;
}

/** The kernel wants names for the parameters of global functions. */
function nameParameters(btf: Btf, edit: BtfEditor, func: BtfFunc): void {
  const proto = btf.type(func.type);
  if (proto?.kind !== 'func_proto') return;
  proto.params.forEach((param, i) => {
    if (param.type !== 0 && param.name === '') edit.setWord(proto.id, 3 + 2 * i, edit.string('dummy_ksym'));
  });
}

function findInt32(btf: Btf): number {
  for (let id = 1; id < btf.typeCount; id++) {
    const type = btf.type(id);
    if (type?.kind === 'int' && type.bits === 32) return id;
  }
  return 0;
}

type Placed = KconfigExtern & { readonly symbol: number };

/** Variables by falling alignment, rising size, name: their places in the map. libbpf: cmp_externs() */
function layOutKconfig(btf: Btf, declared: readonly Declared[]): Result<readonly Placed[], OpenError> {
  const sized: (Omit<Placed, 'offset'> & { readonly align: number })[] = [];
  for (const { symbol, type } of declared) {
    const size = btf.sizeOf(type.type) ?? 0;
    const kind = kconfigKind(btf, type.type);
    if (size === 0) return openError(EINVAL, `failed to resolve size of extern (kcfg) '${type.name}': ${-EINVAL}`);
    if (kind === undefined) return openError(ENOTSUP, `extern (kcfg) '${type.name}': type is unsupported`);
    const weak = symbol.bind === STB_WEAK;
    const isSigned = isSignedInt(btf, type.type);
    sized.push({
      name: type.name,
      symbol: symbol.index,
      size,
      align: kind === 'char_array' ? 1 : size,
      kind,
      isSigned,
      weak,
    });
  }
  sized.sort((a, b) => b.align - a.align || a.size - b.size || byName(a, b));
  let end = 0;
  return ok(
    sized.map(({ align, ...extern }) => {
      const offset = Math.ceil(end / align) * align;
      end = offset + extern.size;
      return { ...extern, offset };
    }),
  );
}

/** libbpf: find_kcfg_type() */
function kconfigKind(btf: Btf, id: number): KconfigExtern['kind'] | undefined {
  const type = btf.skipModifiers(id);
  switch (type?.kind) {
    case 'int':
      if ((type.encoding & BTF_INT_BOOL) !== 0) return type.size === 1 ? 'bool' : undefined;
      if (type.size === 1) return 'char';
      return [2, 4, 8].includes(type.size) ? 'int' : undefined;
    case 'enum':
    case 'enum64':
      return type.name === 'libbpf_tristate' && type.size === 4 ? 'tristate' : undefined;
    case 'array':
      return type.length > 0 && kconfigKind(btf, type.type) === 'char' ? 'char_array' : undefined;
    default:
      return undefined;
  }
}

function isSignedInt(btf: Btf, id: number): boolean {
  const type = btf.skipModifiers(id);
  return type?.kind === 'int' && (type.encoding & BTF_INT_SIGNED) !== 0;
}

function fixKconfig(btf: Btf, edit: BtfEditor, placed: readonly Placed[], declared: readonly Declared[]): Problem {
  const section = declared.find((extern) => extern.section.name === '.kconfig')?.section;
  if (section === undefined) return undefined;
  for (const [row, { type: id }] of section.vars.entries()) {
    const extern = placed.find(({ name }) => name === btf.name(id));
    if (extern === undefined) return problem(ESRCH, `failed to find extern definition for BTF var '${btf.name(id)}'`);
    edit.setWord(id, 3, BTF_VAR_GLOBAL_ALLOCATED);
    edit.setWord(section.id, rowWord(row, 1), extern.offset);
  }
  edit.setWord(section.id, 2, kconfigSize(placed));
  return undefined;
}

/** Bytes of the `.kconfig` map. */
export const kconfigSize = (placed: readonly { readonly offset: number; readonly size: number }[]): number =>
  Math.max(0, ...placed.map(({ offset, size }) => offset + size));
