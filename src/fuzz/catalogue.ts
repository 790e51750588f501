/** The types and maps that random programs share: one BTF blob for all, and descriptions of maps as raw mode takes them. */
import { BPF_MAP_TYPE_ARENA, BPF_MAP_TYPE_USER_RINGBUF, MAP_TYPE_NAMES } from '../engine/abi/map-types.ts';
import { BtfBuilder } from '../engine/btf/build.ts';
import { BTF_FUNC_GLOBAL, BTF_FUNC_STATIC } from '../engine/btf/types.ts';
import { toHex } from '../lib/bytes.ts';

const SIGNED = 1;

/** What a function takes: number, pointer to something, context. */
export type Parameter =
  | 'u32'
  | 'u64'
  | 'int'
  | 'char'
  | 'pair'
  | 'ctx'
  | 'void'
  | 'dynptr'
  | 'nonnull'
  | 'task'
  | 'array'
  | 'arena'
  | 'untrusted'
  | 'untrusted_task'
  | 'nullable'
  | 'constant'
  | 'regs';

export interface FunctionType {
  readonly id: number;
  readonly params: readonly Parameter[];
  readonly isGlobal: boolean;
}

/** A field of a value: what it is, and its offset in bytes. */
export interface Field {
  readonly is:
    | 'timer'
    | 'wq'
    | 'lock'
    | 'res_lock'
    | 'task'
    | 'task_untrusted'
    | 'own'
    | 'percpu'
    | 'root'
    | 'head'
    | 'task_work';
  readonly offset: number;
}

