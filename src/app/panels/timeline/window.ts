import type { TimeWindow } from './layout.ts';

/** Moving and zooming the window of time. Pure; the panel keeps the window. */

/** The closest that one can look, in ns. */
const MIN_SPAN = 20;

/** The window zoomed by `factor` (below 1: closer) around a time that keeps its place. */
export function zoomed(window: TimeWindow, factor: number, around: number, whole: TimeWindow): TimeWindow {
  const span = window.to - window.from;
  const wanted = Math.min(Math.max(span * factor, MIN_SPAN), whole.to - whole.from);
  const share = (around - window.from) / span;
  return inside({ from: around - share * wanted, to: around + (1 - share) * wanted }, whole);
}

/** The window moved by a part of its own span. */
export function panned(window: TimeWindow, share: number, whole: TimeWindow): TimeWindow {
  const by = (window.to - window.from) * share;
  return inside({ from: window.from + by, to: window.to + by }, whole);
}

/** Part of the run that a click into the overview shows while everything is seen. */
const CLOSER = 1 / 16;

/** The window around a time; closer, if it shows everything. */
export function centred(window: TimeWindow, time: number, whole: TimeWindow): TimeWindow {
  const all = whole.to - whole.from;
  const span = window.to - window.from >= all * 0.999 ? all * CLOSER : window.to - window.from;
  return inside({ from: time - span / 2, to: time + span / 2 }, whole);
}

/** The window moved, if need be, so that a time is inside with some room after it. */
export function following(window: TimeWindow, time: number, whole: TimeWindow): TimeWindow {
  const span = window.to - window.from;
  if (time >= window.from && time <= window.to) return window;
  return inside({ from: time - span * 0.7, to: time + span * 0.3 }, whole);
}

/** What is seen around a machine that stands in the midst of a run, in ns: steps take some hundred. */
const NEAR_PAST = 12_000;
const NEAR_FUTURE = 4_000;
/** Room before the start of the machine. */
const NEAR_START = 400;

/** The window around the present, close enough to see single steps. */
export function near(now: number, whole: TimeWindow): TimeWindow {
  const from = Math.max(whole.from, -NEAR_START);
  return inside({ from: now - NEAR_PAST, to: now + NEAR_FUTURE }, { from, to: whole.to });
}

function inside(window: TimeWindow, whole: TimeWindow): TimeWindow {
  const span = Math.min(window.to - window.from, whole.to - whole.from);
  const from = Math.min(Math.max(window.from, whole.from), whole.to - span);
  return { from, to: from + span };
}
