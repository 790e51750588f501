import { layout, ptr, u32, u64, words } from '../memory/layout.ts';

/**
 * Contexts of programs as they lie in the machine: first the bytes of the user-visible struct, then what the kernel's
 * object has beyond it. Fields that are pointers to a program hold the offset in their low word.
 */

/** kernel: struct __sk_buff (include/uapi/linux/bpf.h), then struct sk_buff's buffer. */
export const SkBuff = layout('sk_buff', {
  len: u32(),
  pktType: u32(),
  mark: u32(),
  queueMapping: u32(),
  protocol: u32(),
  vlanPresent: u32(),
  vlanTci: u32(),
  vlanProto: u32(),
  priority: u32(),
  ingressIfindex: u32(),
  ifindex: u32(),
  tcIndex: u32(),
  cb: words(5),
  hash: u32(),
  tcClassid: u32(),
  data: ptr('packet'),
  dataEnd: ptr('packet'),
  napiId: u32(),
  family: u32(),
  remoteIp4: u32(),
  localIp4: u32(),
  remoteIp6: words(4),
  localIp6: words(4),
  remotePort: u32(),
  localPort: u32(),
  dataMeta: ptr('packet'),
  flowKeys: u64(),
  tstamp: u64(),
  wireLen: u32(),
  gsoSegs: u32(),
  sk: u64(),
  gsoSize: u32(),
  tstampType: u32(),
  hwtstamp: u64(),
  /** First and last byte plus 1 of the buffer. */
  head: ptr('packet'),
  end: ptr('packet'),
  /** Where the link layer's header begins. */
  macHeader: ptr('packet'),
});
/** Bytes of struct __sk_buff. */
export const SK_BUFF_BYTES = 192;

/** kernel: struct xdp_md, then struct xdp_buff's buffer. */
export const XdpBuff = layout('xdp_buff', {
  data: ptr('packet'),
  dataEnd: ptr('packet'),
  dataMeta: ptr('packet'),
  ingressIfindex: u32(),
  rxQueueIndex: u32(),
  egressIfindex: u32(),
  hardStart: ptr('packet'),
  frameEnd: ptr('packet'),
});
export const XDP_MD_BYTES = 24;

/** What a test run takes and gives; lives from the call to `takeTestRun`. */
export const TestRun = layout('test_run', {
  prog: ptr('bpf_prog'),
  /** The bytes that came in; 0 = none. */
  contextIn: ptr('bytes'),
  contextSize: u32(),
  dataIn: ptr('bytes'),
  dataSize: u32(),
  repeat: u32(),
  /** The object that the program gets as its context. */
  context: ptr('context'),
  packet: ptr('packet'),
  retval: u32(),
  /** Bytes of the packet after the run. */
  dataOut: ptr('packet'),
  dataOutSize: u32(),
});
