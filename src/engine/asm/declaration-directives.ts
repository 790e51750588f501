/** The directives of `declarations.ts`: types, maps, functions, the licence. */
import type { Context } from './context.ts';
import { MAPS_SECTION, mapDefinitionSize, mapSlotsOffset } from './debug-info.ts';
import type { MapDeclaration } from './declarations.ts';
import type { Directive } from './directives.ts';
import type { Statement } from './lexer.ts';
import { stringBytes } from './strings.ts';

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
  const known = name && (context.declared.maps.get(name.text) ?? context.declared.functions.get(name.text));
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

/** The section that libbpf reads. */
export function setLicense(context: Context, bytes: Uint8Array): void {
  inSection(context, 'license', () => {
    context.object.current.data.append(Uint8Array.from([...bytes, 0]));
  });
}

export const declarationDirectives: Readonly<Record<string, Directive>> = {
  '.struct': (context, statement) => context.declared.types.open('struct', statement),
  '.union': (context, statement) => context.declared.types.open('union', statement),
  '.map': map,
  '.program': declareFunction('program'),
  '.callback': declareFunction('callback'),
  '.function': declareFunction('function'),
  '.license': license,
};
