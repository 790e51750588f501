/**
 * Types of the text's own directives: C's types under the names of the kernel's headers, with C's layout rules. How they
 * are written: `type-table.ts`; what they become: `btf-types.ts`.
 */
import { FIELD_TYPES } from '../btf/field-types.ts';
import { BTF_INT_BOOL, BTF_INT_SIGNED } from '../btf/types.ts';

export type CType =
  | { readonly kind: 'void' }
  | { readonly kind: 'int'; readonly name: string; readonly size: number; readonly encoding: number }
  | { readonly kind: 'float'; readonly name: string; readonly size: number }
  | { readonly kind: 'array'; readonly of: CType; readonly length: number }
  | { readonly kind: 'pointer'; readonly to: CType }
  | { readonly kind: 'const' | 'volatile' | 'restrict'; readonly of: CType }
  /** `__attribute__((btf_type_tag("name")))` */
  | { readonly kind: 'type_tag'; readonly name: string; readonly of: CType }
  | { readonly kind: 'typedef'; readonly name: string; readonly of: CType }
  | { readonly kind: 'function'; readonly returns: CType; readonly params: readonly Parameter[] }
  /** What a pointer leads to and the text declares later, or the kernel has. */
  | { readonly kind: 'named'; readonly name: string }
  | Enumeration
  | Composite;

export interface Composite {
  readonly kind: 'struct' | 'union';
  /** Empty for an anonymous one. */
  readonly name: string;
  readonly members: readonly Member[];
  /** Bytes. */
  readonly size: number;
  readonly align: number;
  /** Declaration tags of the type itself. */
  readonly tags?: readonly string[];
}

export interface Enumeration {
  readonly kind: 'enum';
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly isSigned: boolean;
  readonly values: readonly { readonly name: string; readonly value: bigint }[];
}

export interface Parameter {
  readonly name: string;
  readonly type: CType;
  /** Declaration tags: `arg:ctx` and the like. */
  readonly tags?: readonly string[];
}

export interface Member {
  /** Empty for an anonymous struct or union. */
  readonly name: string;
  readonly type: CType;
  readonly bitOffset: number;
  /** Bits of a bit-field; undefined for an ordinary member. */
  readonly bits?: number;
  readonly tags?: readonly string[];
}

/** A member before it has a place. `at` is a place that the text demands, in bits. */
export type Field = Omit<Member, 'bitOffset'> & { readonly at?: number };

/** What a struct demands beyond C's rules. Sizes in bytes. */
export interface LayoutDemands {
  readonly packed?: boolean;
  readonly align?: number;
  readonly size?: number;
}

export const VOID: CType = { kind: 'void' };
const int = (name: string, size: number, encoding = 0): CType => ({ kind: 'int', name, size, encoding });

export const U32 = int('unsigned int', 4);
export const INT = int('int', 4, BTF_INT_SIGNED);
const U64 = int('unsigned long long', 8);

/** What libbpf calls the type of a setting that is `y`, `m` or `n`. */
export const TRISTATE: Enumeration = {
  kind: 'enum',
  name: 'libbpf_tristate',
  size: 4,
  isSigned: false,
  values: ['TRI_NO', 'TRI_YES', 'TRI_MODULE'].map((name, i) => ({ name, value: BigInt(i) })),
};

const SCALARS: Readonly<Record<string, CType>> = {
  u8: int('unsigned char', 1),
  u16: int('unsigned short', 2),
  u32: U32,
  u64: U64,
  u128: int('unsigned __int128', 16),
  s8: int('signed char', 1, BTF_INT_SIGNED),
  s16: int('short', 2, BTF_INT_SIGNED),
  s32: INT,
  s64: int('long long', 8, BTF_INT_SIGNED),
  s128: int('__int128', 16, BTF_INT_SIGNED),
  int: INT,
  char: int('char', 1, BTF_INT_SIGNED),
  bool: int('_Bool', 1, BTF_INT_BOOL),
  float: { kind: 'float', name: 'float', size: 4 },
  double: { kind: 'float', name: 'double', size: 8 },
  tristate: TRISTATE,
  void: VOID,
};

/** `u32`, `char` and the like. */
export const scalarType = (name: string): CType | undefined =>
  Object.hasOwn(SCALARS, name) ? SCALARS[name] : undefined;

