/** Runs the programs of an object on a simulated machine in the steps and with the answers of `kernel-oracle`'s run mode. */
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { EINVAL } from '../engine/abi/errno.ts';
import { BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS } from '../engine/abi/map-types.ts';
import { readObject } from '../engine/elf/read.ts';
import { KERNEL_RELEASE } from '../engine/loader/kernel-release.ts';
import { type Loaded, loadCollection } from '../engine/loader/load.ts';
import type { Diagnostic } from '../engine/program/diagnostic.ts';
import type { CollectionSpec } from '../engine/program/spec.ts';
import { DEFAULT_PACKET } from '../engine/userspace/bpftool/run.ts';
import {
  type AcceptedProgram,
  type OpenCollection,
  type OpenMap,
  openCollection,
} from '../engine/userspace/collection.ts';
import { verify } from '../engine/verifier/verify.ts';
import { fromHex } from '../lib/bytes.ts';
import { finish } from '../lib/job.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { errnoText } from './object-report.ts';
import { TestBench } from './test-bench.ts';

export interface RunOptions {
  /** Steps separated by commas; empty: every program once, in order. */
  readonly sequence: string;
  readonly program: string | undefined;
  readonly repeat: number;
  readonly settleMs: number;
  readonly dumpMaps: boolean;
  readonly data: Uint8Array | undefined;
  readonly context: Uint8Array | undefined;
}

/** What the oracle prints; fields as it names them. */
export interface RunReport {
  readonly kernel: string;
  readonly object: string;
  readonly open_error?: number;
  readonly seq?: string;
  readonly load_errno?: number;
  readonly libbpf?: readonly string[];
  readonly steps?: readonly object[];
  readonly settle_ms?: number;
  readonly maps?: readonly object[];
  /** Not the oracle's: why the simulated machine stopped. */
  readonly stopped?: string;
}

export interface Ran {
  readonly report: RunReport;
  /** Lines of `trace_pipe`. */
  readonly lines: readonly string[];
}

const COMM = 'rearm';
const CPUS = DEFAULT_ENV.possibleCpus;
const MEMORY_MIB = 64;

/** Runs the object in `bytes`, which was read from `path`. */
export function runObject(bytes: Uint8Array, path: string, options: RunOptions): Result<Ran, readonly Diagnostic[]> {
  const read = readObject(bytes, path);
  if (!read.ok) return read;
  const spec = read.value;
  const head = { kernel: KERNEL_RELEASE.join('.'), object: path.split('/').pop() ?? path };
  if (spec.openErrno !== undefined) return ok({ report: { ...head, open_error: spec.openErrno }, lines: [] });
  const sequence = options.sequence || wholeSequence(spec, options.program);
  const bench = new TestBench(CPUS, MEMORY_MIB);
  const opened = open(bench, spec, sequence);
  if ('errno' in opened) {
    return ok({ report: { ...head, seq: sequence, load_errno: opened.errno, libbpf: opened.messages }, lines: [] });
  }
  return runSteps(bench, opened, { ...options, sequence }, { ...head, seq: sequence });
}

const wholeSequence = (spec: CollectionSpec, only: string | undefined): string =>
  spec.programs
    .map(({ name }) => name)
    .filter((name) => only === undefined || name === only)
    .join(',');

interface LoadFailure {
  readonly errno: number;
  readonly messages: readonly string[];
}

/** Loads the programs that the sequence names together, with all maps. */
function open(bench: TestBench, spec: CollectionSpec, sequence: string): OpenCollection | LoadFailure {
  const loaded = loadCollection(spec);
  const names = new Set(sequence.split(',').map((step) => step.split(':')[0]));
  const accepted = acceptAll(loaded, names);
  if ('errno' in accepted) return accepted;
  const opened = openCollection(bench.machine, spec, loaded.maps, accepted.programs);
  return 'refused' in opened ? { errno: opened.errno, messages: [opened.refused] } : opened;
}

function acceptAll(
  loaded: Loaded,
  names: ReadonlySet<string>,
): { readonly programs: readonly AcceptedProgram[] } | LoadFailure {
  const programs: AcceptedProgram[] = [];
  for (const { spec, outcome } of loaded.programs) {
    if (!names.has(spec.name)) continue;
    if (outcome.stage === 'object') return outcome;
    const { errno, program } = finish(verify(outcome.request, DEFAULT_ENV, { level: 0 }));
    if (program === undefined) return { errno: errno || EINVAL, messages: [`prog '${spec.name}': failed to load`] };
    programs.push({ name: spec.name, verified: program });
  }
  return { programs };
}

