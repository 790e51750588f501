/** `BPF_MAP_CREATE`: the kernel's answer to a request. kernel: syscall.c map_create() */
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import type { VerifierEnv } from '../abi/env.ts';
import { capable } from '../abi/env.ts';
import { EACCES, EINVAL, ENOTSUPP, EOPNOTSUPP, EPERM } from '../abi/errno.ts';
import * as map from '../abi/map-types.ts';
import type { Btf } from '../btf/btf.ts';
import * as field from '../btf/field-types.ts';
import type { BtfRecord, KernelTypes } from '../btf/fields.ts';
import { checkFieldOwnership, parseFields } from '../btf/fields.ts';
import type { BtfType } from '../btf/types.ts';
import type { MapInfo } from '../program/load.ts';
import type { MapRequest } from './map-alloc.ts';
import { allocatedEntries, checkMapAllocation } from './map-alloc.ts';

/** Types that only CAP_BPF, or CAP_NET_ADMIN, may make. */
const NET_ADMIN_TYPES: ReadonlySet<number> = new Set([
  map.BPF_MAP_TYPE_SOCKMAP,
  map.BPF_MAP_TYPE_SOCKHASH,
  map.BPF_MAP_TYPE_DEVMAP,
  map.BPF_MAP_TYPE_DEVMAP_HASH,
  map.BPF_MAP_TYPE_XSKMAP,
]);

/** The map, or a positive errno. `kernel` are the kernel's own types, for kptrs. */
export function createMap(request: MapRequest, env: VerifierEnv, kernel?: KernelTypes): Result<MapInfo, number> {
  const error = checkRequest(request, env);
  if (error !== 0) return err(error);
  const made = {
    ...asKept(request),
    // A device map's values are the kernel's: programs may only read them.
    flags: isDeviceMap(request.type) ? request.flags | map.BPF_F_RDONLY_PROG : request.flags,
    maxEntries: allocatedEntries(request, env.possibleCpus),
  };
  if (request.btf === undefined || request.btfValueTypeId === 0) return ok(made);
  const record = checkMapBtf(made, request.btf, env, kernel);
  if (!record.ok) return record;
  return ok(record.value === undefined ? made : { ...made, record: record.value });
}

/** What the kernel keeps: BTF only if it describes the map, and inner maps as templates without names. kernel: map_in_map.c bpf_map_meta_alloc() */
function asKept({ ifindex: _, numaNode: __, btf, inner, ...rest }: MapRequest): MapInfo {
  const isTyped = rest.btfKeyTypeId !== 0 || rest.btfValueTypeId !== 0;
  return {
    ...rest,
    ...(isTyped && btf !== undefined && { btf }),
    ...(inner !== undefined && { inner: { ...inner, name: '' } }),
  };
}

const isDeviceMap = (type: number): boolean =>
  type === map.BPF_MAP_TYPE_DEVMAP || type === map.BPF_MAP_TYPE_DEVMAP_HASH;

/** Everything before the types are looked at. */
function checkRequest(request: MapRequest, env: VerifierEnv): number {
  const { type, flags, mapExtra, name } = request;
  if (request.btfKeyTypeId !== 0 && request.btfValueTypeId === 0) return EINVAL;
  if (type !== map.BPF_MAP_TYPE_BLOOM_FILTER && type !== map.BPF_MAP_TYPE_ARENA && mapExtra !== 0n) return EINVAL;
  if ((flags & map.BPF_F_RDONLY) !== 0 && (flags & map.BPF_F_WRONLY) !== 0) return EINVAL;
  // Our machine has one node.
  if ((flags & map.BPF_F_NUMA_NODE) !== 0 && (request.numaNode ?? 0) !== 0) return EINVAL;
  const error = checkMapAllocation(request, env);
  if (error !== 0) return error;
  // Offload needs a device with a driver that can; we have none.
  if (request.ifindex !== undefined && request.ifindex !== 0) return EINVAL;
  if (!capable(env, 'CAP_BPF')) return EPERM;
  if (NET_ADMIN_TYPES.has(type) && !capable(env, 'CAP_NET_ADMIN')) return EPERM;
  return checkInner(request) || (/^[A-Za-z0-9_.]{0,15}$/.test(name) ? 0 : EINVAL);
}

