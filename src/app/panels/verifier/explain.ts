/** What stands behind a line of the verifier, in one or two sentences. The line itself is always shown as it is. */
type Explanation = readonly [line: RegExp, say: (...groups: readonly string[]) => string];

const EXPLANATIONS: readonly Explanation[] = [
  [
    /^At async callback return the register R0 has (.*) should have been in \[0, 0\]$/,
    (known) =>
      `A timer callback must return 0; on this path it returns ${boundsText(known)}. Whether the timer fires again is decided by bpf_timer_start, not by the return value.`,
  ],
  [
    /^At .*program exit the register R0 has (.*) should have been in (\[.*\])$/,
    (known, range) => `This program type may return ${range}; on this path it returns ${boundsText(known)}.`,
  ],
  [
    /^(R\d+) !read_ok$/,
    (register) =>
      `${register} has no value on this path: nothing was written to it, or a call has scratched it. Calls keep R6 to R9 only.`,
  ],
  [
    /^off (\d+) doesn't point to 'struct bpf_timer' that is at (\d+)$/,
    (found, at) =>
      `R1 points to byte ${found} of the map's value; its struct bpf_timer begins at byte ${at}. The timer's helpers take exactly that address.`,
  ],
  [
    /^timer pointer in R1 map_uid=\d+ doesn't match map pointer in R2 map_uid=\d+$/,
    () =>
      'bpf_timer_init takes in R2 the map whose value R1 points into. Here they come from two maps, or from two lookups of an inner map.',
  ],
  [
    /^map '(.*)' has no valid bpf_timer$/,
    (map) => `The type of ${map}'s value, as its BTF tells it, has no struct bpf_timer that the kernel accepts.`,
  ],
  [
    /^map '(.*)' has to have BTF in order to use bpf_timer$/,
    (map) => `Only BTF tells where in a value of ${map} the timer is. Declare the value's type.`,
  ],
  [
    /^bpf_timer cannot be accessed directly by load\/store$/,
    () =>
      'The 16 bytes of a timer belong to the kernel. Only bpf_timer_init and the other timer helpers may touch them.',
  ],
  [
    /^tracing progs cannot use bpf_timer yet$/,
    () =>
      'Programs of this type run where a timer could not be armed safely. Arm it from a networking program or a syscall program.',
  ],
  [
    /^(R\d+) invalid mem access 'map_value_or_null'$/,
    (register) => `${register} comes from a lookup and is NULL where there is no element. Compare it with 0 first.`,
  ],
  [
    /^infinite loop detected at insn (\d+)$/,
    (insn) => `The walk came back to ${insn} with a state it had there before, so the loop need not end.`,
  ],
  [
    /^BPF_EXIT instruction in main prog would lead to reference leak$/,
    () =>
      'Something that was acquired on this path is not released before the exit. A callback releases what it acquires itself.',
  ],
];

/** What a line of the verifier means; undefined where it says enough, or we have no words for it. */
export function explain(message: string): string | undefined {
  for (const [line, say] of EXPLANATIONS) {
    const found = line.exec(message);
    if (found !== null) return say(...found.slice(1));
  }
  return undefined;
}

/** `smin=1 smax=1` is one value, other bounds are a range. */
function boundsText(known: string): string {
  const bounds = /^smin=(-?\d+) smax=(-?\d+)$/.exec(known);
  if (bounds === null) return `something with ${known}`;
  return bounds[1] === bounds[2] ? bounds[1] : `${bounds[1]} to ${bounds[2]}`;
}

/** Instructions that the log names as the beginning of what went wrong, ascending, with what they did. */
export function origins(log: string): readonly { readonly insn: number; readonly what: string }[] {
  return [...log.matchAll(/^Unreleased reference id=(\d+) alloc_insn=(\d+)$/gm)]
    .map(([, id, insn]) => ({ insn: Number(insn), what: `acquires reference ${id}` }))
    .sort((a, b) => a.insn - b.insn);
}
