import { TRACE, TRACE_SIZE, TraceKind, traceContext, traceCpu } from '../../../engine/kernel/trace/trace.ts';
import type { TraceView } from '../../state/trace-store.ts';

/** The trace as things with a beginning and an end, ready to be laid out. Times are ns since boot. */
export interface TimelineModel {
  /** Lanes by `laneKey(cpu, context)`. */
  readonly lanes: ReadonlyMap<number, Lane>;
  /** In the order in which they were armed. */
  readonly armings: readonly Arming[];
  /** Those that are still to come, by their timers. */
  readonly pending: ReadonlyMap<number, Arming>;
  /** In the order in which they were asked for. */
  readonly graces: readonly Span[];
  readonly notes: readonly Note[];
  /** Time of the first and of the last record; 0 if there is none. */
  readonly start: number;
  readonly end: number;
}

export type Context = 'task' | 'softirq' | 'hardirq' | 'nmi';
/** By number, as in the trace. */
export const CONTEXTS: readonly Context[] = ['task', 'softirq', 'hardirq', 'nmi'];

/** What runs on a CPU in a context. Spans of one depth follow each other; a deeper one lies inside a shallower one. */
export interface Lane {
  readonly cpu: number;
  readonly context: Context;
  readonly depths: readonly (readonly Span[])[];
  readonly waits: readonly Span[];
  readonly locks: readonly Span[];
}

export interface Span {
  readonly what: 'task' | 'hardirq' | 'softirq' | 'callback' | 'program' | 'wait' | 'lock' | 'grace';
  readonly name: string;
  readonly cpu: number;
  readonly context: Context;
  readonly start: number;
  /** Infinity while it goes on. */
  end: number;
  /** Machine step at its beginning. */
  readonly step: number;
  /** Address of what it is about: timer, lock, head of a call of RCU. */
  readonly object: number;
  /** Of a grace period: the routine that ran when it was over. */
  runs?: string;
  /** Of a callback: its arming. Of a wait: what it waits for. */
  readonly arming?: Arming;
  readonly waitsFor?: Span;
}

/** One start of a timer, up to its end. */
export interface Arming {
  readonly timer: number;
  readonly cpu: number;
  readonly context: Context;
  readonly at: number;
  readonly expires: number;
  readonly step: number;
  outcome: 'pending' | 'fired' | 'cancelled' | 'moved';
  /** When it fired, was cancelled or moved; Infinity while pending. */
  end: number;
  /** Name of the callback; before it ran that of the timer's last one, if it ran before. */
  callback: string | undefined;
}

/** Something without a duration. */
export interface Note {
  readonly what: 'printk' | 'report' | 'free' | 'drain';
  readonly text: string;
  readonly cpu: number;
  readonly context: Context;
  readonly at: number;
  readonly step: number;
}

const TWO32 = 0x1_0000_0000;

/** The flavour of RCU in the records of its calls that is not the usual one. */
const TASKS_TRACE = 1;

export const laneKey = (cpu: number, context: number): number => cpu * CONTEXTS.length + context;

interface MutableLane {
  readonly cpu: number;
  readonly context: Context;
  readonly depths: Span[][];
  readonly waits: Span[];
  readonly locks: Span[];
  /** Spans that go on, outermost first. */
  readonly open: Span[];
  /** Kernel routines that go on: an interrupt context lasts as long as its outermost one. */
  routines: number;
  /** A grace period that is over: the next routine is what waited for it. */
  over?: Span | undefined;
}

/** Kinds of records that begin and end a span of a lane. */
const BEGINS = new Map<number, Span['what']>([
  [TraceKind.taskEnter, 'task'],
  [TraceKind.callbackEnter, 'callback'],
  [TraceKind.progEnter, 'program'],
]);
const ENDS = new Map<number, Span['what']>([
  [TraceKind.taskExit, 'task'],
  [TraceKind.callbackExit, 'callback'],
  [TraceKind.progExit, 'program'],
]);
/** Spans whose record has a name; the others are called after their context. */
const NAMED: ReadonlySet<Span['what']> = new Set(['task', 'callback', 'program']);

