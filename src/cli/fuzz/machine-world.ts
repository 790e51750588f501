/** A simulated machine with the fuzzing programs, on which a seed plays a random script under a random schedule. */
import { DEFAULT_ENV } from '../../engine/abi/env.ts';
import type { Generation, Switches } from '../../engine/abi/generations.ts';
import { RandomOracle } from '../../engine/explorer/random.ts';
import type { CallId } from '../../engine/kernel/cpu/calls.ts';
import { TestRun } from '../../engine/kernel/layouts/contexts.ts';
import { Machine } from '../../engine/kernel/machine.ts';
import type { Mark } from '../../engine/kernel/memory/journal.ts';
import type { Addr } from '../../engine/kernel/memory/memory.ts';
import { Watch } from '../../engine/kernel/memory/watch.ts';
import { GRAINS } from '../../engine/kernel/programs/bpf.ts';
import {
  type Broken,
  leftBehind,
  restInvariants,
  ruleOfReport,
  timerInvariants,
} from '../../engine/kernel/trace/invariants.ts';
import type { Stop } from '../../engine/kernel/trace/stop.ts';
import { type OpenProgram, openCollection } from '../../engine/userspace/collection.ts';
import { prepare, verifyProgramWork } from '../../engine/verify-source.ts';
import { assert, defined } from '../../lib/assert.ts';
import { finish, jobOf } from '../../lib/job.ts';
import { Random } from '../../lib/random.ts';
import { FUZZ_KEYS, FUZZ_MAPS, fuzzText } from './machine-programs.ts';
import { isStalled, triggerOf } from './machine-triggers.ts';

export interface WorldOptions {
  readonly generation: Generation;
  readonly switches: Partial<Switches>;
  readonly cpus: number;
  /** Timers may fire at any time, and steps cost nothing. */
  readonly freeTime: boolean;
}

/** What became of one seed. */
export interface Played {
  /** What was broken, in words; undefined if nothing was. */
  readonly broken: string | undefined;
  /** The triggers that broke a rule, each with the rule, once per object: `R30 I9`. */
  readonly excused: readonly string[];
  /** How often a timer was made in an element that was no longer in its map: race R30. */
  readonly staleInits: number;
  readonly steps: number;
  readonly hash: string;
}

/** A rule is broken and no trigger excuses it, or something is wrong with the machine itself. */
class Problem extends Error {}

const MEMORY_MIB = 2;
const VALUE_BYTES = 16;
/** Steps in which everything comes to rest once all descriptors are closed. */
const REST_STEPS = 30_000;
/** A system call is begun once in so many steps. */
const STEPS_PER_CALL = 12;
const MAX_QUEUED = 3;

/** A collection of one map with its programs, all open. */
export interface Opened {
  readonly map: number;
  readonly address: Addr;
  readonly programs: readonly OpenProgram[];
}

/** Descriptors of one map while a script runs. */
interface Descriptors {
  readonly opened: Opened;
  mapIsOpen: boolean;
  programs: { readonly file: number; readonly program: OpenProgram; readonly runs: CallId[] }[];
}

export class FuzzWorld {
  private readonly machine: Machine;
  private readonly opened: readonly Opened[];
  private readonly start: { readonly mark: Mark; readonly step: number; readonly words: Int32Array };
  private random = new Random(0);
  private calls: CallId[] = [];
  private descriptors: Descriptors[] = [];
  private watch: Watch;
  private excused = new Set<string>();

  constructor(options: WorldOptions) {
    this.machine = new Machine({ ...options, memoryMiB: MEMORY_MIB });
    this.opened = FUZZ_MAPS.map((map) => openFuzzPrograms(this.machine, map));
    const { memory } = this.machine;
    this.watch = new Watch(this.machine.kernel);
    this.start = { mark: memory.mark(), step: this.machine.stepNumber, words: memory.words.slice() };
  }

  /** Plays `steps` steps of a random script, then closes everything, and goes back to where the world began. */
  play(seed: number, steps: number): Played {
    const { machine } = this;
    this.watch = new Watch(machine.kernel);
    this.excused = new Set();
    this.begin(seed);
    const problem = this.attempt(() => this.script(steps) && this.closeAll());
    const hash = machine.runHash();
    const made = machine.stepNumber - this.start.step;
    const broken = [problem, this.hashTrouble(), this.goBack()].find((each) => each !== undefined);
    const excused = [...this.excused].map((each) => each.slice(0, each.lastIndexOf(' ')));
    return { broken, excused, staleInits: this.watch.staleCount, steps: made, hash };
  }

