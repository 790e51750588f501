/**
 * The front door of the engine: files are verified, scenarios opened and played. Everything long is a `Job`.
 */
import { strToU8 } from 'fflate';
import { type Job, jobOf, type Work } from '../lib/job.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { environmentOf, type JudgingMachine, type VerifierEnv } from './abi/env.ts';
import { isGeneration } from './abi/generations.ts';
import { assemble } from './asm/assemble.ts';
import { objectFiles } from './object-files.ts';
import type { Diagnostic } from './program/diagnostic.ts';
import type { VerifiedProgram } from './program/load.ts';
import { factsWork } from './program-facts.ts';
import { whyWork } from './program-why.ts';
import { fromBase64 } from './scenario/base64.ts';
import type { FactsAnswer } from './scenario/facts-answer.ts';
import { type InputAnswer, inputAnswer } from './scenario/input-answer.ts';
import type { ProgramTexts } from './scenario/machine-answer.ts';
import type { OpenAnswer, VerifyAnswer } from './scenario/queries.ts';
import type { ProgramSource, Scenario } from './scenario/scenario.ts';
import { machineFor, parseScript, Session } from './scenario/session.ts';
import { type TypesAnswer, typesAnswer } from './scenario/types-answer.ts';
import type { WhyAnswer } from './scenario/why-answer.ts';
import { type AcceptedProgram, type OpenCollection, openCollection } from './userspace/collection.ts';
import type { GivenFiles } from './userspace/shell/file-system.ts';
import { loadedBy } from './userspace/shell/script.ts';
import type { ObjectFiles } from './userspace/shell/shell.ts';
import { blueprint, type Prepared, prepare, verifyProgramWork, verifySourceWork } from './verify-source.ts';

/** Verifies every program of a file. `level`: bits of the verifier's log level. */
export function verifySource(source: ProgramSource, level: number, machine: JudgingMachine): Job<VerifyAnswer> {
  return jobOf(verifySourceWork(source, level, machine));
}

/** The types of a file as C, and what its maps hold. */
export function typesOf(source: ProgramSource, machine: JudgingMachine): TypesAnswer {
  const prepared = prepare(source, environmentOf(machine));
  if (!prepared.ok) return { file: source.name, c: '', maps: [], diagnostics: prepared.error };
  return typesAnswer(source.name, prepared.value.spec, prepared.value.loaded.maps);
}

/** What test runs of a file's programs take and give; empty if the file cannot be read. */
export function inputsOf(source: ProgramSource): InputAnswer {
  const spec = blueprint(source);
  return spec.ok ? inputAnswer(source.name, spec.value) : { file: source.name, programs: [] };
}

/** What the verifier knows at each instruction of a program. */
export function factsOf(source: ProgramSource, program: string, machine: JudgingMachine): Job<FactsAnswer> {
  return jobOf(factsWork(source, program, machine));
}

/** Why the verifier decided about a program as it did. */
export function whyOf(source: ProgramSource, program: string, machine: JudgingMachine): Job<WhyAnswer> {
  return jobOf(whyWork(source, program, machine));
}

/** The object file of a source: as it is, or assembled. */
export function objectOf(source: ProgramSource): Result<Uint8Array, readonly Diagnostic[]> {
  if ('asm' in source) {
    const assembled = assemble(source.asm, source.name);
    return assembled.ok ? ok(assembled.value.object) : assembled;
  }
  const bytes = fromBase64(source.object);
  return bytes === undefined ? err([problem('the object is not base64 text')]) : ok(bytes);
}

export interface Opened {
  readonly answer: OpenAnswer;
  /** Absent if nothing can run. */
  readonly session: Session | undefined;
}

/**
 * Verifies and loads what a scenario holds, and stands at its step 0. Programs that are rejected or skipped are left
 * out; so are files that the script itself loads.
 */
export function openScenario(scenario: Scenario): Job<Opened> {
  return jobOf(openWork(scenario));
}

interface ReadyFile {
  readonly name: string;
  readonly prepared: Prepared;
  readonly accepted: readonly AcceptedProgram[];
  readonly texts: readonly ProgramTexts[];
}

