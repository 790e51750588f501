import type { Addr, Memory } from './memory.ts';

const PAGE_WORDS = 1024;
const PAGE_SHIFT = 12;

/** A copy of the memory: the pages that are not all zeros. Equal pages of two checkpoints are one array. */
export interface Checkpoint {
  readonly pages: ReadonlyMap<number, Int32Array>;
}

/** Copies what differs from `previous`; shares the rest with it. Nothing at or after `used` is in use. */
export function takeCheckpoint(memory: Memory, used: Addr, previous: Checkpoint | undefined): Checkpoint {
  const pages = new Map<number, Int32Array>();
  copyPages(memory, 0, used, pages, previous);
  copyPages(memory, memory.metaBase, memory.metaBase + (used >> 2) + 1, pages, previous);
  return { pages };
}

function copyPages(
  { words }: Memory,
  from: Addr,
  to: Addr,
  pages: Map<number, Int32Array>,
  previous: Checkpoint | undefined,
): void {
  for (let page = from >> PAGE_SHIFT; page << PAGE_SHIFT < to; page++) {
    const now = words.subarray(page * PAGE_WORDS, (page + 1) * PAGE_WORDS);
    const before = previous?.pages.get(page);
    if (before !== undefined && isSame(now, before)) pages.set(page, before);
    else if (!isZero(now)) pages.set(page, now.slice());
  }
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
