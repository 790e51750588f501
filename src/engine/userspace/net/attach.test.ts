import { expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { finish } from '../../../lib/job.ts';
import { openScenario } from '../../engine.ts';

/** Programs that count their runs: name, section, key of the counter, verdict. */
const PROGRAMS: readonly [name: string, section: string, key: number, verdict: number][] = [
  ['entry', 'fentry/bpf_fentry_test1', 0, 0],
  ['leave', 'fexit/bpf_fentry_test2', 1, 0],
  ['sample', 'perf_event', 2, 0],
  ['sock', 'socket', 3, 0],
  ['cls', 'tc', 4, 0],
  ['drop', 'xdp', 5, 1],
  ['raw', 'raw_tp', 6, 0],
];

const source = (name: string, section: string, key: number, verdict: number): string => `
.program ${name} section=${section}
    *(u32 *)(r10 - 4) = ${key}
    r1 = counts ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out_${name}
    r1 = 1
    lock *(u64 *)(r0 + 0) += r1
out_${name}:
    r0 = ${verdict}
    exit
`;
const asm = `.map counts type=array key=u32 value=u64 max_entries=7\n${PROGRAMS.map((row) => source(...row)).join('')}`;

/** Lines, what they print (`…` is anything), and how often each program has run afterwards. */
const LINES: readonly [line: string, output: string, counts: string][] = [
  ['attach trace name entry pin /sys/fs/bpf/entry', '', '0 0 0 0 0 0 0'],
  ['attach trace name leave &', '[1] …', '0 0 0 0 0 0 0'],
  ['bpftool prog run name entry', 'Return value: 0, duration: …', '1 1 0 0 0 0 0'],
  [
    'bpftool -f link',
    '1: tracing  prog 1  \n\tprog_type tracing  attach_type trace_fentry  \n\ttarget_obj_id 1  target_btf_id …  \n\tpinned /sys/fs/bpf/entry\n2: tracing  prog 2  …',
    '1 1 0 0 0 0 0',
  ],
  ['bpftool link detach id 1', 'Error: failed link detach: Operation not supported', '1 1 0 0 0 0 0'],
  ['rm /sys/fs/bpf/entry', '', '1 1 0 0 0 0 0'],
  ['kill %1', '…', '1 1 0 0 0 0 0'],
  ['wait', '…Terminated…', '1 1 0 0 0 0 0'],
  ['bpftool -j link', '[]', '1 1 0 0 0 0 0'],
  ['bpftool prog run name leave', 'Return value: 0, duration: …', '1 1 0 0 0 0 0'],
  ['attach perf_event cpu-clock cpu 1 every 1ms name sample pin /sys/fs/bpf/clock', '', '1 1 0 0 0 0 0'],
  ['sleep 10500us', '', '1 1 10 0 0 0 0'],
  ['attach perf_event cycles cpu 0 every 2ms name sample pin /sys/fs/bpf/cycles', '', '1 1 10 0 0 0 0'],
  ['rm /sys/fs/bpf/clock', '', '1 1 10 0 0 0 0'],
  ['sleep 9ms', '', '1 1 14 0 0 0 0'],
  ['rm /sys/fs/bpf/cycles', '', '1 1 14 0 0 0 0'],
  ['attach perf_event cycles cpu 0 every 1ms name drop', 'attach: perf_event: Invalid argument', '1 1 14 0 0 0 0'],
  ['attach socket dev lo name sock &', '[1] …', '1 1 14 0 0 0 0'],
  ['bpftool prog pin name cls /sys/fs/bpf/cls', '', '1 1 14 0 0 0 0'],
  [
    'tc filter add dev lo ingress bpf da pinned /sys/fs/bpf/cls',
    "Error: Parent Qdisc doesn't exists.…",
    '1 1 14 0 0 0 0',
  ],
  ['tc qdisc add dev lo clsact', '', '1 1 14 0 0 0 0'],
  ['tc filter add dev lo ingress bpf da pinned /sys/fs/bpf/cls', '', '1 1 14 0 0 0 0'],
  ['bpftool net', 'xdp:\n\ntc:\nlo(1) clsact/ingress cls:[*fsobj] id 5\n\nflow_dissector:\n', '1 1 14 0 0 0 0'],
  ['ping -c 1 ::1', 'PING ::1(::1) 56 data bytes\n64 bytes from ::1: …1 received, 0% packet loss…', '1 1 14 2 2 0 0'],
  ['bpftool net attach xdp name drop dev lo', '', '1 1 14 2 2 0 0'],
  [
    'bpftool net attach xdpgeneric name drop dev lo',
    'libbpf: Kernel error message: XDP program already attached\nError: interface xdpgeneric attach failed: Device or resource busy',
    '1 1 14 2 2 0 0',
  ],
  ['ping -c 1 127.0.0.1', 'PING …0 received, 100% packet loss…', '1 1 14 2 2 1 0'],
  [
    'bpftool -j net show dev lo',
    '[{"xdp":[{"devname":"lo","ifindex":1,"mode":"generic","id":6}],"tc":[…],…}]',
    '1 1 14 2 2 1 0',
  ],
  ['tc qdisc del dev lo clsact', '', '1 1 14 2 2 1 0'],
  ['bpftool net detach xdpgeneric dev lo', '', '1 1 14 2 2 1 0'],
  ['bpftool net show dev nowhere', 'Error: invalid devname nowhere', '1 1 14 2 2 1 0'],
  ['ping -c 1 ::1', 'PING …1 received…', '1 1 14 4 2 1 0'],
  ['attach raw_tp sched_switch cpu 1 every 1ms name raw &', '[2] …', '1 1 14 4 2 1 0'],
  ['sleep 5500us', '', '1 1 14 4 2 1 5'],
  ['bpftool perf', 'pid …  fd 5: prog_id 7  raw_tracepoint  sched_switch', '1 1 14 4 2 1 5'],
];

const pattern = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^]*')}$`);

it('programs run where they are attached, and only there', () => {
  const machine = { cpus: 2, kernel: '6.18' };
  const programs = [{ name: 'all.s', asm }];
  const { session } = finish(openScenario({ v: 1, programs, machine, script: [], grain: 'point' }));
  const opened = defined(session, 'session');
  for (const [line, output, counts] of LINES) {
    const before = opened.answer().output.length;
    expect([line, finish(opened.command(line))]).toEqual([line, { ok: true, value: undefined }]);
    const { output: printed, maps } = opened.answer();
    const text = printed.slice(before).map((each) => each.text);
    expect(text.filter((each) => each !== '').join('\n'), line).toMatch(pattern(output));
    expect([line, maps[0].entries.map(({ pretty }) => pretty).join(' ')]).toEqual([line, counts]);
  }
});
