import type { Switches } from '../abi/generations.ts';
import type { Routine } from './cpu/routine.ts';
import { hrtimerInterrupt, runSoftirq } from './cpu/softirq.ts';
import { kfuncTable } from './helpers/kfuncs.ts';
import { HELPER_ROUTINES, HELPERS } from './helpers/table.ts';
import type { KernelTables } from './kernel.ts';
import { close, mapFree, mapFreeAfterRcu } from './maps/map-refs.ts';
import { MAP_OPS, MAP_ROUTINES } from './maps/table.ts';
import { progFree, progRcuFree } from './programs/programs.ts';
import { SYSCALL_ROUTINES } from './syscalls/syscalls.ts';
import { timerHelpers, timerRoutines, timersOf } from './timers/table.ts';

/** The routines that every generation has; frames, calls and queues hold indices into the whole list. */
const ROUTINES: readonly Routine[] = [
  hrtimerInterrupt,
  runSoftirq,
  progFree,
  progRcuFree,
  close,
  mapFreeAfterRcu,
  mapFree,
  ...SYSCALL_ROUTINES,
  ...MAP_ROUTINES,
  ...HELPER_ROUTINES,
];

/** What a machine of these switches can do. */
export function kernelTables(switches: Switches): KernelTables {
  return {
    routines: [...timerRoutines(switches), ...ROUTINES],
    mapOps: MAP_OPS,
    helpers: new Map([...HELPERS, ...timerHelpers(timersOf(switches))]),
    kfuncs: kfuncTable(),
  };
}
