/** Data sections as text: a `.var` for each variable that BTF knows, labels for other places that code refers to. */
import type { Btf } from '../btf/btf.ts';
import type { BtfSecVar } from '../btf/types.ts';
import { BTF_VAR_STATIC } from '../btf/types.ts';
import { decode } from '../isa/insn.ts';
import type { CollectionSpec, FunctionSpec, MapSpec } from '../program/spec.ts';
import type { SourceTypes } from './source-types.ts';

/** A place that has a name. */
export interface Label {
  readonly name: string;
  /** True if relocations name this very place, and not the beginning of its section. */
  readonly isNamed: boolean;
}

/** Places in data sections: map name → offset → label. */
export type Labels = ReadonlyMap<string, ReadonlyMap<number, Label>>;

/** True for a map that libbpf makes of a section with bytes; `.kconfig` has none in the file. */
export const isDataSection = ({ name, data }: MapSpec): boolean => data !== undefined && !name.endsWith('.kconfig');

/** Every place in a data section that a variable stands at or code refers to. */
export function labelsOf(spec: CollectionSpec, btf: Btf | undefined, functions: readonly FunctionSpec[]): Labels {
  const labels = new Map<string, Map<number, Label>>();
  const uses = functions.flatMap(dataUses);
  for (const { name: map } of spec.maps.filter(isDataSection)) {
    const variables = variablesOf(btf, map).map(({ offset, type }): [number, string] => [
      offset,
      btf?.name(type) ?? '',
    ]);
    const starts = uses.flatMap((use) => (use.map === map ? [use.start] : []));
    const names = new Map([...starts.map((start): [number, string] => [start, placeName(map, start)]), ...variables]);
    labels.set(map, new Map([...names].map(([at, name]) => [at, { name, isNamed: at > 0 && starts.includes(at) }])));
  }
  return labels;
}

/** References to data: the place that a relocation names; what is added to it stands in the instruction. */
function dataUses(fn: FunctionSpec): readonly { readonly map: string; readonly start: number }[] {
  const code = decode(fn.insns);
  return fn.references.flatMap((one) =>
    one.kind === 'map_value' ? [{ map: one.target, start: one.offset - code.imm[one.insn] }] : [],
  );
}

/** `.data` of the map `prog.data`. */
const sectionOf = (map: string): string => map.slice(Math.max(map.indexOf('.'), 0));

const placeName = (map: string, offset: number): string => `${sectionOf(map).replace(/\W/g, '_')}_${offset}`;

function variablesOf(btf: Btf | undefined, map: string): readonly BtfSecVar[] {
  const section = btf?.type(btf.find(sectionOf(map), 'datasec') ?? 0);
  return section?.kind === 'datasec' ? section.vars : [];
}

interface Source {
  readonly btf: Btf | undefined;
  readonly types: SourceTypes;
  readonly variables: Labels;
}

/** A section with its contents, cut where a name stands. */
export function dataText({ btf, types, variables }: Source, { name, data, freeze }: MapSpec): string {
  const section = sectionOf(name);
  const bytes = data ?? new Uint8Array(0);
  const isZeroed = section.startsWith('.bss');
  const kind = isZeroed ? '"aw",@nobits' : freeze === true ? '"a",@progbits' : '"aw",@progbits';
  const declared = new Map(variablesOf(btf, name).map((row) => [row.offset, row]));
  const labels = variables.get(name) ?? new Map<number, Label>();
  const ends = [...declared.values()].map(({ offset, size }) => offset + size);
  const cuts = [...new Set([0, ...labels.keys(), ...ends, bytes.length])]
    .filter((at) => at <= bytes.length)
    .sort((a, b) => a - b);
  const lines = [`\n.section ${section},${kind}`];
  cuts.forEach((start, i) => {
    const row = declared.get(start);
    const contents = bytes.subarray(start, cuts[i + 1] ?? start);
    const isPadding = row === undefined && ends.includes(start);
    const label = labels.get(start);
    if (row !== undefined) lines.push(variableText(btf, types, row, label?.isNamed === true));
    else if (label !== undefined) lines.push(`${label.name}:`);
    else if (isPadding && contents.length > 0) lines.push(`.L${placeName(name, start)}:`);
    lines.push(...byteLines(contents, isZeroed));
  });
  return lines.join('\n');
}

/** What libbpf makes static although relocations name it is hidden. */
function variableText(btf: Btf | undefined, types: SourceTypes, { type: id }: BtfSecVar, isNamed: boolean): string {
  const variable = btf?.type(id);
  if (variable?.kind !== 'var') return '';
  const linkage = variable.linkage !== BTF_VAR_STATIC ? '' : isNamed ? ' hidden' : ' static';
  return `.var ${variable.name}: ${types.text(variable.type)}${linkage}`;
}

const ROW = 16;

function byteLines(bytes: Uint8Array, isZeroed: boolean): readonly string[] {
  if (bytes.length === 0) return [];
  if (isZeroed || bytes.every((byte) => byte === 0)) return [`    .zero ${bytes.length}`];
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += ROW) rows.push(`    .byte ${[...bytes.subarray(at, at + ROW)].join(',')}`);
  return rows;
}
