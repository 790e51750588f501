/** What is acquired and must be released: ring buffer records, dynptrs, iterators, objects, sections of the kernel. */
import { kfuncNames } from '../../engine/abi/kfuncs.ts';
import { vmlinuxBtf } from '../../engine/abi/vmlinux.ts';
import { type Builder, CONTEXT, NOTHING, NUMBER, type Production, type Rules, VALUE } from '../builder.ts';
import * as insn from '../instructions.ts';
import { callHelper, helper } from './helpers.ts';

const FRAME = 10;

const ringRecord: Production = (b, body) => {
  const keeper = b.keeper();
  if (keeper === undefined) return;
  const bytes = b.pick([8, 16, 24, 0, 100]);
  b.mapAddress(1, b.chance(96) ? 'ring' : 'hash');
  b.emit(insn.movImm(2, bytes), insn.movImm(3, b.chance(97) ? 0 : 1));
  callHelper(b, helper('ringbuf_reserve'));
  b.set(0, NOTHING);
  const out = b.label();
  b.emit(insn.mov(keeper, 0));
  if (b.chance(96)) b.lead(insn.jumpImm(0x15, b.pick([0, keeper]), 0), out);
  b.set(keeper, { is: 'memory', size: bytes });
  const before = [...b.held];
  b.withLocked(keeper, () => {
    if (bytes >= 8)
      b.emit(insn.storeImm(4, keeper, 4, 7), insn.storeImm(8, keeper, b.pick([0, 0, bytes - 8, bytes - 7]), 1));
    body(2);
    if (b.chance(4)) return;
    b.emit(insn.mov(1, keeper));
    if (b.chance(3)) b.emit(insn.addImm(1, 8));
    b.emit(insn.movImm(2, 0));
    callHelper(b, helper(b.pick(['ringbuf_submit', 'ringbuf_discard'])));
    if (b.chance(3)) b.emit(insn.load(8, 0, keeper, 0));
  });
  b.join(before);
  b.set(keeper, NOTHING);
  b.place(out);
};

/** Where dynptrs, iterators and flags of the kernel lie: below what other productions use. */
const OBJECT_AT = -112;

const dynptr: Production = (b, body) => {
  const isRing = b.chance(30);
  makeDynptr(b, isRing);
  for (let i = b.random.below(4); i > 0; i--) workOnDynptr(b);
  if (b.chance(30)) body(2);
  if (isRing && b.chance(96)) {
    b.stackAddress(1, OBJECT_AT);
    b.emit(insn.movImm(2, 0));
    callHelper(b, helper(b.pick(['ringbuf_submit_dynptr', 'ringbuf_discard_dynptr'])));
  }
  if (b.chance(10)) b.emit(insn.storeImm(8, FRAME, OBJECT_AT + b.pick([0, 8]), 0));
};

function makeDynptr(b: Builder, isRing: boolean): void {
  if (isRing) {
    b.mapAddress(1, 'ring');
    b.emit(insn.movImm(2, b.pick([8, 16, 100])), insn.movImm(3, 0));
    b.stackAddress(4, OBJECT_AT);
    callHelper(b, helper('ringbuf_reserve_dynptr'));
    b.isRepeatable = false;
  } else if (b.chance(30)) {
    b.emit(insn.mov(1, CONTEXT), insn.movImm(2, 0));
    b.stackAddress(3, OBJECT_AT);
    b.emit(insn.callKernel(b.programType === 'xdp' ? 'bpf_dynptr_from_xdp' : 'bpf_dynptr_from_skb'));
    b.afterCall();
    b.isRepeatable = false;
  } else {
    b.emit(
      insn.mov(1, b.has('value') && b.chance(95) ? VALUE : FRAME),
      insn.movImm(2, b.pick([8, 16])),
      insn.movImm(3, 0),
    );
    b.stackAddress(4, OBJECT_AT);
    callHelper(b, helper('dynptr_from_mem'));
  }
}

