/**
 * An instruction in LLVM's assembly, the language of `asm`: the syntax of its row in `opcodes.ts`, filled in. What no
 * row can express (a reserved field that is not zero, an unknown opcode) has no text.
 */
import { LD_IMM64 } from './constants.ts';
import type { Code } from './insn.ts';
import type { Form, Operand } from './opcodes.ts';
import { FORMS } from './opcodes.ts';

/** Names for what instruction `i` refers to, where its text should have a name in place of a number. */
export interface Labels {
  /** Label of slot `index`, a jump's target. */
  target?(index: number): string | undefined;
  /** What the two-slot load or the call at `i` refers to. */
  reference?(i: number): string | undefined;
}

/** The fields that an operand writes; all others of a row are fixed or zero. */
const FIELDS: Readonly<Record<Operand, readonly ('dst' | 'src' | 'off' | 'imm' | 'next')[]>> = {
  dst: ['dst'],
  wdst: ['dst'],
  src: ['src'],
  wsrc: ['src'],
  imm: ['imm'],
  high: ['imm'],
  low: ['imm'],
  imm64: ['imm', 'next'],
  address: ['imm', 'next'],
  pseudo: ['src'],
  off: ['off'],
  to: ['off'],
  far: ['imm'],
  function: ['imm'],
};

const OPERAND = /\$(\w+)/g;

const isOperand = (name: string): name is Operand => name in FIELDS;

/** A syntax cut into texts and operands. */
type Piece = string | { readonly operand: Operand };

interface Pattern {
  readonly form: Form;
  readonly pieces: readonly Piece[];
  readonly isFree: (field: 'dst' | 'src' | 'off' | 'imm' | 'next') => boolean;
}

function patternOf(form: Form): Pattern {
  const pieces = form.syntax
    .split(OPERAND)
    .map((piece, i): Piece => (i % 2 === 1 && isOperand(piece) ? { operand: piece } : piece));
  // `r0` and `w0` written out in a syntax are implied by the opcode.
  const free = new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : FIELDS[piece.operand])));
  return { form, pieces, isFree: (field) => free.has(field) };
}

const PATTERNS: readonly (readonly Pattern[])[] = Array.from({ length: 256 }, (_, opcode) =>
  FORMS.filter((form) => form.opcode === opcode && !form.syntax.includes('$address')).map(patternOf),
);

/** Text of instruction `i`; undefined if no assembly gives exactly these bits. */
export function printAssembly(code: Code, i: number, labels: Labels = {}): string | undefined {
  const pattern = PATTERNS[code.opcode[i]].find((candidate) => fits(candidate, code, i));
  if (pattern === undefined) return undefined;
  return pattern.pieces
    .map((piece) => (typeof piece === 'string' ? piece : operandText(piece.operand, code, i, labels)))
    .join('');
}

/** True if what the row leaves no room for has the row's values. */
function fits({ form, isFree }: Pattern, code: Code, i: number): boolean {
  const isFixed = (field: 'dst' | 'src' | 'off' | 'imm', fixed: number | undefined): boolean =>
    fixed === undefined ? isFree(field) || code[field][i] === 0 : code[field][i] === fixed;
  return (
    isFixed('dst', undefined) &&
    isFixed('src', form.src) &&
    isFixed('off', form.off) &&
    isFixed('imm', form.imm) &&
    hasRegisters(code, i) &&
    (form.opcode !== LD_IMM64 || isSecondSlot(code, i + 1))
  );
}

/** LLVM knows r0 … r11. */
const hasRegisters = (code: Code, i: number): boolean => code.dst[i] < 12 && code.src[i] < 12;

const isSecondSlot = (code: Code, i: number): boolean =>
  i < code.length && code.opcode[i] === 0 && code.dst[i] === 0 && code.src[i] === 0 && code.off[i] === 0;

function operandText(operand: Operand, code: Code, i: number, labels: Labels): string {
  switch (operand) {
    case 'dst':
      return `r${code.dst[i]}`;
    case 'wdst':
      return `w${code.dst[i]}`;
    case 'src':
      return `r${code.src[i]}`;
    case 'wsrc':
      return `w${code.src[i]}`;
    case 'off':
      return code.off[i] < 0 ? `- ${-code.off[i]}` : `+ ${code.off[i]}`;
    case 'to':
      return labels.target?.(i + 1 + code.off[i]) ?? signed(code.off[i]);
    case 'far':
      return labels.target?.(i + 1 + code.imm[i]) ?? signed(code.imm[i]);
    case 'function':
      return labels.reference?.(i) ?? `pc${signed(code.imm[i])}`;
    case 'imm64':
    case 'address':
      return labels.reference?.(i) ?? imm64Text(code, i);
    default:
      return numberText(operand, code, i);
  }
}

function numberText(operand: 'imm' | 'high' | 'low' | 'pseudo', code: Code, i: number): string {
  if (operand === 'pseudo') return `${code.src[i]}`;
  if (operand === 'imm') return `${code.imm[i]}`;
  return operand === 'high' ? `${code.imm[i] >>> 16}` : `${code.imm[i] & 0xffff}`;
}

const signed = (value: number): string => (value < 0 ? `${value}` : `+${value}`);

/** Small numbers in decimal, as one writes them; others in hex. */
function imm64Text(code: Code, i: number): string {
  const low = code.imm[i];
  const high = code.imm[i + 1];
  if (high === low >> 31 && Math.abs(low) < 0x10000 && (low >= 0 || code.src[i] === 0)) return `${low}`;
  const hex = (word: number) => (word >>> 0).toString(16);
  return high === 0 ? `0x${hex(low)}` : `0x${hex(high)}${hex(low).padStart(8, '0')}`;
}
