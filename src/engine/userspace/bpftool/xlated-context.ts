import * as types from '../../abi/program-types.ts';
import * as isa from '../../isa/constants.ts';
import { type Insn, insn, type Rewriting } from './xlated.ts';

/**
 * Accesses of context fields as accesses of the kernel's objects: one row per field that is a plain member there. Fields
 * that take more than one instruction in the kernel stay as they were loaded. Offsets of Linux 6.18.44 on x86-64.
 * kernel: net/core/filter.c bpf_convert_ctx_access(), tc_cls_act_convert_ctx_access(), xdp_convert_ctx_access()
 */
type Field = readonly [name: string, offset: number, kernelOffset: number, size: number, mayStore?: 'stores'];

/** struct __sk_buff → struct sk_buff; what traffic control keeps lies in `cb`, which begins at 40. */
const SK_BUFF: readonly Field[] = [
  ['len', 0, 112, isa.BPF_W],
  ['mark', 8, 164, isa.BPF_W, 'stores'],
  ['queue_mapping', 12, 124, isa.BPF_H],
  ['protocol', 16, 176, isa.BPF_H],
  ['vlan_tci', 24, 154, isa.BPF_H],
  ['vlan_proto', 28, 152, isa.BPF_H],
  ['priority', 32, 140, isa.BPF_W, 'stores'],
  ['ingress_ifindex', 36, 144, isa.BPF_W],
  ['tc_index', 44, 132, isa.BPF_H, 'stores'],
  ['cb[0]', 48, 48, isa.BPF_W, 'stores'],
  ['cb[1]', 52, 52, isa.BPF_W, 'stores'],
  ['cb[2]', 56, 56, isa.BPF_W, 'stores'],
  ['cb[3]', 60, 60, isa.BPF_W, 'stores'],
  ['cb[4]', 64, 64, isa.BPF_W, 'stores'],
  ['hash', 68, 148, isa.BPF_W],
  ['tc_classid', 72, 46, isa.BPF_H, 'stores'],
  ['data', 76, 200, isa.BPF_DW],
  ['data_end', 80, 80, isa.BPF_DW],
  ['data_meta', 140, 72, isa.BPF_DW],
];

/** struct xdp_md → struct xdp_buff */
const XDP_BUFF: readonly Field[] = [
  ['data', 0, 0, isa.BPF_DW],
  ['data_end', 4, 8, isa.BPF_DW],
  ['data_meta', 8, 16, isa.BPF_DW],
];

const FIELDS: ReadonlyMap<number, readonly Field[]> = new Map([
  [types.BPF_PROG_TYPE_SOCKET_FILTER, SK_BUFF],
  [types.BPF_PROG_TYPE_SCHED_CLS, SK_BUFF],
  [types.BPF_PROG_TYPE_SCHED_ACT, SK_BUFF],
  [types.BPF_PROG_TYPE_CGROUP_SKB, SK_BUFF],
  [types.BPF_PROG_TYPE_XDP, XDP_BUFF],
]);

/** The row of an access of a whole field; undefined where it stays. */
export function convertedAccess({ code, verified }: Rewriting, i: number): Insn[] | undefined {
  const opcode = code.opcode[i];
  if (isa.modeOf(opcode) !== isa.BPF_MEM || isa.sizeOf(opcode) !== isa.BPF_W) return undefined;
  const group = isa.classOf(opcode);
  const field = FIELDS.get(verified.request.type)?.find(([, offset]) => offset === code.off[i]);
  if (field === undefined) return undefined;
  const [, , kernelOffset, size, mayStore] = field;
  if (group !== isa.BPF_LDX && mayStore === undefined) return undefined;
  return [insn(group | isa.BPF_MEM | size, code.dst[i], code.src[i], kernelOffset, code.imm[i])];
}
