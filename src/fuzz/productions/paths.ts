/** Paths that meet again: with different things held, from different callers, or after one became two. */
import * as bpf from '../../engine/isa/constants.ts';
import { type Builder, NOTHING, NUMBER, type Production, type Rules, STACK, VALUE } from '../builder.ts';
import { TYPES } from '../catalogue.ts';
import * as insn from '../instructions.ts';
import { argument } from './control.ts';
import { callHelper, helper } from './helpers.ts';

const FRAME = 10;
/** Below what other productions use. */
const OBJECT_AT = -144;

/** What is entered or taken, and how it is left or given back. */
interface Holding {
  readonly take: (b: Builder) => void;
  readonly give: (b: Builder) => void;
}

const calling = (name: string, ...more: readonly ReturnType<typeof insn.movImm>[]) => {
  return (b: Builder): void => {
    b.emit(...more, insn.callKernel(name));
    b.afterCall(NOTHING);
  };
};

/** With the address of a stack slot in R1. */
const callingAt = (name: string, ...more: readonly ReturnType<typeof insn.movImm>[]) => {
  return (b: Builder): void => {
    b.stackAddress(1, OBJECT_AT);
    calling(name, ...more)(b);
  };
};

const HOLDINGS: readonly Holding[] = [
  { take: calling('bpf_rcu_read_lock'), give: calling('bpf_rcu_read_unlock') },
  { take: calling('bpf_preempt_disable'), give: calling('bpf_preempt_enable') },
  { take: callingAt('bpf_local_irq_save'), give: callingAt('bpf_local_irq_restore') },
  {
    take: callingAt('bpf_iter_num_new', insn.movImm(2, 0), insn.movImm(3, 4)),
    give: callingAt('bpf_iter_num_destroy'),
  },
  {
    take: (b) => {
      b.mapAddress(1, 'ring');
      b.emit(insn.movImm(2, 16), insn.movImm(3, 0));
      b.stackAddress(4, OBJECT_AT);
      callHelper(b, helper('ringbuf_reserve_dynptr'));
    },
    give: (b) => {
      b.stackAddress(1, OBJECT_AT);
      b.emit(insn.movImm(2, 0));
      callHelper(b, helper(b.pick(['ringbuf_submit_dynptr', 'ringbuf_discard_dynptr'])));
    },
  },
];

/** Something is held on one of two paths that meet, and given back where they part again. */
const heldOnOnePath: Production = (b, body) => {
  const choice = b.keeper();
  if (choice === undefined) return;
  const { take, give } = b.pick(HOLDINGS);
  const other = b.chance(25) ? b.pick(HOLDINGS) : undefined;
  b.loadNumber(choice);
  if (b.chance(60)) b.emit(insn.andImm(choice, b.pick([1, 3])));
  b.withLocked(choice, () => {
    onlyIf(b, choice, take, other?.take);
    body(2);
    onlyIf(b, choice, give, b.chance(90) ? other?.give : other?.take);
  });
  b.set(choice, NUMBER);
  b.isRepeatable = false;
};

function onlyIf(b: Builder, choice: number, then: Holding['take'], otherwise: Holding['take'] | undefined): void {
  const [skip, end] = [b.label(), b.label()];
  b.lead(insn.jumpImm(b.chance(95) ? 0x15 : 0x25, choice, 0), skip);
  then(b);
  if (otherwise !== undefined) b.lead(insn.goto, end);
  b.place(skip);
  if (otherwise !== undefined) otherwise(b);
  b.place(end);
  b.afterCall(NOTHING);
}

/** A function that another place calls, too. */
function callShared(b: Builder): void {
  const shared = b.sharedFunction(/^[SG]_/);
  if (shared === undefined) return;
  TYPES.functions[shared.type].params.forEach((parameter, i) => {
    argument(b, 1 + i, parameter);
  });
  b.lead(insn.callFunction, shared.label);
  b.afterCall();
}

/** All bits or none, and a part of them: the kernel goes both ways. */
function signOrNothing(b: Builder): void {
  const register = b.target();
  b.loadNumber(register);
  const isWide = b.chance(70);
  const group = isWide ? bpf.BPF_ALU64 : bpf.BPF_ALU;
  b.emit(insn.aluImm(group | bpf.BPF_ARSH, register, isWide ? 63 : 31));
  const op = b.pick([bpf.BPF_AND, bpf.BPF_AND, bpf.BPF_OR]);
  if (b.chance(70)) b.emit(insn.aluImm(group | op, register, b.pick([1, 7, 8, 16, -2])));
  else b.emit(insn.aluReg(group | op, register, b.number()));
  b.set(register, NUMBER);
  const base = b.target();
  if (base === register || b.held[VALUE].is !== 'value' || b.chance(40)) return;
  b.emit(insn.mov(base, VALUE), insn.addReg(base, register), insn.load(1, base, base, 0));
  b.set(base, NUMBER);
}

