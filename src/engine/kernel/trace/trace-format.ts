/**
 * What `bpf_trace_printk` and `bpf_snprintf` make of a format, and the lines of `trace_pipe`. Texts are Latin-1:
 * one character per byte.
 * kernel: kernel/bpf/helpers.c bpf_bprintf_prepare(), lib/vsprintf.c bstr_printf()
 */
import { EINVAL, ENOSPC } from '../../abi/errno.ts';
import type { Pair } from '../../vm/prepare.ts';

/** How a format reaches strings and addresses behind its arguments. */
export interface FormatMemory {
  /** `size` bytes at a kernel address; undefined if it cannot be read. */
  read(address: Pair, size: number): Uint8Array | undefined;
  /** The string at an address without its NUL, at most `max` bytes; undefined if it cannot be read. */
  string(address: Pair, max: number): string | undefined;
}

/** A text, or a negative errno. */
export type Formatted = { readonly text: string } | { readonly errno: number };

/** Bytes that the binary arguments of one call share; kernel: MAX_BPRINTF_BIN_ARGS. */
const ARGUMENT_BYTES = 512;
/** Bytes of a trace line with its NUL; kernel: MAX_BPRINTF_BUF. */
export const LINE_BYTES = 1024;
/** Most arguments of the vprintk kind; kernel: MAX_BPRINTF_VARARGS. */
export const MAX_ARGUMENTS = 12;

interface Spec {
  readonly left: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  readonly width: number;
}

/** State of one pass over a format. */
interface Pass {
  readonly format: string;
  readonly memory: FormatMemory;
  readonly args: readonly Pair[];
  /** Next character of the format. */
  at: number;
  /** Next argument. */
  next: number;
  /** Bytes of binary arguments used. */
  used: number;
  out: string;
}

/** Formats `format` (up to its NUL, which must be there). */
export function format(format: string, args: readonly Pair[], memory: FormatMemory): Formatted {
  const end = format.indexOf('\0');
  if (end < 0) return { errno: -EINVAL };
  const pass: Pass = { format: format.slice(0, end), memory, args, at: 0, next: 0, used: 0, out: '' };
  while (pass.at < pass.format.length) {
    const errno = advance(pass);
    if (errno !== 0) return { errno };
  }
  return { text: pass.out };
}

