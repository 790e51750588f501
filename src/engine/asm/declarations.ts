/**
 * Maps and functions that a text declares in directives of its own, so that a program with timers can be written by
 * hand. From them come what clang would have made of C: a `.maps` section, BTF, func_info and line_info.
 *
 *   .struct elem { fired: u64; timer: bpf_timer }
 *   .map timers type=array key=u32 value=elem max_entries=1
 *   .license "GPL"                        # the default
 *
 *   .program arm section=xdp              # a label, its section, `.globl`, `.type` and `.size` in one line
 *       r1 = timers ll                    # the map
 *       r2 = tick ll                      # the address of a callback
 *       …
 *   .callback tick map=timers             # static; (map, key, value) with the map's types
 *       r0 = 0
 *       exit
 *   .function twice args=u64 u32          # static function; `linkage=global` makes it one that is verified alone
 *       r0 = r1
 *       r0 += r0
 *       exit
 *
 * `.program` takes `section=` with a section name of libbpf (`xdp`, `tc`, `?tc`, "kprobe/x") or `type=` with the name
 * of a program type; `.map` takes `type= key= value= max_entries= flags= key_size= value_size= pinning= map_extra=`
 * `inner=` with the name of an earlier map as template, and `slots=` with what maps of maps and program arrays hold from
 * the beginning: names of maps or programs, `_` where there is none. Types: see `types.ts`; numbers with names: `names.ts`.
 */
import {
  BPF_MAP_TYPE_ARRAY_OF_MAPS,
  BPF_MAP_TYPE_HASH_OF_MAPS,
  BPF_MAP_TYPE_PROG_ARRAY,
  MAP_TYPE_NAMES,
  mapTypeByName,
  mapTypeName,
} from '../abi/map-types.ts';
import { PROGRAM_TYPE_NAMES, programTypeByName } from '../abi/program-types.ts';
import { sectionNames, sectionRule } from '../abi/sections.ts';
import type { Argument, Arguments } from './arguments.ts';
import { parseArguments, singleToken, textOf } from './arguments.ts';
import { contextType } from './context-type.ts';
import type { Constants } from './expression.ts';
import { parseExpression } from './expression.ts';
import type { Statement, Token } from './lexer.ts';
import type { Place, Problems } from './problems.ts';
import { describe, nearest } from './problems.ts';
import type { TypeTable } from './type-table.ts';
import type { CType, Parameter } from './types.ts';
import { INT, VOID } from './types.ts';

/** Attributes of a map definition that are numbers, under the names that libbpf reads. */
const MAP_NUMBERS = [
  'max_entries',
  'key_size',
  'value_size',
  'map_flags',
  'pinning',
  'map_extra',
  'numa_node',
] as const;

export interface MapDeclaration {
  readonly name: Token;
  readonly type: number;
  readonly key: CType | undefined;
  readonly value: CType | undefined;
  /** Of 32 bits, but for `map_extra`. */
  readonly numbers: readonly { readonly name: string; readonly value: bigint }[];
  readonly inner: MapDeclaration | undefined;
  /** Maps or programs that it holds from the beginning; undefined for an empty slot. */
  readonly slots: readonly (Token | undefined)[];
}

export interface FunctionDeclaration {
  readonly name: Token;
  readonly kind: 'program' | 'callback' | 'function';
  readonly section: string;
  readonly linkage: Linkage;
  readonly params: readonly Parameter[];
  readonly returns: CType;
  /** Declaration tags of the function itself. */
  readonly tags: readonly string[];
}

export type Linkage = 'static' | 'global' | 'weak';
const LINKAGES: readonly Linkage[] = ['static', 'global', 'weak'];

/** A variable of a data section. */
export interface VariableDeclaration {
  readonly name: Token;
  readonly type: CType;
  /** `hidden`: named by relocations, but none of what user space sees. */
  readonly linkage: Linkage | 'hidden';
}

/** What the text uses and the kernel defines. */
export interface ExternDeclaration {
  readonly name: Token;
  readonly type: CType;
  readonly section: '.ksyms' | '.kconfig';
}

const MAP_KEYS = ['type', 'key', 'value', 'flags', 'inner', 'slots', ...MAP_NUMBERS];

/** Types of maps that hold maps or programs. */
const HOLDERS: ReadonlySet<number> = new Set([
  BPF_MAP_TYPE_PROG_ARRAY,
  BPF_MAP_TYPE_ARRAY_OF_MAPS,
  BPF_MAP_TYPE_HASH_OF_MAPS,
]);

/** What the directives of a text have declared. */
export class Declarations {
  readonly maps = new Map<string, MapDeclaration>();
  readonly functions = new Map<string, FunctionDeclaration>();
  readonly variables = new Map<string, VariableDeclaration>();
  readonly externs = new Map<string, ExternDeclaration>();
  readonly types: TypeTable;
  readonly #problems: Problems;
  readonly #constants: Constants;

