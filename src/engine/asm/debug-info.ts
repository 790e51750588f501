/**
 * `.BTF` and `.BTF.ext` of a text that declares maps or functions: what clang's `-g` gives. Every function has a type,
 * every instruction the line of the text it stands on, so that the verifier's log shows `; r0 = 0 @ timer.s:12`.
 */
import { BtfBuilder } from '../btf/build.ts';
import type { BtfSecVar } from '../btf/types.ts';
import {
  BTF_FUNC_GLOBAL,
  BTF_FUNC_STATIC,
  BTF_MAGIC,
  BTF_VAR_GLOBAL_ALLOCATED,
  BTF_VAR_STATIC,
  BTF_VERSION,
} from '../btf/types.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import { BtfTypes } from './btf-types.ts';
import { contextType } from './context-type.ts';
import type { Declarations, FunctionDeclaration, MapDeclaration, VariableDeclaration } from './declarations.ts';
import { addExterns } from './extern-types.ts';
import type { ObjectBuilder, SectionBuilder, SymbolEntry } from './object.ts';
import { asByteString } from './strings.ts';
import { INT, sizeOfType, U32, unsignedOfSize, VOID } from './types.ts';

export const MAPS_SECTION = '.maps';

const POINTER_SIZE = 8;
const BTF_ALIGNMENT = 4;

/** Bytes of a map's definition: a pointer for each attribute, the last of which may be a row of slots. */
export const mapDefinitionSize = (map: MapDeclaration): number =>
  POINTER_SIZE * (attributesOf(map).length + Math.max(0, map.slots.length - 1));

/** Where the slots begin in a map's definition, in bytes. */
export const mapSlotsOffset = (map: MapDeclaration): number => POINTER_SIZE * (attributesOf(map).length - 1);

type Attribute =
  | { readonly name: string; readonly number: bigint }
  | { readonly name: string; readonly type: MapDeclaration['key'] }
  | { readonly name: string; readonly inner: MapDeclaration }
  | { readonly name: string; readonly programs: true };

function attributesOf(map: MapDeclaration): readonly Attribute[] {
  return [
    { name: 'type', number: BigInt(map.type) },
    ...map.numbers.map(({ name, value }) => ({ name, number: value })),
    ...(map.key === undefined ? [] : [{ name: 'key', type: map.key }]),
    ...(map.value === undefined ? [] : [{ name: 'value', type: map.value }]),
    ...(map.inner === undefined ? [] : [{ name: 'values', inner: map.inner }]),
    ...(map.inner === undefined && map.slots.length > 0 ? [{ name: 'values', programs: true as const }] : []),
  ];
}

/** Appends both sections. `lines` are the lines of the text. */
export function addDebugInfo(
  object: ObjectBuilder,
  declared: Declarations,
  fileName: string,
  lines: readonly string[],
): void {
  const builder = new BtfBuilder();
  const types = new BtfTypes(builder, declared.types.declaredType);
  for (const type of declared.types.declared) types.id(type);
  addMaps(types, object, declared);
  addVariables(types, object, declared);
  addExterns(types, object, declared);
  const functions = functionsBySection(object);
  const funcInfo = functions.map(({ section, symbols }) => ({
    section,
    records: symbols.map((symbol) => [symbol.offset, addFunction(types, symbol, declared.functions.get(symbol.name))]),
  }));
  const lineInfo = functions.map(({ section }) => ({
    section,
    records: lineRecords(section, builder, fileName, lines),
  }));
  const relocations = functions.map(({ section }) => ({ section, records: coreRecords(section, types) }));
  types.finish();
  // libbpf takes a section without records for a broken one.
  if (functions.length > 0) addSection(object, '.BTF.ext', extBytes(builder, [funcInfo, lineInfo, relocations]));
  addSection(object, '.BTF', builder.bytes());
}

function addSection(object: ObjectBuilder, name: string, bytes: Uint8Array): void {
  const section = object.section(name);
  section.alignment = BTF_ALIGNMENT;
  section.data.append(bytes);
}

