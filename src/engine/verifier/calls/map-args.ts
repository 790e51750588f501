/** Arguments that are about the contents of maps: keys that are known, strings in read-only maps. */
import { EACCES, EINVAL, ENOTSUPP } from '../../abi/errno.ts';
import { BPF_F_INNER_MAP, mapTypeRules } from '../../abi/map-types.ts';
import type { MapInfo } from '../../program/load.ts';
import type { Verifier } from '../env.ts';
import { BPF_REG_SIZE, funcOf, mapOf, reg, slotAt } from '../env.ts';
import { BPF_READ } from '../memory/access-types.ts';
import { checkMapAccess, isMapRdonly } from '../memory/map-access.ts';
import * as layout from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { markChainPrecisionBatch } from '../states/backtrack.ts';
import { isSpilledScalarReg, slotType, spiOf } from '../states/stack-slots.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { toNumberS64 } from '../values/word64.ts';
import type { CallArgMeta } from './call-meta.ts';
import { checkHelperMemAccess } from './helper-memory.ts';

/** The key is not known before the program runs. */
const UNKNOWN_KEY = -1;

/**
 * A lookup with a known key inside the map gives a value, never NULL. Inner maps may be replaced by smaller ones.
 * kernel: verifier.c can_elide_value_nullness()
 */
export const canElideValueNullness = (map: MapInfo): boolean =>
  mapTypeRules(map.type)?.elidesNull === true && (map.flags & BPF_F_INNER_MAP) === 0;

/** A key argument: readable, and perhaps of known value. kernel: verifier.c check_func_arg(), ARG_PTR_TO_MAP_KEY */
export function constantMapKey(v: Verifier, regno: number, meta: CallArgMeta): number {
  const map = v.mapTable[meta.mapPtr - 1];
  const error = checkHelperMemAccess(v, regno, map.keySize, BPF_READ, false, undefined);
  if (error !== 0 || !canElideValueNullness(map)) return error;
  meta.constMapKey = UNKNOWN_KEY;
  return getConstantMapKey(v, reg(v, regno), map.keySize, meta);
}

/** Bytes of one type from byte `index` of a slot downwards. */
function runOf(v: Verifier, slot: number, index: number, type: number): number {
  let length = 0;
  while (length <= index && slotType(v.w, slot, index - length) === type) length++;
  return length;
}

/** kernel: verifier.c get_constant_map_key() */
function getConstantMapKey(v: Verifier, key: number, keySize: number, meta: CallArgMeta): number {
  const { w } = v;
  if (!v.bpfCapable || w[key + layout.TYPE] !== layout.PTR_TO_STACK || !tnumIsConst(w, key + TNUM)) return 0;
  const off = w[key + layout.OFF] + w[key + TNUM];
  const spi = spiOf(off);
  const slot = slotAt(funcOf(v, w[key + layout.FRAMENO]), spi);
  const index = (-off - 1) % BPF_REG_SIZE;
  if (runOf(v, slot, index, layout.STACK_ZERO) >= keySize) {
    meta.constMapKey = 0;
    return 0;
  }
  if (!isSpilledScalarReg(w, slot) || runOf(v, slot, index, layout.STACK_SPILL) !== keySize) return 0;
  if (!tnumIsConst(w, slot + TNUM)) return 0;
  // The result depends on this constant, so states with another one must not be taken for equal.
  v.bt.setSlot(w[key + layout.FRAMENO], spi);
  const error = markChainPrecisionBatch(v, v.cur);
  if (error < 0) return error;
  meta.constMapKey = toNumberS64(v.w, slot + TNUM);
  return 0;
}

/** Offset of an address in a read-only map, in the value. */
export const constMapOffset = (v: Verifier, r: number): number => v.w[r + layout.OFF] + v.w[r + TNUM];

/** A string in a map that nobody can change. kernel: verifier.c check_reg_const_str() */
export function checkConstStr(v: Verifier, regno: number): number {
  const r = reg(v, regno);
  if (v.w[r + layout.TYPE] !== layout.PTR_TO_MAP_VALUE) return -EINVAL;
  const map = mapOf(v, r);
  if (!isMapRdonly(map)) return refuse(v, `R${regno} does not point to a readonly map'`, EACCES);
  if (!tnumIsConst(v.w, r + TNUM)) return refuse(v, `R${regno} is not a constant address'`, EACCES);
  if (mapTypeRules(map.type)?.directValue !== true)
    return refuse(v, 'no direct value access support for this map type', EACCES);
  const off = v.w[r + layout.OFF];
  const error = checkMapAccess(v, regno, off, map.valueSize - off, false, 'helper');
  if (error !== 0) return error;
  if (map.maxEntries !== 1 || map.frozen === undefined)
    return refuse(v, 'direct value access on string failed', ENOTSUPP);
  if (!map.frozen.subarray(constMapOffset(v, r), map.valueSize).includes(0))
    return refuse(v, 'string is not zero-terminated', EINVAL);
  return 0;
}
