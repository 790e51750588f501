/** Types of a text as BTF: each once, each behind what it consists of. */
import { vmlinuxBtf } from '../abi/vmlinux.ts';
import type { BtfBuilder, ReferenceKind } from '../btf/build.ts';
import type { Composite, CType, Enumeration } from './types.ts';

/** The type of array indices, under the name that clang gives it. */
const INDEX: CType = { kind: 'int', name: '__ARRAY_SIZE_TYPE__', size: 4, encoding: 0 };

/** The declared type of a name, or undefined. */
export type TypeByName = (name: string) => CType | undefined;

export class BtfTypes {
  readonly builder: BtfBuilder;
  readonly #declared: TypeByName;
  readonly #ids = new Map<CType, number>();
  /** Types without a name of their own, by what they say: each once. */
  readonly #shapes = new Map<string, number>();
  /** Pointers that wait for the id of what they lead to: a struct may contain a pointer to itself. */
  readonly #waiting: { readonly id: number; readonly name: string }[] = [];
  readonly #names = new Map<string, number>();

  constructor(builder: BtfBuilder, declared: TypeByName) {
    this.builder = builder;
    this.#declared = declared;
  }

  /** The id of a type and, before it, of all that it consists of. */
  id(type: CType): number {
    if (type.kind === 'void') return 0;
    let id = this.#ids.get(type);
    if (id === undefined) {
      id = this.#add(type);
      this.#ids.set(type, id);
    }
    return id;
  }

  /** `TYPE[length]` */
  array(of: CType, length: number): number {
    const element = this.id(of);
    return this.#once(`array ${element} ${length}`, () => this.builder.array(element, this.id(INDEX), length));
  }

  /** Gives pointers to later declarations, and to types of the kernel, what they lead to. Nothing may be added after it. */
  finish(): void {
    for (let i = 0; i < this.#waiting.length; i++)
      this.builder.setTarget(this.#waiting[i].id, this.#named(this.#waiting[i].name));
    this.#waiting.length = 0;
  }

  #once(key: string, make: () => number): number {
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const id = make();
    this.#shapes.set(key, id);
    return id;
  }

  #add(type: Exclude<CType, { kind: 'void' }>): number {
    switch (type.kind) {
      case 'int':
        return this.#once(`int ${type.name}`, () => this.builder.int(type.name, type.size, type.encoding));
      case 'float':
        return this.#once(`float ${type.name}`, () => this.builder.float(type.name, type.size));
      case 'array':
        return this.array(type.of, type.length);
      case 'pointer':
        return this.#reference('ptr', type.to);
      case 'const':
      case 'volatile':
      case 'restrict':
        return this.#reference(type.kind, type.of);
      case 'type_tag':
      case 'typedef':
        return this.#reference(type.kind, type.of, type.name);
      case 'function':
        return this.#function(type);
      case 'enum':
        return this.#enum(type);
      case 'named':
        return this.#named(type.name);
      default:
        return this.#composite(type);
    }
  }

  #reference(kind: ReferenceKind, to: CType, name = ''): number {
    if (to.kind === 'named') {
      return this.#once(`${kind} ${name} ${to.name}`, () => {
        const id = this.builder.reference(kind, 0, name);
        this.#waiting.push({ id, name: to.name });
        return id;
      });
    }
    const target = this.id(to);
    return this.#once(`${kind} ${name} ${target}`, () => this.builder.reference(kind, target, name));
  }

  #function({ returns, params }: Extract<CType, { kind: 'function' }>): number {
    const result = this.id(returns);
    return this.builder.funcProto(
      result,
      params.map(({ name, type }) => ({ name, type: this.id(type) })),
    );
  }

  #enum({ name, size, isSigned, values }: Enumeration): number {
    return size === 8 ? this.builder.enum64(name, values, isSigned) : this.builder.enum(name, values, size, isSigned);
  }

  #composite({ kind, name, size, members, tags = [] }: Composite): number {
    const rows = members.map(({ name: member, type, bitOffset, bits = 0 }) => ({
      name: member,
      type: this.id(type),
      bitOffset,
      bitfieldSize: bits,
    }));
    const id = this.builder.struct(name, size, rows, kind);
    for (const tag of tags) this.builder.declTag(tag, id, -1);
    members.forEach((member, i) => {
      for (const tag of member.tags ?? []) this.builder.declTag(tag, id, i);
    });
    return id;
  }

  /** What the text declares under this name; else a struct or union of the kernel, of which the name is enough. */
  #named(name: string): number {
    const declared = this.#declared(name);
    if (declared !== undefined) return this.id(declared);
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const kernel = vmlinuxBtf();
    const kind = (['struct', 'union'] as const).find((one) => kernel.find(name, one) !== undefined);
    const id = kind === undefined ? this.builder.fwd(name) : this.builder.struct(name, 0, [], kind);
    this.#names.set(name, id);
    return id;
  }
}
