import { assert } from '../../lib/assert.ts';
import { type Job, jobOf } from '../../lib/job.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Mark, Memory } from './memory.ts';

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

const FIRST_MARKS = 1 << 12;
const MAX_MARKS = 1 << 20;
/** Steps between checkpoints: a checkpoint costs about as much as some ten thousand steps. */
const CHECKPOINT_STEPS = 1 << 20;
const MAX_CHECKPOINTS = 32;

/** The way back: the journal for the recent past, checkpoints and replay beyond. */
export class History {
  private readonly machine: Replayer;
  /** Marks of the steps [firstMark, stepNumber], in a ring of columns that grows. */
  private positions = new Float64Array(FIRST_MARKS);
  private hashes = new Int32Array(3 * FIRST_MARKS);
  private firstMark = 0;
  private checkpoints: Saved[] = [];
  private replaying = false;

  constructor(machine: Replayer) {
    this.machine = machine;
  }

  /** To be called before each step. */
  begin(): void {
    const step = this.machine.stepNumber;
    if (step - this.firstMark >= this.positions.length) this.makeRoom(step);
    const at = step & (this.positions.length - 1);
    this.machine.memory.markInto(this.positions, this.hashes, at);
    if (step % CHECKPOINT_STEPS === 0) this.checkpoint(step);
  }

  private makeRoom(step: number): void {
    const { positions, hashes } = this;
    const size = positions.length;
    if (size >= MAX_MARKS) {
      this.firstMark = step - size + 1;
      return;
    }
    this.positions = new Float64Array(2 * size);
    this.hashes = new Int32Array(6 * size);
    for (let each = this.firstMark; each < step; each++) {
      const from = each & (size - 1);
      const to = each & (2 * size - 1);
      this.positions[to] = positions[from];
      this.hashes.set(hashes.subarray(3 * from, 3 * from + 3), 3 * to);
    }
  }

  /** The mark before `step` was made; undefined if it is forgotten. */
  private markOf(step: number): Mark | undefined {
    if (step < this.firstMark) return undefined;
    const at = step & (this.positions.length - 1);
    const [low, high, stale] = this.hashes.subarray(3 * at, 3 * at + 3);
    return { journal: this.positions[at], low, high, stale: stale !== 0 };
  }

  private checkpoint(step: number): void {
    if (this.checkpoints.some((saved) => saved.step === step)) return;
    this.checkpoints.push({ step, checkpoint: this.machine.saveCheckpoint() });
    if (this.checkpoints.length > MAX_CHECKPOINTS) this.thinOut();
  }

  /** Every second checkpoint of the older half goes: the distance grows with the age. The first one stays. */
  private thinOut(): void {
    const half = this.checkpoints.length >> 1;
    this.checkpoints = this.checkpoints.filter((_, i) => i >= half || i % 2 === 0);
  }

  /** The step that was begun did not happen. */
  cancelBegun(): void {
    const mark = this.markOf(this.machine.stepNumber);
    if (mark !== undefined) this.machine.memory.undoTo(mark);
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
    const mark = this.markOf(to);
    if (mark !== undefined && machine.memory.reaches(mark)) {
      machine.memory.undoTo(mark);
      machine.stepNumber = to;
    } else this.restore(to);
    machine.wentBack();
  }

  private restore(to: number): void {
    const saved = this.checkpoints.findLast((each) => each.step <= to);
    assert(saved !== undefined, `a checkpoint before step ${to}`);
    this.machine.restoreCheckpoint(saved.checkpoint);
    this.machine.stepNumber = saved.step;
    this.firstMark = saved.step;
  }
}
