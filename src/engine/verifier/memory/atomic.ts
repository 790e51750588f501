/** Atomic instructions. kernel: verifier.c check_atomic() and below */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import {
  BPF_ADD,
  BPF_AND,
  BPF_CMPXCHG,
  BPF_DW,
  BPF_FETCH,
  BPF_LOAD_ACQ,
  BPF_OR,
  BPF_REG_0,
  BPF_STORE_REL,
  BPF_W,
  BPF_XCHG,
  BPF_XOR,
  sizeOf,
} from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { reg } from '../env.ts';
import { checkRegArg, DST_OP, SRC_OP } from '../insns/reg-arg.ts';
import { regTypeStr } from '../log/log-names.ts';
import * as layout from '../program/layout.ts';
import { isPointerValue, typeIsPktPointer } from '../states/regs.ts';
import { checkLoadMem, checkMemAccess, checkStoreReg, saveAuxPtrType } from './access.ts';
import { BPF_READ, BPF_WRITE } from './access-types.ts';

/** Memory that the machine cannot change atomically, or that is rewritten. kernel: verifier.c atomic_ptr_type_ok() */
function atomicPtrTypeOk(v: Verifier, regno: number): boolean {
  const type = v.w[reg(v, regno) + layout.TYPE];
  if (typeIsPktPointer(type)) return false;
  switch (type) {
    case layout.PTR_TO_CTX:
    case layout.PTR_TO_FLOW_KEYS:
    case layout.PTR_TO_SOCKET:
    case layout.PTR_TO_SOCK_COMMON:
    case layout.PTR_TO_TCP_SOCK:
    case layout.PTR_TO_XDP_SOCK:
      return false;
    default:
      return true;
  }
}

function refusePointer(v: Verifier, regno: number, what: string): number {
  v.verbose(`BPF_ATOMIC ${what} R${regno} ${regTypeStr(v.w[reg(v, regno) + layout.TYPE])} is not allowed\n`);
  return -EACCES;
}

function checkNoLeak(v: Verifier, regno: number): number {
  if (!isPointerValue(v, reg(v, regno))) return 0;
  v.verbose(`R${regno} leaks addr into mem\n`);
  return -EACCES;
}

/** The register that receives the old value; -1 if none does. */
function loadReg(v: Verifier): number {
  const imm = v.code.imm[v.insnIdx];
  if ((imm & BPF_FETCH) === 0) return -1;
  return imm === BPF_CMPXCHG ? BPF_REG_0 : v.code.src[v.insnIdx];
}

/** Reads and writes memory at once. kernel: verifier.c check_atomic_rmw() */
function checkAtomicRmw(v: Verifier): number {
  const { code, insnIdx } = v;
  const size = sizeOf(code.opcode[insnIdx]);
  const src = code.src[insnIdx];
  const dst = code.dst[insnIdx];
  if (size !== BPF_W && size !== BPF_DW) {
    v.verbose('invalid atomic operand size\n');
    return -EINVAL;
  }
  const error = checkRmwOperands(v, src, dst);
  if (error !== 0) return error;
  const loaded = loadReg(v);
  if (loaded >= 0) {
    const refused = checkRegArg(v, loaded, DST_OP);
    if (refused !== 0) return refused;
  }
  const access = (type: number, value: number): number =>
    checkMemAccess(v, insnIdx, dst, code.off[insnIdx], size, type, value, true, false);
  // The second read fills the register, as a load would.
  const read = access(BPF_READ, -1) || (loaded >= 0 ? access(BPF_READ, loaded) : 0);
  if (read !== 0) return read;
  if (v.w[reg(v, dst) + layout.TYPE] === layout.PTR_TO_ARENA) {
    const mixed = saveAuxPtrType(v, layout.PTR_TO_ARENA, false);
    if (mixed !== 0) return mixed;
  }
  return access(BPF_WRITE, -1);
}

function checkRmwOperands(v: Verifier, src: number, dst: number): number {
  let error = checkRegArg(v, src, SRC_OP) || checkRegArg(v, dst, SRC_OP);
  if (error === 0 && v.code.imm[v.insnIdx] === BPF_CMPXCHG)
    error = checkRegArg(v, BPF_REG_0, SRC_OP) || checkNoLeak(v, BPF_REG_0);
  if (error === 0) error = checkNoLeak(v, src);
  if (error !== 0) return error;
  return atomicPtrTypeOk(v, dst) ? 0 : refusePointer(v, dst, 'stores into');
}

/** kernel: verifier.c check_atomic_load() */
function checkAtomicLoad(v: Verifier): number {
  const src = v.code.src[v.insnIdx];
  const error = checkLoadMem(v, true, false, false, 'atomic_load');
  if (error !== 0) return error;
  return atomicPtrTypeOk(v, src) ? 0 : refusePointer(v, src, 'loads from');
}

/** kernel: verifier.c check_atomic_store() */
function checkAtomicStore(v: Verifier): number {
  const dst = v.code.dst[v.insnIdx];
  const error = checkStoreReg(v, true);
  if (error !== 0) return error;
  return atomicPtrTypeOk(v, dst) ? 0 : refusePointer(v, dst, 'stores into');
}

/** The instruction at `v.insnIdx` is atomic. kernel: verifier.c check_atomic() */
export function checkAtomic(v: Verifier): number {
  const imm = v.code.imm[v.insnIdx];
  switch (imm) {
    case BPF_ADD:
    case BPF_ADD | BPF_FETCH:
    case BPF_AND:
    case BPF_AND | BPF_FETCH:
    case BPF_OR:
    case BPF_OR | BPF_FETCH:
    case BPF_XOR:
    case BPF_XOR | BPF_FETCH:
    case BPF_XCHG:
    case BPF_CMPXCHG:
      return checkAtomicRmw(v);
    case BPF_LOAD_ACQ:
      return checkAtomicLoad(v);
    case BPF_STORE_REL:
      return checkAtomicStore(v);
    default:
      v.verbose(`BPF_ATOMIC uses invalid atomic opcode ${(imm >>> 0).toString(16).padStart(2, '0')}\n`);
      return -EINVAL;
  }
}
