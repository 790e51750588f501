/** Atomic instructions: STX with mode ATOMIC. On one thread each is a load, an operation and a store. */
import { addressOf, faultAt, loadFrom, sizeOf, storeTo } from './access.ts';
import type { Program } from './prepare.ts';
import type { Vm } from './vm.ts';

/** Operations in `imm`. kernel: include/uapi/linux/bpf.h */
const ADD = 0x00;
const FETCH = 0x01;
const OR = 0x40;
const AND = 0x50;
const XOR = 0xa0;
const XCHG = 0xe1;
const CMPXCHG = 0xf1;
const LOAD_ACQUIRE = 0x100;
const STORE_RELEASE = 0x110;

const old = new Int32Array(2);

/** Executes the atomic at `pc`. False on a fault. */
export function atomic(vm: Vm, program: Program, registers: number, pc: number): boolean {
  const size = sizeOf(program.opcode[pc]);
  const operation = program.imm[pc];
  const source = registers + 2 * program.src[pc];
  const destination = registers + program.dst[pc];
  const base = operation === LOAD_ACQUIRE ? source : destination;
  const address = addressOf(vm, base, program.off[pc], size);
  if (address < 0) return faultAt(vm, base, program.off[pc], size, operation !== LOAD_ACQUIRE, 'access');
  const words = vm.memory.words;
  if (operation === LOAD_ACQUIRE) loadFrom(vm, address, size, destination);
  else if (operation === STORE_RELEASE) storeTo(vm, address, size, words[source], words[source + 1]);
  else {
    vm.fenced = true;
    modify(vm, address, size, operation, source, registers);
  }
  return true;
}

/** Read, change, write; `size` is 4 or 8. The fetched value of 4 bytes is zero-extended. */
function modify(vm: Vm, address: number, size: number, operation: number, source: number, registers: number): void {
  const words = vm.memory.words;
  old[0] = vm.memory.loadUnaligned32(address);
  old[1] = size === 8 ? vm.memory.loadUnaligned32(address + 4) : 0;
  if (operation === CMPXCHG) {
    const equal = words[registers] === old[0] && (size === 4 || words[registers + 1] === old[1]);
    if (equal) storeTo(vm, address, size, words[source], words[source + 1]);
    words[registers] = old[0];
    words[registers + 1] = old[1];
    return;
  }
  change(vm, address, size, operation, words[source], words[source + 1]);
  if ((operation & FETCH) === 0) return;
  words[source] = old[0];
  words[source + 1] = old[1];
}

function change(vm: Vm, address: number, size: number, operation: number, low: number, high: number): void {
  switch (operation === XCHG ? XCHG : operation & ~FETCH) {
    case ADD: {
      const sum = (old[0] + low) | 0;
      const carry = sum >>> 0 < low >>> 0 ? 1 : 0;
      return storeTo(vm, address, size, sum, old[1] + high + carry);
    }
    case OR:
      return storeTo(vm, address, size, old[0] | low, old[1] | high);
    case AND:
      return storeTo(vm, address, size, old[0] & low, old[1] & high);
    case XOR:
      return storeTo(vm, address, size, old[0] ^ low, old[1] ^ high);
    case XCHG:
      return storeTo(vm, address, size, low, high);
  }
}
