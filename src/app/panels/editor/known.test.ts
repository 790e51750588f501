import { expect, it } from 'vitest';
import { EMPTY_LINES } from '../../../engine/program/log-lines.ts';
import type { ProgramAnswer } from '../../../engine/scenario/queries.ts';
import { knownText } from './known.ts';

const PROGRAM: ProgramAnswer = {
  name: 'p',
  section: 'xdp',
  type: 'xdp',
  accepted: true,
  errno: 0,
  errnoName: '',
  stage: 'prog',
  log: EMPTY_LINES,
  message: '',
  insn: undefined,
  insns: [],
  sourceLines: new Int32Array(),
};

it('what is known is a line for each register and slot, on each path', () => {
  const state = (r0: string) => ({ registers: [r0, undefined, 'ctx()'], stack: [{ offset: -16, text: 'mmmmmmmm' }] });
  expect(knownText(PROGRAM, 7, [state('1')])).toEqual([
    'before instruction 7 of p',
    '  R0    1',
    '  R2    ctx()',
    '  fp-16 mmmmmmmm',
  ]);
  expect(knownText(PROGRAM, 7, [state('1'), state('2')])[4]).toBe('before instruction 7 of p, path 2');
  expect(knownText(PROGRAM, 7, [])).toEqual(['instruction 7 of p: the verifier never comes here']);
});
