import { describe, expect, it } from 'vitest';
import { assemble } from '../engine/asm/assemble.ts';
import { fromHex } from '../lib/bytes.ts';
import { runObject } from './oracle-run.ts';

const MAPS = `
.map numbers type=array key=u32 value=u64 max_entries=3
.map hashed type=hash key=u32 value=u32 max_entries=4
.map percpu type=percpu_array key=u32 value=u64 max_entries=1
.map events type=ringbuf max_entries=4096
.map programs type=prog_array key=u32 value=u32 max_entries=2
`;

/** Runs the program `p` of a text; what it returned, and what it printed. */
function run(text: string, more: { data?: string; context?: string; sequence?: string } = {}) {
  const assembled = assemble(`${MAPS}\n${text}`, 'test.s');
  if (!assembled.ok) throw new Error(assembled.error.map(({ at, message }) => `${at?.line}: ${message}`).join('\n'));
  const ran = runObject(assembled.value.object, 'test.o', {
    sequence: more.sequence ?? 'p:cpu1',
    program: undefined,
    repeat: 1,
    settleMs: 0,
    dumpMaps: true,
    data: more.data === undefined ? undefined : fromHex(more.data),
    context: more.context === undefined ? undefined : fromHex(more.context),
  });
  if (!ran.ok) throw new Error(ran.error.map(({ message }) => message).join('\n'));
  return ran.value;
}

const steps = (ran: ReturnType<typeof run>) => ran.report.steps ?? ran.report;
/** What comes before the text of a trace line is the trace's affair. */
const texts = (ran: ReturnType<typeof run>) => ran.lines.map((line) => line.replace(/^.*bpf_trace_printk: /s, ''));

const key = (value: number): string => `*(u32 *)(r10 - 4) = ${value}`;

/** What the program returns, and its instructions. */
const CASES: readonly (readonly [string, number, string])[] = [
  ['tells its CPU', 1, 'call bpf_get_smp_processor_id'],
  [
    'reads a clock that runs',
    1,
    'call bpf_ktime_get_ns; r6 = r0; call bpf_ktime_get_ns; r1 = r0; r0 = 1; if r1 >= r6 goto end; r0 = 0',
  ],
  [
    'does not find a key',
    0,
    `${key(7)}; r2 = r10; r2 += -4; r1 = hashed ll; call bpf_map_lookup_elem; if r0 == 0 goto end; r0 = 1`,
  ],
  [
    'finds what it has put there',
    42,
    `${key(7)}; *(u32 *)(r10 - 8) = 42; r1 = hashed ll; r2 = r10; r2 += -4; r3 = r10; r3 += -8; r4 = 0; call bpf_map_update_elem
     r1 = hashed ll; r2 = r10; r2 += -4; call bpf_map_lookup_elem; if r0 == 0 goto end; r0 = *(u32 *)(r0 + 0)`,
  ],
  ['deletes nothing', -2, `${key(7)}; r1 = hashed ll; r2 = r10; r2 += -4; call bpf_map_delete_elem`],
  [
    'cannot reserve more than the ring',
    0,
    'r1 = events ll; r2 = 4096; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto end; r1 = r0; r2 = 0; call bpf_ringbuf_discard; r0 = 1',
  ],
  ['goes on after a tail call to an empty slot', 5, 'r2 = programs ll; r3 = 1; call bpf_tail_call; r0 = 5'],
  ['compares strings', -1, '*(u64 *)(r10 - 8) = 0x61; r1 = r10; r1 += -8; r2 = 8; r3 = text ll; call bpf_strncmp'],
];

describe('a program', () => {
  it.each(CASES)('%s', (_, expected, body) => {
    const lines = body.split(/;|\n/).map((line) => `    ${line.trim()}`);
    const text = `.program p section=tc\n${lines.join('\n')}\nend:\n    exit\n.section .rodata\ntext: .asciz "b"\n`;
    expect(steps(run(text))).toMatchObject([{ errno: 0, retval: expected >>> 0 }]);
  });

  it('reads its packet and is given it back', () => {
    const text =
      '.program p section=xdp\n r2 = *(u32 *)(r1 + 4)\n r1 = *(u32 *)(r1 + 0)\n r3 = r1\n r3 += 14\n r0 = 2\n if r3 > r2 goto end\n r0 = *(u8 *)(r1 + 3)\n *(u8 *)(r1 + 0) = r0\nend:\n exit\n';
    const packet = `000102${'ab'.repeat(12)}`;
    expect(steps(run(text, { data: packet }))).toEqual([
      { step: 'p:cpu1', errno: 0, retval: 0xab, data_out: `ab0102${'ab'.repeat(12)}` },
    ]);
    expect(steps(run(text, { data: '0001' }))).toMatchObject([{ errno: 22 }]);
  });

  it('prints as the kernel does', () => {
    const text = `.program p section=tc\n r1 = format ll\n r2 = 9\n r3 = 5\n r4 = -1\n call bpf_trace_printk\n r0 = 0\n exit\n.section .rodata\nformat: .asciz "%d %lld!"\n`;
    const ran = run(text);
    expect(texts(ran)).toEqual(['5 -1!']);
    expect(ran.lines[0]).toMatch(/^ {11}rearm-1001 {4}\[001\] b\.\.11 +1000\.\d{6}: bpf_trace_printk: 5 -1!$/);
  });
});

