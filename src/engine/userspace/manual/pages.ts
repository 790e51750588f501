import {
  BPFTOOL_DIFFERENCES,
  DONE,
  debian,
  HELPERS,
  LINES,
  MACHINE_DIFFERENCES,
  type ManualPage,
  PACKETS,
  PROCESSES,
  SCRIPT,
  TIME,
  WRONG_WORDS,
} from './references.ts';

import { SHELL_PAGES } from './shell-pages.ts';

/** The pages of all commands. */
export const MANUAL: Readonly<Record<string, ManualPage>> = {
  bpftool: {
    synopsis: ['bpftool batch file FILE', 'bpftool version', 'help bpftool OBJECT'],
    description: [
      'Shows and changes the programs, maps, links and types of the machine, in the words and formats of bpftool 7.1. OBJECT is one of prog, map, link, net, btf, perf, feature, gen, cgroup, struct_ops and iter; words may be cut short as long as the first that fits is meant.',
      'An object file is one of the scenario; NAME.o is also what NAME.s assembles to. Programs, maps and links can be pinned below /sys/fs/bpf.',
    ],
    options: [
      ['-j, -p', 'JSON, on one line or indented'],
      ['-f', 'show pins'],
      ['-n', 'do not mount the BPF file system'],
      ['-V', 'version'],
    ],
    differences: [
      'There is no JIT image to dump, and no cgroup and struct_ops to attach to; -d, -l, -L and -m change nothing.',
      '`net attach` knows tcx, `prog load` knows autoattach, as later versions do.',
    ],
    exit: [
      DONE,
      ['255', 'failed; the message is in the words of bpftool or libbpf'],
      ['234', 'an argument is missing (-EINVAL)'],
    ],
    examples: [
      'bpftool prog load xdp_timer.o /sys/fs/bpf/xdp_timer type xdp',
      'bpftool -p map dump name flows',
      'bpftool net attach xdpgeneric pinned /sys/fs/bpf/xdp_timer dev lo',
    ],
    seeAlso: ['veristat(1)', 'tc(8)', 'attach(1)', BPFTOOL_DIFFERENCES, debian('bpftool')],
  },
  sleep: {
    description: ['The process sleeps on its CPU for a virtual time, and the machine goes on meanwhile.'],
    differences: ['Times may have a unit: ns, us, ms or s. There are no minutes, and only one operand.'],
    exit: [DONE, WRONG_WORDS, ['130', 'ended by Ctrl-C']],
    examples: ['sleep 0.25', 'sleep 5ms'],
    seeAlso: ['advance(1)', 'next-fire(1)', TIME, debian('sleep')],
  },
  advance: {
    description: [
      'Lets the virtual clock go on by that much: timers that expire on the way fire. The shell does it itself, so no process comes and goes.',
    ],
    exit: [DONE, WRONG_WORDS],
    examples: ['advance 5ms'],
    seeAlso: ['sleep(1)', 'next-fire(1)', TIME],
  },
  'next-fire': {
    description: ['Waits until the next timer callback begins, whenever that is.'],
    exit: [DONE, ['255', 'no timer is armed, so none will ever fire']],
    seeAlso: ['advance(1)', 'assert(1)', TIME],
  },
  'map-batch': {
    synopsis: [
      'map-batch { lookup | lookup-and-delete } MAP [count N] [from DATA]',
      'map-batch update MAP key DATA value VALUE [key DATA value VALUE]…',
      'map-batch delete MAP key DATA [key DATA]…',
    ],
    description: [
      'Makes one of the system calls BPF_MAP_LOOKUP_BATCH, _LOOKUP_AND_DELETE_BATCH, _UPDATE_BATCH and _DELETE_BATCH. MAP, DATA and VALUE are those of bpftool map.',
      'A lookup prints the elements, and where the next one goes on: a number of a bucket for hash maps, else a key. Hash maps give whole buckets, and fail where there is no room for one.',
    ],
    exit: [DONE, ['N', 'the errno, after what was done until then']],
    examples: ['map-batch lookup name flows count 2', 'map-batch lookup name flows from hex 03 00 00 00'],
    seeAlso: ['bpftool(8)'],
  },
  close: {
    synopsis: ['close map NAME', 'close prog NAME'],
    description: [
      'Closes the lowest descriptor of a map or program of that name. The loader that opens a scenario keeps one of each; when the last descriptor and pin of a map are gone, its timers are cancelled.',
    ],
    exit: [DONE, ['255', 'there is no such descriptor']],
    seeAlso: ['ps(1)', 'rm(1)', PROCESSES],
  },
  attach: {
    synopsis: [
      'attach trace PROG',
      'attach xdp dev DEVICE PROG',
      'attach { tcx_ingress | tcx_egress } dev DEVICE PROG',
      'attach socket dev DEVICE PROG',
      'attach perf_event { cpu-clock | cycles } cpu N every TIME PROG',
      'attach raw_tp NAME cpu N every TIME PROG',
    ],
    description: [
      "A small loader: it attaches a program as libbpf's bpf_program__attach_…() do and holds the link until it is killed; with `pin PATH` it pins the link and ends. PROG is { id N | name NAME | tag TAG | pinned PATH }.",
      'A raw tracepoint is hit periodically, with zeros as arguments. Tracing programs attach to the functions that test runs call (bpf_fentry_test1 …).',
    ],
    exit: [DONE, ['1', 'the kernel refused, with its error'], ['130', 'ended by Ctrl-C']],
    examples: [
      'attach perf_event cpu-clock cpu 1 every 1ms name sample &',
      'attach xdp dev lo name drop pin /sys/fs/bpf/link',
    ],
    seeAlso: ['bpftool(8)', 'tc(8)', 'kill(1)', MACHINE_DIFFERENCES],
  },
  tc: {
    synopsis: [
      'tc qdisc { add | del | show } dev DEVICE [clsact]',
      'tc filter { add | del | show } dev DEVICE { ingress | egress } [bpf da pinned PATH]',
    ],
    description: ['Puts a clsact qdisc on a device, and pinned classifiers on its way in or out.'],
    differences: [
      'There is no other qdisc, no other filter than bpf with direct action, and no handle, protocol or priority to choose.',
    ],
    exit: [DONE, WRONG_WORDS, ['2', 'the kernel refused']],
    examples: ['tc qdisc add dev lo clsact', 'tc filter add dev lo ingress bpf da pinned /sys/fs/bpf/cls'],
    seeAlso: ['bpftool(8)', 'attach(1)', PACKETS, debian('tc-bpf')],
  },
  veristat: {
    synopsis: ['veristat [OPTIONS] FILE…', 'veristat -C BASE.csv OTHER.csv'],
    description: [
      'Verifies every program of object files and prints a table: verdict, instructions that were walked, states, size. Two tables that were written as CSV can be compared.',
    ],
    options: [
      [
        '-e FIELDS',
        'columns: file, prog, verdict, duration, insns, states, peak_states, max_states_per_insn, mark_read_max_len, size, stack',
      ],
      ['-s FIELDS', 'sort by them; a ^ behind a field sorts upwards, a v downwards'],
      ['-f FILTER', 'only these: FILE-GLOB, /PROG-GLOB, FILE/PROG, !GLOB to leave out, or a test such as insns>100'],
      ['-o FORMAT', 'table or csv'],
      ['-n N', 'the first N rows'],
      ['-l N, -v', 'log level; print the log of each program'],
      ['-q', 'no progress'],
      ['-C', 'compare two CSV files'],
    ],
    differences: [
      'duration is 0: the verifier takes no virtual time. Models, presets of variables and log sizes are not known.',
    ],
    exit: [DONE, ['1', 'a file cannot be opened, or the words are wrong']],
    examples: ['veristat first-timer.o', 'veristat -o csv -e file,prog,verdict,insns first-timer.o > base.csv'],
    seeAlso: ['bpftool(8)', 'docs/deviations.md#verifier', debian('veristat')],
  },
  nc: {
    description: [
      'Connects to a port with TCP, or sends what is piped in with UDP (-u); with -l it prints what comes to a port. Packets go through the programs of the devices that they pass.',
    ],
    options: [
      ['-4, -6', 'only this version of IP'],
      ['-u', 'UDP'],
      ['-l', 'listen'],
      ['-v', 'say what becomes of a connection'],
      ['-w TIME', 'wait no longer than this'],
    ],
    differences: [
      'A connection ends when what was piped in is sent. Hosts are ::1, 127.0.0.1, localhost and the ends of the veth pair.',
    ],
    exit: [DONE, ['1', 'no connection: refused, or timed out']],
    examples: ['nc -6 ::1 8888', 'echo hello | nc -u 10.0.0.2 53'],
    seeAlso: ['ping(8)', 'tcpreplay(1)', PACKETS, debian('nc.openbsd')],
  },
  ping: {
    description: ['Sends an echo request a second and prints the answers.'],
    options: [
      ['-c COUNT', 'how many; 4 if it is not said'],
      ['-i TIME', 'time between two'],
      ['-W TIME', 'how long to wait for an answer'],
      ['-4, -6', 'only this version of IP'],
    ],
    differences: ['It ends by itself, and sums up no round-trip times.'],
    exit: [
      ['0', 'an answer came'],
      ['1', 'none came, or the words are wrong'],
      ['2', 'the host is not known'],
    ],
    examples: ['ping -c 1 10.0.0.2'],
    seeAlso: ['nc(1)', 'tcpreplay(1)', PACKETS, debian('ping')],
  },
  tcpreplay: {
    description: [
      'Sends the packets of capture files out of a device, each after the time that lay between it and the one before it when they were captured: on the virtual clock, to the nanosecond. Files are pcap (with micro- or nanoseconds, of either byte order) or pcapng.',
      'A capture belongs to the scenario: drop it on the page, name it in a text with `file:`, or list it with `ls`.',
    ],
    options: [
      ['-i, --intf1 DEVICE', 'lo, veth0 or veth1'],
      ['-l, --loop N', 'N times; 0 is until Ctrl-C'],
      ['--loopdelay-ms N', 'pause between two times'],
      ['-x, --multiplier X', 'X times as fast'],
      ['-p, --pps N', 'N packets a second'],
      ['-M, --mbps X', 'X megabits a second'],
      ['-t, --topspeed', 'one right after the other'],
      ['-L, --limit N, --duration S', 'no more than N packets, or S seconds'],
      ['--maxsleep MS', 'no longer pause between two packets'],
      ['--pktlen', 'as long as on the wire, with zeros for what was not kept'],
      ['-K, -q, -T, -P, --listnics, --no-flow-stats', 'as usual'],
    ],
    differences: [
      'One device, one packet after the other: no cache files, no second interface, no changes to addresses. It does not warn that lo is no Ethernet device, and there is no tcpdump for -v.',
      'A CPU that is busy when a packet is due sends it later; the next ones keep their times.',
    ],
    exit: [DONE, ['1', 'the words are wrong'], ['255', 'unknown device, no such file, or no capture']],
    examples: ['tcpreplay -i lo syn-flood.pcap', 'tcpreplay -i veth0 --pps 1000 --loop 3 http.pcapng'],
    seeAlso: ['ping(8)', 'nc(1)', 'ls(1)', PACKETS, 'docs/scenarios.md#files', debian('tcpreplay')],
  },
  ...SHELL_PAGES,
  kernel: {
    description: [
      'Says which kernel the machine runs: v1 … v5 are the versions of the patches, the others releases. The kernel of a scenario is chosen before it runs.',
    ],
    exit: [DONE],
    seeAlso: ['uname(1)', 'docs/scenarios.md#headers'],
  },
  uname: {
    description: ['Prints what the machine is; -r is its kernel.'],
    exit: [DONE, WRONG_WORDS],
    seeAlso: ['kernel(1)', debian('uname')],
  },
  assert: {
    description: [
      'Says what must hold here: a value of a map or variable, a count, how the last command ended. It fails with the value that is there. Looking does not change the machine.',
    ],
    exit: [DONE, ['1', 'it does not hold']],
    examples: ['assert timers[0].timer == armed', 'assert map:flows.usercnt == 0', 'assert output has "denied"'],
    seeAlso: [SCRIPT],
  },
  echo: {
    description: [
      'Prints words. $? is the status of the last command, $! the process of the last one with &, $$ the shell.',
    ],
    differences: ['There are no options, and no other variables.'],
    exit: [DONE],
    seeAlso: [LINES, debian('echo')],
  },
  true: { description: ['Does nothing, successfully.'], exit: [DONE], seeAlso: ['false(1)', LINES, debian('true')] },
  false: {
    description: ['Does nothing, unsuccessfully.'],
    exit: [['1', 'always']],
    seeAlso: ['true(1)', LINES, debian('false')],
  },
  man: {
    description: [
      'Shows the page about a command, about an object of bpftool (`man bpftool-prog`), or where a helper of the kernel is described (`man bpf_timer_start`).',
    ],
    differences: ['There is no pager.'],
    exit: [DONE, ['16', 'there is no such page']],
    seeAlso: ['help(1)', HELPERS],
  },
  help: {
    synopsis: ['help', 'help COMMAND', 'help bpftool OBJECT'],
    description: ['Lists the commands, or shows the page about one of them.'],
    exit: [DONE, ['255', 'there is no such command']],
    seeAlso: ['man(1)', 'docs/console.md', SCRIPT],
  },
};
