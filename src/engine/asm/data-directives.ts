/** The directives that write bytes: strings, numbers, filling, alignment, variables of `.bss`. */
import { INSN_SIZE } from '../isa/insn.ts';
import type { Context } from './context.ts';
import type { Directive } from './directives.ts';
import { numberOfValue } from './fixups.ts';
import type { Statement } from './lexer.ts';
import type { Binding } from './object.ts';
import { placeAt, spanOf } from './problems.ts';
import { stringBytes } from './strings.ts';

/** No object is larger; the bound keeps `.zero 4000000000` from taking the page's memory. */
const MAX_SECTION_SIZE = 64 * 1024 * 1024;

const text =
  (end: readonly number[]): Directive =>
  (context, statement) => {
    for (let at = 1; at === 1 || at < statement.length; at++) {
      if (at > 1 && statement[at]?.text === ',') at++;
      const token = statement[at];
      if (token?.kind !== 'string') return context.expected('a string in double quotes', statement, at);
      const bytes = stringBytes(token);
      if (bytes === undefined)
        context.problems.error(token, 'unknown escape in a string', ['\\n \\t \\\\ \\" \\x41 \\101']);
      else context.object.current.data.append(Uint8Array.from([...bytes, ...end]));
    }
  };

/** Values with commas between them, `bytes` bytes each. */
const numbers =
  (bytes: number): Directive =>
  (context, statement) => {
    if (statement.length < 2) return context.expected('a value', statement, 1);
    noteLine(context, statement);
    let at = 1;
    for (;;) {
      const parsed = context.expression(statement, at);
      if (parsed === undefined) return context.expected('a number or a name', statement, at);
      emitNumber(context, statement, at, parsed.next, bytes);
      if (parsed.next >= statement.length) return;
      if (statement[parsed.next].text !== ',')
        return context.expected('`,` or the end of the line', statement, parsed.next);
      at = parsed.next + 1;
    }
  };

/** Numbers that stand where an instruction begins are one: it has a line like all others. */
function noteLine({ object: { current } }: Context, statement: Statement): void {
  const slot = current.data.length / INSN_SIZE;
  if (!current.isCode || !Number.isInteger(slot)) return;
  current.lines[slot] = statement[0].line;
  current.columns[slot] = statement[0].column;
}

function emitNumber(context: Context, statement: Statement, from: number, to: number, bytes: number): void {
  const { current, fixups } = context.object;
  const parsed = context.expression(statement, from);
  if (parsed === undefined) return;
  const { value } = parsed;
  const place = spanOf(statement.slice(from, to));
  const isNumber = value.symbol === undefined && value.minus === undefined;
  const limit = 1n << BigInt(8 * bytes);
  if (isNumber && (value.addend >= limit || value.addend < -limit / 2n))
    context.problems.error(place, `${value.addend} does not fit into ${bytes} byte${bytes === 1 ? '' : 's'}`);
  const offset = current.data.extend(bytes);
  fixups.push({ kind: 'data', section: current, offset, size: bytes, value, place });
}

/** LEB128 of a number that is known here. */
const leb =
  (isSigned: boolean): Directive =>
  (context, statement) => {
    const parsed = context.expression(statement, 1);
    const number = parsed && numberOfValue(context.object, parsed.value);
    if (number === undefined) return context.expected('a number', statement, 1);
    context.object.current.data.append(lebBytes(number, isSigned));
  };

function lebBytes(number: bigint, isSigned: boolean): Uint8Array {
  const bytes: number[] = [];
  let rest = isSigned ? number : BigInt.asUintN(64, number);
  for (;;) {
    const byte = Number(rest & 0x7fn);
    rest >>= 7n;
    const isLast = isSigned ? (rest === 0n && byte < 0x40) || (rest === -1n && byte >= 0x40) : rest === 0n;
    bytes.push(isLast ? byte : byte | 0x80);
    if (isLast) return Uint8Array.from(bytes);
  }
}

/** Numbers that are known here, up to `most` of them, from token `first` on. */
function knownNumbers(context: Context, statement: Statement, most: number, first = 1): readonly number[] | undefined {
  const values: number[] = [];
  let at = first;
  while (values.length < most && at < statement.length) {
    const parsed = context.expression(statement, at);
    const number = parsed && numberOfValue(context.object, parsed.value);
    if (parsed === undefined || number === undefined) {
      if (statement[at].text !== ',') return context.expected('a number', statement, at);
      at++;
      continue;
    }
    values.push(Number(number));
    at = parsed.next + 1;
  }
  return values.length > 0 ? values : context.expected('a number', statement, first);
}

