/**
 * An instruction as the kernel prints it in verifier logs and `bpftool prog dump xlated`:
 *
 *   (b7) r0 = 0            (63) *(u32 *)(r10 -4) = r1         (85) call bpf_timer_init#169
 *
 * Every opcode has a text, also those that no program may contain. kernel: kernel/bpf/disasm.c print_bpf_insn()
 */
import * as bpf from './constants.ts';
import type { Code } from './insn.ts';
import { ALU_OPERATIONS, ATOMIC_OPERATIONS, JUMP_CONDITIONS, MEMORY_SIZES, SIGNED_OPERATIONS } from './opcodes.ts';

/** What an instruction alone does not say. kernel: struct bpf_insn_cbs */
export interface Names {
  /** Name of the helper or kernel function that instruction `i` calls; 'unknown' or 'kernel-function' where there is none. */
  call(code: Code, i: number): string;
  /** The value of the two-slot load at `i`: a number or an address. */
  imm64(code: Code, i: number): string;
  /** What follows `call pc` of a call within the program; the distance with its sign if absent. */
  distance?(code: Code, i: number): string;
}

/** A table of 16 by operation, from rows that have `op` and one text. */
function byOperation<T extends { readonly op: number }>(
  rows: readonly T[],
  text: (row: T) => string,
): readonly string[] {
  const names = new Array<string>(16).fill('(null)');
  for (const row of rows) names[row.op >> 4] = text(row);
  return names;
}

const ALU = byOperation(ALU_OPERATIONS, (row) => row.symbol);
const SIGNED_ALU = byOperation(SIGNED_OPERATIONS, (row) => row.symbol);
const CONDITIONS = byOperation(JUMP_CONDITIONS, (row) => row.symbol);
const ATOMIC_NAMES = byOperation(ATOMIC_OPERATIONS, (row) => row.name);
const SIZES = [bpf.BPF_W, bpf.BPF_H, bpf.BPF_B, bpf.BPF_DW];
const rowOfSize = (size: number) => MEMORY_SIZES.find((row) => row.size === size);
const TYPES = SIZES.map((size) => rowOfSize(size)?.type ?? '(null)');
const SIGNED_TYPES = SIZES.map((size) => rowOfSize(size)?.signed ?? '(null)');
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const signed = (value: number): string => (value < 0 ? `${value}` : `+${value}`);

/** Text of instruction `i`, without its number and without a newline; the second slot of a load is not an instruction. */
export function printInsn(code: Code, i: number, names: Names): string {
  const opcode = code.opcode[i];
  switch (bpf.classOf(opcode)) {
    case bpf.BPF_ALU:
    case bpf.BPF_ALU64:
      return `(${HEX[opcode]}) ${alu(code, i, opcode)}`;
    case bpf.BPF_JMP:
    case bpf.BPF_JMP32:
      return `(${HEX[opcode]}) ${jump(code, i, opcode, names)}`;
    case bpf.BPF_LDX:
      return load(code, i, opcode);
    case bpf.BPF_STX:
      return store(code, i, opcode);
    case bpf.BPF_ST:
      return storeNumber(code, i, opcode);
    default:
      return loadSpecial(code, i, opcode, names);
  }
}

function alu(code: Code, i: number, opcode: number): string {
  const dst = code.dst[i];
  const off = code.off[i];
  const wide = bpf.classOf(opcode) === bpf.BPF_ALU64;
  const register = wide ? 'r' : 'w';
  const op = bpf.opOf(opcode);
  if (op === bpf.BPF_END) return `r${dst} = ${byteOrder(opcode, wide)}${code.imm[i]} r${dst}`;
  if (op === bpf.BPF_NEG) return `${register}${dst} = -${register}${dst}`;
  const isMove = op === bpf.BPF_MOV;
  if (isMove && wide && bpf.sourceOf(opcode) === bpf.BPF_X) {
    if (off === bpf.BPF_ADDR_SPACE_CAST)
      return `r${dst} = addr_space_cast(r${code.src[i]}, ${code.imm[i] >>> 16}, ${code.imm[i] & 0xffff})`;
    if (off === bpf.BPF_ADDR_PERCPU) return `r${dst} = &(void __percpu *)(r${code.src[i]})`;
  }
  const isSignedDivision = off === 1 && (op === bpf.BPF_DIV || op === bpf.BPF_MOD);
  const operator = (isSignedDivision ? SIGNED_ALU : ALU)[op >> 4];
  if (bpf.sourceOf(opcode) !== bpf.BPF_X) return `${register}${dst} ${operator} ${code.imm[i]}`;
  const extension = isMove && (off === 8 || off === 16 || off === 32) ? `(s${off})` : '';
  return `${register}${dst} ${operator} ${extension}${register}${code.src[i]}`;
}

