/**
 * A program decoded once for the engines that run it: columns per 8-byte slot, addresses resolved, and the *points*
 * at which its cost is charged. Interpreter and JIT share the points, so they agree on time.
 */
import { assert } from '../../lib/assert.ts';
import {
  BPF_PSEUDO_BTF_ID,
  BPF_PSEUDO_FUNC,
  BPF_PSEUDO_MAP_FD,
  BPF_PSEUDO_MAP_IDX,
  BPF_PSEUDO_MAP_IDX_VALUE,
  BPF_PSEUDO_MAP_VALUE,
  LD_IMM64,
} from '../isa/constants.ts';
import { type Code, decode } from '../isa/insn.ts';
import type { InsnFacts } from '../program/load.ts';

/** `InsnFacts.access`: what the base register of a memory access points to. */
export const ACCESS_DIRECT = 0;
export const ACCESS_CONTEXT = 1;
export const ACCESS_PROBE = 2;

/** A 64-bit word. */
export interface Pair {
  readonly low: number;
  readonly high: number;
}

/** Where the machine put what a program refers to. */
export interface Addresses {
  /** `struct bpf_map` of the map with this index. */
  map(index: number): Pair;
  /** Byte `offset` of the value of a map with direct values. */
  mapValue(index: number, offset: number): Pair;
  /** Code address of the subprogram that begins at slot `insn`. */
  subprogram(insn: number): Pair;
  /** A kernel variable, by the BTF id in `imm` and the BTF object in `imm` of the second slot. */
  kernelVariable(btfId: number, btfObject: number): Pair;
}

/**
 * An instruction in the array that the interpreter runs: words from index STRIDE * slot on. After the last slot comes one
 * more, where all jumps out of the program end.
 *
 *   word  0       1        2        3                  4    5          6                            7
 *         opcode  2 * dst  2 * src  offset, or target  imm  high word  cost << 2 | visible << 1 | 1  –
 *
 * The target of a jump is an index of this array. What the loop must not do by itself has the opcode RARE.
 */
export const STRIDE = 8;
export const OPCODE = 0;
export const DST = 1;
export const SRC = 2;
export const OFF = 3;
export const TARGET = 3;
export const IMM = 4;
export const HIGH = 5;
export const MARKS = 6;
/** Bits of MARKS: the instruction can be seen by others; its cost is above. */
export const VISIBLE = 2;
export const COST_SHIFT = 2;
const RARE = 0;

export interface Program {
  readonly length: number;
  readonly code: Int32Array;
  readonly opcode: Uint8Array;
  /** Index of the destination's low word in a register block: 2 * dst. */
  readonly dst: Uint8Array;
  readonly src: Uint8Array;
  readonly off: Int16Array;
  readonly imm: Int32Array;
  /** High word of the immediate: its sign, or the second half of a resolved 64-bit load. */
  readonly high: Int32Array;
  readonly access: Uint8Array;
  /** Instructions charged when the slot is reached; 0 where there is no point. */
  readonly cost: Int32Array;
  /** 1 at accesses that others can see: neither own stack nor context. */
  readonly visible: Uint8Array;
  /** First slot of each subprogram, ascending. */
  readonly starts: readonly number[];
}

const CLASS_LD = 0;
const CLASS_LDX = 1;
const CLASS_STX = 3;
const CLASS_ALU = 4;
const CLASS_JMP = 5;
const CLASS_JMP32 = 6;
const CLASS_ALU64 = 7;
const GOTO = 0x05;
const GOTOL = 0x06;
const FRAME_POINTER = 10;

/** Decodes `bytes` and resolves its 64-bit loads. `facts` may be absent: then every access is direct. */
export function prepare(
  bytes: Uint8Array,
  starts: readonly number[],
  facts: InsnFacts | undefined,
  addresses: Addresses,
): Program {
  const code = decode(bytes);
  const program: Program = {
    length: code.length,
    code: new Int32Array(STRIDE * (code.length + 1)),
    opcode: code.opcode,
    dst: code.dst.map((register) => 2 * register),
    src: code.src,
    off: code.off,
    imm: code.imm.slice(),
    high: code.imm.map((imm) => imm >> 31),
    access: facts === undefined ? new Uint8Array(code.length) : facts.access,
    cost: costs(code, starts),
    visible: visibleAccesses(code, facts),
    starts,
  };
  resolveLoads(program, addresses);
  for (let pc = 0; pc < program.length; pc++) writeInstruction(program, pc);
  return program;
}

