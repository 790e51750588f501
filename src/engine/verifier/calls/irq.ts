/**
 * Saved interrupt flags: a stack slot that must be given back in reverse order of taking.
 * kernel: verifier.c process_irq_flag()
 */
import { ERANGE } from '../../abi/errno.ts';
import { BPF_DW } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { funcOf, reg, slotAt } from '../env.ts';
import { checkMemAccess } from '../memory/access.ts';
import { BPF_WRITE } from '../memory/access-types.ts';
import {
  endStackObject,
  isPartly,
  isWholly,
  markStackSlotObjRead,
  stackSlotObjGetSpi,
  startStackObject,
} from '../memory/stack-objects.ts';
import { FRAMENO, IRQ_CLASS, REF_OBJ_ID, STACK_INVALID, STACK_IRQ_FLAG } from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { acquireIrqState, releaseIrqState } from '../states/refs.ts';

/** Which functions saved the flags. kernel: IRQ_NATIVE_KFUNC, IRQ_LOCK_KFUNC */
const IRQ_NATIVE_KFUNC = 1;
const IRQ_LOCK_KFUNC = 2;

const CLASS_NAMES: Readonly<Record<number, string>> = { [IRQ_NATIVE_KFUNC]: 'native', [IRQ_LOCK_KFUNC]: 'lock' };

interface IrqCall {
  readonly isSave: boolean;
  readonly kfuncClass: number;
}

const IRQ_CALLS: ReadonlyMap<string, IrqCall> = new Map([
  ['bpf_local_irq_save', { isSave: true, kfuncClass: IRQ_NATIVE_KFUNC }],
  ['bpf_local_irq_restore', { isSave: false, kfuncClass: IRQ_NATIVE_KFUNC }],
  ['bpf_res_spin_lock_irqsave', { isSave: true, kfuncClass: IRQ_LOCK_KFUNC }],
  ['bpf_res_spin_unlock_irqrestore', { isSave: false, kfuncClass: IRQ_LOCK_KFUNC }],
]);

/** kernel: verifier.c irq_flag_get_spi() */
const irqFlagGetSpi = (v: Verifier, r: number): number => stackSlotObjGetSpi(v, r, 'irq_flag', 1);

/** The flag argument of the kfunc `name`. Returns 0 or a negative errno. kernel: verifier.c process_irq_flag() */
export function processIrqFlag(v: Verifier, regno: number, name: string): number {
  const call = IRQ_CALLS.get(name);
  if (call === undefined) return refuse(v, 'verifier bug: unknown irq flags kfunc');
  return call.isSave ? saveFlag(v, regno, call.kfuncClass) : restoreFlag(v, regno, call.kfuncClass);
}

function saveFlag(v: Verifier, regno: number, kfuncClass: number): number {
  if (!isIrqFlagRegValidUninit(v, reg(v, regno))) {
    return refuse(v, `expected uninitialized irq flag as arg#${regno - 1}`);
  }
  const error = checkMemAccess(v, v.insnIdx, regno, 0, BPF_DW, BPF_WRITE, -1, false, false);
  return error !== 0 ? error : markStackSlotIrqFlag(v, reg(v, regno), kfuncClass);
}

/** kernel: verifier.c mark_stack_slot_irq_flag() */
function markStackSlotIrqFlag(v: Verifier, r: number, kfuncClass: number): number {
  const spi = irqFlagGetSpi(v, r);
  if (spi < 0) return spi;
  const func = funcOf(v, v.w[r + FRAMENO]);
  const id = acquireIrqState(v, v.insnIdx);
  const slot = startStackObject(v, func, spi, STACK_IRQ_FLAG);
  v.w[slot + REF_OBJ_ID] = id;
  v.w[slot + IRQ_CLASS] = kfuncClass;
  return 0;
}

function restoreFlag(v: Verifier, regno: number, kfuncClass: number): number {
  const r = reg(v, regno);
  if (!isIrqFlagRegValidInit(v, r)) return refuse(v, `expected an initialized irq flag as arg#${regno - 1}`);
  const spi = irqFlagGetSpi(v, r);
  markStackSlotObjRead(v, v.w[r + FRAMENO], spi, 1);
  return unmarkStackSlotIrqFlag(v, r, spi, kfuncClass);
}

/** kernel: verifier.c unmark_stack_slot_irq_flag() */
function unmarkStackSlotIrqFlag(v: Verifier, r: number, spi: number, kfuncClass: number): number {
  const func = funcOf(v, v.w[r + FRAMENO]);
  const slot = slotAt(func, spi);
  const savedBy = v.w[slot + IRQ_CLASS];
  if (savedBy !== kfuncClass) {
    const [saved, used] = [CLASS_NAMES[savedBy], CLASS_NAMES[kfuncClass]];
    return refuse(v, `irq flag acquired by ${saved} kfuncs cannot be restored with ${used} kfuncs`);
  }
  const expected = v.cur.activeIrqId;
  const error = releaseIrqState(v.cur, v.w[slot + REF_OBJ_ID]);
  if (error !== 0) {
    const takenAt = v.cur.refs.find((ref) => ref.id === expected)?.insnIdx ?? 0;
    refuse(v, `cannot restore irq state out of order, expected id=${expected} acquired at insn_idx=${takenAt}`);
    return error;
  }
  endStackObject(v, func, spi, STACK_INVALID);
  return 0;
}

/** kernel: verifier.c is_irq_flag_reg_valid_uninit() */
function isIrqFlagRegValidUninit(v: Verifier, r: number): boolean {
  const spi = irqFlagGetSpi(v, r);
  if (spi < 0) return spi === -ERANGE;
  return !isPartly(v.w, slotAt(funcOf(v, v.w[r + FRAMENO]), spi), STACK_IRQ_FLAG);
}

/** kernel: verifier.c is_irq_flag_reg_valid_init() */
function isIrqFlagRegValidInit(v: Verifier, r: number): boolean {
  const spi = irqFlagGetSpi(v, r);
  if (spi < 0) return false;
  const slot = slotAt(funcOf(v, v.w[r + FRAMENO]), spi);
  return v.w[slot + REF_OBJ_ID] !== 0 && isWholly(v.w, slot, STACK_IRQ_FLAG);
}
