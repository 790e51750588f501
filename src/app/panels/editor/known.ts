import type { KnownState } from '../../../engine/scenario/facts-answer.ts';
import type { ProgramAnswer, VerifyAnswer } from '../../../engine/scenario/queries.ts';
import { factsOf } from '../../state/facts.ts';
import { insnsOfLine, programOfLine } from '../../state/places.ts';

/** What the verifier knows when it comes to a line, as text; undefined for lines that are no instruction. */
export async function knownAtLine(
  answer: VerifyAnswer | undefined,
  line: number,
  preferred: string | undefined,
): Promise<readonly string[] | undefined> {
  const program = answer && programOfLine(answer.programs, line, preferred);
  const insn = program && insnsOfLine(program, line)[0];
  if (program === undefined || insn === undefined) return undefined;
  const facts = await factsOf(program.name);
  return facts === undefined ? undefined : knownText(program, insn, facts.insns[insn] ?? []);
}

/** `R1 = ctx()`, a line for each register and slot that has a value, on each path. */
export function knownText(program: ProgramAnswer, insn: number, states: readonly KnownState[]): readonly string[] {
  if (states.length === 0) return [`instruction ${insn} of ${program.name}: the verifier never comes here`];
  return states.flatMap((state, i) => {
    const path = states.length === 1 ? '' : `, path ${i + 1}`;
    return [`before instruction ${insn} of ${program.name}${path}`, ...stateLines(state)];
  });
}

function stateLines({ registers, stack }: KnownState): readonly string[] {
  return [
    ...registers.flatMap((text, i) => (text === undefined ? [] : [`  ${`R${i}`.padEnd(5)} ${text}`])),
    ...stack.map(({ offset, text }) => `  ${`fp${offset}`.padEnd(5)} ${text}`),
  ];
}
