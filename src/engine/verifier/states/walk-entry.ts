/**
 * Where walks begin: the program's entry, and the entry of each global function that is called.
 * kernel: verifier.c do_check_common(), do_check_subprogs()
 */
import * as arg from '../../abi/arg-types.ts';
import { BPF_DYNPTR_TYPE_LOCAL } from '../../abi/dynptr-types.ts';
import { EINVAL } from '../../abi/errno.ts';
import { BPF_PROG_TYPE_EXT } from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import { BPF_REG_1 } from '../../isa/constants.ts';
import { markDynptrReg } from '../calls/dynptr.ts';
import type { Verifier, VerifierState } from '../env.ts';
import { btfNumber, frameReg } from '../env.ts';
import { btfPrepareFuncArgs } from '../program/func-args.ts';
import * as t from '../program/layout.ts';
import type { SubprogArg } from '../program/subprog-info.ts';
import { markRegKnownZero, markRegUnknown } from './regs.ts';
import { freeStates, newRootState } from './states.ts';

/** Makes `v.cur` the state at the entry of a subprogram; a negative errno if its signature will not do. */
export function enterWalk(v: Verifier, subprogno: number): number {
  v.prevLinfo = -1;
  v.passCnt++;
  const state = newRootState(v, subprogno, v.sleepable);
  state.firstInsnIdx = v.subprogs[subprogno].start;
  state.lastInsnIdx = -1;
  v.cur = state;
  v.insnIdx = state.firstInsnIdx;
  if (subprogno !== 0 || v.progType === BPF_PROG_TYPE_EXT) return enterGlobal(v, subprogno, state);
  enterMain(v, state);
  return 0;
}

/** The walk is over: its states go, and a successful one leaves nothing in a level 1 log. */
export function leaveWalk(v: Verifier, err: number): void {
  if (err === 0 && !v.logsAll) v.log.reset(0);
  freeStates(v);
  v.forgetStates();
}

function enterMain(v: Verifier, state: VerifierState): void {
  if (v.hasFuncInfo) {
    const err = btfPrepareFuncArgs(v, 0);
    const { args } = v.subprogs[0];
    if (err !== 0 || args.length !== 1 || args[0].argType !== arg.ARG_PTR_TO_CTX) v.subprogs[0].unreliable = true;
  }
  const r1 = frameReg(state.frames[0], BPF_REG_1);
  markRegKnownZero(v, r1);
  v.w[r1 + t.TYPE] = t.PTR_TO_CTX;
}

function enterGlobal(v: Verifier, subprogno: number, state: VerifierState): number {
  const subprog = v.subprogs[subprogno];
  v.verbose(`Validating ${subprog.name}() func#${subprogno}...\n`);
  const err = btfPrepareFuncArgs(v, subprogno);
  if (err !== 0) return err;
  if (subprog.isExceptionCb) {
    state.frames[0].inExceptionCallbackFn = true;
    if (subprog.args.length !== 1 || subprog.args[0].argType !== arg.ARG_ANYTHING) {
      v.verbose('exception cb only supports single integer argument\n');
      return -EINVAL;
    }
  }
  for (const [i, expected] of subprog.args.entries()) setArg(v, frameReg(state.frames[0], BPF_REG_1 + i), expected);
  return 0;
}

/** A parameter of a global function may be anything that its type allows. */
function setArg(v: Verifier, r: number, expected: SubprogArg): void {
  const { argType } = expected;
  if (argType === (arg.ARG_PTR_TO_DYNPTR | t.MEM_RDONLY)) {
    markDynptrReg(v, r, BPF_DYNPTR_TYPE_LOCAL, true, ++v.idGen);
    return;
  }
  switch (t.baseType(argType)) {
    case arg.ARG_PTR_TO_CTX:
      setPointer(v, r, t.PTR_TO_CTX);
      return;
    case arg.ARG_PTR_TO_MEM:
      setPointer(v, r, t.PTR_TO_MEM | (argType & (t.PTR_MAYBE_NULL | t.PTR_UNTRUSTED | t.MEM_RDONLY)));
      v.w[r + t.MEM_SIZE] = expected.memSize;
      if (t.typeMayBeNull(argType)) v.w[r + t.ID] = ++v.idGen;
      return;
    case arg.ARG_PTR_TO_BTF_ID:
      setPointer(v, r, t.PTR_TO_BTF_ID | (argType & (t.PTR_MAYBE_NULL | t.PTR_UNTRUSTED | t.PTR_TRUSTED)));
      v.w[r + t.BTF] = btfNumber(v, vmlinuxBtf());
      v.w[r + t.BTF_ID] = expected.btfId;
      v.w[r + t.ID] = ++v.idGen;
      return;
    default:
      markRegUnknown(v, r);
  }
}

function setPointer(v: Verifier, r: number, type: number): void {
  markRegKnownZero(v, r);
  v.w[r + t.TYPE] = type;
}
