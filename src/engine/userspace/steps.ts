import { assert } from '../../lib/assert.ts';
import type { CallResult, Machine } from '../kernel/machine.ts';

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
  | { readonly is: 'fire' };

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
  assert(request.is !== 'fire', 'loading waits for no timer');
  if (request.is === 'do') return request.perform(machine);
  const id = machine.spawn(request.cpu, request.routine, request.args, request.due);
  for (let steps = 0; !machine.resultOf(id).done; steps++) {
    const stop = machine.step();
    assert(stop === undefined && steps < MAX_STEPS, `loading stopped: ${stop?.why ?? 'too many steps'}`);
  }
  const result = machine.resultOf(id);
  machine.release(id);
  return result;
}
