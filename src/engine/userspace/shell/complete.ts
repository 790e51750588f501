import { MAP_TYPE_NAMES } from '../../abi/map-types.ts';
import { sectionPatterns } from '../../abi/sections.ts';
import type { Machine } from '../../kernel/machine.ts';
import { deviceName, devicesInOrder } from '../../kernel/net/devices.ts';
import { linksInOrder } from '../../kernel/programs/links.ts';
import { BPFFS, listPins } from '../../kernel/syscalls/bpffs.ts';
import { tasksInOrder } from '../../kernel/syscalls/tasks.ts';
import { OBJECTS } from '../bpftool/bpftool.ts';
import { ATTACH_TYPE_NAMES } from '../bpftool/net.ts';
import { HOOKS } from '../net/attach-command.ts';
import { tcpreplayOptions } from '../net/tcpreplay-options.ts';
import { COMMANDS } from './commands.ts';
import { mapFacts, mapsInOrder, progFacts, progsInOrder } from './handles.ts';
import type { Storage } from './shell.ts';
import { TRACE_PIPES } from './trace-pipe.ts';

/**
 * What a word of a command line may be. A rule is asked with the words before the cursor's; the first that knows an
 * answer gives all candidates, of which those are offered that begin like the word.
 */
interface World {
  readonly machine: Machine;
  /** Names of the files that can be loaded. */
  readonly objects: readonly string[];
  readonly storage: Storage;
}

type Candidates = (world: World) => readonly string[];

const words =
  (...all: readonly string[]): Candidates =>
  () =>
    all;

const mapsOf = ({ kernel }: Machine) => mapsInOrder(kernel).map((map) => mapFacts(kernel, map));
const progsOf = ({ kernel }: Machine) => progsInOrder(kernel).map((prog) => progFacts(kernel, prog));

const pins: Candidates = ({ machine }) => [BPFFS, ...listPins(machine.kernel).map(({ path }) => path)];
const folders: Candidates = ({ machine }) => [
  `${BPFFS}/`,
  ...listPins(machine.kernel)
    .filter(({ kind }) => kind === 'dir')
    .map(({ path }) => `${path}/`),
];
const devices: Candidates = ({ machine }) => devicesInOrder(machine.kernel).map((at) => deviceName(machine.kernel, at));
const objectFiles: Candidates = ({ objects }) => objects;
const files: Candidates = ({ storage }) =>
  ['.', '/tmp'].flatMap((folder) => (storage.list(folder) ?? []).map(({ path }) => path));
const paths: Candidates = (world) => [...files(world), ...pins(world)];

const MAP: Readonly<Record<string, Candidates>> = {
  id: ({ machine }) => mapsOf(machine).map(({ id }) => String(id)),
  name: ({ machine }) => mapsOf(machine).map(({ info }) => info.name),
  pinned: pins,
};
const PROG: Readonly<Record<string, Candidates>> = {
  id: ({ machine }) => progsOf(machine).map(({ id }) => String(id)),
  name: ({ machine }) => progsOf(machine).map(({ name }) => name),
  tag: ({ machine }) => progsOf(machine).map(({ tag }) => tag),
  pinned: pins,
};

const LINK: Readonly<Record<string, Candidates>> = {
  id: ({ machine }) => linksInOrder(machine.kernel).map((at) => String(machine.kernel.net.link(at).id)),
  pinned: pins,
};

/** How what a word speaks of can be named. */
const HANDLES: Readonly<Record<string, Readonly<Record<string, Candidates>>>> = {
  map: MAP,
  inner_map: MAP,
  prog: PROG,
  net: PROG,
  link: LINK,
};

/** What may follow the object of a command, by object and verb. */
const AFTER: Readonly<Record<string, Candidates>> = {
  'map update': words('key', 'value', 'hex', 'any', 'noexist', 'exist'),
  'map lookup': words('key', 'hex'),
  'map getnext': words('key', 'hex'),
  'map delete': words('key', 'hex'),
  'map push': words('value', 'hex', 'any', 'exist'),
  'map enqueue': words('value', 'hex', 'any', 'exist'),
  'map pin': folders,
  'prog pin': folders,
  'prog run': words('data_in', 'data_out', 'ctx_in', 'ctx_out', 'repeat', 'hex', '-'),
  'prog dump': words('opcodes', 'linum', 'visual'),
  'link pin': folders,
};

