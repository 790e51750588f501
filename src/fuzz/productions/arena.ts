/** Memory that a program shares with user space: its addresses, casts between address spaces, its pages. */
import * as bpf from '../../engine/isa/constants.ts';
import { type Builder, NOTHING, NUMBER, type Rules } from '../builder.ts';
import * as insn from '../instructions.ts';

const CAST = 1;
/** From the arena's address space to the kernel's, back, and what is neither. */
const SPACES = [1, 1, 1, 0x10000, 0, 0x20001];

function cast(b: Builder, register: number): void {
  const opcode = (b.chance(97) ? bpf.BPF_ALU64 : bpf.BPF_ALU) | bpf.BPF_MOV;
  b.emit({ ...insn.aluReg(opcode, register, register, CAST), imm: b.pick(SPACES) });
}

function arenaAccess(b: Builder): void {
  const register = b.target();
  const name = b.chance(94) ? 'arena' : b.pick(['arena_unset', 'arena_too', 'values']);
  if (b.chance(80)) b.emit(insn.mapValueAddress(register, b.mapIndex(name), b.pick([0, 8, 4096])));
  else if (b.chance(50)) b.loadNumber(register);
  else b.mapAddress(register, name);
  if (b.chance(10)) b.mapAddress(b.target(), 'arena');
  if (b.chance(90)) cast(b, register);
  b.withLocked(register, () => {
    const value = b.number();
    const uses = [
      () => b.emit(insn.load(b.pick([1, 4, 8]), b.target(), register, b.pick([0, 8, -8, 0x7000]))),
      () => b.emit(insn.store(8, register, value, 8)),
      () => b.emit(insn.storeImm(4, register, 0, 7)),
      () => b.emit(insn.atomic(8, bpf.BPF_ADD, register, value, 0)),
      () => b.emit(insn.aluReg(bpf.BPF_ALU64 | bpf.BPF_ADD, register, value)),
      () => b.emit(insn.aluImm(bpf.BPF_ALU64 | bpf.BPF_AND, register, 8)),
      () => b.emit(insn.loadSigned(4, b.target(), register, 0)),
    ];
    for (let i = b.random.below(3); i >= 0; i--) b.pick(uses)();
  });
  b.set(register, NOTHING);
  b.isRepeatable = false;
}

/** Pages are taken and given back. */
function arenaPages(b: Builder): void {
  if (!b.isSleepable && !b.chance(5)) return;
  b.mapAddress(1, b.chance(95) ? 'arena' : 'values');
  b.emit(insn.movImm(2, 0), insn.movImm(3, 1), insn.movImm(4, -1), insn.movImm(5, 0));
  b.emit(insn.callKernel('bpf_arena_alloc_pages'));
  b.afterCall(NOTHING);
  if (b.chance(60)) b.emit(insn.storeImm(8, 0, 0, 5));
  if (b.chance(50)) {
    b.emit(insn.mov(2, 0));
    b.mapAddress(1, 'arena');
    b.emit(insn.movImm(3, 1), insn.callKernel('bpf_arena_free_pages'));
    b.afterCall(NUMBER);
  }
  b.isRepeatable = false;
}

/** A function that takes an address of the arena, or a number. */
function arenaCall(b: Builder): void {
  if (b.chance(70)) b.emit(insn.mapValueAddress(1, b.mapIndex('arena'), 0));
  else b.emit(insn.mov(1, b.chance(50) ? b.number() : b.anyPointer()));
  if (b.chance(60)) cast(b, 1);
  b.lead(insn.callFunction, b.functionOf('G_arena'));
  b.afterCall();
  b.isRepeatable = false;
}

export const ARENA: Rules = {
  arenaAccess: { weight: 2, make: arenaAccess },
  arenaPages: { weight: 1, make: arenaPages },
  arenaCall: { weight: 0.5, make: arenaCall },
};
