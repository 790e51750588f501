import type { CpuAnswer, FrameAnswer, ProgramAnswer } from '../../engine/scenario/queries.ts';
import type { Cursor, Verification } from './store.ts';

/** Ties instructions to lines: the one cursor goes through here. */

/** The file that a program was read from. */
export function fileOfProgram(verification: Verification | undefined, program: string): string | undefined {
  return verification?.answers.find((answer) => answer.programs.some((p) => p.name === program))?.file;
}

/** The innermost frame of a CPU that runs BPF instructions. */
export function bpfFrameOf(cpu: CpuAnswer | undefined): Extract<FrameAnswer, { is: 'bpf' }> | undefined {
  const frames = cpu?.contexts.flatMap((context) => context.frames) ?? [];
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (frame.is === 'bpf') return frame;
  }
  return undefined;
}

/** The line at which a CPU stands. */
export function placeOfCpu(verification: Verification | undefined, cpu: CpuAnswer | undefined): Cursor | undefined {
  const frame = bpfFrameOf(cpu);
  if (frame === undefined || frame.sourceLine <= 0) return undefined;
  const file = fileOfProgram(verification, frame.program);
  return file === undefined ? undefined : { file, line: frame.sourceLine };
}

/** The line of an instruction of a program; undefined where the text does not say. */
export function lineOfInsn(program: ProgramAnswer, insn: number): number | undefined {
  const line = program.sourceLines[insn];
  return line === undefined || line <= 0 ? undefined : line;
}

/** The instructions of a line, ascending. */
export function insnsOfLine(program: ProgramAnswer, line: number): readonly number[] {
  const insns: number[] = [];
  program.sourceLines.forEach((of, insn) => {
    if (of === line) insns.push(insn);
  });
  return insns;
}

/** The program that a line belongs to, and the program shown if the line belongs to several. */
export function programOfLine(
  programs: readonly ProgramAnswer[],
  line: number,
  preferred: string | undefined,
): ProgramAnswer | undefined {
  const fitting = programs.filter((program) => program.sourceLines.includes(line));
  return fitting.find((program) => program.name === preferred) ?? fitting[0];
}
