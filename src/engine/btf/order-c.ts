/**
 * In which order types must be defined so that a C compiler takes them: what is embedded comes first, what is only
 * pointed to may come later. libbpf: btf_dump_order_type()
 */
import type { Btf } from './btf.ts';
import type { BtfReference, BtfType } from './types.ts';

/** Ids of definitions in order: every type of the blob, or those that `roots` need. */
export function definitionOrder(btf: Btf, roots: readonly number[]): readonly number[] {
  const order = new Order(btf);
  for (const id of roots) order.visit(id, false);
  return order.queue;
}

class Order {
  readonly queue: number[] = [];
  readonly #btf: Btf;
  readonly #done: Uint8Array;
  readonly #referenced: ReadonlySet<number>;

  constructor(btf: Btf) {
    this.#btf = btf;
    this.#done = new Uint8Array(btf.typeCount);
    this.#done[0] = DONE;
    this.#referenced = referencedTypes(btf);
  }

  /** True if the type is a strong link: a definition that must stand before whoever refers to it. */
  visit(id: number, throughPointer: boolean): boolean {
    const type = this.#btf.type(id);
    if (type === undefined || this.#done[id] === DONE) return type !== undefined;
    // A cycle is only possible through pointers; BTF that says otherwise is printed as it comes.
    if (this.#done[id] === UNDER_WAY) return false;
    switch (type.kind) {
      case 'ptr':
        return this.#finish(id, this.visit(type.type, true));
      case 'array':
        return this.visit(type.type, false);
      case 'struct':
      case 'union':
        return this.#composite(type, throughPointer);
      case 'enum':
      case 'enum64':
      case 'fwd':
        if (type.name !== '' || !this.#referenced.has(id)) this.queue.push(id);
        return this.#finish(id, true);
      case 'typedef':
        return this.#typedef(type, throughPointer);
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
        return this.visit(type.type, throughPointer);
      case 'func_proto':
        return this.#proto(type, throughPointer);
      default:
        return this.#finish(id, false);
    }
  }

  #finish(id: number, isStrong: boolean): boolean {
    this.#done[id] = DONE;
    return isStrong;
  }

  #composite(type: BtfType & { kind: 'struct' | 'union' }, throughPointer: boolean): boolean {
    if (throughPointer && type.name !== '') return false;
    this.#done[type.id] = UNDER_WAY;
    for (const member of type.members) this.visit(member.type, false);
    if (type.name !== '') this.queue.push(type.id);
    return this.#finish(type.id, true);
  }

  #typedef(type: BtfReference, throughPointer: boolean): boolean {
    const isStrong = this.visit(type.type, throughPointer);
    if (throughPointer && !isStrong) return false;
    this.queue.push(type.id);
    return this.#finish(type.id, true);
  }

  #proto(type: BtfType & { kind: 'func_proto' }, throughPointer: boolean): boolean {
    let isStrong = this.visit(type.returns, throughPointer);
    for (const param of type.params) isStrong = this.visit(param.type, throughPointer) || isStrong;
    return isStrong;
  }
}

const UNDER_WAY = 1;
const DONE = 2;

/** Types that another one refers to; anonymous enums among them are printed where they are used. */
function referencedTypes(btf: Btf): ReadonlySet<number> {
  const referenced = new Set<number>();
  for (let id = 1; id < btf.typeCount; id++) for (const target of targetsOf(btf.type(id))) referenced.add(target);
  return referenced;
}

function targetsOf(type: BtfType | undefined): readonly number[] {
  switch (type?.kind) {
    case 'array':
      return [type.indexType, type.type];
    case 'struct':
    case 'union':
      return type.members.map((member) => member.type);
    case 'func_proto':
      return type.params.map((param) => param.type);
    case 'datasec':
      return type.vars.map((row) => row.type);
    default:
      return type !== undefined && 'type' in type ? [type.type] : [];
  }
}
