import { type Work, wait } from '../lib/job.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { environmentOf, type JudgingMachine, type VerifierEnv } from './abi/env.ts';
import { errnoName } from './abi/errno.ts';
import { helperName } from './abi/helpers.ts';
import { programTypeName } from './abi/program-types.ts';
import { kernelTypes } from './abi/vmlinux.ts';
import { assemble } from './asm/assemble.ts';
import { cLinesOf, sourcesOf } from './c-source.ts';
import { readObject } from './elf/read.ts';
import { LD_IMM64 } from './isa/constants.ts';
import { type Code, decode } from './isa/insn.ts';
import { type Names, printInsn, verifierImm64 } from './isa/print.ts';
import { type Loaded, type LoadedProgram, loadCollection } from './loader/load.ts';
import { withText } from './object-text.ts';
import type { Diagnostic } from './program/diagnostic.ts';
import type { LoadRequest, Verdict, VerifiedProgram } from './program/load.ts';
import { linesOfLog } from './program/log-lines.ts';
import { type LogText, logOf, logString, logTail } from './program/log-text.ts';
import type { CollectionSpec } from './program/spec.ts';
import { fromBase64 } from './scenario/base64.ts';
import type { ProgramAnswer, VerifyAnswer } from './scenario/queries.ts';
import type { ProgramSource } from './scenario/scenario.ts';
import { verify } from './verifier/verify.ts';

/** A file made a blueprint and loaded as far as user space can: what the verifier and the machine start from. */
export interface Prepared {
  readonly spec: CollectionSpec;
  readonly loaded: Loaded;
  readonly warnings: readonly Diagnostic[];
  /** An object file's assembly text; its lines are those of the blueprint. */
  readonly text?: string;
}

/** A program with the verifier's answer. */
export interface Verified {
  readonly answer: ProgramAnswer;
  readonly program: VerifiedProgram | undefined;
  /** Undefined where the kernel was not asked. */
  readonly stats: Verdict['stats'];
}

/** The blueprint of a file: assembly text by the assembler, everything else as an object file. */
export function blueprint(source: ProgramSource): Result<CollectionSpec, readonly Diagnostic[]> {
  const read = readSource(source);
  return read.ok ? ok(read.value.spec) : read;
}

function readSource(
  source: ProgramSource,
): Result<{ spec: CollectionSpec; warnings: readonly Diagnostic[]; text?: string }, readonly Diagnostic[]> {
  if ('asm' in source) return assemble(source.asm, source.name);
  const bytes = fromBase64(source.object);
  if (bytes === undefined)
    return err([{ severity: 'error', message: 'the object is not base64 text', where: source.name }]);
  const spec = readObject(bytes, source.name);
  return spec.ok ? ok({ ...withText(spec.value, source.name), warnings: [] }) : spec;
}

/** Reads a file and makes load requests of its programs. */
export function prepare(source: ProgramSource, env: VerifierEnv): Result<Prepared, readonly Diagnostic[]> {
  const read = readSource(source);
  if (!read.ok) return read;
  const { spec, warnings, text } = read.value;
  if (spec.openErrors !== undefined && spec.openErrors.length > 0) {
    return err(
      spec.openErrors.map((message) => ({ severity: 'error', message: `libbpf: ${message}`, where: source.name })),
    );
  }
  if (spec.programs.length === 0) {
    return err([{ severity: 'error', message: 'there is no BPF program in it', where: source.name }]);
  }
  return ok({
    spec,
    loaded: loadCollection(spec, { env, kernel: kernelTypes() }),
    warnings,
    ...(text !== undefined && { text }),
  });
}

/** Verifies every program of a file: the page's question. */
export function* verifySourceWork(source: ProgramSource, level: number, machine: JudgingMachine): Work<VerifyAnswer> {
  const env = environmentOf(machine);
  const prepared = prepare(source, env);
  if (!prepared.ok) return { file: source.name, programs: [], diagnostics: prepared.error };
  const { loaded, warnings, text } = prepared.value;
  const programs: ProgramAnswer[] = [];
  for (const program of loaded.programs) programs.push((yield* verifyProgramWork(program, env, level)).answer);
  const messages = loaded.messages.map((message) => libbpfWarning(message, source.name));
  return {
    file: source.name,
    programs,
    diagnostics: [...warnings, ...messages],
    ...(text !== undefined && { disassembly: text, sources: sourcesOf(loaded.programs) }),
  };
}

const libbpfWarning = (message: string, where: string): Diagnostic => ({
  severity: 'warning',
  message: `libbpf: ${message}`,
  where,
});

/** Verifies one program. */
export function* verifyProgramWork(program: LoadedProgram, env: VerifierEnv, level: number): Work<Verified> {
  const { outcome } = program;
  if (outcome.stage === 'object') {
    const log = logOf(outcome.messages.map((message) => `libbpf: ${message}\n`).join(''));
    const answer = yield* answerOf(program, undefined, { errno: outcome.errno, log, stage: 'object' });
    return { answer, program: undefined, stats: undefined };
  }
  const verdict: Verdict = yield* wait(verify(outcome.request, env, { level }));
  const answer = yield* answerOf(program, outcome.request, { ...verdict, stage: 'prog' });
  return { answer, program: verdict.program, stats: verdict.stats };
}

interface Outcome {
  readonly errno: number;
  readonly log: LogText;
  readonly stage: 'prog' | 'object';
  readonly insn?: number | undefined;
}

function* answerOf(program: LoadedProgram, request: LoadRequest | undefined, outcome: Outcome): Work<ProgramAnswer> {
  const { spec } = program;
  const code = decode(request?.insns ?? spec.insns);
  const cLines = request === undefined ? undefined : cLinesOf(request);
  return {
    name: spec.name,
    section: spec.section,
    type: programTypeName(spec.type),
    accepted: outcome.errno === 0,
    errno: outcome.errno,
    errnoName: outcome.errno === 0 ? '' : errnoName(outcome.errno),
    stage: outcome.stage,
    log: yield* linesOfLog(outcome.log, code.length),
    message: outcome.errno === 0 ? '' : lastMessage(outcome.log),
    insn: outcome.insn,
    insns: insnTexts(code),
    sourceLines: sourceLinesOf(program, code.length),
    ...(cLines !== undefined && { cLines }),
  };
}

/** More bytes than the last lines have. */
const END_OF_LOG = 1 << 16;

/** Lines that do not say why: statistics, states, and instructions behind which nothing is said. */
const NO_REASON = /^(?:processed |(?:cur|old) state:|\d+: |$)/;

/** The line that says why: the last one before the statistics; empty where the kernel gives no reason. */
function lastMessage(log: LogText): string {
  const lines = logString(logTail(log, END_OF_LOG))
    .split('\n')
    .filter((line) => !NO_REASON.test(line));
  return lines.at(-1) ?? '';
}

const NAMES: Names = {
  call: (code, i) => (code.src[i] === 0 ? helperName(code.imm[i]) : 'kernel-function'),
  imm64: verifierImm64,
};

/** The kernel's print of every instruction; empty for second slots. */
function insnTexts(code: Code): readonly string[] {
  return Array.from({ length: code.length }, (_, i) =>
    i > 0 && code.opcode[i - 1] === LD_IMM64 ? '' : printInsn(code, i, NAMES),
  );
}

/** Line of the assembly text for every slot of the whole program; 0 where there is none. */
export function sourceLinesOf(program: LoadedProgram, length: number): Int32Array {
  const lines = new Int32Array(length);
  for (const { fn, start } of program.parts) if (fn.sourceLines !== undefined) lines.set(fn.sourceLines, start);
  return lines;
}