export interface MapSpec {
  /** A name, or the number where the name is younger than the programs that read it. */
  readonly type: string | number;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  readonly fields: readonly Field[];
  /** The rest of the description. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** Parameters of functions by name; `S` functions are static, `G` functions global. */
const SIGNATURES: Readonly<Record<string, { readonly params: readonly Parameter[]; readonly isGlobal: boolean }>> = {
  main: { params: ['ctx'], isGlobal: true },
  main_catch: { params: ['ctx'], isGlobal: true },
  main_catch_wrong: { params: ['ctx'], isGlobal: true },
  main_catch_twice: { params: ['ctx'], isGlobal: true },
  X_catch: { params: ['u64'], isGlobal: true },
  X_catch_wrong: { params: ['u64', 'u64'], isGlobal: true },
  S_numbers: { params: ['u64', 'u64'], isGlobal: false },
  S_pointer: { params: ['pair', 'u32'], isGlobal: false },
  G_number: { params: ['u32'], isGlobal: true },
  G_numbers: { params: ['u64', 'int', 'char'], isGlobal: true },
  G_pointer: { params: ['pair', 'u32'], isGlobal: true },
  G_nonnull: { params: ['nonnull', 'u64'], isGlobal: true },
  G_context: { params: ['ctx', 'u32'], isGlobal: true },
  G_dynptr: { params: ['dynptr'], isGlobal: true },
  G_task: { params: ['task'], isGlobal: true },
  G_array: { params: ['array'], isGlobal: true },
  G_arena: { params: ['arena'], isGlobal: true },
  G_void: { params: ['void'], isGlobal: true },
  G_untrusted: { params: ['untrusted'], isGlobal: true },
  G_untrusted_task: { params: ['untrusted_task'], isGlobal: true },
  G_nullable: { params: ['nullable'], isGlobal: true },
  G_constant: { params: ['constant', 'u32'], isGlobal: true },
  G_regs: { params: ['regs'], isGlobal: true },
  S_less: { params: ['void', 'void'], isGlobal: false },
  C_timer: { params: ['void', 'void', 'void'], isGlobal: false },
  C_each: { params: ['void', 'void', 'void', 'void'], isGlobal: false },
  C_loop: { params: ['u32', 'void'], isGlobal: false },
  C_drain: { params: ['void', 'void'], isGlobal: false },
  C_global: { params: ['u32', 'void'], isGlobal: true },
};

/** Main functions that name who is called when they throw. */
export const EXCEPTION_CALLBACKS: Readonly<Record<string, readonly string[]>> = {
  main_catch: ['X_catch'],
  main_catch_wrong: ['X_catch_wrong'],
  main_catch_twice: ['X_catch', 'X_catch_wrong'],
};

interface Types {
  readonly btf: string;
  readonly functions: Readonly<Record<string, FunctionType>>;
  readonly u32: number;
  readonly values: Readonly<Record<string, number>>;
  /** Structs that programs allocate, by name. */
  readonly allocated: Readonly<Record<string, number>>;
}

function buildTypes(): Types {
  const b = new BtfBuilder();
  const u32 = b.int('unsigned int', 4);
  const u64 = b.int('unsigned long long', 8);
  const int = b.int('int', 4, SIGNED);
  const char = b.int('char', 1, SIGNED);
  const opaque = (name: string, size: number): number =>
    b.struct(name, size, [{ name: '__opaque', type: b.array(u64, u32, size / 8), bitOffset: 0 }]);
  const lock = b.struct('bpf_spin_lock', 4, [{ name: 'val', type: u32, bitOffset: 0 }]);
  const resLock = b.struct('bpf_res_spin_lock', 4, [{ name: 'val', type: u32, bitOffset: 0 }]);
  const [timer, wq, root, head] = ['bpf_timer', 'bpf_wq', 'bpf_rb_root', 'bpf_list_head'].map((n) => opaque(n, 16));
  const rbNode = opaque('bpf_rb_node', 32);
  const listNode = opaque('bpf_list_node', 24);
  const work = opaque('bpf_task_work', 8);
  const refcount = b.struct('bpf_refcount', 4, [{ name: '__opaque', type: u32, bitOffset: 0 }]);
  const member = (name: string, type: number, byte: number) => ({ name, type, bitOffset: 8 * byte });
  const pair = b.struct('fuzz_pair', 16, [member('a', u64, 0), member('b', u32, 8), member('c', u32, 12)]);
  const node = b.struct('fuzz_node', 56, [
    member('rb', rbNode, 0),
    member('key', u64, 32),
    member('value', u64, 40),
    member('ref', refcount, 48),
  ]);
  const link = b.struct('fuzz_link', 40, [
    member('list', listNode, 0),
    member('key', u64, 24),
    member('value', u64, 32),
  ]);
  const task = b.struct('task_struct', 4, [member('pid', u32, 0)]);
  const dynptr = opaque('bpf_dynptr', 16);
  const tagged = (tag: string, type: number): number => b.pointer(b.reference('type_tag', type, tag));
  const percpu = b.struct('fuzz_counter', 8, [member('n', u64, 0)]);
  const graph = b.struct('fuzz_graph', 40, [
    member('lock', lock, 0),
    member('root', root, 8),
    member('head', head, 24),
  ]);
  b.declTag('contains:fuzz_node:rb', graph, 1);
  b.declTag('contains:fuzz_link:list', graph, 2);
  const values = {
    plain: b.struct('plain', 64, [member('words', b.array(u64, u32, 8), 0)]),
    timed: b.struct('timed', 32, [member('n', u64, 0), member('timer', timer, 8), member('m', u64, 24)]),
    locked: b.struct('locked', 24, [
      member('lock', lock, 0),
      member('n', u32, 4),
      member('a', u64, 8),
      member('b', u64, 16),
    ]),
    both: b.struct('both', 40, [
      member('timer', timer, 0),
      member('lock', lock, 16),
      member('n', u32, 20),
      member('wq', wq, 24),
    ]),
    kept: b.struct('kept', 48, [
      member('task', tagged('kptr', task), 0),
      member('weak', tagged('kptr_untrusted', task), 8),
      member('own', tagged('kptr', node), 16),
      member('percpu', tagged('percpu_kptr', percpu), 24),
      member('n', u64, 32),
      member('work', work, 40),
    ]),
    graph,
    fenced: b.struct('fenced', 16, [member('res', resLock, 0), member('n', u32, 4), member('a', u64, 8)]),
  };
  const pointers: Readonly<Record<Exclude<Parameter, 'u32' | 'u64' | 'int' | 'char'>, number>> = {
    pair: b.pointer(pair),
    nonnull: b.pointer(pair),
    ctx: b.pointer(b.struct('__sk_buff', 4, [member('len', u32, 0)])),
    void: b.pointer(0),
    dynptr: b.pointer(dynptr),
    task: b.pointer(task),
    array: b.pointer(b.array(u32, u32, 4)),
    arena: b.pointer(u64),
    untrusted: b.pointer(u32),
    untrusted_task: b.pointer(task),
    nullable: b.pointer(task),
    constant: b.pointer(b.reference('const', pair)),
    regs: b.pointer(b.reference('typedef', u64, 'bpf_user_pt_regs_t')),
  };
  const parameters: Readonly<Record<Parameter, number>> = { u32, u64, int, char, ...pointers };
  const tags: Readonly<Partial<Record<Parameter, readonly string[]>>> = {
    nonnull: ['arg:nonnull'],
    ctx: ['arg:ctx'],
    task: ['arg:trusted'],
    arena: ['arg:arena'],
    untrusted: ['arg:untrusted'],
    untrusted_task: ['arg:untrusted'],
    nullable: ['arg:trusted', 'arg:nullable'],
  };
  const functions = Object.fromEntries(
    Object.entries(SIGNATURES).map(([name, { params, isGlobal }]) => {
      const proto = b.funcProto(
        int,
        params.map((each, i) => ({ name: `p${i}`, type: parameters[each] })),
      );
      const id = b.func(name, proto, isGlobal ? BTF_FUNC_GLOBAL : BTF_FUNC_STATIC);
      for (const callback of EXCEPTION_CALLBACKS[name] ?? []) b.declTag(`exception_callback:${callback}`, id, -1);
      params.forEach((each, i) => {
        if (isGlobal && !name.startsWith('main')) for (const tag of tags[each] ?? []) b.declTag(tag, id, i);
      });
      return [name, { id, params, isGlobal }];
    }),
  );
  return { btf: toHex(b.bytes()), functions, u32, values, allocated: { node, link, pair, counter: percpu } };
}

export const TYPES = buildTypes();

/** Contents that programs find in the first element of `plain` maps. */
const FIRST_VALUE = `f0debc9a78563412${'2500000000000000'}05000000${'80ffffff'}0180${'0700'}64000000${'fdffffffffffffff'}${'0000000000000080'}000102030405060708090a0b0c0d0e0f`;
const KEY_ZERO = '00000000';

/** BPF_F_MMAPABLE, and where user space would see the pages. */
const ARENA_FLAGS = 1024;
const ARENA_ADDRESS = 2 ** 40;

const map = (
  type: string | number,
  [keySize, valueSize, maxEntries]: readonly [number, number, number],
  more: Readonly<Record<string, unknown>> = {},
  fields: readonly Field[] = [],
): MapSpec => ({ type, keySize, valueSize, maxEntries, fields, more });

const typed = (value: keyof typeof TYPES.values): Readonly<Record<string, unknown>> => ({
  btf_key_type_id: TYPES.u32,
  btf_value_type_id: TYPES.values[value],
});

const TIMER_8: readonly Field[] = [{ is: 'timer', offset: 8 }];
const BOTH: readonly Field[] = [
  { is: 'timer', offset: 0 },
  { is: 'lock', offset: 16 },
  { is: 'wq', offset: 24 },
];
const KEPT: readonly Field[] = [
  { is: 'task', offset: 0 },
  { is: 'task_untrusted', offset: 8 },
  { is: 'own', offset: 16 },
  { is: 'percpu', offset: 24 },
  { is: 'task_work', offset: 40 },
];
const GRAPH: readonly Field[] = [
  { is: 'lock', offset: 0 },
  { is: 'root', offset: 8 },
  { is: 'head', offset: 24 },
];

/** All maps that programs may refer to. Only those that a program uses are in its request. */
export const MAPS: Readonly<Record<string, MapSpec>> = {
  values: map('array', [4, 64, 2], { init: [{ key: KEY_ZERO, value: FIRST_VALUE }] }),
  hash: map('hash', [4, 16, 4], { init: [{ key: KEY_ZERO, value: '01000000000000000200000003000000' }] }),
  wide: map('hash', [8, 64, 4]),
  timers: map('array', [4, 32, 2], typed('timed'), TIMER_8),
  timer_hash: map('hash', [4, 32, 4], typed('timed'), TIMER_8),
  timer_lru: map('lru_hash', [4, 32, 4], typed('timed'), TIMER_8),
  locks: map('array', [4, 24, 2], typed('locked'), [{ is: 'lock', offset: 0 }]),
  lock_hash: map('hash', [4, 24, 4], typed('locked'), [{ is: 'lock', offset: 0 }]),
  both: map('hash', [4, 40, 4], typed('both'), BOTH),
  kept: map('array', [4, 48, 2], typed('kept'), KEPT),
  graph: map('array', [4, 40, 2], typed('graph'), GRAPH),
  fenced: map('array', [4, 16, 2], typed('fenced'), [{ is: 'res_lock', offset: 0 }]),
  ring: map('ringbuf', [0, 0, 4096]),
  user_ring: map(BPF_MAP_TYPE_USER_RINGBUF, [0, 0, 4096]),
  percpu: map('percpu_array', [4, 16, 2]),
  percpu_hash: map('percpu_hash', [4, 16, 4]),
  lru: map('lru_hash', [4, 16, 4]),
  progs: map('prog_array', [4, 4, 2]),
  events: map('perf_event_array', [4, 4, 2]),
  stacks: map('stack_trace', [4, 64, 2]),
  trie: map('lpm_trie', [8, 8, 4], { map_flags: 1 }),
  queue: map('queue', [0, 8, 4]),
  stack: map('stack', [0, 8, 4]),
  bloom: map('bloom_filter', [0, 8, 4]),
  devices: map('devmap', [4, 4, 2]),
  cpus: map('cpumap', [4, 4, 2]),
  xsks: map('xskmap', [4, 4, 2]),
  sockets: map('sockmap', [4, 4, 2]),
  sock_hash: map('sockhash', [4, 4, 2]),
  cgroups: map('cgroup_array', [4, 4, 2]),
  outer: map('array_of_maps', [4, 4, 2], {
    fill: true,
    inner: { type: 'array', key_size: 4, value_size: 16, max_entries: 2 },
  }),
  outer_timers: map('hash_of_maps', [4, 4, 2], {
    inner: { type: 'array', key_size: 4, value_size: 32, max_entries: 2, ...typed('timed') },
  }),
  constants: map('array', [4, 64, 1], {
    map_flags: 128,
    freeze: true,
    init: [
      {
        key: KEY_ZERO,
        value:
          '76616c75652025642025780a00000000ff7f000080ffffff0100000000000000ffffffffffffffff2a000000000000000000000000000000617a000000000000',
      },
    ],
  }),
  read_only: map('array', [4, 16, 2], { map_flags: 128 }),
  write_only: map('array', [4, 16, 2], { map_flags: 256 }),
  single: map('array', [4, 64, 1]),
  frozen: map('array', [4, 16, 2], {
    map_flags: 128,
    freeze: true,
    init: [{ key: KEY_ZERO, value: '61620025640000000000000000000000' }],
  }),
  arena: map(BPF_MAP_TYPE_ARENA, [0, 0, 16], { map_flags: ARENA_FLAGS, map_extra: ARENA_ADDRESS }),
  arena_too: map(BPF_MAP_TYPE_ARENA, [0, 0, 1], { map_flags: ARENA_FLAGS, map_extra: 2 * ARENA_ADDRESS }),
  arena_unset: map(BPF_MAP_TYPE_ARENA, [0, 0, 1], { map_flags: ARENA_FLAGS }),
};

export const mapTypeOf = (name: string): number => {
  const { type } = MAPS[name];
  return typeof type === 'number' ? type : MAP_TYPE_NAMES.indexOf(type);
};

/** A map as raw mode describes it. */
export const describeMap = (name: string): Readonly<Record<string, unknown>> => {
  const { type, keySize, valueSize, maxEntries, more } = MAPS[name];
  return { type, name, key_size: keySize, value_size: valueSize, max_entries: maxEntries, ...more };
};
