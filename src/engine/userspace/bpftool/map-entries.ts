import { mapTypeName } from '../../abi/map-types.ts';
import { isPerCpu, type MapFacts } from '../shell/handles.ts';
import type { Printer } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { writeValue } from './btf-values.ts';
import { JsonWriter } from './json-writer.ts';

/** Elements of maps as bpftool prints them. kernel: tools/bpf/bpftool/map.c */

/** Bytes as hex: 16 a line, in two groups of eight. */
export function hexText(bytes: Uint8Array, separator = ' '): string {
  let text = '';
  for (const [i, byte] of bytes.entries()) {
    const before = i === 0 ? '' : i % 16 === 0 ? '\n' : i % 8 === 0 ? '  ' : separator;
    text += before + byte.toString(16).padStart(2, '0');
  }
  return text;
}

/** Bytes that one CPU's part of a value takes in what system calls copy. */
export const slotSize = ({ info }: MapFacts): number => (info.valueSize + 7) & ~7;

function valuesOfCpus(map: MapFacts, value: Uint8Array): readonly Uint8Array[] {
  const step = slotSize(map);
  return Array.from({ length: map.cpus }, (_, cpu) => value.subarray(cpu * step, cpu * step + map.info.valueSize));
}

export const hasTypes = (map: MapFacts): boolean => map.info.btf !== undefined && map.info.btfValueTypeId !== 0;

/** Key and value by their types. kernel: do_dump_btf() */
export function writeTyped(json: JsonWriter, plain: boolean, map: MapFacts, key: Uint8Array, value: Uint8Array): void {
  const { btf, btfKeyTypeId, btfValueTypeId, type } = map.info;
  if (btf === undefined) return;
  const to = { btf, json, plain };
  json.begin('{');
  if (btfKeyTypeId !== 0) {
    json.name('key');
    writeValue(to, btfKeyTypeId, key);
  }
  if (isPerCpu(type)) {
    writePerCpu(json, map, value, (part) => writeValue(to, btfValueTypeId, part));
  } else {
    json.name('value');
    writeValue(to, btfValueTypeId, value);
  }
  json.end('}');
}

function writePerCpu(json: JsonWriter, map: MapFacts, value: Uint8Array, write: (part: Uint8Array) => void): void {
  json.name('values');
  json.begin('[');
  for (const [cpu, part] of valuesOfCpus(map, value).entries()) {
    json.begin('{');
    json.field('cpu', cpu);
    json.name('value');
    write(part);
    json.end('}');
  }
  json.end(']');
}

/** An element in JSON: bytes, and beside them the typed form. kernel: print_entry_json() */
export function writeEntry(json: JsonWriter, map: MapFacts, key: Uint8Array, value: Uint8Array): void {
  json.begin('{');
  json.bytesField('key', key);
  if (isPerCpu(map.info.type)) writePerCpu(json, map, value, (part) => json.bytes(part));
  else json.bytesField('value', value);
  if (hasTypes(map)) {
    json.name('formatted');
    writeTyped(json, false, map, key, value);
  }
  json.end('}');
}

/** An element as bytes. kernel: print_entry_plain() */
export function entryText(map: MapFacts, key: Uint8Array, value: Uint8Array): string {
  const { keySize, valueSize, type } = map.info;
  if (isPerCpu(type)) return perCpuText(map, key, value);
  const isLong = keySize > 16 || valueSize > 16;
  const between = keySize + valueSize <= 24 && !isLong ? '  ' : '\n';
  const after = isLong ? '\n' : ' ';
  const keyText = keySize === 0 ? '' : `key:${after}${hexText(key)}${between}`;
  return `${keyText}${valueSize === 0 ? '' : `value:${after}${hexText(value)}`}\n`;
}

function perCpuText(map: MapFacts, key: Uint8Array, value: Uint8Array): string {
  const after = map.info.valueSize > 16 ? '\n' : ' ';
  const lines = valuesOfCpus(map, value).map(
    (part, cpu) => `value (CPU ${String(cpu).padStart(2, '0')}):${after}${hexText(part)}\n`,
  );
  return `key:\n${hexText(key)}\n${lines.join('')}`;
}

/** An element that could not be read. kernel: print_entry_error() */
export function printUnreadable(out: Printer, map: MapFacts, key: Uint8Array, error: number, isMissing: boolean): void {
  if (isMissing && /of_maps|prog_array/.test(mapTypeName(map.info.type))) return;
  if (out.json === undefined) {
    const text = isMissing ? '<no entry>' : strerror(error);
    const isLong = map.info.keySize > 16 || text.length > 16;
    const between = map.info.keySize + text.length <= 24 && !isLong ? '  ' : '\n';
    const after = isLong ? '\n' : ' ';
    out.print(`key:${after}${hexText(key)}${between}value:${after}${text}\n`);
    return;
  }
  out.json.begin('{');
  out.json.bytesField('key', key);
  out.json.name('value');
  out.json.begin('{');
  out.json.stringField('error', strerror(error));
  out.json.end('}');
  out.json.end('}');
}

/** One element as the answer of a lookup. kernel: print_key_value() */
export function printEntry(out: Printer, map: MapFacts, key: Uint8Array, value: Uint8Array): void {
  if (out.json !== undefined) writeEntry(out.json, map, key, value);
  else if (hasTypes(map)) {
    writeTyped(new JsonWriter(out.print, true), true, map, key, value);
    out.print('\n');
  } else out.print(entryText(map, key, value));
}
