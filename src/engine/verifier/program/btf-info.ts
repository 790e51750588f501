/**
 * func_info and line_info of a program: that they fit its instructions, and what they say of its subprograms.
 * kernel: verifier.c check_btf_info_early(), check_btf_info()
 */
import { EINVAL } from '../../abi/errno.ts';
import { isAnyEnum } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';

const refuse = (v: Verifier, text: string): number => {
  v.verbose(text);
  return -EINVAL;
};

/** Without BTF the types of subprograms are unknown, and some instructions need them. kernel: check_abnormal_return() */
function checkAbnormalReturn(v: Verifier): number {
  for (const subprog of v.subprogs.slice(1)) {
    if (subprog.hasLdAbs) return refuse(v, 'LD_ABS is not allowed in subprogs without BTF\n');
    if (subprog.hasTailCall) return refuse(v, 'tail_call is not allowed in subprogs without BTF\n');
  }
  return 0;
}

/** Before subprograms are known. kernel: check_btf_func_early() */
export function checkBtfInfoEarly(v: Verifier): number {
  const { btf, funcInfo } = v.request;
  if (btf === undefined || funcInfo.length === 0) return 0;
  for (let i = 0; i < funcInfo.length; i++) {
    const { insn, typeId } = funcInfo[i];
    const previous = i === 0 ? 0 : funcInfo[i - 1].insn;
    if (i === 0 && insn !== 0) return refuse(v, `nonzero insn_off ${insn} for the first func info record`);
    if (i > 0 && insn <= previous)
      return refuse(v, `same or smaller insn offset (${insn}) than previous func info record (${previous})`);
    if (btf.func(typeId) === undefined) return refuse(v, `invalid type id ${typeId} in func info`);
  }
  return 0;
}

/** When subprograms are known. kernel: check_btf_info() */
export function checkBtfInfo(v: Verifier): number {
  if (v.request.btf === undefined || (v.request.funcInfo.length === 0 && v.request.lineInfo.length === 0))
    return checkAbnormalReturn(v);
  const err = checkBtfFunc(v);
  return err === 0 ? checkBtfLine(v) : err;
}

/** kernel: check_btf_func() */
function checkBtfFunc(v: Verifier): number {
  const { btf, funcInfo } = v.request;
  if (btf === undefined || funcInfo.length === 0) return checkAbnormalReturn(v);
  if (funcInfo.length !== v.subprogs.length)
    return refuse(v, "number of funcs in func_info doesn't match number of subprogs\n");
  for (let i = 0; i < funcInfo.length; i++) {
    const subprog = v.subprogs[i];
    if (subprog.start !== funcInfo[i].insn)
      return refuse(v, "func_info BTF section doesn't match subprog layout in BPF program\n");
    const func = btf.func(funcInfo[i].typeId);
    subprog.linkage = func?.linkage ?? 0;
    subprog.name = func?.name ?? '';
    if (i === 0 || returnsSmallScalar(v, funcInfo[i].typeId)) continue;
    if (subprog.hasLdAbs) return refuse(v, "LD_ABS is only allowed in functions that return 'int'.\n");
    if (subprog.hasTailCall) return refuse(v, "tail_call is only allowed in functions that return 'int'.\n");
  }
  v.hasFuncInfo = true;
  return 0;
}

/** kernel: btf_type_is_small_int(), btf_is_any_enum() of the return type */
function returnsSmallScalar(v: Verifier, funcId: number): boolean {
  const { btf } = v.request;
  const returns = btf?.skipModifiers(btf.proto(funcId)?.returns ?? 0);
  if (returns === undefined) return false;
  return (returns.kind === 'int' && returns.size <= 8) || isAnyEnum(returns);
}

/** kernel: check_btf_line() */
function checkBtfLine(v: Verifier): number {
  const { btf, lineInfo } = v.request;
  if (btf === undefined || lineInfo.length === 0) return 0;
  let described = 0;
  for (let i = 0; i < lineInfo.length; i++) {
    const { insn, lineOff, fileNameOff } = lineInfo[i];
    const previous = i === 0 ? 0 : lineInfo[i - 1].insn;
    if ((i > 0 && insn <= previous) || insn >= v.code.length) {
      return refuse(
        v,
        `Invalid line_info[${i}].insn_off:${insn} (prev_offset:${previous} prog->len:${v.code.length})\n`,
      );
    }
    if (v.code.opcode[insn] === 0) return refuse(v, `Invalid insn code at line_info[${i}].insn_off\n`);
    if (!btf.hasString(lineOff) || !btf.hasString(fileNameOff))
      return refuse(v, `Invalid line_info[${i}].line_off or .file_name_off\n`);
    if (described === v.subprogs.length) continue;
    const subprog = v.subprogs[described];
    if (insn === subprog.start) {
      subprog.linfoIdx = i;
      described++;
    } else if (subprog.start < insn) {
      return refuse(v, `missing bpf_line_info for func#${described}\n`);
    }
  }
  if (described !== v.subprogs.length) {
    const missing = v.subprogs.length - described;
    return refuse(v, `missing bpf_line_info for ${missing} funcs starting from func#${described}\n`);
  }
  v.hasLineInfo = true;
  return 0;
}
