/**
 * `bpf_task_work`: a callback that the current task runs on its way back to user space, as often as a map value schedules it.
 *
 *   STANDBY → PENDING → SCHEDULING → SCHEDULED → RUNNING → STANDBY
 *   schedule()  irq_work  task_work_add()          callback     …      any of them → FREED when the value goes
 *
 * The context of a value is counted: the map's own reference, and one of the callback that is on its way.
 * kernel: kernel/bpf/helpers.c bpf_task_work_schedule(), bpf_task_work_irq(), bpf_task_work_callback()
 */
import { EBADF, EBUSY, ENOMEM } from '../../abi/errno.ts';
import { CallQueues } from '../cpu/calls.ts';
import { RCU_TASKS_TRACE } from '../cpu/rcu.ts';
import { CALL, NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { LOCALS_OFFSET } from '../layouts/cpu.ts';
import { counter, layout, owns, ptr, u32 } from '../memory/layout.ts';
import type { Addr } from '../memory/memory.ts';
import { storePointer } from '../memory/pointers.ts';
import { viewOf } from '../memory/view.ts';
import { byRoutine, type Helper, R1, R2, R3, R4, THIS_PROG } from '../programs/helper-call.ts';
import { progInc, progPut } from '../programs/programs.ts';
import { UNKNOWN_PID } from '../syscalls/tasks.ts';
import { pidOfTaskPointer } from './state.ts';

const STANDBY = 0;
const PENDING = 1;
const SCHEDULING = 2;
const SCHEDULED = 3;
const RUNNING = 4;
const FREED = 5;

/** kernel: struct bpf_task_work_ctx */
const TaskWork = layout('bpf_task_work_ctx', {
  state: u32(),
  refcnt: counter(),
  prog: owns('bpf_prog', 'refcnt'),
  /** Number of the process that runs the callback, and the CPU that it was on. */
  pid: u32(),
  cpu: u32(),
  map: ptr('bpf_map'),
  value: ptr('map_value'),
  /** Callback as a function reference. */
  callback: ptr('subprog'),
  /** What brings the task to the callback; kernel: struct callback_head */
  call: ptr('call'),
});
const view = viewOf(TaskWork);

const freeContext = routine(
  'task_work_free',
  'bpf_mem_free()',
  ['context'],
  [
    step('free', 'free_one(ctx)', (k, f) => {
      freeCall(k, f.context);
      k.kfree(f.context);
      return f.done(0);
    }),
  ],
);

/** What brought the task to the callback is of no use once that has run. */
function freeCall(k: Kernel, context: Addr): void {
  const { call } = view(k, context);
  view(k, context).call = 0;
  if (call !== 0) k.kfree(call);
}

/** The context of a `struct bpf_task_work`; 0 if it has none. */
const contextOf = (k: Kernel, work: Addr): Addr => k.memory.load32(work);

/** The state becomes `to` if it is `from`; what it was. kernel: cmpxchg() */
function exchange(k: Kernel, context: Addr, from: number, to: number): number {
  const { state } = view(k, context);
  if (state === from) view(k, context).state = to;
  return state;
}

/** Gives back what a scheduled callback holds. kernel: bpf_task_work_ctx_reset() */
function reset(k: Kernel, context: Addr): void {
  const { prog } = view(k, context);
  view(k, context).prog = 0;
  if (prog !== 0) progPut(k, prog);
}

/** kernel: bpf_task_work_ctx_put() */
function put(k: Kernel, context: Addr): void {
  const refcnt = view(k, context).refcnt - 1;
  view(k, context).refcnt = refcnt;
  if (refcnt > 0) return;
  reset(k, context);
  k.rcu.call(freeContext, context, RCU_TASKS_TRACE);
}

/** The context of the value, which it gets when it is first scheduled; 0 if memory is used up. */
function fetchContext(k: Kernel, work: Addr): Addr {
  const old = contextOf(k, work);
  if (old !== 0) return old;
  const context = k.kzalloc(TaskWork);
  if (context === 0) return 0;
  view(k, context).refcnt = 1;
  storePointer(k, work, context);
  return context;
}

/** (work, map, callback, prog, task) */
const schedule = (name: string, kernelFunction: string) =>
  routine(
    name,
    kernelFunction,
    ['work', 'map', 'callback', 'prog', 'task', 'context'],
    [
      step('hold', 'prog = bpf_prog_inc_not_zero(aux->prog); task = bpf_task_acquire(task)', (k, f) =>
        progInc(k, f.prog) ? NEXT : f.done(-EBADF),
      ),
      step('fetch_ctx', 'ctx = bpf_task_work_fetch_ctx(tw, map); bpf_task_work_ctx_tryget(ctx)', (k, f) => {
        f.context = fetchContext(k, f.work);
        if (f.context !== 0) view(k, f.context).refcnt++;
        else progPut(k, f.prog);
        return f.context === 0 ? f.done(-ENOMEM) : NEXT;
      }),
      step('pending', 'if (cmpxchg(&ctx->state, STANDBY, PENDING) != STANDBY) return -EBUSY', (k, f) => {
        if (exchange(k, f.context, STANDBY, PENDING) === STANDBY) return NEXT;
        put(k, f.context);
        progPut(k, f.prog);
        return f.done(-EBUSY);
      }),
      step('check_uref', 'if (!atomic64_read(&map->usercnt)) return -EBUSY', (k, f) => {
        if (k.map(f.map).usercnt !== 0) return NEXT;
        put(k, f.context);
        taskWorkCancelAndFree(k, f.work);
        progPut(k, f.prog);
        return f.done(-EBUSY);
      }),
      step('queue', 'ctx->task = task; irq_work_queue(&ctx->irq_work)', (k, f) => {
        const { prog, task, map, callback, work } = f;
        const cursor = view(k, f.context);
        cursor.prog = prog;
        cursor.pid = pidOfTaskPointer(task);
        cursor.cpu = k.cpu;
        cursor.map = map;
        cursor.value = work - (k.mapInfos[k.map(map).info].record?.taskWorkOff ?? 0);
        view(k, f.context).callback = callback;
        k.irqWork.queue(taskWorkIrq, f.context);
        return f.done(0);
      }),
    ],
  );

/** The hard interrupt that gives the work to the task: (context). */
const taskWorkIrq = routine(
  'task_work_irq',
  'bpf_task_work_irq()',
  ['context'],
  [
    step(
      'scheduling',
      'if (cmpxchg(&ctx->state, PENDING, SCHEDULING) != PENDING) bpf_task_work_ctx_put(ctx)',
      (k, f) => {
        if (exchange(k, f.context, PENDING, SCHEDULING) === PENDING) {
          k.rcu.readLockTrace();
          return NEXT;
        }
        put(k, f.context);
        return f.done(0);
      },
    ),
    step('task_work_add', 'err = task_work_add(ctx->task, &ctx->work, ctx->mode)', (k, f) => {
      addToTask(k, f.context);
      return NEXT;
    }),
    step('scheduled', 'if (cmpxchg(&ctx->state, SCHEDULING, SCHEDULED) == FREED) bpf_task_work_cancel(ctx)', (k, f) => {
      if (exchange(k, f.context, SCHEDULING, SCHEDULED) === FREED) cancel(k, f.context);
      k.rcu.readUnlockTrace();
      return f.done(0);
    }),
  ],
);

/** The task comes to it when the system call that it is in has ended; threads of the kernel never do. */
function addToTask(k: Kernel, context: Addr): void {
  const { pid, cpu } = view(k, context);
  if (pid <= 0) return;
  freeCall(k, context);
  const calls = new CallQueues(k);
  const call = calls.make(taskWorkRun, [context], pid === UNKNOWN_PID ? 0 : pid);
  view(k, context).call = call;
  calls.queue(cpu, call, 0);
}

/** Takes the callback back unless it has begun, and its reference with it. kernel: task_work_cancel() */
function cancel(k: Kernel, context: Addr): void {
  const { call, pid } = view(k, context);
  const calls = new CallQueues(k);
  if (pid > 0 && !calls.isQueued(call)) return;
  if (pid > 0) calls.withdraw(call);
  put(k, context);
}

/** What a task does on its way to user space: (context). */
const taskWorkRun = routine(
  'task_work_run',
  'bpf_task_work_callback()',
  ['context', 'key'],
  [
    step('running', 'if (cmpxchg(&ctx->state, SCHEDULED, RUNNING) == FREED) return', (k, f) => {
      const before = exchange(k, f.context, SCHEDULING, RUNNING);
      const state = before === SCHEDULED ? exchange(k, f.context, SCHEDULED, RUNNING) : before;
      if (state === FREED) {
        put(k, f.context);
        return f.done(0);
      }
      k.rcu.readLockTrace();
      return NEXT;
    }),
    step('callback', 'ctx->callback_fn(ctx->map, key, ctx->map_val)', (k, f) => {
      const { map, value, callback } = view(k, f.context);
      const key = k.mapOps(map).keyOf?.(k, map, value, f.base + KEY_LOCAL) ?? 0;
      const frame = k.bpf.callFunction(callback);
      k.bpf.setArgument(frame, 1, map, k.pointerHigh(map));
      k.bpf.setArgument(frame, 2, key, k.pointerHigh(key));
      k.bpf.setArgument(frame, 3, value, k.pointerHigh(value));
      return CALL;
    }),
    step('standby', 'bpf_task_work_ctx_reset(ctx); cmpxchg(&ctx->state, RUNNING, STANDBY)', (k, f) => {
      reset(k, f.context);
      exchange(k, f.context, RUNNING, STANDBY);
      put(k, f.context);
      k.rcu.readUnlockTrace();
      return f.done(0);
    }),
  ],
);

/** The second local of `taskWorkRun`: where an array's index goes. */
const KEY_LOCAL = LOCALS_OFFSET + 4;

/** The interrupt that cancels the callback of a value that has gone: (context). */
const taskWorkCancel = routine(
  'task_work_cancel',
  'bpf_task_work_cancel_scheduled()',
  ['context'],
  [
    step('cancel', 'bpf_task_work_cancel(ctx); bpf_task_work_ctx_put(ctx)', (k, f) => {
      cancel(k, f.context);
      put(k, f.context);
      return f.done(0);
    }),
  ],
);

/** The value of a task work goes away. kernel: bpf_task_work_cancel_and_free() */
export function taskWorkCancelAndFree(k: Kernel, work: Addr): void {
  const context = contextOf(k, work);
  if (context === 0) return;
  storePointer(k, work, 0);
  const { state } = view(k, context);
  view(k, context).state = FREED;
  if (state === SCHEDULED) k.irqWork.queue(taskWorkCancel, context);
  else put(k, context);
}

const scheduleSignal = schedule('task_work_schedule_signal', 'bpf_task_work_schedule_signal()');
const scheduleResume = schedule('task_work_schedule_resume', 'bpf_task_work_schedule_resume()');

/** (task, work, map, callback, aux) */
export const TASK_WORK_KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_task_work_schedule_signal_impl: byRoutine(scheduleSignal, R2, R3, R4, THIS_PROG, R1),
  bpf_task_work_schedule_resume_impl: byRoutine(scheduleResume, R2, R3, R4, THIS_PROG, R1),
};

export const TASK_WORK_ROUTINES: readonly Routine[] = [
  freeContext,
  scheduleSignal,
  scheduleResume,
  taskWorkIrq,
  taskWorkRun,
  taskWorkCancel,
];
