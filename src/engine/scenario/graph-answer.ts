import { toHex } from '../../lib/bytes.ts';
import {
  BPF_MAP_TYPE_ARRAY_OF_MAPS,
  BPF_MAP_TYPE_HASH_OF_MAPS,
  BPF_MAP_TYPE_PROG_ARRAY,
  mapTypeName,
} from '../abi/map-types.ts';
import { programTypeName } from '../abi/program-types.ts';
import { printValue } from '../btf/print-value.ts';
import { FILE_FREE, FILE_LINK, FILE_MAP, FILE_PROG, FILE_SOCKET, MAX_FILES } from '../kernel/layouts/cpu.ts';
import { funcCode, funcSubprog } from '../kernel/layouts/objects.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { LIVE } from '../kernel/memory/memory.ts';
import { peek } from '../kernel/memory/peek.ts';
import { listPins } from '../kernel/syscalls/bpffs.ts';
import { tasksInOrder } from '../kernel/syscalls/tasks.ts';
import { TRACE, TraceKind } from '../kernel/trace/trace.ts';
import { attachments, linkNode, socketNode } from './graph-attachments.ts';

/**
 * Who holds whom on a machine, as a graph: processes and pins, maps, elements, timers, callbacks, programs. Plain data.
 *
 *   process ─1─▶ map ──▶ element ──▶ timer ─1─▶ callback (of a program) ─1 used map─▶ map
 */
export interface GraphAnswer {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export type GraphKind =
  | 'process'
  | 'pin'
  | 'device'
  | 'link'
  | 'socket'
  | 'map'
  | 'element'
  | 'timer'
  | 'callback'
  | 'program';

export interface GraphNode {
  /** The same as long as the object lives, and after it was freed. */
  readonly id: string;
  readonly kind: GraphKind;
  readonly name: string;
  /** What it is or does now, in a few words. */
  readonly state: string;
  /** Reference counts by the kernel's names. */
  readonly counts: readonly { readonly name: string; readonly value: number }[];
  /** Detached: nothing leads to it any more, but it is not freed. */
  readonly condition: 'live' | 'detached' | 'freed';
  /** Where it lies; 0 where it has no place of its own. */
  readonly address: number;
  /** A callback: the node of its program. */
  readonly program?: string;
  /** The function that a callback or a program is, and its first instruction. */
  readonly subprogram?: { readonly program: string; readonly name: string; readonly insn: number };
  readonly timer?: GraphTimer;
  /** When it was freed, ns since boot, decimal text. */
  readonly freedAt?: string;
}

export interface GraphTimer {
  readonly cpu: number;
  readonly runs: boolean;
  readonly queued: boolean;
  /** Absolute expiry, ns, decimal text, if queued. */
  readonly expires?: string;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** References that `from` holds of `to`; 0 = a pointer that holds nothing. */
  readonly holds: number;
  /** What the edge is: `fd 4`, `used map`, … */
  readonly what: string;
  /** The link is there no longer, or one of its ends is leaving. */
  readonly detached: boolean;
}

/** Elements shown per map; those with a timer come first. */
const MAX_ELEMENTS = 16;
/** Values looked at per map. */
const MAX_WALK = 10_000;
/** Freed timers, maps and programs that are still shown. */
const MAX_GHOSTS = 6;
/** Trace records that are searched for what was freed. */
const MAX_TRACE_WALK = 20_000;

/** The objects of a machine between two steps; looking does not change it. */
export function graphAnswer(machine: Machine): GraphAnswer {
  return peek(machine, () => new GraphReader(machine).read());
}

const PIN_KINDS = { map: FILE_MAP, prog: FILE_PROG, link: FILE_LINK } as const;

const processId = (pid: number): string => `process:${pid}`;

class GraphReader {
  private readonly machine: Machine;
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();

  constructor(machine: Machine) {
    this.machine = machine;
  }

