/** Branches, loops, and calls of the program's own functions. */

import { type Builder, CONTEXT, NOTHING, NUMBER, type Production, type Rules, STACK, VALUE } from '../builder.ts';
import { TYPES } from '../catalogue.ts';
import * as insn from '../instructions.ts';
import type { Item } from '../item.ts';

const COMPARISONS = [0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0xa0, 0xb0, 0xc0, 0xd0];
const JUMP_CLASSES = [0x05, 0x05, 0x06];
const FRAME = 10;

function condition(b: Builder): Item {
  const op = b.pick(COMPARISONS) | b.pick(JUMP_CLASSES);
  if (b.chance(1)) return insn.jumpImm(op, b.random.below(11), 0);
  return b.chance(70) ? insn.jumpImm(op, b.number(), b.constant()) : insn.jumpReg(op, b.number(), b.number());
}

const branch: Production = (b, body) => {
  const otherwise = b.label();
  const end = b.label();
  b.lead(condition(b), otherwise);
  const before = [...b.held];
  body(3);
  const hasElse = b.chance(40);
  if (hasElse) b.lead(b.chance(90) ? insn.goto : insn.gotoLong, end);
  b.place(otherwise);
  const after = [...b.held];
  b.held = before;
  if (hasElse) body(3);
  b.join(after);
  b.place(end);
};

/** Registers of a loop's head hold at its end what they held before. */
function loopBody(b: Builder, body: (count: number) => void): void {
  for (let r = 0; r <= 5; r++) b.set(r, NOTHING);
  const head = [...b.held];
  body(3);
  head.forEach((held, register) => {
    if (register < FRAME && held.is === 'number' && b.held[register].is !== 'number') {
      b.emit(insn.movImm(register, b.constant()));
      b.set(register, NUMBER);
    }
  });
}

const countedLoop: Production = (b, body) => {
  const counter = b.keeper();
  if (counter === undefined) return;
  const head = b.label();
  b.withLocked(counter, () => {
    const [step, end] = b.pick([
      [1, 2],
      [1, 4],
      [2, 8],
      [1, 10],
      [-1, 0],
    ]);
    b.emit(insn.movImm(counter, step < 0 ? 5 : 0));
    b.set(counter, NUMBER);
    b.place(head);
    loopBody(b, body);
    b.emit(insn.aluImm(b.pick([0x07, 0x04]), counter, step));
    b.lead(insn.jumpImm(step < 0 ? 0x65 : b.pick([0xa5, 0xa6, 0x55]), counter, end), head);
  });
};

/** A loop that ends when `may_goto` says so, or never. */
const mayGotoLoop: Production = (b, body) => {
  const [head, end] = [b.label(), b.label()];
  const counter = b.target();
  if (b.chance(50)) b.emit(insn.movImm(counter, 0));
  for (let r = 0; r <= 5; r++) b.set(r, NOTHING);
  b.place(head);
  b.lead(b.chance(97) ? insn.mayGoto : condition(b), end);
  const before = [...b.held];
  loopBody(b, body);
  if (b.held[counter].is === 'number' && b.chance(40)) b.emit(insn.addImm(counter, 1));
  b.lead(b.chance(90) ? insn.goto : insn.gotoLong, head);
  b.join(before);
  b.place(end);
  b.hasOpenLoop = true;
  b.isRepeatable = false;
};

/** A loop over a number that nobody knows. */
const unknownLoop: Production = (b, body) => {
  const counter = b.keeper();
  if (counter === undefined) return;
  const head = b.label();
  b.loadNumber(counter);
  b.emit(insn.andImm(counter, b.pick([3, 7, 15])));
  b.withLocked(counter, () => {
    b.place(head);
    loopBody(b, body);
    b.emit(insn.addImm(counter, b.pick([-1, 1, 0])));
    b.lead(insn.jumpImm(b.pick([0x55, 0x65, 0xa5, 0xc5]), counter, b.pick([0, 16])), head);
  });
  b.hasOpenLoop = true;
  b.isRepeatable = false;
};

