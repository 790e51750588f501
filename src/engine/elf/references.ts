/** Relocations and calls of code as references by name. libbpf: bpf_program__record_reloc(), bpf_object__reloc_code() */
import { viewOf } from '../../lib/bytes.ts';
import type { Result } from '../../lib/result.ts';
import { ok } from '../../lib/result.ts';
import { BPF_PSEUDO_CALL, LD_IMM64 } from '../isa/constants.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { Reference } from '../program/spec.ts';
import type { Collected, RawFunction } from './collect.ts';
import { functionAt } from './collect.ts';
import type { ElfFile, ElfSection, ElfSymbol } from './elf-file.ts';
import { parseRelocations, STB_GLOBAL, STB_LOCAL, STB_WEAK, STT_FUNC, STT_SECTION, symbolName } from './elf-file.ts';
import type { Externs } from './externs.ts';
import { isExtern } from './externs.ts';
import type { OpenError } from './open-error.ts';
import { LIBBPF_ERRNO_FORMAT, LIBBPF_ERRNO_RELOC, openError } from './open-error.ts';

/** What relocations may point to. */
export interface Targets {
  readonly elf: ElfFile;
  readonly collected: Collected;
  readonly externs: Externs;
  /** Name of the map that is defined at an offset of `.maps`. */
  readonly mapAt: ReadonlyMap<number, string>;
  /** Name of the map of a data section, by section index. */
  readonly dataMaps: ReadonlyMap<number, string>;
  /** The name under which a function is known in the blueprint. */
  readonly nameOf: (fn: RawFunction) => string;
}

const CALL = 0x85;

/** An instruction that something refers from: `insn` counts slots of its function. */
interface Site {
  readonly fn: RawFunction;
  readonly insn: number;
  readonly opcode: number;
  readonly source: number;
  readonly imm: number;
}

type Found = Result<Reference, OpenError>;

/** The references of all functions, ascending by instruction. */
export function collectReferences(targets: Targets): Result<ReadonlyMap<RawFunction, readonly Reference[]>, OpenError> {
  const byFunction = new Map<RawFunction, Reference[]>(targets.collected.functions.map((fn) => [fn, []]));
  for (const section of targets.collected.relocations) {
    if (section.info === targets.collected.maps) continue;
    const problem = collectFromSection(targets, section, byFunction);
    if (problem !== undefined) return openError(problem.errno, problem.message);
  }
  for (const [fn, references] of byFunction) {
    addLocalCalls(targets, fn, references);
    references.sort((a, b) => a.insn - b.insn);
  }
  return ok(byFunction);
}

function collectFromSection(
  targets: Targets,
  section: ElfSection,
  into: Map<RawFunction, Reference[]>,
): OpenError | undefined {
  const { elf, collected } = targets;
  const code = elf.sections[section.info];
  for (const [i, relocation] of parseRelocations(section).entries()) {
    const symbol = elf.symbols[relocation.symbol];
    const where = `sec '${section.name}': `;
    if (symbol === undefined)
      return { errno: LIBBPF_ERRNO_FORMAT, message: `${where}symbol #${relocation.symbol} not found for relo #${i}` };
    if (symbol.section >= elf.sections.length)
      return {
        errno: LIBBPF_ERRNO_FORMAT,
        message: `${where}corrupted symbol #${symbol.index} pointing to invalid section #${symbol.section} for relo #${i}`,
      };
    if (relocation.offset % INSN_SIZE !== 0 || relocation.offset >= code.size)
      return {
        errno: LIBBPF_ERRNO_FORMAT,
        message: `${where}invalid offset 0x${relocation.offset.toString(16)} for relo #${i}`,
      };
    const insn = relocation.offset / INSN_SIZE;
    const fn = functionAt(collected.functions, section.info, insn);
    // A weak function that another definition replaced leaves relocations behind.
    if (fn === undefined) continue;
    const reference = referenceTo(targets, siteAt(fn, insn - fn.start), symbol);
    if (!reference.ok) return reference.error;
    if (reference.value !== undefined) into.get(fn)?.push(reference.value);
  }
  return undefined;
}

function siteAt(fn: RawFunction, insn: number): Site {
  const view = viewOf(fn.section.data);
  const at = (fn.start + insn) * INSN_SIZE;
  return { fn, insn, opcode: view.getUint8(at), source: view.getUint8(at + 1) >> 4, imm: view.getInt32(at + 4, true) };
}

const failAt = (site: Site, text: string): Result<never, OpenError> =>
  openError(LIBBPF_ERRNO_RELOC, `prog '${site.fn.name}': ${text}`);

