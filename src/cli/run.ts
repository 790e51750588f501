/** `rearm run`: runs the programs of an object on a simulated machine. */
import { parseArgs } from 'node:util';
import { fromHex } from '../lib/bytes.ts';
import { asciiJson, type Command, EXIT_OK, EXIT_REJECTED, EXIT_USAGE, type Host, usage } from './command.ts';
import { runMatrix } from './matrix.ts';
import { playAndCompare } from './open.ts';
import { type RunOptions, runObject } from './oracle-run.ts';
import { isScenario, readScenario } from './scenario-files.ts';

const USAGE = `usage: rearm run [--json|--trace] [--seq STEPS] [--prog NAME] [--run N] [--settle-ms M] [--dump-maps]
                 [--data-in HEX] [--ctx-in HEX] FILE.o
       rearm run [--kernel LABEL,…] SCENARIO…`;

interface Request {
  readonly path: string;
  readonly trace: boolean;
  readonly options: RunOptions;
}

export const runCommand: Command = async (args, host) => {
  host.expectManySteps?.();
  if (args.some(isScenario)) return runScenarios(args, host);
  const request = parse(args);
  if (typeof request === 'string') return usage(host, request, USAGE);
  const bytes = host.readFile(request.path);
  return bytes === undefined ? EXIT_USAGE : run(bytes, request, host);
};

function runScenarios(args: readonly string[], host: Host): number {
  const { values, positionals } = parseScenarioArgs(args);
  const kernels = values.kernel?.split(',');
  if (kernels !== undefined) return runMatrix(positionals, kernels, host);
  const statuses = positionals.map((path) => runScenario(path, host));
  return Math.max(...statuses);
}

function runScenario(path: string, host: Host): number {
  const scenario = readScenario([path], host);
  return scenario === undefined ? EXIT_USAGE : playAndCompare(scenario, host);
}

const parseScenarioArgs = (args: readonly string[]) =>
  parseArgs({ args: [...args], allowPositionals: true, options: { kernel: { type: 'string' } } });

function run(bytes: Uint8Array, { path, trace, options }: Request, host: Host): number {
  const ran = runObject(bytes, path, options);
  if (!ran.ok) {
    for (const { message } of ran.error) host.error(`rearm: ${path}: ${message}\n`);
    return EXIT_USAGE;
  }
  const { report, lines } = ran.value;
  if (trace) host.out(lines.map((line) => `${utf8(line)}\n`).join(''));
  else host.out(`${asciiJson(report)}\n`);
  if (report.stopped !== undefined) host.error(`rearm: ${path}: ${report.stopped}\n`);
  const failed = report.stopped !== undefined || report.load_errno !== undefined || report.open_error !== undefined;
  return failed ? EXIT_REJECTED : EXIT_OK;
}

/** Lines are bytes, one a character; what is UTF-8 in them comes out as such. */
const utf8 = (line: string): string => new TextDecoder().decode(Uint8Array.from(line, (c) => c.charCodeAt(0)));

function parse(args: readonly string[]): Request | string {
  try {
    const { values, positionals } = parseRunArgs(args);
    if (positionals.length !== 1) return 'one file is needed';
    return { path: positionals[0], trace: values.trace === true, options: optionsOf(values) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const parseRunArgs = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      trace: { type: 'boolean' },
      seq: { type: 'string' },
      prog: { type: 'string' },
      run: { type: 'string' },
      'settle-ms': { type: 'string' },
      'dump-maps': { type: 'boolean' },
      'data-in': { type: 'string' },
      'ctx-in': { type: 'string' },
    },
  });

type Values = ReturnType<typeof parseRunArgs>['values'];

function optionsOf(values: Values): RunOptions {
  return {
    sequence: values.seq ?? '',
    program: values.prog,
    repeat: wholeNumber('run', values.run ?? '1'),
    settleMs: wholeNumber('settle-ms', values['settle-ms'] ?? '0'),
    dumpMaps: values['dump-maps'] === true,
    data: hex('data-in', values['data-in']),
    context: hex('ctx-in', values['ctx-in']),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`bad --${name} '${text}': a whole number is needed`);
  return Number(text);
}

function hex(name: string, text: string | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  const bytes = fromHex(text);
  if (bytes === undefined) throw new Error(`bad --${name}: hex digits are needed`);
  return bytes;
}
