/** Words of the log for types. kernel: log.c */
import type { Btf } from '../../btf/btf.ts';
import * as t from '../program/layout.ts';

const BASE_NAMES: readonly string[] = [
  '?',
  'scalar',
  'ctx',
  'map_ptr',
  'map_value',
  'map_key',
  'fp',
  'pkt_meta',
  'pkt',
  'pkt_end',
  'flow_keys',
  'sock',
  'sock_common',
  'tcp_sock',
  'tp_buffer',
  'xdp_sock',
  'ptr_',
  'mem',
  'arena',
  'buf',
  'func',
  'dynptr_ptr',
];

const PREFIXES: readonly (readonly [flag: number, text: string])[] = [
  [t.MEM_RDONLY, 'rdonly_'],
  [t.MEM_RINGBUF, 'ringbuf_'],
  [t.MEM_USER, 'user_'],
  [t.MEM_PERCPU, 'percpu_'],
  [t.MEM_RCU, 'rcu_'],
  [t.PTR_UNTRUSTED, 'untrusted_'],
  [t.PTR_TRUSTED, 'trusted_'],
];

/** `map_value_or_null`. kernel: log.c reg_type_str() */
export function regTypeStr(type: number): string {
  const base = t.baseType(type);
  let text = '';
  for (const [flag, prefix] of PREFIXES) if ((type & flag) !== 0) text += prefix;
  text += BASE_NAMES[base];
  if (!t.typeMayBeNull(type)) return text;
  return text + (base === t.PTR_TO_BTF_ID ? 'or_null_' : '_or_null');
}

/** By enum bpf_dynptr_type. */
const DYNPTR_NAMES: readonly string[] = ['<invalid>', 'local', 'ringbuf', 'skb', 'xdp', 'skb_meta', 'file'];

/** kernel: log.c dynptr_type_str() */
export const dynptrTypeStr = (type: number): string => DYNPTR_NAMES[type] ?? '<unknown>';

const ITER_PREFIX = 'bpf_iter_';

/** `num` for `struct bpf_iter_num`. kernel: log.c iter_type_str() */
export const iterTypeStr = (btf: Btf | undefined, btfId: number): string =>
  btf === undefined || btfId === 0 ? '<invalid>' : btf.name(btfId).slice(ITER_PREFIX.length);

/** By enum bpf_iter_state. */
const ITER_STATE_NAMES: readonly string[] = ['<invalid>', 'active', 'drained'];

/** kernel: log.c iter_state_str() */
export const iterStateStr = (state: number): string => ITER_STATE_NAMES[state] ?? '<unknown>';

/** By type of a stack byte. */
export const SLOT_TYPE_CHARS = '?rm0dif';
