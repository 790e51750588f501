/**
 * What the kernel would answer about the programs of an object, each loaded alone: the fields of `kernel-oracle`'s
 * object mode. Pure: bytes in, report out.
 */

import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { errnoName } from '../engine/abi/errno.ts';
import { programTypeName } from '../engine/abi/program-types.ts';
import { readObject } from '../engine/elf/read.ts';
import { explainLog } from '../engine/loader/explain-log.ts';
import { KERNEL_RELEASE } from '../engine/loader/kernel-release.ts';
import type { Loaded, LoadedProgram } from '../engine/loader/load.ts';
import { loadCollection } from '../engine/loader/load.ts';
import { strerror } from '../engine/loader/messages.ts';
import type { ObjectFailure } from '../engine/loader/relocate.ts';
import type { Diagnostic } from '../engine/program/diagnostic.ts';
import type { LoadRequest, VerifierStats } from '../engine/program/load.ts';
import { EMPTY_LOG, type LogText } from '../engine/program/log-text.ts';
import type { CollectionSpec } from '../engine/program/spec.ts';
import { verify } from '../engine/verifier/verify.ts';
import { toHex } from '../lib/bytes.ts';
import { finish } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import { ok } from '../lib/result.ts';
import { boundLog } from './log-size.ts';

export interface ReportOptions {
  /** Bits 1 (log), 2 (full log), 4 (statistics). */
  readonly logLevel: number;
  /** Bytes of the log buffer. */
  readonly logSize: number;
  /** Only the program of this name. */
  readonly program?: string;
  /** Add the loaded instructions of accepted programs. */
  readonly insns: boolean;
}

export interface MapReport {
  readonly name: string;
  readonly type: number;
  readonly key_size: number;
  readonly value_size: number;
  readonly max_entries: number;
  readonly map_flags: number;
}

export interface ProgramReport {
  readonly name: string;
  readonly section: string;
  readonly prog_type: string;
  readonly prog_type_id: number;
  readonly expected_attach_type: number;
  readonly prog_flags: number;
  readonly verdict: 'accept' | 'reject';
  /** `prog`: the answer to BPF_PROG_LOAD; `object`: failed before or after. */
  readonly stage: 'prog' | 'object';
  readonly errno: number;
  readonly errno_name: string;
  readonly insn_cnt: number;
  readonly insns?: string;
  readonly maps_without_btf: boolean;
  readonly libbpf: readonly string[];
  /** The last of the fields, as it may be long. */
  readonly log: LogText;
}

/** What comes before the programs. */
export interface ObjectReport {
  readonly kernel: string;
  readonly object: string;
  readonly log_level: number;
  readonly possible_cpus: number;
  readonly open_error?: number;
  readonly libbpf?: readonly string[];
  readonly maps: readonly MapReport[];
}

/** The report of a program with what does not belong into the JSON: the numbers of the verifier. */
export interface ReportedProgram {
  readonly report: ProgramReport;
  readonly stats: VerifierStats | undefined;
}

/** Programs are verified as they are asked for: their logs together may be more than memory holds. */
export interface Reported {
  readonly report: ObjectReport;
  readonly programs: Iterable<ReportedProgram>;
}

/** The report about the object in `bytes`, which was read from `path`. */
export function reportObject(
  bytes: Uint8Array,
  path: string,
  options: ReportOptions,
): Result<Reported, readonly Diagnostic[]> {
  const spec = readObject(bytes, path);
  if (!spec.ok) return spec;
  const head = {
    kernel: KERNEL_RELEASE.join('.'),
    object: path.split('/').pop() ?? path,
    log_level: options.logLevel,
    possible_cpus: DEFAULT_ENV.possibleCpus,
  };
  const { openErrno, openErrors } = spec.value;
  if (openErrno !== undefined) {
    const report = {
      ...head,
      open_error: openErrno,
      libbpf: (openErrors ?? []).map(fromLibbpf),
      maps: [],
    };
    return ok({ report, programs: [] });
  }
  const report = { ...head, maps: reportMaps(spec.value) };
  return ok({ report, programs: reportPrograms(spec.value, path, options) });
}

