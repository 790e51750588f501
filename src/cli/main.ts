#!/usr/bin/env node
/** The command `rearm`: each command is loaded when it is asked for. */
import type { Command } from './command.ts';
import { EXIT_OK, EXIT_USAGE } from './command.ts';
import { processHost } from './host.ts';

const USAGE = `usage: rearm COMMAND [OPTION…] [FILE…]

  verify [--json|--csv] [--log-level N] [--log-size BYTES] [--prog NAME] [--insns] [--btf FILE] FILE…
      what the verifier of Linux 6.18 says about the programs of an object; --btf gives the types of your kernel
      (/sys/kernel/btf/vmlinux) in place of the recorded part of 6.18.44's
  verify --raw [--log-size BYTES] [--btf FILE]
      the same for programs in JSON lines on standard input
  run [--json|--trace] [--seq STEPS] [--settle-ms M] [--dump-maps] [--data-in HEX] [--ctx-in HEX] FILE.o
      runs programs on a simulated machine: results and maps, or what they print
  run [--kernel LABEL,…] SCENARIO.rearm…
      plays scenarios; fails if an assertion does not hold or the end is not the promised one;
      under several kernels it prints a table, and fails if a scenario fails under the last of them
  exec [MEMORY_HEX] [--program HEX] [--elf [--function NAME]]
      runs a bare program, hex on standard input: r1 = memory, r2 = its length, prints r0
  map-order
      walking order and evictions of maps, for cases in JSON lines on standard input
  bpftool-session
      bpftool on a simulated machine, for invocations in JSON lines on standard input
  asm FILE.s -o OUT.o
      assembles a program text to an object file
  disasm [--kernel] [--prog NAME] FILE…
      prints an object as assembly text, or its programs as the kernel prints them
  link SCENARIO | FILE…
      plays a scenario to its end and prints it as the fragment of a link
  open [--text|--json] LINK
      plays what a link holds and says whether it reproduces, or prints it as a scenario document
  fuzz machine [--seeds N] [--first SEED] [--steps N] [--kernel 6.18|7.0]
      random scripts under random schedules on simulated machines: which rules they break
  fuzz verifier [--seconds N] [--seed S] [--programs N] [--record DIR] [--oracle FILE]
      random programs to the verifier and to a running kernel: where their answers differ
  fuzz soundness [--programs N] [--inputs N] [--seed S] [--seconds N]
      accepted random programs in a checked interpreter: which values the verifier did not know of
  bench all|machine|explore [--json]
      how fast simulated machines and explorations are
  bench vm OBJ PROGRAM, bench timers OBJ
      how long the runs of a program, and operations on timers, take: JSON lines
  bench verifier [--repeat N] [--log-level N] OBJ [PROGRAM]
      how long the verifier takes for the programs of an object

Exit status: 0 accepted, 1 rejected, 2 bad usage or input.
`;

/** Commands by name. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('./verify.ts')).verifyCommand,
  run: async () => (await import('./run.ts')).runCommand,
  exec: async () => (await import('./exec.ts')).execCommand,
  'map-order': async () => (await import('./map-order.ts')).mapOrderCommand,
  disasm: async () => (await import('./disasm.ts')).disasmCommand,
  'bpftool-session': async () => (await import('./bpftool-session.ts')).bpftoolSessionCommand,
  asm: async () => (await import('./asm.ts')).asmCommand,
  link: async () => (await import('./link.ts')).linkCommand,
  open: async () => (await import('./open.ts')).openCommand,
  bench: async () => (await import('./bench.ts')).benchCommand,
  fuzz: async () => (await import('./fuzz/command.ts')).fuzzCommand,
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    processHost.out(USAGE);
    return name === undefined ? EXIT_USAGE : EXIT_OK;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    processHost.error(`rearm: unknown command '${name}'\n${USAGE}`);
    return EXIT_USAGE;
  }
  const command = await load();
  return command(rest, processHost);
}

// A reader that goes away (`rearm … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT_OK);
});
process.exitCode = await main(process.argv.slice(2));
