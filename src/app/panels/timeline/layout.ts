import { duration } from '../../format.ts';
import { graceBoxes } from './graces.ts';
import {
  type Arming,
  CONTEXTS,
  type Context,
  type Lane,
  laneKey,
  type Note,
  type Span,
  type TimelineModel,
} from './model.ts';

/**
 * Where everything of the timeline lies, in CSS pixels. Pure: model and window in, boxes out; the painter only
 * follows.
 *
 *            left                                             width
 *   +--------+---------------------------------------------------+ 0
 *   |        | overview: everything, the window marked            |
 *   +--------+---------------------------------------------------+ OVERVIEW
 *   |        | 2.140 ms   2.144 ms   …                            |
 *   +--------+---------------------------------------------------+ TOP
 *   | timers |   o----- expire in 12 µs ------<>                  |
 *   | hardirq|                                []                  |
 *   | softirq|                                [expire]            |
 *   | task   | [sh][track]                                        |
 *   | RCU    |      |---- grace period ----|                      |
 */
export const OVERVIEW = 28;
/** Above and below the rows of the overview, and the most that a bar of it is high. */
const OVERVIEW_INSET = 5;
const OVERVIEW_BAR = 7;
const AXIS = 20;
export const TOP = OVERVIEW + AXIS;
export const LABEL_WIDTH = 96;
const INSET = 3;
const MIN_LANE = 18;
const MAX_LANE = 28;
export const MIN_WIDTH = 2;

/** What of time is seen. ns. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly cpus: number;
  /** The machine's time: what lies after it is ahead. */
  readonly now: number;
}

export type LaneKind = 'timers' | Context | 'RCU';

export interface LaneBox {
  /** Of RCU, whose grace periods are those of all CPUs: `ALL`. */
  readonly cpu: number;
  readonly kind: LaneKind;
  readonly y: number;
  readonly height: number;
}

export const ALL = -1;

export interface SpanBox {
  readonly span: Span;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its name, if it fits. */
  readonly label: string;
}

export interface ArmingLine {
  readonly arming: Arming;
  /** Where it was armed, where it ends (or is due), and the height of the line. */
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** Down to the lane that armed it, and to the lane in which it fires. */
  readonly armedFrom: number;
  readonly firesIn: number;
  readonly label: string;
}

export interface WaitArrow {
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  readonly cpu: number;
}

export interface NoteMark {
  readonly note: Note;
  readonly x: number;
  readonly y: number;
}

export interface Tick {
  readonly x: number;
  readonly ns: number;
}

export interface OverviewBar {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly span: Span;
}

export interface TimelineLayout {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly LaneBox[];
  readonly spans: readonly SpanBox[];
  readonly waits: readonly SpanBox[];
  readonly locks: readonly SpanBox[];
  readonly armings: readonly ArmingLine[];
  readonly graces: readonly SpanBox[];
  readonly arrows: readonly WaitArrow[];
  readonly notes: readonly NoteMark[];
  readonly ticks: readonly Tick[];
  readonly overview: readonly OverviewBar[];
  /** The window inside the overview. */
  readonly overviewWindow: { readonly x: number; readonly width: number };
  /** The machine's time; undefined if it is not in the window. */
  readonly cursor: { readonly x: number; readonly ns: number } | undefined;
}

/** Everything that can be seen of a model through a window. */
export function layoutTimeline(model: TimelineModel, window: TimeWindow, frame: Frame): TimelineLayout {
  const left = LABEL_WIDTH;
  const scale = (frame.width - left) / Math.max(1, window.to - window.from);
  const x = (ns: number) => left + (ns - window.from) * scale;
  const lanes = laneBoxes(model, frame);
  const known = Math.max(frame.now, model.end);
  const place: Placing = { window, frame, known, x, laneOf: laneFinder(lanes) };
  const waits = seenLanes(model, place).flatMap((lane) => lane.waits.flatMap((span) => boxOf(span, place)));
  return {
    left,
    width: frame.width,
    height: lanes.length === 0 ? TOP : lanes[lanes.length - 1].y + lanes[lanes.length - 1].height,
    lanes,
    spans: seenLanes(model, place).flatMap((lane) => laneSpans(lane, place)),
    waits,
    locks: seenLanes(model, place).flatMap((lane) => boxesOf(lane.locks, place).filter((box) => box.width > MIN_WIDTH)),
    armings: armingLines(model, place),
    graces: graceBoxes(model.graces, place),
    arrows: waits.flatMap((box) => arrowOf(box, place)),
    notes: noteMarks(model.notes, place),
    ticks: ticksOf(window, frame.width - left).map((ns) => ({ x: x(ns), ns })),
    ...overviewOf(model, window, frame),
    cursor: frame.now >= window.from && frame.now <= window.to ? { x: x(frame.now), ns: frame.now } : undefined,
  };
}

