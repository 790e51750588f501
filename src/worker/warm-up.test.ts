import { describe, expect, it } from 'vitest';
import { WARM_UP_TEXT, warmUp } from '../engine/warm-up.ts';
import type { Job } from '../lib/job.ts';
import { finish } from '../lib/job.ts';
import { type QuietHost, WarmUp } from './warm-up.ts';

/** A clock that stands still while somebody works, and pauses that end when a test says so. */
class Hand implements QuietHost {
  ms = 0;
  private pending: { readonly at: number; readonly work: () => void } | undefined;

  now(): number {
    return this.ms++;
  }

  after(ms: number, work: () => void): () => void {
    const mine = { at: this.ms + ms, work };
    this.pending = mine;
    return () => {
      if (this.pending === mine) this.pending = undefined;
    };
  }

  /** Lets time pass until `to`. */
  pass(to: number): void {
    for (; this.pending !== undefined && this.pending.at <= to; this.ms++) {
      const { at, work } = this.pending;
      this.pending = undefined;
      this.ms = Math.max(this.ms, at);
      work();
    }
    this.ms = Math.max(this.ms, to);
  }
}

function start(slices: number): { host: Hand; warm: WarmUp; done: () => number; busy: { is: boolean } } {
  const host = new Hand();
  let done = 0;
  const busy = { is: false };
  const job: Job<true> = { advance: () => (++done >= slices ? true : undefined), progress: { done: 0 } };
  return {
    host,
    warm: new WarmUp(
      host,
      () => !busy.is,
      () => job,
    ),
    done: () => done,
    busy,
  };
}

describe('the warm-up', () => {
  it('begins when it has been quiet for a while, and ends', () => {
    const { host, warm, done } = start(20);
    warm.disturb();
    host.pass(1000);
    expect(done()).toBe(0);
    host.pass(10_000);
    expect(done()).toBe(20);
    warm.disturb();
    host.pass(20_000);
    expect(done()).toBe(20);
  });

  it('stops at a request and goes on in the next quiet', () => {
    const { host, warm, done } = start(1000);
    warm.disturb();
    host.pass(1600);
    const before = done();
    expect(before).toBeGreaterThan(0);
    warm.disturb();
    host.pass(2500);
    expect(done()).toBe(before);
    host.pass(20_000);
    expect(done()).toBe(1000);
  });

  it('waits for what is under way', () => {
    const { host, warm, done, busy } = start(10);
    busy.is = true;
    warm.disturb();
    host.pass(10_000);
    expect(done()).toBe(0);
    busy.is = false;
    host.pass(20_000);
    expect(done()).toBe(10);
  });

  it('verifies a program that is accepted, with much to do', () => {
    const answer = finish(warmUp());
    expect(WARM_UP_TEXT).toContain('bpf_timer_start');
    expect(answer.diagnostics).toEqual([]);
    expect(answer.programs.map(({ accepted }) => accepted)).toEqual([true]);
  });
});
