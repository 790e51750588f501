import { create } from 'zustand';
import type { Machine } from '../../state/store.ts';
import type { TimeWindow } from './layout.ts';
import { following, near } from './window.ts';

/**
 * What the user chose to see: a window of time, everything, or (undefined) what suits the machine: everything while it
 * runs, the near past where it stands in the midst of a run. And the table instead of the canvas.
 */
interface TimelineView {
  readonly window: TimeWindow | 'whole' | undefined;
  /** The machine's time when it was chosen: once the machine moves, the window follows it. */
  readonly chosenAt: number;
  readonly asTable: boolean;
}

export const useView = create<TimelineView>(() => ({ window: undefined, chosenAt: 0, asTable: false }));

/** What a press on zoom does to the span of time. */
export const ZOOM = 0.7;

/** Keeps a window; one that shows everything goes on showing everything. */
export function show(window: TimeWindow, whole: TimeWindow, now: number): void {
  const isWhole = window.to - window.from >= (whole.to - whole.from) * 0.999;
  useView.setState({ window: isWhole ? 'whole' : window, chosenAt: now });
}

/** The window that is seen now. */
export function shownWindow(machine: Machine, now: number, whole: TimeWindow, running: boolean): TimeWindow {
  const { window, chosenAt } = useView.getState();
  if (window === 'whole') return whole;
  if (window === undefined) return automaticWindow(machine, now, whole, running);
  return now === chosenAt ? window : following(window, now, whole);
}

function automaticWindow({ now: answer }: Machine, now: number, whole: TimeWindow, running: boolean): TimeWindow {
  const isInTheMidst = !running && answer.stop.why === 'paused' && answer.step > 0;
  return isInTheMidst ? near(now, whole) : whole;
}