/** Types that cannot be inner maps. kernel: map_ops without map_meta_equal */
const NOT_INNER: ReadonlySet<number> = new Set([
  map.BPF_MAP_TYPE_PROG_ARRAY,
  map.BPF_MAP_TYPE_CGROUP_STORAGE,
  map.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE,
  map.BPF_MAP_TYPE_STRUCT_OPS,
]);

/** kernel: map_in_map.c bpf_map_meta_alloc() */
function checkInner({ type, inner }: MapRequest): number {
  if (type !== map.BPF_MAP_TYPE_ARRAY_OF_MAPS && type !== map.BPF_MAP_TYPE_HASH_OF_MAPS) return 0;
  if (inner === undefined || inner.inner !== undefined) return EINVAL;
  return NOT_INNER.has(inner.type) ? ENOTSUPP : 0;
}

/** The record of special fields of the value. kernel: syscall.c map_check_btf() */
function checkMapBtf(
  made: MapInfo,
  btf: Btf,
  env: VerifierEnv,
  kernel: KernelTypes | undefined,
): Result<BtfRecord | undefined, number> {
  const key = made.btfKeyTypeId === 0 ? btf.type(0) : sizedType(btf, made.btfKeyTypeId, made.keySize);
  const typeCheck = TYPE_CHECKS.get(made.type);
  if (key === undefined || (made.btfKeyTypeId === 0 && typeCheck === undefined)) return err(EINVAL);
  const value = sizedType(btf, made.btfValueTypeId, made.valueSize);
  if (value === undefined) return err(EINVAL);
  // A contradictory record is kept as an error and only speaks up when a program uses it.
  const parsed = parseFields(btf, value.id, field.MAP_VALUE_FIELDS, made.valueSize, kernel);
  const record = parsed.ok ? parsed.value : undefined;
  const error =
    (record && checkFieldsAllowed(made, record, env)) ||
    checkFieldOwnership(record) ||
    typeCheck?.(made, key, value, btf) ||
    0;
  return error === 0 ? ok(record) : err(error);
}

/** The type behind typedefs, if a value of it has this size. kernel: btf.c btf_type_id_size() */
function sizedType(btf: Btf, id: number, size: number): BtfType | undefined {
  const type = btf.resolve(id);
  return type !== undefined && btf.sizeOf(type.id) === size ? type : undefined;
}

const LOCAL_STORAGES = [
  map.BPF_MAP_TYPE_SK_STORAGE,
  map.BPF_MAP_TYPE_INODE_STORAGE,
  map.BPF_MAP_TYPE_TASK_STORAGE,
  map.BPF_MAP_TYPE_CGRP_STORAGE,
];

/** Which special fields which map types may have. */
const ALLOWED_IN: readonly (readonly [fields: number, types: readonly number[]])[] = [
  [
    field.BPF_SPIN_LOCK | field.BPF_RES_SPIN_LOCK,
    [map.BPF_MAP_TYPE_HASH, map.BPF_MAP_TYPE_ARRAY, map.BPF_MAP_TYPE_CGROUP_STORAGE, ...LOCAL_STORAGES],
  ],
  [
    field.BPF_TIMER | field.BPF_WORKQUEUE | field.BPF_TASK_WORK | field.BPF_LIST_HEAD | field.BPF_RB_ROOT,
    [map.BPF_MAP_TYPE_HASH, map.BPF_MAP_TYPE_LRU_HASH, map.BPF_MAP_TYPE_ARRAY],
  ],
  [
    field.BPF_KPTR | field.BPF_REFCOUNT,
    [
      map.BPF_MAP_TYPE_HASH,
      map.BPF_MAP_TYPE_PERCPU_HASH,
      map.BPF_MAP_TYPE_LRU_HASH,
      map.BPF_MAP_TYPE_LRU_PERCPU_HASH,
      map.BPF_MAP_TYPE_ARRAY,
      map.BPF_MAP_TYPE_PERCPU_ARRAY,
      ...LOCAL_STORAGES,
    ],
  ],
  [field.BPF_UPTR, [map.BPF_MAP_TYPE_TASK_STORAGE]],
];

