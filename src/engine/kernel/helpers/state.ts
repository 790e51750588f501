/** Helpers that read the machine: clocks, CPU, random numbers, the current task. */

import { EINVAL } from '../../abi/errno.ts';
import { TICK_NS } from '../cpu/hrtimers.ts';
import type { Kernel } from '../kernel.ts';
import { TASK } from '../layouts/cpu.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';
import { callerPid, taskName, UNKNOWN_PID } from '../syscalls/tasks.ts';

/** jiffies begin five minutes before they overflow 32 bits; kernel: INITIAL_JIFFIES. */
const INITIAL_JIFFIES = 0x1_0000_0000 - 300 * 250;

const returnsNumber = (call: HelperCall, value: number): void =>
  call.returns64(value | 0, Math.floor(value / 0x1_0000_0000) | 0);

const clock = (k: Kernel, call: HelperCall): void => returnsNumber(call, k.clock.now());

/** The clock at the last tick. */
const coarseClock = (k: Kernel, call: HelperCall): void =>
  returnsNumber(call, Math.floor(k.clock.now() / TICK_NS) * TICK_NS);

const jiffies = (k: Kernel, call: HelperCall): void =>
  returnsNumber(call, INITIAL_JIFFIES + Math.floor(k.clock.now() / TICK_NS));

/** The next 32 random bits of the machine's seeded generator (xorshift64 with a multiplied output). */
function random32(k: Kernel): number {
  const globals = k.globals();
  let low = globals.randomLow;
  let high = globals.randomHigh;
  if ((low | high) === 0) high = 0x9e3779b9;
  // x ^= x << 13; x ^= x >>> 7; x ^= x << 17
  high ^= (high << 13) | (low >>> 19);
  low ^= low << 13;
  low ^= (low >>> 7) | (high << 25);
  high ^= high >>> 7;
  high ^= (high << 17) | (low >>> 15);
  low ^= low << 17;
  globals.randomLow = low;
  globals.randomHigh = high;
  return Math.imul(high ^ (high >>> 15), 0x85ebca6b) ^ low;
}

/** The task that the present CPU runs or has interrupted: 0 = idle, WORKER, else the number of its process. */
export function currentTask(k: Kernel): number {
  const context = k.contextAt(k.contextAddress(k.cpu, TASK));
  if (context.depth === 0) return 0;
  return context.job === 0 ? WORKER : callerPid(k) || UNKNOWN_PID;
}
/** A kernel thread that serves work queues. */
export const WORKER = -1;

/** Process id of the kernel thread that serves the work queues of a CPU. */
export const workerPid = (cpu: number): number => 30 + cpu;

/** Its name. */
export const workerName = (cpu: number): string => `kworker/${cpu}:1`;

function pidTgid(k: Kernel, call: HelperCall): void {
  const task = currentTask(k);
  const pid = task === WORKER ? workerPid(k.cpu) : task;
  call.returns64(pid, pid);
}

/** bpf_get_current_comm(buf, size) */
function comm(k: Kernel, call: HelperCall): void {
  const [to, size] = [call.low(1), call.low(2)];
  if (size <= 0) return call.returns(-EINVAL);
  const task = currentTask(k);
  const name = task === 0 ? `swapper/${k.cpu}` : task === WORKER ? workerName(k.cpu) : (taskName(k, task) ?? 'rearm');
  k.memory.clear(to, size);
  const shown = name.slice(0, Math.min(size, 16) - 1);
  for (let i = 0; i < shown.length; i++) k.memory.store8(to + i, shown.charCodeAt(i));
  call.returns(0);
}

/** Addresses of tasks are never followed: there are no task structs here. */
const TASKS_HIGH = 0xffff8881 | 0;
const taskPointer = (k: Kernel, call: HelperCall): void => call.returns64((currentTask(k) + 2) << 12, TASKS_HIGH);

/** The process that a pointer from there stands for; 0 or WORKER for threads of the kernel. */
export const pidOfTaskPointer = (low: number): number => (low >> 12) - 2;

export const STATE_HELPERS: readonly (readonly [number, Helper])[] = [
  [5, instant(clock)],
  [7, instant((k, call) => call.returns64(random32(k), 0))],
  [8, instant((k, call) => call.returns(k.cpu))],
  [14, instant(pidTgid)],
  [15, instant((_, call) => call.returns(0))],
  [16, instant(comm)],
  [35, instant(taskPointer)],
  [42, instant((_, call) => call.returns(0))],
  [118, instant(jiffies)],
  [125, instant(clock)],
  [158, instant(taskPointer)],
  [160, instant(coarseClock)],
  [208, instant(clock)],
];
