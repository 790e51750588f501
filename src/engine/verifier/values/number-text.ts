/**
 * Numbers as the verifier's log shows them: small ones decimal, all others hexadecimal. 64-bit numbers are two words.
 * kernel: log.c verbose_unum(), verbose_snum(), tnum_strn(); fmt_reg_mask(), bpf_fmt_stack_mask()
 */

/** `%#llx`, without the case of 0. */
function hex64(low: number, high: number): string {
  const lowText = (low >>> 0).toString(16);
  return high === 0 ? `0x${lowText}` : `0x${(high >>> 0).toString(16)}${lowText.padStart(8, '0')}`;
}

const isSnumDecimal = (low: number, high: number): boolean => high === low >> 31 && low >= -32768 && low <= 32767;

/** A signed number. */
export const snumText = (low: number, high: number): string =>
  isSnumDecimal(low, high) ? String(low) : hex64(low, high);

/** An unsigned number. */
export const unumText = (low: number, high: number): string =>
  high === 0 && low >= 0 && low <= 0xffff ? String(low) : hex64(low, high);

/** A signed 32-bit number, which is not sign-extended when it is shown in hexadecimal. */
export const s32Text = (value: number): string => (isSnumDecimal(value, value >> 31) ? String(value) : hex64(value, 0));

const hexOrZero = (low: number, high: number): string => ((low | high) === 0 ? '0' : hex64(low, high));

/** A number of which some bits are unknown: `5` or `(0x0; 0xff)`. */
export function tnumStrn(w: Int32Array, tnum: number): string {
  const [valueLow, valueHigh, maskLow, maskHigh] = [w[tnum], w[tnum + 1], w[tnum + 2], w[tnum + 3]];
  if ((maskLow | maskHigh) === 0) return unumText(valueLow, valueHigh);
  const value = (valueLow | valueHigh) === 0 ? '0x0' : hex64(valueLow, valueHigh);
  return `(${value}; ${hexOrZero(maskLow, maskHigh)})`;
}

/** Texts of masks of R0..R10: backtracking prints one for each of its steps. */
const regMaskTexts: (string | undefined)[] = [];

/** `r0,r2` for 0b101. */
export function regMaskText(mask: number): string {
  const text = regMaskTexts[mask] ?? bitsOf(mask).join(',');
  regMaskTexts[mask] = text;
  return text;
}

function bitsOf(mask: number): string[] {
  const names = [];
  for (let i = 0; i < 11; i++) if ((mask & (1 << i)) !== 0) names.push(`r${i}`);
  return names;
}

/** `-8,-24` for 0b101. */
export function stackMaskText(low: number, high: number): string {
  if ((low | high) === 0) return '';
  const offsets = [];
  for (let i = 0; i < 64; i++) {
    const word = i < 32 ? low : high;
    if ((word & (1 << (i & 31))) !== 0) offsets.push(-(i + 1) * 8);
  }
  return offsets.join(',');
}
