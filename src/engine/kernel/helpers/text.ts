/** Helpers on texts and memory: printing, parsing, comparing, reading what may not be readable. */
import { EFAULT, EINVAL, ERANGE } from '../../abi/errno.ts';
import type { Pair } from '../../vm/prepare.ts';
import type { Kernel } from '../kernel.ts';
import { type Addr, NULL_PAGE, POINTER_HIGH } from '../memory/memory.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';
import { TraceKind } from '../trace/trace.ts';
import { type FormatMemory, format, LINE_BYTES, MAX_ARGUMENTS } from '../trace/trace-format.ts';
import { packTraceState } from './trace-state.ts';

/** True if `size` bytes at the address are machine memory. */
export function isReadable(k: Kernel, address: Pair, size: number): boolean {
  const from = address.low >>> 0;
  return address.high === POINTER_HIGH && from >= NULL_PAGE && from + size <= k.memory.size;
}

/** Bytes at an address, as Latin-1, up to a NUL; undefined where there is no memory. */
function stringAt(k: Kernel, address: Pair, max: number): string | undefined {
  if (!isReadable(k, address, 1)) return undefined;
  let text = '';
  for (let at = address.low >>> 0; text.length < max && at < k.memory.size; at++) {
    const byte = k.memory.load8(at);
    if (byte === 0) break;
    text += String.fromCharCode(byte);
  }
  return text;
}

const formatMemory = (k: Kernel): FormatMemory => ({
  read: (address, size) => (isReadable(k, address, size) ? k.memory.bytesAt(address.low >>> 0, size) : undefined),
  string: (address, max) => stringAt(k, address, max),
});

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

export const pairOf = (call: HelperCall, argument: number): Pair => ({
  low: call.low(argument),
  high: call.high(argument),
});

/** `count` 64-bit arguments in memory. */
const arrayOf = (k: Kernel, at: Addr, count: number): Pair[] =>
  Array.from({ length: count }, (_, i) => ({
    low: k.memory.loadUnaligned32(at + 8 * i),
    high: k.memory.loadUnaligned32(at + 8 * i + 4),
  }));

/** Formats a line and appends it to the trace: its length, or a negative errno. */
function print(k: Kernel, call: HelperCall, args: readonly Pair[]): void {
  const made = format(latin1(k.memory.bytesAt(call.low(1), call.low(2))), args, formatMemory(k));
  if ('errno' in made) return call.returns(made.errno);
  const line = made.text.slice(0, LINE_BYTES - 1);
  k.record(TraceKind.printk, k.trace.enabled ? k.trace.name(line) : 0, call.prog(), packTraceState(k));
  call.returns(made.text.length);
}

const tracePrintk = (k: Kernel, call: HelperCall): void =>
  print(k, call, [pairOf(call, 3), pairOf(call, 4), pairOf(call, 5)]);

/** Number of the vprintk kind's arguments; undefined if their size is refused. */
function countOf(data: Pair, bytes: number): number | undefined {
  const missing = bytes !== 0 && (data.low | data.high) === 0;
  return bytes % 8 !== 0 || bytes >>> 0 > MAX_ARGUMENTS * 8 || missing ? undefined : bytes / 8;
}

/** bpf_trace_vprintk(fmt, fmt_size, data, data_len) */
function traceVprintk(k: Kernel, call: HelperCall): void {
  const count = countOf(pairOf(call, 3), call.low(4));
  if (count === undefined) return call.returns(-EINVAL);
  print(k, call, arrayOf(k, call.low(3), count));
}

/** bpf_snprintf(str, str_size, fmt, data, data_len): the length with the NUL that the whole text would have. */
function snprintf(k: Kernel, call: HelperCall): void {
  const count = countOf(pairOf(call, 4), call.low(5));
  if (count === undefined) return call.returns(-EINVAL);
  const text = stringAt(k, pairOf(call, 3), k.memory.size) ?? '';
  const made = format(`${text}\0`, arrayOf(k, call.low(4), count), formatMemory(k));
  if ('errno' in made) return call.returns(made.errno);
  storeText(k, call.low(1), call.low(2), made.text);
  call.returns(made.text.length + 1);
}

/** As much of the text as fits, and a NUL. */
function storeText(k: Kernel, to: Addr, size: number, text: string): void {
  if (size === 0) return;
  const length = Math.min(text.length, size - 1);
  for (let i = 0; i < length; i++) k.memory.store8(to + i, text.charCodeAt(i));
  k.memory.store8(to + length, 0);
}

/** bpf_strncmp(s1, size, s2): the difference of the first bytes that differ. */
function strncmp(k: Kernel, call: HelperCall): void {
  const [a, size, b] = [call.low(1), call.low(2), call.low(3)];
  for (let i = 0; i < size >>> 0; i++) {
    const [x, y] = [k.memory.load8(a + i), k.memory.load8(b + i)];
    if (x !== y) return call.returns(x < y ? -1 : 1);
    if (x === 0) break;
  }
  call.returns(0);
}

