import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { finish } from '../../lib/job.ts';
import { openScenario } from '../engine.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Session } from '../scenario/session.ts';

const asm = readFileSync(new URL('../../examples/first-timer.s', import.meta.url), 'utf8');
const PINS = '/sys/fs/bpf';

/** A session at the console: each line with what it prints; `…` is anything. The loader has made map 1 and program 1. */
const CONSOLE: readonly [line: string, output: string][] = [
  [`bpftool map pin name timers ${PINS}/timers`, ''],
  [`bpftool prog load first-timer.s ${PINS}/again pinmaps ${PINS}/maps`, ''],
  ['ls', '.:\nfirst-timer.o\nfirst-timer.s\n\n/sys/fs/bpf:\nagain\nmaps\ntimers'],
  [`ls ${PINS}/maps`, 'timers'],
  ['bpftool map show name timers', '1: array  name timers  flags 0x0\n…\n2: array  name timers  flags 0x0\n…'],
  [
    `bpftool -j prog show pinned ${PINS}/again`,
    '{"id":2,"type":"xdp","name":"first_timer","tag":"…","gpl_compatible":true,…,"map_ids":[2],"btf_id":2}',
  ],
  ['bpftool prog run name first_timer', 'Error: several programs match this handle'],
  ['bpftool prog run id 1 repeat 2', 'Return value: 2, duration (average): …ns'],
  ['next-fire', ''],
  ['advance 10us', ''],
  ['bpftool -j map lookup id 1 key 0 0 0 0', '…"formatted":{"key":0,"value":{"fired":1,"timer":{"__opaque":[0,0]}}}}'],
  ['bpftool map update id 1 key 0 0 0 0 value 7', 'Error: value expected 24 bytes got 1'],
  [
    'bpftool map dump id 1',
    '[{\n        "key": 0,\n        "value": {\n            "fired": 1,\n            "timer": {\n                "__opaque": [0,0\n                ]\n            }\n        }\n    }\n]',
  ],
  ['bpftool map getnext id 1', 'key: None\nnext key:\n00 00 00 00'],
  ['close map timers', ''],
  [`rm ${PINS}/timers`, ''],
  [`rm ${PINS}/timers`, `rm: cannot remove '${PINS}/timers': No such file or directory`],
  ['next-fire', 'no timer is armed'],
  [`bpftool map create ${PINS}/q type queue key 0 value 4 entries 2 name q`, ''],
  ['bpftool map push name q value 1 2 3 4', ''],
  ['bpftool map pop name q', 'value: 01 02 03 04'],
  ['bpftool map dump id 9', 'Error: get map by id (9): No such file or directory'],
  ['bpftool prog load other.s /sys/fs/bpf/x', 'libbpf: elf: failed to open other.s: No such file or directory\n…'],
];

/** Shells and their processes: the loader is 1000, the shell 1001. */
const SHELLS: readonly [line: string, output: string][] = [
  ['echo $$ $?', '1001 0'],
  [
    'ps',
    '    PID    PPID PSR  FDS STAT COMMAND\n   1000       1   -    2    S loader\n   1001       1   0    0   Ss sh\n   1002    1001   0    0    R ps',
  ],
  ['sleep 50ms &', '[1] 1003'],
  ['taskset -c 1 sleep 20ms &', '[2] 1004'],
  ['jobs', '[1]-  Running                 sleep 50ms &\n[2]+  Running                 taskset -c 1 sleep 20ms &'],
  ['wait $!', '[2]+  Done                    taskset -c 1 sleep 20ms'],
  ['kill %1', ''],
  ['wait', '[1]+  Terminated              sleep 50ms'],
  ['kill 4000', 'kill: (4000) - No such process'],
  ['echo $?', '1'],
  ['kill -9 1', 'kill: (1) - Operation not permitted'],
  ['bpftool map create /sys/fs/bpf/m type array key 4 value 4 entries 1 name m', ''],
  [
    '[other@1] ps',
    '…   1000       1   -    2    S loader\n   1001       1   0    0   Ss sh\n   1006       1   1    0   Ss other\n   1007    1006   1    0    R ps',
  ],
  ['echo version | bpftool batch file -', 'bpftool v7.1.0\n…processed 1 commands'],
  ['kill 1000', ''],
  ['sleep 50ms', ''],
  ['bpftool map show', '2: array  name m  flags 0x0\n\tkey 4B  value 4B  max_entries 1  memlock …'],
  ['exit 3', ''],
  ['echo $$', '10…'],
];

const scenario = (lines: readonly string[]): Scenario => ({
  v: 1,
  programs: [{ name: 'first-timer.s', asm }],
  machine: { cpus: 2, kernel: '6.18' },
  script: lines.map((line) => ({ line })),
  grain: 'point',
});

