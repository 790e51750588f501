/** The type of a program's context, for its prototype in BTF. */
import type { ContextField, ContextLayout } from '../abi/contexts.ts';
import { contextLayout } from '../abi/contexts.ts';
import { BPF_PROG_TYPE_KPROBE, BPF_PROG_TYPE_SYSCALL, BPF_PROG_TYPE_TRACEPOINT } from '../abi/program-types.ts';
import { sectionNames, sectionRule } from '../abi/sections.ts';
import type { CType } from './types.ts';
import { unsignedOfSize, VOID } from './types.ts';

/** Their contexts have no struct of a fixed name. */
const WITHOUT_STRUCT: ReadonlySet<number> = new Set([
  BPF_PROG_TYPE_KPROBE,
  BPF_PROG_TYPE_SYSCALL,
  BPF_PROG_TYPE_TRACEPOINT,
]);

const known = new Map<string, CType>();
/** The same for all sections; filled when first asked for. */
const byName = new Map<string, CType>();

/** What a program of a section is given: `struct xdp_md` and the like, or nothing that has a name. */
export function contextType(section: string): CType {
  const rule = sectionRule(section.replace(/^\?/, ''));
  if (rule === undefined || WITHOUT_STRUCT.has(rule.type)) return VOID;
  const layout = contextLayout(rule.type, rule.expectedAttachType);
  if (layout === undefined) return VOID;
  const type = known.get(layout.struct) ?? structOf(layout);
  known.set(layout.struct, type);
  return type;
}

/** The context struct of this name, as functions that are handed a context declare it: `__sk_buff`, `xdp_md`. */
export function contextTypeByName(name: string): CType | undefined {
  if (byName.size === 0) {
    for (const type of sectionNames().map(contextType)) if (type.kind === 'struct') byName.set(type.name, type);
  }
  return byName.get(name);
}

const structOf = ({ struct, size, fields }: ContextLayout): CType => ({
  kind: 'struct',
  name: struct,
  size,
  align: 8,
  members: fields.map((field) => ({ name: field.name, type: fieldType(field), bitOffset: field.offset * 8 })),
});

function fieldType({ size, count }: ContextField): CType {
  const element = unsignedOfSize(size);
  return count > 1 ? { kind: 'array', of: element, length: count } : element;
}
