/**
 * Arithmetic on a pointer and a scalar.
 * kernel: verifier.c adjust_ptr_min_max_vals()
 */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import { BPF_ADD, BPF_ALU64, BPF_AND, BPF_OR, BPF_SUB, BPF_XOR, classOf, opOf } from '../../isa/constants.ts';
import { ALU_OPERATIONS } from '../../isa/opcodes.ts';
import type { Verifier } from '../env.ts';
import { reg } from '../env.ts';
import { regTypeStr } from '../log/log-names.ts';
import { BPF_MAX_VAR_OFF } from '../memory/access-types.ts';
import {
  AUX0,
  AUX1,
  AUX2,
  baseType,
  CONST_PTR_TO_DYNPTR,
  CONST_PTR_TO_MAP,
  FRAMENO,
  ID,
  OFF,
  PTR_TO_BTF_ID,
  PTR_TO_BUF,
  PTR_TO_CTX,
  PTR_TO_FLOW_KEYS,
  PTR_TO_FUNC,
  PTR_TO_MAP_KEY,
  PTR_TO_MAP_VALUE,
  PTR_TO_MEM,
  PTR_TO_PACKET,
  PTR_TO_PACKET_META,
  PTR_TO_STACK,
  PTR_TO_TP_BUFFER,
  PTR_UNTRUSTED,
  REF_OBJ_ID,
  SMAX,
  SMIN,
  TNUM_VALUE,
  TYPE,
  typeMayBeNull,
  UMAX,
  UMIN,
} from '../program/layout.ts';
import { copyRegister, markRegUnknown, typeIsPktPointer } from '../states/regs.ts';
import { markReg32Unbounded } from '../values/bounds.ts';
import { regBoundsSync } from '../values/bounds-sync.ts';
import { TNUM, tnumAdd, tnumIsConst, tnumSub } from '../values/tnum.ts';
import {
  addS64,
  addU64,
  eq64,
  isNegative64,
  set64,
  slt64,
  sub64,
  subS64,
  toBigS64,
  toNumberS64,
  ult64,
} from '../values/word64.ts';
import { sanitizeCheckBounds, sanitizeErr, sanitizeNeeded, sanitizePtrAlu } from './sanitize.ts';

const S32_MIN = 0x80000000 | 0;

/** How the kernel writes an operator in messages. kernel: disasm.c bpf_alu_string */
export const aluText = (op: number): string => ALU_OPERATIONS.find((operation) => operation.op === op)?.symbol ?? '';

/** Types that may be moved by any offset that is bounded. */
const MOVABLE: readonly number[] = [
  PTR_TO_CTX,
  PTR_TO_MAP_VALUE,
  PTR_TO_MAP_KEY,
  PTR_TO_STACK,
  PTR_TO_PACKET_META,
  PTR_TO_PACKET,
  PTR_TO_TP_BUFFER,
  PTR_TO_BTF_ID,
  PTR_TO_MEM,
  PTR_TO_BUF,
  PTR_TO_FUNC,
  CONST_PTR_TO_DYNPTR,
];

/**
 * The running instruction's destination becomes `ptr` moved by `off`; both are records, `off` must not be the
 * destination's. Returns 0 or a negative errno. kernel: verifier.c adjust_ptr_min_max_vals()
 */
export function adjustPtrMinMaxVals(v: Verifier, ptr: number, off: number): number {
  const regno = v.code.dst[v.insnIdx];
  const dst = reg(v, regno);
  const opcode = v.code.opcode[v.insnIdx];
  const op = opOf(opcode);
  if (offsetIsImpossible(v.w, off) || (classOf(opcode) !== BPF_ALU64 && op === BPF_SUB && v.allowPtrLeaks)) {
    markRegUnknown(v, dst);
    return 0;
  }
  const type = v.w[ptr + TYPE];
  const prohibited = refusedPointer(v, classOf(opcode) === BPF_ALU64, op, type, off);
  if (prohibited !== undefined) {
    v.verbose(`R${regno} ${prohibited}\n`);
    return -EACCES;
  }
  if (baseType(type) === PTR_TO_MEM && (type & PTR_UNTRUSTED) !== 0) return 0;
  if (dst !== ptr) becomePointer(v.w, dst, ptr);
  if (!checkRegSaneOffset(v, off, type) || !checkRegSaneOffset(v, dst, type)) return -EINVAL;
  return movePointer(v, op, ptr, off, dst);
}

