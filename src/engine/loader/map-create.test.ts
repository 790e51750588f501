import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { errnoName } from '../abi/errno.ts';
import * as mapTypes from '../abi/map-types.ts';
import type { MapInfo } from '../program/load.ts';
import { createMap } from './map-create.ts';

/** Types of maps, each with a map of the type and what the kernel answers to the same map with one thing changed. */
const TABLE = readFileSync(new URL('testdata/map-create.txt', import.meta.url), 'latin1')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .join('\n')
  .trim()
  .split(/\n(?=\S)/);

const FLAGS: ReadonlyMap<string, unknown> = new Map(Object.entries(mapTypes));

/** `numa_node+rdonly` as a number. */
function flagsOf(names: string): number {
  const bits = names.split('+').map((name) => (name === '' ? 0 : FLAGS.get(`BPF_F_${name.toUpperCase()}`)));
  return bits.reduce((sum: number, bit) => sum | Number(bit), 0);
}

interface Sizes {
  readonly key: number;
  readonly value: number;
  readonly entries: number;
  readonly flags: number;
}

function mapOf(type: string, { key, value, entries, flags }: Sizes): MapInfo {
  const common = { name: 'm', flags, mapExtra: 0n, btfKeyTypeId: 0, btfValueTypeId: 0 };
  const typeId = defined(mapTypes.mapTypeByName(type), type);
  const map = { ...common, type: typeId, keySize: key, valueSize: value, maxEntries: entries };
  return type.endsWith('_of_maps')
    ? { ...map, inner: mapOf('array', { key: 4, value: 8, entries: 1, flags: 0 }) }
    : map;
}

function answerTo(type: string, sizes: Sizes): string {
  const made = createMap(mapOf(type, sizes), DEFAULT_ENV);
  return made.ok ? 'ok' : errnoName(made.error);
}

/** What one line of the table says, as the answers that we give. */
function answered(line: string, type: string, base: Sizes): string {
  const [, what, choices] = defined(/^ {2}(\w+) \w+: (.*)$/.exec(line) ?? undefined, line);
  const answers = choices.split(' ').map((choice) => {
    const changed = what === 'flags' ? base.flags ^ flagsOf(choice) : Number(choice);
    return { choice, answer: answerTo(type, { ...base, [what]: changed }) };
  });
  const [first] = answers;
  const others = answers.filter(({ answer }) => answer !== first.answer);
  return `  ${what} ${first.answer}: ${choices}${others.map(({ choice, answer }) => ` (but ${choice}: ${answer})`).join('')}`;
}

it.each(TABLE)('%s', (block) => {
  const [head, ...lines] = block.split('\n');
  const fields = /^(\w+) key=(\d+) value=(\d+) entries=(\d+)(?: flags=(\w+))?: (\w+)$/.exec(head);
  const [, type, key, value, entries, flags = '', wanted] = defined(fields ?? undefined, head);
  const base = { key: Number(key), value: Number(value), entries: Number(entries), flags: flagsOf(flags) };
  expect(answerTo(type, base)).toBe(wanted);
  expect(lines.map((line) => answered(line, type, base))).toEqual(lines);
});
