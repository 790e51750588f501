/**
 * `rearm exec [MEMORY_HEX]`: runs a bare program, the plugin protocol of the public bpf_conformance suite. With `--elf`
 * what comes in is an object, of which the program or function that is named, or the first, is run.
 */
import { parseArgs } from 'node:util';
import { readObject } from '../engine/elf/read.ts';
import { relocate } from '../engine/loader/relocate.ts';
import type { CollectionSpec } from '../engine/program/spec.ts';
import { exec } from '../engine/vm/exec.ts';
import { fromHex } from '../lib/bytes.ts';
import type { Result } from '../lib/result.ts';
import { err, ok } from '../lib/result.ts';
import type { Command, Host } from './command.ts';
import { EXIT_OK, EXIT_REJECTED, usage } from './command.ts';

const USAGE = 'usage: rearm exec [MEMORY_HEX] [--program HEX] [--elf [--function NAME]] < PROGRAM_HEX';

export const execCommand: Command = async (args, host) => {
  const { values, positionals } = parse(args);
  const memory = fromHex(positionals.join(''));
  if (memory === undefined) return usage(host, 'the memory is not pairs of hex digits', USAGE);
  const input = fromHex(textOf(values.program) ?? (await standardInput(host)));
  if (input === undefined) return usage(host, 'the program is not pairs of hex digits', USAGE);
  const program = values.elf === true ? programOf(input, textOf(values.function)) : ok(input);
  const result = program.ok ? exec(program.value, memory) : program;
  if (!result.ok) {
    host.error(`${result.error}\n`);
    return EXIT_REJECTED;
  }
  const { low, high } = result.value;
  const value = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  host.out(`${value.toString(16)}\n`);
  return EXIT_OK;
};

/** The suite passes options of its own plugins too, which do not concern us. */
const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: {
      program: { type: 'string' },
      elf: { type: 'boolean' },
      function: { type: 'string' },
      debug: { type: 'boolean' },
    },
  });

const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

async function standardInput(host: Host): Promise<string> {
  let text = '';
  for await (const line of host.lines()) text += line;
  return text;
}

/** The instructions of an object's program with the functions that it calls. */
function programOf(bytes: Uint8Array, name: string | undefined): Result<Uint8Array, string> {
  const spec = readObject(bytes, 'stdin.o');
  if (!spec.ok) return err(spec.error.map(({ message }) => message).join('\n'));
  if (spec.value.openErrors !== undefined) return err(spec.value.openErrors.join('\n'));
  return wholeProgram(spec.value, name);
}

/** A function of `.text` counts as a program here. */
function wholeProgram({ programs, functions }: CollectionSpec, name: string | undefined): Result<Uint8Array, string> {
  const fn = [...programs, ...functions].find((one) => name === undefined || one.name === name);
  if (fn === undefined) return err(name === undefined ? 'no code in the object' : `no function ${name} in the object`);
  const isProgram = fn.section !== '.text';
  const program = { ...fn, type: 0, expectedAttachType: 0, flags: 0, autoload: true };
  // A function that calls places inside of itself is whole already.
  const callees = fn.references.filter(({ target }) => target !== fn.name);
  if (!isProgram && callees.length === 0) return ok(fn.insns);
  const whole = relocate(program, functions, {
    map: () => undefined,
    ksym: () => undefined,
    address: () => undefined,
  });
  return whole.ok ? ok(whole.value.insns) : err(whole.error.messages.join('\n'));
}
