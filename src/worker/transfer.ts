import type { LogLines } from '../engine/program/log-lines.ts';
import type { VerifyAnswer } from '../engine/scenario/queries.ts';

/** The logs of a verification, which may have many megabytes. */
export const logBuffers = ({ programs }: VerifyAnswer): readonly ArrayBuffer[] =>
  programs.flatMap(({ log }) => buffersOf(log));

const buffersOf = ({ bytes, starts, rows, lastRow, lastState }: LogLines): readonly ArrayBuffer[] =>
  [bytes, starts, rows, lastRow, lastState].map(({ buffer }) => buffer);
