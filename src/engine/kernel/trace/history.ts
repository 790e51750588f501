import { assert } from '../../../lib/assert.ts';
import { type Job, jobOf } from '../../../lib/job.ts';
import type { Checkpoint } from '../memory/checkpoint.ts';
import type { JournalPosition } from '../memory/journal.ts';
import type { Memory } from '../memory/memory.ts';

/** What the history needs of the machine whose past it keeps. */
export interface Replayer {
  readonly memory: Memory;
  /** Number of steps made so far; set when going back. */
  stepNumber: number;
  /** Makes the step number `stepNumber` again: what user space did then, or the recorded choice. */
  replayStep(): void;
  /** Called after every jump to the past. */
  wentBack(): void;
  saveCheckpoint(): Checkpoint;
  restoreCheckpoint(checkpoint: Checkpoint): void;
}

interface Saved {
  readonly step: number;
  readonly checkpoint: Checkpoint;
}

/** Steps between marks: so many are made again at most when a step that the journal reaches is sought. */
const MARK_STEPS = 256;
const MAX_MARKS = 1 << 14;
/** Steps between checkpoints: a checkpoint costs about as much as some ten thousand steps. */
const CHECKPOINT_STEPS = 1 << 20;
const MAX_CHECKPOINTS = 32;

/** The way back: the journal for the recent past, checkpoints beyond, and replay up to the step. */
export class History {
  private readonly machine: Replayer;
  /** Marks: steps, ascending, and how far the journal was before each of them. */
  private steps: number[] = [];
  private positions: JournalPosition[] = [];
  /** The next step that is marked. */
  private nextMark = 0;
  private checkpoints: Saved[] = [];
  /** No checkpoint is made before this step: the run has one up to here. */
  private nextCheckpoint = 0;
  private replaying = false;

  constructor(machine: Replayer) {
    this.machine = machine;
  }

  /** To be called before each step. Hot: `bench machine`. */
  begin(): void {
    if (this.machine.stepNumber >= this.nextMark) this.mark(this.machine.stepNumber);
  }

  /** How many steps may be made before `begin` has to be called again. */
  stepsToMark(): number {
    return Math.max(0, this.nextMark - this.machine.stepNumber);
  }

  /** Marks the next step, wherever the last mark was: what user space does is not to be done again without need. */
  markNext(): void {
    this.nextMark = 0;
  }

  private mark(step: number): void {
    this.nextMark = step + MARK_STEPS;
    const { length } = this.steps;
    if (length > 0 && this.steps[length - 1] === step) return;
    if (length >= 2 * MAX_MARKS) this.forgetMarks(length - MAX_MARKS);
    this.steps.push(step);
    this.positions.push(this.machine.memory.journal.takePosition());
    if (step >= this.nextCheckpoint) this.checkpoint(step);
  }

  /** The machine stands at `step` and went there by itself. */
  forgetAfter(step: number): void {
    this.cutMarks(this.markBefore(step) + 1);
    this.nextMark = step;
  }

  private cutMarks(count: number): void {
    this.steps.length = count;
    this.positions.length = count;
  }

  private forgetMarks(count: number): void {
    this.steps.splice(0, count);
    this.positions.splice(0, count);
  }

  /** Index of the last mark at or before a step; -1 if there is none. */
  private markBefore(step: number): number {
    let [low, high] = [0, this.steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.steps[middle] <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private checkpoint(step: number): void {
    this.checkpoints.push({ step, checkpoint: this.machine.saveCheckpoint() });
    this.nextCheckpoint = step + CHECKPOINT_STEPS;
    if (this.checkpoints.length > MAX_CHECKPOINTS) this.thinOut();
  }

  /** Every second checkpoint of the older half goes: the distance grows with the age. The first one stays. */
  private thinOut(): void {
    const half = this.checkpoints.length >> 1;
    this.checkpoints = this.checkpoints.filter((_, i) => i >= half || i % 2 === 0);
  }

  /** Another future begins at the machine's step: what was saved beyond it is no longer its past. */
  branch(): void {
    const { stepNumber } = this.machine;
    this.checkpoints = this.checkpoints.filter(({ step }) => step <= stepNumber);
    this.nextCheckpoint = (this.checkpoints.at(-1)?.step ?? 0) + CHECKPOINT_STEPS;
  }

  /** Goes to a step of the past, or forward again by replay as far as the run once was. */
  seek(to: number): Job<true> {
    return jobOf(this.seekWork(to));
  }

  private *seekWork(to: number): Generator<void, true, number> {
    const { machine } = this;
    assert(to >= 0, `step ${to}`);
    if (to < machine.stepNumber) this.goBack(to);
    this.replaying = true;
    while (machine.stepNumber < to) {
      let budget = yield;
      while (budget-- > 0 && machine.stepNumber < to) machine.replayStep();
    }
    this.replaying = false;
    return true;
  }

  get isReplaying(): boolean {
    return this.replaying;
  }

  private goBack(to: number): void {
    const { machine } = this;
    const mark = this.markBefore(to);
    if (mark >= 0 && machine.memory.reaches(this.positions[mark])) {
      machine.memory.undoToPosition(this.positions[mark]);
      machine.stepNumber = this.steps[mark];
      this.cutMarks(mark + 1);
    } else this.restore(to);
    this.nextMark = machine.stepNumber;
    machine.wentBack();
  }

  private restore(to: number): void {
    const saved = this.checkpoints.findLast((each) => each.step <= to);
    assert(saved !== undefined, `a checkpoint before step ${to}`);
    this.machine.restoreCheckpoint(saved.checkpoint);
    this.machine.stepNumber = saved.step;
    this.cutMarks(0);
  }
}
