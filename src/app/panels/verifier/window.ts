import { type RefObject, useEffect, useState } from 'react';

/** Rows beyond the edges of what is seen. */
const OVERSCAN = 12;

/** Browsers cannot make an element higher than some 17 million pixels: a longer list is scrolled faster than it is seen. */
const MAX_HEIGHT = 16_000_000;

/** The part of a list of rows of one height that is near what is seen. */
export interface Window {
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
  /** Pixels of what is scrolled, and where in it a row of the window is. */
  readonly height: number;
  topOf(index: number): number;
  /** Brings a row into sight: to an edge if it is out of sight, or in the middle. */
  scrollTo(index: number, where: 'edge' | 'middle'): void;
}

/** What a scroller shows: where it is scrolled to, its height, and how many pixels of the list one of its pixels is. */
interface Seen {
  readonly top: number;
  readonly client: number;
}

const NOTHING_SEEN: Seen = { top: 0, client: 0 };

/** Which of `count` rows of `rowHeight` pixels to show in a scroller: it costs the same for a hundred and a million rows. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): Window {
  const [seen, setSeen] = useState(NOTHING_SEEN);
  const full = count * rowHeight;
  const isScaled = full > MAX_HEIGHT;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () =>
      setSeen((before) => {
        const { scrollTop, clientHeight } = element;
        const now = { top: isScaled ? scrollTop : scrollTop - (scrollTop % rowHeight), client: clientHeight };
        return now.top === before.top && now.client === before.client ? before : now;
      });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight, isScaled]);
  const height = Math.min(full, MAX_HEIGHT);
  // Pixels of the list beyond a window for each pixel that can be scrolled.
  const factor = isScaled ? (full - seen.client) / Math.max(1, height - seen.client) : 1;
  // Where the list would be scrolled to, and how far it is moved for that.
  const top = seen.top * factor;
  const shift = seen.top - top;
  const row = Math.floor(top / rowHeight);
  return {
    first: Math.min(Math.max(0, row - OVERSCAN), count),
    end: Math.min(count, row + Math.ceil(seen.client / rowHeight) + OVERSCAN),
    height,
    topOf: (index) => index * rowHeight + (isScaled ? Math.round(shift) : 0),
    scrollTo(index, where) {
      const element = scroller.current;
      if (element === null) return;
      const { scrollTop, clientHeight } = element;
      element.scrollTop = positionOf(scrollTop * factor, clientHeight, index * rowHeight, rowHeight, where) / factor;
    },
  };
}

function positionOf(top: number, client: number, at: number, height: number, where: 'edge' | 'middle'): number {
  if (where === 'middle') return at - (client - height) / 2;
  return Math.min(Math.max(top, at + height - client), at);
}
