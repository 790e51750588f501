import { assert } from '../../lib/assert.ts';
import { finish, type Job } from '../../lib/job.ts';
import type { CallResult } from '../kernel/cpu/calls.ts';
import type { Machine } from '../kernel/machine.ts';

/**
 * A command is a generator of requests to the machine. Each request takes at most one step of the machine to begin, and
 * its answer is on record; a run that goes another way makes the command anew and feeds it the answers that still hold.
 * So a command may look at nothing but its words and those answers.
 */
export type Request =
  /** Done at once: reads, or makes one `act`. */
  | { readonly is: 'do'; readonly perform: (machine: Machine) => unknown }
  /** A system call on a CPU, not to begin before `due` ns; answered with its `CallResult` when it has returned. */
  | {
      readonly is: 'call';
      readonly cpu: number;
      readonly routine: string;
      readonly args: readonly number[];
      readonly due: number;
    }
  /** Answered when a timer callback has begun; false if none ever will. */
  | { readonly is: 'fire' }
  /**
   * Answered with the first value that is not undefined; asked again after each step of the machine. If a time is given
   * (ns; the process sleeps on the CPU), answered with false when it has come.
   */
  | {
      readonly is: 'until';
      readonly ready: (machine: Machine) => unknown;
      readonly cpu: number;
      readonly due: number | undefined;
    }
  /** Work that takes no time of the machine, which stands still meanwhile; answered with its result. */
  | { readonly is: 'work'; readonly begin: () => Job<unknown> };

export type Steps<T> = Generator<Request, T, unknown>;

/** Reads something, or does one `act` on the machine; the answer must be plain data that nobody changes. */
export function* perform<T>(action: (machine: Machine) => T): Steps<T> {
  // The machine's owner answers with what `perform` returned, now or when it was recorded.
  return (yield { is: 'do', perform: action }) as T;
}

/** Makes a system call: what it returned. */
export function* call(cpu: number, routine: string, args: readonly number[], due = 0): Steps<number> {
  const result = (yield { is: 'call', cpu, routine, args, due }) as CallResult;
  return result.result;
}

/** Waits for the next timer callback; false if the machine is idle and none is armed. */
export function* nextFire(): Steps<boolean> {
  return (yield { is: 'fire' }) === true;
}

/** Waits until the machine is such that `ready` has a value. */
export function* until<T>(ready: (machine: Machine) => T | undefined): Steps<T> {
  // The machine's owner answers with what `ready` returned.
  return (yield { is: 'until', ready, cpu: 0, due: undefined }) as T;
}

/** The same, but not longer than the clock shows `due` ns: true if it has become ready by then. */
export function* readyBy(cpu: number, due: number, ready: (machine: Machine) => boolean): Steps<boolean> {
  return (yield { is: 'until', ready: (machine) => ready(machine) || undefined, cpu, due }) === true;
}

/** Does long work while the machine stands still: its result. */
export function* work<T>(begin: () => Job<T>): Steps<T> {
  // The machine's owner answers with what the job returned.
  return (yield { is: 'work', begin }) as T;
}

/** The end of a command that asks the machine nothing. */
// biome-ignore lint/correctness/useYield: it is a generator for the sake of its callers
export function* atOnce<T>(value: T): Steps<T> {
  return value;
}

/** Memory of user space with these bytes. */
export const put = (bytes: Uint8Array, what: string): Steps<number> =>
  perform((machine) => machine.putBytes(bytes, what));

export const free = (address: number): Steps<void> => perform((machine) => machine.release(address));

export const read = (address: number, size: number): Steps<Uint8Array> =>
  perform((machine) => (size === 0 ? new Uint8Array() : machine.memory.bytesAt(address, size).slice()));

/** Steps that one system call may take where nothing else runs. */
const MAX_STEPS = 10_000_000;

/** Runs steps to their end at once, on a machine that nobody watches yet. */
export function runNow<T>(machine: Machine, steps: Steps<T>): T {
  let turn = steps.next();
  while (!turn.done) turn = steps.next(answerNow(machine, turn.value));
  return turn.value;
}

function answerNow(machine: Machine, request: Request): unknown {
  assert(request.is !== 'fire' && request.is !== 'until', 'loading waits for nothing');
  if (request.is === 'do') return request.perform(machine);
  if (request.is === 'work') return finish(request.begin());
  const id = machine.spawn(request.cpu, request.routine, request.args, request.due);
  for (let steps = 0; !machine.resultOf(id).done; steps++) {
    const stop = machine.step();
    assert(stop === undefined && steps < MAX_STEPS, `loading stopped: ${stop?.why ?? 'too many steps'}`);
  }
  const result = machine.resultOf(id);
  machine.release(id);
  return result;
}