  constructor(types: TypeTable, problems: Problems, constants: Constants) {
    this.types = types;
    this.#problems = problems;
    this.#constants = constants;
  }

  get isEmpty(): boolean {
    const names = [this.maps, this.functions, this.variables, this.externs];
    return names.every(({ size }) => size === 0) && this.types.isEmpty;
  }

  /** `.map NAME type=… key=… value=… max_entries=…` */
  map(statement: Statement): MapDeclaration | undefined {
    const args = parseArguments(statement, MAP_KEYS, this.#problems);
    if (args === undefined) return undefined;
    const type = this.#mapType(args);
    if (type === undefined) return undefined;
    const declaration: MapDeclaration = {
      name: args.name,
      type,
      key: this.#typeOf(args.values.get('key')),
      value: this.#typeOf(args.values.get('value')),
      numbers: this.#mapNumbers(args),
      inner: this.#inner(args.values.get('inner')),
      slots: this.#slots(args.values.get('slots'), type),
    };
    this.maps.set(args.name.text, declaration);
    return declaration;
  }

  /** `.program NAME section=…` */
  program(statement: Statement): FunctionDeclaration | undefined {
    const args = parseArguments(statement, ['section', 'type', 'args', 'returns', 'tag'], this.#problems);
    const section = args && this.#programSection(args);
    if (args === undefined || section === undefined) return undefined;
    const params = this.#params(args.values.get('args'), 'arg');
    const context = { name: 'ctx', type: pointerTo(contextType(section)) };
    return this.#add({
      name: args.name,
      kind: 'program',
      section,
      linkage: 'global',
      params: params ?? [context],
      ...this.#outside(args),
    });
  }

