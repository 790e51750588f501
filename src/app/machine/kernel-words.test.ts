import { expect, it } from 'vitest';
import { GENERATIONS, SWITCH_NAMES } from '../../engine/abi/generations.ts';
import { generationNote, generationWords, spanWords, TOPICS } from './kernel-words.ts';

it('has every switch under one topic', () => {
  expect(Object.values(TOPICS).flat().toSorted()).toEqual(SWITCH_NAMES.toSorted());
});

it('has words for every generation', () => {
  for (const generation of GENERATIONS) expect(generationWords(generation)).toContain(`Linux ${generation}.`);
  expect(generationWords('6.8')).toBe(
    `Linux 6.8.\nIt ends this:
– the bpf_hrtimer is freed at once (rcu_free_H)
– an inner map may be freed while a program that has looked it up runs (defer_inner_free)`,
  );
  expect(generationWords('6.18.35')).toBe('Linux 6.18.35. No switch differs.');
  expect(generationWords('7.0')).toContain('It gives up: lock, irqsave');
});

it.each([
  ['v1', ''],
  ['6.8', 'rcu_free_H, defer_inner_free'],
  ['6.15', 'bucket_lock_timeout, no map_locked'],
  ['5.15', '6 switches'],
] as const)('notes of %s: %j', (generation, note) => {
  expect(generationNote(generation)).toBe(note);
});

it.each([
  ['lock', 'since v2, until 7.0'],
  ['second_loop_in_map_free', 'since v3, until 5.15, again since 6.2'],
  ['prog_free_after_rcu', 'every kernel has it'],
  ['idle_migration', 'no kernel has it'],
] as const)('%s: %s', (name, words) => {
  expect(spanWords(name)).toBe(words);
});
