/** `rearm asm`: a program text becomes an object file. */
import { parseArgs } from 'node:util';
import { assemble } from '../engine/asm/assemble.ts';
import type { Diagnostic } from '../engine/program/diagnostic.ts';
import type { Command, Host } from './command.ts';
import { EXIT_OK, EXIT_USAGE, usage } from './command.ts';

const USAGE = 'usage: rearm asm FILE.s -o OUT.o';

export const asmCommand: Command = async (args, host) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { output: { type: 'string', short: 'o' } },
    });
    if (positionals.length !== 1 || values.output === undefined)
      return usage(host, 'one file and -o OUT.o wanted', USAGE);
    return asmFile(positionals[0], values.output, host);
  } catch (error) {
    return usage(host, error instanceof Error ? error.message : String(error), USAGE);
  }
};

function asmFile(path: string, output: string, host: Host): number {
  const bytes = host.readFile(path);
  if (bytes === undefined) return EXIT_USAGE;
  const assembled = assemble(new TextDecoder().decode(bytes), path.split('/').pop() ?? path);
  const diagnostics = assembled.ok ? assembled.value.warnings : assembled.error;
  host.error(diagnostics.map((diagnostic) => diagnosticText(path, diagnostic)).join(''));
  if (!assembled.ok) return EXIT_USAGE;
  return host.writeFile(output, assembled.value.object) ? EXIT_OK : EXIT_USAGE;
}

/** `file.s:3:5: error: …`, as compilers print it. */
function diagnosticText(path: string, { severity, message, at, offset, notes = [] }: Diagnostic): string {
  const place = at === undefined ? (offset === undefined ? '' : `byte ${offset}:`) : `${at.line}:${at.column}:`;
  return `${path}:${place} ${severity}: ${message}\n${notes.map((note) => `${path}:${place} note: ${note}\n`).join('')}`;
}
