import { type RefObject, useEffect, useState } from 'react';

/** Rows beyond the edges of what is seen. */
const OVERSCAN = 12;

/** The part of a list of rows of one height that is near what is seen. */
export interface Window {
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
  /** Brings a row into sight: to an edge if it is out of sight, or in the middle. */
  scrollTo(index: number, where: 'edge' | 'middle'): void;
}

/** Which of `count` rows of `height` pixels to show in a scroller: it costs the same for a hundred and a million rows. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, height: number): Window {
  const [seen, setSeen] = useState({ top: 0, rows: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () =>
      setSeen((before) => {
        const now = {
          top: Math.floor(element.scrollTop / height),
          rows: Math.ceil(element.clientHeight / height),
        };
        return now.top === before.top && now.rows === before.rows ? before : now;
      });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, height]);
  return {
    first: Math.min(Math.max(0, seen.top - OVERSCAN), count),
    end: Math.min(count, seen.top + seen.rows + OVERSCAN),
    scrollTo(index, where) {
      const element = scroller.current;
      if (element !== null) element.scrollTop = positionOf(element, index * height, height, where);
    },
  };
}

function positionOf(element: HTMLElement, at: number, height: number, where: 'edge' | 'middle'): number {
  const { scrollTop, clientHeight } = element;
  if (where === 'middle') return at - (clientHeight - height) / 2;
  return Math.min(Math.max(scrollTop, at + height - clientHeight), at);
}
