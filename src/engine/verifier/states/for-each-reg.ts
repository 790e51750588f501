import type { FuncState, Verifier, VerifierState } from '../env.ts';
import { frameReg, slotAt, slotCount } from '../env.ts';
import { MAX_BPF_REG, SLOT_TYPES, STACK_SPILL } from '../program/layout.ts';

/**
 * Visits the registers and spilled registers of all frames, callers first; `visit` is given the record and its frame.
 * `slotMask` says which slots count, as bits of the type of their highest byte.
 * kernel: bpf_for_each_reg_in_vstate(), bpf_for_each_reg_in_vstate_mask()
 */
export function forEachRegInVstate(
  v: Verifier,
  state: VerifierState,
  visit: (record: number, func: FuncState) => void,
  slotMask = 1 << STACK_SPILL,
): void {
  for (let i = 0; i <= state.curframe; i++) {
    const func = state.frames[i];
    for (let regno = 0; regno < MAX_BPF_REG; regno++) visit(frameReg(func, regno), func);
    for (let spi = 0; spi < slotCount(func); spi++) {
      const slot = slotAt(func, spi);
      if (((1 << (v.w[slot + SLOT_TYPES + 1] >>> 24)) & slotMask) !== 0) visit(slot, func);
    }
  }
}
