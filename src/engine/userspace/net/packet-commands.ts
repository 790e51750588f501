import { FILE_SOCKET } from '../../kernel/layouts/cpu.ts';
import { SOCKET_ICMP, SOCKET_TCP, SOCKET_UDP } from '../../kernel/layouts/net.ts';
import type { Machine } from '../../kernel/machine.ts';
import {
  ECHO,
  echoFrame,
  type Parsed,
  parseEcho,
  parseSegment,
  type Segment,
  TCP_ACK,
  TCP_FIN,
  TCP_PSH,
  TCP_RST,
  TCP_SYN,
  tcpFrame,
  UDP,
  udpFrame,
} from '../../kernel/net/headers.ts';
import { isPortTaken } from '../../kernel/net/sockets.ts';
import { duration, end } from '../shell/command-arguments.ts';
import type { Shell } from '../shell/shell.ts';
import { Failure, type Words } from '../shell/words.ts';
import { call, perform, readyBy, type Steps, until } from '../steps.ts';
import { openSocket, type Route, receive, routeTo, send } from './packets.ts';

/** The commands that send packets: nc and ping. */

const SECOND = 1e9;

// ---- waiting

const hasPacket = ({ kernel }: Machine, file: number): boolean => {
  const socket = kernel.files.object(file, FILE_SOCKET);
  return socket !== 0 && kernel.net.socket(socket).head !== 0;
};

/** The next frame for a socket; undefined if none has come when the clock shows `deadline` ns. */
function* receiveBy(shell: Shell, file: number, deadline: number): Steps<Parsed | undefined> {
  const isThere = yield* readyBy(shell.cpu, deadline, (machine) => hasPacket(machine, file));
  return isThere ? yield* receive(file) : undefined;
}

/** The next frame for a socket, however long it takes. */
function* receiveNext(file: number): Steps<Parsed | undefined> {
  yield* until((machine) => hasPacket(machine, file) || undefined);
  return yield* receive(file);
}

const clockOf = (): Steps<number> => perform((machine) => machine.clock);

// ---- nc

interface NcOptions {
  version: 4 | 6 | undefined;
  udp: boolean;
  listens: boolean;
  verbose: boolean;
  /** Seconds; undefined = for ever. */
  wait: number | undefined;
}

const NC_USAGE = 'usage: nc [-46luv] [-w timeout] [destination] port';

/** nc [-46uv] [-w SECONDS] HOST PORT, and nc -l [-46u] PORT. */
export function* nc(shell: Shell): Steps<number> {
  const { words } = shell;
  const options = ncOptions(words);
  const host = options.listens && words.left < 2 ? undefined : words.next();
  const port = portWord(words);
  end(words);
  if (options.listens) return yield* listen(shell, options, port);
  const name = host ?? '';
  const route = routeTo(name, options.version);
  if (route === undefined)
    throw new Failure(`nc: getaddrinfo for host "${name}" port ${port}: Name or service not known`, 1);
  return options.udp ? yield* sendUdp(shell, route, port) : yield* connect(shell, options, route, port);
}

function ncOptions(words: Words): NcOptions {
  const options: NcOptions = { version: undefined, udp: false, listens: false, verbose: false, wait: undefined };
  while (words.peek()?.startsWith('-') === true) {
    const letters = words.next() ?? '';
    if (!/^-[46luvNnzwp]+$/.test(letters)) throw words.wasWrong(NC_USAGE, 1);
    if (letters.includes('4')) options.version = 4;
    if (letters.includes('6')) options.version = 6;
    options.udp ||= letters.includes('u');
    options.listens ||= letters.includes('l');
    options.verbose ||= letters.includes('v');
    if (letters.includes('w')) options.wait = duration(words);
  }
  return options;
}

function portWord(words: Words): number {
  const word = words.next();
  if (word === undefined) throw words.wasWrong(NC_USAGE, 1);
  const port = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  if (port < 1 || port > 65_535) throw words.wasWrong(`nc: port number invalid: ${word}`, 1);
  return port;
}

/** Ports that are given to those who ask for none. */
const FIRST_EPHEMERAL = 32_768;

function* ephemeralPort(kind: number): Steps<number> {
  return yield* perform(({ kernel }) => {
    let port = FIRST_EPHEMERAL;
    while (isPortTaken(kernel, kind, port)) port++;
    return port;
  });
}

function* sendUdp(shell: Shell, { ends, device }: Route, port: number): Steps<number> {
  const source = yield* ephemeralPort(SOCKET_UDP);
  yield* openSocket(shell, SOCKET_UDP, source);
  const data = shell.stdin ?? new Uint8Array();
  if (data.length > 0) yield* send(shell, device, udpFrame(ends, source, port, data));
  return 0;
}

