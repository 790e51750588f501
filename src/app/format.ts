/** Numbers as they are shown: groups of three behind a no-break space, units behind a no-break space. */

const GAP = '\u00a0';

/** Digits in groups of three from the right: `1 234 567`. */
export const grouped = (value: number | bigint): string => String(value).replace(/\B(?=(\d{3})+$)/g, GAP);

/** A moment in ms with six decimals, in groups of three: `2.161 400 ms` is 2 161 400 ns. */
export function moment(ns: bigint): string {
  const fraction = String(ns % 1_000_000n).padStart(6, '0');
  return `${grouped(ns / 1_000_000n)}.${fraction.slice(0, 3)}${GAP}${fraction.slice(3)}${GAP}ms`;
}

/** A duration in the largest unit that keeps a digit before the point, at most three decimals: `12.1 µs`. */
export function duration(ns: number): string {
  const [unit, size] = ns >= 1e9 ? ['s', 1e9] : ns >= 1e6 ? ['ms', 1e6] : ns >= 1e3 ? ['µs', 1e3] : ['ns', 1];
  return `${Number((ns / size).toFixed(3))}${GAP}${unit}`;
}

/** `-22 EINVAL`. */
export const errnoText = (errno: number, name: string): string => `${-errno} ${name}`;

/** Hex digits without leading zeros, behind 0x. */
export const shortHex = (digits: string): string => `0x${digits.replace(/^0+(?=.)/, '')}`;

/** 16 hex digits as a signed decimal number. */
export const signedDecimal = (digits: string): string => String(BigInt.asIntN(64, BigInt(`0x${digits}`)));

/** Bytes of a hex text, two digits each, with spaces between. */
export const spacedHex = (hex: string): string => hex.replace(/..(?=.)/g, '$& ');

/** The text of an instruction without the opcode that the kernel prints before it: `(95) exit` is `exit`. */
export const withoutOpcode = (insn: string): string => insn.replace(/^\([0-9a-f]{2}\) /, '');

/** A line up to its comment. */
export const withoutComment = (line: string) => line.replace(/(?:\/\/|#).*$/, '');