function writeInstruction(program: Program, pc: number): void {
  const { length, code, opcode, dst, src, off, imm, high, cost, visible } = program;
  const at = STRIDE * pc;
  const target = jumpTarget(program, pc);
  const isGotol = opcode[pc] === GOTOL;
  code[at + OPCODE] = isGotol ? GOTO : needsCare(program, pc) ? RARE : opcode[pc];
  code[at + DST] = dst[pc];
  code[at + SRC] = 2 * src[pc];
  if (target === undefined) code[at + OFF] = off[pc];
  else code[at + TARGET] = STRIDE * (target >= 0 && target < length ? target : length);
  code[at + IMM] = imm[pc];
  code[at + HIGH] = high[pc];
  code[at + MARKS] = (cost[pc] << COST_SHIFT) | (visible[pc] * VISIBLE) | 1;
}

/** Accesses that are no plain ones of memory, and arithmetic whose meaning `off` changes. */
function needsCare({ opcode, off, access }: Program, pc: number): boolean {
  const kind = opcode[pc] & 7;
  if (kind >= CLASS_LDX && kind <= CLASS_STX) return access[pc] !== ACCESS_DIRECT;
  return (kind === CLASS_ALU || kind === CLASS_ALU64) && off[pc] !== 0;
}

function resolveLoads(program: Program, addresses: Addresses): void {
  for (let pc = 0; pc < program.length; pc++) {
    if (program.opcode[pc] !== LD_IMM64) continue;
    const value = loadedValue(program, pc, addresses);
    program.imm[pc] = value.low;
    program.high[pc] = value.high;
    pc++;
  }
}

function loadedValue(program: Program, pc: number, addresses: Addresses): Pair {
  const low = program.imm[pc];
  const second = program.imm[pc + 1];
  switch (program.src[pc]) {
    case 0:
      return { low, high: second };
    case BPF_PSEUDO_MAP_FD:
    case BPF_PSEUDO_MAP_IDX:
      return addresses.map(low);
    case BPF_PSEUDO_MAP_VALUE:
    case BPF_PSEUDO_MAP_IDX_VALUE:
      return addresses.mapValue(low, second);
    case BPF_PSEUDO_BTF_ID:
      return addresses.kernelVariable(low, second);
    default:
      assert(program.src[pc] === BPF_PSEUDO_FUNC, `source register ${program.src[pc]} of a 64-bit load`);
      return addresses.subprogram(pc + 1 + low);
  }
}

/**
 * Points inside the code: entries of subprograms, charged with the instructions outside all loops, and targets of
 * backward jumps, charged with the instructions of the loop that no inner one charges.
 */
function costs(code: Code, starts: readonly number[]): Int32Array {
  const loopEnd = loopEnds(code);
  const cost = new Int32Array(code.length);
  starts.forEach((start, i) => {
    chargeSubprogram(cost, loopEnd, start, starts[i + 1] ?? code.length);
  });
  return cost;
}

/** Last slot that jumps back to this one; -1 if none does. */
function loopEnds(code: Code): Int32Array {
  const ends = new Int32Array(code.length).fill(-1);
  for (let pc = 0; pc < code.length; pc++) {
    const target = jumpTarget(code, pc);
    if (target !== undefined && target >= 0 && target <= pc) ends[target] = pc;
    if (code.opcode[pc] === LD_IMM64) pc++;
  }
  return ends;
}

function jumpTarget(code: Pick<Code, 'opcode' | 'off' | 'imm'>, pc: number): number | undefined {
  const opcode = code.opcode[pc];
  const kind = opcode & 7;
  if (kind !== CLASS_JMP && kind !== CLASS_JMP32) return undefined;
  if (opcode === GOTOL) return pc + 1 + code.imm[pc];
  const operation = opcode & 0xf0;
  if (operation === 0x80 || operation === 0x90) return undefined;
  return pc + 1 + code.off[pc];
}

/** Each slot is charged to the innermost loop around it: the last header before it whose loop reaches it. */
function chargeSubprogram(cost: Int32Array, loopEnd: Int32Array, start: number, end: number): void {
  const open: number[] = [];
  for (let pc = start; pc < end; pc++) {
    if (loopEnd[pc] >= 0) open.push(pc);
    while (open.length > 0 && loopEnd[open[open.length - 1]] < pc) open.pop();
    cost[open[open.length - 1] ?? start]++;
  }
  // A function that begins with its loop still has an entry.
  if (end > start && cost[start] === 0) cost[start] = 1;
}

function visibleAccesses(code: Code, facts: InsnFacts | undefined): Uint8Array {
  return code.opcode.map((opcode, pc) => {
    const kind = opcode & 7;
    if (kind === CLASS_LD || kind > CLASS_STX) return 0;
    const base = kind === 1 ? code.src[pc] : code.dst[pc];
    return base !== FRAME_POINTER && facts?.access[pc] !== ACCESS_CONTEXT ? 1 : 0;
  });
}
