/** Freeing the special fields of one value: (map, value). kernel: bpf_obj_free_fields() */
import { wqCancelAndFree } from '../helpers/workqueue.ts';
import { NEXT, routine, step } from '../routine.ts';
import { timerIn, workIn } from './special-fields.ts';

export const freeFields = routine(
  'free_fields',
  'bpf_obj_free_fields()',
  ['map', 'value'],
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
  ],
);
