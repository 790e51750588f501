/** The directives of the GNU and LLVM assemblers that make sense for BPF, a row each. */
import {
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHF_MERGE,
  SHF_STRINGS,
  SHF_WRITE,
  SHT_NOBITS,
  SHT_PROGBITS,
  STV_DEFAULT,
  STV_HIDDEN,
  STV_INTERNAL,
} from '../elf/elf-file.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { Context } from './context.ts';
import { declarationDirectives, declareExtern } from './declaration-directives.ts';
import { numberOfValue } from './fixups.ts';
import type { Statement } from './lexer.ts';
import type { Binding, SectionFlags, SymbolType } from './object.ts';
import { defaultFlags } from './object.ts';
import { describe, nearest, placeAt, spanOf } from './problems.ts';
import { stringBytes } from './strings.ts';

export type Directive = (context: Context, statement: Statement) => void;

/** No object is larger; the bound keeps `.zero 4000000000` from taking the page's memory. */
const MAX_SECTION_SIZE = 64 * 1024 * 1024;

const STV_PROTECTED = 3;

const section: Directive = (context, statement) => {
  const name = sectionName(statement);
  if (name === undefined) return context.expected('the name of a section', statement, 1);
  const flags = sectionFlags(context, statement, name.next, name.text);
  if (flags !== undefined) context.object.current = context.object.section(name.text, flags);
};

/** A name may hold `/` and other marks: all tokens up to a comma or blank belong to it. */
function sectionName(statement: Statement): { readonly text: string; readonly next: number } | undefined {
  const first = statement[1];
  if (first === undefined || first.text === ',') return undefined;
  if (first.kind === 'string') return { text: first.text.slice(1, -1), next: 2 };
  let text = first.text;
  let next = 2;
  for (; next < statement.length; next++) {
    if (statement[next].text === ',' || statement[next].column !== statement[next - 1].endColumn) break;
    text += statement[next].text;
  }
  return { text, next };
}

const FLAG_LETTERS: Readonly<Record<string, number>> = {
  a: SHF_ALLOC,
  w: SHF_WRITE,
  x: SHF_EXECINSTR,
  M: SHF_MERGE,
  S: SHF_STRINGS,
  // Groups, exclusion and retention mean nothing to a loader.
  e: 0,
  o: 0,
  G: 0,
  R: 0,
};

/** `,"flags"[,@type[,entry size]]`; further arguments (groups) are passed over. */
function sectionFlags(context: Context, statement: Statement, at: number, name: string): SectionFlags | undefined {
  if (at >= statement.length) return defaultFlags(name);
  const flags = statement[at + 1];
  if (statement[at].text !== ',' || flags?.kind !== 'string')
    return context.expected('flags such as ,"ax"', statement, at);
  const letters = [...flags.text.slice(1, -1)];
  const unknown = letters.find((letter) => FLAG_LETTERS[letter] === undefined);
  if (unknown !== undefined) {
    context.problems.error(flags, `section flags have no \`${unknown}\``, ['a: loaded, w: writable, x: code']);
    return undefined;
  }
  const type = statement[at + 3]?.text === '@' || statement[at + 3]?.text === '%' ? statement[at + 4]?.text : undefined;
  const entrySize = statement[at + 6]?.kind === 'number' ? Number(statement[at + 6].text) : 0;
  return {
    type: type === 'nobits' ? SHT_NOBITS : SHT_PROGBITS,
    flags: letters.reduce((all, letter) => all | FLAG_LETTERS[letter], 0),
    entrySize,
  };
}

const namedSection =
  (name: string): Directive =>
  (context) => {
    context.object.current = context.object.section(name);
  };

const pushSection: Directive = (context, statement) => {
  context.sectionStack.push(context.object.current);
  section(context, statement);
};

const popSection: Directive = (context, statement) => {
  const previous = context.sectionStack.pop();
  if (previous === undefined) context.problems.error(statement[0], '.popsection without .pushsection');
  else context.object.current = previous;
};

/** A directive whose arguments are names with commas between them. */
const forEachName =
  (apply: (context: Context, name: string, statement: Statement, at: number) => void): Directive =>
  (context, statement) => {
    for (let at = 1; at === 1 || at < statement.length; at += 2) {
      const token = statement[at];
      if (token?.kind !== 'word' && token?.kind !== 'string')
        return context.expected('the name of a symbol', statement, at);
      const name = token.kind === 'string' ? token.text.slice(1, -1) : token.text;
      apply(context, name, statement, at);
      if (at + 1 < statement.length && statement[at + 1].text !== ',')
        return context.expected('`,` or the end of the line', statement, at + 1);
    }
  };

