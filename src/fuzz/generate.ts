/**
 * Random programs, made from a seed: the same seed and weights give the same program. A program takes part of the
 * productions only, with weights of its own, so that programs differ in kind and not only in detail.
 */
import {
  BPF_F_ANY_ALIGNMENT,
  BPF_F_SLEEPABLE,
  BPF_F_STRICT_ALIGNMENT,
  BPF_F_TEST_REG_INVARIANTS,
  BPF_F_TEST_STATE_FREQ,
} from '../engine/abi/program-types.ts';
import { Random } from '../lib/random.ts';
import { Builder, CONTEXT, NOTHING, NUMBER, type Rules, STACK, VALUE } from './builder.ts';
import { describeMap, EXCEPTION_CALLBACKS, TYPES } from './catalogue.ts';
import { isDangerous, isSayable } from './danger.ts';
import * as insn from './instructions.ts';
import { mutate } from './mutate.ts';
import { ARENA } from './productions/arena.ts';
import { ARITHMETIC } from './productions/arithmetic.ts';
import { CONTROL } from './productions/control.ts';
import { GRAPHS } from './productions/graphs.ts';
import { HELPERS } from './productions/helpers.ts';
import { MEMORY_KINDS } from './productions/kinds.ts';
import { MEMORY } from './productions/memory.ts';
import { OBJECTS } from './productions/objects.ts';
import { PATHS } from './productions/paths.ts';
import { SPECIAL } from './productions/special.ts';
import type { FunctionRecord, FuzzProgram } from './program.ts';

const PRODUCTIONS: Rules = {
  ...ARITHMETIC,
  ...CONTROL,
  ...MEMORY,
  ...HELPERS,
  ...SPECIAL,
  ...OBJECTS,
  ...GRAPHS,
  ...ARENA,
  ...PATHS,
  ...MEMORY_KINDS,
};

/** How much more often than usual a production is taken, by name. */
export type Weights = ReadonlyMap<string, number>;

/** Program types, those that can be run first and most often. */
const PROGRAM_TYPES: readonly (readonly [string, number])[] = [
  ['sched_cls', 34],
  ['socket_filter', 10],
  ['xdp', 14],
  ['syscall', 12],
  ['kprobe', 6],
  ['tracepoint', 3],
  ['raw_tracepoint', 4],
  ['raw_tracepoint_writable', 1],
  ['perf_event', 3],
  ['cgroup_skb', 4],
  ['sk_msg', 2],
  ['sk_skb', 2],
  ['sock_ops', 2],
  ['cgroup_device', 1],
  ['cgroup_sysctl', 1],
  ['lwt_xmit', 1],
  ['lwt_in', 1],
  ['flow_dissector', 1],
  ['sk_reuseport', 1],
  ['sched_act', 2],
];

/** All paths; with statistics; only the path that fails. */
const LEVELS: readonly (readonly [number, number])[] = [
  [2, 90],
  [6, 6],
  [1, 4],
];

/** Processes that may not do everything. */
export const RIGHTS: readonly (readonly string[])[] = [['bpf', 'net_admin'], ['bpf'], ['bpf', 'perfmon']];

const MAX_ITEMS = 130;
const MAX_DEPTH = 4;
const FRAME = 10;

export function generateProgram(seed: number, weights: Weights = new Map()): FuzzProgram {
  for (let attempt = 0; ; attempt++) {
    const program = attemptProgram(new Random(Math.imul(seed, 0x9e3779b1) + attempt), weights);
    if (!isDangerous(program) && isSayable(program)) return program;
  }
}

