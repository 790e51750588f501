import type { KnownState } from '../../engine/scenario/facts-answer.ts';
import { programAnswers } from './program-answers.ts';
import { theSession } from './workbench.ts';

const answers = programAnswers((ask) => theSession().query('facts', ask));

/** What the verifier knows at each instruction of a program of the text as it stands. */
export const factsOf = answers.of;

/** The same for a panel that shows it; undefined until it is known. */
export const useFacts = answers.use;

const NO_VALUE = 'no value';

/** What is known of a register over all paths: `1 or 2`; undefined where the verifier never came. */
export function knownOfRegister(states: readonly KnownState[], register: number): string | undefined {
  return words(states.map(({ registers }) => registers[register] ?? NO_VALUE));
}

/** What is known of eight bytes of the stack, by their offset from r10. */
export function knownOfSlot(states: readonly KnownState[], offset: number): string | undefined {
  return words(states.map(({ stack }) => stack.find((slot) => slot.offset === offset)?.text ?? NO_VALUE));
}

const words = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : [...new Set(texts)].join(' or ');