  read(): GraphAnswer {
    const { kernel } = this.machine;
    for (let map = kernel.globals().maps; map !== 0; map = kernel.map(map).next) this.addMap(map);
    for (let prog = kernel.globals().progs; prog !== 0; prog = kernel.prog(prog).next) this.addProgram(prog);
    for (let map = kernel.globals().maps; map !== 0; map = kernel.map(map).next) this.addContents(map);
    this.addDetachedTimers();
    this.addAttachments();
    this.addFiles();
    this.addPins();
    this.addGhosts();
    return { nodes: [...this.nodes.values()], edges: [...this.edges.values()] };
  }

  private add(node: Omit<GraphNode, 'counts' | 'condition'> & Partial<GraphNode>): void {
    if (!this.nodes.has(node.id)) this.nodes.set(node.id, { counts: [], condition: 'live', ...node });
  }

  private link(from: string, to: string, holds: number, what: string, detached = false): void {
    const id = `${from}>${to}`;
    const known = this.edges.get(id);
    const merged = known === undefined ? what : `${known.what}, ${what}`;
    this.edges.set(id, { id, from, to, holds: holds + (known?.holds ?? 0), what: merged, detached });
  }

  // ---- maps and what they own

  private mapId(map: Addr): string {
    return `map:${this.machine.kernel.map(map).id}`;
  }

  private mapName(map: Addr): string {
    const { kernel } = this.machine;
    return kernel.mapInfos[kernel.map(map).info].name;
  }

  private addMap(map: Addr): void {
    const { type, refcnt, usercnt } = this.machine.kernel.map(map);
    const counts = [
      { name: 'refs', value: refcnt },
      { name: 'user', value: usercnt },
    ];
    this.add({
      id: this.mapId(map),
      kind: 'map',
      name: this.mapName(map),
      state: mapTypeName(type),
      counts,
      address: map,
    });
  }

  private addContents(map: Addr): void {
    const { type, timerOffset } = this.machine.kernel.map(map);
    if (timerOffset >= 0) this.addElements(map, timerOffset);
    if (type === BPF_MAP_TYPE_ARRAY_OF_MAPS || type === BPF_MAP_TYPE_HASH_OF_MAPS) this.addSlots(map, 'map');
    if (type === BPF_MAP_TYPE_PROG_ARRAY) this.addSlots(map, 'prog');
  }

  private addElements(map: Addr, timerOffset: number): void {
    const { kernel } = this.machine;
    const found: { value: Addr; timer: Addr; key: Addr; linked: boolean }[] = [];
    const ops = kernel.mapOps(map);
    let value = ops.nextValue?.(kernel, map, 0) ?? 0;
    for (let i = 0; value !== 0 && i < MAX_WALK; i++, value = ops.nextValue?.(kernel, map, value) ?? 0) {
      const { timer } = kernel.timer(value + timerOffset);
      const key = this.keyOf(map, value);
      const linked = key !== 0 && ops.lookup?.(kernel, map, key) === value;
      if (timer !== 0 || linked) found.push({ value, timer, key, linked });
    }
    const shown = [...found.filter((each) => each.timer !== 0), ...found.filter((each) => each.timer === 0)];
    for (const each of shown.slice(0, MAX_ELEMENTS)) {
      this.addElement(map, each.value, each.key, each.linked);
      if (each.timer !== 0) this.addTimer(each.timer, map, each.value, each.linked);
    }
    if (shown.length > MAX_ELEMENTS) this.addMore(map, shown.length - MAX_ELEMENTS);
  }

  private addMore(map: Addr, count: number): void {
    const id = `element:${this.machine.kernel.map(map).id}:more`;
    this.add({ id, kind: 'element', name: `${count} more`, state: 'elements', address: 0 });
    this.link(this.mapId(map), id, 0, 'elements');
  }

  /** The key of the element around a value: its address, or 0 for maps without such. */
  private keyOf(map: Addr, value: Addr): Addr {
    const { kernel } = this.machine;
    return kernel.mapOps(map).keyOf?.(kernel, map, value, kernel.kzallocBytes(4, 'key')) ?? 0;
  }

