/**
 * Assembly text → object and blueprint.
 *
 *   text → statements → sections with fixups → numbers and relocations → ELF file → blueprint (by `elf/read.ts`)
 *
 * The language is LLVM's BPF assembly of all ISA versions; on top of it helpers may be called by name, the kernel's own
 * spellings are understood, and `declarations.ts` adds maps, types and functions. All mistakes of a text are reported
 * at once. Time is linear in the text.
 */
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { SHT_NOBITS } from '../elf/elf-file.ts';
import { readObject } from '../elf/read.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { Diagnostic } from '../program/diagnostic.ts';
import type { CollectionSpec, FunctionSpec } from '../program/spec.ts';
import type { Assembled, AssembledSection, AssembledSymbol, Assembly } from './assembled.ts';
import { Context } from './context.ts';
import { contextTypeByName } from './context-type.ts';
import { addDebugInfo } from './debug-info.ts';
import { setLicense } from './declaration-directives.ts';
import { Declarations } from './declarations.ts';
import { runDirective } from './directives.ts';
import { numberOfValue, settleFixups } from './fixups.ts';
import type { Instruction } from './instruction.ts';
import { parseInstruction } from './instruction.ts';
import type { Statement } from './lexer.ts';
import { tokenize } from './lexer.ts';
import type { SectionBuilder, SymbolEntry } from './object.ts';
import { isDefined, ObjectBuilder } from './object.ts';
import { Problems, spanOf } from './problems.ts';
import { TypeTable } from './type-table.ts';
import { writeElf } from './write-elf.ts';

const GPL = Uint8Array.from([0x47, 0x50, 0x4c]);

/** Assembles a text. `fileName` names the object and stands in line_info and diagnostics. */
export function assemble(text: string, fileName: string): Result<Assembly, readonly Diagnostic[]> {
  const problems = new Problems(fileName);
  const statements = tokenize(text);
  const context = newContext(statements, problems);
  for (const statement of statements) {
    if (problems.isFull) break;
    readStatement(context, statement);
  }
  finishText(context, text, fileName);
  if (problems.hasErrors) return err(problems.all);
  const assembled = finishObject(context);
  const object = writeElf(assembled);
  const spec = readObject(object, fileName.replace(/\.[sS]$/, '.o'));
  if (!spec.ok) return err(spec.error);
  return ok({ ...assembled, object, spec: withSourceLines(spec.value, assembled), warnings: problems.all });
}

function newContext(statements: readonly Statement[], problems: Problems): Context {
  const object = new ObjectBuilder();
  const names = definedNames(statements);
  const constants = (name: string): bigint | undefined => context.constants(name);
  const declared = new Declarations(new TypeTable(problems, constants, contextTypeByName), problems, constants);
  const context: Context = new Context(object, problems, declared, names);
  return context;
}

const NAMING = new Set([
  ...['.set', '.equ', '.extern', '.weak', '.kconfig', '.map', '.var', '.program', '.callback', '.function'],
]);

/** What the text gives a meaning to, found in advance, so that a later label hides a helper or header of its name. */
function definedNames(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of statements) {
    for (let at = 0; statement[at + 1]?.text === ':'; at += 2) names.add(statement[at].text);
    if (NAMING.has(statement[0].text) && statement.length > 1) names.add(statement[1].text);
  }
  return names;
}

/** Labels, then a directive or an instruction. */
function readStatement(context: Context, statement: Statement): void {
  if (reportBadToken(context, statement)) return;
  if (context.declared.types.isOpen) return context.declared.types.readFields(statement);
  let at = 0;
  while (isLabel(statement, at)) at += 2;
  const rest = at === 0 ? statement : statement.slice(at);
  const isSkipped =
    isDebugSection(context.object.current) && !/^\.(?:section|text|data|popsection)$/.test(rest[0]?.text ?? '');
  if (isSkipped) return;
  for (let i = 0; i < at; i += 2) context.label(statement[i]);
  if (rest.length === 0) return;
  if (rest[0].text.startsWith('.') && rest[0].kind === 'word') runDirective(context, rest);
  else readInstruction(context, rest);
}

/** DWARF is passed over: nothing here reads it, and it is most of what a compiler writes. */
const isDebugSection = (section: SectionBuilder): boolean => section.name.startsWith('.debug_');

function isLabel(statement: Statement, at: number): boolean {
  const kind = statement[at]?.kind;
  return (kind === 'word' || kind === 'number') && statement[at + 1]?.text === ':';
}

function reportBadToken({ problems }: Context, statement: Statement): boolean {
  const bad = statement.find(({ kind }) => kind === 'bad');
  if (bad === undefined) return false;
  if (bad.text.startsWith('"')) problems.error(bad, 'this string has no closing `"`');
  else if (bad.text.startsWith('/*')) problems.error(bad, 'this comment has no closing `*/`');
  else if (bad.text === "'") problems.error(bad, 'single quotes hold one character');
  else problems.error(bad, `\`${bad.text}\` has no meaning here`);
  return true;
}

function readInstruction(context: Context, statement: Statement): void {
  const { object, problems, constants } = context;
  const instruction = parseInstruction(statement, {
    constants,
    isDefined: context.isName,
    names: context.namesOfNumbers,
    problems,
  });
  if (instruction === undefined) return;
  const { current } = object;
  if (current.type === SHT_NOBITS)
    problems.error(spanOf(statement), `section ${current.name} holds no bytes, so no instructions`);
  else if (current.data.length % INSN_SIZE !== 0)
    problems.error(
      spanOf(statement),
      `an instruction must be at a multiple of 8 bytes, here is byte ${current.data.length}`,
      ['`.p2align 3` pads'],
    );
  else emit(context, instruction, statement);
}

