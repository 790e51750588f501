import type { Pen } from '../../canvas/call-log.ts';
import type { Palette } from '../../canvas/palette.ts';
import { moment } from '../../format.ts';
import {
  type ArmingLine,
  labelMiddle,
  OVERVIEW,
  type SpanBox,
  type TimelineLayout,
  TOP,
  type WaitArrow,
} from './layout.ts';
import type { Arming, Note, Span } from './model.ts';
import { boxOfThing } from './ring.ts';

/** Draws a layout. It reads nothing but its arguments; `hatches` are patterns per CPU, undefined where there is no canvas. */
export interface Paint {
  readonly palette: Palette;
  readonly hatches: readonly (CanvasPattern | undefined)[];
  /** Device pixels per CSS pixel: lines lie on device pixels. */
  readonly ratio: number;
  /** Drawn with a ring: what keys went to, or what was found. */
  readonly selected: Span | Arming | Note | undefined;
}

export function paintTimeline(pen: Pen, layout: TimelineLayout, paint: Paint): void {
  const { palette } = paint;
  pen.fillStyle = palette.sheet;
  pen.fillRect(0, 0, layout.width, layout.height);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  paintOverview(pen, layout, paint);
  paintGrid(pen, layout, paint);
  pen.save();
  pen.beginPath();
  pen.rect(layout.left, TOP, layout.width - layout.left, layout.height - TOP);
  pen.clip();
  for (const box of layout.spans) paintSpan(pen, box, paint);
  for (const box of layout.waits) paintWait(pen, box, paint);
  for (const box of layout.locks) paintLock(pen, box, paint);
  for (const arrow of layout.arrows) paintArrow(pen, arrow, paint);
  for (const line of layout.armings) paintArming(pen, line, paint);
  for (const box of layout.graces) paintGrace(pen, box, paint);
  for (const { note, x, y } of layout.notes) {
    pen.fillStyle = note.what === 'report' ? palette.reject : palette.ink;
    pen.fillRect(snap(x, paint), y, 1, 6);
  }
  paintAhead(pen, layout, paint);
  paintLabels(pen, layout, paint);
  pen.restore();
  paintCursor(pen, layout, paint);
}

/** The left edge of the device pixel that a coordinate falls on. */
const snap = (x: number, { ratio }: Paint) => Math.round(x * ratio) / ratio;

const small = (palette: Palette, weight = 400) => `${weight} 11px ${palette.sans}`;
const number = (palette: Palette, weight = 400) => `${weight} 11px ${palette.mono}`;

function paintOverview(pen: Pen, layout: TimelineLayout, paint: Paint): void {
  const { palette } = paint;
  const { x, width } = layout.overviewWindow;
  const isPart = width < layout.width - layout.left - 2;
  if (isPart) {
    pen.fillStyle = palette.marker;
    pen.fillRect(x, 0, width, OVERVIEW);
  }
  for (const bar of layout.overview) {
    // A tint of a task is too faint for a bar of two pixels.
    pen.fillStyle = bar.span.context === 'task' ? palette.cpus[bar.span.cpu].softirq : colourOf(bar.span, palette);
    pen.fillRect(snap(bar.x, paint), bar.y, bar.width, bar.height);
  }
  pen.fillStyle = palette.line;
  pen.fillRect(layout.left, OVERVIEW - 1, layout.width - layout.left, 1);
  if (!isPart) return;
  pen.fillStyle = palette.markerEdge;
  pen.fillRect(snap(x, paint), 0, 1, OVERVIEW);
  pen.fillRect(snap(x + width, paint) - 1, 0, 1, OVERVIEW);
}

/** Contexts are weights: the deeper the context, the more solid the CPU's colour. */
function colourOf({ cpu, context }: Span, palette: Palette): string {
  const colours = palette.cpus[cpu];
  switch (context) {
    case 'task':
      return colours.task;
    case 'softirq':
      return colours.softirq;
    case 'hardirq':
      return colours.full;
    case 'nmi':
      return palette.ink;
  }
}

function paintGrid(pen: Pen, layout: TimelineLayout, paint: Paint): void {
  const { palette } = paint;
  for (const tick of layout.ticks) {
    pen.fillStyle = palette.line;
    pen.fillRect(snap(tick.x, paint), OVERVIEW, 1, layout.height - OVERVIEW);
    const text = tickText(tick.ns, layout);
    if (isUnderFlag(tick.x, text, layout) || isCut(tick.x, text, layout)) continue;
    pen.fillStyle = palette.ink3;
    pen.font = number(palette);
    pen.fillText(text, tick.x + 4, OVERVIEW + (TOP - OVERVIEW) / 2);
  }
  pen.fillStyle = palette.line;
  pen.fillRect(layout.left - 1, 0, 1, layout.height);
  for (const lane of layout.lanes) {
    const middle = lane.y + lane.height / 2;
    if (lane.kind === 'timers' || lane.kind === 'RCU') {
      pen.fillStyle = palette.line;
      pen.fillRect(0, lane.y, layout.width, 1);
    }
    if (lane.kind === 'timers') {
      pen.fillStyle = palette.cpus[lane.cpu].full;
      pen.fillRect(12, middle - 8, 16, 16);
      pen.fillStyle = palette.sheet;
      pen.font = number(palette, 600);
      pen.textAlign = 'center';
      pen.fillText(String(lane.cpu), 20, middle + 1);
      pen.textAlign = 'left';
    }
    pen.fillStyle = lane.kind === 'timers' ? palette.time : palette.ink2;
    pen.font = `400 12px ${palette.sans}`;
    pen.fillText(lane.kind, 36, middle);
  }
}

