/** The context of a test run of a socket lookup. kernel: net/bpf/test_run.c bpf_prog_test_run_sk_lookup() */
import { EAFNOSUPPORT, EINVAL, ERANGE } from '../../abi/errno.ts';

/** Offsets in struct bpf_sk_lookup; addresses and ports are in network order, but for the local port. */
const AT = {
  family: 8,
  protocol: 12,
  remoteIp4: 16,
  remoteIp6: 20,
  remotePort: 36,
  localIp4: 40,
  localIp6: 44,
  localPort: 60,
};
export const SK_LOOKUP_BYTES = 72;

/** Byte ranges that user space may set. */
export const SETTABLE_SK_LOOKUP = [[AT.family, AT.localPort + 4]] as const;

const AF_INET = 2;
const AF_INET6 = 10;

type Range = readonly [from: number, to: number];

/** By family: the addresses of the other one, which read as 0. */
const HIDDEN: ReadonlyMap<number, readonly Range[]> = new Map<number, readonly Range[]>([
  [
    AF_INET,
    [
      [AT.remoteIp6, AT.remotePort],
      [AT.localIp6, AT.localPort],
    ],
  ],
  [
    AF_INET6,
    [
      [AT.remoteIp4, AT.remoteIp6],
      [AT.localIp4, AT.localIp6],
    ],
  ],
]);

/** What the program sees of the user's context; a negative errno if that is refused. */
export function skLookupContext(given: Uint8Array): Uint8Array | number {
  const seen = given.slice();
  const fields = new DataView(seen.buffer);
  const outside = [...seen.subarray(0, AT.family), ...seen.subarray(AT.localPort + 4)];
  if (outside.some((byte) => byte !== 0)) return -EINVAL;
  if (fields.getUint32(AT.localPort, true) > 0xffff) return -ERANGE;
  const hidden = HIDDEN.get(fields.getUint16(AT.family, true));
  if (hidden === undefined) return -EAFNOSUPPORT;
  // The kernel keeps 16 bits of these.
  for (const at of [AT.family, AT.protocol]) fields.setUint16(at + 2, 0);
  for (const [from, to] of hidden) seen.fill(0, from, to);
  return seen;
}
