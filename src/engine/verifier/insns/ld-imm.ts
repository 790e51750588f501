/** 64-bit constants, and addresses that are written as such. kernel: verifier.c check_ld_imm() */
import { EFAULT } from '../../abi/errno.ts';
import { BPF_MAP_TYPE_ARENA } from '../../abi/map-types.ts';
import { BTF_FUNC_STATIC } from '../../btf/types.ts';
import {
  BPF_DW,
  BPF_PSEUDO_BTF_ID,
  BPF_PSEUDO_FUNC,
  BPF_PSEUDO_MAP_IDX_VALUE,
  BPF_PSEUDO_MAP_VALUE,
  sizeOf,
} from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { btfNumber, reg } from '../env.ts';
import * as layout from '../program/layout.ts';
import { findSubprog } from '../program/subprogs.ts';
import { refuse } from '../refuse.ts';
import { markRegKnown, markRegKnownZero, markRegUnknown } from '../states/regs.ts';
import { checkRegArg, DST_OP } from './reg-arg.ts';

/** The instruction at `v.insnIdx` is a `ld_imm64`. kernel: verifier.c check_ld_imm() */
export function checkLdImm(v: Verifier): number {
  const { code, insnIdx: i } = v;
  if (sizeOf(code.opcode[i]) !== BPF_DW) return refuse(v, 'invalid BPF_LD_IMM insn');
  if (code.off[i] !== 0) return refuse(v, 'BPF_LD_IMM64 uses reserved fields');
  const error = checkRegArg(v, code.dst[i], DST_OP);
  if (error !== 0) return error;
  const r = reg(v, code.dst[i]);
  if (code.src[i] === 0) {
    v.w[r + layout.TYPE] = layout.SCALAR_VALUE;
    markRegKnown(v.w, r, code.imm[i], code.imm[i + 1]);
    return 0;
  }
  markRegKnownZero(v, r);
  if (code.src[i] === BPF_PSEUDO_BTF_ID) return loadVariable(v, r);
  return code.src[i] === BPF_PSEUDO_FUNC ? loadFunction(v, r) : loadMap(v, r);
}

/** Address of a kernel variable. */
function loadVariable(v: Verifier, r: number): number {
  const variable = v.aux.btfVars.get(v.insnIdx);
  if (variable === undefined) return -EFAULT;
  v.w[r + layout.TYPE] = variable.regType;
  if (variable.btf === undefined) v.w[r + layout.MEM_SIZE] = variable.memSize;
  else {
    v.w[r + layout.BTF] = btfNumber(v, variable.btf);
    v.w[r + layout.BTF_ID] = variable.btfId;
  }
  return 0;
}

/** Address of a callback. */
function loadFunction(v: Verifier, r: number): number {
  const subprogno = findSubprog(v, v.insnIdx + v.code.imm[v.insnIdx] + 1);
  if (!v.hasFuncInfo) return refuse(v, 'missing btf func_info');
  if (v.subprogs[subprogno].linkage !== BTF_FUNC_STATIC) return refuse(v, 'callback function not static');
  v.w[r + layout.TYPE] = layout.PTR_TO_FUNC;
  v.w[r + layout.SUBPROGNO] = subprogno;
  return 0;
}

/** A map, or an address in the value of one. */
function loadMap(v: Verifier, r: number): number {
  const { code, insnIdx: i } = v;
  const mapPtr = code.imm[i] + 1;
  v.w[r + layout.MAP_PTR] = mapPtr;
  if (code.src[i] !== BPF_PSEUDO_MAP_VALUE && code.src[i] !== BPF_PSEUDO_MAP_IDX_VALUE) {
    v.w[r + layout.TYPE] = layout.CONST_PTR_TO_MAP;
    return 0;
  }
  if (v.mapTable[mapPtr - 1].type === BPF_MAP_TYPE_ARENA) {
    markRegUnknown(v, r);
    return 0;
  }
  v.w[r + layout.TYPE] = layout.PTR_TO_MAP_VALUE;
  v.w[r + layout.OFF] = code.imm[i + 1];
  return 0;
}
