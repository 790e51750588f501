import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../lib/bytes.ts';
import { errnoName } from '../../abi/errno.ts';
import type { Generation } from '../../abi/generations.ts';
import * as types from '../../abi/map-types.ts';
import type { MapInfo } from '../../program/load.ts';
import { Machine } from '../machine.ts';

/** A machine with one map, whose system calls are written as text. */
class Bench {
  readonly machine: Machine;
  private readonly file: number;
  private readonly size: number;
  private readonly keySize: number;

  constructor(info: Partial<MapInfo> & Pick<MapInfo, 'type'>, generation: Generation = '6.18') {
    this.machine = new Machine({ memoryMiB: 4, generation });
    const whole = { ...DEFAULTS, ...info };
    this.file = this.machine.createMap(whole);
    expect(this.file).toBeGreaterThan(0);
    const { kernel } = this.machine;
    const map = kernel.files.mapOf(this.file);
    this.size = kernel.mapOps(map).userValueSize?.(kernel, map) ?? whole.valueSize;
    this.keySize = whole.keySize;
  }

  /** `update KEY VALUE [FLAGS]`, `delete KEY`, `lookup KEY`, `take KEY` (lookup and delete), `next [KEY]`. */
  do(op: string, cpu = 0): string {
    const [verb, key = '', value = '', flags = '0'] = op.split(' ');
    const { machine } = this;
    const bytes = (hex: string) => (hex === '' ? 0 : machine.putBytes(fromHex(hex) ?? new Uint8Array()));
    switch (verb) {
      case 'update':
        return this.call(cpu, 'sys_map_update', [this.file, bytes(key), bytes(value), Number(flags)]);
      case 'delete':
        return this.call(cpu, 'sys_map_delete', [this.file, bytes(key)]);
      case 'lookup':
        return this.read(cpu, 'sys_map_lookup', bytes(key), this.size);
      case 'take':
        return this.read(cpu, 'sys_map_lookup_and_delete', bytes(key), this.size);
      default:
        return this.read(cpu, 'sys_map_get_next_key', key === '' ? 0 : bytes(key), this.keySize);
    }
  }

  private read(cpu: number, routine: string, key: number, size: number): string {
    const out = this.machine.putBytes(new Uint8Array(size));
    const result = this.call(cpu, routine, [this.file, key, out, 0]);
    return result === '0' ? toHex(this.machine.memory.bytesAt(out, size)) : result;
  }

  private call(cpu: number, routine: string, args: readonly number[]): string {
    const { machine } = this;
    const call = machine.spawn(cpu, routine, args);
    for (let i = 0; i < 10_000 && !machine.resultOf(call).done; i++) {
      const stop = machine.step();
      if (stop !== undefined && 'message' in stop) throw new Error(stop.message);
    }
    const { result } = machine.resultOf(call);
    return result < 0 ? errnoName(-result) : String(result);
  }
}

const DEFAULTS: MapInfo = {
  name: 'm',
  type: types.BPF_MAP_TYPE_HASH,
  keySize: 1,
  valueSize: 2,
  maxEntries: 2,
  flags: types.BPF_F_ZERO_SEED,
  mapExtra: 0n,
  btfKeyTypeId: 0,
  btfValueTypeId: 0,
};

const HASH_LIKE = [
  ['update 01 aabb 2', 'ENOENT'],
  ['update 01 aabb 1', '0'],
  ['update 01 aabb 1', 'EEXIST'],
  ['update 01 ccdd 3', 'EINVAL'],
  ['update 01 ccdd 4', 'EINVAL'],
  ['update 01 ccdd', '0'],
  ['lookup 01', 'ccdd'],
  ['lookup 02', 'ENOENT'],
  ['delete 02', 'ENOENT'],
  ['take 01', 'ccdd'],
  ['take 01', 'ENOENT'],
  ['next', 'ENOENT'],
] as const;

