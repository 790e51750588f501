/** String tokens and names as bytes. */
import type { Token } from './lexer.ts';

const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, b: 8, f: 12, '\\': 92, "'": 39, '"': 34 };
const BACKSLASH = 92;
/** Octal, hex, or a letter; longer escapes of hex keep their lowest byte. */
const ESCAPE = /([0-7]{1,3})|x([\da-fA-F]+)|([nrtbf\\'"])/y;

/** The bytes of a string token, without its quotes; undefined at an escape that means nothing. */
export function stringBytes({ text }: Token): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let i = 1; i < text.length - 1; ) {
    const code = text.codePointAt(i) ?? 0;
    if (code !== BACKSLASH) {
      pushUtf8(bytes, code);
      i += code > 0xffff ? 2 : 1;
      continue;
    }
    ESCAPE.lastIndex = i + 1;
    const match = ESCAPE.exec(text);
    if (match === null) return undefined;
    bytes.push(escapedByte(match));
    i += 1 + match[0].length;
  }
  return Uint8Array.from(bytes);
}

function escapedByte([, octal, hex, letter]: RegExpExecArray): number {
  if (octal !== undefined) return Number.parseInt(octal, 8) & 0xff;
  return hex === undefined ? ESCAPES[letter] : Number.parseInt(hex.slice(-2), 16);
}

/** The value of a character token: `'a'`, `'\n'`. */
export function characterValue(text: string): number {
  return text[1] === '\\' ? (text[2] === '0' ? 0 : (ESCAPES[text[2]] ?? text.charCodeAt(2))) : text.charCodeAt(1);
}

/** UTF-8 bytes of a text, each as one character, the form in which BTF holds strings. */
export function asByteString(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) pushUtf8(bytes, character.codePointAt(0) ?? 0);
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

function pushUtf8(bytes: number[], code: number): void {
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(0));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(6), tail(0));
  else bytes.push(0xf0 | (code >> 18), tail(12), tail(6), tail(0));
}
