/**
 * Pruning: a path that comes to an instruction in a state that a stored one covers need not be walked further. Which
 * states are stored and when they are thrown out again decides what a walk costs, so all of that is as in the kernel.
 */
import { EINVAL } from '../../abi/errno.ts';
import { BPF_REG_1 } from '../../isa/constants.ts';
import type { Verifier, VerifierState } from '../env.ts';
import { funcOf, reg, slotAt, slotCount } from '../env.ts';
import { printVerifierState, verboseLinfo } from '../log/log.ts';
import { isMayGoto } from '../program/code.ts';
import { FRAMENO, ITER, OFF, STACK_ITER, TNUM_VALUE } from '../program/layout.ts';
import { markAllScalarsImprecise } from './backtrack.ts';
import { cleanLiveStates } from './clean-states.ts';
import { moveHistory, pushJmpHistory } from './history.ts';
import { propagatePrecision } from './propagate.ts';
import { addSccBackedge, incompleteReadMarks, maybeEnterScc, maybeExitScc, updatePeakStates } from './scc-visits.ts';
import { slotType } from './stack-slots.ts';
import type { StateBucket } from './state-cache.ts';
import { allocVerifierState, copyPoint, copyVerifierState, freeVerifierState } from './states.ts';
import { EXACT, NOT_EXACT, RANGE_WITHIN, statesEqual, statesMaybeLooping } from './states-equal.ts';

/** What `isStateVisited` found: nothing, or a state that covers this one. */
export const VISITED = 1;

/** A longer history in one state would make backtracking slow. */
const MAX_HISTORY = 40;

/** Misses that every state is granted before it is thrown out. */
const MIN_PATIENCE = 3;

const BPF_ITER_STATE_ACTIVE = 1;

/** How the running state relates to a stored one. */
const MISS = 0;
/** A miss inside a loop: do not store further states too often. */
const MISS_LOOPING = 1;
const HIT = 2;
/** Equal to a state of the same loop, which is not yet done. */
const HIT_LOOP = 3;

/**
 * The running state has come to a prune point: VISITED if a stored state covers it, 0 if not (it may have been stored),
 * or a negative errno. kernel: verifier.c is_state_visited()
 */
export function isStateVisited(v: Verifier, insnIdx: number): number {
  const { cur } = v;
  const isForced = v.testStateFreq || v.aux.forceCheckpoint[insnIdx] !== 0 || cur.historyCount > MAX_HISTORY;
  const isDue = v.jmpsProcessed - v.prevJmpsProcessed >= 2 && v.insnProcessed - v.prevInsnProcessed >= 8;
  let addNewState = isForced || isDue;
  const keepsDistance = !isForced && isTooSoon(v);
  const isPlain = endsOnlyByCover(v, insnIdx);
  const bucket = v.cache.bucketFor(insnIdx, cur.frames[cur.curframe].callsite);
  const list = bucket.listFor(insnIdx);
  cleanLiveStates(v, list, cur);
  const statesCount = bucket.count;
  // What the last finished state said holds for a callback's hit, too: the kernel never takes it back.
  let isLoop = false;
  for (let i = list.length - 1; i >= 0; i--) {
    const state = list[i];
    if (state.branches === 0) isLoop = incompleteReadMarks(v, state);
    let relation = MISS_LOOPING;
    if (state.branches === 0) relation = compareFinished(v, state, cur, isLoop);
    else if (!isPlain || statesMaybeLooping(v, state, cur)) relation = compareUnfinished(v, state, cur, insnIdx);
    if (relation < 0) return relation;
    if (relation >= HIT) return endPath(v, state, insnIdx, isLoop || relation === HIT_LOOP);
    if (relation === MISS_LOOPING && keepsDistance) addNewState = false;
    if (addNewState) state.missCount++;
    if (state.missCount > MIN_PATIENCE && isUseless(v, state, insnIdx)) evict(v, bucket, list, i);
  }
  if (v.maxStatesPerInsn < statesCount) v.maxStatesPerInsn = statesCount;
  if (addNewState) storeState(v, insnIdx, bucket, list);
  return 0;
}

/** No iterator, `may_goto` or callback may end a path at the instruction in a state that is not yet done. */
const endsOnlyByCover = (v: Verifier, insnIdx: number): boolean =>
  v.aux.isIterNext[insnIdx] === 0 && v.aux.callsCallback[insnIdx] === 0 && !isMayGoto(v.code, insnIdx);

const isTooSoon = (v: Verifier): boolean =>
  v.jmpsProcessed - v.prevJmpsProcessed < 20 && v.insnProcessed - v.prevInsnProcessed < 100;

const compareFinished = (v: Verifier, state: VerifierState, cur: VerifierState, isIncomplete: boolean): number =>
  statesEqual(v, state, cur, isIncomplete || v.keepsValues ? RANGE_WITHIN : NOT_EXACT) ? HIT : MISS;

/** The stored state is on the running path or a sibling of it: we are in a loop. */
function compareUnfinished(v: Verifier, state: VerifierState, cur: VerifierState, insnIdx: number): number {
  const frame = state.frames[state.curframe];
  if (frame.inAsyncCallbackFn && frame.asyncEntryCnt !== cur.frames[cur.curframe].asyncEntryCnt) return MISS_LOOPING;
  if (v.aux.isIterNext[insnIdx] !== 0) {
    return statesEqual(v, state, cur, RANGE_WITHIN) && isIteratorActive(v) ? HIT_LOOP : MISS_LOOPING;
  }
  if (isMayGoto(v.code, insnIdx) && state.mayGotoDepth !== cur.mayGotoDepth) {
    if (statesEqual(v, state, cur, RANGE_WITHIN)) return HIT_LOOP;
  }
  if (v.aux.callsCallback[insnIdx] !== 0) {
    return statesEqual(v, state, cur, RANGE_WITHIN) ? HIT : MISS_LOOPING;
  }
  return isInfiniteLoop(v, state, cur) ? refuseLoop(v, state, cur, insnIdx) : MISS_LOOPING;
}

