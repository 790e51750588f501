import { defined } from '../../lib/assert.ts';
import { columnOf } from '../../lib/column.ts';
import type { Switches } from '../abi/generations.ts';
import type { MapInfo } from '../program/load.ts';
import { Clock } from './cpu/clock.ts';
import { ContextViews, contextEnvironment } from './cpu/contexts.ts';
import { Hrtimers } from './cpu/hrtimers.ts';
import { Locks } from './cpu/locks.ts';
import { Rcu } from './cpu/rcu.ts';
import { type BuiltRoutine, build, CALL, type Routine } from './cpu/routine.ts';
import { StoreBuffers } from './cpu/store-buffers.ts';
import { IrqWorkQueue, WorkQueue } from './cpu/work.ts';
import {
  BASE_COUNT,
  BPF_FRAME,
  BPF_LOCALS,
  Call,
  CONTEXT_COUNT,
  Context,
  Cpu,
  Frame,
  Globals,
  HARDIRQ,
  HrtimerBase,
  MAX_FRAMES,
  NMI,
  ROUTINE_FRAME,
  StoreBuffer,
  TASK,
} from './layouts/cpu.ts';
import { AsyncCommand, BpfHrtimer, BpfMap, BpfProg, BpfTimer } from './layouts/objects.ts';
import type { MapOps, MapOpsTable } from './maps/map-ops.ts';
import { MapViews } from './maps/views.ts';
import { type Actor, Allocator, alignUp } from './memory/allocator.ts';
import type { AnyLayout } from './memory/layout.ts';
import { type Addr, LAZY, LIVE, type Memory, NULL_PAGE, POINTER_HIGH } from './memory/memory.ts';
import { bootDevices } from './net/devices.ts';
import { NetViews } from './net/views.ts';
import { BpfRunner } from './programs/bpf.ts';
import type { Helper } from './programs/helper-call.ts';
import { Files } from './syscalls/files.ts';
import { type TimerRoutines, timersOf } from './timers/table.ts';
import { OUTSIDE, TraceKind, type TraceStore } from './trace/trace.ts';

/** Bytes of BPF stack of one context: eight frames of 512. */
export const BPF_STACK_BYTES = 4096;

/** Timer callbacks without anything else happening, after which a run stops with a message. */
export const MAX_FIRES = 100_000;
const FIRES_WITHOUT_PROGRESS = NULL_PAGE + Globals.offset('firesWithoutProgress');

/** Every CPU, in `Kernel.stale`. */
export const ALL_CPUS = -1;

const CONTEXTS = Cpu.offset('contexts');
const BASES = Cpu.offset('bases');
const FRAMES = Context.offset('frames');
const LOCALS = Frame.offset('locals');
const REGISTERS = Frame.offset('registers');
const MAY_GOTO = Frame.offset('mayGoto');
const AT = Frame.offset('at');
const RESULT = Frame.offset('result');
const DEPTH = Context.offset('depth');
const CONTEXT_IRQS_OFF = Context.offset('irqsOff');
const CONTEXT_BH_OFF = Context.offset('bhOff');
const ACTIVE = Cpu.offset('active');
const IRQS_OFF = Cpu.offset('irqsOff');
const BH_OFF = Cpu.offset('bhOff');

/** What the machine can do, as tables: the same for every machine of a build. */
export interface KernelTables {
  /** Every routine; the index in this list is what memory holds. */
  readonly routines: readonly Routine[];
  readonly mapOps: MapOpsTable;
  /** By helper number. */
  readonly helpers: ReadonlyMap<number, Helper>;
  /** By BTF id of the kernel function. */
  readonly kfuncs: ReadonlyMap<number, Helper>;
}

export interface KernelOptions {
  readonly memory: Memory;
  readonly switches: Switches;
  readonly cpus: number;
  readonly trace: TraceStore;
  readonly tables: KernelTables;
}

/**
 * What the steps of routines work with: the memory seen through cursors, and the parts of the kernel. `cpu`, `context`
 * and `frame` say who makes the present step; they are set before it and mean nothing between steps.
 */
export class Kernel {
  readonly memory: Memory;
  readonly switches: Switches;
  readonly trace: TraceStore;
  readonly cpus: number;

