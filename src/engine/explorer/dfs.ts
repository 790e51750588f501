import type { ChoiceKind, Oracle } from '../kernel/cpu/oracle.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Mark } from '../kernel/memory/journal.ts';
import type { Stop } from '../kernel/trace/stop.ts';
import { VisitedStates } from './visited.ts';

/** A choice that was made, and what is still to be tried there. */
interface Branch {
  /** The machine before the step that asked. */
  readonly mark: Mark;
  readonly step: number;
  /** Picks that the same step asked for before this one. */
  readonly before: readonly number[];
  /** Number of picks of the run up to that step. */
  readonly picks: number;
  readonly rest: number[];
}

export interface DfsOptions {
  /** Different states at most. */
  readonly maxStates: number;
  /** Steps of one run at most. */
  readonly maxDepth: number;
  /** What is wrong with a machine in which nothing is left to do; undefined if nothing is. */
  readonly atEnd?: (machine: Machine) => string | undefined;
}

export interface DfsResult {
  /** What went wrong, each with the picks that lead there; empty = nothing did. */
  readonly failures: readonly { readonly message: string; readonly picks: readonly number[] }[];
  readonly states: number;
  readonly runs: number;
  /** True if every interleaving within the bounds was tried. */
  readonly complete: boolean;
}

/**
 * Depth-first search over all choices of a machine from where it stands, going back by the journal. States are told apart
 * by `stateWords`; a state that was reached before is not entered again.
 */
export class Dfs implements Oracle {
  private readonly machine: Machine;
  private readonly seen = new VisitedStates();
  private readonly branches: Branch[] = [];
  private readonly picks: number[] = [];
  /** Picks to repeat in the step under way, and those it has asked for so far. */
  private script: number[] = [];
  private asked: number[] = [];
  private mark: Mark;

  constructor(machine: Machine) {
    this.machine = machine;
    this.mark = machine.memory.mark();
  }

  choose(_kind: ChoiceKind, options: readonly number[], _usual: number): number {
    const scripted = this.script.shift();
    const pick = scripted ?? options[0];
    if (scripted === undefined && options.length > 1) {
      this.branches.push({
        mark: this.mark,
        step: this.machine.stepNumber,
        before: [...this.asked],
        picks: this.picks.length,
        rest: options.slice(1),
      });
    }
    this.asked.push(pick);
    return pick;
  }

  /** Explores everything; the machine then stands where it stood. */
  explore(options: DfsOptions): DfsResult {
    const { machine } = this;
    const start = machine.memory.mark();
    const startStep = machine.stepNumber;
    const failures: { message: string; picks: readonly number[] }[] = [];
    let runs = 0;
    let complete = true;
    machine.scheduler.oracle = this;
    machine.goTo(start, startStep);
    do {
      runs++;
      const end = this.run(options.maxDepth, startStep);
      if (end === 'too deep') complete = false;
      const message = end === 'too deep' ? undefined : failureOf(end, machine, options);
      if (message !== undefined) failures.push({ message, picks: [...this.picks] });
    } while (this.seen.size < options.maxStates && this.backtrack());
    complete &&= this.branches.length === 0;
    machine.goTo(start, startStep);
    return { failures, states: this.seen.size, runs, complete };
  }

  /** Steps until the run ends, a known state is reached, or it gets too deep. */
  private run(maxDepth: number, startStep: number): Stop | 'too deep' | undefined {
    const { machine } = this;
    for (;;) {
      this.mark = machine.memory.mark();
      this.asked = [];
      const stop = machine.stepAgain();
      this.picks.push(...this.asked);
      if (stop !== undefined) return stop;
      const { low, high } = machine.stateWords();
      if (!this.seen.add(low, high)) return undefined;
      if (machine.stepNumber - startStep > maxDepth) return 'too deep';
    }
  }

  /** Stands before the newest choice that has something left to try; false if there is none. */
  private backtrack(): boolean {
    while (this.branches.length > 0 && this.branches[this.branches.length - 1].rest.length === 0) this.branches.pop();
    const branch = this.branches[this.branches.length - 1];
    if (branch === undefined) return false;
    this.machine.goTo(branch.mark, branch.step);
    this.picks.length = branch.picks;
    this.script = [...branch.before, branch.rest.shift() ?? 0];
    return true;
  }
}

function failureOf(end: Stop | undefined, machine: Machine, options: DfsOptions): string | undefined {
  if (end === undefined) return undefined;
  return 'message' in end ? end.message : options.atEnd?.(machine);
}
