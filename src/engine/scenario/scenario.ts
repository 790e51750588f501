import * as v from 'valibot';
import { err, ok, type Result } from '../../lib/result.ts';
import { GRAINS } from '../kernel/programs/bpf.ts';
import type { Diagnostic } from '../program/diagnostic.ts';

/**
 * A scenario identifies a run: programs, machine, script, schedule. Two equal scenarios give the same `runHash` at
 * every step, in every host. The view (what the reader looks at) travels beside it and never changes the hash.
 */

const MAX_PROGRAM_TEXT = 2_000_000;
const MAX_OBJECT_BASE64 = 8_000_000;

/** File names may hold anything printable but path separators; they show up in logs as they are. */
const fileName = v.pipe(v.string(), v.regex(/^[^/\\\p{Cc}]{1,120}$/u, 'a file name without folder'));

const programName = v.pipe(v.string(), v.regex(/^[^\s\p{Cc}]{1,200}$/u, 'a name without blanks'));

const programSource = v.union([
  v.strictObject({ name: fileName, asm: v.pipe(v.string(), v.maxLength(MAX_PROGRAM_TEXT)) }),
  v.strictObject({ name: fileName, object: v.pipe(v.string(), v.base64(), v.maxLength(MAX_OBJECT_BASE64)) }),
]);

/** A file that commands read: packets, input of runs, lines for a batch. */
const dataFile = v.strictObject({
  name: fileName,
  data: v.pipe(v.string(), v.base64(), v.maxLength(MAX_OBJECT_BASE64)),
});

const count = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const step = count(0, Number.MAX_SAFE_INTEGER);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, '16 hex digits'));

const machine = v.strictObject({
  cpus: count(1, 8),
  kernel: v.pipe(v.string(), v.maxLength(16)),
  switches: v.optional(v.record(v.pipe(v.string(), v.maxLength(40)), v.boolean())),
  seed: v.optional(count(0, 0xffff_ffff)),
  memoryMiB: v.optional(count(4, 256)),
});

const line = v.strictObject({
  line: v.pipe(v.string(), v.maxLength(100_000), v.regex(/^[^\n]*$/, 'one line')),
  at: v.optional(step),
});

export const scenarioSchema = v.strictObject({
  v: v.literal(1),
  title: v.optional(v.pipe(v.string(), v.maxLength(200))),
  programs: v.pipe(v.array(programSource), v.minLength(1), v.maxLength(32)),
  /** Files beside the programs. */
  files: v.optional(v.pipe(v.array(dataFile), v.minLength(1), v.maxLength(32))),
  /** Names of programs that are not loaded; libbpf: bpf_program__set_autoload(). */
  skip: v.optional(v.pipe(v.array(programName), v.minLength(1), v.maxLength(1_000))),
  machine,
  script: v.pipe(v.array(line), v.maxLength(10_000)),
  grain: v.picklist(GRAINS),
  schedule: v.optional(v.pipe(v.array(v.tuple([step, count(0, 0xffff)])), v.maxLength(1_000_000))),
  expect: v.optional(v.strictObject({ step, runHash: hash })),
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type ProgramSource = v.InferOutput<typeof programSource>;
export type DataFile = v.InferOutput<typeof dataFile>;

export const viewSchema = v.strictObject({
  at: v.optional(step),
  file: v.optional(fileName),
  line: v.optional(count(1, 1_000_000)),
});
export type View = v.InferOutput<typeof viewSchema>;

/** Where in a document the part with this dotted path stands, if anywhere. */
type PlaceOf = (path: string) => Diagnostic['at'];

/** A scenario from untrusted data; diagnostics name the path that does not fit. */
export function parseScenario(data: unknown, placeOf?: PlaceOf): Result<Scenario, readonly Diagnostic[]> {
  return parsed(scenarioSchema, data, 'scenario', placeOf);
}

/** A view from untrusted data. */
export function parseView(data: unknown): Result<View, readonly Diagnostic[]> {
  return parsed(viewSchema, data, 'view');
}

function parsed<S extends v.GenericSchema>(schema: S, data: unknown, where: string, placeOf?: PlaceOf) {
  const result = v.safeParse(schema, data);
  if (result.success) return ok(result.output as v.InferOutput<S>);
  return err(result.issues.slice(0, 20).map((issue) => toDiagnostic(issue, where, placeOf)));
}

function toDiagnostic(issue: v.BaseIssue<unknown>, where: string, placeOf: PlaceOf = () => undefined): Diagnostic {
  const path = v.getDotPath(issue) ?? '';
  const at = placeOf(path);
  const message = path === '' ? issue.message : `${path}: ${issue.message}`;
  return { severity: 'error', message, where, ...(at !== undefined && { at }) };
}
