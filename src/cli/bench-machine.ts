/** `rearm bench machine`: how fast the simulated machine is; a JSON line per measurement, and a table on standard error. */
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { BpfHrtimer } from '../engine/kernel/layouts/objects.ts';
import { Machine } from '../engine/kernel/machine.ts';
import { openCollection } from '../engine/userspace/collection.ts';
import { prepare, verifyProgramWork } from '../engine/verify-source.ts';
import { assert, defined } from '../lib/assert.ts';
import { finish, jobOf } from '../lib/job.ts';
import { asciiJson, type Command, EXIT_OK, usage } from './command.ts';
import { beginTestRun } from './fuzz-world.ts';

const USAGE = 'usage: rearm bench machine [--steps N]';
const DEFAULT_STEPS = 300_000;

/** Timers that fire again every microsecond, timers that wait for long, and whether the run is traced. */
const MEASUREMENTS: readonly { readonly active: number; readonly pending: number; readonly traced: boolean }[] = [
  { active: 1, pending: 0, traced: false },
  { active: 1, pending: 1000, traced: false },
  { active: 1, pending: 1_000_000, traced: false },
  { active: 64, pending: 0, traced: false },
  { active: 64, pending: 0, traced: true },
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

export const benchMachine: Command = async ([option, value, ...rest], host) => {
  const steps = option === undefined ? DEFAULT_STEPS : Number(value);
  const known = (option === undefined || option === '--steps') && rest.length === 0;
  if (!known || !Number.isInteger(steps)) return usage(host, 'bench what?', USAGE);
  for (const { active, pending, traced } of MEASUREMENTS) {
    const { made, fires, seconds } = measure(active, pending, traced, steps);
    const rates = {
      fires_per_second: Math.round(fires / seconds),
      steps_per_second: Math.round(made / seconds),
      ns_per_step: Math.round((seconds * 1e9) / made),
    };
    host.out(`${asciiJson({ bench: 'machine', active, pending, traced, steps: made, fires, seconds, ...rates })}\n`);
    const name = `${active} active, ${pending} pending${traced ? ', traced' : ''}`;
    host.error(
      `${name.padEnd(28)} ${rates.fires_per_second} fires/s, ${rates.steps_per_second} steps/s, ${rates.ns_per_step} ns/step\n`,
    );
  }
  return EXIT_OK;
};

/** Runs a machine with so many timers for so many steps, after a tenth of them to get warm. */
function measure(active: number, pending: number, traced: boolean, steps: number) {
  const memoryMiB = 16 + Math.ceil((pending / 1e6) * MIB_OF_MILLION);
  const machine = new Machine({ tracing: traced, memoryMiB });
  const prog = openArm(machine, active);
  machine.act(() => addPending(machine, pending));
  beginTestRun(machine, 0, prog);
  machine.run(steps / 10);
  const before = { step: machine.stepNumber, fires: machine.kernel.globals().fires, time: performance.now() };
  machine.run(steps);
  const seconds = (performance.now() - before.time) / 1000;
  return { made: machine.stepNumber - before.step, fires: machine.kernel.globals().fires - before.fires, seconds };
}

function openArm(machine: Machine, active: number): number {
  const prepared = prepare({ name: 'bench.s', asm: textOf(active) }, DEFAULT_ENV);
  assert(prepared.ok, 'the program is well formed');
  const { spec, loaded } = prepared.value;
  const { program, answer } = finish(jobOf(verifyProgramWork(loaded.programs[0], DEFAULT_ENV, 1)));
  const open = openCollection(machine, spec, loaded.maps, [{ name: 'arm', verified: defined(program, answer.log) }]);
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
