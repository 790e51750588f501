/** Names that C takes: of several types with one name the later ones get a number. libbpf: btf_dump_resolve_name() */
import type { Btf } from './btf.ts';

export class NameTable {
  readonly #btf: Btf;
  readonly #resolved = new Map<number, string>();
  /** How often a name was given out: tags of structs and enums, and ordinary identifiers. */
  readonly #tags = new Map<string, number>();
  readonly #identifiers = new Map<string, number>();

  constructor(btf: Btf) {
    this.#btf = btf;
  }

  /** Name behind `struct`, `union`, `enum`. */
  type(id: number): string {
    return this.#resolve(id, this.#tags);
  }

  /** Name of a typedef. */
  identifier(id: number): string {
    return this.#resolve(id, this.#identifiers);
  }

  /** Enumerators share the names of typedefs. */
  enumerator(name: string): string {
    return numbered(name, this.#identifiers);
  }

  #resolve(id: number, given: Map<string, number>): string {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const type = this.#btf.type(id);
    const isForward = type?.kind === 'fwd' || (type?.kind === 'enum' && type.values.length === 0);
    const name = type?.name ?? '';
    const resolved = name === '' || isForward ? name : numbered(name, given);
    this.#resolved.set(id, resolved);
    return resolved;
  }
}

function numbered(name: string, given: Map<string, number>): string {
  const count = (given.get(name) ?? 0) + 1;
  given.set(name, count);
  return count > 1 ? `${name}___${count}` : name;
}
