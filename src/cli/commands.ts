/** The commands of `rearm`: how each is used, and where it is. */
import { type Command, EXIT_OK, EXIT_USAGE, type Host, usage } from './command.ts';

interface CommandRow {
  /** Forms of the command, each with a line or more about it, as `rearm help` prints them. */
  readonly help: string;
  /** Loads the command when it is asked for. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, CommandRow>> = {
  verify: {
    help: `  verify [--json|--csv] [--log-level N] [--log-size BYTES] [--prog NAME] [--insns] [--btf FILE] FILE…
      what the verifier of Linux 6.18 says about the programs of an object; --btf gives the types of your kernel
      (/sys/kernel/btf/vmlinux) in place of the recorded part of 6.18.44's
  verify --raw [--log-size BYTES] [--btf FILE]
      the same for programs in JSON lines on standard input`,
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  run: {
    help: `  run [--json|--trace] [--seq STEPS] [--settle-ms M] [--dump-maps] [--data-in HEX] [--ctx-in HEX] FILE.o
      runs programs on a simulated machine: results and maps, or what they print
  run [--kernel LABEL,…] SCENARIO.rearm…
      plays scenarios; fails if an assertion does not hold or the end is not the promised one;
      under several kernels it prints a table, and fails if a scenario fails under the last of them`,
    load: async () => (await import('./run.ts')).runCommand,
  },
  exec: {
    help: `  exec [MEMORY_HEX] [--program HEX] [--elf [--function NAME]]
      runs a bare program, hex on standard input: r1 = memory, r2 = its length, prints r0`,
    load: async () => (await import('./exec.ts')).execCommand,
  },
  'map-order': {
    help: `  map-order
      walking order and evictions of maps, for cases in JSON lines on standard input`,
    load: async () => (await import('./map-order.ts')).mapOrderCommand,
  },
  'bpftool-session': {
    help: `  bpftool-session
      bpftool on a simulated machine, for invocations in JSON lines on standard input`,
    load: async () => (await import('./bpftool-session.ts')).bpftoolSessionCommand,
  },
  asm: {
    help: `  asm FILE.s -o OUT.o
      assembles a program text to an object file`,
    load: async () => (await import('./asm.ts')).asmCommand,
  },
  disasm: {
    help: `  disasm [--kernel] [--prog NAME] FILE…
      prints an object as assembly text, or its programs as the kernel prints them`,
    load: async () => (await import('./disasm.ts')).disasmCommand,
  },
  link: {
    help: `  link SCENARIO | FILE…
      plays a scenario to its end and prints it as the fragment of a link`,
    load: async () => (await import('./link.ts')).linkCommand,
  },
  open: {
    help: `  open [--text|--json] LINK
      plays what a link holds and says whether it reproduces, or prints it as a scenario document`,
    load: async () => (await import('./open.ts')).openCommand,
  },
  fuzz: {
    help: `  fuzz machine [--seeds N] [--first SEED] [--steps N] [--kernel 6.18|7.0]
      random scripts under random schedules on simulated machines: which rules they break
  fuzz verifier [--seconds N] [--seed S] [--programs N] [--record DIR] [--oracle FILE]
      random programs to the verifier and to a running kernel: where their answers differ
  fuzz soundness [--programs N] [--inputs N] [--seed S] [--seconds N]
      accepted random programs in a checked interpreter: which values the verifier did not know of`,
    load: async () => (await import('./fuzz/command.ts')).fuzzCommand,
  },
  bench: {
    help: `  bench all|machine|explore [--json]
      how fast simulated machines and explorations are
  bench vm OBJ PROGRAM, bench timers OBJ
      how long the runs of a program, and operations on timers, take: JSON lines
  bench verifier [--repeat N] [--log-level N] OBJ [PROGRAM]
      how long the verifier takes for the programs of an object
  bench objects FOLDER
      writes large objects made from seeds, for the command above`,
    load: async () => (await import('./bench.ts')).benchCommand,
  },
};

const HELP = `usage: rearm COMMAND [OPTION…] [FILE…]

${Object.values(COMMANDS)
  .map(({ help }) => help)
  .join('\n')}

Exit status: 0 done and accepted, 1 rejected or a violation found, 2 bad usage or input.
`;

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

/** True for what `parseArgs` of Node throws about arguments that nobody can use. */
const isBadArgument = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** Runs the command that the arguments name; the exit status. */
export async function rearm([name, ...args]: readonly string[], host: Host): Promise<number> {
  if (name === undefined || isHelp(name) || name === 'help') {
    host.out(HELP);
    return name === undefined ? EXIT_USAGE : EXIT_OK;
  }
  if (!Object.hasOwn(COMMANDS, name)) return usage(host, `unknown command '${name}'`, HELP);
  const { help, load } = COMMANDS[name];
  if (args.some(isHelp)) {
    host.out(`usage: rearm …\n\n${help}\n`);
    return EXIT_OK;
  }
  try {
    const command = await load();
    return await command(args, host);
  } catch (error) {
    if (!isBadArgument(error)) throw error;
    return usage(host, error.message, `usage: rearm …\n\n${help}`);
  }
}
