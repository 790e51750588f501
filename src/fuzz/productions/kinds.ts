/** Every kind of memory that a program may come by, used in every way that there is. */
import * as bpf from '../../engine/isa/constants.ts';
import { type Builder, CONTEXT, NOTHING, type Production, type Rules, VALUE } from '../builder.ts';
import * as insn from '../instructions.ts';
import { callHelper, helper } from './helpers.ts';

const FRAME = 10;
const OBJECT_AT = -128;

/** Puts a pointer into R0, or into the register that it names; what it points to has 8 bytes or more. */
interface Kind {
  readonly get: (b: Builder) => void;
  /** R0 may be NULL. */
  readonly mayBeNull?: true;
  /** What must be done with it in the end, in R1. */
  readonly give?: readonly string[];
}

const onStack = (b: Builder, register: number, at: number): void => b.stackAddress(register, at);

const KINDS: readonly Kind[] = [
  { get: (b) => b.emit(insn.mov(0, VALUE)) },
  { get: (b) => onStack(b, 0, -24) },
  { get: (b) => b.emit(insn.mov(0, CONTEXT)) },
  { get: (b) => b.mapAddress(0, b.pick(['values', 'hash', 'ring'])) },
  { get: (b) => b.emit(insn.mapValueAddress(0, b.mapIndex(b.pick(['single', 'constants'])), b.pick([0, 8]))) },
  { get: (b) => b.emit(insn.call(helper('get_current_task_btf'))) },
  {
    get: (b) => {
      onStack(b, 2, -8);
      b.mapAddress(1, b.pick(['percpu', 'percpu_hash', 'xsks', 'hash', 'outer']));
      b.emit(insn.storeImm(8, FRAME, -8, 0), insn.call(1));
    },
    mayBeNull: true,
  },
  {
    get: (b) => {
      b.mapAddress(1, b.pick(['percpu', 'percpu_hash']));
      onStack(b, 2, -8);
      b.emit(insn.storeImm(8, FRAME, -8, 0), insn.movImm(3, 0), insn.call(helper('map_lookup_percpu_elem')));
    },
    mayBeNull: true,
  },
  {
    get: (b) => {
      b.mapAddress(1, 'ring');
      b.emit(insn.movImm(2, b.pick([8, 16, 64])), insn.movImm(3, 0), insn.call(helper('ringbuf_reserve')));
    },
    mayBeNull: true,
    give: ['ringbuf_submit', 'ringbuf_discard'],
  },
  {
    get: (b) => {
      b.emit(insn.mov(1, b.has('value') ? VALUE : FRAME), insn.movImm(2, 16), insn.movImm(3, 0));
      onStack(b, 4, OBJECT_AT);
      b.emit(insn.call(helper('dynptr_from_mem')));
      onStack(b, 1, OBJECT_AT);
      b.emit(insn.movImm(2, b.pick([0, 8])), insn.movImm(3, 8), insn.call(helper('dynptr_data')));
    },
    mayBeNull: true,
  },
  {
    get: (b) => {
      b.emit(insn.mov(1, CONTEXT), insn.movImm(2, 0));
      onStack(b, 3, OBJECT_AT);
      b.emit(insn.callKernel(b.programType === 'xdp' ? 'bpf_dynptr_from_xdp' : 'bpf_dynptr_from_skb'));
      onStack(b, 1, OBJECT_AT);
      b.emit(insn.movImm(2, 0));
      if (b.chance(60)) onStack(b, 3, -32);
      else b.emit(insn.movImm(3, 0));
      b.emit(insn.movImm(4, 8), insn.callKernel(b.pick(['bpf_dynptr_slice', 'bpf_dynptr_slice_rdwr'])));
    },
    mayBeNull: true,
  },
  { get: (b) => b.emit(insn.load(8, 0, CONTEXT, b.programType === 'sk_msg' ? 72 : 168)), mayBeNull: true },
  {
    get: (b) => {
      const none = b.label();
      b.emit(insn.load(8, 1, CONTEXT, 168), insn.movImm(0, 0));
      b.lead(insn.jumpImm(0x15, 1, 0), none);
      b.emit(insn.call(helper(b.pick(['tcp_sock', 'sk_fullsock']))));
      b.place(none);
    },
    mayBeNull: true,
  },
  { get: (b) => b.emit(insn.load(4, 0, CONTEXT, b.programType === 'xdp' ? b.pick([0, 8]) : b.pick([76, 140]))) },
  { get: (b) => b.emit(insn.load(8, 0, CONTEXT, 144)) },
  { get: (b) => b.emit(insn.mapValueAddress(0, b.mapIndex('arena'), 0), insn.aluReg(ADDRESS_CAST, 0, 0, 1)) },
];

const ADDRESS_CAST = bpf.BPF_ALU64 | bpf.BPF_MOV;

