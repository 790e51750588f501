/** The maps of an object, made in libbpf's manner. libbpf: bpf_object__create_maps() */
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import type { VerifierEnv } from '../abi/env.ts';
import * as map from '../abi/map-types.ts';
import type { Btf } from '../btf/btf.ts';
import type { KernelTypes } from '../btf/fields.ts';
import { isMapOfMaps } from '../elf/map-defs.ts';
import type { MapInfo } from '../program/load.ts';
import { kernelName } from '../program/object-names.ts';
import type { MapSpec } from '../program/spec.ts';
import { createMap } from './map-create.ts';
import { strerror } from './messages.ts';

/** What map creation depends on besides the map. */
export interface MapContext {
  readonly env: VerifierEnv;
  readonly kernel: KernelTypes | undefined;
  /** The object's BTF if the kernel took it. */
  readonly btf: Btf | undefined;
}

export interface MadeMaps {
  readonly maps: readonly MapInfo[];
  /** Maps that the kernel refused with their types and made without. */
  readonly withoutBtf: readonly string[];
  readonly messages: readonly string[];
}

/** Why map creation stopped. */
export interface MapFailure {
  readonly errno: number;
  readonly withoutBtf: readonly string[];
  readonly messages: readonly string[];
}

/** Makes all maps in order; the first that fails ends the load. */
export function makeMaps(specs: readonly MapSpec[], context: MapContext): Result<MadeMaps, MapFailure> {
  const maps: MapInfo[] = [];
  const notes: Notes = { withoutBtf: [], messages: [] };
  for (const spec of specs) {
    const made = makeMap(spec, context, notes);
    if (!made.ok) {
      notes.messages.push(`map '${spec.name}': failed to create: ${strerror(made.error)}(${-made.error})`);
      return err({ errno: made.error, ...notes });
    }
    maps.push(made.value);
  }
  return ok({ maps, ...notes });
}

interface Notes {
  readonly withoutBtf: string[];
  readonly messages: string[];
}

function makeMap(spec: MapSpec, context: MapContext, notes: Notes): Result<MapInfo, number> {
  const inner =
    spec.inner !== undefined && isMapOfMaps(spec.type) ? makeInner(spec, spec.inner, context, notes) : undefined;
  if (inner !== undefined && !inner.ok) return inner;
  const typed = context.btf !== undefined && !UNTYPED.has(spec.type);
  const request = {
    name: kernelName(spec.name),
    type: spec.type,
    keySize: spec.keySize,
    valueSize: spec.valueSize,
    maxEntries: defaultEntries(spec, context.env),
    flags: spec.flags,
    mapExtra: spec.mapExtra,
    btfKeyTypeId: typed ? spec.btfKeyTypeId : 0,
    btfValueTypeId: typed ? spec.btfValueTypeId : 0,
    ...(typed && context.btf !== undefined && { btf: context.btf }),
    ...(inner !== undefined && { inner: inner.value }),
    ...(spec.ifindex !== undefined && { ifindex: spec.ifindex }),
    ...(spec.numaNode !== undefined && { numaNode: spec.numaNode }),
  };
  const made = createMap(request, context.env, context.kernel);
  const hasTypes = request.btfKeyTypeId !== 0 || request.btfValueTypeId !== 0;
  if (made.ok || !hasTypes) return made.ok ? ok(filled(made.value, spec)) : made;
  notes.withoutBtf.push(spec.name);
  notes.messages.push(
    `Error in bpf_create_map_xattr(${spec.name}):${strerror(made.error)}(${-made.error}). Retrying without BTF.`,
  );
  const { btf: _, ...untyped } = request;
  const retried = createMap({ ...untyped, btfKeyTypeId: 0, btfValueTypeId: 0 }, context.env, context.kernel);
  return retried.ok ? ok(filled(retried.value, spec)) : retried;
}

function makeInner(outer: MapSpec, spec: MapSpec, context: MapContext, notes: Notes): Result<MapInfo, number> {
  const made = makeMap(spec, context, notes);
  if (!made.ok) notes.messages.push(`map '${outer.name}': failed to create inner map: ${-made.error}`);
  return made;
}

/** Data maps are frozen with their contents. */
const filled = (made: MapInfo, spec: MapSpec): MapInfo =>
  spec.freeze && spec.data !== undefined ? { ...made, frozen: spec.data } : made;

/** libbpf: map_set_def_max_entries() */
function defaultEntries({ type, maxEntries }: MapSpec, env: VerifierEnv): number {
  return type === map.BPF_MAP_TYPE_PERF_EVENT_ARRAY && maxEntries === 0 ? env.possibleCpus : maxEntries;
}

/** Types for which libbpf does not even offer BTF to the kernel. */
const UNTYPED: ReadonlySet<number> = new Set([
  map.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
  map.BPF_MAP_TYPE_CGROUP_ARRAY,
  map.BPF_MAP_TYPE_STACK_TRACE,
  map.BPF_MAP_TYPE_ARRAY_OF_MAPS,
  map.BPF_MAP_TYPE_HASH_OF_MAPS,
  map.BPF_MAP_TYPE_DEVMAP,
  map.BPF_MAP_TYPE_DEVMAP_HASH,
  map.BPF_MAP_TYPE_CPUMAP,
  map.BPF_MAP_TYPE_XSKMAP,
  map.BPF_MAP_TYPE_SOCKMAP,
  map.BPF_MAP_TYPE_SOCKHASH,
  map.BPF_MAP_TYPE_QUEUE,
  map.BPF_MAP_TYPE_STACK,
]);
