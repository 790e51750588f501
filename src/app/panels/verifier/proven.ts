import type { RootAnswer } from '../../../engine/scenario/why-answer.ts';

/** What the verifier has made sure of, for each root that has something to tell. */
export function provenOf(roots: readonly RootAnswer[]): readonly string[] {
  return roots.filter(({ kind }) => kind === 'async callback').flatMap(provenOfCallback);
}

function provenOfCallback({ name, required, rearmedAt, pushedBy, start, end }: RootAnswer): readonly string[] {
  const returns =
    required !== undefined && required[0] === required[1] ? [`${name} returns ${required[0]} on every path.`] : [];
  const isPushedByItself = pushedBy.some((insn) => insn >= start && insn < end);
  const rearms =
    rearmedAt.length === 0 && !isPushedByItself
      ? []
      : [
          `${name} may re-arm itself${rearmedAt.length > 0 ? ` at ${rearmedAt.join(' and ')}` : ''}: that is no recursion, every run begins on an empty stack.`,
        ];
  return [...returns, ...rearms];
}
