import type { LogLines } from '../engine/program/log-lines.ts';
import type { Reply } from './protocol.ts';

/**
 * What of a reply is handed over instead of copied: the logs of a verification, which nobody needs any more on this side
 * and which may have many megabytes.
 */
export function handedOver(reply: Reply): readonly ArrayBuffer[] {
  if (reply.is !== 'done' || !isVerification(reply.answer)) return [];
  return reply.answer.programs.flatMap(({ log }) => buffersOf(log));
}

const isVerification = (answer: unknown): answer is { readonly programs: readonly { readonly log: LogLines }[] } =>
  typeof answer === 'object' && answer !== null && 'file' in answer && 'programs' in answer;

const buffersOf = ({ bytes, starts, rows, lastRow, lastState }: LogLines): readonly ArrayBuffer[] =>
  [bytes, starts, rows, lastRow, lastState].map(({ buffer }) => buffer);
