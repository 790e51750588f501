/** For tests: system calls on maps as lines of text, answered as a process that makes them would print them. */
import { fromHex, toHex } from '../../lib/bytes.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS, BPF_MAP_TYPE_PROG_ARRAY } from '../abi/map-types.ts';
import { BatchRequest } from '../kernel/layouts/batch.ts';
import { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { createMap } from '../loader/map-create.ts';
import type { MapInfo } from '../program/load.ts';

/** Numbers of these types' elements differ from kernel to kernel. */
const WITH_IDS: readonly number[] = [BPF_MAP_TYPE_PROG_ARRAY, BPF_MAP_TYPE_ARRAY_OF_MAPS, BPF_MAP_TYPE_HASH_OF_MAPS];
const MAX_STEPS = 1_000_000;
/** Bytes of a bucket's number. */
const BUCKET_NUMBER = 4;

interface OpenMap {
  readonly file: number;
  readonly info: MapInfo;
  /** Bytes of a value as user space has it. */
  readonly userSize: number;
}

/**
 *   create ID TYPE KEY_SIZE VALUE_SIZE MAX_ENTRIES FLAGS [INNER_ID]
 *   update ID KEY VALUE FLAGS          KEY in hex, `-` = NULL; VALUE in hex, or `mID` for a map
 *   lookup | take ID KEY FLAGS
 *   delete | next ID KEY
 *   freeze ID
 *   batch-lookup | batch-take | batch-update | batch-delete ID IN_BATCH KEYS VALUES COUNT ELEM_FLAGS FLAGS
 *
 * An answer begins with 0 or the errno.
 */
export class MapCalls {
  private readonly machine = new Machine({ cpus: 2, memoryMiB: 8, tracing: false });
  private readonly maps = new Map<string, OpenMap>();

  do(line: string): string {
    const [verb, id, ...words] = line.split(' ');
    if (verb === 'create') return this.create(id, words);
    const map = this.maps.get(id);
    if (map === undefined) return '9';
    if (verb.startsWith('batch-')) return this.batch(map, verb.slice('batch-'.length), words);
    return this.single(map, verb, words);
  }

  private create(id: string, [type, keySize, valueSize, maxEntries, flags, inner]: readonly string[]): string {
    const innerInfo = this.maps.get(inner)?.info;
    const request = {
      name: 'm',
      type: Number(type),
      keySize: Number(keySize),
      valueSize: Number(valueSize),
      maxEntries: Number(maxEntries),
      flags: Number(flags),
      mapExtra: 0n,
      btfKeyTypeId: 0,
      btfValueTypeId: 0,
      ...(innerInfo !== undefined && { inner: innerInfo }),
    };
    const info = createMap(request, DEFAULT_ENV);
    if (!info.ok) return String(info.error);
    const file = this.machine.createMap(info.value);
    if (file < 0) return String(-file);
    const { kernel } = this.machine;
    const address = kernel.files.mapOf(file);
    const userSize = kernel.mapOps(address).userValueSize?.(kernel, address) ?? info.value.valueSize;
    this.maps.set(id, { file, info: info.value, userSize });
    return '0';
  }

  private single(map: OpenMap, verb: string, words: readonly string[]): string {
    const { file, info, userSize } = map;
    switch (verb) {
      case 'update':
        return this.call('sys_map_update', [
          file,
          this.bytes(words[0]),
          this.value(words[1], userSize),
          Number(words[2]),
        ]);
      case 'delete':
        return this.call('sys_map_delete', [file, this.bytes(words[0])]);
      case 'lookup':
        return this.read(map, 'sys_map_lookup', words);
      case 'take':
        return this.read(map, 'sys_map_lookup_and_delete', words);
      case 'freeze':
        return this.call('sys_map_freeze', [file]);
      default: {
        const out = this.room(info.keySize);
        const result = this.call('sys_map_get_next_key', [file, this.bytes(words[0]), out]);
        return result === '0' ? `0 ${this.hex(out, info.keySize)}` : result;
      }
    }
  }

  private read({ file, info, userSize }: OpenMap, routine: string, [key, flags]: readonly string[]): string {
    const out = this.room(userSize);
    const result = this.call(routine, [file, this.bytes(key), out, Number(flags)]);
    if (result !== '0') return result;
    return `0 ${WITH_IDS.includes(info.type) ? 'id' : this.hex(out, userSize)}`;
  }

  private batch({ file, info, userSize }: OpenMap, operation: string, words: readonly string[]): string {
    const [inBatch, keys, values, count, elemFlags, flags] = words;
    const room = Number(count) + 1;
    const outSize = Math.max(info.keySize, BUCKET_NUMBER);
    const out = this.room(outSize);
    const keysAt = this.room(room * info.keySize, keys);
    const valuesAt = this.room(room * userSize, values);
    const request = this.request([
      this.bytes(inBatch),
      out,
      keysAt,
      valuesAt,
      Number(count),
      Number(elemFlags),
      Number(flags),
    ]);
    const name = operation === 'take' ? 'lookup_and_delete' : operation;
    const error = this.call(`sys_map_${name}_batch`, [file, request]);
    const done = this.machine.memory.load32(request + BatchRequest.offset('count'));
    if (name === 'update' || name === 'delete') return `${error} ${done}`;
    const filled = READABLE.includes(error) ? done : 0;
    const elements = WITH_IDS.includes(info.type) ? 'ids' : this.hex(valuesAt, filled * userSize);
    return `${error} ${done} ${this.hex(out, outSize)} ${this.hex(keysAt, filled * info.keySize)} ${elements}`;
  }

  private request(fields: readonly number[]): Addr {
    const at = this.room(BatchRequest.size);
    const { memory } = this.machine;
    this.machine.act(() => {
      for (const [i, field] of fields.entries()) memory.store32(at + 4 * i, field);
    });
    return at;
  }

  private call(routine: string, args: readonly number[]): string {
    const { machine } = this;
    const call = machine.spawn(0, routine, args);
    for (let i = 0; i < MAX_STEPS && !machine.resultOf(call).done; i++) {
      const stop = machine.step();
      if (stop !== undefined && 'message' in stop) throw new Error(stop.message);
    }
    return String(0 - machine.resultOf(call).result);
  }

  /** Bytes of user space; 0 for `-`. */
  private bytes(hex: string): Addr {
    return hex === '-' ? 0 : this.machine.putBytes(fromHex(hex === '_' ? '' : hex) ?? new Uint8Array());
  }

  private value(text: string, size: number): Addr {
    const map = text.startsWith('m') ? this.maps.get(text.slice(1)) : undefined;
    if (map === undefined) return this.room(size, text);
    return this.request([this.machine.kernel.files.mapOf(map.file)]);
  }

  /** So many bytes, which begin with those in hex. */
  private room(size: number, hex = '_'): Addr {
    const bytes = new Uint8Array(size);
    const given = fromHex(hex === '_' ? '' : hex);
    if (given !== undefined) bytes.set(given.subarray(0, size));
    return this.machine.putBytes(bytes);
  }

  private hex(address: Addr, size: number): string {
    return size === 0 ? '' : toHex(this.machine.memory.bytesAt(address, size));
  }
}

/** Results after which elements may have been read: done, no more of them, no room for more. */
const READABLE = ['0', '2', '28'];
