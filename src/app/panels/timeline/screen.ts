import { type CanvasCall, recordingPen } from '../../canvas/call-log.ts';
import type { Palette } from '../../canvas/palette.ts';
import type { TimelineLayout, TimeWindow } from './layout.ts';
import type { Arming, Note, Span } from './model.ts';
import { paintTimeline } from './paint.ts';

/** What the painter did for the last frame, for tests of the page: only kept when the address says `?canvas-log`. */
export interface CanvasLog {
  readonly calls: readonly CanvasCall[];
  readonly window: TimeWindow;
  readonly left: number;
  readonly width: number;
}

declare global {
  interface Window {
    __rearmCanvasLog?: CanvasLog;
  }
}

let calls: CanvasCall[] = [];

/** There only when the log is asked for. */
export const debugLog = new URLSearchParams(location.search).has('canvas-log')
  ? {
      show(window: TimeWindow, { left, width }: TimelineLayout): void {
        globalThis.window.__rearmCanvasLog = { calls, window, left, width };
      },
    }
  : undefined;

/** Sizes a canvas to its device pixels and paints a layout on it. */
export function paintOn(
  canvas: HTMLCanvasElement,
  layout: TimelineLayout,
  palette: Palette,
  selected: Span | Arming | Note | undefined,
): void {
  const ratio = devicePixelRatio;
  const [width, height] = [Math.round(layout.width * ratio), Math.round(layout.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const hatches = palette.cpus.map((cpu) => hatch(context, cpu.full, ratio));
  calls = [];
  const pen = debugLog === undefined ? context : recordingPen(calls, context);
  paintTimeline(pen, layout, { palette, hatches, ratio, selected });
}

const HATCH = 5;
const patterns = new Map<string, CanvasPattern | undefined>();

/** Diagonal lines of 1.5 px every 5 px, as a pattern that repeats without a seam. */
function hatch(context: CanvasRenderingContext2D, colour: string, ratio: number): CanvasPattern | undefined {
  const key = `${colour} ${ratio}`;
  if (!patterns.has(key)) patterns.set(key, drawHatch(context, colour, ratio));
  return patterns.get(key);
}

function drawHatch(context: CanvasRenderingContext2D, colour: string, ratio: number): CanvasPattern | undefined {
  const side = Math.round(HATCH * Math.SQRT2 * ratio);
  const tile = new OffscreenCanvas(side, side);
  const pen = tile.getContext('2d');
  if (pen === null) return undefined;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5 * ratio;
  pen.beginPath();
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - 1, side + 1);
    pen.lineTo(shift + side + 1, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix([1 / ratio, 0, 0, 1 / ratio, 0, 0]));
  return pattern ?? undefined;
}
