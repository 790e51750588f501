/**
 * Pointer arithmetic under speculative execution: programs without CAP_PERFMON get their offsets masked, so the limits
 * must be known and the same on all paths; paths that only speculation takes are walked too.
 * kernel: verifier.c sanitize_ptr_alu() and its neighbours
 */
import { EACCES, EFAULT, ENOMEM } from '../../abi/errno.ts';
import { MAX_BPF_STACK } from '../../abi/limits.ts';
import { BPF_ADD, BPF_K, BPF_SUB, opOf, sourceOf } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { frameReg, mapOf } from '../env.ts';
import { checkMapAccess } from '../memory/map-access.ts';
import { OFF, PTR_TO_MAP_VALUE, PTR_TO_STACK, SCRATCH, SMAX, SMIN, TNUM_VALUE, TYPE, UMAX } from '../program/layout.ts';
import { copyRegister, markRegUnknown } from '../states/regs.ts';
import { pushStack } from '../states/states.ts';
import { tnumStrn } from '../values/number-text.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { isNegative64 } from '../values/word64.ts';

/** Why arithmetic cannot be masked; negative. */
const REASON_BOUNDS = -1;
const REASON_TYPE = -2;
const REASON_PATHS = -3;
const REASON_LIMIT = -4;
const REASON_STACK = -5;

export const BPF_ALU_SANITIZE_SRC = 1 << 0;
const BPF_ALU_SANITIZE_DST = 1 << 1;
export const BPF_ALU_NEG_VALUE = 1 << 2;
export const BPF_ALU_NON_POINTER = 1 << 3;
export const BPF_ALU_IMMEDIATE = 1 << 4;

const SAVED = SCRATCH + 96;

/** What the first look at an instruction found out for the second. kernel: struct bpf_sanitize_info */
export interface SanitizeInfo {
  aluState: number;
  aluLimit: number;
  maskToLeft: boolean;
}

/** kernel: verifier.c sanitize_needed() */
export const sanitizeNeeded = (op: number): boolean => op === BPF_ADD || op === BPF_SUB;

/** kernel: verifier.c can_skip_alu_sanitation() */
const canSkipAluSanitation = (v: Verifier): boolean =>
  v.bypassSpecV1 || sourceOf(v.code.opcode[v.insnIdx]) === BPF_K || v.aux.nospec[v.insnIdx] !== 0;

/** All paths must agree on how an instruction is masked. kernel: verifier.c update_alu_sanitation_state() */
function updateAluSanitationState(v: Verifier, state: number, limit: number): number {
  const i = v.insnIdx;
  if (v.aux.aluState[i] !== 0 && (v.aux.aluState[i] !== state || v.aux.aluLimit[i] !== limit)) return REASON_PATHS;
  v.aux.aluState[i] = state;
  v.aux.aluLimit[i] = limit;
  return 0;
}

/** For arithmetic on two scalars. Returns 0 or a reason. kernel: verifier.c sanitize_val_alu() */
export const sanitizeValAlu = (v: Verifier): number =>
  canSkipAluSanitation(v) ? 0 : updateAluSanitationState(v, BPF_ALU_NON_POINTER, 0);

/** How far the pointer may move, as an unsigned word, or why nobody can say. kernel: verifier.c retrieve_ptr_limit() */
function retrievePtrLimit(v: Verifier, ptr: number, maskToLeft: boolean): { limit: number } | { reason: number } {
  const w = v.w;
  const type = w[ptr + TYPE];
  if (type !== PTR_TO_STACK && type !== PTR_TO_MAP_VALUE) return { reason: REASON_TYPE };
  const isStack = type === PTR_TO_STACK;
  const max = isStack ? MAX_BPF_STACK + (maskToLeft ? 1 : 0) : mapOf(v, ptr).valueSize;
  const moved = isStack ? w[ptr + TNUM_VALUE] : w[ptr + (maskToLeft ? SMIN : UMAX)];
  const limit = (isStack ? -(moved + w[ptr + OFF]) : moved + w[ptr + OFF]) >>> 0;
  return limit >= max ? { reason: REASON_LIMIT } : { limit };
}

/**
 * Before the arithmetic (`commitWindow` false): finds the limit and walks the path on which the offset is masked to
 * nothing. After it: narrows the limit to what the pointer really moved. Returns 0 or a reason.
 * kernel: verifier.c sanitize_ptr_alu()
 */
export function sanitizePtrAlu(
  v: Verifier,
  ptr: number,
  off: number,
  dst: number,
  info: SanitizeInfo,
  commitWindow: boolean,
): number {
  if (canSkipAluSanitation(v)) return 0;
  if (!v.cur.speculative) {
    const reason = updateLimits(v, ptr, off, dst, info, commitWindow);
    if (reason < 0) return reason;
  }
  if (commitWindow || tnumIsConst(v.w, off + TNUM)) return 0;
  return simulateTruncation(v, ptr, dst);
}

