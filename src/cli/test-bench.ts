/**
 * A process on a simulated machine that makes test runs, changes maps and reads them, as the conformance corpus's
 * recorder does: each system call is waited for, sleeping lets the machine run on.
 */
import { EINVAL } from '../engine/abi/errno.ts';
import * as maps from '../engine/abi/map-types.ts';
import {
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_SK_LOOKUP,
  BPF_PROG_TYPE_SYSCALL,
  BPF_PROG_TYPE_TRACING,
} from '../engine/abi/program-types.ts';
import type { CallId } from '../engine/kernel/cpu/calls.ts';
import { traceLines } from '../engine/kernel/helpers/trace-lines.ts';
import { TestRun } from '../engine/kernel/layouts/contexts.ts';
import { Machine, type MachineOptions } from '../engine/kernel/machine.ts';
import type { Addr } from '../engine/kernel/memory/memory.ts';
import { SK_LOOKUP_BYTES } from '../engine/kernel/programs/sk-lookup-run.ts';
import type { Stop } from '../engine/kernel/trace/stop.ts';
import type { OpenMap, OpenProgram } from '../engine/userspace/collection.ts';
import { toHex } from '../lib/bytes.ts';
import { finish } from '../lib/job.ts';

/** What the machine's clock shows when the process starts: it has been up for a while. */
const UPTIME_NS = 1_000_000_000_000;
/** What a process does between two system calls. */
const USER_SPACE_NS = 20_000;
const MILLISECOND = 1_000_000;
/** Steps of one system call or one sleep, after which something is wrong. */
const MAX_STEPS = 500_000_000;

export interface Entry {
  readonly key: string;
  readonly value: string;
}

/** What a test run answered; fields as the recorder prints them. */
export type RunAnswer =
  | { readonly errno: number; readonly errno_name?: string }
  | { readonly errno: 0; readonly retval: number; readonly data_out?: string; readonly ctx_out?: string };

export interface RunInput {
  readonly cpu: number;
  readonly repeat: number;
  readonly data: Uint8Array;
  readonly context: Uint8Array | undefined;
}

/** Types whose test runs take no packet. */
const WITHOUT_DATA: readonly number[] = [
  BPF_PROG_TYPE_SYSCALL,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_SK_LOOKUP,
  BPF_PROG_TYPE_TRACING,
];

/** Types whose elements the recorder lists. */
const LISTED: readonly number[] = [
  maps.BPF_MAP_TYPE_HASH,
  maps.BPF_MAP_TYPE_ARRAY,
  maps.BPF_MAP_TYPE_PERCPU_HASH,
  maps.BPF_MAP_TYPE_PERCPU_ARRAY,
  maps.BPF_MAP_TYPE_LRU_HASH,
  maps.BPF_MAP_TYPE_LRU_PERCPU_HASH,
  maps.BPF_MAP_TYPE_LPM_TRIE,
];

export class TestBench {
  readonly machine: Machine;
  /** Why the machine stopped for good, if it did. */
  stopped: Stop | undefined;
  /** The step before which nothing was done. */
  private readonly firstStep: number;

  constructor(cpus: number, memoryMiB: number, options: Pick<MachineOptions, 'tracing'> = {}) {
    this.machine = new Machine({ cpus, memoryMiB, ...options });
    this.machine.act(() => this.machine.kernel.clock.reach(UPTIME_NS));
    this.firstStep = this.machine.stepNumber;
  }

  /** The machine as it was at first: no maps, no programs, and nothing has happened. */
  reset(): void {
    finish(this.machine.seek(this.firstStep));
    this.stopped = undefined;
  }

  /** The same in words. */
  get trouble(): string | undefined {
    const { stopped } = this;
    return stopped !== undefined && 'message' in stopped ? stopped.message : stopped?.why;
  }

  /** Lets `ms` milliseconds pass. */
  sleep(ms: number): void {
    this.runUntil(this.machine.clock + ms * MILLISECOND);
  }

  private runUntil(limit: number): void {
    if (this.stopped !== undefined) return;
    const stop = this.machine.run(MAX_STEPS, limit);
    if (stop !== undefined && 'message' in stop) this.stopped = stop;
  }

  /** bpf(BPF_PROG_TEST_RUN) */
  run(program: OpenProgram, input: RunInput): RunAnswer {
    const { type } = program.verified.request;
    const hasData = !WITHOUT_DATA.includes(type);
    const run = this.prepareRun(program, input, hasData);
    const result = this.call(input.cpu, 'test_run', [run]);
    if (result < 0) return { errno: -result };
    const { retval, dataOut, dataOutSize, contextIn } = this.machine.kernel.contexts.testRun(run);
    const size = contextOutSize(type, input.context);
    return {
      errno: 0,
      retval: retval >>> 0,
      ...(hasData && { data_out: this.hexAt(dataOut, dataOutSize) }),
      ...(size > 0 && { ctx_out: this.contextOut(contextIn, input, size) }),
    };
  }

  private prepareRun(program: OpenProgram, input: RunInput, hasData: boolean): Addr {
    const { machine } = this;
    const dataIn = hasData ? machine.putBytes(input.data, 'data_in') : 0;
    const contextIn = input.context === undefined ? 0 : machine.putBytes(input.context, 'ctx_in');
    return machine.act(() => {
      const run = machine.kernel.kzalloc(TestRun);
      const cursor = machine.kernel.contexts.testRun(run);
      cursor.prog = machine.kernel.files.progOf(program.file);
      cursor.dataIn = dataIn;
      cursor.dataSize = hasData ? input.data.length : 0;
      cursor.contextIn = contextIn;
      cursor.contextSize = input.context?.length ?? 0;
      cursor.repeat = hasData ? input.repeat : 0;
      return run;
    });
  }

