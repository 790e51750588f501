/**
 * Declarations of what a text uses of the kernel: functions that it calls and variables whose addresses it loads, as
 * `extern … __ksym` gives in C. Prototypes come from the kernel's own types, since libbpf compares them.
 */
import { vmlinuxBtf } from '../abi/vmlinux.ts';
import type { Btf } from '../btf/btf.ts';
import type { BtfBuilder } from '../btf/build.ts';
import type { BtfFuncProto, BtfSecVar } from '../btf/types.ts';
import { BTF_FUNC_EXTERN, BTF_VAR_GLOBAL_EXTERN } from '../btf/types.ts';
import type { BtfTypes } from './btf-types.ts';
import type { Declarations, ExternDeclaration } from './declarations.ts';
import type { ObjectBuilder, SymbolEntry } from './object.ts';
import { isDefined, R_BPF_64_32 } from './object.ts';
import type { CType } from './types.ts';
import { INT, sizeOfType, U32, VOID } from './types.ts';

/** Adds `.ksyms` and `.kconfig` with all externs that relocations name; nothing if there are none. */
export function addExterns(types: BtfTypes, object: ObjectBuilder, { externs }: Declarations): void {
  const isFunction = new Map<SymbolEntry, boolean>();
  for (const { target, type } of object.relocations)
    if ('binding' in target && target.isExtern && !isDefined(target)) isFunction.set(target, type === R_BPF_64_32);
  const kernel = new KernelTypes(vmlinuxBtf(), types);
  const rows: Record<ExternDeclaration['section'], BtfSecVar[]> = { '.ksyms': [], '.kconfig': [] };
  for (const [{ name }, isCalled] of isFunction) {
    const declared = externs.get(name);
    const type = isCalled ? kernel.func(name) : kernel.variable(name, declared?.type);
    const size = declared?.section === '.kconfig' ? sizeOfType(declared.type) : 0;
    rows[declared?.section ?? '.ksyms'].push({ type, offset: 0, size });
  }
  for (const [section, vars] of Object.entries(rows)) if (vars.length > 0) types.builder.datasec(section, 0, vars);
}

/** Copies types of the kernel as far as libbpf looks: structs by name only. libbpf: bpf_core_types_are_compat() */
class KernelTypes {
  readonly #kernel: Btf;
  readonly #types: BtfTypes;
  readonly #builder: BtfBuilder;
  readonly #copies = new Map<number, number>([[0, 0]]);

  constructor(kernel: Btf, types: BtfTypes) {
    this.#kernel = kernel;
    this.#types = types;
    this.#builder = types.builder;
  }

  /** `extern` function; one that the kernel does not have gets the type `int (void)`. */
  func(name: string): number {
    const proto = this.#kernel.proto(this.#kernel.find(name, 'func') ?? 0);
    const type = proto === undefined ? this.#builder.funcProto(this.#types.id(INT), []) : this.#proto(proto);
    return this.#builder.func(name, type, BTF_FUNC_EXTERN);
  }

  /** `extern const void NAME`, or of the type that the text gives it. */
  variable(name: string, type: CType = { kind: 'const', of: VOID }): number {
    return this.#builder.variable(name, this.#types.id(type), BTF_VAR_GLOBAL_EXTERN);
  }

  #proto({ returns, params }: BtfFuncProto): number {
    const result = this.#copy(returns);
    const copies = params.map((param) => ({ name: param.name, type: this.#copy(param.type) }));
    return this.#builder.funcProto(result, copies);
  }

  #copy(id: number): number {
    const known = this.#copies.get(id);
    if (known !== undefined) return known;
    const copy = this.#add(id);
    this.#copies.set(id, copy);
    return copy;
  }

  #add(id: number): number {
    const type = this.#kernel.skipModifiers(id);
    switch (type?.kind) {
      case 'ptr':
        return this.#builder.pointer(this.#copy(type.type));
      case 'int':
        return this.#builder.int(type.name, type.size, type.encoding);
      case 'enum':
      case 'enum64':
        return this.#builder.enum(type.name, []);
      case 'struct':
      case 'union':
        return this.#builder.struct(type.name, 0, [], type.kind);
      case 'fwd':
        return this.#builder.fwd(type.name, type.isUnion);
      case 'array':
        return this.#builder.array(this.#copy(type.type), this.#types.id(U32), type.length);
      case 'func_proto':
        return this.#proto(type);
      default:
        return 0;
    }
  }
}
