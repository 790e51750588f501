/** A machine whose BPF code stops before every instruction, to be compared with what the verifier believed there. */

import {
  BPF_ATOMIC,
  BPF_LDX,
  BPF_LOAD_ACQ,
  BPF_MEMSX,
  BPF_ST,
  BPF_STX,
  classOf,
  modeOf,
} from '../../../engine/isa/constants.ts';
import { BPF_FRAME, Frame } from '../../../engine/kernel/layouts/cpu.ts';
import type { Machine } from '../../../engine/kernel/machine.ts';
import type { Addr } from '../../../engine/kernel/memory/memory.ts';
import * as layout from '../../../engine/verifier/program/layout.ts';
import type { Random } from '../../../lib/random.ts';
import { Container, type Demand } from './contains.ts';
import { describeMismatch } from './describe.ts';
import { Moment } from './moment.ts';
import type { RecordedState, RecordedStates } from './recorded-states.ts';

const REGISTERS = Frame.offset('registers');
const STACK_TOP = Frame.offset('stackTop');
const STACK_DEPTH = Frame.offset('stackDepth');
/** Registers that no call sets: R0, R6 … R9. */
const UNSET = [0, 6, 7, 8, 9];

const ARGUMENTS = [1, 2, 3, 4, 5];
const ACCESSES: ReadonlySet<number> = new Set([BPF_LDX, BPF_ST, BPF_STX]);
const KERNEL_OBJECTS: ReadonlySet<number> = new Set([layout.PTR_TO_BTF_ID, layout.CONST_PTR_TO_MAP]);

/** A run goes on and on: an open loop, or timers that start themselves. */
export class RunTooLong extends Error {}

/** A walk of the verifier, and how much of it a run must agree with. */
export interface Belief {
  readonly recorded: RecordedStates;
  readonly demand: Demand;
}

export interface Violation {
  readonly text: string;
  /** The kernel's verifier is known to be wrong in the same way. */
  readonly isKernelsOwn: boolean;
}

export class WatchedMachine {
  instructions = 0;
  /** The first thing that the verifier did not know of. */
  violation: Violation | undefined;
  /** By instruction: whether it was run. */
  reached = new Uint8Array(0);
  /** Instructions that a run may still make. */
  budget = 0;
  /** Of what uninitialised registers and stacks hold. */
  garbage: Random | undefined;
  private readonly machine: Machine;
  private readonly moment: Moment;
  private readonly containers: Readonly<Record<Demand, Container>>;
  private beliefs: readonly Belief[] = [];

  /** From now on every access is checked, and every instruction's state is compared with `beliefs`. */
  constructor(machine: Machine) {
    this.machine = machine;
    this.moment = new Moment(machine.kernel);
    this.containers = {
      everything: new Container(this.moment, 'everything'),
      pointers: new Container(this.moment, 'pointers'),
    };
    const { bpf } = machine.kernel;
    bpf.grain = 'insn';
    bpf.vm.checked = true;
    this.watchSteps();
    this.watchCalls();
  }

  /** A new program: what is believed of it, and how many instructions it has. */
  expect(beliefs: readonly Belief[], length: number): void {
    this.beliefs = beliefs;
    this.reached = new Uint8Array(length);
  }

  /** A new run of the program, of `budget` instructions at most. */
  begin(budget: number, garbage: Random): void {
    this.moment.context = 0;
    this.machine.kernel.bpf.vm.fault = undefined;
    this.violation = undefined;
    this.budget = budget;
    this.garbage = garbage;
  }

  /** The last instruction is an access through a pointer to an object of the kernel, most of which are not simulated. */
  readsKernelObject(): boolean {
    const { insn, code } = this.moment;
    const { opcode, dst, src, imm } = code.program;
    if (!ACCESSES.has(classOf(opcode[insn]))) return false;
    const isAtomicLoad = modeOf(opcode[insn]) === BPF_ATOMIC && imm[insn] === BPF_LOAD_ACQ;
    const base = classOf(opcode[insn]) === BPF_LDX || isAtomicLoad ? src[insn] : dst[insn] >> 1;
    return this.beliefs.some(({ recorded }) =>
      recorded.typesOf(insn, base).some((type) => KERNEL_OBJECTS.has(layout.baseType(type))),
    );
  }

  /** A violation of a program in which the kernel's verifier is known to be wrong: see docs/deviations.md. */
  private isKernelsOwn(): boolean {
    return this.hasNullArgument() || this.hasSignExtendedCopy();
  }

