/**
 * `bpf_wq`: a work item inside a map value. Its callback runs in process context.
 * kernel: kernel/bpf/helpers.c bpf_wq_init(), bpf_wq_set_callback_impl(), bpf_wq_start(), bpf_wq_work()
 */
import { EBUSY, EINVAL, ENOENT, ENOMEM, EPERM } from '../../abi/errno.ts';
import { CALL, NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { LOCALS_OFFSET } from '../layouts/cpu.ts';
import { counter, flag, layout, lock, owns, ptr, u32 } from '../memory/layout.ts';
import type { Addr } from '../memory/memory.ts';
import { storePointer } from '../memory/pointers.ts';
import { viewOf } from '../memory/view.ts';
import type { HelperCall } from '../programs/helper-call.ts';
import { progInc, progPut } from '../programs/programs.ts';

/** kernel: struct bpf_wq as the kernel sees it, inside a map value; 16 bytes. */
const BpfWq = layout('bpf_wq', { work: ptr('bpf_work'), workHigh: u32(), lock: lock(), reserved: u32() });

/** kernel: struct bpf_work */
const BpfWork = layout('bpf_work', {
  map: ptr('bpf_map'),
  prog: owns('bpf_prog', 'refcnt'),
  /** Callback as a function reference; 0 = none. */
  callback: ptr('subprog'),
  value: ptr('map_value'),
  /** In the queue. */
  pending: flag(),
  /** The element has gone; the last run frees the object. */
  detached: flag(),
  running: counter(),
});

const WORK = BpfWq.offset('work');

const work = viewOf(BpfWork);

const workOf = (k: Kernel, wq: Addr): Addr => k.memory.load32(wq + WORK);

const attach = (k: Kernel, wq: Addr, address: Addr): void => storePointer(k, wq + WORK, address);

/** bpf_wq_init(wq, map, flags) */
export function wqInit(k: Kernel, call: HelperCall): void {
  call.returns(initialise(k, call.low(1), call.low(2), call.low(3)));
}

function initialise(k: Kernel, wq: Addr, map: Addr, flags: number): number {
  if (flags !== 0) return -EINVAL;
  if (workOf(k, wq) !== 0) return -EBUSY;
  if (k.map(map).usercnt === 0) return -EPERM;
  const address = k.kzalloc(BpfWork);
  if (address === 0) return -ENOMEM;
  const { wqOffset } = k.map(map);
  const item = work(k, address);
  item.map = map;
  item.value = wq - wqOffset;
  attach(k, wq, address);
  return 0;
}

/** bpf_wq_set_callback_impl(wq, callback, flags, aux) */
export function wqSetCallback(k: Kernel, call: HelperCall): void {
  call.returns(setCallback(k, call.low(1), call.low(2), call.low(3), call.prog()));
}

function setCallback(k: Kernel, wq: Addr, callback: number, flags: number, prog: Addr): number {
  const address = workOf(k, wq);
  if (flags !== 0 || address === 0) return -EINVAL;
  const { map, prog: old } = work(k, address);
  if (k.map(map).usercnt === 0) return -EPERM;
  if (old !== prog) {
    if (!progInc(k, prog)) return -ENOENT;
    if (old !== 0) progPut(k, old);
    work(k, address).prog = prog;
  }
  work(k, address).callback = callback;
  return 0;
}

/** bpf_wq_start(wq, flags): queues the work unless it is already queued. */
export function wqStart(k: Kernel, call: HelperCall): void {
  const address = workOf(k, call.low(1));
  if (call.low(2) !== 0 || address === 0 || work(k, address).prog === 0) return call.returns(-EINVAL);
  if (work(k, address).pending === 0) {
    work(k, address).pending = 1;
    k.work.queueHere(wqRun, address);
  }
  call.returns(0);
}

/** The worker: calls the callback with map, key and value. */
const wqRun = routine(
  'work',
  'bpf_wq_work()',
  ['work', 'key'],
  [
    step('take', 'callback = READ_ONCE(w->callback_fn)', (k, f) => {
      const item = work(k, f.work);
      item.pending = 0;
      if (item.callback === 0) return f.goto('done');
      item.running++;
      return NEXT;
    }),
    step('run_fn', 'callback_fn(map, key, value)', (k, f) => {
      k.rcu.readLockTrace();
      callWork(k, f.work, f.base + KEY_LOCAL);
      return CALL;
    }),
    step('done', 'rcu_read_unlock_trace()', (k, f) => {
      if (work(k, f.work).running !== 0) {
        k.rcu.readUnlockTrace();
        work(k, f.work).running--;
      }
      const { detached, running } = work(k, f.work);
      if (detached !== 0 && running === 0) k.kfree(f.work);
      return f.done(0);
    }),
  ],
);

/** The second local of `wqRun`: where an array's index goes. */
const KEY_LOCAL = LOCALS_OFFSET + 4;

function callWork(k: Kernel, address: Addr, scratch: Addr): void {
  const { map, value, callback } = work(k, address);
  const key = k.mapOps(map).keyOf?.(k, map, value, scratch) ?? 0;
  const frame = k.bpf.callFunction(callback);
  k.bpf.setArgument(frame, 1, map, k.pointerHigh(map));
  k.bpf.setArgument(frame, 2, key, k.pointerHigh(key));
  k.bpf.setArgument(frame, 3, value, k.pointerHigh(value));
}

/** The element of a work queue goes away. kernel: bpf_wq_cancel_and_free() */
export function wqCancelAndFree(k: Kernel, wq: Addr): void {
  const address = workOf(k, wq);
  if (address === 0) return;
  const { prog, pending, running } = work(k, address);
  if (prog !== 0) progPut(k, prog);
  const item = work(k, address);
  item.prog = 0;
  item.callback = 0;
  attach(k, wq, 0);
  if (pending === 0 && running === 0) k.kfree(address);
  else work(k, address).detached = 1;
}

export const WORKQUEUE_ROUTINES = [wqRun];
