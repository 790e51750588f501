/** Settles the fixups of a finished text: numbers where the distance is known, relocations where it is not. */
import { HELPER_COUNT, helperName } from '../abi/helpers.ts';
import { SHF_ALLOC, SHF_EXECINSTR, SHF_WRITE } from '../elf/elf-file.ts';
import type { Value } from './expression.ts';
import type { Fixup, ObjectBuilder, SectionBuilder, SymbolEntry } from './object.ts';
import { isDefined, R_BPF_64_32, R_BPF_64_64, R_BPF_64_ABS32, R_BPF_64_ABS64, R_BPF_64_NODYLD32 } from './object.ts';
import type { Problems } from './problems.ts';
import { nearest } from './problems.ts';

/** Where a symbol and an addend lead. */
interface Target {
  readonly symbol: SymbolEntry;
  readonly addend: number;
}

/** What names a relocation: local symbols are named by their section and an offset, as LLVM does. */
interface Anchor {
  readonly target: SymbolEntry | SectionBuilder;
  readonly addend: number;
}

export function settleFixups(object: ObjectBuilder, problems: Problems): void {
  for (const fixup of object.fixups) {
    if (problems.isFull) return;
    settle(object, fixup, problems);
  }
}

function settle(object: ObjectBuilder, fixup: Fixup, problems: Problems): void {
  const number = numberOfValue(object, fixup.value);
  if (fixup.kind === 'data' && number !== undefined) {
    writeData(fixup, number);
    return;
  }
  const target = targetOf(object, fixup, problems);
  if (target === undefined) return;
  switch (fixup.kind) {
    case 'jump16':
    case 'jump32':
      settleJump(fixup, target, problems);
      return;
    case 'call':
      settleCall(object, fixup, target);
      return;
    case 'imm64':
      settleAddress(object, fixup, target);
      return;
    default:
      settleData(object, fixup, target, problems);
  }
}

/** The value as a number: without symbols, with constants only, or as the distance of two places of one section. */
export function numberOfValue(object: ObjectBuilder, value: Value): bigint | undefined {
  const plus = partOf(object, value.symbol);
  const minus = partOf(object, value.minus);
  if (plus === undefined || minus === undefined || plus.section !== minus.section) return undefined;
  return value.addend + plus.offset - minus.offset;
}

interface Part {
  readonly section: SectionBuilder | undefined;
  readonly offset: bigint;
}

function partOf(object: ObjectBuilder, name: string | undefined): Part | undefined {
  if (name === undefined) return { section: undefined, offset: 0n };
  const symbol = object.symbols.get(name);
  if (symbol === undefined || !isDefined(symbol)) return undefined;
  return { section: symbol.section, offset: symbol.constant ?? BigInt(symbol.offset) };
}

/** The one symbol that a relocation can name. */
function targetOf(object: ObjectBuilder, fixup: Fixup, problems: Problems): Target | undefined {
  const { symbol: name, minus, addend } = fixup.value;
  if (name === undefined || minus !== undefined) {
    problems.error(fixup.place, `the distance from \`${minus}\` is no constant: both names must be in one section`);
    return undefined;
  }
  const symbol = object.symbols.get(name);
  if (symbol !== undefined && (isDefined(symbol) || symbol.isExtern)) return { symbol, addend: Number(addend) };
  const similar = helperLike(name, fixup) ?? nearest(name, knownNames(object, fixup));
  const hint = similar === undefined ? [] : [`did you mean \`${similar}\`?`];
  problems.error(fixup.place, `\`${name}\` is not defined`, hint);
  return undefined;
}

/** A helper whose name lacks its `bpf_`, or its end. */
function helperLike(name: string, { kind }: Fixup): string | undefined {
  if (kind !== 'call') return undefined;
  const names = Array.from({ length: HELPER_COUNT }, (_, i) => helperName(i + 1));
  return names.find((known) => known === `bpf_${name}`) ?? names.find((known) => known.startsWith(`${name}_`));
}

function* knownNames(object: ObjectBuilder, { kind }: Fixup): Iterable<string> {
  if (kind === 'call') for (let id = 1; id <= HELPER_COUNT; id++) yield helperName(id);
  for (const symbol of object.symbols.values())
    if (isDefined(symbol) && !symbol.name.startsWith('.L')) yield symbol.name;
}