const isSpace = (c: string): boolean => /^[\t-\r ]$/.test(c);
const isPunctuation = (c: string): boolean => /^[!-/:-@[-`{-~]$/.test(c);
const isEndOfSpec = (c: string): boolean => c === '' || isSpace(c) || isPunctuation(c);
/** Control characters of ASCII are refused; bytes above 0x7f pass in plain text. */
const isRefused = (c: string): boolean => (c < ' ' && !isSpace(c)) || c === '\x7f';

const charAt = (pass: Pass, offset = 0): string => pass.format.charAt(pass.at + offset);

/** One plain character or one conversion. */
function advance(pass: Pass): number {
  const c = charAt(pass);
  if (isRefused(c)) return -EINVAL;
  if (c !== '%' || charAt(pass, 1) === '%') {
    pass.out += c;
    pass.at += c === '%' ? 2 : 1;
    return 0;
  }
  if (pass.next >= pass.args.length) return -EINVAL;
  pass.at++;
  return convert(pass, takeSpec(pass));
}

function takeSpec(pass: Pass): Spec {
  const flags = /^[0 +-]*/.exec(pass.format.slice(pass.at))?.[0] ?? '';
  pass.at += flags.length;
  const digits = /^[1-9]\d*|/.exec(pass.format.slice(pass.at))?.[0] ?? '';
  pass.at += digits.length;
  return {
    left: flags.includes('-'),
    plus: flags.includes('+'),
    space: flags.includes(' '),
    zero: flags.includes('0') && !flags.includes('-'),
    width: Number(digits),
  };
}

function convert(pass: Pass, spec: Spec): number {
  const c = charAt(pass);
  if (c === 'p') return convertPointer(pass, spec);
  if (c === 's') return convertString(pass, spec, 1);
  if (c === 'c') return convertCharacter(pass, spec);
  return convertNumber(pass, spec);
}

/** The next argument. */
const take = (pass: Pass): Pair => pass.args[pass.next++];

/** Reserves room of a number; numbers are aligned to 4 bytes. */
function reserve(pass: Pass, size: number): boolean {
  const start = (pass.used + 3) & ~3;
  if (ARGUMENT_BYTES - start < size) return false;
  pass.used = start + size;
  return true;
}

function convertNumber(pass: Pass, spec: Spec): number {
  const long = /^l{0,2}/.exec(pass.format.slice(pass.at))?.[0].length ?? 0;
  const kind = charAt(pass, long);
  if (kind === '' || !'iduxX'.includes(kind)) return -EINVAL;
  const size = long === 0 ? 4 : 8;
  if (!reserve(pass, size)) return -ENOSPC;
  pass.at += long + 1;
  pass.out += numberText(take(pass), size, kind, spec);
  return 0;
}

function numberText(value: Pair, size: number, kind: string, spec: Spec): string {
  const bits = BigInt.asUintN(8 * size, bigOf(value));
  if (kind === 'x' || kind === 'X') {
    const digits = bits.toString(16);
    return pad('', kind === 'X' ? digits.toUpperCase() : digits, spec);
  }
  if (kind === 'u') return pad('', bits.toString(), spec);
  const signed = BigInt.asIntN(8 * size, bits);
  if (signed < 0n) return pad('-', (-signed).toString(), spec);
  return pad(spec.plus ? '+' : spec.space ? ' ' : '', signed.toString(), spec);
}

function pad(sign: string, digits: string, spec: Spec): string {
  if (spec.left) return (sign + digits).padEnd(spec.width);
  if (spec.zero) return sign + digits.padStart(spec.width - sign.length, '0');
  return (sign + digits).padStart(spec.width);
}

function convertCharacter(pass: Pass, spec: Spec): number {
  if (pass.used === ARGUMENT_BYTES) return -ENOSPC;
  pass.used++;
  pass.at++;
  const c = String.fromCharCode(take(pass).low & 0xff);
  pass.out += spec.left ? c.padEnd(spec.width) : c.padStart(spec.width);
  return 0;
}

/** `length` characters of the format name the conversion: `s`, `pks`, `pus`. */
function convertString(pass: Pass, spec: Spec, length: number): number {
  if (!isEndOfSpec(charAt(pass, length))) return -EINVAL;
  const room = ARGUMENT_BYTES - pass.used;
  if (room === 0) return -ENOSPC;
  const text = pass.memory.string(take(pass), room - 1) ?? '';
  pass.used += text.length + 1;
  pass.at += length;
  // The preformatted strings of %pks and %pus are copied without regard to the width.
  if (length > 1) pass.out += text;
  else pass.out += spec.left ? text.padEnd(spec.width) : text.padStart(spec.width);
  return 0;
}

function convertPointer(pass: Pass, spec: Spec): number {
  const kind = charAt(pass, 1);
  if (isEndOfSpec(kind)) return convertAddress(pass, spec, 1, hashedPointer);
  if ((kind === 'k' || kind === 'u') && charAt(pass, 2) === 's') return convertString(pass, spec, 3);
  if (kind === 'K') return convertAddress(pass, spec, 2, hashedPointer);
  if (kind === 'x') return convertAddress(pass, spec, 2, plainPointer);
  if (kind === 's' || kind === 'S') return convertAddress(pass, spec, 2, symbol);
  if (kind === 'B') {
    pass.out += symbol(take(pass));
    pass.at += 2;
    return 0;
  }
  return convertIp(pass, kind, charAt(pass, 2));
}

function convertAddress(pass: Pass, spec: Spec, length: number, textOf: (address: Pair) => string): number {
  if (!reserve(pass, 8)) return -ENOSPC;
  pass.at += length;
  // bstr_printf() skips all letters and digits after %p.
  while (/[0-9A-Za-z]/.test(charAt(pass))) pass.at++;
  const text = textOf(take(pass));
  pass.out += spec.left ? text.padEnd(spec.width) : text.padStart(spec.width);
  return 0;
}

const bigOf = (value: Pair): bigint => (BigInt(value.high >>> 0) << 32n) | BigInt(value.low >>> 0);
const plainPointer = (address: Pair): string => bigOf(address).toString(16).padStart(16, '0');
/** There are no kernel symbols here: an unknown address is printed as it is. */
const symbol = (address: Pair): string => `0x${bigOf(address).toString(16)}`;

/** `%p` hides addresses behind a hash of 32 bits; NULL and error pointers stay. The kernel's key is random, ours is 0. */
function hashedPointer(address: Pair): string {
  const isError = address.high === -1 && address.low >>> 0 >= 0xfffff001;
  if (isError || (address.low | address.high) === 0) return plainPointer(address);
  let h = Math.imul(address.low ^ Math.imul(address.high, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return (h >>> 0).toString(16).padStart(16, '0');
}

function convertIp(pass: Pass, kind: string, version: string): number {
  if ((kind !== 'i' && kind !== 'I') || (version !== '4' && version !== '6')) return -EINVAL;
  const size = version === '4' ? 4 : 16;
  if (ARGUMENT_BYTES - pass.used < size) return -ENOSPC;
  const bytes = pass.memory.read(take(pass), size) ?? new Uint8Array(size);
  const whole = version === '4' ? ip4Text(bytes, kind === 'i') : ip6Text(bytes, kind === 'I');
  // The text is made in what is left of the buffer, and cut there.
  const text = whole.slice(0, ARGUMENT_BYTES - pass.used - 1);
  pass.used += whole.length + 1;
  pass.at += 3;
  while (/[0-9A-Za-z]/.test(charAt(pass))) pass.at++;
  pass.out += text;
  return 0;
}

/** `%pi4` pads each number to three digits. */
const ip4Text = (bytes: Uint8Array, padded: boolean): string =>
  [...bytes].map((byte) => (padded ? String(byte).padStart(3, '0') : String(byte))).join('.');

/** `%pI6` puts colons between the groups, `%pi6` does not. */
function ip6Text(bytes: Uint8Array, colons: boolean): string {
  const groups: string[] = [];
  for (let i = 0; i < 16; i += 2) groups.push(((bytes[i] << 8) | bytes[i + 1]).toString(16).padStart(4, '0'));
  return groups.join(colons ? ':' : '');
}

/** What the tracer saw when a line was printed. */
export interface TraceState {
  readonly irqsOff: boolean;
  readonly bhOff: boolean;
  readonly needResched: boolean;
  readonly softirq: boolean;
  readonly hardirq: boolean;
  readonly nmi: boolean;
  readonly preemptDepth: number;
  readonly migrateDepth: number;
}

/** The five flag columns. kernel: kernel/trace/trace_output.c trace_print_lat_fmt() */
export function traceFlags(state: TraceState): string {
  const irqs = state.irqsOff ? (state.bhOff ? 'D' : 'd') : state.bhOff ? 'b' : '.';
  return (
    irqs +
    (state.needResched ? 'N' : '.') +
    contextColumn(state) +
    depthColumn(state.preemptDepth) +
    depthColumn(state.migrateDepth)
  );
}

function contextColumn(state: TraceState): string {
  if (state.nmi) return state.hardirq ? 'Z' : 'z';
  if (state.hardirq) return state.softirq ? 'H' : 'h';
  return state.softirq ? 's' : '.';
}

const depthColumn = (depth: number): string => (depth === 0 ? '.' : Math.min(depth, 15).toString(16));

export interface TraceLine {
  readonly comm: string;
  readonly pid: number;
  readonly cpu: number;
  readonly flags: string;
  /** ns since boot. */
  readonly time: number;
  readonly event: string;
  readonly text: string;
}

/** A line of `trace_pipe`, without its newline. */
export function traceLineText(line: TraceLine): string {
  const task = `${line.comm.padStart(16)}-${String(line.pid).padEnd(7)}`;
  const microseconds = Math.floor(line.time / 1000);
  const seconds = String(Math.floor(microseconds / 1e6)).padStart(5);
  const fraction = String(microseconds % 1e6).padStart(6, '0');
  const cpu = String(line.cpu).padStart(3, '0');
  return `${task} [${cpu}] ${line.flags} ${seconds}.${fraction}: ${line.event}: ${line.text}`;
}