/** Builds a model record by record, so that a growing trace costs only what is new. */
export class TimelineBuilder implements TimelineModel {
  readonly lanes = new Map<number, MutableLane>();
  readonly armings: Arming[] = [];
  readonly graces: Span[] = [];
  readonly notes: Note[] = [];
  start = 0;
  end = 0;
  private readonly byRecord = new Map<number, Arming>();
  readonly pending = new Map<number, Arming>();
  /** Grace periods that go on, by their heads. */
  private readonly waiting = new Map<number, Span>();
  /** Callback that a timer ran last: what a pending arming will most likely run. */
  private readonly callbacks = new Map<number, string>();
  private names: readonly string[] = [];
  private count = 0;

  /** Takes the records of a view that it has not seen. */
  extend(view: TraceView): void {
    this.names = view.names;
    const total = view.records.length / TRACE_SIZE;
    for (; this.count < total; this.count++) this.take(view.records, this.count * TRACE_SIZE, view.first + this.count);
  }

  private take(words: Int32Array, at: number, number: number): void {
    const time = (words[at + TRACE.timeLow] >>> 0) + (words[at + TRACE.timeHigh] >>> 0) * TWO32;
    const where = words[at + TRACE.where];
    if (this.count === 0) this.start = time;
    this.end = Math.max(this.end, time);
    const context = traceContext(where);
    if (context >= CONTEXTS.length) return;
    const record: Taken = {
      number,
      time,
      lane: this.lane(traceCpu(where), context),
      kind: words[at + TRACE.kind],
      object: words[at + TRACE.object],
      arg: words[at + TRACE.arg],
      arg2: words[at + TRACE.arg2],
      step: words[at + TRACE.step] >>> 0,
      cause: words[at + TRACE.cause],
    };
    this.dispatch(record);
  }

  private dispatch(record: Taken): void {
    const begins = BEGINS.get(record.kind);
    if (begins !== undefined) return this.begin(record, begins);
    const ends = ENDS.get(record.kind);
    if (ends !== undefined) return endSpan(record, ends);
    switch (record.kind) {
      case TraceKind.routineEnter:
        return this.enterRoutine(record);
      case TraceKind.routineExit:
        return exitRoutine(record);
      case TraceKind.timerArm:
        return this.arm(record);
      case TraceKind.timerExpire:
        return this.expire(record);
      case TraceKind.timerCancel:
        return this.cancel(record);
      case TraceKind.waitBegin:
        return this.beginWait(record);
      case TraceKind.waitEnd:
        return endLast(record.lane.waits, record);
      case TraceKind.lockAcquire:
        record.lane.locks.push(this.span(record, 'lock', this.names[record.arg] ?? ''));
        return;
      case TraceKind.lockRelease:
        return endLast(record.lane.locks, record, record.object);
      case TraceKind.rcuCall:
        return this.beginGrace(record);
      case TraceKind.rcuRun:
        return this.endGrace(record);
      case TraceKind.printk:
        return this.note(record, 'printk', this.names[record.object] ?? '');
      case TraceKind.report:
        return this.note(record, 'report', this.names[record.object] ?? '');
      case TraceKind.timerFree:
        return this.note(record, 'free', 'timer freed');
      case TraceKind.storeDrain:
        return this.note(record, 'drain', `store to 0x${(record.object >>> 0).toString(16)} becomes visible`);
    }
  }

  private begin(record: Taken, what: Span['what']): void {
    const { lane } = record;
    const name = NAMED.has(what) ? (this.names[record.object] ?? '') : lane.context;
    const arming = what === 'callback' ? this.byRecord.get(record.cause - 1) : undefined;
    if (arming !== undefined) {
      arming.callback = name;
      this.callbacks.set(arming.timer, name);
    }
    const span = this.span(record, what, name, arming === undefined ? {} : { arming });
    const depth = lane.open.length;
    lane.depths[depth] ??= [];
    lane.depths[depth].push(span);
    lane.open.push(span);
  }

  /** The outermost routine of an interrupt context is the context's span. */
  private enterRoutine(record: Taken): void {
    const { lane } = record;
    if (lane.over !== undefined) lane.over.runs = this.names[record.object] ?? '';
    lane.over = undefined;
    if (lane.routines++ > 0 || lane.context === 'task') return;
    this.begin(record, lane.context === 'softirq' ? 'softirq' : 'hardirq');
  }

  private beginWait(record: Taken): void {
    const waitsFor = this.holderOf(record.arg);
    const more = waitsFor === undefined ? {} : { waitsFor };
    record.lane.waits.push(this.span(record, 'wait', this.names[record.object] ?? '', more));
  }