function runSteps(
  bench: TestBench,
  collection: OpenCollection,
  options: RunOptions,
  head: { readonly kernel: string; readonly object: string; readonly seq: string },
): Result<Ran, readonly Diagnostic[]> {
  const steps: object[] = [];
  for (const text of options.sequence.split(',').filter((step) => step !== '')) {
    const step = runStep(bench, collection, text, options);
    if (typeof step === 'string') return err([{ severity: 'error', message: `step '${text}': ${step}` }]);
    steps.push({ step: text, ...step });
  }
  if (options.settleMs > 0) bench.sleep(options.settleMs);
  const report: RunReport = {
    ...head,
    steps,
    settle_ms: options.settleMs,
    ...(options.dumpMaps && { maps: collection.maps.map((map) => dump(bench, map)) }),
    ...(bench.trouble !== undefined && { stopped: bench.trouble }),
  };
  return ok({ report, lines: bench.lines(COMM) });
}

/** One step: the fields that answer it, or what is wrong with it. */
function runStep(bench: TestBench, collection: OpenCollection, text: string, options: RunOptions): object | string {
  const [name, ...words] = text.split(':');
  if (name === '@sleep') {
    bench.sleep(Number(words[0] ?? 0));
    return {};
  }
  return name.startsWith('@')
    ? mapStep(bench, collection, name, words)
    : programStep(bench, collection, name, words, options);
}

function mapStep(bench: TestBench, { maps }: OpenCollection, name: string, words: readonly string[]): object | string {
  const map = maps.find((each) => each.name === words[0]);
  if (map === undefined) return `no map '${words[0] ?? ''}'`;
  if (name === '@dump') return { maps: [dump(bench, map)] };
  const key = fromHex(words[1] ?? '');
  if (key?.length !== map.info.keySize) return `bad key for map '${map.name}'`;
  if (name === '@delete') return answer(bench.remove(map, key));
  if (name !== '@update') return 'unknown step';
  const value = fromHex(words[2] ?? '');
  if (value?.length !== map.info.valueSize) return `bad value for map '${map.name}'`;
  return answer(bench.update(map, key, value));
}

const answer = (errno: number): object => ({ errno, errno_name: errnoText(errno) });

interface StepOptions {
  cpu: number;
  repeat: number;
  sleepMs: number;
  data: Uint8Array | undefined;
  context: Uint8Array | undefined;
}

function programStep(
  bench: TestBench,
  { programs }: OpenCollection,
  name: string,
  words: readonly string[],
  options: RunOptions,
): object | string {
  const program = programs.find((each) => each.name === name);
  if (program === undefined) return `no program '${name}'`;
  const given: StepOptions = {
    cpu: 0,
    repeat: options.repeat,
    sleepMs: 0,
    data: options.data,
    context: options.context,
  };
  for (const word of words) if (!applyWord(given, word)) return `unknown option '${word}'`;
  const { cpu, repeat, data = DEFAULT_PACKET, context } = given;
  if (cpu >= CPUS) return `no CPU ${cpu}`;
  const result = bench.run(program, { cpu, repeat, data, context });
  if (given.sleepMs > 0) bench.sleep(given.sleepMs);
  return result.errno === 0 ? result : answer(result.errno);
}

/** `sleepMS`, `repeatN`, `cpuN`, `data=HEX`, `ctx=HEX`; false for any other word. */
function applyWord(step: StepOptions, word: string): boolean {
  const number = /^(sleep|repeat|cpu)=?(\d+)$/.exec(word);
  const hex = /^(data|ctx)=([0-9a-fA-F]*)$/.exec(word);
  if (number?.[1] === 'sleep') step.sleepMs = Number(number[2]);
  else if (number?.[1] === 'repeat') step.repeat = Number(number[2]);
  else if (number?.[1] === 'cpu') step.cpu = Number(number[2]);
  else if (hex?.[1] === 'data') step.data = fromHex(hex[2]);
  else if (hex?.[1] === 'ctx') step.context = fromHex(hex[2]);
  else return false;
  return true;
}

const MAPS_OF_MAPS: readonly number[] = [BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS];

function dump(bench: TestBench, map: OpenMap): object {
  const { type, keySize, valueSize, maxEntries } = map.info;
  const head = { name: map.name, type, key_size: keySize, value_size: valueSize, max_entries: maxEntries };
  return MAPS_OF_MAPS.includes(type) ? { ...head, inner: bench.inner(map) } : { ...head, entries: bench.entries(map) };
}