  private elementId(map: Addr, value: Addr, key: Addr): string {
    const { kernel } = this.machine;
    const { id, keySize } = kernel.map(map);
    return `element:${id}:${value.toString(16)}:${key === 0 ? '' : toHex(kernel.memory.bytesAt(key, keySize))}`;
  }

  private addElement(map: Addr, value: Addr, key: Addr, linked: boolean): string {
    const id = this.elementId(map, value, key);
    const condition = linked ? 'live' : 'detached';
    const state = linked ? this.valueText(map, value) : 'unlinked';
    this.add({ id, kind: 'element', name: this.keyText(map, key), state, condition, address: value });
    this.link(this.mapId(map), id, 0, linked ? 'element' : 'was an element', !linked);
    return id;
  }

  private keyText(map: Addr, key: Addr): string {
    const { kernel } = this.machine;
    const { btf, btfKeyTypeId, keySize } = kernel.mapInfos[kernel.map(map).info];
    if (key === 0) return 'element';
    const bytes = kernel.memory.bytesAt(key, keySize);
    const text = btf === undefined || btfKeyTypeId === 0 ? undefined : printValue(btf, btfKeyTypeId, bytes);
    return text ?? toHex(bytes);
  }

  /** The first member of a value that is no special field, with its name; the value itself if it has no members. */
  private valueText(map: Addr, value: Addr): string {
    const { kernel } = this.machine;
    const { btf, btfValueTypeId, valueSize, record } = kernel.mapInfos[kernel.map(map).info];
    if (btf === undefined || btfValueTypeId === 0) return `${valueSize} bytes`;
    const bytes = kernel.memory.bytesAt(value, valueSize);
    const special = new Set(record?.fields.map((field) => field.offset));
    const member = btf.composite(btfValueTypeId)?.members.find((each) => !special.has(each.bitOffset >> 3));
    if (member === undefined) return `${valueSize} bytes`;
    const text = printValue(btf, member.type, bytes.subarray(member.bitOffset >> 3));
    return text === undefined ? `${valueSize} bytes` : `${member.name} ${text}`;
  }

  /** Slots of maps whose values are objects; each holds one reference. */
  private addSlots(map: Addr, what: 'map' | 'prog'): void {
    const { kernel } = this.machine;
    const ops = kernel.mapOps(map);
    const { keySize } = kernel.map(map);
    const next = kernel.kzallocBytes(keySize, 'key');
    const out = kernel.kzallocBytes(8, 'value');
    for (let key = 0, i = 0; i < MAX_WALK && ops.nextKey?.(kernel, map, key, next) === 0; i++) {
      key = kernel.kzallocBytes(keySize, 'key');
      if (key === 0) return;
      kernel.memory.copy(key, next, keySize);
      if (ops.readValue?.(kernel, map, key, out, 0) !== 0) continue;
      const target = `${what}:${kernel.memory.load32(out)}`;
      if (this.nodes.has(target)) this.link(this.mapId(map), target, 1, `slot ${this.keyText(map, key)}`);
    }
  }

  // ---- timers

  private addTimer(timer: Addr, map: Addr, value: Addr, linked: boolean): void {
    const { kernel } = this.machine;
    const attached = kernel.timer(value + kernel.map(map).timerOffset).timer === timer;
    const id = `timer:${timer.toString(16)}`;
    this.add({
      id,
      kind: 'timer',
      name: 'timer',
      state: '',
      condition: attached && linked ? 'live' : 'detached',
      address: timer,
      timer: this.timerState(timer),
    });
    const element = this.elementId(map, value, this.keyOf(map, value));
    if (this.nodes.has(element)) this.link(element, id, 0, attached ? 'bpf_timer' : 'was its timer', !attached);
    this.linkCallback(id, timer);
  }

