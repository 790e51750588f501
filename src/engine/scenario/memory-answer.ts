import type { Btf } from '../btf/btf.ts';
import { printValue } from '../btf/print-value.ts';
import { BPF_STACK_BYTES } from '../kernel/kernel.ts';
import { SkBuff, TestRun, XdpBuff } from '../kernel/layouts/contexts.ts';
import {
  BpfInode,
  Call,
  CONTEXT_COUNT,
  CONTEXT_NAMES,
  Cpu,
  File,
  Globals,
  RcuHead,
  Work,
} from '../kernel/layouts/cpu.ts';
import { AsyncCommand, BpfHrtimer, BpfMap, BpfProg, BpfTimer } from '../kernel/layouts/objects.ts';
import type { Machine } from '../kernel/machine.ts';
import * as mapLayouts from '../kernel/maps/layouts.ts';
import type { AnyLayout, Field, FieldPlace } from '../kernel/memory/layout.ts';
import { type Addr, FREED, HEADER, LIVE, NULL_PAGE } from '../kernel/memory/memory.ts';
import { peek } from '../kernel/memory/peek.ts';
import { actorText, type HistoryEntry, historiesOf } from './object-history.ts';

/** A part of the machine's memory: bytes, what may be touched, and what lies there. */
export interface MemoryAnswer {
  readonly address: number;
  readonly bytes: Uint8Array;
  /** One letter per word of four bytes: `l` live, `f` freed, `h` header of an object, `w` wild. */
  readonly shadow: string;
  /** What lies in the range, outer objects before those inside of them. */
  readonly objects: readonly MemoryObject[];
  /** Everything in use lies below this address. */
  readonly end: number;
}

export interface MemoryObject {
  readonly address: number;
  readonly size: number;
  /** `bpf_hrtimer`, `timers[0]`, `globals`, … */
  readonly name: string;
  readonly freed: boolean;
  /** Who allocated and who freed it: `CPU 0 softirq, cancel/drop_prog`. */
  readonly allocatedBy?: string;
  readonly freedBy?: string;
  readonly fields: readonly MemoryField[];
  /** What happened to it, oldest first, as far as the trace still knows; objects of the allocator only. */
  readonly history?: readonly HistoryEntry[];
}

export interface MemoryField {
  readonly name: string;
  /** Bytes from the start of the object. */
  readonly offset: number;
  readonly size: number;
  readonly kind: string;
  readonly text: string;
}

/** Longest range that is answered. */
const MAX_LENGTH = 1 << 16;
/** Values per map that get names. */
const MAX_VALUES = 256;

const LAYOUTS: ReadonlyMap<string, AnyLayout> = new Map(
  [
    ...[BpfMap, BpfProg, BpfTimer, BpfHrtimer, AsyncCommand, Globals, Cpu, Call, RcuHead, Work, File, BpfInode],
    ...[SkBuff, XdpBuff, TestRun, ...Object.values(mapLayouts).filter((each) => typeof each === 'object')],
  ].map((layout) => [layout.name, layout]),
);

/** The bytes [address, address + length) with what lies there; looking does not change the machine. */
export function memoryAnswer(machine: Machine, address: number, length: number): MemoryAnswer {
  const { memory } = machine;
  const end = Math.min(memory.size, machine.kernel.globals().heapTop);
  const from = Math.max(0, Math.min(address, end)) & ~7;
  const to = Math.min(end, from + Math.min(length, MAX_LENGTH));
  const objects = peek(machine, () => new MemoryReader(machine, from, to).objects());
  return { address: from, bytes: memory.bytesAt(from, to - from), shadow: shadowText(machine, from, to), objects, end };
}

const LETTERS: ReadonlyMap<number, string> = new Map([
  [LIVE, 'l'],
  [FREED, 'f'],
  [HEADER, 'h'],
]);

function shadowText({ memory }: Machine, from: Addr, to: Addr): string {
  let text = '';
  for (let at = from; at < to; at += 4) text += LETTERS.get(memory.shadowOf(at)) ?? 'w';
  return text;
}

class MemoryReader {
  private readonly machine: Machine;
  private readonly from: Addr;
  private readonly to: Addr;

  constructor(machine: Machine, from: Addr, to: Addr) {
    this.machine = machine;
    this.from = from;
    this.to = to;
  }

  objects(): readonly MemoryObject[] {
    return [...this.fixed(), ...this.heap(), ...this.values()];
  }

  private overlaps(address: Addr, size: number): boolean {
    return address < this.to && address + size > this.from;
  }

  /** What lies at fixed places: the globals, the CPUs, their stacks. */
  private fixed(): readonly MemoryObject[] {
    const { kernel } = this.machine;
    const places: { address: Addr; size: number; name: string; layout?: AnyLayout }[] = [
      { address: NULL_PAGE, size: Globals.size, name: 'globals', layout: Globals },
    ];
    for (let cpu = 0; cpu < kernel.cpus; cpu++) {
      places.push({ address: kernel.cpuAddress(cpu), size: Cpu.size, name: `CPU ${cpu}`, layout: Cpu });
      for (let kind = 0; kind < CONTEXT_COUNT; kind++) {
        const address = kernel.contextAt(kernel.contextAddress(cpu, kind)).stackBase;
        places.push({ address, size: BPF_STACK_BYTES, name: `BPF stack of CPU ${cpu}, ${CONTEXT_NAMES[kind]}` });
      }
    }
    return places
      .filter(({ address, size }) => this.overlaps(address, size))
      .map(({ address, size, name, layout }) => {
        const fields = layout === undefined ? [] : this.layoutFields(layout, address);
        return { address, size, name, freed: false, fields };
      });
  }

