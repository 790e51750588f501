/**
 * The directives of the GNU and LLVM assemblers that make sense for BPF, a row each: those of sections and symbols here,
 * the others by topic.
 */
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
import type { Context } from './context.ts';
import { dataDirectives } from './data-directives.ts';
import { declarationDirectives, declareExtern } from './declaration-directives.ts';
import { numberOfValue } from './fixups.ts';
import type { Statement } from './lexer.ts';
import type { Binding, SectionFlags, SymbolType } from './object.ts';
import { defaultFlags } from './object.ts';
import { describe, nearest, spanOf } from './problems.ts';

export type Directive = (context: Context, statement: Statement) => void;

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
  ...dataDirectives,
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
