import { describe, expect, it } from 'vitest';
import type { MemoryAnswer } from '../../../engine/scenario/memory-answer.ts';
import { objectAround, pointerAt, rowAt } from './rows.ts';
import { parseAddress } from './view.ts';

const object = (name: string, address: number, size: number) => ({ name, address, size, freed: false, fields: [] });

const ANSWER: MemoryAnswer = {
  address: 8192,
  bytes: Uint8Array.from([0x41, 0, 0, 0, 0, 0, 0, 0, 0x10, 0x20, 0, 0, 0x80, 0x88, 0xff, 0xff]),
  shadow: 'hlff',
  objects: [object('map_value', 8196, 12), object('timers[0]', 8200, 8)],
  end: 9000,
};

describe('rows of memory', () => {
  it('have bytes with letters, shadow and what begins there', () => {
    const row = rowAt(8192, ANSWER, { ...ANSWER, bytes: new Uint8Array(16) });
    expect(row?.bytes.map((byte) => byte.text).join(' ')).toBe('41 00 00 00 00 00 00 00');
    expect(row?.bytes.map((byte) => byte.letter).join('')).toBe('A.......');
    expect(row?.bytes.map((byte) => byte.shadow[0]).join('')).toBe('hhhhllll');
    expect(row?.bytes.map((byte) => byte.isChanged).indexOf(true)).toBe(0);
    expect(row?.starts).toBe('map_value');
  });

  it('are there only where the answer reaches', () => {
    expect(rowAt(8184, ANSWER, undefined)).toBeUndefined();
    expect(rowAt(8208, ANSWER, undefined)).toBeUndefined();
  });

  it('belong to the innermost object, and lead where a pointer points', () => {
    expect(objectAround(8192, ANSWER)?.name).toBe('map_value');
    expect(objectAround(8200, ANSWER)?.name).toBe('timers[0]');
    expect(pointerAt(8200, ANSWER)).toBe(0x2010);
    expect(pointerAt(8192, ANSWER)).toBeUndefined();
  });
});

it.each([
  ['0x1000', 4096],
  ['1f40', 0x1f40],
  ['ffff888000002010', 0x2010],
  ['0xffff888000002010', 0x2010],
  ['', undefined],
  ['flows', undefined],
  ['123456789', undefined],
])('the address %j', (text, address) => {
  expect(parseAddress(text)).toBe(address);
});
