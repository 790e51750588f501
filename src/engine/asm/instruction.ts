/** Reads one instruction: a walk through the tree of syntaxes, then the values of its operands. */
import { helperByName } from '../abi/helpers.ts';
import { LD_IMM64 } from '../isa/constants.ts';
import type { Form, Operand } from '../isa/opcodes.ts';
import type { Constants, Value } from './expression.ts';
import { parseExpression, parseNumber } from './expression.ts';
import type { Statement, Token } from './lexer.ts';
import { explain } from './mistakes.ts';
import type { FixupKind } from './object.ts';
import type { Leaf, PatternNode, Shape, Slot } from './patterns.ts';
import { KEYWORDS, PATTERNS, registerOf } from './patterns.ts';
import type { Place, Problems } from './problems.ts';
import { describe, nearest, placeAt, spanOf } from './problems.ts';

/** An instruction's fields, and what they wait for. */
export interface Instruction {
  readonly opcode: number;
  dst: number;
  src: number;
  off: number;
  imm: number;
  /** `imm` of the second slot; undefined for instructions of one slot. */
  next: number | undefined;
  reference: { readonly kind: FixupKind; readonly value: Value; readonly place: Place } | undefined;
}

/** What was read for an operand: a number, or a name that is settled later. */
interface Operation {
  readonly place: Place;
  /** As it is written. */
  readonly text: string;
  readonly number: bigint | undefined;
  readonly value: Value | undefined;
}

export interface InstructionContext {
  readonly constants: Constants;
  /** True if a name is (or will be) defined by the text, so that it does not mean the helper of this name. */
  readonly isDefined: (name: string) => boolean;
  /** What a name could stand for, for hints. */
  readonly names: () => Iterable<string>;
  readonly problems: Problems;
}

/** The instruction of a statement; undefined if it is none, which `problems` then says. */
export function parseInstruction(statement: Statement, context: InstructionContext): Instruction | undefined {
  const operations: Operation[] = [];
  const leaf = walk(statement, context, operations);
  return leaf && build(leaf, operations, statement, context);
}

/** Down the tree, collecting operands. */
function walk(statement: Statement, context: InstructionContext, operations: Operation[]): Leaf | undefined {
  let node = PATTERNS;
  let at = 0;
  while (at < statement.length || node.shapes.has('offset')) {
    const token = statement[at];
    const literal = token && literalBranch(node, token, statement, at, context.constants);
    if (literal !== undefined) {
      node = literal;
      at++;
      continue;
    }
    const operand = operandBranch(node, statement, at, context.constants);
    if (operand === undefined) {
      reportUnexpected(node, statement, at, context);
      return undefined;
    }
    operations.push(operand.operation);
    node = operand.node;
    at = operand.next;
  }
  if (node.leaf === undefined) reportUnexpected(node, statement, at, context);
  return node.leaf;
}

/** `-` before a number belongs to the number. */
function literalBranch(
  node: PatternNode,
  token: Token,
  statement: Statement,
  at: number,
  constants: Constants,
): PatternNode | undefined {
  if (token.kind !== 'word' && token.kind !== 'operator') return undefined;
  if (token.text === '-' && node.shapes.has('number') && parseNumber(statement, at, constants) !== undefined)
    return undefined;
  return node.literals.get(token.text) ?? node.literals.get(token.text.toLowerCase());
}

interface OperandBranch {
  readonly node: PatternNode;
  readonly next: number;
  readonly operation: Operation;
}

type OperandReader = (statement: Statement, at: number, constants: Constants) => ReadOperand | undefined;
interface ReadOperand {
  readonly number?: bigint;
  readonly value?: Value;
  readonly next: number;
}

const readRegister =
  (shape: 'register' | 'wregister'): OperandReader =>
  (statement, at) => {
    const register = statement[at] && registerOf(statement[at].text);
    return register?.shape === shape ? { number: BigInt(register.number), next: at + 1 } : undefined;
  };