const SCRIPTS: readonly (readonly [
  string,
  Partial<MapInfo> & Pick<MapInfo, 'type'>,
  readonly (readonly [string, string])[],
])[] = [
  ['hash', { type: types.BPF_MAP_TYPE_HASH }, HASH_LIKE],
  ['hash without preallocation', { type: types.BPF_MAP_TYPE_HASH, flags: types.BPF_F_NO_PREALLOC }, HASH_LIKE],
  ['LRU hash', { type: types.BPF_MAP_TYPE_LRU_HASH }, HASH_LIKE],
  [
    'LRU hash, list per CPU',
    { type: types.BPF_MAP_TYPE_LRU_HASH, maxEntries: 4, flags: types.BPF_F_NO_COMMON_LRU },
    HASH_LIKE,
  ],
  [
    'full hash',
    { type: types.BPF_MAP_TYPE_HASH },
    [
      ['update 01 0000', '0'],
      ['update 02 0000', '0'],
      ['update 03 0000', 'E2BIG'],
      ['update 02 0101', '0'],
      ['delete 01', '0'],
      ['update 03 0000', '0'],
    ],
  ],
  [
    'full hash without preallocation',
    { type: types.BPF_MAP_TYPE_HASH, flags: types.BPF_F_NO_PREALLOC },
    [
      ['update 01 0000', '0'],
      ['update 02 0000', '0'],
      ['update 03 0000', 'E2BIG'],
      ['update 02 0101', '0'],
    ],
  ],
  [
    'array',
    { type: types.BPF_MAP_TYPE_ARRAY, keySize: 4, flags: 0 },
    [
      ['update 01000000 aabb', '0'],
      ['update 02000000 aabb', 'E2BIG'],
      ['update 01000000 aabb 1', 'EEXIST'],
      ['update 01000000 aabb 4', 'EINVAL'],
      ['lookup 01000000', 'aabb'],
      ['lookup 02000000', 'ENOENT'],
      ['delete 01000000', 'EINVAL'],
      ['take 01000000', 'ENOTSUPP'],
      ['next', '00000000'],
      ['next 00000000', '01000000'],
      ['next 01000000', 'ENOENT'],
      ['next 05000000', '00000000'],
    ],
  ],
  [
    'per-CPU array: a value for each CPU',
    { type: types.BPF_MAP_TYPE_PERCPU_ARRAY, keySize: 4, flags: 0 },
    [
      ['update 00000000 01020000000000000304000000000000', '0'],
      ['lookup 00000000', '01020000000000000304000000000000'],
      ['update 00000000 01020000000000000304000000000000 1', 'EEXIST'],
    ],
  ],
  [
    'per-CPU hash',
    { type: types.BPF_MAP_TYPE_PERCPU_HASH },
    [
      ['update 07 01020000000000000304000000000000', '0'],
      ['update 07 01020000000000000304000000000000 1', 'EEXIST'],
      ['take 07', '01020000000000000304000000000000'],
      ['lookup 07', 'ENOENT'],
    ],
  ],
  [
    'queue',
    { type: types.BPF_MAP_TYPE_QUEUE, keySize: 0, flags: 0 },
    [
      ['lookup', 'ENOENT'],
      ['update  0101', '0'],
      ['update  0202', '0'],
      ['update  0303', 'E2BIG'],
      ['update  0303 1', 'EINVAL'],
      ['lookup', '0101'],
      ['update  0303 2', '0'],
      ['take', '0202'],
      ['take', '0303'],
      ['take', 'ENOENT'],
    ],
  ],
  [
    'stack',
    { type: types.BPF_MAP_TYPE_STACK, keySize: 0, flags: 0 },
    [
      ['update  0101', '0'],
      ['update  0202', '0'],
      ['update  0303 2', '0'],
      ['take', '0303'],
      ['lookup', '0202'],
      ['take', '0202'],
      ['take', 'ENOENT'],
    ],
  ],
  [
    'longest prefix match',
    { type: types.BPF_MAP_TYPE_LPM_TRIE, keySize: 8, maxEntries: 3, flags: types.BPF_F_NO_PREALLOC },
    [
      ['next', 'ENOENT'],
      ['update 10000000c0a80000 1600', '0'],
      ['update 18000000c0a80000 2400', '0'],
      ['update 18000000c0a80100 2401', '0'],
      ['update 18000000c0a88000 2402', 'ENOSPC'],
      ['update 21000000c0a88000 2402', 'EINVAL'],
      ['update 18000000c0a80000 2424', '0'],
      ['lookup 20000000c0a80105', '2401'],
      ['lookup 20000000c0a80905', '1600'],
      ['lookup 20000000c0b00905', 'ENOENT'],
      ['next', '18000000c0a80000'],
      ['next 18000000c0a80000', '18000000c0a80100'],
      ['next 18000000c0a80100', '10000000c0a80000'],
      ['next 10000000c0a80000', 'ENOENT'],
      ['delete 18000000c0a80100', '0'],
      ['delete 18000000c0a80100', 'ENOENT'],
      ['lookup 20000000c0a80105', '1600'],
    ],
  ],
];

