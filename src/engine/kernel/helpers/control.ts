/** Helpers that steer the program: loops, tail calls, spin locks. */
import { E2BIG, EINVAL } from '../../abi/errno.ts';
import { BPF_MAX_LOOPS } from '../../abi/limits.ts';
import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import { CALL, NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { BPF_FRAME, Frame, LOCALS_OFFSET } from '../layouts/cpu.ts';
import { elementAt } from '../maps/array.ts';
import type { Addr } from '../memory/memory.ts';
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

/** kernel: include/linux/bpf.h MAX_TAIL_CALL_CNT */
const MAX_TAIL_CALLS = 33;

/** bpf_loop(nr, callback, ctx, flags): how often the callback was called. */
const loop = routine(
  'loop',
  'bpf_loop()',
  ['count', 'callback', 'contextLow', 'contextHigh', 'flags', 'flagsHigh', 'i'],
  [
    step('begin', 'if (flags) return -EINVAL; if (nr_loops > BPF_MAX_LOOPS) return -E2BIG', (_, f) => {
      if (f.flags !== 0 || f.flagsHigh !== 0) return f.done(-EINVAL);
      return f.count >>> 0 > BPF_MAX_LOOPS ? f.done(-E2BIG) : NEXT;
    }),
    step('call', 'ret = callback_fn(i, ctx)', (k, f) => {
      if (f.i === f.count) return f.done(f.i);
      const { i, contextLow, contextHigh } = f;
      f.i = i + 1;
      const frame = k.bpf.callFunction(f.callback);
      k.bpf.setArgument(frame, 1, i, 0);
      k.bpf.setArgument(frame, 2, contextLow, contextHigh);
      return CALL;
    }),
    step('stop', 'if (ret) return i + 1', (_, f) =>
      f.result !== 0 || f.resultHigh !== 0 ? f.done(f.i) : f.goto('call'),
    ),
  ],
);

/** bpf_spin_lock(lock): waits, with interrupts off from then on. */
const spinLock = routine(
  'spin_lock',
  'bpf_spin_lock()',
  ['lock'],
  [lockStep('lock', '__bpf_spin_lock_irqsave(lock)', (_, f) => f.lock)],
);

const spinUnlock = routine(
  'spin_unlock',
  'bpf_spin_unlock()',
  ['lock'],
  [unlockStep('unlock', '__bpf_spin_unlock_irqrestore(lock)', (_, f) => f.lock)],
);

/** bpf_res_spin_lock(lock): waits, but not for ever: 0, or -EDEADLK or -ETIMEDOUT. */
const resilientLock = (name: string, irqsave: boolean) =>
  routine(
    name,
    `bpf_${name}()`,
    ['lock'],
    [
      lockStep<'lock'>('lock', 'raw_res_spin_lock(lock)', (_, f) => f.lock, {
        irqsave,
        resilient: 'bucket_lock_timeout',
        failed: (_, f, errno) => f.done(-errno),
      }),
      step('end', 'return 0', (_, f) => f.done(0)),
    ],
  );

const resilientUnlock = (name: string, irqsave: boolean) =>
  routine(
    name,
    `bpf_${name}()`,
    ['lock'],
    [unlockStep<'lock'>('unlock', 'raw_res_spin_unlock(lock)', (_, f) => f.lock, { irqsave })],
  );

const resSpinLock = resilientLock('res_spin_lock', false);
const resSpinUnlock = resilientUnlock('res_spin_unlock', false);
const resSpinLockIrqsave = resilientLock('res_spin_lock_irqsave', true);
const resSpinUnlockIrqrestore = resilientUnlock('res_spin_unlock_irqrestore', true);

/** The local of a program's outermost frame that counts its tail calls. */
const TAIL_CALLS = LOCALS_OFFSET + 8;

/** bpf_tail_call(ctx, map, index): goes on behind the call if there is no such program, or after too many calls. */
function tailCall(k: Kernel, call: HelperCall): void {
  const slot = elementAt(k, call.low(2), call.low(3));
  const prog = slot === 0 ? 0 : k.memory.load32(slot);
  const counter = outermostFrame(k, call.frame) + TAIL_CALLS;
  const count = k.memory.load32(counter);
  if (prog === 0 || count >= MAX_TAIL_CALLS) return;
  k.bpf.tailCall(call.frame, prog);
  k.memory.store32(counter, count + 1);
}

/** The first of the BPF frames that called each other. */
function outermostFrame(k: Kernel, frame: Addr): Addr {
  const first = k.frameAddress(k.context, 0);
  let at = frame;
  while (at > first && k.memory.load32(at - Frame.size) === BPF_FRAME) at -= Frame.size;
  return at;
}

/** bpf_throw(cookie): does not return. */
const throwException: Helper = instant((k, call) => k.bpf.throwFrom(call.frame, call.low(1), call.high(1)));

export const CONTROL_HELPERS: readonly (readonly [number, Helper])[] = [
  [12, instant(tailCall)],
  [93, byRoutine(spinLock, R1)],
  [94, byRoutine(spinUnlock, R1)],
  [181, byRoutine(loop, R1, R2, R3, R3_HIGH, R4, R4_HIGH)],
];

export const CONTROL_KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_throw: throwException,
  bpf_res_spin_lock: byRoutine(resSpinLock, R1),
  bpf_res_spin_unlock: byRoutine(resSpinUnlock, R1),
  bpf_res_spin_lock_irqsave: byRoutine(resSpinLockIrqsave, R1),
  bpf_res_spin_unlock_irqrestore: byRoutine(resSpinUnlockIrqrestore, R1),
};

export const CONTROL_ROUTINES = [
  loop,
  spinLock,
  spinUnlock,
  resSpinLock,
  resSpinUnlock,
  resSpinLockIrqsave,
  resSpinUnlockIrqrestore,
];