function addMaps(types: BtfTypes, object: ObjectBuilder, declared: Declarations): void {
  if (declared.maps.size === 0) return;
  const definitions = new Map<MapDeclaration, number>();
  const vars = [...declared.maps.values()].map((map) => {
    const definition = mapDefinition(types, map, definitions);
    const type = types.builder.variable(map.name.text, definition, BTF_VAR_GLOBAL_ALLOCATED);
    return { type, offset: object.symbols.get(map.name.text)?.offset ?? 0, size: mapDefinitionSize(map) };
  });
  types.builder.datasec(MAPS_SECTION, object.section(MAPS_SECTION).data.length, vars);
}

/** The anonymous struct of a map's definition: numbers are lengths of arrays, types what pointers point to. */
function mapDefinition(types: BtfTypes, map: MapDeclaration, known: Map<MapDeclaration, number>): number {
  const before = known.get(map);
  if (before !== undefined) return before;
  const attributes = attributesOf(map);
  const members = attributes.map((attribute, i) => ({
    name: attribute.name,
    type: attributeType(types, attribute, known),
    bitOffset: i * POINTER_SIZE * 8,
  }));
  const id = types.builder.struct('', attributes.length * POINTER_SIZE, members);
  known.set(map, id);
  return id;
}

function attributeType(types: BtfTypes, attribute: Attribute, known: Map<MapDeclaration, number>): number {
  const { builder } = types;
  if ('number' in attribute) return numberType(types, attribute);
  if ('type' in attribute) return builder.pointer(types.id(attribute.type ?? VOID));
  const held = 'inner' in attribute ? mapDefinition(types, attribute.inner, known) : anyProgram(types);
  return builder.array(builder.pointer(held), types.id(U32), 0);
}

/** `int (*)[N]`; what has more than 32 bits is the value of an enum, as libbpf's `__ulong` has it. */
function numberType(types: BtfTypes, { name, number }: { name: string; number: bigint }): number {
  const { builder } = types;
  if (number < 1n << 32n) return builder.pointer(types.array(INT, Number(number)));
  return builder.enum64('', [{ name: `__${name}`, value: number }]);
}

/** `int (void *)` */
function anyProgram(types: BtfTypes): number {
  return types.builder.funcProto(types.id(INT), [{ name: '', type: types.builder.pointer(0) }]);
}

const DATA_SECTION = /^\.(?:data|bss|rodata)\b/;

/** What `.var` declares, and other global labels in data sections: bytes up to the next one. */
function addVariables(types: BtfTypes, object: ObjectBuilder, { variables }: Declarations): void {
  for (const section of object.sections.filter(({ name }) => DATA_SECTION.test(name))) {
    const symbols = [...object.symbols.values()]
      .filter((symbol) => symbol.section === section && (symbol.binding !== 'local' || variables.has(symbol.name)))
      .sort((a, b) => a.offset - b.offset);
    const vars = symbols.flatMap((symbol, i) => {
      const declared = variables.get(symbol.name);
      if (declared !== undefined) return [declaredVariable(types, symbol, declared)];
      const size = (symbols[i + 1]?.offset ?? section.data.length) - symbol.offset;
      return size === 0 ? [] : [addVariable(types, symbol, size)];
    });
    if (vars.length > 0) types.builder.datasec(section.name, section.data.length, vars);
  }
}

function declaredVariable(types: BtfTypes, symbol: SymbolEntry, { type, linkage }: VariableDeclaration): BtfSecVar {
  const kind = linkage === 'static' ? BTF_VAR_STATIC : BTF_VAR_GLOBAL_ALLOCATED;
  return {
    type: types.builder.variable(symbol.name, types.id(type), kind),
    offset: symbol.offset,
    size: sizeOfType(type),
  };
}

function addVariable(types: BtfTypes, symbol: SymbolEntry, size: number): BtfSecVar {
  symbol.type = 'object';
  symbol.size ??= { addend: BigInt(size) };
  const type = types.array(unsignedOfSize(1), size);
  return {
    type: types.builder.variable(symbol.name, type, BTF_VAR_GLOBAL_ALLOCATED),
    offset: symbol.offset,
    size,
  };
}

