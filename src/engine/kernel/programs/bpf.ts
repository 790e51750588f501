import { assert, defined } from '../../../lib/assert.ts';
import { columnOf } from '../../../lib/column.ts';
import { EINVAL } from '../../abi/errno.ts';
import type { VerifiedProgram } from '../../program/load.ts';
import { run, UNLIMITED } from '../../vm/interpreter.ts';
import type { Program } from '../../vm/prepare.ts';
import {
  REGISTER_WORDS,
  STOP_CALL,
  STOP_EXIT,
  STOP_FAULT,
  STOP_HELPER,
  STOP_KFUNC,
  Vm,
  type VmEnvironment,
} from '../../vm/vm.ts';
import { BPF_STACK_BYTES, type Kernel } from '../kernel.ts';
import { BPF_FRAME, CONTEXT_COUNT, Context, Frame, HARDIRQ, MAX_FRAMES, NMI } from '../layouts/cpu.ts';
import { funcCode, funcSubprog } from '../layouts/objects.ts';
import { type Addr, POINTER_HIGH } from '../memory/memory.ts';
import { TraceKind } from '../trace/trace.ts';
import { type Helper, HelperCall, THIS_PROG } from './helper-call.ts';
import { nextSample } from './perf-events.ts';

/** Where the machine may be interleaved inside BPF code. */
export const GRAINS = ['point', 'visible', 'insn'] as const;
export type Grain = (typeof GRAINS)[number];

/** A loaded program: what the machine needs to run it. Immutable; memory refers to it by index. */
export interface LoadedCode {
  readonly verified: VerifiedProgram;
  readonly program: Program;
  /** Its `bpf_prog`. */
  readonly prog: Addr;
  readonly name: string;
  /** Addresses of its maps, in the order of the load request. */
  readonly maps: readonly Addr[];
}

const REGISTERS = Frame.offset('registers');
const LOCALS = Frame.offset('locals');
const CODE = Frame.offset('code');
const AT = Frame.offset('at');
const STACK_TOP = Frame.offset('stackTop');
const STACK_DEPTH = Frame.offset('stackDepth');
const RESULT = Frame.offset('result');
const STACK_USED = Context.offset('stackUsed');
const R10 = 10;
/** A slice ends at the first point after this many instructions, so that CPUs stay in step. */
const SLICE = 2000;

/** Runs BPF frames: slices of the interpreter, and the calls that leave it. */
export class BpfRunner {
  readonly vm: Vm;
  readonly codes: LoadedCode[] = [];
  grain: Grain = 'point';
  private readonly k: Kernel;
  private readonly helperCall: HelperCall;
  /** By helper number. */
  private readonly helpers: readonly (Helper | undefined)[];

  constructor(k: Kernel, environment: VmEnvironment) {
    this.k = k;
    this.vm = new Vm(k.memory, environment);
    this.helperCall = new HelperCall(k.memory);
    this.helpers = columnOf(k.tables.helpers);
  }

  codeOf(frame: Addr): LoadedCode {
    return this.codes[this.k.memory.load32(frame + 4)];
  }

  /** True if a frame of the CPU runs this code. */
  isRunning(cpu: number, code: number): boolean {
    const { k } = this;
    for (let kind = 0; kind < CONTEXT_COUNT; kind++) {
      const context = k.contextAddress(cpu, kind);
      const { depth } = k.contextAt(context);
      for (let i = 0; i < depth; i++) {
        const frame = k.frameAddress(context, i);
        if (k.memory.load32(frame) === BPF_FRAME && k.memory.load32(frame + CODE) === code) return true;
      }
    }
    return false;
  }

  // ---- frames

  /**
   * Calls a BPF function from a routine's step: the caller goes on with its following step. Arguments are set on the
   * returned frame (`setArgument`); the step then returns CALL.
   */
  callFunction(ref: number): Addr {
    const { k } = this;
    k.memory.store32(k.frame + AT, k.memory.load32(k.frame + AT) + 1);
    return this.pushFunction(ref);
  }

  /** Calls a program's main function with a context. */
  callProgram(prog: Addr, context: Addr): Addr {
    const { k } = this;
    const { code, runs } = k.prog(prog);
    k.prog(prog).runs = runs + 1;
    k.memory.store32(k.frame + AT, k.memory.load32(k.frame + AT) + 1);
    const frame = this.pushFrame(code, 0);
    this.setArgument(frame, 1, context, k.pointerHigh(context));
    k.record(TraceKind.progEnter, k.trace.name(this.codes[code].name), prog, context);
    return frame;
  }

  private pushFunction(ref: number): Addr {
    const code = funcCode(ref);
    // Running the code of a freed program is what the sanitizer must see: its bpf_prog is gone.
    this.k.memory.touch(this.codes[code].prog);
    return this.pushFrame(code, funcSubprog(ref));
  }

