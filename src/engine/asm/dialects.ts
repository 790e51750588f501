/** Instructions of other assemblers, in the words of this one: for hints to those who come from there. */
import type { Statement } from './lexer.ts';

const ARITHMETIC: Readonly<Record<string, string>> = {
  add: '+=',
  sub: '-=',
  mul: '*=',
  div: '/=',
  or: '|=',
  and: '&=',
  lsh: '<<=',
  rsh: '>>=',
  mod: '%=',
  xor: '^=',
  mov: '=',
  arsh: 's>>=',
  sdiv: 's/=',
  smod: 's%=',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  jeq: '==',
  jne: '!=',
  jgt: '>',
  jge: '>=',
  jlt: '<',
  jle: '<=',
  jsgt: 's>',
  jsge: 's>=',
  jslt: 's<',
  jsle: 's<=',
  jset: '&',
};

const SIZES: Readonly<Record<string, string>> = { b: 'u8', h: 'u16', w: 'u32', dw: 'u64' };

/** Words for jumps and ends, of this and of other machines. */
const PLAIN: Readonly<Record<string, string>> = {
  ja: 'goto',
  jmp: 'goto',
  b: 'goto',
  br: 'goto',
  ret: 'exit',
  return: 'exit',
};

type Translation = (words: RegExpExecArray, operands: readonly string[]) => string | undefined;

const narrow = (operand: string): string => operand.replace(/^r(?=\d)/, 'w');

const arithmetic: Translation = ([, name, bits], [to, by]) => {
  const of = bits === '32' ? narrow : (operand: string) => operand;
  return by === undefined ? undefined : `${of(to)} ${ARITHMETIC[name]} ${of(by)}`;
};

const comparison: Translation = ([, name, bits], [a, b, label]) => {
  const of = bits === '32' ? narrow : (operand: string) => operand;
  return label === undefined ? undefined : `if ${of(a)} ${COMPARISONS[name]} ${of(b)} goto ${label}`;
};

/** `[r1+4]` as `*(u32 *)(r1 + 4)`. */
function memory(size: string, operand: string | undefined): string | undefined {
  const place = /^\[(\w+)(?:([-+])(\w+))?\]$/.exec(operand ?? '');
  return place === null ? undefined : `*(${SIZES[size]} *)(${place[1]} ${place[2] ?? '+'} ${place[3] ?? 0})`;
}

const load: Translation = ([, size], [to, from]) => {
  const place = memory(size, from);
  return place && `${to} = ${place}`;
};

const store: Translation = ([, size], [to, value]) => {
  const place = memory(size, to);
  return place && `${place} = ${value}`;
};

const alternatives = (table: Readonly<Record<string, string>>): string => Object.keys(table).join('|');

const DIALECTS: readonly (readonly [RegExp, Translation])[] = [
  [new RegExp(`^(${alternatives(ARITHMETIC)})(32|64)?$`), arithmetic],
  [new RegExp(`^(${alternatives(COMPARISONS)})(32|64)?$`), comparison],
  [/^ldx(b|h|w|dw)$/, load],
  [/^stx?(b|h|w|dw)$/, store],
  [/^(?:lddw|ldimm64|ld_imm64)$/, (_, [to, value]) => value && `${to} = ${value} ll`],
  [/^neg(32|64)?$/, ([, bits], [to]) => to && (bits === '32' ? `${narrow(to)} = -${narrow(to)}` : `${to} = -${to}`)],
  [/^((?:le|be|bswap)(?:16|32|64))$/, ([name], [to]) => to && `${to} = ${name} ${to}`],
  [new RegExp(`^(${alternatives(PLAIN)})$`), ([word], [to = '']) => translatePlain(PLAIN[word], to)],
];

const translatePlain = (word: string, to: string): string => (word === 'exit' ? word : `${word} ${to || 'LABEL'}`);

/** The statement as this assembler writes it, if it is one of another's: `mov r0, 1` is `r0 = 1`. */
export function translate(statement: Statement): string | undefined {
  const words = statement.filter(({ text }) => text !== '%' && text !== '$').map(({ text }) => text);
  const operands = words.slice(1).join('').split(',');
  for (const [pattern, translation] of DIALECTS) {
    const match = pattern.exec(words[0]?.toLowerCase() ?? '');
    const text = match === null ? undefined : translation(match, operands);
    if (text !== undefined) return text;
  }
  return undefined;
}
