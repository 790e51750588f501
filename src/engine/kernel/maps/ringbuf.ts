/**
 * Ring buffers: records with an eight-byte header, committed or discarded out of order, consumed in order by user space.
 * kernel: kernel/bpf/ringbuf.c
 *
 *   header   length | BUSY << 31 | DISCARD << 30     unused
 *
 * A record that begins before the end of the ring runs on beyond it: the data area is twice as large, as the kernel maps
 * its pages twice.
 */
import { ENOMEM, ENOTSUPP } from '../../abi/errno.ts';
import { NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { BpfRingbuf } from './layouts.ts';
import type { MapOps } from './map-ops.ts';
import { refuseRemove, refuseUpdate } from './refuse.ts';

const HEADER = 8;
const BUSY = 0x80000000 | 0;
const DISCARD = 0x40000000;
const MAX_RECORD = 0x3fffffff;

export const ringbufLock = (k: Kernel, map: Addr): Addr => k.map(map).impl + BpfRingbuf.offset('lock');

const recordBytes = (size: number): number => (size + HEADER + 7) & ~7;

/** Address of the sample of a new record of `size` bytes; 0 if there is no room. The caller holds the lock. */
export function reserve(k: Kernel, map: Addr, size: number): Addr {
  const { impl } = k.map(map);
  const { mask, consumer, producer, data } = k.views.ringbuf(impl);
  const length = recordBytes(size);
  if (size > MAX_RECORD || length > mask + 1) return 0;
  const pending = passCommitted(k, impl);
  k.views.ringbuf(impl).pending = pending;
  const end = (producer + length) | 0;
  if ((end - consumer) >>> 0 > mask || (end - pending) >>> 0 > mask) return 0;
  const header = data + (producer & mask);
  k.memory.store32(header, size | BUSY);
  k.memory.store32(header + 4, 0);
  k.views.ringbuf(impl).producer = end;
  return header + HEADER;
}

/** Position of the oldest record that is still busy, or of the next one. */
function passCommitted(k: Kernel, impl: Addr): number {
  const { mask, producer, data, pending } = k.views.ringbuf(impl);
  let at = pending;
  while ((producer - at) | 0) {
    const header = k.memory.load32(data + (at & mask));
    if ((header & BUSY) !== 0) break;
    at = (at + recordBytes(header & ~DISCARD)) | 0;
  }
  return at;
}

/** Submits or discards a record by the address of its sample. */
export function commit(k: Kernel, sample: Addr, discard: boolean): void {
  const header = sample - HEADER;
  const length = k.memory.load32(header) & ~BUSY;
  k.memory.store32(header, discard ? length | DISCARD : length);
}

/** bpf_ringbuf_query() for flags 0 … 3. */
export function query(k: Kernel, map: Addr, what: number): number {
  const { mask, consumer, producer } = k.views.ringbuf(k.map(map).impl);
  return [producer - consumer, mask + 1, consumer, producer][what] ?? 0;
}

const ringbufFree = routine(
  'ringbuf_free',
  'ringbuf_map_free()',
  ['map'],
  [
    step('free', 'bpf_ringbuf_free(rb)', (k, f) => {
      const { impl } = k.map(f.map);
      k.kfree(k.views.ringbuf(impl).data);
      k.kfree(impl);
      return NEXT;
    }),
  ],
);

const update = refuseUpdate('ringbuf_update', 'ringbuf_map_update_elem()', ENOTSUPP);
const remove = refuseRemove('ringbuf_delete', 'ringbuf_map_delete_elem()', ENOTSUPP);

/** Elements are for programs and for who reads the mapped pages. */
export const REFUSED_BY_RINGBUFS = {
  update,
  remove,
  readValue: () => -ENOTSUPP,
  nextKey: () => -ENOTSUPP,
} satisfies Partial<MapOps>;

export const RINGBUF_OPS: MapOps = {
  create(k, map, info) {
    const impl = k.kzalloc(BpfRingbuf);
    const data = k.kzallocBytes(2 * info.maxEntries, 'ringbuf_data');
    if (impl === 0 || data === 0) return -ENOMEM;
    const ringbuf = k.views.ringbuf(impl);
    ringbuf.mask = info.maxEntries - 1;
    ringbuf.data = data;
    k.map(map).impl = impl;
    return 0;
  },
  ...REFUSED_BY_RINGBUFS,
  free: ringbufFree,
};

export const RINGBUF_ROUTINES = [ringbufFree, update, remove];
