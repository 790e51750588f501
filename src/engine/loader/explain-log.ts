/** What libbpf makes of a verifier's log that ends in an instruction it has poisoned. libbpf: fixup_verifier_log() */
import type { LogText } from '../program/log-text.ts';
import { logHead, logOf, logString, logTail } from '../program/log-text.ts';
import { POISON } from './core/patch.ts';

/** The end of a log is all that is looked at: so many lines, which have fewer bytes than that. */
const LAST_LINES = 10;
const LAST_BYTES = 1 << 14;

/** The log with libbpf's words in place of the call that there is none of; `accesses` by instruction. */
export function explainLog(log: LogText, accesses: ReadonlyMap<number, string>): LogText {
  if (accesses.size === 0) return log;
  const lines = logString(logTail(log, LAST_BYTES)).split('\n');
  const refused = lines.lastIndexOf(`invalid func unknown#${POISON}`);
  if (refused < 1 || lines.length - 1 - refused > LAST_LINES) return log;
  const insn = /^(\d+): \(\w+\) call unknown#195896080$/.exec(lines[refused - 1])?.[1];
  const access = insn === undefined ? undefined : accesses.get(Number(insn));
  if (access === undefined) return log;
  lines.splice(refused - 1, 2, `${insn}: <invalid CO-RE relocation>`, `failed to resolve CO-RE relocation ${access}`);
  const head = logHead(log, log.length - LAST_BYTES);
  const tail = logOf(lines.join('\n'));
  return { pieces: [...head.pieces, ...tail.pieces], length: head.length + tail.length };
}
