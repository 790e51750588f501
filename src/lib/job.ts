/** A long piece of work, done in slices so that its host stays responsive and can cancel it by not going on. */
export interface Job<T> {
  /** Does about `budget` units of work; the result once finished. */
  advance(budget: number): T | undefined;
  /** About how many units are done, and of how many where that is known. */
  readonly progress: { readonly done: number; readonly total?: number };
}

/** Runs a job to its end at once: for tests and the command line. */
export function finish<T>(job: Job<T>): T {
  for (;;) {
    const result = job.advance(1_000_000);
    if (result !== undefined) return result;
  }
}

/** A job written as a generator: it yields whenever its host may want a turn, and is given the budget of the next one. */
export type Work<T> = Generator<void, T, number>;

/** Makes a job of a generator. */
export function jobOf<T>(work: Work<T>): Job<T> {
  let done = 0;
  return {
    advance(budget) {
      done += budget;
      const turn = work.next(budget);
      return turn.done ? turn.value : undefined;
    },
    get progress() {
      return { done };
    },
  };
}

/** Inside a generator: `const result = yield* wait(job)`. */
export function* wait<T>(job: Job<T>): Work<T> {
  for (;;) {
    const result = job.advance(yield);
    if (result !== undefined) return result;
  }
}
