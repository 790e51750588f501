import { EINVAL, ENOENT, EOPNOTSUPP } from '../../abi/errno.ts';
import { Btf } from '../../btf/btf.ts';
import type { Machine } from '../../kernel/machine.ts';
import {
  factsOf,
  mapFacts,
  mapsInOrder,
  parseNumber,
  progFacts,
  progsInOrder,
  withMap,
  withProg,
} from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { Failure, type Words } from '../shell/words.ts';
import { perform, type Steps } from '../steps.ts';
import { noMoreThan, Usage } from './arguments.ts';
import { btfAsC } from './btf-c.ts';
import { rawText, writeRaw } from './btf-raw.ts';

/** bpftool btf …; kernel: tools/bpf/bpftool/btf.c */

/** What holds a BTF object: it lives as long as one of them. */
interface Holder {
  readonly btfId: number;
  readonly id: number;
  readonly btf: Btf | undefined;
}

function holders(machine: Machine): { readonly maps: readonly Holder[]; readonly progs: readonly Holder[] } {
  const { kernel } = machine;
  const maps = mapsInOrder(kernel).map((map) => mapFacts(kernel, map));
  const progs = progsInOrder(kernel).map((prog) => progFacts(kernel, prog));
  return {
    maps: maps.map(({ id, btfId, info }) => ({ id, btfId, btf: info.btf })),
    progs: progs.map(({ id, btfId, verified }) => ({ id, btfId, btf: verified.request.btf })),
  };
}

// ---- show

function* showBtf(shell: Shell): Steps<number> {
  const { words, out } = shell;
  const wanted = words.left === 2 ? wantedId(words) : undefined;
  noMoreThan(words);
  const { maps, progs } = yield* perform(holders);
  const all = [...maps, ...progs];
  const ids = [...new Set(all.map(({ btfId }) => btfId))].filter((id) => id !== 0).sort((a, b) => a - b);
  if (wanted !== undefined && !ids.includes(wanted))
    throw new Failure(`can't get BTF object by id (${wanted}): ${strerror(ENOENT)}`);
  if (wanted === undefined) out.json?.begin('[');
  for (const id of wanted === undefined ? ids : [wanted]) {
    const size = all.find(({ btfId }) => btfId === id)?.btf?.bytes.length ?? 0;
    showOne(shell, { id, size, progIds: idsOf(progs, id), mapIds: idsOf(maps, id) });
  }
  if (wanted === undefined) out.json?.end(']');
  return 0;
}

function wantedId(words: Words): number {
  if (!words.takes('id')) throw words.wrong(`expected 'id', got: '${words.peek()}'?`);
  return idWord(words);
}

function idWord(words: Words): number {
  const word = words.next() ?? '';
  const id = parseNumber(word);
  if (id === undefined) throw words.wasWrong(`can't parse ${word} as ID`);
  return id >>> 0;
}

/**
 * The ids of what holds a BTF object, in the order of bpftool's table: the newest comes first, and all turn around
 * whenever the table grows. libbpf: hashmap__append()
 */
function idsOf(all: readonly Holder[], btfId: number): readonly number[] {
  let found: number[] = [];
  let capacity = 0;
  for (const [size, holder] of all.filter((each) => each.btfId !== 0).entries()) {
    if (Math.floor(((size + 1) * 4) / 3) > capacity) {
      capacity = Math.max(4, 2 * capacity);
      found = found.reverse();
    }
    if (holder.btfId === btfId) found.unshift(holder.id);
  }
  return found;
}

interface Shown {
  readonly id: number;
  readonly size: number;
  readonly progIds: readonly number[];
  readonly mapIds: readonly number[];
}

function showOne({ out }: Shell, { id, size, progIds, mapIds }: Shown): void {
  if (out.json === undefined) {
    const list = (name: string, ids: readonly number[]) => (ids.length === 0 ? '' : `  ${name} ${ids.join(',')}`);
    out.print(`${id}: name <anon>  size ${size}B${list('prog_ids', progIds)}${list('map_ids', mapIds)}\n`);
    return;
  }
  out.json.begin('{');
  out.json.field('id', id);
  out.json.field('size', size);
  for (const [name, ids] of [['prog_ids', progIds] as const, ['map_ids', mapIds] as const]) {
    out.json.name(name);
    out.json.begin('[');
    for (const each of ids) out.json.value(String(each));
    out.json.end(']');
  }
  out.json.field('kernel', false);
  out.json.end('}');
}

