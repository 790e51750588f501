/**
 * Functions whose address is taken and that no path calls. The kernel removes them with all other dead code; an
 * address then keeps its number and leads to what has moved there. Where no function begins the program cannot be translated.
 * kernel: verifier.c remove_fastcall_spills_fills() … jit_subprogs()
 */
import { EFAULT } from '../../abi/errno.ts';
import { programTypeName } from '../../abi/program-types.ts';
import { UNCLONE_PROLOGUE, UNCLONED } from '../../abi/rewrites.ts';
import * as bpf from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { isMayGoto, isPseudoFunc, jmpOffset } from './code.ts';
import { INLINE_FITS } from './loop-inline.ts';
import { MAY_GOTO_START, rewrittenSize } from './rewritten.ts';

/** 0, or a negative errno after a message. */
export function checkDeadFunctions(v: Verifier): number {
  const alive = v.subprogs.filter(({ start }) => v.aux.seen[start] !== 0);
  // A `bpf_throw` brings a function of the kernel's along.
  if (alive.length + (hasHiddenFunction(v) ? 1 : 0) <= 1) return 0;
  const taken = takenAddresses(v);
  const isDead = taken.some((target) => v.aux.seen[target] === 0);
  return isDead ? checkAddresses(v, taken) : 0;
}

const hasHiddenFunction = (v: Verifier): boolean => v.seenException && v.exceptionCallbackSubprog === 0;

/** Functions whose addresses live instructions take: where they begin. */
function takenAddresses(v: Verifier): readonly number[] {
  const taken: number[] = [];
  for (let i = 0; i < v.code.length; i++)
    if (v.aux.seen[i] !== 0 && isPseudoFunc(v.code, i)) taken.push(i + v.code.imm[i] + 1);
  return taken;
}

function checkAddresses(v: Verifier, taken: readonly number[]): number {
  const program = expanded(v);
  const targets = taken.map((start) => program.indexOf(start));
  removeDeadCode(v, program, targets);
  removeNops(v, program, targets);
  const starts = new Set(v.subprogs.map(({ start }) => program.indexOf(start)));
  const lost = targets.find((target) => !starts.has(target));
  if (lost === undefined) return 0;
  v.verbose(`verifier bug: No program to jit at insn ${rewrittenPlace(v, program, lost)} (subprog < 0)\n`);
  return -EFAULT;
}

/** Instructions that a call of `bpf_loop` becomes. kernel: inline_bpf_loop() */
const INLINED_LOOP = 19;

const isInlinedLoop = (v: Verifier, i: number): boolean => v.aux.loopInline[i] === INLINE_FITS;

/** The program's instructions by number; calls that were expanded in place stand several times. */
const expanded = (v: Verifier): number[] =>
  Array.from({ length: v.code.length }, (_, i) =>
    Array.from({ length: isInlinedLoop(v, i) ? INLINED_LOOP : 1 }, () => i),
  ).flat();

/** Takes `count` instructions out: addresses behind them move, addresses among them stay what they are. */
function remove(program: number[], targets: number[], at: number, count: number): void {
  program.splice(at, count);
  targets.forEach((target, i) => {
    if (target >= at + count) targets[i] = target - count;
  });
}

function removeDeadCode(v: Verifier, program: number[], targets: number[]): void {
  for (let at = 0; at < program.length; at++) {
    let count = 0;
    while (at + count < program.length && v.aux.seen[program[at + count]] === 0) count++;
    if (count > 0) remove(program, targets, at, count);
  }
}

function removeNops(v: Verifier, program: number[], targets: number[]): void {
  const spills = fastcallSpills(v);
  for (let at = 0; at < program.length; at++) {
    const isEmptyMayGoto = isMayGotoNext(v, program[at], program[at + 1]);
    if (!isEmptyMayGoto && !spills.has(program[at]) && !isNop(v, program[at], program[at + 1])) continue;
    remove(program, targets, at, 1);
    // A `may_goto` in front of another one may lead to what follows now.
    at -= isEmptyMayGoto && at > 0 ? 2 : 1;
  }
}

/** Spills and fills around calls that leave the registers alone. kernel: remove_fastcall_spills_fills() */
function fastcallSpills({ aux }: Verifier): ReadonlySet<number> {
  const spills = new Set<number>();
  aux.fastcallSpills.forEach((count, call) => {
    for (let distance = 1; distance <= count; distance++) spills.add(call - distance).add(call + distance);
  });
  return spills;
}

const isMayGotoNext = (v: Verifier, i: number, next: number): boolean =>
  isLiveMayGoto(v, i) && i + 1 + v.code.off[i] === next;

/** A `may_goto` whose both ways lead somewhere; all others become jumps. kernel: opt_hard_wire_dead_code_branches() */
const isLiveMayGoto = (v: Verifier, i: number): boolean =>
  isMayGoto(v.code, i) && v.aux.seen[i + 1] !== 0 && v.aux.seen[i + 1 + v.code.off[i]] !== 0;

/** Jumps to what follows, also those whose other branch is dead. */
function isNop(v: Verifier, i: number, next: number): boolean {
  const { code } = v;
  const insnClass = bpf.classOf(code.opcode[i]);
  const op = bpf.opOf(code.opcode[i]);
  if (insnClass !== bpf.BPF_JMP && insnClass !== bpf.BPF_JMP32) return false;
  if (op === bpf.BPF_CALL || op === bpf.BPF_EXIT) return false;
  const target = i + 1 + jmpOffset(code, i);
  if (op === bpf.BPF_JA) return insnClass === bpf.BPF_JMP && target === next;
  if (v.aux.seen[i + 1] === 0) return target === next;
  return v.aux.seen[target] === 0;
}

/** Behind the last instruction. kernel: add_hidden_subprog() */
const HIDDEN_FUNCTION = 2;

/** Where the instruction at `lost` ends up when those before it have become what the kernel makes of them. */
function rewrittenPlace(v: Verifier, program: readonly number[], lost: number): number {
  let place = lost;
  for (const i of program.slice(0, lost)) place += sizeAt(v, i) - 1;
  if (lost > 0) place += prologueSize(v);
  if (lost >= program.length && hasHiddenFunction(v)) place += HIDDEN_FUNCTION;
  const starts = new Set(program.flatMap((i) => (isLiveMayGoto(v, i) ? [startOf(v, program, i)] : [])));
  for (const start of starts) if (start < lost) place += MAY_GOTO_START;
  return place;
}

function sizeAt(v: Verifier, i: number): number {
  const isJump = isMayGoto(v.code, i) && !isLiveMayGoto(v, i);
  return isJump || isInlinedLoop(v, i) ? 1 : rewrittenSize(v, i);
}

const prologueSize = (v: Verifier): number =>
  v.seenDirectWrite && UNCLONED.has(programTypeName(v.progType)) ? UNCLONE_PROLOGUE : 0;

/** Where the function of an instruction begins. */
function startOf(v: Verifier, program: readonly number[], i: number): number {
  const start = v.subprogs.findLast((subprog) => subprog.start <= i)?.start ?? 0;
  return program.findIndex((each) => each >= start);
}