function updateLimits(v: Verifier, ptr: number, off: number, dst: number, info: SanitizeInfo, commit: boolean): number {
  const w = v.w;
  const offIsImm = tnumIsConst(w, off + TNUM);
  const offIsNegative = isNegative64(w, off + SMIN);
  if (!commit) {
    if (!offIsImm && offIsNegative !== isNegative64(w, off + SMAX)) return REASON_BOUNDS;
    info.maskToLeft = (opOf(v.code.opcode[v.insnIdx]) === BPF_ADD) === offIsNegative;
  }
  const found = retrievePtrLimit(v, ptr, info.maskToLeft);
  if ('reason' in found) return found.reason;
  if (commit) return updateAluSanitationState(v, info.aluState, Math.abs(info.aluLimit - found.limit));
  info.aluState =
    (offIsNegative ? BPF_ALU_NEG_VALUE : 0) |
    (offIsImm ? BPF_ALU_IMMEDIATE : 0) |
    (ptr === dst ? BPF_ALU_SANITIZE_SRC : BPF_ALU_SANITIZE_DST);
  info.aluLimit = found.limit;
  if (!offIsImm) v.exploreAluLimits = true;
  return 0;
}

/** The path on which the offset was masked to zero: the destination is the pointer itself. */
function simulateTruncation(v: Verifier, ptr: number, dst: number): number {
  if (ptr !== dst) {
    copyRegister(v.w, SAVED, dst);
    copyRegister(v.w, dst, ptr);
  }
  const pushed = pushStack(v, v.insnIdx + 1, v.insnIdx, true);
  if (pushed === undefined) return REASON_STACK;
  if (ptr !== dst) copyRegister(v.w, dst, SAVED);
  return 0;
}

/**
 * Walks on at `next` as speculation would, with the operands of the jump unknown. 0 or a negative errno.
 * kernel: verifier.c sanitize_speculative_path()
 */
export function sanitizeSpeculativePath(v: Verifier, insnIdx: number, next: number): number {
  const branch = pushStack(v, next, insnIdx, true);
  if (branch === undefined) return -EFAULT;
  const func = branch.frames[branch.curframe];
  markRegUnknown(v, frameReg(func, v.code.dst[insnIdx]));
  if (sourceOf(v.code.opcode[insnIdx]) !== BPF_K) markRegUnknown(v, frameReg(func, v.code.src[insnIdx]));
  return 0;
}

const PROHIBITED = 'pointer arithmetic with it prohibited for !root';

/**
 * Says why masking is impossible; a negative errno. `isSwapped`: the pointer is the source, the number the destination.
 * kernel: verifier.c sanitize_err()
 */
export function sanitizeErr(v: Verifier, reason: number, isSwapped: boolean): number {
  const dst = v.code.dst[v.insnIdx];
  const src = v.code.src[v.insnIdx];
  const verb = opOf(v.code.opcode[v.insnIdx]) === BPF_ADD ? 'add' : 'sub';
  const messages = new Map([
    [REASON_BOUNDS, `R${isSwapped ? dst : src} has unknown scalar with mixed signed bounds`],
    [REASON_TYPE, `R${isSwapped ? src : dst} has pointer with unsupported alu operation`],
    [REASON_PATHS, `R${dst} tried to ${verb} from different maps, paths or scalars`],
    [REASON_LIMIT, `R${dst} tried to ${verb} beyond pointer bounds`],
    [REASON_STACK, `R${dst} could not be pushed for speculative verification`],
  ]);
  v.verbose(`${messages.get(reason)}, ${PROHIBITED}\n`);
  return reason === REASON_STACK ? -ENOMEM : -EACCES;
}

/**
 * A pointer that may be masked must stay inside of its object. 0, or -EACCES after a message.
 * kernel: verifier.c sanitize_check_bounds()
 */
export function sanitizeCheckBounds(v: Verifier, dst: number): number {
  if (v.bypassSpecV1) return 0;
  const regno = v.code.dst[v.insnIdx];
  if (v.w[dst + TYPE] === PTR_TO_STACK) return checkStackAccessForPtrArithmetic(v, regno, dst);
  if (v.w[dst + TYPE] !== PTR_TO_MAP_VALUE) return 0;
  if (checkMapAccess(v, regno, v.w[dst + OFF], 1, false, 'helper') === 0) return 0;
  v.verbose(`R${regno} pointer arithmetic of map value goes out of range, prohibited for !root\n`);
  return -EACCES;
}

/** kernel: verifier.c check_stack_access_for_ptr_arithmetic() */
function checkStackAccessForPtrArithmetic(v: Verifier, regno: number, r: number): number {
  const off = (v.w[r + OFF] + v.w[r + TNUM_VALUE]) | 0;
  if (!tnumIsConst(v.w, r + TNUM)) {
    v.verbose(`R${regno} variable stack access prohibited for !root, var_off=${tnumStrn(v.w, r + TNUM)} off=${off}\n`);
    return -EACCES;
  }
  if (off < 0 && off >= -MAX_BPF_STACK) return 0;
  v.verbose(`R${regno} stack pointer arithmetic goes out of range, prohibited for !root; off=${off}\n`);
  return -EACCES;
}
