/** The directives of `declarations.ts`: types, maps, functions, the licence. */

import { CORE_RELOCATIONS } from '../abi/core-relocations.ts';
import type { Context } from './context.ts';
import { MAPS_SECTION, mapDefinitionSize, mapSlotsOffset } from './debug-info.ts';
import type { ExternDeclaration, MapDeclaration } from './declarations.ts';
import type { Directive } from './directives.ts';
import type { Statement, Token } from './lexer.ts';
import type { SectionBuilder } from './object.ts';
import { describe, nearest, placeAt } from './problems.ts';
import { stringBytes } from './strings.ts';
import type { CType } from './types.ts';
import { alignOfType } from './types.ts';

const MAP_ALIGNMENT = 8;
const SLOT_SIZE = 8;

const map: Directive = (context, statement) => {
  if (isKnown(context, statement)) return;
  const declaration = context.declared.map(statement);
  if (declaration === undefined) return;
  inSection(context, MAPS_SECTION, () => {
    const { current } = context.object;
    current.alignment = MAP_ALIGNMENT;
    context.label(declaration.name);
    const symbol = context.object.symbol(declaration.name.text, declaration.name);
    const size = mapDefinitionSize(declaration);
    symbol.type = 'object';
    symbol.binding = 'global';
    symbol.size = { addend: BigInt(size) };
    fillSlots(context, declaration, current.data.extend(size));
  });
};

/** A relocation for each slot that is filled, as clang's initialisers give. */
function fillSlots({ object }: Context, map: MapDeclaration, start: number): void {
  map.slots.forEach((place, i) => {
    if (place === undefined) return;
    const offset = start + mapSlotsOffset(map) + SLOT_SIZE * i;
    const value = { addend: 0n, symbol: place.text };
    object.fixups.push({ kind: 'data', section: object.current, offset, size: SLOT_SIZE, value, place });
  });
}

/** A name is declared once; otherwise the first declaration would silently change. */
function isKnown(context: Context, statement: Statement): boolean {
  const name = statement[1];
  const { maps, functions, variables } = context.declared;
  const known = name && (maps.get(name.text) ?? functions.get(name.text) ?? variables.get(name.text));
  if (known === undefined) return false;
  context.problems.error(name, `\`${name.text}\` is declared already, in line ${known.name.line}`);
  return true;
}

function inSection(context: Context, name: string, work: () => void): void {
  const previous = context.object.current;
  context.object.current = context.object.section(name);
  work();
  context.object.current = previous;
}

const declareFunction =
  (kind: 'program' | 'callback' | 'function'): Directive =>
  (context, statement) => {
    if (isKnown(context, statement)) return;
    const declaration = context.declared[kind](statement);
    if (declaration !== undefined) context.beginFunction(declaration);
  };

const license: Directive = (context, statement) => {
  const token = statement[1];
  const bytes = token?.kind === 'string' ? stringBytes(token) : undefined;
  if (bytes === undefined) return context.expected('a licence such as "GPL"', statement, 1);
  if (context.object.find('license') !== undefined) context.problems.error(token, 'the licence is given already');
  else setLicense(context, bytes);
};

const VARIABLE_LINKAGES = ['global', 'static', 'weak', 'hidden'] as const;

/** `.var NAME: TYPE [static|weak|hidden]`: a variable here; what follows is its contents. */
const variable: Directive = (context, statement) => {
  if (isKnown(context, statement)) return;
  const declared = namedType(context, statement);
  if (declared === undefined) return;
  const { name, type, next } = declared;
  const linkage = VARIABLE_LINKAGES.find((one) => one === (statement[next]?.text ?? 'global'));
  if (linkage === undefined || next + 1 < statement.length)
    return context.expected('`static`, `weak`, `hidden` or the end of the line', statement, next);
  if (!isDataSection(context.object.current))
    return context.problems.error(statement[0], `section ${context.object.current.name} holds no variables`, [
      '`.data`, `.bss` and `.rodata` do',
    ]);
  context.endVariable();
  alignTo(context.object.current, alignOfType(type));
  const declaration = { name, type, linkage } as const;
  context.declared.variables.set(name.text, declaration);
  context.beginVariable(declaration);
};

