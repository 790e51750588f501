/** Helpers on ring buffers. kernel: kernel/bpf/ringbuf.c */
import { BPF_DYNPTR_TYPE_RINGBUF } from '../../abi/dynptr-types.ts';
import { E2BIG, EAGAIN, EINVAL } from '../../abi/errno.ts';
import { type RoutineFrame, routine, type Step, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { commit, query, reserve, ringbufLock } from '../maps/ringbuf.ts';
import {
  byRoutine,
  type Helper,
  type HelperCall,
  instant,
  R1,
  R2,
  R2_HIGH,
  R3,
  R3_HIGH,
  R4,
  R4_HIGH,
} from '../programs/helper-call.ts';
import { DYNPTR_SIZE, dynptrData, isNullDynptr, setDynptr } from './dynptr.ts';

/** BPF_RB_NO_WAKEUP and BPF_RB_FORCE_WAKEUP */
const WAKEUP_FLAGS = 3;

/** A step under the ring's lock, which nobody holds between steps; `failed` is what a failed wait returns. */
const locked = <L extends string>(
  name: string,
  pseudo: string,
  work: (k: Kernel, f: RoutineFrame<L | 'map'>) => ReturnType<RoutineFrame<L>['done']>,
): Step<L | 'map'> => step<L | 'map'>(name, pseudo, work, { lock: (k, f) => ringbufLock(k, f.map) });

/** bpf_ringbuf_reserve(map, size, flags): the record's address or NULL. */
const ringbufReserve = routine(
  'ringbuf_reserve',
  'bpf_ringbuf_reserve()',
  ['map', 'size', 'sizeHigh', 'flags', 'flagsHigh'],
  [
    locked<'size' | 'sizeHigh' | 'flags' | 'flagsHigh'>('reserve', '__bpf_ringbuf_reserve(rb, size)', (k, f) => {
      const refused = f.flags !== 0 || f.flagsHigh !== 0 || f.sizeHigh !== 0;
      const sample = refused ? 0 : reserve(k, f.map, f.size >>> 0);
      return f.done64(sample, k.pointerHigh(sample));
    }),
  ],
);

/** bpf_ringbuf_output(map, data, size, flags) */
const ringbufOutput = routine(
  'ringbuf_output',
  'bpf_ringbuf_output()',
  ['map', 'data', 'size', 'sizeHigh', 'flags', 'flagsHigh'],
  [
    locked<'data' | 'size' | 'sizeHigh' | 'flags' | 'flagsHigh'>(
      'output',
      'reserve; memcpy(rec, data, size); commit',
      (k, f) => {
        if ((f.flags & ~WAKEUP_FLAGS) !== 0 || f.flagsHigh !== 0) return f.done(-EINVAL);
        const sample = f.sizeHigh === 0 ? reserve(k, f.map, f.size >>> 0) : 0;
        if (sample === 0) return f.done(-EAGAIN);
        for (let i = 0; i < f.size; i++) k.memory.store8(sample + i, k.memory.load8(f.data + i));
        commit(k, sample, false);
        return f.done(0);
      },
    ),
  ],
);

/** bpf_ringbuf_reserve_dynptr(map, size, flags, ptr) */
const ringbufReserveDynptr = routine(
  'ringbuf_reserve_dynptr',
  'bpf_ringbuf_reserve_dynptr()',
  ['map', 'size', 'flags', 'flagsHigh', 'dynptr'],
  [
    locked<'size' | 'flags' | 'flagsHigh' | 'dynptr'>('reserve', '__bpf_ringbuf_reserve(rb, size)', (k, f) => {
      const error = f.flags !== 0 || f.flagsHigh !== 0 ? -EINVAL : f.size >>> 0 > DYNPTR_SIZE ? -E2BIG : 0;
      const sample = error === 0 ? reserve(k, f.map, f.size) : 0;
      setDynptr(k, f.dynptr, sample, sample === 0 ? 0 : f.size, BPF_DYNPTR_TYPE_RINGBUF);
      return f.done(error === 0 && sample === 0 ? -EINVAL : error);
    }),
  ],
);

/** A void function: R0 is not readable afterwards. */
const finishSample = (discard: boolean): Helper =>
  instant((k, call) => {
    commit(k, call.low(1), discard);
    call.returns(0);
  });

const finishDynptr = (discard: boolean): Helper =>
  instant((k, call) => {
    const dynptr = call.low(1);
    if (!isNullDynptr(k, dynptr)) {
      commit(k, dynptrData(k, dynptr), discard);
      setDynptr(k, dynptr, 0, 0, BPF_DYNPTR_TYPE_RINGBUF);
    }
    call.returns(0);
  });

function ringbufQuery(k: Kernel, call: HelperCall): void {
  call.returns64(query(k, call.low(1), call.low(2)), 0);
}

/** bpf_user_ringbuf_drain(map, callback, ctx, flags): user space here writes no samples. */
function drain(_: Kernel, call: HelperCall): void {
  call.returns((call.low(4) & ~WAKEUP_FLAGS) !== 0 || call.high(4) !== 0 ? -EINVAL : 0);
}

export const RINGBUF_HELPERS: readonly (readonly [number, Helper])[] = [
  [130, byRoutine(ringbufOutput, R1, R2, R3, R3_HIGH, R4, R4_HIGH)],
  [131, byRoutine(ringbufReserve, R1, R2, R2_HIGH, R3, R3_HIGH)],
  [132, finishSample(false)],
  [133, finishSample(true)],
  [134, instant(ringbufQuery)],
  [198, byRoutine(ringbufReserveDynptr, R1, R2, R3, R3_HIGH, R4)],
  [199, finishDynptr(false)],
  [200, finishDynptr(true)],
  [209, instant(drain)],
];

export const RINGBUF_HELPER_ROUTINES = [ringbufReserve, ringbufOutput, ringbufReserveDynptr];