const bind = (binding: Binding): Directive =>
  forEachName((context, name, statement, at) => {
    const symbol = context.object.symbol(name, statement[at]);
    symbol.binding = binding;
    symbol.isExtern = binding !== 'local';
  });

const show = (visibility: number): Directive =>
  forEachName((context, name, statement, at) => {
    context.object.symbol(name, statement[at]).visibility = visibility;
  });

const externNames: Directive = forEachName((context, name, statement, at) => {
  const symbol = context.object.symbol(name, statement[at]);
  symbol.isExtern = true;
  if (symbol.binding === 'local') symbol.binding = 'global';
});

/** `.extern NAME, NAME` and `.extern NAME: TYPE` */
const extern: Directive = (context, statement) => {
  if (statement[2]?.text === ':') declareExtern(context, statement, '.ksyms');
  else externNames(context, statement);
};

const SYMBOL_TYPES: Readonly<Record<string, SymbolType>> = {
  function: 'func',
  STT_FUNC: 'func',
  object: 'object',
  STT_OBJECT: 'object',
  notype: 'notype',
  STT_NOTYPE: 'notype',
};

/** `.type NAME,@function` */
const type: Directive = (context, statement) => {
  const name = statement[1];
  if (name?.kind !== 'word') return context.expected('the name of a symbol', statement, 1);
  const at = statement[2]?.text === ',' ? 3 : 2;
  const word = statement[at]?.text === '@' || statement[at]?.text === '%' ? at + 1 : at;
  const kind = SYMBOL_TYPES[statement[word]?.text.replace(/"/g, '') ?? ''];
  if (kind === undefined) return context.expected('@function or @object', statement, at);
  context.object.symbol(name.text, name).type = kind;
};

/** `.size NAME, .-NAME` */
const size: Directive = (context, statement) => {
  const name = statement[1];
  if (name?.kind !== 'word') return context.expected('the name of a symbol', statement, 1);
  const value = statement[2]?.text === ',' ? context.expression(statement, 3) : undefined;
  if (value === undefined) return context.expected('`, SIZE`', statement, 2);
  context.object.symbol(name.text, name).size = value.value;
};

/** `.set NAME, VALUE` with a value that is known here. */
const set: Directive = (context, statement) => {
  const name = statement[1];
  if (name?.kind !== 'word') return context.expected('a name', statement, 1);
  const value = statement[2]?.text === ',' ? context.expression(statement, 3) : undefined;
  if (value === undefined || value.next < statement.length)
    return context.expected('`, VALUE`', statement, value?.next ?? Math.min(3, statement.length));
  const number = numberOfValue(context.object, value.value);
  const symbol = context.object.symbol(name.text, name);
  if (number === undefined)
    context.problems.error(spanOf(statement.slice(3)), 'the value of .set must be a number that is known here');
  else if (symbol.section !== undefined) context.problems.error(name, `\`${name.text}\` is a label already`);
  else symbol.constant = number;
};

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

const ignore: Directive = () => {};

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  '.section': section,
  '.pushsection': pushSection,
  '.popsection': popSection,
  '.text': namedSection('.text'),
  '.data': namedSection('.data'),
  '.bss': namedSection('.bss'),
  '.rodata': namedSection('.rodata'),
  '.globl': bind('global'),
  '.global': bind('global'),
  '.weak': bind('weak'),
  '.local': bind('local'),
  '.extern': extern,
  '.hidden': show(STV_HIDDEN),
  '.internal': show(STV_INTERNAL),
  '.protected': show(STV_PROTECTED),
  '.default': show(STV_DEFAULT),
  '.type': type,
  '.size': size,
  '.set': set,
  '.equ': set,
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
  '.file': ignore,
  '.loc': ignore,
  '.ident': ignore,
  '.addrsig': ignore,
  '.addrsig_sym': ignore,
  '.version': ignore,
  '.cfi_sections': ignore,
  '.cfi_startproc': ignore,
  '.cfi_endproc': ignore,
  '.cfi_def_cfa_offset': ignore,
  ...declarationDirectives,
};

const PREPROCESSING = /^\.(?:macro|endm|altmacro|if\w*|else\w*|endif|rept|irp|endr|include|incbin)$/;

/** Does what a statement that begins with a directive says. */
export function runDirective(context: Context, statement: Statement): void {
  const name = statement[0].text;
  const directive = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (directive !== undefined) {
    directive(context, statement);
    return;
  }
  const similar = nearest(name, Object.keys(DIRECTIVES));
  const known = PREPROCESSING.test(name) ? 'there are no macros, conditions and included files' : undefined;
  const hint = known ?? (similar && `did you mean \`${similar}\`?`);
  context.problems.error(statement[0], `unknown directive ${describe(statement[0])}`, hint ? [hint] : []);
}
