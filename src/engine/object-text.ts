import { assemble } from './asm/assemble.ts';
import { disassemble } from './asm/disassemble.ts';
import { INSN_SIZE } from './isa/insn.ts';
import type { CollectionSpec, FunctionSpec } from './program/spec.ts';

/**
 * An object file as assembly text, and its blueprint with the lines of that text: what is shown is what is stepped
 * through. Lines are missing only where the text does not assemble to the same number of slots.
 */
export function withText(spec: CollectionSpec, fileName: string): { spec: CollectionSpec; text: string } {
  const text = disassemble(spec);
  const again = assemble(text, fileName);
  if (!again.ok) return { spec, text };
  const { programs, functions } = again.value.spec;
  const lines = new Map([...functions, ...programs].map((fn) => [keyOf(fn), fn.sourceLines]));
  const withLines = <F extends FunctionSpec>(fn: F): F => {
    const sourceLines = lines.get(keyOf(fn));
    return sourceLines?.length === fn.insns.length / INSN_SIZE ? { ...fn, sourceLines } : fn;
  };
  return { spec: { ...spec, programs: spec.programs.map(withLines), functions: spec.functions.map(withLines) }, text };
}

const keyOf = (fn: FunctionSpec): string => `${fn.section} ${fn.name}`;
