import type { Memory } from './memory.ts';

const PAGE_WORDS = 1024;

/** A copy of the memory: the pages that are not all zeros. Equal pages of two checkpoints are one array. */
export interface Checkpoint {
  readonly pages: ReadonlyMap<number, Int32Array>;
}

/** Copies what differs from `previous`; shares the rest with it. */
export function takeCheckpoint(memory: Memory, previous: Checkpoint | undefined): Checkpoint {
  const pages = new Map<number, Int32Array>();
  const { words } = memory;
  for (let page = 0; page * PAGE_WORDS < words.length; page++) {
    const now = words.subarray(page * PAGE_WORDS, (page + 1) * PAGE_WORDS);
    const before = previous?.pages.get(page);
    if (before !== undefined && isSame(now, before)) pages.set(page, before);
    else if (!isZero(now)) pages.set(page, now.slice());
  }
  return { pages };
}

function isZero(words: Int32Array): boolean {
  for (let i = 0; i < PAGE_WORDS; i++) if (words[i] !== 0) return false;
  return true;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < PAGE_WORDS; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Makes the memory what it was; the journal begins anew. */
export function restoreCheckpoint(memory: Memory, checkpoint: Checkpoint): void {
  const { words } = memory;
  for (let page = 0; page * PAGE_WORDS < words.length; page++) {
    const saved = checkpoint.pages.get(page);
    if (saved !== undefined) words.set(saved, page * PAGE_WORDS);
    else words.fill(0, page * PAGE_WORDS, (page + 1) * PAGE_WORDS);
  }
  memory.journal.forget();
  memory.markStale();
}