/** `.zero COUNT[, BYTE]` */
const fillBytes: Directive = (context, statement) => {
  const [count, byte = 0] = knownNumbers(context, statement, 2) ?? [];
  if (count !== undefined) emitFill(context, statement, count, 1, byte);
};

/** `.fill COUNT[, SIZE[, VALUE]]` */
const fill: Directive = (context, statement) => {
  const [count, width = 1, value = 0] = knownNumbers(context, statement, 3) ?? [];
  if (count !== undefined) emitFill(context, statement, count, Math.min(width, 8), value);
};

function emitFill(context: Context, statement: Statement, count: number, width: number, value: number): void {
  const { data } = context.object.current;
  if (count < 0 || data.length + count * width > MAX_SECTION_SIZE) {
    context.problems.error(
      placeAt(statement, 1),
      `${count} is no size for a section of at most ${MAX_SECTION_SIZE} bytes`,
    );
    return;
  }
  const start = data.extend(count * width);
  if (value === 0) return;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < Math.min(width, 4); j++) data.bytes[start + i * width + j] = (value >> (8 * j)) & 0xff;
}

const MAX_ALIGNMENT = 0x10000;

/** A little-endian word that code is padded with: `goto +0`. */
const NOP = [0x05, 0, 0, 0, 0, 0, 0, 0];

const align =
  (bytesOf: (argument: number) => number): Directive =>
  (context, statement) => {
    const [argument, byte = 0] = knownNumbers(context, statement, 2) ?? [];
    if (argument === undefined) return;
    alignTo(context, statement, bytesOf(argument), byte);
  };

function alignTo(context: Context, statement: Statement, alignment: number, byte: number): void {
  if (!Number.isInteger(Math.log2(alignment)) || alignment > MAX_ALIGNMENT) {
    const message = `${alignment} bytes are no alignment: expected a power of two up to ${MAX_ALIGNMENT}`;
    context.problems.error(placeAt(statement, 1), message);
    return;
  }
  const { current } = context.object;
  current.alignment = Math.max(current.alignment, alignment);
  pad(context, (alignment - (current.data.length % alignment)) % alignment, byte);
}

function pad(context: Context, count: number, byte: number): void {
  const { data, isCode } = context.object.current;
  const start = data.extend(count);
  if (isCode && count % NOP.length === 0) for (let i = 0; i < count; i++) data.bytes[start + i] = NOP[i % NOP.length];
  else data.bytes.fill(byte, start);
}

/** `.comm NAME, SIZE[, ALIGNMENT]`: a variable in `.bss`, of whatever binding it has got. */
const common =
  (binding?: Binding): Directive =>
  (context, statement) => {
    const name = statement[1];
    if (name?.kind !== 'word') return context.expected('the name of a variable', statement, 1);
    const [bytes, alignment = 1] = knownNumbers(context, statement, 2, 3) ?? [];
    if (bytes === undefined) return;
    const symbol = context.object.symbol(name.text, name);
    if (binding !== undefined) symbol.binding = binding;
    symbol.type = 'object';
    symbol.size = { addend: BigInt(bytes) };
    const previous = context.object.current;
    context.object.current = context.object.section('.bss');
    alignTo(context, statement, alignment, 0);
    context.label(name);
    emitFill(context, statement, bytes, 1, 0);
    context.object.current = previous;
  };

export const dataDirectives: Readonly<Record<string, Directive>> = {
  '.ascii': text([]),
  '.asciz': text([0]),
  '.string': text([0]),
  '.byte': numbers(1),
  '.2byte': numbers(2),
  '.short': numbers(2),
  '.value': numbers(2),
  '.half': numbers(2),
  '.hword': numbers(2),
  '.4byte': numbers(4),
  '.long': numbers(4),
  '.int': numbers(4),
  '.word': numbers(4),
  '.8byte': numbers(8),
  '.quad': numbers(8),
  '.uleb128': leb(false),
  '.sleb128': leb(true),
  '.zero': fillBytes,
  '.skip': fillBytes,
  '.space': fillBytes,
  '.fill': fill,
  '.comm': common(),
  '.lcomm': common('local'),
  '.p2align': align((power) => 2 ** power),
  '.align': align((bytes) => bytes),
  '.balign': align((bytes) => bytes),
};
