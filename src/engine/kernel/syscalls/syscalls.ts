import { type Routine, routine, step } from '../cpu/routine.ts';
import { ATTACH_ROUTINES } from '../net/attach.ts';
import { TRAFFIC_ROUTINES } from '../net/traffic.ts';
import { LINK_ROUTINES } from '../programs/links.ts';
import { PERF_ROUTINES } from '../programs/perf-events.ts';
import { progTestRun } from '../programs/test-run.ts';
import { TRAMPOLINE_ROUTINES } from '../programs/trampoline.ts';
import { BATCH_ROUTINES } from './batch.ts';
import { BPFFS_ROUTINES } from './bpffs.ts';
import { closeFile } from './files.ts';
import { MAP_COMMAND_ROUTINES } from './map-commands.ts';
import { TASK_ROUTINES } from './tasks.ts';

/** Sleeps: a call that is not begun before its time. */
const sleep = routine('sys_nanosleep', 'nanosleep()', [], [step('wake', 'return 0', (_k, f) => f.done(0))]);

/** The system calls of user space, as routines queued on a CPU. */
export const SYSCALL_ROUTINES: readonly Routine[] = [
  ...MAP_COMMAND_ROUTINES,
  ...BATCH_ROUTINES,
  closeFile,
  progTestRun,
  sleep,
  ...BPFFS_ROUTINES,
  ...TASK_ROUTINES,
  ...LINK_ROUTINES,
  ...ATTACH_ROUTINES,
  ...TRAFFIC_ROUTINES,
  ...PERF_ROUTINES,
  ...TRAMPOLINE_ROUTINES,
];