export interface Placing {
  readonly window: TimeWindow;
  readonly frame: Frame;
  /** End of what is known of the run: the present, or what was recorded before the machine went back. */
  readonly known: number;
  readonly x: (ns: number) => number;
  readonly laneOf: (cpu: number, kind: LaneKind) => LaneBox | undefined;
}

export const isSeen = (start: number, end: number, window: TimeWindow) => start <= window.to && end >= window.from;

const seenLanes = (model: TimelineModel, { frame }: Placing): Lane[] =>
  [...model.lanes.values()].filter((lane) => lane.cpu < frame.cpus);

/** What interrupts lies above what it interrupts. Lanes of NMIs and of RCU are there only where there was one. */
function laneBoxes(model: TimelineModel, frame: Frame): LaneBox[] {
  const perCpu = Array.from({ length: frame.cpus }, (_, cpu) => {
    const hasNmi = model.lanes.has(laneKey(cpu, CONTEXTS.indexOf('nmi')));
    return (['timers', ...(hasNmi ? ['nmi'] : []), 'hardirq', 'softirq', 'task'] as LaneKind[]).map((kind) => ({
      cpu,
      kind,
    }));
  }).flat();
  const kinds = model.graces.length === 0 ? perCpu : [...perCpu, { cpu: ALL, kind: 'RCU' as const }];
  const free = Math.floor((frame.height - TOP) / Math.max(1, kinds.length));
  const height = Math.min(MAX_LANE, Math.max(MIN_LANE, free));
  return kinds.map((lane, index) => ({ ...lane, y: TOP + index * height, height }));
}

function laneFinder(lanes: readonly LaneBox[]): Placing['laneOf'] {
  const byKey = new Map(lanes.map((lane) => [`${lane.cpu} ${lane.kind}`, lane]));
  return (cpu, kind) => byKey.get(`${cpu} ${kind}`);
}

/** The boxes of a lane, outer before inner; a label has the room up to the first box that lies inside. */
function laneSpans(lane: Lane, place: Placing): SpanBox[] {
  const depths = lane.depths.map((spans) => boxesOf(spans, place));
  return depths.flatMap((boxes, depth) => {
    const inner = depths[depth + 1] ?? [];
    let next = 0;
    return boxes.map((box) => {
      while (next < inner.length && inner[next].x < box.x) next++;
      const room = Math.min(box.width, (inner[next]?.x ?? Number.POSITIVE_INFINITY) - box.x);
      return { ...box, label: fitting(box.label, room) };
    });
  });
}

/**
 * The boxes of spans that follow each other. Of spans that fall on the same pixels only the first is drawn, so that
 * the number of boxes is bounded by the width, not by the trace.
 */
function boxesOf(spans: readonly Span[], place: Placing): SpanBox[] {
  const boxes: SpanBox[] = [];
  let at = firstPast(spans, 0, (span) => span.end < place.window.from);
  while (at < spans.length && spans[at].start <= place.window.to) {
    const [box] = boxOf(spans[at], place);
    if (box !== undefined) boxes.push(box);
    const edge = box === undefined ? Number.NEGATIVE_INFINITY : box.x + box.width;
    at = firstPast(spans, at + 1, (span) => place.x(endOf(span, place)) <= edge);
  }
  return boxes;
}