  /** A constant NULL is taken for an argument of a global function that is tagged `nonnull`. kernel: check_mem_reg() */
  private hasNullArgument(): boolean {
    const { insn, code } = this.moment;
    if (insn === 0 || !code.verified.subprogStarts.includes(insn)) return false;
    const { words } = this.machine.kernel.memory;
    const registers = this.moment.registers(0);
    return ARGUMENTS.some((argument) => {
      const at = registers + 2 * argument;
      return (words[at] | words[at + 1]) === 0 && this.isNeverNull(insn, argument);
    });
  }

  /** What a load fills from the stack and sign-extends is taken for equal to the slot. kernel: check_stack_read_fixed_off() */
  private hasSignExtendedCopy(): boolean {
    const { opcode, dst, length } = this.moment.code.program;
    for (let insn = 0; insn < length; insn++) {
      const isSigned = classOf(opcode[insn]) === BPF_LDX && modeOf(opcode[insn]) === BPF_MEMSX;
      if (isSigned && this.beliefs.some(({ recorded }) => recorded.isLinked(insn + 1, dst[insn] >> 1))) return true;
    }
    return false;
  }

  private isNeverNull(insn: number, register: number): boolean {
    const types = this.beliefs.flatMap(({ recorded }) => recorded.typesOf(insn, register));
    return types.some((type) => layout.baseType(type) === layout.PTR_TO_MEM && !layout.typeMayBeNull(type));
  }

  private watchSteps(): void {
    const { bpf } = this.machine.kernel;
    const step = bpf.step.bind(bpf);
    bpf.step = (frame: Addr): number => {
      this.look(frame);
      const { depth } = this.machine.kernel.thisContext();
      const charged = step(frame);
      this.spoilCallee(depth);
      return charged;
    };
  }

  /** Programs and callbacks that the kernel calls. */
  private watchCalls(): void {
    const { kernel } = this.machine;
    const { bpf } = kernel;
    const callFunction = bpf.callFunction.bind(bpf);
    bpf.callFunction = (ref) => this.spoil(callFunction(ref));
    const callProgram = bpf.callProgram.bind(bpf);
    bpf.callProgram = (prog, context) => {
      this.moment.context = context;
      return this.spoil(callProgram(prog, context));
    };
  }

  private look(frame: Addr): void {
    if (--this.budget < 0) throw new RunTooLong();
    this.instructions++;
    if (this.violation !== undefined) return;
    const { moment } = this;
    moment.place(frame);
    this.reached[moment.insn] = 1;
    for (const belief of this.beliefs) {
      const text: string | undefined = this.violation === undefined ? this.problem(belief) : undefined;
      if (text !== undefined) this.violation = { text, isKernelsOwn: this.isKernelsOwn() };
    }
  }

  private problem({ recorded, demand }: Belief): string | undefined {
    const { insn } = this.moment;
    const states = recorded.states[insn];
    if (states === undefined) return `insn ${insn} was never walked`;
    const container = this.containers[demand];
    const { live } = recorded;
    if (recorded.hold(insn, (state) => container.holds(state, live))) return undefined;
    return `insn ${insn} (${demand}): in none of ${states.length} states; ${this.describeNearest(states, container, live)}`;
  }

  /** The state that holds the most, and what it does not hold. */
  private describeNearest(states: readonly RecordedState[], container: Container, live: readonly number[]): string {
    let [best, text] = [-1, 'other frames'];
    for (const state of states) {
      container.holds(state, live);
      const { frame, place } = container;
      if (place < 0 || 1000 * frame + place <= best) continue;
      best = 1000 * frame + place;
      text = describeMismatch(state, this.moment, { frame, place });
    }
    return text;
  }

  /** A function of the program was called in this step. */
  private spoilCallee(depth: number): void {
    const { kernel } = this.machine;
    if (kernel.thisContext().depth !== depth + 1) return;
    const callee = kernel.topFrame(kernel.context);
    if (kernel.memory.load32(callee) === BPF_FRAME) this.spoil(callee);
  }

  /** What a function finds where nobody has put anything: anything. */
  private spoil(frame: Addr): Addr {
    const { garbage } = this;
    const { memory } = this.machine.kernel;
    if (garbage === undefined) return frame;
    for (const register of UNSET) {
      memory.store32(frame + REGISTERS + 8 * register, garbage.next());
      memory.store32(frame + REGISTERS + 8 * register + 4, garbage.next());
    }
    const top = memory.load32(frame + STACK_TOP);
    const depth = memory.load32(frame + STACK_DEPTH);
    for (let at = top - depth; at < top; at += 4) memory.store32(at, garbage.next());
    return frame;
  }
}