/** A tick as short as all of them can be: whole microseconds, and so whole milliseconds, lose their zeros. */
function tickText(ns: number, { ticks }: TimelineLayout): string {
  const text = moment(BigInt(Math.round(ns)));
  if (ticks.some((tick) => tick.ns % 1_000 !== 0)) return text;
  const isWhole = ticks.every((tick) => tick.ns % 1_000_000 === 0);
  return text.replace(isWhole ? /\.\d{3}\s\d{3}/ : /(?<=\.\d{3})\s\d{3}/, '');
}

/** Narrower boxes have no room for an outline. CSS pixels. */
const OUTLINED = 4;

/** The outline of what is tinted; interrupts are solid. */
function edgeOf({ cpu, context, what }: Span, palette: Palette): string | undefined {
  const { taskEdge, softirqEdge } = palette.cpus[cpu];
  if (context === 'task' || what === 'callback' || what === 'program') return taskEdge;
  return context === 'softirq' ? softirqEdge : undefined;
}

function paintSpan(pen: Pen, box: SpanBox, paint: Paint): void {
  const { palette } = paint;
  const x = snap(box.x, paint);
  const edge = edgeOf(box.span, palette);
  const isLine = box.width < OUTLINED;
  // A bar of two pixels is all edge: a tint would not be seen.
  pen.fillStyle = isLine ? (edge ?? colourOf(box.span, palette)) : colourOf(box.span, palette);
  pen.fillRect(x, box.y, box.width, box.height);
  if (edge === undefined || isLine) return;
  pen.strokeStyle = edge;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
}

function paintWait(pen: Pen, box: SpanBox, paint: Paint): void {
  const cpu = paint.palette.cpus[box.span.cpu];
  const x = snap(box.x, paint);
  pen.fillStyle = paint.palette.sheet;
  pen.fillRect(x, box.y, box.width, box.height);
  pen.fillStyle = paint.hatches[box.span.cpu] ?? cpu.taskEdge;
  pen.fillRect(x, box.y, box.width, box.height);
  pen.strokeStyle = cpu.full;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, box.y + 0.5, Math.max(1, box.width - 1), box.height - 1);
}

/** A lock that is held: a line under the event. */
function paintLock(pen: Pen, box: SpanBox, paint: Paint): void {
  pen.fillStyle = paint.palette.ink;
  pen.fillRect(snap(box.x, paint), box.y + box.height, box.width, 2);
}

function paintArrow(pen: Pen, arrow: WaitArrow, paint: Paint): void {
  const x = snap(arrow.x, paint) + 0.5;
  const head = arrow.toY < arrow.fromY ? 5 : -5;
  pen.strokeStyle = paint.palette.ink;
  pen.lineWidth = 1;
  pen.setLineDash([1, 2]);
  line(pen, x, arrow.fromY, x, arrow.toY);
  pen.setLineDash([]);
  pen.fillStyle = paint.palette.ink;
  pen.beginPath();
  pen.moveTo(x, arrow.toY);
  pen.lineTo(x - 4, arrow.toY + head);
  pen.lineTo(x + 4, arrow.toY + head);
  pen.fill();
}

