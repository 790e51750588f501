import { afterEach, describe, expect, it, vi } from 'vitest';
import { keep, kept } from './kept.ts';

const refuses = () => {
  throw new DOMException('denied', 'SecurityError');
};

/** What a browser's store does, and what is kept under `a` after `1` and then `2` were put there. */
const STORES: readonly [name: string, store: { getItem(name: string): string | null; setItem(): void }][] = [
  ['blocked', { getItem: refuses, setItem: refuses }],
  ['full', { getItem: () => null, setItem: refuses }],
  ['in order', { getItem: () => '2', setItem: () => undefined }],
];

describe('kept', () => {
  afterEach(() => vi.unstubAllGlobals());

  for (const [name, store] of STORES) {
    it(`holds what was chosen last where the store is ${name}`, () => {
      vi.stubGlobal('localStorage', store);
      keep('a', '1');
      keep('a', '2');
      expect(kept('a')).toBe('2');
    });
  }

  it('is nothing where nothing was kept, or nothing can be', () => {
    vi.stubGlobal('localStorage', { getItem: () => null });
    expect(kept('b')).toBeUndefined();
    vi.stubGlobal('localStorage', { getItem: refuses });
    expect(kept('b')).toBeUndefined();
  });
});
