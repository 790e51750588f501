import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assert } from '../lib/assert.ts';
import { finish, jobOf } from '../lib/job.ts';
import { environmentOf } from './abi/env.ts';
import { verifySource, whyOf } from './engine.ts';
import { logString } from './program/log-text.ts';
import { whyPreparedWork } from './program-why.ts';
import type { ProgramSource } from './scenario/scenario.ts';
import { prepare } from './verify-source.ts';

const MACHINE = { kernel: '6.18' };
const TIMERS =
  '.struct elem { fired: u64; timer: bpf_timer }\n.map timers type=array key=u32 value=elem max_entries=1\n';

const ARM = `${TIMERS}
.program arm section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r1 = r0
    r1 += 8
    r2 = fire ll
    call bpf_timer_set_callback
out:
    r0 = 2
    exit
.callback fire map=timers
`;

const chainOf = (asm: string, program = 'arm') => {
  const { chain } = finish(whyOf({ name: 'p.s', asm }, program, MACHINE));
  return chain.map(({ insn, what }) => `${insn} ${what}`);
};

describe('the chain of a rejected program', () => {
  it.each([
    [
      'a callback that returns 1 on one path',
      `${ARM}    r4 = *(u64 *)(r3 + 0)
    if r4 == 0 goto idle
    r0 = 1
    exit
idle:
    r0 = 0
    exit`,
      ['11 fire becomes a root', '15 not taken: r4 != 0', '16 R0 becomes 1', '17 wants 0, has 1'],
    ],
    [
      'a value that goes over the stack and through arithmetic',
      `${ARM}    r4 = 7
    *(u64 *)(r10 - 8) = r4
    r0 = *(u64 *)(r10 - 8)
    r0 += 1
    exit`,
      [
        '11 fire becomes a root',
        '14 R4 becomes 7',
        '15 fp-8 becomes 7',
        '16 R0 becomes 7',
        '17 R0 becomes 8',
        '18 wants 0, has 8',
      ],
    ],
    [
      'a register that a call has scratched',
      `${ARM}    r6 = r3
    call bpf_get_prandom_u32
    r0 = *(u64 *)(r3 + 0)
    exit`,
      ['11 fire becomes a root', '15 scratches R1 to R5, so also R3', '16 reads R3, which has no value'],
    ],
    [
      'a missing null check behind a copy',
      `.map m type=hash key=u32 value=u64 max_entries=1
.program arm section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = m ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    r6 = r0
    r0 = *(u64 *)(r6 + 0)
    exit`,
      [
        '5 R0 becomes map_value_or_null(map=m)',
        '6 R6 becomes map_value_or_null(map=m)',
        '7 R6 is map_value_or_null, not memory',
      ],
    ],
    [
      'a loop without an end',
      '.program arm section=xdp\n    r0 = 0\nagain:\n    r1 = 1\n    if r0 == 0 goto again\n    exit',
      ['2 taken: r0 == 0', '1 comes back with the state it had'],
    ],
    [
      'a map that the program may not use',
      `${TIMERS}.program arm section=kprobe/x\n    r0 = 0\n    r1 = timers ll\n    exit`,
      ['1 rejected before the walk'],
    ],
    ['an end that is none', '.program arm section=xdp\n    r0 = 0\n    r1 = 1', ['1 rejected before the walk']],
  ])('%s', (_, asm, chain) => expect(chainOf(asm)).toEqual(chain));

  it('is empty for an accepted program, and for one that is not there', () => {
    expect(chainOf(`${ARM}    r0 = 0\n    exit`)).toEqual([]);
    expect(chainOf(ARM, 'other')).toEqual([]);
  });
});

describe('roots', () => {
  it('are the program and its callbacks, with what was proven of each', () => {
    const asm = `${ARM}    r1 = r3
    r1 += 8
    r2 = 1000
    r3 = 0
    call bpf_timer_start
    r0 = 0
    exit`;
    const { roots } = finish(whyOf({ name: 'p.s', asm }, 'arm', MACHINE));
    expect(roots.map(({ name, kind }) => [name, kind])).toEqual([
      ['arm', 'main program'],
      ['fire', 'async callback'],
    ]);
    const [main, fire] = roots;
    expect(main).toMatchObject({ start: 0, end: 14, stack: 16, pushedBy: [], returned: ['2'], isRejected: false });
    expect(main.required).toBeUndefined();
    expect(fire).toMatchObject({
      start: 14,
      end: 21,
      required: [0, 0],
      returned: ['0'],
      pushedBy: [11],
      rearmedAt: [18],
    });
  });
});

