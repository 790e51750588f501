/**
 * The walk: instruction after instruction, path after path. kernel: verifier.c do_check()
 */
import { E2BIG, EACCES, EFAULT, EINVAL, EPERM } from '../abi/errno.ts';
import { BPF_COMPLEXITY_LIMIT_INSNS } from '../abi/program-types.ts';
import type { Verifier } from './env.ts';
import { markVerifierStateScratched } from './env.ts';
import { pushJmpHistory } from './history.ts';
import { checkInsn, PATH_ENDS, RETURNED } from './insn-check.ts';
import { commitStackWriteMarks, resetStackWriteMarks, updateLiveStack } from './liveness.ts';
import { printInsnLine, printVerifierState } from './log.ts';
import { BPF_LOG_LEVEL } from './log-buffer.ts';
import { isStateVisited, updateBranchCounts, VISITED } from './prune.ts';
import { markInsnSeen } from './seen.ts';
import { popStack } from './states.ts';

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

  #step(): number {
    const v = this.#v;
    v.hasHistoryEntry = false;
    v.prevInsnIdx = this.#previous;
    const wrong = this.#count();
    if (wrong !== 0) return wrong;
    v.cur.lastInsnIdx = v.prevInsnIdx;
    v.cur.insnIdx = v.insnIdx;
    if (v.aux.prunePoint[v.insnIdx] !== 0) {
      const visited = isStateVisited(v, v.insnIdx);
      if (visited < 0) return visited;
      if (visited === VISITED) return this.#endCovered();
    }
    if (v.aux.jmpPoint[v.insnIdx] !== 0) pushJmpHistory(v, v.cur, 0);
    if ((v.log.level & BPF_LOG_LEVEL) !== 0) this.#print();
    v.tracer?.insn?.(v, v.insnIdx);
    markInsnSeen(v);
    this.#previous = v.insnIdx;
    // What is not executed speculatively need not be checked on a speculative path.
    if (v.cur.speculative && v.aux.nospec[v.insnIdx] !== 0) return this.#endPath();
    return this.#check();
  }

  #count(): number {
    const v = this.#v;
    if (v.insnIdx >= v.code.length) {
      v.verbose(`invalid insn idx ${v.insnIdx} insn_cnt ${v.code.length}\n`);
      return -EFAULT;
    }
    if (++v.insnProcessed <= BPF_COMPLEXITY_LIMIT_INSNS) return 0;
    v.verbose(`BPF program is too large. Processed ${v.insnProcessed} insn\n`);
    return -E2BIG;
  }

  #fromTo(): string {
    const v = this.#v;
    const mark = v.cur.speculative ? ' (speculative execution)' : '';
    return `from ${v.prevInsnIdx} to ${v.insnIdx}${mark}`;
  }

  /** A stored state covers this one. */
  #endCovered(): number {
    const v = this.#v;
    if ((v.log.level & BPF_LOG_LEVEL) !== 0) {
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

  #check(): number {
    const v = this.#v;
    const at = v.insnIdx;
    resetStackWriteMarks(v, at);
    const result = checkInsn(v);
    const isRecoverable = result === -EPERM || result === -EACCES || result === -EINVAL;
    if (result >= 0 || isRecoverable) commitStackWriteMarks(v);
    if (isRecoverable && v.cur.speculative) {
      // A barrier in front of the instruction keeps speculation away from it.
      v.aux.nospec[at] = 1;
      v.aux.aluState[at] = 0;
      return this.#endPath();
    }
    if (result < 0) return result;
    if (result === PATH_ENDS) {
      v.tracer?.exit?.(v);
      return this.#endPath();
    }
    if (result === RETURNED) this.#printsState = true;
    return v.cur.speculative && v.aux.nospecResult[at] !== 0 ? this.#endPath() : GO_ON;
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