function byteOrder(opcode: number, wide: boolean): string {
  if (wide) return 'bswap';
  return bpf.sourceOf(opcode) === bpf.BPF_TO_BE ? 'be' : 'le';
}

function jump(code: Code, i: number, opcode: number, names: Names): string {
  const isWide = bpf.classOf(opcode) === bpf.BPF_JMP;
  if (bpf.opOf(opcode) === bpf.BPF_CALL) return call(code, i, names);
  if (isWide && bpf.opOf(opcode) === bpf.BPF_JA && bpf.sourceOf(opcode) === bpf.BPF_K)
    return `goto pc${signed(code.off[i])}`;
  if (opcode === (bpf.BPF_JMP | bpf.BPF_JA | bpf.BPF_X)) return `gotox r${code.dst[i]}`;
  if (opcode === (bpf.BPF_JMP | bpf.BPF_JCOND) && code.src[i] === bpf.BPF_MAY_GOTO)
    return `may_goto pc${signed(code.off[i])}`;
  if (opcode === (bpf.BPF_JMP32 | bpf.BPF_JA)) return `gotol pc${signed(code.imm[i])}`;
  if (opcode === (bpf.BPF_JMP | bpf.BPF_EXIT)) return 'exit';
  const register = isWide ? 'r' : 'w';
  const second =
    bpf.sourceOf(opcode) === bpf.BPF_X ? `${register}${code.src[i]}` : `0x${(code.imm[i] >>> 0).toString(16)}`;
  const operator = jumpOperator(opcode);
  return `if ${register}${code.dst[i]} ${operator} ${second} goto pc${signed(code.off[i])}`;
}

/** The names of the kernel's table that are no conditions show only in jumps that no program may contain. */
function jumpOperator(opcode: number): string {
  const op = bpf.opOf(opcode);
  if (op === bpf.BPF_JA) return 'jmp';
  return op === bpf.BPF_EXIT ? 'exit' : CONDITIONS[op >> 4];
}

function call(code: Code, i: number, names: Names): string {
  if (code.src[i] === bpf.BPF_PSEUDO_CALL) return `call pc${names.distance?.(code, i) ?? signed(code.imm[i])}`;
  return `call ${names.call(code, i)}#${code.imm[i]}`;
}

const memory = (type: string, base: number, off: number): string => `*(${type} *)(r${base} ${signed(off)})`;

function load(code: Code, i: number, opcode: number): string {
  const mode = bpf.modeOf(opcode);
  if (mode !== bpf.BPF_MEM && mode !== bpf.BPF_MEMSX) return `BUG_ldx_${HEX[opcode]}`;
  const type = (mode === bpf.BPF_MEM ? TYPES : SIGNED_TYPES)[bpf.sizeOf(opcode) >> 3];
  return `(${HEX[opcode]}) r${code.dst[i]} = ${memory(type, code.src[i], code.off[i])}`;
}

function store(code: Code, i: number, opcode: number): string {
  const mode = bpf.modeOf(opcode);
  const type = TYPES[bpf.sizeOf(opcode) >> 3];
  const text =
    mode === bpf.BPF_MEM
      ? `${memory(type, code.dst[i], code.off[i])} = r${code.src[i]}`
      : mode === bpf.BPF_ATOMIC
        ? atomic(code, i, type)
        : undefined;
  return text === undefined ? `BUG_${HEX[opcode]}` : `(${HEX[opcode]}) ${text}`;
}