  /** Hot: `bench timers`. */
  private pushFrame(code: number, subprog: number): Addr {
    const { k } = this;
    const { memory } = k;
    const loaded = this.codes[code];
    const { stackDepths, subprogStarts } = loaded.verified;
    const depth = (stackDepths[subprog] + 7) & ~7;
    const frame = k.newFrame(BPF_FRAME, code);
    const context = k.thisContext();
    const used = context.stackUsed;
    const top = context.stackBase + used + depth;
    if (depth !== 0) {
      context.stackUsed = used + depth;
      memory.clear(top - depth, depth);
    }
    memory.store32(frame + AT, subprogStarts[subprog]);
    memory.store32(frame + STACK_TOP, top);
    memory.store32(frame + STACK_DEPTH, depth);
    memory.store32(frame + LOCALS, loaded.prog);
    memory.store32(frame + LOCALS + 4, subprog);
    memory.journalBlock(frame + REGISTERS, REGISTER_WORDS);
    const w = memory.words;
    const first = (frame + REGISTERS) >> 2;
    for (let i = first; i < first + 2 * R10; i++) w[i] = 0;
    w[first + 2 * R10] = top;
    w[first + 2 * R10 + 1] = POINTER_HIGH;
    return frame;
  }

  setArgument(frame: Addr, register: number, low: number, high: number): void {
    const at = frame + REGISTERS + 8 * register;
    this.k.memory.store32(at, low);
    this.k.memory.store32(at + 4, high);
  }

  /** Pops a BPF frame; its R0 is what it returns. */
  private popFrame(frame: Addr): void {
    const { memory, context } = this.k;
    const depth = memory.load32(frame + STACK_DEPTH);
    memory.store32(frame + RESULT, memory.load32(frame + REGISTERS));
    memory.store32(frame + RESULT + 4, memory.load32(frame + REGISTERS + 4));
    if (depth !== 0) memory.store32(context + STACK_USED, memory.load32(context + STACK_USED) - depth);
    this.k.pop();
  }

  /** Replaces the program that runs in `frame`; its stack begins anew, R1 stays the context. */
  tailCall(frame: Addr, prog: Addr): void {
    const { k } = this;
    const { code } = k.prog(prog);
    const at = frame + REGISTERS + 8;
    const low = k.memory.load32(at);
    const high = k.memory.load32(at + 4);
    this.setArgument(this.replaceFrame(frame, code, 0), 1, low, high);
  }

  /**
   * Ends the functions down to the main one, and that too: the exception callback runs in its place, with the cookie.
   * Without a callback the cookie is the program's result. kernel: bpf_throw(), x86 bpf_exception_cb()
   */
  throwFrom(frame: Addr, cookieLow: number, cookieHigh: number): void {
    const { k } = this;
    const code = this.codeOf(frame);
    let main = frame;
    for (; !this.isMain(main); main -= Frame.size) this.popFrame(main);
    const { exceptionCallback } = code.verified;
    if (exceptionCallback === 0) {
      this.setArgument(main, 0, cookieLow, cookieHigh);
      return this.exit(main, code);
    }
    const callback = this.replaceFrame(main, k.memory.load32(main + CODE), exceptionCallback);
    this.setArgument(callback, 1, cookieLow, cookieHigh);
  }

  private isMain(frame: Addr): boolean {
    return this.k.memory.load32(frame + LOCALS + 4) === 0;
  }

  /** Another function in the place of the innermost frame; its stack begins anew. */
  private replaceFrame(frame: Addr, code: number, subprog: number): Addr {
    const { k } = this;
    const { stackDepth } = k.frameAt(frame);
    const context = k.thisContext();
    context.stackUsed = context.stackUsed - stackDepth;
    k.dropFrame();
    const replaced = this.pushFrame(code, subprog);
    assert(replaced === frame, 'the innermost frame is replaced');
    return replaced;
  }

  // ---- running

  /** One step of the grain of the innermost frame; the instructions that it is charged with. */
  step(frame: Addr): number {
    const { k, vm } = this;
    const code = this.codeOf(frame);
    const fuel = this.fuelFor();
    vm.fuel = fuel;
    vm.stopsAtVisible = this.grain === 'visible';
    // The interpreter stores registers past the journal.
    k.memory.journalBlock(frame + REGISTERS, REGISTER_WORDS);
    if (k.trace.enabled) k.place = k.trace.name(code.name);
    const limit = this.grain === 'insn' ? 1 : UNLIMITED;
    const reason = run(vm, code.program, frame + REGISTERS, k.memory.load32(frame + AT), limit);
    k.memory.store32(frame + AT, vm.pc);
    if (k.stores !== undefined) k.stores.takePlain(vm.takeFence());
    this.leave(reason, frame, code);
    return Math.max(1, fuel - vm.fuel);
  }

