import type { MapAnswer, MapEntryAnswer } from '../../../engine/scenario/queries.ts';
import { spacedHex } from '../../format.ts';

/**
 * What one types for a value, as the bytes of a `bpftool map update`:
 *
 *   00 01 02 …                  all its bytes, in hex
 *   42, 0x2a, -1                the value, if it is an integer of 1 to 8 bytes
 *   .fired = 3, .limit = 0x10   these members, the others as they are; braces may stand around them
 *
 * An error is said in a few words.
 */
export type Typed = { readonly is: 'bytes'; readonly hex: string } | { readonly is: 'error'; readonly message: string };

type SomeMap = Pick<MapAnswer, 'valueSize' | 'members'>;

const HEX_BYTES = /^[0-9a-f]{2}( [0-9a-f]{2})*$/i;
const INTEGER = /^-?(0x[0-9a-f]+|\d+)$/i;
const MEMBER = /^\.?([A-Za-z_]\w*)\s*=\s*(\S+)$/;

/** Reads a key as one types it: its bytes in hex, or an integer of 1 to 8 bytes. */
export function readKey(text: string, size: number): Typed {
  const trimmed = text.trim();
  if (INTEGER.test(trimmed) && size <= 8 && (size === 1 || !HEX_BYTES.test(trimmed))) return integer(trimmed, size);
  if (HEX_BYTES.test(trimmed) && trimmed.length === 3 * size - 1) return wholeBytes(trimmed, size, 'key');
  if (INTEGER.test(trimmed) && size <= 8) return integer(trimmed, size);
  return error(size <= 8 ? `a key is an integer, or ${size} bytes in hex` : `a key is ${size} bytes in hex`);
}

/** Reads what was typed over an entry of a map. */
export function readTyped(text: string, map: SomeMap, entry: Pick<MapEntryAnswer, 'value'>): Typed {
  const trimmed = text.trim().replace(/^\{\s*|,?\s*\}$/g, '');
  if (INTEGER.test(trimmed) && map.members.length === 0 && map.valueSize <= 8) return integer(trimmed, map.valueSize);
  if (HEX_BYTES.test(trimmed)) return wholeBytes(trimmed, map.valueSize, 'value');
  return members(trimmed, map, entry.value);
}

function wholeBytes(text: string, size: number, what: string): Typed {
  const hex = text.replaceAll(' ', '');
  const typed = hex.length / 2;
  return typed === size ? { is: 'bytes', hex } : error(`the ${what} has ${size} bytes, not ${typed}`);
}

function integer(text: string, size: number): Typed {
  const isNegative = text.startsWith('-');
  const value = BigInt(text.replace('-', '')) * (isNegative ? -1n : 1n);
  const bits = 8 * size;
  const fits = isNegative ? BigInt.asIntN(bits, value) === value : BigInt.asUintN(bits, value) === value;
  if (!fits) return error(`${text} does not fit in ${size} bytes`);
  const digits = BigInt.asUintN(bits, value)
    .toString(16)
    .padStart(2 * size, '0');
  return { is: 'bytes', hex: (digits.match(/../g) ?? []).reverse().join('') };
}

function members(text: string, map: SomeMap, value: string): Typed {
  let hex = value.slice(0, 2 * map.valueSize);
  for (const part of text.split(/\s*,\s*/).filter((each) => each !== '')) {
    const [, name, number] = MEMBER.exec(part) ?? [];
    if (name === undefined) return error('type bytes in hex, a number, or .member = number');
    const member = map.members.find((each) => each.name === name);
    // What is no integer (a timer, a lock) is shown as {} and stays as it is.
    if (member === undefined && number === '{}') continue;
    if (member === undefined) return error(`no integer member is called ${name}`);
    if (!INTEGER.test(number)) return error(`${number} is no number`);
    const typed = integer(number, member.size);
    if (typed.is === 'error') return typed;
    hex = hex.slice(0, 2 * member.offset) + typed.hex + hex.slice(2 * (member.offset + member.size));
  }
  return { is: 'bytes', hex };
}

const error = (message: string): Typed => ({ is: 'error', message });

/** The command that user space types for it. */
export const updateCommand = (mapId: number, key: string, value: string): string =>
  `bpftool map update id ${mapId} key hex ${spacedHex(key)} value hex ${spacedHex(value)}`;

/** The command that removes an element. */
export const deleteCommand = (mapId: number, key: string): string =>
  `bpftool map delete id ${mapId} key hex ${spacedHex(key)}`;

/** Types of maps whose elements come and go. */
const WITH_ELEMENTS: ReadonlySet<string> = new Set(['hash', 'lru_hash', 'percpu_hash', 'lru_percpu_hash', 'lpm_trie']);

export const isDeletable = (map: Pick<MapAnswer, 'type'>): boolean => WITH_ELEMENTS.has(map.type);

/** True for maps that user space can put a typed value into under a new key. */
export const isAddable = (map: Pick<MapAnswer, 'type'>): boolean => isDeletable(map) && !map.type.includes('percpu');
