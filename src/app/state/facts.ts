import { useEffect, useState } from 'react';
import type { FactsAnswer, KnownState } from '../../engine/scenario/facts-answer.ts';
import { toSource } from './documents.ts';
import { fileOfProgram } from './places.ts';
import { activeDocument, currentVerification, store, useApp, type Verification } from './store.ts';
import { theSession } from './workbench.ts';

/** What was asked about each verification: one more walk of a program, made when somebody looks. */
const asked = new WeakMap<Verification, Map<string, Promise<FactsAnswer | undefined>>>();

/** What the verifier knows at each instruction of a program of the text as it stands. */
export function factsOf(program: string): Promise<FactsAnswer | undefined> {
  const verification = currentVerification(store.getState());
  if (verification === undefined) return Promise.resolve(undefined);
  const known = asked.get(verification) ?? new Map<string, Promise<FactsAnswer | undefined>>();
  asked.set(verification, known);
  const answer = known.get(program) ?? ask(verification, program);
  known.set(program, answer);
  return answer;
}

async function ask(verification: Verification, program: string): Promise<FactsAnswer | undefined> {
  const document = activeDocument(store.getState());
  const name = fileOfProgram(verification, program);
  const file = document?.programs.find((each) => each.name === name);
  if (document === undefined || file === undefined) return undefined;
  return theSession().query('facts', { source: toSource(file), program, machine: document.machine });
}

/** The same for a panel that shows it; undefined until it is known. */
export function useFacts(program: string | undefined): FactsAnswer | undefined {
  const verification = useApp(currentVerification);
  const [facts, setFacts] = useState<FactsAnswer>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another verification has other facts
  useEffect(() => {
    setFacts(undefined);
    if (program === undefined) return;
    let isWanted = true;
    void factsOf(program).then((answer) => isWanted && setFacts(answer));
    return () => {
      isWanted = false;
    };
  }, [verification, program]);
  return facts;
}

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