type Use = (b: Builder, pointer: number) => void;

const ATOMICS = [
  bpf.BPF_ADD,
  bpf.BPF_AND | bpf.BPF_FETCH,
  bpf.BPF_XOR,
  bpf.BPF_XCHG,
  bpf.BPF_CMPXCHG,
  bpf.BPF_ADD | bpf.BPF_FETCH,
];
const SIZES = [1, 2, 4, 8];

/** Uses of memory; R2 to R5 are free. */
const USES: readonly Use[] = [
  (b, p) => b.emit(insn.load(b.pick(SIZES), 2, p, b.pick([0, 0, 4]))),
  (b, p) => b.emit(insn.loadSigned(b.pick([1, 2, 4]), 2, p, b.pick([0, 4]))),
  (b, p) => b.emit(insn.storeImm(b.pick(SIZES), p, 0, b.pick([0, -1]))),
  (b, p) => b.emit(insn.movImm(2, 3), insn.store(b.pick(SIZES), p, 2, 0)),
  (b, p) => b.emit(insn.movImm(2, 3), insn.movImm(0, 0), insn.atomic(b.pick([4, 8]), b.pick(ATOMICS), p, 2, 0)),
  (b, p) => b.emit(insn.movImm(2, 3), insn.atomic(b.pick(SIZES), bpf.BPF_STORE_REL, p, 2, 0)),
  (b, p) => b.emit(insn.atomic(b.pick(SIZES), bpf.BPF_LOAD_ACQ, 2, p, 0)),
  (b, p) => b.emit(insn.store(8, FRAME, p, -16), insn.load(8, 2, FRAME, -16), insn.load(1, 2, 2, 0)),
  (b, p) => {
    b.loadNumber(2);
    b.emit(insn.andImm(2, b.pick([1, 3, 7])), insn.mov(3, p), insn.addReg(3, 2), insn.load(1, 3, 3, 0));
  },
  (b, p) => {
    b.loadNumber(2);
    b.emit(insn.mov(3, p), insn.aluReg(bpf.BPF_ALU64 | bpf.BPF_SUB, 3, b.pick([2, 2, p])));
  },
  (b, p) => {
    const same = b.label();
    b.emit(insn.mov(2, p));
    b.lead(insn.jumpReg(b.pick([0x15, 0x55, 0x25]), 2, b.pick([p, VALUE])), same);
    b.emit(insn.movImm(2, 0));
    b.place(same);
  },
  (b, p) => {
    b.emit(insn.mov(1, p), insn.movImm(2, b.pick([4, 8])), insn.mov(3, VALUE));
    callHelper(b, helper(b.pick(['probe_read_kernel', 'trace_printk', 'get_current_comm'])));
  },
  (b, p) => {
    b.mapAddress(1, b.pick(['hash', 'wide', 'queue']));
    b.emit(insn.mov(2, p), insn.mov(3, p), insn.movImm(4, 0));
    callHelper(b, helper(b.pick(['map_lookup_elem', 'map_update_elem', 'map_push_elem'])));
  },
  (b, p) => {
    onStack(b, 1, -32);
    b.emit(insn.movImm(2, 8), insn.mov(3, p));
    callHelper(b, helper(b.pick(['probe_read_kernel', 'copy_from_user'])));
  },
  (b, p) => {
    b.emit(insn.mov(1, p));
    b.lead(insn.callFunction, b.functionOf(b.pick(['G_pointer', 'G_nonnull', 'G_void', 'S_pointer', 'G_untrusted'])));
    b.afterCall();
  },
];

/** R8 or R9 = memory of some kind, used in some ways. */
const anyMemory: Production = (b, body) => {
  const keeper = b.keeper();
  if (keeper === undefined) return;
  const { get, mayBeNull, give } = b.pick(KINDS);
  get(b);
  b.afterCall(NOTHING);
  const out = b.label();
  b.emit(insn.mov(keeper, 0));
  if (mayBeNull && b.chance(95)) b.lead(insn.jumpImm(0x15, 0, 0), out);
  b.set(keeper, { is: 'memory', size: 8 });
  const before = [...b.held];
  b.withLocked(keeper, () => {
    for (let i = b.random.below(3); i >= 0; i--) {
      b.pick(USES)(b, keeper);
      b.afterCall(NOTHING);
    }
    if (b.chance(20)) body(2);
    if (give !== undefined && b.chance(96)) {
      b.emit(insn.mov(1, keeper), insn.movImm(2, 0));
      callHelper(b, helper(b.pick(give)));
    }
  });
  b.join(before);
  b.set(keeper, NOTHING);
  b.place(out);
  b.afterCall(NOTHING);
  b.isRepeatable = false;
};

export const MEMORY_KINDS: Rules = { anyMemory: { weight: 8, make: anyMemory } };
