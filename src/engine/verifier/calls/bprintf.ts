/** Format strings of `bpf_snprintf` and `bpf_trace_printk`. kernel: helpers.c bpf_bprintf_prepare() */
import { EINVAL } from '../../abi/errno.ts';

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const isPrint = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isPunct = (byte: number): boolean => isPrint(byte) && !/[\sA-Za-z0-9]/.test(String.fromCharCode(byte));

/** What may stand behind a conversion that would otherwise take a suffix. */
const endsWord = (byte: number): boolean => byte === 0 || isSpace(byte) || isPunct(byte);

/** Behind `%p`: the offset of the last byte of the conversion, -1 if it is none that programs may use. */
function pointerEnd(text: Uint8Array, at: number): number {
  const next = text[at + 1];
  const [first, second] = [String.fromCharCode(next), String.fromCharCode(text[at + 2])];
  if (endsWord(next)) return at;
  if ((first === 'k' || first === 'u') && second === 's') return endsWord(text[at + 3]) ? at + 2 : -1;
  if ('KxsSB'.includes(first)) return at + 1;
  return 'iI'.includes(first) && '46'.includes(second) ? at + 2 : -1;
}

function integerEnd(text: Uint8Array, start: number): number {
  let at = start;
  for (let longs = 0; longs < 2 && text[at] === 0x6c; longs++) at++;
  return 'iduxX'.includes(String.fromCharCode(text[at])) && text[at] !== 0 ? at : -1;
}

/** Skips flags and width behind a `%`. */
function conversionStart(text: Uint8Array, start: number): number {
  let at = start;
  while (text[at] !== 0 && '0+- '.includes(String.fromCharCode(text[at]))) at++;
  if (isDigit(text[at]) && text[at] !== 0x30) while (isDigit(text[at])) at++;
  return at;
}

/** The offset of a conversion's last byte; -1 if it is not allowed. `at` is behind the `%`. */
function conversionEnd(text: Uint8Array, start: number): number {
  const at = conversionStart(text, start);
  switch (String.fromCharCode(text[at])) {
    case 'p':
      return pointerEnd(text, at);
    case 's':
      return endsWord(text[at + 1]) ? at : -1;
    case 'c':
      return at;
    default:
      return integerEnd(text, at);
  }
}

/** 0 if a NUL-terminated format uses at most `argCount` arguments and only what programs may use. */
export function checkFormat(format: Uint8Array, argCount: number): number {
  const end = format.indexOf(0);
  if (end < 0) return -EINVAL;
  // Zeroes behind the end stand for the terminator when a conversion is looked ahead.
  const text = new Uint8Array(end + 4);
  text.set(format.subarray(0, end));
  let used = 0;
  for (let at = 0; at < end; at++) {
    if (!isPrint(text[at]) && !isSpace(text[at])) return -EINVAL;
    if (text[at] !== 0x25) continue;
    if (text[at + 1] === 0x25) {
      at++;
      continue;
    }
    if (used >= argCount) return -EINVAL;
    at = conversionEnd(text, at + 1);
    if (at < 0) return -EINVAL;
    used++;
  }
  return 0;
}
