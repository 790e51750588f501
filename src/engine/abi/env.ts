import { isGeneration, type Switches, switchesOf, type VerifierRule } from './generations.ts';

/**
 * What a verdict depends on besides the program: the kernel, the machine and the rights of the process that loads.
 */

/** Capabilities that `BPF_PROG_LOAD` and the verifier ask about. */
export type Capability = 'CAP_BPF' | 'CAP_PERFMON' | 'CAP_NET_ADMIN' | 'CAP_SYS_ADMIN';

export interface VerifierEnv {
  /** Label of the kernel generation, shown beside the verdict ('6.18', '5.15', …). */
  readonly kernel: string;
  /** The generation's rules for asynchronous callbacks; all other rules are those of 6.18. */
  readonly rules: Pick<Switches, VerifierRule>;
  /** `num_possible_cpus()`: bounds the result of `bpf_get_smp_processor_id()`. */
  readonly possibleCpus: number;
  /** Without the JIT stack frames are rounded to 32 bytes, and programs with kfuncs, arenas or private stacks cannot be loaded. */
  readonly jit: boolean;
  readonly capabilities: ReadonlySet<Capability>;
  /** CONFIG_PREEMPT_RT: timers, work queues and raw spin locks have other rules. */
  readonly preemptRt: boolean;
  /** CONFIG_HZ: ticks of `bpf_jiffies64()` per second. */
  readonly hz: number;
  /** CONFIG_KALLSYMS_ALL: the addresses of the kernel's variables can be looked up, so programs can name them. */
  readonly kallsymsAll: boolean;
  /** `BPF_F_STRICT_ALIGNMENT` is implied; false on x86-64, which reads unaligned words at full speed. */
  readonly strictAlignment: boolean;
}

const ALL_CAPABILITIES: ReadonlySet<Capability> = new Set(['CAP_BPF', 'CAP_PERFMON', 'CAP_NET_ADMIN', 'CAP_SYS_ADMIN']);

/** The recording machine of the conformance corpus: Linux 6.18.44 on x86-64, two CPUs, root. */
export const DEFAULT_ENV: VerifierEnv = {
  kernel: '6.18',
  rules: switchesOf('6.18'),
  possibleCpus: 2,
  jit: true,
  capabilities: ALL_CAPABILITIES,
  preemptRt: false,
  hz: 250,
  kallsymsAll: false,
  strictAlignment: false,
};

/** Of a machine, what a verdict depends on. */
export interface JudgingMachine {
  /** Label of a generation; an unknown one has the rules of 6.18. */
  readonly kernel: string;
  /** Single switches that are set otherwise than the generation has them. */
  readonly switches?: Partial<Switches> | undefined;
  readonly cpus?: number;
}

/** The recording machine, with the kernel and the CPUs of another one. */
export function environmentOf({ kernel, switches, cpus = DEFAULT_ENV.possibleCpus }: JudgingMachine): VerifierEnv {
  const rules = switchesOf(isGeneration(kernel) ? kernel : '6.18', switches);
  return { ...DEFAULT_ENV, kernel, rules, possibleCpus: cpus };
}

/** True if the process has `capability`; CAP_SYS_ADMIN contains CAP_BPF and CAP_PERFMON, as in `bpf_capable()`, `perfmon_capable()`. */
export function capable(env: VerifierEnv, capability: Capability): boolean {
  return env.capabilities.has(capability) || env.capabilities.has('CAP_SYS_ADMIN');
}
