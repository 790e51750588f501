import { counter, derived, flag, layout, owns, ptr, u32, u64, words } from '../memory/layout.ts';

/** Words of a device's name: 15 characters and a NUL. */
const NAME_WORDS = 4;
export const DEVICE_NAME_BYTES = 4 * NAME_WORDS;

/** A network device with what is attached to it; kernel: struct net_device */
export const NetDevice = layout('net_device', {
  next: ptr('net_device'),
  index: u32(),
  /** What is sent here arrives there: the loopback device is its own peer. */
  peer: ptr('net_device'),
  /** The driver can run XDP itself. */
  native: flag(),
  name: words(NAME_WORDS),
  xdp: owns('bpf_prog', 'refcnt'),
  xdpMode: u32(),
  /** The link that holds the XDP program; 0 = it was attached over netlink. */
  xdpLink: ptr('bpf_link'),
  /** A clsact qdisc is there. */
  clsact: flag(),
  ingress: ptr('tc_filter'),
  egress: ptr('tc_filter'),
  received: derived(counter()),
  dropped: derived(counter()),
});

/** How an XDP program is attached; kernel: XDP_ATTACHED_ */
export const XDP_NONE = 0;
export const XDP_NATIVE = 1;
export const XDP_GENERIC = 2;

/** A program on a device's way in or out; kernel: struct cls_bpf_prog, struct bpf_mprog_entry */
export const TcFilter = layout('tc_filter', {
  next: ptr('tc_filter'),
  prog: owns('bpf_prog', 'refcnt'),
  /** The link that holds the program; 0 = the filter does. */
  link: ptr('bpf_link'),
  /** Put there by tcx, which runs before the filters of the clsact qdisc. */
  tcx: flag(),
  priority: u32(),
});

/** A packet on its way: link-layer header and all; kernel: struct sk_buff */
export const Packet = layout('skb', {
  next: ptr('skb'),
  /** Where it arrives. */
  device: ptr('net_device'),
  /** The buffer, its size, and the packet in it. */
  buffer: ptr('packet'),
  size: u32(),
  start: u32(),
  length: u32(),
});

/** An attachment that user space can hold; kernel: struct bpf_link */
export const BpfLink = layout('bpf_link', {
  next: ptr('bpf_link'),
  id: u32(),
  /** Files and pins. */
  refcnt: counter(),
  type: u32(),
  attachType: u32(),
  /** 0 once it was detached by hand. */
  prog: owns('bpf_prog', 'refcnt'),
  /** What it is attached to: a device, a perf event. */
  device: ptr('net_device'),
  event: owns('perf_event', 'refcnt'),
  /** BTF id of the traced function, or index of the tracepoint. */
  target: u32(),
  detached: flag(),
});

/** kernel: enum bpf_link_type */
export const LINK_RAW_TRACEPOINT = 1;
export const LINK_TRACING = 2;
export const LINK_XDP = 6;
export const LINK_PERF_EVENT = 7;
export const LINK_TCX = 11;

/** A counter that interrupts its CPU again and again; kernel: struct perf_event */
export const PerfEvent = layout('perf_event', {
  next: ptr('perf_event'),
  refcnt: counter(),
  cpu: u32(),
  /** EVENT_CPU_CLOCK or EVENT_CYCLES. */
  config: u32(),
  /** The link whose program each sample runs; 0 = none. */
  link: ptr('bpf_link'),
  samples: derived(counter()),
  /** ns between two samples, and when the next one is taken. */
  period: u64(),
  due: u64(),
});

/** A software clock: its samples are taken in a hard interrupt. */
export const EVENT_CPU_CLOCK = 0;
/** The CPU's own counter: its samples are taken in an NMI. */
export const EVENT_CYCLES = 1;

/** An end of a conversation; kernel: struct sock */
export const Socket = layout('sock', {
  next: ptr('sock'),
  refcnt: counter(),
  kind: u32(),
  port: u32(),
  /** A packet socket's device; 0 = all. */
  device: ptr('net_device'),
  /** Decides what a socket gets to see. */
  filter: owns('bpf_prog', 'refcnt'),
  /** Packets that nobody has read, oldest first. */
  head: ptr('skb'),
  tail: ptr('skb'),
});

export const SOCKET_PACKET = 0;
export const SOCKET_UDP = 1;
export const SOCKET_TCP = 2;
export const SOCKET_ICMP = 3;