/** Index of the first span, from one on, that is not before; spans follow each other, so their ends ascend. */
function firstPast(spans: readonly Span[], from: number, isBefore: (span: Span) => boolean): number {
  let low = from;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(spans[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A span that goes on is drawn to the end of what is known. */
export const endOf = (span: Span, { known, window }: Placing): number =>
  span.end === Number.POSITIVE_INFINITY ? Math.max(span.start, Math.min(known, window.to)) : span.end;

function boxOf(span: Span, place: Placing): SpanBox[] {
  const lane = place.laneOf(span.cpu, span.context);
  const end = endOf(span, place);
  if (lane === undefined || !isSeen(span.start, end, place.window)) return [];
  const x = Math.max(place.x(span.start), LABEL_WIDTH);
  const width = Math.max(Math.min(place.x(end), place.frame.width) - x, MIN_WIDTH);
  return [
    {
      span,
      x,
      y: lane.y + INSET,
      width,
      height: lane.height - 2 * INSET,
      label: NAMED.has(span.what) ? fitting(span.name, width) : '',
    },
  ];
}

/** Spans with a name of their own; the others are named by their lane. */
const NAMED: ReadonlySet<Span['what']> = new Set(['task', 'callback', 'program']);

/** Average width of a letter at 11 px, and the inset of a label on both sides. */
export const LETTER = 6;
export const LABEL_INSET = 8;
const LABEL_HEIGHT = 14;

export const fitting = (text: string, width: number) => (text.length * LETTER + LABEL_INSET <= width ? text : '');

/** Lines of armings; those that overlap in a lane lie under each other. */
function armingLines(model: TimelineModel, place: Placing): ArmingLine[] {
  const rows = new Map<number, number[]>();
  return withRoom(
    sparse(model.armings, place).flatMap((arming) => {
      const lane = place.laneOf(arming.cpu, 'timers');
      const from = place.laneOf(arming.cpu, arming.context);
      const fires = place.laneOf(arming.cpu, 'softirq');
      if (lane === undefined || from === undefined || fires === undefined) return [];
      const row = freeRow(rows, arming);
      const line = {
        arming,
        x1: place.x(arming.at),
        x2: place.x(targetOf(arming)),
        y: lane.y + ((row + 1) * lane.height) / (MAX_ROWS + 1),
        armedFrom: from.y + INSET,
        firesIn: fires.y + INSET,
      };
      const text = `${arming.callback ?? 'due'} in ${duration(arming.expires - arming.at)}`;
      return [{ ...line, label: fitting(text, Math.min(line.x2, place.frame.width) - Math.max(line.x1, LABEL_WIDTH)) }];
    }),
    place.frame.width,
  );
}

/** Armings nearer than this to another one of their CPU, at both ends, are not drawn. */
export const ARMING_ROOM = 6;

/** The armings that are seen, without those that would lie on the one before: their number is bounded by the width. */
function sparse(armings: readonly Arming[], { window, frame, x }: Placing): Arming[] {
  // A storm of timers has some hundred thousand armings, and all of them are looked at for each frame: no objects here.
  const starts = new Float64Array(frame.cpus).fill(Number.NEGATIVE_INFINITY);
  const ends = new Float64Array(frame.cpus).fill(Number.NEGATIVE_INFINITY);
  return armings.filter((arming) => {
    const { cpu, at } = arming;
    const target = targetOf(arming);
    if (cpu >= frame.cpus || !isSeen(at, target, window)) return false;
    const x1 = x(at);
    const x2 = x(target);
    if (Math.abs(x1 - starts[cpu]) < ARMING_ROOM && Math.abs(x2 - ends[cpu]) < ARMING_ROOM) return false;
    starts[cpu] = x1;
    ends[cpu] = x2;
    return true;
  });
}

/** Where the middle of an arming's label lies. */
export const labelMiddle = ({ x1, x2 }: ArmingLine, width: number): number =>
  (Math.max(x1, LABEL_WIDTH) + Math.min(x2, width)) / 2;

/** The lines, without the labels that would lie on another one's. */
function withRoom(lines: readonly ArmingLine[], width: number): ArmingLine[] {
  const taken: { readonly y: number; readonly from: number; readonly to: number }[] = [];
  return lines.map((line) => {
    const middle = labelMiddle(line, width);
    const half = (line.label.length * LETTER) / 2 + LABEL_INSET;
    const [from, to] = [middle - half, middle + half];
    const isTaken = taken.some(
      (other) => Math.abs(other.y - line.y) < LABEL_HEIGHT && from < other.to && to > other.from,
    );
    if (line.label === '' || isTaken) return { ...line, label: '' };
    taken.push({ y: line.y, from, to });
    return line;
  });
}

/** Lines that find room under each other in a timers lane; more share the last row. */
const MAX_ROWS = 3;
const ROW_ORDER = [1, 0, 2];

function freeRow(rows: Map<number, number[]>, arming: Arming): number {
  const ends = rows.get(arming.cpu) ?? [0, 0, 0];
  rows.set(arming.cpu, ends);
  const row = ROW_ORDER.find((candidate) => ends[candidate] <= arming.at) ?? ROW_ORDER[MAX_ROWS - 1];
  ends[row] = targetOf(arming);
  return row;
}

/** Where an arming ends: where it ended, or when it is due. */
const targetOf = (arming: Arming): number => (arming.outcome === 'pending' ? arming.expires : arming.end);

/** The dotted arrow from a wait to what it waits for. */
function arrowOf(box: SpanBox, place: Placing): WaitArrow[] {
  const target = box.span.waitsFor;
  const lane = target === undefined ? undefined : place.laneOf(target.cpu, target.context);
  if (lane === undefined) return [];
  const isAbove = lane.y < box.y;
  return [
    {
      x: box.x + 4,
      fromY: isAbove ? box.y : box.y + box.height,
      toY: isAbove ? lane.y + lane.height - INSET : lane.y + INSET,
      cpu: box.span.cpu,
    },
  ];
}

/** The marks of notes, one per pixel of a lane. */
function noteMarks(notes: readonly Note[], place: Placing): NoteMark[] {
  const marks: NoteMark[] = [];
  const last = new Map<LaneBox, number>();
  for (const note of notes) {
    const lane = isSeen(note.at, note.at, place.window) ? place.laneOf(note.cpu, note.context) : undefined;
    const x = place.x(note.at);
    if (lane === undefined || x - (last.get(lane) ?? Number.NEGATIVE_INFINITY) < 1) continue;
    last.set(lane, x);
    marks.push({ note, x, y: lane.y + INSET });
  }
  return marks;
}

/** Pixels between two ticks, at least: the width of `1 234.567 890 ms`. */
const TICK_ROOM = 120;

/** Times of the ticks: multiples of 1, 2 or 5 times a power of ten. */
export function ticksOf(window: TimeWindow, width: number): number[] {
  const least = ((window.to - window.from) * TICK_ROOM) / Math.max(1, width);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= least) ?? power * 10;
  const first = Math.ceil(Math.max(0, window.from) / step) * step;
  const count = Math.max(0, Math.floor((window.to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** The whole run above the axis, a row per CPU, and the window in it. */
function overviewOf(
  model: TimelineModel,
  window: TimeWindow,
  frame: Frame,
): Pick<TimelineLayout, 'overview' | 'overviewWindow'> {
  const whole = wholeRun(model, frame.now);
  const scale = (frame.width - LABEL_WIDTH) / Math.max(1, whole.to - whole.from);
  const x = (ns: number) => LABEL_WIDTH + (ns - whole.from) * scale;
  const known = Math.max(frame.now, model.end);
  const place: Placing = { window: whole, frame, known, x, laneOf: () => undefined };
  const rowHeight = (OVERVIEW - 2 * OVERVIEW_INSET) / Math.max(1, frame.cpus);
  const overview = seenLanes(model, place).flatMap((lane) => {
    const bars: OverviewBar[] = [];
    const [spans = []] = lane.depths;
    for (let at = 0; at < spans.length; ) {
      const span = spans[at];
      const bar = {
        span,
        x: x(span.start),
        width: Math.max(MIN_WIDTH, x(endOf(span, place)) - x(span.start)),
        y: OVERVIEW_INSET + lane.cpu * rowHeight,
        height: Math.min(OVERVIEW_BAR, rowHeight - 1),
      };
      bars.push(bar);
      at = firstPast(spans, at + 1, (next) => x(endOf(next, place)) <= bar.x + bar.width);
    }
    return bars;
  });
  const from = Math.max(x(window.from), LABEL_WIDTH);
  return {
    overview,
    overviewWindow: { x: from, width: Math.max(MIN_WIDTH, Math.min(x(window.to), frame.width) - from) },
  };
}

/** From the first record to the last, the machine's time and what is still due, with a little room on both sides. */
export function wholeRun(model: TimelineModel, now: number): TimeWindow {
  let to = Math.max(model.end, now);
  for (const { expires } of model.pending.values()) to = Math.max(to, expires);
  const from = Math.min(model.start, now);
  const room = Math.max(100, (to - from) * 0.02);
  return { from: from - room, to: to + room };
}

/** What lies under a point, the uppermost first. */
export function hitTest(layout: TimelineLayout, x: number, y: number): Span | Arming | undefined {
  const inside = (box: SpanBox) =>
    x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y && y <= box.y + box.height;
  const box = [layout.waits, layout.spans, layout.graces].map((boxes) => boxes.findLast(inside)).find(Boolean);
  if (box !== undefined) return box.span;
  return layout.armings.find((line) => x >= line.x1 - 4 && x <= line.x2 + 4 && Math.abs(y - line.y) <= 4)?.arming;
}
