/** `rearm fuzz soundness`: accepted programs run in a checked interpreter; every value is one that the verifier knew of. */
import { parseArgs } from 'node:util';
import type { Verdict } from '../../engine/program/load.ts';
import { generateProgram } from '../../fuzz/generate.ts';
import { type FuzzProgram, isRun, requestOf } from '../../fuzz/program.ts';
import { shrinkProgram } from '../../fuzz/shrink.ts';
import { toHex } from '../../lib/bytes.ts';
import { Random } from '../../lib/random.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, type Host, usage } from '../command.ts';
import type { Json } from '../json.ts';
import { RAW_LOG_SIZE } from '../log-size.ts';
import { answerRequest } from '../raw.ts';
import { loadForRun, runOnce } from '../raw-run.ts';
import { KnownValues } from './known-values.ts';
import { ourId } from './oracle.ts';
import { orTooLong, verifyWithin } from './ours.ts';
import { watchRun } from './watched-run.ts';

const USAGE = 'usage: rearm fuzz soundness [--programs N] [--inputs N] [--seed S] [--seconds N]';

interface Options {
  readonly programs: number;
  readonly inputs: number;
  readonly seed: number;
  readonly seconds: number;
}

export const fuzzSoundnessCommand: Command = async (args, host) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      programs: { type: 'string', default: '20000' },
      inputs: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '1000000' },
    },
  });
  const [programs, inputs, seed, seconds] = [values.programs, values.inputs, values.seed, values.seconds].map(Number);
  if (![programs, inputs, seed, seconds].every(Number.isInteger)) return usage(host, 'whole numbers are wanted', USAGE);
  return (await fuzzSoundness({ programs, inputs, seed, seconds }, host)) ? EXIT_OK : EXIT_REJECTED;
};

/** Types whose runs need nothing but a packet. */
const WITH_PACKET: readonly string[] = ['sched_cls', 'socket_filter', 'xdp', 'cgroup_skb', 'sched_act'];

const SEED_STRIDE = 100_000_007;

async function fuzzSoundness({ programs, inputs, seed, seconds }: Options, host: Host): Promise<boolean> {
  const end = performance.now() + 1000 * seconds;
  let [checked, instructions, wrong] = [0, 0, 0];
  for (let next = seed * SEED_STRIDE; checked < programs && performance.now() < end; next++) {
    const program = generateProgram(next);
    if (!isRun(program) || !WITH_PACKET.includes(program.type)) continue;
    const outcome = checkProgram(program, inputs);
    if (outcome === undefined) continue;
    checked++;
    instructions += outcome.instructions;
    if (outcome.violation === undefined) continue;
    wrong++;
    await reportViolation(host, program, inputs, `seed ${next}: ${outcome.violation}`);
  }
  host.out(
    `${checked} accepted programs, ${inputs} inputs each, ${instructions} instructions checked, ${wrong} violations\n`,
  );
  return wrong === 0;
}

export interface Outcome {
  readonly instructions: number;
  readonly violation: string | undefined;
}

/** Runs a program on random inputs; undefined if it is not accepted or too long. */
export function checkProgram(program: FuzzProgram, inputs: number): Outcome | undefined {
  const request = { ...requestOf(program, ourId), run: undefined, dump_maps: undefined };
  const known = new KnownValues();
  const verdict = verdictOf(request, known);
  if (verdict?.program === undefined) return undefined;
  let instructions = 0;
  for (let input = 0; input < inputs; input++) {
    const given = withInput(request, input);
    const { bench, file } = loadForRun(given, verdict.program);
    if (file < 0) return undefined;
    const watch = watchRun(bench.machine, known);
    runOnce(bench, { name: 'main', file, verified: verdict.program }, { data_in: toHex(randomBytes(input, 64)) });
    instructions += watch.instructions;
    const violation = watch.violation ?? bench.trouble;
    if (violation !== undefined) return { instructions, violation: `input ${input}: ${violation}` };
  }
  return { instructions, violation: undefined };
}

function verdictOf(request: Json, known: KnownValues): Verdict | undefined {
  let found: Verdict | undefined;
  orTooLong(() =>
    answerRequest(request, RAW_LOG_SIZE, (load) => {
      found = verifyWithin(load, { level: 0, tracer: known, keepsValues: true });
      return found;
    }),
  );
  return found;
}

/** The request with other contents of its maps; the first input is the usual one. */
function withInput(request: Json, input: number): Json {
  if (input === 0 || !Array.isArray(request.maps)) return request;
  return { ...request, maps: request.maps.map((map: Json) => ({ ...map, ...otherContents(map, input) })) };
}

function otherContents(map: Json, input: number): Json {
  if (map.init === undefined || map.freeze === true) return {};
  const bytes = randomBytes(input + 1000, Number(map.value_size));
  return { init: [{ key: '00000000', value: toHex(bytes) }] };
}

/** Small and large numbers as well as anything. */
function randomBytes(seed: number, count: number): Uint8Array {
  const random = new Random(seed);
  return Uint8Array.from({ length: count }, () => random.pick([0, 0, 0xff, 1, 0x7f, 0x80, random.below(256)]));
}

async function reportViolation(host: Host, program: FuzzProgram, inputs: number, what: string): Promise<void> {
  const small = await shrinkProgram(program, async (each) => checkProgram(each, inputs)?.violation !== undefined);
  host.out(
    `${what}\n   small: ${JSON.stringify(requestOf(small, ourId))}\n   ${checkProgram(small, inputs)?.violation}\n`,
  );
}
