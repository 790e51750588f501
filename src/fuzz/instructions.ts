/** Items by what they do. Labels are resolved when the program is finished. */
import * as bpf from '../engine/isa/constants.ts';
import type { Item } from './item.ts';

const item = (opcode: number, dst = 0, src = 0, off = 0, imm = 0): Item => ({ opcode, dst, src, off, imm });

const ALU64_X = bpf.BPF_ALU64 | bpf.BPF_X;

export const movImm = (dst: number, imm: number): Item => item(bpf.BPF_ALU64 | bpf.BPF_MOV, dst, 0, 0, imm);
export const mov = (dst: number, src: number): Item => item(ALU64_X | bpf.BPF_MOV, dst, src);
export const mov32 = (dst: number, src: number): Item => item(bpf.BPF_ALU | bpf.BPF_X | bpf.BPF_MOV, dst, src);
/** `op` with its class and source bits; `off` 1 for signed division. */
export const aluImm = (op: number, dst: number, imm: number, off = 0): Item => item(op, dst, 0, off, imm);
export const aluReg = (op: number, dst: number, src: number, off = 0): Item => item(op | bpf.BPF_X, dst, src, off);
export const addImm = (dst: number, imm: number): Item => aluImm(bpf.BPF_ALU64 | bpf.BPF_ADD, dst, imm);
export const addReg = (dst: number, src: number): Item => aluReg(bpf.BPF_ALU64 | bpf.BPF_ADD, dst, src);
export const andImm = (dst: number, imm: number): Item => aluImm(bpf.BPF_ALU64 | bpf.BPF_AND, dst, imm);

const SIZE_BITS: Readonly<Record<number, number>> = { 1: bpf.BPF_B, 2: bpf.BPF_H, 4: bpf.BPF_W, 8: bpf.BPF_DW };

/** Loads and stores of `size` bytes. */
export const load = (size: number, dst: number, src: number, off: number): Item =>
  item(bpf.BPF_LDX | bpf.BPF_MEM | SIZE_BITS[size], dst, src, off);
export const loadSigned = (size: number, dst: number, src: number, off: number): Item =>
  item(bpf.BPF_LDX | bpf.BPF_MEMSX | SIZE_BITS[size], dst, src, off);
export const store = (size: number, dst: number, src: number, off: number): Item =>
  item(bpf.BPF_STX | bpf.BPF_MEM | SIZE_BITS[size], dst, src, off);
export const storeImm = (size: number, dst: number, off: number, imm: number): Item =>
  item(bpf.BPF_ST | bpf.BPF_MEM | SIZE_BITS[size], dst, 0, off, imm);
export const atomic = (size: number, op: number, dst: number, src: number, off: number): Item =>
  item(bpf.BPF_STX | bpf.BPF_ATOMIC | SIZE_BITS[size], dst, src, off, op);

export const imm64 = (dst: number, low: number, high: number): Item => ({
  ...item(bpf.LD_IMM64, dst, 0, 0, low),
  high,
});
/** The address of a map by its index among the request's maps. */
export const mapAddress = (dst: number, index: number): Item => ({
  ...item(bpf.LD_IMM64, dst, bpf.BPF_PSEUDO_MAP_IDX, 0, index),
  high: 0,
});
export const mapValueAddress = (dst: number, index: number, offset: number): Item => ({
  ...item(bpf.LD_IMM64, dst, bpf.BPF_PSEUDO_MAP_IDX_VALUE, 0, index),
  high: offset,
});
export const functionAddress = (dst: number): Item => ({
  ...item(bpf.LD_IMM64, dst, bpf.BPF_PSEUDO_FUNC),
  high: 0,
});

export const call = (helper: number): Item => item(bpf.BPF_JMP | bpf.BPF_CALL, 0, 0, 0, helper);
export const callFunction: Item = item(bpf.BPF_JMP | bpf.BPF_CALL, 0, bpf.BPF_PSEUDO_CALL);
export const callKernel = (kernelName: string): Item => ({
  ...item(bpf.BPF_JMP | bpf.BPF_CALL, 0, bpf.BPF_PSEUDO_KFUNC_CALL),
  kernelName,
});
export const callMissing: Item = item(bpf.BPF_JMP | bpf.BPF_CALL, 0, bpf.BPF_PSEUDO_KFUNC_CALL);
export const exit: Item = item(bpf.BPF_JMP | bpf.BPF_EXIT);
export const goto: Item = item(bpf.BPF_JMP | bpf.BPF_JA);
export const gotoLong: Item = item(bpf.BPF_JMP32 | bpf.BPF_JA);
export const mayGoto: Item = item(bpf.BPF_JMP | bpf.BPF_JCOND);
export const jumpImm = (op: number, dst: number, imm: number): Item => item(op, dst, 0, 0, imm);
export const jumpReg = (op: number, dst: number, src: number): Item => item(op | bpf.BPF_X, dst, src);
/** A load from the packet in the old way. */
export const loadAbsolute = (size: number, offset: number): Item =>
  item(bpf.BPF_LD | bpf.BPF_ABS | SIZE_BITS[size], 0, 0, 0, offset);
export const loadIndirect = (size: number, src: number, offset: number): Item =>
  item(bpf.BPF_LD | bpf.BPF_IND | SIZE_BITS[size], 0, src, 0, offset);
