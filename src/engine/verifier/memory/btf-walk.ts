/** Finds what lies at an offset of a struct, following members by value. kernel: btf.c btf_struct_walk() and its users */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import type { Btf } from '../../btf/btf.ts';
import type { BtfComposite, BtfMember, BtfType } from '../../btf/types.ts';
import { isComposite } from '../../btf/types.ts';
import type { Verifier } from '../env.ts';
import * as layout from '../program/layout.ts';

/** What a walk ends with. kernel: enum bpf_struct_walk_result */
export type WalkResult =
  | { readonly is: 'scalar' }
  | { readonly is: 'pointer'; readonly typeId: number; readonly field: string }
  /** To something that is no struct. */
  | { readonly is: 'pointer_untrusted' }
  | { readonly is: 'struct'; readonly typeId: number }
  | { readonly is: 'error'; readonly errno: number };

export interface Walk {
  readonly result: WalkResult;
  /** PTR_UNTRUSTED behind unions; MEM_USER, MEM_PERCPU, MEM_RCU by the pointer's tag. */
  readonly flags: number;
}

const SCALAR: WalkResult = { is: 'scalar' };
const UNTRUSTED: WalkResult = { is: 'pointer_untrusted' };

const TAG_FLAGS: Readonly<Record<string, number>> = {
  user: layout.MEM_USER,
  percpu: layout.MEM_PERCPU,
  rcu: layout.MEM_RCU,
};

/** An access to look for. */
interface Target {
  readonly off: number;
  readonly size: number;
}

/** Element type and bytes of a member; arrays of arrays count as one. kernel: btf.c __btf_resolve_size() */
interface Extent {
  readonly type: BtfType;
  readonly typeId: number;
  /** Bytes of one element. */
  readonly size: number;
  readonly count: number;
}

function extentOf(btf: Btf, typeId: number): Extent | undefined {
  let count = 1;
  let id = skipIds(btf, typeId);
  let type = btf.type(id);
  while (type?.kind === 'array') {
    count *= type.length;
    id = skipIds(btf, type.type);
    type = btf.type(id);
  }
  const size = btf.sizeOf(id);
  return type === undefined || size === undefined ? undefined : { type, typeId: id, size, count };
}

/** The id behind typedefs, qualifiers and tags. kernel: btf.c btf_type_skip_modifiers() */
export function skipIds(btf: Btf, typeId: number): number {
  return btf.skipModifiers(typeId)?.id ?? 0;
}

/** kernel: btf.c __btf_name_by_offset() */
const shownName = (name: string): string => (name === '' ? '(anon)' : name);

/** One walk through structs by value, down to the first member that answers. */
class Walker {
  flags: number;
  readonly #v: Verifier;
  readonly #btf: Btf;

  constructor(v: Verifier, btf: Btf, flags: number) {
    this.#v = v;
    this.#btf = btf;
    this.flags = flags;
  }