/** The unsigned integer of 1, 2, 4 or 8 bytes. */
export const unsignedOfSize = (size: number): CType => scalarType(`u${size * 8}`) ?? VOID;

/** Bytes of a value; 0 for what has none. */
export function sizeOfType(type: CType): number {
  switch (type.kind) {
    case 'void':
    case 'named':
    case 'function':
      return 0;
    case 'array':
      return type.length * sizeOfType(type.of);
    case 'pointer':
      return 8;
    case 'const':
    case 'volatile':
    case 'restrict':
    case 'type_tag':
    case 'typedef':
      return sizeOfType(type.of);
    default:
      return type.size;
  }
}

/** Alignment in bytes. */
export function alignOfType(type: CType): number {
  switch (type.kind) {
    case 'void':
    case 'named':
    case 'function':
      return 1;
    case 'array':
    case 'const':
    case 'volatile':
    case 'restrict':
    case 'type_tag':
    case 'typedef':
      return alignOfType(type.of);
    case 'pointer':
      return 8;
    case 'struct':
    case 'union':
      return type.align;
    default:
      return type.size;
  }
}

const alignUp = (value: number, align: number): number => Math.ceil(value / align) * align;

/**
 * Where C puts the next member of a struct whose members end at bit `end`: a bit-field does not cross a boundary of its
 * type, anything else begins at one of its alignment. A packed struct leaves no gaps.
 */
export function nextPlace(end: number, { type, bits }: Field, packed: boolean): number {
  if (bits === undefined) return alignUp(end, packed ? 8 : alignOfType(type) * 8);
  const unit = sizeOfType(type) * 8;
  const crosses = Math.floor(end / unit) !== Math.floor((end + bits - 1) / unit);
  return packed || !crosses ? end : alignUp(end, unit);
}

/** A struct or union with its members where a C compiler puts them, or where the text wants them. */
export function layOut(
  kind: 'struct' | 'union',
  name: string,
  fields: readonly Field[],
  { packed = false, align: leastAlign = 1, size: leastSize = 0 }: LayoutDemands = {},
): Composite {
  let end = 0;
  let align = leastAlign;
  let size = 0;
  const members = fields.map(({ at, ...field }): Member => {
    const bitOffset = at ?? (kind === 'union' ? 0 : nextPlace(end, field, packed));
    end = bitOffset + (field.bits ?? sizeOfType(field.type) * 8);
    size = Math.max(size, Math.ceil(end / 8));
    if (!packed) align = Math.max(align, alignOfType(field.type));
    return { ...field, bitOffset };
  });
  return { kind, name, members, size: Math.max(leastSize, alignUp(size, align)), align };
}

/** The kernel's special fields (`bpf_timer`, …) as opaque words, as its headers declare them. */
const SPECIAL: ReadonlyMap<string, Composite> = new Map(
  [...FIELD_TYPES.values()]
    .filter(({ name }) => name.startsWith('bpf_'))
    .map(({ name, size, align }): [string, Composite] => {
      const word = align === 8 ? U64 : U32;
      return [
        name,
        layOut('struct', name, [{ name: '__opaque', type: { kind: 'array', of: word, length: size / align } }]),
      ];
    }),
);

/** True for names that a text cannot declare: scalars, and the kernel's special fields. */
export const isBuiltinType = (name: string): boolean => SPECIAL.has(name) || Object.hasOwn(SCALARS, name);

/** The kernel's special field of this name: `bpf_timer` and the like. */
export const specialType = (name: string): Composite | undefined => SPECIAL.get(name);

/** Names of all types that need no declaration. */
export const builtinTypeNames = (): readonly string[] => [...Object.keys(SCALARS), ...SPECIAL.keys()];

/** Tags of types, as the kernel's headers spell them: `*__kptr task_struct`. */
export const TYPE_TAGS: ReadonlyMap<string, string> = new Map(
  ['kptr', 'kptr_untrusted', 'percpu_kptr', 'uptr', 'user', 'percpu', 'rcu'].map((tag) => [`__${tag}`, tag]),
);

/** Tags of parameters, as the kernel's headers spell them: `args=*u64 __arg_nonnull`. */
export const DECL_TAGS: ReadonlyMap<string, string> = new Map(
  ['ctx', 'nonnull', 'nullable', 'trusted', 'untrusted', 'arena'].map((tag) => [`__arg_${tag}`, `arg:${tag}`]),
);
