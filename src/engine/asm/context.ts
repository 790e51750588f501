/** The state of reading a text: the object so far, declarations, local labels, and what directives work with. */
import { STV_HIDDEN } from '../elf/elf-file.ts';
import type { Declarations, FunctionDeclaration, VariableDeclaration } from './declarations.ts';
import type { Constants, Parsed, Value } from './expression.ts';
import { parseExpression } from './expression.ts';
import type { Statement, Token } from './lexer.ts';
import { numberByName, numberNames } from './names.ts';
import type { ObjectBuilder, SectionBuilder, SymbolEntry } from './object.ts';
import { CODE, isDefined } from './object.ts';
import type { Place, Problems } from './problems.ts';
import { describe, placeAt } from './problems.ts';
import { sizeOfType } from './types.ts';

export class Context {
  readonly object: ObjectBuilder;
  readonly problems: Problems;
  readonly declared: Declarations;
  /** Names that the text defines somewhere. */
  readonly #names: ReadonlySet<string>;
  /** How often each numbered label `1:` was defined so far. */
  readonly #numbered = new Map<string, number>();
  readonly sectionStack: SectionBuilder[] = [];
  /** The function of the last `.program`, `.callback` or `.function`: it ends where the next begins. */
  #openFunction: SymbolEntry | undefined;
  /** The variable of the last `.var`: its contents end where the next label stands. */
  #openVariable: { readonly symbol: SymbolEntry; readonly size: number } | undefined;
  #hereCount = 0;

  constructor(object: ObjectBuilder, problems: Problems, declared: Declarations, names: ReadonlySet<string>) {
    this.object = object;
    this.problems = problems;
    this.declared = declared;
    this.#names = names;
  }

  readonly isName = (name: string): boolean => this.#names.has(name);

  /** Numbers by name: of `.set`, and of the kernel's headers where the text has nothing of this name. */
  readonly constants: Constants = (name) =>
    this.object.constant(name) ??
    (this.isName(name) ? undefined : (this.declared.types.enumerator(name) ?? numberByName(name)));

  /** What may stand for a number or an address, for hints. */
  readonly namesOfNumbers = (): Iterable<string> => [
    ...this.#names,
    ...this.declared.types.enumerators,
    ...numberNames(),
  ];

  /** Defines a label here; numbered ones get a name of their own. */
  label(token: Token): void {
    this.endVariable();
    const name = token.kind === 'number' ? this.#nextNumbered(token.text) : token.text;
    const known = this.object.symbols.get(name);
    if (known !== undefined && isDefined(known)) {
      this.problems.error(token, `\`${name}\` is defined already, in line ${known.place.line}`);
      return;
    }
    this.object.define(name, token);
  }

  #nextNumbered(text: string): string {
    const count = (this.#numbered.get(text) ?? 0) + 1;
    this.#numbered.set(text, count);
    return numberedName(text, count);
  }

  /** An expression, its numbered labels and `.` as names of places. */
  expression(statement: Statement, at: number): Parsed<Value> | undefined {
    const parsed = parseExpression(statement, at, this.constants);
    return parsed && { ...parsed, value: this.placeNames(parsed.value, placeAt(statement, at)) };
  }

  placeNames(value: Value, place: Place): Value {
    const symbol = value.symbol && this.#placeName(value.symbol, place);
    const minus = value.minus && this.#placeName(value.minus, place);
    return { addend: value.addend, ...(symbol ? { symbol } : {}), ...(minus ? { minus } : {}) };
  }

  #placeName(name: string, place: Place): string {
    if (name === '.') {
      const here = `.Lhere ${this.#hereCount++}`;
      this.object.define(here, place);
      return here;
    }
    const number = /^(\d+)([bf])$/.exec(name);
    if (number === null) return name;
    const count = this.#numbered.get(number[1]) ?? 0;
    return numberedName(number[1], number[2] === 'b' ? count : count + 1);
  }

  /** Begins a declared function: its section, label, type and binding. */
  beginFunction({ name, section, linkage }: FunctionDeclaration): void {
    this.endFunction();
    this.object.current = this.object.section(section, CODE);
    this.label(name);
    const symbol = this.object.symbol(name.text, name);
    symbol.type = 'func';
    symbol.binding = linkage === 'static' ? 'local' : linkage;
    this.#openFunction = symbol;
  }

  /** Gives the open function its size. */
  endFunction(): void {
    const open = this.#openFunction;
    if (open?.section !== undefined) open.size = { addend: BigInt(open.section.data.length - open.offset) };
    this.#openFunction = undefined;
  }

  /** Begins a declared variable: what follows is its contents. */
  beginVariable({ name, type, linkage }: VariableDeclaration): void {
    this.label(name);
    const symbol = this.object.symbol(name.text, name);
    const size = sizeOfType(type);
    symbol.type = 'object';
    symbol.binding = linkage === 'static' ? 'local' : linkage === 'weak' ? 'weak' : 'global';
    if (linkage === 'hidden') symbol.visibility = STV_HIDDEN;
    symbol.size = { addend: BigInt(size) };
    this.#openVariable = { symbol, size };
  }

  /** Ends the open variable: what the text does not say of it is zero, as in C. */
  endVariable(): void {
    const open = this.#openVariable;
    this.#openVariable = undefined;
    if (open?.symbol.section === undefined) return;
    const { data } = open.symbol.section;
    const missing = open.symbol.offset + open.size - data.length;
    if (missing > 0) data.extend(missing);
    else if (missing < 0)
      this.problems.error(
        open.symbol.place,
        `\`${open.symbol.name}\` has ${open.size} bytes, but ${open.size - missing} bytes follow`,
      );
  }

  /** Says that `wanted` was expected at `at`. */
  expected(wanted: string, statement: Statement, at: number): undefined {
    this.problems.error(placeAt(statement, at), `expected ${wanted}, found ${describe(statement[at])}`);
    return undefined;
  }
}

const numberedName = (text: string, count: number): string => `.L${text} ${count}`;
