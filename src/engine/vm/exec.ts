/**
 * Runs a bare program without a kernel: r1 = a block of memory, r2 = its length, result r0. The protocol of the public
 * bpf_conformance suite. Calls of subprograms work; there are no maps or contexts, and of helpers only those that ask
 * for the time or the CPU: on a machine that has just started, which is what there is here.
 */
import { err, ok, type Result } from '../../lib/result.ts';
import { MAX_BPF_STACK } from '../abi/limits.ts';
import { POINTER_HIGH } from './addresses.ts';
import { run, UNLIMITED } from './interpreter.ts';
import { type Addresses, type Pair, type Program, prepare } from './prepare.ts';
import {
  STOP_CALL,
  STOP_EXIT,
  STOP_FUEL,
  STOP_HELPER,
  STOP_KFUNC,
  Vm,
  type VmEnvironment,
  type VmMemory,
} from './vm.ts';

const FRAMES = 8;
/** Register blocks of the frames. */
const REGISTERS = 4096;
const REGISTERS_STRIDE = 128;
const STACKS = REGISTERS + FRAMES * REGISTERS_STRIDE;
const BLOCK = STACKS + FRAMES * MAX_BPF_STACK;
/** Cost after which a program counts as endless. */
const FUEL = 100_000_000;
const CALL_SAVED_FIRST = 6;
const CALL_SAVED_LAST = 9;

/** Results of helpers by number: bpf_ktime_get_ns, bpf_get_smp_processor_id and the other clocks. */
const HELPER_RESULTS: ReadonlyMap<number, number> = new Map([5, 8, 125, 160, 208].map((number) => [number, 0]));

/** Memory without journal, hash and shadow. */
class FlatMemory implements VmMemory {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly size: number;
  private readonly view: DataView;

  constructor(size: number) {
    this.size = size;
    this.bytes = new Uint8Array((size + 7) & ~7);
    this.words = new Int32Array(this.bytes.buffer);
    this.view = new DataView(this.bytes.buffer);
  }

  store8(address: number, value: number): void {
    this.bytes[address] = value;
  }
  store16(address: number, value: number): void {
    this.view.setInt16(address, value, true);
  }
  store32(address: number, value: number): void {
    this.words[address >> 2] = value;
  }
  storeUnaligned32(address: number, value: number): void {
    this.view.setInt32(address, value, true);
  }
  loadUnaligned32(address: number): number {
    return this.view.getInt32(address, true);
  }
  touchRange(): boolean {
    return true;
  }
}

const BARE: VmEnvironment = {
  loadContext: () => false,
  storeContext: () => false,
  loadPacket: () => -1,
};

const NOWHERE: Addresses = {
  map: () => ({ low: 0, high: 0 }),
  mapValue: () => ({ low: 0, high: 0 }),
  kernelVariable: () => ({ low: 0, high: 0 }),
  subprogram: (insn) => ({ low: insn, high: 0 }),
};

/** The value of r0, or why there is none, after `fuel` instructions at most. `block` is not changed. */
export function exec(insns: Uint8Array, block: Uint8Array, fuel: number = FUEL): Result<Pair, string> {
  if (insns.length === 0 || insns.length % 8 !== 0) return err(`${insns.length} bytes are no program`);
  const memory = new FlatMemory(BLOCK + block.length);
  memory.bytes.set(block, BLOCK);
  const vm = new Vm(memory, BARE);
  vm.fuel = fuel;
  setRegister(memory, 0, 1, BLOCK, POINTER_HIGH);
  setRegister(memory, 0, 2, block.length, 0);
  return runFrames(vm, memory, prepare(insns, [0], undefined, NOWHERE), fuel);
}

function runFrames(vm: Vm, memory: FlatMemory, program: Program, fuel: number): Result<Pair, string> {
  const returns: number[] = [];
  let pc = 0;
  for (;;) {
    const depth = returns.length;
    setRegister(memory, depth, 10, STACKS + (depth + 1) * MAX_BPF_STACK, POINTER_HIGH);
    if (pc < 0 || pc >= program.length) return err(`jump to ${pc}, outside of the program`);
    const stop = run(vm, program, frameAt(depth), pc, UNLIMITED);
    if (stop === STOP_EXIT) {
      const back = returns.pop();
      const r0 = register(memory, depth, 0);
      if (back === undefined) return ok(r0);
      setRegister(memory, depth - 1, 0, r0.low, r0.high);
      pc = back;
    } else if (stop === STOP_CALL && depth + 1 < FRAMES) {
      for (let r = 1; r <= 5; r++) copyRegister(memory, depth, depth + 1, r);
      for (let r = CALL_SAVED_FIRST; r <= CALL_SAVED_LAST; r++) copyRegister(memory, depth, depth + 1, r);
      returns.push(vm.pc + 1);
      pc = vm.pc + 1 + program.imm[vm.pc];
    } else if (stop === STOP_HELPER && HELPER_RESULTS.has(program.imm[vm.pc])) {
      setRegister(memory, depth, 0, HELPER_RESULTS.get(program.imm[vm.pc]) ?? 0, 0);
      pc = vm.pc + 1;
    } else return err(stop === STOP_FUEL ? `no end after ${fuel} instructions` : reasonOf(stop, vm, program));
  }
}

function reasonOf(stop: number, vm: Vm, { imm }: Program): string {
  if (stop === STOP_CALL) return `insn ${vm.pc}: more than ${FRAMES} nested calls`;
  if (stop === STOP_HELPER) return `insn ${vm.pc}: there is no helper ${imm[vm.pc]} here`;
  if (stop === STOP_KFUNC) return `insn ${vm.pc}: there are no kernel functions here`;
  const fault = vm.fault;
  if (fault === undefined || fault.kind === 'instruction') return `insn ${vm.pc}: unknown opcode`;
  const address = ((BigInt(fault.high >>> 0) << 32n) | BigInt(fault.low >>> 0)).toString(16);
  return `insn ${vm.pc}: ${fault.write ? 'store to' : 'load from'} 0x${address}, ${fault.size} bytes, outside of memory`;
}

const frameAt = (depth: number): number => REGISTERS + depth * REGISTERS_STRIDE;

function setRegister(memory: FlatMemory, depth: number, number: number, low: number, high: number): void {
  const at = (frameAt(depth) >> 2) + 2 * number;
  memory.words[at] = low;
  memory.words[at + 1] = high;
}

function register(memory: FlatMemory, depth: number, number: number): Pair {
  const at = (frameAt(depth) >> 2) + 2 * number;
  return { low: memory.words[at], high: memory.words[at + 1] };
}

function copyRegister(memory: FlatMemory, from: number, to: number, number: number): void {
  const { low, high } = register(memory, from, number);
  setRegister(memory, to, number, low, high);
}
