import { textOfBytes } from '../../../lib/bytes.ts';
import { ENOENT } from '../../abi/errno.ts';
import type { Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { readFile } from '../shell/text-commands.ts';
import { traceLog } from '../shell/trace-pipe.ts';
import { Failure, isPrefix, splitWords, type Word, Words } from '../shell/words.ts';
import type { Steps } from '../steps.ts';
import { Usage } from './arguments.ts';
import { attachProg, eventPipe, profileProg } from './attach.ts';
import { btfCommands } from './btf.ts';
import { listBuiltins, probeFeatures } from './feature.ts';
import { generates, genSkeleton } from './gen.ts';
import { detachLink, pinLink, showLinks, showPerf } from './link.ts';
import { loadObject } from './load.ts';
import {
  deleteElement,
  dumpMaps,
  freezeMap,
  lookupElement,
  newMap,
  nextElement,
  pinMap,
  popElement,
  showMaps,
  updateElement,
} from './map.ts';
import { attachToDevice, detachFromDevice, showNet } from './net.ts';
import { noCgroup, registers, showCgroups, showNone } from './other.ts';
import { CGROUP_USAGE, FEATURE_USAGE, GEN_USAGE, ITER_USAGE, PERF_USAGE, STRUCT_OPS_USAGE } from './other-usage.ts';
import { dumpProgs, pinProg, showProgs } from './prog.ts';
import { runProg } from './run.ts';
import { BTF_USAGE, LINK_USAGE, MAIN_USAGE, MAP_USAGE, NET_USAGE, PROG_USAGE } from './usage.ts';

/** bpftool 7.1: its options, and its objects with their commands as tables. kernel: tools/bpf/bpftool/main.c */

interface Options {
  json: boolean;
  pretty: boolean;
  /** Show pins. */
  bpffs: boolean;
  /** Do not mount a BPF file system. */
  noMount: boolean;
  version: boolean;
  help: boolean;
}

type Verb = (shell: Shell, options: Options) => Steps<number>;

interface BpftoolObject {
  readonly usage: string;
  /** The first fits no word at all; a beginning of a word is enough, and the first that fits counts. */
  readonly verbs: readonly (readonly [name: string, run: Verb])[];
}

/** A verb that is wrong without any argument: the help follows. */
const withArguments =
  (least: number, run: Verb): Verb =>
  (shell, options) => {
    if (shell.words.left < least) throw new Usage('');
    return run(shell, options);
  };

const showsMaps: Verb = (shell, { bpffs }) => showMaps(shell, bpffs);
const showsProgs: Verb = (shell, { bpffs }) => showProgs(shell, bpffs);

export const OBJECTS: Readonly<Record<string, BpftoolObject>> = {
  prog: {
    usage: PROG_USAGE,
    verbs: [
      ['show', showsProgs],
      ['list', showsProgs],
      ['dump', dumpProgs],
      ['pin', pinProg],
      ['load', (shell, { noMount }) => loadObject(shell, false, !noMount)],
      ['loadall', (shell, { noMount }) => loadObject(shell, true, !noMount)],
      ['attach', attachProg('attach')],
      ['detach', attachProg('detach')],
      ['tracelog', traceLog],
      ['run', runProg],
      ['profile', profileProg],
    ],
  },
  map: {
    usage: MAP_USAGE,
    verbs: [
      ['show', showsMaps],
      ['list', showsMaps],
      ['dump', (shell) => exactly(2, shell, dumpMaps)],
      ['update', withArguments(2, updateElement)],
      ['lookup', withArguments(2, lookupElement)],
      ['getnext', withArguments(2, nextElement)],
      ['delete', withArguments(2, deleteElement)],
      ['pin', pinMap],
      ['event_pipe', eventPipe],
      ['create', newMap],
      ['peek', withArguments(2, lookupElement)],
      ['push', withArguments(2, updateElement)],
      ['enqueue', withArguments(2, updateElement)],
      ['pop', withArguments(2, popElement)],
      ['dequeue', withArguments(2, popElement)],
      ['freeze', freezeMap],
    ],
  },
  link: {
    usage: LINK_USAGE,
    verbs: [
      ['show', (shell, { bpffs }) => showLinks(shell, bpffs)],
      ['list', (shell, { bpffs }) => showLinks(shell, bpffs)],
      ['pin', pinLink],
      ['detach', detachLink],
    ],
  },
  net: {
    usage: NET_USAGE,
    verbs: [
      ['show', showNet],
      ['list', showNet],
      ['attach', attachToDevice],
      ['detach', detachFromDevice],
    ],
  },
  btf: { usage: BTF_USAGE, verbs: btfCommands },
  perf: {
    usage: PERF_USAGE,
    verbs: [
      ['show', showPerf],
      ['list', showPerf],
    ],
  },
  feature: {
    usage: FEATURE_USAGE,
    verbs: [
      ['probe', probeFeatures],
      ['list_builtins', listBuiltins],
    ],
  },
  cgroup: {
    usage: CGROUP_USAGE,
    verbs: [
      ['show', noCgroup(1)],
      ['list', noCgroup(1)],
      ['tree', showCgroups],
      ['attach', noCgroup(3)],
      ['detach', noCgroup(3)],
    ],
  },
  struct_ops: {
    usage: STRUCT_OPS_USAGE,
    verbs: [
      ['show', showNone],
      ['list', showNone],
      ['register', registers('register')],
      ['unregister', registers('unregister')],
      ['dump', showNone],
    ],
  },
  iter: { usage: ITER_USAGE, verbs: [['pin', registers('pin')]] },
  gen: {
    usage: GEN_USAGE,
    verbs: [
      ['object', generates('object', 2)],
      ['skeleton', genSkeleton],
      ['subskeleton', generates('subskeleton', 1)],
      ['min_core_btf', generates('min_core_btf', 3)],
    ],
  },
};

function exactly(count: number, shell: Shell, run: (shell: Shell) => Steps<number>): Steps<number> {
  if (shell.words.left !== count) throw new Usage('');
  return run(shell);
}

/** Order of the top level: the first that fits a beginning counts. */
const TOP = [
  'help',
  'batch',
  'prog',
  'map',
  'link',
  'cgroup',
  'perf',
  'net',
  'feature',
  'btf',
  'gen',
  'struct_ops',
  'iter',
  'version',
];

/** The whole command, `bpftool` itself already taken. */
export function* bpftool(shell: Shell): Steps<number> {
  const { out } = shell;
  const { options, words, refused } = parseOptions(shell);
  if (options.json) out.startJson(options.pretty);
  const inner = { ...shell, words };
  let status: number;
  if (refused !== undefined) {
    if (shell.checking) throw refused;
    out.error(refused.message);
    status = refused.status;
  } else if (options.help) status = printUsage(inner, MAIN_USAGE, 0);
  else status = options.version ? showVersion(inner) : yield* guarded(inner, options);
  if (out.json !== undefined) out.print('\n');
  return status;
}

/** Runs one command line; what it throws is printed here. */
function* guarded(shell: Shell, options: Options): Steps<number> {
  const object = topLevel(shell.words.peek());
  try {
    return yield* select(shell, options);
  } catch (error) {
    if (!(error instanceof Failure) || (shell.checking && !(error instanceof Usage))) throw error;
    if (error instanceof Usage && error.message !== '') shell.out.error(error.message);
    if (error instanceof Usage) return printUsage(shell, OBJECTS[object ?? '']?.usage ?? MAIN_USAGE, -1);
    if (error.message !== '') shell.out.error(error.message);
    return error.status;
  }
}

const topLevel = (word: string | undefined): string | undefined => TOP.find((name) => isPrefix(word, name));

function* select(shell: Shell, options: Options): Steps<number> {
  const { words } = shell;
  const name = topLevel(words.next());
  switch (name) {
    case 'help':
      return printUsage(shell, MAIN_USAGE, 0);
    case 'version':
      return showVersion(shell);
    case 'batch':
      return yield* runBatch(shell, options);
    case undefined:
      return printUsage(shell, MAIN_USAGE, words.previous() === undefined ? 0 : -1);
    default:
      return yield* selectVerb(shell, options, name);
  }
}

function* selectVerb(shell: Shell, options: Options, name: string): Steps<number> {
  const object = Object.hasOwn(OBJECTS, name) ? OBJECTS[name] : undefined;
  if (object === undefined) throw shell.words.wasWrong(`bpftool ${name} is not modelled`);
  const word = shell.words.next();
  const verb = word === undefined ? object.verbs[0] : object.verbs.find(([verbName]) => isPrefix(word, verbName));
  if (verb !== undefined) return yield* verb[1](shell, options);
  return printUsage(shell, object.usage, isPrefix(word, 'help') ? 0 : -1);
}

function printUsage({ out, words, checking }: Shell, usage: string, status: number): number {
  if (checking && status !== 0) throw words.wasWrong(usage.trimEnd());
  if (out.json === undefined) out.stderr += usage;
  else out.json.null();
  return status;
}

function showVersion({ out }: Shell): number {
  if (out.json === undefined) {
    out.print('bpftool v7.1.0\nusing libbpf v1.1\nfeatures: libbpf_strict\n');
    return 0;
  }
  out.json.begin('{');
  out.json.stringField('version', '7.1.0');
  out.json.stringField('libbpf_version', '1.1');
  out.json.name('features');
  out.json.begin('{');
  for (const feature of ['libbfd', 'libbpf_strict', 'skeletons']) out.json.field(feature, feature === 'libbpf_strict');
  out.json.end('}');
  out.json.end('}');
  return 0;
}

// ---- options

const LONG: Readonly<Record<string, string>> = {
  json: 'j',
  help: 'h',
  pretty: 'p',
  version: 'V',
  bpffs: 'f',
  mapcompat: 'm',
  nomount: 'n',
  debug: 'd',
  'use-loader': 'L',
  legacy: 'l',
};

/** Options may stand anywhere; a lone `-` is no option. libc: getopt_long() */
function parseOptions(shell: Shell): { options: Options; words: Words; refused: Failure | undefined } {
  let refused: Failure | undefined;
  const options: Options = { json: false, pretty: false, bpffs: false, noMount: false, version: false, help: false };
  const words: Word[] = [];
  for (const word of shell.words.rest()) {
    if (!/^-./.test(word.text)) words.push(word);
    else if (!takeOption(options, word.text)) refused ??= refusedOption(options.json, word);
  }
  return { options, words: new Words(words), refused };
}

function takeOption(options: Options, text: string): boolean {
  const letters = text.startsWith('--') ? LONG[longName(text.slice(2))] : text.slice(1);
  if (letters === undefined || !/^[VhpjfLmndl]+$/.test(letters)) return false;
  options.pretty ||= letters.includes('p');
  options.json ||= /[jp]/.test(letters);
  options.bpffs ||= letters.includes('f');
  options.noMount ||= letters.includes('n');
  options.version ||= letters.includes('V');
  options.help ||= letters.includes('h');
  return true;
}

/** A long option may be cut short as long as it is the only one that fits. */
function longName(name: string): string {
  const fitting = Object.keys(LONG).filter((each) => each.startsWith(name));
  return fitting.length === 1 ? fitting[0] : name;
}

function refusedOption(json: boolean, word: Word): Failure {
  const at = { column: word.column, endColumn: word.column + word.text.length };
  const message = `unrecognized option '${word.text}'`;
  return new Failure(json ? message : `${message}\n${MAIN_USAGE.trimEnd()}`, -1, at);
}

// ---- batch

/** Commands from a file, or from what is piped in, up to the first that fails. kernel: do_batch() */
function* runBatch(shell: Shell, options: Options): Steps<number> {
  const { words, out } = shell;
  if (words.left !== 2) throw words.wrong(`too ${words.left < 2 ? 'few' : 'many'} parameters for batch`);
  if (!words.takes('file')) throw words.wrong(`expected 'file', got: ${words.peek()}`);
  const file = words.next();
  const text = yield* batchText(shell, file ?? '');
  out.json?.begin('[');
  let count = 0;
  for (const line of text.replaceAll(/#.*$/gm, '').replaceAll('\\\n', '').split('\n')) {
    const inner = splitWords(line);
    if (inner.length === 0) continue;
    const status = yield* batchLine({ ...shell, words: new Words(inner) }, options, inner);
    if (status !== 0) {
      out.json?.end(']');
      return status;
    }
    count++;
  }
  if (out.json === undefined) out.print(`processed ${count} commands\n`);
  out.json?.end(']');
  return 0;
}

function* batchText(shell: Shell, file: string): Steps<string> {
  const read = file === '-' ? (shell.stdin ?? strerror(ENOENT)) : yield* readFile(shell, file);
  if (typeof read === 'string') throw shell.words.wasWrong(`Can't open file (${file}): ${read}`);
  return textOfBytes(read);
}

function* batchLine(shell: Shell, options: Options, words: readonly Word[]): Steps<number> {
  const { json } = shell.out;
  json?.begin('{');
  json?.name('command');
  json?.begin('[');
  for (const word of words) json?.string(word.text);
  json?.end(']');
  json?.name('output');
  const status = yield* guarded(shell, options);
  json?.end('}');
  return status;
}