function attemptProgram(random: Random, weights: Weights): FuzzProgram {
  const type = pickWeighted(random, PROGRAM_TYPES);
  const isSleepable = type === 'syscall';
  const b = new Builder(random, type, isSleepable);
  const isFocused = b.chance(FOCUSED_PERCENT);
  makeFunctions(b, isFocused ? focus(random) : swarm(random, weights), isFocused ? 4 : 14);
  const items = b.finish();
  const isMutated = b.chance(12);
  const mutated = isMutated ? mutate(items, random) : items;
  return {
    type,
    flags: flagsOf(b),
    license: b.chance(99) ? 'GPL' : 'Proprietary',
    level: pickWeighted(random, LEVELS),
    ...(b.chance(8) && { rights: b.pick(RIGHTS) }),
    items: mutated,
    maps: b.maps.map(describeMap),
    btf: TYPES.btf,
    starts: hasTypes(b) ? functionRecords(b, mutated.length) : [],
    lines: [],
    isRepeatable: b.isRepeatable && !isMutated,
    hasOpenLoop: b.hasOpenLoop || isMutated,
    productions: [...b.used],
  };
}

/** Callbacks need types; without them functions are static and nameless. */
const hasTypes = (b: Builder): boolean => !b.chance(b.starts.length > 1 ? 5 : 30);

function flagsOf(b: Builder): number {
  const sometimes = [
    [BPF_F_TEST_STATE_FREQ, 20],
    [BPF_F_STRICT_ALIGNMENT, 6],
    [BPF_F_ANY_ALIGNMENT, 1],
    [BPF_F_TEST_REG_INVARIANTS, 10],
  ] as const;
  const flags = sometimes.reduce((all, [flag, percent]) => (b.chance(percent) ? all | flag : all), 0);
  return b.isSleepable ? flags | BPF_F_SLEEPABLE : flags;
}

const functionRecords = ({ starts }: Builder, end: number): readonly FunctionRecord[] =>
  starts
    .filter(({ item }) => item < end)
    .map(({ item, type }) => ({ item, typeId: TYPES.functions[type].id }))
    .sort((a, b) => a.item - b.item);

type Table = readonly (readonly [string, number])[];

/** Programs of a few productions: what they make comes together more often, and is seldom refused for something else. */
const FOCUSED_PERCENT = 25;
const FOCUSED_ON = 4;

const focus = (random: Random): Table =>
  Array.from({ length: FOCUSED_ON }, () => [random.pick(Object.keys(PRODUCTIONS)), 1]);

/** The productions of one program: some left out, some more often. */
function swarm(random: Random, weights: Weights): Table {
  return Object.entries(PRODUCTIONS).map(([name, { weight }]) => {
    const factor = random.pick([0, 0.3, 1, 1, 1, 4]);
    return [name, Math.round(100 * weight * factor * (weights.get(name) ?? 1))];
  });
}

function pickWeighted<T>(random: Random, table: readonly (readonly [T, number])[]): T {
  const sum = table.reduce((all, [, weight]) => all + weight, 0);
  let dice = random.below(Math.max(1, sum));
  for (const [item, weight] of table) {
    dice -= weight;
    if (dice < 0) return item;
  }
  return table[0][0];
}

function makeFunctions(b: Builder, table: Table, length: number): void {
  const body = (count: number): void => makeSome(b, table, 1 + b.random.below(count));
  const main = b.chance(96) ? 'main' : b.pick(Object.keys(EXCEPTION_CALLBACKS));
  b.beginFunction(main);
  beginMain(b);
  makeSome(b, table, 3 + b.random.below(length));
  endFunction(b);
  for (const callback of EXCEPTION_CALLBACKS[main] ?? []) b.functionOf(callback);
  for (let type = b.beginNextFunction(); type !== undefined; type = b.beginNextFunction()) {
    clearStack(b);
    beginCallee(b, type);
    body(5);
    endFunction(b);
  }
}

function makeSome(b: Builder, table: Table, count: number): void {
  if (b.depth >= MAX_DEPTH) return;
  b.depth++;
  for (let i = 0; i < count && b.items.length < MAX_ITEMS; i++) {
    const name = pickWeighted(b.random, table);
    const { needs, make } = PRODUCTIONS[name];
    if (needs !== undefined && !b.has(needs) && !b.chance(3)) continue;
    b.used.add(name);
    make(b, (inner) => makeSome(b, table, 1 + b.random.below(inner)));
  }
  b.depth--;
}

