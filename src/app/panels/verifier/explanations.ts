/** What stands behind a line of the verifier, in one or two sentences; `root` is the program or callback that was walked. */
export type Explanation = readonly [line: RegExp, say: (groups: readonly string[], root: string) => string];

/** `smin=1 smax=1` is one value, other bounds are a range. */
function boundsText(known: string): string {
  const bounds = /^smin=(-?\d+) smax=(-?\d+)$/.exec(known);
  if (bounds === null) return known === 'unknown scalar value' ? 'an unknown number' : `something with ${known}`;
  return bounds[1] === bounds[2] ? bounds[1] : `${bounds[1]} to ${bounds[2]}`;
}

const rangeText = (low: string, high: string) => (low === high ? low : `${low} to ${high}`);

const RETURNS: readonly Explanation[] = [
  [
    /^At async callback return the register R0 has (.*) should have been in \[0, 0\]$/,
    ([known], root) =>
      `A timer callback must return 0; on this path ${root} returns ${boundsText(known)}. Whether the timer fires again is decided by bpf_timer_start, not by the return value.`,
  ],
  [
    /^At callback return the register R0 has (.*) should have been in \[(-?\d+), (-?\d+)\]$/,
    ([known, low, high]) =>
      `A callback of a loop returns ${rangeText(low, high)}: 0 goes on, 1 ends the loop. On this path it returns ${boundsText(known)}.`,
  ],
  [
    /^At .*program exit the register R0 has (.*) should have been in (\[.*\])$/,
    ([known, range]) => `This program type may return ${range}; on this path it returns ${boundsText(known)}.`,
  ],
  [
    /^At .* the register R0 is not a known value/,
    () => 'A pointer is no return value here: the kernel wants a number of which it knows the range.',
  ],
  [/leaks addr as return value/, () => 'A pointer would tell user space where the kernel keeps its data.'],
  [
    /^cannot return stack pointer to the caller$/,
    () => 'The stack of a function is gone when it returns, so no pointer to it may get out.',
  ],
];

const VALUES: readonly Explanation[] = [
  [
    /^(R\d+) !read_ok$/,
    ([register]) =>
      `${register} has no value on this path: nothing was written to it, or a call has scratched it. Calls keep R6 to R9 only.`,
  ],
  [
    /^(R\d+) invalid mem access '(\w+)_or_null'$/,
    ([register, type]) =>
      type === 'map_value'
        ? `${register} comes from a lookup and is NULL where there is no element. Compare it with 0 first.`
        : `${register} may be NULL. Compare it with 0 first.`,
  ],
  [
    /^(R\d+) invalid mem access 'scalar'$/,
    ([register]) =>
      `${register} is a number here, not a pointer: it never was one, or what it pointed to was released or arithmetic made it unknown.`,
  ],
  [
    /^(R\d+) invalid mem access '(.*)'$/,
    ([register, type]) => `A ${type} in ${register} cannot be loaded from or stored to.`,
  ],
  [
    /^(R\d+) type=(\S+_or_null) expected=(.*)$/,
    ([register, type]) => `${register} is ${type}: it may be NULL. Compare it with 0 before it is passed on.`,
  ],
  [
    /^(R\d+) type=scalar expected=(.*)$/,
    ([register, wanted]) => `The call takes a pointer (${wanted}) in ${register}; what is there is only a number.`,
  ],
  [
    /^(R\d+) type=(\S+) expected=(.*)$/,
    ([register, type, wanted]) => `The call takes ${wanted} in ${register}; what is there is ${type}.`,
  ],
  [
    /^(R\d+) is not a known constant/,
    ([register]) => `The call wants one number that is the same on every path in ${register}: reserve a fixed size.`,
  ],
  [
    /^frame pointer is read only$/,
    () => 'R10 always points to the end of the stack. Copy it to another register and change that.',
  ],
  [/^R(?:1[1-9]|[2-9]\d) is invalid$/, () => 'Programs have the registers R0 to R10.'],
];