function atomic(code: Code, i: number, type: string): string | undefined {
  const imm = code.imm[i];
  const src = code.src[i];
  const pointer = `(${type} *)(r${code.dst[i]} ${signed(code.off[i])})`;
  const width = type === 'u64' ? '64' : '';
  if (imm === bpf.BPF_CMPXCHG) return `r0 = atomic${width}_cmpxchg(${pointer}, r0, r${src})`;
  if (imm === bpf.BPF_XCHG) return `r${src} = atomic${width}_xchg(${pointer}, r${src})`;
  if (imm === bpf.BPF_LOAD_ACQ) return `r${code.dst[i]} = load_acquire((${type} *)(r${src} ${signed(code.off[i])}))`;
  if (imm === bpf.BPF_STORE_REL) return `store_release(${pointer}, r${src})`;
  const operation = ATOMIC_OPERATIONS.find(({ op }) => op === (imm & ~bpf.BPF_FETCH));
  if (operation === undefined) return undefined;
  if ((imm & bpf.BPF_FETCH) === 0) return `lock *${pointer} ${operation.symbol} r${src}`;
  return `r${src} = atomic${width}_fetch_${ATOMIC_NAMES[operation.op >> 4]}(${pointer}, r${src})`;
}

function storeNumber(code: Code, i: number, opcode: number): string {
  const mode = bpf.modeOf(opcode);
  if (mode === bpf.BPF_NOSPEC) return `(${HEX[opcode]}) nospec`;
  if (mode !== bpf.BPF_MEM) return `BUG_st_${HEX[opcode]}`;
  return `(${HEX[opcode]}) ${memory(TYPES[bpf.sizeOf(opcode) >> 3], code.dst[i], code.off[i])} = ${code.imm[i]}`;
}

/** Class BPF_LD: packet loads and the two-slot load. */
function loadSpecial(code: Code, i: number, opcode: number, names: Names): string {
  const mode = bpf.modeOf(opcode);
  const type = TYPES[bpf.sizeOf(opcode) >> 3];
  if (mode === bpf.BPF_ABS) return `(${HEX[opcode]}) r0 = *(${type} *)skb[${code.imm[i]}]`;
  if (mode === bpf.BPF_IND) return `(${HEX[opcode]}) r0 = *(${type} *)skb[r${code.src[i]} + ${code.imm[i]}]`;
  if (opcode === bpf.LD_IMM64) return `(${HEX[opcode]}) r${code.dst[i]} = ${names.imm64(code, i)}`;
  return `BUG_ld_${HEX[opcode]}`;
}

/** `0x` and the 64 bits of the load at `i`: what the kernel prints for plain numbers and functions. */
export function hexOfImm64(code: Code, i: number): string {
  const low = (code.imm[i] >>> 0).toString(16);
  const high = (code.imm[i + 1] >>> 0).toString(16);
  return high === '0' ? `0x${low}` : `0x${high}${low.padStart(8, '0')}`;
}

/** Distance of the addresses that stand for two maps: the size of a small kernel object. */
const OBJECT_STRIDE = 0x400;

/**
 * What the verifier prints for the load at `i`: addresses of maps, map values and kernel variables are `0xffff` and 12
 * hex digits, made up from what the load refers to; all else is the number itself.
 */
export function verifierImm64(code: Code, i: number): string {
  const pseudo = code.src[i];
  if (pseudo === 0 || pseudo === bpf.BPF_PSEUDO_FUNC) return hexOfImm64(code, i);
  const address = code.imm[i] * OBJECT_STRIDE + (code.imm[i + 1] >>> 0) * (isMapValue(pseudo) ? 1 : 0);
  return `0xffff88${(0x8000000 + address).toString(16).padStart(10, '0').slice(-10)}`;
}

/** True if a load with this source is an address within a map's value. */
export const isMapValue = (pseudo: number): boolean =>
  pseudo === bpf.BPF_PSEUDO_MAP_VALUE || pseudo === bpf.BPF_PSEUDO_MAP_IDX_VALUE;
