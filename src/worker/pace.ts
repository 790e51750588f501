/** What waits longer for its next step than this, in ms of real time, is not waited for: the clock goes there at once. */
const LONGEST_WAIT_MS = 2_000;

/** Steps between two looks at the clock. */
export const STEPS_PER_LOOK = 2_000;

/** Up to where a run goes before it looks again: virtual ns, and steps. */
export interface Stretch {
  readonly clock: number;
  readonly steps: number;
}

/** How fast virtual time passes in a run. */
export class Pace {
  /** Virtual ns per real second; 0 = as fast as it goes. */
  private readonly speed: number;
  /** From where time is counted: real ms and virtual ns. */
  private since: { readonly now: number; readonly clock: number };
  private stepped: { readonly now: number; readonly step: number };
  private isLeaping = false;

  constructor(speed: number, now: number, clock: number, step: number) {
    this.speed = speed;
    this.since = { now, clock };
    this.stepped = { now, step };
  }

  /** How far a machine at `clock` and `step` may go at the real time `now`. */
  next(now: number, clock: number, step: number): Stretch {
    if (this.speed === 0) return { clock: Number.POSITIVE_INFINITY, steps: STEPS_PER_LOOK };
    if (step !== this.stepped.step) this.hasStepped(now, clock, step);
    this.isLeaping = now - this.stepped.now > LONGEST_WAIT_MS;
    if (this.isLeaping) return { clock: Number.POSITIVE_INFINITY, steps: 1 };
    return { clock: this.since.clock + ((now - this.since.now) / 1000) * this.speed, steps: STEPS_PER_LOOK };
  }

  private hasStepped(now: number, clock: number, step: number): void {
    this.stepped = { now, step };
    if (this.isLeaping) this.since = { now, clock };
  }
}
