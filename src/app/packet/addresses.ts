/** Addresses of packets: text to bytes and back. Undefined for what is no address. */

export function macBytes(text: string): readonly number[] | undefined {
  const parts = text.trim().split(/[:-]/);
  return parts.length === 6 && parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))
    ? parts.map((part) => Number.parseInt(part, 16))
    : undefined;
}

export const macText = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':');

export function ipv4Bytes(text: string): readonly number[] | undefined {
  const parts = text.trim().split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isAddress ? parts.map(Number) : undefined;
}

export const ipv4Text = (bytes: readonly number[]): string => bytes.join('.');

const IPV6_GROUPS = 8;

/** `fe80::1`: groups of 16 bits, the longest run of zeros once left out. */
export function ipv6Bytes(text: string): readonly number[] | undefined {
  const halves = text.trim().split('::');
  if (halves.length > 2) return undefined;
  const [head, tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = IPV6_GROUPS - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]);
}

/** As RFC 5952 writes it. */
export function ipv6Text(bytes: readonly number[]): string {
  const groups = Array.from({ length: IPV6_GROUPS }, (_, i) => ((bytes[2 * i] << 8) | bytes[2 * i + 1]).toString(16));
  const runs = groups.join(':').match(/(?<![^:])0(?::0)+(?![^:])/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return groups.join(':');
  const at = groups.join(':').search(new RegExp(`(?<![^:])${longest}(?![^:])`));
  const text = groups.join(':');
  return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + longest.length).replace(/^:/, '')}`;
}
