import { describe, expect, test } from 'vitest';
import { BPF_TRACE_ITER } from './attach-types.ts';
import * as kf from './kfuncs.ts';
import {
  BPF_PROG_TYPE_CGROUP_SKB,
  BPF_PROG_TYPE_LSM,
  BPF_PROG_TYPE_SCHED_CLS,
  BPF_PROG_TYPE_SK_LOOKUP,
  BPF_PROG_TYPE_SOCKET_FILTER,
  BPF_PROG_TYPE_SYSCALL,
  BPF_PROG_TYPE_TRACING,
  BPF_PROG_TYPE_XDP,
} from './program-types.ts';
import { vmlinuxBtf } from './vmlinux.ts';

describe('kernel functions', () => {
  test.each([
    ['bpf_rcu_read_lock', BPF_PROG_TYPE_SK_LOOKUP, 0],
    ['bpf_iter_num_next', BPF_PROG_TYPE_SOCKET_FILTER, kf.KF_ITER_NEXT | kf.KF_RET_NULL],
    ['bpf_task_acquire', BPF_PROG_TYPE_CGROUP_SKB, kf.KF_ACQUIRE | kf.KF_RCU | kf.KF_RET_NULL],
    ['bpf_task_acquire', BPF_PROG_TYPE_SOCKET_FILTER, undefined],
    ['bpf_dynptr_from_xdp', BPF_PROG_TYPE_XDP, 0],
    ['bpf_dynptr_from_xdp', BPF_PROG_TYPE_SCHED_CLS, undefined],
    ['bpf_put_file', BPF_PROG_TYPE_LSM, kf.KF_RELEASE],
    ['bpf_put_file', BPF_PROG_TYPE_TRACING, undefined],
    ['bpf_copy_from_user_str', BPF_PROG_TYPE_SYSCALL, kf.KF_SLEEPABLE],
    ['no_such_function', BPF_PROG_TYPE_SYSCALL, undefined],
  ])('%s for program type %i', (name, type, flags) => {
    expect(kf.kfuncFlags(name, type, 0)).toBe(flags);
  });

  test('some are for one attach type only', () => {
    expect(kf.kfuncFlags('bpf_sock_destroy', BPF_PROG_TYPE_TRACING, BPF_TRACE_ITER)).toBe(kf.KF_TRUSTED_ARGS);
    expect(kf.kfuncFlags('bpf_sock_destroy', BPF_PROG_TYPE_TRACING, 0)).toBeUndefined();
  });

  test('all have a prototype', () => {
    const without = kf.kfuncNames().filter((name) => vmlinuxBtf().find(name, 'func') === undefined);
    expect(without).toEqual([]);
  });
});
