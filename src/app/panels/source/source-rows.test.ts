import { expect, it } from 'vitest';
import { EMPTY_LINES } from '../../../engine/program/log-lines.ts';
import type { ProgramAnswer } from '../../../engine/scenario/queries.ts';
import { assemblyLineOf, cLineOf, fileRows, quotedRows } from './source-rows.ts';

function program(name: string, sourceLines: readonly number[], cLines: readonly number[]): ProgramAnswer {
  return {
    name,
    section: 'tc',
    type: 'sched_cls',
    accepted: true,
    errno: 0,
    errnoName: '',
    stage: 'prog',
    log: EMPTY_LINES,
    message: '',
    insn: undefined,
    insns: [],
    sourceLines: Int32Array.from(sourceLines),
    cLines: { file: 'a.c', lines: Int32Array.from(cLines) },
  };
}

const A = program('a', [10, 11, 13], [88, 88, 90]);
const B = program('b', [20, 22], [90, 91]);

it('a file has all its lines, a quotation has gaps', () => {
  expect(fileRows({ name: 'a.c', text: 'int a;\n\nint b;\n' }).map((row) => row.is === 'line' && row.text)).toEqual([
    'int a;',
    '',
    'int b;',
  ]);
  const lines = [2, 3, 7].map((number) => ({ number, text: `line ${number}` }));
  const drawn = quotedRows({ file: 'a.c', lines }).map((row) =>
    row.is === 'gap' ? `${row.from}-${row.to}` : row.number,
  );
  expect(drawn).toEqual(['1-1', 2, 3, '4-6', 7]);
});

it('a line of C leads to assembly and back', () => {
  expect(cLineOf(A, 11)).toBe(88);
  expect(cLineOf(A, 12)).toBeUndefined();
  expect(assemblyLineOf([A, B], 90, A)).toBe(13);
  expect(assemblyLineOf([A, B], 90, B)).toBe(20);
  expect(assemblyLineOf([A, B], 91, A)).toBe(22);
  expect(assemblyLineOf([A, B], 5, A)).toBeUndefined();
});