function* openWork(scenario: Scenario): Work<Opened> {
  const { kernel } = scenario.machine;
  if (!isGeneration(kernel)) return refused(scenario, [], [problem(`kernel "${kernel}" is not known`)]);
  const answers: VerifyAnswer[] = [];
  const files: ReadyFile[] = [];
  for (const source of scenario.programs) {
    const { answer, file } = yield* readFile(source, environmentOf(scenario.machine), scenario.skip ?? []);
    answers.push(answer);
    if (file !== undefined) files.push(file);
  }
  const loadedLater = new Set(scriptedLoads(scenario));
  const isRunnable = loadedLater.size > 0 || files.some((file) => file.accepted.length > 0);
  if (!isRunnable) return refused(scenario, answers, [problem('no program is accepted, so nothing can run')]);
  const machine = machineFor(scenario, kernel);
  const collections: OpenCollection[] = [];
  for (const { name, prepared, accepted: programs } of files) {
    if (loadedLater.has(name)) continue;
    const opened = openCollection(machine, prepared.spec, prepared.loaded.maps, programs);
    if ('refused' in opened) return refused(scenario, answers, [problem(`${opened.refused}: errno ${opened.errno}`)]);
    collections.push(opened);
  }
  const script = parseScript(scenario, machine.stepNumber);
  if (!script.ok) return refused(scenario, answers, script.error);
  const texts = files.flatMap((file) => file.texts);
  const userFiles = { objects: objectsOf(scenario), programs: programFiles(scenario) };
  const session = new Session(scenario, machine, collections, texts, script.value, userFiles);
  return { answer: { programs: answers, runnable: true, diagnostics: [], scenario }, session };
}

/** Files that lines of the script load; what was typed while the machine ran does not count. */
const scriptedLoads = ({ script, programs }: Scenario): readonly string[] =>
  script.flatMap(({ line, at }) => {
    const named = at === undefined ? loadedBy(line) : undefined;
    return named === undefined ? [] : (fileNamed(programs, named)?.name ?? []);
  });

/** The file of a name: `NAME.o` is also what `NAME.s` assembles to. */
const fileNamed = (programs: Scenario['programs'], name: string): ProgramSource | undefined =>
  programs.find((each) => each.name === name) ??
  programs.find((each) => 'asm' in each && each.name.replace(/\.[sS]$/, '.o') === name);

/** The name under which a program can be loaded. */
const objectName = (source: ProgramSource): string =>
  'asm' in source ? source.name.replace(/\.[sS]$/, '.o') : source.name;

/** The programs as files: texts, and what can be loaded. */
function programFiles({ programs }: Scenario): GivenFiles {
  const names = [...new Set(programs.flatMap((source) => [source.name, objectName(source)]))];
  return { names, read: (name) => bytesOf(programs, name) };
}

function bytesOf(programs: Scenario['programs'], name: string): Uint8Array | undefined {
  const source = fileNamed(programs, name);
  if (source === undefined) return undefined;
  if ('asm' in source && source.name === name) return strToU8(source.asm);
  const object = objectOf(source);
  return object.ok ? object.value : undefined;
}

/** The scenario's own files, for commands that load them. */
function objectsOf({ programs, machine }: Scenario): ObjectFiles {
  const read = (name: string) => {
    const source = fileNamed(programs, name);
    if (source === undefined) return undefined;
    return { spec: blueprint(source), object: 'object' in source ? fromBase64(source.object) : undefined };
  };
  return objectFiles(programs.map(objectName), read, environmentOf(machine));
}

function refused(scenario: Scenario, programs: readonly VerifyAnswer[], diagnostics: readonly Diagnostic[]): Opened {
  return { answer: { programs, runnable: false, diagnostics, scenario }, session: undefined };
}

const problem = (message: string): Diagnostic => ({ severity: 'error', message, where: 'scenario' });

function* readFile(
  source: ProgramSource,
  env: VerifierEnv,
  skip: readonly string[],
): Work<{ answer: VerifyAnswer; file: ReadyFile | undefined }> {
  const prepared = prepare(source, env);
  if (!prepared.ok) {
    return { answer: { file: source.name, programs: [], diagnostics: prepared.error }, file: undefined };
  }
  const verified = [];
  for (const program of prepared.value.loaded.programs) {
    if (!skip.includes(program.spec.name)) verified.push(yield* verifyProgramWork(program, env, 1));
  }
  const answers = verified.map((each) => each.answer);
  const accepted = verified.flatMap(({ answer, program }) => acceptedOf(answer.name, program));
  const texts = answers.map(({ name, insns, sourceLines }) => ({ name, insns, sourceLines }));
  return {
    answer: { file: source.name, programs: answers, diagnostics: prepared.value.warnings },
    file: { name: source.name, prepared: prepared.value, accepted, texts },
  };
}

const acceptedOf = (name: string, verified: VerifiedProgram | undefined): readonly AcceptedProgram[] =>
  verified === undefined ? [] : [{ name, verified }];
