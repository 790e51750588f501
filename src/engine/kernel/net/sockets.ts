import type { Kernel } from '../kernel.ts';
import { SOCKET_ICMP, SOCKET_PACKET, SOCKET_TCP, SOCKET_UDP, Socket } from '../layouts/net.ts';
import type { Addr } from '../memory/memory.ts';
import { progPut } from '../programs/programs.ts';
import { freePacket, newPacket, packetBytes } from './devices.ts';
import {
  ECHO,
  echoFrame,
  ICMP,
  ICMPV6,
  type Parsed,
  parseEcho,
  parseFrame,
  parseSegment,
  quotedPort,
  TCP,
  TCP_ACK,
  TCP_RST,
  TCP_SYN,
  tcpFrame,
  UDP,
  UNREACHABLE,
  unreachableFrame,
} from './headers.ts';

/**
 * Sockets, and what the kernel does with a packet that nobody dropped: it goes to the socket that waits for it, or is
 * answered. Sockets queue whole frames. kernel: net/ipv4, net/ipv6, net/packet
 */

/** A socket with one reference; `device` 0 = all devices. */
export function newSocket(k: Kernel, kind: number, port: number, device: Addr): Addr {
  const made = k.kzalloc(Socket);
  if (made === 0) return 0;
  const cursor = k.net.socket(made);
  cursor.kind = kind;
  cursor.port = port;
  cursor.device = device;
  cursor.refcnt = 1;
  cursor.next = k.globals().sockets;
  k.globals().sockets = made;
  return made;
}

/** The last descriptor is closed. kernel: sk_free() */
export function freeSocket(k: Kernel, socket: Addr): void {
  const { next, filter } = k.net.socket(socket);
  let before = k.globals().sockets;
  if (before === socket) k.globals().sockets = next;
  else {
    while (k.net.socket(before).next !== socket) before = k.net.socket(before).next;
    k.net.socket(before).next = next;
  }
  for (let packet = takeFrom(k, socket); packet !== 0; packet = takeFrom(k, socket)) freePacket(k, packet);
  k.net.socket(socket).filter = 0;
  if (filter !== 0) progPut(k, filter);
  k.kfree(socket);
}

/** The oldest packet that nobody has read, now the caller's; 0 if there is none. */
export function takeFrom(k: Kernel, socket: Addr): Addr {
  const { head } = k.net.socket(socket);
  if (head === 0) return 0;
  const { next } = k.net.packet(head);
  const cursor = k.net.socket(socket);
  cursor.head = next;
  if (next === 0) cursor.tail = 0;
  return head;
}

function find(k: Kernel, kind: number, port: number): Addr {
  let at = k.globals().sockets;
  while (at !== 0 && (k.net.socket(at).kind !== kind || k.net.socket(at).port !== port)) at = k.net.socket(at).next;
  return at;
}

/** True if somebody has the port. */
export const isPortTaken = (k: Kernel, kind: number, port: number): boolean => find(k, kind, port) !== 0;

/** The packet socket after `socket` (0: the first) that sees what arrives on a device; 0 if there is none left. */
export function nextTap(k: Kernel, socket: Addr, device: Addr): Addr {
  let at = socket === 0 ? k.globals().sockets : k.net.socket(socket).next;
  for (; at !== 0; at = k.net.socket(at).next) {
    const { kind, device: own } = k.net.socket(at);
    if (kind === SOCKET_PACKET && (own === 0 || own === device)) return at;
  }
  return 0;
}

/** Queues a copy of the first `length` bytes of a packet; nothing for 0. */
export function queueOn(k: Kernel, socket: Addr, packet: Addr, length: number): void {
  const bytes = packetBytes(k, packet).subarray(0, length);
  const copy = bytes.length === 0 ? 0 : newPacket(k, bytes);
  if (copy === 0) return;
  const { tail } = k.net.socket(socket);
  if (tail === 0) k.net.socket(socket).head = copy;
  else k.net.packet(tail).next = copy;
  k.net.socket(socket).tail = copy;
}

/** Gives a packet to whom it is for; the kernel's answer to it as a new packet, 0 if there is none. */
export function answerPacket(k: Kernel, packet: Addr): Addr {
  const bytes = packetBytes(k, packet);
  const parsed = parseFrame(bytes);
  if (parsed === undefined) return 0;
  const answer = ANSWERS.get(parsed.protocol)?.(k, packet, parsed, bytes);
  return answer === undefined ? 0 : newPacket(k, answer);
}

type Answer = (k: Kernel, packet: Addr, parsed: Parsed, bytes: Uint8Array) => Uint8Array | undefined;

const back = ({ version, source, destination }: Parsed) => ({ version, source: destination, destination: source });

/** True if a socket waited for it. */
function deliver(k: Kernel, kind: number, port: number, packet: Addr): boolean {
  const socket = find(k, kind, port);
  if (socket !== 0) queueOn(k, socket, packet, Number.POSITIVE_INFINITY);
  return socket !== 0;
}

/** A connection to a port at which nobody listens is reset. */
const answerTcp: Answer = (k, packet, parsed) => {
  const segment = parseSegment(parsed);
  if (segment === undefined || deliver(k, SOCKET_TCP, parsed.destinationPort, packet)) return undefined;
  if ((segment.flags & TCP_RST) !== 0) return undefined;
  const length = segment.data.length + ((segment.flags & TCP_SYN) !== 0 ? 1 : 0);
  return tcpFrame(back(parsed), {
    sourcePort: parsed.destinationPort,
    destinationPort: parsed.sourcePort,
    sequence: segment.acknowledge,
    acknowledge: (segment.sequence + length) >>> 0,
    flags: TCP_RST | TCP_ACK,
    data: new Uint8Array(),
  });
};

const answerUdp: Answer = (k, packet, parsed, bytes) =>
  deliver(k, SOCKET_UDP, parsed.destinationPort, packet) ? undefined : unreachableFrame(back(parsed), bytes);

/** Requests are answered; answers go to who asked, and so do messages that nobody listens. */
const answerIcmp: Answer = (k, packet, parsed) => {
  const { version, body } = parsed;
  const { type, id, sequence, data } = parseEcho(parsed);
  if (type === ECHO[version][0]) return echoFrame(back(parsed), true, id, sequence, data);
  if (type === ECHO[version][1]) deliver(k, SOCKET_ICMP, id, packet);
  const [unreachable, port] = UNREACHABLE[version];
  if (type === unreachable && body[1] === port) deliver(k, SOCKET_UDP, quotedPort(parsed), packet);
  return undefined;
};

const ANSWERS: ReadonlyMap<number, Answer> = new Map([
  [TCP, answerTcp],
  [UDP, answerUdp],
  [ICMP, answerIcmp],
  [ICMPV6, answerIcmp],
]);
