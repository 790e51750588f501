/** Runs a job on the page without being felt: a few ms at a time, a turn of the event loop between. */
import type { Job } from '../../lib/job.ts';

const SLICE_MS = 5;

export interface SliceEvents<T> {
  finished(result: T): void;
  /** After each slice that is not the last. */
  progress?(part: number): void;
}

/** Returns what cancels it. */
export function runInSlices<T>(job: Job<T>, events: SliceEvents<T>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = (): void => {
    const end = performance.now() + SLICE_MS;
    do {
      const result = job.advance(1 << 20);
      if (result !== undefined) return events.finished(result);
    } while (performance.now() < end);
    const { done, total } = job.progress;
    events.progress?.(total === undefined ? 0 : done / total);
    timer = setTimeout(slice);
  };
  timer = setTimeout(slice);
  return () => clearTimeout(timer);
}
