/**
 * Blueprint → load requests: what libbpf does between opening an object and `BPF_PROG_LOAD`. Every program gets a
 * request of its own, as if no other program of the object were loaded beside it. libbpf: bpf_object__load()
 */
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import type { VerifierEnv } from '../abi/env.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { EBADF, EINVAL, ESRCH } from '../abi/errno.ts';
import * as map from '../abi/map-types.ts';
import * as types from '../abi/program-types.ts';
import { sectionRule } from '../abi/sections.ts';
import { kernelTypes } from '../abi/vmlinux.ts';
import { Btf } from '../btf/btf.ts';
import { loadBtf } from '../btf/check.ts';
import type { KernelTypes } from '../btf/fields.ts';
import type { BtfRefusal } from '../btf/refusal.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { LoadRequest, MapInfo } from '../program/load.ts';
import { kernelName } from '../program/object-names.ts';
import type { CollectionSpec, FunctionSpec, MapSpec, ProgramSpec } from '../program/spec.ts';
import { coreAccessTexts, relocateCore } from './core/relocate-core.ts';
import { kconfigData } from './kconfig.ts';
import { makeMaps } from './object-maps.ts';
import type { ObjectFailure, Part, Resolver, WholeProgram } from './relocate.ts';
import { relocate } from './relocate.ts';

export interface LoadEnvironment {
  readonly env: VerifierEnv;
  /** The kernel's own types: for kernel functions, attach targets and kptrs. */
  readonly kernel?: KernelTypes;
}

/** Linux 6.18.44 as the conformance corpus met it. */
const defaultEnvironment = (): LoadEnvironment => ({ env: DEFAULT_ENV, kernel: kernelTypes() });

/** How far a program came: to the kernel, or not. */
export type Outcome =
  | {
      readonly stage: 'prog';
      readonly request: LoadRequest;
      /** Fails after the verifier has accepted: a program array wants programs that are not loaded. */
      readonly afterwards?: ObjectFailure;
    }
  | ({ readonly stage: 'object' } & ObjectFailure);

export interface LoadedProgram {
  readonly spec: ProgramSpec;
  /** Slots of the program as far as it was put together. */
  readonly insnCount: number;
  /** Which function stands where in the whole program; empty if it was not put together. */
  readonly parts: readonly Part[];
  /** libbpf's warnings that did not stop it. */
  readonly warnings: readonly string[];
  /** What instructions of the whole program ask of the kernel's types, in libbpf's words. */
  readonly coreAccesses: ReadonlyMap<number, string>;
  readonly outcome: Outcome;
}

export interface Loaded {
  /** In the blueprint's order; empty if one could not be made. */
  readonly maps: readonly MapInfo[];
  /** Maps that the kernel refused with their types, and libbpf made without. */
  readonly mapsWithoutBtf: readonly string[];
  /** Why the kernel refused the object's BTF; libbpf then goes on without any. */
  readonly btfRefusal?: BtfRefusal;
  /** libbpf's warnings that concern all programs. */
  readonly messages: readonly string[];
  readonly programs: readonly LoadedProgram[];
}

/** Loads every program of a blueprint alone. */
export function loadCollection(spec: CollectionSpec, { env, kernel }: LoadEnvironment = defaultEnvironment()): Loaded {
  const externFailure = checkExterns(spec, kernel);
  if (externFailure !== undefined) return failedObject(spec, externFailure, []);
  const types = spec.btf === undefined ? undefined : loadBtf(spec.btf, kernel);
  const refusal = types?.ok === false ? types.error : undefined;
  const btf = types?.ok ? types.value : undefined;
  const warnings =
    refusal === undefined ? [] : [`Error loading .BTF into kernel: ${-refusal.errno}. BTF is optional, ignoring.`];
  const made = makeMaps(withKconfig(spec), { env, kernel, btf });
  if (!made.ok) return { ...failedObject(spec, made.error, warnings), mapsWithoutBtf: made.error.withoutBtf };
  const context: ProgramContext = { spec, kernel, btf, local: localTypes(spec), maps: made.value.maps };
  return {
    maps: made.value.maps,
    mapsWithoutBtf: made.value.withoutBtf,
    ...(refusal !== undefined && { btfRefusal: refusal }),
    messages: [...warnings, ...made.value.messages],
    programs: spec.programs.map((program) => loadProgram(program, context)),
  };
}

