import { describe, expect, it } from 'vitest';
import { VisitedStates } from './visited.ts';

describe('visited states', () => {
  it('knows each pair once, however many there are', () => {
    const visited = new VisitedStates();
    const known = new Set<string>();
    let x = 1;
    for (let i = 0; i < 30_000; i++) {
      x = (Math.imul(x, 1664525) + 1013904223) | 0;
      // Few low words and few high ones: pairs that collide, pairs that come again, and zeros.
      const [low, high] = [(x >> 12) & 0x7f, (x >> 21) & 0x7f];
      expect(visited.add(low, high)).toBe(!known.has(`${low} ${high}`));
      known.add(`${low} ${high}`);
    }
    expect(visited.size).toBe(known.size);
    expect(known.has('0 0')).toBe(true);
  });
});
