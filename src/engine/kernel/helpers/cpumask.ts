/** Sets of CPUs. kernel: kernel/bpf/cpumask.c */
import { acquireCpuMask, CPU_MASK_BYTES, createCpuMask, releaseCpuMask } from '../graph/kernel-objects.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';

/** The machine's CPUs as bits: what is beyond them is not looked at. */
const bitsOf = (k: Kernel, mask: Addr): number => k.memory.load32(mask) & allOf(k);
const allOf = (k: Kernel): number => (1 << k.cpus) - 1;

/** The lowest CPU of a set; one that does not exist if it is empty. */
const firstOf = (k: Kernel, bits: number): number => (bits === 0 ? k.cpus : 31 - Math.clz32(bits & -bits));

/** What a function of these sets answers. */
const ask = (answer: (k: Kernel, a: number, b: number) => number | boolean): Helper =>
  instant((k, call) => call.returns(Number(answer(k, bitsOf(k, call.low(1)), bitsOf(k, call.low(2))))));

/** (cpu, mask): how the set becomes another. */
const change = (bits: (old: number, cpu: number) => number): Helper =>
  instant((k, call) => {
    const [cpu, mask] = [call.low(1), call.low(2)];
    if (cpu >>> 0 < k.cpus) k.memory.store32(mask, bits(k.memory.load32(mask), 1 << cpu));
    call.returns(0);
  });

/** (destination, a, b): true if anything is left. */
const combine = (bits: (a: number, b: number) => number): Helper =>
  instant((k, call) => {
    const made = bits(bitsOf(k, call.low(2)), bitsOf(k, call.low(3)));
    k.memory.store32(call.low(1), made);
    call.returns(Number(made !== 0));
  });

/** (mask): the whole set at once. */
const fill = (byte: number): Helper =>
  instant((k, call) => {
    k.memory.storeBytes(call.low(1), new Uint8Array(CPU_MASK_BYTES).fill(byte));
    call.returns(0);
  });

function create(k: Kernel, call: HelperCall): void {
  const made = createCpuMask(k);
  call.returns64(made, k.pointerHigh(made));
}

function acquire(k: Kernel, call: HelperCall): void {
  acquireCpuMask(k, call.low(1));
  call.returns64(call.low(1), call.high(1));
}

function release(k: Kernel, call: HelperCall): void {
  releaseCpuMask(k, call.low(1));
  call.returns(0);
}

/** (destination, source) */
function copy(k: Kernel, call: HelperCall): void {
  k.memory.copy(call.low(1), call.low(2), CPU_MASK_BYTES);
  call.returns(0);
}

const weightOf = (bits: number): number => bits.toString(2).replaceAll('0', '').length;

export const CPU_MASK_KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_cpumask_create: instant(create),
  bpf_cpumask_acquire: instant(acquire),
  bpf_cpumask_release: instant(release),
  bpf_cpumask_copy: instant(copy),
  bpf_cpumask_first: ask((k, a) => firstOf(k, a)),
  bpf_cpumask_first_zero: ask((k, a) => firstOf(k, ~a & allOf(k))),
  bpf_cpumask_first_and: ask((k, a, b) => firstOf(k, a & b)),
  bpf_cpumask_set_cpu: change((old, cpu) => old | cpu),
  bpf_cpumask_clear_cpu: change((old, cpu) => old & ~cpu),
  bpf_cpumask_setall: fill(0xff),
  bpf_cpumask_clear: fill(0),
  bpf_cpumask_and: combine((a, b) => a & b),
  bpf_cpumask_or: combine((a, b) => a | b),
  bpf_cpumask_xor: combine((a, b) => a ^ b),
  bpf_cpumask_equal: ask((_, a, b) => a === b),
  bpf_cpumask_intersects: ask((_, a, b) => (a & b) !== 0),
  bpf_cpumask_subset: ask((_, a, b) => (a & ~b) === 0),
  bpf_cpumask_empty: ask((_, a) => a === 0),
  bpf_cpumask_full: ask((k, a) => a === allOf(k)),
  bpf_cpumask_weight: ask((_, a) => weightOf(a)),
};