/** A scalar that was added to a pointer is one now; what it refers to and which frame it belongs to stay its own. */
function becomePointer(w: Int32Array, dst: number, ptr: number): void {
  const [refObjId, frameno] = [w[dst + REF_OBJ_ID], w[dst + FRAMENO]];
  copyRegister(w, dst, ptr);
  w[dst + REF_OBJ_ID] = refObjId;
  w[dst + FRAMENO] = frameno;
}

/** Bounds that contradict each other: the path is dead, and anything may be claimed. */
const offsetIsImpossible = (w: Int32Array, off: number): boolean =>
  (tnumIsConst(w, off + TNUM) && !(eq64(w, off + SMIN, off + SMAX) && eq64(w, off + UMIN, off + UMAX))) ||
  slt64(w, off + SMAX, off + SMIN) ||
  ult64(w, off + UMAX, off + UMIN);

/** What is wrong with arithmetic on such a pointer, if anything. */
function refusedPointer(v: Verifier, isWide: boolean, op: number, type: number, off: number): string | undefined {
  if (!isWide) return '32-bit pointer arithmetic prohibited';
  if (typeMayBeNull(type)) return `pointer arithmetic on ${regTypeStr(type)} prohibited, null-check it first`;
  if (MOVABLE.includes(baseType(type))) return undefined;
  const isKnown = tnumIsConst(v.w, off + TNUM);
  if (baseType(type) === PTR_TO_FLOW_KEYS && isKnown) return undefined;
  const isStaying = isKnown && (v.w[off + SMIN] | v.w[off + SMIN + 1]) === 0 && op === BPF_ADD;
  if ((baseType(type) === CONST_PTR_TO_MAP || baseType(type) === PTR_TO_FLOW_KEYS) && isStaying) return undefined;
  return `pointer arithmetic on ${regTypeStr(type)} prohibited`;
}

/** kernel: verifier.c check_reg_sane_offset() */
function checkRegSaneOffset(v: Verifier, r: number, type: number): boolean {
  const { w } = v;
  // Usual: a constant or bounded offset of 29 bits.
  const isSane =
    isNear(w[r + OFF], w[r + OFF] >> 31) &&
    isNear(w[r + SMIN], w[r + SMIN + 1]) &&
    (!tnumIsConst(w, r + TNUM) || isNear(w[r + TNUM_VALUE], w[r + TNUM_VALUE + 1]));
  const problem = isSane ? undefined : insaneOffset(w, r, regTypeStr(type));
  if (problem === undefined) return true;
  v.verbose(`${problem}\n`);
  return false;
}

/** A value, given by its words, of less than BPF_MAX_VAR_OFF in either direction. */
const isNear = (low: number, high: number): boolean =>
  high === low >> 31 && low < BPF_MAX_VAR_OFF && low > -BPF_MAX_VAR_OFF;

const isTooFar = (distance: number): boolean => distance >= BPF_MAX_VAR_OFF || distance <= -BPF_MAX_VAR_OFF;

function insaneOffset(w: Int32Array, r: number, name: string): string | undefined {
  if (tnumIsConst(w, r + TNUM) && isTooFar(toNumberS64(w, r + TNUM))) {
    return `math between ${name} pointer and ${toBigS64(w, r + TNUM)} is not allowed`;
  }
  if (isTooFar(w[r + OFF])) return `${name} pointer offset ${w[r + OFF]} is not allowed`;
  if (w[r + SMIN] === 0 && w[r + SMIN + 1] === S32_MIN) {
    return `math between ${name} pointer and register with unbounded min value is not allowed`;
  }
  if (isTooFar(toNumberS64(w, r + SMIN))) {
    return `value ${toBigS64(w, r + SMIN)} makes ${name} pointer be out of bounds`;
  }
  return undefined;
}