  #fail(errno: number, message: string): WalkResult {
    this.#v.verbose(`${message}\n`);
    return { is: 'error', errno: -errno };
  }

  walk(typeId: number, off: number, size: number): WalkResult {
    const type = this.#btf.skipModifiers(typeId);
    if (type === undefined || !isComposite(type))
      return this.#fail(EINVAL, `Type '${shownName(type?.name ?? '')}' is not a struct`);
    if (type.kind === 'union' && type.members.length !== 1) this.flags |= layout.PTR_UNTRUSTED;
    if (off + size > type.size) return this.#walkFlexible(type, { off, size });
    for (const member of type.members) {
      const start = Math.floor(member.bitOffset / 8);
      if (off + size <= start) break;
      if (member.bitfieldSize !== 0) {
        const end = Math.ceil((member.bitOffset + member.bitfieldSize) / 8);
        if (off <= start && end <= off + size) return SCALAR;
        continue;
      }
      if (off < start) break;
      const found = this.#walkMember(type, member, start, { off, size });
      if (found !== undefined) return found;
    }
    return this.#fail(EINVAL, `struct ${shownName(type.name)} doesn't have field at offset ${off}`);
  }

  /** Beyond the struct there may be elements of a flexible array. */
  #walkFlexible(type: BtfComposite, { off, size }: Target): WalkResult {
    const beyond = `access beyond struct ${shownName(type.name)} at off ${off} size ${size}`;
    const last = type.members.at(-1);
    const array = last === undefined ? undefined : this.#btf.skipModifiers(last.type);
    const start = (last?.bitOffset ?? 0) / 8;
    if (array?.kind !== 'array' || array.length !== 0 || off < start) return this.#fail(EACCES, beyond);
    const element = this.#btf.skipModifiers(array.type);
    if (element?.kind === 'int') return SCALAR;
    if (element === undefined || !isComposite(element) || element.size === 0) return this.#fail(EACCES, beyond);
    return this.walk(element.id, (off - start) % element.size, size);
  }

  /** Undefined if the access lies behind the member. */
  #walkMember(type: BtfComposite, member: BtfMember, start: number, { off, size }: Target): WalkResult | undefined {
    const extent = extentOf(this.#btf, member.type);
    if (extent === undefined) return this.#fail(EINVAL, `field ${shownName(member.name)} doesn't have size`);
    const end = start + extent.size * extent.count;
    if (off >= end) return undefined;
    const element = start + Math.floor((off - start) / extent.size) * extent.size;
    if (isComposite(extent.type)) {
      if (off === element) return { is: 'struct', typeId: extent.typeId };
      return this.walk(extent.typeId, off - element, size);
    }
    if (extent.type.kind === 'ptr') return this.#walkPointer(type, member, element, extent, { off, size });
    if (off + size <= end || (this.flags & layout.PTR_UNTRUSTED) !== 0) return SCALAR;
    const where = `member ${shownName(member.name)} (mend:${end}) in struct ${shownName(type.name)} with off ${off} size ${size}`;
    return this.#fail(EACCES, `access beyond the end of ${where}`);
  }

  #walkPointer(
    type: BtfComposite,
    member: BtfMember,
    start: number,
    extent: Extent,
    { off, size }: Target,
  ): WalkResult {
    if (extent.size !== size || off !== start) {
      const where = `${shownName(member.name)} with moff ${start} in struct ${shownName(type.name)} with off ${off} size ${size}`;
      return this.#fail(EACCES, `cannot access ptr member ${where}`);
    }
    const target = extent.type.kind === 'ptr' ? extent.type.type : 0;
    const typeId = skipIds(this.#btf, target);
    const pointee = this.#btf.type(typeId);
    if (pointee === undefined || !isComposite(pointee)) return UNTRUSTED;
    const tag = this.#btf.type(target);
    if (tag?.kind === 'type_tag' && !tag.kflag) this.flags |= TAG_FLAGS[tag.name] ?? 0;
    return { is: 'pointer', typeId, field: member.name };
  }
}

/** kernel: btf.c btf_struct_walk() */
function btfStructWalk(v: Verifier, btf: Btf, typeId: number, off: number, size: number, flags = 0): Walk {
  const walker = new Walker(v, btf, flags);
  const result = walker.walk(typeId, off, size);
  return { result, flags: walker.flags };
}

/** Walks on into structs until something else is found. kernel: btf.c btf_struct_access(), its loop */
export function btfStructDive(v: Verifier, btf: Btf, typeId: number, off: number, size: number): Walk {
  let walk = btfStructWalk(v, btf, typeId, off, size);
  while (walk.result.is === 'struct') walk = btfStructWalk(v, btf, walk.result.typeId, 0, size, walk.flags);
  return walk;
}

/**
 * True if a pointer to `off` in a type may stand for a pointer to the needed type: the types are the same, or (unless
 * `strict`) a struct of the needed type begins there. kernel: btf.c btf_struct_ids_match()
 */
export function btfStructIdsMatch(
  v: Verifier,
  btf: Btf,
  typeId: number,
  off: number,
  needBtf: Btf,
  needTypeId: number,
  strict: boolean,
): boolean {
  if (off === 0 && btf === needBtf && typeId === needTypeId) return true;
  if (strict) return false;
  let { result } = btfStructWalk(v, btf, typeId, off, 1);
  while (result.is === 'struct') {
    if (btf === needBtf && result.typeId === needTypeId) return true;
    result = btfStructWalk(v, btf, result.typeId, 0, 1).result;
  }
  return false;
}

/** True if a shadow struct lists the field as one that passes its parent's trust on. kernel: btf.c btf_nested_type_is_trusted() */
export function btfNestedTypeIsTrusted(
  btf: Btf,
  typeId: number,
  field: string,
  fieldTypeId: number,
  suffix: string,
): boolean {
  const type = btf.type(typeId);
  if (type === undefined) return false;
  const shadow = btf.composite(btf.find(`${type.name}${suffix}`, type.kind) ?? 0);
  const member = shadow?.members.find(({ name }) => name === field);
  const pointer = member === undefined ? undefined : btf.type(member.type);
  return pointer?.kind === 'ptr' && skipIds(btf, pointer.type) === fieldTypeId;
}
