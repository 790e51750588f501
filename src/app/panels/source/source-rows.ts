import type { ProgramAnswer, SourceText } from '../../../engine/scenario/queries.ts';
import type { SourceFile } from '../../state/documents.ts';
import { lineOfInsn } from '../../state/places.ts';

/** A line of C, or a gap of lines that the object does not quote. */
export type SourceRow =
  | { readonly is: 'line'; readonly number: number; readonly text: string }
  | { readonly is: 'gap'; readonly from: number; readonly to: number };

/** All lines of a file. */
export const fileRows = ({ text }: SourceFile): readonly SourceRow[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, i) => ({ is: 'line', number: i + 1, text: line }));

/** The lines that an object quotes, with the gaps between them. */
export function quotedRows({ lines }: SourceText): readonly SourceRow[] {
  return lines.flatMap(({ number, text }, i): SourceRow[] => {
    const before = lines[i - 1]?.number ?? 0;
    const row: SourceRow = { is: 'line', number, text };
    return number > before + 1 ? [{ is: 'gap', from: before + 1, to: number - 1 }, row] : [row];
  });
}

/** The line of C that a line of assembly came from. */
export function cLineOf(program: ProgramAnswer, assemblyLine: number): number | undefined {
  const insn = program.sourceLines.indexOf(assemblyLine);
  const line = insn < 0 ? undefined : program.cLines?.lines[insn];
  return line === undefined || line === 0 ? undefined : line;
}

/** The first line of assembly that came from a line of C, in the program that is shown or else in any other. */
export function assemblyLineOf(
  programs: readonly ProgramAnswer[],
  cLine: number,
  preferred: ProgramAnswer,
): number | undefined {
  for (const program of [preferred, ...programs]) {
    const insn = program.cLines?.lines.indexOf(cLine) ?? -1;
    const line = insn < 0 ? undefined : lineOfInsn(program, insn);
    if (line !== undefined) return line;
  }
  return undefined;
}
