import { useEffect, useState } from 'react';
import type { Requests } from '../../worker/protocol.ts';
import { toSource } from './documents.ts';
import { fileOfProgram } from './places.ts';
import { activeDocument, currentVerification, store, useApp, type Verification } from './store.ts';

/** What one more walk of a program can be asked for. */
type Ask = Requests['facts']['ask'] & Requests['why']['ask'];

/** Answers about programs of the text as it stands. */
export interface ProgramAnswers<T> {
  of(program: string): Promise<T | undefined>;
  /** The same for a panel that shows it; undefined until it is known. */
  use(program: string | undefined): T | undefined;
}

/** Asks once per verification and program, when somebody looks. */
export function programAnswers<T>(query: (ask: Ask) => Promise<T | undefined>): ProgramAnswers<T> {
  const asked = new WeakMap<Verification, Map<string, Promise<T | undefined>>>();
  const of = (program: string): Promise<T | undefined> => {
    const verification = currentVerification(store.getState());
    if (verification === undefined) return Promise.resolve(undefined);
    const known = asked.get(verification) ?? new Map<string, Promise<T | undefined>>();
    asked.set(verification, known);
    const ask = askAbout(verification, program);
    const answer = known.get(program) ?? (ask === undefined ? Promise.resolve(undefined) : query(ask));
    known.set(program, answer);
    return answer;
  };
  const use = (program: string | undefined): T | undefined => {
    const verification = useApp(currentVerification);
    const [answer, setAnswer] = useState<T>();
    // biome-ignore lint/correctness/useExhaustiveDependencies: another verification has other answers
    useEffect(() => {
      setAnswer(undefined);
      if (program === undefined) return;
      let isWanted = true;
      void of(program).then((found) => isWanted && setAnswer(() => found));
      return () => {
        isWanted = false;
      };
    }, [verification, program]);
    return answer;
  };
  return { of, use };
}

function askAbout(verification: Verification, program: string): Ask | undefined {
  const document = activeDocument(store.getState());
  const name = fileOfProgram(verification, program);
  const file = document?.programs.find((each) => each.name === name);
  if (document === undefined || file === undefined) return undefined;
  return { source: toSource(file), program, machine: document.machine };
}
