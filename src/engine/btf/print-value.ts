/**
 * Values by their types as C initialisers: `{ .packets = 1, .timer = {} }`. Members that are all zero are written `{}`, so
 * that the text fits a table; the value itself always names its members.
 */
import type { Btf } from './btf.ts';
import {
  BTF_INT_BOOL,
  BTF_INT_CHAR,
  BTF_INT_SIGNED,
  type BtfArray,
  type BtfComposite,
  type BtfDatasec,
  type BtfEnum,
  type BtfInt,
} from './types.ts';

/** The value of type `id` in `bytes` as C; undefined if the type is not known or has no values. */
export function printValue(btf: Btf, id: number, bytes: Uint8Array): string | undefined {
  const type = btf.resolve(id);
  if (type === undefined || type.kind === 'void' || type.kind === 'fwd') return undefined;
  return textOf(btf, id, bytes, 0, 0, true);
}

function textOf(btf: Btf, id: number, bytes: Uint8Array, at: number, bit: number, isWhole: boolean): string {
  const type = btf.resolve(id);
  switch (type?.kind) {
    case 'int':
      return intText(type, bitsAt(bytes, at, bit + type.bitOffset, type.bits));
    case 'struct':
    case 'union':
      return isWhole || !isZero(bytes, at, type.size) ? compositeText(btf, type, bytes, at) : '{}';
    case 'array':
      return arrayText(btf, type, bytes, at);
    case 'enum':
    case 'enum64':
      return enumText(type, bitsAt(bytes, at, 0, 8 * type.size));
    case 'ptr':
      return pointerText(bitsAt(bytes, at, 0, 64));
    case 'float':
      return floatText(bytes, at, type.size);
    case 'datasec':
      return sectionText(btf, type, bytes, at);
    default:
      return '?';
  }
}

/** `count` bits from bit `bit` of the byte at `at` on, as an unsigned number. */
export function bitsAt(bytes: Uint8Array, at: number, bit: number, count: number): bigint {
  let value = 0n;
  for (let i = Math.ceil((bit + count) / 8) - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i] ?? 0);
  return BigInt.asUintN(count, value >> BigInt(bit));
}

const isZero = (bytes: Uint8Array, at: number, size: number): boolean =>
  bytes.subarray(at, at + size).every((byte) => byte === 0);

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;

function intText(type: BtfInt, value: bigint): string {
  if (type.encoding === BTF_INT_BOOL) return value === 0n ? 'false' : 'true';
  if (type.encoding === BTF_INT_CHAR && isPrintable(Number(value))) return `'${String.fromCharCode(Number(value))}'`;
  return String(type.encoding === BTF_INT_SIGNED ? BigInt.asIntN(type.bits, value) : value);
}

function compositeText(btf: Btf, type: BtfComposite, bytes: Uint8Array, at: number): string {
  const members = type.members.map(({ name, type: id, bitOffset, bitfieldSize }) => {
    const byte = at + (bitOffset >> 3);
    const text =
      bitfieldSize > 0
        ? bitfieldText(btf, id, bitsAt(bytes, byte, bitOffset & 7, bitfieldSize), bitfieldSize)
        : textOf(btf, id, bytes, byte, 0, false);
    return name === '' ? text : `.${name} = ${text}`;
  });
  return braced(members);
}

function bitfieldText(btf: Btf, id: number, value: bigint, bits: number): string {
  const type = btf.resolve(id);
  return type?.kind === 'int' && type.encoding === BTF_INT_SIGNED ? String(BigInt.asIntN(bits, value)) : String(value);
}

function arrayText(btf: Btf, type: BtfArray, bytes: Uint8Array, at: number): string {
  const size = btf.sizeOf(type.type) ?? 0;
  const string = stringText(btf, type, bytes.subarray(at, at + type.length * size));
  if (string !== undefined) return string;
  // Zeros at the end are what C leaves out.
  let count = type.length;
  while (count > 0 && isZero(bytes, at + (count - 1) * size, size)) count--;
  return braced(Array.from({ length: count }, (_, i) => textOf(btf, type.type, bytes, at + i * size, 0, false)));
}

/** The text in an array of characters with an end; undefined if it is none. */
function stringText(btf: Btf, type: BtfArray, bytes: Uint8Array): string | undefined {
  const element = btf.resolve(type.type);
  if (element?.kind !== 'int' || element.size !== 1) return undefined;
  if (element.encoding !== BTF_INT_CHAR && element.name !== 'char') return undefined;
  const end = bytes.indexOf(0);
  const text = bytes.subarray(0, end);
  if (end < 0 || !text.every(isPrintable) || !isZero(bytes, end, bytes.length)) return undefined;
  return `"${String.fromCharCode(...text).replace(/["\\]/g, '\\$&')}"`;
}

function enumText(type: BtfEnum, value: bigint): string {
  const own = BigInt.asIntN(8 * type.size, value);
  const row = type.values.find((each) => BigInt.asIntN(8 * type.size, each.value) === own);
  return row?.name ?? String(type.isSigned ? own : value);
}

const pointerText = (value: bigint): string => (value === 0n ? 'NULL' : `0x${value.toString(16)}`);

function floatText(bytes: Uint8Array, at: number, size: number): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size);
  if (size === 4) return String(view.getFloat32(0, true));
  return size === 8 ? String(view.getFloat64(0, true)) : '?';
}

function sectionText(btf: Btf, type: BtfDatasec, bytes: Uint8Array, at: number): string {
  return type.vars
    .map(({ type: id, offset }) => `${btf.name(id)} = ${textOf(btf, id, bytes, at + offset, 0, false)};`)
    .join('\n');
}

const braced = (parts: readonly string[]): string => (parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`);
