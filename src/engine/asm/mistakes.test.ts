import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';

/** What is said of the last mistake of a text: place, message, hint. */
function said(text: string): readonly string[] {
  const result = assemble(text, 'test.s');
  const last = result.ok ? undefined : result.error.at(-1);
  return [`${last?.at?.line}:${last?.at?.column}`, last?.message ?? 'nothing', ...(last?.notes ?? [])];
}

const OTHER_ASSEMBLER: readonly (readonly [string, string])[] = [
  ['mov r0, 1', 'r0 = 1'],
  ['mov32 %r0, %r1', 'w0 = w1'],
  ['add64 r1, -8', 'r1 += -8'],
  ['arsh r1, r2', 'r1 s>>= r2'],
  ['neg32 r3', 'w3 = -w3'],
  ['be16 r0', 'r0 = be16 r0'],
  ['lddw r1, 0x1122334455667788', 'r1 = 0x1122334455667788 ll'],
  ['ldxw r1, [r2+4]', 'r1 = *(u32 *)(r2 + 4)'],
  ['stxdw [r10-8], r1', '*(u64 *)(r10 - 8) = r1'],
  ['sth [r1], 7', '*(u16 *)(r1 + 0) = 7'],
  ['jsgt r1, 5, out', 'if r1 s> 5 goto out'],
  ['jeq32 r1, r2, +3', 'if w1 == w2 goto +3'],
  ['ja out', 'goto out'],
  ['ret', 'exit'],
];

describe('what another assembler calls an instruction', () => {
  it.each(OTHER_ASSEMBLER)('%s is %s', (text, ours) => {
    const word = text.split(' ')[0];
    expect(said(text)).toEqual(['1:1', `\`${word}\` is of another assembler`, `here it is \`${ours}\``]);
    const again = assemble(`out: ${ours}`, 'test.s');
    expect(again.ok).toBe(true);
  });
});

const MISTAKES: readonly (readonly [text: string, place: string, message: string, note?: string])[] = [
  ['r0 = XDP_PAS', '1:6', '`XDP_PAS` is not defined', 'did you mean `XDP_PASS`?'],
  [
    '.map timers type=array\nr1 = timers',
    '2:6',
    'expected `ll` behind the name of something that has an address',
    '`r1 = timers ll` loads its address',
  ],
  ['r0 =r1+ r2', '1:7', 'an instruction changes one register by one operand', 'write two: `r0 = r1`, then `r0 += r2`'],
  ['r1 = r1 << 3', '1:9', 'an instruction changes one register by one operand', 'write `r1 <<= 3`'],
  ['r1++', '1:3', '`r1++` is C', 'write `r1 += 1`'],
  ['r1 = ~r2', '1:6', 'there is no instruction that inverts', '`r1 ^= -1` inverts all bits of r1'],
  ['r1 = [r2 + 4]', '1:6', 'a load says how many bytes it reads', 'for example `r1 = *(u64 *)(r2 + 4)`'],
  ['r1 = &x', '1:6', 'the address of something is its name with `ll`', 'write `r1 = x ll`'],
  ['if (r1 == 0) goto out', '1:4', 'a condition stands without brackets', 'write `if r1 == 0 goto out`'],
  ['if r1 = 0 goto out', '1:7', 'equality is `==`', 'write `if r1 == 0 goto LABEL`'],
  ['if r1 == 0 out', '1:12', 'a conditional jump ends in `goto LABEL`', 'write `if r1 == 0 goto out`'],
  [
    'r1 = *(u32 *)r2 + 4',
    '1:14',
    'the address of a memory access stands in round brackets',
    'for example `*(u32 *)(r2 + 4)`',
  ],
  [
    'r1 = *(int *)(r2 + 4)',
    '1:8',
    'a memory access says how many bytes it means',
    'in place of `int` write u8 u16 u32 u64, or s8 s16 s32 for a load with sign',
  ],
  ['r1 = *(u32 *)(r2 + 4) + 1', '1:23', 'an instruction does one thing', 'first the load into r1, then `r1 += 1`'],
  [
    '*(u64 *)(r1 + 0) += r2',
    '1:18',
    'memory is changed by atomic operations, or through a register',
    'atomic are `lock *(u64 *)(r1 + 0) += r2`, also `|= &= ^=`',
  ],
  ['lock *(u16 *)(r1 + 0) += r2', '1:8', 'atomic operations have 32 or 64 bits', 'write `u32` or `u64`'],
  ['exit 0', '1:6', '`exit` takes no operand', 'the result is what r0 holds: `r0 = VALUE`, then `exit`'],
  [
    'bpf_ktime_get_ns()',
    '1:1',
    'calls are written `call bpf_ktime_get_ns`',
    'arguments stand in r1 to r5, the result in r0',
  ],
  ['call map_lookup_elem', '1:6', '`map_lookup_elem` is not defined', 'did you mean `bpf_map_lookup_elem`?'],
  ['%r1 = 3', '1:1', 'registers have no `%`', 'write `r1`'],
  ['r12 = 1', '1:1', 'there is no such register', 'registers are r0 to r10, their lower halves w0 to w10'],
  ['r1 = 0xZZ', '1:6', '`0xZZ` is no number'],
  ["r1 = 'ab'", '1:6', 'single quotes hold one character'],
  ['r1 = 1.5', '1:7', 'there are no floating-point numbers', 'BPF computes with integers'],
  ['out\n', '1:1', '`out` does not begin an instruction', 'a label ends in a colon: `out:`'],
  ['SEC("xdp")', '1:1', 'this is C: a program begins with a directive', 'write `.program NAME section=xdp`'],
  ['.macro x', '1:1', 'unknown directive `.macro`', 'there are no macros, conditions and included files'],
  [
    '.struct s { u32 a }',
    '1:13',
    'expected a field such as `count: u64`, found `u32`',
    'the name comes first: `count: u64`',
  ],
  ['.struct s { a u32 }', '1:15', 'expected `:` behind `a`, found `u32`'],
  [
    '.struct s { a: __kptr *task_struct }',
    '1:16',
    '`__kptr` is a tag of what a pointer leads to',
    'write `*__kptr TYPE`, the star first',
  ],
  [
    '.struct s { a: *no_such_struct }',
    '1:17',
    'expected a type, found `no_such_struct`',
    'types are u8 … u64, s8 … s64, bpf_timer, bpf_spin_lock, …, and structs declared above',
  ],
  ['.struct s { a: u8:9 }', '1:16', 'a bit-field of this type has 1 to 8 bits, not 9'],
  ['.data\n.var x: u32\n .quad 1\n.var y: u8', '2:6', '`x` has 4 bytes, but 8 bytes follow'],
  ['.var x: u32', '1:1', 'section .text holds no variables', '`.data`, `.bss` and `.rodata` do'],
  ['.core byte_of int "0"', '1:7', 'expected a kind of relocation, found `byte_of`', 'did you mean `byte_off`?'],
];

describe('what people write who mean something else', () => {
  it.each(MISTAKES.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) =>
    expect(said(text)).toEqual(expected),
  );
});
