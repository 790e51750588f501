/** Loads and stores of instructions: sizes, alignment, sign extension, faults. */
import { NULL_PAGE, POINTER_HIGH } from './addresses.ts';
import { ACCESS_CONTEXT, ACCESS_PROBE, type Program } from './prepare.ts';
import type { Fault, Vm } from './vm.ts';

/** Bytes by the size bits of an opcode: W, H, B, DW. */
const SIZES = [4, 2, 1, 8] as const;

export const sizeOf = (opcode: number): number => SIZES[(opcode >> 3) & 3];

/** Offset of the byte at base + off; -1 if [offset, offset + size) is not machine memory. `base` indexes a register's low word. */
export function addressOf(vm: Vm, base: number, off: number, size: number): number {
  const words = vm.memory.words;
  const address = (words[base] + off) >>> 0;
  if (words[base + 1] !== POINTER_HIGH || address < NULL_PAGE || address + size > vm.memory.size) return -1;
  if (vm.checked) vm.memory.touchRange(address, size);
  return address;
}

/** Notes a bad access; always false, so that callers return it. */
export function faultAt(vm: Vm, base: number, off: number, size: number, write: boolean, kind: Fault['kind']): boolean {
  const words = vm.memory.words;
  vm.fault = { kind, low: (words[base] + off) | 0, high: words[base + 1], size, write };
  return false;
}

/** Executes LDX at `pc`. False on a fault. `registers` indexes the register block. */
export function load(vm: Vm, program: Program, registers: number, pc: number): boolean {
  const opcode = program.opcode[pc];
  const size = sizeOf(opcode);
  const base = registers + 2 * program.src[pc];
  const target = registers + program.dst[pc];
  const access = program.access[pc];
  if (access === ACCESS_CONTEXT) {
    const words = vm.memory.words;
    if (!vm.environment.loadContext(words[base], program.off[pc], size, words, target)) {
      return faultAt(vm, base, program.off[pc], size, false, 'context');
    }
    if ((opcode & 0xe0) === 0x80) extendSign(words, target, size);
    return true;
  }
  const address = addressOf(vm, base, program.off[pc], size);
  if (address < 0) {
    if (access !== ACCESS_PROBE) return faultAt(vm, base, program.off[pc], size, false, 'access');
    vm.memory.words[target] = 0;
    vm.memory.words[target + 1] = 0;
    return true;
  }
  loadFrom(vm, address, size, target);
  if ((opcode & 0xe0) === 0x80) extendSign(vm.memory.words, target, size);
  return true;
}

/** words[target] = the `size` bytes at `address`, zero-extended. */
export function loadFrom(vm: Vm, address: number, size: number, target: number): void {
  const { words, bytes } = vm.memory;
  if (size === 8) {
    // The address register may be the target: both halves are read before either is written.
    const low = vm.memory.loadUnaligned32(address);
    words[target + 1] = vm.memory.loadUnaligned32(address + 4);
    words[target] = low;
    return;
  }
  if (size === 4) words[target] = vm.memory.loadUnaligned32(address);
  else words[target] = size === 2 ? bytes[address] | (bytes[address + 1] << 8) : bytes[address];
  words[target + 1] = 0;
}

function extendSign(words: Int32Array, target: number, size: number): void {
  if (size === 8) return;
  const shift = 32 - 8 * size;
  words[target] = (words[target] << shift) >> shift;
  words[target + 1] = words[target] >> 31;
}

/** Executes ST and STX with mode MEM: stores the pair. False on a fault. */
export function store(vm: Vm, program: Program, registers: number, pc: number, low: number, high: number): boolean {
  const size = sizeOf(program.opcode[pc]);
  const base = registers + program.dst[pc];
  if (program.access[pc] === ACCESS_CONTEXT) {
    const address = vm.memory.words[base];
    if (vm.environment.storeContext(address, program.off[pc], size, low, high)) return true;
    return faultAt(vm, base, program.off[pc], size, true, 'context');
  }
  const address = addressOf(vm, base, program.off[pc], size);
  if (address < 0) return faultAt(vm, base, program.off[pc], size, true, 'access');
  storeTo(vm, address, size, low, high);
  return true;
}

/** Stores the low `size` bytes of a pair at `address`. */
export function storeTo(vm: Vm, address: number, size: number, low: number, high: number): void {
  const memory = vm.memory;
  if (size === 1) return memory.store8(address, low);
  if (size === 2) return memory.store16(address, low);
  memory.storeUnaligned32(address, low);
  if (size === 8) memory.storeUnaligned32(address + 4, high);
}
