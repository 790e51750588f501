import { create } from 'zustand';
import type { Machine } from '../../state/store.ts';
import { firesRun } from './fit.ts';
import { type TimeWindow, wholeRun } from './layout.ts';
import { type TimelineModel, timelineModel } from './model.ts';
import { following, near } from './window.ts';

/**
 * What the user chose to see: a window of time, everything, what timers did, or (undefined) what suits the machine:
 * everything while it runs, the near past where it stands in the midst of a run, what timers did at its end. And the
 * table instead of the canvas.
 */
interface TimelineView {
  readonly window: TimeWindow | 'whole' | 'fires' | undefined;
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

/** Fits what timers did; where that is seen already, everything. */
export function fitFires(): void {
  useView.setState({ window: isFitted(useView.getState().window) ? 'whole' : 'fires' });
}

/** True if `fitFires` would show everything. */
export const isFitted = (window: TimelineView['window']): boolean => window === 'fires';

/** The run of a machine and what is seen of it now. */
export interface Shown {
  readonly model: TimelineModel;
  /** The machine's time. */
  readonly now: number;
  readonly whole: TimeWindow;
  readonly window: TimeWindow;
}

export function shownOf(machine: Machine, running: boolean): Shown {
  const model = timelineModel(machine.trace);
  const now = Number(BigInt(machine.now.clock));
  const whole = wholeRun(model, now);
  const { window, chosenAt } = useView.getState();
  const choose = (): TimeWindow => {
    if (window === 'whole') return whole;
    if (window === 'fires') return firesRun(model, now);
    if (window === undefined) return automaticWindow(machine, { model, now, whole }, running);
    return now === chosenAt ? window : following(window, now, whole);
  };
  return { model, now, whole, window: choose() };
}

function automaticWindow(
  { now: { stop, step } }: Machine,
  { model, now, whole }: Omit<Shown, 'window'>,
  running: boolean,
): TimeWindow {
  if (running || step === 0) return whole;
  return stop.why === 'paused' ? near(now, whole) : firesRun(model, now);
}
