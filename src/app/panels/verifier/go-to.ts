import type { ProgramAnswer, VerifyAnswer } from '../../../engine/scenario/queries.ts';
import { lineOfInsn } from '../../state/places.ts';
import { store } from '../../state/store.ts';
import { moveCursor } from '../../state/workbench.ts';

/** Puts the one cursor on a line of a file. */
export function goTo(file: string, line: number): void {
  store.setState({ tab: file });
  moveCursor(file, line);
}

/** Puts it on an instruction; the log follows. */
export function goToInsn({ file }: VerifyAnswer, program: ProgramAnswer, insn: number): void {
  const line = lineOfInsn(program, insn);
  if (line === undefined) return;
  store.setState({ program: program.name });
  goTo(file, line);
}
