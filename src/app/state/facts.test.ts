import { expect, it } from 'vitest';
import { knownOfRegister, knownOfSlot } from './facts.ts';

const STATES = [
  { registers: ['1', undefined], stack: [{ offset: -8, text: 'mmmmmmmm' }] },
  { registers: ['2', undefined], stack: [] },
];

it('what is known is said of all paths at once', () => {
  expect(knownOfRegister(STATES, 0)).toBe('1 or 2');
  expect(knownOfRegister(STATES, 1)).toBe('no value');
  expect(knownOfRegister([], 0)).toBeUndefined();
  expect(knownOfSlot(STATES, -8)).toBe('mmmmmmmm or no value');
  expect(knownOfSlot(STATES.slice(0, 1), -8)).toBe('mmmmmmmm');
});
