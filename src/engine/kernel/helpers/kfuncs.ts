/** Kernel functions that programs may call, by name. kernel: kernel/bpf/helpers.c, bpf_iter.c */
import { defined } from '../../../lib/assert.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Kernel } from '../kernel.ts';
import { type Helper, instant } from '../programs/helper-call.ts';
import { CONTROL_KFUNCS } from './control.ts';
import { CPU_MASK_KFUNCS } from './cpumask.ts';
import { DYNPTR_KFUNCS } from './dynptr.ts';
import { GRAPH_KFUNCS } from './graph-helpers.ts';
import { ITERATOR_KFUNCS } from './iterators.ts';
import { STRING_KFUNCS } from './strings.ts';
import { TASK_WORK_KFUNCS } from './task-work.ts';
import { wqInit, wqSetCallback, wqStart } from './workqueue.ts';

/** A void function. */
const effect = (run: (k: Kernel) => void): Helper =>
  instant((k, call) => {
    run(k);
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
  bpf_wq_init: instant(wqInit),
  bpf_wq_set_callback_impl: instant(wqSetCallback),
  bpf_wq_start: instant(wqStart),
  bpf_cast_to_kern_ctx: cast,
  bpf_rdonly_cast: cast,
  ...DYNPTR_KFUNCS,
  ...CONTROL_KFUNCS,
  ...GRAPH_KFUNCS,
  ...ITERATOR_KFUNCS,
  ...STRING_KFUNCS,
  ...CPU_MASK_KFUNCS,
  ...TASK_WORK_KFUNCS,
};

let table: ReadonlyMap<number, Helper> | undefined;

/** By BTF id in the recorded part of the kernel's BTF. */
export function kfuncTable(): ReadonlyMap<number, Helper> {
  table ??= new Map(
    Object.entries(KFUNCS).map(([name, helper]) => [defined(vmlinuxBtf().find(name, 'func'), name), helper]),
  );
  return table;
}