describe('a run', () => {
  const text = '.program p section=syscall\n r0 = *(u32 *)(r1 + 0)\n *(u32 *)(r1 + 0) = 9\n exit\n';

  it('gives the context of a syscall program back', () => {
    const ran = run(text, { sequence: 'p:ctx=07000000' });
    expect(steps(ran)).toEqual([{ step: 'p:ctx=07000000', errno: 0, retval: 7, ctx_out: '09000000' }]);
  });

  it('changes maps between programs', () => {
    const ran = run(text, {
      sequence: '@update:numbers:01000000:0500000000000000,@delete:hashed:01000000,@sleep:1,@dump:numbers',
    });
    expect(steps(ran)).toMatchObject([
      { errno: 0 },
      { errno: 2, errno_name: 'ENOENT' },
      {},
      { maps: [{ name: 'numbers', entries: [{}, { key: '01000000', value: '0500000000000000' }, {}] }] },
    ]);
  });

  it('says what is wrong with a step', () => {
    for (const sequence of ['q', '@update:nothing', '@update:numbers:00', 'p:often', '@wait'])
      expect(() => run(text, { sequence })).toThrow(/^step '/);
  });
});

describe('a stack', () => {
  const STACK = `
.map stacks type=stack_trace key=u32 value=u64[8] max_entries=4
.program id section=raw_tp
    r2 = stacks ll
    r3 = 0
    call bpf_get_stackid
    exit
.program wrong section=raw_tp
    r2 = stacks ll
    r3 = 4096
    call bpf_get_stackid
    exit
.program bytes section=raw_tp
    r2 = r10
    r2 += -64
    r3 = 64
    r4 = 0
    call bpf_get_stack
    r1 = *(u64 *)(r10 - 64)
    r0 <<= 1
    r1 >>= 63
    r0 |= r1
    exit
.program user section=raw_tp
    r2 = r10
    r2 += -64
    r3 = 64
    r4 = 256
    call bpf_get_stack
    exit
`;

  it('has one id however often it is seen, and holds the frames of the program and of its caller', () => {
    const retvals = run(STACK, { sequence: 'id,id,wrong,bytes,user' }).report.steps?.map((step) =>
      'retval' in step ? step.retval : step,
    );
    expect(retvals?.[0]).toBeLessThan(4);
    expect(retvals).toEqual([retvals?.[0], retvals?.[0], -22 >>> 0, 2 * 16 + 1, 0]);
  });
});

/** What Linux 6.18.44 answered to two runs of each. */
describe('an exception that a program handles', () => {
  const HANDLED = `
.extern bpf_throw
.program handled section=tc tag="exception_callback:caught"
    r1 = 0x1234567800000005 ll
    call bpf_throw
    r0 = 0
    exit
.function caught args=cookie:u64 linkage=global
    r6 = r1
    *(u64 *)(r10 - 8) = 0
    r2 = r10
    r2 += -8
    *(u32 *)(r10 - 12) = 0
    r2 = r10
    r2 += -12
    r1 = numbers ll
    call bpf_map_lookup_elem
    if r0 == 0 goto none
    lock *(u64 *)(r0 + 0) += r6
none:
    r0 = r6
    r0 *= 3
    exit
.program deep section=tc tag="exception_callback:caught"
    r6 = r1
    r1 = 40
    call outer
    r0 = 1
    exit
.function outer args=n:u64
    r1 += 2
    *(u64 *)(r10 - 16) = r1
    call inner
    r0 += 1
    exit
.function inner args=n:u64
    if r1 > 1000 goto fine
    call bpf_throw
fine:
    r0 = 7
    exit
`;

  it.each([
    ['handled', 15, '0a000000f0ac6824'],
    ['deep', 126, '5400000000000000'],
  ])('%s', (name, retval, noted) => {
    const { report } = run(HANDLED, { sequence: `${name},${name},@dump:numbers` });
    expect(report.steps).toMatchObject([
      { retval },
      { retval },
      { maps: [{ entries: [{ key: '00000000', value: noted }, {}, {}] }] },
    ]);
  });
});
