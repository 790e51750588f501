/**
 * Every choice of the machine goes to one oracle: which CPU makes the next step, what it does first, which queued job it
 * begins. A strategy (exploration, replay, hand stepping) implements this and nothing else.
 */
export type ChoiceKind = 'cpu' | 'action';

export interface Oracle {
  /**
   * One of `options` (two or more, ascending), `usual` being what the machine would do by itself.
   * For 'cpu' the options are CPU numbers, for 'action' the actions of `scheduler.ts`.
   */
  choose(kind: ChoiceKind, options: readonly number[], usual: number): number;
}

/** What differs from the usual: pairs of the number of a choice (from 0) and the option picked, ascending. */
export type Schedule = readonly (readonly [choice: number, pick: number])[];

/** Takes what is usual, always. */
export const USUAL: Oracle = { choose: (_kind, _options, usual) => usual };

/** Follows a schedule by the number of each choice; `count` is that of the choice about to be made. */
export function scheduled(schedule: Schedule, count: () => number): Oracle {
  const picks = new Map(schedule);
  return { choose: (_kind, _options, usual) => picks.get(count()) ?? usual };
}
