/** Programs made from programs that showed something: damaged, put together of two, or loaded otherwise. */
import * as bpf from '../engine/isa/constants.ts';
import type { Random } from '../lib/random.ts';
import { mayLoop } from './danger.ts';
import { RIGHTS } from './generate.ts';
import type { Item } from './item.ts';
import { mutate } from './mutate.ts';
import type { FunctionRecord, FuzzProgram, LineRecord } from './program.ts';
import { withoutPart } from './shrink.ts';

type Variation = (program: FuzzProgram, other: FuzzProgram, random: Random) => FuzzProgram;

/** A program like `program`, perhaps with a part of `other`. Nothing is known of its loops and its result. */
export function vary(program: FuzzProgram, other: FuzzProgram, random: Random): FuzzProgram {
  let varied = program;
  for (let count = 1 + random.below(2); count > 0; count--) varied = random.pick(VARIATIONS)(varied, other, random);
  return { ...varied, isRepeatable: false, hasOpenLoop: mayLoop(varied.items) };
}

const damaged: Variation = (program, _, random) => {
  const items = mutate(program.items, random);
  return { ...program, items, ...recordsWithin(program, items.length) };
};

const recordsWithin = (
  { starts, lines }: FuzzProgram,
  end: number,
): { readonly starts: readonly FunctionRecord[]; readonly lines: readonly LineRecord[] } => ({
  starts: starts.filter(({ item }) => item < end),
  lines: lines.filter(({ item }) => item < end),
});

const shortened: Variation = (program, _, random) => {
  const start = random.below(program.items.length);
  return withoutPart(program, start, start + 1 + random.below(3)) ?? program;
};

const refersToMap = ({ opcode, src }: Item): boolean =>
  opcode === bpf.LD_IMM64 && (src === bpf.BPF_PSEUDO_MAP_IDX || src === bpf.BPF_PSEUDO_MAP_IDX_VALUE);

/** Another program's maps keep their types only in a program that has the same. */
const canTakeFrom = (program: FuzzProgram, other: FuzzProgram): boolean =>
  program.btf === other.btf || other.maps.length === 0;

/** Items of another program, put in somewhere. */
const withPart: Variation = (program, other, random) => {
  if (!canTakeFrom(program, other) || program.items.length > MAX_ITEMS) return damaged(program, other, random);
  const from = random.below(other.items.length);
  const count = Math.min(1 + random.below(8), other.items.length - from);
  const at = random.below(program.items.length + 1);
  const part = other.items.slice(from, from + count).map((item) => moved(item, at - from, program.maps.length));
  return inserted({ ...program, maps: [...program.maps, ...other.maps] }, part, at);
};

/** Programs that are not made longer. */
const MAX_ITEMS = 150;

const moved = (item: Item, by: number, maps: number): Item => ({
  ...item,
  ...(item.target !== undefined && { target: Math.max(0, item.target + by) }),
  ...(refersToMap(item) && { imm: item.imm + maps }),
});

/** The program with more items before the one at `at`. */
function inserted(program: FuzzProgram, part: readonly Item[], at: number): FuzzProgram {
  const later = (item: number): number => (item >= at && item > 0 ? item + part.length : item);
  const shifted = program.items.map((item) =>
    item.target === undefined || item.target < at ? item : { ...item, target: item.target + part.length },
  );
  const items = [...shifted.slice(0, at), ...part, ...shifted.slice(at)].map((item, _, all) =>
    item.target !== undefined && item.target > all.length ? { ...item, target: all.length } : item,
  );
  const laterRecords = <T extends { readonly item: number }>(records: readonly T[]): readonly T[] =>
    records.map((each) => ({ ...each, item: later(each.item) }));
  return { ...program, items, starts: laterRecords(program.starts), lines: laterRecords(program.lines) };
}

/** Something that is done twice. */
const repeated: Variation = (program, _, random) => {
  if (program.items.length > MAX_ITEMS) return program;
  const from = random.below(program.items.length);
  const part = program.items.slice(from, from + 1 + random.below(4));
  return inserted(program, part, Math.min(program.items.length, from + part.length));
};

/** A call of the kernel that another program makes. */
const withOtherCall: Variation = (program, other, random) => {
  const isCall = ({ opcode, src }: Item): boolean => opcode === CALL && src !== bpf.BPF_PSEUDO_CALL;
  const calls = other.items.filter(isCall);
  const places = program.items.flatMap((item, i) => (isCall(item) ? [i] : []));
  if (calls.length === 0 || places.length === 0) return damaged(program, other, random);
  const place = random.pick(places);
  const call = random.pick(calls);
  return { ...program, items: program.items.map((item, i) => (i === place ? call : item)) };
};

const CALL = bpf.BPF_JMP | bpf.BPF_CALL;

/** Types of which the kernel wants to know what they are for. */
const REFUSED_FRAMES: readonly Partial<FuzzProgram>[] = [
  { type: 'tracing' },
  { type: 'struct_ops' },
  { type: 'struct_ops', attach: { type: 0, to: 'task_struct' } },
  { type: 'struct_ops', license: 'Proprietary' },
];

/** Loaded as the other program is. */
const withOtherFrame: Variation = (program, other, random) => {
  const { type, flags, license, attach } = other;
  const { attach: _, rights: _rights, ...rest } = program;
  const kind = random.below(4);
  if (random.below(20) === 0) return { ...rest, ...random.pick(REFUSED_FRAMES) };
  if (kind === 0) return { ...rest, ...(program.attach && { attach: program.attach }), rights: random.pick(RIGHTS) };
  if (kind < 3) return { ...rest, type, flags: program.flags, license, ...(attach && { attach }) };
  return { ...program, flags: random.pick([flags, program.flags ^ (1 << random.below(6))]) };
};

/** Descriptions of functions or lines that do not fit. */
const withWrongRecords: Variation = (program, _, random) => {
  const { starts, lines, items } = program;
  const damage = <T extends { readonly item: number }>(records: readonly T[]): readonly T[] => {
    if (records.length === 0) return records;
    const at = random.below(records.length);
    if (random.below(3) === 0) return records.filter((_record, i) => i !== at);
    return records.map((each, i) => (i === at ? { ...each, item: random.below(items.length) } : each));
  };
  const typeId = starts.length === 0 ? 0 : random.pick([...starts.map((each) => each.typeId), random.below(60)]);
  const kind = random.below(4);
  if (kind === 0) return { ...program, lines: random.below(4) === 0 ? lines.map(withoutText) : damage(lines) };
  if (kind === 1) return { ...program, starts: damage(starts) };
  const at = random.below(Math.max(1, starts.length));
  return { ...program, starts: starts.map((each, i) => (i === at ? { ...each, typeId } : each)) };
};

/** Beyond the strings of any BTF. */
const NO_STRING = 0x7fffff;

const withoutText = (line: LineRecord): LineRecord => ({ ...line, text: NO_STRING });

/** A map is described otherwise. */
const withOtherMap: Variation = (program, other, random) => {
  if (program.maps.length === 0) return damaged(program, other, random);
  const at = random.below(program.maps.length);
  const candidates = program.btf === other.btf ? [...program.maps, ...other.maps] : program.maps;
  const map = random.pick(candidates);
  return { ...program, maps: program.maps.map((each, i) => (i === at ? map : each)) };
};

const VARIATIONS: readonly Variation[] = [
  damaged,
  damaged,
  damaged,
  damaged,
  shortened,
  withPart,
  withPart,
  repeated,
  withOtherCall,
  withOtherFrame,
  withWrongRecords,
  withOtherMap,
];
