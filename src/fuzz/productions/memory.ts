/** Stack, map values, contexts and packets. */
import { contextLayout } from '../../engine/abi/contexts.ts';
import { programTypeByName } from '../../engine/abi/program-types.ts';
import * as bpf from '../../engine/isa/constants.ts';
import { type Builder, CONTEXT, NOTHING, NUMBER, type Production, type Rules, STACK, VALUE } from '../builder.ts';
import { MAPS } from '../catalogue.ts';
import * as insn from '../instructions.ts';

const FRAME = 10;
/** No kernel has so many types. */
const NO_TYPE = 0x7ffffff;
const SIZES = [1, 2, 4, 8, 8, 8];

/** A number, a constant or a pointer to one of the stack's words, or back. */
function stackAccess(b: Builder): void {
  const { size, offset } = b.slot(STACK);
  const at = offset - STACK + (b.chance(1) ? b.pick([-512, -456, 64, 1]) : 0);
  const kind = b.random.below(10);
  if (kind < 3) b.emit(insn.store(size, FRAME, b.number(), at));
  else if (kind < 4) b.emit(insn.storeImm(size, FRAME, at, b.constant()));
  else {
    const dst = b.target();
    const isSigned = size < 8 && b.chance(25);
    b.emit(isSigned ? insn.loadSigned(size, dst, FRAME, at) : insn.load(size, dst, FRAME, at));
    b.set(dst, NUMBER);
  }
}

/** A register to the stack and back, whole or in part. */
function spillFill(b: Builder): void {
  const src = b.chance(70) ? b.number() : b.pick(b.holding(({ is }) => is !== 'nothing'));
  const at = -8 * (1 + b.random.below(STACK / 8));
  const size = b.chance(70) ? 8 : b.pick(SIZES);
  b.emit(insn.store(size, FRAME, src, at));
  if (b.chance(20)) b.emit(insn.storeImm(b.pick([1, 2, 4]), FRAME, at + b.pick([0, 4]), b.pick([0, 0, -1])));
  const dst = b.target();
  const read = b.chance(60) ? size : b.pick(SIZES);
  b.emit(insn.load(read, dst, FRAME, at + (read < 8 && b.chance(20) ? 8 - read : 0)));
  const isWhole = size === 8 && read === 8;
  b.set(dst, isWhole ? b.held[src] : NUMBER);
  if (b.held[src].is !== 'number') b.isRepeatable = false;
}

/** A number below `limit` in a free register. */
function index(b: Builder, limit: number): number {
  const register = b.target();
  b.loadNumber(register);
  const mask = b.chance(90) ? limit - 1 : limit;
  if (b.chance(70)) b.emit(insn.andImm(register, mask));
  else {
    const label = b.label();
    b.lead(insn.jumpImm(b.pick([0xb5, 0xa5, 0xd5]), register, mask), label);
    b.emit(insn.movImm(register, 0));
    b.place(label);
  }
  return register;
}

/** Reads or writes a place of the stack that nobody knows. */
function variableStack(b: Builder): void {
  const offset = index(b, 32);
  const base = b.target();
  if (base === offset) return;
  b.emit(insn.mov(base, FRAME), insn.addImm(base, b.pick([-64, -40, -36, -32])), insn.addReg(base, offset));
  b.set(base, { is: 'stack' });
  b.set(offset, NUMBER);
  access(b, base, b.pick([1, 1, 2, 4, 8]), 0);
}

function access(b: Builder, base: number, size: number, offset: number): void {
  if (b.chance(60)) {
    const dst = b.target();
    b.emit(size < 8 && b.chance(12) ? insn.loadSigned(size, dst, base, offset) : insn.load(size, dst, base, offset));
    b.set(dst, NUMBER);
  } else if (b.chance(70)) b.emit(insn.store(size, base, b.number(), offset));
  else b.emit(insn.storeImm(size, base, offset, b.constant()));
}

function valueAccess(b: Builder): void {
  const held = b.held[VALUE];
  const { size, offset } = b.slot(held.size ?? 16);
  access(b, VALUE, size, offset + (b.chance(2) ? b.pick([-8, 64, 1, 0x7fff]) : 0));
}

function valueAtIndex(b: Builder): void {
  const offset = index(b, 32);
  const base = b.target();
  if (base === offset) return;
  b.emit(insn.mov(base, VALUE), insn.addReg(base, offset));
  b.set(base, NOTHING);
  b.set(offset, NUMBER);
  access(b, base, b.pick([1, 1, 4, 8]), b.pick([0, 0, 0, 8, 24, 31, -1]));
}