function open(document: Scenario): Session {
  const { session } = finish(openScenario(document));
  return defined(session, 'session');
}

function toEnd(session: Session): void {
  while (session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1000) === undefined);
}

const pattern = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^]*')}$`);

describe('commands', () => {
  it('print what bpftool prints', () => {
    const session = open(scenario([]));
    for (const [line, output] of CONSOLE) {
      const before = session.answer().output.length;
      const result = finish(session.command(line));
      expect(result.ok, line).toBe(true);
      const printed = session.answer().output.slice(before);
      const text = printed.map((each) => each.text).join('\n');
      expect(text, line).toMatch(pattern(output));
    }
  });

  it('run in processes', () => {
    const session = open(scenario([]));
    for (const [line, output] of SHELLS) {
      const before = session.answer().output.length;
      expect(finish(session.command(line)).ok, line).toBe(true);
      const printed = session.answer().output.slice(before);
      expect(
        printed
          .map((each) => each.text)
          .filter((text) => text !== '')
          .join('\n'),
        line,
      ).toMatch(pattern(output));
    }
  });

  it('end when they are interrupted', () => {
    const session = open(scenario([]));
    const line = 'bpftool prog run id 1 repeat 100000';
    session.command(line).advance(1);
    for (let i = 0; i < 200; i++) session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1);
    expect(session.answer().busy).toEqual(['sh']);
    finish(session.command('^C'));
    expect(session.answer()).toMatchObject({ busy: [], output: [{ line, text: '^C', failed: true }] });
    const again = open(session.scenario());
    toEnd(again);
    expect(again.answer().output).toEqual(session.answer().output);
  });

  it('load the files themselves where the script says so', () => {
    const session = open(scenario([`bpftool prog loadall first-timer.s ${PINS} pinmaps ${PINS}/maps`]));
    toEnd(session);
    expect(session.answer().maps).toMatchObject([{ id: 1, name: 'timers', usercnt: 1 }]);
    finish(session.command(`rm ${PINS}/maps/timers`));
    expect(session.answer().maps).toMatchObject([{ id: 1, usercnt: 0 }]);
    finish(session.command(`rm ${PINS}/first_timer`));
    toEnd(session);
    expect(session.answer().maps).toEqual([]);
  });

  it.each([
    ['the console', CONSOLE.map(([line]) => line)],
    ['shells', SHELLS.map(([line]) => line)],
    ['waits', ['next-fire', 'bpftool prog run name first_timer &', 'next-fire', 'advance 1ms', 'wait']],
  ])('of %s begin and end at the same steps whether the machine runs or is stepped', (_, lines) => {
    const runs = open(scenario(lines));
    const isStepped = open(scenario(lines));
    toEnd(runs);
    while (isStepped.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1) === undefined);
    expect([runs.stepNo(), runs.runHash()]).toEqual([isStepped.stepNo(), isStepped.runHash()]);
    expect(runs.answer().output).toEqual(isStepped.answer().output);
    expect(runs.trace(0, 0)).toEqual(isStepped.trace(0, 0));
  });

  it('are part of the past: every step of a run comes back', () => {
    const session = open(scenario(CONSOLE.map(([line]) => line)));
    const seen = new Map([[0, session.runHash()]]);
    while (session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1) === undefined) {
      seen.set(session.stepNo(), session.runHash());
    }
    const { output } = session.answer();
    const steps = [...seen.keys()];
    for (let i = 0; i < 150; i++) {
      const to = steps[(i * 7919) % steps.length];
      finish(session.seek(to));
      expect([session.stepNo(), session.runHash()]).toEqual([to, seen.get(to)]);
    }
    finish(session.seek(defined(steps.at(-1), 'last step')));
    expect(session.answer().output).toEqual(output);
  });

  it('go on where they stood when a run takes another way in the middle of them', () => {
    const lines = CONSOLE.map(([line]) => line);
    const whole = open(scenario(lines));
    toEnd(whole);
    const end = whole.stepNo();
    for (let step = 1; step < end; step += 37) {
      const session = open(scenario(lines));
      toEnd(session);
      finish(session.seek(step));
      finish(session.command('[other] echo here'));
      toEnd(session);
      const fresh = open(session.scenario());
      while (fresh.advance({ is: 'step', step: session.stepNo() }, Number.POSITIVE_INFINITY, 1000) === undefined);
      expect([step, fresh.runHash()]).toEqual([step, session.runHash()]);
      expect(fresh.answer().output).toEqual(session.answer().output);
    }
  });
});