const readNumber: OperandReader = (statement, at, constants) => {
  const number = parseNumber(statement, at, constants);
  return number && { number: number.value, next: number.next };
};

/** `+ 8`, `- 8`, nothing; also `+ -8`, which other assemblers print. */
const readOffset: OperandReader = (statement, at, constants) => {
  const sign = statement[at]?.text;
  if (sign !== '+' && sign !== '-') return { number: 0n, next: at };
  const number = parseNumber(statement, at + 1, constants);
  return number && { number: sign === '-' ? -number.value : number.value, next: number.next };
};

/** A label, a distance, or a distance as the kernel writes it: `pc+3`. */
const readTarget: OperandReader = (statement, at, constants) =>
  readNumber(statement, at, constants) ?? readPc(statement, at, constants) ?? readLabel(statement, at, constants);

const readPc: OperandReader = (statement, at, constants) => {
  const sign = statement[at + 1]?.text;
  if (statement[at]?.text !== 'pc' || (sign !== '+' && sign !== '-')) return undefined;
  return readNumber(statement, at + 1, constants);
};

const readLabel: OperandReader = (statement, at) => {
  const token = statement[at];
  if (token === undefined || !isName(token)) return undefined;
  return { value: { addend: 0n, symbol: nameOf(token) }, next: at + 1 };
};

/** A name with an offset. */
const readAddress: OperandReader = (statement, at, constants) => {
  const token = statement[at];
  if (token === undefined || !isName(token)) return undefined;
  if (token.kind === 'string') return readLabel(statement, at, constants);
  const expression = parseExpression(statement, at, constants);
  return expression && { value: expression.value, next: expression.next };
};

const READERS: Readonly<Record<Shape, OperandReader>> = {
  register: readRegister('register'),
  wregister: readRegister('wregister'),
  number: readNumber,
  offset: readOffset,
  target: readTarget,
  name: (statement, at, constants) => readPc(statement, at, constants) ?? readAddress(statement, at, constants),
  address: readAddress,
};

/** Registers are no names, so that `r1 = w2` is not the address of `w2`. */
const isName = (token: Token): boolean =>
  token.kind === 'direction' ||
  token.kind === 'string' ||
  (token.kind === 'word' && registerOf(token.text) === undefined);

const nameOf = (token: Token): string => (token.kind === 'string' ? token.text.slice(1, -1) : token.text);

function operandBranch(
  node: PatternNode,
  statement: Statement,
  at: number,
  constants: Constants,
): OperandBranch | undefined {
  for (const [shape, child] of node.shapes) {
    const read = READERS[shape](statement, at, constants);
    if (read === undefined) continue;
    const place = read.next > at ? spanOf(statement.slice(at, read.next)) : placeAt(statement, at);
    const text = textOf(statement.slice(at, read.next));
    return { node: child, next: read.next, operation: { place, text, number: read.number, value: read.value } };
  }
  return undefined;
}

function reportUnexpected(node: PatternNode, statement: Statement, at: number, context: InstructionContext): void {
  const { problems } = context;
  const token = statement[at];
  const place = placeAt(statement, at);
  const register = token && registerOf(token.text);
  const other = register && widthHint(node, register);
  if (other !== undefined) return problems.error(place, `expected ${other}, found ${describe(token)}`);
  if (isTornNumber(statement, at)) {
    const number = `${statement[at - 1].text}${token.text}`;
    return problems.error(spanOf(statement.slice(at - 1, at + 1)), `\`${number}\` is no number`);
  }
  if (node === PATTERNS && token?.kind === 'word') {
    const similar = nearest(token.text, KEYWORDS);
    if (similar !== undefined && similar !== token.text)
      return problems.error(place, `${describe(token)} does not begin an instruction`, [
        `did you mean \`${similar}\`?`,
      ]);
  }
  if (isBareName(node, statement, at)) return reportBareName(statement, at - 1, context);
  const explained = explain(statement);
  if (explained !== undefined) return problems.error(place, explained.message, [explained.note]);
  if (node !== PATTERNS) return problems.error(place, `expected ${node.expected()}, found ${describe(token)}`);
  problems.error(place, `${describe(token)} does not begin an instruction`, [
    'instructions look like `r1 = r2`, `r1 += 8`, `*(u32 *)(r10 - 4) = r1`',
  ]);
}

