/**
 * Messages that no program on the recording kernel can show, with the reason: a row is a reason and the texts, by a
 * part of each. What is in no row counts as within reach.
 */
import type { MessageSite } from './message-sites.ts';

interface Row {
  readonly why: string;
  readonly texts: readonly RegExp[];
}

const ROWS: readonly Row[] = [
  {
    why: 'the kernel would say that it has a bug',
    texts: [
      /^verifier bug: (?!No program to jit|REG INVARIANTS)/,
      /unexpected regs|leftover stack slots|^subprog (enter|exit) from/,
      /^(backtracking call|global subprog|static subprog|backtracking exit)$/,
      /^no SCC in|^no visit info|^invalid insn idx|^allocated_stack too small/,
      /^invalid return type /,
    ],
  },
  {
    why: 'what is checked before refuses it with another message',
    texts: [
      // Opcodes that are in no table.
      /^invalid BPF_ALU opcode|^invalid BPF_JMP\/JMP32 opcode|^invalid BPF_LD mode|^invalid BPF_LD_IMM insn/,
      // Calls while a lock is held.
      /^Locking two bpf_spin_locks|^Calling bpf_rcu_read_\{lock,unlock\} in/,
      // Registers of what was given back are unknown.
      /reference has not been acquired before|conversion of owning ref to non-owning failed/,
      /^allocated object must be referenced/,
      // Types of BTF that the kernel has taken.
      /^Invalid type of function /,
      // Dynptrs that nobody acquired, and those that may only be read.
      /^Expected a dynptr of type|^cannot pass pointer to const bpf_dynptr/,
      // Frozen maps have addresses.
      /^failed to retrieve map value address/,
      // A frame has 512 bytes.
      /^stack size of subprog /,
      // Arithmetic with variable offsets of the stack, without CAP_PERFMON.
      /variable offset stack access prohibited|^spilled ptr in range of var-offset|^uninit stack in range of var-offset/,
      // Chains of calls begin nowhere else, and nothing may call an exception callback.
      /^cannot tail call within exception cb/,
      // Pointers to fields, in all other kinds of access.
      /^kptr in map can only be accessed using BPF_LDX/,
    ],
  },
  {
    why: 'no function or type of this kernel is like that',
    texts: [
      /> \$\{MAX_BPF_FUNC_REG_ARGS\} args|^Unrecognized arg#|^2 or more rdonly\/rdwr_buf_size|rdonly\/rdwr_buf_size exceeds/,
      /args#\$\{index\} pointer type|returns pointer type|^expected valid iter pointer/,
      /^acquire kernel function does not return/,
      /access user memory: off/,
      /^map_ptr access not supported for map type/,
      /Only pointer access is allowed|type \$\{type\.kind\.toUpperCase\(\)\} is not a struct/,
      /^Type '.*' is not a struct|doesn't have size$/,
      /^Helper has invalid btf\/btf_id in R1|^Helper has invalid btf_id/,
    ],
  },
  {
    why: 'needs a kernel with other options: no JIT, PREEMPT_RT, addresses of all variables',
    texts: [
      /JIT is required|^mixing of tail_calls/,
      /cannot be used for PREEMPT_RT/,
      /^unable to resolve the size of type/,
    ],
  },
  {
    why: 'needs a process without CAP_BPF, which this machine does not let load anything',
    texts: [/^back-edge from insn/, /are allowed for CAP_BPF and CAP_SYS_ADMIN/],
  },
  {
    why: 'needs a program that hangs on a function of the kernel or on a program, which this machine does not let load',
    texts: [/supported only for fentry\/fexit\/fmod_ret/, /BPF_LSM_CGROUP that attach to void/],
  },
  {
    why: 'needs what raw mode does not pass: descriptors of modules and of what is no map, ids of no type, more than 64 maps',
    texts: [
      /^attach_btf_id not found in BTF/,
      /^fd \$\{index\} is not pointing/,
      /^kfunc offset > 0 without fd_array/,
      /^bpf_struct_ops map cannot be used/,
      /^The total number of maps per program/,
    ],
  },
  {
    why: 'needs thousands of instructions or paths, near which no kernel is brought',
    texts: [
      /^BPF program is too large|jumps is too complex|^propagate_backedges: too many|^too many subprograms/,
      /^could not be pushed for speculative|^failed to push state|R\$\{dst\} could not be pushed/,
    ],
  },
];

/** Why a message cannot be reached; undefined if it can. */
export const whyOutOfReach = ({ text }: MessageSite): string | undefined =>
  ROWS.find(({ texts }) => texts.some((part) => part.test(text)))?.why;
