import { assert } from '../../../lib/assert.ts';
import type { Switch, Switches } from '../../abi/generations.ts';
import type { Kernel } from '../kernel.ts';
import { Frame } from '../layouts/cpu.ts';
import { defineWord, type Placed } from '../memory/layout.ts';
import type { Addr, Memory } from '../memory/memory.ts';

/**
 * A kernel-side operation is a table of named atomic steps. Its locals lie in its frame, in memory: between two steps
 * nothing is on the JavaScript stack, so undo, replay and hand stepping need no help from the routine.
 *
 *   export const cancel = routine('cancel', 'bpf_timer_cancel()', ['timer', 'h', 'ret'], [
 *     when('nmi_check', step('check_context', 'if (in_nmi()) return -EOPNOTSUPP', (k, f) => …)),
 *     step('lock', 'spin_lock_irqsave(&T->lock)', (k, f) => k.lock(f.timer + LOCK), { ready: … }),
 *   ]);
 *
 * The first locals are the arguments, in order. A routine ends with `return f.done(value)`, or after its last step with
 * the value of its local `ret`; one without such a local returns what its last call returned.
 */

/** What happens after a step. */
export type Next = typeof NEXT | typeof GOTO | typeof CALL | typeof DONE | typeof STAY;
/** Go on with the following step. */
export const NEXT = 0;
/** `f.goto(label)` has written where to go on. */
const GOTO = 1;
/** `k.call(…)` or `k.callBpf(…)` has pushed a frame; when it is popped, the caller goes on with its following step and finds `f.result`. */
export const CALL = 2;
/** `f.done(value)` has written the result: pop this frame. */
export const DONE = 3;
/** The same step again; only for steps that have changed something. */
export const STAY = 4;

/** Locals of a routine as words, and where it stands. One reused cursor per routine: never kept. */
export type RoutineFrame<L extends string> = { [K in L]: number } & FrameMethods;

export interface FrameMethods {
  /** Address of the frame. */
  readonly base: Addr;
  /** Low and high word of what the last call returned. */
  result: number;
  resultHigh: number;
  /** Why the wait for a resilient lock ended without the lock: a positive errno; 0 = the lock is free now. */
  lockError: number;
  /** Ends the routine with a 32-bit value, sign extended where 64 bits are wanted. */
  done(value: number): typeof DONE;
  /** Ends the routine with a 64-bit value. */
  done64(low: number, high: number): typeof DONE;
  /** Goes on at the step named so, or at the step that follows it where a switch has removed it. */
  goto(label: string): typeof GOTO;
  /** The running call returns to the step named so instead of to the following one: use it right after `k.call(…)`. */
  returnTo(label: string): typeof CALL;
}

/** How the stores of a step are ordered, for a machine with store buffers. Under a lock, or atomic: nothing overtakes them. */
export const LOCKED = 0;
/** `WRITE_ONCE()` and the like: they may wait in the store buffer. */
export const PLAIN = 1;
/** All earlier stores are visible before the step's loads, as after `smp_mb()`. */
export const FENCE = 2;
export type Order = typeof LOCKED | typeof PLAIN | typeof FENCE;

export type Action<L extends string> = (k: Kernel, f: RoutineFrame<L>) => Next;
type Condition<L extends string> = (k: Kernel, f: RoutineFrame<L>) => boolean;

export interface StepOptions<L extends string> {
  /** While false the step cannot be made: the CPU waits. */
  readonly ready?: Condition<L>;
  /** The lock that the step takes: it waits while somebody holds it. Replaces `ready`. */
  readonly lock?: (k: Kernel, f: RoutineFrame<L>) => Addr;
  /** Interrupts are already off while the step waits. */
  readonly irqsOff?: boolean;
  /** A resilient queued spin lock: the wait ends with an error in the frame's `lockError` on deadlock or time-out. */
  readonly resilient?: Switch;
  /** CPU without whose progress the step never becomes ready; -1 if none is known. Cycles of these are deadlocks. */
  readonly blockedBy?: (k: Kernel, f: RoutineFrame<L>) => number;
  /** What a waiting step waits for, in words. */
  readonly waits?: string;
  /** Where true, the step is passed over without being a step; asked right after the step before, about locals only. */
  readonly skip?: Condition<L>;
  /** Default LOCKED. */
  readonly order?: Order;
}