function workOnDynptr(b: Builder): void {
  const at = b.chance(96) ? OBJECT_AT : OBJECT_AT - b.pick([8, 16, -8]);
  const uses = [
    () => {
      b.stackAddress(1, -32);
      b.emit(insn.movImm(2, b.pick([4, 8])));
      b.stackAddress(3, at);
      b.emit(insn.movImm(4, b.pick([0, 4])), insn.movImm(5, 0));
      callHelper(b, helper('dynptr_read'));
    },
    () => {
      b.stackAddress(1, at);
      b.emit(insn.movImm(2, 0));
      b.stackAddress(3, -32);
      b.emit(insn.movImm(4, 4), insn.movImm(5, 0));
      callHelper(b, helper('dynptr_write'));
    },
    () => {
      b.stackAddress(1, at);
      b.emit(insn.movImm(2, 0), insn.movImm(3, 8));
      callHelper(b, helper('dynptr_data'));
      readIfThere(b, [0, 0, 4, 8]);
    },
    () => {
      b.stackAddress(1, at);
      b.emit(insn.movImm(2, 0));
      if (b.chance(50)) b.emit(insn.movImm(3, 0));
      else b.stackAddress(3, -32);
      b.emit(insn.movImm(4, b.pick([4, 8])), insn.callKernel(b.pick(['bpf_dynptr_slice', 'bpf_dynptr_slice_rdwr'])));
      b.afterCall();
      readIfThere(b, [0, 0, 4, 8]);
      b.isRepeatable = false;
    },
    () => {
      b.stackAddress(1, at);
      b.stackAddress(2, at - 16);
      b.emit(insn.movImm(2 + b.pick([0, 0, 1]), 1), insn.movImm(3, 4));
      b.emit(
        insn.callKernel(b.pick(['bpf_dynptr_adjust', 'bpf_dynptr_size', 'bpf_dynptr_is_null', 'bpf_dynptr_is_rdonly'])),
      );
      b.afterCall();
      b.isRepeatable = false;
    },
    () => {
      b.stackAddress(1, at);
      b.stackAddress(2, at - 16);
      b.emit(insn.callKernel('bpf_dynptr_clone'));
      b.afterCall();
      b.isRepeatable = false;
    },
  ];
  b.pick(uses)();
}

function readIfThere(b: Builder, offsets: readonly number[]): void {
  const out = b.label();
  if (b.chance(94)) b.lead(insn.jumpImm(0x15, 0, 0), out);
  if (b.chance(70)) b.emit(insn.load(4, 1, 0, b.pick(offsets)));
  else b.emit(insn.storeImm(4, 0, b.pick(offsets), 1));
  b.place(out);
  b.set(0, NOTHING);
}

interface IteratorKind {
  readonly name: string;
  readonly begin: (b: Builder) => void;
}

const ITERATORS: readonly IteratorKind[] = [
  { name: 'num', begin: (b) => b.emit(insn.movImm(2, 0), insn.movImm(3, b.pick([2, 10, 1000]))) },
  { name: 'num', begin: (b) => b.emit(insn.movImm(2, b.constant()), insn.movImm(3, b.constant())) },
  {
    name: 'bits',
    begin: (b) => {
      b.stackAddress(2, -32);
      b.emit(insn.movImm(3, 1));
    },
  },
  { name: 'task', begin: (b) => b.emit(insn.movImm(2, 0), insn.movImm(3, b.pick([0, 1, 2]))) },
  { name: 'css_task', begin: (b) => b.emit(insn.mov(2, b.anyPointer()), insn.movImm(3, 0)) },
];

const iterator: Production = (b, body) => {
  const { name, begin } = b.chance(60) ? ITERATORS[0] : b.pick(ITERATORS);
  const at = b.pick([OBJECT_AT, OBJECT_AT, -168, -184]);
  begin(b);
  b.stackAddress(1, at);
  b.emit(insn.callKernel(`bpf_iter_${name}_new`));
  b.afterCall();
  const [head, end] = [b.label(), b.label()];
  const count = b.keeper();
  if (count !== undefined) b.emit(insn.movImm(count, 0));
  b.place(head);
  b.stackAddress(1, b.chance(97) ? at : at - 8);
  b.emit(insn.callKernel(`bpf_iter_${name}_next`));
  b.afterCall({ is: 'nothing' });
  if (b.chance(97)) b.lead(insn.jumpImm(0x15, 0, 0), end);
  if (b.chance(60)) b.emit(insn.load(4, 1, 0, 0));
  b.set(1, NUMBER);
  if (count !== undefined) b.set(count, NUMBER);
  const before = [...b.held];
  body(3);
  if (count !== undefined && b.chance(50)) b.emit(insn.addImm(count, 1));
  if (count !== undefined) b.set(count, NOTHING);
  b.lead(insn.goto, b.chance(97) ? head : end);
  b.place(end);
  b.join(before);
  b.set(0, NOTHING);
  b.stackAddress(1, at);
  if (b.chance(96)) b.emit(insn.callKernel(`bpf_iter_${name}_destroy`));
  b.afterCall();
  b.hasOpenLoop = true;
  b.isRepeatable = false;
};

/** Sections that must be left again, by the functions that enter and leave them. */
const SECTIONS: readonly (readonly [string, string])[] = [
  ['bpf_rcu_read_lock', 'bpf_rcu_read_unlock'],
  ['bpf_preempt_disable', 'bpf_preempt_enable'],
  ['bpf_local_irq_save', 'bpf_local_irq_restore'],
];

const section: Production = (b, body) => {
  const [enter, leave] = b.pick(SECTIONS);
  const isIrq = enter === 'bpf_local_irq_save';
  const at = b.pick([-72, -72, -80]);
  if (isIrq) b.stackAddress(1, at);
  b.emit(insn.callKernel(enter));
  b.afterCall(isIrq ? NOTHING : NOTHING);
  body(3);
  if (isIrq) b.stackAddress(1, b.chance(95) ? at : -72);
  if (b.chance(96)) b.emit(insn.callKernel(leave));
  b.afterCall(NOTHING);
  b.isRepeatable = false;
};

