import { expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { finish } from '../../lib/job.ts';
import { openScenario } from '../engine.ts';
import { toBase64 } from '../scenario/base64.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Session } from '../scenario/session.ts';

/** A program that notes when each packet has come. */
const STAMPS = `
.map stamps type=array key=u32 value=u64 max_entries=16
.map count type=array key=u32 value=u64 max_entries=1
.program stamp section=xdp
    *(u32 *)(r10 - 4) = 0
    r1 = count ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r1 = *(u64 *)(r0 + 0)
    *(u32 *)(r10 - 8) = r1
    r1 += 1
    *(u64 *)(r0 + 0) = r1
    r1 = stamps ll
    r2 = r10
    r2 += -8
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r6 = r0
    call bpf_ktime_get_ns
    *(u64 *)(r6 + 0) = r0
out:
    r0 = 2
    exit
`;

/** A capture in nanoseconds of frames of these lengths, `gap` ns apart. */
function capture(lengths: readonly number[], gap: number): Uint8Array {
  const bytes = new Uint8Array(24 + lengths.reduce((sum, length) => sum + 16 + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xa1b23c4d, true);
  let at = 24;
  for (const [i, length] of lengths.entries()) {
    view.setUint32(at, 1_700_000_000, true);
    view.setUint32(at + 4, i * gap, true);
    view.setUint32(at + 8, length, true);
    view.setUint32(at + 12, length, true);
    at += 16 + length;
  }
  return bytes;
}

const FILES = [
  { name: 'three.pcap', data: toBase64(capture([60, 60, 60], 1_000_000)) },
  { name: 'odd.pcap', data: toBase64(capture([60, 10, 2000], 1000)) },
  { name: 'none.pcap', data: toBase64(capture([], 0)) },
  { name: 'bad.pcap', data: toBase64(new Uint8Array(40)) },
  { name: 'cut.pcap', data: toBase64(new Uint8Array(3)) },
  { name: 'lines.txt', data: toBase64(Uint8Array.from('prog show\n', (c) => c.charCodeAt(0))) },
];

const SCENARIO: Scenario = {
  v: 1,
  programs: [{ name: 'stamps.s', asm: STAMPS }],
  files: FILES,
  machine: { cpus: 2, kernel: '6.18' },
  script: [],
  grain: 'point',
};

type Lines = readonly (readonly [line: string, output: string])[];

/** Lines with what they print; `…` is anything. */
const PIPES: Lines = [
  ['bpftool prog show | grep -c xdp', '1'],
  ['bpftool prog show | head -1', '1: xdp  name stamp  tag …'],
  ['bpftool map show | grep stamps | wc -l', '1'],
  ['bpftool map show | grep -v stamps | grep -o "name [a-z]*"', 'name count'],
  ['bpftool -j map show > maps.json && wc -c maps.json', '… maps.json'],
  ['cat maps.json | grep -o stamps', 'stamps'],
  ['bpftool map show id 99 2> errors ; echo $?', '255'],
  ['cat errors', 'Error: get map by id (99): No such file or directory'],
  ['bpftool map show id 99 > both 2>&1 || echo failed', 'failed'],
  ['bpftool map show id 99 && echo never', 'Error: get map by id (99): No such file or directory'],
  ['cat both errors | sort | uniq -c', '      2 Error: get map by id (99): No such file or directory'],
  ['echo one >> /tmp/log; echo two >> /tmp/log; tail -n 1 /tmp/log', 'two'],
  ['cat < /tmp/log | tail -n +2', 'two'],
  ['grep -n o /tmp/log', '1:one\n2:two'],
  ['grep -q three /tmp/log', ''],
  ['ls /tmp', 'log'],
  ['echo x > /dev/null', ''],
  ['echo x > /sys/fs/bpf/x', 'bash: /sys/fs/bpf/x: Operation not permitted'],
  ['echo x > three.pcap', 'bash: three.pcap: Read-only file system'],
  ['echo x > nowhere/x', 'bash: nowhere/x: No such file or directory'],
  ['cat nothing', 'cat: nothing: No such file or directory'],
  ['cat /tmp', 'cat: /tmp: Is a directory'],
  ['bpftool map create /sys/fs/bpf/m type array key 4 value 4 entries 1 name m', ''],
  ['cat /sys/fs/bpf/m', 'cat: /sys/fs/bpf/m: Input/output error'],
  ['ls /sys/fs/bpf | xxd', '00000000: 6d0a                                     m.'],
  ['rm /tmp/log errors both', ''],
  ['ls /tmp', ''],
  ['rm three.pcap', "rm: cannot remove 'three.pcap': Read-only file system"],
  [
    'ls',
    '.:\nbad.pcap\ncut.pcap\nlines.txt\nmaps.json\nnone.pcap\nodd.pcap\nstamps.o\nstamps.s\nthree.pcap\n\n/sys/fs/bpf:\nm',
  ],
  ['ls -l three.pcap', '-r--r--r-- 1 root root 252 Jan  1 00:00 three.pcap'],
  ['ls nowhere', "ls: cannot access 'nowhere': No such file or directory"],
  ['bpftool batch file lines.txt', '1: xdp  name stamp…processed 1 commands'],
  ['bpftool batch file nothing', "Error: Can't open file (nothing): No such file or directory"],
  ['echo 0123456789abcdef > data', ''],
  ['bpftool prog run name stamp data_in data data_out copy', 'Return value: 2, duration: …'],
  ['head -1 copy', '0123456789abcdef'],
  ['rm /sys/fs/bpf/* && ls /sys/fs/bpf', ''],
  ["echo '*' # no pattern, and no comment", '*'],
  ['true && uname -sr', 'Linux 6.18'],
];

/** Commands on many elements at once; buckets as in `testdata/map-calls.txt`. */
const BATCHES: Lines = [
  ['bpftool map create /sys/fs/bpf/h type hash key 4 value 4 entries 8 name many flags 0x40', ''],
  ['map-batch update name many key 1 0 0 0 value 1 0 0 0 key 2 0 0 0 value 2 0 0 0', '2 elements'],
  ['map-batch update name many key 3 0 0 0 value 3 0 0 0 key 1 0 0 0 value 1 0 0 0', '2 elements'],
  [
    'map-batch lookup name many',
    'key: 02 00 00 00  value: 02 00 00 00\nkey: 01 00 00 00  value: 01 00 00 00\nkey: 03 00 00 00  value: 03 00 00 00\n3 elements, no more',
  ],
  [
    'map-batch lookup-and-delete name many count 1',
    'key: 02 00 00 00  value: 02 00 00 00\n1 element\nout_batch: 03 00 00 00',
  ],
  ['map-batch lookup name many from hex 04 00 00 00 | tail -1', '…no more'],
  ['map-batch delete name many key 1 0 0 0 key 7 0 0 0', 'delete failed after 1 element: No such file or directory'],
  [
    'map-batch lookup id 1 count 1',
    'key: 00 00 00 00  value: 00 00 00 00 00 00 00 00\n1 element\nout_batch: 00 00 00 00',
  ],
];

/** What bpftool does with object files, and with what there is nothing of. */
const BPFTOOL: Lines = [
  [
    'bpftool gen skeleton stamps.o > stamps.skel.h && grep "struct bpf_map \\*" stamps.skel.h',
    '\t\tstruct bpf_map *stamps;\n\t\tstruct bpf_map *count;',
  ],
  ['bpftool gen skeleton stamps.o name other | grep -c other__load', '3'],
  ['bpftool gen skeleton nope.o', 'Error: failed to stat() nope.o: No such file or directory'],
  [
    'bpftool gen skeleton stamps.s',
    "libbpf: elf: 'stamps_s' is not a proper ELF object\nError: failed to open BPF object file: BPF object format invalid",
  ],
  ['bpftool prog attach id 1 nonsense', 'Error: invalid attach/detach type'],
  ['bpftool prog attach id 9 sk_msg_verdict', 'Error: get by id (9): No such file or directory'],
  ['bpftool prog attach id 1 sk_msg_verdict', "Error: 'sk_msg_verdict' needs at least 2 arguments, 0 found"],
  ['bpftool prog attach id 1 sk_msg_verdict name count', 'Error: failed prog attach to map'],
  ['bpftool prog detach id 1 flow_dissector', 'Error: failed prog detach from map'],
  [
    'bpftool prog profile id 1 cycles',
    'Error: bpftool prog profile command is not supported. Please build bpftool with clang >= 10.0.0',
  ],
  ['bpftool map event_pipe name count', 'Error: map is not a perf event array'],
];

/** veristat with its options. */
const VERISTAT: Lines = [
  [
    'veristat -o csv stamps.o',
    'file_name,prog_name,verdict,total_insns,total_states,prog_size\nstamps.o,stamp,success,22,1,22',
  ],
  [
    'veristat -e prog,verdict,insns,stack stamps.o | head -3',
    'Program  Verdict  Insns  Stack depth\n-------  -------  -----  -----------\nstamp    success     22            8',
  ],
  ['veristat -q -f "!stamp" -o csv stamps.o', 'file_name,prog_name,verdict,total_insns,total_states,prog_size'],
  ["veristat -f 'insns>10' -f /st* -e prog -o csv stamps.o", 'prog_name\nstamp'],
  ['veristat -f verdict=failure -e prog -o csv stamps.o', 'prog_name'],
  ['veristat -o csv -s insns^ stamps.o > a.csv', ''],
  [
    'veristat -o csv stamps.o > b.csv; veristat -C a.csv b.csv | head -3 | tail -1',
    'stamps.o  stamp    success      success      MATCH                  22         22   +0 (+0.00%)  …',
  ],
  ['veristat -C a.csv nope', "Failed to open 'nope': -2"],
  [
    'veristat nope.o',
    "…Done. Processed 0 files, 0 programs. Skipped 1 files, 0 programs.\nFailed to open 'nope.o': -2",
  ],
  ['veristat -v stamps.o | grep -c processed', '1'],
];

/** Where processes run. */
const CPUS: Lines = [
  ['taskset -c 1 sleep 1s &', '[1] 1002'],
  ['taskset -p 1002', "pid 1002's current affinity mask: 2"],
  ['taskset -cp 0 1002', "pid 1002's current affinity list: 1\npid 1002's new affinity list: 0"],
  ['taskset -p 0x6 $!', "pid 1002's current affinity mask: 1\npid 1002's new affinity mask: 2"],
  [
    'taskset -cp 5-9 1002',
    "pid 1002's current affinity list: 1\ntaskset: failed to set pid 1002's affinity: Invalid argument",
  ],
  ['taskset -p 4000', "taskset: failed to get pid 4000's affinity: No such process"],
  ['taskset 2 ps', '…   1…   1001   1    0    R taskset'],
  ['kill %1', ''],
];

const STATISTICS = (device: string, sent: number, failed = 0): string =>
  `Statistics for network device: ${device}\n\tSuccessful packets:        ${sent}\n\tFailed packets:            ${failed}\n\tTruncated packets:         0\n\tRetried packets (ENOBUFS): 0\n\tRetried packets (EAGAIN):  0`;

const FATAL = '\nFatal Error in tcpreplay.c:main()';

const REPLAYS: Lines = [
  [
    'tcpreplay -i lo three.pcap',
    `Actual: 3 packets (180 bytes) sent in 0.00200… seconds\nRated: …Bps, 0.71… Mbps, …pps\n${STATISTICS('lo', 3)}`,
  ],
  ['tcpreplay -tl 2 -i veth0 three.pcap', `Actual: 6 packets (360 bytes) sent in 0.0000…\n${STATISTICS('veth0', 6)}`],
  ['tcpreplay --pps=100 -i veth0 -L 2 three.pcap', `Actual: 2 packets (120 bytes) sent in 0.01000…\n…`],
  ['tcpreplay --mbps 1 -i veth0 three.pcap', 'Actual: 3 packets (180 bytes) sent in 0.00144…\n…'],
  ['tcpreplay -x 2 -i veth0 three.pcap three.pcap', 'Actual: 6 packets (360 bytes) sent in 0.00200…\n…'],
  ['tcpreplay --maxsleep=0 --duration=1 -i veth0 three.pcap', 'Actual: 3 packets …'],
  [
    'tcpreplay -i veth0 odd.pcap',
    `Actual: 1 packets (60 bytes) …\n${STATISTICS('veth0', 1, 2)}\nWarning …\nUnable to send packet: Error with PF_PACKET send() [2]: Invalid argument (errno = 22)\n…[3]: Message too long (errno = 90)`,
  ],
  ['tcpreplay -i lo none.pcap', ''],
  ['tcpreplay -i lo --loop 0 none.pcap', ''],
  [
    'tcpreplay -i lo nope.pcap',
    `${FATAL} line 122:\n Unable to retrieve information from file nope.pcap: No such file or directory`,
  ],
  [
    'tcpreplay -i eth7 three.pcap',
    `${FATAL} line 79:\n Unable to parse args: From tcpreplay_api.c:tcpreplay_post_args() line 336:\nInvalid interface name/alias: eth7`,
  ],
  [
    'tcpreplay -i lo bad.pcap',
    '\nFailed: From replay.c:replay_file() line 129:\nError opening pcap file: unknown file format\n',
  ],
  [
    'tcpreplay -i lo cut.pcap',
    '…Error opening pcap file: truncated dump file; tried to read 4 file header bytes, only got 3\n',
  ],
  ['tcpreplay --listnics', 'Available network interfaces:\nlo\nveth0\nveth1'],
  ['tcpreplay -K -P -i lo -t three.pcap', 'PID: 10…\nFile Cache is enabled\nActual: …'],
];

/** Lines of tcpreplay that are refused when they are typed, and what is said first. */
const REFUSED: Lines = [
  ['tcpreplay three.pcap', 'tcpreplay error:  The intf1 option is required'],
  ['tcpreplay -i lo', 'tcpreplay: Command line arguments required'],
  ['tcpreplay -i lo --foo three.pcap', 'tcpreplay: illegal option -- foo'],
  ['tcpreplay -i lo -p 10 -t three.pcap', "tcpreplay error:  the 'pps' and 'topspeed' options conflict"],
  ['tcpreplay -i lo -l 0x three.pcap', "tcpreplay error:  '0x' is not a recognizable number."],
  ['tcpreplay -i lo -L 0 three.pcap', 'tcpreplay error:  limit option value 0 is out of range.'],
  ['tcpreplay -i lo -i lo three.pcap', 'tcpreplay error:  only one intf1 option allowed'],
  ['tcpreplay -i lo --lo=2 three.pcap', 'tcpreplay: ambiguous option name: lo (matches 2 options)'],
  ['tcpreplay -i lo -p abc three.pcap', '\nFatal Error in tcpreplay.c:main() line 79:'],
  ['bpftool gen skeleton stamps.o name', "'stamps.o' needs at least 2 arguments, 1 found"],
  ['bpftool gen object a b', "gen object is not simulated; 'bpftool gen skeleton FILE' is"],
  ['bpftool prog attach id 1', "'attach' needs at least 3 arguments, 2 found"],
  ['veristat', 'Please provide path to BPF object file!'],
  ['veristat -C a.csv', 'Comparison mode expects exactly two input CSV files!'],
  ['veristat -e nonsense a.o', "Unrecognized stat name 'nonsense'"],
  ['veristat -o xml a.o', "Unrecognized output format 'xml', supported formats are 'table' and 'csv'"],
  ['veristat -z a.o', "veristat: invalid option -- 'z'"],
  ['taskset 1', "taskset: bad usage\nTry 'taskset --help' for more information."],
  ['taskset zz ls', 'taskset: failed to parse CPU mask: zz'],
  ['taskset -cp 0x 1', 'taskset: failed to parse CPU list: 0x'],
  ['taskset -p abc', "taskset: invalid PID argument: 'abc'"],
  ['map-batch pop name stamps', 'expected lookup, lookup-and-delete, update, delete'],
  ['echo a |', "syntax error near unexpected token `newline'"],
  ['echo a && ', "syntax error near unexpected token `newline'"],
  ['| head', "syntax error near unexpected token `|'"],
  ['echo a > ', "syntax error near unexpected token `newline'"],
  ['echo a & echo b', "syntax error near unexpected token `&'"],
  ['head -n x', "head: invalid number of lines: 'x'"],
  ['grep -y x', "grep: invalid option -- 'y'"],
];

function open(document: Scenario): Session {
  return defined(finish(openScenario(document)).session, 'session');
}

const pattern = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '[^]*')}$`);

/** Types lines, and compares what they print. */
function typeAll(session: Session, lines: Lines): void {
  for (const [line, output] of lines) {
    const before = session.answer().output.length;
    const typed = finish(session.command(line));
    expect([line, typed.ok || typed.error[0].message]).toEqual([line, true]);
    const printed = session.answer().output.slice(before);
    const texts = printed.map((each) => each.text).filter((text) => text !== '');
    expect(texts.join('\n'), line).toMatch(pattern(output));
  }
}

it('lines are taken apart as a shell does', () => {
  const session = open(SCENARIO);
  typeAll(session, PIPES);
  const again = open(session.scenario());
  while (again.advance({ is: 'script' }, Number.POSITIVE_INFINITY, 1000) === undefined);
  expect(again.answer().output.map((each) => each.text)).toEqual(session.answer().output.map((each) => each.text));
});

it('what a command wrote is gone before it was written', () => {
  const session = open(SCENARIO);
  typeAll(session, [['echo first > file', '']]);
  const step = session.stepNo();
  typeAll(session, [
    ['sleep 1us', ''],
    ['echo second > file', ''],
    ['cat file', 'second'],
  ]);
  finish(session.seek(step));
  typeAll(session, [['cat file', 'first']]);
});

it('bpftool generates, and refuses, in its own words', () => typeAll(open(SCENARIO), BPFTOOL));

it('many elements of a map are read and changed by one call', () => typeAll(open(SCENARIO), BATCHES));

it('veristat filters, sorts and compares', () => typeAll(open(SCENARIO), VERISTAT));

it('processes can be moved', () => typeAll(open(SCENARIO), CPUS));

it('tcpreplay prints what it prints', () => typeAll(open(SCENARIO), REPLAYS));

it.each(REFUSED)('%s is refused', (line, message) => {
  const typed = finish(open(SCENARIO).command(line));
  expect(typed.ok ? '' : typed.error[0].message.split('\n').slice(0, message.split('\n').length).join('\n')).toBe(
    message,
  );
});

it('packets come at the times at which they were captured', () => {
  const session = open(SCENARIO);
  typeAll(session, [
    ['bpftool net attach xdpgeneric name stamp dev lo', ''],
    ['tcpreplay -i lo --loop 2 three.pcap', 'Actual: 6 packets …'],
  ]);
  finish(session.command('bpftool -j map dump name stamps'));
  const dump: { formatted: { value: number } }[] = JSON.parse(session.answer().output.at(-1)?.text ?? '');
  const times = dump.slice(0, 6).map(({ formatted }) => formatted.value);
  const gaps = times.slice(1).map((time, i) => Math.round((time - times[i]) / 1e5) / 10);
  expect(gaps).toEqual([1, 1, 0, 1, 1]);
});