// ---- dump

/** What to dump: the types, all or some; of the kernel's by the id of the object. */
interface Source {
  readonly btf: Btf | undefined;
  readonly id: number;
  readonly roots: readonly number[];
}

function* dumpBtf(shell: Shell): Steps<number> {
  const { words, out } = shell;
  if (words.left < 2) {
    out.error(`'dump' needs at least 2 arguments, ${words.left} found`);
    throw new Usage('');
  }
  const source = yield* parseSource(shell);
  const asC = parseFormat(words);
  const btf = source.btf ?? (yield* btfOfId(shell, source.id));
  if (asC) {
    if (out.json !== undefined) throw new Failure('JSON output for C-syntax dump is not supported', -EOPNOTSUPP);
    out.print(btfAsC(btf, source.roots));
    return 0;
  }
  const ids = source.roots.length > 0 ? source.roots : Array.from({ length: btf.typeCount - 1 }, (_, i) => i + 1);
  if (out.json === undefined) out.print(rawText(btf, ids));
  else writeRaw(out.json, btf, ids);
  return 0;
}

function* parseSource(shell: Shell): Steps<Source> {
  const { words } = shell;
  if (words.takes('map')) return yield* mapSource(shell);
  if (words.takes('prog')) {
    const { btfId: id } = yield* withProg(shell, factsOf);
    return { btf: undefined, id, roots: [] };
  }
  if (words.takes('id')) return { btf: undefined, id: idWord(words), roots: [] };
  if (words.takes('file')) return { btf: yield* fileBtf(shell), id: 0, roots: [] };
  throw words.wrong(`unrecognized BTF source specifier: '${words.peek()}'`);
}

function* mapSource(shell: Shell): Steps<Source> {
  if (shell.words.left < 2) throw new Usage('');
  const { info, btfId } = yield* withMap(shell, factsOf);
  const { words } = shell;
  const parts: Readonly<Record<string, readonly number[]>> = {
    key: [info.btfKeyTypeId],
    value: [info.btfValueTypeId],
    all: [],
    kv: [info.btfKeyTypeId, info.btfValueTypeId],
  };
  const part = Object.keys(parts).find((name) => words.takes(name)) ?? 'kv';
  return { btf: undefined, id: btfId, roots: parts[part] };
}

function* fileBtf({ words, files }: Shell): Steps<Btf> {
  const name = words.next() ?? '';
  const file = yield* perform(() => files.open(name));
  const bytes = file.is === 'file' ? file.btf : undefined;
  const parsed = bytes === undefined ? undefined : Btf.parse(bytes);
  if (parsed?.ok !== true) throw words.wasWrong(`failed to load BTF from ${name}: ${strerror(ENOENT)}`, -ENOENT);
  return parsed.value;
}

function parseFormat(words: Words): boolean {
  let asC = false;
  while (words.left > 0) {
    if (!words.takes('format')) throw words.wrong(`unrecognized option: '${words.peek()}'`, -EINVAL);
    const format = words.next();
    if (format === undefined) throw words.wrong("expecting value for 'format' option\n", -EINVAL);
    if (format !== 'c' && format !== 'raw')
      throw words.wasWrong(`unrecognized format specifier: '${format}', possible values: raw, c`, -EINVAL);
    asC = format === 'c';
  }
  return asC;
}

function* btfOfId({ out }: Shell, id: number): Steps<Btf> {
  const { maps, progs } = yield* perform(holders);
  const holder = [...maps, ...progs].find((each) => id !== 0 && each.btfId === id);
  if (holder?.btf !== undefined) return holder.btf;
  out.error(`can't get BTF object by id (${id}): ${strerror(ENOENT)}`);
  throw new Failure(`get btf by id (${id}): ${strerror(ENOENT)}`, -ENOENT);
}

export const btfCommands = [
  ['show', showBtf],
  ['list', showBtf],
  ['dump', dumpBtf],
] as const;