function emit(context: Context, instruction: Instruction, statement: Statement): void {
  const { current, fixups } = context.object;
  const { reference, next } = instruction;
  const offset = current.data.extend(next === undefined ? INSN_SIZE : 2 * INSN_SIZE);
  const { view } = current.data;
  view.setUint8(offset, instruction.opcode);
  view.setUint8(offset + 1, instruction.dst | (instruction.src << 4));
  view.setInt16(offset + 2, instruction.off, true);
  view.setInt32(offset + 4, instruction.imm, true);
  if (next !== undefined) view.setInt32(offset + 12, next, true);
  current.lines[offset / INSN_SIZE] = statement[0].line;
  current.columns[offset / INSN_SIZE] = statement[0].column;
  if (reference === undefined) return;
  const value = context.placeNames(reference.value, reference.place);
  fixups.push({ kind: reference.kind, section: current, offset, size: 0, value, place: reference.place });
}

/** What needs the whole text: sizes, debug information, fixups. */
function finishText(context: Context, text: string, fileName: string): void {
  const { object, declared, problems } = context;
  context.endFunction();
  context.endVariable();
  declared.types.finish();
  if (object.find('.BTF') !== undefined) allowExterns(object);
  settleFixups(object, problems);
  if (declared.isEmpty || problems.hasErrors) return;
  if (object.find('license') === undefined) setLicense(context, GPL);
  if (object.find('.BTF') === undefined) addDebugInfo(object, declared, baseName(fileName), text.split('\n'));
}

const baseName = (fileName: string): string => fileName.split('/').pop() ?? fileName;

/** A compiler's output names externals (kernel functions) in its BTF only. */
function allowExterns(object: ObjectBuilder): void {
  for (const { value, place } of object.fixups) {
    const symbol = value.symbol === undefined ? undefined : object.symbol(value.symbol, place);
    if (symbol === undefined || isDefined(symbol)) continue;
    symbol.isExtern = true;
    if (symbol.binding === 'local') symbol.binding = 'global';
  }
}

function finishObject({ object }: Context): Assembled {
  const used = new Set(object.relocations.map(({ target }) => target));
  const named = [...object.symbols.values()].filter(
    (symbol) => (isDefined(symbol) && !symbol.name.startsWith('.L')) || (symbol.isExtern && used.has(symbol)),
  );
  const entries: (SymbolEntry | SectionBuilder)[] = [
    ...object.sections.filter((section) => used.has(section)),
    ...named.filter(({ binding }) => binding === 'local'),
    ...named.filter(({ binding }) => binding !== 'local'),
  ];
  const symbols = new Map(entries.map((entry) => [entry, finishSymbol(object, entry)]));
  return { sections: finishSections(object, symbols), symbols: [...symbols.values()] };
}

function finishSymbol(object: ObjectBuilder, entry: SymbolEntry | SectionBuilder): AssembledSymbol {
  if (!('binding' in entry))
    return {
      name: entry.name,
      binding: 'local',
      type: 'section',
      visibility: 0,
      section: entry.name,
      isAbsolute: false,
      value: 0,
      size: 0,
    };
  const size = entry.size === undefined ? 0n : (numberOfValue(object, entry.size) ?? 0n);
  return {
    name: entry.name,
    binding: entry.binding,
    type: entry.type,
    visibility: entry.visibility,
    section: entry.section?.name,
    isAbsolute: entry.constant !== undefined,
    value: entry.constant === undefined ? entry.offset : Number(entry.constant),
    size: Number(size),
  };
}

function finishSections(
  object: ObjectBuilder,
  symbols: ReadonlyMap<SymbolEntry | SectionBuilder, AssembledSymbol>,
): readonly AssembledSection[] {
  const relocations = new Map<SectionBuilder, AssembledSection['relocations'][number][]>();
  for (const { section, offset, type, target } of object.relocations) {
    const symbol = symbols.get(target);
    const list = relocations.get(section) ?? [];
    if (symbol !== undefined) list.push({ offset, type, symbol });
    relocations.set(section, list);
  }
  return object.sections
    .filter((section) => !isDebugSection(section))
    .map((section) => ({
      name: section.name,
      type: section.type,
      flags: section.flags,
      entrySize: section.entrySize,
      alignment: section.alignment,
      bytes: section.data.bytes,
      relocations: relocations.get(section) ?? [],
      lines: Int32Array.from({ length: section.lines.length }, (_, slot) => section.lines[slot] ?? 0),
    }));
}

/** Gives every function the lines of its slots. */
function withSourceLines(spec: CollectionSpec, { sections, symbols }: Assembled): CollectionSpec {
  const withLines = <T extends FunctionSpec>(fn: T): T => {
    const symbol = symbols.find(
      ({ name, section, type }) => name === fn.name && section === fn.section && type === 'func',
    );
    const section = sections.find(({ name }) => name === fn.section);
    if (symbol === undefined || section === undefined) return fn;
    const start = symbol.value / INSN_SIZE;
    return { ...fn, sourceLines: section.lines.slice(start, start + fn.insns.length / INSN_SIZE) };
  };
  return { ...spec, programs: spec.programs.map(withLines), functions: spec.functions.map(withLines) };
}
