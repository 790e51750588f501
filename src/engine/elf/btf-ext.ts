/**
 * `.BTF.ext`: which instruction belongs to which function type, source line and relocation against the kernel's types.
 *
 *   header: magic 2 | version 1 | flags 1 | hdr_len 4 | func_info off, len | line_info off, len | core_relo off, len
 *   each part: record size 4, then per section: section name 4 | count 4 | records; a record begins with a byte offset
 */
import { viewOf } from '../../lib/bytes.ts';
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { EINVAL } from '../abi/errno.ts';
import type { Btf } from '../btf/btf.ts';
import { BTF_MAGIC, BTF_VERSION } from '../btf/types.ts';
import { ENOTSUP } from './open-error.ts';

/** A record: byte offset in its section, then three words (func_info has one). */
export interface ExtRecord {
  readonly offset: number;
  readonly words: readonly [number, number, number];
  /** Which one of its section it is. */
  readonly number: number;
}

/** Records by section name, in the order of the file. */
export type ExtRecords = ReadonlyMap<string, readonly ExtRecord[]>;

export interface BtfExt {
  readonly funcInfo: ExtRecords;
  readonly lineInfo: ExtRecords;
  readonly coreRelos: ExtRecords;
}

const MIN_RECORD = { funcInfo: 8, lineInfo: 16, coreRelos: 16 };

/** Header length that has func_info and line_info; core_relo comes after. */
const HEADER_WITH_LINES = 24;
const HEADER_WITH_RELOS = 32;

/** The parts of the section; an errno where libbpf would take it for corrupt. libbpf: btf_ext__new() */
export function parseBtfExt(bytes: Uint8Array, btf: Btf): Result<BtfExt, number> {
  if (bytes.length < HEADER_WITH_LINES) return err(EINVAL);
  const view = viewOf(bytes);
  const headerSize = view.getUint32(4, true);
  if (view.getUint16(0, true) !== BTF_MAGIC || headerSize > bytes.length) return err(EINVAL);
  if (bytes[2] !== BTF_VERSION || bytes[3] !== 0) return err(ENOTSUP);
  if (headerSize < HEADER_WITH_LINES || headerSize === bytes.length) return err(EINVAL);
  const part = (at: number, minimum: number): ExtRecords | undefined =>
    parsePart(view, btf, headerSize + view.getUint32(at, true), view.getUint32(at + 4, true), minimum);
  const funcInfo = part(8, MIN_RECORD.funcInfo);
  const lineInfo = part(16, MIN_RECORD.lineInfo);
  const coreRelos = headerSize < HEADER_WITH_RELOS ? new Map() : part(24, MIN_RECORD.coreRelos);
  if (funcInfo === undefined || lineInfo === undefined || coreRelos === undefined) return err(EINVAL);
  return ok({ funcInfo, lineInfo, coreRelos });
}

function parsePart(view: DataView, btf: Btf, start: number, length: number, minimum: number): ExtRecords | undefined {
  const sections = new Map<string, ExtRecord[]>();
  if (length === 0) return sections;
  const end = start + length;
  if (start % 4 !== 0 || end > view.byteLength || length <= 4) return undefined;
  const recordSize = view.getUint32(start, true);
  if (recordSize < minimum || recordSize % 4 !== 0) return undefined;
  for (let at = start + 4; at < end; ) {
    if (at + 8 > end) return undefined;
    const name = btf.string(view.getUint32(at, true));
    const count = view.getUint32(at + 4, true);
    const next = at + 8 + count * recordSize;
    if (count === 0 || next > end) return undefined;
    // libbpf looks at the first part that names a section, and no further.
    if (!sections.has(name)) sections.set(name, readRecords(view, at + 8, count, recordSize));
    at = next;
  }
  return sections;
}

function readRecords(view: DataView, start: number, count: number, size: number): ExtRecord[] {
  const word = (at: number): number => (at + 4 <= view.byteLength ? view.getUint32(at, true) : 0);
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size;
    return { offset: word(at), words: [word(at + 4), word(at + 8), word(at + 12)], number: i };
  });
}

/** The records that lie in [start, end) of a section, up to the first beyond it. libbpf: adjust_prog_btf_ext_info() */
export function recordsBetween(records: ExtRecords, section: string, start: number, end: number): readonly ExtRecord[] {
  const all = records.get(section) ?? [];
  const beyond = all.findIndex((record) => record.offset >= end);
  return (beyond < 0 ? all : all.slice(0, beyond)).filter((record) => record.offset >= start);
}
