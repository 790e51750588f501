import type { Btf } from '../btf/btf.ts';
import type { BtfComposite, BtfType } from '../btf/types.ts';
import { CDeclarations } from './btf-c-declarations.ts';

/**
 * Types as a C header. Types are put in an order in which a C compiler takes them, with forward declarations where a
 * pointer is enough. libbpf: btf_dump__dump_type()
 */
export function btfAsC(btf: Btf, roots: readonly number[]): string {
  const dump = new CDump(btf);
  const ids = roots.length > 0 ? roots : Array.from({ length: btf.typeCount - 1 }, (_, i) => i + 1);
  for (const id of ids) dump.add(id);
  return HEAD + dump.text + TAIL;
}

const HEAD = `#ifndef __VMLINUX_H__
#define __VMLINUX_H__

#ifndef BPF_NO_PRESERVE_ACCESS_INDEX
#pragma clang attribute push (__attribute__((preserve_access_index)), apply_to = record)
#endif

`;
const TAIL = `#ifndef BPF_NO_PRESERVE_ACCESS_INDEX
#pragma clang attribute pop
#endif

#endif /* __VMLINUX_H__ */
`;

/** How a type hangs together with what refers to it: `strong` needs the definition before, `weak` a declaration. */
type Link = 'strong' | 'weak';

const BUILT_IN = '__builtin_va_list';

class CDump {
  text = '';
  private readonly btf: Btf;
  private readonly declarations: CDeclarations;
  private readonly referenced: ReadonlySet<number>;
  private readonly ordering = new Set<number>();
  private readonly ordered = new Set<number>([0]);
  private queue: number[] = [];
  private readonly emitting = new Set<number>();
  private readonly emitted = new Set<number>([0]);
  private readonly declared = new Set<number>();

  constructor(btf: Btf) {
    this.btf = btf;
    this.declarations = new CDeclarations(btf);
    this.referenced = referencedTypes(btf);
  }

  /** Prints a type with all that must come before it. */
  add(id: number): void {
    this.queue = [];
    this.order(id, false);
    for (const each of this.queue) this.emit(each, 0);
  }

  private print(declaration: string): void {
    this.text += `${declaration};\n\n`;
  }

  // ---- order

  private order(id: number, throughPointer: boolean): Link {
    if (this.ordered.has(id)) return 'strong';
    const type = this.btf.type(id);
    // A cycle that only a definition could break does not come from C.
    if (type === undefined || this.ordering.has(id)) return 'weak';
    switch (type.kind) {
      case 'ptr': {
        const link = this.order(type.type, true);
        this.ordered.add(id);
        return link;
      }
      case 'array':
        return this.order(type.type, false);
      case 'struct':
      case 'union':
        return this.orderComposite(type, throughPointer);
      case 'enum':
      case 'enum64':
      case 'fwd':
        if (type.name !== '' || !this.referenced.has(id)) this.queue.push(id);
        this.ordered.add(id);
        return 'strong';
      case 'typedef':
        if (this.order(type.type, throughPointer) === 'weak' && throughPointer) return 'weak';
        this.queue.push(id);
        this.ordered.add(id);
        return 'strong';
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
        return this.order(type.type, throughPointer);
      case 'func_proto': {
        const parts = [type.returns, ...type.params.map((param) => param.type)];
        const links = parts.map((part) => this.order(part, throughPointer));
        return links.includes('strong') ? 'strong' : 'weak';
      }
      default:
        this.ordered.add(id);
        return 'weak';
    }
  }

  private orderComposite(type: BtfComposite, throughPointer: boolean): Link {
    if (throughPointer && type.name !== '') return 'weak';
    this.ordering.add(type.id);
    for (const member of type.members) this.order(member.type, false);
    if (type.name !== '') this.queue.push(type.id);
    this.ordering.delete(type.id);
    this.ordered.add(type.id);
    return 'strong';
  }

  // ---- printing

  /** Prints a type, or what is needed to speak of it inside `container` (0: it is to be defined). */
  private emit(id: number, container: number): void {
    const type = this.btf.type(id);
    if (type === undefined || this.emitted.has(id)) return;
    if (this.emitting.has(id)) return this.emitInside(type, container);
    switch (type.kind) {
      case 'enum':
      case 'enum64':
        if (container === 0) this.print(this.declarations.enumDefinition(type, 0));
        this.emitted.add(id);
        return;
      case 'ptr':
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
      case 'array':
        return this.emit(type.type, container);
      case 'fwd':
        this.print(this.declarations.tag(type));
        this.emitted.add(id);
        return;
      case 'typedef':
        return this.emitTypedef(type, type.type);
      case 'struct':
      case 'union':
        return this.emitComposite(type, container);
      case 'func_proto':
        for (const part of [type.returns, ...type.params.map((param) => param.type)]) this.emit(part, container);
        return;
      default:
        return;
    }
  }

  /** A type that is being printed is spoken of. */
  private emitInside(type: BtfType, container: number): void {
    if (this.declared.has(type.id)) return;
    if (type.kind === 'typedef') this.printTypedef(type);
    else if (type.id === container || type.name === '') return;
    else this.print(this.declarations.tag(type));
    this.declared.add(type.id);
  }

  private emitTypedef(type: BtfType, target: number): void {
    this.emitting.add(type.id);
    this.emit(target, type.id);
    if (!this.declared.has(type.id)) this.printTypedef(type);
    this.emitting.delete(type.id);
    this.emitted.add(type.id);
  }

  private printTypedef(type: BtfType): void {
    if (type.kind === 'typedef' && type.name !== BUILT_IN) this.print(this.declarations.typedefDefinition(type));
  }

  private emitComposite(type: BtfComposite, container: number): void {
    const isDefined = container === 0;
    this.emitting.add(type.id);
    if (isDefined || type.name === '') {
      for (const member of type.members) this.emit(member.type, type.name === '' ? container : type.id);
    } else if (!this.declared.has(type.id) && type.id !== container) {
      this.print(this.declarations.tag(type));
      this.declared.add(type.id);
    }
    this.emitting.delete(type.id);
    if (!isDefined) return;
    this.print(this.declarations.compositeDefinition(type, 0));
    this.emitted.add(type.id);
  }
}

/** Types that some other type refers to: an anonymous enum that nobody does stands for itself. */
function referencedTypes(btf: Btf): ReadonlySet<number> {
  const referenced = new Set<number>();
  for (let id = 1; id < btf.typeCount; id++) {
    for (const target of targetsOf(btf.type(id))) referenced.add(target);
  }
  return referenced;
}

function targetsOf(type: BtfType | undefined): readonly number[] {
  if (type === undefined) return [];
  switch (type.kind) {
    case 'void':
    case 'int':
    case 'float':
    case 'enum':
    case 'enum64':
    case 'fwd':
      return [];
    case 'struct':
    case 'union':
      return type.members.map((member) => member.type);
    case 'array':
      return [type.type, type.indexType];
    case 'func_proto':
      return type.params.map((param) => param.type);
    case 'datasec':
      return type.vars.map((row) => row.type);
    default:
      return [type.type];
  }
}
