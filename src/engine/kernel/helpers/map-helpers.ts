/** Helpers on maps. kernel: kernel/bpf/helpers.c bpf_map_*_elem() and the `map_ops` behind them */
import { EINVAL, EOPNOTSUPP } from '../../abi/errno.ts';
import {
  BPF_MAP_TYPE_HASH,
  BPF_MAP_TYPE_LRU_HASH,
  BPF_MAP_TYPE_LRU_PERCPU_HASH,
  BPF_MAP_TYPE_PERCPU_ARRAY,
  BPF_MAP_TYPE_PERCPU_HASH,
} from '../../abi/map-types.ts';
import { CALL, NEXT, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { LOCALS_OFFSET } from '../layouts/cpu.ts';
import { elementAt, indexAt } from '../maps/array.ts';
import { elementAfter, firstElement, keyOf, lookupElement, valueIn } from '../maps/htab.ts';
import { type Addr, POINTER_HIGH } from '../memory/memory.ts';
import {
  byRoutine,
  type Helper,
  type HelperCall,
  instant,
  R1,
  R2,
  R3,
  R3_HIGH,
  R4,
  R4_HIGH,
} from '../programs/helper-call.ts';

/** Flags with a high word are not known to any map. */
const flagsOf = (low: number, high: number): number => (high === 0 ? low : -1);

const returnsPointer = (k: Kernel, call: HelperCall, address: Addr): void =>
  call.returns64(address, k.pointerHigh(address));

function lookup(k: Kernel, call: HelperCall): void {
  const map = call.low(1);
  returnsPointer(k, call, k.mapOps(map).lookup?.(k, map, call.low(2)) ?? 0);
}

/** The routine of the map's type replaces the call: its result becomes R0. */
function update(k: Kernel, call: HelperCall): void {
  const map = call.low(1);
  const routineOfType = k.mapOps(map).update;
  if (routineOfType === undefined) return call.returns(-EOPNOTSUPP);
  k.push(routineOfType, map, call.low(2), call.low(3), flagsOf(call.low(4), call.high(4)));
}

function remove(k: Kernel, call: HelperCall): void {
  const map = call.low(1);
  const routineOfType = k.mapOps(map).remove;
  if (routineOfType === undefined) return call.returns(-EOPNOTSUPP);
  k.push(routineOfType, map, call.low(2));
}

/** bpf_map_lookup_percpu_elem(map, key, cpu) */
function lookupPerCpu(k: Kernel, call: HelperCall): void {
  const [map, key, cpu] = [call.low(1), call.low(2), call.low(3)];
  if (cpu >>> 0 >= k.cpus) return call.returns(0);
  if (k.map(map).type === BPF_MAP_TYPE_PERCPU_ARRAY) {
    return returnsPointer(k, call, elementAt(k, map, indexAt(k, key), cpu));
  }
  const element = lookupElement(k, map, key);
  returnsPointer(k, call, element === 0 ? 0 : valueIn(k, map, element, cpu));
}

type Walk = 'map' | 'callback' | 'contextLow' | 'contextHigh' | 'flags' | 'flagsHigh' | 'at' | 'next' | 'key' | 'count';

/**
 * bpf_for_each_map_elem(map, callback, ctx, flags): the number of elements visited. Arrays are walked by index, with the
 * key in a word of the frame; hash maps by bucket, the next element being taken before the callback.
 */
const forEachMapElem = routine(
  'for_each_map_elem',
  'bpf_for_each_map_elem()',
  ['map', 'callback', 'contextLow', 'contextHigh', 'flags', 'flagsHigh', 'at', 'next', 'key', 'count'],
  [
    step('begin', 'if (flags) return -EINVAL', (k, f) => {
      if (f.flags !== 0 || f.flagsHigh !== 0) return f.done(-EINVAL);
      f.next = isHash(k, f.map) ? firstElement(k, f.map) : 0;
      return NEXT;
    }),
    step('next', 'elem = next; next = the one after', (k, f) => {
      if (isHash(k, f.map)) {
        f.at = f.next;
        if (f.at === 0) return f.done(f.count);
        f.next = elementAfter(k, f.map, f.at);
        return NEXT;
      }
      f.key = f.count;
      f.at = elementAt(k, f.map, f.count);
      return f.at === 0 ? f.done(f.count) : NEXT;
    }),
    step('call', 'ret = callback_fn(map, key, value, ctx)', (k, f) => {
      f.count++;
      callWalker(k, f);
      return CALL;
    }),
    step('stop', 'if (ret) break', (_, f) => (f.result !== 0 ? f.done(f.count) : f.goto('next'))),
  ],
);

const KEY_LOCAL = LOCALS_OFFSET + 4 * 8;

const HASH_TYPES: readonly number[] = [
  BPF_MAP_TYPE_HASH,
  BPF_MAP_TYPE_PERCPU_HASH,
  BPF_MAP_TYPE_LRU_HASH,
  BPF_MAP_TYPE_LRU_PERCPU_HASH,
];

function isHash(k: Kernel, map: Addr): boolean {
  return HASH_TYPES.includes(k.map(map).type);
}

function callWalker(k: Kernel, f: RoutineFrame<Walk>): void {
  const hash = isHash(k, f.map);
  const key = hash ? keyOf(f.at) : f.base + KEY_LOCAL;
  const value = hash ? valueIn(k, f.map, f.at) : f.at;
  const { map, contextLow, contextHigh } = f;
  const frame = k.bpf.callFunction(f.callback);
  k.bpf.setArgument(frame, 1, map, POINTER_HIGH);
  k.bpf.setArgument(frame, 2, key, POINTER_HIGH);
  k.bpf.setArgument(frame, 3, value, POINTER_HIGH);
  k.bpf.setArgument(frame, 4, contextLow, contextHigh);
}

/** Nothing is ever in a table of devices or CPUs: the action in the flags is what comes out. */
function redirectMap(_k: Kernel, call: HelperCall): void {
  const action = 3;
  const known = action | BPF_F_BROADCAST | BPF_F_EXCLUDE_INGRESS;
  call.returns((call.low(3) & ~known) !== 0 || call.high(3) !== 0 ? 0 : call.low(3) & action);
}
const BPF_F_BROADCAST = 1 << 3;
const BPF_F_EXCLUDE_INGRESS = 1 << 4;

/** The routine of the map's type replaces the call, as with updates. */
const withoutKey = (operation: 'push' | 'pop' | 'peek'): Helper =>
  instant((k, call) => {
    const map = call.low(1);
    const routineOfType = k.mapOps(map)[operation];
    if (routineOfType === undefined) return call.returns(-EOPNOTSUPP);
    k.push(routineOfType, map, call.low(2), operation === 'push' ? flagsOf(call.low(3), call.high(3)) : 0);
  });

export const MAP_HELPERS: readonly (readonly [number, Helper])[] = [
  [1, instant(lookup)],
  [2, instant(update)],
  [3, instant(remove)],
  [51, instant(redirectMap)],
  [87, withoutKey('push')],
  [88, withoutKey('pop')],
  [89, withoutKey('peek')],
  [164, byRoutine(forEachMapElem, R1, R2, R3, R3_HIGH, R4, R4_HIGH)],
  [195, instant(lookupPerCpu)],
];

export const MAP_HELPER_ROUTINES = [forEachMapElem];
