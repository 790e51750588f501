import { PAGE_SIZE } from '../../abi/limits.ts';
import { isGplCompatible, programTypeName } from '../../abi/program-types.ts';
import { pinnedPaths, pinPath } from '../pins.ts';
import { closeFile, openProgs, type ProgFacts, progFacts, progsInOrder, withProg } from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { Failure } from '../shell/words.ts';
import { perform, type Steps } from '../steps.ts';
import { noMoreThan, required, Usage } from './arguments.ts';
import type { JsonWriter } from './json-writer.ts';
import { xlated } from './xlated.ts';
import { graphText } from './xlated-graph.ts';
import { writeXlated, xlatedText } from './xlated-text.ts';

/** bpftool prog …; kernel: tools/bpf/bpftool/prog.c */

// ---- show

export function* showProgs(shell: Shell, withPins: boolean): Steps<number> {
  const { words, out } = shell;
  if (words.left === 2) {
    const progs = yield* openProgs(shell);
    if (out.json !== undefined && progs.length > 1) out.json.begin('[');
    for (const prog of progs) yield* showProg(shell, prog.facts, withPins);
    for (const prog of progs) yield* closeFile(shell, prog.file);
    if (out.json !== undefined && progs.length > 1) out.json.end(']');
    return progs.length === 0 ? -1 : 0;
  }
  noMoreThan(words);
  const all = yield* perform(({ kernel }) => progsInOrder(kernel).map((prog) => progFacts(kernel, prog)));
  out.json?.begin('[');
  for (const prog of all) yield* showProg(shell, prog, withPins);
  out.json?.end(']');
  return 0;
}

function* showProg({ out }: Shell, prog: ProgFacts, withPins: boolean): Steps<void> {
  const pins = withPins ? yield* pinnedPaths('prog', prog.id) : [];
  if (out.json !== undefined) showProgJson(out.json, prog, pins);
  else out.print(progText(prog, pins));
}

/** When the machine was switched on, in seconds of Unix time (2026-01-01): the clock of every scenario begins there. */
const BOOT_SECONDS = 1_767_225_600;

/** A program and its accounting live in whole pages. */
const memoryOf = (bytes: number): number => Math.ceil((bytes + 64) / PAGE_SIZE) * PAGE_SIZE;

const loadedAt = (loadTime: number): number => BOOT_SECONDS + Math.floor(loadTime / 1e9);

/** Unix time as `2026-01-01T00:00:00+0000`. The days are counted from March on, in eras of 400 years. */
function timeText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400) + 719_468;
  const era = Math.floor(days / 146_097);
  const day = days - era * 146_097;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const isNextYear = month >= 10;
  const rest = seconds % 86_400;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${year + 400 * era + (isNextYear ? 1 : 0)}-${two(month + (isNextYear ? -9 : 3))}-${two(date)}T${time}+0000`;
}

function showProgJson(json: JsonWriter, prog: ProgFacts, pins: readonly string[]): void {
  const size = xlated(prog).insns.length;
  json.begin('{');
  progHeaderJson(json, prog);
  json.field('loaded_at', loadedAt(prog.loadTime));
  json.field('uid', 0);
  json.field('bytes_xlated', size);
  json.field('jited', true);
  json.field('bytes_jited', size);
  json.field('bytes_memlock', memoryOf(size));
  listField(json, 'map_ids', prog.mapIds.map(String));
  if (prog.btfId !== 0) json.field('btf_id', prog.btfId);
  listField(
    json,
    'pinned',
    pins.map((path) => JSON.stringify(path)),
  );
  json.end('}');
}

function listField(json: JsonWriter, name: string, values: readonly string[]): void {
  if (values.length === 0) return;
  json.name(name);
  json.begin('[');
  for (const value of values) json.value(value);
  json.end(']');
}

function progHeaderJson(json: JsonWriter, { id, name, tag, verified }: ProgFacts): void {
  json.field('id', id);
  json.stringField('type', programTypeName(verified.request.type));
  if (name !== '') json.stringField('name', name);
  json.stringField('tag', tag);
  json.field('gpl_compatible', isGplCompatible(verified.request.license));
}

function progHeader({ id, name, tag, verified }: ProgFacts): string {
  const { type, license } = verified.request;
  const named = name === '' ? '' : `name ${name}  `;
  return `${id}: ${programTypeName(type)}  ${named}tag ${tag}${isGplCompatible(license) ? '  gpl' : ''}\n`;
}

function progText(prog: ProgFacts, pins: readonly string[]): string {
  const size = xlated(prog).insns.length;
  const maps = prog.mapIds.length === 0 ? '' : `  map_ids ${prog.mapIds.join(',')}`;
  const pinned = pins.map((path) => `\n\tpinned ${path}`).join('');
  const btf = prog.btfId === 0 ? '' : `\n\tbtf_id ${prog.btfId}`;
  const sizes = `\txlated ${size}B  jited ${size}B  memlock ${memoryOf(size)}B`;
  return `${progHeader(prog)}\tloaded_at ${timeText(loadedAt(prog.loadTime))}  uid 0\n${sizes}${maps}${pinned}${btf}\n`;
}

export function* pinProg(shell: Shell): Steps<number> {
  required(shell.words, 3, -22);
  return yield* withProg(shell, function* (prog) {
    yield* pinPath(shell, prog.file, shell.words.next() ?? '');
    shell.out.json?.null();
    return 0;
  });
}

// ---- dump

type DumpMode = 'plain' | 'opcodes' | 'visual' | 'linum';

export function* dumpProgs(shell: Shell): Steps<number> {
  const { words, out } = shell;
  if (words.takes('jited')) throw words.wasWrong('No JIT disassembly support');
  if (!words.takes('xlated')) throw words.wrong(`expected 'xlated' or 'jited', got: ${words.peek() ?? '(null)'}`);
  if (words.left < 2) throw new Usage('');
  const progs = yield* openProgs(shell);
  try {
    const mode = dumpMode(shell);
    if (mode === 'visual' && progs.length > 1) throw new Failure('several programs matched');
    const isSeveral = progs.length > 1;
    if (isSeveral) out.json?.begin('[');
    for (const [i, { facts }] of progs.entries()) {
      dumpProg(shell, facts, mode, isSeveral);
      if (out.json === undefined && i < progs.length - 1) out.print('\n');
    }
    if (isSeveral) out.json?.end(']');
    return progs.length === 0 ? -1 : 0;
  } finally {
    for (const { file } of progs) yield* closeFile(shell, file);
  }
}

function dumpMode({ words }: Shell): DumpMode {
  const mode = (['opcodes', 'visual', 'linum'] as const).find((word) => words.takes(word));
  if (mode === undefined && words.takes('file')) throw words.wasWrong("can't open file: Read-only file system");
  if (words.left > 0) throw new Usage('');
  return mode ?? 'plain';
}

function dumpProg({ out }: Shell, prog: ProgFacts, mode: DumpMode, withHeader: boolean): void {
  const program = xlated(prog);
  if (out.json === undefined) {
    if (withHeader) out.print(progHeader(prog));
    out.print(mode === 'visual' ? graphText(program) : xlatedText(program, mode));
    return;
  }
  if (withHeader) {
    out.json.begin('{');
    progHeaderJson(out.json, prog);
    out.json.name('insns');
  }
  if (mode === 'visual') out.json.null();
  else writeXlated(out.json, program, mode);
  if (withHeader) out.json.end('}');
}
