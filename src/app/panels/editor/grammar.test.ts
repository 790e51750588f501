import { describe, expect, it } from 'vitest';
import { namedPlaces, syntaxWords } from './grammar.ts';

describe('the grammar', () => {
  it('knows the words of the instruction table', () => {
    expect(syntaxWords()).toEqual(expect.arrayContaining(['call', 'exit', 'goto', 'if', 'll', 'lock', 'u32', 's8']));
    expect(syntaxWords()).not.toContain('dst');
  });
});

describe('names of kinds', () => {
  const text = [
    '.map flows type=hash',
    '.callback expire',
    '  r1 = flows ll   # flows in a comment',
    '  r2 = expire',
    '  call flows_2',
    '.map hash type=hash',
    '.function swept args=u64',
    '  r2 = swept ll',
    '.function called args=u64',
    '  call called',
  ];

  it('are found where they are declared and used', () => {
    const found = namedPlaces(text.join('\n'));
    const drawn = found.map(
      ({ line, column, endColumn, kind }) => `${line}: ${text[line - 1].slice(column - 1, endColumn - 1)} ${kind}`,
    );
    expect(drawn).toEqual([
      '1: flows map',
      '2: expire callback',
      '3: flows map',
      '4: expire callback',
      '6: hash map',
      '7: swept callback',
      '8: swept callback',
    ]);
  });

  it('are none in a text that declares none', () => expect(namedPlaces('r0 = 0')).toEqual([]));
});
