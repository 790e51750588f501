/**
 * Registers that hold the same value, or values that differ by a constant: they carry one id, and what a branch teaches
 * of one is learnt for all. kernel: verifier.c collect_linked_regs(), sync_linked_regs()
 */
import { BPF_REG_FP } from '../../isa/constants.ts';
import type { Verifier, VerifierState } from '../env.ts';
import { frameReg, slotAt, slotCount } from '../env.ts';
import { ID, OFF, SCALAR_VALUE, SUBREG_DEF, TYPE } from '../program/layout.ts';
import { regBoundsSync } from '../values/bounds-sync.ts';
import { zext32To64 } from '../values/extend.ts';
import { scalar32MinMaxAdd, scalarMinMaxAdd } from '../values/scalar-bounds.ts';
import { TNUM, tnumAdd, tnumIsConst } from '../values/tnum.ts';
import type { LinkedRegs } from './history.ts';
import { copyRegister, markRegKnown } from './regs.ts';
import { isSpilledReg } from './stack-slots.ts';
import { frameInsnIdx } from './states.ts';

/** Bits of an id: the register is the other one plus its OFF, added in 64 or in 32 bits. kernel: BPF_ADD_CONST64, BPF_ADD_CONST32 */
export const BPF_ADD_CONST64 = 0x80000000 | 0;
export const BPF_ADD_CONST32 = 0x40000000;
export const BPF_ADD_CONST = BPF_ADD_CONST64 | BPF_ADD_CONST32;

/** Ends the relation to other registers. kernel: verifier.c clear_scalar_id() */
export function clearScalarId(w: Int32Array, r: number): void {
  w[r + ID] = 0;
  w[r + OFF] = 0;
}

/** Gives a value that is about to be copied an id, so that both copies stay related. kernel: assign_scalar_id_before_mov() */
export function assignScalarIdBeforeMov(v: Verifier, r: number): void {
  const w = v.w;
  if (w[r + TYPE] !== SCALAR_VALUE) return;
  if ((w[r + ID] & BPF_ADD_CONST) !== 0) clearScalarId(w, r);
  if (w[r + ID] === 0 && !tnumIsConst(w, r + TNUM)) w[r + ID] = ++v.idGen;
}

function collect(
  w: Int32Array,
  links: LinkedRegs,
  r: number,
  id: number,
  frameno: number,
  at: number,
  isReg: boolean,
): void {
  if (w[r + TYPE] !== SCALAR_VALUE || (w[r + ID] & ~BPF_ADD_CONST) !== id) return;
  if (!links.push(frameno, at, isReg)) clearScalarId(w, r);
}

/**
 * Adds the live registers and the spilled ones with the base id of `id` to `links`; those for which there is no room
 * lose their id. kernel: verifier.c collect_linked_regs()
 */
export function collectLinkedRegs(v: Verifier, state: VerifierState, id: number, links: LinkedRegs): void {
  const base = id & ~BPF_ADD_CONST;
  for (let i = state.curframe; i >= 0; i--) {
    const func = state.frames[i];
    const live = v.aux.liveRegsBefore[frameInsnIdx(state, i)];
    for (let regno = 0; regno < BPF_REG_FP; regno++) {
      if ((live & (1 << regno)) !== 0) collect(v.w, links, frameReg(func, regno), base, i, regno, true);
    }
    for (let spi = 0; spi < slotCount(func); spi++) {
      const slot = slotAt(func, spi);
      if (isSpilledReg(v.w, slot)) collect(v.w, links, slot, base, i, spi, false);
    }
  }
}

/** What is known of `known` (a record) becomes known of all in `links` that still have its id. kernel: sync_linked_regs() */
export function syncLinkedRegs(v: Verifier, state: VerifierState, known: number, links: LinkedRegs): void {
  for (let i = 0; i < links.count; i++) {
    const func = state.frames[links.frameno(i)];
    const at = links.spiOrRegno(i);
    const r = links.isReg(i) ? frameReg(func, at) : slotAt(func, at);
    if (r !== known && areLinked(v.w, r, known)) syncLinkedReg(v, r, known);
  }
}

/** Sums of 32 and of 64 bits say nothing of one another. */
function areLinked(w: Int32Array, r: number, known: number): boolean {
  if (w[r + TYPE] !== SCALAR_VALUE) return false;
  const differing = w[r + ID] ^ w[known + ID];
  return (differing & ~BPF_ADD_CONST) === 0 && (differing & BPF_ADD_CONST) !== BPF_ADD_CONST;
}

/** r = known + (distance of their offsets). */
function syncLinkedReg(v: Verifier, r: number, known: number): void {
  const w = v.w;
  const subregDef = w[r + SUBREG_DEF];
  const off = w[r + OFF];
  const id = w[r + ID];
  const isSum = ((id | w[known + ID]) & BPF_ADD_CONST) !== 0 && off !== w[known + OFF];
  const distance = off - w[known + OFF];
  copyRegister(w, r, known);
  w[r + SUBREG_DEF] = subregDef;
  if (!isSum) return;
  w[r + OFF] = off;
  w[r + ID] = id;
  addDistance(w, r, distance, v.fakeReg[0]);
  if (((id | w[known + ID]) & BPF_ADD_CONST32) !== 0) zext32To64(w, r);
  regBoundsSync(w, r);
}

/** `distance` may need 33 bits. */
function addDistance(w: Int32Array, r: number, distance: number, constant: number): void {
  w[constant + TYPE] = SCALAR_VALUE;
  markRegKnown(w, constant, distance | 0, Math.floor(distance / 0x1_0000_0000));
  scalar32MinMaxAdd(w, r, constant);
  scalarMinMaxAdd(w, r, constant);
  tnumAdd(w, r + TNUM, r + TNUM, constant + TNUM);
}
