import { describe, expect, it } from 'vitest';
import { linesOfLog } from '../../engine/program/log-lines.ts';
import { logOf } from '../../engine/program/log-text.ts';
import { finish, jobOf } from '../../lib/job.ts';
import { type LogRow, LogRows, lastStates, stateText, VisibleRows } from './log-rows.ts';
import { findJob } from './log-search.ts';

const LOG = `func#0 @0
func#1 @7
Live regs before insn:
      0: .......... (b4) w1 = 0
0: R1=ctx() R10=fp0
; int x = 0; @ a.bpf.c:3
0: (b4) w1 = 0                        ; R1=0
1: (63) *(u32 *)(r10 -4) = r1         ; R1=0 R10=fp0 fp-8=0000????
2: (18) r1 = 0xADDR       ; R1=map_ptr(map=arr,ks=4,vs=24)
4: (85) call bpf_map_lookup_elem#1    ; R0=map_value_or_null(id=1,map=arr,ks=4,vs=24)
from 4 to 6: R0=0 R10=fp0
5: (95) exit
At program exit the register R0 has unknown scalar value should have been in [0, 1]
processed 5 insns (limit 1000000) max_states_per_insn 0 total_states 1 peak_states 1 mark_read 0
`;
const MESSAGE = 'At program exit the register R0 has unknown scalar value should have been in [0, 1]';

/** A row as one line: kind, columns, [written] and {map} parts. */
function draw(row: LogRow): string {
  const mark = { plain: '', written: '*', map: '#' } as const;
  const state = 'state' in row ? row.state.map((part) => `${mark[part.as]}${part.text}${mark[part.as]}`).join('') : '';
  switch (row.is) {
    case 'insn':
      return `insn ${row.insn} ${row.opcode} | ${row.text} | ${state}`;
    case 'state':
      return `state ${row.insn} | ${state}`;
    case 'fold':
      return `fold ${row.title} ${row.count}`;
    case 'gap':
      return `gap ${row.title}`;
    default:
      return `${row.is} ${row.text}`;
  }
}

const rowsOf = (log: string, message: string): LogRows =>
  new LogRows(finish(jobOf(linesOfLog(logOf(log), 16))), message);

const drawn = (rows: VisibleRows): readonly string[] => Array.from({ length: rows.count }, (_, i) => draw(rows.at(i)));

describe('rows of a log', () => {
  it('have columns, marks and folds', () => {
    expect(drawn(new VisibleRows(rowsOf(LOG, MESSAGE), new Set()))).toEqual([
      'fold live registers 4',
      'state 0 | R1=ctx() R10=fp0',
      'source ; int x = 0; @ a.bpf.c:3',
      'insn 0 b4 | w1 = 0 | *R1=0*',
      'insn 1 63 | *(u32 *)(r10 -4) = r1 | R1=0 R10=fp0 fp-8=0000????',
      'insn 2 18 | r1 = 0xADDR | *R1=map_ptr(map=*#arr#*,ks=4,vs=24)*',
      'insn 4 85 | call bpf_map_lookup_elem#1 | *R0=map_value_or_null(id=1,map=*#arr#*,ks=4,vs=24)*',
      'text from 4 to 6: R0=0 R10=fp0',
      'insn 5 95 | exit | ',
      `message ${MESSAGE}`,
      'stats processed 5 insns (limit 1000000) max_states_per_insn 0 total_states 1 peak_states 1 mark_read 0',
    ]);
  });

  it('of open folds are seen', () => {
    const log = LOG.replace('4: (85)', 'mark_precise: a\nmark_precise: b\n4: (85)');
    const rows = rowsOf(log, MESSAGE);
    const closed = drawn(new VisibleRows(rows, new Set()));
    const first = drawn(new VisibleRows(rows, new Set([0])));
    expect(first.slice(0, 6)).toEqual([
      'fold live registers 4',
      'text func#0 @0',
      'text func#1 @7',
      'text Live regs before insn:',
      'text       0: .......... (b4) w1 = 0',
      'state 0 | R1=ctx() R10=fp0',
    ]);
    expect(first.slice(5)).toEqual(closed.slice(1));
    const both = new VisibleRows(rows, new Set([6, 0]));
    expect(drawn(both).slice(9, 14)).toEqual([
      'insn 2 18 | r1 = 0xADDR | *R1=map_ptr(map=*#arr#*,ks=4,vs=24)*',
      'fold precision marks 2',
      'text mark_precise: a',
      'text mark_precise: b',
      'insn 4 85 | call bpf_map_lookup_elem#1 | *R0=map_value_or_null(id=1,map=*#arr#*,ks=4,vs=24)*',
    ]);
    expect(both.indexOf(7)).toBe(13);
    expect(both.rowAt(13)).toBe(7);
    expect(both.rowAt(12)).toBeUndefined();
  });

  it('are found by what is in their lines, onwards and back, and by the number of a line', () => {
    const rows = rowsOf(LOG, MESSAGE);
    const found = (text: string, from = 0, direction: 1 | -1 = 1) => finish(findJob(rows, text, from, direction));
    expect(found('FUNC#1')).toEqual({ byte: LOG.indexOf('func#1'), row: 0 });
    expect(found('r1 = 0xaddr').row).toBe(5);
    expect(found('nowhere')).toEqual({ byte: -1, row: -1 });
    const [first, second] = [LOG.indexOf('R10=fp0'), LOG.indexOf('R10=fp0', LOG.indexOf('R10=fp0') + 1)];
    expect(found('r10=FP0', first + 1).byte).toBe(second);
    expect(found('r10=FP0', second - 1, -1).byte).toBe(first);
    expect(found('func#0', first).byte).toBe(0);
    expect(found('processed', 5, -1).byte).toBe(LOG.indexOf('processed'));
    expect([':1', ':5', ':7', ':999', ':0'].map((line) => found(line).row)).toEqual([0, 1, 3, 10, -1]);
  });

  it('have a message, or none', () => {
    expect(rowsOf(LOG, MESSAGE).messageRow()).toBe(9);
    expect(rowsOf(LOG, 'something else').messageRow()).toBe(-1);
  });

  it('give the last state after each instruction', () => {
    const states = lastStates(rowsOf(`${LOG}0: (b4) w1 = 0       ; R1=9\n0: (b4) w1 = 0\n`, MESSAGE));
    const texts = [...states].map(([insn, state]) => `${insn} ${stateText(state)}`);
    expect(texts.map((text) => text.slice(0, 12))).toEqual(['0 R1=9', '1 R1=0 R10=f', '2 R1=map_ptr', '4 R0=map_val']);
    expect([...rowsOf(LOG, MESSAGE).log.lastRow.slice(0, 7)]).toEqual([3, 4, 5, -1, 6, 8, -1]);
  });

  it('of an empty log are none', () => expect(rowsOf('', '').count).toBe(0));
});
