/** Kernel functions on strings that need not end. kernel: kernel/bpf/helpers.c bpf_str*() */
import { E2BIG, EFAULT, ENOENT, ERANGE } from '../../abi/errno.ts';
import type { Pair } from '../../vm/prepare.ts';
import type { Kernel } from '../kernel.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';
import { isReadable, pairOf } from './text.ts';

/** Characters after which the functions give up; kernel: XATTR_SIZE_MAX */
const MAX_LENGTH = 65536;

/** What a string has where it cannot be read, and the answer then. */
const UNREADABLE = -EFAULT;

/** A string in memory, a character at a time. */
type Text = (i: number) => number;

/** Addresses of the kernel's half; user space's are refused before anything is read. */
const isOfKernel = (address: Pair): boolean => address.high < 0;

const textAt = (k: Kernel, address: Pair): Text => {
  return (i) => {
    const at = { low: (address.low + i) | 0, high: address.high };
    return isReadable(k, at, 1) ? k.memory.load8(at.low >>> 0) : UNREADABLE;
  };
};

const lower = (c: number): number => (c >= 0x41 && c <= 0x5a ? c + 0x20 : c);
/** `char` is signed. */
const signed = (c: number): number => (c << 24) >> 24;

/** The size_t in an argument, as far as it matters. */
const countOf = (call: HelperCall, argument: number): number =>
  call.high(argument) === 0 ? call.low(argument) >>> 0 : Number.POSITIVE_INFINITY;

/** A function of `strings` strings, which come first, that answers a number. */
function onStrings(strings: 1 | 2, answer: (call: HelperCall, a: Text, b: Text) => number): Helper {
  return instant((k, call) => {
    const addresses = [pairOf(call, 1), pairOf(call, strings)];
    if (!addresses.every(isOfKernel)) return call.returns(-ERANGE);
    call.returns(answer(call, textAt(k, addresses[0]), textAt(k, addresses[1])));
  });
}

function compare(a: Text, b: Text, fold: (c: number) => number): number {
  for (let i = 0; i < MAX_LENGTH; i++) {
    const [x, y] = [a(i), b(i)];
    if (x < 0 || y < 0) return UNREADABLE;
    const [c, d] = [signed(fold(x)), signed(fold(y))];
    if (c !== d) return c < d ? -1 : 1;
    if (x === 0) return 0;
  }
  return -E2BIG;
}

/** Index of a character before the end within `count` characters; at the end `atEnd` decides. */
function find(a: Text, wanted: number, count: number, atEnd: (i: number) => number): number {
  for (let i = 0; i < Math.min(count, MAX_LENGTH); i++) {
    const c = a(i);
    if (c < 0) return UNREADABLE;
    if (signed(c) === wanted) return i;
    if (c === 0) return atEnd(i);
  }
  return count >= MAX_LENGTH ? -E2BIG : -ENOENT;
}

/** Index of the last such character. */
function findLast(a: Text, wanted: number): number {
  let last = -ENOENT;
  for (let i = 0; i < MAX_LENGTH; i++) {
    const c = a(i);
    if (c < 0) return UNREADABLE;
    if (signed(c) === wanted) last = i;
    if (c === 0) return last;
  }
  return -E2BIG;
}

function length(a: Text, count: number): number {
  for (let i = 0; i < Math.min(count, MAX_LENGTH); i++) {
    const c = a(i);
    if (c <= 0) return c < 0 ? UNREADABLE : i;
  }
  return count >= MAX_LENGTH ? -E2BIG : count;
}

/** How many characters at the beginning are in the set, or are not. */
function span(a: Text, set: Text, inside: boolean): number {
  for (let i = 0; i < MAX_LENGTH; i++) {
    const c = a(i);
    if (c <= 0) return c < 0 ? UNREADABLE : i;
    const at = find(set, signed(c), MAX_LENGTH, () => -ENOENT);
    if (at === UNREADABLE || at === -E2BIG) return at;
    if (at >= 0 !== inside) return i;
  }
  return -E2BIG;
}

/** Index of a string in the first `count` characters of another. */
function search(a: Text, wanted: Text, count: number): number {
  for (let i = 0; i < MAX_LENGTH; i++) {
    const found = matchAt(a, wanted, i, count);
    if (found !== MISMATCH) return found;
  }
  return -E2BIG;
}

/** What `matchAt` says where the search goes on. */
const MISMATCH = Number.NEGATIVE_INFINITY;

function matchAt(a: Text, wanted: Text, from: number, count: number): number {
  for (let j = 0; from + j <= count && j < MAX_LENGTH; j++) {
    const w = wanted(j);
    if (w <= 0) return w < 0 ? UNREADABLE : from;
    if (from + j === count) return -ENOENT;
    const c = a(from + j);
    if (c <= 0) return c < 0 ? UNREADABLE : -ENOENT;
    if (c !== w) return MISMATCH;
  }
  return -E2BIG;
}

const none = (): number => -ENOENT;
const here = (i: number): number => i;
const same = (c: number): number => c;

export const STRING_KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_strcmp: onStrings(2, (_, a, b) => compare(a, b, same)),
  bpf_strcasecmp: onStrings(2, (_, a, b) => compare(a, b, lower)),
  bpf_strchr: onStrings(1, (call, a) => find(a, signed(call.low(2)), MAX_LENGTH, none)),
  bpf_strchrnul: onStrings(1, (call, a) => find(a, signed(call.low(2)), MAX_LENGTH, here)),
  bpf_strnchr: onStrings(1, (call, a) => find(a, signed(call.low(3)), countOf(call, 2), none)),
  bpf_strrchr: onStrings(1, (call, a) => findLast(a, call.low(2))),
  bpf_strlen: onStrings(1, (_, a) => length(a, MAX_LENGTH)),
  bpf_strnlen: onStrings(1, (call, a) => length(a, countOf(call, 2))),
  bpf_strspn: onStrings(2, (_, a, b) => span(a, b, true)),
  bpf_strcspn: onStrings(2, (_, a, b) => span(a, b, false)),
  bpf_strstr: onStrings(2, (_, a, b) => search(a, b, MAX_LENGTH)),
  bpf_strnstr: onStrings(2, (call, a, b) => search(a, b, countOf(call, 3))),
};
