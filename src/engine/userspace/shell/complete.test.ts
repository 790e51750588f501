import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { finish } from '../../../lib/job.ts';
import { openScenario } from '../../engine.ts';

const asm = readFileSync(new URL('../../../examples/first-timer.s', import.meta.url), 'utf8');

/** Lines with the cursor at `|`, and what the word there may become. */
const CASES: readonly [line: string, words: string][] = [
  ['bp|', 'bpftool'],
  ['[nc@1] ne|', 'next-fire'],
  ['bpftool m|', 'map'],
  ['bpftool map l| name timers', 'list lookup'],
  ['bpftool map show |', 'id name pinned'],
  ['bpftool map update name |', 'timers'],
  ['bpftool -j map update name timers k|', 'key'],
  ['bpftool prog run id |', '1'],
  ['bpftool prog dump |', 'xlated'],
  ['bpftool prog dump xlated name f|', 'first_timer'],
  ['bpftool prog dump xlated id 1 o|', 'opcodes'],
  ['bpftool prog load |', 'first-timer.o'],
  ['bpftool prog show | gr|', 'grep'],
  ['sleep 1ms && bpftool ma|', 'map'],
  ['cat f|', 'first-timer.o first-timer.s'],
  ['tcpreplay -i v|', 'veth0 veth1'],
  ['tcpreplay -i lo --lo|', '--loop --loopdelay-ms'],
  ['help bpftool pr|', 'prog'],
  ['echo x > fi|', 'first-timer.o first-timer.s'],
  [
    'bpftool prog load first-timer.s /sys/fs/bpf/x type xd|',
    'xdp.frags/devmap xdp/devmap xdp.frags/cpumap xdp/cpumap xdp.frags xdp',
  ],
  ['bpftool map show pinned /sys/fs/bpf/m|', '/sys/fs/bpf/mine'],
  ['bpftool map create /sys/fs/bpf/m type lpm|', 'lpm_trie'],
  ['bpftool btf dump map name timers format |', 'raw c'],
  ['rm /sys/fs/bpf/|', '/sys/fs/bpf/mine'],
  ['cat /sys/kernel/t|', '/sys/kernel/tracing/trace_pipe'],
  ['close prog |', 'first_timer'],
  ['bpftool nonsense |', ''],
  ['bpftool net attach xdp|', 'xdp xdpgeneric xdpdrv xdpoffload'],
  ['bpftool net attach xdpgeneric name |', 'first_timer'],
  ['bpftool net attach xdpgeneric name first_timer dev v|', 'veth0 veth1'],
  ['attach xdp dev l|', 'lo'],
  ['taskset -c 1 bpftool prog run name |', 'first_timer'],
  ['tc filter add dev lo |', 'clsact ingress egress'],
  ['kill 10|', '1000 1001'],
];

const { session } = finish(
  openScenario({
    v: 1,
    programs: [{ name: 'first-timer.s', asm }],
    machine: { cpus: 2, kernel: '6.18' },
    script: [],
    grain: 'point',
  }),
);
const opened = defined(session, 'session');
finish(opened.command('bpftool map pin name timers /sys/fs/bpf/mine'));

it.each(CASES)('%s', (line, words) => {
  const cursor = line.lastIndexOf('|');
  expect(opened.complete(line.slice(0, cursor) + line.slice(cursor + 1), cursor).join(' ')).toBe(words);
});
