import { CONTEXT_NAMES } from '../kernel/layouts/cpu.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { OUTSIDE, TRACE, TraceKind, traceContext, traceCpu } from '../kernel/trace/trace.ts';

/** Something that happened to an object. */
export interface HistoryEntry {
  /** `made`, `armed for 1200`, `fired`, … */
  readonly what: string;
  /** `CPU 0 softirq`, or `outside of any CPU`. */
  readonly who: string;
  /** ns since boot, decimal text. */
  readonly clock: string;
  readonly step: number;
}

/** Trace records that are looked through, newest first. */
const MAX_WALK = 20_000;
/** Entries of one object. */
const MAX_ENTRIES = 64;

type Words = (trace: { readonly arg: number; readonly arg2: number }) => string;

/** Kinds of records that are about the object in their first field. */
const EVENTS: ReadonlyMap<number, Words> = new Map<number, Words>([
  [TraceKind.timerInit, () => 'made'],
  [TraceKind.timerArm, ({ arg, arg2 }) => `armed for ${isNever(arg2) ? 'never' : numberOf(arg, arg2)}`],
  [TraceKind.timerExpire, () => 'fired'],
  [TraceKind.timerCancel, ({ arg }) => (arg < 0 ? 'not cancelled, its callback runs' : 'cancelled')],
  [TraceKind.timerFree, () => 'freed'],
  [TraceKind.mapRef, ({ arg, arg2 }) => `refcnt ${arg}, usercnt ${arg2}`],
  [TraceKind.progRef, ({ arg }) => `refcnt ${arg}`],
  [TraceKind.rcuCall, () => 'waits for a grace period'],
  [TraceKind.rcuRun, () => 'its grace period is over'],
]);

const isNever = (high: number): boolean => high === 0x7fffffff;
const numberOf = (low: number, high: number): number => (low >>> 0) + (high >>> 0) * 0x1_0000_0000;

/** What the trace still knows of each of these objects, oldest first. */
export function historiesOf(
  { trace }: Machine,
  objects: ReadonlySet<Addr>,
): ReadonlyMap<Addr, readonly HistoryEntry[]> {
  const found = new Map<Addr, HistoryEntry[]>([...objects].map((object) => [object, []]));
  const open = new Map(found);
  const first = Math.max(trace.start, trace.end - MAX_WALK);
  for (let record = trace.end - 1; record >= first; record--) {
    const word = (field: number): number => trace.get(record, field);
    const entries = open.get(word(TRACE.object));
    const words = EVENTS.get(word(TRACE.kind));
    if (entries === undefined || words === undefined || entries.length === MAX_ENTRIES) continue;
    // Before it was made something else lay here.
    if (word(TRACE.kind) === TraceKind.timerInit) open.delete(word(TRACE.object));
    entries.unshift({
      what: words({ arg: word(TRACE.arg), arg2: word(TRACE.arg2) }),
      who: actorText(word(TRACE.where)),
      clock: String(numberOf(word(TRACE.timeLow), word(TRACE.timeHigh))),
      step: word(TRACE.step),
    });
  }
  return found;
}

/** Who makes a step, in words. */
export const actorText = (where: number): string =>
  where === OUTSIDE ? 'outside of any CPU' : `CPU ${traceCpu(where)} ${CONTEXT_NAMES[traceContext(where)]}`;
