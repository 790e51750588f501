/**
 * The verifier's front door. kernel: verifier.c bpf_check()
 */

import type { Job, Work } from '../../lib/job.ts';
import { jobOf } from '../../lib/job.ts';
import type { VerifierEnv } from '../abi/env.ts';
import { BPF_COMPLEXITY_LIMIT_INSNS, checkProgLoad } from '../abi/program-types.ts';
import type { LoadRequest, Verdict, VerifierStats } from '../program/load.ts';
import { EMPTY_LOG } from '../program/log-text.ts';
import { GO_ON, Walk } from './check.ts';
import { Verifier } from './env.ts';
import { verifiedProgram } from './facts.ts';
import { BPF_LOG_STATS } from './log/log-buffer.ts';
import { checkAttachBtfId } from './program/attach.ts';
import { checkBtfInfo, checkBtfInfoEarly } from './program/btf-info.ts';
import { checkCfg } from './program/cfg.ts';
import { checkDeadFunctions } from './program/dead-functions.ts';
import { markFastcallPatterns, removeFastcallSpillsFills } from './program/fastcall.ts';
import { finalStackDepths } from './program/final-stacks.ts';
import { resolvePseudoLdimm64 } from './program/map-compat.ts';
import { checkRewriting } from './program/rewrite-errors.ts';
import { checkMaxStackDepth } from './program/stack-depth.ts';
import { addSubprogAndKfunc, checkSubprogs, subprogIsGlobal } from './program/subprogs.ts';
import { computeBacktrackRegs } from './states/backtrack-regs.ts';
import { computeLiveRegisters } from './states/live-regs.ts';
import { setTemplates } from './states/regs.ts';
import { computeScc } from './states/scc.ts';
import { enterWalk, leaveWalk } from './states/walk-entry.ts';
import type { Tracer } from './tracer.ts';

export interface VerifyOptions {
  /** Bits: 1 log of the failing path, 2 full log, 4 statistics. */
  readonly level: number;
  readonly tracer?: Tracer;
  /** A path ends only at states that hold its values too, also where they do not matter: a tracer then sees all values. */
  readonly keepsValues?: boolean;
}

/** Instructions of the first slice, before the host has said how many it wants. */
const FIRST_SLICE = 1000;

/** Verifies a program. `advance(budget)` walks about `budget` instructions. */
export const verify = (request: LoadRequest, env: VerifierEnv, options: VerifyOptions): Job<Verdict> =>
  jobOf(verifyWork(request, env, options));

function* verifyWork(request: LoadRequest, env: VerifierEnv, options: VerifyOptions): Work<Verdict> {
  const refused = checkProgLoad({ ...request, insnCount: request.insns.length / 8 }, env);
  if (refused !== 0) return verdictWithoutLog(refused);
  const v = new Verifier(request, env, options.level, options.tracer);
  v.keepsValues = options.keepsValues === true;
  setTemplates(v);
  let err = prepare(v);
  if (err === 0) err = yield* walkAll(v);
  if (err === 0) err = finishStacks(v);
  if (err !== 0) v.tracer?.reject?.(v, -err);
  return verdictOf(v, err);
}

/** The checks before any instruction is walked, in the kernel's order. */
const PREPARATIONS: readonly ((v: Verifier) => number)[] = [
  checkBtfInfoEarly,
  addSubprogAndKfunc,
  checkSubprogs,
  checkBtfInfo,
  resolvePseudoLdimm64,
  checkCfg,
  checkAttachBtfId,
];

function prepare(v: Verifier): number {
  for (const check of PREPARATIONS) {
    const err = check(v);
    if (err !== 0) return err;
  }
  if (v.flow !== undefined) computeScc(v.flow, v.aux);
  computeLiveRegisters(v);
  computeBacktrackRegs(v);
  markFastcallPatterns(v);
  return 0;
}

/** The program, then every global function that is called, each on its own. kernel: do_check_main(), do_check_subprogs() */
function* walkAll(v: Verifier): Work<number> {
  let err = yield* walk(v, 0);
  if (v.exceptionCallbackSubprog !== 0) v.subprogs[v.exceptionCallbackSubprog].called = true;
  for (let next = nextGlobal(v, 0); err === 0 && next !== 0; next = nextGlobal(v, next)) {
    const subprog = v.subprogs[next];
    err = yield* walk(v, next);
    if (err !== 0) return err;
    if (v.logsPaths) v.verbose(`Func#${next} ('${subprog.name}') is safe for any args that match its prototype\n`);
    subprog.verified = true;
  }
  return err;
}

/** The next global function to be walked, after `previous` in the order of instructions and then from the start; 0 if none is left. */
function nextGlobal(v: Verifier, previous: number): number {
  const isDue = (n: number): boolean => subprogIsGlobal(v, n) && v.subprogs[n].called && !v.subprogs[n].verified;
  for (let n = previous + 1; n < v.subprogs.length; n++) if (isDue(n)) return n;
  for (let n = 1; n <= previous; n++) if (isDue(n)) return n;
  return 0;
}

function* walk(v: Verifier, subprogno: number): Work<number> {
  let err = enterWalk(v, subprogno);
  const path = new Walk(v);
  for (let budget = FIRST_SLICE; err === 0; ) {
    const status = path.advance(budget);
    if (status !== GO_ON) {
      err = status;
      if (err !== 0) v.rejectedAt = v.insnIdx;
      break;
    }
    budget = yield;
  }
  leaveWalk(v, err);
  return err;
}

function finishStacks(v: Verifier): number {
  removeFastcallSpillsFills(v);
  return checkMaxStackDepth(v) || checkRewriting(v) || checkDeadFunctions(v);
}

/** kernel: verifier.c print_verification_stats() */
function printStats(v: Verifier, stats: VerifierStats): void {
  if ((v.log.level & BPF_LOG_STATS) !== 0) {
    v.verbose(`verification time 0 usec\nstack depth ${stats.stackDepths.join('+')}\n`);
  }
  v.verbose(
    `processed ${stats.insnProcessed} insns (limit ${BPF_COMPLEXITY_LIMIT_INSNS}) max_states_per_insn ${stats.maxStatesPerInsn} ` +
      `total_states ${stats.totalStates} peak_states ${stats.peakStates} mark_read ${stats.longestMarkRead}\n`,
  );
}

function verdictOf(v: Verifier, err: number): Verdict {
  const stats: VerifierStats = {
    insnProcessed: v.insnProcessed,
    maxStatesPerInsn: v.maxStatesPerInsn,
    totalStates: v.totalStates,
    peakStates: v.peakStates,
    longestMarkRead: v.longestMarkRead,
    stackDepths: finalStackDepths(v),
  };
  printStats(v, stats);
  v.arena.release();
  return {
    accepted: err === 0,
    errno: Math.abs(err),
    log: v.log.text(),
    stats,
    insn: v.rejectedAt,
    program: err === 0 ? verifiedProgram(v) : undefined,
  };
}

const verdictWithoutLog = (err: number): Verdict => ({
  accepted: false,
  errno: Math.abs(err),
  log: EMPTY_LOG,
  stats: undefined,
  insn: undefined,
  program: undefined,
});
