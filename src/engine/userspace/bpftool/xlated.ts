import { helperName } from '../../abi/helpers.ts';
import * as isa from '../../isa/constants.ts';
import { type Code, decode, INSN_SIZE } from '../../isa/insn.ts';
import type { LoadRequest, VerifiedProgram } from '../../program/load.ts';
import type { ProgFacts } from '../shell/handles.ts';
import { inlinedCall } from './xlated-calls.ts';
import { convertedAccess } from './xlated-context.ts';

/**
 * A program as the kernel has rewritten it after verification, for `prog dump xlated`; our machine runs the instructions
 * as they were loaded. Dead code is gone, context fields are those of kernel objects, lookups are inlined.
 * kernel: verifier.c opt_remove_dead_code() … fixup_call_args(); syscall.c bpf_insn_prepare_dump()
 *
 * Each instruction becomes a row of others (or none); then every jump is aimed at where its target has gone.
 */
export interface Xlated {
  readonly insns: Uint8Array;
  readonly request: LoadRequest;
  /** Per slot: what a call calls; empty for all else. */
  readonly callNames: readonly string[];
  readonly funcInfo: LoadRequest['funcInfo'];
  readonly lineInfo: LoadRequest['lineInfo'];
  readonly subprogStarts: readonly number[];
}

/** One instruction of the rewritten program. */
export interface Insn {
  readonly opcode: number;
  readonly dst: number;
  readonly src: number;
  readonly off: number;
  readonly imm: number;
  /** What a call calls. */
  readonly calls?: string;
  /** The slot of the loaded program whose jump or call this is. */
  readonly jump?: number;
}

export const insn = (opcode: number, dst = 0, src = 0, off = 0, imm = 0): Insn => ({ opcode, dst, src, off, imm });

/** What rewriting knows about the program. */
export interface Rewriting {
  readonly code: Code;
  readonly verified: VerifiedProgram;
  readonly prog: ProgFacts;
}

const known = new WeakMap<VerifiedProgram, { readonly ids: string; readonly xlated: Xlated }>();

export function xlated(prog: ProgFacts): Xlated {
  const ids = prog.requestMapIds.join(',');
  const found = known.get(prog.verified);
  if (found?.ids === ids) return found.xlated;
  const made = rewrite(prog);
  known.set(prog.verified, { ids, xlated: made });
  return made;
}

function rewrite(prog: ProgFacts): Xlated {
  const { verified } = prog;
  const { request } = verified;
  const context: Rewriting = { code: decode(request.insns), verified, prog };
  const rows = rowsOf(context);
  const starts = startsOf(rows);
  const flat = rows.flat();
  const insns = flat.map((each, at) => aimed(context, each, at, starts));
  return {
    insns: encoded(insns),
    request,
    callNames: insns.map((each) => each.calls ?? ''),
    funcInfo: movedInfo(request.funcInfo, starts, flat.length),
    lineInfo: movedInfo(request.lineInfo, starts, flat.length),
    subprogStarts: verified.subprogStarts.map((start) => starts[start]),
  };
}

/** New slot of each old one. */
function startsOf(rows: readonly (readonly Insn[])[]): readonly number[] {
  let at = 0;
  return [...rows, []].map((row) => {
    const start = at;
    at += row.length;
    return start;
  });
}

// ---- rows

function rowsOf(context: Rewriting): Insn[][] {
  const { code, verified } = context;
  const rows: Insn[][] = [];
  for (let i = 0; i < code.length; i++) {
    if (code.opcode[i] === isa.LD_IMM64) {
      const isDead = verified.facts.dead[i] !== 0;
      rows.push(isDead ? [] : mapLoad(context, i), []);
      i++;
    } else rows.push(verified.facts.dead[i] === 0 ? rowOf(context, i) : []);
  }
  dropEmptyJumps(context, rows);
  return rows;
}

const own = (code: Code, i: number): Insn => insn(code.opcode[i], code.dst[i], code.src[i], code.off[i], code.imm[i]);

function rowOf(context: Rewriting, i: number): Insn[] {
  const { code, verified } = context;
  const opcode = code.opcode[i];
  const group = isa.classOf(opcode);
  const isJump = group === isa.BPF_JMP || group === isa.BPF_JMP32;
  if (isJump && isa.opOf(opcode) === isa.BPF_CALL) return callRow(context, i);
  if (isJump && isa.opOf(opcode) !== isa.BPF_EXIT) return jumpRow(context, i);
  if (verified.facts.access[i] === 1) return convertedAccess(context, i) ?? [own(code, i)];
  return isDivision(opcode) ? divisionRow(code, i) : [own(code, i)];
}

/** The two slots of a 64-bit load; maps by their ids, functions by their distance. */
function mapLoad({ code, prog }: Rewriting, i: number): Insn[] {
  const source = code.src[i];
  const second = { ...own(code, i + 1) };
  const isMap = source === isa.BPF_PSEUDO_MAP_FD || source === isa.BPF_PSEUDO_MAP_IDX;
  const isValue = source === isa.BPF_PSEUDO_MAP_VALUE || source === isa.BPF_PSEUDO_MAP_IDX_VALUE;
  if (!isMap && !isValue) {
    const jump = source === isa.BPF_PSEUDO_FUNC ? { jump: i } : {};
    return [{ ...own(code, i), ...jump }, second];
  }
  const id = prog.requestMapIds[code.imm[i]] ?? 0;
  const src = isMap ? isa.BPF_PSEUDO_MAP_FD : isa.BPF_PSEUDO_MAP_VALUE;
  return [
    { ...own(code, i), src, imm: id },
    { ...second, imm: isMap ? 0 : second.imm },
  ];
}