/** Jumps stay in their section; `off` or `imm` counts slots from the next instruction. */
function settleJump(fixup: Fixup, { symbol, addend }: Target, problems: Problems): void {
  const { section, offset, kind, place } = fixup;
  if (symbol.section !== section) {
    const where = symbol.section === undefined ? 'in no section' : `in section ${symbol.section.name}`;
    problems.error(place, `cannot jump to \`${symbol.name}\`, which is ${where} and not in ${section.name}`);
    return;
  }
  const distance = (symbol.offset + addend - offset) / 8 - 1;
  if (!Number.isInteger(distance)) {
    problems.error(place, `\`${symbol.name}\` is not at the beginning of an instruction`);
    return;
  }
  if (kind === 'jump32') section.data.view.setInt32(offset + 4, distance, true);
  else if (distance < -0x8000 || distance > 0x7fff)
    problems.error(place, `\`${symbol.name}\` is ${distance} instructions away, more than 16 bits can say`, [
      'gotol jumps any distance',
    ]);
  else section.data.view.setInt16(offset + 2, distance, true);
}

function anchorOf({ symbol, addend }: Target): Anchor {
  if (symbol.binding !== 'local' || symbol.section === undefined) return { target: symbol, addend };
  return { target: symbol.section, addend: addend + symbol.offset };
}

/** A call of a local function of the same section is a distance; any other a relocation, with the place in slots in `imm`. */
function settleCall(object: ObjectBuilder, { section, offset }: Fixup, target: Target): void {
  const { view } = section.data;
  if (target.symbol.binding === 'local' && target.symbol.section === section) {
    view.setInt32(offset + 4, (target.symbol.offset + target.addend - offset) / 8 - 1, true);
    return;
  }
  const anchor = anchorOf(target);
  view.setInt32(offset + 4, Math.floor(anchor.addend / 8) - 1, true);
  object.relocations.push({ section, offset, type: R_BPF_64_32, target: anchor.target });
}

/** The address of something: the offset behind the anchor stands in the first `imm`. */
function settleAddress(object: ObjectBuilder, { section, offset }: Fixup, target: Target): void {
  const { view } = section.data;
  const constant = target.symbol.constant;
  if (constant !== undefined) {
    const value = constant + BigInt(target.addend);
    view.setInt32(offset + 4, Number(BigInt.asIntN(32, value)), true);
    view.setInt32(offset + 12, Number(BigInt.asIntN(32, value >> 32n)), true);
    return;
  }
  const anchor = anchorOf(target);
  view.setInt32(offset + 4, anchor.addend, true);
  object.relocations.push({ section, offset, type: R_BPF_64_64, target: anchor.target });
}

function settleData(object: ObjectBuilder, fixup: Fixup, target: Target, problems: Problems): void {
  const { section, offset, size, place } = fixup;
  if (size < 4) {
    problems.error(place, `\`${target.symbol.name}\` is an address: it needs .long or .quad`);
    return;
  }
  const anchor = anchorOf(target);
  writeData(fixup, BigInt(anchor.addend));
  const type = size === 8 ? R_BPF_64_ABS64 : narrowType(target.symbol);
  object.relocations.push({ section, offset, type, target: anchor.target });
}

/** What `.BTF` and `.BTF.ext` say about places in code and variables is not for a dynamic linker: LLVM's rule. */
function narrowType({ name, section }: SymbolEntry): number {
  const needed = name.startsWith('.L') ? SHF_ALLOC | SHF_EXECINSTR : SHF_ALLOC | SHF_WRITE;
  return section !== undefined && (section.flags & needed) === needed ? R_BPF_64_NODYLD32 : R_BPF_64_ABS32;
}

/** Little endian; what does not fit was refused when it was read. */
function writeData({ section, offset, size }: Fixup, value: bigint): void {
  const { bytes } = section.data;
  for (let i = 0; i < size; i++) bytes[offset + i] = Number(BigInt.asUintN(8, value >> BigInt(8 * i)));
}
