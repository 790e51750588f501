import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { finish } from '../../lib/job.ts';
import { openScenario } from '../engine.ts';
import { graphAnswer } from './graph-answer.ts';
import { memoryAnswer } from './memory-answer.ts';

const asm = readFileSync(new URL('../../examples/first-timer.s', import.meta.url), 'utf8');
const opened = finish(
  openScenario({
    v: 1,
    programs: [{ name: 'first-timer.s', asm }],
    machine: { cpus: 2, kernel: '6.18' },
    script: ['bpftool prog run name first_timer', 'sleep 1500us', 'close map timers'].map((line) => ({ line })),
    grain: 'insn',
  }),
);
const session = defined(opened.session, 'session');
const { machine } = session;
const timerNode = () => graphAnswer(machine).nodes.find((node) => node.kind === 'timer');

it('names what lies in memory, by layout and by the types of values', () => {
  while (timerNode()?.timer?.queued !== true) session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1);
  const timer = defined(timerNode(), 'timer').address;
  const around = memoryAnswer(machine, timer - 64, 256);
  const object = around.objects.find((each) => each.address === timer);
  expect(object).toMatchObject({ name: 'bpf_hrtimer', freed: false });
  expect(object?.fields.find((field) => field.name === 'queued')?.text).toBe('1');
  expect(around.shadow[(timer - around.address) / 4]).toBe('l');
  expect(around.shadow[(timer - around.address) / 4 - 1]).toBe('h');

  const element = graphAnswer(machine).nodes.find((node) => node.kind === 'element')?.address ?? 0;
  const value = memoryAnswer(machine, element, 64).objects.find((each) => each.name === 'timers[0]');
  expect(value).toMatchObject({ address: element, size: 24 });
  expect(value?.fields.map(({ name, offset, kind }) => [name, offset, kind])).toEqual([
    ['fired', 0, expect.any(String)],
    ['timer', 8, 'bpf_timer'],
  ]);
});

it('shows freed memory with who freed it, and changes nothing', () => {
  while (session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1000) === undefined);
  const hash = session.runHash();
  const timer = defined(timerNode(), 'ghost').address;
  const answer = memoryAnswer(machine, timer, 64);
  expect(answer.objects[0]).toMatchObject({ address: timer, name: 'bpf_hrtimer', freed: true, fields: [] });
  expect(answer.objects[0].freedBy).toMatch(/^CPU \d softirq|task/);
  expect(answer.shadow).toMatch(/^f+/);
  expect(answer.objects[0].history?.map(({ what }) => what.replace(/\d+/, '…'))).toEqual([
    'made',
    'armed for …',
    'fired',
    'armed for …',
    'cancelled',
    'freed',
  ]);
  expect(answer.objects[0].history?.[0]).toMatchObject({
    who: expect.stringMatching(/^CPU \d task$/),
    step: expect.any(Number),
  });
  expect(session.runHash()).toBe(hash);
});

it.each([
  [-5, 100],
  [0, 0],
  [1 << 30, 4096],
  [4093, 1 << 30],
])('answers any range: %i + %i', (address, length) => {
  const answer = memoryAnswer(machine, address, length);
  expect(answer.bytes.length).toBe(4 * answer.shadow.length);
  expect(answer.address + answer.bytes.length).toBeLessThanOrEqual(answer.end);
});
