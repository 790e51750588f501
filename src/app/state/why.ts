import { editedText, type FixAnswer } from '../../engine/scenario/why-answer.ts';
import { programAnswers } from './program-answers.ts';
import { activeDocument, store } from './store.ts';
import { theSession, typeText } from './workbench.ts';

const answers = programAnswers((ask) => theSession().query('why', ask));

/** Why the verifier decided about a program as it did, for a panel that shows it; undefined until it is known. */
export const useWhy = answers.use;

/** Changes a file as a fix says: one step of its undo history. */
export function applyFix(file: string, { edits }: FixAnswer): void {
  const found = activeDocument(store.getState())?.programs.find(({ name }) => name === file);
  if (found?.is !== 'text') return;
  store.setState({ tab: file });
  typeText(file, editedText(found.text, edits));
}
