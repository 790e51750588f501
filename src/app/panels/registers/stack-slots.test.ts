import { expect, it } from 'vitest';
import { stackSlots } from './stack-slots.ts';

it.each([
  ['', []],
  ['0001020304050607', [{ offset: -8, bytes: '0001020304050607' }]],
  [
    'aaaaaaaaaaaaaaaa0001020304050607',
    [
      { offset: -8, bytes: '0001020304050607' },
      { offset: -16, bytes: 'aaaaaaaaaaaaaaaa' },
    ],
  ],
])('the slots of %j', (stack, slots) => expect(stackSlots(stack)).toEqual(slots));
