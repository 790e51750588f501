import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { finish } from '../../lib/job.ts';
import { openScenario, verifySource } from '../engine.ts';
import { logString } from '../program/log-text.ts';
import { decodeLink, encodeLink } from './link.ts';
import type { Scenario } from './scenario.ts';
import type { Session } from './session.ts';
import { parseScenarioText } from './text.ts';

const asm = readFileSync(new URL('../../examples/first-timer.s', import.meta.url), 'utf8');

const scenario = (grain: Scenario['grain'], script: readonly string[]): Scenario => ({
  v: 1,
  programs: [{ name: 'first-timer.s', asm }],
  machine: { cpus: 2, kernel: '6.18' },
  script: script.map((line) => ({ line })),
  grain,
});

const RUN = 'bpftool prog run name first_timer';

function open(document: Scenario): Session {
  const { answer, session } = finish(openScenario(document));
  expect(answer.diagnostics).toEqual([]);
  return defined(session, 'session');
}

function toEnd(session: Session): void {
  while (session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1000) === undefined);
}

/** The hash at every step at which the session can stand. */
function hashes(session: Session, move: () => boolean): Map<number, string> {
  const seen = new Map([[session.stepNo(), session.runHash()]]);
  while (move()) seen.set(session.stepNo(), session.runHash());
  return seen;
}

describe.each(['point', 'insn'] as const)('a session with grain %s', (grain) => {
  const document = scenario(grain, [RUN, 'sleep 2ms', RUN]);

  it('gives the same states whether it runs, is paced, or is stepped', () => {
    const plain = open(document);
    const seen = hashes(plain, () => plain.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1) === undefined);
    const paced = open(document);
    let limit = 0;
    const pacedSeen = hashes(paced, () => {
      limit += 777;
      const stop = paced.advance({ is: 'idle' }, limit, 1);
      return stop === undefined || stop === 'limit';
    });
    const whole = open(document);
    toEnd(whole);
    expect([whole.stepNo(), whole.runHash()]).toEqual([plain.stepNo(), plain.runHash()]);
    expect(whole.trace(0, 0)).toEqual(plain.trace(0, 0));
    const stepped = open(document);
    const steppedSeen = hashes(stepped, () => {
      finish(stepped.step('step'));
      return stepped.answer().stop.why !== 'idle';
    });
    for (const other of [pacedSeen, steppedSeen]) {
      for (const [step, hash] of other) if (seen.has(step)) expect([step, hash]).toEqual([step, seen.get(step)]);
    }
    expect(paced.runHash()).toBe(plain.runHash());
    expect(stepped.runHash()).toBe(plain.runHash());
  });

  it('goes to any step, back and forth', () => {
    const session = open(document);
    const seen = hashes(session, () => session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1) === undefined);
    const steps = [...seen.keys()];
    for (let i = 0; i < 200; i++) {
      const to = steps[(i * 7919) % steps.length];
      finish(session.seek(to));
      expect([session.stepNo(), session.runHash()]).toEqual([to, seen.get(to)]);
    }
  });

  it('promises in its link what a fresh machine gives, from every place it was shared at', () => {
    const session = open(document);
    toEnd(session);
    const end = session.stepNo();
    for (let step = 0; step <= end; step += 13) {
      finish(session.seek(step));
      const decoded = decodeLink(encodeLink(session.scenario()));
      if (!decoded.ok) throw new Error(decoded.error[0].message);
      const fresh = open(decoded.value.scenario);
      while (fresh.advance({ is: 'step', step }, Number.POSITIVE_INFINITY, 1000) === undefined);
      expect({ step: fresh.stepNo(), runHash: fresh.runHash() }).toEqual(decoded.value.scenario.expect);
    }
  });

  it('plays typed commands and hand-made choices again', () => {
    const session = open(scenario(grain, [`[a@0] ${RUN}`, `[b@1] ${RUN}`]));
    for (let i = 0; i < 40; i++) finish(session.step('step', i % 3 === 0 ? 1 : 0));
    finish(session.command('bpftool map lookup name timers key 0 0 0 0'));
    finish(session.step('step', 1));
    toEnd(session);
    expect(session.answer().output).toHaveLength(3);
    const promised = session.scenario();
    const fresh = open(promised);
    while (fresh.advance({ is: 'step', step: session.stepNo() }, Number.POSITIVE_INFINITY, 1000) === undefined);
    expect(fresh.runHash()).toBe(session.runHash());
    expect(fresh.answer().output).toEqual(session.answer().output);
  });

  it('starts a branch when something is done in the past', () => {
    const session = open(document);
    toEnd(session);
    finish(session.seek(20));
    finish(session.command('bpftool map delete name timers key 0 0 0 0'));
    expect(session.answer().output.at(-1)).toMatchObject({
      failed: true,
      text: 'Error: delete failed: Invalid argument',
    });
    expect(session.scenario().script).toHaveLength(4);
  });
});

