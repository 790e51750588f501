import { BPF_TCX_EGRESS, BPF_TCX_INGRESS } from '../abi/attach-types.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { XDP_GENERIC } from '../kernel/layouts/net.ts';
import type { Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { filtersOf } from '../kernel/net/attach.ts';
import { deviceName, devicesInOrder } from '../kernel/net/devices.ts';
import { linksInOrder } from '../kernel/programs/links.ts';
import { linkFacts } from '../userspace/bpftool/link.ts';

/** What programs are attached to, for the graph: devices, links and sockets. */
export interface Attachment {
  readonly id: string;
  readonly kind: 'device' | 'link' | 'socket';
  readonly name: string;
  readonly state: string;
  readonly address: Addr;
  readonly counts: readonly { readonly name: string; readonly value: number }[];
  /** Programs that it holds one reference of each, and links that it only points to. */
  readonly holds: readonly { readonly prog: Addr; readonly what: string }[];
  readonly links: readonly { readonly id: string; readonly what: string }[];
}

export const linkNode = (k: Kernel, link: Addr): string => `link:${k.net.link(link).id}`;
export const socketNode = (socket: Addr): string => `socket:${socket.toString(16)}`;

/** Devices that have something attached, all links, and the sockets that have a filter. */
export function attachments(machine: Machine): readonly Attachment[] {
  const { kernel } = machine;
  const devices = devicesInOrder(kernel).map((device) => deviceAttachment(kernel, device));
  const links = linksInOrder(kernel).map((link) => linkAttachment(machine, link));
  const used = devices.filter(({ holds, links: pointers }) => holds.length + pointers.length > 0);
  return [...used, ...links, ...socketsOf(kernel)];
}

function deviceAttachment(k: Kernel, device: Addr): Attachment {
  const { index, xdp, xdpLink, xdpMode } = k.net.device(device);
  const holds: { prog: Addr; what: string }[] = [];
  const links: { id: string; what: string }[] = [];
  const mode = xdpMode === XDP_GENERIC ? 'xdp generic' : 'xdp';
  if (xdpLink !== 0) links.push({ id: linkNode(k, xdpLink), what: mode });
  else if (xdp !== 0) holds.push({ prog: xdp, what: mode });
  for (const [hook, way] of [
    [BPF_TCX_INGRESS, 'ingress'],
    [BPF_TCX_EGRESS, 'egress'],
  ] as const) {
    for (const filter of filtersOf(k, device, hook)) {
      const { prog, link } = k.net.filter(filter);
      if (link === 0) holds.push({ prog, what: `tc ${way}` });
      else links.push({ id: linkNode(k, link), what: `tcx ${way}` });
    }
  }
  const name = deviceName(k, device);
  return {
    id: `device:${name}`,
    kind: 'device',
    name,
    state: `device ${index}`,
    address: device,
    counts: [],
    holds,
    links,
  };
}

function linkAttachment(machine: Machine, link: Addr): Attachment {
  const { kernel } = machine;
  const { prog, refcnt } = kernel.net.link(link);
  const { id, type, fields } = linkFacts(machine, link);
  const place = fields.find(([name]) => name === 'attach_type' || name === 'event_config' || name === 'devname');
  return {
    id: linkNode(kernel, link),
    kind: 'link',
    name: `${type} link ${id}`,
    state: String(place?.[1] ?? ''),
    address: link,
    counts: [{ name: 'refs', value: refcnt }],
    holds: [{ prog, what: 'program' }],
    links: [],
  };
}

function socketsOf(k: Kernel): readonly Attachment[] {
  const found: Attachment[] = [];
  for (let at = k.globals().sockets; at !== 0; at = k.net.socket(at).next) {
    const { filter } = k.net.socket(at);
    if (filter === 0) continue;
    const holds = [{ prog: filter, what: 'filter' }];
    const about = {
      kind: 'socket',
      name: 'socket',
      state: 'packet socket',
      address: at,
      counts: [],
      links: [],
    } as const;
    found.push({ id: socketNode(at), ...about, holds });
  }
  return found;
}
