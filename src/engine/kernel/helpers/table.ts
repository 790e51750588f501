/** Everything that programs can call on this machine, but for the timer helpers. */

import type { Routine } from '../cpu/routine.ts';
import { KERNEL_OBJECT_ROUTINES } from '../graph/kernel-objects.ts';
import { OBJECT_ROUTINES } from '../graph/objects.ts';
import type { Helper } from '../programs/helper-call.ts';
import { ABSENT_HELPERS } from './absent.ts';
import { CHECKSUM_HELPERS } from './checksum.ts';
import { CONTROL_HELPERS, CONTROL_ROUTINES } from './control.ts';
import { DYNPTR_HELPERS } from './dynptr.ts';
import { GRAPH_HELPERS, GRAPH_ROUTINES } from './graph-helpers.ts';
import { MAP_HELPER_ROUTINES, MAP_HELPERS } from './map-helpers.ts';
import { PACKET_HELPERS } from './packet.ts';
import { RINGBUF_HELPER_ROUTINES, RINGBUF_HELPERS } from './ringbuf-helpers.ts';
import { STACK_HELPERS } from './stacks.ts';
import { STATE_HELPERS } from './state.ts';
import { TASK_WORK_ROUTINES } from './task-work.ts';
import { TEXT_HELPERS } from './text.ts';
import { WORKQUEUE_ROUTINES } from './workqueue.ts';

/** By helper number; kernel: enum bpf_func_id. */
export const HELPERS: ReadonlyMap<number, Helper> = new Map([
  ...MAP_HELPERS,
  ...CONTROL_HELPERS,
  ...STATE_HELPERS,
  ...TEXT_HELPERS,
  ...PACKET_HELPERS,
  ...CHECKSUM_HELPERS,
  ...ABSENT_HELPERS,
  ...RINGBUF_HELPERS,
  ...DYNPTR_HELPERS,
  ...GRAPH_HELPERS,
  ...STACK_HELPERS,
]);

export const HELPER_ROUTINES: readonly Routine[] = [
  ...MAP_HELPER_ROUTINES,
  ...CONTROL_ROUTINES,
  ...RINGBUF_HELPER_ROUTINES,
  ...WORKQUEUE_ROUTINES,
  ...TASK_WORK_ROUTINES,
  ...OBJECT_ROUTINES,
  ...KERNEL_OBJECT_ROUTINES,
  ...GRAPH_ROUTINES,
];
