/** Which register types an argument type takes. kernel: verifier.c compatible_reg_types[] */
import * as arg from '../../abi/arg-types.ts';
import {
  CONST_PTR_TO_DYNPTR,
  CONST_PTR_TO_MAP,
  MEM_ALLOC,
  MEM_PERCPU,
  MEM_RCU,
  MEM_RINGBUF,
  PTR_TO_BTF_ID,
  PTR_TO_BUF,
  PTR_TO_CTX,
  PTR_TO_FUNC,
  PTR_TO_MAP_KEY,
  PTR_TO_MAP_VALUE,
  PTR_TO_MEM,
  PTR_TO_PACKET,
  PTR_TO_PACKET_META,
  PTR_TO_SOCK_COMMON,
  PTR_TO_SOCKET,
  PTR_TO_STACK,
  PTR_TO_TCP_SOCK,
  PTR_TO_XDP_SOCK,
  PTR_TRUSTED,
  SCALAR_VALUE,
} from '../program/layout.ts';

const SOCKS = [PTR_TO_SOCK_COMMON, PTR_TO_SOCKET, PTR_TO_TCP_SOCK, PTR_TO_XDP_SOCK];

/** Anything that is memory of the program's. */
export const MEM_TYPES: readonly number[] = [
  PTR_TO_STACK,
  PTR_TO_PACKET,
  PTR_TO_PACKET_META,
  PTR_TO_MAP_KEY,
  PTR_TO_MAP_VALUE,
  PTR_TO_MEM,
  PTR_TO_MEM | MEM_RINGBUF,
  PTR_TO_BUF,
  PTR_TO_BTF_ID | PTR_TRUSTED,
];

const SCALARS = [SCALAR_VALUE];
const FIELDS = [PTR_TO_MAP_VALUE, PTR_TO_BTF_ID | MEM_ALLOC];

/** In the order in which messages name them. */
export const COMPATIBLE_REG_TYPES: ReadonlyMap<number, readonly number[]> = new Map<number, readonly number[]>([
  [arg.ARG_PTR_TO_MAP_KEY, MEM_TYPES],
  [arg.ARG_PTR_TO_MAP_VALUE, MEM_TYPES],
  [arg.ARG_CONST_SIZE, SCALARS],
  [arg.ARG_CONST_SIZE_OR_ZERO, SCALARS],
  [arg.ARG_CONST_ALLOC_SIZE_OR_ZERO, SCALARS],
  [arg.ARG_CONST_MAP_PTR, [CONST_PTR_TO_MAP]],
  [arg.ARG_PTR_TO_CTX, [PTR_TO_CTX]],
  [arg.ARG_PTR_TO_SOCK_COMMON, SOCKS],
  [arg.ARG_PTR_TO_BTF_ID_SOCK_COMMON, [...SOCKS, PTR_TO_BTF_ID, PTR_TO_BTF_ID | PTR_TRUSTED]],
  [arg.ARG_PTR_TO_SOCKET, [PTR_TO_SOCKET]],
  [arg.ARG_PTR_TO_BTF_ID, [PTR_TO_BTF_ID, PTR_TO_BTF_ID | PTR_TRUSTED, PTR_TO_BTF_ID | MEM_RCU]],
  [arg.ARG_PTR_TO_SPIN_LOCK, FIELDS],
  [arg.ARG_PTR_TO_MEM, MEM_TYPES],
  [arg.ARG_PTR_TO_RINGBUF_MEM, [PTR_TO_MEM | MEM_RINGBUF]],
  [
    arg.ARG_PTR_TO_PERCPU_BTF_ID,
    [PTR_TO_BTF_ID | MEM_PERCPU, PTR_TO_BTF_ID | MEM_PERCPU | MEM_RCU, PTR_TO_BTF_ID | MEM_PERCPU | PTR_TRUSTED],
  ],
  [arg.ARG_PTR_TO_FUNC, [PTR_TO_FUNC]],
  [arg.ARG_PTR_TO_STACK, [PTR_TO_STACK]],
  [arg.ARG_PTR_TO_CONST_STR, [PTR_TO_MAP_VALUE]],
  [arg.ARG_PTR_TO_TIMER, [PTR_TO_MAP_VALUE]],
  [arg.ARG_KPTR_XCHG_DEST, FIELDS],
  [arg.ARG_PTR_TO_DYNPTR, [PTR_TO_STACK, CONST_PTR_TO_DYNPTR]],
]);
