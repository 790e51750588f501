import { EBADF, EINVAL, EMFILE, ENOENT, ENOMEM, EOPNOTSUPP } from '../../abi/errno.ts';
import {
  BPF_PROG_TYPE_PERF_EVENT,
  BPF_PROG_TYPE_RAW_TRACEPOINT,
  BPF_PROG_TYPE_SCHED_CLS,
  BPF_PROG_TYPE_TRACING,
  BPF_PROG_TYPE_XDP,
} from '../../abi/program-types.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { FILE_LINK, FILE_PROG } from '../layouts/cpu.ts';
import {
  BpfLink,
  LINK_PERF_EVENT,
  LINK_RAW_TRACEPOINT,
  LINK_TCX,
  LINK_TRACING,
  LINK_XDP,
  XDP_NONE,
} from '../layouts/net.ts';
import type { Addr } from '../memory/memory.ts';
import { attachFilter, detachFilter, installXdp } from '../net/attach.ts';
import { deviceAt } from '../net/devices.ts';
import { eventOf, putEvent } from './perf-events.ts';
import { progInc, progPut } from './programs.ts';

/** Links: attachments that files and pins hold; the last one that goes takes the program off. kernel: kernel/bpf/syscall.c */

/** What is attached where, for one type of link. `where`: a device's index, a perf event's file, or nothing. */
interface LinkKind {
  /** Type of the programs that can be attached so. */
  readonly progType: number;
  attach(k: Kernel, link: Addr, where: number): number;
  detach(k: Kernel, link: Addr): void;
}

const xdpLink: LinkKind = {
  progType: BPF_PROG_TYPE_XDP,
  attach(k, link, where) {
    const device = deviceAt(k, where);
    if (device === 0) return -EINVAL;
    const error = installXdp(k, device, k.net.link(link).prog, { flags: k.net.link(link).target, link });
    if (error === 0) k.net.link(link).device = device;
    return error;
  },
  detach(k, link) {
    const { device } = k.net.link(link);
    if (device === 0) return;
    k.net.link(link).device = 0;
    const cursor = k.net.device(device);
    cursor.xdp = 0;
    cursor.xdpLink = 0;
    cursor.xdpMode = XDP_NONE;
  },
};

const tcxLink: LinkKind = {
  progType: BPF_PROG_TYPE_SCHED_CLS,
  attach(k, link, where) {
    const device = deviceAt(k, where);
    if (device === 0) return -EINVAL;
    k.net.link(link).device = device;
    const { attachType, prog } = k.net.link(link);
    return attachFilter(k, device, { attachType, prog, link, tcx: true });
  },
  detach(k, link) {
    const { device } = k.net.link(link);
    if (device !== 0) detachFilter(k, device, link);
    k.net.link(link).device = 0;
  },
};

const perfLink: LinkKind = {
  progType: BPF_PROG_TYPE_PERF_EVENT,
  attach(k, link, where) {
    const event = eventOf(k, where);
    if (event === 0) return -EBADF;
    if (k.net.event(event).link !== 0) return -EINVAL;
    k.net.event(event).refcnt++;
    k.net.event(event).link = link;
    k.net.link(link).event = event;
    return 0;
  },
  detach(k, link) {
    const { event } = k.net.link(link);
    if (event === 0) return;
    k.net.link(link).event = 0;
    k.net.event(event).link = 0;
    putEvent(k, event);
  },
};

/** Tracepoints are hit periodically: by an event of a CPU. */
const rawTracepointLink: LinkKind = { ...perfLink, progType: BPF_PROG_TYPE_RAW_TRACEPOINT };

/** Hooks in the kernel look for these links themselves. */
const hookLink: LinkKind = { progType: BPF_PROG_TYPE_TRACING, attach: () => 0, detach: () => undefined };

const KINDS: ReadonlyMap<number, LinkKind> = new Map([
  [LINK_XDP, xdpLink],
  [LINK_TCX, tcxLink],
  [LINK_PERF_EVENT, perfLink],
  [LINK_RAW_TRACEPOINT, rawTracepointLink],
  [LINK_TRACING, hookLink],
]);

export function linksInOrder(k: Kernel): readonly Addr[] {
  const found: Addr[] = [];
  for (let at = k.globals().links; at !== 0; at = k.net.link(at).next) found.push(at);
  return found;
}

