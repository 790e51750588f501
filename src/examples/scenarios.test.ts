/** The scenarios of the gallery: what they say, and under which kernels their assertions hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openScenario } from '../engine/engine.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import type { Session } from '../engine/scenario/session.ts';
import { shortcomings } from '../engine/scenario/shortcomings.ts';
import { parseScenarioText, printScenarioText } from '../engine/scenario/text.ts';
import { defined } from '../lib/assert.ts';
import { finish } from '../lib/job.ts';
import { describeScript, SCENARIO_NAMES, SELFTEST_NAMES } from './example.ts';

const textOf = (path: string): string => readFileSync(new URL(`${path}.rearm`, import.meta.url), 'utf8');

/** Folder and name of everything in the gallery that is a scenario. */
const ALL = [
  ...SCENARIO_NAMES.map((name) => `scenarios/${name}`),
  ...SELFTEST_NAMES.map((name) => `selftests/${name}`),
];

/** What goes wrong first, by the kernel under which it does. */
const HISTORY: readonly [path: string, kernel: string, wrong: string][] = [
  ['scenarios/xdp-timer', 'v3', 'assert map:timers == gone: it is alive'],
  ['selftests/timer', 'v3', 'start_without_callback == -22: it is 0'],
  ['selftests/timer-flags', '6.1', 'assert retval == 0: it is 4294967274'],
  ['selftests/timer-flags', '6.4', 'assert retval == 0: it is 4294967274'],
  ['selftests/timer-mim', 'v2', 'null pointer: CPU 0 softirq at callback'],
  ['selftests/timer-mim', 'v5', 'armed_second == -1: it is -22'],
  ['selftests/timer-mim-reject', 'v3', 'assert prog:mixed.verdict == rejected: it is accepted'],
  ['selftests/timer-crash', 'v1', 'null pointer'],
  ['selftests/timer-crash', '5.15', 'CPU 0 waits for a lock whose word is garbage'],
  ['selftests/timer-lockup', '6.7', 'CPU 1 waits for the callback of the timer to return'],
  ['selftests/timer-failure', 'v4', 'assert prog:returns_one.verdict == rejected: it is accepted'],
  ['selftests/timer-failure', '6.4', 'assert prog:returns_imprecise.verdict == rejected: it is accepted'],
];

/** The kernel that mended it. */
const MENDED: readonly [path: string, kernel: string][] = [
  ['scenarios/xdp-timer', 'v4'],
  ['selftests/timer', 'v4'],
  ['selftests/timer-flags', '6.7'],
  ['selftests/timer-mim', '5.15'],
  ['selftests/timer-mim-reject', 'v4'],
  ['selftests/timer-crash', '5.17'],
  ['selftests/timer-lockup', '6.10'],
  ['selftests/timer-failure', '6.7'],
];

function read(path: string): Scenario {
  const parsed = parseScenarioText(textOf(path));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.scenario;
}

function play(path: string, kernel: string): { readonly scenario: Scenario; readonly session: Session } {
  const scenario = read(path);
  const opened = finish(openScenario({ ...scenario, machine: { ...scenario.machine, kernel } }));
  const session = defined(opened.session, 'session');
  while (session.advance({ is: 'script' }, Number.POSITIVE_INFINITY, 100_000) === undefined);
  return { scenario, session };
}

function firstWrong(path: string, kernel: string): string | undefined {
  const { scenario, session } = play(path, kernel);
  return shortcomings(scenario, session.answer())[0]?.message;
}

describe('the scenarios of the gallery', () => {
  it('are all in the list that readers see', () => {
    const files = ['scenarios', 'selftests'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, import.meta.url)).map((file) => `${folder}/${file.replace('.rearm', '')}`),
    );
    expect(files.sort()).toEqual([...ALL].sort());
  });

  it.each(ALL)('%s is written as it is printed, and says what it is about', (path) => {
    const scenario = read(path);
    expect(printScenarioText(scenario)).toBe(textOf(path));
    expect(scenario.title).toMatch(/^\w/);
    expect(describeScript(scenario.script.map((each) => each.line))).toMatch(/^[A-Z].+\.$/);
  });

  it.each(ALL.flatMap((path) => [[path, '6.18'] as const, [path, '7.0'] as const]))(
    '%s holds under %s',
    (path, kernel) => {
      expect(firstWrong(path, kernel)).toBeUndefined();
    },
  );

  it.each(HISTORY)('%s fails under %s', (path, kernel, wrong) => {
    expect(firstWrong(path, kernel)).toContain(wrong);
  });

  it.each(MENDED)('%s holds from %s on', (path, kernel) => {
    expect(firstWrong(path, kernel)).toBeUndefined();
  });
});

it("the cover letter's timer fires on for ever in v3, and nobody holds its map", () => {
  const { session } = play('scenarios/xdp-timer', 'v3');
  const counts = session.graph().nodes.find((node) => node.id === 'map:1')?.counts;
  expect(counts).toEqual([
    { name: 'refs', value: 1 },
    { name: 'user', value: 0 },
  ]);
  finish(session.command('sleep 100ms'));
  expect(session.answer().maps[0].entries[0].pretty).toMatch(/\.packets = 2, \.fired = 15\d, \.status = 0,/);
});
