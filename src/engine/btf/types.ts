/**
 * The types of BTF as data: what `struct btf_type` and what follows it say, one variant per kind.
 * kernel: include/uapi/linux/btf.h
 */
export const BTF_MAGIC = 0xeb9f;
export const BTF_VERSION = 1;
/** Bytes of `struct btf_header` up to `str_len`. */
export const BTF_HEADER_SIZE = 24;
export const BTF_MAX_TYPE = 0xfffff;
export const BTF_MAX_NAME_OFFSET = 0xffffff;

/** Kinds by number, as in `BTF_INFO_KIND`. */
export const BTF_KINDS = [
  'void',
  'int',
  'ptr',
  'array',
  'struct',
  'union',
  'enum',
  'fwd',
  'typedef',
  'volatile',
  'const',
  'restrict',
  'func',
  'func_proto',
  'var',
  'datasec',
  'float',
  'decl_tag',
  'type_tag',
  'enum64',
] as const;

export type BtfKind = (typeof BTF_KINDS)[number];

export const BTF_INT_SIGNED = 1;
export const BTF_INT_CHAR = 2;
export const BTF_INT_BOOL = 4;

export const BTF_FUNC_STATIC = 0;
export const BTF_FUNC_GLOBAL = 1;
export const BTF_FUNC_EXTERN = 2;

export const BTF_VAR_STATIC = 0;
export const BTF_VAR_GLOBAL_ALLOCATED = 1;
export const BTF_VAR_GLOBAL_EXTERN = 2;

/** What all kinds have; `name` is empty for anonymous types, `kflag` is bit 31 of `info`. */
interface Common {
  readonly id: number;
  readonly name: string;
  readonly kflag: boolean;
}

export interface BtfMember {
  readonly name: string;
  readonly type: number;
  readonly bitOffset: number;
  /** Bits of a bit-field; 0 for an ordinary member. */
  readonly bitfieldSize: number;
}

export interface BtfParam {
  readonly name: string;
  /** 0 with an empty name in last place: varargs. */
  readonly type: number;
}

export interface BtfSecVar {
  readonly type: number;
  readonly offset: number;
  readonly size: number;
}

export type BtfVoid = Common & { readonly kind: 'void' };
export type BtfInt = Common & {
  readonly kind: 'int';
  readonly size: number;
  readonly bits: number;
  readonly bitOffset: number;
  /** BTF_INT_SIGNED, BTF_INT_CHAR, BTF_INT_BOOL. */
  readonly encoding: number;
};
/** Kinds that refer to one type and say nothing else. */
export type BtfReference = Common & {
  readonly kind: 'ptr' | 'typedef' | 'volatile' | 'const' | 'restrict' | 'type_tag';
  readonly type: number;
};
export type BtfArray = Common & {
  readonly kind: 'array';
  readonly type: number;
  readonly indexType: number;
  readonly length: number;
};
export type BtfComposite = Common & {
  readonly kind: 'struct' | 'union';
  readonly size: number;
  readonly members: readonly BtfMember[];
};
/** Values are bigints because of enum64; an enum's fit 32 bits. */
export type BtfEnum = Common & {
  readonly kind: 'enum' | 'enum64';
  readonly size: number;
  readonly isSigned: boolean;
  readonly values: readonly { readonly name: string; readonly value: bigint }[];
};
export type BtfFwd = Common & { readonly kind: 'fwd'; readonly isUnion: boolean };
export type BtfFunc = Common & { readonly kind: 'func'; readonly type: number; readonly linkage: number };
export type BtfFuncProto = Common & {
  readonly kind: 'func_proto';
  readonly returns: number;
  readonly params: readonly BtfParam[];
};
export type BtfVar = Common & { readonly kind: 'var'; readonly type: number; readonly linkage: number };
export type BtfDatasec = Common & {
  readonly kind: 'datasec';
  readonly size: number;
  readonly vars: readonly BtfSecVar[];
};
export type BtfFloat = Common & { readonly kind: 'float'; readonly size: number };
/** `componentIndex` is -1 for the type itself, else the index of a member or parameter. */
export type BtfDeclTag = Common & { readonly kind: 'decl_tag'; readonly type: number; readonly componentIndex: number };

export type BtfType =
  | BtfVoid
  | BtfInt
  | BtfReference
  | BtfArray
  | BtfComposite
  | BtfEnum
  | BtfFwd
  | BtfFunc
  | BtfFuncProto
  | BtfVar
  | BtfDatasec
  | BtfFloat
  | BtfDeclTag;

/** kernel: btf.h btf_type_is_modifier(): the kinds that qualify a type, typedef included. */
export const isModifier = (kind: BtfKind): boolean =>
  kind === 'typedef' || kind === 'volatile' || kind === 'const' || kind === 'restrict' || kind === 'type_tag';

export const isComposite = (type: BtfType): type is BtfComposite => type.kind === 'struct' || type.kind === 'union';

/** kernel: btf.h btf_is_any_enum() */
export const isAnyEnum = (type: BtfType): type is BtfEnum => type.kind === 'enum' || type.kind === 'enum64';
