/**
 * The stack that a chain of calls needs, added up after the walk: from the main program and from every asynchronous
 * callback, each of which begins on a stack of its own.
 */
import { E2BIG, EACCES, EFAULT, EINVAL } from '../../abi/errno.ts';
import { MAX_BPF_STACK } from '../../abi/limits.ts';
import {
  BPF_PROG_TYPE_KPROBE,
  BPF_PROG_TYPE_PERF_EVENT,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_TRACEPOINT,
} from '../../abi/program-types.ts';
import { isBpfThrowKfunc } from '../calls/kfuncs.ts';
import { MAX_CALL_FRAMES, type Verifier } from '../env.ts';
import { isPseudoCall, isPseudoFunc, isPseudoKfuncCall } from './code.ts';
import type { SubprogInfo } from './subprog-info.ts';

/** Bytes; functions with less stack do not get one of their own. kernel: BPF_PRIV_STACK_MIN_SIZE */
const PRIV_STACK_MIN_SIZE = 64;
/** With tail calls in callees, the frames before may use this much: 32 tail calls may pile up. */
const MAX_STACK_BEFORE_TAIL_CALL = 256;

/** Program types whose main program the x86-64 JIT gives a private stack. kernel: bpf_enable_priv_stack() */
const PRIVATE_STACK_TYPES: ReadonlySet<number> = new Set([
  BPF_PROG_TYPE_KPROBE,
  BPF_PROG_TYPE_TRACEPOINT,
  BPF_PROG_TYPE_PERF_EVENT,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
]);

/** Checks every root. kernel: verifier.c check_max_stack_depth() */
export function checkMaxStackDepth(v: Verifier): number {
  const hasTailCall = v.subprogs.some((subprog) => subprog.hasTailCall);
  const usesPrivateStack = !hasTailCall && v.env.jit && PRIVATE_STACK_TYPES.has(v.progType);
  // Asynchronous callbacks first: what they call must stay on the kernel's stack in the main program too.
  for (let i = v.subprogs.length - 1; i >= 0; i--) {
    if (i !== 0 && !(v.subprogs[i].isAsyncCb && v.env.rules.per_root_stack)) continue;
    const err = new StackWalk(v, i === 0 && usesPrivateStack).from(i);
    if (err < 0) return err;
  }
  return 0;
}

/** Bytes that a frame takes of the stack. kernel: verifier.c round_up_stack_depth() */
export function roundUpStackDepth(v: Verifier, depth: number): number {
  return v.env.jit ? (depth + 15) & ~15 : (Math.max(depth, 1) + 31) & ~31;
}

/** Where a call was made and by whom. */
interface CallSite {
  readonly insn: number;
  readonly subprog: number;
}

/** A walk over all instructions of a root and of the functions it calls. kernel: verifier.c check_max_stack_depth_subprog() */
class StackWalk {
  readonly #v: Verifier;
  readonly #privateStack: boolean;
  readonly #calls: CallSite[] = [];
  #depth = 0;
  #tailCallReachable = false;

  constructor(v: Verifier, privateStack: boolean) {
    this.#v = v;
    this.#privateStack = privateStack;
  }

