/**
 * Blueprint → assembly text, which `assemble` turns into the same code again: labels for jumps, names for what is
 * referred to, maps and types as directives, the lines of the source as comments.
 *
 *   .map timers type=array key=u32 value=elem max_entries=1
 *
 *   .program arm section="xdp"
 *       # return bpf_map_lookup_elem(&timers, &key);
 *       r1 = timers ll
 *       if r0 == 0 goto .L7
 */
import { CORE_RELOCATIONS } from '../abi/core-relocations.ts';
import { helperName } from '../abi/helpers.ts';
import { mapTypeName } from '../abi/map-types.ts';
import { sectionRule } from '../abi/sections.ts';
import { Btf } from '../btf/btf.ts';
import { BPF_CALL, BPF_JA, BPF_JMP, BPF_JMP32, classOf, LD_IMM64, opOf } from '../isa/constants.ts';
import type { Code } from '../isa/insn.ts';
import { decode, encode, INSN_SIZE } from '../isa/insn.ts';
import type { Labels } from '../isa/text.ts';
import { printAssembly } from '../isa/text.ts';
import type { CollectionSpec, CoreRelo, FunctionSpec, MapSpec, ProgramSpec, Reference } from '../program/spec.ts';
import { contextType } from './context-type.ts';
import type { Labels as DataLabels } from './disassemble-data.ts';
import { dataText, isDataSection, labelsOf } from './disassemble-data.ts';
import { SourceTypes } from './source-types.ts';

/** What the parts of the text share. */
interface Source {
  readonly spec: CollectionSpec;
  readonly btf: Btf | undefined;
  readonly types: SourceTypes;
  readonly variables: DataLabels;
  /** Names that a call may not be written with, since the text gives them another meaning. */
  readonly names: ReadonlySet<string>;
}

export function disassemble(spec: CollectionSpec): string {
  const source = sourceOf(spec);
  source.types.declareNamed();
  // Maps first: they declare the structs that parameters then name.
  const maps = spec.maps.filter((map) => map.data === undefined).map((map) => mapText(source, map));
  const programs = spec.programs.map((program) => functionText(source, program, programHead(source, program)));
  const functions = spec.functions.map((fn) => functionText(source, fn, functionHead(source, fn)));
  const data = spec.maps.filter(isDataSection).map((map) => dataText(source, map));
  const parts = [
    `# ${spec.name}`,
    ...(spec.openErrors ?? []).map((message) => `# ${message}`),
    `.license ${quote(asciiBytes(spec.license))}`,
    ...externsOf(spec),
    ...source.types.declarations(),
    ...typedExternsOf(source),
    ...kconfigText(source),
    ...maps,
    ...data,
    ...functions,
    ...programs,
  ];
  return `${parts.join('\n')}\n`;
}

function sourceOf(spec: CollectionSpec): Source {
  const parsed = spec.btf === undefined ? undefined : Btf.parse(spec.btf);
  const btf = parsed?.ok ? parsed.value : undefined;
  const functions = [...spec.functions, ...spec.programs];
  return {
    spec,
    btf,
    types: new SourceTypes(btf),
    variables: labelsOf(spec, btf, functions),
    names: new Set([...functions, ...spec.maps].map(({ name }) => name)),
  };
}

type Ksym = NonNullable<CollectionSpec['ksyms']>[number];

/** A variable of the kernel that must be there, and whose type is looked at. */
const isTyped = ({ weak, isFunc, isUntyped }: Ksym): boolean => !weak && !isFunc && isUntyped !== true;

/** A line for each function and variable of the kernel. */
const externsOf = ({ ksyms = [] }: CollectionSpec): readonly string[] =>
  ksyms.filter((ksym) => !isTyped(ksym)).map(({ name, weak }) => `${weak ? '.weak' : '.extern'} ${name}`);

/** Those with a type, which may be declared above. */
const typedExternsOf = ({ spec: { ksyms = [] }, btf, types }: Source): readonly string[] =>
  ksyms.filter(isTyped).map(({ name }) => {
    const variable = btf?.type(btf.find(name, 'var') ?? 0);
    return `.extern ${name}: ${variable?.kind === 'var' ? types.text(variable.type) : 'int'}`;
  });

/** A line for each setting of the kernel. */
const kconfigText = ({ spec: { kconfig = [] }, btf, types }: Source): readonly string[] =>
  kconfig.map(({ name, weak }) => {
    const variable = btf?.type(btf.find(name, 'var') ?? 0);
    const type = variable?.kind === 'var' ? types.text(variable.type) : 'u64';
    return `.kconfig ${name}: ${type}${weak ? ' weak' : ''}`;
  });

