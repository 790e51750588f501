import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { finish } from '../lib/job.ts';
import { objectOf, verifySource } from './engine.ts';
import { toBase64 } from './scenario/base64.ts';

const lifecycle = readFileSync(new URL('../conformance/corpus/objects/timers/lifecycle.o', import.meta.url));
const verified = (source: Parameters<typeof verifySource>[0]) => finish(verifySource(source, 1, { kernel: '6.18' }));

it('finds the C that an object was made of, line by line and for each instruction', () => {
  const { sources, programs } = verified({ name: 'lifecycle.o', object: toBase64(lifecycle) });
  const source = sources?.find(({ file }) => file === 'lifecycle.bpf.c');
  const first = programs.find(({ name }) => name === 'start_without_init');
  expect(first?.cLines?.file).toBe('lifecycle.bpf.c');
  const line = source?.lines.find(({ number }) => number === first?.cLines?.lines[0]);
  expect(line?.text).toContain('SEC("tc") int start_without_init(struct __sk_buff *ctx)');
  const numbers = source?.lines.map(({ number }) => number) ?? [];
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

it('finds none in an assembly text', () => {
  const answer = verified({ name: 'p.s', asm: '.program p section=xdp\n r0 = 2\n exit\n' });
  expect(answer.sources).toBeUndefined();
  expect(answer.programs[0].cLines).toBeUndefined();
});

it('hands out a text as the object that it assembles to', () => {
  const object = objectOf({ name: 'p.s', asm: '.program p section=xdp\n r0 = 2\n exit\n' });
  if (!object.ok) throw new Error(JSON.stringify(object.error));
  expect(verified({ name: 'p.o', object: toBase64(object.value) }).programs).toMatchObject([
    { name: 'p', accepted: true },
  ]);
  expect(objectOf({ name: 'p.s', asm: 'what' }).ok).toBe(false);
});
