/**
 * The walk: instruction after instruction, path after path. kernel: verifier.c do_check()
 */
import { E2BIG, EACCES, EFAULT, EINVAL, EPERM } from '../abi/errno.ts';
import { BPF_COMPLEXITY_LIMIT_INSNS } from '../abi/program-types.ts';
import type { Verifier } from './env.ts';
import { markVerifierStateScratched } from './env.ts';
import { printInsnLine, printVerifierState } from './log/log.ts';
import { checkInsn, PATH_ENDS, RETURNED } from './program/insn-check.ts';
import { pushJmpHistory } from './states/history.ts';
import { commitStackWriteMarks, resetStackWriteMarks, updateLiveStack } from './states/liveness.ts';
import { isStateVisited, updateBranchCounts, VISITED } from './states/prune.ts';
import { markInsnSeen } from './states/seen.ts';
import { popStack } from './states/states.ts';

/** The walk is not done. */
export const GO_ON = 1;

/** A walk under way: of the program, or of one of its global functions. */
export class Walk {
  readonly #v: Verifier;
  /** The instruction before the running one; -1 at the start. */
  #previous = -1;
  /** The next state is printed as a whole, after a line that says where from. */
  #printsState = false;

  constructor(v: Verifier) {
    this.#v = v;
  }

  /** Walks about `budget` instructions: GO_ON, 0 when all paths are done, or a negative errno. */
  advance(budget: number): number {
    for (let i = 0; i < budget; i++) {
      const status = this.#step();
      if (status !== GO_ON) return status;
    }
    return GO_ON;
  }

  /** Hot: what it calls for every instruction is little (`bench verifier`). */
  #step(): number {
    const v = this.#v;
    const { aux } = v;
    const at = v.insnIdx;
    v.hasHistoryEntry = false;
    v.prevInsnIdx = this.#previous;
    if (at >= v.code.length || v.insnProcessed >= BPF_COMPLEXITY_LIMIT_INSNS) return refuseStep(v);
    v.insnProcessed++;
    v.cur.lastInsnIdx = v.prevInsnIdx;
    v.cur.insnIdx = at;
    if (aux.prunePoint[at] !== 0) {
      const visited = isStateVisited(v, at);
      if (visited < 0) return visited;
      if (visited === VISITED) return this.#endCovered();
    }
    if (aux.jmpPoint[at] !== 0) pushJmpHistory(v, v.cur, 0);
    if (v.logsPaths) this.#print();
    v.tracer?.insn?.(v, at);
    markInsnSeen(v);
    this.#previous = at;
    // What is not executed speculatively need not be checked on a speculative path.
    if (v.cur.speculative && aux.nospec[at] !== 0) return this.#endPath();
    return this.#check(at);
  }

  #fromTo(): string {
    const v = this.#v;
    const mark = v.cur.speculative ? ' (speculative execution)' : '';
    return `from ${v.prevInsnIdx} to ${v.insnIdx}${mark}`;
  }

  /** A stored state covers this one. */
  #endCovered(): number {
    const v = this.#v;
    if (v.logsPaths) {
      v.verbose(this.#printsState ? `\n${this.#fromTo()}: safe\n` : `${v.insnIdx}: safe\n`);
    }
    return this.#endPath();
  }

  #print(): void {
    const v = this.#v;
    if (v.logsAll && this.#printsState) {
      v.verbose(`\n${this.#fromTo()}:`);
      printVerifierState(v, v.cur, v.cur.curframe, true);
      this.#printsState = false;
    }
    printInsnLine(v);
  }

  #check(at: number): number {
    const v = this.#v;
    resetStackWriteMarks(v, at);
    const result = checkInsn(v);
    if (result < 0) return this.#endRefused(at, result);
    commitStackWriteMarks(v);
    if (result === PATH_ENDS) {
      v.tracer?.exit?.(v);
      return this.#endPath();
    }
    if (result === RETURNED) this.#printsState = true;
    return v.cur.speculative && v.aux.nospecResult[at] !== 0 ? this.#endPath() : GO_ON;
  }

  /** The program is refused, unless only speculation comes here: a barrier in front of the instruction keeps it away. */
  #endRefused(at: number, errno: number): number {
    const v = this.#v;
    const isRecoverable = errno === -EPERM || errno === -EACCES || errno === -EINVAL;
    if (isRecoverable) commitStackWriteMarks(v);
    if (!isRecoverable || !v.cur.speculative) return errno;
    v.aux.nospec[at] = 1;
    v.aux.aluState[at] = 0;
    return this.#endPath();
  }

  /** Takes up the path that was put aside last. */
  #endPath(): number {
    const v = this.#v;
    markVerifierStateScratched(v);
    const err = updateBranchCounts(v, v.cur);
    if (err !== 0) return err;
    updateLiveStack(v);
    if (!popStack(v, !v.logsAll)) return 0;
    this.#previous = v.prevInsnIdx;
    this.#printsState = true;
    return GO_ON;
  }
}

/** The walk has run out of the program, or is too long. */
function refuseStep(v: Verifier): number {
  if (v.insnIdx >= v.code.length) {
    v.verbose(`invalid insn idx ${v.insnIdx} insn_cnt ${v.code.length}\n`);
    return -EFAULT;
  }
  v.verbose(`BPF program is too large. Processed ${++v.insnProcessed} insn\n`);
  return -E2BIG;
}