/** The object's types as far as relocations need them. */
function localTypes({ btf, programs, functions }: CollectionSpec): Btf | undefined {
  const isNeeded = [...programs, ...functions].some(({ coreRelos }) => coreRelos.length > 0);
  const parsed = btf !== undefined && isNeeded ? Btf.parse(btf) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}

function failedObject(spec: CollectionSpec, failure: ObjectFailure, warnings: readonly string[]): Loaded {
  const outcome = { stage: 'object' as const, errno: failure.errno, messages: failure.messages };
  const programs = spec.programs.map((program) => ({
    spec: program,
    insnCount: slotCount(program),
    ...NOT_WHOLE,
    outcome,
  }));
  return { maps: [], mapsWithoutBtf: [], messages: [...warnings, ...failure.messages], programs };
}

const NOT_WHOLE = { parts: [], warnings: [], coreAccesses: new Map<number, string>() };

const slotCount = (fn: FunctionSpec): number => Math.floor(fn.insns.length / INSN_SIZE);

/** A kernel function or variable that is missing fails the whole object, unless it is weak. */
function checkExterns({ ksyms = [] }: CollectionSpec, kernel: KernelTypes | undefined): ObjectFailure | undefined {
  const strong = ksyms.filter(({ weak }) => !weak);
  const missing = strong.find(
    ({ name, isFunc, isUntyped }) => isUntyped !== true && findKsym(kernel, name, isFunc) === undefined,
  );
  if (missing !== undefined) {
    const what = missing.isFunc ? 'func' : 'var';
    return { errno: EINVAL, messages: [`extern (${what} ksym) '${missing.name}': not found in kernel or module BTFs`] };
  }
  const unknown = strong.find(({ name, isUntyped }) => isUntyped === true && addressOf(kernel, name) === undefined);
  return unknown && { errno: ESRCH, messages: [`extern '${unknown.name}' (strong): not resolved`] };
}

/** Where the functions of the kernel begin, and how far apart they are said to be. */
const KERNEL_TEXT = 0x8100_0000;
const FUNCTION_STRIDE = 16;

/**
 * The lower half of a function's address as /proc/kallsyms would have it, made up; variables are not listed there.
 * libbpf: bpf_object__read_kallsyms_file()
 */
function addressOf(kernel: KernelTypes | undefined, name: string): number | undefined {
  const id = findKsym(kernel, name, true);
  return id === undefined ? undefined : KERNEL_TEXT + FUNCTION_STRIDE * id;
}

const findKsym = (kernel: KernelTypes | undefined, name: string, isFunc: boolean): number | undefined =>
  kernel?.btf.find(name, isFunc ? 'func' : 'var');

function withKconfig(spec: CollectionSpec): readonly MapSpec[] {
  const { kconfig } = spec;
  if (kconfig === undefined) return spec.maps;
  return spec.maps.map((entry) =>
    isKconfig(entry) ? { ...entry, data: kconfigData(kconfig, entry.valueSize) } : entry,
  );
}

const isKconfig = ({ name, data }: MapSpec): boolean => data !== undefined && name.endsWith('.kconfig');

interface ProgramContext {
  readonly spec: CollectionSpec;
  readonly kernel: KernelTypes | undefined;
  readonly btf: Btf | undefined;
  /** The object's types, accepted or not. */
  readonly local: Btf | undefined;
  readonly maps: readonly MapInfo[];
}

function loadProgram(unrelocated: ProgramSpec, context: ProgramContext): LoadedProgram {
  const core = relocateCore(unrelocated, context.spec.functions, context.local, context.kernel);
  if (!core.ok) return failed(unrelocated, slotCount(unrelocated), core.error);
  const { program, functions, warnings } = core.value;
  const whole = relocate(program, functions, resolverFor(context), context.btf);
  if (!whole.ok) return failed(program, whole.error.insnCount, whole.error);
  const insnCount = whole.value.insns.length / INSN_SIZE;
  if (program.loadError !== undefined)
    return failed(program, insnCount, { errno: EINVAL, messages: [program.loadError] });
  const target = attachTarget(program, context.kernel);
  if (!target.ok) return failed(program, insnCount, target.error);
  const request = requestOf(program, whole.value, target.value, context);
  const afterwards = slotFailure(context.spec, (name) => name === program.name);
  return {
    spec: program,
    insnCount,
    parts: whole.value.parts,
    warnings,
    coreAccesses: coreAccessTexts(whole.value.parts, context.local),
    outcome: { stage: 'prog', request, ...(afterwards !== undefined && { afterwards }) },
  };
}