/** Seconds between the attempts to connect; kernel: tcp_syn_retries 6. */
const SYN_WAITS = [1, 2, 4, 8, 16, 32, 64];

function* connect(shell: Shell, options: NcOptions, route: Route, port: number): Steps<number> {
  const source = yield* ephemeralPort(SOCKET_TCP);
  const file = yield* openSocket(shell, SOCKET_TCP, source);
  const peer: Peer = { shell, route, source, port, sequence: FIRST_SEQUENCE, acknowledge: 0 };
  const answer = yield* handshake(peer, file, options.wait);
  const to = `${route.address} port ${port} (tcp)`;
  if (answer !== 'connected') {
    const why = answer === 'reset' ? 'Connection refused' : 'Connection timed out';
    if (options.verbose) shell.out.stderr += `nc: connect to ${to} failed: ${why}\n`;
    return 1;
  }
  if (options.verbose) shell.out.stderr += `Connection to ${route.address} ${port} port [tcp/*] succeeded!\n`;
  const data = shell.stdin ?? new Uint8Array();
  if (data.length > 0) yield* sendSegment(peer, TCP_PSH | TCP_ACK, data);
  yield* sendSegment(peer, TCP_FIN | TCP_ACK, new Uint8Array());
  return 0;
}

const FIRST_SEQUENCE = 1;

interface Peer {
  readonly shell: Shell;
  readonly route: Route;
  readonly source: number;
  readonly port: number;
  sequence: number;
  acknowledge: number;
}

function* sendSegment(peer: Peer, flags: number, data: Uint8Array): Steps<void> {
  const { shell, route, source, port, sequence, acknowledge } = peer;
  const segment: Segment = { sourcePort: source, destinationPort: port, sequence, acknowledge, flags, data };
  yield* send(shell, route.device, tcpFrame(route.ends, segment));
  peer.sequence += data.length + ((flags & (TCP_SYN | TCP_FIN)) !== 0 ? 1 : 0);
}

function* handshake(peer: Peer, file: number, wait: number | undefined): Steps<'connected' | 'reset' | 'timeout'> {
  const begun = yield* clockOf();
  let deadline = begun;
  for (const seconds of SYN_WAITS) {
    peer.sequence = FIRST_SEQUENCE;
    yield* sendSegment(peer, TCP_SYN, new Uint8Array());
    deadline = Math.min(deadline + seconds * SECOND, begun + (wait ?? Number.POSITIVE_INFINITY));
    const answer = yield* answerBy(peer, file, deadline);
    if (answer !== 'timeout' || deadline === begun + (wait ?? -1)) return answer;
  }
  return 'timeout';
}

function* answerBy(peer: Peer, file: number, deadline: number): Steps<'connected' | 'reset' | 'timeout'> {
  for (;;) {
    const frame = yield* receiveBy(peer.shell, file, deadline);
    if (frame === undefined) return 'timeout';
    const segment = parseSegment(frame);
    if (segment === undefined) continue;
    if ((segment.flags & TCP_RST) !== 0) return 'reset';
    if ((segment.flags & (TCP_SYN | TCP_ACK)) !== (TCP_SYN | TCP_ACK)) continue;
    peer.acknowledge = segment.sequence + 1;
    yield* sendSegment(peer, TCP_ACK, new Uint8Array());
    return 'connected';
  }
}

/** Prints what comes: one datagram after the other, or one connection. */
function* listen(shell: Shell, { udp, wait }: NcOptions, port: number): Steps<number> {
  const kind = udp ? SOCKET_UDP : SOCKET_TCP;
  if (yield* perform(({ kernel }) => isPortTaken(kernel, kind, port)))
    throw new Failure('nc: Address already in use', 1);
  const file = yield* openSocket(shell, kind, port);
  const deadline = wait === undefined ? undefined : (yield* clockOf()) + wait;
  for (;;) {
    const frame = deadline === undefined ? yield* receiveNext(file) : yield* receiveBy(shell, file, deadline);
    if (frame === undefined) return 1;
    const isLast = frame.protocol === UDP ? takeDatagram(shell, frame) : yield* takeSegment(shell, frame, port);
    if (isLast) return 0;
  }
}

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function takeDatagram({ out }: Shell, { body }: Parsed): boolean {
  out.print(text(body.subarray(8)));
  return true;
}

