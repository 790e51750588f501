import type { MemoryAnswer, MemoryObject } from '../../../engine/scenario/memory-answer.ts';

/** Bytes of a row: a word of 64 bits. */
export const ROW_BYTES = 8;

export interface MemoryByte {
  readonly text: string;
  /** Printable, or a dot. */
  readonly letter: string;
  readonly shadow: 'live' | 'freed' | 'header' | 'wild';
  readonly isZero: boolean;
  readonly isChanged: boolean;
}

export interface MemoryRow {
  readonly address: number;
  readonly bytes: readonly MemoryByte[];
  /** Name of what begins in the row. */
  readonly starts: string;
}

const SHADOWS: Readonly<Record<string, MemoryByte['shadow']>> = { l: 'live', f: 'freed', h: 'header', w: 'wild' };

/** The row at an address, if the answer has it; bytes that differ from the answer before are changed. */
export function rowAt(address: number, now: MemoryAnswer, before: MemoryAnswer | undefined): MemoryRow | undefined {
  const offset = address - now.address;
  if (offset < 0 || offset + ROW_BYTES > now.bytes.length) return undefined;
  const bytes = Array.from({ length: ROW_BYTES }, (_, i): MemoryByte => {
    const value = now.bytes[offset + i];
    const old = before?.bytes[address - before.address + i];
    return {
      text: value.toString(16).padStart(2, '0'),
      letter: value >= 0x20 && value < 0x7f ? String.fromCharCode(value) : '.',
      shadow: SHADOWS[now.shadow[(offset + i) >> 2]] ?? 'wild',
      isZero: value === 0,
      isChanged: old !== undefined && old !== value,
    };
  });
  const starts = now.objects
    .filter((object) => object.address >= address && object.address < address + ROW_BYTES)
    .map((object) => object.name);
  return { address, bytes, starts: starts.join(', ') };
}

/** The innermost object around an address. */
export function objectAround(address: number, { objects }: MemoryAnswer): MemoryObject | undefined {
  return objects
    .filter((object) => address + ROW_BYTES > object.address && address < object.address + object.size)
    .toSorted((a, b) => a.size - b.size)[0];
}

/** The machine address that the low word of a row is, if it can be one. */
export function pointerAt(address: number, { address: from, bytes, end }: MemoryAnswer): number | undefined {
  const at = address - from;
  if (at < 0 || at + 4 > bytes.length) return undefined;
  const low = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
  return low >= 4096 && low < end ? low : undefined;
}
