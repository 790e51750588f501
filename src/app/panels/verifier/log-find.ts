import { useEffect } from 'react';
import { create } from 'zustand';
import type { LogRows } from '../../log/log-rows.ts';
import { type Found, findJob } from '../../log/log-search.ts';
import { runInSlices } from '../../log/slices.ts';

/** What the log is searched for: shared by the field in the panel's head and the rows. */
export interface LogFind {
  readonly text: string;
  /** How often another place was asked for, and in which direction. */
  readonly turn: number;
  readonly direction: 1 | -1;
  /** Where it was found last. */
  readonly found: Found | undefined;
  /** The part of the log that was looked through; undefined while nothing is. */
  readonly part: number | undefined;
}

const NOTHING: LogFind = { text: '', turn: 0, direction: 1, found: undefined, part: undefined };

export const useFind = create<LogFind>(() => NOTHING);

/** Searches for another text, from the beginning. An empty one ends the search. */
export const findText = (text: string): void => useFind.setState({ ...NOTHING, text });

/** Goes on to the next place, or back to the one before. */
export const findNext = (direction: 1 | -1): void =>
  useFind.setState((before) => ({ turn: before.turn + 1, direction }));

/** Searches the rows for what is asked for, a little at a time; another question or another log ends it. */
export function useSearching(rows: LogRows): void {
  const { text, turn, direction } = useFind();
  useEffect(() => {
    if (text === '') return;
    const { found } = useFind.getState();
    const from = found === undefined || found.byte < 0 ? 0 : found.byte + direction;
    useFind.setState({ part: 0 });
    return runInSlices(findJob(rows, text, turn === 0 ? 0 : Math.max(0, from), direction), {
      finished: (place) => useFind.setState({ found: place, part: undefined }),
      progress: (part) => useFind.setState({ part }),
    });
  }, [rows, text, turn, direction]);
}
