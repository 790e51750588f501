/** Padding that C needs to lay a struct out as it is, in anonymous bit-fields. libbpf: btf_dump_emit_bit_padding() */

const PADS = [
  { name: 'long', bits: 64 },
  { name: 'int', bits: 32 },
  { name: 'short', bits: 16 },
  { name: 'char', bits: 8 },
] as const;

const roundUp = (value: number, unit: number): number => Math.ceil(value / unit) * unit;

/** Declarations from bit `end` to bit `next`, where something of `align` bytes follows; most gaps need none. */
export function paddingLines(end: number, next: number, align: number, inBitfield: boolean): readonly string[] {
  if (end >= next) return [];
  const unit = PADS.find(({ bits }) => roundUp(end, bits) <= next) ?? PADS[3];
  const lines: string[] = [];
  let at = end;
  const aligned = roundUp(end, unit.bits);
  if (aligned > end && aligned <= next) {
    const isExplicit =
      inBitfield ||
      (aligned === next && roundUp(end, align * 8) !== aligned) ||
      (aligned !== next && next - aligned <= aligned - end);
    if (isExplicit) lines.push(`${unit.name}: ${inBitfield ? aligned - end : 0};`);
    at = aligned;
  }
  for (; next - at >= unit.bits; at += unit.bits) lines.push(`${unit.name}: ${unit.bits};`);
  if (at < next) {
    const rest = PADS.findLast(({ bits }) => bits >= next - at) ?? PADS[0];
    lines.push(`${rest.name}: ${next - at};`);
  }
  return lines;
}
