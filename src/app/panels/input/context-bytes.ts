import type { ContextInput, InputField } from '../../../engine/scenario/input-answer.ts';

/** A context's fields in its bytes. Bytes are hex digits, lowest address first; those beyond the end are zero. */

const digitsAt = (hex: string, { offset, size }: InputField): string =>
  hex.padEnd(2 * (offset + size), '0').slice(2 * offset, 2 * (offset + size));

const reversed = (hex: string): string => (hex.match(/../g) ?? []).reverse().join('');

/** The number that a field holds. */
export const fieldValue = (hex: string, field: InputField): bigint => BigInt(`0x${reversed(digitsAt(hex, field))}`);

/** What one types for a number: decimal, 0x…, negative; undefined if it is none or does not fit. */
export function typedNumber(text: string, size: number): bigint | undefined {
  const found = /^(-?)(0x[0-9a-f]+|\d+)$/i.exec(text.trim());
  if (found === null) return undefined;
  const value = found[1] === '-' ? -BigInt(found[2]) : BigInt(found[2]);
  const bits = 8 * size;
  const fits = value < 0n ? BigInt.asIntN(bits, value) === value : BigInt.asUintN(bits, value) === value;
  return fits ? BigInt.asUintN(bits, value) : undefined;
}

/** The context with another value in a field; a context of zeros is none. */
export function withField(hex: string, context: ContextInput, field: InputField, value: bigint): string {
  const digits = reversed(value.toString(16).padStart(2 * field.size, '0'));
  const all = hex.padEnd(2 * context.size, '0');
  const changed = all.slice(0, 2 * field.offset) + digits + all.slice(2 * (field.offset + field.size));
  return /^0*$/.test(changed) ? '' : changed;
}

/**
 * A context that fits its packet: an XDP program's says how long the packet is, and the kernel cuts it off there. A length
 * that was that of the packet before stays that of the packet.
 */
export function withPacketSize(hex: string, context: ContextInput | undefined, before: number, now: number): string {
  const end = context?.struct === 'xdp_md' ? context.fields.find((field) => field.name === 'data_end') : undefined;
  if (context === undefined || end === undefined || hex === '') return hex;
  const value = fieldValue(hex, end);
  const isFollowing = value === 0n || value === BigInt(before);
  const fitted = isFollowing ? withField(hex, context, end, BigInt(now)) : hex;
  const isOnlySize = isFollowing && withField(fitted, context, end, 0n) === '';
  return isOnlySize ? '' : fitted;
}
