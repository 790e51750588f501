import type { Btf } from '../../btf/btf.ts';
import {
  BTF_INT_BOOL,
  BTF_INT_CHAR,
  BTF_INT_SIGNED,
  type BtfArray,
  type BtfComposite,
  type BtfDatasec,
  type BtfEnum,
  type BtfInt,
  type BtfType,
} from '../../btf/types.ts';
import type { JsonWriter } from './json-writer.ts';

/** Values of maps by their types, as bpftool prints them. kernel: tools/bpf/bpftool/btf_dumper.c */
export interface ValueWriter {
  readonly btf: Btf;
  readonly json: JsonWriter;
  /** Numbers that are no JSON (`0x5`, `(nil)`) stand as they are; else they are strings or decimal. */
  readonly plain: boolean;
}

/** Writes the value of type `id` that begins at byte `at`. */
export function writeValue(to: ValueWriter, id: number, bytes: Uint8Array, at = 0, bit = 0): void {
  const type = to.btf.type(id);
  if (type === undefined) return to.json.value('(unknown)');
  switch (type.kind) {
    case 'int':
      return writeInt(to, type, bytes, at, bit);
    case 'struct':
    case 'union':
      return writeComposite(to, type, bytes, at);
    case 'array':
      return writeArray(to, type, bytes, at);
    case 'enum':
    case 'enum64':
      return writeEnum(to, type, bytes, at);
    case 'ptr':
      return writePointer(to, bitsAt(bytes, at, 0, 64));
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
      return writeValue(to, type.type, bytes, at, bit);
    case 'var':
      return writeVariable(to, type.name, type.type, bytes, at);
    case 'datasec':
      return writeSection(to, type, bytes, at);
    case 'void':
      return to.json.value('(unknown)');
    default:
      return to.json.value(type.kind === 'fwd' ? '(fwd-kind-invalid)' : '(unsupported-kind');
  }
}

/** `bits` bits from bit `bit` of the byte at `at` on, as an unsigned number. */
function bitsAt(bytes: Uint8Array, at: number, bit: number, bits: number): bigint {
  let value = 0n;
  for (let i = Math.ceil((bit + bits) / 8) - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i] ?? 0);
  return BigInt.asUintN(bits, value >> BigInt(bit));
}

function writeBits({ json, plain }: ValueWriter, value: bigint): void {
  const text = `0x${value.toString(16)}`;
  json.value(plain ? text : `"${text}"`);
}

function writeInt(to: ValueWriter, type: BtfInt, bytes: Uint8Array, at: number, bit: number): void {
  const first = bit + type.bitOffset;
  const value = bitsAt(bytes, at + (first >> 3), first & 7, type.bits);
  const isWhole = bit === 0 && type.bitOffset === 0 && [8, 16, 32, 64].includes(type.bits);
  if (!isWhole) return writeBits(to, value);
  switch (type.encoding) {
    case BTF_INT_SIGNED:
      return to.json.value(String(BigInt.asIntN(type.bits, value)));
    case BTF_INT_CHAR:
      return writeCharacter(to, Number(value));
    case BTF_INT_BOOL:
      return to.json.value(String(bytes[at] !== 0));
    default:
      return to.json.value(String(value));
  }
}

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;

function writeCharacter({ json, plain }: ValueWriter, byte: number): void {
  const hex = byte.toString(16);
  if (isPrintable(byte)) json.value(`"${String.fromCharCode(byte)}"`);
  else json.value(plain ? `0x${hex}` : `"\\u00${hex.padStart(2, '0')}"`);
}

function writeComposite(to: ValueWriter, type: BtfComposite, bytes: Uint8Array, at: number): void {
  to.json.begin('{');
  for (const { name, type: id, bitOffset, bitfieldSize } of type.members) {
    to.json.name(name);
    const byte = at + (bitOffset >> 3);
    if (bitfieldSize > 0) writeBits(to, bitsAt(bytes, byte, bitOffset & 7, bitfieldSize));
    else writeValue(to, id, bytes, byte, bitOffset & 7);
  }
  to.json.end('}');
}

function writeArray(to: ValueWriter, type: BtfArray, bytes: Uint8Array, at: number): void {
  const text = stringAt(to.btf, type, bytes, at);
  if (text !== undefined) return to.json.string(text);
  const size = to.btf.sizeOf(type.type) ?? 0;
  to.json.begin('[');
  for (let i = 0; i < type.length; i++) writeValue(to, type.type, bytes, at + i * size);
  to.json.end(']');
}

/** The text in an array of characters; undefined if it is none or has no end. A typedef of char is no character. */
function stringAt(btf: Btf, type: BtfArray, bytes: Uint8Array, at: number): string | undefined {
  const element = withoutQualifiers(btf, type.type);
  if (element?.kind !== 'int' || element.size !== 1) return undefined;
  if (element.encoding !== BTF_INT_CHAR && element.name !== 'char') return undefined;
  const whole = bytes.subarray(at, at + type.length);
  const end = whole.indexOf(0);
  const text = whole.subarray(0, end);
  return end >= 0 && text.every(isPrintable) ? String.fromCharCode(...text) : undefined;
}

function withoutQualifiers(btf: Btf, id: number): BtfType | undefined {
  const type = btf.type(id);
  const isQualifier = type?.kind === 'const' || type?.kind === 'volatile' || type?.kind === 'restrict';
  return isQualifier ? withoutQualifiers(btf, type.type) : type;
}

function writeEnum({ json }: ValueWriter, type: BtfEnum, bytes: Uint8Array, at: number): void {
  const value = BigInt.asIntN(8 * type.size, bitsAt(bytes, at, 0, 8 * type.size));
  const row = type.values.find((each) => BigInt.asIntN(8 * type.size, each.value) === value);
  if (row === undefined) json.value(String(value));
  else json.string(row.name);
}

function writePointer({ json, plain }: ValueWriter, value: bigint): void {
  if (!plain) json.value(String(value));
  else json.value(value === 0n ? '(nil)' : `0x${value.toString(16)}`);
}

function writeVariable(to: ValueWriter, name: string, id: number, bytes: Uint8Array, at: number): void {
  to.json.begin('{');
  to.json.name(name);
  writeValue(to, id, bytes, at);
  to.json.end('}');
}

function writeSection(to: ValueWriter, type: BtfDatasec, bytes: Uint8Array, at: number): void {
  to.json.begin('{');
  to.json.name(type.name);
  to.json.begin('[');
  for (const { type: id, offset } of type.vars) writeValue(to, id, bytes, at + offset);
  to.json.end(']');
  to.json.end('}');
}