const TIMERS: readonly Explanation[] = [
  [
    /^off (\d+) doesn't point to 'struct (\w+)' that is at (\d+)$/,
    ([found, type, at]) =>
      `R1 points to byte ${found} of the map's value; its struct ${type} begins at byte ${at}. The ${type === 'bpf_timer' ? "timer's" : ''} helpers take exactly that address.`.replace(
        '  ',
        ' ',
      ),
  ],
  [
    /^(timer|workqueue) pointer in R1 map_uid=\d+ doesn't match map pointer in R2 map_uid=\d+$/,
    ([what]) =>
      `${what === 'timer' ? 'bpf_timer_init' : 'bpf_wq_init'} takes in R2 the map whose value R1 points into. Here they come from two maps, or from two lookups of an inner map.`,
  ],
  [
    /^map '(.*)' has no valid (bpf_\w+)$/,
    ([map, type]) => `The type of ${map}'s value, as its BTF tells it, has no struct ${type} that the kernel accepts.`,
  ],
  [
    /^map '(.*)' has to have BTF in order to use (bpf_\w+)$/,
    ([map, type]) =>
      `Only BTF tells where in a value of ${map} the ${type === 'bpf_timer' ? 'timer' : type} is. Declare the value's type.`,
  ],
  [
    /^(bpf_\w+) cannot be accessed directly by load\/store$/,
    ([type]) =>
      type === 'bpf_timer'
        ? 'The 16 bytes of a timer belong to the kernel. Only bpf_timer_init and the other timer helpers may touch them.'
        : `The bytes of a ${type} belong to the kernel. Only its own helpers may touch them.`,
  ],
  [
    /^tracing progs cannot use (bpf_\w+) yet$/,
    ([type]) =>
      type === 'bpf_timer'
        ? 'Programs of this type run where a timer could not be armed safely. Arm it from a networking program or a syscall program.'
        : `Programs of this type run where a ${type} could not be taken safely.`,
  ],
  [
    /^socket filter progs cannot use bpf_spin_lock yet$/,
    () => 'Socket filters of users without rights could hold the lock against the kernel.',
  ],
  [
    /doesn't have constant offset\. (bpf_\w+) has to be at the constant offset/,
    ([type]) =>
      `Where R1 points within the value is not known before the program runs. A ${type} lies at one fixed offset.`,
  ],
  [
    /^callback function not static$/,
    () => 'A callback must be a static function: global functions are verified on their own, without its arguments.',
  ],
  [/^callback function not allowed for map$/, () => 'Maps of this type cannot be iterated with a callback.'],
  [
    /^missing btf func_info$/,
    () => 'Callbacks and global functions need the types of functions in BTF, which this object does not have.',
  ],
  [
    /^helper call might sleep in a non-sleepable prog$/,
    () =>
      'This helper may wait for a page. Timer callbacks run in softirq and most programs in a context that must not sleep.',
  ],
];

const REFERENCES: readonly Explanation[] = [
  [
    /would lead to reference leak$/,
    () =>
      'Something that was acquired on this path is not released before the exit. A callback releases what it acquires itself.',
  ],
  [
    /^arg#? ?\d+ is an unacquired reference$/,
    () => 'Only what this program acquired itself, and has not released yet, can be released.',
  ],
  [
    /must have zero offset when passed to release func/,
    () => 'What is released must be the pointer that was acquired, without anything added to it.',
  ],
  [/inside bpf_spin_lock-ed region$/, () => 'The lock is still held at the exit: every path has to unlock.'],
  [
    /inside bpf_rcu_read_lock-ed region$/,
    () => 'The RCU read section is still open at the exit: every path has to end it.',
  ],
  [/inside \w+-ed region$/, () => 'The section that this path entered is still open at the exit.'],
  [
    /^function calls are not allowed while holding a lock$/,
    () => 'Between lock and unlock only a few helpers may be called, so that the lock is held for a short time.',
  ],
  [/^bpf_spin_unlock without taking a lock$/, () => 'On this path nothing is locked.'],
  [/^bpf_spin_unlock of different lock$/, () => 'The lock that is held is that of another element or map.'],
];

