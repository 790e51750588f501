import { FILE_SOCKET } from '../../kernel/layouts/cpu.ts';
import { deviceAt, freePacket, packetBytes } from '../../kernel/net/devices.ts';
import { type Ends, type Parsed, parseFrame } from '../../kernel/net/headers.ts';
import { newSocket, takeFrom } from '../../kernel/net/sockets.ts';
import { indexOf } from '../bpftool/net.ts';
import type { Shell } from '../shell/shell.ts';
import { Failure } from '../shell/words.ts';
import { call, perform, put, type Steps } from '../steps.ts';

/** What commands that send and receive packets share. */

/** Addresses of this machine, by the device that packets to them go out of. */
const ROUTES: readonly { readonly device: string; readonly own: string; readonly other: string }[] = [
  { device: 'lo', own: '::1', other: '::1' },
  { device: 'lo', own: '127.0.0.1', other: '127.0.0.1' },
  { device: 'veth0', own: '10.0.0.1', other: '10.0.0.2' },
  { device: 'veth0', own: 'fd00::1', other: 'fd00::2' },
  { device: 'veth1', own: '10.0.0.2', other: '10.0.0.1' },
  { device: 'veth1', own: 'fd00::2', other: 'fd00::1' },
];

const NAMES: Readonly<Record<string, readonly [version6: string, version4: string]>> = {
  localhost: ['::1', '127.0.0.1'],
  'ip6-localhost': ['::1', '::1'],
};

export interface Route {
  readonly ends: Ends;
  /** Name of the device. */
  readonly device: string;
  readonly address: string;
}

/** How a packet gets to a host; undefined if there is no way. `version`: the only one that may be used. */
export function routeTo(host: string, version: 4 | 6 | undefined): Route | undefined {
  const named = Object.hasOwn(NAMES, host) ? NAMES[host][version === 4 ? 1 : 0] : host;
  const route = ROUTES.find(({ other }) => other === named);
  if (route === undefined) return undefined;
  const found = named.includes(':') ? 6 : 4;
  if (version !== undefined && version !== found) return undefined;
  const ends: Ends = { version: found, source: addressBytes(route.own), destination: addressBytes(route.other) };
  return { ends, device: route.device, address: named };
}

/** An address in its usual form as bytes; of IPv6 only what the table above needs. */
function addressBytes(text: string): Uint8Array {
  if (!text.includes(':')) return Uint8Array.from(text.split('.'), Number);
  const bytes = new Uint8Array(16);
  const [head, tail] = text.split('::');
  for (const [at, group] of [
    [0, head],
    [14, tail],
  ] as const) {
    const value = Number.parseInt(group || '0', 16);
    bytes[at] = value >> 8;
    bytes[at + 1] = value;
  }
  return bytes;
}

/** Sends a frame out of a device: 0 or a negative errno. */
export function* send(shell: Shell, device: string, bytes: Uint8Array): Steps<number> {
  const index = yield* perform((machine) => indexOf(machine, device));
  return yield* call(shell.cpu, 'sys_sendto', [index, yield* put(bytes, 'data'), bytes.length]);
}

/** A socket of the process, on the device of an index (0: all): its file. */
export function* openSocket({ pid }: Shell, kind: number, port: number, device = 0): Steps<number> {
  const file = yield* perform((machine) =>
    machine.act(() => {
      const { kernel } = machine;
      const socket = newSocket(kernel, kind, port, deviceAt(kernel, device));
      return kernel.files.open(FILE_SOCKET, socket, pid) ?? -1;
    }),
  );
  if (file < 0) throw new Failure('socket: Too many open files', 1);
  return file;
}

/** The oldest frame that has come for a socket; undefined if there is none. */
export function* receive(file: number): Steps<Parsed | undefined> {
  const bytes = yield* perform((machine) => {
    const { kernel } = machine;
    const socket = kernel.files.object(file, FILE_SOCKET);
    if (socket === 0 || kernel.net.socket(socket).head === 0) return undefined;
    return machine.act(() => {
      const packet = takeFrom(kernel, socket);
      const taken = packetBytes(kernel, packet);
      freePacket(kernel, packet);
      return taken;
    });
  });
  return bytes === undefined ? undefined : parseFrame(bytes);
}
