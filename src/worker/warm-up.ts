import type { Job } from '../lib/job.ts';

/** What the warm-up needs of where it runs: `now()` and pauses in ms. */
export interface QuietHost {
  now(): number;
  /** Calls back after `ms`; the result takes it back. */
  after(ms: number, work: () => void): () => void;
}

/** Nobody has asked for anything for so long: the page has started. */
const QUIET_MS = 1500;
/** A request waits no longer than this. */
const SLICE_MS = 4;
const STEPS_PER_LOOK = 200;

/** Work that is done once, in slices, while nobody wants anything. */
export class WarmUp {
  private readonly host: QuietHost;
  private readonly isIdle: () => boolean;
  private readonly begin: () => Job<unknown>;
  private job: Job<unknown> | undefined;
  private isDone = false;
  private forgo: () => void = () => {};

  /** `isIdle`: nothing is under way; `begin` makes the job when the time has come. */
  constructor(host: QuietHost, isIdle: () => boolean, begin: () => Job<unknown>) {
    this.host = host;
    this.isIdle = isIdle;
    this.begin = begin;
  }

  /** Somebody wants something: the work waits until it is quiet again. */
  disturb(): void {
    this.forgo();
    if (!this.isDone) this.wait(QUIET_MS);
  }

  private wait(ms: number): void {
    this.forgo = this.host.after(ms, () => this.work());
  }

  private work(): void {
    if (!this.isIdle()) return this.wait(QUIET_MS);
    const until = this.host.now() + SLICE_MS;
    this.job ??= this.begin();
    while (!this.isDone && this.host.now() < until) this.isDone = this.job.advance(STEPS_PER_LOOK) !== undefined;
    if (!this.isDone) this.wait(0);
    else this.job = undefined;
  }
}
