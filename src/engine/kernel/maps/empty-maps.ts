/**
 * Maps of devices, sockets, perf events, cgroups and other things that there are not here: they exist and stay empty.
 * Each answers as the kernel's type does while nothing is in it.
 */
import { E2BIG, EINVAL, ENOENT, ENOSPC, ENOTSUPP, EOPNOTSUPP } from '../../abi/errno.ts';
import * as types from '../../abi/map-types.ts';
import { BPF_EXIST } from '../../abi/program-constants.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { arrayFree, createArray, indexAt, nextIndex } from './array.ts';
import type { MapOps } from './map-ops.ts';
import { REFUSED_BY_RINGBUFS } from './ringbuf.ts';

/** Answers of one type: errnos, 0 for success. */
interface Answers {
  readonly type: number;
  /** An index that is beyond the end is refused with `beyond`; absent where keys are no indices. */
  readonly beyond?: number;
  readonly lookup: number;
  readonly remove: number;
  readonly nextKey?: number;
  readonly kernelFunction: string;
}

const ANSWERS: readonly Answers[] = [
  {
    type: types.BPF_MAP_TYPE_PERF_EVENT_ARRAY,
    beyond: E2BIG,
    lookup: ENOTSUPP,
    remove: ENOENT,
    kernelFunction: 'fd_array_map_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_CGROUP_ARRAY,
    beyond: E2BIG,
    lookup: ENOTSUPP,
    remove: ENOENT,
    kernelFunction: 'fd_array_map_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_DEVMAP,
    beyond: EINVAL,
    lookup: ENOENT,
    remove: 0,
    kernelFunction: 'dev_map_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_SOCKMAP,
    beyond: EINVAL,
    lookup: ENOENT,
    remove: EINVAL,
    kernelFunction: 'sock_map_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_CPUMAP,
    beyond: EINVAL,
    lookup: ENOENT,
    remove: 0,
    kernelFunction: 'cpu_map_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_XSKMAP,
    beyond: EINVAL,
    lookup: EOPNOTSUPP,
    remove: 0,
    kernelFunction: 'xsk_map_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_REUSEPORT_SOCKARRAY,
    beyond: E2BIG,
    lookup: ENOENT,
    remove: ENOENT,
    kernelFunction: 'reuseport_array_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_SOCKHASH,
    lookup: ENOENT,
    remove: ENOENT,
    nextKey: ENOENT,
    kernelFunction: 'sock_hash_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_DEVMAP_HASH,
    lookup: ENOENT,
    remove: ENOENT,
    nextKey: ENOENT,
    kernelFunction: 'dev_map_hash_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_STRUCT_OPS,
    lookup: ENOENT,
    remove: EINVAL,
    nextKey: ENOENT,
    kernelFunction: 'bpf_struct_ops_map_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_SK_STORAGE,
    lookup: ENOENT,
    remove: ENOENT,
    nextKey: ENOTSUPP,
    kernelFunction: 'bpf_fd_sk_storage_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_INODE_STORAGE,
    lookup: ENOENT,
    remove: ENOENT,
    nextKey: ENOTSUPP,
    kernelFunction: 'bpf_fd_inode_storage_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_TASK_STORAGE,
    lookup: ENOENT,
    remove: ENOENT,
    nextKey: ENOTSUPP,
    kernelFunction: 'bpf_pid_task_storage_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_CGRP_STORAGE,
    lookup: ENOENT,
    remove: ENOENT,
    nextKey: ENOTSUPP,
    kernelFunction: 'bpf_cgrp_storage_delete_elem()',
  },
  {
    type: types.BPF_MAP_TYPE_ARENA,
    lookup: EINVAL,
    remove: EOPNOTSUPP,
    nextKey: EOPNOTSUPP,
    kernelFunction: 'arena_map_delete_elem()',
  },
];

/** User space reads cookies of sockets, and only where they have room. */
const HOLDS_COOKIES: readonly number[] = [
  types.BPF_MAP_TYPE_SOCKMAP,
  types.BPF_MAP_TYPE_SOCKHASH,
  types.BPF_MAP_TYPE_REUSEPORT_SOCKARRAY,
];
const COOKIE_BYTES = 8;

const removal = ({ type, beyond, remove, kernelFunction }: Answers): Routine =>
  routine(
    `delete_of_type_${type}`,
    kernelFunction,
    ['map', 'key'],
    [
      step('refuse', 'there is nothing under the key', (k, f) => {
        const isBeyond = beyond !== undefined && indexAt(k, f.key) >= k.map(f.map).maxEntries;
        return f.done(-(isBeyond ? beyond : remove));
      }),
    ],
  );

function readNothing(k: Kernel, map: Addr, errno: number): number {
  const { type, valueSize } = k.map(map);
  return HOLDS_COOKIES.includes(type) && valueSize !== COOKIE_BYTES ? -ENOSPC : -errno;
}

const nothingToFree = routine(
  'map_area_free',
  'bpf_map_area_free()',
  ['map'],
  [step('free', 'kfree(map)', () => NEXT)],
);

function emptyOps(answers: Answers, remove: Routine): MapOps {
  const common = { remove, readValue: (k: Kernel, map: Addr) => readNothing(k, map, answers.lookup) };
  if (answers.beyond === undefined) {
    return { ...common, create: () => 0, nextKey: () => -(answers.nextKey ?? ENOENT), free: nothingToFree };
  }
  return {
    ...common,
    create: (k, map, info) => createArray(k, map, { ...info, valueSize: 8 }),
    nextKey: nextIndex,
    free: arrayFree,
  };
}

/** kernel: local_storage.c cgroup_storage_update_elem(): elements come with the cgroups that programs are attached to. */
const updateCgroupStorage = routine(
  'cgroup_storage_update',
  'cgroup_storage_update_elem()',
  ['map', 'key', 'value', 'flags'],
  [
    step('find', 'if (flags & ~BPF_EXIST) return -EINVAL; storage = cgroup_storage_lookup()', (_, f) =>
      f.done((f.flags & ~BPF_EXIST) === 0 ? -ENOENT : -EINVAL),
    ),
  ],
);

const CGROUP_STORAGES = [types.BPF_MAP_TYPE_CGROUP_STORAGE, types.BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE].map(
  (type): Answers => ({
    type,
    lookup: ENOENT,
    remove: EINVAL,
    nextKey: ENOENT,
    kernelFunction: 'cgroup_storage_delete_elem()',
  }),
);

const ROWS = [...ANSWERS, ...CGROUP_STORAGES].map((answers) => ({ answers, remove: removal(answers) }));

const USER_RINGBUF: MapOps = { create: () => 0, ...REFUSED_BY_RINGBUFS, free: nothingToFree };

export const EMPTY_MAPS: readonly (readonly [type: number, ops: MapOps])[] = [
  ...ROWS.map(({ answers, remove }): readonly [number, MapOps] => {
    const ops = emptyOps(answers, remove);
    return [answers.type, CGROUP_STORAGES.includes(answers) ? { ...ops, updateFromUser: updateCgroupStorage } : ops];
  }),
  [types.BPF_MAP_TYPE_USER_RINGBUF, USER_RINGBUF],
];

export const EMPTY_MAP_ROUTINES: readonly Routine[] = [
  nothingToFree,
  updateCgroupStorage,
  ...ROWS.map(({ remove }) => remove),
];