/** `0xZZ`: digits with letters right behind them. */
function isTornNumber(statement: Statement, at: number): boolean {
  const [before, token] = [statement[at - 1], statement[at]];
  const touches = before?.kind === 'number' && token?.kind === 'word' && before.endColumn === token.column;
  return touches && !token.text.startsWith('.');
}

/** `r1 = NAME`: a number that has no such name, or an address without its `ll`. */
const isBareName = (node: PatternNode, statement: Statement, at: number): boolean =>
  at === statement.length && statement[at - 1]?.kind === 'word' && node.literals.has('ll') && node.shapes.size === 0;

function reportBareName(statement: Statement, at: number, context: InstructionContext): void {
  const name = statement[at];
  const { problems, isDefined, names } = context;
  if (isDefined(name.text))
    return problems.error(name, `expected \`ll\` behind the name of something that has an address`, [
      `\`${statement[0].text} = ${name.text} ll\` loads its address`,
    ]);
  const similar = nearest(name.text, names());
  const hint = similar === undefined ? [] : [`did you mean \`${similar}\`?`];
  problems.error(name, `\`${name.text}\` is not defined`, hint);
}

/** The register that was meant, if only its width is wrong. */
function widthHint(
  node: PatternNode,
  register: { readonly shape: Shape; readonly number: number },
): string | undefined {
  if (register.shape === 'wregister' && node.shapes.has('register')) return `the 64-bit register r${register.number}`;
  if (register.shape === 'register' && node.shapes.has('wregister')) return `the 32-bit register w${register.number}`;
  return undefined;
}

/** Fields of the form, then those of the operands. */
function build(
  { form, slots }: Leaf,
  operations: readonly Operation[],
  statement: Statement,
  context: InstructionContext,
): Instruction | undefined {
  const instruction = blank(form);
  const seen = new Map<Slot, bigint | undefined>();
  let isGood = true;
  slots.forEach((slot, i) => {
    const operation = operations[i];
    if (typeof slot !== 'string') isGood = checkFixed(slot.fixed, operation, statement, context.problems) && isGood;
    else if (seen.has(slot)) isGood = checkSame(seen.get(slot), operation, statement, context.problems) && isGood;
    else isGood = fill(instruction, slot, operation, context) && isGood;
    seen.set(slot, operation.number);
  });
  return isGood ? instruction : undefined;
}

const blank = (form: Form): Instruction => ({
  opcode: form.opcode,
  dst: 0,
  src: form.src ?? 0,
  off: form.off ?? 0,
  imm: form.imm ?? 0,
  next: form.opcode === LD_IMM64 ? 0 : undefined,
  reference: undefined,
});

function checkFixed(register: number, operation: Operation, statement: Statement, problems: Problems): boolean {
  if (operation.number === BigInt(register)) return true;
  problems.error(operation.place, `this instruction has r${register} here, found r${operation.number}`, [
    `in \`${textOf(statement)}\``,
  ]);
  return false;
}

function checkSame(first: bigint | undefined, operation: Operation, statement: Statement, problems: Problems): boolean {
  if (operation.number === first) return true;
  problems.error(operation.place, `both registers must be the same: r${first}, found r${operation.number}`, [
    `write two instructions: \`r${first} = r${operation.number}\`, then \`${sameRegisters(statement)}\``,
  ]);
  return false;
}

/** The statement with its first register in both places. */
const sameRegisters = (statement: Statement): string =>
  textOf([...statement.slice(0, -1), { ...statement[statement.length - 1], text: statement[0].text }]);

const textOf = (statement: Statement): string => statement.map(({ text }) => text).join(' ');

