/**
 * What a call does to registers and control, known from its number alone: asked before any instruction is walked.
 */

import { defined } from '../../../lib/assert.ts';
import { ARG_DONTCARE, RET_VOID } from '../../abi/arg-types.ts';
import { availableHelper } from '../../abi/helper-availability.ts';
import { type HelperProto, helperByName } from '../../abi/helpers.ts';
import { callsAsyncCallback, callsSyncCallback, kfuncTraits } from '../calls/kfuncs.ts';
import type { Verifier } from '../env.ts';
import { isHelperCall, isPseudoKfuncCall } from '../program/code.ts';

const idsOf = (names: string): ReadonlySet<number> =>
  new Set(names.split(' ').map((name) => defined(helperByName(name), `helper ${name}`)));

/** kernel: net/core/filter.c bpf_helper_changes_pkt_data(); a tail called program could do any of the others. */
const CHANGES_PKT_DATA = idsOf(
  'clone_redirect l3_csum_replace l4_csum_replace lwt_push_encap lwt_seg6_action lwt_seg6_adjust_srh ' +
    'lwt_seg6_store_bytes msg_pop_data msg_pull_data msg_push_data skb_adjust_room skb_change_head skb_change_proto ' +
    'skb_change_tail skb_pull_data skb_store_bytes skb_vlan_pop skb_vlan_push store_hdr_opt xdp_adjust_head ' +
    'xdp_adjust_meta xdp_adjust_tail tail_call',
);
const SYNC_CALLBACK = idsOf('for_each_map_elem find_vma loop user_ringbuf_drain');
const ASYNC_CALLBACK = idsOf('timer_set_callback');
/** The JIT expands these calls in place. kernel: verifier.c verifier_inlines_helper_call() */
const INLINED = idsOf('get_smp_processor_id');

/** kernel: bpf_helper_changes_pkt_data() */
export const helperChangesPktData = (id: number): boolean => CHANGES_PKT_DATA.has(id);
/** kernel: verifier.c is_sync_callback_calling_function() */
const isSyncCallbackCallingFunction = (id: number): boolean => SYNC_CALLBACK.has(id);

/** The prototype of a helper if programs of this type may call it. kernel: verifier.c get_helper_proto() */
export function getHelperProto(v: Verifier, id: number): HelperProto | undefined {
  const known = v.helperProtos.get(id);
  if (known !== undefined) return known;
  const proto = availableHelper(id, v.progType, v.request.expectedAttachType, v.env, v.attachTarget?.name);
  if (proto !== undefined) v.helperProtos.set(id, proto);
  return proto;
}

/** kernel: verifier.c is_sync_callback_calling_insn() */
export function isSyncCallbackCallingInsn(v: Verifier, i: number): boolean {
  if (isHelperCall(v.code, i)) {
    const id = v.code.imm[i];
    return isSyncCallbackCallingFunction(id) || (ASYNC_CALLBACK.has(id) && !v.env.rules.async_state);
  }
  return isPseudoKfuncCall(v.code, i) && callsSyncCallback(v, i);
}

/** kernel: verifier.c is_async_callback_calling_insn() */
export function isAsyncCallbackCallingInsn(v: Verifier, i: number): boolean {
  if (isHelperCall(v.code, i)) return ASYNC_CALLBACK.has(v.code.imm[i]) && v.env.rules.async_state;
  return isPseudoKfuncCall(v.code, i) && callsAsyncCallback(v, i);
}

/** kernel: verifier.c struct call_summary */
export interface CallSummary {
  readonly numParams: number;
  readonly isVoid: boolean;
  /** The callee leaves alone what it does not need, and the call is expanded in place. */
  readonly fastcall: boolean;
}

/** Of a call of a helper or kfunc that exists; undefined otherwise. kernel: verifier.c get_call_summary() */
export function callSummary(v: Verifier, i: number): CallSummary | undefined {
  if (isPseudoKfuncCall(v.code, i)) return kfuncTraits(v, i);
  if (!isHelperCall(v.code, i)) return undefined;
  const proto = getHelperProto(v, v.code.imm[i]);
  if (proto === undefined) return undefined;
  const absent = proto.args.indexOf(ARG_DONTCARE);
  return {
    numParams: absent < 0 ? proto.args.length : absent,
    isVoid: proto.ret === RET_VOID,
    fastcall: proto.allowFastcall && v.env.jit && INLINED.has(proto.id),
  };
}