/** Keywords whose next word is of a kind of its own, by object and verb. */
const KEYWORDS: Readonly<Record<string, Readonly<Record<string, Candidates>>>> = {
  'map create': { type: () => MAP_TYPE_NAMES.slice(1), inner_map: words(...Object.keys(MAP)), name: words() },
  'prog load': { type: () => sectionPatterns().map((name) => name.replace(/\+$/, '')), pinmaps: folders },
  'prog loadall': { type: () => sectionPatterns().map((name) => name.replace(/\+$/, '')), pinmaps: folders },
  'btf dump': {
    file: objectFiles,
    format: words('raw', 'c'),
    map: words(...Object.keys(MAP)),
    prog: words(...Object.keys(PROG)),
  },
};

const WHOLE: Readonly<Record<string, readonly Candidates[]>> = {
  'map create': [folders, words('type', 'key', 'value', 'entries', 'name', 'flags', 'inner_map')],
  'prog load': [objectFiles, folders, words('type', 'map', 'pinmaps', 'autoattach')],
  'prog loadall': [objectFiles, folders, words('type', 'map', 'pinmaps')],
  'btf dump': [words('id', 'map', 'prog', 'file'), words('format', 'key', 'value', 'kv', 'all')],
  'btf show': [words('id')],
  'btf list': [words('id')],
  'net show': [words('dev'), devices],
  'net list': [words('dev'), devices],
  'net detach': [words(...ATTACH_TYPE_NAMES), words('dev'), devices],
  'net attach': [
    words(...ATTACH_TYPE_NAMES),
    words('id', 'name', 'tag', 'pinned'),
    words(),
    words('dev'),
    devices,
    words('overwrite'),
  ],
  'feature probe': [words('kernel', 'full')],
  'feature list_builtins': [words('prog_types', 'map_types', 'link_types', 'helpers')],
};

/** What the word under the cursor may become: whole words, in their own order. */
export function complete(line: string, cursor: number, world: World): readonly string[] {
  const before = line
    .slice(0, cursor)
    .replace(/^\s*\[[^\]]*\]/, '')
    .replace(/^.*(?:[|;]|&&)/, '');
  const typed = before.split(/\s+/).filter((word) => word !== '');
  const word = /\S$/.test(before) ? (typed.pop() ?? '') : '';
  const found = candidates(typed, world).filter((candidate) => candidate.startsWith(word));
  return [...new Set(found)];
}

function candidates(typed: readonly string[], world: World): readonly string[] {
  const [command, ...rest] = typed;
  if (command === undefined) return Object.keys(COMMANDS);
  if (/[<>]$/.test(rest.at(-1) ?? '')) return files(world);
  if (command === 'bpftool')
    return bpftoolWords(
      rest.filter((word) => !word.startsWith('-')),
      world,
    );
  if (rest.length > 0) return laterWords(command, rest, world);
  return (FIRST[command] ?? words())(world);
}

/** The first word of the other commands. */
const FIRST: Readonly<Record<string, Candidates>> = {
  close: words('map', 'prog'),
  ls: paths,
  rm: paths,
  rmdir: pins,
  mkdir: folders,
  cat: (world) => [...files(world), ...TRACE_PIPES],
  head: files,
  tail: files,
  wc: files,
  sort: files,
  uniq: files,
  tee: files,
  xxd: files,
  help: () => Object.keys(COMMANDS),
  man: () => [...Object.keys(COMMANDS), ...Object.keys(OBJECTS).map((name) => `bpftool-${name}`)],
  attach: words(...Object.keys(HOOKS)),
  kill: ({ machine }) => tasksInOrder(machine.kernel).map(({ pid }) => String(pid)),
  taskset: words('-c', '-p', '-cp'),
  tcpreplay: (world) => tcpreplayWords([], world),
  tc: words('qdisc', 'filter'),
  veristat: objectFiles,
  nc: words('-6', '-4', '-u', '-l', '::1', '127.0.0.1', '10.0.0.2'),
  ping: words('-c', '::1', '127.0.0.1', '10.0.0.2', 'fd00::2'),
};