function* reportPrograms(spec: CollectionSpec, path: string, options: ReportOptions): Generator<ReportedProgram> {
  const loaded = loadCollection(spec);
  for (const program of loaded.programs) {
    if (options.program === undefined || program.spec.name === options.program) {
      yield reportProgram(program, loaded, path, options);
    }
  }
}

const fromLibbpf = (message: string): string => `libbpf: ${message}`;

const reportMaps = (spec: CollectionSpec): readonly MapReport[] =>
  spec.maps.map(({ name, type, keySize, valueSize, maxEntries, flags }) => ({
    name,
    type,
    key_size: keySize,
    value_size: valueSize,
    max_entries: maxEntries,
    map_flags: flags,
  }));

/** An answer as user space sees it. */
interface Answer {
  readonly stage: ProgramReport['stage'];
  readonly errno: number;
  readonly log: LogText;
  /** libbpf's warnings about this program. */
  readonly messages: readonly string[];
  readonly stats: VerifierStats | undefined;
}

function reportProgram(program: LoadedProgram, loaded: Loaded, path: string, options: ReportOptions): ReportedProgram {
  const { spec, insnCount, outcome } = program;
  const answer = outcome.stage === 'object' ? objectAnswer(program, outcome) : askVerifier(spec.name, outcome, options);
  const { errno, stage, stats } = answer;
  const last = errno === 0 ? [] : [`failed to load object '${path}'`];
  const report: ProgramReport = {
    name: spec.name,
    section: spec.section,
    prog_type: programTypeName(spec.type),
    prog_type_id: spec.type,
    expected_attach_type: spec.expectedAttachType,
    // Flags that libbpf derives from the section name are added when loading, and are not the program's.
    prog_flags: 0,
    verdict: errno === 0 ? 'accept' : 'reject',
    stage,
    errno,
    errno_name: errnoText(errno),
    insn_cnt: insnCount,
    ...(options.insns && errno === 0 && outcome.stage === 'prog' && { insns: toHex(outcome.request.insns) }),
    maps_without_btf: loaded.mapsWithoutBtf.length > 0,
    libbpf: [...loaded.messages, ...program.warnings, ...answer.messages, ...last].map(fromLibbpf),
    log: explainLog(answer.log, program.coreAccesses),
  };
  return { report, stats };
}

/** glibc has no name for numbers of its caller's own making. */
export function errnoText(errno: number): string {
  const name = errnoName(errno);
  return errno !== 0 && name === String(errno) ? '?' : name;
}

/** What failed for the whole object has been said already. */
function objectAnswer({ spec }: LoadedProgram, { errno, messages, isWhole = false }: ObjectFailure): Answer {
  if (isWhole) return { stage: 'object', errno, log: EMPTY_LOG, messages, stats: undefined };
  const isOwn = messages.some((message) => message.startsWith(`prog '${spec.name}'`));
  const own = isOwn ? [...messages, `prog '${spec.name}': failed to load: ${-errno}`] : [];
  return { stage: 'object', errno, log: EMPTY_LOG, messages: own, stats: undefined };
}

function askVerifier(
  name: string,
  { request, afterwards }: Extract<LoadedProgram['outcome'], { stage: 'prog' }>,
  options: ReportOptions,
): Answer {
  const { errno, log, stats } = loadProgram(request, options);
  const fromKernel: Answer = { stage: 'prog', errno, log, messages: [], stats };
  if (errno === 0) return afterwards === undefined ? fromKernel : { ...fromKernel, stage: 'object', ...afterwards };
  const messages = [
    `prog '${name}': BPF program load failed: ${strerror(errno)}`,
    `prog '${name}': failed to load: ${-errno}`,
  ];
  return { ...fromKernel, messages };
}

/** Without a log libbpf loads a refused program again, at level 1. */
function loadProgram(
  request: LoadRequest,
  options: ReportOptions,
): { errno: number; log: LogText; stats: VerifierStats | undefined } {
  const verdict = finish(verify(request, DEFAULT_ENV, { level: options.logLevel }));
  if (options.logLevel === 0 && !verdict.accepted) return loadProgram(request, { ...options, logLevel: 1 });
  const { log, overflow } = boundLog(verdict.log, options.logSize);
  return { errno: overflow ?? verdict.errno, log, stats: verdict.stats };
}
