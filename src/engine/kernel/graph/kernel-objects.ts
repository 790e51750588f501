/** Objects of the kernel that programs may keep in kptrs. */
import { freeRoutine } from '../cpu/free-routine.ts';
import type { Kernel } from '../kernel.ts';
import { layout, u32, words } from '../memory/layout.ts';
import type { Addr } from '../memory/memory.ts';
import { viewOf } from '../memory/view.ts';

/** Room for 256 CPUs, as the recording kernel has. */
const MASK_WORDS = 8;
export const CPU_MASK_BYTES = 4 * MASK_WORDS;

/** kernel: struct bpf_cpumask */
const CpuMask = layout('bpf_cpumask', { bits: words(MASK_WORDS), usage: u32(), reserved: u32() });

const mask = viewOf(CpuMask);

/** An empty set of CPUs with one reference; 0 if memory is used up. kernel: bpf_cpumask_create() */
export function createCpuMask(k: Kernel): Addr {
  const made = k.kzalloc(CpuMask);
  if (made !== 0) mask(k, made).usage = 1;
  return made;
}

/** kernel: bpf_cpumask_acquire() */
export function acquireCpuMask(k: Kernel, at: Addr): void {
  mask(k, at).usage++;
}

/** The last reference frees the set after a grace period. kernel: bpf_cpumask_release() */
export function releaseCpuMask(k: Kernel, at: Addr): void {
  const left = mask(k, at).usage - 1;
  mask(k, at).usage = left;
  if (left === 0) k.rcu.call(freeCpuMask, at);
}

const freeCpuMask = freeRoutine('cpumask_free', 'bpf_mem_cache_free_rcu()', 'free_one(cpumask)');

/** By the name of the type. Tasks, cgroups and crypto contexts are never handed out, so none comes back. */
const DESTRUCTORS: Readonly<Record<string, (k: Kernel, at: Addr) => void>> = { bpf_cpumask: releaseCpuMask };

/** Gives a reference that a kptr held back to the kernel. */
export const releaseKernelObject = (k: Kernel, type: string, at: Addr): void => DESTRUCTORS[type]?.(k, at);

export const KERNEL_OBJECT_ROUTINES = [freeCpuMask];
