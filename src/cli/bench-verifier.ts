/**
 * `rearm bench verifier`: how long the verifier takes for the programs of an object, without reading the object and
 * without a log; a JSON line per program, and a table on standard error. Without `--repeat` the time is that of a
 * process that has verified nothing before.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { readObject } from '../engine/elf/read.ts';
import type { LoadedProgram } from '../engine/loader/load.ts';
import { loadCollection } from '../engine/loader/load.ts';
import type { Verdict } from '../engine/program/load.ts';
import { verify } from '../engine/verifier/verify.ts';
import { finish } from '../lib/job.ts';
import { asciiJson, type Command, EXIT_OK, EXIT_USAGE, type Host, usage } from './command.ts';

const USAGE = 'usage: rearm bench verifier [--repeat N] [--log-level N] OBJ [PROGRAM]';

/** Only the last line of the log: what the kernel needs, too, to say how long it took. */
const STATISTICS = '4';

interface Request {
  readonly path: string;
  readonly program: string | undefined;
  readonly repeat: number;
  readonly level: number;
}

export const benchVerifier: Command = async (args, host) => {
  const request = parse(args);
  if (request === undefined) return usage(host, 'bench verifier: bad arguments', USAGE);
  const bytes = host.readFile(request.path);
  if (bytes === undefined) return EXIT_USAGE;
  const spec = readObject(bytes, request.path);
  if (!spec.ok) return usage(host, spec.error.map(({ message }) => message).join('\n'), USAGE);
  const programs = loadCollection(spec.value).programs.filter(
    ({ spec: { name } }) => request.program === undefined || name === request.program,
  );
  if (programs.length === 0) return usage(host, `no program '${request.program ?? ''}' in ${request.path}`, USAGE);
  for (const program of programs) report(host, program, request);
  return EXIT_OK;
};

function parse(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { repeat: { type: 'string' }, 'log-level': { type: 'string' } },
    });
    const repeat = Number(values.repeat ?? '1');
    const level = Number(values['log-level'] ?? STATISTICS);
    const [path, program, ...rest] = positionals;
    const isSound = path !== undefined && rest.length === 0 && repeat >= 1 && level >= 0 && level <= 7;
    return isSound && Number.isInteger(repeat) && Number.isInteger(level)
      ? { path, program, repeat, level }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Programs that never reach the verifier are left out, as they have no time. */
function report(host: Host, { spec: { name }, outcome }: LoadedProgram, { repeat, level }: Request): void {
  if (outcome.stage === 'object') return;
  const times: number[] = [];
  let verdict: Verdict | undefined;
  for (let i = 0; i < repeat; i++) {
    const start = performance.now();
    verdict = finish(verify(outcome.request, DEFAULT_ENV, { level }));
    times.push((performance.now() - start) * 1000);
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1];
  const processed = verdict?.stats?.insnProcessed ?? 0;
  const states = verdict?.stats?.totalStates ?? 0;
  const time = { median: Math.round(median), min: Math.round(times[0]), max: Math.round(times[times.length - 1]) };
  host.out(
    `${asciiJson({ program: name, accepted: verdict?.accepted ?? false, processed, states, verify_us: time })}\n`,
  );
  const speed = median === 0 ? 0 : processed / median;
  host.error(
    `${name.padEnd(32)} ${String(processed).padStart(8)} insns ${String(states).padStart(7)} states ` +
      `${(median / 1000).toFixed(1).padStart(9)} ms ${speed.toFixed(2).padStart(6)} M insns/s\n`,
  );
}
