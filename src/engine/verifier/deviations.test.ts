import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../../lib/job.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { EFAULT, EPERM } from '../abi/errno.ts';
import { BPF_F_TEST_RND_HI32 } from '../abi/program-types.ts';
import { assemble } from '../asm/assemble.ts';
import { loadCollection } from '../loader/load.ts';
import type { Verdict } from '../program/load.ts';
import { EMPTY_LOG, logString } from '../program/log-text.ts';
import { verify } from './verify.ts';

const TIMERS =
  '.struct elem { fired: u64; timer: bpf_timer }\n.map timers type=array key=u32 value=elem max_entries=1\n';

const NOTHING = '.program prog section=xdp\n r0 = 0\n exit';

interface Deviation {
  readonly entry: number;
  readonly what: string;
  readonly text: string;
  readonly level: number;
  readonly flags?: number;
  readonly ours: RegExp;
  /** What Linux 6.18.44 printed in its place. */
  readonly kernel: string;
  /** The same in both. */
  readonly errno: number;
}

/** The numbered entries of docs/deviations.md, shown: a program, the line of our log, and the kernel's in its place. */
const DEVIATIONS: readonly Deviation[] = [
  {
    entry: 1,
    what: 'the address of a map',
    text: `${TIMERS}.program prog section=xdp\n r1 = timers ll\n r0 = 0\n exit`,
    level: 2,
    ours: /^0: \(18\) r1 = 0xffff[0-9a-f]{12} {7}; R1=map_ptr\(map=timers,ks=4,vs=24\)$/m,
    kernel: '0: (18) r1 = 0xffff8882b38f5800       ; R1=map_ptr(map=timers,ks=4,vs=24)',
    errno: 0,
  },
  {
    entry: 1,
    what: 'the number of a kernel function',
    text: '.extern bpf_rcu_read_lock\n.extern bpf_rcu_read_unlock\n.program prog section=tc\n call bpf_rcu_read_lock\n call bpf_rcu_read_unlock\n r0 = 0\n exit',
    level: 2,
    ours: /^0: \(85\) call bpf_rcu_read_lock#\d{4} *;/m,
    kernel: '0: (85) call bpf_rcu_read_lock#65481          ;',
    errno: 0,
  },
  {
    entry: 2,
    what: 'the time',
    text: NOTHING,
    level: 4,
    ours: /^verification time 0 usec$/m,
    kernel: 'verification time 147 usec',
    errno: 0,
  },
  {
    entry: 3,
    what: 'the place of a callback that is gone',
    text: `${TIMERS}.program prog section=xdp
      *(u32 *)(r10 - 4) = 0
      r1 = timers ll
      r2 = r10
      r2 += -4
      call bpf_map_lookup_elem
      call helper
      r2 = uncalled ll
      r1 = *(u32 *)(r10 - 4) # its upper half becomes a random number
      r0 = 0
      exit
      .function helper
      r0 = 0
      exit
      .callback uncalled map=timers
      r0 = 0
      exit`,
    level: 1,
    flags: BPF_F_TEST_RND_HI32,
    ours: /^verifier bug: No program to jit at insn 20 \(subprog < 0\)$/m,
    kernel: 'verifier bug: No program to jit at insn 23 (subprog < 0)',
    errno: EFAULT,
  },
];

function verdictOf(text: string, level: number, env = DEFAULT_ENV, flags = 0): Verdict {
  const assembly = assemble(text, 'prog.s');
  if (!assembly.ok) throw new Error(JSON.stringify(assembly.error));
  const { outcome } = loadCollection(assembly.value.spec).programs[0];
  if (!('request' in outcome)) throw new Error(JSON.stringify(outcome));
  return finish(verify({ ...outcome.request, flags: outcome.request.flags | flags }, env, { level }));
}

describe('where the log differs from the kernel’s', () => {
  it.each(DEVIATIONS)('$entry: $what', ({ text, level, flags, ours, kernel, errno }) => {
    const verdict = verdictOf(text, level, DEFAULT_ENV, flags);
    const log = logString(verdict.log);
    expect(log).toMatch(ours);
    expect(log).not.toContain(kernel);
    expect(verdict.errno).toBe(errno);
  });
  it('without CAP_BPF nothing is loaded, as where unprivileged BPF is off', () => {
    const verdict = verdictOf(NOTHING, 1, { ...DEFAULT_ENV, capabilities: new Set(['CAP_NET_ADMIN']) });
    expect(verdict).toMatchObject({ errno: EPERM, log: EMPTY_LOG });
  });

  it('the document has at most five entries about the verifier, and they are the ones shown here', () => {
    const document = readFileSync(new URL('../../../docs/deviations.md', import.meta.url), 'utf8');
    const part = document.split(/^## /m).find((each) => each.startsWith('Verifier')) ?? '';
    const entries = [...part.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(entries.length).toBeLessThanOrEqual(5);
    expect(entries).toEqual([...new Set(DEVIATIONS.map(({ entry }) => entry))]);
  });
});