  /** bpf(BPF_MAP_UPDATE_ELEM) with flags 0: 0 or a positive errno. */
  update(map: OpenMap, key: Uint8Array, value: Uint8Array, cpu = 0): number {
    const { machine } = this;
    return 0 - this.call(cpu, 'sys_map_update', [map.file, this.keyAt(key), machine.putBytes(value), 0]);
  }

  /** bpf(BPF_MAP_DELETE_ELEM) */
  remove(map: OpenMap, key: Uint8Array, cpu = 0): number {
    return 0 - this.call(cpu, 'sys_map_delete', [map.file, this.keyAt(key)]);
  }

  /** Maps without keys take none. */
  private keyAt(key: Uint8Array): Addr {
    return key.length === 0 ? 0 : this.machine.putBytes(key);
  }

  /** A lookup as programs make it: it marks the element of an LRU map as used. */
  touch(map: OpenMap, key: Uint8Array): void {
    const { kernel } = this.machine;
    const at = this.machine.putBytes(key, 'key');
    const address = kernel.files.mapOf(map.file);
    this.machine.act(() => kernel.mapOps(address).lookup?.(kernel, address, at));
    this.machine.release(at);
  }

  /** Makes a system call and waits for its end: what it returned. */
  private call(cpu: number, routine: string, args: readonly number[]): number {
    const { machine } = this;
    this.runUntil(machine.clock + USER_SPACE_NS);
    const call: CallId = machine.spawn(cpu, routine, args);
    for (let i = 0; i < MAX_STEPS && this.stopped === undefined && !machine.resultOf(call).done; i++) {
      const stop = machine.step();
      if (stop !== undefined && stop.why !== 'idle') this.stopped = stop;
    }
    if (!machine.resultOf(call).done) return -EINVAL;
    return machine.resultOf(call).result;
  }

  /** The elements of a map, sorted by key; null for types that cannot be listed. */
  entries(map: OpenMap): readonly Entry[] | null {
    return this.entriesOf(this.machine.kernel.files.mapOf(map.file));
  }

  /** Keys in walking order. */
  keys(map: OpenMap): readonly string[] {
    const address = this.machine.kernel.files.mapOf(map.file);
    return this.machine.act(() => this.walk(address, (key, size) => this.hexAt(key, size)));
  }

  private entriesOf(map: Addr): readonly Entry[] | null {
    const { kernel } = this.machine;
    const { type, keySize, valueSize } = kernel.map(map);
    if (!LISTED.includes(type)) return null;
    const ops = kernel.mapOps(map);
    const size = ops.userValueSize?.(kernel, map) ?? valueSize;
    const found = this.machine.act(() => {
      const out = kernel.kzallocBytes(size, 'value');
      const listed = this.walk(map, (key) => {
        const error = ops.readValue?.(kernel, map, key, out, 0) ?? -EINVAL;
        return error === 0 ? { key: this.hexAt(key, keySize), value: this.hexAt(out, size) } : undefined;
      });
      kernel.kfree(out);
      return listed;
    });
    return found.filter((entry) => entry !== undefined).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Visits the keys of a map in the order of BPF_MAP_GET_NEXT_KEY. */
  private walk<T>(map: Addr, visit: (key: Addr, size: number) => T): T[] {
    const { kernel } = this.machine;
    const { keySize, maxEntries } = kernel.map(map);
    const [key, next] = [kernel.kzallocBytes(keySize, 'key'), kernel.kzallocBytes(keySize, 'key')];
    const visited: T[] = [];
    const nextKey = kernel.mapOps(map).nextKey;
    let from = 0;
    while (nextKey !== undefined && visited.length <= maxEntries && nextKey(kernel, map, from, next) === 0) {
      kernel.memory.copy(key, next, keySize);
      from = key;
      visited.push(visit(key, keySize));
    }
    kernel.kfree(key);
    kernel.kfree(next);
    return visited;
  }

  /** The inner maps of a map of maps, by outer key. */
  inner(map: OpenMap): readonly { readonly key: string; readonly entries: readonly Entry[] | null }[] {
    const { kernel } = this.machine;
    const outer = kernel.files.mapOf(map.file);
    const pairs = this.machine.act(() =>
      this.walk(outer, (key, size) => ({
        key: this.hexAt(key, size),
        map: kernel.mapOps(outer).lookup?.(kernel, outer, key) ?? 0,
      })),
    );
    return pairs.filter((pair) => pair.map !== 0).map((pair) => ({ key: pair.key, entries: this.entriesOf(pair.map) }));
  }

  /** What programs printed so far, as lines of `trace_pipe`. */
  lines(comm: string): readonly string[] {
    return traceLines(this.machine.trace, comm);
  }

  /** What user space gave, changed by the run, and zeros up to the size of the kernel's struct. */
  private contextOut(at: Addr, { context }: RunInput, size: number): string {
    return this.hexAt(at, Math.min(size, context?.length ?? 0)).padEnd(2 * size, '0');
  }

  private hexAt(address: Addr, size: number): string {
    return size === 0 ? '' : toHex(this.machine.memory.bytesAt(address, size));
  }
}

/** Bytes of the context that a run gives back: none if none was given, or where the kernel does not write it. */
function contextOutSize(type: number, given: Uint8Array | undefined): number {
  if (given === undefined || type === BPF_PROG_TYPE_RAW_TRACEPOINT) return 0;
  if (type === BPF_PROG_TYPE_SK_LOOKUP) return SK_LOOKUP_BYTES;
  return type === BPF_PROG_TYPE_SYSCALL ? given.length : 0;
}
