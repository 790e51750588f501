/**
 * System calls on maps of every type, one element or many at a time: `testdata/map-calls.txt` holds what Linux 6.18.44
 * answered on two CPUs. Blocks begin with an empty machine; `map-calls.ts` says how calls and answers are written.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapTypeName } from '../abi/map-types.ts';
import { MapCalls } from './map-calls.ts';

const BLOCKS = readFileSync(new URL('testdata/map-calls.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((block) => block.split('\n'));

const typesIn = (block: readonly string[]): string =>
  block.flatMap((line) => (line.startsWith('create') ? [mapTypeName(Number(line.split(' ')[2]))] : [])).join(', ');

describe('system calls on maps', () => {
  it.each(BLOCKS.map((block, i) => [i + 1, typesIn(block), block] as const))('%i: %s', (_, __, block) => {
    const calls = new MapCalls();
    const lines = block.map((line) => line.split(' = '));
    expect(lines.map(([call]) => `${call} = ${calls.do(call).trimEnd()}`)).toEqual(block);
  });
});
