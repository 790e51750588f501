/**
 * The shape of a program, checked before anything is walked: every instruction reachable, no jump out of range or into
 * the middle of a 64-bit load. On the way the instructions at which states are compared, and those that a path's
 * history must remember, are marked. kernel: verifier.c check_cfg()
 */
import { E2BIG, EINVAL } from '../../abi/errno.ts';
import { BPF_CALL, BPF_EXIT, BPF_JA, BPF_JMP, BPF_JMP32, BPF_PSEUDO_CALL, classOf, opOf } from '../../isa/constants.ts';
import { kfuncTraits } from '../calls/kfuncs.ts';
import type { Verifier } from '../env.ts';
import { verboseLinfo } from '../log/log.ts';
import {
  getHelperProto,
  helperChangesPktData,
  isAsyncCallbackCallingInsn,
  isSyncCallbackCallingInsn,
} from '../states/call-summary.ts';
import { isHelperCall, isLdImm64, isMayGoto, isPseudoFunc, isPseudoKfuncCall, jmpOffset } from './code.ts';
import { computeFlow } from './flow.ts';
import type { SubprogInfo } from './subprog-info.ts';

/** Edges, and what is known of an instruction. kernel: verifier.c enum { DISCOVERED, … } */
const FALLTHROUGH = 1;
const BRANCH = 2;
const DISCOVERED = 0x10;
const EXPLORED = 0x20;

const DONE_EXPLORING = 0;
const KEEP_EXPLORING = 1;

/** Checks the graph, then fills `v.flow`. */
export function checkCfg(v: Verifier): number {
  const err = new CfgWalk(v).check();
  if (err !== 0) return err;
  v.flow = computeFlow(v.code, v.subprogs);
  return 0;
}

/** kernel: bpf_find_containing_subprog() */
function containingSubprog(v: Verifier, insn: number): SubprogInfo {
  let low = 0;
  let high = v.subprogs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (v.subprogs[middle].start <= insn) low = middle;
    else high = middle - 1;
  }
  return v.subprogs[low];
}

class CfgWalk {
  readonly #v: Verifier;
  readonly #state: Uint8Array;
  readonly #stack: number[] = [];

  constructor(v: Verifier) {
    this.#v = v;
    this.#state = new Uint8Array(v.code.length);
  }

  check(): number {
    const v = this.#v;
    const exceptionStart = v.exceptionCallbackSubprog === 0 ? 0 : v.subprogs[v.exceptionCallbackSubprog].start;
    let err = this.#walkFrom(0);
    if (err === 0 && exceptionStart !== 0 && this.#state[exceptionStart] !== EXPLORED)
      err = this.#walkFrom(exceptionStart);
    return err !== 0 ? err : this.#checkReached();
  }

  #walkFrom(start: number): number {
    this.#state[start] = DISCOVERED;
    this.#stack.push(start);
    while (this.#stack.length > 0) {
      const t = this.#stack[this.#stack.length - 1];
      const result = this.#visit(t);
      if (result < 0) return result;
      if (result === KEEP_EXPLORING) continue;
      this.#state[t] = EXPLORED;
      this.#stack.pop();
    }
    return 0;
  }

  #checkReached(): number {
    const v = this.#v;
    for (let i = 0; i < v.code.length; i++) {
      if (this.#state[i] !== EXPLORED) return this.#fail(`unreachable insn ${i}\n`);
      if (!isLdImm64(v.code, i)) continue;
      if (this.#state[i + 1] !== 0) return this.#fail(`jump into the middle of ldimm64 insn ${i}\n`);
      i++;
    }
    return 0;
  }

  #fail(message: string): number {
    this.#v.verbose(message);
    return -EINVAL;
  }