  readonly globals: () => ReturnType<ReturnType<typeof Globals.rawCursor>>;
  readonly cpuAt: ReturnType<typeof Cpu.rawCursor>;
  readonly contextAt: ReturnType<typeof Context.rawCursor>;
  readonly frameAt: ReturnType<typeof Frame.rawCursor>;
  readonly baseAt: ReturnType<typeof HrtimerBase.rawCursor>;
  readonly map: ReturnType<typeof BpfMap.cursor>;
  readonly prog: ReturnType<typeof BpfProg.cursor>;
  readonly timer: ReturnType<typeof BpfTimer.cursor>;
  readonly hrtimer: ReturnType<typeof BpfHrtimer.cursor>;
  readonly asyncCommand: ReturnType<typeof AsyncCommand.cursor>;

  /** Structs behind maps. */
  readonly views: MapViews;
  /** Contexts and test runs. */
  readonly contexts: ContextViews;
  /** Devices, links and what else programs are attached to. */
  readonly net: NetViews;

  readonly clock: Clock;
  readonly allocator: Allocator;
  readonly locks: Locks;
  readonly hrtimers: Hrtimers;
  readonly rcu: Rcu;
  readonly work: WorkQueue;
  readonly irqWork: IrqWorkQueue;
  readonly files: Files;
  readonly bpf: BpfRunner;
  /** Where the switch `store_buffers` is on. */
  readonly stores: StoreBuffers | undefined;
  readonly tables: KernelTables;
  /** The timer operations of this machine's generation. */
  readonly timers: TimerRoutines;
  /** `MapInfo` by the index that `bpf_map.info` holds. */
  readonly mapInfos: MapInfo[] = [];

  /** The CPU, the context (address and kind) and the frame that make the present step. */
  cpu = 0;
  context: Addr = 0;
  contextKind = 0;
  frame: Addr = 0;
  /** Number of the present step. */
  stepNumber = 0;
  /** Trace name of the present step; 0 while tracing is off and outside of steps. */
  place = 0;
  /**
   * CPUs (bits) that may now do other things than when the scheduler looked last: set by whatever changes contexts,
   * interrupt flags or queues. No part of the state.
   */
  stale = ALL_CPUS;
  /** A step has done what user space must hear of before the next one. No part of the state. */
  tellsUser = false;
  /** What the sanitizer or an invariant found first; the machine stops after the step. */
  reported: string | undefined;

  private readonly routines: readonly BuiltRoutine[];
  /** By the routine's number. */
  private readonly routineIndex: number[] = [];
  /** By map type. */
  private readonly opsOfTypes: readonly (MapOps | undefined)[];
  private readonly firstCpu: Addr;
  private readonly globalsAt: Addr;

  constructor(options: KernelOptions) {
    const { memory, switches, cpus, trace, tables } = options;
    this.memory = memory;
    this.switches = switches;
    this.cpus = cpus;
    this.trace = trace;
    this.tables = tables;
    this.timers = timersOf(switches);
    this.opsOfTypes = columnOf(tables.mapOps);
    this.cpuAt = Cpu.rawCursor(memory);
    this.contextAt = Context.rawCursor(memory);
    this.frameAt = Frame.rawCursor(memory);
    this.baseAt = HrtimerBase.rawCursor(memory);
    this.map = BpfMap.cursor(memory);
    this.prog = BpfProg.cursor(memory);
    this.timer = BpfTimer.cursor(memory);
    this.hrtimer = BpfHrtimer.cursor(memory);
    this.asyncCommand = AsyncCommand.cursor(memory);
    this.views = new MapViews(memory);
    this.contexts = new ContextViews(memory);
    this.net = new NetViews(memory);
    this.globalsAt = NULL_PAGE;
    this.firstCpu = alignUp(this.globalsAt + Globals.size);
    const globals = Globals.rawCursor(memory);
    this.globals = () => globals(this.globalsAt);
    const buffers = this.layOut();
    const heap = switches.store_buffers ? this.layOutBuffers(buffers) : buffers;
    if (switches.store_buffers) this.stores = new StoreBuffers(this, buffers, heap);
    this.allocator = new Allocator(memory, this.globals, heap, cpus * CONTEXT_COUNT + 1);
    this.clock = new Clock(this);
    this.locks = new Locks(this);
    this.hrtimers = new Hrtimers(this);
    this.rcu = new Rcu(this);
    this.work = new WorkQueue(this);
    this.irqWork = new IrqWorkQueue(this);
    this.files = new Files(this);
    this.bpf = new BpfRunner(this, contextEnvironment(this));
    for (const [i, { number }] of tables.routines.entries()) this.routineIndex[number] = i;
    this.routines = tables.routines.map((routine, i) => build(routine, i, switches, memory));
    bootDevices(this);
  }