  /** `.callback NAME map=…`: called with (map, key, value). */
  callback(statement: Statement): FunctionDeclaration | undefined {
    const args = parseArguments(statement, ['map'], this.#problems);
    if (args === undefined) return undefined;
    const map = this.#mapOf(args.values.get('map'));
    const params = [
      { name: 'map', type: pointerTo(VOID) },
      { name: 'key', type: pointerTo(map?.key ?? VOID) },
      { name: 'value', type: pointerTo(map?.value ?? VOID) },
    ];
    return this.#add({
      name: args.name,
      kind: 'callback',
      section: '.text',
      linkage: 'static',
      params,
      ...this.#outside(args),
    });
  }

  /** `.function NAME args=u64 *elem returns=u32 linkage=global` */
  function(statement: Statement): FunctionDeclaration | undefined {
    const args = parseArguments(statement, ['args', 'returns', 'linkage', 'tag'], this.#problems);
    if (args === undefined) return undefined;
    return this.#add({
      name: args.name,
      kind: 'function',
      section: '.text',
      linkage: this.#linkage(args.values.get('linkage')),
      params: this.#params(args.values.get('args'), 'arg') ?? [],
      ...this.#outside(args),
    });
  }

  /** What a function gives back, and its tags. */
  #outside(args: Arguments): Pick<FunctionDeclaration, 'returns' | 'tags'> {
    return { returns: this.#typeOf(args.values.get('returns')) ?? INT, tags: this.#tags(args.values.get('tag')) };
  }

  #tags(argument: Argument | undefined): readonly string[] {
    const wrong = argument?.value.find(({ kind }) => kind !== 'string');
    if (wrong !== undefined) this.#problems.error(wrong, `expected a tag in double quotes, found ${describe(wrong)}`);
    return (argument?.value ?? []).map(({ text }) => text.slice(1, -1));
  }

  #add(declaration: FunctionDeclaration): FunctionDeclaration {
    this.functions.set(declaration.name.text, declaration);
    return declaration;
  }

  #mapType(args: Arguments): number | undefined {
    const argument = args.values.get('type');
    if (argument === undefined) {
      this.#problems.error(args.name, `map \`${args.name.text}\` has no \`type=\``, [
        'for example type=hash or type=array',
      ]);
      return undefined;
    }
    const token = singleToken(argument, this.#problems);
    if (token === undefined) return undefined;
    const name = token.text.replace(/^BPF_MAP_TYPE_/, '').toLowerCase();
    return token.kind === 'number'
      ? Number(token.text)
      : this.#byName(token, 'map type', mapTypeByName(name), MAP_TYPE_NAMES);
  }

  /** A looked-up value, or a report that there is none of this name. */
  #byName<T>(token: Token, what: string, found: T | undefined, known: readonly string[]): T | undefined {
    if (found !== undefined) return found;
    const similar = nearest(token.text, known);
    const some = known.length > 12 ? `${known.slice(0, 12).join(', ')}, …` : known.join(', ');
    const listed = known.length === 0 ? 'there is none' : `known are ${some}`;
    const hint = similar === undefined ? listed : `did you mean \`${similar}\`?`;
    this.#problems.error(token, `expected a ${what}, found ${describe(token)}`, [hint]);
    return undefined;
  }

  #typeOf(argument: Argument | undefined): CType | undefined {
    if (argument === undefined) return undefined;
    const parsed = this.types.parse(argument.value, 0);
    if (parsed !== undefined && parsed.next < argument.value.length)
      this.#problems.error(
        argument.value[parsed.next],
        `expected the next \`key=value\`, found ${describe(argument.value[parsed.next])}`,
      );
    return parsed?.type;
  }

  #mapNumbers(args: Arguments): MapDeclaration['numbers'] {
    const entries = [...args.values.values()].map(({ name, value }) => ({
      name: name.text === 'flags' ? 'map_flags' : name.text,
      place: name,
      value,
    }));
    return entries.flatMap(({ name, value, place }) => {
      if (!MAP_NUMBERS.some((known) => known === name)) return [];
      const number = this.#number(value, place, name === 'map_extra' ? 64n : 32n);
      return number === undefined ? [] : [{ name, value: number }];
    });
  }

  #number(tokens: Statement, place: Place, bits: bigint): bigint | undefined {
    const parsed = parseExpression(tokens, 0, this.#constants);
    const value = parsed?.next === tokens.length && parsed.value.symbol === undefined ? parsed.value.addend : undefined;
    if (value !== undefined && value >= 0n && value < 1n << bits) return value;
    this.#problems.error(
      tokens[0] ?? place,
      `expected a number of ${bits} bits, found ${tokens.map(({ text }) => text).join(' ')}`,
    );
    return undefined;
  }

  #inner(argument: Argument | undefined): MapDeclaration | undefined {
    return argument && this.#mapOf(argument);
  }

  #slots(argument: Argument | undefined, type: number): MapDeclaration['slots'] {
    if (argument === undefined) return [];
    if (!HOLDERS.has(type)) {
      this.#problems.error(argument.name, `a map of type ${mapTypeName(type)} has no slots to fill`, [
        'array_of_maps, hash_of_maps and prog_array have',
      ]);
      return [];
    }
    const wrong = argument.value.find(({ kind }) => kind !== 'word');
    if (wrong !== undefined)
      this.#problems.error(wrong, `expected the name of a map or program, found ${describe(wrong)}`);
    return argument.value.map((token) => (token.text === '_' ? undefined : token));
  }

  #mapOf(argument: Argument | undefined): MapDeclaration | undefined {
    const token = argument && singleToken(argument, this.#problems);
    return token && this.#byName(token, 'map declared above', this.maps.get(token.text), [...this.maps.keys()]);
  }

  #programSection(args: Arguments): string | undefined {
    const section = args.values.get('section');
    const type = args.values.get('type');
    if (section !== undefined) return this.#sectionName(section);
    if (type !== undefined) return this.#sectionOfType(type);
    this.#problems.error(args.name, `program \`${args.name.text}\` has no \`section=\``, [
      'for example section=xdp or section=tc',
    ]);
    return undefined;
  }

  #sectionName(argument: Argument): string | undefined {
    const found = textOf(argument, this.#problems);
    if (found === undefined) return undefined;
    if (sectionRule(found.text.replace(/^\?/, '')) === undefined) {
      const similar = nearest(found.text, sectionNames());
      this.#problems.error(found.place, `expected a section name of libbpf, found \`${found.text}\``, [
        similar === undefined ? 'for example xdp, tc, socket, syscall' : `did you mean \`${similar}\`?`,
      ]);
      return undefined;
    }
    return found.text;
  }

  #sectionOfType(argument: Argument): string | undefined {
    const token = singleToken(argument, this.#problems);
    if (token === undefined) return undefined;
    const name = token.text.replace(/^BPF_PROG_TYPE_/, '').toLowerCase();
    const type = this.#byName(token, 'program type', programTypeByName(name), PROGRAM_TYPE_NAMES);
    const section = sectionNames().find((known) => sectionRule(known)?.type === type);
    return section?.replace(/\/$/, '');
  }

  /** Parameters without names are called after their place. */
  #params(argument: Argument | undefined, stem: string): readonly Parameter[] | undefined {
    const parsed = argument && this.types.parameters(argument.value, 0);
    if (argument !== undefined && parsed !== undefined && parsed.next < argument.value.length)
      this.#problems.error(
        argument.value[parsed.next],
        `expected a type, found ${describe(argument.value[parsed.next])}`,
      );
    return parsed?.value.map((one, i) => (one.name === '' ? { ...one, name: `${stem}${i + 1}` } : one));
  }

  #linkage(argument: Argument | undefined): Linkage {
    const token = argument && singleToken(argument, this.#problems);
    const linkage = LINKAGES.find((one) => one === token?.text);
    if (token !== undefined && linkage === undefined)
      this.#problems.error(token, `expected \`static\`, \`global\` or \`weak\`, found ${describe(token)}`);
    return linkage ?? 'static';
  }
}

const pointerTo = (to: CType): CType => ({ kind: 'pointer', to });