/** Ranges of operands: the lowest and highest number, and what they are called. */
const RANGES = {
  off: [-0x8000n, 0x7fffn, 'a signed 16-bit offset'],
  to: [-0x8000n, 0x7fffn, 'a signed 16-bit distance (gotol has 32 bits)'],
  far: [-0x80000000n, 0x7fffffffn, 'a signed 32-bit distance'],
  function: [-0x80000000n, 0x7fffffffn, 'a signed 32-bit distance'],
  imm: [-0x80000000n, 0xffffffffn, '32 bits'],
  high: [0n, 0xffffn, '16 bits'],
  low: [0n, 0xffffn, '16 bits'],
  imm64: [-0x8000000000000000n, 0xffffffffffffffffn, '64 bits'],
  pseudo: [0n, 15n, '4 bits'],
} as const;

/** Numbers that are 32 bits with their sign extended to 64, written as 64 bits. */
const SIGN_EXTENDED = 0xffffffff80000000n;

/** Writes an operand into its fields; false if it does not fit, which is then reported. */
function fill(instruction: Instruction, slot: Operand, operation: Operation, context: InstructionContext): boolean {
  if (slot === 'dst' || slot === 'wdst') instruction.dst = Number(operation.number);
  else if (slot === 'src' || slot === 'wsrc') instruction.src = Number(operation.number);
  else if (operation.number === undefined) return refer(instruction, slot, operation, context);
  else
    return fillNumber(instruction, slot === 'address' ? 'imm64' : slot, operation.number, operation, context.problems);
  return true;
}

function fillNumber(
  instruction: Instruction,
  slot: keyof typeof RANGES,
  number: bigint,
  { place, text }: Operation,
  problems: Problems,
): boolean {
  const [lowest, highest, name] = RANGES[slot];
  const isExtended = slot === 'imm' && number >= SIGN_EXTENDED && number <= RANGES.imm64[1];
  if ((number < lowest || number > highest) && !isExtended) {
    const hint = slot === 'imm' ? ['`r1 = NUMBER ll` loads 64 bits'] : [];
    const shown = /[xX]/.test(text) ? text : number;
    problems.error(place, `${shown} does not fit: expected ${name}`, hint);
    return false;
  }
  writeNumber(instruction, slot, number);
  return true;
}

function writeNumber(instruction: Instruction, slot: keyof typeof RANGES, number: bigint): void {
  const low = Number(BigInt.asIntN(32, number));
  if (slot === 'off' || slot === 'to') instruction.off = low;
  else if (slot === 'pseudo') instruction.src = low;
  else if (slot === 'high') instruction.imm |= low << 16;
  else if (slot === 'low') instruction.imm |= low;
  else instruction.imm = low;
  // A small negative number behind ld_pseudo has no sign in the second slot, as LLVM has it.
  const isExtended = instruction.src === 0 || number >= 0n || number < RANGES.far[0];
  if (slot === 'imm64') instruction.next = isExtended ? Number(BigInt.asIntN(32, number >> 32n)) : 0;
}

const REFERENCE_KINDS: Partial<Readonly<Record<Operand, FixupKind>>> = {
  to: 'jump16',
  far: 'jump32',
  function: 'call',
  address: 'imm64',
};

/** A name in place of a number: a helper at once, all else when the whole text is known. */
function refer(instruction: Instruction, slot: Operand, operation: Operation, context: InstructionContext): boolean {
  const { value, place } = operation;
  const kind = REFERENCE_KINDS[slot];
  if (value === undefined || kind === undefined) return false;
  const helper = kind === 'call' ? helperNumber(value, context) : undefined;
  if (helper !== undefined) {
    instruction.src = 0;
    instruction.imm = helper;
    return true;
  }
  instruction.reference = { kind, value, place };
  return true;
}

/** `call bpf_timer_start`: the helper's number, unless the text has a function of this name. */
function helperNumber({ symbol, addend }: Value, { isDefined }: InstructionContext): number | undefined {
  if (symbol === undefined || addend !== 0n || isDefined(symbol) || !symbol.startsWith('bpf_')) return undefined;
  return helperByName(symbol.slice('bpf_'.length));
}