  /** Claims the fixed areas; the address after them. */
  private layOut(): Addr {
    Globals.claim(this.memory, this.globalsAt);
    let stack = alignUp(this.firstCpu + this.cpus * Cpu.size);
    for (let cpu = 0; cpu < this.cpus; cpu++) {
      Cpu.claim(this.memory, this.cpuAddress(cpu));
      this.cpuAt(this.cpuAddress(cpu)).index = cpu;
      for (let kind = 0; kind < CONTEXT_COUNT; kind++) {
        const context = this.contextAt(this.contextAddress(cpu, kind));
        context.kind = kind;
        context.stackBase = stack;
        this.memory.setMeta(stack, BPF_STACK_BYTES, LIVE | LAZY);
        stack += BPF_STACK_BYTES;
      }
    }
    return stack;
  }

  private layOutBuffers(first: Addr): Addr {
    for (let cpu = 0; cpu < this.cpus; cpu++) StoreBuffer.claim(this.memory, first + cpu * StoreBuffer.size);
    return alignUp(first + this.cpus * StoreBuffer.size);
  }

  // ---- places

  cpuAddress(cpu: number): Addr {
    return this.firstCpu + cpu * Cpu.size;
  }

  contextAddress(cpu: number, kind: number): Addr {
    return this.firstCpu + cpu * Cpu.size + CONTEXTS + kind * Context.size;
  }

  /** Frame number `depth` of a context, 0 the outermost. */
  frameAddress(context: Addr, depth: number): Addr {
    return context + FRAMES + depth * Frame.size;
  }

  /** The innermost frame of a context that is not empty. */
  topFrame(context: Addr): Addr {
    return this.frameAddress(context, this.memory.load32(context + DEPTH) - 1);
  }

  hrtimerBase(cpu: number, base: number): Addr {
    if (base >>> 0 >= BASE_COUNT) throw new Error(`bug: clock base ${base}`);
    return this.firstCpu + cpu * Cpu.size + BASES + base * HrtimerBase.size;
  }

  /** The CPU that makes the step. */
  thisCpu() {
    return this.cpuAt(this.cpuAddress(this.cpu));
  }

  thisContext() {
    return this.contextAt(this.context);
  }

  /** The innermost context of a CPU that is not empty; TASK where all are. */
  activeContext(cpu: number): number {
    return this.memory.words[(this.firstCpu + cpu * Cpu.size + ACTIVE) >> 2];
  }

  isEmpty(cpu: number, kind: number): boolean {
    return this.memory.words[(this.contextAddress(cpu, kind) + DEPTH) >> 2] === 0;
  }

  /** No CPU makes the following steps: user space or the machine's owner does. */
  leave(): void {
    this.context = 0;
    this.contextKind = 0;
    this.cpu = 0;
    this.frame = 0;
    this.place = 0;
  }

  /** Makes CPU and context the ones that the following calls speak of. */
  enter(cpu: number, kind: number): void {
    this.cpu = cpu;
    this.contextKind = kind;
    this.context = this.contextAddress(cpu, kind);
  }

  // ---- frames

  routineOf(index: number): BuiltRoutine {
    return this.routines[index];
  }

  /** Index of a routine in frames, calls and queues. */
  indexOf(routine: Routine): number {
    const index = this.routineIndex[routine.number];
    if (index === undefined) throw new Error(`bug: routine ${routine.name} is not in the table`);
    return index;
  }

  routineNamed(name: string): Routine {
    return defined(
      this.routines.find((built) => built.routine.name === name),
      `routine ${name}`,
    ).routine;
  }

  /** Calls a routine from a step: `return k.call(dropProg, f.h)`. The caller goes on with its following step. */
  call(routine: Routine, a = 0, b = 0, c = 0, d = 0, e = 0, g = 0): typeof CALL {
    this.memory.store32(this.frame + AT, this.memory.load32(this.frame + AT) + 1);
    this.push(routine, a, b, c, d, e, g);
    return CALL;
  }

  /** Pushes a routine's frame on the present context. */
  push(routine: Routine, a = 0, b = 0, c = 0, d = 0, e = 0, g = 0): Addr {
    return this.pushIndex(this.indexOf(routine), a, b, c, d, e, g);
  }

