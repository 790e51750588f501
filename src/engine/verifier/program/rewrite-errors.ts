/** What the kernel finds only when it rewrites a program that was verified. kernel: convert_ctx_accesses(), do_misc_fixups() */
import { EFAULT, EINVAL } from '../../abi/errno.ts';
import { helperName } from '../../abi/helpers.ts';
import { BPF_LDX, BPF_MEM, classOf, modeOf } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { isHelperCall, isPseudoKfuncCall } from './code.ts';
import { CALL_MAP_POISON } from './insn-aux.ts';
import { fieldAccess } from './rewritten.ts';

interface Problem {
  readonly message: string;
  readonly errno: number;
}

const CONVERSION: Problem = { message: 'verifier bug: error during ctx access conversion (0)', errno: EFAULT };
/** A loader leaves calls of kernel functions that there are not where code is dead. */
const NAMELESS: Problem = { message: 'invalid kernel function call not eliminated in verifier pass', errno: EINVAL };
/** Speculation is kept within one map. */
const TWO_MAPS: Problem = { message: 'tail_call abusing map_ptr', errno: EINVAL };

/** 0, or a negative errno after a message; `v.rewrittenTo` says how far the kernel has come. */
export function checkRewriting(v: Verifier): number {
  v.rewrittenTo = -1;
  if (firstOf(v, isUnknownField) >= 0) return refuse(v, CONVERSION);
  const call = firstOf(v, (each, i) => problemOfCall(each, i) !== undefined);
  const problem = call < 0 ? undefined : problemOfCall(v, call);
  v.rewrittenTo = problem === undefined ? v.code.length : call;
  return problem === undefined ? 0 : refuse(v, problem);
}

function refuse(v: Verifier, { message, errno }: Problem): number {
  v.verbose(`${message}\n`);
  return -errno;
}

/** The first live instruction of which something holds; -1 if there is none. */
function firstOf(v: Verifier, holds: (v: Verifier, i: number) => boolean): number {
  for (let i = 0; i < v.code.length; i++) if (v.aux.seen[i] !== 0 && holds(v, i)) return i;
  return -1;
}

/** A part of a struct that programs may read, and that the kernel does not find in its own. */
function isUnknownField(v: Verifier, i: number): boolean {
  const opcode = v.code.opcode[i];
  return classOf(opcode) === BPF_LDX && modeOf(opcode) === BPF_MEM && fieldAccess(v, i, false)?.reads === 0;
}

function problemOfCall(v: Verifier, i: number): Problem | undefined {
  if (isPseudoKfuncCall(v.code, i)) return v.code.imm[i] === 0 ? NAMELESS : undefined;
  if (v.bypassSpecV1 || v.aux.callMap[i] !== CALL_MAP_POISON || !isHelperCall(v.code, i)) return undefined;
  return helperName(v.code.imm[i]) === 'bpf_tail_call' ? TWO_MAPS : undefined;
}
