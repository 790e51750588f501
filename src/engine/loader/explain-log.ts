/** What libbpf makes of a verifier's log that ends in an instruction it has poisoned. libbpf: fixup_verifier_log() */
import { POISON } from './core/patch.ts';

/** The end of a log is all that is looked at. */
const LAST_LINES = 10;

/** The log with libbpf's words in place of the call that there is none of; `accesses` by instruction. */
export function explainLog(log: string, accesses: ReadonlyMap<number, string>): string {
  if (accesses.size === 0) return log;
  const lines = log.split('\n');
  const refused = lines.lastIndexOf(`invalid func unknown#${POISON}`);
  if (refused < 1 || lines.length - 1 - refused > LAST_LINES) return log;
  const insn = /^(\d+): \(\w+\) call unknown#195896080$/.exec(lines[refused - 1])?.[1];
  const access = insn === undefined ? undefined : accesses.get(Number(insn));
  if (access === undefined) return log;
  lines.splice(refused - 1, 2, `${insn}: <invalid CO-RE relocation>`, `failed to resolve CO-RE relocation ${access}`);
  return lines.join('\n');
}