/** The words after the first of the other commands. */
function laterWords(command: string, rest: readonly string[], world: World): readonly string[] {
  if (command === 'close') return closeWords(rest, world);
  if (command === 'taskset' && rest.length >= 2) return candidates(rest.slice(2), world);
  if (command === 'attach') return attachWords(rest, world);
  if (command === 'veristat') return [...objectFiles(world), ...files(world)];
  if (command === 'tcpreplay') return tcpreplayWords(rest, world);
  if (command === 'help' && rest[0] === 'bpftool') return Object.keys(OBJECTS);
  if (FILE_COMMANDS.has(command)) return paths(world);
  if (command === 'tc') return (TC_WORDS[rest.length] ?? words())(world);
  return [];
}

/** Commands that take more files. */
const FILE_COMMANDS: ReadonlySet<string> = new Set(['cat', 'head', 'tail', 'wc', 'sort', 'grep', 'tee', 'ls', 'rm']);

function tcpreplayWords(rest: readonly string[], world: World): readonly string[] {
  const last = rest.at(-1) ?? '';
  if (last === '-i' || last === '--intf1') return devices(world);
  return [...files(world), ...tcpreplayOptions()];
}

const TC_WORDS: readonly Candidates[] = [
  words(),
  words('add', 'del', 'show'),
  words('dev'),
  devices,
  words('clsact', 'ingress', 'egress'),
  words('bpf'),
  words('da'),
  words('pinned'),
  pins,
];

function attachWords(rest: readonly string[], world: World): readonly string[] {
  const last = rest.at(-1) ?? '';
  if (last === 'dev') return devices(world);
  if (last === 'pin') return folders(world);
  if (Object.hasOwn(PROG, last)) return PROG[last](world);
  if (rest.length === 1)
    return rest[0] === 'perf_event' ? ['cpu-clock', 'cycles'] : rest[0] === 'trace' ? Object.keys(PROG) : ['dev'];
  return [...Object.keys(PROG), 'cpu', 'every', 'pin'];
}

function closeWords([what]: readonly string[], world: World): readonly string[] {
  return what === 'map' ? MAP.name(world) : PROG.name(world);
}

function bpftoolWords(typed: readonly string[], world: World): readonly string[] {
  const [object, verb, ...rest] = typed;
  if (object === undefined) return [...Object.keys(OBJECTS), 'version', 'help', '-j', '-p', '-f'];
  if (!Object.hasOwn(OBJECTS, object)) return [];
  if (verb === undefined) return [...OBJECTS[object].verbs.map(([name]) => name), 'help'];
  const command = `${object} ${verb}`;
  const last = rest.at(-1) ?? '';
  const handle = handleRules(typed);
  if (Object.hasOwn(handle, last)) return handle[last](world);
  const keyword = KEYWORDS[command]?.[last];
  if (keyword !== undefined) return keyword(world);
  const whole = WHOLE[command];
  if (whole !== undefined) return whole[Math.min(rest.length, whole.length - 1)](world);
  if (command === 'prog dump' && rest.length === 0) return ['xlated'];
  const used = command === 'prog dump' ? rest.length - 1 : rest.length;
  if (used === 0) return Object.keys(handle);
  return used >= 2 ? (AFTER[command] ?? words())(world) : [];
}

/** How the object that is spoken of last can be named: of a map or of a program. */
function handleRules(typed: readonly string[]): Readonly<Record<string, Candidates>> {
  const kind = [...typed].reverse().find((word) => Object.hasOwn(HANDLES, word));
  return kind === undefined ? {} : HANDLES[kind];
}