/** Objects of the kernel: what makes and what releases them. */
const KERNEL_OBJECTS: readonly (readonly [string, string, string])[] = [
  ['bpf_cpumask_create', 'bpf_cpumask_release', 'bpf_cpumask'],
  ['bpf_task_from_pid', 'bpf_task_release', 'task_struct'],
  ['bpf_cgroup_from_id', 'bpf_cgroup_release', 'cgroup'],
  ['bpf_task_acquire', 'bpf_task_release', 'task_struct'],
];

const kernelObject: Production = (b, body) => {
  const keeper = b.keeper();
  if (keeper === undefined) return;
  const usable = b.programType === 'syscall' ? KERNEL_OBJECTS : KERNEL_OBJECTS.slice(1);
  const [acquire, release, name] = b.pick(b.chance(97) ? usable : KERNEL_OBJECTS);
  const objects = b.holding((held) => held.name === name);
  b.emit(objects.length > 0 ? insn.mov(1, b.pick(objects)) : insn.movImm(1, 1));
  b.emit(insn.callKernel(acquire));
  b.afterCall(NOTHING);
  const out = b.label();
  b.emit(insn.mov(keeper, 0));
  if (b.chance(96)) b.lead(insn.jumpImm(0x15, b.pick([0, keeper]), 0), out);
  b.set(keeper, { is: 'object', name });
  const before = [...b.held];
  b.withLocked(keeper, () => {
    body(3);
    if (b.chance(40)) b.emit(insn.load(b.pick([4, 8]), 1, keeper, 8 * b.random.below(40)));
    b.emit(insn.mov(1, keeper));
    if (b.chance(95)) b.emit(insn.callKernel(release));
    b.afterCall(NOTHING);
    if (b.chance(4)) b.emit(insn.load(8, 1, keeper, 0));
  });
  b.join(before);
  b.set(keeper, NOTHING);
  b.place(out);
  b.isRepeatable = false;
};

/** Types that a number names have other ids in every kernel. */
const NOT_HERE: readonly string[] = ['bpf_throw', 'bpf_rdonly_cast'];

const KFUNCS = kfuncNames().filter((name) => !NOT_HERE.includes(name));

/** Any function of the kernel, with arguments that its prototype suggests. */
function anyKernelFunction(b: Builder): void {
  const name = b.pick(KFUNCS);
  const types = vmlinuxBtf();
  const func = types.find(name, 'func');
  const proto = func === undefined ? undefined : types.type(func);
  const params = proto?.kind === 'func' ? types.type(proto.type) : undefined;
  const list = params?.kind === 'func_proto' ? params.params : [];
  list.slice(0, 5).forEach(({ name: parameter, type }, i) => {
    kernelArgument(b, 1 + i, parameter, types.type(type)?.kind ?? 'void');
  });
  // What a loader makes of a function that the kernel does not have.
  b.emit(b.chance(99) ? insn.callKernel(name) : insn.callMissing);
  b.afterCall(b.chance(70) ? NUMBER : NOTHING);
  b.hasOpenLoop = true;
  b.isRepeatable = false;
}

function kernelArgument(b: Builder, register: number, name: string, kind: string): void {
  const objects = b.holding(({ is }) => is === 'object');
  if (kind !== 'ptr' || b.chance(5)) b.emit(insn.movImm(register, b.pick([0, 1, 4, 8])));
  else if (name === 'map') b.mapAddress(register, b.pick(['hash', 'timers', 'values']));
  else if (objects.length > 0 && b.chance(50)) b.emit(insn.mov(register, b.pick(objects)));
  else if (/dynptr|^p$|^ptr$|it$/.test(name) || b.chance(50))
    b.stackAddress(register, b.pick([OBJECT_AT, -64, -32, -16]));
  else b.emit(insn.mov(register, b.anyPointer()));
  b.set(register, NOTHING);
}

function throwIt(b: Builder): void {
  const out = b.label();
  b.lead(insn.jumpImm(0x15, b.number(), 0), out);
  b.emit(insn.movImm(1, b.pick([0, 1, 7])), insn.callKernel('bpf_throw'));
  b.place(out);
  b.afterCall(NOTHING);
  b.isRepeatable = false;
}

export const OBJECTS: Rules = {
  ringRecord: { weight: 5, make: ringRecord },
  dynptr: { weight: 5, make: dynptr },
  iterator: { weight: 4, make: iterator },
  section: { weight: 3, make: section },
  kernelObject: { weight: 4, make: kernelObject },
  anyKernelFunction: { weight: 5, make: anyKernelFunction },
  throwIt: { weight: 1, make: throwIt },
};