/** Circle where armed, line, diamond where it fires: hollow while pending, a cross where it was cancelled or moved. */
function paintArming(pen: Pen, of: ArmingLine, paint: Paint): void {
  const { palette } = paint;
  const { outcome } = of.arming;
  const isOver = outcome === 'cancelled' || outcome === 'moved';
  pen.strokeStyle = palette.time;
  pen.lineWidth = 1.5;
  pen.setLineDash(isOver ? [3, 3] : []);
  line(pen, of.x1, of.y, of.x2, of.y);
  pen.setLineDash([]);
  line(pen, of.x1, of.y, of.x1, of.armedFrom);
  if (outcome === 'fired') line(pen, of.x2, of.y, of.x2, of.firesIn);
  pen.fillStyle = palette.sheet;
  pen.beginPath();
  pen.arc(of.x1, of.y, 3.5, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  if (isOver) return paintCross(pen, of.x2, of.y);
  pen.fillStyle = outcome === 'fired' ? palette.time : palette.sheet;
  paintDiamond(pen, of.x2, of.y);
}

/** A grace period: a line between brackets, open while it goes on. */
function paintGrace(pen: Pen, box: SpanBox, paint: Paint): void {
  const middle = box.y + box.height / 2;
  const isOver = Number.isFinite(box.span.end);
  const end = box.x + box.width;
  pen.strokeStyle = paint.palette.ink2;
  pen.lineWidth = 1.5;
  line(pen, box.x, box.y, box.x, box.y + box.height);
  if (isOver) line(pen, end, box.y, end, box.y + box.height);
  pen.setLineDash(isOver ? [] : [1, 2]);
  line(pen, box.x, middle, end, middle);
  pen.setLineDash([]);
}

function paintDiamond(pen: Pen, x: number, y: number): void {
  pen.beginPath();
  pen.moveTo(x - 4.5, y);
  pen.lineTo(x, y - 4.5);
  pen.lineTo(x + 4.5, y);
  pen.lineTo(x, y + 4.5);
  pen.closePath();
  pen.fill();
  pen.stroke();
}

function paintCross(pen: Pen, x: number, y: number): void {
  line(pen, x - 3, y - 3, x + 3, y + 3);
  line(pen, x - 3, y + 3, x + 3, y - 3);
}

function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** What is recorded but not yet reached: fills and lines at 45 %, words stay. */
function paintAhead(pen: Pen, layout: TimelineLayout, { palette }: Paint): void {
  if (layout.cursor === undefined) return;
  pen.globalAlpha = 0.55;
  pen.fillStyle = palette.sheet;
  pen.fillRect(layout.cursor.x, TOP, layout.width - layout.cursor.x, layout.height - TOP);
  pen.globalAlpha = 1;
}

function paintLabels(pen: Pen, layout: TimelineLayout, paint: Paint): void {
  const { palette } = paint;
  pen.font = small(palette);
  for (const box of layout.spans) {
    if (box.label === '') continue;
    pen.fillStyle = palette.ink;
    pen.fillText(box.label, box.x + 4, box.y + box.height / 2);
  }
  pen.font = small(palette, 500);
  pen.textAlign = 'center';
  for (const of of layout.armings) {
    if (of.label === '') continue;
    const middle = labelMiddle(of, layout.width);
    const half = of.label.length * 3 + 4;
    pen.fillStyle = palette.sheet;
    pen.fillRect(middle - half, of.y - 6, 2 * half, 12);
    pen.fillStyle = palette.time;
    pen.fillText(of.label, middle, of.y);
  }
  for (const { x, y, width, height, label } of layout.graces) {
    if (label === '') continue;
    const half = label.length * 3 + 4;
    pen.fillStyle = palette.sheet;
    pen.fillRect(x + width / 2 - half, y, 2 * half, height);
    pen.fillStyle = palette.ink2;
    pen.fillText(label, x + width / 2, y + height / 2);
  }
  pen.textAlign = 'left';
  if (paint.selected === undefined) return;
  const ring = boxOfThing(layout, paint.selected);
  if (ring === undefined) return;
  pen.strokeStyle = palette.focus;
  pen.lineWidth = 2;
  pen.strokeRect(ring.x - 2, ring.y - 2, ring.width + 4, ring.height + 4);
}

/** The machine's time: a line with a flag. */
function paintCursor(pen: Pen, layout: TimelineLayout, paint: Paint): void {
  if (layout.cursor === undefined) return;
  const { palette } = paint;
  const { x: at, ns } = layout.cursor;
  const text = moment(BigInt(Math.round(ns)));
  const { left, width } = flagOf(layout.cursor, layout.width);
  const x = snap(left, paint);
  pen.fillStyle = palette.marker;
  pen.fillRect(x, OVERVIEW + 1, width, TOP - OVERVIEW - 2);
  pen.fillStyle = palette.markerEdge;
  pen.fillRect(snap(at, paint) - 0.75, OVERVIEW + 1, 1.5, layout.height - OVERVIEW - 1);
  pen.fillStyle = palette.ink;
  pen.font = number(palette, 600);
  pen.fillText(text, x + 7, OVERVIEW + (TOP - OVERVIEW) / 2);
}

/** Width of a digit of the mono font at 11 px. */
const FLAG_DIGIT = 6.6;

/** Where the flag with the machine's time lies: right of its line, or left where there is no room. */
function flagOf({ x, ns }: NonNullable<TimelineLayout['cursor']>, available: number) {
  const width = moment(BigInt(Math.round(ns))).length * FLAG_DIGIT + 14;
  return { left: x + width <= available ? x : x - width, width };
}

/** True if the words of a tick would run out of the picture. */
const isCut = (x: number, text: string, { width }: TimelineLayout): boolean => x + 4 + text.length * FLAG_DIGIT > width;

/** True if the words of a tick would touch the flag. */
function isUnderFlag(x: number, text: string, { cursor, width: available }: TimelineLayout): boolean {
  if (cursor === undefined) return false;
  const { left, width } = flagOf(cursor, available);
  return x < left + width + 4 && x + 8 + text.length * FLAG_DIGIT > left;
}