/** `dst` has become a copy of `ptr` already. */
function movePointer(v: Verifier, op: number, ptr: number, off: number, dst: number): number {
  const info = { aluState: 0, aluLimit: 0, maskToLeft: false };
  const type = v.w[dst + TYPE];
  // Before the path of a masked offset is put aside: there, too, the narrow bounds are forgotten.
  markReg32Unbounded(v.w, dst);
  if (sanitizeNeeded(op)) {
    const reason = sanitizePtrAlu(v, ptr, off, dst, info, false);
    if (reason < 0) return sanitizeErr(v, reason, ptr !== dst);
  }
  const refused = applyOperator(v, op, dst, off, ptr === dst);
  if (refused !== undefined) {
    v.verbose(`R${v.code.dst[v.insnIdx]} ${refused}\n`);
    return -EACCES;
  }
  if (!checkRegSaneOffset(v, dst, type)) return -EINVAL;
  regBoundsSync(v.w, dst);
  const error = sanitizeCheckBounds(v, dst);
  if (error !== 0) return error;
  const reason = sanitizePtrAlu(v, dst, off, dst, info, true);
  return reason < 0 ? sanitizeErr(v, reason, ptr !== dst) : 0;
}

function applyOperator(v: Verifier, op: number, dst: number, off: number, ptrIsDst: boolean): string | undefined {
  switch (op) {
    case BPF_ADD:
      addOffset(v, dst, off);
      return undefined;
    case BPF_SUB:
      if (!ptrIsDst) return 'tried to subtract pointer from scalar';
      if (v.w[dst + TYPE] === PTR_TO_STACK) return 'subtraction from stack pointer prohibited';
      subtractOffset(v, dst, off);
      return undefined;
    case BPF_AND:
    case BPF_OR:
    case BPF_XOR:
      return `bitwise operator ${aluText(op)} on pointer prohibited`;
    default:
      return `pointer arithmetic with ${aluText(op)} operator prohibited`;
  }
}

/** Constants go to the fixed offset as long as it fits. True if it did. */
function moveFixed(w: Int32Array, dst: number, off: number, sign: 1 | -1): boolean {
  if (!tnumIsConst(w, off + TNUM)) return false;
  const moved = w[dst + OFF] + sign * toNumberS64(w, off + SMIN);
  if (moved !== (moved | 0)) return false;
  w[dst + OFF] = moved;
  return true;
}

function addOffset(v: Verifier, dst: number, off: number): void {
  const w = v.w;
  if (moveFixed(w, dst, off, 1)) return;
  const minOverflows = addS64(w, dst + SMIN, dst + SMIN, off + SMIN);
  const maxOverflows = addS64(w, dst + SMAX, dst + SMAX, off + SMAX);
  if (minOverflows || maxOverflows) forgetSigned(w, dst);
  const minWraps = addU64(w, dst + UMIN, dst + UMIN, off + UMIN);
  const maxWraps = addU64(w, dst + UMAX, dst + UMAX, off + UMAX);
  if (minWraps || maxWraps) forgetUnsigned(w, dst);
  tnumAdd(w, dst + TNUM, dst + TNUM, off + TNUM);
  if (typeIsPktPointer(w[dst + TYPE])) startNewPacketBase(v, dst, true);
}

function subtractOffset(v: Verifier, dst: number, off: number): void {
  const w = v.w;
  if (moveFixed(w, dst, off, -1)) return;
  const minOverflows = subS64(w, dst + SMIN, dst + SMIN, off + SMAX);
  const maxOverflows = subS64(w, dst + SMAX, dst + SMAX, off + SMIN);
  if (minOverflows || maxOverflows) forgetSigned(w, dst);
  if (ult64(w, dst + UMIN, off + UMAX)) {
    forgetUnsigned(w, dst);
  } else {
    sub64(w, dst + UMIN, dst + UMIN, off + UMAX);
    sub64(w, dst + UMAX, dst + UMAX, off + UMIN);
  }
  tnumSub(w, dst + TNUM, dst + TNUM, off + TNUM);
  if (typeIsPktPointer(w[dst + TYPE])) startNewPacketBase(v, dst, isNegative64(w, off + SMIN));
}

function forgetSigned(w: Int32Array, r: number): void {
  set64(w, r + SMIN, 0, S32_MIN);
  set64(w, r + SMAX, -1, ~S32_MIN);
}

function forgetUnsigned(w: Int32Array, r: number): void {
  set64(w, r + UMIN, 0, 0);
  set64(w, r + UMAX, -1, -1);
}

/** A packet pointer that moved by an unknown distance; the range it was checked for holds only if it moved back. */
function startNewPacketBase(v: Verifier, r: number, forgetsRange: boolean): void {
  v.w[r + ID] = ++v.idGen;
  if (!forgetsRange) return;
  v.w[r + AUX0] = 0;
  v.w[r + AUX1] = 0;
  v.w[r + AUX2] = 0;
}
