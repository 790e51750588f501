/** Values of `extern` configuration variables: what the simulated kernel says about itself. libbpf: bpf_object__resolve_externs() */
import type { KconfigExtern } from '../program/spec.ts';
import { KERNEL_RELEASE } from './kernel-release.ts';

const [MAJOR, MINOR, PATCH] = KERNEL_RELEASE;

/** kernel: KERNEL_VERSION() */
const LINUX_KERNEL_VERSION = (MAJOR << 16) | (MINOR << 8) | PATCH;

/** Variables that libbpf answers itself, and settings of the kernel that we model. */
const VALUES: Readonly<Record<string, bigint>> = {
  LINUX_KERNEL_VERSION: BigInt(LINUX_KERNEL_VERSION),
  LINUX_HAS_BPF_COOKIE: 1n,
  LINUX_HAS_SYSCALL_WRAPPER: 1n,
  CONFIG_HZ: 250n,
};

/** Contents of the `.kconfig` map. Settings that are not known read as zero, as weak ones do. */
export function kconfigData(externs: readonly KconfigExtern[], size: number): Uint8Array {
  const data = new Uint8Array(size);
  for (const { name, offset, size: width, kind } of externs) {
    const value = kind === 'char_array' ? 0n : (VALUES[name] ?? 0n);
    for (let i = 0; i < width; i++) data[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
  }
  return data;
}
