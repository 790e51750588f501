import { describe, expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { finish } from '../../../lib/job.ts';
import { openScenario } from '../../engine.ts';
import type { Machine } from '../machine.ts';
import { TRACE, TraceKind } from '../trace/trace.ts';

/** A callback that starts itself again at once, so often; the program that armed it keeps its CPU busy for `spin` rounds. */
const SOURCE = (times: number, spin: number): string => `.struct elem {
    timer: bpf_timer
    count: u64
}
.map timers type=array key=u32 value=elem max_entries=1
.program arm section=syscall
    r1 = 0
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = timers ll
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    r1 = r6
    r2 = timers ll
    r3 = 1
    call bpf_timer_init
    r1 = r6
    r2 = again ll
    call bpf_timer_set_callback
    r1 = r6
    r2 = 0
    r3 = 0
    call bpf_timer_start
    r1 = ${spin}
    r2 = nothing ll
    r3 = 0
    r4 = 0
    call bpf_loop
out:
    r0 = 0
    exit
.function nothing args=u64 u64
    r0 = 0
    exit
.callback again map=timers
    r1 = *(u64 *)(r3 + 16)
    if r1 == ${times} goto done
    r1 += 1
    *(u64 *)(r3 + 16) = r1
    r1 = r3
    r2 = 0
    r3 = 0
    call bpf_timer_start
done:
    r0 = 0
    exit
`;

function play(times: number, spin: number): Machine {
  const { session } = finish(
    openScenario({
      v: 1,
      programs: [{ name: 'storm.s', asm: SOURCE(times, spin) }],
      machine: { cpus: 1, kernel: '6.18' },
      script: [{ line: 'bpftool prog run name arm' }],
      grain: 'point',
    }),
  );
  const playing = defined(session, 'session');
  while (playing.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1000) === undefined);
  return playing.machine;
}

/** Times of all softirq rounds, with their number in the invocation. */
function roundsOf({ trace }: Machine): readonly { readonly round: number; readonly time: number }[] {
  const records = Array.from({ length: trace.end - trace.start }, (_, i) => trace.start + i);
  return records
    .filter((record) => trace.get(record, TRACE.kind) === TraceKind.softirqEnter)
    .map((record) => ({ round: trace.get(record, TRACE.arg), time: trace.get(record, TRACE.timeLow) }));
}

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const TICK_NS = 4_000_000;

describe('a callback that starts itself again with 0 ns', () => {
  it('runs ten times in the first softirq, then in ksoftirqd, ten to a turn', () => {
    const machine = play(24, 1);
    expect(machine.kernel.globals().fires).toBe(25);
    expect(roundsOf(machine).map(({ round }) => round)).toEqual([...TEN, ...TEN, 1, 2, 3, 4, 5]);
  });

  it('under a busy task: ten times, then once a tick, and the rest in ksoftirqd', () => {
    const rounds = roundsOf(play(24, 45_000));
    expect(rounds.map(({ round }) => round)).toEqual([...TEN, 1, 1, ...TEN, 1, 2, 3]);
    const [first, second] = rounds.slice(10);
    for (const { time } of [first, second]) expect(time % TICK_NS).toBeLessThan(10_000);
    expect(Math.floor(second.time / TICK_NS) - Math.floor(first.time / TICK_NS)).toBe(1);
  });
});
