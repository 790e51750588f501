/**
 * Functions whose address is taken and that no path calls. The kernel removes them with all other dead code; an
 * address then keeps its number and leads to what has moved there. Where no function begins the program cannot be translated.
 * kernel: verifier.c opt_remove_dead_code(), opt_remove_nops(), jit_subprogs()
 */
import { EFAULT } from '../../abi/errno.ts';
import * as bpf from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { isMayGoto, isPseudoFunc, jmpOffset } from './code.ts';
import { INLINE_FITS } from './loop-inline.ts';

/** 0, or a negative errno after a message. */
export function checkDeadFunctions(v: Verifier): number {
  const alive = v.subprogs.filter(({ start }) => v.aux.seen[start] !== 0);
  // A `bpf_throw` brings a function of the kernel's along.
  const hidden = v.seenException && v.exceptionCallbackSubprog === 0 ? 1 : 0;
  if (alive.length + hidden <= 1) return 0;
  const taken = takenAddresses(v);
  const isDead = taken.some((target) => v.aux.seen[target] === 0);
  return isDead ? checkAddresses(v, taken) : 0;
}

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
  v.verbose(`verifier bug: No program to jit at insn ${lost} (subprog < 0)\n`);
  return -EFAULT;
}

/** Instructions that a call of `bpf_loop` becomes. kernel: inline_bpf_loop() */
const INLINED_LOOP = 19;

/** The program's instructions by number; calls that were expanded in place stand several times. */
const expanded = (v: Verifier): number[] =>
  Array.from({ length: v.code.length }, (_, i) =>
    Array.from({ length: v.aux.loopInline[i] === INLINE_FITS ? INLINED_LOOP : 1 }, () => i),
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
  for (let at = 0; at < program.length; at++) {
    if (!isNop(v, program[at], program[at + 1])) continue;
    remove(program, targets, at, 1);
    at--;
  }
}

/** Jumps to what follows, also those whose other branch is dead. */
function isNop(v: Verifier, i: number, next: number): boolean {
  const { code } = v;
  const insnClass = bpf.classOf(code.opcode[i]);
  const op = bpf.opOf(code.opcode[i]);
  if (insnClass !== bpf.BPF_JMP && insnClass !== bpf.BPF_JMP32) return false;
  if (op === bpf.BPF_CALL || op === bpf.BPF_EXIT) return false;
  const target = i + 1 + jmpOffset(code, i);
  if (op === bpf.BPF_JA) return insnClass === bpf.BPF_JMP && target === next;
  if (isMayGoto(code, i) && code.off[i] === 0) return true;
  if (v.aux.seen[i + 1] === 0) return target === next;
  return v.aux.seen[target] === 0;
}
