import { expect, it } from 'vitest';
import { linesOfLog } from '../../engine/program/log-lines.ts';
import { logOf } from '../../engine/program/log-text.ts';
import { finish, jobOf } from '../../lib/job.ts';
import { ChainRows, rowsOfChain } from './chain-rows.ts';
import { type LogRow, LogRows } from './log-rows.ts';

const LOG = `func#0 @0
Live regs before insn:
0: (b7) r0 = 1                        ; R0=1
1: (05) goto pc+0
2: (b7) r1 = 1                        ; R1=1
1: (05) goto pc+0
2: (b7) r1 = 2                        ; R1=2
3: (95) exit
wrong
processed 6 insns
`;
const rows = new LogRows(finish(jobOf(linesOfLog(logOf(LOG), 64))), 'wrong');

function textOf(row: LogRow): string {
  switch (row.is) {
    case 'insn':
    case 'state':
      return `${row.insn}`;
    case 'gap':
    case 'fold':
      return `> ${row.title}`;
    default:
      return row.text;
  }
}

const drawn = (seen: ChainRows): readonly string[] =>
  Array.from({ length: seen.count }, (_, index) => textOf(seen.at(index)));

it('shows the chain, the message and what follows it', () => {
  const chain = rowsOfChain(rows, [0, 2, 3]);
  expect(chain).toEqual([1, 5, 6]);
  expect(drawn(new ChainRows(rows, chain, new Set()))).toEqual([
    '> 2 lines not on the chain',
    '0',
    '> 3 lines not on the chain, 1 to 1',
    '2',
    '3',
    'wrong',
    'processed 6 insns',
  ]);
});

it('opens a gap, and knows where each row is then', () => {
  const seen = new ChainRows(rows, rowsOfChain(rows, [0, 2, 3]), new Set([2]));
  expect(drawn(seen).slice(2, 7)).toEqual(['> 3 lines not on the chain, 1 to 1', '1', '2', '1', '2']);
  expect(seen.gapAt(2)).toBe(2);
  for (let index = 0; index < seen.count; index++) {
    const row = seen.rowAt(index);
    if (row !== undefined) expect(seen.indexOf(row)).toBe(index);
  }
  expect(seen.indexOf(0)).toBe(0);
});

it('finds nothing of a chain that the log does not have', () => {
  expect(rowsOfChain(rows, [7])).toEqual([]);
});