const MEMORY: readonly Explanation[] = [
  [
    /^(R\d+) (?:min|max) value is outside of the allowed memory range$/,
    ([register]) =>
      `${register} may point before or behind what it points into. Check the offset against the size first.`,
  ],
  [
    /^(R\d+) min value is negative, either use unsigned/,
    ([register]) =>
      `${register} may be negative, which counts as a huge size or offset. Mask it with &= or compare it, unsigned.`,
  ],
  [
    /^(R\d+) unbounded memory access/,
    ([register]) => `Nothing limits the offset in ${register}. Compare it with the size before the access.`,
  ],
  [
    /^(R\d+) offset is outside of the packet$/,
    ([register]) =>
      `No comparison with data_end on this path says that the packet has these bytes: ${register} plus the size of the access must be compared first.`,
  ],
  [
    /^invalid read from stack/,
    () =>
      'These bytes of the stack were not written on this path, or lie outside of it. Initialise all bytes that the call or load reads, padding too.',
  ],
  [
    /^invalid (?:unbounded )?(?:variable-offset )?write to stack/,
    () => 'The write leaves the 512 bytes below R10, or nothing limits where it goes.',
  ],
  [/^misaligned (\w+) access/, ([where]) => `A ${where} access must lie on a multiple of its size.`],
  [
    /^invalid size of register fill$/,
    () => 'A pointer that was spilled to the stack has to be read back as a whole, 8 bytes.',
  ],
  [
    /^cannot spill pointers to stack into stack frame of the caller$/,
    () => "The callee's stack is gone when it returns, so the caller's must not point into it.",
  ],
  [
    /zero-sized read/,
    () => 'The size may be 0, and this helper takes no empty buffer. Make sure that it is at least 1.',
  ],
  [/^write to change key/, () => 'Keys belong to the map: a callback may only read them.'],
  [
    /^(write into|read from) map forbidden/,
    ([what]) =>
      `The map was made without the right to ${what === 'write into' ? 'write to' : 'read'} it from programs, or is frozen.`,
  ],
  [
    /^only read from bpf_array is supported$/,
    () => "A map's own struct may only be read, and only fields that the kernel allows.",
  ],
  [/cannot write into/, () => 'The kernel lets programs read this struct, not write it.'],
  [
    /^same insn cannot be used with different pointers$/,
    () =>
      'One instruction would access a context on one path and other memory on another; the kernel rewrites it for one of them.',
  ],
  [
    /^invalid bpf_context access/,
    () => 'The context of this program type has no field there that may be accessed with this size and direction.',
  ],
  [
    /^dereference of modified ctx ptr/,
    () =>
      'The context is rewritten field by field: access it at fixed offsets from the pointer that the program was given.',
  ],
  [/^variable ctx access/, () => 'The offset within the context must be known before the program runs.'],
  [
    /^BPF_ATOMIC stores into (R\d+) (\w+) is not allowed$/,
    ([, what]) => `Atomic operations work on stack, map values and memory, not on a ${what}.`,
  ],
  [/^invalid atomic operand size$/, () => 'Atomic operations take 4 or 8 bytes.'],
];

const ARITHMETIC: readonly Explanation[] = [
  [
    /^math between (\w+) pointer and register with unbounded min value is not allowed$/,
    ([what]) =>
      `The number that is added to the ${what} pointer may be anything. Limit it from below too: compare it as signed, or mask it.`,
  ],
  [/^math between (\w+) pointer and -?\d+ is not allowed$/, ([what]) => `The offset is too large for any ${what}.`],
  [
    /makes (\w+) pointer be out of bounds$/,
    ([what]) => `The ${what} pointer would leave what it points into by far. Limit the number before it is added.`,
  ],
  [
    /pointer arithmetic on (\w+_or_null) prohibited, null-check it first$/,
    ([type]) => `A ${type} may be NULL, and NULL plus an offset would pass a later check. Compare it with 0 first.`,
  ],
  [/pointer arithmetic on (\w+) prohibited$/, ([type]) => `A ${type} stays as it is: nothing can be added to it.`],
  [
    /pointer arithmetic with (\S+) operator prohibited$/,
    ([operator]) => `Of a pointer only += and -= make sense, not ${operator}.`,
  ],
  [
    /bitwise operator (\S+) on pointer prohibited$/,
    ([operator]) => `${operator} would make something of a pointer of which nobody knows where it points.`,
  ],
  [/32-bit pointer arithmetic prohibited$/, () => 'A 32-bit operation cuts the upper half of a pointer.'],
  [/pointer \+= pointer prohibited$/, () => 'The sum of two pointers points nowhere.'],
  [/tried to subtract pointer from scalar$/, () => 'A number minus a pointer points nowhere.'],
  [
    /subtraction from stack pointer prohibited$/,
    () => 'Of a stack pointer subtract only a number that is known; add a negative one instead.',
  ],
  [/^invalid shift/, () => 'A shift must be less than the width, 32 or 64.'],
  [/^div by zero$/, () => 'The divisor is the constant 0.'],
];