/** Answers a segment as whoever listens; true once the other side has said all. */
function* takeSegment(shell: Shell, frame: Parsed, port: number): Steps<boolean> {
  const segment = parseSegment(frame);
  const name = routeBack(frame);
  const route = name === undefined ? undefined : routeTo(name, frame.version);
  if (segment === undefined || route === undefined || (segment.flags & TCP_RST) !== 0) return false;
  const peer: Peer = {
    shell,
    route,
    source: port,
    port: segment.sourcePort,
    sequence: Math.max(segment.acknowledge, FIRST_SEQUENCE),
    acknowledge: segment.sequence + segment.data.length + 1,
  };
  if ((segment.flags & TCP_SYN) !== 0) yield* sendSegment(peer, TCP_SYN | TCP_ACK, new Uint8Array());
  shell.out.print(text(segment.data));
  if ((segment.flags & TCP_FIN) === 0) return false;
  yield* sendSegment(peer, TCP_ACK, new Uint8Array());
  return true;
}

/** The address of who has sent a frame, as text. */
function routeBack({ version, source }: Parsed): string | undefined {
  if (version === 4) return [...source].join('.');
  const last = source[15];
  return source[0] === 0 ? `::${last}` : `fd00::${last}`;
}

// ---- ping

/** Bytes of an echo request's data, as ping sends them. */
const PING_BYTES = 56;

/** ping [-46] [-c COUNT] [-i SECONDS] [-W SECONDS] HOST: an echo request a second. */
export function* ping(shell: Shell): Steps<number> {
  const { words, out } = shell;
  const options = pingOptions(words);
  const host = words.next();
  if (host === undefined) throw words.wasWrong('ping: usage error: Destination address required', 1);
  end(words);
  const route = routeTo(host, options.version);
  if (route === undefined) throw new Failure(`ping: ${host}: Name or service not known`, 2);
  const file = yield* openSocket(shell, SOCKET_ICMP, shell.pid);
  const is4 = route.ends.version === 4;
  const shown = is4
    ? ` (${route.address}) ${PING_BYTES}(84) bytes of data.`
    : `(${route.address}) ${PING_BYTES} data bytes`;
  out.print(`PING ${host}${shown}\n`);
  const begun = yield* clockOf();
  let received = 0;
  for (let sequence = 1; sequence <= options.count; sequence++) {
    if (yield* pingOnce(shell, { route, file, sequence, wait: options.wait })) received++;
    if (sequence < options.count) yield* call(shell.cpu, 'sys_nanosleep', [], begun + sequence * options.interval);
  }
  const time = Math.floor(((yield* clockOf()) - begun) / 1e6);
  const loss = Math.round(((options.count - received) * 100) / options.count);
  out.print(`\n--- ${host} ping statistics ---\n`);
  out.print(`${options.count} packets transmitted, ${received} received, ${loss}% packet loss, time ${time}ms\n`);
  return received > 0 ? 0 : 1;
}

interface PingOptions {
  version: 4 | 6 | undefined;
  count: number;
  interval: number;
  wait: number;
}

function pingOptions(words: Words): PingOptions {
  const options: PingOptions = { version: undefined, count: 4, interval: SECOND, wait: SECOND };
  while (words.peek()?.startsWith('-') === true) {
    const option = words.next() ?? '';
    if (option === '-4') options.version = 4;
    else if (option === '-6') options.version = 6;
    else if (option === '-c') options.count = countWord(words);
    else if (option === '-i') options.interval = duration(words);
    else if (option === '-W') options.wait = duration(words);
    else throw words.wasWrong(`ping: invalid option -- '${option.replace(/^-+/, '')}'`, 2);
  }
  return options;
}

function countWord(words: Words): number {
  const word = words.next() ?? '';
  if (!/^[1-9]\d{0,4}$/.test(word)) throw words.wasWrong(`ping: invalid argument: '${word}'`, 1);
  return Number(word);
}

interface EchoRequest {
  readonly route: Route;
  readonly file: number;
  readonly sequence: number;
  /** ns */
  readonly wait: number;
}

/** True if the answer came in time. */
function* pingOnce(shell: Shell, { route, file, sequence, wait }: EchoRequest): Steps<boolean> {
  const { ends, device, address } = route;
  const sent = yield* clockOf();
  yield* send(shell, device, echoFrame(ends, false, shell.pid, sequence, new Uint8Array(PING_BYTES)));
  for (;;) {
    const frame = yield* receiveBy(shell, file, sent + wait);
    if (frame === undefined) return false;
    const echo = parseEcho(frame);
    if (echo.type !== ECHO[ends.version][1] || echo.sequence !== sequence) continue;
    const took = (((yield* clockOf()) - sent) / 1e6).toFixed(3);
    const size = PING_BYTES + 8;
    shell.out.print(`${size} bytes from ${address}: icmp_seq=${sequence} ttl=64 time=${took} ms\n`);
    return true;
  }
}
