import { BPF_REG_FP } from '../../isa/constants.ts';
import type { FuncState, Verifier, VerifierState } from '../env.ts';
import { frameReg, slotAt, slotCount } from '../env.ts';
import { PRECISE, SCALAR_VALUE, TYPE } from '../program/layout.ts';
import { markChainPrecisionBatch } from './backtrack.ts';
import { isSpilledScalarReg } from './stack-slots.ts';

/**
 * A path ended because the stored state `old` covers `cur`: what must be precise in `old` must be so on the way to
 * `cur`. kernel: verifier.c propagate_precision()
 */
export function propagatePrecision(v: Verifier, old: VerifierState, cur: VerifierState): number {
  for (let frameno = old.curframe; frameno >= 0; frameno--) {
    const names = wantPrecise(v, old.frames[frameno], frameno);
    if (names !== '') v.verbose(`frame ${frameno}: propagating ${names}\n`);
  }
  return markChainPrecisionBatch(v, cur);
}

/** Sets what is precise in a frame in `v.bt`; the names for the log, if they are wanted. */
function wantPrecise(v: Verifier, func: FuncState, frameno: number): string {
  const { w, bt } = v;
  const names: string[] = [];
  for (let regno = 0; regno < BPF_REG_FP; regno++) {
    const r = frameReg(func, regno);
    if (w[r + TYPE] !== SCALAR_VALUE || w[r + PRECISE] === 0) continue;
    bt.setFrameReg(frameno, regno);
    if (v.logsAll) names.push(`r${regno}`);
  }
  for (let spi = 0; spi < slotCount(func); spi++) {
    const slot = slotAt(func, spi);
    if (!isSpilledScalarReg(w, slot) || w[slot + PRECISE] === 0) continue;
    bt.setSlot(frameno, spi);
    if (v.logsAll) names.push(`fp${-(spi + 1) * 8}`);
  }
  return names.join(',');
}
