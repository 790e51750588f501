import { duration, moment } from '../../format.ts';
import type { TimeWindow } from './layout.ts';
import type { Arming, Note, Span, TimelineModel } from './model.ts';

/** The timeline in words: what the text twin lists, what a tooltip says. */
export interface TimelineEvent {
  readonly at: number;
  readonly cpu: number;
  readonly context: string;
  readonly kind:
    | 'runs'
    | 'waits'
    | 'armed'
    | 'fires'
    | 'cancelled'
    | 'moved'
    | 'prints'
    | 'report'
    | 'freed'
    | 'drains';
  readonly text: string;
  /** How long, in ns; Infinity while it goes on, undefined for what has no duration. */
  readonly lasts: number | undefined;
  /** Machine step at which it begins, to go there; undefined where it is not known. */
  readonly step: number | undefined;
}

export interface Events {
  /** In order of time; the last ones, if there are more than asked for. */
  readonly shown: readonly TimelineEvent[];
  readonly total: number;
}

/** An event in words, with the thing that it tells of. */
export interface Told {
  readonly event: TimelineEvent;
  readonly of: Span | Arming | Note;
}

/** All of a run in words, in no order. */
export function toldOf(model: TimelineModel): Told[] {
  const lanes = [...model.lanes.values()];
  const spans = [...lanes.flatMap((lane) => [...lane.depths, lane.waits]), model.graces].flat();
  return [
    ...spans.map((of) => ({ event: spanEvent(of), of })),
    ...model.armings.flatMap((of) => armingEvents(of).map((event) => ({ event, of }))),
    ...model.notes.map((of) => ({ event: noteEvent(of), of })),
  ];
}

/** What happens in a window, in words, at most `limit` events: a long trace must not cost more than is read. */
export function eventsIn(model: TimelineModel, window: TimeWindow, limit: number): Events {
  const lanes = [...model.lanes.values()];
  const lists: readonly (readonly TimelineEvent[])[] = [
    ...lanes
      .flatMap((lane) => [...lane.depths, lane.waits])
      .map((spans) => lastOf(spans, (span) => overlaps(span.start, span.end, window), limit).map(spanEvent)),
    lastOf(model.armings, (arming) => overlaps(arming.at, arming.end, window), limit)
      .flatMap(armingEvents)
      .filter((event) => overlaps(event.at, event.at, window)),
    lastOf(model.graces, (span) => overlaps(span.start, span.end, window), limit).map(spanEvent),
    lastOf(model.notes, (note) => overlaps(note.at, note.at, window), limit).map(noteEvent),
  ];
  const events = lists.flat().sort((a, b) => a.at - b.at || (a.step ?? 0) - (b.step ?? 0));
  return { shown: events.slice(-limit), total: countEvents(model, window) };
}

const overlaps = (start: number, end: number, window: TimeWindow) => start <= window.to && end >= window.from;

const lastOf = <T>(list: readonly T[], isSeen: (item: T) => boolean, limit: number): readonly T[] =>
  list.filter(isSeen).slice(-limit);

function countEvents(model: TimelineModel, window: TimeWindow): number {
  const count = <T>(list: readonly T[], isSeen: (item: T) => boolean) =>
    list.reduce((sum, item) => sum + (isSeen(item) ? 1 : 0), 0);
  const isSpanSeen = (span: Span) => overlaps(span.start, span.end, window);
  const spans = [...model.lanes.values()].flatMap((lane) => [...lane.depths, lane.waits]).concat([model.graces]);
  return (
    spans.reduce((sum, list) => sum + count(list, isSpanSeen), 0) +
    count(model.armings, (arming) => overlaps(arming.at, arming.at, window)) +
    count(model.armings, (arming) => overlaps(arming.end, arming.end, window)) +
    count(model.notes, (note) => overlaps(note.at, note.at, window))
  );
}

function spanEvent(span: Span): TimelineEvent {
  const isWait = span.what === 'wait' || span.what === 'grace';
  return {
    at: span.start,
    cpu: span.cpu,
    context: span.context,
    kind: isWait ? 'waits' : 'runs',
    text: SPAN_WORDS[span.what](span),
    lasts: span.end - span.start,
    step: span.step,
  };
}

const SPAN_WORDS: Readonly<Record<Span['what'], (span: Span) => string>> = {
  task: ({ name }) => `task ${name}`,
  hardirq: () => 'timer interrupt',
  softirq: () => 'HRTIMER softirq',
  callback: ({ name }) => `callback ${name}`,
  program: ({ name }) => `program ${name}`,
  lock: ({ name }) => `holds ${name}`,
  wait: ({ name }) => `waits in ${name}`,
  grace: ({ name, runs }) => `grace period of ${name}${runs === undefined ? '' : `, then ${runs}`}`,
};

function armingEvents(arming: Arming): TimelineEvent[] {
  const { cpu, context, at, expires, step, outcome, end } = arming;
  const name = arming.callback ?? 'a timer';
  const armed: TimelineEvent = {
    at,
    cpu,
    context,
    kind: 'armed',
    text: `arms ${name} for ${moment(BigInt(expires))}, in ${duration(expires - at)}`,
    lasts: undefined,
    step,
  };
  if (outcome === 'pending') return [armed];
  const words = {
    fired: ['fires', `${name} fires`],
    cancelled: ['cancelled', `${name} is cancelled`],
    moved: ['moved', `${name} is armed anew`],
  } as const;
  const [kind, text] = words[outcome];
  return [
    armed,
    { at: end, cpu, context: outcome === 'fired' ? 'softirq' : context, kind, text, lasts: undefined, step: undefined },
  ];
}

function noteEvent({ what, text, cpu, context, at, step }: TimelineModel['notes'][number]): TimelineEvent {
  const kind = ({ printk: 'prints', report: 'report', free: 'freed', drain: 'drains' } as const)[what];
  return { at, cpu, context, kind, text: what === 'printk' ? `prints "${text}"` : text, lasts: undefined, step };
}

/** The lines of a tooltip: a name, then facts. */
export function tooltipOf(of: Span | Arming): readonly string[] {
  if ('outcome' in of) {
    const [armed, ended] = armingEvents(of);
    const facts = [`armed at ${moment(BigInt(of.at))} on CPU ${of.cpu}, ${of.context}`, armed.text];
    return [
      of.callback ?? 'timer',
      ...facts,
      ...(ended === undefined ? ['not due yet'] : [`${ended.text} at ${moment(BigInt(ended.at))}`]),
    ];
  }
  const event = spanEvent(of);
  const goesOn = of.end === Number.POSITIVE_INFINITY;
  const time = goesOn
    ? `since ${moment(BigInt(of.start))}`
    : `${moment(BigInt(of.start))} to ${moment(BigInt(of.end))}, ${duration(of.end - of.start)}`;
  return [
    event.text,
    `CPU ${of.cpu}, ${of.context}, step ${of.step}`,
    time,
    ...(of.arming === undefined ? [] : [`armed ${duration(of.start - of.arming.at)} before`]),
    ...(of.waitsFor === undefined ? [] : [`waits for ${of.waitsFor.name} on CPU ${of.waitsFor.cpu}`]),
  ];
}
