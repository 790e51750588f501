/**
 * A program that makes the verifier ready: engines of JavaScript compile what has run often, so that the first program
 * of a page would be judged several times as slowly as the second. This one leads through the usual checks often enough.
 */
import type { Job } from '../lib/job.ts';
import { verifySource } from './engine.ts';
import { DEFAULT_MACHINE } from './scenario/default-machine.ts';
import type { VerifyAnswer } from './scenario/queries.ts';

/** A packet, maps, the stack, a function and a timer, in a loop that the verifier walks iteration by iteration. */
export const WARM_UP_TEXT = `
.struct elem { count: u64; sum: u64; timer: bpf_timer }
.map elems type=array key=u32 value=elem max_entries=8
.map seen type=hash key=u32 value=u64 max_entries=64

.program warm_up section=xdp
    r7 = *(u32 *)(r1 + 0)
    r2 = *(u32 *)(r1 + 4)
    r3 = r7
    r3 += 64
    if r3 > r2 goto 9f
    r8 = *(u32 *)(r7 + 26)
    r9 = 0
1:  r2 = *(u16 *)(r7 + 12)
    r2 = be16 r2
    w8 += w2
    r8 &= 0xffff
    if r8 > 100 goto 2f
    r8 <<= 3
    r8 |= 1
2:  *(u64 *)(r10 - 16) = r8
    *(u32 *)(r10 - 4) = r8
    r1 = seen ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 3f
    r1 = *(u64 *)(r0 + 0)
    r8 ^= r1
    *(u64 *)(r0 + 0) = r8
    goto 4f
3:  r1 = seen ll
    r2 = r10
    r2 += -4
    r3 = r10
    r3 += -16
    r4 = BPF_ANY
    call bpf_map_update_elem
4:  r8 = *(u64 *)(r10 - 16)
    r1 = r8
    r2 = r9
    call mix
    r8 = r0
    r9 += 1
    if r9 < 60 goto 1b
    *(u32 *)(r10 - 4) = 0
    r1 = elems ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
    r8 &= 7
    r0 += r8
    r1 = *(u8 *)(r0 + 0)
    r1 = r6
    r1 += 16
    r2 = elems ll
    r3 = CLOCK_MONOTONIC
    call bpf_timer_init
    r1 = r6
    r1 += 16
    r2 = tick ll
    call bpf_timer_set_callback
    r1 = r6
    r1 += 16
    r2 = 1000000
    r3 = 0
    call bpf_timer_start
9:  r0 = XDP_PASS
    exit

.function mix args=value:u64 round:u64
    r0 = r1
    r0 *= 31
    r0 += r2
    r0 >>= 2
    if r0 s< 0 goto 1f
    r0 -= r1
1:  exit

.callback tick map=elems
    r1 = 1
    lock *(u64 *)(r3 + 0) += r1
    r0 = 0
    exit
`;

/** Verifies the program as a page does, with a full log. */
export const warmUp = (): Job<VerifyAnswer> =>
  verifySource({ name: 'warm-up.s', asm: WARM_UP_TEXT }, 2, DEFAULT_MACHINE);
