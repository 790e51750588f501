/** Arithmetic on numbers and pointers, and values that are known in part. */
import * as bpf from '../../engine/isa/constants.ts';
import { type Builder, NOTHING, NUMBER, type Rules, VALUE } from '../builder.ts';
import * as insn from '../instructions.ts';

const CLASSES = [bpf.BPF_ALU64, bpf.BPF_ALU64, bpf.BPF_ALU] as const;
const SHIFTS: readonly number[] = [bpf.BPF_LSH, bpf.BPF_RSH, bpf.BPF_ARSH];
const DIVISIONS: readonly number[] = [bpf.BPF_DIV, bpf.BPF_MOD];
const OPERATIONS = [
  bpf.BPF_ADD,
  bpf.BPF_ADD,
  bpf.BPF_SUB,
  bpf.BPF_MUL,
  bpf.BPF_OR,
  bpf.BPF_AND,
  bpf.BPF_AND,
  bpf.BPF_XOR,
  ...SHIFTS,
  ...DIVISIONS,
];
const DIVISORS = [1, 2, 3, 7, 8, 10, 64, 1000, -1, -3, 0];

function operation(b: Builder): void {
  const insnClass = b.pick(CLASSES);
  const op = b.pick(OPERATIONS);
  const off = DIVISIONS.includes(op) && b.chance(30) ? 1 : 0;
  const dst = b.ownNumber();
  if (b.chance(55)) b.emit(insn.aluImm(insnClass | op, dst, immediate(b, op, insnClass), off));
  else b.emit(insn.aluReg(insnClass | op, dst, b.number(), off));
  b.set(dst, NUMBER);
}

function immediate(b: Builder, op: number, insnClass: number): number {
  if (DIVISIONS.includes(op)) return b.pick(DIVISORS);
  if (SHIFTS.includes(op)) return b.random.below(insnClass === bpf.BPF_ALU ? 32 : 64) + (b.chance(1) ? 64 : 0);
  return b.constant();
}

function move(b: Builder): void {
  const src = b.number();
  const dst = b.target();
  const insnClass = b.pick(CLASSES);
  const bits = b.chance(50) ? 0 : b.pick(insnClass === bpf.BPF_ALU ? [8, 16] : [8, 16, 32]);
  b.emit(insn.aluReg(insnClass | bpf.BPF_MOV, dst, src, bits));
  b.set(dst, NUMBER);
}

function negateOrSwap(b: Builder): void {
  const dst = b.ownNumber();
  const opcode = b.pick([0x87, 0x84, 0xdc, 0xd4, 0xd7]);
  b.emit(insn.aluImm(opcode, dst, opcode > 0xd0 ? b.pick([16, 32, 64]) : 0));
}

/** A number between known bounds: masked, shifted, or the remainder of a division. */
function bounded(b: Builder): void {
  const dst = b.target();
  b.loadNumber(dst);
  const choices = [
    insn.andImm(dst, b.pick([1, 7, 15, 31, 63, 255])),
    insn.aluImm(0x77, dst, b.pick([56, 58, 60, 63])),
    insn.aluImm(0x97, dst, b.pick([3, 8, 10, 64])),
    insn.aluImm(0xc7, dst, b.pick([56, 60, 63])),
    insn.aluImm(0x74, dst, b.pick([16, 24, 28])),
  ];
  b.emit(b.pick(choices));
  b.set(dst, NUMBER);
}

/** One number in two registers, so that what is learnt of one holds for the other. */
function linked(b: Builder): void {
  const src = b.ownNumber();
  const dst = b.target();
  b.emit(b.chance(80) ? insn.mov(dst, src) : insn.mov32(dst, src));
  if (b.chance(60)) b.emit(insn.aluImm(b.pick([0x07, 0x04, 0x17]), dst, b.pick([1, 4, 8, -1, -8, 1000])));
  b.set(dst, NUMBER);
  const label = b.label();
  b.lead(insn.jumpImm(b.pick([0x25, 0x35, 0xa5, 0xb5, 0x15, 0x65, 0x26, 0xa6]), src, b.pick([0, 7, 16, 63])), label);
  b.emit(insn.addImm(dst, 1));
  b.place(label);
}

/** Arithmetic on something that is no number. */
function onPointer(b: Builder): void {
  const dst = b.target();
  const base = b.pick(b.holding(({ is }) => is !== 'nothing' && is !== 'number'));
  b.emit(insn.mov(dst, base));
  const op = b.pick([bpf.BPF_ADD, bpf.BPF_ADD, bpf.BPF_SUB, bpf.BPF_AND, bpf.BPF_MUL, bpf.BPF_XOR, bpf.BPF_LSH]);
  const insnClass = b.chance(90) ? bpf.BPF_ALU64 : bpf.BPF_ALU;
  if (b.chance(50)) b.emit(insn.aluImm(insnClass | op, dst, b.constant()));
  else b.emit(insn.aluReg(insnClass | op, dst, b.chance(80) ? b.number() : base));
  if (b.chance(30)) b.emit(insn.load(b.pick([1, 8]), b.target(), dst, b.pick([0, -8, 8])));
  b.set(dst, NOTHING);
  b.isRepeatable = false;
}

/** A number minus or compared with a pointer; the difference of two pointers. */
function pointerDifference(b: Builder): void {
  const dst = b.target();
  b.emit(insn.mov(dst, b.pick([VALUE, 10])));
  b.emit(insn.aluReg(0x1f & ~8, dst, b.pick([VALUE, 10, b.number()])));
  b.set(dst, NUMBER);
  b.isRepeatable = false;
}

function wideConstant(b: Builder): void {
  const dst = b.target();
  b.emit(insn.imm64(dst, b.constant(), b.pick([0, 0, -1, 1, b.constant()])));
  b.set(dst, NUMBER);
}

export const ARITHMETIC: Rules = {
  operation: { weight: 60, make: operation },
  move: { weight: 15, make: move },
  negateOrSwap: { weight: 6, make: negateOrSwap },
  bounded: { weight: 15, make: bounded },
  linked: { weight: 12, make: linked },
  onPointer: { weight: 4, make: onPointer },
  pointerDifference: { weight: 1, make: pointerDifference },
  wideConstant: { weight: 4, make: wideConstant },
};