const isDataSection = ({ name }: SectionBuilder): boolean => /^\.(?:data|bss|rodata)\b/.test(name);

/** As a C compiler places a variable. */
function alignTo(section: SectionBuilder, alignment: number): void {
  section.alignment = Math.max(section.alignment, alignment);
  section.data.extend((alignment - (section.data.length % alignment)) % alignment);
}

/** `NAME: TYPE` behind a directive. */
function namedType(
  context: Context,
  statement: Statement,
): { readonly name: Token; readonly type: CType; readonly next: number } | undefined {
  const name = statement[1];
  if (name?.kind !== 'word') return context.expected('a name', statement, 1);
  if (statement[2]?.text !== ':') return context.expected('`: TYPE`', statement, 2);
  const parsed = context.declared.types.parse(statement, 3);
  return parsed && { name, ...parsed };
}

/** `NAME: TYPE [weak]`: what the kernel defines. */
export function declareExtern(context: Context, statement: Statement, section: ExternDeclaration['section']): void {
  const declared = namedType(context, statement);
  if (declared === undefined) return;
  const { name, type, next } = declared;
  const isWeak = statement[next]?.text === 'weak';
  if (next + (isWeak ? 1 : 0) < statement.length)
    return context.expected('`weak` or the end of the line', statement, next);
  context.declared.externs.set(name.text, { name, type, section });
  const symbol = context.object.symbol(name.text, name);
  symbol.isExtern = true;
  if (isWeak || symbol.binding === 'local') symbol.binding = isWeak ? 'weak' : 'global';
}

/** `.core KIND TYPE "ACCESS"`: the number of the next instruction depends on the kernel's types. */
const core: Directive = (context, statement) => {
  const kind = CORE_RELOCATIONS.indexOf(statement[1]?.text);
  if (kind < 0) {
    const similar = nearest(statement[1]?.text ?? '', CORE_RELOCATIONS);
    const notes = [similar === undefined ? `known are ${CORE_RELOCATIONS.join(' ')}` : `did you mean \`${similar}\`?`];
    const message = `expected a kind of relocation, found ${describe(statement[1])}`;
    return context.problems.error(placeAt(statement, 1), message, notes);
  }
  const parsed = context.declared.types.parse(statement, 2);
  if (parsed === undefined) return;
  const access = statement[parsed.next];
  if (access?.kind !== 'string' || !/^"\d+(?::\d+)*"$/.test(access.text))
    return context.expected('indices of members such as "0:1"', statement, parsed.next);
  if (parsed.next + 1 < statement.length) return context.expected('the end of the line', statement, parsed.next + 1);
  const { current } = context.object;
  const offset = current.data.length;
  current.coreRelocations.push({ offset, kind, type: parsed.type, access: access.text.slice(1, -1) });
};

/** The section that libbpf reads. */
export function setLicense(context: Context, bytes: Uint8Array): void {
  inSection(context, 'license', () => {
    context.object.current.data.append(Uint8Array.from([...bytes, 0]));
  });
}

export const declarationDirectives: Readonly<Record<string, Directive>> = {
  '.struct': (context, statement) => context.declared.types.open('struct', statement),
  '.union': (context, statement) => context.declared.types.open('union', statement),
  '.enum': (context, statement) => context.declared.types.openEnum(statement),
  '.typedef': (context, statement) => context.declared.types.typedef(statement),
  '.map': map,
  '.var': variable,
  '.kconfig': (context, statement) => declareExtern(context, statement, '.kconfig'),
  '.core': core,
  '.program': declareFunction('program'),
  '.callback': declareFunction('callback'),
  '.function': declareFunction('function'),
  '.license': license,
};
