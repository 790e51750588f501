import type { Btf } from '../btf/btf.ts';
import { type Place, placeOf } from '../btf/path.ts';
import { bitsAt } from '../btf/print-value.ts';
import { BTF_INT_SIGNED, type BtfType } from '../btf/types.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { peek } from '../kernel/memory/peek.ts';
import { timerOf, timerState } from '../kernel/timers/state.ts';
import { slotSize } from './bpftool/map-entries.ts';
import { isPerCpu, mapFacts, mapsInOrder } from './shell/handles.ts';
import { Failure } from './shell/words.ts';

/** What an assertion compares. Numbers are exact; everything else is text. */
export type Value = bigint | string;

/** A part of an element: `MAP[KEY]@CPU.path` */
export interface ElementPart {
  readonly key: string;
  /** Whose value, of a map with one per CPU. */
  readonly cpu: number;
  readonly path: string;
}

interface Element {
  readonly bytes: Uint8Array;
  /** What its timer does. */
  readonly timer: string;
}

/** A part of a map's value as the kernel has it now; `none` if there is no such element. */
export function valueInMap(machine: Machine, map: Addr, { key, cpu, path }: ElementPart): Value {
  const { btf, btfValueTypeId, keySize } = mapFacts(machine.kernel, map).info;
  const element = peek(machine, () => readElement(machine.kernel, map, keyBytes(key, keySize), cpu));
  if (element === undefined) return 'none';
  return btf === undefined || btfValueTypeId === 0 ? untyped(element, path) : typed(btf, btfValueTypeId, element, path);
}

/** A global variable of any object that is loaded. */
export function globalVariable(machine: Machine, name: string, path: string): Value {
  const { kernel } = machine;
  for (const map of mapsInOrder(kernel)) {
    const { btf, btfValueTypeId, keySize } = mapFacts(kernel, map).info;
    const section = btf?.resolve(btfValueTypeId);
    if (btf === undefined || section?.kind !== 'datasec') continue;
    const found = section.vars.find(({ type }) => btf.name(type) === name);
    const variable = found === undefined ? undefined : btf.type(found.type);
    if (found === undefined || variable?.kind !== 'var') continue;
    const element = peek(machine, () => readElement(kernel, map, keyBytes('0', keySize), 0));
    const bytes = element?.bytes.subarray(found.offset) ?? new Uint8Array();
    return typed(btf, variable.type, { bytes, timer: 'none' }, path);
  }
  throw new Failure(`there is no global variable ${name}`, 1);
}

function readElement(kernel: Kernel, map: Addr, key: Uint8Array, cpu: number): Element | undefined {
  const facts = mapFacts(kernel, map);
  const { readValue } = kernel.mapOps(map);
  const at = kernel.kzallocBytes(key.length, 'key');
  for (const [i, byte] of key.entries()) kernel.memory.store8(at + i, byte);
  const out = kernel.kzallocBytes(facts.userValueSize, 'value');
  if (readValue === undefined || readValue(kernel, map, at, out, 0) !== 0) return undefined;
  const from = isPerCpu(facts.info.type) ? cpu * slotSize(facts) : 0;
  const timer = timerOf(kernel, map, at);
  return {
    bytes: kernel.memory.bytesAt(out + from, facts.info.valueSize).slice(),
    timer: timer === undefined ? 'none' : timerState(kernel, timer.timer),
  };
}

/** `7` or `0x7`, little endian in as many bytes as the key has; else the bytes in hex. */
function keyBytes(text: string, size: number): Uint8Array {
  if (/^(0x[0-9a-f]+|\d{1,9})$/i.test(text)) {
    const number = BigInt(text);
    return Uint8Array.from({ length: size }, (_, i) => Number((number >> BigInt(8 * i)) & 0xffn));
  }
  const bytes = (text.match(/[0-9a-f]{2}/gi) ?? []).map((digits) => Number.parseInt(digits, 16));
  if (bytes.length === size) return Uint8Array.from(bytes);
  throw new Failure(`key [${text}]: expected a number or the ${size} bytes of the key in hex`, 1);
}

function untyped({ bytes }: Element, path: string): Value {
  if (path !== '') throw new Failure(`the value has no type that says what ${path} is`, 1);
  return bytes.length <= 8 ? bitsAt(bytes, 0, 0, 8 * bytes.length) : hex(bytes);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Integers, enums and pointers as numbers, a timer as what it does, everything else as hex digits. */
function typed(btf: Btf, type: number, { bytes, timer }: Element, path: string): Value {
  const place = placeOf(btf, type, path);
  if (typeof place === 'string') throw new Failure(place, 1);
  const end = btf.resolve(place.type);
  if (end?.kind === 'struct' && end.name === 'bpf_timer') return timer;
  const size = btf.sizeOf(place.type) ?? 0;
  return (end && numberAt(end, place, bytes, size)) ?? hex(bytes.subarray(place.bitOffset >> 3).subarray(0, size));
}

function numberAt(type: BtfType, { bitOffset, bitfieldSize }: Place, bytes: Uint8Array, size: number) {
  switch (type.kind) {
    case 'int':
      return integerAt(bytes, bitOffset, bitfieldSize || type.bits, (type.encoding & BTF_INT_SIGNED) !== 0);
    case 'enum':
    case 'enum64':
      return integerAt(bytes, bitOffset, bitfieldSize || 8 * size, type.isSigned);
    case 'ptr':
      return integerAt(bytes, bitOffset, 64, false);
    default:
      return undefined;
  }
}

function integerAt(bytes: Uint8Array, bit: number, bits: number, isSigned: boolean): bigint {
  const value = bitsAt(bytes, 0, bit, bits);
  return isSigned ? BigInt.asIntN(bits, value) : value;
}
