/**
 * The trace: what happened, for the timeline. A ring of records outside of the machine's state; seeking back cuts it.
 *
 *   word  0         1          2      3       4        5    6     7       8
 *         time low  time high  where  kind    object   arg  arg2  step    cause
 *
 * `where` is cpu | context << 8 (context: 0 task, 1 softirq, 2 hardirq, 3 nmi, 4 outside of any CPU).
 * `cause` is the number of the record that led to this one, plus 1; 0 = none. Names are indices of `names`.
 */
export const TRACE_SIZE = 9;
export const TRACE = {
  timeLow: 0,
  timeHigh: 1,
  where: 2,
  kind: 3,
  object: 4,
  arg: 5,
  arg2: 6,
  step: 7,
  cause: 8,
} as const;

/** Kinds of records; the comment says what object, arg, arg2 are. */
export const TraceKind = {
  /** name of what runs, id of the job (system call, work item), – */
  taskEnter: 1,
  /** name, id of the job, result */
  taskExit: 2,
  /** the timer interrupt, which only raises the softirq, or an irq_work */
  hardirqEnter: 3,
  hardirqExit: 4,
  /** –, round (1 = first) */
  softirqEnter: 5,
  softirqExit: 6,
  /** name of the callback, bpf_hrtimer, map value; cause = the arming */
  callbackEnter: 7,
  callbackExit: 8,
  /** name of the routine (helper, map operation, …), first argument, second argument */
  routineEnter: 9,
  /** name of the routine, low word of the result, high word */
  routineExit: 10,
  /** name of the program, bpf_prog, context */
  progEnter: 11,
  /** name of the program, bpf_prog, result */
  progExit: 12,
  /** bpf_hrtimer, expiry low, expiry high */
  timerArm: 13,
  /** bpf_hrtimer, result of the attempt (-1, 0, 1) */
  timerCancel: 14,
  /** bpf_hrtimer, – : taken off its queue, its function is about to run; cause = the arming */
  timerExpire: 15,
  /** bpf_hrtimer, map, map value */
  timerInit: 16,
  /** bpf_hrtimer, – : memory given to the allocator */
  timerFree: 17,
  /** lock address, name of the step */
  lockAcquire: 18,
  lockRelease: 19,
  /** name of the step that waits, what it waits for (address) */
  waitBegin: 20,
  waitEnd: 21,
  /** rcu_head, flavour */
  rcuCall: 22,
  /** rcu_head, flavour: its grace period is over and its callback runs; cause = the call */
  rcuRun: 23,
  /** work item, name of the routine */
  workQueue: 24,
  workRun: 25,
  /** text as a name, program */
  printk: 26,
  /** bpf_prog, new count */
  progRef: 27,
  /** bpf_map, refcnt, usercnt */
  mapRef: 28,
  /** text as a name: the sanitizer's or an invariant's report */
  report: 29,
  /** –, ns low, ns high: the machine was idle and the clock jumps to this time */
  idleJump: 30,
  /** address of the word, value: a store leaves the CPU's store buffer */
  storeDrain: 31,
} as const;
export type TraceKind = (typeof TraceKind)[keyof typeof TraceKind];

/** `where` of records that belong to no CPU. */
export const OUTSIDE = 4 << 8;
export const traceCpu = (where: number): number => where & 0xff;
export const traceContext = (where: number): number => where >> 8;

const DEFAULT_RECORDS = 1 << 17;

export class TraceStore {
  /** Off: nothing is recorded (exploration, benchmarks). */
  enabled = true;
  private words: Int32Array;
  private readonly capacity: number;
  private count = 0;
  private readonly nameList: string[] = [];
  private readonly nameIndex = new Map<string, number>();

  constructor(records = DEFAULT_RECORDS) {
    this.capacity = records;
    this.words = new Int32Array(Math.min(records, 1024) * TRACE_SIZE);
  }

  /** Number of the record after the newest one: records are numbered from 0 for ever. */
  get end(): number {
    return this.count;
  }

  /** Oldest record that is still there. */
  get start(): number {
    return Math.max(0, this.count - this.capacity);
  }

  get names(): readonly string[] {
    return this.nameList;
  }

  /** Names of processes by their numbers: what lines of trace_pipe begin with. */
  private readonly taskNames = new Map<number, string>();

  nameTask(pid: number, name: string): void {
    this.taskNames.set(pid, name);
  }

  taskName(pid: number): string | undefined {
    return this.taskNames.get(pid);
  }

  /** Index of a name, new or known. */
  name(text: string): number {
    const known = this.nameIndex.get(text);
    if (known !== undefined) return known;
    this.nameList.push(text);
    this.nameIndex.set(text, this.nameList.length - 1);
    return this.nameList.length - 1;
  }

  /** Appends a record; the number it got, or -1 while recording is off. */
  add(
    timeLow: number,
    timeHigh: number,
    where: number,
    kind: TraceKind,
    object: number,
    arg: number,
    arg2: number,
    step: number,
    cause: number,
  ): number {
    if (!this.enabled) return -1;
    const at = this.place(this.count);
    const w = this.words;
    w[at] = timeLow;
    w[at + 1] = timeHigh;
    w[at + 2] = where;
    w[at + 3] = kind;
    w[at + 4] = object;
    w[at + 5] = arg;
    w[at + 6] = arg2;
    w[at + 7] = step;
    w[at + 8] = cause;
    return this.count++;
  }

  /** Word `field` of record `number`. */
  get(number: number, field: number): number {
    return this.words[(number % this.capacity) * TRACE_SIZE + field];
  }

  /** A copy of the records [from, to). */
  slice(from: number, to = this.count): Int32Array {
    const first = Math.max(from, this.start);
    const copy = new Int32Array(Math.max(0, to - first) * TRACE_SIZE);
    for (let number = first; number < to; number++) {
      const at = (number % this.capacity) * TRACE_SIZE;
      copy.set(this.words.subarray(at, at + TRACE_SIZE), (number - first) * TRACE_SIZE);
    }
    return copy;
  }

  /** Forgets the records from number `end` on: the machine went back. */
  cut(end: number): void {
    this.count = Math.min(this.count, Math.max(end, 0));
  }

  private place(number: number): number {
    const at = (number % this.capacity) * TRACE_SIZE;
    if (at >= this.words.length) {
      const grown = new Int32Array(Math.min(this.words.length * 4, this.capacity * TRACE_SIZE));
      grown.set(this.words);
      this.words = grown;
    }
    return at;
  }
}