const READ = [
  'values',
  'hash',
  'wide',
  'lru',
  'percpu',
  'percpu_hash',
  'read_only',
  'write_only',
  'constants',
  'outer',
  'trie',
  'single',
  'frozen',
];
const READ_SLEEPABLE = ['values', 'hash', 'wide', 'lru', 'constants', 'single'];
const ANY_MAP = Object.keys(MAPS);

/** R7 points to another value. */
const lookUp: Production = (b, body) => {
  const name = b.chance(88) ? b.pick(b.isSleepable ? READ_SLEEPABLE : READ) : b.pick(ANY_MAP);
  const missing = b.label();
  b.lookup(name, missing);
  const { size = 16 } = b.held[0];
  const wasValue = b.held[VALUE];
  if (name !== 'outer' && b.chance(60)) {
    const dst = b.keeper();
    if (dst !== undefined) {
      b.emit(insn.mov(dst, 0));
      b.set(dst, { is: 'value', name, size });
      const before = [...b.held];
      b.withLocked(dst, () => {
        access(b, dst, 8, 0);
        body(2);
      });
      b.join(before);
      b.set(dst, NOTHING);
    }
  } else if (name !== 'outer') access(b, 0, b.pick([1, 4, 8]), b.pick([0, 0, 8, size - 8, size]));
  else innerLookUp(b, missing);
  b.set(0, NOTHING);
  b.place(missing);
  for (let r = 0; r <= 5; r++) b.set(r, NOTHING);
  b.set(VALUE, wasValue);
};

function innerLookUp(b: Builder, missing: ReturnType<Builder['label']>): void {
  b.emit(insn.mov(1, 0), insn.storeImm(4, FRAME, -8, b.pick([0, 1])));
  b.stackAddress(2, -8);
  b.emit(insn.call(1));
  b.lead(insn.jumpImm(0x15, 0, 0), missing);
  access(b, 0, 8, b.pick([0, 8]));
}

/** The address of a value itself, without a lookup. */
function directValue(b: Builder): void {
  const dst = b.target();
  const name = b.chance(92) ? b.pick(['single', 'constants', 'single']) : b.pick(['values', 'read_only', 'hash']);
  b.emit(insn.mapValueAddress(dst, b.mapIndex(name), b.chance(96) ? b.pick([0, 8, 16]) : b.constant()));
  b.set(dst, NOTHING);
  b.withLocked(dst, () => access(b, dst, b.pick(SIZES), b.pick([0, 0, 4, 8, 48])));
  b.set(dst, NOTHING);
}

const ATOMICS = [bpf.BPF_ADD, bpf.BPF_AND, bpf.BPF_OR, bpf.BPF_XOR];

function atomics(b: Builder): void {
  const base = b.pick([VALUE, FRAME, FRAME]);
  const offset = base === FRAME ? -8 * (1 + b.random.below(STACK / 8)) : 8 * b.random.below(2);
  const size = b.pick([4, 8, 8]);
  const src = b.ownNumber();
  const kind = b.random.below(6);
  if (kind < 3) b.emit(insn.atomic(size, b.pick(ATOMICS) | b.pick([0, bpf.BPF_FETCH]), base, src, offset));
  else if (kind === 3) b.emit(insn.atomic(size, b.pick([bpf.BPF_XCHG, bpf.BPF_CMPXCHG]), base, src, offset));
  else if (kind === 4) b.emit(insn.atomic(b.pick(SIZES), bpf.BPF_LOAD_ACQ, src, base, offset));
  else b.emit(insn.atomic(b.pick(SIZES), bpf.BPF_STORE_REL, base, src, offset));
}

/** The address of a variable of the kernel, or of what is none. */
function kernelVariable(b: Builder): void {
  const dst = b.target();
  const load = { ...insn.imm64(dst, b.pick([0, 1, NO_TYPE]), b.pick([0, 0, 1000])), src: bpf.BPF_PSEUDO_BTF_ID };
  b.emit(b.chance(50) ? { ...load, kernelName: b.pick(['bpf_prog_active', 'runqueues', 'bpf_task_acquire']) } : load);
  b.set(dst, NOTHING);
}

/** A field of the context, or what is none. */
function contextAccess(b: Builder): void {
  const layout = contextLayout(programTypeByName(b.programType) ?? 0, 0);
  const fields = layout?.fields ?? [];
  const field = fields.length > 0 && b.chance(94) ? b.pick(fields) : undefined;
  const offset = field?.offset ?? 4 * b.random.below(48);
  const isLoad = b.chance(80);
  const sizes = (isLoad ? field?.read : field?.write) ?? [];
  const size = sizes.length > 0 && b.chance(95) ? b.pick(sizes) : b.pick(SIZES);
  const known = [1, 2, 4, 8].includes(size) ? size : 4;
  if (isLoad) {
    const dst = b.target();
    b.emit(insn.load(known, dst, CONTEXT, offset));
    b.set(dst, NUMBER);
  } else if (b.chance(70)) b.emit(insn.store(known, CONTEXT, b.number(), offset));
  else b.emit(insn.storeImm(known, CONTEXT, offset, b.constant()));
  b.isRepeatable = false;
}

