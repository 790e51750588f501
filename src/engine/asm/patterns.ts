/**
 * The syntaxes of all instructions as one tree of tokens. Reading a statement walks down from the root; where no branch
 * fits, the branches that are there say what was expected.
 *
 *   root ─ $dst ─ '=' ─┬ $src                  r1 = r2
 *                      ├ number ─┬ (end)       r1 = 7
 *                      │         └ 'll'        r1 = 7 ll
 *                      └ '*' ─ '(' ─ 'u8' …    r1 = *(u8 *)(r2 + 0)
 */
import type { Form, Operand } from '../isa/opcodes.ts';
import { FORMS } from '../isa/opcodes.ts';
import { tokenize } from './lexer.ts';

/** What a branch takes: a literal token, or an operand of one of these shapes. */
export type Shape = 'register' | 'wregister' | 'number' | 'offset' | 'target' | 'name' | 'address';

/** An operand of a syntax; a register that is written out (`r0`) is one with a fixed value. */
export type Slot = Operand | { readonly fixed: number };

export interface Leaf {
  readonly form: Form;
  readonly slots: readonly Slot[];
}

export class PatternNode {
  readonly literals = new Map<string, PatternNode>();
  readonly shapes = new Map<Shape, PatternNode>();
  leaf: Leaf | undefined;

  /** `s` with the operators that follow it: it stands for nothing alone. */
  #signed(literal: string): readonly string[] {
    return literal === 's' ? [...this.literals.keys()].map((operator) => `s${operator}`) : [literal];
  }

  /** What may come here, in words. */
  expected(): string {
    const words = [...this.shapes.keys()].map((shape) => SHAPE_WORDS[shape]);
    if (this.leaf !== undefined) words.push('the end of the line');
    if (this.literals.size > MAX_LISTED) words.push('an operation such as `*(u32 *)(r2 + 4)` or `be16 r1`');
    const listed = this.literals.size > MAX_LISTED ? [] : [...this.literals];
    const literals = listed.flatMap(([literal, child]) => child.#signed(literal)).map((literal) => `\`${literal}\``);
    const all = literals.length > MAX_LITERALS ? [...words, `one of ${literals.join(' ')}`] : [...words, ...literals];
    return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all[all.length - 1]}`;
  }
}

/** More literals than this are not listed. */
const MAX_LISTED = 14;

/** More literals than this are listed apart from the operands. */
const MAX_LITERALS = 4;

const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  register: 'a register (r0 to r10)',
  wregister: 'a 32-bit register (w0 to w10)',
  number: 'a number',
  offset: 'an offset such as `+ 8`',
  target: 'a label or a distance such as `+3`',
  name: 'the name of a function or helper',
  address: 'the name of a map, variable or function',
};

const SHAPES: Readonly<Record<Operand, Shape>> = {
  dst: 'register',
  src: 'register',
  wdst: 'wregister',
  wsrc: 'wregister',
  imm: 'number',
  high: 'number',
  low: 'number',
  imm64: 'number',
  pseudo: 'number',
  off: 'offset',
  to: 'target',
  far: 'target',
  function: 'name',
  address: 'address',
};

const isOperand = (name: string): name is Operand => name in SHAPES;

function childOf<K>(children: Map<K, PatternNode>, key: K): PatternNode {
  const known = children.get(key);
  if (known !== undefined) return known;
  const child = new PatternNode();
  children.set(key, child);
  return child;
}

/** Token of a syntax → branch and, for operands, what it fills. */
function branch(node: PatternNode, token: string, slots: Slot[]): PatternNode {
  if (token.startsWith('$') && isOperand(token.slice(1))) {
    const operand = token.slice(1);
    if (!isOperand(operand)) return node;
    slots.push(operand);
    return childOf(node.shapes, SHAPES[operand]);
  }
  const register = registerOf(token);
  if (register === undefined) return childOf(node.literals, token);
  slots.push({ fixed: register.number });
  return childOf(node.shapes, register.shape);
}

function insert(root: PatternNode, form: Form, syntax: string): void {
  const slots: Slot[] = [];
  let node = root;
  for (const { text } of tokenize(syntax)[0]) node = branch(node, text, slots);
  node.leaf ??= { form, slots };
}

function build(): PatternNode {
  const root = new PatternNode();
  for (const form of FORMS) for (const syntax of [form.syntax, ...(form.aliases ?? [])]) insert(root, form, syntax);
  return root;
}

/** LLVM takes r0 to r11; r11 exists inside of the kernel only. */
const REGISTER = /^[rRwW](?:\d|1[01])$/;

export function registerOf(
  text: string,
): { readonly shape: 'register' | 'wregister'; readonly number: number } | undefined {
  if (!REGISTER.test(text)) return undefined;
  return { shape: /^[rR]/.test(text) ? 'register' : 'wregister', number: Number(text.slice(1)) };
}

export const PATTERNS: PatternNode = build();

/** Words that begin an instruction, and operations inside of one: for hints. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  FORMS.flatMap(({ syntax, aliases }) => [syntax, ...(aliases ?? [])])
    .flatMap((syntax) => tokenize(syntax)[0])
    .filter(({ kind, text }) => kind === 'word' && !text.startsWith('$') && registerOf(text) === undefined)
    .map(({ text }) => text),
);