function mapText(source: Source, map: MapSpec): string {
  const { name, inner } = map;
  const definition = `.map ${name} ${attributesOf(source, map).join(' ')}`;
  if (inner === undefined) return [definition, ...slotsText(map)].join(' ');
  const like = templateOf(source, map, inner);
  const template = like === undefined ? [mapText(source, { ...inner, name: `${name}_inner` })] : [];
  return [...template, `${definition} ${[`inner=${like ?? `${name}_inner`}`, ...slotsText(map)].join(' ')}`].join('\n');
}

/** A map before `map` that is just like its inner maps. */
function templateOf(source: Source, map: MapSpec, inner: MapSpec): string | undefined {
  const before = source.spec.maps.slice(0, source.spec.maps.indexOf(map));
  const wanted = attributesOf(source, inner).join(' ');
  return before.find((other) => other.inner === undefined && attributesOf(source, other).join(' ') === wanted)?.name;
}

function attributesOf({ types }: Source, map: MapSpec): readonly string[] {
  const { type, keySize, valueSize, maxEntries, flags, mapExtra, pinning, numaNode = 0 } = map;
  return [
    `type=${mapTypeName(type)}`,
    ...types.attribute('key', map.btfKeyTypeId, keySize),
    ...types.attribute('value', map.btfValueTypeId, valueSize),
    ...(maxEntries === 0 ? [] : [`max_entries=${maxEntries}`]),
    ...(flags === 0 ? [] : [`flags=${flags}`]),
    ...(mapExtra === 0n ? [] : [`map_extra=${mapExtra}`]),
    ...(pinning === 0 ? [] : [`pinning=${pinning}`]),
    ...(numaNode === 0 ? [] : [`numa_node=${numaNode}`]),
  ];
}

/** `slots=red _ blue` */
function slotsText({ slots = [] }: MapSpec): readonly string[] {
  if (slots.length === 0) return [];
  const targets = new Map(slots.map(({ index, target }) => [index, target]));
  const length = Math.max(...targets.keys()) + 1;
  return [`slots=${Array.from({ length }, (_, i) => targets.get(i) ?? '_').join(' ')}`];
}

function programHead(source: Source, program: ProgramSpec): readonly string[] {
  const section = program.autoload ? program.section : `?${program.section}`;
  const isPlain =
    source.btf === undefined || program.linkage !== 'global' || sectionRule(program.section) === undefined;
  if (isPlain) return plainHead(program, section);
  const { args, rest } = prototypeText(source, program);
  const context = contextType(section);
  const usual = ` args=ctx:*${context.kind === 'struct' ? context.name : 'void'}`;
  return [`.program ${program.name} section=${quote(asciiBytes(section))}${args === usual ? '' : args}${rest}`];
}

function functionHead(source: Source, fn: FunctionSpec): readonly string[] {
  if (source.btf === undefined) return plainHead(fn, fn.section);
  const { args, rest } = prototypeText(source, fn);
  const linkage = fn.linkage === 'static' ? '' : ` linkage=${fn.linkage}`;
  return [`.function ${fn.name}${args}${rest}${linkage}`];
}

/** Parameters, result and tags of a function. */
function prototypeText({ btf, types }: Source, { btfFuncId: id }: FunctionSpec): { args: string; rest: string } {
  const proto = btf?.proto(id);
  const params = (proto?.params ?? []).map(
    ({ name, type }, i) =>
      `${name === '' || name === `arg${i + 1}` ? '' : `${name}:`}${types.text(type)}${types.tagsText(id, i)}`,
  );
  const returns = proto === undefined ? 's32' : types.text(proto.returns);
  const tags = types.tags(id, -1).map((tag) => `"${tag}"`);
  return {
    args: params.length === 0 ? '' : ` args=${params.join(' ')}`,
    rest: `${returns === 's32' ? '' : ` returns=${returns}`}${tags.length === 0 ? '' : ` tag=${tags.join(' ')}`}`,
  };
}

/** The directives that every assembler knows. */
function plainHead({ name, linkage }: FunctionSpec, section: string): readonly string[] {
  const binding = { static: [], global: [`.globl ${name}`], weak: [`.weak ${name}`] }[linkage];
  return [`.section ${quote(asciiBytes(section))},"ax",@progbits`, ...binding, `.type ${name},@function`, `${name}:`];
}

