import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { Random } from '../../lib/random.ts';
import { ok } from '../../lib/result.ts';
import { DEFAULT_ENV } from '../abi/env.ts';
import { assemble } from '../asm/assemble.ts';
import { Machine } from '../kernel/machine.ts';
import { objectFiles } from '../object-files.ts';
import { OBJECTS } from './bpftool/bpftool.ts';
import { openCollection } from './collection.ts';
import { type Output, Processes } from './processes.ts';
import { COMMANDS } from './shell/commands.ts';
import { INTERRUPT, parseScriptLine } from './shell/script.ts';

const FILE = 'first-timer.s';
const asm = readFileSync(new URL(`../../examples/${FILE}`, import.meta.url), 'utf8');
const assembled = assemble(asm, FILE);
const spec = assembled.ok ? ok(assembled.value.spec) : assembled;

/** A capture of one packet. */
const CAPTURE = new Uint8Array(24 + 16 + 60);
new DataView(CAPTURE.buffer).setUint32(0, 0xa1b2c3d4, true);
new DataView(CAPTURE.buffer).setUint32(32, 60, true);
const FILES = new Map([['p.pcap', CAPTURE]]);

/** Words that commands know, and some that none does. */
const WORDS = [
  ...Object.keys(COMMANDS),
  ...Object.entries(OBJECTS).flatMap(([name, { verbs }]) => [name, ...verbs.map(([verb]) => verb)]),
  ...'id name pinned tag dev key value hex data_in ctx_in repeat type entries flags file map prog pin all kv format'.split(
    ' ',
  ),
  ...'xdp xdpgeneric xdpdrv tcx_ingress tcx_egress lo veth0 veth1 overwrite clsact ingress egress bpf da add del'.split(
    ' ',
  ),
  ...'cpu every cpu-clock cycles perf_event trace socket -j -p -f -c -6 -l -u ::1 127.0.0.1 10.0.0.2 8888 & | $$ %1'.split(
    ' ',
  ),
  ...'0 1 2 3 1000 0x10 -1 99999999999 5ms 1us 20 xlated opcodes visual timers first_timer tick array hash'.split(' '),
  ...[
    FILE,
    '/sys/fs/bpf',
    '/sys/fs/bpf/a',
    '/sys/fs/bpf/b/c',
    '/sys/kernel/tracing/trace_pipe',
    '[x@1]',
    "''",
    '>',
    '<',
    ';',
    '&&',
    '2>&1',
    '*',
    '-n',
    'p.pcap',
    'ä',
    '"',
  ],
];

/** Lines that do something, to begin with and to change. */
const SEEDS = [
  'bpftool prog load first-timer.s /sys/fs/bpf/a type xdp',
  'bpftool net attach xdpgeneric pinned /sys/fs/bpf/a dev lo',
  'bpftool net detach xdpgeneric dev lo',
  'bpftool -jp prog show id 1',
  'bpftool map update name timers key 0 0 0 0 value hex 01 02',
  'bpftool map create /sys/fs/bpf/b type hash key 4 value 4 entries 4 name b',
  'bpftool prog run name first_timer data_in hex 00 11 repeat 3',
  'bpftool btf dump map name timers format c',
  'attach xdp dev veth1 name first_timer &',
  'tc qdisc add dev lo clsact',
  'tc filter add dev lo ingress bpf da pinned /sys/fs/bpf/a',
  'nc -6 ::1 8888',
  'ping -c 1 10.0.0.2',
  'kill %1',
  'rm /sys/fs/bpf/a',
  'taskset -c 1 bpftool prog run id 1',
  'tcpreplay -i lo --loop 2 --pps 1000 p.pcap',
  'bpftool map show | grep -c timers && bpftool prog show > all 2>&1 || head -1 all',
  'echo version > lines ; bpftool batch file lines',
  'taskset -cp 1 $!',
];

const LINES = 10_000;
/** Lines on one machine. */
const PER_MACHINE = 500;
/** Steps that one line may take; what takes longer is interrupted. */
const MAX_STEPS = 3_000;

const dice = new Random(20_211_115);
const random = (limit: number): number => dice.below(limit);
const pick = <T>(list: readonly T[]): T => list[random(list.length)];

/** A known line with some words left out, put in or exchanged; or words in any order. */
function makeLine(): string {
  const words = random(3) === 0 ? Array.from({ length: random(9) }, () => pick(WORDS)) : pick(SEEDS).split(' ');
  for (let changes = random(4); changes > 0; changes--)
    words.splice(random(words.length + 1), random(2), ...(random(3) === 0 ? [] : [pick(WORDS)]));
  return words.join(' ');
}

class World {
  private readonly machine = new Machine({ cpus: 2, memoryMiB: 16, journalBytes: 1 << 20 });
  private readonly processes: Processes;

  constructor() {
    const files = objectFiles([FILE], (name) => (name === FILE ? { spec } : undefined), DEFAULT_ENV);
    const file = files.open(FILE);
    if (file.is === 'file') openCollection(this.machine, file.spec, file.loaded.maps, []);
    this.processes = new Processes(this.machine, files, [], { names: ['p.pcap'], read: (name) => FILES.get(name) });
  }

  /** What a line printed; undefined if it had to be interrupted before it printed anything. */
  run(text: string): Output | undefined {
    const before = this.processes.ended.length;
    if (!this.play(text)) this.play(INTERRUPT);
    return this.processes.ended[before];
  }

  /** False if the shell still waits for the line. */
  private play(text: string): boolean {
    const parsed = parseScriptLine(text);
    const line = defined(parsed.ok ? parsed.value : undefined, 'a line');
    this.processes.append({ text, lineNo: 1, line, notBefore: 0 });
    for (let steps = 0; this.processes.isWaitedFor(line.process) && steps < MAX_STEPS; steps++) {
      this.processes.proceed();
      if (this.processes.isWorking) continue;
      const stop = this.machine.step();
      if (stop?.why === 'idle' && !this.processes.giveUpWaiting()) break;
    }
    return !this.processes.isWaitedFor(line.process);
  }
}

/** nc says nothing about a refused connection, bpftool nothing about a name that nothing has, grep nothing about no match. */
const mayBeSilent = (line: string, { status }: Output): boolean =>
  /\b(?:nc|grep|false)\b/.test(line) || status === 255 || status === 234;

it('any line is answered with a result, a usage or a message', () => {
  let world = new World();
  const seen = { refused: 0, failed: 0, done: 0 };
  for (let i = 0; i < LINES; i++) {
    if (i % PER_MACHINE === 0) world = new World();
    const line = makeLine();
    const parsed = parseScriptLine(line);
    if (!parsed.ok) {
      expect([line, parsed.error.message === '']).toEqual([line, false]);
      seen.refused++;
      continue;
    }
    if (parsed.value.process !== 'sh') continue;
    const output = world.run(line);
    if (output?.failed !== true) seen.done++;
    else {
      expect([line, output.text === '' && !mayBeSilent(line, output)]).toEqual([line, false]);
      seen.failed++;
    }
  }
  expect(seen.refused).toBeGreaterThan(1000);
  expect(seen.failed).toBeGreaterThan(500);
  expect(seen.done).toBeGreaterThan(500);
}, 300_000);
