/**
 * Stacks as far as they exist here: the functions of BPF that called each other, then the kernel's operations around them,
 * innermost first. The addresses are made up: one for each instruction and each step. User space has no stack.
 *
 * kernel: kernel/bpf/stackmap.c bpf_get_stack()
 */
import { EFAULT, EINVAL, EOPNOTSUPP } from '../../abi/errno.ts';
import type { Kernel } from '../kernel.ts';
import { BPF_FRAME } from '../layouts/cpu.ts';
import { BPF_F_FAST_STACK_CMP, BPF_F_REUSE_STACKID, stackId } from '../maps/stack-map.ts';
import { TEXT_HIGH } from '../memory/memory.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';

/** kernel: sysctl_perf_event_max_stack */
const MAX_DEPTH = 127;
const SKIP_MASK = 0xff;
const BPF_F_USER_STACK = 1 << 8;
const BPF_F_USER_BUILD_ID = 1 << 11;
const BUILD_ID_BYTES = 32;

/** Where modules and programs lie on x86-64, and kernel text; low words. */
const PROGRAM_TEXT = 0xc0000000;
const KERNEL_TEXT = 0x81000000;

/** Return addresses of the present context's frames, innermost first; low words. */
function returnAddresses(k: Kernel): readonly number[] {
  const { depth } = k.thisContext();
  return Array.from({ length: depth }, (_, i) => {
    const { kind, code, at } = k.frameAt(k.frameAddress(k.context, depth - 1 - i));
    return kind === BPF_FRAME ? PROGRAM_TEXT + code * 0x10000 + 8 * at : KERNEL_TEXT + code * 0x100 + at;
  });
}

const isUser = (flags: number): boolean => (flags & BPF_F_USER_STACK) !== 0;

/** Bytes of an entry, or 0 if the flags or the size do not go together. */
function entryBytes(size: number, flags: number, flagsHigh: number): number {
  const known = SKIP_MASK | BPF_F_USER_STACK | BPF_F_USER_BUILD_ID;
  const byBuildId = (flags & BPF_F_USER_BUILD_ID) !== 0;
  if ((flags & ~known) !== 0 || flagsHigh !== 0 || (byBuildId && !isUser(flags))) return 0;
  const bytes = byBuildId ? BUILD_ID_BYTES : 8;
  return size % bytes === 0 ? bytes : 0;
}

/** (…, buf, size, flags): bytes of the stack, or a negative errno; what is left of the buffer becomes 0. */
function getStack(k: Kernel, call: HelperCall, ofOther: boolean): void {
  const [to, size, flags] = [call.low(2), call.low(3) >>> 0, call.low(4)];
  const bytes = entryBytes(size, flags, call.high(4));
  k.memory.clear(to, size);
  if (bytes === 0) return call.returns(-EINVAL);
  if (ofOther && isUser(flags)) return call.returns(-EOPNOTSUPP);
  const skip = flags & SKIP_MASK;
  const trace = isUser(flags) || ofOther ? [] : returnAddresses(k).slice(0, Math.min(size / bytes + skip, MAX_DEPTH));
  if (trace.length < skip) return call.returns(-EFAULT);
  trace.slice(skip).forEach((address, i) => {
    k.memory.store32(to + 8 * i, address);
    k.memory.store32(to + 8 * i + 4, TEXT_HIGH);
  });
  call.returns((trace.length - skip) * bytes);
}

/** bpf_get_stackid(ctx, map, flags): where the map keeps the stack. */
function getStackId(k: Kernel, call: HelperCall): void {
  const [map, flags] = [call.low(2), call.low(3)];
  const known = SKIP_MASK | BPF_F_USER_STACK | BPF_F_FAST_STACK_CMP | BPF_F_REUSE_STACKID;
  if ((flags & ~known) !== 0 || call.high(3) !== 0) return call.returns(-EINVAL);
  const skip = flags & SKIP_MASK;
  const depth = Math.min(k.map(map).valueSize / 8 + skip, MAX_DEPTH);
  const addresses = isUser(flags) ? [] : returnAddresses(k).slice(skip, depth);
  call.returns(stackId(k, map, addresses, flags));
}

export const STACK_HELPERS: readonly (readonly [number, Helper])[] = [
  [27, instant(getStackId)],
  [67, instant((k, call) => getStack(k, call, false))],
  [141, instant((k, call) => getStack(k, call, true))],
];
