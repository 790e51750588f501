/**
 * `rearm fuzz soundness`: accepted random programs run on many inputs in a checked machine; before every instruction all
 * that the verifier believed there is compared with what is there.
 */
import { parseArgs } from 'node:util';
import { generateProgram } from '../../../fuzz/generate.ts';
import { type FuzzProgram, requestOf } from '../../../fuzz/program.ts';
import { shrinkProgram } from '../../../fuzz/shrink.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, type Host, usage } from '../../command.ts';
import { ourId } from '../oracle.ts';
import { SEED_STRIDE } from '../program-source.ts';
import { type Accepted, acceptedForm, beliefsIn } from './accepted.ts';
import { type Outcome, SoundnessBench } from './check-program.ts';
import { Figures } from './figures.ts';

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

/** Types that can be test-run. */
export const RUNNABLE: ReadonlySet<string> = new Set([
  'sched_cls',
  'sched_act',
  'socket_filter',
  'xdp',
  'cgroup_skb',
  'lwt_in',
  'lwt_xmit',
  'flow_dissector',
  'raw_tracepoint',
  'syscall',
]);

/** Violations that are made small and shown; the others are only counted. */
const MAX_SHOWN = 20;

async function fuzzSoundness({ programs, inputs, seed, seconds }: Options, host: Host): Promise<boolean> {
  const end = performance.now() + 1000 * seconds;
  const bench = new SoundnessBench();
  const figures = new Figures(inputs);
  for (let next = seed * SEED_STRIDE; figures.programs < programs && performance.now() < end; next++) {
    const program = generateProgram(next);
    if (!RUNNABLE.has(String(program.type))) continue;
    const accepted = guarded(
      () => acceptedForm(program),
      (message) => {
        figures.violations++;
        host.out(`seed ${next}: the verifier failed: ${message}\n`);
      },
    );
    figures.generated(accepted);
    if (accepted === undefined) continue;
    const outcome = checkAccepted(bench, accepted, inputs, next);
    figures.checked(accepted, outcome);
    if (outcome?.violation === undefined || figures.violations > MAX_SHOWN) continue;
    host.out(`seed ${next}: ${outcome.violation}\n`);
    host.out(await smallest(bench, accepted.program, inputs, next));
  }
  host.out(figures.table());
  return figures.violations === 0;
}

/** What `work` gives; undefined, and told, if it fails: a bug of ours must not end the search. */
function guarded<T>(work: () => T, tell: (message: string) => void): T | undefined {
  try {
    return work();
  } catch (error) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return undefined;
  }
}

/** undefined if walking all its values takes too long. */
export function checkAccepted(
  bench: SoundnessBench,
  accepted: Accepted,
  inputs: number,
  seed: number,
): Outcome | undefined {
  const beliefs = beliefsIn(accepted.load);
  return beliefs === undefined ? undefined : bench.check(accepted, beliefs, inputs, seed);
}

async function smallest(bench: SoundnessBench, program: FuzzProgram, inputs: number, seed: number): Promise<string> {
  const violationOf = (each: FuzzProgram): string | undefined => {
    const accepted = acceptedForm(each, 0);
    return accepted === undefined ? undefined : checkAccepted(bench, accepted, inputs, seed)?.violation;
  };
  const small = await shrinkProgram(program, async (each) => violationOf(each) !== undefined);
  // All programs have the same types: they are left out.
  const shown = JSON.stringify({ ...requestOf(small, ourId), btf: undefined });
  return `   small: ${shown}\n   ${violationOf(small)}\n`;
}