/** Undefined: a call or address that no function answers, which only matters once the program is loaded. */
function referenceTo(targets: Targets, site: Site, symbol: ElfSymbol): Result<Reference | undefined, OpenError> {
  const { elf, collected } = targets;
  const name =
    symbol.type === STT_SECTION && symbol.name === '' ? elf.sections[symbol.section].name : symbolName(symbol);
  const code = `0x${site.opcode.toString(16)}`;
  if (site.opcode !== CALL && site.opcode !== LD_IMM64)
    return failAt(site, `invalid relo against '${name}' for insns[${site.insn}].code ${code}`);
  if (isExtern(symbol)) return referenceToExtern(targets, site, symbol);
  if (site.opcode === CALL) return referenceToCallee(targets, site, symbol, name);
  if (symbol.section === 0)
    return failAt(
      site,
      `invalid relo against '${name}' in special section 0x${symbol.section.toString(16)}; forgot to initialize global var?..`,
    );
  if (isSubprogram(symbol, collected.text)) return referenceToFunction(targets, site, symbol, name);
  return referenceToMap(targets, site, symbol, name);
}

/** libbpf: sym_is_subprog() */
function isSubprogram({ section, bind, type }: ElfSymbol, text: number): boolean {
  if (section !== text) return false;
  if (bind === STB_LOCAL && type === STT_SECTION) return true;
  return (bind === STB_GLOBAL || bind === STB_WEAK) && type === STT_FUNC;
}

function referenceToExtern({ externs }: Targets, site: Site, symbol: ElfSymbol): Found {
  const { insn } = site;
  const ksym = externs.ksyms.find((candidate) => candidate.symbol === symbol.index);
  if (ksym !== undefined)
    return ok({ insn, kind: 'ksym', target: ksym.name, weak: ksym.weak, isFunc: site.opcode === CALL });
  const value = externs.kconfig.find((candidate) => candidate.symbol === symbol.index);
  if (value !== undefined) return ok({ insn, kind: 'kconfig', target: value.name, offset: value.offset });
  return failAt(site, `extern relo failed to find extern for '${symbolName(symbol)}' (${symbol.index})`);
}

function referenceToCallee(
  targets: Targets,
  site: Site,
  symbol: ElfSymbol,
  name: string,
): Result<Reference | undefined, OpenError> {
  const { elf, collected } = targets;
  if (site.source !== BPF_PSEUDO_CALL) return failAt(site, 'incorrect bpf_call opcode');
  if (symbol.section === 0 || symbol.section !== collected.text)
    return failAt(site, `bad call relo against '${name}' in section '${elf.sections[symbol.section]?.name ?? ''}'`);
  if (symbol.value % INSN_SIZE !== 0) return failAt(site, `bad call relo against '${name}' at offset ${symbol.value}`);
  return ok(functionReference(targets, site, 'call', symbol.value / INSN_SIZE + site.imm + 1));
}

function referenceToFunction(
  targets: Targets,
  site: Site,
  symbol: ElfSymbol,
  name: string,
): Result<Reference | undefined, OpenError> {
  if (symbol.value % INSN_SIZE !== 0 || site.imm % INSN_SIZE !== 0)
    return failAt(site, `bad subprog addr relo against '${name}' at offset ${symbol.value}+${site.imm}`);
  return ok(functionReference(targets, site, 'func', (symbol.value + site.imm) / INSN_SIZE));
}

/** Functions are subprograms of `.text` only; a place inside of one counts as its beginning. */
function functionReference(
  targets: Targets,
  { insn }: Site,
  kind: 'call' | 'func',
  place: number,
): Reference | undefined {
  const { functions, text } = targets.collected;
  const callee = text === 0 ? undefined : functionAt(functions, text, place);
  return callee === undefined ? undefined : { insn, kind, target: targets.nameOf(callee) };
}

function referenceToMap(targets: Targets, site: Site, symbol: ElfSymbol, name: string): Found {
  const { elf, collected, mapAt, dataMaps } = targets;
  const { insn } = site;
  const dataMapName = dataMaps.get(symbol.section);
  if (dataMapName !== undefined)
    return ok({ insn, kind: 'map_value', target: dataMapName, offset: (site.imm + symbol.value) | 0 });
  const section = elf.sections[symbol.section]?.name ?? '';
  if (collected.maps === 0 || symbol.section !== collected.maps)
    return failAt(site, `bad map relo against '${name}' in section '${section}'`);
  const target = mapAt.get(symbol.value);
  if (target === undefined)
    return failAt(site, `map relo failed to find map for section '${section}', off ${symbol.value}`);
  return ok({ insn, kind: 'map', target });
}

/** Calls of static functions of the same section have no relocation: their immediate is the distance. */
function addLocalCalls(targets: Targets, fn: RawFunction, references: Reference[]): void {
  const known = new Set(references.map(({ insn }) => insn));
  for (let insn = 0; insn < fn.count; insn++) {
    const site = siteAt(fn, insn);
    if (site.opcode === LD_IMM64) insn++;
    if (site.opcode !== CALL || site.source !== BPF_PSEUDO_CALL || known.has(site.insn)) continue;
    const reference = functionReference(targets, site, 'call', fn.start + site.insn + site.imm + 1);
    if (reference !== undefined) references.push(reference);
  }
}
