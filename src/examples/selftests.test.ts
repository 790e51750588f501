/** The series' selftests pass where their bugs are mended, and fail as history says where they are not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openScenario } from '../engine/engine.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import { shortcomings } from '../engine/scenario/shortcomings.ts';
import { parseScenarioText, printScenarioText } from '../engine/scenario/text.ts';
import { defined } from '../lib/assert.ts';
import { finish } from '../lib/job.ts';

const FOLDER = new URL('selftests/', import.meta.url);
const NAMES = readdirSync(FOLDER).map((file) => file.replace('.rearm', ''));

/** What goes wrong first, by the kernel under which it does. */
const HISTORY: readonly [name: string, kernel: string, wrong: string][] = [
  ['timer', 'v3', 'start_without_callback == -22: it is 0'],
  ['timer-flags', '6.1', 'assert retval == 0: it is 4294967274'],
  ['timer-flags', '6.4', 'assert retval == 0: it is 4294967274'],
  ['timer-mim', 'v2', 'assert second[1].timer == none: it is armed'],
  ['timer-mim', 'v5', 'armed_second == -1: it is -22'],
  ['timer-mim-reject', 'v3', 'assert prog:mixed.verdict == rejected: it is accepted'],
  ['timer-crash', 'v1', 'null pointer'],
  ['timer-crash', '5.15', 'CPU 0 waits for a lock whose word is garbage'],
  ['timer-lockup', '6.7', 'CPU 1 waits for the callback of the timer to return'],
  ['timer-failure', 'v4', 'assert prog:returns_one.verdict == rejected: it is accepted'],
  ['timer-failure', '6.4', 'assert prog:returns_imprecise.verdict == rejected: it is accepted'],
];

/** The kernel that mended it. */
const MENDED: readonly [name: string, kernel: string][] = [
  ['timer', 'v4'],
  ['timer-flags', '6.7'],
  ['timer-mim', '5.15'],
  ['timer-mim-reject', 'v4'],
  ['timer-crash', '5.17'],
  ['timer-lockup', '6.10'],
  ['timer-failure', '6.7'],
];

function read(name: string): Scenario {
  const parsed = parseScenarioText(readFileSync(new URL(`${name}.rearm`, FOLDER), 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.scenario;
}

function play(name: string, kernel: string): string | undefined {
  const scenario = read(name);
  const opened = finish(openScenario({ ...scenario, machine: { ...scenario.machine, kernel } }));
  const session = defined(opened.session, 'session');
  while (session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 100_000) === undefined);
  return shortcomings(scenario, session.answer())[0]?.message;
}

describe('the selftests', () => {
  it.each(NAMES.flatMap((name) => [[name, '6.18'] as const, [name, '7.0'] as const]))(
    '%s passes under %s',
    (name, kernel) => {
      expect(play(name, kernel)).toBeUndefined();
    },
  );

  it.each(HISTORY)('%s fails under %s', (name, kernel, wrong) => {
    expect(play(name, kernel)).toContain(wrong);
  });

  it.each(MENDED)('%s passes from %s on', (name, kernel) => {
    expect(play(name, kernel)).toBeUndefined();
  });

  it('are written as they are printed', () => {
    for (const name of NAMES) {
      expect(printScenarioText(read(name))).toBe(readFileSync(new URL(`${name}.rearm`, FOLDER), 'utf8'));
    }
  });
});