  /** One more edge of `t`; KEEP_EXPLORING if it leads to something new. kernel: verifier.c visit_insn() */
  #visit(t: number): number {
    const { code } = this.#v;
    if (isPseudoFunc(code, t)) return this.#visitCall(t, true);
    const cls = classOf(code.opcode[t]);
    if (cls !== BPF_JMP && cls !== BPF_JMP32) return this.#push(t, t + (isLdImm64(code, t) ? 2 : 1), FALLTHROUGH);
    switch (opOf(code.opcode[t])) {
      case BPF_EXIT:
        return DONE_EXPLORING;
      case BPF_CALL:
        this.#markCall(t);
        return this.#visitCall(t, code.src[t] === BPF_PSEUDO_CALL);
      case BPF_JA:
        return this.#visitGoto(t, t + jmpOffset(code, t) + 1);
      default:
        return this.#visitBranch(t);
    }
  }

  #visitGoto(t: number, target: number): number {
    const result = this.#push(t, target, FALLTHROUGH);
    if (result !== DONE_EXPLORING) return result;
    this.#v.aux.prunePoint[target] = 1;
    this.#v.aux.jmpPoint[target] = 1;
    return result;
  }

  #visitBranch(t: number): number {
    const { aux, code } = this.#v;
    aux.prunePoint[t] = 1;
    if (isMayGoto(code, t)) aux.forceCheckpoint[t] = 1;
    const result = this.#push(t, t + 1, FALLTHROUGH);
    return result !== DONE_EXPLORING ? result : this.#push(t, t + code.off[t] + 1, BRANCH);
  }

  /** What follows a call is reached by its return; the callee is discovered from here. kernel: visit_func_call_insn() */
  #visitCall(t: number, visitsCallee: boolean): number {
    const { aux, code } = this.#v;
    const next = t + (isLdImm64(code, t) ? 2 : 1);
    const result = this.#push(t, next, FALLTHROUGH);
    if (result !== DONE_EXPLORING) return result;
    aux.prunePoint[next] = 1;
    aux.jmpPoint[next] = 1;
    if (!visitsCallee) return result;
    const callee = t + code.imm[t] + 1;
    aux.prunePoint[t] = 1;
    mergeCalleeEffects(this.#v, t, callee);
    return this.#push(t, callee, BRANCH, isPseudoFunc(code, t) && !this.#v.env.rules.cfg_callback_edges);
  }

  #markCall(t: number): void {
    const { aux, code } = this.#v;
    if (isAsyncCallbackCallingInsn(this.#v, t)) aux.prunePoint[t] = 1;
    if (isSyncCallbackCallingInsn(this.#v, t)) {
      aux.callsCallback[t] = 1;
      aux.forceCheckpoint[t] = 1;
      aux.prunePoint[t] = 1;
      aux.jmpPoint[t] = 1;
    }
    if (isHelperCall(code, t)) this.#markHelperCall(t, code.imm[t]);
    else if (isPseudoKfuncCall(code, t)) this.#markKfuncCall(t);
  }

  #markHelperCall(t: number, id: number): void {
    const subprog = containingSubprog(this.#v, t);
    if (getHelperProto(this.#v, id)?.mightSleep === true) subprog.mightSleep = true;
    if (helperChangesPktData(id)) subprog.changesPktData = true;
  }

  #markKfuncCall(t: number): void {
    const traits = kfuncTraits(this.#v, t);
    if (traits === undefined) return;
    const subprog = containingSubprog(this.#v, t);
    if (traits.isIterNext) {
      this.#v.aux.prunePoint[t] = 1;
      this.#v.aux.forceCheckpoint[t] = 1;
    }
    if (traits.sleepable) subprog.mightSleep = true;
    if (traits.changesPktData) subprog.changesPktData = true;
  }

  /** kernel: verifier.c push_insn() */
  #push(t: number, target: number, edge: number, refusesLoops = false): number {
    const v = this.#v;
    const state = this.#state;
    if (state[t] >= (DISCOVERED | edge)) return DONE_EXPLORING;
    if (target < 0 || target >= v.code.length) {
      verboseLinfo(v, t, `${t}: `);
      return this.#fail(`jump out of range from insn ${t} to ${target}\n`);
    }
    if (edge === BRANCH) {
      v.aux.prunePoint[target] = 1;
      v.aux.jmpPoint[target] = 1;
    }
    if (state[target] === 0) return this.#discover(t, target, edge);
    if (state[target] === EXPLORED) state[t] = DISCOVERED | edge;
    else if (refusesLoops || !v.bpfCapable) return this.#backEdge(t, target);
    return DONE_EXPLORING;
  }

  #discover(t: number, target: number, edge: number): number {
    this.#state[t] = DISCOVERED | edge;
    this.#state[target] = DISCOVERED;
    if (this.#stack.length >= this.#v.code.length) return -E2BIG;
    this.#stack.push(target);
    return KEEP_EXPLORING;
  }

  #backEdge(t: number, target: number): number {
    verboseLinfo(this.#v, t, `${t}: `);
    verboseLinfo(this.#v, target, `${target}: `);
    return this.#fail(`back-edge from insn ${t} to ${target}\n`);
  }
}

function mergeCalleeEffects(v: Verifier, t: number, calleeStart: number): void {
  const caller = containingSubprog(v, t);
  const callee = containingSubprog(v, calleeStart);
  caller.changesPktData ||= callee.changesPktData;
  caller.mightSleep ||= callee.mightSleep;
}