/** Puts what a parameter wants into R`register`; now and then something else. */
export function argument(b: Builder, register: number, parameter: string): void {
  const wanted = b.chance(93) ? parameter : b.pick(['u64', 'pair', 'ctx', 'nonnull', 'void']);
  switch (wanted) {
    case 'ctx':
    case 'regs':
      b.emit(insn.mov(register, b.has('ctx') ? CONTEXT : b.anyPointer()));
      break;
    case 'pair':
      if (b.chance(20)) b.emit(insn.movImm(register, 0));
      else memory(b, register);
      break;
    case 'nonnull':
    case 'array':
    case 'constant':
    case 'void':
      memory(b, register);
      break;
    case 'dynptr':
      b.stackAddress(register, -STACK);
      break;
    case 'nullable':
    case 'untrusted':
    case 'untrusted_task':
      if (b.chance(30)) b.loadNumber(register);
      else b.emit(insn.mov(register, b.anyPointer()));
      break;
    case 'task':
      b.emit(insn.mov(register, b.anyPointer()));
      break;
    default:
      b.loadNumber(register);
  }
  b.set(register, NUMBER);
}

function memory(b: Builder, register: number): void {
  if (b.held[VALUE].is === 'value' && b.chance(50)) b.emit(insn.mov(register, VALUE));
  else b.stackAddress(register, b.pick([-16, -24, -64, -8]));
}

const CALLABLE = Object.keys(TYPES.functions).filter((name) => /^[SG]_/.test(name));

/** More functions than this make programs long, not different. */
const MAX_FUNCTIONS = 4;

/** Their arguments are hard to come by. */
const DEMANDING = ['G_dynptr', 'G_task', 'G_void', 'G_nullable', 'G_untrusted_task', 'G_regs'];

function callOwn(b: Builder): void {
  const known = b.starts.filter(({ type }) => CALLABLE.includes(type));
  const type = known.length > 0 && b.chance(30) ? b.pick(known).type : b.pick(CALLABLE);
  if (DEMANDING.includes(type) && !b.chance(15)) return;
  if (b.starts.length >= MAX_FUNCTIONS && !b.chance(5)) return;
  TYPES.functions[type].params.forEach((parameter, i) => {
    argument(b, 1 + i, parameter);
  });
  b.lead(insn.callFunction, b.functionOf(type));
  b.afterCall();
}

/** A function calls itself, or one that was made before. */
function callAgain(b: Builder): void {
  const start = b.pick(b.starts);
  const label = b.label();
  label.at = start.item;
  TYPES.functions[start.type].params.forEach((parameter, i) => {
    argument(b, 1 + i, parameter);
  });
  b.lead(insn.callFunction, label);
  b.afterCall();
  b.hasOpenLoop = true;
  b.isRepeatable = false;
}

function leave(b: Builder): void {
  const label = b.label();
  b.lead(condition(b), label);
  if (b.held[0].is !== 'number' || b.chance(30)) b.emit(insn.movImm(0, b.pick([0, 0, 1, 2])));
  b.emit(insn.exit);
  b.place(label);
}

/** A jump that goes nowhere else. */
const noJump: Production = (b, body) => {
  const label = b.label();
  b.lead(b.chance(50) ? condition(b) : insn.goto, label);
  if (b.chance(20)) body(1);
  b.place(label);
};

export const CONTROL: Rules = {
  branch: { weight: 40, make: branch },
  countedLoop: { weight: 5, make: countedLoop },
  mayGotoLoop: { weight: 4, make: mayGotoLoop },
  unknownLoop: { weight: 1, make: unknownLoop },
  callOwn: { weight: 8, make: callOwn },
  callAgain: { weight: 0.3, make: callAgain },
  leave: { weight: 5, make: leave },
  noJump: { weight: 2, make: noJump },
};
