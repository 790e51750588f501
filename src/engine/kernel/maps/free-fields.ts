/** Freeing the special fields of one value: (map, value). kernel: bpf_obj_free_fields() */
import { BPF_GRAPH_ROOT, BPF_KPTR } from '../../btf/field-types.ts';
import type { BtfField } from '../../btf/fields.ts';
import { lockStep, unlockStep } from '../cpu/lock-steps.ts';
import { NEXT, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import { detachRoot, dropObjects, rootedObjects, takeOwned } from '../graph/objects.ts';
import { taskWorkCancelAndFree } from '../helpers/task-work.ts';
import { wqCancelAndFree } from '../helpers/workqueue.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { fieldsOf, taskWorkIn, timerIn, valuesOfAllCpus, workIn } from './special-fields.ts';

type Local = 'map' | 'value' | 'i' | 'first';

/** The list head or tree root that is next: they are done one after the other. */
const rootAt = (k: Kernel, { map, i }: RoutineFrame<Local>): BtfField | undefined =>
  fieldsOf(k, map, BPF_GRAPH_ROOT)[i];

const valueLock = (k: Kernel, f: RoutineFrame<Local>): Addr => f.value + k.map(f.map).spinLockOffset;

/** Roots are emptied under the lock of their value, and what they owned is dropped outside of it. */
const whileRooted = { skip: (k: Kernel, f: RoutineFrame<Local>) => rootAt(k, f) === undefined };

export const freeFields = routine(
  'free_fields',
  'bpf_obj_free_fields()',
  ['map', 'value', 'i', 'first'],
  [
    step(
      'timer',
      'bpf_timer_cancel_and_free(field_ptr)',
      (k, f) => k.call(k.timers.cancelAndFree, timerIn(k, f.map, f.value)),
      { skip: (k, f) => timerIn(k, f.map, f.value) === 0 },
    ),
    step(
      'work',
      'bpf_wq_cancel_and_free(field_ptr)',
      (k, f) => {
        wqCancelAndFree(k, workIn(k, f.map, f.value));
        return NEXT;
      },
      { skip: (k, f) => workIn(k, f.map, f.value) === 0 },
    ),
    step(
      'task_work',
      'bpf_task_work_cancel_and_free(field_ptr)',
      (k, f) => {
        taskWorkCancelAndFree(k, taskWorkIn(k, f.map, f.value));
        return NEXT;
      },
      { skip: (k, f) => taskWorkIn(k, f.map, f.value) === 0 },
    ),
    step(
      'kptr',
      'xchgd_field = xchg(field_ptr, 0); __bpf_obj_drop_impl(xchgd_field)',
      (k, f) => {
        dropKptrs(k, f.map, f.value);
        return NEXT;
      },
      { skip: (k, f) => fieldsOf(k, f.map, BPF_KPTR).length === 0 },
    ),
    { ...lockStep<Local>('lock_root', '__bpf_spin_lock_irqsave(spin_lock)', valueLock), ...whileRooted },
    step(
      'detach_root',
      'orig_root = *root; *root = EMPTY',
      (k, f) => {
        const root = rootAt(k, f);
        f.first = root === undefined ? 0 : detachRoot(k, root, f.value + root.offset);
        return NEXT;
      },
      whileRooted,
    ),
    { ...unlockStep<Local>('unlock_root', '__bpf_spin_unlock_irqrestore(spin_lock)', valueLock), ...whileRooted },
    step(
      'drop_nodes',
      'for each node: __bpf_obj_drop_impl(obj)',
      (k, f) => {
        const root = rootAt(k, f);
        if (root !== undefined && f.first !== 0) {
          dropObjects(k, rootedObjects(k, root, f.first, f.value + root.offset));
        }
        f.i++;
        return f.goto('lock_root');
      },
      whileRooted,
    ),
  ],
);

function dropKptrs(k: Kernel, map: Addr, value: Addr): void {
  for (const field of fieldsOf(k, map, BPF_KPTR)) {
    for (const each of valuesOfAllCpus(k, map, value)) dropObjects(k, takeOwned(k, field, each + field.offset));
  }
}