/** Functions of each section with code, by their place. */
function functionsBySection(object: ObjectBuilder): { section: SectionBuilder; symbols: SymbolEntry[] }[] {
  const bySection = new Map<SectionBuilder, SymbolEntry[]>();
  for (const symbol of object.symbols.values()) {
    if (symbol.type !== 'func' || symbol.section === undefined || !symbol.section.isCode) continue;
    const symbols = bySection.get(symbol.section) ?? [];
    symbols.push(symbol);
    bySection.set(symbol.section, symbols);
  }
  return [...bySection].map(([section, symbols]) => ({
    section,
    symbols: symbols.sort((a, b) => a.offset - b.offset),
  }));
}

function addFunction(types: BtfTypes, symbol: SymbolEntry, declaration: FunctionDeclaration | undefined): number {
  const params = declaration?.params ?? undeclaredParams(symbol);
  const { builder } = types;
  const returns = types.id(declaration?.returns ?? INT);
  const proto = builder.funcProto(
    returns,
    params.map(({ name, type }) => ({ name, type: types.id(type) })),
  );
  const id = builder.func(symbol.name, proto, symbol.binding === 'local' ? BTF_FUNC_STATIC : BTF_FUNC_GLOBAL);
  for (const tag of declaration?.tags ?? []) builder.declTag(tag, id, -1);
  params.forEach((one, i) => {
    for (const tag of one.tags ?? []) builder.declTag(tag, id, i);
  });
  return id;
}

/** A function that is a mere label with `.type`: outside `.text` it is a program with a context. */
const undeclaredParams = (symbol: SymbolEntry): FunctionDeclaration['params'] =>
  symbol.section === undefined || symbol.section.name === '.text'
    ? []
    : [{ name: 'ctx', type: { kind: 'pointer', to: contextType(symbol.section.name) } }];

type Records = readonly { readonly section: SectionBuilder; readonly records: readonly (readonly number[])[] }[];

/** A record where the line changes: byte offset, file, text, line << 10 | column. */
function lineRecords(
  section: SectionBuilder,
  builder: BtfBuilder,
  fileName: string,
  lines: readonly string[],
): number[][] {
  const file = builder.string(asByteString(fileName));
  const records: number[][] = [];
  section.lines.forEach((line, slot) => {
    if (line === 0 || line === undefined) return;
    const text = builder.string(asByteString((lines[line - 1] ?? '').trim()));
    const column = Math.min(section.columns[slot] ?? 0, MAX_COLUMN);
    records.push([slot * INSN_SIZE, file, text, (line << 10) | column]);
  });
  return records;
}

/** What `.core` says of instructions: byte offset, type, access string, kind. */
const coreRecords = (section: SectionBuilder, types: BtfTypes): number[][] =>
  section.coreRelocations.map(({ offset, type, access, kind }) => [
    offset,
    types.id(type),
    types.builder.string(access),
    kind,
  ]);

/** The column has 10 bits. */
const MAX_COLUMN = 0x3ff;

/** Bytes of a record of each part: functions, lines, relocations. */
const RECORD_SIZES = [8, 16, 16];
const EXT_HEADER_SIZE = 32;

function extBytes(builder: BtfBuilder, parts: readonly Records[]): Uint8Array {
  const header = [BTF_MAGIC | (BTF_VERSION << 16), EXT_HEADER_SIZE];
  const contents = parts.map((records, i) => partWords(builder, RECORD_SIZES[i], records));
  let end = 0;
  for (const words of contents) {
    header.push(end * 4, words.length * 4);
    end += words.length;
  }
  // A text of thousands of lines has more words than a call may have arguments.
  const words = [header, ...contents].flat();
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => {
    view.setUint32(i * 4, word, true);
  });
  return bytes;
}

/** No words if no section has a record. */
function partWords(builder: BtfBuilder, recordSize: number, sections: Records): number[] {
  if (sections.every(({ records }) => records.length === 0)) return [];
  const words = [recordSize];
  for (const { section, records } of sections) {
    if (records.length === 0) continue;
    words.push(builder.string(section.name), records.length);
    for (const record of records) words.push(...record);
  }
  return words;
}
