/** Runs one accepted program on many inputs, every instruction compared with what the verifier believed. */
import type { Mark } from '../../../engine/kernel/memory/journal.ts';
import type { OpenProgram } from '../../../engine/userspace/collection.ts';
import { Random } from '../../../lib/random.ts';
import { makeMaps } from '../../raw-run.ts';
import { TestBench } from '../../test-bench.ts';
import type { Accepted } from './accepted.ts';
import { fillMaps, inputOf } from './inputs.ts';
import { type Belief, RunTooLong, WatchedMachine } from './watched-run.ts';

const CPUS = 2;
const MEMORY_MIB = 8;
/** Instructions of one run, its callbacks included. */
const RUN_BUDGET = 2_000;

/** What the runs of one program came to. */
export interface Outcome {
  readonly instructions: number;
  /** By instruction: whether a run came there. */
  readonly reached: Uint8Array;
  /** Runs that went on and on, and those that the kernel refused: not 0 from BPF_PROG_TEST_RUN. */
  readonly cut: number;
  readonly refused: number;
  /** What the program calls and the machine does not have: it was not run to its end. */
  readonly missing: string | undefined;
  /** The verifier is wrong in a way that is known to be the kernel's own: the runs end there. */
  readonly isKernelsOwn: boolean;
  readonly violation: string | undefined;
}

interface Place {
  readonly mark: Mark;
  readonly step: number;
}

/** One machine for all programs and runs: it goes back to what it was before each of them. */
export class SoundnessBench {
  private readonly bench = new TestBench(CPUS, MEMORY_MIB, { tracing: false });
  private readonly watched = new WatchedMachine(this.bench.machine);
  private readonly booted = this.here();

  /** Checks a program on inputs made from `seed`. */
  check(accepted: Accepted, beliefs: readonly Belief[], inputs: number, seed: number): Outcome {
    this.goBack(this.booted);
    const { bench, watched } = this;
    const { load, verified } = accepted;
    const maps = makeMaps(bench, accepted.request, load.maps);
    const file = bench.machine.loadProgram(
      verified,
      maps.map((map) => map.file),
    );
    watched.expect(beliefs, load.insns.length / 8);
    const program = { name: 'main', file, verified };
    const loaded = this.here();
    const before = watched.instructions;
    const ends: End[] = [];
    for (let input = 0; input < inputs && !isBad(ends.at(-1)); input++) {
      this.goBack(loaded);
      const random = new Random(Math.imul(seed, 0x9e3779b1) + input);
      if (input > 0) fillMaps(bench, maps, bench.machine.kernel.files.progOf(file), random);
      ends.push(this.run(program, input, random));
    }
    const last = ends.at(-1);
    return {
      instructions: watched.instructions - before,
      reached: watched.reached,
      cut: ends.filter((end) => end.is === 'cut').length,
      refused: ends.filter((end) => end.is === 'refused').length,
      missing: last?.is === 'missing' ? last.what : undefined,
      isKernelsOwn: last?.is === 'kernels own',
      violation: last?.is === 'violation' ? `input ${ends.length - 1}: ${last.what}` : undefined,
    };
  }

  private run(program: OpenProgram, index: number, random: Random): End {
    const { bench, watched } = this;
    const { data, context, waitsMs } = inputOf(program.verified.request.type, index, random);
    this.setRandom(random.next());
    watched.begin(RUN_BUDGET, random);
    let errno = 0;
    try {
      bench.sleep(waitsMs[0]);
      errno = bench.run(program, { cpu: random.below(CPUS), repeat: 1, data, context }).errno;
      bench.sleep(waitsMs[1]);
    } catch (error) {
      if (!(error instanceof RunTooLong)) return { is: 'violation', what: String(error) };
      return this.violated() ?? { is: 'cut' };
    }
    return this.endOf(errno);
  }

  private violated(): End | undefined {
    const { violation } = this.watched;
    if (violation === undefined) return undefined;
    return violation.isKernelsOwn ? { is: 'kernels own' } : { is: 'violation', what: violation.text };
  }

  /** Timers that start themselves for ever, and waits of two tasks for each other, are the program's own business. */
  private endOf(errno: number): End {
    const { watched, bench } = this;
    const { stopped } = bench;
    const violated = this.violated();
    if (violated !== undefined) return violated;
    if (stopped?.why === 'report') {
      const missing = watched.readsKernelObject() ? 'fields of kernel objects' : missingPart(stopped.message);
      return missing === undefined ? { is: 'violation', what: stopped.message } : { is: 'missing', what: missing };
    }
    if (stopped !== undefined && stopped.why !== 'reached') return { is: 'cut' };
    return { is: errno === 0 ? 'done' : 'refused' };
  }

  /** The state of the generator behind bpf_get_prandom_u32(). */
  private setRandom(low: number): void {
    const { machine } = this.bench;
    machine.act(() => {
      machine.kernel.globals().randomLow = low | 0;
    });
  }

  private here(): Place {
    const { machine } = this.bench;
    return { mark: machine.memory.mark(), step: machine.stepNumber };
  }

  private goBack({ mark, step }: Place): void {
    this.bench.machine.goTo(mark, step);
    this.bench.stopped = undefined;
  }
}

type End =
  | { readonly is: 'done' | 'cut' | 'refused' | 'kernels own' }
  | { readonly is: 'missing' | 'violation'; readonly what: string };

const ENDS_ALL: readonly string[] = ['missing', 'violation', 'kernels own'];
const isBad = (end: End | undefined): boolean => end !== undefined && ENDS_ALL.includes(end.is);

/** What a report says that the machine does not have; undefined if it says something else. */
const missingPart = (message: string): string | undefined =>
  /(the function #\d+|tail calls|a map of type \d+).* (?:is|are|than is) (?:not )?simulated/.exec(message)?.[1];
