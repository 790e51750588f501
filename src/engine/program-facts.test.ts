import { expect, it } from 'vitest';
import { finish } from '../lib/job.ts';
import { factsOf } from './engine.ts';

const TEXT = `.map counts type=hash key=u32 value=u64 max_entries=1
.program p section=xdp
    r6 = 0
    *(u32 *)(r10 - 4) = r6
    r2 = r10
    r2 += -4
    r1 = counts ll
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r1 = *(u64 *)(r0 + 0)
    r6 = 1
out:
    r0 = r6
    exit
`;

const factsAt = (insn: number) => finish(factsOf({ name: 'p.s', asm: TEXT }, 'p', { kernel: '6.18' })).insns[insn];

it('says what each register and slot is known to be before an instruction', () => {
  const [{ registers, stack }] = factsAt(7);
  expect(registers[0]).toBe('map_value_or_null(id=1,map=counts,ks=4,vs=8)');
  expect(registers.slice(1, 6)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(registers[6]).toBe('0');
  expect(registers[10]).toBe('fp0');
  expect(stack).toEqual([{ offset: -8, text: '0000????' }]);
});

it('tells the paths apart', () => {
  expect(factsAt(10).map(({ registers }) => registers[6])).toEqual(['1', '0']);
});

it('knows nothing of what is not there', () => {
  expect(finish(factsOf({ name: 'p.s', asm: TEXT }, 'other', { kernel: '6.18' })).insns).toEqual([]);
  expect(finish(factsOf({ name: 'p.s', asm: '.' }, 'p', { kernel: '6.18' })).insns).toEqual([]);
});