const CALLS: readonly Explanation[] = [
  [
    /^cannot call GPL-restricted function from non-GPL compatible program$/,
    () => "The helper is for programs whose license is compatible with the GPL: the object's license says otherwise.",
  ],
  [/^program of this type cannot use helper/, () => 'The helper exists, but not for this program type.'],
  [/^(?:invalid|unknown) func/, () => 'There is no helper of this number.'],
  [
    /^kernel btf_id \d+ is not a function$/,
    () => 'The call names a kernel function by its BTF id, and that id is something else.',
  ],
  [/^cannot pass map_type \d+ into func (\w+)/, ([helper]) => `${helper} does not work on maps of this type.`],
  [
    /^Caller passes invalid args into func#\d+ \('(.*)'\)$/,
    ([name]) => `${name} is global: it was verified for its declared arguments, and what is passed does not fit them.`,
  ],
  [/^expected prog array map for tail call/, () => 'bpf_tail_call takes a map of programs (prog_array) in R2.'],
  [
    /^Invalid format string$/,
    () => 'The format is not constant, has no final zero, or a conversion that bpf_trace_printk does not know.',
  ],
  [
    /^expected an initialized (\w+) as arg #\d+$/,
    ([what]) => `The ${what} must be begun with its _new function, and not be destroyed yet.`,
  ],
  [
    /^Expected an initialized dynptr/,
    () => 'The stack slot holds no dynptr yet: make one with bpf_dynptr_from_mem or bpf_ringbuf_reserve_dynptr.',
  ],
  [
    /^Unsupported reg type (\w+) for bpf_dynptr_from_mem/,
    ([type]) => `A dynptr can be made over a map's value, not over ${type}.`,
  ],
  [
    /^BPF_LD_\[ABS\|IND\] instructions not allowed/,
    () => 'Loads by packet offset are for socket filters and traffic control.',
  ],
  [/^at the time of BPF_LD_ABS\|IND R6 != pointer to skb$/, () => 'Loads by packet offset take the context in R6.'],
];

const LIMITS: readonly Explanation[] = [
  [
    /^infinite loop detected at insn (\d+)$/,
    ([insn]) => `The walk came back to ${insn} with a state it had there before, so the loop need not end.`,
  ],
  [
    /^BPF program is too large/,
    () =>
      'The verifier walks at most a million instructions over all paths. Fewer branches, or a loop with bpf_loop, cost less.',
  ],
  [
    /^The sequence of \d+ jumps is too complex/,
    () => 'More than 8 192 branches wait to be walked. Merge paths earlier, or split the program.',
  ],
  [
    /^combined stack size of (\d+) calls is (\d+)/,
    ([calls, bytes]) =>
      `${calls} functions on top of each other take ${bytes} bytes; 512 are allowed. Each counts in steps of 16 or 32 bytes.`,
  ],
  [/^the call stack of \d+ frames is too deep/, () => 'Calls may be 8 deep. A function that calls itself never fits.'],
  [
    /^tail_calls are not allowed when call stack/,
    () => 'A tail call may repeat 33 times on the same stack, so the frames before it may take 256 bytes.',
  ],
];

const SHAPE: readonly Explanation[] = [
  [/^last insn is not an exit or jmp$/, () => 'Control would run over the end of a function.'],
  [
    /^unreachable insn (\d+)$/,
    ([insn]) => `No path leads to ${insn}. The kernel refuses dead code that it can see in the graph.`,
  ],
  [
    /^jump out of range from insn (\d+) to (-?\d+)$/,
    ([from, to]) => `The jump at ${from} goes to ${to}, outside of its function.`,
  ],
  [
    /^jump into the middle of ldimm64 insn/,
    () => 'A 64-bit load takes two slots, and the second one is no instruction.',
  ],
  [/^back-edge from insn/, () => 'The jump goes back, which makes a loop, and loops are not allowed here.'],
  [/^unknown opcode/, () => 'There is no such instruction.'],
  [
    /^invalid bpf_ld_imm64 insn$/,
    () => 'A 64-bit load has a second slot that only holds the upper half of the number.',
  ],
  [/uses reserved fields$/, () => 'Fields that the instruction does not use must be 0.'],
];

/** From the special to the general within a family; the first that fits counts. */
export const EXPLANATIONS: readonly Explanation[] = [
  ...RETURNS,
  ...VALUES,
  ...TIMERS,
  ...REFERENCES,
  ...MEMORY,
  ...ARITHMETIC,
  ...CALLS,
  ...LIMITS,
  ...SHAPE,
];
