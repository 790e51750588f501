/** Types of dynptrs, and the flags of arguments and slices that stand for them. */
import {
  BPF_DYNPTR_TYPE_INVALID,
  BPF_DYNPTR_TYPE_LOCAL,
  BPF_DYNPTR_TYPE_RINGBUF,
  BPF_DYNPTR_TYPE_SKB,
  BPF_DYNPTR_TYPE_SKB_META,
  BPF_DYNPTR_TYPE_XDP,
} from '../../abi/dynptr-types.ts';
import * as layout from '../program/layout.ts';

const FLAGS: ReadonlyMap<number, number> = new Map([
  [BPF_DYNPTR_TYPE_LOCAL, layout.DYNPTR_TYPE_LOCAL],
  [BPF_DYNPTR_TYPE_RINGBUF, layout.DYNPTR_TYPE_RINGBUF],
  [BPF_DYNPTR_TYPE_SKB, layout.DYNPTR_TYPE_SKB],
  [BPF_DYNPTR_TYPE_XDP, layout.DYNPTR_TYPE_XDP],
  [BPF_DYNPTR_TYPE_SKB_META, layout.DYNPTR_TYPE_SKB_META],
]);

/** kernel: verifier.c get_dynptr_type_flag() */
export const dynptrTypeFlag = (type: number): number => FLAGS.get(type) ?? 0;

/** kernel: verifier.c arg_to_dynptr_type() */
export function argToDynptrType(argType: number): number {
  for (const [type, flag] of FLAGS) if ((argType & flag) !== 0) return type;
  return BPF_DYNPTR_TYPE_INVALID;
}

/** Must be given back. kernel: verifier.c dynptr_type_refcounted() */
export const dynptrTypeRefcounted = (type: number): boolean => type === BPF_DYNPTR_TYPE_RINGBUF;
