import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openScenario } from '../engine/engine.ts';
import type { Session } from '../engine/scenario/session.ts';
import { defined } from '../lib/assert.ts';
import { finish } from '../lib/job.ts';
import { PRESET_NAMES, readExample } from './example.ts';

const read = (name: string): string => readFileSync(new URL(`presets/${name}.s`, import.meta.url), 'utf8');

/** Plays a preset's script on a kernel, to the end of its last line. */
function play(name: string, kernel: string): Session {
  const asm = read(name);
  const [first, ...rest] = readExample(asm).script;
  const programs = [{ name: `${name}.s`, asm }];
  const machine = { cpus: 2, kernel };
  const { session } = finish(openScenario({ v: 1, programs, machine, script: [{ line: first }], grain: 'point' }));
  const opened = defined(session, 'session');
  for (const line of rest) expect([line, finish(opened.command(line))]).toEqual([line, { ok: true, value: undefined }]);
  return opened;
}

const counts = (session: Session, id: string) => session.graph().nodes.find((node) => node.id === id)?.counts;

describe.each(PRESET_NAMES)('%s', (name) => {
  it('says what it is about', () => {
    const { title, description, script, kernels } = readExample(read(name));
    expect(title).toMatch(/^[A-Z][\w ,-]+$/);
    expect(description).toMatch(/^[A-Z].+\.$/);
    expect(script.length).toBeGreaterThan(1);
    expect(kernels.length).toBeGreaterThan(1);
  });
});

describe("the cover letter's transcript", () => {
  it('leaves the timer firing for ever as of v3', () => {
    const session = play('xdp_timer', 'v3');
    expect(session.answer().maps[0].entries[0].pretty).toMatch(/\.packets = 2, \.fired = [3-6], \.status = 0,/);
    expect(counts(session, 'map:1')).toEqual([
      { name: 'refs', value: 1 },
      { name: 'user', value: 0 },
    ]);
    finish(session.command('sleep 100ms'));
    expect(session.answer().maps[0].entries[0].pretty).toMatch(/\.fired = 10\d,/);
    expect(counts(session, 'prog:1')).toEqual([{ name: 'refs', value: 1 }]);
  });

  it('is refused the timer by 6.18: -EPERM, and nothing is left', () => {
    const session = play('xdp_timer', '6.18');
    expect(session.answer().maps[0].entries[0].pretty).toMatch(
      /\.packets = 2, \.fired = 0, \.status = 18446744073709551615,/,
    );
    finish(session.command('sleep 100ms'));
    expect(session.answer().maps).toEqual([]);
    expect(counts(session, 'prog:1')).toBeUndefined();
  });
});
