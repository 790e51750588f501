/** A long piece of work, done in slices so that its host stays responsive and can cancel it by not going on. */
export interface Job<T> {
  /** Does about `budget` units of work; the result once finished. */
  advance(budget: number): T | undefined;
  readonly progress: { readonly done: number; readonly total?: number };
}

/** Runs a job to its end at once: for tests and the command line. */
export function finish<T>(job: Job<T>): T {
  for (;;) {
    const result = job.advance(1_000_000);
    if (result !== undefined) return result;
  }
}