function checkFieldsAllowed(made: MapInfo, record: BtfRecord, env: VerifierEnv): number {
  if (!capable(env, 'CAP_BPF')) return EPERM;
  if ((made.flags & (map.BPF_F_RDONLY_PROG | map.BPF_F_WRONLY_PROG)) !== 0) return EACCES;
  const isRefused = ALLOWED_IN.some(
    ([fields, types]) => (record.fieldMask & fields) !== 0 && !types.includes(made.type),
  );
  return isRefused ? EOPNOTSUPP : 0;
}

type TypeCheck = (made: MapInfo, key: BtfType, value: BtfType, btf: Btf) => number;

/** kernel: btf.c __btf_type_int_is_regular() */
const isInt = (type: BtfType, size: number): boolean =>
  type.kind === 'int' && type.bits === size * 8 && type.bitOffset === 0;

/** Keys are 32-bit integers, but data sections have none. kernel: arraymap.c array_map_check_btf() */
const checkArrayTypes: TypeCheck = (made, key, value) => {
  if (key.kind !== 'void') return isInt(key, 4) ? 0 : EINVAL;
  return made.type === map.BPF_MAP_TYPE_ARRAY && made.maxEntries === 1 && value.kind === 'datasec' ? 0 : EINVAL;
};

const refuseTypes: TypeCheck = () => ENOTSUPP;

const checkKeyInt32: TypeCheck = (_made, key) => (isInt(key, 4) ? 0 : EINVAL);

/** kernel: local_storage.c cgroup_storage_check_btf() */
const checkCgroupStorageTypes: TypeCheck = (made, key, _value, btf) => {
  if (made.keySize === 8) return isInt(key, 8) ? 0 : EINVAL;
  if (key.kind !== 'struct' || key.members.length !== 2) return EINVAL;
  const isMember = (index: number, bitOffset: number, size: number): boolean => {
    const member = key.members[index];
    const type = btf.resolve(member.type);
    return member.bitOffset === bitOffset && type !== undefined && isInt(type, size);
  };
  return isMember(0, 0, 8) && isMember(1, 64, 4) ? 0 : EINVAL;
};

/** kernel: map_ops.map_check_btf of each type; types without one take any key of the right size. */
const TYPE_CHECKS: ReadonlyMap<number, TypeCheck> = new Map<number, TypeCheck>([
  [map.BPF_MAP_TYPE_ARRAY, checkArrayTypes],
  [map.BPF_MAP_TYPE_PERCPU_ARRAY, checkArrayTypes],
  [map.BPF_MAP_TYPE_LPM_TRIE, (_made, key) => (key.kind === 'struct' ? 0 : EINVAL)],
  [map.BPF_MAP_TYPE_BLOOM_FILTER, (_made, key) => (key.kind === 'void' ? 0 : EINVAL)],
  [map.BPF_MAP_TYPE_CGROUP_STORAGE, checkCgroupStorageTypes],
  [map.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE, checkCgroupStorageTypes],
  ...LOCAL_STORAGES.map((type): [number, TypeCheck] => [type, checkKeyInt32]),
  ...[
    map.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
    map.BPF_MAP_TYPE_STACK_TRACE,
    map.BPF_MAP_TYPE_CGROUP_ARRAY,
    map.BPF_MAP_TYPE_ARRAY_OF_MAPS,
    map.BPF_MAP_TYPE_HASH_OF_MAPS,
    map.BPF_MAP_TYPE_DEVMAP,
    map.BPF_MAP_TYPE_DEVMAP_HASH,
    map.BPF_MAP_TYPE_CPUMAP,
    map.BPF_MAP_TYPE_SOCKMAP,
    map.BPF_MAP_TYPE_SOCKHASH,
    map.BPF_MAP_TYPE_XSKMAP,
  ].map((type): [number, TypeCheck] => [type, refuseTypes]),
]);
