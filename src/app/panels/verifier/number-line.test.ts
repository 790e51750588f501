import { expect, it } from 'vitest';
import { axisOf, boundsOf } from './number-line.ts';

/** Messages, and how they are drawn: `[]` the required range, `*` known, `<` `>` known beyond what is drawn. */
const LINES: readonly [message: string, title: string, drawn: string][] = [
  [
    'At async callback return the register R0 has smin=1 smax=1 should have been in [0, 0]',
    'R0 at return',
    '-1 [0] 1* 2',
  ],
  ['At program exit the register R0 has smin=2 smax=2 should have been in [0, 1]', 'R0 at exit', '-1 [0 1] 2* 3'],
  [
    'At callback return the register R0 has unknown scalar value should have been in [0, 1]',
    'R0 at return',
    '< -5* -4* -3* -2* -1* [0* 1*] 2* 3* 4* 5* 6* >',
  ],
  [
    'At async callback return the register R0 has smin=0 smax=4294967295 should have been in [0, 0]',
    'R0 at return',
    '-1 [0*] 1* 2* 3* 4* 5* 6* >',
  ],
];

it.each(LINES)('%s', (message, title, drawn) => {
  const bounds = boundsOf(message);
  expect(bounds?.of).toBe(title);
  expect(bounds && draw(bounds)).toBe(drawn);
});

it('is there for messages about ranges only', () => expect(boundsOf('R1 !read_ok')).toBeUndefined());

function draw(bounds: NonNullable<ReturnType<typeof boundsOf>>): string {
  const { ticks, goesOn } = axisOf(bounds);
  const [low, high] = bounds.required;
  const [min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY] = bounds.known;
  const words = ticks.map((tick) => {
    const word = `${tick}${tick >= min && tick <= max ? '*' : ''}`;
    return `${tick === low ? '[' : ''}${word}${tick === high ? ']' : ''}`;
  });
  return [goesOn[0] ? '<' : '', ...words, goesOn[1] ? '>' : ''].filter(Boolean).join(' ');
}
