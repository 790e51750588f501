import type { Btf } from './btf.ts';
import type { BtfComposite, BtfMember } from './types.ts';

/** A part of a value. */
export interface Place {
  /** BTF id of its type. */
  readonly type: number;
  readonly bitOffset: number;
  /** Bits of a bit-field; 0 for an ordinary member. */
  readonly bitfieldSize: number;
}

/**
 * The part of a value of type `type` that a path in C names: `.flow.hits[2]`, without its first dot or with it. Members
 * of anonymous structs and unions are found by their own names. A string says what is wrong with the path.
 */
export function placeOf(btf: Btf, type: number, path: string): Place | string {
  let place: Place = { type, bitOffset: 0, bitfieldSize: 0 };
  const parts = path.match(/\.?[A-Za-z_]\w*|\[\d{1,9}\]/g) ?? [];
  if (parts.join('') !== path) return `"${path}" is not a path of members`;
  for (const part of parts) {
    const next = part.startsWith('[')
      ? element(btf, place, Number(part.slice(1, -1)))
      : member(btf, place, part.replace('.', ''));
    if (typeof next === 'string') return next;
    place = next;
  }
  return place;
}

function element(btf: Btf, { type, bitOffset }: Place, index: number): Place | string {
  const array = btf.resolve(type);
  if (array?.kind !== 'array') return `[${index}]: this is no array`;
  if (index >= array.length) return `[${index}]: the array has ${array.length} elements`;
  const size = btf.sizeOf(array.type) ?? 0;
  return { type: array.type, bitOffset: bitOffset + 8 * size * index, bitfieldSize: 0 };
}

function member(btf: Btf, { type, bitOffset }: Place, name: string): Place | string {
  const composite = btf.composite(type);
  if (composite === undefined) return `${name}: this is no struct`;
  const found = findMember(btf, composite, name);
  if (found !== undefined) return { ...found, bitOffset: bitOffset + found.bitOffset };
  return `struct ${composite.name} has no member ${name}, but ${composite.members.map((each) => each.name).join(', ')}`;
}

function findMember(
  btf: Btf,
  { members }: BtfComposite,
  name: string,
): Pick<BtfMember, 'type' | 'bitOffset' | 'bitfieldSize'> | undefined {
  const own = members.find((each) => each.name === name);
  if (own !== undefined) return own;
  for (const { name: memberName, type, bitOffset } of members) {
    const inner = memberName === '' ? btf.composite(type) : undefined;
    const found = inner === undefined ? undefined : findMember(btf, inner, name);
    if (found !== undefined) return { ...found, bitOffset: bitOffset + found.bitOffset };
  }
  return undefined;
}