  private timerState(timer: Addr): GraphTimer {
    const { kernel } = this.machine;
    const { queued, cpu, expires } = kernel.hrtimer(timer);
    const runs = kernel.hrtimers.isRunning(timer);
    return { cpu, runs, queued: queued !== 0, ...(queued !== 0 && { expires: String(expires) }) };
  }

  private linkCallback(id: string, timer: Addr): void {
    const { prog, callback } = this.machine.kernel.hrtimer(timer);
    if (callback !== 0) this.link(id, this.addCallback(callback), prog === 0 ? 0 : 1, 'callback');
    else if (prog !== 0) this.link(id, this.addProgram(prog), 1, 'program');
  }

  /** Timers that no value points to any more: cancelled and waiting for their end, or still running. */
  private addDetachedTimers(): void {
    const { kernel } = this.machine;
    const name = kernel.trace.names.indexOf('bpf_hrtimer');
    for (const object of name < 0 ? [] : kernel.allocator.objects()) {
      if (kernel.allocator.whatOf(object) !== name || this.nodes.has(`timer:${object.toString(16)}`)) continue;
      const { map, value } = kernel.hrtimer(object);
      if (this.isAlive(map) && this.isAlive(value)) this.addLostTimer(object, map, value);
      else this.addOrphan(object);
    }
  }

  private isAlive(address: Addr): boolean {
    return address !== 0 && this.machine.memory.shadowOf(address) === LIVE;
  }

  /** A timer beyond those shown for its map is part of the map's rest. */
  private addLostTimer(timer: Addr, map: Addr, value: Addr): void {
    const { kernel } = this.machine;
    const attached = kernel.timer(value + kernel.map(map).timerOffset).timer === timer;
    if (attached && this.nodes.has(`element:${kernel.map(map).id}:more`)) return;
    const key = this.keyOf(map, value);
    const linked = key !== 0 && kernel.mapOps(map).lookup?.(kernel, map, key) === value;
    this.addElement(map, value, key, linked);
    this.addTimer(timer, map, value, linked);
  }

  private addOrphan(timer: Addr): void {
    const id = `timer:${timer.toString(16)}`;
    const state = this.timerState(timer);
    this.add({ id, kind: 'timer', name: 'timer', state: '', condition: 'detached', address: timer, timer: state });
    this.linkCallback(id, timer);
  }

  // ---- programs

  private addProgram(prog: Addr): string {
    const { kernel } = this.machine;
    const { id: number, refcnt, code, type, usedMaps, usedMapCount } = kernel.prog(prog);
    const id = `prog:${number}`;
    if (this.nodes.has(id)) return id;
    const { name } = kernel.bpf.codes[code];
    const counts = [{ name: 'refs', value: refcnt }];
    const subprogram = { program: name, name, insn: 0 };
    this.add({ id, kind: 'program', name, state: programTypeName(type), counts, address: prog, subprogram });
    for (let i = 0; i < usedMapCount; i++) {
      const map = kernel.memory.load32(usedMaps + 4 * i);
      if (this.isAlive(map)) this.link(id, this.mapId(map), 1, 'used map');
    }
    return id;
  }

  private addCallback(callback: number): string {
    const { kernel } = this.machine;
    const { name: program, prog, verified } = kernel.bpf.codes[funcCode(callback)];
    const number = funcSubprog(callback);
    const name = verified.subprogNames[number] || `func#${number}`;
    const id = `callback:${callback}`;
    const owner = this.isAlive(prog) ? this.addProgram(prog) : undefined;
    this.add({
      id,
      kind: 'callback',
      name,
      state: `callback of ${program}`,
      address: prog,
      subprogram: { program, name, insn: verified.subprogStarts[number] },
      ...(owner !== undefined && { program: owner }),
    });
    return id;
  }

  // ---- user space

  private addAttachments(): void {
    for (const { holds, links, ...node } of attachments(this.machine)) {
      this.add(node);
      for (const { prog, what } of holds) this.link(node.id, this.addProgram(prog), 1, what);
      for (const { id, what } of links) this.link(node.id, id, 0, what);
    }
  }