export interface Step<L extends string> extends StepOptions<L> {
  /** `drop_prog`: with the routine's name before it the step's name in schedules, links and tests. */
  readonly name: string;
  /** The statement that users see. */
  readonly pseudo: string;
  readonly action: Action<L>;
  /** Switches that must have these values for the step to exist. */
  readonly conditions: readonly (readonly [Switch, boolean])[];
}

export interface Routine<L extends string = string> {
  /** Counts all routines of the program; each machine has an index of its own for those it uses. */
  readonly number: number;
  /** `cancel` */
  readonly name: string;
  /** `bpf_timer_cancel()` */
  readonly kernelFunction: string;
  readonly locals: readonly L[];
  readonly steps: readonly Step<L>[];
}

let declared = 0;

/** Words of locals in a frame. */
const MAX_LOCALS = 16;

/** Declares a routine. The first locals are its arguments. */
export function routine<const L extends string>(
  name: string,
  kernelFunction: string,
  locals: readonly L[],
  steps: readonly Step<NoInfer<L>>[],
): Routine<L> {
  assert(locals.length <= MAX_LOCALS, `routine ${name} has ${locals.length} locals`);
  for (const local of locals) declareLocal(local);
  return { number: declared++, name, kernelFunction, locals, steps };
}

/** One atomic step. */
export function step<L extends string>(
  name: string,
  pseudo: string,
  action: Action<L>,
  options: StepOptions<L> = {},
): Step<L> {
  return { name, pseudo, action, conditions: [], ...options };
}

/** A step that exists only where the switch is on. */
export function when<L extends string>(name: Switch, only: Step<L>): Step<L> {
  return { ...only, conditions: [...only.conditions, [name, true]] };
}

/** A step that exists only where the switch is off. */
export function unless<L extends string>(name: Switch, only: Step<L>): Step<L> {
  return { ...only, conditions: [...only.conditions, [name, false]] };
}

/** A step as one machine runs it: every field is there, so that all steps have one shape. */
export interface BuiltStep {
  readonly name: string;
  readonly pseudo: string;
  readonly action: Action<string>;
  readonly skip: Condition<string> | undefined;
  readonly ready: Condition<string> | undefined;
  readonly lock: StepOptions<string>['lock'] | undefined;
  readonly irqsOff: boolean;
  readonly resilient: Switch | undefined;
  readonly blockedBy: StepOptions<string>['blockedBy'] | undefined;
  readonly waits: string | undefined;
  readonly order: Order;
  /** It depends on nothing: it can be made at once. */
  readonly isAlwaysReady: boolean;
  /** `cancel/drop_prog` */
  readonly fullName: string;
}

/** A routine as one machine runs it: its steps filtered by the machine's switches, labels resolved, its cursor placed in memory. */
export interface BuiltRoutine {
  readonly routine: Routine;
  /** Index in the machine's table: what a frame's `code` holds. */
  readonly index: number;
  readonly steps: readonly BuiltStep[];
  /** Ends with the value of its local `ret`. */
  readonly returnsLocal: boolean;
  /** The one cursor of the routine's frames. */
  readonly cursor: RoutineCursor;
  /** Places the cursor on a frame. */
  readonly at: (frame: Addr) => RoutineFrame<string>;
}

/** A frame's locals and methods, wherever `base` says that the frame lies. */
export type RoutineCursor = RoutineFrame<string> & { base: Addr };

