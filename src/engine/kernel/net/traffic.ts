import { ENETDOWN } from '../../abi/errno.ts';
import {
  TC_ACT_OK,
  TC_ACT_PIPE,
  TC_ACT_RECLASSIFY,
  TC_ACT_UNSPEC,
  XDP_PASS,
  XDP_TX,
} from '../../abi/program-constants.ts';
import { CALL, NEXT, type Next, type Routine, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { deviceAt, freePacket, newPacket } from './devices.ts';
import { makeSkBuff, makeXdpBuff, takeSkBuff, takeXdpBuff } from './program-contexts.ts';
import { answerPacket, nextTap, queueOn } from './sockets.ts';

/**
 * Packets on their way: out through the filters of a device, over to the device that hears them, and in a softirq through
 * XDP and filters to whom they are for. kernel: net/core/dev.c
 */

const PASSING: ReadonlySet<number> = new Set([TC_ACT_OK, TC_ACT_RECLASSIFY, TC_ACT_PIPE]);

/** The packet waits on the present CPU for the softirq. kernel: netif_rx() */
function netifRx(k: Kernel, packet: Addr): void {
  const cpu = k.thisCpu();
  if (cpu.backlogTail === 0) cpu.backlogHead = packet;
  else k.net.packet(cpu.backlogTail).next = packet;
  k.thisCpu().backlogTail = packet;
  k.thisCpu().softirqPending = 1;
  k.stale |= 1 << k.cpu;
}

function dropPacket(k: Kernel, packet: Addr, device: Addr): void {
  k.net.device(device).dropped++;
  freePacket(k, packet);
}

type Filtering = 'packet' | 'device' | 'filter' | 'context';

/**
 * The tc filters of one direction, one after the other, from `filter` on: what they let through goes on at the step
 * `passed`, which follows; what they drop is gone, and `dropped` says what is next.
 */
const filterSteps = (passed: string, dropped: (f: RoutineFrame<Filtering>) => Next) => [
  step<Filtering>('run_filter', `ret = bpf_prog_run(filter->prog, skb); none left: go to ${passed}`, (k, f) => {
    if (f.filter === 0) return f.goto(passed);
    f.context = makeSkBuff(k, f.packet, f.device, true);
    k.bpf.callProgram(k.net.filter(f.filter).prog, f.context);
    return CALL;
  }),
  step<Filtering>('verdict', 'TC_ACT_UNSPEC: next filter; OK: go on; else drop', (k, f) => {
    takeSkBuff(k, f.packet, f.context);
    if (f.result === TC_ACT_UNSPEC) {
      f.filter = k.net.filter(f.filter).next;
      return f.goto('run_filter');
    }
    if (PASSING.has(f.result)) return NEXT;
    dropPacket(k, f.packet, f.device);
    return dropped(f);
  }),
];

/** Sends a packet out of a device. Bottom halves are off. */
const queueXmit = routine(
  'dev_queue_xmit',
  '__dev_queue_xmit()',
  ['packet', 'device', 'filter', 'context'],
  [
    step('egress', 'skb = sch_handle_egress(skb): the first filter', (k, f) => {
      f.filter = k.net.device(f.device).egress;
      return NEXT;
    }),
    ...filterSteps('xmit', (f) => f.done(f.result)),
    step('xmit', 'dev->netdev_ops->ndo_start_xmit(skb, dev): netif_rx(skb) on the other side', (k, f) => {
      const { peer } = k.net.device(f.device);
      k.net.packet(f.packet).device = peer;
      netifRx(k, f.packet);
      return f.done(0);
    }),
  ],
);

/** A program sends bytes, with their link-layer header, out of a device. */
const sendPacket = routine(
  'sys_sendto',
  'sock_sendmsg()',
  ['index', 'data', 'length', 'packet', 'device'],
  [
    step('build', 'skb = sock_alloc_send_skb(sk, len); skb_copy_datagram_from_iter()', (k, f) => {
      f.device = deviceAt(k, f.index);
      if (f.device !== 0) f.packet = newPacket(k, k.memory.bytesAt(f.data, f.length).slice());
      k.kfree(f.data);
      return f.packet === 0 ? f.done(-ENETDOWN) : NEXT;
    }),
    step('bh_off', 'rcu_read_lock_bh()', (k) => {
      k.bhDisable();
      return NEXT;
    }),
    step('queue', 'dev_queue_xmit(skb)', (k, f) => k.call(queueXmit, f.packet, f.device)),
    step('bh_on', 'rcu_read_unlock_bh(): a softirq that was raised runs now', (k) => {
      k.bhEnable();
      return NEXT;
    }),
    step('return', 'return len', (_k, f) => f.done(f.length)),
  ],
);

/** Takes in what has arrived on this CPU. kernel: net_rx_action(), __netif_receive_skb_core() */
export const netReceive = routine(
  'net_rx_action',
  '__netif_receive_skb_core()',
  ['packet', 'device', 'context', 'filter', 'socket', 'reply'],
  [
    step('take', 'skb = __skb_dequeue(&sd->process_queue); none: return', (k, f) => {
      const { backlogHead } = k.thisCpu();
      if (backlogHead === 0) return f.done(0);
      const { next, device } = k.net.packet(backlogHead);
      k.net.packet(backlogHead).next = 0;
      k.thisCpu().backlogHead = next;
      if (next === 0) k.thisCpu().backlogTail = 0;
      k.net.device(device).received++;
      f.packet = backlogHead;
      f.device = device;
      return NEXT;
    }),
    step('run_xdp', 'act = bpf_prog_run_xdp(dev->xdp_prog, xdp); none: go to ingress', (k, f) => {
      const { xdp } = k.net.device(f.device);
      if (xdp === 0) return f.goto('ingress');
      f.context = makeXdpBuff(k, f.packet);
      k.bpf.callProgram(xdp, f.context);
      return CALL;
    }),
    step('xdp_verdict', 'XDP_PASS: go on; XDP_TX: send it back; else drop', (k, f) => {
      takeXdpBuff(k, f.packet, f.context);
      if (f.result === XDP_PASS) return NEXT;
      if (f.result === XDP_TX) {
        k.call(queueXmit, f.packet, f.device);
        return f.returnTo('take');
      }
      dropPacket(k, f.packet, f.device);
      return f.goto('take');
    }),
    step('ingress', 'skb = sch_handle_ingress(skb): the first filter', (k, f) => {
      f.filter = k.net.device(f.device).ingress;
      return NEXT;
    }),
    ...filterSteps('taps', (f) => f.goto('take')),
    step('taps', 'deliver_skb(skb, pt_prev): the first packet socket of the device', (k, f) => {
      f.socket = nextTap(k, 0, f.device);
      return NEXT;
    }),
    step('run_tap', 'res = bpf_prog_run(sk->sk_filter->prog, skb); none left: go to deliver', (k, f) => {
      if (f.socket === 0) return f.goto('deliver');
      const { filter } = k.net.socket(f.socket);
      if (filter === 0) {
        queueOn(k, f.socket, f.packet, Number.POSITIVE_INFINITY);
        return f.goto('next_tap');
      }
      f.context = makeSkBuff(k, f.packet, f.device, true);
      k.bpf.callProgram(filter, f.context);
      return CALL;
    }),
    step('tap_verdict', 'queue the first res bytes on the socket', (k, f) => {
      k.kfree(f.context);
      queueOn(k, f.socket, f.packet, f.result >>> 0);
      return NEXT;
    }),
    step('next_tap', 'the next packet socket', (k, f) => {
      f.socket = nextTap(k, f.socket, f.device);
      return f.goto('run_tap');
    }),
    step('deliver', 'ip_rcv(skb), ipv6_rcv(skb): to the socket that it is for; the answer, if any', (k, f) => {
      f.reply = answerPacket(k, f.packet);
      freePacket(k, f.packet);
      return f.reply === 0 ? f.goto('take') : NEXT;
    }),
    step('answer', 'dev_queue_xmit(reply)', (k, f) => {
      k.call(queueXmit, f.reply, f.device);
      return f.returnTo('take');
    }),
  ],
);

export const TRAFFIC_ROUTINES: readonly Routine[] = [queueXmit, sendPacket, netReceive];
