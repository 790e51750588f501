/** `rearm verify --raw`: requests and answers in JSON lines, as `kernel-oracle --raw` speaks them. */

import { DEFAULT_ENV, type VerifierEnv } from '../engine/abi/env.ts';
import { E2BIG, EINVAL } from '../engine/abi/errno.ts';
import { mapTypeByName } from '../engine/abi/map-types.ts';
import { programTypeByName } from '../engine/abi/program-types.ts';
import { kernelTypes } from '../engine/abi/vmlinux.ts';
import type { Btf } from '../engine/btf/btf.ts';
import { loadBtf } from '../engine/btf/check.ts';
import { createMap } from '../engine/loader/map-create.ts';
import { mapLoads } from '../engine/loader/relocate.ts';
import type { FuncInfo, LoadRequest, MapInfo, Verdict } from '../engine/program/load.ts';
import { logString } from '../engine/program/log-text.ts';
import { verify } from '../engine/verifier/verify.ts';
import { fromHex, viewOf } from '../lib/bytes.ts';
import { finish } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import { err, ok } from '../lib/result.ts';
import type { Host } from './command.ts';
import { asciiJson, EXIT_OK } from './command.ts';
import type { Json } from './json.ts';
import { arrayField, booleanField, field, isObject, numberField, parseJson, stringField } from './json.ts';
import { boundLog } from './log-size.ts';
import { errnoText } from './object-report.ts';
import { runFields, wantsRun } from './raw-run.ts';

/** Answers each line of standard input with one line; blank lines are skipped. */
export async function runRaw(host: Host, logSize: number): Promise<number> {
  for await (const line of host.lines()) {
    if (line.trim() !== '') host.out(`${asciiJson(answerLine(line, logSize))}\n`);
  }
  return EXIT_OK;
}

/** Why a request did not get as far as `BPF_PROG_LOAD`. */
interface RawError {
  readonly stage: 'request' | 'btf' | 'map';
  readonly errno: number;
  readonly log: string;
}

const badRequest = (log: string, errno: number = EINVAL): Result<never, RawError> =>
  err({ stage: 'request', errno, log });

/** The answer to one line, as it is printed. */
export function answerLine(line: string, logSize: number): Readonly<Record<string, unknown>> {
  const request = parseJson(line);
  if (!isObject(request)) return errorAnswer({}, { stage: 'request', errno: EINVAL, log: 'not a JSON object' });
  return answerRequest(request, logSize, (load, level) => finish(verify(load, DEFAULT_ENV, { level })));
}

/** The answer to a request for which `decide` verifies. Maps are made by the process that `env` describes. */
export function answerRequest(
  request: Json,
  logSize: number,
  decide: (load: LoadRequest, level: number) => Verdict,
  env: VerifierEnv = DEFAULT_ENV,
): Readonly<Record<string, unknown>> {
  const id = Object.hasOwn(request, 'id') ? { id: request.id } : {};
  const made = toLoadRequest(request, env);
  if (!made.ok) return errorAnswer(id, made.error);
  const level = numberField(request, 'log_level', 2);
  const wanted = numberField(request, 'log_size', 0);
  const verdict = decide(made.value, level);
  const { log, overflow } = boundLog(verdict.log, wanted > 0 && wanted < logSize ? wanted : logSize);
  const errno = overflow ?? verdict.errno;
  const program = errno === 0 && wantsRun(request) ? verdict.program : undefined;
  return {
    ...id,
    verdict: errno === 0 ? 'accept' : 'reject',
    errno,
    errno_name: errnoText(errno),
    log: logString(log),
    ...(program !== undefined && runFields(request, program)),
  };
}

const errorAnswer = (id: object, { stage, errno, log }: RawError): Readonly<Record<string, unknown>> => ({
  ...id,
  verdict: 'error',
  stage,
  errno,
  errno_name: errnoText(errno),
  log,
});

function toLoadRequest(request: Json, env: VerifierEnv): Result<LoadRequest, RawError> {
  const type = typeOf(field(request, 'prog_type'), programTypeOf);
  if (type === undefined) return badRequest('unknown prog_type');
  const insns = fromHex(stringField(request, 'insns', ''));
  if (insns === undefined || insns.length === 0 || insns.length % 8 !== 0) return badRequest('bad insns');
  const btf = btfOf(request);
  if (!btf.ok) return btf;
  const maps = mapsOf(request, btf.value, env);
  if (!maps.ok) return maps;
  return ok({
    name: stringField(request, 'name', '').slice(0, 15),
    type,
    expectedAttachType: numberField(request, 'expected_attach_type', 0),
    flags: numberField(request, 'prog_flags', 0),
    license: stringField(request, 'license', 'GPL'),
    insns,
    maps: maps.value,
    ...(btf.value !== undefined && { btf: btf.value }),
    funcInfo: btf.value === undefined ? [] : funcInfoOf(request),
    lineInfo: btf.value === undefined ? [] : lineInfoOf(request),
    attachBtfId: numberField(request, 'attach_btf_id', 0),
    // Requests name their maps by index.
    strayMapFds: new Set(mapLoads(insns)),
  });
}

