/** Object files that are sound, refused, cut off and corrupted. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCollection } from '../loader/load.ts';
import { readObject } from './read.ts';

const OBJECTS = new URL('../../conformance/corpus/objects/', import.meta.url);

const load = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`${name}.o`, OBJECTS)));

/** Seeded numbers below `limit` (mulberry32), so that a failing case can be named. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

/** Opens and loads; says what came of it. Never throws, whatever the bytes. */
function outcome(bytes: Uint8Array): string {
  const spec = readObject(bytes, 'fuzz.o');
  if (!spec.ok) {
    expect(spec.error.length).toBeGreaterThan(0);
    expect(spec.error.every(({ message, offset }) => message !== '' && offset !== undefined)).toBe(true);
    return 'not an object';
  }
  if (spec.value.openErrors !== undefined) return 'refused';
  loadCollection(spec.value);
  return 'opened';
}

describe('corrupt objects give diagnostics', () => {
  const names = [
    'timers/lifecycle',
    'timers/inner_maps',
    'timers/workqueue',
    'loader/data',
    'loader/order',
    'trace/tail_calls',
    'timers/no_btf',
  ];

  it.each(names)('%s cut off anywhere', (name) => {
    const bytes = load(name);
    for (let length = 0; length < bytes.length; length += 1 + (length % 37)) outcome(bytes.subarray(0, length));
    expect(outcome(bytes.subarray(0, 63))).toBe('not an object');
    expect(outcome(bytes)).toBe('opened');
  });

  it.each(names)('%s with bytes flipped', (name) => {
    const original = load(name);
    for (let seed = 0; seed < 400; seed++) {
      const next = random(seed);
      const bytes = original.slice();
      for (let flips = 1 + next(4); flips > 0; flips--) bytes[next(bytes.length)] = next(256);
      outcome(bytes);
    }
  });
});

describe('what libbpf would not open', () => {
  it('says why, in its words, with its number', () => {
    const spec = readObject(load('loader/legacy_maps'), 'legacy_maps.o');
    expect(spec.ok && spec.value).toMatchObject({
      openErrno: 95,
      openErrors: ["elf: legacy map definitions in 'maps' section are not supported by libbpf v1.0+"],
      programs: [],
    });
  });

  it('is told apart from what is no object at all', () => {
    const spec = readObject(new TextEncoder().encode('#include <linux/bpf.h>\n'.repeat(9)), 'oops.c');
    expect(spec).toEqual({
      ok: false,
      error: [{ severity: 'error', message: 'elf: not an ELF file', offset: 0, where: 'oops.c' }],
    });
  });
});

describe('names of data maps', () => {
  it.each([
    ['objects/lifecycle_of_timers.o', 'lifecycl'],
    ['x.bpf.o', 'x'],
  ])('%s', (file, prefix) => {
    const spec = readObject(load('loader/data'), file);
    const names = spec.ok ? spec.value.maps.map(({ name }) => name) : [];
    expect(names).toEqual([
      `${prefix}.data`,
      `${prefix}.rodata`,
      '.data.custom',
      '.rodata.custom',
      `${prefix}.bss`,
      '.rodata.str1.1',
    ]);
  });
});
