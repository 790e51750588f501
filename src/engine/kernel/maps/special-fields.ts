/**
 * Values with special fields: copies go around them, buffers of user space get zeros in their place, and freeing them
 * is a routine because cancelling a timer takes steps.
 */

import {
  BPF_MAP_TYPE_LRU_PERCPU_HASH,
  BPF_MAP_TYPE_PERCPU_ARRAY,
  BPF_MAP_TYPE_PERCPU_HASH,
} from '../../abi/map-types.ts';
import { BPF_GRAPH_ROOT, BPF_KPTR, BPF_TIMER } from '../../btf/field-types.ts';
import { type BtfField, type BtfRecord, recordHas } from '../../btf/fields.ts';
import type { Kernel } from '../kernel.ts';
import { alignUp } from '../memory/allocator.ts';
import type { Addr } from '../memory/memory.ts';

/** Special fields of a map's value, ascending by offset; none for most maps. */
export function recordOf(k: Kernel, map: Addr): BtfRecord | undefined {
  return k.mapInfos[k.map(map).info].record;
}

/** True if freeing a value of the map takes steps. */
export function hasFreeableFields(k: Kernel, map: Addr): boolean {
  const { timerOffset, wqOffset } = k.map(map);
  return timerOffset >= 0 || wqOffset >= 0 || taskWorkOffset(k, map) >= 0 || ownsObjects(k, map);
}

/** True if values have something that runs later: the last user reference ends it. */
export const hasInternalStructs = (k: Kernel, map: Addr): boolean =>
  k.map(map).timerOffset >= 0 || k.map(map).wqOffset >= 0 || taskWorkOffset(k, map) >= 0;

/** Fields of the map's values whose type is in `mask`. */
export const fieldsOf = (k: Kernel, map: Addr, mask: number): readonly BtfField[] =>
  recordHas(recordOf(k, map), mask) ? (recordOf(k, map)?.fields.filter(({ type }) => (type & mask) !== 0) ?? []) : [];

/** True if values own objects: those that are left go with the map. */
export const ownsObjects = (k: Kernel, map: Addr): boolean => recordHas(recordOf(k, map), BPF_KPTR | BPF_GRAPH_ROOT);

/** The values of all CPUs, by that of this CPU; one where they share it. */
export function valuesOfAllCpus(k: Kernel, map: Addr, value: Addr): readonly Addr[] {
  const { type, impl } = k.map(map);
  if (!PER_CPU_TYPES.includes(type)) return [value];
  const { cpuStride } = type === BPF_MAP_TYPE_PERCPU_ARRAY ? k.views.array(impl) : k.views.htab(impl);
  return Array.from({ length: k.cpus }, (_, cpu) => value + (cpu - k.cpu) * cpuStride);
}

const PER_CPU_TYPES: readonly number[] = [
  BPF_MAP_TYPE_PERCPU_ARRAY,
  BPF_MAP_TYPE_PERCPU_HASH,
  BPF_MAP_TYPE_LRU_PERCPU_HASH,
];

/** Calls `range(offset, size)` for the bytes of a value between its special fields. */
function forPlainRanges(
  record: BtfRecord | undefined,
  size: number,
  range: (offset: number, size: number) => void,
): void {
  let from = 0;
  for (const field of record?.fields ?? []) {
    if (field.offset > from) range(from, field.offset - from);
    from = field.offset + field.size;
  }
  if (size > from) range(from, size - from);
}

/** Copies a value around its special fields. kernel: copy_map_value() */
export function copyValue(k: Kernel, map: Addr, to: Addr, from: Addr): void {
  const record = recordOf(k, map);
  const { valueSize } = k.map(map);
  forPlainRanges(record === undefined ? undefined : copiedRecord(k, record), valueSize, (offset, size) => {
    k.memory.copy(to + offset, from + offset, size);
  });
}

/** The same between user space and the value of one CPU: the bytes up to the next multiple of eight come along. kernel: copy_map_value_long() */
export function copyValueLong(k: Kernel, map: Addr, to: Addr, from: Addr): void {
  if (recordOf(k, map) === undefined) k.memory.copy(to, from, alignUp(k.map(map).valueSize, 8));
  else copyValue(k, map, to, from);
}

/** Before 5.17 a value with a lock and a timer had its timer overwritten: only the lock was passed over. */
function copiedRecord(k: Kernel, record: BtfRecord): BtfRecord {
  if (k.switches.copy_skips_both || record.spinLockOff < 0) return record;
  const isTimer = (field: BtfField): boolean => field.type === BPF_TIMER;
  return { ...record, fields: record.fields.filter((field) => !isTimer(field)) };
}

/** Zeroes a value but its special fields. kernel: zero_map_value() */
export function zeroValue(k: Kernel, map: Addr, value: Addr): void {
  forPlainRanges(recordOf(k, map), k.map(map).valueSize, (offset, size) => k.memory.clear(value + offset, size));
}

/** Zeroes the special fields of a fresh or temporary value. kernel: check_and_init_map_value() */
export function zeroSpecialFields(k: Kernel, map: Addr, value: Addr): void {
  for (const field of recordOf(k, map)?.fields ?? []) k.memory.clear(value + field.offset, field.size);
}

/** Address of the timer, work queue or task work in a value; 0 if there is none. */
export const timerIn = (k: Kernel, map: Addr, value: Addr): Addr => offsetIn(value, k.map(map).timerOffset);
export const workIn = (k: Kernel, map: Addr, value: Addr): Addr => offsetIn(value, k.map(map).wqOffset);

export const taskWorkIn = (k: Kernel, map: Addr, value: Addr): Addr => offsetIn(value, taskWorkOffset(k, map));

const taskWorkOffset = (k: Kernel, map: Addr): number => recordOf(k, map)?.taskWorkOff ?? -1;

const offsetIn = (value: Addr, offset: number): Addr => (offset < 0 ? 0 : value + offset);