/** What the kernel is asked; without accepted types nothing is said about functions and lines. */
const requestOf = (
  program: ProgramSpec,
  { insns, funcInfo, lineInfo, strayMapFds }: WholeProgram,
  attachBtfId: number,
  { spec, maps, btf }: ProgramContext,
): LoadRequest => ({
  name: kernelName(program.name),
  type: program.type,
  expectedAttachType: program.expectedAttachType,
  flags: program.flags,
  license: spec.license,
  insns,
  maps,
  ...(btf !== undefined && { btf }),
  funcInfo: btf === undefined ? [] : funcInfo,
  lineInfo: btf === undefined ? [] : lineInfo,
  attachBtfId,
  ...(strayMapFds.size > 0 && { strayMapFds }),
});

const failed = (
  spec: ProgramSpec,
  insnCount: number,
  { errno, messages, isWhole = false }: ObjectFailure,
): LoadedProgram => ({
  spec,
  insnCount,
  ...NOT_WHOLE,
  outcome: { stage: 'object', errno, messages, isWhole },
});

function resolverFor({ spec, kernel }: ProgramContext): Resolver {
  const indices = new Map(spec.maps.map(({ name }, index) => [name, index]));
  const kconfig = spec.maps.findIndex(isKconfig);
  const untyped = new Set((spec.ksyms ?? []).flatMap(({ name, isUntyped }) => (isUntyped === true ? [name] : [])));
  return {
    map: (name) => (name === '.kconfig' && kconfig >= 0 ? kconfig : indices.get(name)),
    ksym: (name, isFunc) => findKsym(kernel, name, isFunc),
    address: (name) => (untyped.has(name) ? (addressOf(kernel, name) ?? 0) : undefined),
  };
}

/** How the kernel's BTF names what programs of a type attach to. libbpf: btf_get_kernel_prefix_kind() */
const ATTACH_NAMES: Readonly<Record<string, readonly [prefix: string, kind: 'typedef' | 'func']>> = {
  tp_btf: ['btf_trace_', 'typedef'],
  lsm: ['bpf_lsm_', 'func'],
  'lsm.s': ['bpf_lsm_', 'func'],
  lsm_cgroup: ['bpf_lsm_', 'func'],
  iter: ['bpf_iter_', 'func'],
  'iter.s': ['bpf_iter_', 'func'],
};

/** The BTF id of what the section name says after its slash; 0 if nothing is attached to. libbpf: libbpf_prepare_prog_load() */
function attachTarget(program: ProgramSpec, kernel: KernelTypes | undefined): Result<number, ObjectFailure> {
  const fail = (errno: number, text: string): Result<never, ObjectFailure> =>
    err({ errno, messages: [`prog '${program.name}': ${text}`] });
  if (sectionRule(program.section)?.attachesToBtf !== true) return ok(0);
  if (program.attachTo === undefined)
    return fail(EINVAL, 'no BTF-based attach target is specified, use bpf_program__set_attach_target()');
  if (program.type === types.BPF_PROG_TYPE_EXT) return fail(EINVAL, 'attach program FD is not set');
  const [prefix, kind] = ATTACH_NAMES[program.section.split('/')[0]] ?? ['', 'func'];
  const id = kernel?.btf.find(prefix + program.attachTo, kind);
  if (id === undefined) return fail(ESRCH, `failed to find kernel BTF type ID of '${program.attachTo}': ${-ESRCH}`);
  return ok(id);
}

/**
 * What libbpf answers after loading if a program array is to hold a program that is not loaded.
 * libbpf: bpf_object_init_prog_arrays()
 */
function slotFailure(spec: CollectionSpec, isLoaded: (program: string) => boolean): ObjectFailure | undefined {
  for (const { name, type, slots } of spec.maps) {
    const missing = type === map.BPF_MAP_TYPE_PROG_ARRAY ? slots?.find(({ target }) => !isLoaded(target)) : undefined;
    if (missing === undefined) continue;
    const { index, target } = missing;
    return {
      errno: EBADF,
      messages: [`map '${name}': failed to initialize slot [${index}] to prog '${target}' fd=-2: ${-EBADF}`],
    };
  }
  return undefined;
}