  from(root: number): number {
    let subprog = root;
    let insn = this.#v.subprogs[root].start;
    let err = this.#enter(subprog);
    while (err === 0) {
      const call = this.#nextCall(subprog, insn);
      if (typeof call === 'number') return call;
      if (call !== undefined) {
        this.#calls.push({ insn: call.insn, subprog });
        subprog = call.subprog;
        insn = this.#v.subprogs[subprog].start;
        err = this.#call(subprog);
        continue;
      }
      err = this.#markTailCalls();
      const back = this.#calls.pop();
      if (err !== 0 || back === undefined) return err;
      if (this.#v.subprogs[subprog].privStackMode !== 'adaptive') this.#depth -= this.#depthOf(subprog);
      subprog = back.subprog;
      insn = back.insn + 1;
    }
    return err;
  }

  #depthOf(subprog: number): number {
    return roundUpStackDepth(this.#v, this.#v.subprogs[subprog].stackDepth);
  }

  #call(subprog: number): number {
    if (this.#v.subprogs[subprog].hasTailCall) this.#tailCallReachable = true;
    if (this.#calls.length >= MAX_CALL_FRAMES) {
      this.#v.verbose(`the call stack of ${this.#calls.length} frames is too deep !\n`);
      return -E2BIG;
    }
    return this.#enter(subprog);
  }

  /** Adds the frame of a function. */
  #enter(index: number): number {
    const subprog = this.#v.subprogs[index];
    if (!this.#privateStack) subprog.privStackMode = 'none';
    if (index !== 0 && subprog.hasTailCall && this.#depth >= MAX_STACK_BEFORE_TAIL_CALL) {
      this.#v.verbose(
        `tail_calls are not allowed when call stack of previous frames is ${this.#depth} bytes. Too large\n`,
      );
      return -EACCES;
    }
    const own = this.#depthOf(index);
    if (subprog.privStackMode === 'unknown' && own >= PRIV_STACK_MIN_SIZE) subprog.privStackMode = 'adaptive';
    return subprog.privStackMode === 'adaptive' ? this.#checkOwnStack(index, own) : this.#addToKernelStack(own);
  }

  #checkOwnStack(index: number, own: number): number {
    if (own <= MAX_BPF_STACK) return 0;
    this.#v.verbose(`stack size of subprog ${index} is ${own}. Too large\n`);
    return -EACCES;
  }

  #addToKernelStack(own: number): number {
    this.#depth += own;
    if (this.#depth <= MAX_BPF_STACK) return 0;
    this.#v.verbose(`combined stack size of ${this.#calls.length + 1} calls is ${this.#depth}. Too large\n`);
    return -EACCES;
  }

  /** The next call in a function from `from` on: a call site, nothing, or an error. */
  #nextCall(index: number, from: number): { insn: number; subprog: number } | number | undefined {
    const v = this.#v;
    const end = v.subprogs[index + 1]?.start ?? v.code.length;
    for (let i = from; i < end; i++) {
      if (isPseudoKfuncCall(v.code, i) && v.code.off[i] === 0) {
        const err = this.#checkThrow(index, i);
        if (err !== 0) return err;
      } else if (isPseudoCall(v.code, i) || isPseudoFunc(v.code, i)) {
        const callee = this.#calleeOf(i);
        if (callee !== undefined) return callee < 0 ? callee : { insn: i, subprog: callee };
      }
    }
    return undefined;
  }

  /** The function called at `i`; undefined for one that gets a stack of its own, negative for an error. */
  #calleeOf(i: number): number | undefined {
    const v = this.#v;
    const target = i + v.code.imm[i] + 1;
    const callee = v.subprogs.findIndex((subprog) => subprog.start === target);
    if (callee < 0) return -EFAULT;
    const subprog: SubprogInfo = v.subprogs[callee];
    if (!subprog.isAsyncCb || !v.env.rules.async_stack) return callee;
    if (subprog.hasTailCall) return -EFAULT;
    if (!isPseudoCall(v.code, i)) return undefined;
    if (!subprog.isExceptionCb) return callee;
    v.verbose(`insn ${i} cannot call exception cb directly`);
    return -EINVAL;
  }

  #checkThrow(index: number, i: number): number {
    const v = this.#v;
    if (!isBpfThrowKfunc(v, i)) return 0;
    const isInCallback = v.subprogs[index].isCb || this.#calls.some((call) => v.subprogs[call.subprog].isCb);
    if (!isInCallback) return 0;
    v.verbose(`bpf_throw kfunc (insn ${i}) cannot be called from callback subprog ${index}\n`);
    return -EINVAL;
  }

  /** A tail call somewhere below: every function on the way must keep the count of tail calls. */
  #markTailCalls(): number {
    if (!this.#tailCallReachable) return 0;
    for (const { subprog } of this.#calls) {
      if (this.#v.subprogs[subprog].isExceptionCb) {
        this.#v.verbose('cannot tail call within exception cb\n');
        return -EINVAL;
      }
      this.#v.subprogs[subprog].tailCallReachable = true;
    }
    return 0;
  }
}