  pushIndex(index: number, a = 0, b = 0, c = 0, d = 0, e = 0, g = 0): Addr {
    const frame = this.newFrame(ROUTINE_FRAME, index);
    const { memory } = this;
    // The locals of a new frame are 0.
    memory.store32(frame + LOCALS, a);
    memory.store32(frame + LOCALS + 4, b);
    memory.store32(frame + LOCALS + 8, c);
    memory.store32(frame + LOCALS + 12, d);
    memory.store32(frame + LOCALS + 16, e);
    memory.store32(frame + LOCALS + 20, g);
    if (this.trace.enabled) {
      this.record(TraceKind.routineEnter, this.trace.name(this.routines[index].routine.name), a, b);
    }
    return frame;
  }

  /** An empty frame on the present context: all its state words are 0 but kind and code. */
  newFrame(kind: number, code: number): Addr {
    const { memory, context } = this;
    const depth = memory.load32(context + DEPTH);
    if (depth >= MAX_FRAMES) throw new Error(`bug: the frames of CPU ${this.cpu} are used up`);
    this.setDepth(depth + 1, depth);
    const frame = this.frameAddress(context, depth);
    memory.store32(frame, kind);
    memory.store32(frame + 4, code);
    return frame;
  }

  /** Frames of the present context; the CPU's active context follows where it becomes empty or begins. */
  private setDepth(depth: number, before: number): void {
    this.memory.store32(this.context + DEPTH, depth);
    if (depth === 0 || before === 0) this.noteActive();
  }

  private noteActive(): void {
    const { memory, cpu } = this;
    let active = NMI;
    while (active > 0 && this.isEmpty(cpu, active)) active--;
    memory.store32(this.cpuAddress(cpu) + ACTIVE, active);
    this.stale |= 1 << cpu;
  }

  /** Takes the innermost frame off without a result: another one comes in its place. */
  dropFrame(): void {
    const depth = this.memory.load32(this.context + DEPTH);
    this.setDepth(depth - 1, depth);
  }

  /** Removes the innermost frame of the present context and hands its result to the frame below. Hot: `bench machine`. */
  pop(): void {
    const { memory, context } = this;
    const { words } = memory;
    const depth = words[(context + DEPTH) >> 2] - 1;
    const frame = this.frameAddress(context, depth);
    const low = words[(frame + RESULT) >> 2];
    const high = words[(frame + RESULT + 4) >> 2];
    if (this.trace.enabled) this.recordPop(frame, low, high);
    memory.clear(frame, this.usedBytes(frame));
    if (words[(frame + MAY_GOTO) >> 2] !== 0) memory.store32(frame + MAY_GOTO, 0);
    this.setDepth(depth, depth + 1);
    if (depth > 0) this.deliver(frame - Frame.size, low, high);
    this.lastLow = low;
    this.lastHigh = high;
  }

  /** What a frame uses besides registers: all words behind it are 0. */
  private usedBytes(frame: Addr): number {
    const { words } = this.memory;
    const isBpf = words[frame >> 2] === BPF_FRAME;
    return LOCALS + 4 * (isBpf ? BPF_LOCALS : this.routines[words[(frame + 4) >> 2]].routine.locals.length);
  }

  private recordPop(frame: Addr, low: number, high: number): void {
    if (this.memory.load32(frame) !== ROUTINE_FRAME) return;
    const { name } = this.routines[this.memory.load32(frame + 4)].routine;
    this.record(TraceKind.routineExit, this.trace.name(name), low, high);
  }

  /** What the last frame of a context that just became empty returned. */
  lastLow = 0;
  lastHigh = 0;

  /** A routine finds the result in its frame, a BPF function in R0. */
  private deliver(frame: Addr, low: number, high: number): void {
    const isBpf = this.memory.load32(frame) === BPF_FRAME;
    const at = isBpf ? frame + REGISTERS : frame + RESULT;
    this.memory.store32(at, low);
    this.memory.store32(at + 4, high);
  }

  // ---- context

  inNmi(): boolean {
    return this.contextKind === NMI;
  }

  /** True in a hard interrupt or an NMI, or with interrupts off; kernel: in_hardirq() || irqs_disabled(). */
  inHardirqOrIrqsOff(): boolean {
    return this.contextKind >= HARDIRQ || this.irqsOff(this.cpu);
  }

  irqsOff(cpu: number): boolean {
    return this.memory.words[(this.firstCpu + cpu * Cpu.size + IRQS_OFF) >> 2] !== 0;
  }

