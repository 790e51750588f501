/**
 * Numbers and symbol arithmetic: `16`, `0x10`, `'a'`, `K + 4`, `map`, `name + 8`, `.Lend - .Lbegin`, `. - f`.
 * A value is a number of any size plus at most one symbol and minus at most one: what a relocation or the distance of
 * two labels can express.
 */
import type { Token } from './lexer.ts';
import { characterValue } from './strings.ts';

export interface Value {
  readonly addend: bigint;
  readonly symbol?: string;
  readonly minus?: string;
}

/** Values of symbols that are plain numbers (`.set`); undefined for all others. */
export type Constants = (name: string) => bigint | undefined;

export interface Parsed<T> {
  readonly value: T;
  /** Index of the first token that does not belong to it. */
  readonly next: number;
}

/** The value of a number token. */
function numberOf({ text }: Token): bigint {
  if (text[0] === "'") return BigInt(characterValue(text));
  if (/^0[0-7]+$/.test(text)) return BigInt(`0o${text.slice(1)}`);
  if (/^0[89]|^0\d*[89]/.test(text)) return BigInt(text.replace(/^0+/, ''));
  return BigInt(text);
}

const PRECEDENCE: Readonly<Record<string, number>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** No text nests deeper; the bound keeps a line of ten thousand brackets from exhausting the stack. */
const MAX_DEPTH = 100;

/** An expression with all operators, as directives take it; undefined if `tokens[at]` does not begin one. */
export function parseExpression(tokens: readonly Token[], at: number, constants: Constants): Parsed<Value> | undefined {
  return binary(tokens, at, constants, 1, 0);
}

/** A number with its sign and `+`, `-` behind it, as instructions take it: no symbols but constants. */
export function parseNumber(tokens: readonly Token[], at: number, constants: Constants): Parsed<bigint> | undefined {
  const first = signedNumber(tokens, at, constants);
  if (first === undefined) return undefined;
  let { value, next } = first;
  while (tokens[next]?.text === '+' || tokens[next]?.text === '-') {
    const more = plainNumber(tokens, next + 1, constants);
    if (more === undefined) break;
    value = tokens[next].text === '+' ? value + more.value : value - more.value;
    next = more.next;
  }
  return { value, next };
}

function signedNumber(tokens: readonly Token[], at: number, constants: Constants): Parsed<bigint> | undefined {
  const sign = tokens[at]?.text;
  if (sign !== '-' && sign !== '+') return plainNumber(tokens, at, constants);
  const number = plainNumber(tokens, at + 1, constants);
  return number && sign === '-' ? { ...number, value: -number.value } : number;
}

function plainNumber(tokens: readonly Token[], at: number, constants: Constants): Parsed<bigint> | undefined {
  const token = tokens[at];
  if (token?.kind === 'number') return { value: numberOf(token), next: at + 1 };
  const constant = token?.kind === 'word' ? constants(token.text) : undefined;
  return constant === undefined ? undefined : { value: constant, next: at + 1 };
}

function binary(
  tokens: readonly Token[],
  at: number,
  constants: Constants,
  least: number,
  depth: number,
): Parsed<Value> | undefined {
  let left = unary(tokens, at, constants, depth);
  while (left !== undefined) {
    const operator = tokens[left.next]?.text ?? '';
    const precedence = PRECEDENCE[operator] ?? 0;
    if (precedence < least) return left;
    const right = binary(tokens, left.next + 1, constants, precedence + 1, depth + 1);
    const value = right && combine(operator, left.value, right.value);
    left = right && value && { value, next: right.next };
  }
  return undefined;
}

function unary(tokens: readonly Token[], at: number, constants: Constants, depth: number): Parsed<Value> | undefined {
  const token = tokens[at];
  if (token === undefined || depth > MAX_DEPTH) return undefined;
  if (token.text === '(') {
    const inner = binary(tokens, at + 1, constants, 1, depth + 1);
    return inner && tokens[inner.next]?.text === ')' ? { value: inner.value, next: inner.next + 1 } : undefined;
  }
  if (token.text === '-' || token.text === '+' || token.text === '~') {
    const operand = unary(tokens, at + 1, constants, depth + 1);
    const value = operand && (token.text === '+' ? operand.value : negate(token.text, operand.value));
    return operand && value && { value, next: operand.next };
  }
  if (token.kind === 'number') return { value: { addend: numberOf(token) }, next: at + 1 };
  if (token.kind !== 'word' && token.kind !== 'direction') return undefined;
  const constant = constants(token.text);
  return { value: constant === undefined ? { addend: 0n, symbol: token.text } : { addend: constant }, next: at + 1 };
}

const isPlain = (value: Value): boolean => value.symbol === undefined && value.minus === undefined;

function negate(operator: string, value: Value): Value | undefined {
  if (operator === '~') return isPlain(value) ? { addend: ~value.addend } : undefined;
  return combine('-', { addend: 0n }, value);
}

/** Undefined where the result is no number plus a symbol minus a symbol. */
function combine(operator: string, a: Value, b: Value): Value | undefined {
  if (operator === '+') return sum(a, b.addend, b.symbol, b.minus);
  if (operator === '-') return sum(a, -b.addend, b.minus, b.symbol);
  if (!isPlain(a) || !isPlain(b)) return undefined;
  const result = arithmetic(operator, a.addend, b.addend);
  return result === undefined ? undefined : { addend: BigInt.asIntN(128, result) };
}

function sum(a: Value, addend: bigint, symbol: string | undefined, minus: string | undefined): Value | undefined {
  if ((a.symbol !== undefined && symbol !== undefined) || (a.minus !== undefined && minus !== undefined))
    return undefined;
  const plus = a.symbol ?? symbol;
  const less = a.minus ?? minus;
  return {
    addend: a.addend + addend,
    ...(plus === undefined ? {} : { symbol: plus }),
    ...(less === undefined ? {} : { minus: less }),
  };
}

function arithmetic(operator: string, a: bigint, b: bigint): bigint | undefined {
  switch (operator) {
    case '*':
      return a * b;
    case '/':
      return b === 0n ? undefined : a / b;
    case '%':
      return b === 0n ? undefined : a % b;
    case '<<':
      return b < 0n || b > 64n ? undefined : a << b;
    case '>>':
      return b < 0n || b > 64n ? undefined : a >> b;
    case '&':
      return a & b;
    case '^':
      return a ^ b;
    default:
      return a | b;
  }
}
