/** The few instructions that matter for a rejection. */
import type { ChainLink } from '../scenario/why-answer.ts';
import { frameReg, slotCount, type Verifier } from '../verifier/env.ts';
import { regText, stackText } from '../verifier/log/log.ts';
import { NOT_INIT, TYPE } from '../verifier/program/layout.ts';
import type { Tracer } from '../verifier/tracer.ts';
import type { Culprit } from './culprits.ts';
import type { Step } from './path.ts';
import { type Found, type Names, RANK, Slice, type Wanted } from './slice.ts';
import { NO_VALUE, shortText } from './words.ts';

const MAX_LINKS = 8;

/** The instructions that matter, oldest first; the last one is where the program was rejected. */
export function foundOnPath(names: Names, culprit: Culprit, last: Step): readonly Found[] {
  const { found } = new Slice(names, culprit, last);
  const end: Found = { step: last, rank: RANK.end, say: () => culprit.verdict };
  return [end, ...found.values()]
    .sort((a, b) => a.rank - b.rank || b.step.serial - a.step.serial)
    .slice(0, MAX_LINKS)
    .sort((a, b) => a.step.serial - b.step.serial);
}

/** The same in words. */
export const linksOf = (found: readonly Found[], states: StateNotes): readonly ChainLink[] =>
  found.map(({ step, say, wanted }) => ({
    insn: step.insn,
    what: say(wanted === undefined ? undefined : states.textOf(wanted)),
  }));

/** Writes down what is known at chosen steps of a walk. */
export class StateNotes implements Tracer {
  private readonly wanted = new Map<number, Wanted[]>();
  private readonly texts = new Map<Wanted, string>();

  constructor(wanted: readonly Wanted[]) {
    for (const each of wanted) this.wanted.set(each.serial, [...(this.wanted.get(each.serial) ?? []), each]);
  }

  insn(v: Verifier): void {
    for (const each of this.wanted.get(v.insnProcessed) ?? []) {
      const text = textAt(v, each);
      if (text !== undefined) this.texts.set(each, text);
    }
  }

  textOf(wanted: Wanted): string | undefined {
    const text = this.texts.get(wanted);
    return text === undefined ? undefined : shortText(text);
  }

  /** With everything that the log would have. */
  wholeTextOf(wanted: Wanted): string | undefined {
    const text = this.texts.get(wanted);
    return text === NO_VALUE ? undefined : text;
  }
}

function textAt(v: Verifier, { frame, place }: Wanted): string | undefined {
  const func = v.cur.frames[frame];
  if (func === undefined) return undefined;
  if (place < 0) {
    if (slotCount(func) === 0) return undefined;
    return new RegExp(` fp${place}=(.*?)(?= fp-\\d+=|$)`).exec(stackText(v, func, true))?.[1];
  }
  const r = frameReg(func, place);
  return v.w[r + TYPE] === NOT_INIT ? NO_VALUE : regText(v, r, frame);
}
