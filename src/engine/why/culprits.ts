/** What a message of the verifier is about: which values to follow back from the instruction it was said at. */

export interface Culprit {
  /** Registers to follow; none means those that the instruction reads. */
  readonly registers: readonly number[];
  /** Offsets of stack slots to follow. */
  readonly slots: readonly number[];
  /** Instructions that it names. */
  readonly insns: readonly number[];
  /** Calls, the last one of which on the path matters. */
  readonly calls: readonly string[];
  /** The loop matters: its last jumps. */
  readonly isLoop: boolean;
  /** What is said of the last instruction. */
  readonly verdict: string;
}

type Row = readonly [line: RegExp, about: (...groups: readonly string[]) => Partial<Culprit>];

const value = (bounds: string): string => {
  const known = /smin=(-?\d+) smax=(-?\d+)/.exec(bounds);
  if (known === null) return 'any number';
  return known[1] === known[2] ? known[1] : `${known[1]} to ${known[2]}`;
};
const range = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`);

const ROWS: readonly Row[] = [
  [
    /^At .* the register R(\d+) has (.*) should have been in \[(-?\d+), (-?\d+)\]/,
    (register, has, low, high) => ({
      registers: [Number(register)],
      verdict: `wants ${range(low, high)}, has ${value(has)}`,
    }),
  ],
  [
    /^R(\d+) !read_ok/,
    (register) => ({ registers: [Number(register)], verdict: `reads R${register}, which has no value` }),
  ],
  [
    /^R(\d+) invalid mem access '(.*)'/,
    (register, type) => ({ registers: [Number(register)], verdict: `R${register} is ${type}, not memory` }),
  ],
  [
    /^R(\d+) type=(\S+) expected=(.*)/,
    (register, type, wanted) => ({
      registers: [Number(register)],
      verdict: `wants ${wanted.split(', ')[0]} in R${register}, has ${type}`,
    }),
  ],
  [
    /^off (-?\d+) doesn't point to '(.*)' that is at (\d+)/,
    (found, type, at) => ({ registers: [1], verdict: `wants ${type} at ${at}, R1 points to ${found}` }),
  ],
  [
    /^(?:timer|workqueue) pointer in R1 .* map pointer in R2/,
    () => ({ registers: [1, 2], verdict: 'two maps, must be one' }),
  ],
  [
    /^Unreleased reference id=\d+ alloc_insn=(\d+)/,
    (insn) => ({ insns: [Number(insn)], verdict: 'ends with the reference' }),
  ],
  [
    /bpf_spin_lock-ed region|while holding a lock|while holding.*lock/,
    () => ({ calls: ['bpf_spin_lock', 'bpf_res_spin_lock', 'bpf_res_spin_lock_irqsave'], verdict: 'the lock is held' }),
  ],
  [
    /bpf_spin_unlock of different lock/,
    () => ({ calls: ['bpf_spin_lock'], registers: [1], verdict: 'another lock is held' }),
  ],
  [/bpf_rcu_read_lock-ed region/, () => ({ calls: ['bpf_rcu_read_lock'], verdict: 'still inside the RCU section' })],
  [/bpf_preempt_disable-ed region/, () => ({ calls: ['bpf_preempt_disable'], verdict: 'preemption is still off' })],
  [/bpf_local_irq_save-ed region/, () => ({ calls: ['bpf_local_irq_save'], verdict: 'interrupts are still off' })],
  [/^map '.*' has (?:no valid|to have)/, () => ({ registers: [1], verdict: 'its value has no such field' })],
  [/cannot be accessed directly/, () => ({ registers: [], verdict: 'reaches into a field of the kernel' })],
  [/^infinite loop detected/, () => ({ isLoop: true, verdict: 'comes back with the state it had' })],
  [/too complex|BPF program is too large/, () => ({ isLoop: true, verdict: 'the verifier gives up here' })],
  [
    /^(?:invalid|misaligned).*stack.*R(\d+) off=?\s?(-\d+)/,
    (register, off) => ({ registers: [Number(register)], slots: [slot(off)] }),
  ],
  [
    /^(?:invalid|misaligned).*stack off (-\d+)/,
    (off) => ({ slots: [slot(off)], verdict: `nothing is written at fp${off}` }),
  ],
  [/as arg #(\d)/, (arg) => ({ registers: [Number(arg) + 1] })],
  [/^arg#? ?(\d) /, (arg) => ({ registers: [Number(arg)] })],
  [
    /\bR(\d+)\b(?:.*\bR(\d+)\b)?/,
    (first, second) => ({ registers: second === undefined ? [Number(first)] : [Number(first), Number(second)] }),
  ],
];

const slot = (offset: string): number => Math.floor(Number(offset) / 8) * 8;

const NOBODY: Culprit = { registers: [], slots: [], insns: [], calls: [], isLoop: false, verdict: 'rejected here' };

/** What the lines of a rejection are about; what they do not tell is left to the instruction. */
export function culpritOf(lines: readonly string[]): Culprit {
  for (const [pattern, about] of ROWS) {
    for (const line of lines) {
      const found = pattern.exec(line);
      if (found !== null) return sane({ ...NOBODY, ...about(...found.slice(1)) });
    }
  }
  return NOBODY;
}

const sane = (culprit: Culprit): Culprit => ({
  ...culprit,
  registers: culprit.registers.filter((regno) => regno <= 10),
});