/** The lines that a fix changes: `- 27 r0 = 1`, `+ 27 r0 = 0`. */
function fixOf(asm: string): readonly string[] {
  const { fix } = finish(whyOf({ name: 'p.s', asm }, 'arm', MACHINE));
  return (fix?.edits ?? []).flatMap(({ line, before, after }) => [
    ...(before === undefined ? [] : [`- ${line} ${before.trim()}`]),
    ...after.map((text) => `+ ${line} ${text.trim()}`),
  ]);
}

const LOOKUP = ARM.slice(0, ARM.indexOf('    if r0'));
const MAYBE = LOOKUP.replace('type=array', 'type=hash');
const INIT = (offset: number, map: string) => `.map others type=array key=u32 value=elem max_entries=1
${LOOKUP.replace(TIMERS, '')}    if r0 == 0 goto out
    r1 = r0
    r1 += ${offset}
    r2 = ${map} ll
    r3 = 1
    call bpf_timer_init
out:
    r0 = 2
    exit`;

describe('a fix is shown if the program is accepted with it', () => {
  it.each([
    ['a callback that returns 1', `${ARM}    r0 = 1  # why\n    exit`, ['- 19 r0 = 1  # why', '+ 19 r0 = 0  # why']],
    ['a callback that returns what a helper does', `${ARM}    call bpf_ktime_get_ns\n    exit`, ['+ 20 r0 = 0']],
    ['a program without a return value', '.program arm section=xdp\n    exit', ['+ 2 r0 = XDP_PASS']],
    [
      'a lookup without a check, with a way out',
      `${MAYBE}    r0 = *(u64 *)(r0 + 0)\nout:\n    exit`,
      ['+ 10 if r0 == 0 goto out'],
    ],
    [
      'a lookup without a check and without a way out',
      `${MAYBE}    r0 = *(u64 *)(r0 + 0)\n    exit`,
      ['+ 10 if r0 != 0 goto found', '+ 10 r0 = XDP_PASS', '+ 10 exit', '+ 10 found:'],
    ],
    ['a timer at another offset', TIMERS + INIT(4, 'timers'), ['- 13 r1 += 4', '+ 13 r1 += 8']],
    ['another map', TIMERS + INIT(8, 'others'), ['- 14 r2 = others ll', '+ 14 r2 = timers ll']],
    [
      'a record that is kept',
      `.map events type=ringbuf max_entries=4096
.program arm section=xdp
    r1 = events ll
    r2 = 16
    r3 = 0
    call bpf_ringbuf_reserve
    if r0 == 0 goto out
    r6 = r0
    r0 = 2
    exit
out:
    r0 = 2
    exit`,
      ['+ 10 r1 = r6', '+ 10 r2 = 0', '+ 10 call bpf_ringbuf_discard', '+ 10 r0 = 2'],
    ],
    ['a mistake that nobody can mend for sure', '.program arm section=xdp\n    r0 = r6\n    exit', []],
  ])('%s', (_, asm, edits) => expect(fixOf(asm)).toEqual(edits));
});

const CORPUS = new URL('../conformance/corpus/objects/', import.meta.url);
const objects = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.o'));
/** A million instructions are walked three times: the chain of that one is like the others'. */
const LONG = /complexity/;

it.each(objects.filter((file) => !LONG.test(file)))('every rejected program of %s has a chain on its path', (file) => {
  const source: ProgramSource = { name: file, object: readFileSync(new URL(file, CORPUS)).toString('base64') };
  const env = environmentOf(MACHINE);
  const prepared = prepare(source, env);
  const { programs } = finish(verifySource(source, 1, MACHINE));
  for (const program of programs.filter(({ accepted, stage }) => !accepted && stage === 'prog')) {
    assert(prepared.ok, `${file} can be read`);
    const { chain } = finish(jobOf(whyPreparedWork(prepared.value, source, program.name, env)));
    const insns = chain.map(({ insn }) => insn);
    expect(insns.length, program.name).toBeGreaterThan(0);
    expect(insns.length, program.name).toBeLessThanOrEqual(8);
    expect(
      insns.every((insn) => insn >= 0 && insn < program.insns.length),
      program.name,
    ).toBe(true);
    if (program.insn === undefined) continue;
    expect(insns.at(-1), program.name).toBe(program.insn);
    // The log of level 1 is the path that was rejected; a loop without an end is told from before its last line.
    const path = [...logString(program.log).matchAll(/^(\d+): \(/gm)].map(([, insn]) => Number(insn));
    path.push(program.insn);
    let from = 0;
    for (const insn of insns) {
      from = path.indexOf(insn, from) + 1;
      expect(from, `${program.name} at ${insn}`).toBeGreaterThan(0);
    }
  }
});
