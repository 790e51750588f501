import { BPF_TCX_INGRESS } from '../../abi/attach-types.ts';
import { EBADF, EBUSY, EEXIST, EINVAL, ENODEV, ENOENT, ENOMEM, EOPNOTSUPP } from '../../abi/errno.ts';
import { BPF_PROG_TYPE_SCHED_CLS, BPF_PROG_TYPE_SOCKET_FILTER, BPF_PROG_TYPE_XDP } from '../../abi/program-types.ts';
import { NEXT, type Routine, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import { FILE_PROG, FILE_SOCKET } from '../layouts/cpu.ts';
import { TcFilter, XDP_GENERIC, XDP_NATIVE, XDP_NONE } from '../layouts/net.ts';
import type { Addr } from '../memory/memory.ts';
import { progInc, progPut } from '../programs/programs.ts';
import { deviceAt } from './devices.ts';

/** Programs on devices: XDP, and filters on the way in and out. kernel: net/core/dev.c, net/sched/cls_bpf.c, kernel/bpf/tcx.c */

export const XDP_FLAGS_UPDATE_IF_NOEXIST = 1;
export const XDP_FLAGS_SKB_MODE = 2;
export const XDP_FLAGS_DRV_MODE = 4;
export const XDP_FLAGS_HW_MODE = 8;

/**
 * Puts a program (0: none) on a device, whose reference the device or the link has. What was there before has to be given
 * back by who put it there. 0 or a negative errno. kernel: dev_xdp_attach()
 */
export function installXdp(
  k: Kernel,
  device: Addr,
  prog: Addr,
  { flags, link }: { readonly flags: number; readonly link: Addr },
): number {
  const { native, xdp, xdpMode, xdpLink } = k.net.device(device);
  const generic = (flags & XDP_FLAGS_SKB_MODE) !== 0 || (flags === (flags & 1) && native === 0);
  const mode = generic ? XDP_GENERIC : XDP_NATIVE;
  if (xdpLink !== 0 || (link !== 0 && xdp !== 0)) return -EBUSY;
  if (prog === 0 && (xdp === 0 || xdpMode !== mode)) return 0;
  const isTaken = xdp !== 0 && xdpMode === mode;
  if (prog !== 0 && isTaken && (flags & XDP_FLAGS_UPDATE_IF_NOEXIST) !== 0) return -EBUSY;
  if (prog !== 0 && xdp !== 0 && xdpMode !== mode) return -EEXIST;
  if ((flags & XDP_FLAGS_HW_MODE) !== 0 || (!generic && native === 0)) return -EOPNOTSUPP;
  const cursor = k.net.device(device);
  cursor.xdp = prog;
  cursor.xdpMode = prog === 0 ? XDP_NONE : mode;
  cursor.xdpLink = link;
  return 0;
}

/** Sets (file of a program) or removes (file -1) the XDP program of a device over netlink. */
const setXdp = routine(
  'sys_setlink_xdp',
  'dev_change_xdp_fd()',
  ['index', 'file', 'flags', 'prog', 'old', 'ret'],
  [
    step('get', 'new_prog = bpf_prog_get_type_dev(fd, BPF_PROG_TYPE_XDP)', (k, f) => {
      if (deviceAt(k, f.index) === 0) return f.done(-ENODEV);
      if (f.file < 0) return NEXT;
      f.prog = k.files.progOf(f.file);
      if (f.prog === 0) return f.done(-EBADF);
      if (k.prog(f.prog).type !== BPF_PROG_TYPE_XDP) return f.done(-EINVAL);
      progInc(k, f.prog);
      return NEXT;
    }),
    step(
      'install',
      'dev_xdp_attach(dev, link, new_prog, flags): rcu_assign_pointer(dev->xdp_prog, new_prog)',
      (k, f) => {
        const device = deviceAt(k, f.index);
        f.old = k.net.device(device).xdp;
        f.ret = installXdp(k, device, f.prog, { flags: f.flags, link: 0 });
        if (f.ret !== 0) f.old = f.prog;
        else if (k.net.device(device).xdp === f.old) f.old = 0;
        return NEXT;
      },
    ),
    step('put', 'bpf_prog_put(old_prog)', (k, f) => {
      if (f.old !== 0) progPut(k, f.old);
      return NEXT;
    }),
  ],
);

export interface FilterRequest {
  /** BPF_TCX_INGRESS or BPF_TCX_EGRESS. */
  readonly attachType: number;
  readonly prog: Addr;
  /** 0 = the filter has the program's reference. */
  readonly link: Addr;
  readonly tcx: boolean;
}

type Direction = 'ingress' | 'egress';
const directionOf = (attachType: number): Direction => (attachType === BPF_TCX_INGRESS ? 'ingress' : 'egress');

/** Filters of one direction, in the order in which they run. */
export function filtersOf(k: Kernel, device: Addr, attachType: number): readonly Addr[] {
  const found: Addr[] = [];
  let at = k.net.device(device)[directionOf(attachType)];
  for (; at !== 0; at = k.net.filter(at).next) found.push(at);
  return found;
}

/** Adds a filter: a new one of tcx runs last, one of the qdisc first of its kind. 0 or a negative errno. */
export function attachFilter(k: Kernel, device: Addr, { attachType, prog, link, tcx }: FilterRequest): number {
  const filters = filtersOf(k, device, attachType);
  const made = k.kzalloc(TcFilter);
  if (made === 0) return -ENOMEM;
  const earlier = filters.filter((each) => k.net.filter(each).tcx !== 0);
  const cursor = k.net.filter(made);
  cursor.prog = prog;
  cursor.link = link;
  cursor.tcx = tcx ? 1 : 0;
  // Each new filter of a qdisc goes before the earlier ones: the kernel counts priorities down.
  cursor.priority = tcx ? 0 : FIRST_PRIORITY - (filters.length - earlier.length);
  insertAfter(k, device, attachType, earlier.at(-1), made);
  return 0;
}

const FIRST_PRIORITY = 49_152;

function insertAfter(k: Kernel, device: Addr, attachType: number, before: Addr | undefined, made: Addr): void {
  const direction = directionOf(attachType);
  if (before === undefined) {
    k.net.filter(made).next = k.net.device(device)[direction];
    k.net.device(device)[direction] = made;
    return;
  }
  const { next } = k.net.filter(before);
  k.net.filter(made).next = next;
  k.net.filter(before).next = made;
}

function removeFilter(k: Kernel, device: Addr, attachType: number, filter: Addr): void {
  const { next } = k.net.filter(filter);
  const before = filtersOf(k, device, attachType).find((each) => k.net.filter(each).next === filter);
  if (before === undefined) k.net.device(device)[directionOf(attachType)] = next;
  else k.net.filter(before).next = next;
  k.kfree(filter);
}

/** Takes the filter of a link off. */
export function detachFilter(k: Kernel, device: Addr, link: Addr): void {
  const { attachType } = k.net.link(link);
  const filter = filtersOf(k, device, attachType).find((each) => k.net.filter(each).link === link);
  if (filter !== undefined) removeFilter(k, device, attachType, filter);
}

/** The qdisc that filters hang on: made (1) or removed with all its filters (0). */
const setClsact = routine(
  'sys_clsact',
  'tc_modify_qdisc()',
  ['index', 'wanted', 'device', 'filter', 'direction', 'ret'],
  [
    step('check', 'q = qdisc_lookup(dev, TC_H_CLSACT)', (k, f) => {
      f.device = deviceAt(k, f.index);
      if (f.device === 0) return f.done(-ENODEV);
      const { clsact } = k.net.device(f.device);
      if (clsact === f.wanted) return f.done(f.wanted === 0 ? -EINVAL : -EEXIST);
      k.net.device(f.device).clsact = f.wanted;
      f.direction = BPF_TCX_INGRESS;
      return NEXT;
    }),
    step('drop_filter', 'tcf_block_put(): bpf_prog_put(filter->prog)', (k, f) => {
      if (f.wanted !== 0) return f.done(0);
      const classic = filtersOf(k, f.device, f.direction).find((each) => k.net.filter(each).tcx === 0);
      if (classic === undefined) return f.direction === BPF_TCX_INGRESS ? NEXT : f.done(0);
      const { prog } = k.net.filter(classic);
      removeFilter(k, f.device, f.direction, classic);
      progPut(k, prog);
      return f.goto('drop_filter');
    }),
    step('other_way', 'the filters of the way out', (_k, f) => {
      f.direction++;
      return f.goto('drop_filter');
    }),
  ],
);

/**
 * Adds a filter (file of a program), or removes (file -1): of the clsact qdisc all of one direction, of tcx the last one that
 * no link holds.
 */
const setFilter = routine(
  'sys_tc_filter',
  'tc_new_tfilter()',
  ['index', 'attachType', 'file', 'tcx', 'device', 'prog'],
  [
    step('get', 'prog = bpf_prog_get_type(fd, BPF_PROG_TYPE_SCHED_CLS)', (k, f) => {
      f.device = deviceAt(k, f.index);
      if (f.device === 0) return f.done(-ENODEV);
      if (f.tcx === 0 && k.net.device(f.device).clsact === 0) return f.done(-EINVAL);
      if (f.file < 0) return f.goto('remove');
      f.prog = k.files.object(f.file, FILE_PROG);
      if (f.prog === 0) return f.done(-EBADF);
      return k.prog(f.prog).type === BPF_PROG_TYPE_SCHED_CLS ? NEXT : f.done(-EINVAL);
    }),
    step('add', 'cls_bpf_change(): list_add_rcu(&prog->link, &head->plist)', (k, f) => {
      progInc(k, f.prog);
      const error = attachFilter(k, f.device, { attachType: f.attachType, prog: f.prog, link: 0, tcx: f.tcx !== 0 });
      if (error !== 0) progPut(k, f.prog);
      return f.done(error);
    }),
    step('remove', 'cls_bpf_delete(): bpf_prog_put(filter->prog)', (k, f) => {
      const found = filtersOf(k, f.device, f.attachType).findLast((each) => {
        const { tcx, link } = k.net.filter(each);
        return tcx === f.tcx && link === 0;
      });
      if (found === undefined) return f.done(f.prog === 0 ? -ENOENT : 0);
      f.prog = k.net.filter(found).prog;
      removeFilter(k, f.device, f.attachType, found);
      progPut(k, f.prog);
      return f.tcx === 0 ? f.goto('remove') : f.done(0);
    }),
  ],
);

/** setsockopt(SO_ATTACH_BPF): a program decides what a socket gets to see. kernel: sk_attach_bpf() */
const attachSocket = routine(
  'sys_setsockopt',
  'sk_attach_bpf()',
  ['socket', 'file', 'old'],
  [
    step('attach', 'prog = bpf_prog_get_type(fd, BPF_PROG_TYPE_SOCKET_FILTER); sk->sk_filter = prog', (k, f) => {
      const socket = k.files.object(f.socket, FILE_SOCKET);
      const prog = k.files.progOf(f.file);
      if (socket === 0 || prog === 0) return f.done(-EBADF);
      if (k.prog(prog).type !== BPF_PROG_TYPE_SOCKET_FILTER) return f.done(-EINVAL);
      progInc(k, prog);
      f.old = k.net.socket(socket).filter;
      k.net.socket(socket).filter = prog;
      return NEXT;
    }),
    step('put', 'sk_filter_uncharge(sk, old_fp)', (k, f) => {
      if (f.old !== 0) progPut(k, f.old);
      return f.done(0);
    }),
  ],
);

export const ATTACH_ROUTINES: readonly Routine[] = [setXdp, setClsact, setFilter, attachSocket];
