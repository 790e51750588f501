import { type CapturedPacket, readCapture } from '../../../lib/pcap.ts';
import { EINVAL, EMSGSIZE } from '../../abi/errno.ts';
import { deviceMtu, deviceName, deviceNamed, devicesInOrder } from '../../kernel/net/devices.ts';
import type { Printer, Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { readFile } from '../shell/text-commands.ts';
import { Failure } from '../shell/words.ts';
import { call, perform, put, type Steps } from '../steps.ts';
import { flowOf } from './flows.ts';
import { TCPREPLAY_USAGE, takeTcpreplayOptions } from './tcpreplay-options.ts';

/** tcpreplay -i DEVICE FILE…: sends the packets of captures out of a device, at the times at which they were captured. */
export function* tcpreplay(shell: Shell): Steps<number> {
  const { words, out } = shell;
  const { options, files } = takeTcpreplayOptions(words);
  if (options.has('less-help') || options.has('help')) out.print(TCPREPLAY_USAGE);
  else if (options.has('version')) out.print('tcpreplay version: 4.4.3 (build git:v4.4.3)\n');
  else if (options.has('listnics')) yield* listDevices(shell);
  else return yield* replay(shell, options, files);
  return 0;
}

function* listDevices({ out }: Shell): Steps<void> {
  const names = yield* perform(({ kernel }) => devicesInOrder(kernel).map((at) => deviceName(kernel, at)));
  out.print(`Available network interfaces:\n${names.map((name) => `${name}\n`).join('')}`);
}

// ---- what is asked for

type Options = ReadonlyMap<string, string>;

interface Device {
  readonly name: string;
  readonly index: number;
  /** Longest frame that it takes, in bytes. */
  readonly longest: number;
}

/** Where a frame's addresses and type end. */
const ETHERNET_HEADER = 14;

function* openDevice(name: string): Steps<Device> {
  const found = yield* perform(({ kernel }) => {
    const at = deviceNamed(kernel, name);
    return at === 0
      ? undefined
      : { index: kernel.net.device(at).index, longest: deviceMtu(kernel, at) + ETHERNET_HEADER };
  });
  if (found !== undefined) return { name, ...found };
  throw fatal(
    'tcpreplay.c:main() line 79',
    `Unable to parse args: From tcpreplay_api.c:tcpreplay_post_args() line 336:\nInvalid interface name/alias: ${name}`,
  );
}

const fatal = (where: string, message: string): Failure => new Failure(`\nFatal Error in ${where}:\n ${message}`);

/** When a packet is due, in ns after the first one of all (or of its pass through its file). */
interface Pace {
  /** After the packet before it in the file. */
  readonly gap?: (packet: CapturedPacket, before: CapturedPacket) => number;
  /** After the first packet of all; `sent`: packets and bytes until then. */
  readonly since?: (packet: CapturedPacket, sent: Progress) => number;
}

function paceOf(options: Options): Pace {
  const number = (name: string): number => Number.parseFloat(options.get(name) ?? '') || 0;
  if (options.has('topspeed') || (options.has('mbps') && number('mbps') <= 0)) return {};
  if (options.has('pps')) return { since: (_, { packets }) => (packets * 1e9) / number('pps') };
  if (options.has('mbps')) return { since: ({ bytes }, sent) => ((sent.bytes + bytes.length) * 8000) / number('mbps') };
  const factor = number('multiplier') || 1;
  return { gap: (packet, before) => Math.max(0, packet.time - before.time) / factor };
}

// ---- sending

interface Progress {
  packets: number;
  bytes: number;
  failed: number;
  /** When the first packet was sent, and the one before is due. */
  start: number;
  due: number;
  readonly flows: Set<string>;
  flowPackets: number;
  otherPackets: number;
}

const STOPPED = 'stopped';

/** A replay under way. */
interface Replay {
  readonly shell: Shell;
  readonly options: Options;
  readonly device: Device;
  readonly pace: Pace;
  readonly sent: Progress;
}

function* replay(shell: Shell, options: Options, files: readonly string[]): Steps<number> {
  const { out, pid } = shell;
  const device = yield* openDevice(options.get('intf1') ?? '');
  if (options.has('verbose'))
    throw fatal('tcpdump.c:tcpdump_open() line 209', 'Unable to execute tcpdump binary: /usr/bin/tcpdump');
  if (options.has('pid')) out.print(`PID: ${pid}\n`);
  if (options.has('preload-pcap')) out.print('File Cache is enabled\n');
  yield* checkFiles(shell, files);
  const start = yield* clockOf();
  const sent = {
    packets: 0,
    bytes: 0,
    failed: 0,
    start,
    due: start,
    flows: new Set<string>(),
    flowPackets: 0,
    otherPackets: 0,
  };
  yield* sendAll({ shell, options, device, pace: paceOf(options), sent }, files);
  printSummary(out, device, sent, (yield* clockOf()) - start, options.has('no-flow-stats'));
  return 0;
}

const clockOf = (): Steps<number> => perform((machine) => machine.clock);

function* checkFiles(shell: Shell, files: readonly string[]): Steps<void> {
  for (const file of files) {
    const read = yield* readFile(shell, file);
    if (typeof read === 'string')
      throw fatal('tcpreplay.c:main() line 122', `Unable to retrieve information from file ${file}: ${read}`);
  }
}

function* sendAll(replaying: Replay, files: readonly string[]): Steps<void> {
  const { options, sent } = replaying;
  const loops = Number(options.get('loop') ?? 1) || Number.POSITIVE_INFINITY;
  const pause = Number(options.get('loopdelay-ms') ?? 0) * 1e6;
  for (let loop = 0; loop < loops; loop++) {
    if (loop > 0) sent.due += pause;
    const before = sent.packets + sent.failed;
    for (const file of files) if ((yield* sendFile(replaying, file)) === STOPPED) return;
    // Files without packets would be read for ever.
    if (sent.packets + sent.failed === before) return;
  }
}

function* sendFile(replaying: Replay, file: string): Steps<typeof STOPPED | undefined> {
  const { shell, options, sent, device } = replaying;
  const read = yield* readFile(shell, file);
  const capture = typeof read === 'string' ? undefined : readCapture(file, read);
  if (capture === undefined || !capture.ok) {
    const why = capture?.error ?? String(read);
    throw new Failure(`\nFailed: From replay.c:replay_file() line 129:\nError opening pcap file: ${why}\n`);
  }
  const limit = Number(options.get('limit') ?? Number.POSITIVE_INFINITY);
  const duration = Number(options.get('duration') ?? Number.POSITIVE_INFINITY) * 1e9;
  for (const [i, packet] of capture.value.packets.entries()) {
    if (sent.packets >= limit) return STOPPED;
    sent.due = dueOf(replaying, packet, capture.value.packets[i - 1]);
    if (sent.due - sent.start > duration) return STOPPED;
    const bytes = options.has('pktlen') ? padded(packet) : packet.bytes;
    note(sent, bytes, yield* sendFrame(shell, device, bytes, sent.due), shell.out);
  }
  return undefined;
}

function padded({ bytes, wireLength }: CapturedPacket): Uint8Array {
  const whole = new Uint8Array(wireLength);
  whole.set(bytes.subarray(0, wireLength));
  return whole;
}

function dueOf({ pace, options, sent }: Replay, packet: CapturedPacket, before: CapturedPacket | undefined): number {
  const isFirst = sent.packets + sent.failed === 0;
  const due = isFirst
    ? sent.due
    : pace.since !== undefined
      ? sent.start + pace.since(packet, sent)
      : sent.due + (before === undefined ? 0 : (pace.gap?.(packet, before) ?? 0));
  const longest = Number(options.get('maxsleep') ?? 0) * 1e6;
  return Math.round(longest > 0 ? Math.min(due, sent.due + longest) : due);
}

/** 0 or a negative errno, as a packet socket has it. kernel: packet_snd() */
function* sendFrame({ cpu }: Shell, { index, longest }: Device, bytes: Uint8Array, due: number): Steps<number> {
  if (bytes.length < ETHERNET_HEADER) return -EINVAL;
  if (bytes.length > longest) return -EMSGSIZE;
  return Math.min(0, yield* call(cpu, 'sys_sendto', [index, yield* put(bytes, 'data'), bytes.length], due));
}

function note(sent: Progress, bytes: Uint8Array, error: number, out: Printer): void {
  const flow = flowOf(bytes);
  if (flow === 'other') sent.otherPackets++;
  else if (flow !== undefined) {
    sent.flows.add(flow);
    sent.flowPackets++;
  }
  if (error === 0) {
    sent.packets++;
    sent.bytes += bytes.length;
    return;
  }
  sent.failed++;
  const number = sent.packets + sent.failed;
  const what = `Error with PF_PACKET send() [${number}]: ${strerror(-error)} (errno = ${-error})`;
  out.stderr += `Warning in send_packets.c:send_packets() line 489:\nUnable to send packet: ${what}\n`;
}

// ---- what it prints

function printSummary(out: Printer, device: Device, sent: Progress, elapsed: number, withoutFlows: boolean): void {
  const { packets, bytes, failed, flows, flowPackets, otherPackets } = sent;
  if (packets + failed === 0) return;
  const micros = Math.floor(elapsed / 1000);
  if (packets > 0 && micros > 0) {
    const seconds = micros < 1e6 ? fixed(micros, 1e6, 6) : fixed(micros, 1e6, 2);
    const rate = (count: number, digits: number): string => fixed(count * 1e6, micros, digits);
    const megabits = bytes * 8;
    out.print(`Actual: ${packets} packets (${bytes} bytes) sent in ${seconds} seconds\n`);
    const mbps = fixed(megabits, micros, megabits >= micros ? 2 : 3);
    out.print(`Rated: ${rate(bytes, 1)} Bps, ${mbps} Mbps, ${rate(packets, 2)} pps\n`);
    if (flows.size > 0 && !withoutFlows) {
      const counts = `${flowPackets} unique flow packets, ${otherPackets} unique non-flow packets`;
      out.print(`Flows: ${flows.size} flows, ${rate(flows.size, 2)} fps, ${counts}\n`);
    }
  }
  out.print(`Statistics for network device: ${device.name}\n`);
  for (const [name, count] of counters(packets, failed)) out.print(`\t${`${name}:`.padEnd(26)} ${count}\n`);
}

const counters = (packets: number, failed: number): readonly (readonly [string, number])[] => [
  ['Successful packets', packets],
  ['Failed packets', failed],
  ['Truncated packets', 0],
  ['Retried packets (ENOBUFS)', 0],
  ['Retried packets (EAGAIN)', 0],
];

/** A quotient with so many digits, the others cut off. */
function fixed(count: number, divisor: number, digits: number): string {
  const scale = 10 ** digits;
  return (Math.floor((count * scale) / divisor) / scale).toFixed(digits);
}