  bhOff(cpu: number): boolean {
    return this.memory.words[(this.firstCpu + cpu * Cpu.size + BH_OFF) >> 2] !== 0;
  }

  irqDisable(): void {
    this.count(CONTEXT_IRQS_OFF, IRQS_OFF, 1);
  }

  irqEnable(): void {
    this.count(CONTEXT_IRQS_OFF, IRQS_OFF, -1);
  }

  bhDisable(): void {
    this.count(CONTEXT_BH_OFF, BH_OFF, 1);
  }

  bhEnable(): void {
    this.count(CONTEXT_BH_OFF, BH_OFF, -1);
  }

  /** Adds to a counter of the present context and to the CPU's sum of it. */
  private count(ofContext: number, ofCpu: number, change: number): void {
    const { memory } = this;
    const a = this.context + ofContext;
    const b = this.cpuAddress(this.cpu) + ofCpu;
    memory.store32(a, memory.load32(a) + change);
    memory.store32(b, memory.load32(b) + change);
  }

  /** True if a softirq may interrupt the present context: a task with interrupts and bottom halves on. */
  softirqMayInterrupt(): boolean {
    return this.contextKind === TASK && !this.irqsOff(this.cpu) && !this.bhOff(this.cpu);
  }

  // ---- objects

  actor(): Actor {
    return { who: this.where(), where: this.place, step: this.stepNumber };
  }

  /** Memory for one struct; 0 if there is none left. What was there before is still there: routines set every field. */
  kmalloc(type: AnyLayout): Addr {
    return this.allocator.allocate(type, this.trace.name(type.name), this.arena(), this.actor());
  }

  /** Zeroed memory for one struct. */
  kzalloc(type: AnyLayout): Addr {
    const object = this.kmalloc(type);
    if (object !== 0) this.memory.clear(object, type.size);
    return object;
  }

  /** `bytes` zeroed bytes that reports call `what`. */
  kzallocBytes(bytes: number, what: string, hashClass?: number): Addr {
    const object = this.allocator.allocateBytes(bytes, this.trace.name(what), this.arena(), this.actor(), hashClass);
    if (object !== 0) this.memory.clear(object, alignUp(bytes, 4));
    return object;
  }

  kfree(object: Addr): void {
    this.allocator.free(object, this.actor());
  }

  private arena(): number {
    return this.contextIsSet() ? this.cpu * CONTEXT_COUNT + this.contextKind : this.cpus * CONTEXT_COUNT;
  }

  private contextIsSet(): boolean {
    return this.context !== 0;
  }

  /** The process whose system call makes the present step; 0 = the console, or nobody. */
  process(): number {
    const job = this.contextIsSet() ? this.thisContext().job : 0;
    return job === 0 ? 0 : this.memory.load32(job + Call.offset('process'));
  }

  /** What the type of a map can do. */
  mapOps(map: Addr): MapOps {
    const { type } = this.map(map);
    const ops = this.opsOfTypes[type];
    if (ops === undefined) throw new Error(`bug: map type ${type} has no operations`);
    return ops;
  }

  // ---- trace and reports

  /** Appends a record of the present context; its number plus 1, or 0 while tracing is off. */
  record(kind: TraceKind, object: number, arg = 0, arg2 = 0, cause = 0): number {
    if (!this.trace.enabled) return 0;
    const time = this.clock.address;
    const { memory } = this;
    return (
      this.trace.add(
        memory.load32(time),
        memory.load32(time + 4),
        this.where(),
        kind,
        object,
        arg,
        arg2,
        this.stepNumber,
        cause,
      ) + 1
    );
  }

  /** `where` of a trace record made now. */
  where(): number {
    return this.contextIsSet() ? this.cpu | (this.contextKind << 8) : OUTSIDE;
  }

  /** True if the machine must look at what the last step has done before it makes another one. */
  needsAttention(): boolean {
    const { memory, reported } = this;
    return (
      memory.badAccess !== undefined || reported !== undefined || memory.load32(FIRES_WITHOUT_PROGRESS) >= MAX_FIRES
    );
  }

  /** Notes a broken rule; the first one of a step counts. */
  report(text: string): void {
    this.reported ??= text;
    this.stale = ALL_CPUS;
    this.record(TraceKind.report, this.trace.enabled ? this.trace.name(text) : 0);
  }

  /** High word of a BPF pointer to `a`: 0 for NULL. */
  pointerHigh(a: Addr): number {
    return a === 0 ? 0 : POINTER_HIGH;
  }
}
