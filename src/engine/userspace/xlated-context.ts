import * as types from '../abi/program-types.ts';
import * as isa from '../isa/constants.ts';
import { type Insn, insn, type Rewriting } from './xlated.ts';

/**
 * Loads of context fields as loads of the kernel's objects: one row per field that is a plain member there. Fields that
 * take more than one load in the kernel stay as they were loaded. Offsets of Linux 6.18.44 on x86-64.
 * kernel: net/core/filter.c bpf_convert_ctx_access(), xdp_convert_ctx_access()
 */
interface Field {
  /** In the user-visible struct. */
  readonly offset: number;
  /** In the kernel's. */
  readonly kernel: number;
  /** BPF_W, BPF_DW … of the kernel's member. */
  readonly size: number;
}

const SK_BUFF: readonly Field[] = [{ offset: 0, kernel: 112, size: isa.BPF_W }];

const XDP_BUFF: readonly Field[] = [
  { offset: 0, kernel: 0, size: isa.BPF_DW },
  { offset: 4, kernel: 8, size: isa.BPF_DW },
  { offset: 8, kernel: 16, size: isa.BPF_DW },
];

const FIELDS: ReadonlyMap<number, readonly Field[]> = new Map([
  [types.BPF_PROG_TYPE_SOCKET_FILTER, SK_BUFF],
  [types.BPF_PROG_TYPE_SCHED_CLS, SK_BUFF],
  [types.BPF_PROG_TYPE_SCHED_ACT, SK_BUFF],
  [types.BPF_PROG_TYPE_CGROUP_SKB, SK_BUFF],
  [types.BPF_PROG_TYPE_SK_SKB, SK_BUFF],
  [types.BPF_PROG_TYPE_XDP, XDP_BUFF],
]);

/** The row of a context access; undefined where it stays. */
export function convertedAccess({ code, verified }: Rewriting, i: number): Insn[] | undefined {
  const isWordLoad = code.opcode[i] === (isa.BPF_LDX | isa.BPF_MEM | isa.BPF_W);
  const field = FIELDS.get(verified.request.type)?.find(({ offset }) => offset === code.off[i]);
  if (!isWordLoad || field === undefined) return undefined;
  return [insn(isa.BPF_LDX | isa.BPF_MEM | field.size, code.dst[i], code.src[i], field.kernel)];
}
