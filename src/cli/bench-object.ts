/** An object file open on a machine that nobody watches, without trace and journal: what the benchmarks run. */
import { DEFAULT_ENV } from '../engine/abi/env.ts';
import { BPF_MAP_TYPE_HASH } from '../engine/abi/map-types.ts';
import { Btf } from '../engine/btf/btf.ts';
import { readObject } from '../engine/elf/read.ts';
import { TestRun } from '../engine/kernel/layouts/contexts.ts';
import { Machine } from '../engine/kernel/machine.ts';
import { elementAt } from '../engine/kernel/maps/array.ts';
import type { Addr } from '../engine/kernel/memory/memory.ts';
import { loadCollection } from '../engine/loader/load.ts';
import {
  type AcceptedProgram,
  type OpenCollection,
  type OpenMap,
  openCollection,
} from '../engine/userspace/collection.ts';
import { verify } from '../engine/verifier/verify.ts';
import { defined } from '../lib/assert.ts';
import { finish } from '../lib/job.ts';
import { err, ok, type Result } from '../lib/result.ts';

const MEMORY_MIB = 32;
/** What is done at a time: steps, and virtual time, so that timers that are far away stay armed. */
const SLICE = 1 << 12;
const SLICE_NS = 10_000_000;
const PACKET_BYTES = 1500;
/** What the map `hash` holds before a program runs: k → 3k for even k below this. */
const HASH_KEYS = 2048;

export class BenchObject {
  readonly machine: Machine;
  private readonly collection: OpenCollection;
  /** Offsets of the variables in `.bss`. */
  private readonly variables: ReadonlyMap<string, number>;
  private readonly packet: Addr;

  constructor(machine: Machine, collection: OpenCollection, btf: Uint8Array | undefined) {
    this.machine = machine;
    this.collection = collection;
    this.variables = btf === undefined ? new Map() : variablesOf(btf);
    this.packet = machine.putBytes(packetBytes(), 'packet');
    for (const map of collection.maps) if (map.info.type === BPF_MAP_TYPE_HASH) fill(machine, map);
  }

  /** Runs a program on the packet `repeat` times: what the last run returned, and how long all took. */
  run(name: string, repeat = 1): { readonly retval: number; readonly nanoseconds: number } {
    const { machine } = this;
    const run = this.prepareRun(name, repeat);
    const call = machine.spawn(0, 'test_run', [run]);
    const nanoseconds = nanosecondsOf(() => this.until(() => machine.resultOf(call).done));
    return { retval: machine.kernel.contexts.testRun(run).retval >>> 0, nanoseconds };
  }

  private prepareRun(name: string, repeat: number): Addr {
    const { machine } = this;
    const { file } = defined(
      this.collection.programs.find((program) => program.name === name),
      `program ${name}`,
    );
    const run = machine.putBytes(new Uint8Array(TestRun.size), 'test run');
    machine.act(() => {
      const cursor = machine.kernel.contexts.testRun(run);
      cursor.prog = machine.kernel.files.progOf(file);
      cursor.dataIn = this.packet;
      cursor.dataSize = PACKET_BYTES;
      cursor.repeat = repeat;
    });
    return run;
  }

  /** Lets the machine run until `isOver`, asked now and then. */
  private until(isOver: () => boolean): void {
    while (!isOver()) this.advance();
  }

  /** Lets the machine run for a while. */
  advance(): void {
    const stop = this.machine.run(SLICE, this.machine.clock + SLICE_NS);
    const goesOn = stop === undefined || stop.why === 'reached' || stop.why === 'no progress';
    if (!goesOn) throw new Error(`the machine stopped: ${'message' in stop ? stop.message : stop.why}`);
  }

  /** A 64-bit variable of the object. */
  read(variable: string): number {
    return this.machine.memory.loadNumber64(this.addressOf(variable));
  }

  write(variable: string, value: number): void {
    const address = this.addressOf(variable);
    this.machine.act(() => this.machine.memory.storeNumber64(address, value));
  }

  private addressOf(variable: string): Addr {
    const { kernel } = this.machine;
    const map = defined(
      this.collection.maps.find(({ name }) => name.endsWith('.bss')),
      'map .bss',
    );
    const offset = defined(this.variables.get(variable), `variable ${variable}`);
    return elementAt(kernel, kernel.files.mapOf(map.file), 0) + offset;
  }
}

/** Opens an object with one of its programs, or with all. The error says what is wrong with it. */
export function openBenchObject(bytes: Uint8Array, path: string, program?: string): Result<BenchObject, string> {
  const read = readObject(bytes, path);
  if (!read.ok) return err(read.error.map(({ message }) => message).join('\n'));
  const spec = read.value;
  const loaded = loadCollection(spec);
  const accepted: AcceptedProgram[] = [];
  for (const { spec: each, outcome } of loaded.programs) {
    if (program !== undefined && each.name !== program) continue;
    const verified =
      outcome.stage === 'object' ? undefined : finish(verify(outcome.request, DEFAULT_ENV, { level: 0 }));
    if (verified?.program === undefined) return err(`${path}: ${each.name} cannot be loaded`);
    accepted.push({ name: each.name, verified: verified.program });
  }
  if (accepted.length === 0) return err(`${path}: there is no program ${program ?? ''}`);
  const machine = new Machine({ memoryMiB: MEMORY_MIB, tracing: false, journalBytes: 0 });
  const opened = openCollection(machine, spec, loaded.maps, accepted);
  return 'refused' in opened ? err(`${path}: ${opened.refused}`) : ok(new BenchObject(machine, opened, spec.btf));
}

function variablesOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const btf = Btf.parse(bytes);
  const offsets = new Map<string, number>();
  if (!btf.ok) return offsets;
  for (let id = 1; id < btf.value.typeCount; id++) {
    const type = btf.value.type(id);
    if (type?.kind !== 'datasec' || type.name !== '.bss') continue;
    for (const { type: variable, offset } of type.vars) offsets.set(btf.value.type(variable)?.name ?? '', offset);
  }
  return offsets;
}

/** The packet that every engine gets: bytes of a linear congruential generator. */
function packetBytes(): Uint8Array {
  let x = 1;
  return Uint8Array.from({ length: PACKET_BYTES }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return x >>> 24;
  });
}

function fill(machine: Machine, { file }: OpenMap): void {
  const pair = (number: number) => machine.putBytes(new Uint8Array(Uint32Array.of(number, 0).buffer));
  for (let key = 0; key < HASH_KEYS; key += 2) {
    machine.spawn(0, 'sys_map_update', [file, pair(key), pair(3 * key), 0]);
    while (machine.run(SLICE) === undefined);
  }
}

/** How long it takes on the clock of the wall. */
export function nanosecondsOf(work: () => void): number {
  const before = performance.now();
  work();
  return (performance.now() - before) * 1e6;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly n: number;
}

/** What several measurements of one thing say. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, median, max] = [sorted[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]];
  return { min: digits(min), median: digits(median), max: digits(max), n: sorted.length };
}

const digits = (value: number): number => Number(value.toPrecision(6));
