/** `rearm exec [MEMORY_HEX]`: runs a bare program, the plugin protocol of the public bpf_conformance suite. */
import { exec } from '../engine/vm/exec.ts';
import { fromHex } from '../lib/bytes.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, usage } from './command.ts';

const USAGE = 'usage: rearm exec [MEMORY_HEX] < PROGRAM_HEX';

/** The suite passes options of its own plugins too; only the memory, which has no dashes, concerns us. */
export const execCommand: Command = async (args, host) => {
  const memory = fromHex(args.filter((arg) => !arg.startsWith('-')).join(''));
  if (memory === undefined) return usage(host, 'the memory is not pairs of hex digits', USAGE);
  let text = '';
  for await (const line of host.lines()) text += line;
  const program = fromHex(text);
  if (program === undefined) return usage(host, 'the program is not pairs of hex digits', USAGE);
  const result = exec(program, memory);
  if (!result.ok) {
    host.error(`${result.error}\n`);
    return EXIT_REJECTED;
  }
  const { low, high } = result.value;
  const value = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  host.out(`${value.toString(16)}\n`);
  return EXIT_OK;
};
