import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { beforeNextFrame, forgetFrame } from '../../canvas/frames.ts';
import { readPalette } from '../../canvas/palette.ts';
import { useApp } from '../../state/store.ts';
import { theSession } from '../../state/workbench.ts';
import { tooltipOf } from './events.ts';
import { forgetFind, foundNow, useFind } from './find.ts';
import { anchorOf } from './fit.ts';
import {
  type Frame,
  hitTest,
  LABEL_WIDTH,
  layoutTimeline,
  OVERVIEW,
  type TimelineLayout,
  type TimeWindow,
} from './layout.ts';
import type { Arming, Note, Span, TimelineModel } from './model.ts';
import { debugLog, paintOn } from './screen.ts';
import { fitFires, type Shown, show, useView, ZOOM } from './view.ts';
import { centred, panned, zoomed } from './window.ts';

interface CanvasProps {
  readonly model: TimelineModel;
  readonly window: TimeWindow;
  readonly whole: TimeWindow;
  readonly cpus: number;
  readonly now: number;
}

/** The lanes: drawn, hovered, moved and zoomed. */
export function TimelineCanvas({ model, window, whole, cpus, now }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, host] = useSize();
  const [hovered, setHovered] = useState<Pointed>();
  const frame: Frame = { ...size, cpus, now };
  const layout = size.width === 0 ? undefined : layoutTimeline(model, window, frame);
  const found = useFind(foundNow)?.of;
  usePainting(canvas, layout, hovered?.byKey === true ? hovered.of : found, window);
  useWheel(canvas, window, whole, now);
  const keys = (event: KeyboardEvent) => {
    const shown = { model, now, whole, window };
    if (layout !== undefined && handleKey(event.key, layout, shown, hovered, setHovered)) event.preventDefault();
  };
  const seekTo = (of: Span | Arming | undefined) => {
    if (of !== undefined) theSession().seek(of.step);
  };
  return (
    <div className="timeline-host" ref={host}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Timeline of ${cpus} CPUs; the table after it has the same events`}
        tabIndex={0}
        data-panel-focus
        style={{ width: layout?.width, height: layout?.height }}
        onKeyDown={keys}
        onBlur={() => setHovered(undefined)}
        onPointerMove={(event) => layout && movePointer(event, layout, window, whole, now, setHovered)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerLeave={() => setHovered(undefined)}
        onClick={({ nativeEvent: { offsetX, offsetY } }) => {
          if (offsetY >= OVERVIEW) return seekTo(hovered?.of);
          show(centred(window, timeAt(offsetX, whole, size.width), whole), whole, now);
        }}
        onDoubleClick={() => hovered && show(around(hovered.of, whole), whole, now)}
      />
      {hovered && <Hover pointed={hovered} width={size.width} />}
    </div>
  );
}

/** What the pointer or a key is at. */
interface Pointed {
  readonly of: Span | Arming;
  readonly x: number;
  readonly y: number;
  readonly byKey?: boolean;
}

function Hover({ pointed, width }: { pointed: Pointed; width: number }) {
  const [name, ...facts] = tooltipOf(pointed.of);
  const isRight = pointed.x > width - 280;
  return (
    <div
      className="tooltip timeline-hover"
      role="status"
      style={{ top: pointed.y + 12, ...(isRight ? { right: width - pointed.x + 8 } : { left: pointed.x + 12 }) }}
    >
      <span className="strong">{name}</span>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  );
}

function useSize() {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [size, host] as const;
}

function usePainting(
  canvas: { readonly current: HTMLCanvasElement | null },
  layout: TimelineLayout | undefined,
  ringed: Span | Arming | Note | undefined,
  window: TimeWindow,
): void {
  const theme = useApp((state) => state.theme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette is read from the page, which the theme changes
  const palette = useMemo(() => readPalette(), [theme]);
  useEffect(() => {
    const draw = () => {
      if (canvas.current === null || layout === undefined) return;
      paintOn(canvas.current, layout, palette, ringed);
      debugLog?.show(window, layout);
    };
    beforeNextFrame(draw);
    return () => forgetFrame(draw);
  });
}

/** The wheel zooms at the pointer; sideways, or with Shift, it moves. React's own listener could not stop scrolling. */
function useWheel(
  canvas: { readonly current: HTMLCanvasElement | null },
  window: TimeWindow,
  whole: TimeWindow,
  now: number,
): void {
  useEffect(() => {
    const element = canvas.current;
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const delta = event.shiftKey && event.deltaX === 0 ? event.deltaY : isSideways ? event.deltaX : event.deltaY;
      const next = isSideways
        ? panned(window, delta / 1000, whole)
        : zoomed(window, 1.0015 ** delta, timeAt(event.offsetX, window, element?.clientWidth ?? 1), whole);
      show(next, whole, now);
    };
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [canvas, window, whole, now]);
}

const timeAt = (x: number, window: TimeWindow, width: number): number =>
  window.from + ((x - LABEL_WIDTH) / Math.max(1, width - LABEL_WIDTH)) * (window.to - window.from);

function movePointer(
  event: PointerEvent<HTMLCanvasElement>,
  layout: TimelineLayout,
  window: TimeWindow,
  whole: TimeWindow,
  now: number,
  setHovered: (pointed: Pointed | undefined) => void,
): void {
  const { offsetX: x, offsetY: y, movementX } = event.nativeEvent;
  if (event.buttons === 1 && movementX !== 0) {
    show(panned(window, -movementX / (layout.width - layout.left), whole), whole, now);
    return setHovered(undefined);
  }
  const of = hitTest(layout, x, y);
  setHovered(of === undefined ? undefined : { of, x, y });
}

/** The window around something, with as much room again on both sides. */
function around(of: Span | Arming, whole: TimeWindow): TimeWindow {
  const [from, end] = 'what' in of ? [of.start, of.end] : [of.at, of.end];
  const to = Number.isFinite(end) ? end : whole.to;
  const room = Math.max(50, to - from);
  return { from: from - room, to: to + room };
}

const startOf = (of: Span | Arming): number => ('what' in of ? of.start : of.at);

const PAN = 0.2;

/** Keys of the focused canvas. True if it was one. */
function handleKey(
  key: string,
  layout: TimelineLayout,
  { model, now, whole, window }: Shown,
  pointed: Pointed | undefined,
  point: (pointed: Pointed | undefined) => void,
): boolean {
  const zoom = (factor: number) => {
    const anchor = pointed === undefined ? anchorOf(model, window, now) : startOf(pointed.of);
    show(zoomed(window, factor, anchor, whole), whole, now);
  };
  const actions: Readonly<Record<string, () => void>> = {
    ArrowRight: () => pointNext(layout, pointed, 1, point),
    ArrowLeft: () => pointNext(layout, pointed, -1, point),
    PageDown: () => show(panned(window, PAN * 4, whole), whole, now),
    PageUp: () => show(panned(window, -PAN * 4, whole), whole, now),
    d: () => show(panned(window, PAN, whole), whole, now),
    a: () => show(panned(window, -PAN, whole), whole, now),
    '+': () => zoom(ZOOM),
    '=': () => zoom(ZOOM),
    w: () => zoom(ZOOM),
    '-': () => zoom(1 / ZOOM),
    s: () => zoom(1 / ZOOM),
    f: () => (pointed === undefined ? fitFires() : show(around(pointed.of, whole), whole, now)),
    Home: () => useView.setState({ window: 'whole' }),
    n: () => useView.setState({ window: undefined }),
    Enter: () => pointed !== undefined && theSession().seek(pointed.of.step),
    '/': () => document.querySelector<HTMLElement>('[data-find-event]')?.focus(),
    Escape: () => {
      point(undefined);
      forgetFind();
    },
  };
  actions[key]?.();
  return actions[key] !== undefined;
}

/** The next or previous span in order of time. */
function pointNext(
  layout: TimelineLayout,
  pointed: Pointed | undefined,
  direction: 1 | -1,
  point: (pointed: Pointed) => void,
): void {
  const boxes = [...layout.spans, ...layout.graces].toSorted(
    (a, b) => a.span.start - b.span.start || a.span.step - b.span.step,
  );
  const at = boxes.findIndex((box) => box.span === pointed?.of);
  const box = boxes[Math.min(Math.max(at + direction, 0), boxes.length - 1)];
  if (box !== undefined) point({ of: box.span, x: box.x, y: box.y + box.height, byKey: true });
}
