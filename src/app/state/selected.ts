import type { ProgramAnswer, VerifyAnswer } from '../../engine/scenario/queries.ts';
import { type AppState, shownVerification } from './store.ts';

export interface Selected {
  readonly answer: VerifyAnswer;
  readonly program: ProgramAnswer;
}

/** The program whose verdict is shown: the chosen one, else the first rejected one, else the first of all. */
function selectedProgram(state: AppState): Selected | undefined {
  const all = (shownVerification(state)?.answers ?? []).flatMap((answer) =>
    answer.programs.map((program) => ({ answer, program })),
  );
  return (
    all.find(({ program }) => program.name === state.program) ?? all.find(({ program }) => !program.accepted) ?? all[0]
  );
}

let last: Selected | undefined;

/** `selectedProgram` with an unchanged object for an unchanged selection, as hooks want it. */
export function stableSelected(state: AppState): Selected | undefined {
  const now = selectedProgram(state);
  if (now?.program !== last?.program || now?.answer !== last?.answer) last = now;
  return last;
}