describe('system calls on maps', () => {
  it.each(SCRIPTS)('%s', (_, info, script) => {
    const bench = new Bench(info);
    expect(script.map(([op]) => [op, bench.do(op)])).toEqual(script);
  });
});

describe('hash maps', () => {
  const eight = { type: types.BPF_MAP_TYPE_HASH, keySize: 4, maxEntries: 8 };

  it('are walked by bucket, newest first', () => {
    const bench = new Bench(eight);
    const key = (n: number) => `0${n}000000`;
    for (let n = 1; n <= 8; n++) bench.do(`update ${key(n)} 0000`);
    const walked: string[] = [];
    for (let at = bench.do('next'); at !== 'ENOENT'; at = bench.do(`next ${at}`)) walked.push(at);
    expect(walked).toEqual([4, 7, 2, 1, 8, 6, 5, 3].map(key));
  });

  it.each(['5.15', '6.1', '6.14', '6.18'] as const)('give the same answers as Linux %s', (generation) => {
    for (const flags of [0, types.BPF_F_NO_PREALLOC]) {
      const bench = new Bench({ type: types.BPF_MAP_TYPE_HASH, flags }, generation);
      expect(HASH_LIKE.map(([op]) => [op, bench.do(op)])).toEqual(HASH_LIKE);
    }
  });

  it('take free elements of other CPUs', () => {
    const bench = new Bench({ type: types.BPF_MAP_TYPE_HASH, maxEntries: 4 });
    expect(['01', '02', '03', '04', '05'].map((key) => bench.do(`update ${key} 0000`, 1))).toEqual([
      '0',
      '0',
      '0',
      '0',
      'E2BIG',
    ]);
  });
});

describe('LRU maps', () => {
  it('evict the two oldest of eight at once', () => {
    const bench = new Bench({ type: types.BPF_MAP_TYPE_LRU_HASH, keySize: 1, maxEntries: 8 });
    for (let n = 1; n <= 9; n++) bench.do(`update 0${n} 0000`);
    const left = Array.from({ length: 9 }, (_, i) => bench.do(`lookup 0${i + 1}`) !== 'ENOENT');
    expect(left).toEqual([false, false, true, true, true, true, true, true, true]);
  });

  it('give a map of five with lists of their own six entries, three to a CPU', () => {
    const flags = types.BPF_F_NO_COMMON_LRU;
    const bench = new Bench({ type: types.BPF_MAP_TYPE_LRU_HASH, maxEntries: 5, flags });
    for (const key of ['01', '02', '03', '04']) bench.do(`update ${key} 0000`, 1);
    expect(
      ['01', '02', '03', '04'].map((key) => bench.do(`lookup ${key}`) !== 'ENOENT').filter(Boolean).length,
    ).toBeLessThan(4);
  });
});

describe('a machine that goes back', () => {
  it('has every byte as it was', () => {
    for (const type of [types.BPF_MAP_TYPE_HASH, types.BPF_MAP_TYPE_LRU_HASH]) {
      const bench = new Bench({ type, maxEntries: 4 });
      bench.do('update 01 aabb');
      const { memory } = bench.machine;
      const mark = memory.mark();
      const before = memory.stateHashFromScratch();
      for (const op of ['update 02 0102', 'update 01 0304', 'delete 02', 'take 01']) bench.do(op);
      expect(memory.stateHash()).toBe(memory.stateHashFromScratch());
      memory.undoTo(mark);
      expect(memory.stateHashFromScratch()).toBe(before);
      expect(memory.stateHash()).toBe(before);
    }
  });
});
