/**
 * What the return values of program types are called.
 * kernel: include/uapi/linux/bpf.h, pkt_cls.h, netfilter.h
 */
import * as program from './program-types.ts';

export type ReturnName = readonly [value: number, name: string];

const XDP: readonly ReturnName[] = [
  [0, 'XDP_ABORTED'],
  [1, 'XDP_DROP'],
  [2, 'XDP_PASS'],
  [3, 'XDP_TX'],
  [4, 'XDP_REDIRECT'],
];

const TC: readonly ReturnName[] = [
  [-1, 'TC_ACT_UNSPEC'],
  [0, 'TC_ACT_OK'],
  [1, 'TC_ACT_RECLASSIFY'],
  [2, 'TC_ACT_SHOT'],
  [3, 'TC_ACT_PIPE'],
  [4, 'TC_ACT_STOLEN'],
  [5, 'TC_ACT_QUEUED'],
  [6, 'TC_ACT_REPEAT'],
  [7, 'TC_ACT_REDIRECT'],
  [8, 'TC_ACT_TRAP'],
];

const SK: readonly ReturnName[] = [
  [0, 'SK_DROP'],
  [1, 'SK_PASS'],
];

const LWT: readonly ReturnName[] = [
  [0, 'BPF_OK'],
  [2, 'BPF_DROP'],
  [7, 'BPF_REDIRECT'],
  [128, 'BPF_LWT_REROUTE'],
];

const FLOW_DISSECTOR: readonly ReturnName[] = [
  [0, 'BPF_OK'],
  [2, 'BPF_DROP'],
  [129, 'BPF_FLOW_DISSECTOR_CONTINUE'],
];

const NETFILTER: readonly ReturnName[] = [
  [0, 'NF_DROP'],
  [1, 'NF_ACCEPT'],
];

const NAMES: ReadonlyMap<number, readonly ReturnName[]> = new Map([
  [program.BPF_PROG_TYPE_XDP, XDP],
  [program.BPF_PROG_TYPE_SCHED_CLS, TC],
  [program.BPF_PROG_TYPE_SCHED_ACT, TC],
  [program.BPF_PROG_TYPE_SK_SKB, SK],
  [program.BPF_PROG_TYPE_SK_MSG, SK],
  [program.BPF_PROG_TYPE_SK_REUSEPORT, SK],
  [program.BPF_PROG_TYPE_SK_LOOKUP, SK],
  [program.BPF_PROG_TYPE_LWT_IN, LWT],
  [program.BPF_PROG_TYPE_LWT_OUT, LWT],
  [program.BPF_PROG_TYPE_LWT_XMIT, LWT],
  [program.BPF_PROG_TYPE_LWT_SEG6LOCAL, LWT],
  [program.BPF_PROG_TYPE_FLOW_DISSECTOR, FLOW_DISSECTOR],
  [program.BPF_PROG_TYPE_NETFILTER, NETFILTER],
]);

/** Return values of a program type that have a name; those of other types are plain numbers. */
export const returnNames = (type: number): readonly ReturnName[] => NAMES.get(type) ?? [];