/** `tc` is what people write for `sched_cls`. */
const programTypeOf = (name: string): number | undefined => programTypeByName(name === 'tc' ? 'sched_cls' : name);

/** A type by number or name. */
function typeOf(value: unknown, byName: (name: string) => number | undefined): number | undefined {
  if (typeof value === 'number' && value >= 0) return value;
  return typeof value === 'string' ? byName(value) : undefined;
}

/** Blobs that were loaded, by their hex: random programs share theirs. */
const loadedBtf = new Map<string, Result<Btf, RawError>>();
const MAX_LOADED_BTF = 64;

function btfOf(source: Json): Result<Btf | undefined, RawError> {
  const hex = stringField(source, 'btf', undefined);
  if (hex === undefined) return ok(undefined);
  let loaded = loadedBtf.get(hex);
  if (loaded === undefined) {
    loaded = loadHexBtf(hex);
    if (loadedBtf.size === MAX_LOADED_BTF) loadedBtf.clear();
    loadedBtf.set(hex, loaded);
  }
  return loaded;
}

function loadHexBtf(hex: string): Result<Btf, RawError> {
  const bytes = fromHex(hex);
  if (bytes === undefined) return err({ stage: 'btf', errno: EINVAL, log: '' });
  const loaded = loadBtf(bytes, kernelTypes());
  return loaded.ok ? loaded : err({ stage: 'btf', errno: loaded.error.errno, log: `${loaded.error.message}\n` });
}

const MAX_MAPS = 64;

function mapsOf(request: Json, btf: Btf | undefined, env: VerifierEnv): Result<readonly MapInfo[], RawError> {
  const wanted = arrayField(request, 'maps');
  if (wanted.length > MAX_MAPS) return badRequest(`more than ${MAX_MAPS} maps`, E2BIG);
  const maps: MapInfo[] = [];
  for (const description of wanted) {
    const made = mapOf(description, btf, env);
    if (!made.ok) return made;
    maps.push(made.value);
  }
  return ok(maps);
}

const badMap = (errno: number): Result<never, RawError> => err({ stage: 'map', errno, log: '' });

function mapOf(description: unknown, requestBtf: Btf | undefined, env: VerifierEnv): Result<MapInfo, RawError> {
  if (!isObject(description)) return badMap(EINVAL);
  const type = typeOf(field(description, 'type'), mapTypeByName);
  if (type === undefined) return badMap(EINVAL);
  const own = btfOf(description);
  if (!own.ok) return err({ ...own.error, stage: 'map' });
  const btf = own.value ?? requestBtf;
  const innerDescription = field(description, 'inner');
  const inner = innerDescription === undefined ? undefined : mapOf(innerDescription, btf, env);
  if (inner !== undefined && !inner.ok) return inner;
  const made = createMap(
    {
      name: stringField(description, 'name', '').slice(0, 15),
      type,
      keySize: numberField(description, 'key_size', 0),
      valueSize: numberField(description, 'value_size', 0),
      maxEntries: numberField(description, 'max_entries', 1),
      flags: numberField(description, 'map_flags', 0),
      mapExtra: BigInt(Math.trunc(numberField(description, 'map_extra', 0))),
      btfKeyTypeId: numberField(description, 'btf_key_type_id', 0),
      btfValueTypeId: numberField(description, 'btf_value_type_id', 0),
      ...(btf !== undefined && { btf }),
      ...(inner !== undefined && { inner: inner.value }),
    },
    env,
    kernelTypes(),
  );
  return made.ok ? ok(withContents(made.value, description)) : badMap(made.error);
}

/** A frozen map's values are known to the verifier. */
function withContents(map: MapInfo, description: Json): MapInfo {
  if (!booleanField(description, 'freeze')) return map;
  const frozen = new Uint8Array(map.valueSize * map.maxEntries);
  for (const element of arrayField(description, 'init')) {
    if (!isObject(element)) continue;
    const key = fromHex(stringField(element, 'key', ''));
    const value = fromHex(stringField(element, 'value', ''));
    const fits = key?.length === 4 && map.keySize === 4 && value?.length === map.valueSize;
    if (fits) frozen.set(value, viewOf(key).getUint32(0, true) * map.valueSize);
  }
  return { ...map, frozen };
}

/** Records of `size` bytes each, as views. */
function* records(request: Json, name: string, defaultSize: number): Generator<DataView> {
  const bytes = fromHex(stringField(request, name, '')) ?? new Uint8Array(0);
  const size = numberField(request, `${name}_rec_size`, defaultSize);
  for (let at = 0; size >= defaultSize && at + size <= bytes.length; at += size)
    yield viewOf(bytes.subarray(at, at + size));
}

function funcInfoOf(request: Json): readonly FuncInfo[] {
  return Array.from(records(request, 'func_info', 8), (view) => ({
    insn: view.getUint32(0, true),
    typeId: view.getUint32(4, true),
  }));
}

function lineInfoOf(request: Json): LoadRequest['lineInfo'] {
  return Array.from(records(request, 'line_info', 16), (view) => ({
    insn: view.getUint32(0, true),
    fileNameOff: view.getUint32(4, true),
    lineOff: view.getUint32(8, true),
    lineCol: view.getUint32(12, true),
  }));
}
