import { describe, expect, it } from 'vitest';
import { finish } from '../../lib/job.ts';
import type { Oracle } from './cpu/oracle.ts';
import { BpfMap, BpfTimer } from './layouts/objects.ts';
import { Machine, type MachineOptions } from './machine.ts';
import { LIVE, STATE } from './memory/memory.ts';

/** A small generator with a seed: tests do not depend on the host's. */
function generator(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** Picks any option. */
const randomOracle = (seed: number): Oracle => {
  const random = generator(seed);
  return { choose: (_kind, options) => options[random(options.length)] };
};

const TIMERS = 4;

/** A machine with timers without programs, on which both CPUs work: `rounds` system calls each. */
function busyMachine(rounds: number, options: MachineOptions = {}): Machine {
  const machine = new Machine({ seed: 7, ...options });
  const { kernel } = machine;
  const random = generator(options.seed ?? 7);
  const map = machine.act(() => kernel.kzalloc(BpfMap));
  machine.act(() => {
    kernel.map(map).usercnt = 1;
  });
  const timers = Array.from({ length: TIMERS }, () => machine.act(() => kernel.kzalloc(BpfTimer)));
  const operations = ['init', 'cancel', 'cancel_and_free', 'start'];
  for (let i = 0; i < rounds; i++) {
    const operation = operations[random(operations.length)];
    const timer = timers[random(TIMERS)];
    machine.spawn(random(2), operation, operation === 'init' ? [timer, map, 1, 0] : [timer, 1000, 0, 0, 0]);
  }
  return machine;
}

const words = (machine: Machine): Int32Array => machine.memory.words.slice();

describe('the machine', () => {
  it('hashes step by step what it hashes from scratch', () => {
    const machine = busyMachine(2000, { oracle: randomOracle(3), memoryMiB: 1 });
    const start = machine.stepNumber;
    while (machine.stepNumber < start + 10_000 && machine.step() === undefined) {
      expect(machine.memory.stateHash()).toBe(machine.memory.stateHashFromScratch());
    }
    expect(machine.stepNumber - start).toBe(10_000);
    expect(machine.memory.stateHash()).toBe(machine.memory.stateHashFromScratch());
  });

  it('names a state by every one of its words', () => {
    const machine = busyMachine(200);
    machine.run(500);
    const { memory } = machine;
    const random = generator(11);
    const state: number[] = [];
    for (let a = 4096; a < memory.size && state.length < 200_000; a += 4) {
      if (memory.classOf(a) === STATE && memory.shadowOf(a) === LIVE) state.push(a);
    }
    // The part of the run hash that is made of words. The rest walks over frames and queues, which a flipped bit would break.
    const hash = memory.stateHash();
    for (let i = 0; i < 1000; i++) {
      const a = state[random(state.length)];
      const mark = memory.mark();
      memory.store32(a, memory.load32(a) ^ (1 << random(32)));
      expect(memory.stateHash()).not.toBe(hash);
      memory.undoTo(mark);
    }
    expect(memory.stateHash()).toBe(hash);
  });

  it('brings back every byte when it goes back', () => {
    const machine = busyMachine(300);
    const start = { step: machine.stepNumber, words: words(machine), hash: machine.runHash() };
    machine.run(3000);
    expect(machine.stepNumber).toBeGreaterThan(start.step + 1000);
    expect(machine.runHash()).not.toBe(start.hash);
    finish(machine.seek(start.step));
    expect(machine.runHash()).toBe(start.hash);
    expect(Buffer.compare(Buffer.from(words(machine).buffer), Buffer.from(start.words.buffer))).toBe(0);
  });

  it.each([
    ['by undoing', 64 << 20],
    ['by replaying from a checkpoint', 1 << 10],
    ['by replaying where there is no journal', 0],
  ])('runs the same way again after it went back %s, choices and all', (_how, journalBytes) => {
    const machine = busyMachine(300, { oracle: randomOracle(5), journalBytes });
    machine.run(3000);
    const end = { step: machine.stepNumber, hash: machine.runHash(), trace: machine.trace.end };
    for (const step of [end.step - 1, 400, 0]) {
      finish(machine.seek(step));
      finish(machine.seek(end.step));
      expect({ step: machine.stepNumber, hash: machine.runHash(), trace: machine.trace.end }).toEqual(end);
    }
  });

  it('makes the same steps one by one and in a run', () => {
    const [one, other] = [busyMachine(300), busyMachine(300)];
    while (one.step() === undefined);
    expect(other.run(1_000_000)).toEqual({ why: 'idle' });
    expect({ step: other.stepNumber, hash: other.runHash(), trace: other.trace.slice(0) }).toEqual({
      step: one.stepNumber,
      hash: one.runHash(),
      trace: one.trace.slice(0),
    });
  });

  it('forgets the future when something else is done in the past', () => {
    const machine = busyMachine(50);
    machine.run(2000);
    const end = machine.stepNumber;
    finish(machine.seek(100));
    machine.act(() => machine.kernel.clock.advance(5));
    machine.run(2000);
    const other = { step: machine.stepNumber, hash: machine.runHash() };
    finish(machine.seek(100));
    finish(machine.seek(other.step));
    expect(machine.runHash()).toBe(other.hash);
    expect(other.step).toBeGreaterThan(end);
  });

  it.each([
    ['the usual order', {}],
    ['an order of its own', { oracle: randomOracle(9) }],
  ])('gives equal runs equal hashes in %s', (_name, options) => {
    const run = () => {
      const machine = busyMachine(200, 'oracle' in options ? { oracle: randomOracle(9) } : {});
      machine.run(2000);
      return machine.runHash();
    };
    expect(run()).toBe(run());
  });
});