  private begin(seed: number): void {
    const { machine } = this;
    this.random = new Random(seed);
    machine.kernel.bpf.grain = this.random.pick(GRAINS);
    machine.scheduler.oracle = new RandomOracle(seed);
    this.calls = [];
    this.descriptors = this.opened.map((opened) => ({
      opened,
      mapIsOpen: true,
      programs: opened.programs.map((program) => ({ file: program.file, program, runs: [] })),
    }));
    machine.act(() => {
      machine.kernel.globals().randomLow = seed;
    });
  }

  /** What went wrong; a crash of ours is a finding like any other. */
  private attempt(play: () => void): string | undefined {
    try {
      play();
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return error.message;
      return `crash: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** False if a trigger has stopped the machine. */
  private script(steps: number): boolean {
    const end = this.start.step + steps;
    while (this.machine.stepNumber < end) {
      if (this.random.below(STEPS_PER_CALL) === 0) this.callSomething();
      const stop = this.machine.step();
      if (!this.survives(stop)) return false;
      if (stop !== undefined) this.callSomething();
    }
    return true;
  }

  /** Looks at what a step has done. False if the machine stands still because of a trigger. */
  private survives(stop: Stop | undefined): boolean {
    if (stop !== undefined && 'message' in stop) {
      this.excuse(brokenBy(stop, this.watch), stop.message);
      return false;
    }
    const broken = this.watch.look();
    if (broken !== undefined) this.excuse(broken, broken.text);
    return true;
  }

  /** Counts the rule under its trigger; what has none ends the play. */
  private excuse(broken: Broken | undefined, text: string): void {
    const trigger = broken && triggerOf(this.machine.kernel, this.watch, broken);
    if (broken === undefined || trigger === undefined) throw new Problem(`${broken?.rule ?? 'report'}: ${text}`);
    this.excused.add(`${trigger} ${broken.rule} ${broken.object}`);
  }

  // ---- what user space does

  private callSomething(): void {
    this.calls = this.calls.filter((call) => !this.machine.resultOf(call).done);
    if (this.calls.length >= MAX_QUEUED * this.machine.kernel.cpus) return;
    const descriptors = this.random.pick(this.descriptors);
    const dice = this.random.below(100);
    if (dice < 66) this.runProgram(descriptors);
    else if (dice < 96) this.changeMap(descriptors, dice);
    else if (dice < 98) this.loadProgram(descriptors);
    else if (dice < 99) this.closeProgram(descriptors);
    else if (this.random.below(4) === 0) this.closeMap(descriptors);
  }

  private spawn(routine: string, args: readonly number[]): CallId {
    const call = this.machine.spawn(this.random.below(this.machine.kernel.cpus), routine, args);
    this.calls.push(call);
    return call;
  }

  private runProgram({ programs }: Descriptors): void {
    if (programs.length === 0) return;
    const chosen = this.random.pick(programs);
    const { kernel } = this.machine;
    const call = beginTestRun(this.machine, this.random.below(kernel.cpus), kernel.files.progOf(chosen.file));
    chosen.runs.push(call);
    this.calls.push(call);
  }

  private changeMap({ opened, mapIsOpen }: Descriptors, dice: number): void {
    if (!mapIsOpen) return;
    const { machine } = this;
    const key = machine.putBytes(Uint8Array.of(this.random.below(FUZZ_KEYS), 0, 0, 0));
    const value = () => machine.putBytes(new Uint8Array(VALUE_BYTES));
    if (dice < 84) this.spawn('sys_map_update', [opened.map, key, value(), 0]);
    else if (dice < 93) this.spawn('sys_map_delete', [opened.map, key]);
    else this.spawn('sys_map_lookup_and_delete', [opened.map, key, value()]);
  }

  private loadProgram({ opened, programs, mapIsOpen }: Descriptors): void {
    if (!mapIsOpen) return;
    const program = this.random.pick(opened.programs);
    const file = this.machine.loadProgram(program.verified, [opened.map], program.name);
    if (file >= 0) programs.push({ file, program, runs: [] });
  }

  /** Closes a program that no run waits to begin: a process closes nothing that it is about to use. */
  private closeProgram({ programs }: Descriptors): void {
    const i = this.random.below(programs.length + 1);
    if (i === programs.length || programs[i].runs.some((run) => this.isRunning(run))) return;
    this.spawn('sys_close', [programs[i].file]);
    programs.splice(i, 1);
  }

  private isRunning(call: CallId): boolean {
    return this.calls.includes(call) && !this.machine.resultOf(call).done;
  }

  private closeMap(descriptors: Descriptors): void {
    if (!descriptors.mapIsOpen) return;
    descriptors.mapIsOpen = false;
    this.spawn('sys_close', [descriptors.opened.map]);
  }

  // ---- the end

  /** The random schedule goes on: in the usual one a CPU whose own time is behind may fire its timers for long. */
  private closeAll(): void {
    const { machine } = this;
    const { kernel } = machine;
    if (!this.rest(() => this.calls.every((call) => machine.resultOf(call).done))) return;
    for (const { address } of this.opened) this.expectNothing(timerInvariants(kernel, address));
    for (const { mapIsOpen, opened, programs } of this.descriptors) {
      if (mapIsOpen) machine.spawn(0, 'sys_close', [opened.map]);
      for (const { file } of programs) machine.spawn(0, 'sys_close', [file]);
    }
    if (this.rest(() => false)) this.expectNothing(restInvariants(kernel) ?? leftBehind(kernel));
  }

  private expectNothing(broken: Broken | undefined): void {
    if (broken !== undefined) this.excuse(broken, broken.text);
  }

  /** Steps until nothing is left to do, or until `isOver`. False if a trigger keeps the machine from it. */
  private rest(isOver: () => boolean): boolean {
    for (let i = 0; i < REST_STEPS; i++) {
      if (isOver()) return true;
      const stop = this.machine.step();
      if (!this.survives(stop)) return false;
      if (stop !== undefined) return true;
    }
    const text = `no rest in ${REST_STEPS} steps`;
    if (isStalled(this.machine)) this.excused.add('R31 I6 0');
    else this.excuse({ rule: 'I5', text, object: this.watch.lastFired }, text);
    return false;
  }

  private hashTrouble(): string | undefined {
    const { memory } = this.machine;
    return memory.stateHash() === memory.stateHashFromScratch()
      ? undefined
      : 'the running hash is not that of the state';
  }

  /** Undoes everything; what did not come back. */
  private goBack(): string | undefined {
    const { machine, start } = this;
    machine.goTo(start.mark, start.step);
    const { words } = machine.memory;
    for (let word = 0; word < words.length; word++) {
      if (words[word] !== start.words[word]) return `the word at ${word << 2} is another after going back`;
    }
    return undefined;
  }
}

/** The rule that a machine which stopped by itself has broken, and about what: what was touched, or what fires for ever. */
function brokenBy(stop: Stop & { readonly message: string }, watch: Watch): Broken | undefined {
  const rule = ruleOfReport(stop.message);
  const touched = stop.why === 'report' ? stop.address : undefined;
  return rule && { rule, text: stop.message, object: touched ?? (rule === 'I5' ? watch.lastFired : 0) };
}

/** Begins a test run of a program that takes a packet. */
export function beginTestRun(machine: Machine, cpu: number, prog: Addr): CallId {
  const run = machine.putBytes(new Uint8Array(TestRun.size));
  const dataIn = machine.putBytes(new Uint8Array(64));
  machine.act(() => {
    const cursor = machine.kernel.contexts.testRun(run);
    cursor.prog = prog;
    cursor.dataIn = dataIn;
    cursor.dataSize = 64;
  });
  return machine.spawn(cpu, 'test_run', [run]);
}

/** Verifies and loads the programs of one map. */
export function openFuzzPrograms(machine: Machine, map: (typeof FUZZ_MAPS)[number]): Opened {
  const prepared = prepare({ name: `${map}.s`, asm: fuzzText(map) }, DEFAULT_ENV);
  assert(prepared.ok, `the programs of ${map} are well formed`);
  const { spec, loaded } = prepared.value;
  const accepted = loaded.programs.map((program) => {
    const { program: verified } = finish(jobOf(verifyProgramWork(program, DEFAULT_ENV, 0)));
    return { name: program.spec.name, verified: defined(verified, `${program.spec.name} is accepted`) };
  });
  const open = openCollection(machine, spec, loaded.maps, accepted);
  assert(!('refused' in open), `the machine takes the programs of ${map}`);
  const [{ file }] = open.maps;
  return { map: file, address: machine.kernel.files.mapOf(file), programs: open.programs };
}
