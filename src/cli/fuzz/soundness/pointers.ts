/** Is a value a pointer of the kind, and to a place, that a register record allows? */
import { BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS } from '../../../engine/abi/map-types.ts';
import type { Kernel } from '../../../engine/kernel/kernel.ts';
import { funcRef } from '../../../engine/kernel/layouts/objects.ts';
import { type Addr, LIVE, POINTER_HIGH, TEXT_HIGH } from '../../../engine/kernel/memory/memory.ts';
import * as layout from '../../../engine/verifier/program/layout.ts';
import { AT_PKT_END, BEYOND_PKT_END } from '../../../engine/verifier/values/branch-taken.ts';
import { someValue } from './map-places.ts';
import type { Moment } from './moment.ts';
import { constantOf, isWithin } from './ranges.ts';

/** What a pointer is checked with: the moment, the record, where it lies, and the value. */
export interface Pointer {
  readonly moment: Moment;
  readonly w: Int32Array;
  readonly r: number;
  readonly low: number;
  readonly high: number;
  /** Index, innermost first, of the frame that the state numbers 0. */
  readonly outermost: number;
}

type Check = (p: Pointer) => boolean;

/** kernel: enum pkt range of verifier.c: the pointer is at or beyond the packet's end. */

/**
 * True if the value is `anchor` plus the record's fixed offset plus something that its variable offset allows. The distance
 * is exact below 2^53, and no variable offset is larger.
 */
function isFrom({ w, r, low, high }: Pointer, anchor: Addr): boolean {
  const rest = (high - POINTER_HIGH) * 0x1_0000_0000 + (low >>> 0) - anchor - w[r + layout.OFF];
  return isWithin(w, r, rest | 0, Math.floor(rest / 0x1_0000_0000) | 0);
}

/** Where the value would be without its offsets; undefined if the variable one is not known, or it is no address. */
function baseOf({ w, r, low, high }: Pointer): Addr | undefined {
  const offset = constantOf(w, r);
  return offset === undefined || high !== POINTER_HIGH ? undefined : (low - offset - w[r + layout.OFF]) >>> 0;
}

const isNotNull: Check = ({ low, high }) => (low | high) !== 0;

/** All words of [from, from + size) may be accessed. */
function isLive({ memory }: Kernel, from: Addr, size: number): boolean {
  if (from <= 0 || from + size > memory.size) return false;
  for (let at = from & ~3; at < from + size; at += 4) if (memory.shadowOf(at) !== LIVE) return false;
  return true;
}

const isAt =
  (anchor: (p: Pointer) => Addr): Check =>
  (p) =>
    isFrom(p, anchor(p));

/** The packet reaches as far behind the variable offset as comparisons with its end have shown. */
function isInPacket(p: Pointer): boolean {
  const { moment, w, r, low } = p;
  if (!isFrom(p, moment.packet('data'))) return false;
  const range = w[r + layout.RANGE];
  const end = moment.packet('dataEnd');
  if (range === AT_PKT_END) return low >= end;
  if (range === BEYOND_PKT_END) return low > end;
  return range <= 0 || low - w[r + layout.OFF] + range <= end;
}

/** The meta data end where the packet begins. */
function isInPacketMeta(p: Pointer): boolean {
  const { moment, w, r, low } = p;
  const range = w[r + layout.RANGE];
  return (
    isFrom(p, moment.packet('dataMeta')) && (range <= 0 || low - w[r + layout.OFF] + range <= moment.packet('data'))
  );
}

/** Maps that a number in a record stands for: one of the program, or any of those that are inner maps. */
function someMap({ moment, w, r }: Pointer, isPlace: (map: Addr) => boolean): boolean {
  const { kernel, code } = moment;
  const index = w[r + layout.MAP_PTR] - 1;
  if (index < code.maps.length) return isPlace(code.maps[index]);
  for (let map = kernel.globals().maps; map !== 0; map = kernel.map(map).next)
    if (!code.maps.includes(map) && isPlace(map)) return true;
  return false;
}

const MAPS_OF_MAPS: readonly number[] = [BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS];

/** What a lookup in a map of maps finds is a value until it is known not to be null. */
const isMapValue: Check = (p) =>
  someMap(p, (map) => {
    const { kernel } = p.moment;
    if (MAPS_OF_MAPS.includes(kernel.map(map).type)) return p.high === POINTER_HIGH && hasMap(kernel, p.low);
    // The pointer itself may be far from the value.
    return someValue(kernel, map, baseOf(p) ?? p.low, (value) => isFrom(p, value));
  });

function hasMap(kernel: Kernel, wanted: Addr): boolean {
  for (let map = kernel.globals().maps; map !== 0; map = kernel.map(map).next) if (map === wanted) return true;
  return false;
}

const isMap: Check = (p) => p.high === POINTER_HIGH && someMap(p, (map) => map === p.low);

const isMemory: Check = (p) => {
  const base = baseOf(p);
  return base === undefined ? isNotNull(p) : isLive(p.moment.kernel, base, Math.max(1, p.w[p.r + layout.MEM_SIZE]));
};

const isLiveWord: Check = (p) => {
  const base = baseOf(p);
  return base === undefined ? isNotNull(p) : isLive(p.moment.kernel, base, 1);
};

const isFunction: Check = ({ moment, w, r, low, high }) =>
  high === TEXT_HIGH && low === funcRef(moment.codeNumber, w[r + layout.SUBPROGNO]);

/** Trusted objects are there; others may be gone, or none at all. */
const OBJECT_FLAGS = layout.PTR_TRUSTED | layout.MEM_ALLOC | layout.MEM_RCU;
const isObject: Check = (p) => (p.w[p.r + layout.TYPE] & OBJECT_FLAGS) === 0 || isNotNull(p);

const CHECKS: Readonly<Record<number, Check>> = {
  [layout.PTR_TO_CTX]: (p) => (p.moment.context === 0 ? isNotNull(p) : isFrom(p, p.moment.context)),
  [layout.CONST_PTR_TO_MAP]: isMap,
  [layout.PTR_TO_MAP_VALUE]: isMapValue,
  [layout.PTR_TO_MAP_KEY]: isLiveWord,
  [layout.PTR_TO_STACK]: isAt(({ moment, w, r, outermost }) => moment.stackTop(outermost - w[r + layout.FRAMENO])),
  [layout.PTR_TO_PACKET]: isInPacket,
  [layout.PTR_TO_PACKET_META]: isInPacketMeta,
  [layout.PTR_TO_PACKET_END]: isAt(({ moment }) => moment.packet('dataEnd')),
  [layout.PTR_TO_FLOW_KEYS]: isAt(({ moment }) => moment.packet('flowKeys')),
  [layout.PTR_TO_MEM]: isMemory,
  [layout.PTR_TO_BTF_ID]: isObject,
  [layout.PTR_TO_FUNC]: isFunction,
};

/** Kinds without a check of their own are only not null. */
export function isPointer(p: Pointer): boolean {
  const type = p.w[p.r + layout.TYPE];
  if (layout.typeMayBeNull(type) && !isNotNull(p)) return true;
  return (CHECKS[layout.baseType(type)] ?? isNotNull)(p);
}