/** The iterator that R1 points to can still give elements. */
function isIteratorActive(v: Verifier): boolean {
  const r1 = reg(v, BPF_REG_1);
  const off = v.w[r1 + OFF] + v.w[r1 + TNUM_VALUE];
  const spi = Math.trunc((-off - 1) / 8);
  return (v.w[slotAt(funcOf(v, v.w[r1 + FRAMENO]), spi) + ITER] & 3) === BPF_ITER_STATE_ACTIVE;
}

const isInfiniteLoop = (v: Verifier, state: VerifierState, cur: VerifierState): boolean =>
  statesMaybeLooping(v, state, cur) &&
  statesEqual(v, state, cur, EXACT) &&
  !iterActiveDepthsDiffer(v, state, cur) &&
  state.mayGotoDepth === cur.mayGotoDepth &&
  state.callbackUnrollDepth === cur.callbackUnrollDepth;

/** An iterator has moved on between the two states. kernel: verifier.c iter_active_depths_differ() */
function iterActiveDepthsDiffer(v: Verifier, old: VerifierState, cur: VerifierState): boolean {
  for (let i = old.curframe; i >= 0; i--) {
    for (let spi = 0; spi < slotCount(old.frames[i]); spi++) {
      const slot = slotAt(old.frames[i], spi);
      if (slotType(v.w, slot, 0) !== STACK_ITER || (v.w[slot + ITER] & 3) !== BPF_ITER_STATE_ACTIVE) continue;
      if (v.w[slotAt(cur.frames[i], spi) + ITER] >>> 2 !== v.w[slot + ITER] >>> 2) return true;
    }
  }
  return false;
}

function refuseLoop(v: Verifier, state: VerifierState, cur: VerifierState, insnIdx: number): number {
  verboseLinfo(v, insnIdx, '; ');
  v.verbose(`infinite loop detected at insn ${insnIdx}\n`);
  v.verbose('cur state:');
  printVerifierState(v, cur, cur.curframe, true);
  v.verbose('old state:');
  printVerifierState(v, state, cur.curframe, true);
  return -EINVAL;
}

/** The running path ends here: `state` covers it. */
function endPath(v: Verifier, state: VerifierState, insnIdx: number, isLoop: boolean): number {
  const { cur } = v;
  state.hitCount++;
  if (v.aux.jmpPoint[v.insnIdx] !== 0) pushJmpHistory(v, cur, 0);
  const err = propagatePrecision(v, state, cur);
  if (err !== 0) return err;
  v.tracer?.pruned?.(v, state);
  return isLoop ? addBackedge(v, state, insnIdx) : VISITED;
}

function addBackedge(v: Verifier, state: VerifierState, insnIdx: number): number {
  const backedge = allocVerifierState(v);
  copyVerifierState(v, backedge, v.cur);
  backedge.equalState = state;
  backedge.insnIdx = insnIdx;
  const err = addSccBackedge(v, state, backedge);
  return err === 0 ? VISITED : err;
}

/** States at forced checkpoints stay longer while paths lead through them: loops need them to converge. */
function isUseless(v: Verifier, state: VerifierState, insnIdx: number): boolean {
  const patience = v.aux.forceCheckpoint[insnIdx] !== 0 && state.branches > 0 ? 64 : MIN_PATIENCE;
  return state.missCount > state.hitCount * patience + patience;
}

function evict(v: Verifier, bucket: StateBucket, list: VerifierState[], at: number): void {
  const [state] = list.splice(at, 1);
  bucket.count--;
  state.isEvicted = true;
  v.cache.evictedCount++;
  v.cache.exploredCount--;
  maybeFreeState(v, state);
}

/** An evicted state is freed once nothing leads through it. kernel: verifier.c maybe_free_verifier_state() */
function maybeFreeState(v: Verifier, state: VerifierState): void {
  if (!state.isEvicted || state.branches !== 0 || incompleteReadMarks(v, state)) return;
  freeVerifierState(v, state);
  v.cache.evictedCount--;
}

function storeState(v: Verifier, insnIdx: number, bucket: StateBucket, list: VerifierState[]): void {
  const { cur } = v;
  v.totalStates++;
  v.cache.exploredCount++;
  updatePeakStates(v);
  v.prevJmpsProcessed = v.jmpsProcessed;
  v.prevInsnProcessed = v.insnProcessed;
  if (v.bpfCapable) markAllScalarsImprecise(v, cur);
  const stored = allocVerifierState(v);
  copyPoint(v, stored, cur);
  moveHistory(stored, cur);
  stored.innermostRegs = stored.frames[stored.curframe].regs;
  stored.insnIdx = insnIdx;
  maybeEnterScc(v, stored);
  cur.parent = stored;
  cur.firstInsnIdx = insnIdx;
  cur.dfsDepth = stored.dfsDepth + 1;
  list.push(stored);
  bucket.count++;
}

/** The running path has ended: states through which no path leads any more are complete. kernel: update_branch_counts() */
export function updateBranchCounts(v: Verifier, last: VerifierState): number {
  for (let state: VerifierState | undefined = last; state !== undefined; ) {
    if (--state.branches !== 0) break;
    const err = maybeExitScc(v, state);
    if (err !== 0) return err;
    const parent: VerifierState | undefined = state.parent;
    if (state !== last) maybeFreeState(v, state);
    state = parent;
  }
  return 0;
}