/** The context in R6, a cleared stack, a value in R7. */
function beginMain(b: Builder): void {
  if (b.chance(97)) b.emit(insn.mov(CONTEXT, 1));
  b.set(CONTEXT, { is: 'ctx' });
  clearStack(b);
  b.set(1, NOTHING);
  if (!b.chance(85)) return;
  const [found, missing] = [b.label(), b.label()];
  const name = b.chance(75)
    ? 'values'
    : b.pick(b.isPlain ? ['hash', 'wide', 'single'] : ['hash', 'wide', 'timers', 'locks', 'kept', 'single', 'frozen']);
  b.lookup(name, missing);
  b.lead(insn.goto, found);
  b.place(missing);
  b.emit(insn.movImm(0, 0), insn.exit);
  b.place(found);
  b.emit(insn.mov(VALUE, 0));
  b.set(VALUE, b.held[0]);
  b.set(0, NOTHING);
}

function clearStack(b: Builder): void {
  if (!b.chance(85)) {
    b.isRepeatable = false;
    return;
  }
  for (let at = -STACK; at < 0; at += 8) b.emit(insn.storeImm(8, FRAME, at, b.chance(80) ? 0 : b.constant()));
}

/** What arguments are known to be. */
function beginCallee(b: Builder, type: string): void {
  const { params } = TYPES.functions[type];
  params.forEach((parameter, i) => {
    const isNumber = ['u32', 'u64', 'int', 'char'].includes(parameter);
    b.set(1 + i, isNumber ? NUMBER : NOTHING);
    if (parameter === 'ctx') keep(b, CONTEXT, 1 + i, 'ctx', 0);
    if (parameter === 'pair') keepChecked(b, 1 + i);
    if (parameter === 'nonnull' || parameter === 'array') keep(b, VALUE, 1 + i, 'value', 16);
    if (parameter === 'untrusted' || parameter === 'constant') keep(b, 9, 1 + i, 'memory', 4);
    if (parameter === 'task' || parameter === 'untrusted_task' || parameter === 'nullable')
      keep(b, 8, 1 + i, 'object', 0);
  });
  if (type === 'C_timer' || type === 'C_each') keep(b, VALUE, 3, 'value', 16);
  if (type === 'C_loop' || type === 'C_each') keepStack(b, type === 'C_loop' ? 2 : 4);
}

function keep(b: Builder, to: number, from: number, is: 'ctx' | 'value' | 'object' | 'memory', size: number): void {
  if (b.chance(10)) return;
  b.emit(insn.mov(to, from));
  b.set(to, is === 'object' ? { is, name: 'task_struct' } : { is, size });
}

function keepChecked(b: Builder, from: number): void {
  const found = b.label();
  b.lead(insn.jumpImm(0x55, from, 0), found);
  b.emit(insn.movImm(0, 0), insn.exit);
  b.place(found);
  keep(b, VALUE, from, 'value', 16);
}

/** The caller's stack, which callbacks are given. */
function keepStack(b: Builder, from: number): void {
  if (b.chance(50)) return;
  b.emit(insn.mov(9, from));
  if (b.chance(50)) b.emit(insn.load(8, 0, 9, 0), insn.addImm(0, 1), insn.store(8, 9, 0, 0));
  b.set(9, { is: 'stack' });
}

const RESULTS: Readonly<Record<string, readonly number[]>> = {
  main: [0, 0, 0, 1, 2],
  C_timer: [0, 0, 0, 0, 0, 0, 1],
  C_each: [0, 0, 1, 1, 0, 1, 2],
  C_loop: [0, 0, 1, 1, 0, 1, 2],
};

function endFunction(b: Builder): void {
  const isNumber = b.held[0].is === 'number';
  const isFree =
    b.functionType.startsWith('main') || b.functionType.startsWith('S_') || b.functionType.startsWith('G_');
  if (!(isFree && isNumber && b.chance(60))) b.emit(insn.movImm(0, b.pick(RESULTS[b.functionType] ?? [0, 0, 0, 1])));
  b.emit(insn.exit);
}
