/**
 * Visits of loops. A path that meets a stored state of the loop it is still in ends there, although that state has not
 * yet got all its precision marks. A copy of the path's end is kept as a *backedge*; when everything inside the loop has
 * been walked, the marks are handed along the backedges until nothing changes.
 * kernel: verifier.c compute_scc_callchain() and what follows it
 */
import { EFAULT } from '../../abi/errno.ts';
import type { Verifier, VerifierState } from '../env.ts';
import { MAX_CALL_FRAMES } from '../env.ts';
import { markAllScalarsPrecise } from './backtrack.ts';
import { propagatePrecision } from './propagate.ts';
import { frameInsnIdx, freeVerifierState } from './states.ts';

/** A loop as reached by a chain of calls. kernel: struct bpf_scc_visit */
export interface SccVisit {
  readonly callsites: readonly number[];
  readonly scc: number;
  /** The first state of the path inside the loop; undefined while no path is inside. */
  entryState: VerifierState | undefined;
  /** Newest last. */
  readonly backedges: VerifierState[];
  backedgeCount: number;
}

/** kernel: MAX_BACKEDGE_ITERS */
const MAX_BACKEDGE_ITERS = 64;

/** Call sites that lead to the loop of a state: the outermost frame that stands in one ends the chain. */
const chain = new Int32Array(MAX_CALL_FRAMES);
let chainLength = 0;

/** The loop a state is in, its call sites in `chain`; 0 if it is in none. kernel: compute_scc_callchain() */
function computeSccCallchain(v: Verifier, state: VerifierState): number {
  chainLength = 0;
  for (let i = 0; i <= state.curframe; i++) {
    const insnIdx = frameInsnIdx(state, i);
    const scc = v.aux.scc[insnIdx];
    if (scc !== 0) return scc;
    chain[chainLength++] = insnIdx;
  }
  return 0;
}

/** kernel: scc_visit_lookup() */
function lookupVisit(v: Verifier, scc: number): SccVisit | undefined {
  const visits = v.sccVisits[scc];
  if (visits === undefined) return undefined;
  for (const visit of visits) if (isChain(visit.callsites)) return visit;
  return undefined;
}

function isChain(callsites: readonly number[]): boolean {
  if (callsites.length !== chainLength) return false;
  for (let i = 0; i < callsites.length; i++) if (callsites[i] !== chain[i]) return false;
  return true;
}

function addVisit(v: Verifier, scc: number): SccVisit {
  const visit: SccVisit = {
    callsites: [...chain.subarray(0, chainLength)],
    scc,
    entryState: undefined,
    backedges: [],
    backedgeCount: 0,
  };
  v.sccVisits[scc] ??= [];
  v.sccVisits[scc].push(visit);
  return visit;
}

/** The kernel takes a call at instruction 0 for the end of the chain. kernel: format_callchain() */
function chainText(scc: number): string {
  const callsites = [...chain.subarray(0, chainLength), 0];
  return `(${[...callsites.slice(0, callsites.indexOf(0)), scc].join(',')})`;
}

/** kernel: update_peak_states() */
export function updatePeakStates(v: Verifier): void {
  const states = v.cache.exploredCount + v.cache.evictedCount + v.backedgeCount;
  if (states > v.peakStates) v.peakStates = states;
}

/** A state was stored: if it is the first of a loop, the loop's visit begins. kernel: maybe_enter_scc() */
export function maybeEnterScc(v: Verifier, state: VerifierState): void {
  const scc = computeSccCallchain(v, state);
  if (scc === 0) return;
  const visit = lookupVisit(v, scc) ?? addVisit(v, scc);
  if (visit.entryState !== undefined) return;
  visit.entryState = state;
  if (v.logsAll) v.verbose(`SCC enter ${chainText(scc)}\n`);
}

/** All paths from a state were walked: if a loop's visit began there, it ends. kernel: maybe_exit_scc() */
export function maybeExitScc(v: Verifier, state: VerifierState): number {
  const scc = computeSccCallchain(v, state);
  if (scc === 0) return 0;
  const visit = lookupVisit(v, scc);
  if (visit === undefined) {
    if (state.speculative) return 0;
    v.verbose(`verifier bug: scc exit: no visit info for call chain ${chainText(scc)}\n`);
    return -EFAULT;
  }
  if (visit.entryState !== state) return 0;
  if (v.logsAll) v.verbose(`SCC exit ${chainText(scc)}\n`);
  visit.entryState = undefined;
  v.backedgeCount -= visit.backedgeCount;
  visit.backedgeCount = 0;
  updatePeakStates(v);
  return propagateBackedges(v, visit);
}

/** Keeps the end of a path that met `state`, which is inside a loop. kernel: add_scc_backedge() */
export function addSccBackedge(v: Verifier, state: VerifierState, backedge: VerifierState): number {
  const scc = computeSccCallchain(v, state);
  const visit = scc === 0 ? undefined : lookupVisit(v, scc);
  if (visit === undefined) {
    const what =
      scc === 0
        ? `no SCC in verification path, insn_idx ${state.insnIdx}`
        : `no visit info for call chain ${chainText(scc)}`;
    v.verbose(`verifier bug: add backedge: ${what}\n`);
    return -EFAULT;
  }
  if (v.logsAll) v.verbose(`SCC backedge ${chainText(scc)}\n`);
  visit.backedges.push(backedge);
  visit.backedgeCount++;
  v.backedgeCount++;
  updatePeakStates(v);
  return 0;
}

/** Precision marks of a state may still be missing: its loop has backedges. kernel: incomplete_read_marks() */
export function incompleteReadMarks(v: Verifier, state: VerifierState): boolean {
  if (v.backedgeCount === 0) return false;
  const scc = computeSccCallchain(v, state);
  if (scc === 0) return false;
  const visit = lookupVisit(v, scc);
  return visit !== undefined && visit.backedges.length > 0;
}

/** kernel: propagate_backedges() */
function propagateBackedges(v: Verifier, visit: SccVisit): number {
  const newestFirst = visit.backedges.toReversed();
  let isChanged = newestFirst.length > 0;
  for (let round = 1; isChanged; round++) {
    if (round > MAX_BACKEDGE_ITERS) {
      if (v.logsAll) v.verbose('propagate_backedges: too many iterations\n');
      for (const backedge of newestFirst) markAllScalarsPrecise(v, backedge);
      break;
    }
    v.bt.changed = false;
    for (const backedge of newestFirst) {
      const err = backedge.equalState === undefined ? 0 : propagatePrecision(v, backedge.equalState, backedge);
      if (err !== 0) return err;
    }
    isChanged = v.bt.changed;
  }
  for (const backedge of visit.backedges) freeVerifierState(v, backedge);
  visit.backedges.length = 0;
  return 0;
}
