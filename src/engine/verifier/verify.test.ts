import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../../lib/job.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { assemble } from '../asm/assemble.ts';
import { loadCollection } from '../loader/load.ts';
import type { LoadRequest, Verdict } from '../program/load.ts';
import { EMPTY_LOG, logString } from '../program/log-text.ts';
import type { Tracer } from './tracer.ts';
import { verify } from './verify.ts';

const TESTDATA = new URL('testdata/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, TESTDATA), 'latin1');
/** Each program with what Linux 6.18.44 answered: `NAME.s`, `NAME.level1.log`, `NAME.level2.log`. */
const CASES = readdirSync(TESTDATA)
  .filter((file) => file.endsWith('.s'))
  .map((file) => file.slice(0, -2));

function requestOf(name: string): LoadRequest {
  const assembly = assemble(read(`${name}.s`), `${name}.s`);
  if (!assembly.ok) throw new Error(JSON.stringify(assembly.error));
  const { outcome } = loadCollection(assembly.value.spec).programs[0];
  if (!('request' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.request;
}

const verdictOf = (name: string, level: number, tracer?: Tracer): Verdict =>
  finish(verify(requestOf(name), DEFAULT_ENV, tracer === undefined ? { level } : { level, tracer }));

describe('the log is the kernel’s', () => {
  it.each(CASES)('%s', (name) => {
    expect(logString(verdictOf(name, 2).log)).toBe(read(`${name}.level2.log`));
    expect(logString(verdictOf(name, 1).log)).toBe(read(`${name}.level1.log`));
  });
});

it.each(CASES)('%s: the verdict does not depend on the level, on slices or on a tracer', (name) => {
  const { errno, stats, log } = verdictOf(name, 2, { insn: () => {}, push: () => {}, pop: () => {}, pruned: () => {} });
  expect(logString(log)).toBe(read(`${name}.level2.log`));
  const silent = verdictOf(name, 0);
  expect(silent).toMatchObject({ errno, stats, log: EMPTY_LOG });
  const job = verify(requestOf(name), DEFAULT_ENV, { level: 2 });
  let verdict: Verdict | undefined;
  for (let slices = 0; verdict === undefined && slices < 100_000; slices++) verdict = job.advance(1);
  expect(verdict).toMatchObject({ errno, stats, log });
});

it('says what the tracer sees', () => {
  const seen: string[] = [];
  verdictOf('covered-path', 0, {
    push: (v, _state, insnIdx) => seen.push(`push ${v.insnIdx} ${insnIdx}`),
    pop: (_v, insnIdx, previous) => seen.push(`pop ${previous} ${insnIdx}`),
    pruned: (v, by) => seen.push(`pruned ${v.insnIdx} by ${by.insnIdx}`),
    exit: (v) => seen.push(`exit ${v.insnIdx}`),
  });
  // The same as the log's `from 7 to 9: safe`, `9: safe`, `from 7 to 9: safe`.
  expect(seen).toEqual([
    'push 3 6',
    'push 7 9',
    'exit 10',
    'pop 7 9',
    'pruned 9 by 9',
    'pop 3 6',
    'push 7 9',
    'pruned 9 by 9',
    'pop 7 9',
    'pruned 9 by 9',
  ]);
});

describe('facts about accepted programs', () => {
  it('finds dead code, subprograms and stacks', () => {
    const { program } = verdictOf('static-call', 0);
    expect(program).toMatchObject({ subprogStarts: [0, 11], subprogNames: ['prog', 'fill'], stackDepths: [64, 0] });
    expect([...(program?.facts.dead ?? [])]).not.toContain(1);
  });

  it('counts the stack that rewriting takes, for the statistics only', () => {
    const { program, stats } = verdictOf('loop-and-may-goto', 0);
    expect(stats?.stackDepths).toEqual([40, 24]);
    expect(program?.stackDepths).toEqual([0, 24, 0]);
  });

  it('has none for refused ones, but the instruction', () => {
    expect(verdictOf('uninitialised', 0)).toMatchObject({ accepted: false, errno: 13, insn: 6, program: undefined });
  });
});
