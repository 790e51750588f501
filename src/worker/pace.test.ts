import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

const MS = 1_000_000;

it('lets virtual time pass as fast as was chosen', () => {
  const pace = new Pace(MS, 100, 5_000, 0);
  expect(pace.next(100, 5_000, 0).clock).toBe(5_000);
  expect(pace.next(600, 5_000, 1).clock).toBe(5_000 + MS / 2);
  expect(pace.next(2_100, 5_000 + MS, 2).clock).toBe(5_000 + 2 * MS);
});

it('does not wait to the end of a long pause, and goes on from there at its speed', () => {
  const pace = new Pace(MS, 0, 0, 7);
  expect(pace.next(1_900, 1.9 * MS, 7).clock).toBe(1.9 * MS);
  expect(pace.next(2_100, 2 * MS, 7)).toEqual({ clock: Number.POSITIVE_INFINITY, steps: 1 });
  expect(pace.next(2_101, 30 * MS, 8).clock).toBe(30 * MS);
  expect(pace.next(3_101, 30 * MS, 9).clock).toBe(31 * MS);
});

it('has no limit at full speed', () => expect(new Pace(0, 0, 0, 0).next(1, 0, 0).clock).toBe(Number.POSITIVE_INFINITY));
