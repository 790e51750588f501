import { assert } from '../../../lib/assert.ts';
import type { Kernel } from '../kernel.ts';
import { CALL_DONE, CALL_QUEUED, CALL_RUNNING, Call, CONTEXT_NAMES } from '../layouts/cpu.ts';
import type { Addr } from '../memory/memory.ts';
import type { Routine } from './routine.ts';

/** A system call on its way: its number is the address of its request. */
export type CallId = Addr;

export interface CallResult {
  readonly done: boolean;
  /** Low and high word of what it returned. */
  readonly result: number;
  readonly resultHigh: number;
}

const ARGUMENTS = Call.offset('arguments');

/**
 * The system calls that wait for a CPU: per CPU a list in the machine's memory, in the order in which they may begin. Those
 * that sleep let the others pass.
 */
export class CallQueues {
  private readonly k: Kernel;
  private readonly call: ReturnType<typeof Call.rawCursor>;

  constructor(k: Kernel) {
    this.k = k;
    this.call = Call.rawCursor(k.memory);
  }

  /** A call of a process (0 = nobody that the machine knows), on no list yet. */
  make(routine: Routine | string, args: readonly number[], process: number): CallId {
    const { k } = this;
    const call = k.kzalloc(Call);
    assert(call !== 0, 'memory is used up');
    const cursor = this.call(call);
    cursor.routine = k.indexOf(typeof routine === 'string' ? k.routineNamed(routine) : routine);
    cursor.state = CALL_QUEUED;
    cursor.process = process;
    for (const [i, arg] of args.entries()) k.memory.store32(call + ARGUMENTS + 4 * i, arg);
    return call;
  }

  /** Puts it on the list of a CPU, not to begin before `due` ns. */
  queue(cpu: number, call: CallId, due: number): CallId {
    const { k } = this;
    this.call(call).due = due;
    this.insert(k.cpuAddress(cpu), call, Math.max(due, k.clock.now()));
    return call;
  }

  private insert(cpu: Addr, call: CallId, begins: number): void {
    const { k } = this;
    let before = 0;
    let after = k.cpuAt(cpu).callHead;
    while (after !== 0 && this.call(after).due <= begins) {
      before = after;
      after = this.call(after).next;
    }
    this.call(call).next = after;
    this.setAfter(cpu, before, call);
    if (after === 0) k.cpuAt(cpu).callTail = call;
  }

  /** Begins it at once, in a context that is empty and above what the CPU does. */
  begin(cpu: number, context: number, call: CallId, args: readonly number[]): CallId {
    const { k } = this;
    const { routine } = this.call(call);
    const active = k.activeContext(cpu);
    const isAbove = k.isEmpty(cpu, active) || active < context;
    assert(isAbove, `CPU ${cpu} is already in a ${CONTEXT_NAMES[active]} context`);
    k.enter(cpu, context);
    k.thisContext().job = call;
    this.call(call).state = CALL_RUNNING;
    k.pushIndex(routine, ...args);
    return call;
  }

  isQueued(call: CallId): boolean {
    return this.call(call).state === CALL_QUEUED;
  }

  resultOf(call: CallId): CallResult {
    const { state, result, resultHigh } = this.call(call);
    return { done: state === CALL_DONE, result, resultHigh };
  }

  /** Takes it back if it has not begun. */
  withdraw(call: CallId): void {
    for (let cpu = 0; cpu < this.k.cpus; cpu++) if (this.remove(this.k.cpuAddress(cpu), call)) return;
  }

  private remove(cpu: Addr, call: CallId): boolean {
    const { k } = this;
    let before = 0;
    let found = k.cpuAt(cpu).callHead;
    while (found !== 0 && found !== call) {
      before = found;
      found = this.call(found).next;
    }
    if (found === 0) return false;
    const { next } = this.call(call);
    this.setAfter(cpu, before, next);
    if (next === 0) k.cpuAt(cpu).callTail = before;
    this.call(call).state = CALL_DONE;
    return true;
  }

  /** What follows `before` on the list of a CPU; 0 stands for the head. */
  private setAfter(cpu: Addr, before: CallId, call: CallId): void {
    if (before === 0) this.k.cpuAt(cpu).callHead = call;
    else this.call(before).next = call;
  }
}