function callRow(context: Rewriting, i: number): Insn[] {
  const { code } = context;
  if (code.src[i] === isa.BPF_PSEUDO_CALL) return [{ ...own(code, i), jump: i }];
  if (code.src[i] !== 0) return [{ ...own(code, i), calls: 'kernel-function' }];
  return inlinedCall(context, i) ?? [{ ...own(code, i), calls: helperName(code.imm[i]) }];
}

/** A condition whose one way nobody ever went is no condition. kernel: opt_hard_wire_dead_code_branches() */
function jumpRow({ code, verified }: Rewriting, i: number): Insn[] {
  const { dead } = verified.facts;
  const isConditional = isa.opOf(code.opcode[i]) !== isa.BPF_JA;
  const always = insn(isa.BPF_JMP | isa.BPF_JA);
  if (isConditional && dead[i + 1] !== 0) return [{ ...always, off: code.off[i], jump: i }];
  if (isConditional && dead[targetOf(code, i)] !== 0) return [];
  return [{ ...own(code, i), jump: i }];
}

function targetOf(code: Code, i: number): number {
  const usesImm = code.opcode[i] === (isa.BPF_JMP32 | isa.BPF_JA) || code.opcode[i] === isa.LD_IMM64;
  const isCall = isa.opOf(code.opcode[i]) === isa.BPF_CALL;
  return i + 1 + (usesImm || isCall ? code.imm[i] : code.off[i]);
}

/** Jumps to what now comes next anyway. kernel: opt_remove_nops() */
function dropEmptyJumps({ code }: Rewriting, rows: Insn[][]): void {
  for (let again = true; again; ) {
    again = false;
    const starts = startsOf(rows);
    for (const [i, row] of rows.entries()) {
      const [only] = row;
      const isAlways = only?.opcode === (isa.BPF_JMP | isa.BPF_JA) && only.jump === i;
      if (!isAlways || starts[targetOf(code, i)] !== starts[i] + 1) continue;
      rows[i] = [];
      again = true;
    }
  }
}

const isDivision = (opcode: number): boolean => {
  const group = isa.classOf(opcode);
  const op = isa.opOf(opcode);
  const isAlu = group === isa.BPF_ALU || group === isa.BPF_ALU64;
  return isAlu && isa.sourceOf(opcode) === isa.BPF_X && (op === isa.BPF_DIV || op === isa.BPF_MOD);
};

/** Dividing by zero gives 0, the remainder the dividend. kernel: do_misc_fixups(); signed divisions stay as they are here. */
function divisionRow(code: Code, i: number): Insn[] {
  if (code.off[i] !== 0) return [own(code, i)];
  const isWide = isa.classOf(code.opcode[i]) === isa.BPF_ALU64;
  const group = isWide ? isa.BPF_JMP : isa.BPF_JMP32;
  const [dst, src] = [code.dst[i], code.src[i]];
  const over = insn(isa.BPF_JMP | isa.BPF_JA, 0, 0, 1);
  if (isa.opOf(code.opcode[i]) === isa.BPF_DIV) {
    const clear = insn(isa.BPF_ALU | isa.BPF_XOR | isa.BPF_X, dst, dst);
    return [insn(group | isa.BPF_JNE | isa.BPF_K, src, 0, 2), clear, over, own(code, i)];
  }
  const skip = insn(group | isa.BPF_JEQ | isa.BPF_K, src, 0, isWide ? 1 : 2);
  const truncate = insn(isa.BPF_ALU | isa.BPF_MOV | isa.BPF_X, dst, dst);
  return isWide ? [skip, own(code, i)] : [skip, own(code, i), over, truncate];
}

// ---- after moving

/** The instruction with the distance that its target now has. */
function aimed({ code, verified }: Rewriting, each: Insn, at: number, starts: readonly number[]): Insn {
  if (each.jump === undefined) return each;
  const target = targetOf(code, each.jump);
  const distance = starts[target] - at - 1;
  if (each.opcode === isa.LD_IMM64) return { ...each, imm: distance };
  if (each.opcode === (isa.BPF_JMP32 | isa.BPF_JA)) return { ...each, imm: distance };
  if (isa.opOf(each.opcode) !== isa.BPF_CALL) return { ...each, off: distance };
  const subprog = verified.subprogStarts.indexOf(target);
  return { ...each, off: distance, imm: subprog, calls: verified.subprogNames[subprog] ?? '' };
}

/** What speaks of an instruction moves with it; of several at one place the last one counts. */
function movedInfo<T extends { readonly insn: number }>(
  info: readonly T[],
  starts: readonly number[],
  length: number,
): readonly T[] {
  const moved = new Map<number, T>();
  for (const each of info) moved.set(starts[each.insn], { ...each, insn: starts[each.insn] });
  return [...moved.values()].filter((each) => each.insn < length);
}

function encoded(insns: readonly Insn[]): Uint8Array {
  const bytes = new Uint8Array(insns.length * INSN_SIZE);
  const view = new DataView(bytes.buffer);
  for (const [i, { opcode, dst, src, off, imm }] of insns.entries()) {
    bytes[i * INSN_SIZE] = opcode;
    bytes[i * INSN_SIZE + 1] = dst | (src << 4);
    view.setInt16(i * INSN_SIZE + 2, off, true);
    view.setInt32(i * INSN_SIZE + 4, imm, true);
  }
  return bytes;
}