it('kernel functions are found', () => {
  const bytes = readFileSync(new URL('../../conformance/corpus/objects/timers/async.o', import.meta.url));
  const source = { name: 'async.o', object: bytes.toString('base64') };
  const { programs } = finish(verifySource(source, 1, { kernel: '6.18' }));
  expect(programs.find((program) => program.name === 'under_rcu_lock')).toMatchObject({ accepted: true });
});

it.each([1, 2, 8])('a verdict knows of %d CPUs', (cpus) => {
  const text = '.program p section=xdp\n    call bpf_get_smp_processor_id\n    r0 &= 15\n    exit\n';
  const source = { name: 'p.s', asm: text };
  const { programs } = finish(verifySource(source, 2, { kernel: '6.18', cpus }));
  expect(logString(programs[0].log)).toContain(cpus === 1 ? 'R0=0' : `smax=umax=smax32=umax32=${cpus - 1}`);
});

it.each([
  ['6.18', {}, false],
  ['6.18', { map_uid: false }, true],
  ['v3', {}, true],
  ['v3', { map_uid: true }, false],
])('a verdict follows the switches: %s with %j', (kernel, switches, accepted) => {
  const text = readFileSync(new URL('../../examples/selftests/timer-mim-reject.rearm', import.meta.url), 'utf8');
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new Error('the selftest cannot be read');
  const { programs } = finish(verifySource(parsed.value.scenario.programs[0], 1, { kernel, switches }));
  expect(programs.find(({ name }) => name === 'mixed')?.accepted).toBe(accepted);
});

it('loads no program that the scenario skips', () => {
  const two = `${asm}\n.program other section=xdp\n    r0 = 2\n    exit\n`;
  const document = { ...scenario('insn', ['bpftool prog show']), programs: [{ name: 'two.s', asm: two }] };
  const shown = (skip: readonly string[]) => {
    const session = open({ ...document, skip: [...skip] });
    toEnd(session);
    return session.answer().output[0].text.match(/name \w+/g);
  };
  expect(shown([])).toEqual(['name first_timer', 'name other']);
  expect(shown(['first_timer'])).toEqual(['name other']);
  expect(finish(openScenario({ ...document, skip: ['first_timer', 'other'] })).answer.runnable).toBe(false);
});

it.each([
  ['xdp', '0000000040000000000000000100000000000000', '0000000040000000000000000100000000000000'],
  ['tc', `${'00'.repeat(8)}07000000`, `${'00'.repeat(8)}07000000`],
  ['tc', '00000000', '00000000'],
])('gives user space the context of a %s run back in its own words', (section, given, expected) => {
  const document = {
    ...scenario('insn', [`bpftool prog run name p ctx_in hex ${(given.match(/../g) ?? []).join(' ')}`]),
    programs: [{ name: 'p.s', asm: `.program p section=${section}\n    r0 = 0\n    exit\n` }],
  };
  const session = open(document);
  toEnd(session);
  expect(session.answer().output[0].run?.contextOut).toBe(expected);
});

it('shows what waits in a store buffer, drains it by hand, and does the same again', () => {
  const document: Scenario = {
    v: 1,
    programs: [
      {
        name: 'store.s',
        asm: `.map cells type=array key=u32 value=u64 max_entries=1
.program store section=tc
    r1 = 0
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = cells ll
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    *(u64 *)(r0 + 0) = 5
    r1 = *(u64 *)(r0 + 0)
out:
    r0 = 0
    exit
`,
      },
    ],
    machine: { cpus: 1, kernel: '6.18', switches: { store_buffers: true } },
    script: [{ line: 'bpftool prog run name store' }],
    grain: 'insn',
  };
  const session = open(document);
  const stores = () => session.answer().cpus[0].stores;
  const value = () => session.answer().maps[0].entries[0].value.slice(0, 2);
  while (stores() === undefined) finish(session.step('step'));
  const before = session.stepNo();
  expect([stores(), value()]).toEqual([['map_value + 0 = 0x00000005'], '00']);
  finish(session.step('drain', 0));
  expect([stores(), value(), session.stepNo()]).toEqual([undefined, '05', before + 1]);
  toEnd(session);
  expect(session.scenario().schedule).toHaveLength(1);
  const again = open(session.scenario());
  toEnd(again);
  expect(again.runHash()).toBe(session.runHash());
  finish(session.seek(before));
  expect([stores()?.length, value()]).toEqual([1, '00']);
});
