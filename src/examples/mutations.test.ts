import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assemble } from '../engine/asm/assemble.ts';
import { EXAMPLE_NAMES } from './example.ts';

/** Numbers of a linear congruential generator: the same texts in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Words in wrong places, and what people mistype. */
const INTRUDERS = [
  '=',
  '(',
  ')',
  '*',
  '+',
  ':',
  ',',
  '{',
  '"',
  "'",
  '/*',
  '\\',
  '\u00fc',
  '\0',
  '1e9',
  '0x',
  '-',
  'r11',
  'w99',
  'goto',
];
const WORDS = [
  '.map',
  '.struct',
  '.program x',
  '.callback',
  'call',
  'if',
  'r1 =',
  'lock',
  '.section',
  '.zero 99999999999',
  '.set',
];

type Mutation = (text: string, random: (below: number) => number) => string;

const replaced = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

const MUTATIONS: readonly Mutation[] = [
  (text, random) => replaced(text, random(text.length), 1, ''),
  (text, random) => replaced(text, random(text.length), 0, INTRUDERS[random(INTRUDERS.length)]),
  (text, random) => replaced(text, random(text.length), 1 + random(40), ''),
  (text, random) => replaced(text, random(text.length), random(3), ` ${WORDS[random(WORDS.length)]} `),
  (text, random) => text.slice(0, random(text.length)),
  (text, random) => {
    const lines = text.split('\n');
    lines.splice(random(lines.length), 0, lines[random(lines.length)]);
    return lines.join('\n');
  },
  (text, random) => {
    const words = text.split(/(?<=\s)/);
    const [from, to] = [random(words.length), random(words.length)];
    [words[from], words[to]] = [words[to], words[from]];
    return words.join('');
  },
];

const TEXTS = EXAMPLE_NAMES.map((name) => readFileSync(new URL(`${name}.s`, import.meta.url), 'utf8'));

/** The first `count` mutants that do not assemble, with what is said about them. */
function malformed(count: number) {
  const random = generator(1);
  const found = [];
  for (let tries = 0; found.length < count && tries < 100 * count; tries++) {
    let text = TEXTS[random(TEXTS.length)];
    for (let times = 1 + random(4); times > 0; times--) text = MUTATIONS[random(MUTATIONS.length)](text, random);
    const result = assemble(text, 'mutant.s');
    if (!result.ok) found.push({ text, diagnostics: result.error });
  }
  return found;
}

it('300 damaged examples get diagnostics with places in their text', () => {
  const mutants = malformed(300);
  expect(mutants).toHaveLength(300);
  for (const { text, diagnostics } of mutants) {
    const lines = text.split('\n');
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { at, message } of diagnostics) {
      const line = lines[(at?.line ?? 0) - 1];
      expect(line, `${message}\n${text}`).toBeDefined();
      expect(at?.column, message).toBeGreaterThan(0);
      expect(at?.column, message).toBeLessThanOrEqual(line.length + 1);
      expect(message.trim()).not.toBe('');
    }
  }
});