/** Offsets and sizes of `data` and `data_end` in the contexts that have them. */
const PACKETS: Readonly<Record<string, readonly [number, number, number]>> = {
  xdp: [0, 4, 4],
  sk_msg: [0, 8, 8],
  sk_reuseport: [0, 8, 8],
};
const WITH_PACKET = [
  'xdp',
  'sk_msg',
  'sk_reuseport',
  'sched_cls',
  'sched_act',
  'cgroup_skb',
  'sk_skb',
  'lwt_xmit',
  'lwt_in',
  'flow_dissector',
];
const SKB_PACKET = [76, 80, 4] as const;

/** A packet pointer that is compared with the end, and used. */
const packet: Production = (b, body) => {
  if (!WITH_PACKET.includes(b.programType) && !b.chance(4)) return;
  const [data, end, size] = PACKETS[b.programType] ?? SKB_PACKET;
  const start = b.keeper();
  if (start === undefined) return;
  b.emit(insn.load(size, start, CONTEXT, data), insn.load(size, 3, CONTEXT, end), insn.mov(2, start));
  b.set(start, { is: 'packet' });
  b.set(3, NOTHING);
  b.set(2, NOTHING);
  const bytes = b.pick([1, 14, 16, 34, 40]);
  if (b.chance(25)) {
    b.loadNumber(4);
    b.emit(insn.andImm(4, b.pick([7, 255, 0xffff])), insn.addReg(2, 4), insn.mov(start, 2));
    b.set(4, NUMBER);
  }
  b.emit(insn.addImm(2, bytes));
  const out = b.label();
  const isSwapped = b.chance(30);
  const op = b.pick(isSwapped ? [0xa5, 0xb5, 0xad - 8, 0x15] : [0x25, 0x35, 0x25, 0x55]);
  b.lead(isSwapped ? insn.jumpReg(op, 3, 2) : insn.jumpReg(op, 2, 3), out);
  const before = [...b.held];
  b.withLocked(start, () => {
    const { size: read, offset } = b.slot(bytes);
    access(b, start, read, offset + (b.chance(4) ? 1 : 0));
    body(3);
    if (b.chance(30)) access(b, start, 1, 0);
  });
  b.join(before);
  b.place(out);
  b.set(start, NOTHING);
};

/** Loads of the packet in the way of classic filters. */
function oldPacketLoad(b: Builder): void {
  if (!['socket_filter', 'sched_cls', 'sched_act'].includes(b.programType) && !b.chance(5)) return;
  const { size } = b.slot(4);
  if (b.chance(60)) b.emit(insn.loadAbsolute(size, b.pick([0, 4, 12, 1000, -0x1000])));
  else b.emit(insn.loadIndirect(size, b.number(), b.pick([0, 8])));
  b.afterCall();
}

/** A socket of the context, and its fields. */
function contextSocket(b: Builder): void {
  if (!['socket_filter', 'sched_cls', 'cgroup_skb', 'sk_msg', 'sock_ops'].includes(b.programType) && !b.chance(5))
    return;
  const dst = b.pick([0, 1, 2, 3]);
  const out = b.label();
  b.emit(insn.load(8, dst, CONTEXT, b.programType === 'sk_msg' ? 72 : b.programType === 'sock_ops' ? 184 : 168));
  if (b.chance(90)) b.lead(insn.jumpImm(0x15, dst, 0), out);
  b.emit(insn.load(b.pick([4, 4, 8, 1]), dst, dst, b.pick([0, 4, 8, 12, 16, 20, 24, 76, 100])));
  b.place(out);
  b.set(dst, NOTHING);
}

export const MEMORY: Rules = {
  stackAccess: { weight: 25, make: stackAccess },
  spillFill: { weight: 14, make: spillFill },
  variableStack: { weight: 5, make: variableStack },
  valueAccess: { weight: 15, make: valueAccess, needs: 'value' },
  valueAtIndex: { weight: 8, make: valueAtIndex, needs: 'value' },
  lookUp: { weight: 10, make: lookUp },
  directValue: { weight: 4, make: directValue },
  kernelVariable: { weight: 0.1, make: kernelVariable },
  atomics: { weight: 8, make: atomics },
  contextAccess: { weight: 7, make: contextAccess, needs: 'ctx' },
  packet: { weight: 6, make: packet, needs: 'ctx' },
  oldPacketLoad: { weight: 2, make: oldPacketLoad, needs: 'ctx' },
  contextSocket: { weight: 1.5, make: contextSocket, needs: 'ctx' },
};