/** Filters a routine for a machine. */
export function build(routine: Routine, index: number, switches: Switches, memory: Memory): BuiltRoutine {
  const holds = (each: Step<string>) => each.conditions.every(([name, value]) => switches[name] === value);
  const labels = new Map<string, number>();
  const steps: BuiltStep[] = [];
  for (const each of routine.steps) {
    if (!labels.has(each.name)) labels.set(each.name, steps.length);
    if (holds(each)) steps.push(builtStep(routine.name, each));
  }
  assert(steps.length > 0, `routine ${routine.name} has no step left`);
  const returnsLocal = routine.locals.includes('ret');
  const cursor = cursorOf(memory, routine, labels);
  const at = (frame: Addr): RoutineFrame<string> => {
    cursor.base = frame;
    return cursor;
  };
  return { routine, index, steps, returnsLocal, cursor, at };
}

function builtStep(routineName: string, each: Step<string>): BuiltStep {
  const { name, pseudo, action, skip, ready, lock, irqsOff, resilient, blockedBy, waits, order } = each;
  const isAlwaysReady = ready === undefined && lock === undefined;
  const fullName = `${routineName}/${name}`;
  return {
    name,
    pseudo,
    action,
    skip,
    ready,
    lock,
    irqsOff: irqsOff === true,
    resilient,
    blockedBy,
    waits,
    order: order ?? LOCKED,
    isAlwaysReady,
    fullName,
  };
}

// ---- cursors

const LOCALS = Frame.offset('locals');
const RESULT = Frame.offset('result');
const RESULT_HIGH = Frame.offset('resultHigh');
const AT = Frame.offset('at');

/**
 * A name of a local has one number in all routines, and `offsets` says where a routine keeps it: so the cursors of all
 * routines have one shape, and V8 reads a local as fast as a field whichever routine it belongs to.
 */
interface PlacedFrame extends Placed {
  readonly offsets: Uint8Array;
  readonly labels: ReadonlyMap<string, number>;
  readonly name: string;
}

/** What a cursor has of its own. */
const OWN_NAMES: ReadonlySet<string> = new Set(['base', 'memory', 'words', 'offsets', 'labels', 'name']);

const localNumbers = new Map<string, number>();

const framePrototype = {
  done(this: PlacedFrame, value: number): typeof DONE {
    this.memory.store32(this.base + RESULT, value);
    this.memory.store32(this.base + RESULT_HIGH, value >> 31);
    return DONE;
  },
  done64(this: PlacedFrame, low: number, high: number): typeof DONE {
    this.memory.store32(this.base + RESULT, low);
    this.memory.store32(this.base + RESULT_HIGH, high);
    return DONE;
  },
  goto(this: PlacedFrame, label: string): typeof GOTO {
    this.memory.store32(this.base + AT, target(this, label));
    return GOTO;
  },
  returnTo(this: PlacedFrame, label: string): typeof CALL {
    this.memory.store32(this.base + AT, target(this, label));
    return CALL;
  },
};
defineWord(framePrototype, 'result', RESULT);
defineWord(framePrototype, 'resultHigh', RESULT_HIGH);
defineWord(framePrototype, 'lockError', Frame.offset('lockError'));

function target({ labels, name }: PlacedFrame, label: string): number {
  const found = labels.get(label);
  if (found === undefined) throw new Error(`bug: routine ${name} has no step ${label}`);
  return found;
}

/** Gives the name its number and its accessor. Hot: `bench machine`. */
function declareLocal(name: string): void {
  if (localNumbers.has(name)) return;
  assert(!(name in framePrototype) && !OWN_NAMES.has(name), `a local may not be called ${name}`);
  const number = localNumbers.size;
  localNumbers.set(name, number);
  Object.defineProperty(framePrototype, name, {
    get(this: PlacedFrame) {
      return this.words[(this.base + this.offsets[number]) >> 2];
    },
    set(this: PlacedFrame, value: number) {
      this.memory.store32(this.base + this.offsets[number], value);
    },
  });
}

function cursorOf(memory: Memory, { name, locals }: Routine, labels: ReadonlyMap<string, number>): RoutineCursor {
  const offsets = new Uint8Array(localNumbers.size);
  for (const [i, local] of locals.entries()) offsets[localNumbers.get(local) ?? 0] = LOCALS + 4 * i;
  const own = { base: 0, memory, words: memory.words, offsets, labels, name };
  return Object.assign(Object.create(framePrototype), own);
}