function functionText(source: Source, fn: FunctionSpec, head: readonly string[]): string {
  const code = decode(fn.insns);
  const targets = jumpTargets(code);
  const prefix = `.L${fn.name.replace(/\W/g, '_')}_`;
  const references = new Map(fn.references.map((one) => [one.insn, one]));
  const comments = new Map(fn.lines.map(({ insn, lineOff }) => [insn, source.btf?.string(lineOff).trim() ?? '']));
  const labels: Labels = {
    target: (slot) => (targets.has(slot) ? `${prefix}${slot}` : undefined),
    reference: (i) => referenceText(source, code, i, references.get(i)),
  };
  const lines = ['', ...head];
  for (let i = 0; i < code.length; i += isWide(code, i) ? 2 : 1) {
    if (targets.has(i)) lines.push(`${prefix}${i}:`);
    const comment = comments.get(i);
    if (comment !== undefined && comment !== '') lines.push(`    # ${comment}`);
    const relocation = fn.coreRelos.find(({ insn }) => insn === i);
    if (relocation !== undefined) lines.push(`    ${coreText(source, relocation)}`);
    lines.push(`    ${insnText(source, code, i, labels)}`);
  }
  if (fn.linkage === 'weak' || head.length > 1) lines.push(`.size ${fn.name}, .-${fn.name}`);
  return lines.join('\n');
}

const coreText = ({ btf, types }: Source, { kind, typeId, accessStrOff }: CoreRelo): string =>
  `.core ${CORE_RELOCATIONS[kind] ?? kind} ${types.relocatedText(typeId)} "${btf?.string(accessStrOff) ?? ''}"`;

/** A load whose second slot is something else is not one instruction. */
const isWide = (code: Code, i: number): boolean =>
  code.opcode[i] === LD_IMM64 && i + 1 < code.length && code.opcode[i + 1] === 0;

/** Slots that jumps lead to and that an instruction begins at. */
function jumpTargets(code: Code): ReadonlySet<number> {
  const starts = new Set<number>();
  const targets = new Set<number>();
  for (let i = 0; i < code.length; i += isWide(code, i) ? 2 : 1) {
    starts.add(i);
    const distance = jumpDistance(code, i);
    if (distance !== undefined) targets.add(i + 1 + distance);
  }
  return new Set([...targets].filter((slot) => starts.has(slot)));
}

const BPF_EXIT_OP = 0x90;

function jumpDistance(code: Code, i: number): number | undefined {
  const opcode = code.opcode[i];
  const jumpClass = classOf(opcode);
  if (jumpClass !== BPF_JMP && jumpClass !== BPF_JMP32) return undefined;
  const op = opOf(opcode);
  if (op === BPF_CALL || op === BPF_EXIT_OP) return undefined;
  return opcode === (BPF_JMP32 | BPF_JA) ? code.imm[i] : code.off[i];
}

/** The name in place of a number; a map's value is named by the label in its section. */
function referenceText(source: Source, code: Code, i: number, reference: Reference | undefined): string | undefined {
  if (reference === undefined) return undefined;
  const imm = code.imm[i];
  if (reference.kind === 'map_value') {
    const label = source.variables.get(reference.target)?.get(reference.offset - imm)?.name;
    return label === undefined ? undefined : withAddend(label, imm);
  }
  return reference.kind === 'map' ? withAddend(reference.target, imm) : reference.target;
}

const withAddend = (name: string, addend: number): string => (addend === 0 ? name : `${name} + ${addend}`);

const HELPER_CALL = BPF_JMP | BPF_CALL;

function insnText(source: Source, code: Code, i: number, labels: Labels): string {
  const text = printAssembly(code, i, labels);
  if (text === undefined) return rawText(code, i, isWide(code, i) ? 2 : 1);
  if (code.opcode[i] !== HELPER_CALL || code.src[i] !== 0) return text;
  const name = helperName(code.imm[i]);
  return name === 'unknown' || code.imm[i] === 0 || source.names.has(name) ? text : `call ${name}`;
}

/** Bits that no instruction has, as data. */
function rawText(code: Code, i: number, slots: number): string {
  const bytes = encode({ ...code, length: i + slots }).subarray(i * INSN_SIZE);
  return `.byte ${[...bytes].join(',')}`;
}

const asciiBytes = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0) & 0xff);

function quote(bytes: readonly number[]): string {
  const escaped = bytes.map((byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  );
  return `"${escaped.join('')}"`;
}