  /** Objects of the allocator, live and freed. */
  private heap(): readonly MemoryObject[] {
    const found = this.heapObjects();
    const histories = historiesOf(this.machine, new Set(found.map(({ address }) => address)));
    return found.map((object) => ({ ...object, history: histories.get(object.address) ?? [] }));
  }

  private heapObjects(): readonly MemoryObject[] {
    const { kernel, memory } = this.machine;
    const found: MemoryObject[] = [];
    for (let at = this.from; at < this.to; ) {
      const object = memory.shadowOf(at) === HEADER ? undefined : kernel.allocator.provenance(at);
      if (object === undefined) {
        at += 4;
        continue;
      }
      found.push(this.heapObject(object));
      at = Math.max(at + 4, object.object + object.size);
    }
    return found;
  }

  private heapObject(of: NonNullable<ReturnType<Machine['kernel']['allocator']['provenance']>>): MemoryObject {
    const { memory, trace } = this.machine;
    const freed = memory.shadowOf(of.object) === FREED;
    const name = trace.names[of.what] ?? 'object';
    const layout = freed ? undefined : LAYOUTS.get(name);
    return {
      address: of.object,
      size: of.size,
      name,
      freed,
      allocatedBy: this.actorText(of.allocatedBy, of.allocatedAt),
      ...(freed && { freedBy: this.actorText(of.freedBy, of.freedAt) }),
      fields: layout === undefined ? [] : this.layoutFields(layout, of.object),
    };
  }

  private actorText(who: number, where: number): string {
    const place = this.machine.trace.names[where] ?? '';
    const actor = actorText(who);
    return where === 0 || place === '' ? actor : `${actor}, ${place}`;
  }

  private layoutFields(layout: AnyLayout, address: Addr): readonly MemoryField[] {
    return layout.places.map((place) => ({
      name: place.name,
      offset: place.offset,
      size: place.field.words * 4,
      kind: place.field.target === undefined ? place.field.kind : `${place.field.kind} to ${place.field.target}`,
      text: this.fieldText(place, address + place.offset),
    }));
  }

  private fieldText({ field }: FieldPlace, at: Addr): string {
    const { memory } = this.machine;
    if (field.words === 2 && field.kind === 'number') return String(memory.loadNumber64(at));
    if (field.words > 1 || field.kind === 'words' || field.kind === 'struct') return `${field.words * 4} bytes`;
    const word = memory.load32(at);
    const isPointer = field.kind === 'pointer' || field.kind === 'owning pointer';
    if (isPointer) return word === 0 ? 'NULL' : [`0x${word.toString(16)}`, this.nameOf(field, word)].join(' ').trim();
    return String(word);
  }

  /** The program or map that a pointer leads to. */
  private nameOf({ target }: Field, address: Addr): string {
    const { kernel, memory, trace } = this.machine;
    const found = kernel.allocator.provenance(address);
    if (found?.object !== address || trace.names[found.what] !== target) return '';
    if (memory.shadowOf(address) !== LIVE) return `${target}, freed`;
    if (target === BpfProg.name) return `${target} ${kernel.bpf.codes[kernel.prog(address).code].name}`;
    return target === BpfMap.name ? `${target} ${kernel.mapInfos[kernel.map(address).info].name}` : '';
  }

  // ---- values of maps

  private values(): readonly MemoryObject[] {
    const { kernel } = this.machine;
    const found: MemoryObject[] = [];
    for (let map = kernel.globals().maps; map !== 0; map = kernel.map(map).next) found.push(...this.valuesOf(map));
    return found;
  }

  private valuesOf(map: Addr): readonly MemoryObject[] {
    const { kernel } = this.machine;
    const { keySize, valueSize, info: index } = kernel.map(map);
    const info = kernel.mapInfos[index];
    const ops = kernel.mapOps(map);
    if (ops.nextKey === undefined || ops.lookup === undefined) return [];
    const found: MemoryObject[] = [];
    const next = kernel.kzallocBytes(keySize, 'key');
    for (let key = 0, i = 0; i < MAX_VALUES && ops.nextKey(kernel, map, key, next) === 0; i++) {
      key = kernel.kzallocBytes(keySize, 'key');
      if (key === 0) break;
      kernel.memory.copy(key, next, keySize);
      const address = ops.lookup(kernel, map, key);
      if (address === 0 || !this.overlaps(address, valueSize)) continue;
      const bytes = kernel.memory.bytesAt(address, valueSize);
      const keyBytes = kernel.memory.bytesAt(key, keySize);
      const keyName = info.btf === undefined ? undefined : printValue(info.btf, info.btfKeyTypeId, keyBytes);
      const fields = info.btf === undefined ? [] : valueFields(info.btf, info.btfValueTypeId, bytes);
      found.push({ address, size: valueSize, name: `${info.name}[${keyName ?? i}]`, freed: false, fields });
    }
    return found;
  }
}

/** The members of a value by its type; a value without members is one field. */
function valueFields(btf: Btf, id: number, bytes: Uint8Array): readonly MemoryField[] {
  const composite = btf.composite(id);
  if (composite === undefined) {
    const text = printValue(btf, id, bytes);
    return text === undefined ? [] : [{ name: 'value', offset: 0, size: bytes.length, kind: btf.name(id), text }];
  }
  return composite.members.map(({ name, type, bitOffset, bitfieldSize }) => {
    const offset = bitOffset >> 3;
    const size = btf.sizeOf(type) ?? 0;
    const text = bitfieldSize > 0 ? '' : printValue(btf, type, bytes.subarray(offset, offset + size));
    return { name: name || '(anonymous)', offset, size, kind: btf.name(type) || btf.kind(type), text: text ?? '' };
  });
}