  private beginGrace(record: Taken): void {
    const span = this.span(record, 'grace', record.arg === TASKS_TRACE ? 'RCU tasks trace' : 'RCU');
    this.graces.push(span);
    this.waiting.set(record.object, span);
  }

  private endGrace({ object, time, lane }: Taken): void {
    const span = this.waiting.get(object);
    if (span === undefined) return;
    span.end = time;
    this.waiting.delete(object);
    lane.over = span;
  }

  /** The lock span that goes on for an address, or the callback of that timer that runs. */
  private holderOf(address: number): Span | undefined {
    for (const lane of this.lanes.values()) {
      const lock = lane.locks.findLast((span) => span.object === address && span.end === Number.POSITIVE_INFINITY);
      if (lock !== undefined) return lock;
      const callback = lane.open.find((span) => span.what === 'callback' && span.arming?.timer === address);
      if (callback !== undefined) return callback;
    }
    return undefined;
  }

  private arm(record: Taken): void {
    this.close(record.object, 'moved', record.time);
    const arming: Arming = {
      timer: record.object,
      cpu: record.lane.cpu,
      context: record.lane.context,
      at: record.time,
      expires: (record.arg >>> 0) + (record.arg2 >>> 0) * TWO32,
      step: record.step,
      outcome: 'pending',
      end: Number.POSITIVE_INFINITY,
      callback: this.callbacks.get(record.object),
    };
    this.armings.push(arming);
    this.byRecord.set(record.number, arming);
    this.pending.set(record.object, arming);
  }

  private expire(record: Taken): void {
    this.close(record.object, 'fired', record.time);
  }

  /** A cancel that found the timer queued (1) ends its arming. */
  private cancel(record: Taken): void {
    if (record.arg === 1) this.close(record.object, 'cancelled', record.time);
  }

  private close(timer: number, outcome: Arming['outcome'], time: number): void {
    const arming = this.pending.get(timer);
    if (arming === undefined) return;
    arming.outcome = outcome;
    arming.end = time;
    this.pending.delete(timer);
  }

  private note(record: Taken, what: Note['what'], text: string): void {
    const { cpu, context } = record.lane;
    this.notes.push({ what, text, cpu, context, at: record.time, step: record.step });
  }

  private span(record: Taken, what: Span['what'], name: string, more: Partial<Span> = {}): Span {
    const { cpu, context } = record.lane;
    const { time, step, object } = record;
    return { what, name, cpu, context, start: time, end: Number.POSITIVE_INFINITY, step, object, ...more };
  }

  private lane(cpu: number, context: number): MutableLane {
    const key = laneKey(cpu, context);
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const lane = { cpu, context: CONTEXTS[context], depths: [], waits: [], locks: [], open: [], routines: 0 };
    this.lanes.set(key, lane);
    return lane;
  }
}

interface Taken {
  readonly number: number;
  readonly time: number;
  readonly lane: MutableLane;
  readonly kind: number;
  readonly object: number;
  readonly arg: number;
  readonly arg2: number;
  readonly step: number;
  readonly cause: number;
}

/** Ends the innermost span of a kind, and whatever was left open inside it. */
function endSpan({ lane, time }: Taken, what: Span['what']): void {
  const at = lane.open.findLastIndex((span) => span.what === what);
  if (at < 0) return;
  for (const span of lane.open.splice(at)) span.end = time;
}

function exitRoutine(record: Taken): void {
  const { lane } = record;
  lane.routines = Math.max(0, lane.routines - 1);
  if (lane.routines > 0 || lane.context === 'task') return;
  for (const span of lane.open.splice(0)) span.end = record.time;
}

function endLast(spans: readonly Span[], { time }: Taken, object?: number): void {
  const span = spans.findLast(
    (candidate) => candidate.end === Number.POSITIVE_INFINITY && (object === undefined || candidate.object === object),
  );
  if (span !== undefined) span.end = time;
}

let last: { readonly builder: TimelineBuilder; readonly generation: number; readonly length: number } | undefined;

/** The model of a view; a view that only grew extends the last one. */
export function timelineModel(view: TraceView): TimelineModel {
  const isGrown = last !== undefined && last.generation === view.generation && last.length <= view.records.length;
  const builder = isGrown && last !== undefined ? last.builder : new TimelineBuilder();
  builder.extend(view);
  last = { builder, generation: view.generation, length: view.records.length };
  return builder;
}
