import { duration, moment } from '../../format.ts';
import type { TimeWindow } from './layout.ts';
import type { Arming, Span, TimelineModel } from './model.ts';

/** The timeline in words: what the text twin lists, what a tooltip says. */
export interface TimelineEvent {
  readonly at: number;
  readonly cpu: number;
  readonly context: string;
  readonly kind: 'runs' | 'waits' | 'armed' | 'fires' | 'cancelled' | 'moved' | 'prints' | 'report' | 'freed';
  readonly text: string;
  /** How long, in ns; Infinity while it goes on, undefined for what has no duration. */
  readonly lasts: number | undefined;
  /** Machine step at which it begins, to go there; undefined where it is not known. */
  readonly step: number | undefined;
}

/** Everything in a window, in order of time. */
export function eventsIn(model: TimelineModel, window: TimeWindow): readonly TimelineEvent[] {
  const spans = [...model.lanes.values()].flatMap((lane) => [
    ...lane.depths.flat().filter((span) => isNear(span.start, span.end, window)),
    ...lane.waits.filter((span) => isNear(span.start, span.end, window)),
  ]);
  const events = [
    ...spans.map(spanEvent),
    ...model.armings.flatMap(armingEvents).filter((event) => isNear(event.at, event.at, window)),
    ...model.notes.filter((note) => isNear(note.at, note.at, window)).map(noteEvent),
  ];
  return events.sort((a, b) => a.at - b.at || (a.step ?? 0) - (b.step ?? 0));
}

const isNear = (start: number, end: number, window: TimeWindow) => start <= window.to && end >= window.from;

function spanEvent(span: Span): TimelineEvent {
  const isWait = span.what === 'wait';
  return {
    at: span.start,
    cpu: span.cpu,
    context: span.context,
    kind: isWait ? 'waits' : 'runs',
    text: isWait ? `waits in ${span.name}` : SPAN_WORDS[span.what](span.name),
    lasts: span.end - span.start,
    step: span.step,
  };
}

const SPAN_WORDS: Readonly<Record<Exclude<Span['what'], 'wait'>, (name: string) => string>> = {
  task: (name) => `task ${name}`,
  hardirq: () => 'timer interrupt',
  softirq: () => 'HRTIMER softirq',
  callback: (name) => `callback ${name}`,
  program: (name) => `program ${name}`,
  lock: (name) => `holds ${name}`,
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
  const kind = ({ printk: 'prints', report: 'report', free: 'freed' } as const)[what];
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
