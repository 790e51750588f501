import { type RefObject, useEffect } from 'react';
import { zoomBy } from './view.ts';

/** Dragging the ground of a scrolled drawing moves it. */
export function usePan(drawing: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = drawing.current;
    const listeners = new AbortController();
    const move = ({ buttons, movementX, movementY }: PointerEvent) => {
      if (buttons === 1) element?.scrollBy(-movementX, -movementY);
    };
    const down = ({ target, pointerId }: PointerEvent) => {
      const isOnNode = target instanceof Element && target.closest('[data-node]') !== null;
      if (!isOnNode) element?.setPointerCapture(pointerId);
    };
    const drag = (event: PointerEvent) => {
      if (element?.hasPointerCapture(event.pointerId)) move(event);
    };
    element?.addEventListener('pointerdown', down, { signal: listeners.signal });
    element?.addEventListener('pointermove', drag, { signal: listeners.signal });
    return () => listeners.abort();
  }, [drawing]);
}

/** Control and the wheel zoom. React's own listener could not keep the page from zooming. */
export function useWheelZoom(drawing: RefObject<HTMLElement | null>, zoom: number): void {
  useEffect(() => {
    const element = drawing.current;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 1 : -1, zoom);
    };
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [drawing, zoom]);
}