  /** Fuel until the next timer of this CPU interrupts, within bounds. */
  private fuelFor(): number {
    const { k } = this;
    if (this.grain !== 'point' || !k.softirqMayInterrupt()) return SLICE;
    const sample = Math.min(nextSample(k, k.cpu, HARDIRQ), nextSample(k, k.cpu, NMI));
    const left = Math.min(k.hrtimers.nextExpiry(k.cpu), sample) - k.thisCpu().time;
    return left < SLICE ? Math.max(1, left) : SLICE;
  }

  private leave(reason: number, frame: Addr, code: LoadedCode): void {
    switch (reason) {
      case STOP_HELPER:
        return this.help(frame, code, this.helpers[code.program.imm[this.vm.pc]]);
      case STOP_KFUNC:
        return this.help(frame, code, this.k.tables.kfuncs.get(code.program.imm[this.vm.pc]));
      case STOP_CALL:
        return this.callSubprogram(frame, code);
      case STOP_EXIT:
        return this.exit(frame, code);
      case STOP_FAULT:
        return this.fault(code);
      default:
    }
  }

  private help(frame: Addr, code: LoadedCode, helper: Helper | undefined): void {
    const { k, vm } = this;
    k.memory.store32(frame + AT, vm.pc + 1);
    if (helper === undefined) return this.missing(frame, code);
    if (helper.is === 'routine') {
      const { words } = helper;
      const called = k.push(helper.routine, this.argumentWord(frame, words[0]), this.argumentWord(frame, words[1]));
      for (let i = 2; i < words.length; i++) {
        k.memory.store32(called + LOCALS + 4 * i, this.argumentWord(frame, words[i]));
      }
      return;
    }
    this.helperCall.frame = frame;
    helper.run(k, this.helperCall);
  }

  private argumentWord(frame: Addr, word: number | undefined): number {
    if (word === undefined) return 0;
    return this.k.memory.load32(word === THIS_PROG ? frame + LOCALS : frame + REGISTERS + 4 * word);
  }

  /** The verifier lets programs call what this machine cannot do: they are told so, and the report names it. */
  private missing(frame: Addr, code: LoadedCode): void {
    const { imm } = code.program;
    this.k.report(
      `${code.name}: the function #${imm[this.vm.pc]} called at instruction ${this.vm.pc} is not simulated`,
    );
    this.setArgument(frame, 0, -EINVAL, -1);
  }

  private callSubprogram(frame: Addr, code: LoadedCode): void {
    const { k, vm } = this;
    k.memory.store32(frame + AT, vm.pc + 1);
    const target = vm.pc + 1 + code.program.imm[vm.pc];
    const subprog = code.verified.subprogStarts.indexOf(target);
    if (subprog <= 0) throw new Error(`bug: call to instruction ${target}, which begins no subprogram`);
    if (!this.hasRoom(code, subprog)) return;
    const callee = this.pushFrame(k.memory.load32(frame + 4), subprog);
    k.memory.copy(callee + REGISTERS + 8, frame + REGISTERS + 8, 40);
  }

  /** The verifier knows how deep a program calls, but not how deep programs nest that call one another's tails. */
  private hasRoom(code: LoadedCode, subprog: number): boolean {
    const { depth, stackUsed } = this.k.thisContext();
    const used = stackUsed + code.verified.stackDepths[subprog] + 7;
    if (depth < MAX_FRAMES && used <= BPF_STACK_BYTES) return true;
    this.k.report(`${code.name}: tail calls from functions nest deeper than is simulated, instruction ${this.vm.pc}`);
    return false;
  }

  private exit(frame: Addr, code: LoadedCode): void {
    const { k } = this;
    const index = k.memory.load32(frame + CODE);
    const subprog = k.memory.load32(frame + LOCALS + 4);
    const endsProgram = subprog === 0 || subprog === code.verified.exceptionCallback;
    if (endsProgram && k.trace.enabled) {
      k.record(TraceKind.progExit, k.trace.name(code.name), code.prog, k.memory.load32(frame + REGISTERS));
    }
    assert(this.codes[index] === code, 'a frame runs its own code');
    this.popFrame(frame);
  }

  private fault(code: LoadedCode): void {
    const { vm } = this;
    const fault = defined(vm.fault, 'fault of a slice');
    const address = hex(fault.high) + hex(fault.low);
    const what =
      fault.kind === 'instruction'
        ? 'an instruction that does not exist'
        : `${fault.write ? 'write' : 'read'} of ${fault.size} bytes at 0x${address}`;
    this.k.report(`${code.name}: ${what}, instruction ${vm.pc}`);
  }
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