/** Calls that leave registers alone, between spills and fills of them. */
function callBetweenSpills(b: Builder): void {
  const registers = [1, 2, 3, 4, 5].slice(0, 1 + b.random.below(4));
  const lowest = b.pick([-200, -200, -STACK - 8, -8 * (STACK / 8)]);
  const slots = registers.map((register, i) => ({ register, at: lowest + 8 * i }));
  for (const { register } of slots) b.loadNumber(register);
  const spills = slots.map(({ register, at }) => insn.store(8, FRAME, register, at)).reverse();
  const fills = slots.map(({ register, at }) => insn.load(8, register, FRAME, b.chance(97) ? at : at + 8));
  b.emit(...spills);
  if (b.chance(70)) b.emit(insn.call(helper(b.pick(['get_smp_processor_id', 'get_smp_processor_id', 'jiffies64']))));
  else b.emit(insn.callKernel(b.pick(['bpf_rcu_read_lock', 'bpf_rcu_read_unlock'])));
  b.afterCall(NUMBER);
  b.emit(...fills);
  for (const { register } of slots) b.set(register, NUMBER);
  if (b.chance(30)) b.emit(insn.load(8, 0, FRAME, lowest));
  b.isRepeatable = false;
}

/** Zeros, or something else, at a place of the stack that nobody knows. */
function storeAtUnknownPlace(b: Builder): void {
  const [offset, base] = [b.target(), b.target()];
  if (base === offset) return;
  const start = -8 * b.pick([2, 4, 8]);
  for (let at = start; at < start + 16; at += 8)
    if (b.chance(60))
      b.emit(b.chance(50) ? insn.storeImm(8, FRAME, at, 0) : insn.storeImm(b.pick([1, 4]), FRAME, at, 0));
  if (b.chance(30)) b.emit(insn.movImm(base, 0), insn.store(8, FRAME, base, start));
  b.loadNumber(offset);
  b.emit(
    insn.andImm(offset, b.pick([1, 7, 15])),
    insn.mov(base, FRAME),
    insn.addImm(base, start),
    insn.addReg(base, offset),
  );
  b.set(offset, NUMBER);
  const size = b.pick([1, 1, 1, 2, 8]);
  if (b.chance(70)) b.emit(insn.storeImm(size, base, 0, b.pick([0, 0, 0, 1])));
  else b.emit(insn.movImm(offset, 0), insn.store(size, base, offset, 0));
  b.emit(insn.load(b.pick([1, 4, 8]), offset, FRAME, start));
  b.set(base, { is: 'stack' });
}

/** What a path may leave in a slot of the stack. */
const CONTENTS: readonly ((b: Builder, at: number) => void)[] = [
  (b, at) => b.emit(insn.storeImm(8, FRAME, at, 0)),
  (b, at) => b.emit(insn.storeImm(8, FRAME, at, b.constant())),
  (b, at) => b.emit(insn.storeImm(4, FRAME, at, 0), insn.storeImm(4, FRAME, at + 4, 0)),
  (b, at) => b.emit(insn.storeImm(b.pick([1, 2, 4]), FRAME, at, b.pick([0, 7]))),
  (b, at) => b.emit(insn.store(b.pick([8, 8, 4, 1]), FRAME, b.number(), at)),
  (b, at) => b.emit(insn.store(8, FRAME, b.pick(b.holding(({ is }) => is !== 'nothing')), at)),
  (b, at) => b.emit(insn.movImm(0, 0), insn.store(b.pick([8, 8, 4]), FRAME, 0, at)),
  (b) => b.emit(insn.movImm(0, 0)),
];

/** What a path may leave in a register. */
function leaveSomething(b: Builder, register: number): void {
  b.loadNumber(register);
  const changes = [
    () => b.emit(insn.andImm(register, b.pick([1, 7, 15, 31]))),
    () => b.emit(insn.mov(0, register), insn.addImm(register, b.pick([1, 8, -1]))),
    () => b.emit(insn.mov(0, register)),
    () => b.emit(insn.mov32(register, register)),
    () => b.emit(insn.movImm(register, b.pick([0, 1, 5, 8]))),
  ];
  b.pick(changes)();
  b.set(register, NUMBER);
}

/** Two paths that leave different things, which are used where the paths meet. */
function differentOnPaths(b: Builder): void {
  const register = b.keeper();
  const at = b.pick([-16, -24, -208]);
  const [otherwise, end] = [b.label(), b.label()];
  const before = [...b.held];
  b.lead(insn.jumpImm(b.pick([0x15, 0x25, 0x65]), b.number(), b.pick([0, 3])), otherwise);
  b.pick(CONTENTS)(b, at);
  if (register !== undefined) leaveSomething(b, register);
  b.lead(insn.goto, end);
  b.place(otherwise);
  b.held = before;
  b.pick(CONTENTS)(b, at);
  if (register !== undefined) leaveSomething(b, register);
  b.place(end);
  b.set(0, NOTHING);
  if (b.chance(85)) b.emit(insn.load(b.pick([8, 8, 4, 1]), b.pick([0, 1, 2]), FRAME, at));
  if (register === undefined) return;
  if (b.held[VALUE].is !== 'value' || b.chance(30)) return b.emit(insn.addImm(register, 1));
  b.emit(
    insn.andImm(register, b.pick([7, 15, -1])),
    insn.mov(1, VALUE),
    insn.addReg(1, register),
    insn.load(1, 1, 1, 0),
  );
  b.set(1, NUMBER);
}

export const PATHS: Rules = {
  differentOnPaths: { weight: 6, make: differentOnPaths },
  heldOnOnePath: { weight: 4, make: heldOnOnePath },
  callShared: { weight: 3, make: callShared },
  signOrNothing: { weight: 3, make: signOrNothing },
  callBetweenSpills: { weight: 3, make: callBetweenSpills },
  storeAtUnknownPlace: { weight: 3, make: storeAtUnknownPlace },
};
