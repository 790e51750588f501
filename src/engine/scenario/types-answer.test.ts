import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { typesOf } from '../engine.ts';

const source = (name: string, asm: string) => ({ name, asm });

it('shows the types of an example as C, and where the timer sits', () => {
  const asm = readFileSync(new URL('../../examples/first-timer.s', import.meta.url), 'utf8');
  const { c, maps, diagnostics } = typesOf(source('first-timer.s', asm), { kernel: '6.18' });
  expect(diagnostics).toEqual([]);
  expect(c).toContain('struct elem {\n\tunsigned long long fired;\n\tstruct bpf_timer timer;\n};');
  expect(maps).toEqual([
    {
      name: 'timers',
      type: 'array',
      keySize: 4,
      valueSize: 24,
      maxEntries: 1,
      key: 'unsigned int',
      value: 'struct elem',
      members: [
        { name: 'fired', type: 'unsigned long long', offset: 0, size: 8 },
        { name: 'timer', type: 'struct bpf_timer', offset: 8, size: 16, special: 'bpf_timer' },
      ],
    },
  ]);
});

it('finds a timer inside of a struct inside of a value', () => {
  const asm = `.struct inner { count: u32; pad: u32; timer: bpf_timer }
.struct value { first: u64; idle: inner }
.map m type=hash key=u32 value=value max_entries=4
.program p section=xdp
    r0 = 2
    exit
`;
  const { maps, diagnostics } = typesOf(source('nested.s', asm), { kernel: '6.18' });
  expect(diagnostics).toEqual([]);
  expect(maps[0].members.map(({ name, offset, special }) => [name, offset, special])).toEqual([
    ['first', 0, undefined],
    ['idle', 8, undefined],
    ['idle.count', 8, undefined],
    ['idle.pad', 12, undefined],
    ['idle.timer', 16, 'bpf_timer'],
  ]);
});

it('says what is wrong with a text that is no program', () => {
  expect(
    typesOf(source('bad.s', '.program p\n    r0 = nonsense nonsense\n'), { kernel: '6.18' }).diagnostics,
  ).not.toEqual([]);
});
