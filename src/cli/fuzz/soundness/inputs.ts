/** Inputs of a run, made from a seed: packet, context, what maps hold, time. */
import * as types from '../../../engine/abi/map-types.ts';
import {
  BPF_PROG_TYPE_FLOW_DISSECTOR,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_SYSCALL,
  BPF_PROG_TYPE_XDP,
} from '../../../engine/abi/program-types.ts';
import { settableContext, takesData } from '../../../engine/kernel/programs/test-run.ts';
import type { MapInfo } from '../../../engine/program/load.ts';
import type { OpenMap } from '../../../engine/userspace/collection.ts';
import { word } from '../../../engine/userspace/collection.ts';
import type { Random } from '../../../lib/random.ts';
import type { TestBench } from '../../test-bench.ts';

export interface RunInput {
  readonly data: Uint8Array;
  readonly context: Uint8Array | undefined;
  /** What passes before the run, and after it for its timers. */
  readonly waitsMs: readonly [before: number, after: number];
}

/** Lengths at which comparisons of programs change: Ethernet, IP and transport headers, with a byte less or more. */
const PACKET_SIZES = [64, 14, 15, 1500, 34, 33, 42, 54, 18, 20, 62, 66, 74, 100, 128, 255, 256, 3000, 600, 22] as const;
/** Bytes that tests of programs ask for, and any. */
const TELLING_BYTES = [0, 0, 0xff, 1, 0x7f, 0x80, 2, 6, 8, 17];
const TELLING_WORDS = [0, 1, 2, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 0xffff, 0x100, 63, 64];
const WAITS_MS = [0, 0, 1, 5, 50] as const;
const SKB_CONTEXT_BYTES = 192;
const XDP_CONTEXT_BYTES = 24;
const BUFFER_BYTES: ReadonlyMap<number, number> = new Map([
  [BPF_PROG_TYPE_SYSCALL, 1024],
  [BPF_PROG_TYPE_RAW_TRACEPOINT, 96],
]);

export function inputOf(type: number, index: number, random: Random): RunInput {
  const size = PACKET_SIZES[index % PACKET_SIZES.length];
  const data = takesData(type) ? packet(size, random) : new Uint8Array(0);
  return {
    data,
    context: contextOf(type, index, size, random),
    waitsMs: [random.pick(WAITS_MS), random.pick(WAITS_MS)],
  };
}

/** Every other one begins like an IPv4 packet. */
function packet(size: number, random: Random): Uint8Array {
  const bytes = bytesOf(size, random);
  if (random.below(2) === 0) bytes.set([8, 0, 0x45, 0].slice(0, Math.max(0, size - 12)), 12);
  return bytes;
}

function contextOf(type: number, index: number, packetSize: number, random: Random): Uint8Array | undefined {
  const bufferSize = BUFFER_BYTES.get(type);
  if (bufferSize !== undefined) return bytesOf(bufferSize, random);
  if (index % 3 === 0 || type === BPF_PROG_TYPE_FLOW_DISSECTOR) return undefined;
  if (type === BPF_PROG_TYPE_XDP) return xdpContext(packetSize, random);
  const bytes = new Uint8Array(SKB_CONTEXT_BYTES);
  for (const [from, to] of settableContext(type))
    if (random.below(2) === 0) bytes.set(bytesOf(to - from, random), from);
  return bytes;
}

/** `data` is the size of the meta data, `data_end` that of everything. */
function xdpContext(packetSize: number, random: Random): Uint8Array {
  const bytes = new Uint8Array(XDP_CONTEXT_BYTES);
  const room = Math.min(packetSize - 14, 32) & ~3;
  bytes.set(word(random.pick([0, room, room & 4])), 0);
  bytes.set(word(packetSize), 4);
  return bytes;
}

/** Small and large numbers as well as anything, in whole words or byte by byte. */
function bytesOf(count: number, random: Random): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    if (at + 4 <= count && random.below(2) === 0) {
      bytes.set(word(random.below(3) === 0 ? random.next() : random.pick(TELLING_WORDS)), at);
      at += 4;
    } else bytes[at++] = random.below(3) === 0 ? random.below(256) : random.pick(TELLING_BYTES);
  }
  return bytes;
}

const PER_CPU: readonly number[] = [
  types.BPF_MAP_TYPE_PERCPU_ARRAY,
  types.BPF_MAP_TYPE_PERCPU_HASH,
  types.BPF_MAP_TYPE_LRU_PERCPU_HASH,
];
const ARRAYS: readonly number[] = [types.BPF_MAP_TYPE_ARRAY, types.BPF_MAP_TYPE_PERCPU_ARRAY];
const FILLED: readonly number[] = [
  ...ARRAYS,
  ...PER_CPU,
  types.BPF_MAP_TYPE_HASH,
  types.BPF_MAP_TYPE_LRU_HASH,
  types.BPF_MAP_TYPE_LPM_TRIE,
  types.BPF_MAP_TYPE_QUEUE,
  types.BPF_MAP_TYPE_STACK,
];

/** Other contents for the maps that user space may fill; program arrays get the program itself. */
export function fillMaps(bench: TestBench, maps: readonly OpenMap[], program: number, random: Random): void {
  for (const map of maps) {
    const { info } = map;
    if (info.frozen !== undefined || random.below(4) === 0) continue;
    if (info.type === types.BPF_MAP_TYPE_PROG_ARRAY) bench.update(map, word(random.below(2)), word(program));
    if (!FILLED.includes(info.type)) continue;
    for (let i = 0; i < Math.min(2, info.maxEntries); i++)
      bench.update(map, keyOf(info, i, random), bytesOf(sizeOf(bench, info), random));
  }
}

function keyOf({ type, keySize }: MapInfo, index: number, random: Random): Uint8Array {
  const key = new Uint8Array(keySize);
  if (keySize < 4) return key;
  if (type === types.BPF_MAP_TYPE_LPM_TRIE) key.set(word(8 * random.below(keySize - 3)));
  else key.set(word(ARRAYS.includes(type) ? index : random.pick([0, 1, 2, index])));
  return key;
}

const sizeOf = (bench: TestBench, { type, valueSize }: MapInfo): number =>
  PER_CPU.includes(type) ? bench.machine.kernel.cpus * ((valueSize + 7) & ~7) : valueSize;
