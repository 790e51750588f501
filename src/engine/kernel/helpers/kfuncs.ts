/** Kernel functions that programs may call, by name. kernel: kernel/bpf/helpers.c, bpf_iter.c */
import { defined } from '../../../lib/assert.ts';
import { E2BIG, EINVAL } from '../../abi/errno.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import { type Helper, type HelperCall, instant } from '../helper-call.ts';
import type { Kernel } from '../kernel.ts';
import { type Addr, POINTER_HIGH } from '../memory.ts';
import { DYNPTR_KFUNCS } from './dynptr.ts';
import { GRAPH_KFUNCS } from './graph-helpers.ts';
import { wqInit, wqSetCallback, wqStart } from './workqueue.ts';

/** kernel: BPF_MAX_LOOPS bounds numeric iterators too. */
const MAX_LOOPS = 8 * 1024 * 1024;

/** A void function. */
const effect = (run: (k: Kernel) => void): Helper =>
  instant((k, call) => {
    run(k);
    call.returns(0);
  });

/** struct bpf_iter_num: the number before the next one, and the end; both 0 when it is over. */
function iterNumNew(k: Kernel, call: HelperCall): void {
  const [iterator, start, end] = [call.low(1), call.low(2), call.low(3)];
  const error = start > end ? -EINVAL : end - start > MAX_LOOPS ? -E2BIG : 0;
  k.memory.store32(iterator, error === 0 ? start - 1 : 0);
  k.memory.store32(iterator + 4, error === 0 ? end : 0);
  call.returns(error);
}

/** Address of the current number, or NULL behind the end. */
function iterNumNext(k: Kernel, call: HelperCall): void {
  const iterator = call.low(1);
  const current = k.memory.load32(iterator) + 1;
  if (current >= k.memory.load32(iterator + 4)) {
    endIteration(k, iterator);
    return call.returns(0);
  }
  k.memory.store32(iterator, current);
  call.returns64(iterator, POINTER_HIGH);
}

function endIteration(k: Kernel, iterator: Addr): void {
  k.memory.store32(iterator, 0);
  k.memory.store32(iterator + 4, 0);
}

const iterNumDestroy: Helper = instant((k, call) => {
  endIteration(k, call.low(1));
  call.returns(0);
});

/** bpf_local_irq_save(flags): remembers whether interrupts were on. */
const irqSave: Helper = instant((k, call) => {
  k.memory.store32(call.low(1), Number(k.irqsOff(k.cpu)));
  k.irqDisable();
  call.returns(0);
});

const cast: Helper = instant((_, call) => call.returns64(call.low(1), call.high(1)));

const KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_rcu_read_lock: effect((k) => k.rcu.readLock()),
  bpf_rcu_read_unlock: effect((k) => k.rcu.readUnlock()),
  bpf_preempt_disable: effect((k) => {
    k.thisContext().preemptOff++;
  }),
  bpf_preempt_enable: effect((k) => {
    k.thisContext().preemptOff--;
  }),
  bpf_local_irq_save: irqSave,
  bpf_local_irq_restore: effect((k) => k.irqEnable()),
  bpf_iter_num_new: instant(iterNumNew),
  bpf_iter_num_next: instant(iterNumNext),
  bpf_iter_num_destroy: iterNumDestroy,
  bpf_wq_init: instant(wqInit),
  bpf_wq_set_callback_impl: instant(wqSetCallback),
  bpf_wq_start: instant(wqStart),
  bpf_cast_to_kern_ctx: cast,
  bpf_rdonly_cast: cast,
  ...DYNPTR_KFUNCS,
  ...GRAPH_KFUNCS,
};

let table: ReadonlyMap<number, Helper> | undefined;

/** By BTF id in the recorded part of the kernel's BTF. */
export function kfuncTable(): ReadonlyMap<number, Helper> {
  table ??= new Map(
    Object.entries(KFUNCS).map(([name, helper]) => [defined(vmlinuxBtf().find(name, 'func'), name), helper]),
  );
  return table;
}