  /** The node of what a file or a pin of a kind holds; undefined for what is not shown. */
  private nodeOf(kind: number, object: Addr): string | undefined {
    if (kind === FILE_MAP) return this.mapId(object);
    if (kind === FILE_PROG) return this.addProgram(object);
    if (kind === FILE_LINK) return linkNode(this.machine.kernel, object);
    return kind === FILE_SOCKET && this.nodes.has(socketNode(object)) ? socketNode(object) : undefined;
  }

  private addFiles(): void {
    const { kernel } = this.machine;
    const names = new Map(tasksInOrder(kernel).map(({ pid, name }) => [pid, name]));
    const owners = new Map<number, number[]>();
    for (let file = 0; file < MAX_FILES; file++) {
      const kind = kernel.files.kindOf(file);
      const target = kind === FILE_FREE ? undefined : this.nodeOf(kind, kernel.files.expect(file, kind));
      if (target === undefined) continue;
      const owner = kernel.files.ownerOf(file);
      const descriptor = kernel.files.descriptorOf(file);
      owners.set(owner, [...(owners.get(owner) ?? []), descriptor]);
      this.link(processId(owner), target, 1, `fd ${descriptor}`);
    }
    for (const [owner, open] of owners) this.addProcess(owner, names.get(owner), open);
  }

  private addProcess(pid: number, name: string | undefined, open: readonly number[]): void {
    const fds = open.length === 1 ? `fd ${open[0]}` : `${open.length} fds`;
    const state = pid === 0 ? fds : `pid ${pid}, ${fds}`;
    this.add({ id: processId(pid), kind: 'process', name: name ?? 'user space', state, address: 0 });
  }

  private addPins(): void {
    for (const { path, kind, object } of listPins(this.machine.kernel)) {
      if (kind === 'dir') continue;
      const id = `pin:${path}`;
      this.add({ id, kind: 'pin', name: path.replace('/sys/fs/bpf/', ''), state: 'bpffs pin', address: 0 });
      const target = this.nodeOf(PIN_KINDS[kind], object);
      if (target !== undefined) this.link(id, target, 1, 'pin');
    }
  }

  // ---- what is gone

  /** Timers that the trace saw freed, newest first, as long as their memory is not somebody else's. */
  private addGhosts(): void {
    const { trace } = this.machine;
    const oldest = Math.max(trace.start, trace.end - MAX_TRACE_WALK);
    const ghosts: Addr[] = [];
    for (let i = trace.end - 1; i >= oldest && ghosts.length < MAX_GHOSTS; i--) {
      if (trace.get(i, TRACE.kind) !== TraceKind.timerFree) continue;
      const timer = trace.get(i, TRACE.object);
      if (ghosts.includes(timer)) continue;
      ghosts.push(timer);
      const low = trace.get(i, TRACE.timeLow) >>> 0;
      const freedAt = String(low + trace.get(i, TRACE.timeHigh) * 0x1_0000_0000);
      const id = `timer:${timer.toString(16)}`;
      const name = this.nameBefore(i, timer);
      this.add({ id, kind: 'timer', name, state: '', condition: 'freed', address: timer, freedAt });
    }
  }

  /** `timer KEY` by the element that a freed timer was made for, as far as trace and memory still tell. */
  private nameBefore(record: number, timer: Addr): string {
    const { trace } = this.machine;
    for (let i = record - 1; i >= Math.max(trace.start, record - MAX_TRACE_WALK); i--) {
      if (trace.get(i, TRACE.kind) !== TraceKind.timerInit || trace.get(i, TRACE.object) !== timer) continue;
      const [map, value] = [trace.get(i, TRACE.arg), trace.get(i, TRACE.arg2)];
      const isKnown = this.isAlive(map) && this.isAlive(value);
      return isKnown ? `timer ${this.keyText(map, this.keyOf(map, value))}` : 'timer';
    }
    return 'timer';
  }
}
