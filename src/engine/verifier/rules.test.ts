/** What each rule for asynchronous callbacks is for: the verdict with it, and in a kernel without it. Spec: races.md V1 … V6. */
import { expect, it } from 'vitest';
import { finish } from '../../lib/job.ts';
import { environmentOf } from '../abi/env.ts';
import type { VerifierRule } from '../abi/generations.ts';
import { assemble } from '../asm/assemble.ts';
import { loadCollection } from '../loader/load.ts';
import { logString } from '../program/log-text.ts';
import { verify } from './verify.ts';

const TIMERS =
  '.struct elem { fired: u64; timer: bpf_timer }\n.map timers type=array key=u32 value=elem max_entries=1\n';

/** A program that looks its element up and gives its timer the callback `fire`. */
const ARM = `
.program arm section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = timers ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    r1 = r0
    r1 += 8
    r2 = fire ll
    call bpf_timer_set_callback
    r0 = 0
    exit
`;

const REARMS_ITSELF = `${TIMERS}${ARM}
.callback fire map=timers
    r1 = r3
    r1 += 8
    r2 = fire ll
    call bpf_timer_set_callback
    r0 = 0
    exit`;

/** Its callback calls a function: together they need more than 512 bytes. */
const DEEP = (bytes: number): string => `${TIMERS}${ARM}
.callback fire map=timers
    r1 = 0
    *(u64 *)(r10 - ${bytes}) = r1
    call deeper
    r0 = 0
    exit
.function deeper
    r1 = 0
    *(u64 *)(r10 - ${bytes}) = r1
    r0 = 0
    exit`;

/** Inits the timer of one inner map with another one. */
const TWO_INNER_MAPS = `${TIMERS}
.map outer type=array_of_maps key=u32 max_entries=2 inner=timers
.program mixed section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = outer ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    *(u32 *)(r10 - 4) = 1
    r1 = outer ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r7 = r0
    *(u32 *)(r10 - 4) = 0
    r1 = r6
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r1 = r0
    r1 += 8
    r2 = r7
    r3 = 1
    call bpf_timer_init
out:
    r0 = 0
    exit`;

/** On one way to its end the callback returns a number that must not be taken for the 0 of the other way. */
const IMPRECISE = `${TIMERS}${ARM}
.callback fire map=timers
    call bpf_get_prandom_u32
    if r0 > 1000 goto out
    r0 = 0
    goto +0
    goto +0
${'    r1 = 0\n'.repeat(8)}
out:
    exit`;

const CASES: readonly [rule: VerifierRule, program: string, on: string, off: string][] = [
  ['cfg_callback_edges', REARMS_ITSELF, 'accepted', 'back-edge from insn'],
  ['async_state', REARMS_ITSELF, 'accepted', 'the call stack of 9 frames is too deep'],
  ['async_stack', REARMS_ITSELF, 'accepted', 'the call stack of 8 frames is too deep !'],
  ['per_root_stack', DEEP(400), 'combined stack size of 2 calls is 800. Too large', 'accepted'],
  ['map_uid', TWO_INNER_MAPS, "timer pointer in R1 map_uid=1 doesn't match map pointer in R2 map_uid=2", 'accepted'],
  ['return_precision', IMPRECISE, 'At async callback return the register R0 has', 'accepted'],
];

function answer(program: string, rule: VerifierRule, isOn: boolean): string {
  const assembly = assemble(program, 'rules.s');
  if (!assembly.ok) throw new Error(JSON.stringify(assembly.error));
  const { outcome } = loadCollection(assembly.value.spec).programs[0];
  if (!('request' in outcome)) throw new Error(JSON.stringify(outcome));
  const { errno, log } = finish(
    verify(outcome.request, environmentOf({ kernel: '6.18', switches: { [rule]: isOn } }), { level: 1 }),
  );
  return errno === 0 ? 'accepted' : logString(log);
}

it.each(CASES)('%s', (rule, program, on, off) => {
  expect(answer(program, rule, true)).toContain(on);
  expect(answer(program, rule, false)).toContain(off);
});

it('a callback that needs little stack has it in every kernel', () => {
  expect(answer(DEEP(200), 'per_root_stack', true)).toBe('accepted');
});
