import { EBADF, EINTR, EINVAL, ENOMEM, ENOTSUPP } from '../../abi/errno.ts';
import {
  BPF_PROG_TYPE_FLOW_DISSECTOR,
  BPF_PROG_TYPE_LWT_SEG6LOCAL,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_SCHED_ACT,
  BPF_PROG_TYPE_SCHED_CLS,
  BPF_PROG_TYPE_SK_LOOKUP,
  BPF_PROG_TYPE_SK_MSG,
  BPF_PROG_TYPE_SK_SKB,
  BPF_PROG_TYPE_SYSCALL,
  BPF_PROG_TYPE_TRACING,
  BPF_PROG_TYPE_XDP,
} from '../../abi/program-types.ts';
import { ETHERNET_BYTES, hasSkb } from '../cpu/contexts.ts';
import { CALL, NEXT, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { SK_BUFF_BYTES, SkBuff, XDP_MD_BYTES, XdpBuff } from '../layouts/contexts.ts';
import { alignUp } from '../memory/allocator.ts';
import type { Addr } from '../memory/memory.ts';
import { signalPending } from '../syscalls/tasks.ts';
import { progInc, progPut } from './programs.ts';
import { SETTABLE_SK_LOOKUP, SK_LOOKUP_BYTES, skLookupContext } from './sk-lookup-run.ts';
import { testRunTracing } from './trampoline.ts';

/** BPF_PROG_TEST_RUN by program type. kernel: net/bpf/test_run.c */

const PAGE = 4096;
/** Room before a packet: NET_SKB_PAD on x86-64, XDP_PACKET_HEADROOM. */
const SKB_HEADROOM = 64;
const XDP_HEADROOM = 256;
/** struct skb_shared_info, aligned. */
const TAILROOM = 320;

interface Kind {
  /** Checks the input and makes the context: 0 or a negative errno. */
  prepare(k: Kernel, run: Addr): number;
  /** After the last run. */
  finish(k: Kernel, run: Addr): void;
  /** Runs with bottom halves off, within a read section; else within one of tasks-trace RCU. */
  readonly bhOff: boolean;
}

const isL2 = (type: number): boolean => type === BPF_PROG_TYPE_SCHED_CLS || type === BPF_PROG_TYPE_SCHED_ACT;

/** Fields of `__sk_buff` that a test run's context may set: byte ranges; all others must be 0. */
const SETTABLE_SKB = [
  [8, 12],
  [32, 44],
  [48, 68],
  [80, 84],
  [152, 168],
  [176, 180],
  [184, 192],
] as const;

function onlySettable(bytes: Uint8Array): boolean {
  return bytes.every((byte, i) => byte === 0 || SETTABLE_SKB.some(([from, to]) => i >= from && i < to));
}

const skbKind: Kind = {
  bhOff: true,
  prepare(k, run) {
    const { prog, dataIn, dataSize, contextIn, contextSize } = testRun(k, run);
    if (dataSize < ETHERNET_BYTES || dataSize > PAGE - SKB_HEADROOM - TAILROOM) return -EINVAL;
    const given = contextBytes(k, contextIn, contextSize, SK_BUFF_BYTES);
    if (given === undefined || !onlySettable(given)) return -EINVAL;
    const skb = k.kzalloc(SkBuff);
    const packet = k.kzallocBytes(SKB_HEADROOM + alignUp(dataSize, 64) + TAILROOM, 'packet');
    if (skb === 0 || packet === 0) return -ENOMEM;
    if (contextIn !== 0) k.memory.copy(skb, contextIn, Math.min(contextSize, SK_BUFF_BYTES));
    const start = packet + SKB_HEADROOM;
    k.memory.copy(start, dataIn, dataSize);
    layOutSkb(k, skb, packet, start, dataSize, k.prog(prog).type);
    setContext(k, run, skb, packet);
    return 0;
  },
  finish(k, run) {
    const { prog, context } = testRun(k, run);
    let { data, len } = skbAt(k, context);
    if (!isL2(k.prog(prog).type)) {
      data -= ETHERNET_BYTES;
      len += ETHERNET_BYTES;
      k.memory.clear(data, ETHERNET_BYTES);
    }
    setOutput(k, run, data, len);
    for (const [from, to] of RETURNED_SKB) returnContext(k, run, from, to);
  },
};

/** Fields of `__sk_buff` that user space gets back. kernel: convert_skb_to___skb() */
const RETURNED_SKB = [
  [8, 12],
  [32, 44],
  [48, 68],
  [152, 168],
  [184, 192],
] as const;

/** Copies bytes of the context into that of user space, as far as it reaches. */
function returnContext(k: Kernel, run: Addr, from: number, to: number): void {
  const { context, contextIn, contextSize } = testRun(k, run);
  const end = Math.min(to, contextSize);
  if (contextIn !== 0 && from < end) k.memory.copy(contextIn + from, context + from, end - from);
}

function layOutSkb(k: Kernel, skb: Addr, packet: Addr, start: Addr, size: number, type: number): void {
  const pulled = isL2(type) ? 0 : ETHERNET_BYTES;
  const protocol = protocolOf(k, start);
  const isMulticast = (k.memory.load8(start) & 1) !== 0;
  const cursor = skbAt(k, skb);
  cursor.head = packet;
  cursor.end = start + alignUp(size, 64);
  cursor.macHeader = start;
  cursor.data = start + pulled;
  cursor.dataMeta = start + pulled;
  cursor.dataEnd = start + size;
  cursor.len = size - pulled;
  cursor.protocol = protocol;
  cursor.pktType = isMulticast ? packetType(k, start) : 0;
  if (cursor.ifindex === 0) cursor.ifindex = LOOPBACK_IFINDEX;
  if (cursor.wireLen === 0) cursor.wireLen = size - pulled;
}

/** The protocol in network order; kernel: eth_type_trans(). */
function protocolOf(k: Kernel, start: Addr): number {
  const type = k.memory.load16(start + 12);
  const isType = (type & 0xff) >= ETH_P_802_3_MIN >> 8;
  if (isType) return type;
  return k.memory.load16(start + ETHERNET_BYTES) === 0xffff ? ETH_P_802_3 : ETH_P_802_2;
}

/** Below this a type field is a length. The others in network order. */
const ETH_P_802_3_MIN = 0x0600;
const ETH_P_802_3 = 0x0100;
const ETH_P_802_2 = 0x0400;

const LOOPBACK_IFINDEX = 1;
const PACKET_BROADCAST = 1;
const PACKET_MULTICAST = 2;

function packetType(k: Kernel, start: Addr): number {
  for (let i = 0; i < 6; i++) if (k.memory.load8(start + i) !== 0xff) return PACKET_MULTICAST;
  return PACKET_BROADCAST;
}

const xdpKind: Kind = {
  bhOff: true,
  prepare(k, run) {
    const { dataIn, dataSize, contextIn, contextSize } = testRun(k, run);
    const given = contextBytes(k, contextIn, contextSize, XDP_MD_BYTES);
    if (given === undefined) return -EINVAL;
    const md = new DataView(given.buffer, given.byteOffset, XDP_MD_BYTES);
    const metaSize = md.getUint32(0, true);
    const dataEnd = contextIn === 0 ? dataSize : md.getUint32(4, true);
    if (isBadXdp(md, dataEnd, dataSize) || dataSize - metaSize < ETHERNET_BYTES) return -EINVAL;
    const xdp = k.kzalloc(XdpBuff);
    const packet = k.kzallocBytes(PAGE, 'packet');
    if (xdp === 0 || packet === 0) return -ENOMEM;
    const meta = packet + XDP_HEADROOM - metaSize;
    k.memory.copy(meta, dataIn, dataEnd);
    const cursor = xdpAt(k, xdp);
    cursor.hardStart = packet;
    cursor.frameEnd = packet + PAGE - TAILROOM;
    cursor.dataMeta = meta;
    cursor.data = meta + metaSize;
    cursor.dataEnd = meta + dataEnd;
    cursor.ingressIfindex = md.getUint32(12, true) || LOOPBACK_IFINDEX;
    cursor.rxQueueIndex = md.getUint32(16, true);
    setContext(k, run, xdp, packet);
    return 0;
  },
  finish(k, run) {
    const { context, contextIn, contextSize } = testRun(k, run);
    const { dataMeta, data, dataEnd } = xdpAt(k, context);
    setOutput(k, run, dataMeta, dataEnd - dataMeta);
    // kernel: xdp_convert_buff_to_md()
    if (contextIn === 0 || contextSize < 8) return;
    k.memory.store32(contextIn, data - dataMeta);
    k.memory.store32(contextIn + 4, dataEnd - dataMeta);
  },
};

function isBadXdp(md: DataView, dataEnd: number, dataSize: number): boolean {
  const metaSize = md.getUint32(0, true);
  const egress = md.getUint32(20, true);
  const queue = md.getUint32(16, true);
  const noDevice = md.getUint32(12, true) === 0 && queue !== 0;
  const outside = md.getUint32(8, true) !== 0 || dataEnd > dataSize || metaSize > dataEnd;
  const badMeta = (metaSize & 3) !== 0 || metaSize > 255;
  return outside || badMeta || egress !== 0 || noDevice || dataEnd > PAGE - XDP_HEADROOM - TAILROOM;
}

/** Offsets in struct bpf_flow_keys. */
const FLOW_KEYS = { nhoff: 0, thoff: 2, nProto: 10, flags: 48, size: 56 } as const;

const flowDissectorKind: Kind = {
  bhOff: false,
  prepare(k, run) {
    const { dataIn, dataSize, contextIn, contextSize } = testRun(k, run);
    if (dataSize < ETHERNET_BYTES || dataSize > PAGE - TAILROOM) return -EINVAL;
    const given = contextBytes(k, contextIn, contextSize, FLOW_KEYS.size);
    if (given?.every((byte, i) => byte === 0 || (i >= FLOW_KEYS.flags && i < FLOW_KEYS.flags + 4)) !== true)
      return -EINVAL;
    const skb = k.kzalloc(SkBuff);
    const packet = k.kzallocBytes(dataSize, 'packet');
    const keys = k.kzallocBytes(FLOW_KEYS.size, 'flow_keys');
    if (skb === 0 || packet === 0 || keys === 0) return -ENOMEM;
    k.memory.copy(packet, dataIn, dataSize);
    k.memory.store16(keys + FLOW_KEYS.nhoff, ETHERNET_BYTES);
    k.memory.store16(keys + FLOW_KEYS.thoff, ETHERNET_BYTES);
    k.memory.store16(keys + FLOW_KEYS.nProto, k.memory.load16(packet + 12));
    k.memory.storeBytes(keys + FLOW_KEYS.flags, given.subarray(FLOW_KEYS.flags, FLOW_KEYS.flags + 4));
    const cursor = skbAt(k, skb);
    cursor.data = packet;
    cursor.dataEnd = packet + dataSize;
    cursor.flowKeys = keys;
    setContext(k, run, skb, packet);
    return 0;
  },
  finish(k, run) {
    const { context, dataSize } = testRun(k, run);
    const keys = skbAt(k, context).flowKeys;
    const clamp = (offset: number, least: number): number => {
      const value = Math.min(Math.max(k.memory.load16(keys + offset), least), dataSize);
      k.memory.store16(keys + offset, value);
      return value;
    };
    clamp(FLOW_KEYS.thoff, clamp(FLOW_KEYS.nhoff, ETHERNET_BYTES));
    setOutput(k, run, keys, FLOW_KEYS.size);
  },
};

/** Programs whose context is a plain buffer of user space, read and written: at least what they may touch of it. */
const bufferOf = (maxSize: number): Kind => ({
  bhOff: false,
  prepare(k, run) {
    const { prog, contextIn, contextSize, dataSize, repeat } = testRun(k, run);
    const { contextBytes: used } = k.bpf.codes[k.prog(prog).code].verified;
    if (dataSize !== 0 || repeat !== 0 || contextSize < used || contextSize > maxSize) return -EINVAL;
    const context = contextSize === 0 ? 0 : k.kzallocBytes(contextSize, 'context');
    if (context !== 0) k.memory.copy(context, contextIn, contextSize);
    setContext(k, run, context, 0);
    return 0;
  },
  finish(k, run) {
    returnContext(k, run, 0, testRun(k, run).contextSize);
  },
});
/** kernel: bpf_prog_test_run_syscall() */
const bufferSyscall = bufferOf(0xffff);
/** The same for raw tracepoints, which run in an ordinary read section. kernel: bpf_prog_test_run_raw_tp() */
const bufferRawTracepoint = bufferOf(12 * 8);

/** kernel: bpf_prog_test_run_sk_lookup() */
const skLookupKind: Kind = {
  bhOff: false,
  prepare(k, run) {
    const { contextIn, contextSize, dataSize } = testRun(k, run);
    const given = contextBytes(k, contextIn, contextSize, SK_LOOKUP_BYTES);
    if (dataSize !== 0 || contextIn === 0 || given === undefined) return -EINVAL;
    const bytes = skLookupContext(given);
    if (typeof bytes === 'number') return bytes;
    const context = k.kzallocBytes(SK_LOOKUP_BYTES, 'sk_lookup');
    if (context === 0) return -ENOMEM;
    k.memory.storeBytes(context, bytes);
    setContext(k, run, context, 0);
    return 0;
  },
  // No socket is ever selected: the user's context stays as it was, its cookie 0.
  finish: () => {},
};

const KINDS: ReadonlyMap<number, Kind> = new Map([
  [BPF_PROG_TYPE_XDP, xdpKind],
  [BPF_PROG_TYPE_FLOW_DISSECTOR, flowDissectorKind],
  [BPF_PROG_TYPE_RAW_TRACEPOINT, bufferRawTracepoint],
  [BPF_PROG_TYPE_SYSCALL, bufferSyscall],
  [BPF_PROG_TYPE_SK_LOOKUP, skLookupKind],
]);

/** Program types that need a test run's data: the others refuse it. */
export const takesData = (type: number): boolean =>
  type === BPF_PROG_TYPE_XDP || type === BPF_PROG_TYPE_FLOW_DISSECTOR || runsOnSkb(type);

/** Types with such a context that the kernel does not test-run. */
const WITHOUT_TEST_RUN: readonly number[] = [BPF_PROG_TYPE_SK_SKB, BPF_PROG_TYPE_SK_MSG, BPF_PROG_TYPE_LWT_SEG6LOCAL];
const runsOnSkb = (type: number): boolean => hasSkb(type) && !WITHOUT_TEST_RUN.includes(type);
const kindOf = (type: number): Kind | undefined => (runsOnSkb(type) ? skbKind : KINDS.get(type));

/**
 * Byte ranges of a context that user space may set for a test run; empty if the type takes none. An XDP program's data
 * and data_end are sizes there.
 */
export function settableContext(type: number): readonly (readonly [from: number, to: number])[] {
  if (runsOnSkb(type)) return SETTABLE_SKB;
  if (type === BPF_PROG_TYPE_XDP) return SETTABLE_XDP;
  if (type === BPF_PROG_TYPE_SK_LOOKUP) return SETTABLE_SK_LOOKUP;
  return kindOf(type)?.bhOff === false ? EVERYTHING : [];
}

const SETTABLE_XDP = [
  [0, 8],
  [12, 20],
] as const;
const EVERYTHING = [[0, 0xffff]] as const;

const testRun = (k: Kernel, run: Addr) => k.contexts.testRun(run);
const skbAt = (k: Kernel, skb: Addr) => k.contexts.skb(skb);
const xdpAt = (k: Kernel, xdp: Addr) => k.contexts.xdp(xdp);

/** The user's context, zero-extended to `size`; undefined if it is larger than the kernel's and not zero beyond it. */
function contextBytes(k: Kernel, context: Addr, given: number, size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  if (context === 0) return bytes;
  const all = k.memory.bytesAt(context, given);
  if (all.subarray(size).some((byte) => byte !== 0)) return undefined;
  bytes.set(all.subarray(0, size));
  return bytes;
}

function setContext(k: Kernel, run: Addr, context: Addr, packet: Addr): void {
  const cursor = testRun(k, run);
  cursor.context = context;
  cursor.packet = packet;
}

function setOutput(k: Kernel, run: Addr, from: Addr, size: number): void {
  const cursor = testRun(k, run);
  cursor.dataOut = from;
  cursor.dataOutSize = size;
}

/** bpf(BPF_PROG_TEST_RUN): returns 0 or a negative errno; what comes out lies in the `TestRun`. */
export const progTestRun = routine(
  'test_run',
  'bpf_prog_test_run()',
  ['run', 'left', 'error'],
  [
    step('prepare', 'prog = bpf_prog_get(fd); build the context and the packet', (k, f) => {
      const { type } = k.prog(testRun(k, f.run).prog);
      if (type === BPF_PROG_TYPE_TRACING) {
        k.call(testRunTracing, f.run);
        return f.returnTo('traced');
      }
      const kind = kindOf(type);
      if (kind === undefined) return f.done(-ENOTSUPP);
      const error = kind.prepare(k, f.run);
      if (error !== 0) return f.done(error);
      f.left = Math.max(1, testRun(k, f.run).repeat);
      return progInc(k, testRun(k, f.run).prog) ? NEXT : f.done(-EBADF);
    }),
    step('enter', 'rcu_read_lock(); migrate_disable(); local_bh_disable()', (k, f) => {
      const kind = kindOf(k.prog(testRun(k, f.run).prog).type);
      if (kind === bufferSyscall) k.rcu.readLockTrace();
      else k.rcu.readLock();
      if (kind?.bhOff) k.bhDisable();
      return NEXT;
    }),
    step('run', 'retval = bpf_prog_run(prog, ctx)', (k, f) => {
      const { prog, context } = testRun(k, f.run);
      k.bpf.callProgram(prog, context);
      return CALL;
    }),
    step('leave', 'local_bh_enable(); migrate_enable(); rcu_read_unlock()', (k, f) => {
      testRun(k, f.run).retval = f.result;
      const kind = kindOf(k.prog(testRun(k, f.run).prog).type);
      if (kind?.bhOff) k.bhEnable();
      if (kind === bufferSyscall) k.rcu.readUnlockTrace();
      else k.rcu.readUnlock();
      f.left--;
      if (f.left > 0 && signalPending(k)) f.error = -EINTR;
      return f.left > 0 && f.error === 0 ? f.goto('enter') : NEXT;
    }),
    step('finish', 'copy packet and context to user space; bpf_prog_put(prog)', (k, f) => {
      const { prog } = testRun(k, f.run);
      kindOf(k.prog(prog).type)?.finish(k, f.run);
      progPut(k, prog);
      return f.done(f.error);
    }),
    step('traced', 'return what the traced functions gave', (_k, f) => f.done(f.result)),
  ],
);