function append(k: Kernel, link: Addr): void {
  const last = linksInOrder(k).at(-1);
  if (last === undefined) k.globals().links = link;
  else k.net.link(last).next = link;
}

function unlink(k: Kernel, link: Addr): void {
  const { next } = k.net.link(link);
  const before = linksInOrder(k).find((each) => k.net.link(each).next === link);
  if (before !== undefined) k.net.link(before).next = next;
  else if (k.globals().links === link) k.globals().links = next;
}

/** Another reference of a link. */
export function linkInc(k: Kernel, link: Addr): void {
  k.net.link(link).refcnt++;
}

/** The last reference takes the program off. kernel: bpf_link_put() */
export function linkPut(k: Kernel, link: Addr): void {
  const refcnt = k.net.link(link).refcnt - 1;
  k.net.link(link).refcnt = refcnt;
  if (refcnt !== 0) return;
  const { type, prog } = k.net.link(link);
  KINDS.get(type)?.detach(k, link);
  unlink(k, link);
  k.net.link(link).prog = 0;
  progPut(k, prog);
  k.kfree(link);
}

/** bpf(BPF_LINK_CREATE), bpf(BPF_RAW_TRACEPOINT_OPEN): a file number or a negative errno. */
const linkCreate = routine(
  'sys_link_create',
  'link_create()',
  ['file', 'type', 'where', 'attachType', 'target', 'link'],
  [
    step('make', 'prog = bpf_prog_get(fd); link = kzalloc(); bpf_link_init(link, type, prog)', (k, f) => {
      const prog = k.files.hold(f.file, FILE_PROG);
      if (prog === 0) return f.done(-EBADF);
      k.files.release(f.file);
      if (KINDS.get(f.type)?.progType !== k.prog(prog).type) return f.done(-EINVAL);
      f.link = k.kzalloc(BpfLink);
      if (f.link === 0) return f.done(-ENOMEM);
      progInc(k, prog);
      const cursor = k.net.link(f.link);
      cursor.refcnt = 1;
      cursor.type = f.type;
      cursor.attachType = f.attachType;
      cursor.prog = prog;
      cursor.target = f.target;
      return NEXT;
    }),
    step('attach', 'err = attach(link); fd = bpf_link_settle(&link_primer)', (k, f) => {
      const error = KINDS.get(f.type)?.attach(k, f.link, f.where) ?? -EINVAL;
      const file = error === 0 ? k.files.open(FILE_LINK, f.link) : undefined;
      if (file === undefined) {
        const { prog } = k.net.link(f.link);
        k.net.link(f.link).prog = 0;
        k.kfree(f.link);
        progPut(k, prog);
        return f.done(error === 0 ? -EMFILE : error);
      }
      const globals = k.globals();
      const id = globals.nextLinkId + 1;
      globals.nextLinkId = id;
      k.net.link(f.link).id = id;
      append(k, f.link);
      return f.done(file);
    }),
  ],
);

/** bpf(BPF_LINK_DETACH): only where a link can live on without its hook. */
const linkDetach = routine(
  'sys_link_detach',
  'link_detach()',
  ['file'],
  [
    step('detach', 'link->ops->detach(link)', (k, f) => {
      const link = k.files.object(f.file, FILE_LINK);
      if (link === 0) return f.done(-EINVAL);
      const { type } = k.net.link(link);
      if (type !== LINK_XDP && type !== LINK_TCX) return f.done(-EOPNOTSUPP);
      KINDS.get(type)?.detach(k, link);
      k.net.link(link).detached = 1;
      return f.done(0);
    }),
  ],
);

/** bpf(BPF_LINK_GET_FD_BY_ID) */
const linkById = routine(
  'sys_link_get_fd_by_id',
  'bpf_link_get_fd_by_id()',
  ['id'],
  [
    step('open', 'link = bpf_link_by_id(id): another reference', (k, f) => {
      const link = linksInOrder(k).find((each) => k.net.link(each).id === f.id);
      if (link === undefined) return f.done(-ENOENT);
      const file = k.files.open(FILE_LINK, link);
      if (file === undefined) return f.done(-EMFILE);
      linkInc(k, link);
      return f.done(file);
    }),
  ],
);

export const LINK_ROUTINES: readonly Routine[] = [linkCreate, linkDetach, linkById];
