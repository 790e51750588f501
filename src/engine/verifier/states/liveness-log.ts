/** What the full log says of changing masks of stack slots. kernel: liveness.c log_mask_change() */
import type { Verifier } from '../env.ts';
import { stackMaskText } from '../values/number-text.ts';
import { type FuncInstance, LIVE_BEFORE, MASKS_SIZE, MAY_READ, MUST_WRITE, MUST_WRITE_ACC } from './liveness-masks.ts';

/** The masks of the instruction at `at`, which were `before`, have changed. */
export function logInsn(
  v: Verifier,
  instance: FuncInstance,
  masks: Int32Array,
  frame: number,
  at: number,
  before: Int32Array,
): void {
  const insnIdx = instance.start + at / MASKS_SIZE;
  if (!isInteresting(v, instance, masks, insnIdx)) return;
  logMasks(v, instance, frame, insnIdx, before, masks.subarray(at, at + MASKS_SIZE));
}

function isInteresting(v: Verifier, instance: FuncInstance, masks: Int32Array, insnIdx: number): boolean {
  if (insnIdx === instance.start || v.aux.prunePoint[insnIdx] !== 0) return true;
  const at = (insnIdx - instance.start) * MASKS_SIZE;
  return (masks[at + MAY_READ] | masks[at + MAY_READ + 1] | masks[at + MUST_WRITE] | masks[at + MUST_WRITE + 1]) !== 0;
}

function logMasks(
  v: Verifier,
  instance: FuncInstance,
  frame: number,
  insnIdx: number,
  old: Int32Array,
  now: Int32Array,
): void {
  logMaskChange(v, instance, 'live', frame, insnIdx, old, now, LIVE_BEFORE);
  logMaskChange(v, instance, 'written', frame, insnIdx, old, now, MUST_WRITE_ACC);
}

// kernel: liveness.c log_mask_change()
function logMaskChange(
  v: Verifier,
  instance: FuncInstance,
  what: string,
  frame: number,
  insnIdx: number,
  old: Int32Array,
  now: Int32Array,
  mask: number,
): void {
  const added = stackMaskText(now[mask] & ~old[mask], now[mask + 1] & ~old[mask + 1]);
  const removed = stackMaskText(old[mask] & ~now[mask], old[mask + 1] & ~now[mask + 1]);
  if (added === '' && removed === '') return;
  const additions = added === '' ? '' : `+${what} ${added} `;
  const removals = removed === '' ? '' : `-${what} ${removed}`;
  v.verbose(`(${instance.callsites.join(',')}) frame ${frame} insn ${insnIdx} ${additions}${removals}\n`);
}
