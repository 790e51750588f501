/**
 * Reads types as the text's directives write them, outermost part first:
 *
 *   u32   elem   struct elem   *elem   u8[16]   *const char   *__kptr task_struct   *func(*void u64) int
 */
import type { Constants } from './expression.ts';
import { parseExpression } from './expression.ts';
import type { Statement, Token } from './lexer.ts';
import type { Problems } from './problems.ts';
import { describe, nearest, placeAt, spanOf } from './problems.ts';
import type { CType, Parameter } from './types.ts';
import { DECL_TAGS, sizeOfType, TYPE_TAGS } from './types.ts';

/** No value of a map is larger; the bound keeps sizes exact numbers. */
const MAX_SIZE = 2 ** 31;

/** Dimensions of an array; more than anybody needs, and the depth of what walks through them. */
const MAX_DIMENSIONS = 8;

/** Depth of pointers and of parameters of parameters. */
const MAX_DEPTH = 16;

/** What names mean where a type is expected. */
export interface TypeScope {
  readonly problems: Problems;
  readonly constants: Constants;
  /** A type that was declared, or needs no declaration; undefined for other names. */
  named(name: string): CType | undefined;
  /** Notes that a pointer leads to a name without declaration so far. */
  mention(name: Token): void;
  /** All names, for hints. */
  names(): readonly string[];
}

export interface ParsedType {
  readonly type: CType;
  readonly next: number;
}

/** Stars, qualifiers and tags in front of a type: what they make of it. */
interface Prefix {
  readonly wrap: (type: CType) => CType;
  readonly isPointer: boolean;
  readonly next: number;
}

const QUALIFIERS = ['const', 'volatile', 'restrict'] as const;

export class TypeParser {
  readonly #scope: TypeScope;

  constructor(scope: TypeScope) {
    this.#scope = scope;
  }

  /** A type; undefined if there is none at `at`, which `problems` then says. */
  parse(tokens: Statement, at: number, depth = 0): ParsedType | undefined {
    const prefix = depth > MAX_DEPTH ? undefined : this.prefix(tokens, at);
    const base = prefix && this.#base(tokens, prefix, depth);
    return base && prefix && this.dimensions(tokens, base.next, prefix.wrap(base.type), at);
  }

  /** What stands in front of a type's name; undefined if a tag stands where it means nothing. */
  prefix(tokens: Statement, at: number): Prefix | undefined {
    const wraps: ((of: CType) => CType)[] = [];
    let isPointer = false;
    let next = at;
    for (; next < tokens.length && wraps.length <= MAX_DEPTH; next++) {
      const { text } = tokens[next];
      const qualifier = QUALIFIERS.find((one) => one === text);
      const tag = tagAt(tokens, next, TYPE_TAGS, '__type_tag');
      if (text === '*') {
        isPointer = true;
        wraps.push((to) => ({ kind: 'pointer', to }));
      } else if (qualifier !== undefined) wraps.push((of) => ({ kind: qualifier, of }));
      else if (tag === undefined) break;
      else if (!isPointer) return this.#tagWithoutStar(tokens, next);
      else {
        wraps.push((of) => ({ kind: 'type_tag', name: tag.name, of }));
        next = tag.next - 1;
      }
    }
    return { wrap: (type) => wraps.reduceRight((of, wrap) => wrap(of), type), isPointer, next };
  }

