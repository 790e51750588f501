/**
 * Subprograms: where they begin, that jumps stay inside of them, what BTF says of them.
 */
import { E2BIG, EEXIST, EINVAL, ENOENT, EPERM } from '../../abi/errno.ts';
import * as bpf from '../../isa/constants.ts';
import { BPF_FUNC_TAIL_CALL } from '../calls/helper-ids.ts';
import { addKfuncCall } from '../calls/kfuncs.ts';
import type { Verifier } from '../env.ts';
import { refuse } from '../refuse.ts';
import { isHelperCall, isPseudoCall, isPseudoFunc, isPseudoKfuncCall, jmpOffset } from './code.ts';
import { SubprogInfo } from './subprog-info.ts';

/** kernel: BPF_MAX_SUBPROGS */
const MAX_SUBPROGS = 256;

/** Number of the subprogram that contains an instruction. kernel: bpf_find_containing_subprog() */
export function findContainingSubprog(v: Verifier, insnIdx: number): number {
  let low = 0;
  let high = v.subprogs.length - 1;
  while (low < high) {
    const middle = low + ((high - low + 1) >> 1);
    if (v.subprogs[middle].start <= insnIdx) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Number of the subprogram that begins at an instruction; -ENOENT if none does. kernel: verifier.c find_subprog() */
export function findSubprog(v: Verifier, insnIdx: number): number {
  if (insnIdx < 0 || insnIdx >= v.code.length || v.subprogs.length === 0) return -ENOENT;
  const subprogno = findContainingSubprog(v, insnIdx);
  return v.subprogs[subprogno].start === insnIdx ? subprogno : -ENOENT;
}

/** One past the last instruction of a subprogram. */
export const subprogEnd = (v: Verifier, subprogno: number): number =>
  subprogno + 1 < v.subprogs.length ? v.subprogs[subprogno + 1].start : v.code.length;

/** kernel: verifier.c subprog_is_global() */
export const subprogIsGlobal = (v: Verifier, subprogno: number): boolean => v.subprogs[subprogno].linkage === GLOBAL;

const GLOBAL = 1;

/** kernel: verifier.c add_subprog() */
function addSubprog(v: Verifier, start: number): number {
  if (start >= v.code.length || start < 0) {
    v.verbose('call to invalid destination\n');
    return -EINVAL;
  }
  if (findSubprog(v, start) >= 0) return 0;
  if (v.subprogs.length >= MAX_SUBPROGS) {
    v.verbose('too many subprograms\n');
    return -E2BIG;
  }
  v.subprogs.push(new SubprogInfo(start));
  v.subprogs.sort((a, b) => a.start - b.start);
  return 0;
}

/** Finds the subprograms, and that kernel functions which are called exist. kernel: verifier.c add_subprog_and_kfunc() */
export function addSubprogAndKfunc(v: Verifier): number {
  addSubprog(v, 0);
  for (let i = 0; i < v.code.length; i++) {
    const err = addCallee(v, i);
    if (err < 0) {
      v.insnIdx = i;
      return err;
    }
  }
  const err = addExceptionCallback(v);
  if (err < 0) return err;
  if (v.logsAll) for (const [i, subprog] of v.subprogs.entries()) v.verbose(`func#${i} @${subprog.start}\n`);
  return 0;
}

function addCallee(v: Verifier, i: number): number {
  const isKfunc = isPseudoKfuncCall(v.code, i);
  if (!isKfunc && !isPseudoFunc(v.code, i) && !isPseudoCall(v.code, i)) return 0;
  if (!v.bpfCapable) {
    v.verbose('loading/calling other bpf or kernel functions are allowed for CAP_BPF and CAP_SYS_ADMIN\n');
    return -EPERM;
  }
  return isKfunc ? addKfuncCall(v, i) : addSubprog(v, i + v.code.imm[i] + 1);
}

function addExceptionCallback(v: Verifier): number {
  const start = findExceptionCallback(v);
  if (start <= 0) return start;
  const err = addSubprog(v, start);
  if (err < 0) return err;
  v.exceptionCallbackSubprog = findSubprog(v, start);
  markSubprogExcCb(v.subprogs[v.exceptionCallbackSubprog]);
  return 0;
}

/** kernel: verifier.c mark_subprog_exc_cb() */
function markSubprogExcCb(subprog: SubprogInfo): void {
  subprog.isCb = true;
  subprog.isAsyncCb = true;
  subprog.isExceptionCb = true;
}

const EXCEPTION_TAG = 'exception_callback:';

/** First instruction of the exception callback named by a tag of the main function; 0 if there is none. kernel: bpf_find_exception_callback_insn_off() */
function findExceptionCallback(v: Verifier): number {
  const { btf, funcInfo } = v.request;
  if (btf === undefined || funcInfo.length === 0) return 0;
  const names: string[] = [];
  for (const tag of btf.declTags) {
    if (tag.type !== funcInfo[0].typeId || tag.componentIndex !== -1) continue;
    if (tag.name.startsWith(EXCEPTION_TAG)) names.push(tag.name.slice(EXCEPTION_TAG.length));
  }
  if (names.length === 0) return 0;
  if (names.length > 1) return refuse(v, 'multiple exception callback tags for main subprog', EEXIST);
  return locateExceptionCallback(v, names[0]);
}

function locateExceptionCallback(v: Verifier, name: string): number {
  const { btf, funcInfo } = v.request;
  const id = btf?.find(name, 'func');
  if (btf === undefined || id === undefined)
    return refuse(v, `exception callback '${name}' could not be found in BTF`, ENOENT);
  if (btf.func(id)?.linkage !== GLOBAL)
    return refuse(v, `exception callback '${name}' must have global linkage`, EINVAL);
  const info = funcInfo.findLast((record) => record.typeId === id);
  if (info === undefined) return refuse(v, 'exception callback type id not found in func_info', EINVAL);
  if (info.insn === 0) return refuse(v, 'invalid exception callback insn_off in func_info: 0', EINVAL);
  return info.insn;
}

/** Jumps stay inside their subprogram, and none falls through into the next. kernel: verifier.c check_subprogs() */
export function checkSubprogs(v: Verifier): number {
  for (let n = 0; n < v.subprogs.length; n++) {
    const end = subprogEnd(v, n);
    for (let i = v.subprogs[n].start; i < end; i++) {
      const err = checkInsnOfSubprog(v, n, i);
      if (err !== 0) return err;
    }
    const last = v.code.opcode[end - 1];
    const leaves =
      last === (bpf.BPF_JMP | bpf.BPF_EXIT) || last === (bpf.BPF_JMP32 | bpf.BPF_JA) || last === bpf.BPF_JMP;
    if (!leaves) return refuse(v, 'last insn is not an exit or jmp', EINVAL);
  }
  return 0;
}

function checkInsnOfSubprog(v: Verifier, n: number, i: number): number {
  const { code } = v;
  const subprog = v.subprogs[n];
  const opcode = code.opcode[i];
  const insnClass = bpf.classOf(opcode);
  if (isHelperCall(code, i) && code.imm[i] === BPF_FUNC_TAIL_CALL) {
    subprog.hasTailCall = true;
    subprog.tailCallReachable = true;
  }
  const mode = bpf.modeOf(opcode);
  if (insnClass === bpf.BPF_LD && (mode === bpf.BPF_ABS || mode === bpf.BPF_IND)) subprog.hasLdAbs = true;
  if (insnClass !== bpf.BPF_JMP && insnClass !== bpf.BPF_JMP32) return 0;
  const op = bpf.opOf(opcode);
  if (op === bpf.BPF_CALL) return 0;
  if (op === bpf.BPF_EXIT) {
    subprog.exitIdx = i;
    return 0;
  }
  const target = (i + jmpOffset(code, i) + 1) | 0;
  if (target >= subprog.start && target < subprogEnd(v, n)) return 0;
  return refuse(v, `jump out of range from insn ${i} to ${target}`, EINVAL);
}
