import { type TimeWindow, wholeRun } from './layout.ts';
import type { Lane, Span, TimelineModel } from './model.ts';

/** What is worth a look: the part of a run in which timers live, and the event that a zoom goes to. Pure. */

/** Room beside what is fitted, as a part of its span. */
const ROOM = 0.03;

/** What interrupts do so soon after the end of a timer belongs to it, in ns: the softirq, the callback. */
const SOON = 20_000;

/** A pause that is longer than this many times what timers took, and than this in ns, has bursts on both sides. */
const PAUSE = 20;
const SHORTEST_PAUSE = 20_000_000;

interface Burst {
  start: number;
  end: number;
}

/**
 * What timers did, up to the interrupt that ended the last of them: without the long sleep that a script ends with, the
 * grace periods after it, and the wait for a timer that is due much later. Where long pauses lie between, the burst that
 * the machine is in or had last. The whole run if no timer was armed.
 */
export function firesRun(model: TimelineModel, now: number): TimeWindow {
  const whole = wholeRun(model, now);
  const bursts = burstsOf(model);
  if (bursts.length === 0) return whole;
  const burst = bursts.findLast(({ start }) => start <= now) ?? bursts[0];
  const start = burst === bursts[0] ? model.start : burst.start;
  let { end } = burst;
  const soon = end + SOON;
  for (const lane of lanesOf(model)) if (lane.context !== 'task') end = Math.max(end, lastEnd(lane, soon));
  const room = Math.max(100, (end - start) * ROOM);
  return { from: Math.max(whole.from, start - room), to: Math.min(whole.to, end + room) };
}

/** Times in which timers were armed, in their order. */
function burstsOf({ armings }: TimelineModel): readonly Burst[] {
  const times = joined(
    armings.map(({ at, end }) => ({ start: at, end: Number.isFinite(end) ? end : at })),
    0,
  );
  const busy = times.reduce((sum, { start, end }) => sum + end - start, 0);
  return joined(times, Math.max(SHORTEST_PAUSE, busy * PAUSE));
}

/** Spans of time in the order of their starts, those that lie nearer than `pause` as one. */
function joined(spans: readonly Burst[], pause: number): Burst[] {
  const all: Burst[] = [];
  for (const { start, end } of spans) {
    const last = all.at(-1);
    if (last === undefined || start - last.end > pause) all.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return all;
}

const lanesOf = (model: TimelineModel): readonly Lane[] => [...model.lanes.values()];

/** When a span ended; one that goes on counts from its beginning. */
const ended = (span: Span): number => (Number.isFinite(span.end) ? span.end : span.start);

/** The end of the last span that began before a time; 0 if there is none. */
function lastEnd({ depths: [spans = []] }: Lane, before: number): number {
  const last = spans.findLast((span) => span.start <= before);
  return last === undefined ? 0 : ended(last);
}

/** The present keeps its place in a zoom if an event is as near to it as this part of the window. */
const NEAR = 0.05;

/**
 * The time that a zoom by key or button keeps in its place: the present if something happens there, or else the event
 * that is nearest to the middle of the window; so that looking closer never ends at an empty stretch.
 */
export function anchorOf(model: TimelineModel, window: TimeWindow, now: number): number {
  const spans = lanesOf(model).flatMap((lane) => lane.depths[0] ?? []);
  const times = spans.flatMap((span) => [span.start, ended(span)]).filter((time) => isIn(window, time));
  const middle = (window.from + window.to) / 2;
  const reach = (window.to - window.from) * NEAR;
  const isBusyNow = isIn(window, now) && Math.abs(nearest(times, now) - now) <= reach;
  return isBusyNow || times.length === 0 ? (isIn(window, now) ? now : middle) : nearest(times, middle);
}

const isIn = (window: TimeWindow, time: number) => time >= window.from && time <= window.to;

const nearest = (times: readonly number[], to: number): number =>
  times.reduce((best, time) => (Math.abs(time - to) < Math.abs(best - to) ? time : best), Number.POSITIVE_INFINITY);
