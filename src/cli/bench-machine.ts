/** `rearm bench machine`: how fast the simulated machine is; a row per measurement, with `--json` a JSON line. */
import { parseArgs } from 'node:util';
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { BpfHrtimer } from '../engine/kernel/layouts/objects.ts';
import { Machine } from '../engine/kernel/machine.ts';
import { logString } from '../engine/program/log-text.ts';
import { openCollection } from '../engine/userspace/collection.ts';
import { prepare, verifyProgramWork } from '../engine/verify-source.ts';
import { assert, defined } from '../lib/assert.ts';
import { finish, jobOf } from '../lib/job.ts';
import { nanosecondsOf } from './bench-object.ts';
import { asciiJson, type Command, EXIT_OK, usage } from './command.ts';
import { beginTestRun } from './fuzz/machine-world.ts';

const USAGE = 'usage: rearm bench machine [--json] [--steps N]';
const DEFAULT_STEPS = 300_000;

/** Timers that fire again every microsecond, timers that wait for long; whether the run is traced and can be undone. */
interface Measurement {
  readonly active: number;
  readonly pending: number;
  readonly traced: boolean;
  readonly journal: boolean;
}
const MEASUREMENTS: readonly Measurement[] = [
  { active: 1, pending: 0, traced: false, journal: true },
  { active: 1, pending: 1000, traced: false, journal: true },
  { active: 1, pending: 1_000_000, traced: false, journal: true },
  { active: 64, pending: 0, traced: false, journal: true },
  { active: 64, pending: 0, traced: false, journal: false },
  { active: 64, pending: 0, traced: true, journal: true },
];
/** A pending timer takes its struct, the allocator's header and an entry of the queue. */
const MIB_OF_MILLION = 256;
const FAR_HIGH = 0x100_0000;
const CLOCK_MONOTONIC = 1;
const MODE_ABS = 1;

const textOf = (active: number): string => `
.struct elem {
    timer: bpf_timer
}
.map timers type=array key=u32 value=elem max_entries=${active}
.program arm section=tc
    r7 = 0
next:
    *(u32 *)(r10 - 4) = r7
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r1 = r6
    r2 = timers ll
    r3 = ${CLOCK_MONOTONIC}
    call bpf_timer_init
    r1 = r6
    r2 = again ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    r7 += 1
    if r7 < ${active} goto next
out:
    r0 = 0
    exit
.callback again map=timers
    r1 = r3
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit
`;

export const benchMachine: Command = async (args, host) => {
  const options = parse(args);
  if (options === undefined) return usage(host, 'bench machine: bad arguments', USAGE);
  host.expectManySteps?.();
  for (const measurement of MEASUREMENTS) {
    const measured = measure(measurement, options.steps);
    host.out(
      options.json ? `${asciiJson({ bench: 'machine', ...measurement, ...measured })}\n` : rowOf(measurement, measured),
    );
  }
  return EXIT_OK;
};

function parse(args: readonly string[]): { readonly json: boolean; readonly steps: number } | undefined {
  try {
    const options = { json: { type: 'boolean' }, steps: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const steps = Number(values.steps ?? DEFAULT_STEPS);
    return Number.isInteger(steps) && steps > 0 ? { json: values.json === true, steps } : undefined;
  } catch {
    return undefined;
  }
}

interface Measured {
  readonly steps: number;
  readonly fires: number;
  readonly seconds: number;
  readonly fires_per_second: number;
  readonly steps_per_second: number;
  readonly ns_per_step: number;
}

function rowOf({ active, pending, traced, journal }: Measurement, measured: Measured): string {
  const name = `${active} active, ${pending} pending${traced ? ', traced' : ''}${journal ? '' : ', no journal'}`;
  return (
    `machine  ${name.padEnd(32)} ${String(measured.fires_per_second).padStart(9)} fires/s ` +
    `${String(measured.steps_per_second).padStart(9)} steps/s ${String(measured.ns_per_step).padStart(6)} ns/step\n`
  );
}

/** Runs a machine with so many timers for so many steps, after as many to get warm. */
function measure({ active, pending, traced, journal }: Measurement, steps: number): Measured {
  const memoryMiB = 16 + Math.ceil((pending / 1e6) * MIB_OF_MILLION);
  const machine = new Machine({ tracing: traced, memoryMiB, ...(!journal && { journalBytes: 0 }) });
  const prog = openArm(machine, active);
  machine.act(() => addPending(machine, pending));
  beginTestRun(machine, 0, prog);
  machine.run(steps);
  const before = { step: machine.stepNumber, fires: machine.kernel.globals().fires };
  const nanoseconds = nanosecondsOf(() => machine.run(steps));
  const made = machine.stepNumber - before.step;
  const fires = machine.kernel.globals().fires - before.fires;
  return {
    steps: made,
    fires,
    seconds: nanoseconds / 1e9,
    fires_per_second: Math.round((fires * 1e9) / nanoseconds),
    steps_per_second: Math.round((made * 1e9) / nanoseconds),
    ns_per_step: Math.round(nanoseconds / made),
  };
}

/** Opens a program that starts so many timers, which start themselves again. */
export function openArm(machine: Machine, active: number): number {
  const prepared = prepare({ name: 'bench.s', asm: textOf(active) }, DEFAULT_ENV);
  assert(prepared.ok, 'the program is well formed');
  const { spec, loaded } = prepared.value;
  const { program, answer } = finish(jobOf(verifyProgramWork(loaded.programs[0], DEFAULT_ENV, 1)));
  const open = openCollection(machine, spec, loaded.maps, [
    { name: 'arm', verified: defined(program, logString(answer.log)) },
  ]);
  assert(!('refused' in open), 'the machine takes the program');
  return machine.kernel.files.progOf(open.programs[0].file);
}

/** Timers that are queued and never due while the benchmark runs. */
function addPending({ kernel }: Machine, count: number): void {
  for (let i = 0; i < count; i++) {
    const timer = kernel.kzalloc(BpfHrtimer);
    assert(timer !== 0, `memory for ${count} timers`);
    kernel.hrtimers.setUp(timer, CLOCK_MONOTONIC);
    kernel.hrtimers.start(timer, i, FAR_HIGH, MODE_ABS);
  }
}
