/**
 * `rearm disasm`: an object as assembly text that assembles again. With `--kernel`: its programs and functions as the
 * kernel prints instructions, with names for references.
 */
import { parseArgs } from 'node:util';
import { helperName } from '../engine/abi/helpers.ts';
import { disassemble } from '../engine/asm/disassemble.ts';
import { readObject } from '../engine/elf/read.ts';
import { BPF_PSEUDO_KFUNC_CALL, LD_IMM64 } from '../engine/isa/constants.ts';
import type { Code } from '../engine/isa/insn.ts';
import { decode } from '../engine/isa/insn.ts';
import { hexOfImm64, printInsn } from '../engine/isa/print.ts';
import type { CollectionSpec, FunctionSpec, Reference } from '../engine/program/spec.ts';
import type { Command, Host } from './command.ts';
import { EXIT_OK, EXIT_USAGE, usage } from './command.ts';

const USAGE = 'usage: rearm disasm [--kernel] [--prog NAME] FILE…';

export const disasmCommand: Command = async (args, host) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { prog: { type: 'string' }, kernel: { type: 'boolean' } },
    });
    if (positionals.length === 0) return usage(host, 'no file given', USAGE);
    const statuses = positionals.map((path) =>
      disasmFile(path, values.kernel === true ? kernelText : sourceText, values.prog, host),
    );
    return Math.max(...statuses);
  } catch (error) {
    return usage(host, error instanceof Error ? error.message : String(error), USAGE);
  }
};

type Printer = (spec: CollectionSpec, only: string | undefined) => string;

function disasmFile(path: string, print: Printer, only: string | undefined, host: Host): number {
  const bytes = host.readFile(path);
  if (bytes === undefined) return EXIT_USAGE;
  const spec = readObject(bytes, path);
  const problems = spec.ok ? (spec.value.openErrors ?? []) : spec.error.map(({ message }) => message);
  for (const problem of problems) host.error(`rearm: ${path}: ${problem}\n`);
  if (!spec.ok || problems.length > 0) return EXIT_USAGE;
  if (only !== undefined && !spec.value.programs.some(({ name }) => name === only))
    return usage(host, `${path} has no program ${only}`, USAGE);
  host.out(print(spec.value, only));
  return EXIT_OK;
}

/** What `rearm asm` takes; of the programs only the one named `only`, with all that it may refer to. */
const sourceText: Printer = (spec, only) =>
  disassemble({ ...spec, programs: spec.programs.filter(({ name }) => only === undefined || name === only) });

/** The text of all functions, or of the one named `only`. */
const kernelText: Printer = ({ programs, functions }, only) =>
  [...programs, ...functions]
    .filter(({ name }) => only === undefined || name === only)
    .map((fn) => `${fn.section} ${fn.name}:\n${functionText(fn)}`)
    .join('\n');

function functionText(fn: FunctionSpec): string {
  const code = decode(fn.insns);
  const references = new Map(fn.references.map((reference) => [reference.insn, reference]));
  const lines: string[] = [];
  for (let i = 0; i < code.length; i++) {
    lines.push(`${String(i).padStart(4)}: ${insnText(code, i, references.get(i))}\n`);
    if (code.opcode[i] === LD_IMM64) i++;
  }
  return lines.join('');
}

function insnText(code: Code, i: number, reference: Reference | undefined): string {
  if (reference?.kind === 'call' || (reference?.kind === 'ksym' && reference.isFunc))
    return `(85) call ${reference.target}`;
  return printInsn(code, i, {
    call: (_, at) => (code.src[at] === BPF_PSEUDO_KFUNC_CALL ? 'kernel-function' : helperName(code.imm[at])),
    imm64: (_, at) => (reference === undefined ? hexOfImm64(code, at) : referenceText(reference)),
  });
}

/** As bpftool writes what a load refers to, with names in place of ids. */
function referenceText(reference: Reference): string {
  switch (reference.kind) {
    case 'map':
      return `map[${reference.target}]`;
    case 'map_value':
      return `map[${reference.target}][0]+${reference.offset}`;
    case 'func':
      return `subprog[${reference.target}]`;
    case 'kconfig':
      return `map[.kconfig][0]+${reference.offset}`;
    default:
      return reference.target;
  }
}
