/** Values of `extern` configuration variables: what the simulated kernel says about itself. libbpf: bpf_object__resolve_externs() */
import type { KconfigExtern } from '../program/spec.ts';
import { KERNEL_RELEASE } from './kernel-release.ts';

const [MAJOR, MINOR, PATCH] = KERNEL_RELEASE;

/** kernel: KERNEL_VERSION() */
const LINUX_KERNEL_VERSION = (MAJOR << 16) | (MINOR << 8) | PATCH;

/** Variables that libbpf answers itself, and settings of the kernel that are numbers. */
const NUMBERS: Readonly<Record<string, bigint>> = {
  LINUX_KERNEL_VERSION: BigInt(LINUX_KERNEL_VERSION),
  LINUX_HAS_BPF_COOKIE: 1n,
  LINUX_HAS_SYSCALL_WRAPPER: 1n,
  CONFIG_HZ: 250n,
  CONFIG_NR_CPUS: 256n,
  CONFIG_PAGE_SHIFT: 12n,
  CONFIG_PGTABLE_LEVELS: 5n,
};

/** Settings that are on, of those that programs ask for. */
const IS_ON: ReadonlySet<string> = new Set(
  `64BIT ARCH_HAS_SYSCALL_WRAPPER BPF BPF_EVENTS BPF_JIT BPF_JIT_ALWAYS_ON BPF_LSM BPF_SYSCALL CGROUPS CGROUP_BPF CGROUP_PIDS
  DEBUG_INFO_BTF DYNAMIC_FTRACE FUNCTION_TRACER HAVE_EFFICIENT_UNALIGNED_ACCESS HIGH_RES_TIMERS HZ_250 INET IPV6 IPV6_SUBTREES KALLSYMS
  MEMCG MMU NET NETFILTER NET_CLS_BPF NET_NS NET_SCH_INGRESS NF_CONNTRACK NO_HZ_IDLE NUMA PERF_EVENTS PREEMPTION PREEMPT_RCU
  PROC_FS SECURITY SECURITY_SELINUX SMP SYSCTL TRACEPOINTS UNWINDER_ORC UPROBES USER_NS X86 X86_64 XDP_SOCKETS`
    .split(/\s+/)
    .map((name) => `CONFIG_${name}`),
);

/** What a setting that is on reads as. libbpf: set_kcfg_value_tri() */
const ON: Readonly<Record<KconfigExtern['kind'], bigint>> = {
  bool: 1n,
  tristate: 2n,
  char: BigInt('y'.charCodeAt(0)),
  int: 0n,
  char_array: 0n,
};

/** Contents of the `.kconfig` map. Settings that are not known read as zero, as weak ones do. */
export function kconfigData(externs: readonly KconfigExtern[], size: number): Uint8Array {
  const data = new Uint8Array(size);
  for (const { name, offset, size: width, kind } of externs) {
    const value = settingOf(name, kind);
    for (let i = 0; i < width; i++) data[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
  }
  return data;
}

function settingOf(name: string, kind: KconfigExtern['kind']): bigint {
  if (kind === 'char_array') return 0n;
  return NUMBERS[name] ?? (IS_ON.has(name) ? ON[kind] : 0n);
}