  #tagWithoutStar(tokens: Statement, at: number): undefined {
    const { text } = tokens[at];
    this.#scope.problems.error(tokens[at], `\`${text}\` is a tag of what a pointer leads to`, [
      `write \`*${text} TYPE\`, the star first`,
    ]);
    return undefined;
  }

  /** `[N][M]` behind a type, and whether all of it has a size that can be. */
  dimensions(tokens: Statement, at: number, of: CType, start: number): ParsedType | undefined {
    const lengths: number[] = [];
    let next = at;
    while (tokens[next]?.text === '[' && lengths.length < MAX_DIMENSIONS) {
      const length = this.#length(tokens, next + 1);
      if (length === undefined) return undefined;
      lengths.push(length.value);
      next = length.next;
    }
    const type = lengths.reduceRight<CType>((element, length) => ({ kind: 'array', of: element, length }), of);
    if (sizeOfType(type) < MAX_SIZE) return { type, next };
    this.#scope.problems.error(placeAt(tokens, start), `a type of ${sizeOfType(type)} bytes is too large`);
    return undefined;
  }

  #length(tokens: Statement, at: number): { readonly value: number; readonly next: number } | undefined {
    const parsed = parseExpression(tokens, at, this.#scope.constants);
    const { addend = -1n, symbol } = parsed?.value ?? {};
    if (parsed !== undefined && symbol === undefined && addend >= 0n && tokens[parsed.next]?.text === ']')
      return { value: Number(addend), next: parsed.next + 1 };
    const isClosed = parsed === undefined || symbol !== undefined || addend < 0n;
    const wrong = isClosed ? at : parsed.next;
    const wanted = isClosed ? 'a length' : '`]`';
    this.#scope.problems.error(placeAt(tokens, wrong), `expected ${wanted}, found ${describe(tokens[wrong])}`);
    return undefined;
  }

  #base(tokens: Statement, { next: at, isPointer }: Prefix, depth: number): ParsedType | undefined {
    if (tokens[at]?.text === 'func' && tokens[at + 1]?.text === '(') return this.#function(tokens, at + 2, depth);
    const name = tokens[at]?.text === 'struct' || tokens[at]?.text === 'union' ? this.#afterKeyword(tokens, at) : at;
    const token = tokens[name];
    const type = token && this.#scope.named(token.text);
    if (type !== undefined) return { type, next: name + 1 };
    if (isPointer && token?.kind === 'word') {
      this.#scope.mention(token);
      return { type: { kind: 'named', name: token.text }, next: name + 1 };
    }
    reportUnknownType(this.#scope, tokens, name);
    return undefined;
  }

  /** `struct elem` and `struct:elem`. */
  #afterKeyword(tokens: Statement, at: number): number {
    return tokens[at + 1]?.text === ':' ? at + 2 : at + 1;
  }

  /** `(TYPE …) TYPE` */
  #function(tokens: Statement, from: number, depth: number): ParsedType | undefined {
    const params = this.parameters(tokens, from, depth + 1);
    if (params === undefined) return undefined;
    if (tokens[params.next]?.text !== ')') {
      const found = describe(tokens[params.next]);
      this.#scope.problems.error(placeAt(tokens, params.next), `expected a type or \`)\`, found ${found}`);
      return undefined;
    }
    const returns = this.parse(tokens, params.next + 1, depth + 1);
    return returns && { type: { kind: 'function', returns: returns.type, params: params.value }, next: returns.next };
  }

  /** `[NAME:] TYPE [tag…]` until no more follow; commas between them may be left out. */
  parameters(
    tokens: Statement,
    from: number,
    depth = 0,
  ): { readonly value: readonly Parameter[]; readonly next: number } | undefined {
    const params: Parameter[] = [];
    let at = from;
    while (at < tokens.length && tokens[at].text !== ')') {
      if (tokens[at].text === ',') {
        at++;
        continue;
      }
      const isNamed = tokens[at].kind === 'word' && tokens[at + 1]?.text === ':' && tokens[at].text !== 'struct';
      const parsed = this.parse(tokens, isNamed ? at + 2 : at, depth);
      if (parsed === undefined) return undefined;
      const { tags, next } = declTags(tokens, parsed.next);
      params.push({ name: isNamed ? tokens[at].text : '', type: parsed.type, ...(tags.length > 0 && { tags }) });
      at = next;
    }
    return { value: params, next: at };
  }
}

/** Says that there is no type of this name, and which one might be meant. */
export function reportUnknownType({ problems, names }: TypeScope, tokens: Statement, at: number): void {
  const name = tokens[at];
  const similar = name && nearest(name.text, names());
  problems.error(
    placeAt(tokens, at),
    `expected a type, found ${describe(name)}`,
    similar === undefined
      ? ['types are u8 … u64, s8 … s64, bpf_timer, bpf_spin_lock, …, and structs declared above']
      : [`did you mean \`${similar}\`?`],
  );
}

interface FoundTag {
  readonly name: string;
  readonly next: number;
}

/** A tag by its short name, or `__type_tag("…")`. */
function tagAt(
  tokens: Statement,
  at: number,
  short: ReadonlyMap<string, string>,
  general: string,
): FoundTag | undefined {
  const token = tokens[at];
  const name = token && short.get(token.text);
  if (name !== undefined) return { name, next: at + 1 };
  const text = tokens[at + 2];
  if (token?.text !== general || text?.kind !== 'string' || tokens[at + 3]?.text !== ')') return undefined;
  return { name: text.text.slice(1, -1), next: at + 4 };
}

/** `__contains(NAME, FIELD)`: what a list or tree holds. */
function containsAt(tokens: Statement, at: number): FoundTag | undefined {
  const [word, open, type, comma, field, close] = tokens.slice(at, at + 6);
  const isOne = word?.text === '__contains' && open?.text === '(' && comma?.text === ',' && close?.text === ')';
  return isOne ? { name: `contains:${type.text}:${field.text}`, next: at + 6 } : undefined;
}

/** Declaration tags behind a field or parameter. */
export function declTags(tokens: Statement, from: number): { readonly tags: readonly string[]; readonly next: number } {
  const tags: string[] = [];
  let next = from;
  for (;;) {
    const tag = tagAt(tokens, next, DECL_TAGS, '__decl_tag') ?? containsAt(tokens, next);
    if (tag === undefined) return { tags, next };
    tags.push(tag.name);
    next = tag.next;
  }
}

/** The tokens from `from` up to `to`, as one place. */
export const placeBetween = (tokens: Statement, from: number, to: number) =>
  to > from ? spanOf(tokens.slice(from, to)) : placeAt(tokens, from);
