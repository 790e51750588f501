/**
 * The two 32-bit halves that name a state. A word contributes `mix(index, word)` to each half, a zero word nothing,
 * and contributions are added: the same sum comes out whether it is kept up to date store by store or made from scratch.
 */

/** 16 hex digits, the high half first. */
export type Hash64 = string;

/** Low half of a word's contribution: for one index a bijection of the word, so a single flipped word always shows. */
export function mixLow(index: number, word: number): number {
  let h = Math.imul(word ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** High half, from other constants and another shift: together 64 bits. */
export function mixHigh(index: number, word: number): number {
  let h = Math.imul(word + Math.imul(index ^ 0x27d4eb2f, 0x165667b1), 0xd3a2646d);
  h = Math.imul(h ^ (h >>> 14), 0xfd7046c5);
  return h ^ (h >>> 17);
}

/** A sum under construction, for words that are hashed when asked. */
export class HashSum {
  low: number;
  high: number;

  constructor(low = 0, high = 0) {
    this.low = low;
    this.high = high;
  }

  add(index: number, word: number): void {
    if (word === 0) return;
    this.low = (this.low + mixLow(index, word)) | 0;
    this.high = (this.high + mixHigh(index, word)) | 0;
  }

  text(): Hash64 {
    return hashText(this.low, this.high);
  }
}

const hashText = (low: number, high: number): Hash64 => hex8(high) + hex8(low);

const hex8 = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
