import { useEffect, useRef, useState } from 'react';
import type { ProgramSource } from '../../engine/scenario/queries.ts';
import type { Requests } from '../../worker/protocol.ts';
import { type Document, toSource } from './documents.ts';
import type { Question } from './session.ts';
import { activeDocument, currentVerification, shownMachine, useApp } from './store.ts';
import { theSession } from './workbench.ts';

/** An answer about the machine, and the one before it. */
export interface Answered<T> {
  readonly now: T;
  readonly before: T | undefined;
  /** Step at which `now` was true. */
  readonly step: number;
  /** Changes when another machine was opened. */
  readonly machine: string;
}

/**
 * The worker's answer to a question about the machine, asked anew whenever the machine moved or the question changed; one
 * at a time, so that a machine that runs is not slowed down by those who look.
 */
export function useAnswer<N extends Question>(
  name: N,
  ask: Requests[N]['ask'],
): Answered<Requests[N]['answer']> | undefined {
  const machine = useApp(shownMachine);
  const [answered, setAnswered] = useState<Answered<Requests[N]['answer']>>();
  const wanted = useRef<(() => Promise<void>) | undefined>(undefined);
  const isAsking = useRef(false);
  const key = JSON.stringify(ask);
  const id = machine === undefined ? undefined : `${machine.documentId} ${machine.edit}`;
  const step = machine?.now.step ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `machine.now` and `key` say when to ask
  useEffect(() => {
    if (id === undefined) return setAnswered(undefined);
    wanted.current = async () => {
      const now = await theSession().query(name, ask);
      if (now === undefined) return;
      setAnswered((last) => {
        const same = last?.machine === id ? last : undefined;
        return { now, before: same?.step === step ? same.before : same?.now, step, machine: id };
      });
    };
    const askAll = async () => {
      if (isAsking.current) return;
      isAsking.current = true;
      try {
        for (let next = wanted.current; next !== undefined; next = wanted.current) {
          wanted.current = undefined;
          await next();
        }
      } finally {
        isAsking.current = false;
      }
    };
    void askAll();
  }, [machine?.now, key, name, id]);
  return answered;
}

/** The worker's answers about the files of the document, asked anew for every text that was verified. */
export function useFileAnswers<N extends Question>(
  name: N,
  askOf: (source: ProgramSource, machine: Document['machine']) => Requests[N]['ask'],
): readonly Requests[N]['answer'][] {
  const document = useApp(activeDocument);
  const edit = useApp((state) => currentVerification(state)?.edit);
  const [answers, setAnswers] = useState<readonly Requests[N]['answer'][]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a verified edit has other answers, other changes have not
  useEffect(() => {
    if (document === undefined || edit === undefined) return;
    let isWanted = true;
    const asked = document.programs.map((file) => theSession().query(name, askOf(toSource(file), document.machine)));
    void Promise.all(asked).then((found) => {
      if (isWanted) setAnswers(found.filter((answer) => answer !== undefined));
    });
    return () => {
      isWanted = false;
    };
  }, [document?.id, edit, name]);
  return answers;
}
