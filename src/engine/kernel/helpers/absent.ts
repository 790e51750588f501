/** Helpers on what this machine does not have: sockets, perf events, cgroups. They answer as a kernel without any. */
import { E2BIG, EINVAL, ENOENT } from '../../abi/errno.ts';
import type { Kernel } from '../kernel.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';

const NULL: Helper = instant((_, call) => call.returns(0));

/** The cookie of the one socket that a test run makes. */
const SOCKET_COOKIE: Helper = instant((_, call) => call.returns(1));

/** BPF_F_INDEX_MASK, which as an index is BPF_F_CURRENT_CPU. */
const CURRENT_CPU = -1;

/** bpf_perf_event_output(ctx, map, flags, data, size): nobody has opened an event. */
function perfEventOutput(k: Kernel, call: HelperCall): void {
  if (call.high(3) !== 0) return call.returns(-EINVAL);
  const index = call.low(3) === CURRENT_CPU ? k.cpu : call.low(3) >>> 0;
  call.returns(index >= k.map(call.low(2)).maxEntries ? -E2BIG : -ENOENT);
}

export const ABSENT_HELPERS: readonly (readonly [number, Helper])[] = [
  [25, instant(perfEventOutput)],
  [46, SOCKET_COOKIE],
  [84, NULL],
  [85, NULL],
  [86, NULL],
  [99, NULL],
  [111, instant(perfEventOutput)],
  [121, instant(perfEventOutput)],
  [174, NULL],
];