const BASES = [0, 8, 10, 16];
const U64_END = 1n << 64n;
const I64_END = 1n << 63n;

interface Parsed {
  readonly value: bigint;
  /** Minus zero is negative too. */
  readonly isNegative: boolean;
  readonly consumed: number;
}

/** An integer at the beginning of a text, or a negative errno. kernel: __bpf_strtoull() */
function parse(text: string, flags: number): Parsed | number {
  const base = flags & 0x1f;
  if (text === '' || !BASES.includes(base) || flags !== base) return -EINVAL;
  const lead = /^[\t-\r ]*-?/.exec(text)?.[0] ?? '';
  const digits = digitsOf(text.slice(lead.length, lead.length + 63), base);
  if (digits.text === '') return -EINVAL;
  const magnitude = valueOfDigits(digits.text, digits.base);
  if (magnitude >= U64_END) return -ERANGE;
  const consumed = lead.length + digits.prefix + digits.text.length;
  const isNegative = lead.endsWith('-');
  return { value: isNegative ? -magnitude : magnitude, isNegative, consumed };
}

/** kernel: lib/kstrtox.c _parse_integer_fixup_radix() */
function digitsOf(text: string, wanted: number): { base: number; prefix: number; text: string } {
  const isHex = /^0[xX][0-9a-fA-F]/.test(text);
  const base = wanted === 0 ? (isHex ? 16 : text.startsWith('0') ? 8 : 10) : wanted;
  const prefix = base === 16 && /^0[xX]/.test(text) ? 2 : 0;
  const allowed = base === 8 ? /^[0-7]*/ : base === 10 ? /^[0-9]*/ : /^[0-9a-fA-F]*/;
  return { base, prefix, text: allowed.exec(text.slice(prefix))?.[0] ?? '' };
}

function valueOfDigits(digits: string, base: number): bigint {
  let value = 0n;
  for (const digit of digits) value = value * BigInt(base) + BigInt(Number.parseInt(digit, base));
  return value;
}

/** bpf_strtol() and bpf_strtoul(): (buf, buf_len, flags, res) → bytes consumed. The result is 0 before the text is read. */
function parseInto(isSigned: boolean): Helper {
  return instant((k, call) => {
    k.memory.clear(call.low(4), 8);
    const text = latin1(k.memory.bytesAt(call.low(1), call.low(2)));
    const parsed = call.high(3) === 0 ? parse(text, call.low(3)) : -EINVAL;
    const result = typeof parsed === 'number' ? parsed : rangeError(parsed, isSigned) || parsed.consumed;
    if (typeof parsed !== 'number' && result >= 0) {
      k.memory.storeUnaligned32(call.low(4), Number(BigInt.asIntN(32, parsed.value)));
      k.memory.storeUnaligned32(call.low(4) + 4, Number(BigInt.asIntN(32, parsed.value >> 32n)));
    }
    call.returns(result);
  });
}

function rangeError({ value, isNegative }: Parsed, isSigned: boolean): number {
  if (!isSigned) return isNegative ? -EINVAL : 0;
  return value >= I64_END || value < -I64_END ? -ERANGE : 0;
}

/** bpf_probe_read_kernel(dst, size, address); reading user memory always faults: user space has none here. */
function probeRead(readable: boolean): Helper {
  return instant((k, call) => {
    const [to, size] = [call.low(1), call.low(2)];
    const from = pairOf(call, 3);
    if (readable && isReadable(k, from, size)) {
      for (let i = 0; i < size; i++) k.memory.store8(to + i, k.memory.load8((from.low >>> 0) + i));
      return call.returns(0);
    }
    k.memory.clear(to, size);
    call.returns(-EFAULT);
  });
}

/** bpf_probe_read_kernel_str(dst, size, address): bytes copied with the NUL. */
function probeReadString(readable: boolean): Helper {
  return instant((k, call) => {
    const [to, size] = [call.low(1), call.low(2)];
    const text = readable && size > 0 ? stringAt(k, pairOf(call, 3), size - 1) : undefined;
    if (text === undefined) {
      k.memory.clear(to, size);
      return call.returns(-EFAULT);
    }
    storeText(k, to, size, text);
    call.returns(text.length + 1);
  });
}

export const TEXT_HELPERS: readonly (readonly [number, Helper])[] = [
  [4, probeRead(true)],
  [6, instant(tracePrintk)],
  [45, probeReadString(true)],
  [105, parseInto(true)],
  [106, parseInto(false)],
  [112, probeRead(false)],
  [113, probeRead(true)],
  [114, probeReadString(false)],
  [115, probeReadString(true)],
  [148, probeRead(false)],
  [165, instant(snprintf)],
  [177, instant(traceVprintk)],
  [182, instant(strncmp)],
];
