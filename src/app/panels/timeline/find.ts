import { create } from 'zustand';
import { type Told, toldOf } from './events.ts';
import type { TimeWindow } from './layout.ts';
import type { TimelineModel } from './model.ts';
import { centred } from './window.ts';

/** What is looked for in the timeline, what there is of it in order of time, and which of that is shown. */
interface Find {
  readonly text: string;
  readonly hits: readonly Told[];
  readonly at: number;
}

const NOTHING: Find = { text: '', hits: [], at: 0 };

export const useFind = create<Find>(() => NOTHING);

/** What is shown of what was found. */
export const foundNow = ({ hits, at }: Find): Told | undefined => hits[at];

/** Everything whose words contain a text, in order of time. Nothing is looked for without a text. */
export function findEvents(model: TimelineModel, text: string): readonly Told[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return toldOf(model)
    .filter(({ event }) => `${event.kind} ${event.text}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.event.at - b.event.at);
}

/** Looks for another text: the first hit from a time on, or else the first of all. */
export function find(model: TimelineModel, text: string, from: number): Told | undefined {
  const hits = findEvents(model, text);
  const at = Math.max(
    0,
    hits.findIndex(({ event }) => event.at >= from),
  );
  useFind.setState({ text, hits, at });
  return hits[at];
}

/** The next (1) or previous (-1) hit, around the ends; what has happened since the last look is found too. */
export function findNext(model: TimelineModel, direction: 1 | -1): Told | undefined {
  const { text, at } = useFind.getState();
  const hits = findEvents(model, text);
  const next = hits.length === 0 ? 0 : (at + direction + hits.length) % hits.length;
  useFind.setState({ hits, at: next });
  return hits[next];
}

export const forgetFind = (): void => useFind.setState(NOTHING);

/** A hit is at least this part of the window wide. */
const VISIBLE = 1 / 100;
/** What has no duration is looked at this closely, in ns. */
const CLOSE = 4_000;

/** The window in which a hit is to be seen: moved to it, and as much closer as it needs. */
export function windowOn({ event: { at, lasts } }: Told, window: TimeWindow, whole: TimeWindow): TimeWindow {
  const most = Number.isFinite(lasts ?? 0) ? Math.max(CLOSE, (lasts ?? 0) / VISIBLE) : whole.to - whole.from;
  const span = Math.min(window.to - window.from, most);
  const length = Math.min(lasts ?? 0, span);
  const isSeen = span === window.to - window.from && at >= window.from && at + length <= window.to;
  const middle = at + length / 2;
  return isSeen ? window : centred({ from: middle - span / 2, to: middle + span / 2 }, middle, whole);
}
