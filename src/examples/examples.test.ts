import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { normalise } from '../cli/normalise.ts';
import { assemble } from '../engine/asm/assemble.ts';
import { openScenario, verifySource } from '../engine/engine.ts';
import { logString } from '../engine/program/log-text.ts';
import { DEFAULT_MACHINE } from '../engine/scenario/default-machine.ts';
import type { MapAnswer } from '../engine/scenario/queries.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import type { Session } from '../engine/scenario/session.ts';
import { defined } from '../lib/assert.ts';
import { finish } from '../lib/job.ts';
import { EXAMPLE_NAMES, readExample } from './example.ts';

// What a real kernel answered; `scripts/record-examples.mjs` asks it anew.
const entries = v.array(v.object({ key: v.string(), value: v.string() }));
const recordedMap = v.object({
  name: v.string(),
  entries: v.nullish(entries),
  inner: v.nullish(v.unknown()),
});
const recorded = v.object({
  programs: v.array(
    v.object({ name: v.string(), verdict: v.string(), errno: v.number(), stats: v.string(), log: v.array(v.string()) }),
  ),
  run: v.object({ settle_ms: v.number(), retvals: v.array(v.number()), maps: v.array(recordedMap) }),
});

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

function play(script: readonly string[], name: string, asm: string): Session {
  const scenario: Scenario = {
    v: 1,
    programs: [{ name: `${name}.s`, asm }],
    machine: DEFAULT_MACHINE,
    script: script.map((line) => ({ line })),
    grain: 'point',
  };
  const { answer, session } = finish(openScenario(scenario));
  expect(answer.diagnostics).toEqual([]);
  const opened = defined(session, 'session');
  while (opened.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 100_000) === undefined);
  return opened;
}

const hexOf = (bytes: string): string => bytes.replace(/^0x|\s/g, '');

/** Contents in the order of their keys, as the recording has them. */
const contents = (map: MapAnswer): v.InferOutput<typeof entries> =>
  map.entries
    .map(({ key, value }) => ({ key: hexOf(key), value: hexOf(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

it('are all in the list that readers see', () => {
  const files = readdirSync(new URL('./', import.meta.url)).filter((file) => file.endsWith('.s'));
  expect(files.sort()).toEqual(EXAMPLE_NAMES.map((name) => `${name}.s`).sort());
});

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const text = read(`${name}.s`);
  const { title, description, script } = readExample(text);
  const kernel = v.parse(recorded, JSON.parse(read(`testdata/${name}.json`)));

  it('says what it is about', () => {
    expect(title).toMatch(/^[A-Z][\w ,-]+$/);
    expect(description).toMatch(/^[A-Z].+\.$/);
    expect(script.length).toBeGreaterThan(1);
  });

  it('assembles without a warning and is accepted with the log of the kernel', () => {
    const assembled = assemble(text, `${name}.s`);
    expect(assembled.ok && assembled.value.warnings).toEqual([]);
    const { programs } = finish(verifySource({ name: `${name}.s`, asm: text }, 2, { kernel: '6.18' }));
    const answers = programs.map((program) => {
      const log = [...normalise(logString(program.log))];
      const stats = log.pop();
      return { name: program.name, verdict: program.accepted ? 'accept' : 'reject', errno: program.errno, stats, log };
    });
    expect(answers).toEqual(kernel.programs);
  });

  it('fires and leaves in its maps what the kernel left there', () => {
    const session = play([...script, `sleep ${kernel.run.settle_ms}ms`], name, text);
    const { maps, output, stop } = session.answer();
    expect(stop.why).toBe('idle');
    expect(output.filter(({ failed }) => failed)).toEqual([]);
    const retvals = output.flatMap(({ text: line }) => {
      const value = /^Return value: (\d+)/.exec(line)?.[1];
      return value === undefined ? [] : [Number(value)];
    });
    expect(retvals).toEqual(kernel.run.retvals);
    for (const { name: mapName, entries: wanted } of kernel.run.maps) {
      const map = defined(
        maps.find((one) => one.name === mapName),
        mapName,
      );
      if (Array.isArray(wanted)) expect([mapName, contents(map)]).toEqual([mapName, wanted]);
    }
  });
});

it('the program in the handbook assembles', () => {
  const [, text] = /```asm\n([\s\S]*?)```/.exec(read('../../docs/assembly.md')) ?? [];
  const assembled = assemble(defined(text, 'program'), 'handbook.s');
  expect(assembled.ok && assembled.value.spec.programs.map(({ name }) => name)).toEqual(['arm']);
});
