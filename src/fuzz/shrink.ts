/** Makes a program that shows something as small as it can be while it still shows it. */
import * as bpf from '../engine/isa/constants.ts';
import { exit, movImm } from './instructions.ts';
import { type Item, isLongLoad, withoutItems } from './item.ts';
import type { FuzzProgram } from './program.ts';

/** True if a program still shows it. */
export type StillShows = (program: FuzzProgram) => Promise<boolean>;

/** Rounds after which the rest is left as it is. */
const MAX_ROUNDS = 8;

export async function shrinkProgram(program: FuzzProgram, stillShows: StillShows): Promise<FuzzProgram> {
  let smallest = await simplestFrame(program, stillShows);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = JSON.stringify(smallest);
    smallest = await dropItems(smallest, stillShows);
    smallest = await simplifyItems(smallest, stillShows);
    if (JSON.stringify(smallest) === before) break;
  }
  const tidy = withoutUnusedMaps(smallest);
  return (await stillShows(tidy)) ? tidy : smallest;
}

/** The same instructions as an ordinary program. */
async function simplestFrame(program: FuzzProgram, stillShows: StillShows): Promise<FuzzProgram> {
  let smallest = program;
  const { rights: _, ...withAllRights } = smallest;
  if (await stillShows(withAllRights)) smallest = withAllRights;
  for (const change of [
    { level: 2 },
    { flags: 0 },
    { license: 'GPL' },
    { lines: [] },
    { starts: [] },
    { type: 'sched_cls' },
    { isRepeatable: false },
  ]) {
    const simpler = { ...smallest, ...change };
    if (await stillShows(simpler)) smallest = simpler;
  }
  return smallest;
}

/** Leaves out ever smaller parts. */
async function dropItems(program: FuzzProgram, stillShows: StillShows): Promise<FuzzProgram> {
  let smallest = program;
  for (let size = program.items.length >> 1; size >= 1; size >>= 1) {
    for (let start = smallest.items.length - size; start >= 0; start -= size) {
      const smaller = withoutPart(smallest, start, start + size);
      if (smaller !== undefined && (await stillShows(smaller))) smallest = smaller;
      start = Math.min(start, smallest.items.length);
    }
  }
  return smallest;
}

/** Without some items, and without the functions of which nothing is left; undefined if nothing remains. */
export function withoutPart(program: FuzzProgram, start: number, end: number): FuzzProgram | undefined {
  if (end - start >= program.items.length) return undefined;
  const items = withoutItems(program.items, start, end);
  const left = <T extends { readonly item: number }>(records: readonly T[]): readonly T[] =>
    leftRecords(records, start, end, items.length);
  return { ...program, items, starts: left(program.starts), lines: left(program.lines) };
}

/** Records of items when those from `start` to `end` are gone and `count` are left: of several for one item the last. */
function leftRecords<T extends { readonly item: number }>(
  records: readonly T[],
  start: number,
  end: number,
  count: number,
): readonly T[] {
  const left: T[] = [];
  for (const each of records) {
    const item = each.item <= start ? each.item : Math.max(start, each.item - (end - start));
    if (left.at(-1)?.item === item) left.pop();
    if (item < count) left.push({ ...each, item });
  }
  return left;
}

/** Simpler forms of one item. */
function simplerForms(item: Item): readonly Item[] {
  const forms: Item[] = [];
  if (item.target === undefined && item.kernelName === undefined) {
    if (item.opcode !== movImm(0, 0).opcode && item.opcode !== exit.opcode) forms.push(movImm(item.dst, 0));
    const isMap = isLongLoad(item) && item.src !== 0;
    const isCall = item.opcode === (bpf.BPF_JMP | bpf.BPF_CALL);
    if (item.imm !== 0 && !isMap && !isCall) forms.push({ ...item, imm: 0 });
    if (Math.abs(item.imm) > 1 && !isMap && !isCall) forms.push({ ...item, imm: 1 });
  }
  return forms;
}

async function simplifyItems(program: FuzzProgram, stillShows: StillShows): Promise<FuzzProgram> {
  let smallest = program;
  for (let at = 0; at < smallest.items.length; at++) {
    for (const form of simplerForms(smallest.items[at])) {
      const simpler = { ...smallest, items: smallest.items.map((item, i) => (i === at ? form : item)) };
      if (await stillShows(simpler)) {
        smallest = simpler;
        break;
      }
    }
  }
  return smallest;
}

const refersToMap = (item: Item): boolean =>
  isLongLoad(item) && (item.src === bpf.BPF_PSEUDO_MAP_IDX || item.src === bpf.BPF_PSEUDO_MAP_IDX_VALUE);

/** Maps that nobody refers to are left out. */
export function withoutUnusedMaps(program: FuzzProgram): FuzzProgram {
  const used = [...new Set(program.items.filter(refersToMap).map(({ imm }) => imm))].sort((a, b) => a - b);
  const items = program.items.map((item) => (refersToMap(item) ? { ...item, imm: used.indexOf(item.imm) } : item));
  return { ...program, items, maps: used.map((index) => program.maps[index]) };
}
