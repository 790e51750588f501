/**
 * Loops of iterators and callbacks converge because scalars that differ from one round to the next, and whose exact
 * value did not matter, are forgotten.
 */
import type { Verifier, VerifierState } from '../env.ts';
import { curFunc, frameReg, slotAt, slotCount } from '../env.ts';
import { ID, MAX_BPF_REG, PRECISE, REF_OBJ_ID, SCALAR_VALUE, TYPE } from '../program/layout.ts';
import { IdMap } from './id-map.ts';
import { markRegUnknown } from './regs.ts';
import { isSpilledReg } from './stack-slots.ts';
import { sameCallsites } from './states.ts';
import { sameRegister } from './states-equal.ts';

/** The newest stored state of the running path at an instruction. kernel: verifier.c find_prev_entry() */
export function findPrevEntry(v: Verifier, cur: VerifierState, insnIdx: number): VerifierState | undefined {
  return v.cache
    .bucketFor(insnIdx, curFunc(v).callsite)
    .listFor(insnIdx)
    .findLast((state) => state.branches !== 0 && sameCallsites(state, cur) && state.dfsDepth < cur.dfsDepth);
}

const idMap = new IdMap();

/** kernel: verifier.c maybe_widen_reg() */
function maybeWidenReg(v: Verifier, old: number, cur: number): void {
  const { w } = v;
  if (w[old + TYPE] !== SCALAR_VALUE || w[cur + TYPE] !== SCALAR_VALUE) return;
  if (w[old + PRECISE] !== 0 || w[cur + PRECISE] !== 0) return;
  const isSame =
    sameRegister(w, old, cur) &&
    idMap.check(w[old + ID], w[cur + ID]) &&
    idMap.check(w[old + REF_OBJ_ID], w[cur + REF_OBJ_ID]);
  if (!isSame) markRegUnknown(v, cur);
}

/** kernel: verifier.c widen_imprecise_scalars() */
export function widenImpreciseScalars(v: Verifier, old: VerifierState, cur: VerifierState): void {
  idMap.reset(v.idGen);
  for (let frameno = old.curframe; frameno >= 0; frameno--) {
    const from = old.frames[frameno];
    const to = cur.frames[frameno];
    for (let regno = 0; regno < MAX_BPF_REG; regno++) maybeWidenReg(v, frameReg(from, regno), frameReg(to, regno));
    const slots = Math.min(slotCount(from), slotCount(to));
    for (let spi = 0; spi < slots; spi++) {
      const [a, b] = [slotAt(from, spi), slotAt(to, spi)];
      if (isSpilledReg(v.w, a) && isSpilledReg(v.w, b)) maybeWidenReg(v, a, b);
    }
  }
}
