/**
 * A program made whole: the functions it calls appended behind it, references resolved, types and lines of the parts
 * joined. libbpf: bpf_object__relocate()
 */
import { viewOf } from '../../lib/bytes.ts';
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { ENOENT } from '../abi/errno.ts';
import type { Btf } from '../btf/btf.ts';
import { LIBBPF_ERRNO_RELOC } from '../elf/open-error.ts';
import {
  BPF_PSEUDO_BTF_ID,
  BPF_PSEUDO_CALL,
  BPF_PSEUDO_FUNC,
  BPF_PSEUDO_KFUNC_CALL,
  BPF_PSEUDO_MAP_FD,
  BPF_PSEUDO_MAP_VALUE,
  LD_IMM64,
} from '../isa/constants.ts';
import { INSN_SIZE } from '../isa/insn.ts';
import type { FuncInfo } from '../program/load.ts';
import type { FunctionSpec, LineInfo, ProgramSpec, Reference } from '../program/spec.ts';

/** Why a program did not get as far as the kernel. */
export interface ObjectFailure {
  readonly errno: number;
  readonly messages: readonly string[];
  /** True if the object failed as a whole, before libbpf came to the program. */
  readonly isWhole?: boolean;
}

/** A failure half-way: `insnCount` slots had been put together. */
export type PartialFailure = ObjectFailure & { readonly insnCount: number };

/** What references by name stand for. */
export interface Resolver {
  /** Index of a map. */
  map(name: string): number | undefined;
  /** The kernel's BTF id of a function or variable from `.ksyms`. */
  ksym(name: string, isFunc: boolean): number | undefined;
  /** Lower half of the address of a symbol without type, 0 if the kernel does not have it; undefined if it has a type. */
  address(name: string): number | undefined;
}

export interface WholeProgram {
  readonly insns: Uint8Array;
  readonly funcInfo: readonly FuncInfo[];
  readonly lineInfo: readonly LineInfo[];
  readonly parts: readonly Part[];
  /** Slots that load a map by a number of their own. */
  readonly strayMapFds: ReadonlySet<number>;
}

const CALL = 0x85;

/** A function at its place in the whole. */
export interface Part {
  readonly fn: FunctionSpec;
  /** First instruction in the whole. */
  readonly start: number;
}

/** Relocates `program`, taking what it calls from `functions`, and the function that its tag in `btf` names for exceptions. */
export function relocate(
  program: ProgramSpec,
  functions: readonly FunctionSpec[],
  resolver: Resolver,
  btf?: Btf,
): Result<WholeProgram, PartialFailure> {
  const parts = new PartList(program, functions);
  const failure = parts.collect(parts.main) ?? parts.append(btf === undefined ? [] : exceptionCallbacks(btf, program));
  if (failure !== undefined) return err({ ...failure, insnCount: parts.end });
  const insns = parts.join();
  const view = viewOf(insns);
  const strayMapFds = new Set(mapLoads(insns));
  for (const { fn, start } of parts.list)
    for (const reference of fn.references) {
      const problem = resolve(view, start + reference.insn, reference, resolver);
      strayMapFds.delete(start + reference.insn);
      if (problem !== undefined)
        return err({
          errno: LIBBPF_ERRNO_RELOC,
          messages: [`prog '${program.name}': ${problem}`],
          insnCount: parts.end,
        });
    }
  return ok({ insns, funcInfo: parts.funcInfo(), lineInfo: parts.lineInfo(), parts: parts.list, strayMapFds });
}

/** Slots that load a map by its file descriptor. */
export function* mapLoads(insns: Uint8Array): Generator<number> {
  const view = viewOf(insns);
  for (let at = 0; at < view.byteLength; at += INSN_SIZE) {
    if (view.getUint8(at) !== LD_IMM64) continue;
    const source = view.getUint8(at + 1) >> 4;
    if (source === BPF_PSEUDO_MAP_FD || source === BPF_PSEUDO_MAP_VALUE) yield at / INSN_SIZE;
    at += INSN_SIZE;
  }
}

const EXCEPTION_TAG = 'exception_callback:';

/** Names that tags of a main function give for exceptions. libbpf: bpf_prog_assign_exc_cb() */
function exceptionCallbacks(btf: Btf, { name }: ProgramSpec): readonly string[] {
  const names: string[] = [];
  for (let id = 1; id < btf.typeCount; id++) {
    const tag = btf.kind(id) === 'decl_tag' ? btf.type(id) : undefined;
    if (tag?.kind !== 'decl_tag' || tag.componentIndex !== -1 || !tag.name.startsWith(EXCEPTION_TAG)) continue;
    if (btf.name(tag.type) === name) names.push(tag.name.slice(EXCEPTION_TAG.length));
  }
  return names;
}

/** Which functions a program consists of, in libbpf's order: depth first, each where it is first called. */
class PartList {
  readonly main: Part;
  readonly list: Part[];
  readonly #functions: ReadonlyMap<string, FunctionSpec>;
  readonly #calls: { readonly at: number; readonly callee: Part }[] = [];
  end: number;

  constructor(program: ProgramSpec, functions: readonly FunctionSpec[]) {
    this.main = { fn: program, start: 0 };
    this.list = [this.main];
    this.#functions = new Map(functions.map((fn) => [fn.name, fn]));
    this.end = slotCount(program);
  }

  /** Appends what `part` calls. libbpf: bpf_object__reloc_code() */
  collect(part: Part): ObjectFailure | undefined {
    const missing = this.#missingInfo(part.fn);
    if (missing !== undefined) return missing;
    const references = new Map(part.fn.references.map((reference) => [reference.insn, reference]));
    for (const insn of functionUses(part.fn)) {
      const reference = references.get(insn);
      if (reference?.kind === 'ksym') continue;
      const failure = this.#use(part, insn, reference);
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  /** Appends the function of that one name if it is not there yet; about several or none the kernel complains. */
  append(names: readonly string[]): ObjectFailure | undefined {
    const fn = names.length === 1 ? this.#functions.get(names[0]) : undefined;
    return fn === undefined || this.list.some((known) => known.fn === fn) ? undefined : this.#take(fn).failure;
  }

  #take(fn: FunctionSpec): { readonly callee: Part; readonly failure: ObjectFailure | undefined } {
    const callee = { fn, start: this.end };
    this.end += slotCount(fn);
    this.list.push(callee);
    return { callee, failure: this.collect(callee) };
  }

  #use(part: Part, insn: number, reference: Reference | undefined): ObjectFailure | undefined {
    const isFunction = reference?.kind === 'call' || reference?.kind === 'func';
    const fn = isFunction ? this.#functions.get(reference.target) : undefined;
    if (fn === undefined) return this.#fail(LIBBPF_ERRNO_RELOC, 'no .text section found yet sub-program call exists');
    let callee = this.list.find((known) => known.fn === fn);
    if (callee === undefined) {
      const taken = this.#take(fn);
      if (taken.failure !== undefined) return taken.failure;
      callee = taken.callee;
    }
    this.#calls.push({ at: part.start + insn, callee });
    return undefined;
  }

  /** If the main program has type or line information, all its parts must. libbpf: reloc_prog_func_and_line_info() */
  #missingInfo(fn: FunctionSpec): ObjectFailure | undefined {
    const main = this.main.fn;
    if (main.btfFuncId !== 0 && fn.btfFuncId === 0) return this.#fail(ENOENT, 'missing .BTF.ext function info.');
    if (main.lines.length > 0 && fn.lines.length === 0) return this.#fail(ENOENT, 'missing .BTF.ext line info.');
    return undefined;
  }

  #fail(errno: number, text: string): ObjectFailure {
    return { errno, messages: [`prog '${this.main.fn.name}': ${text}`] };
  }

  /** The code of all parts with calls pointing to their places. */
  join(): Uint8Array {
    const insns = new Uint8Array(this.end * INSN_SIZE);
    for (const { fn, start } of this.list) insns.set(fn.insns, start * INSN_SIZE);
    const view = viewOf(insns);
    for (const { at, callee } of this.#calls) view.setInt32(at * INSN_SIZE + 4, callee.start - at - 1, true);
    return insns;
  }

  funcInfo(): readonly FuncInfo[] {
    if (this.main.fn.btfFuncId === 0) return [];
    return this.list.map(({ fn, start }) => ({ insn: start, typeId: fn.btfFuncId }));
  }

  lineInfo(): readonly LineInfo[] {
    if (this.main.fn.lines.length === 0) return [];
    return this.list.flatMap(({ fn, start }) => fn.lines.map((line) => ({ ...line, insn: start + line.insn })));
  }
}

const slotCount = (fn: FunctionSpec): number => Math.floor(fn.insns.length / INSN_SIZE);

/** Slots of calls of subprograms and of loads of their addresses. */
function* functionUses(fn: FunctionSpec): Generator<number> {
  const view = viewOf(fn.insns);
  const addresses = new Set(fn.references.filter(({ kind }) => kind === 'func').map(({ insn }) => insn));
  for (let insn = 0; insn < slotCount(fn); insn++) {
    const opcode = view.getUint8(insn * INSN_SIZE);
    const registers = view.getUint8(insn * INSN_SIZE + 1);
    if (opcode === CALL && registers === BPF_PSEUDO_CALL << 4 && view.getInt16(insn * INSN_SIZE + 2, true) === 0)
      yield insn;
    else if (opcode === LD_IMM64 && (registers >> 4 === BPF_PSEUDO_FUNC || addresses.has(insn))) yield insn;
  }
}

/** Writes what a reference stands for into its instruction. libbpf: bpf_object__relocate_data() */
function resolve(view: DataView, insn: number, reference: Reference, resolver: Resolver): string | undefined {
  const at = insn * INSN_SIZE;
  const isWide = view.getUint8(at) === LD_IMM64;
  if (isWide && at + 2 * INSN_SIZE > view.byteLength) return `insn #${insn} (LDIMM64) is truncated`;
  switch (reference.kind) {
    case 'call':
      return undefined;
    case 'func':
      setSource(view, at, BPF_PSEUDO_FUNC);
      return undefined;
    case 'map':
      return setMap(view, at, BPF_PSEUDO_MAP_FD, resolver.map(reference.target), reference.target);
    case 'map_value':
      view.setInt32(at + INSN_SIZE + 4, reference.offset, true);
      return setMap(view, at, BPF_PSEUDO_MAP_VALUE, resolver.map(reference.target), reference.target);
    case 'kconfig':
      view.setInt32(at + INSN_SIZE + 4, reference.offset, true);
      return setMap(view, at, BPF_PSEUDO_MAP_VALUE, resolver.map('.kconfig'), '.kconfig');
    case 'ksym':
      return setKsymOf(view, at, isWide, resolver, reference);
    default:
      return reference satisfies never;
  }
}

function setSource(view: DataView, at: number, source: number): void {
  view.setUint8(at + 1, (view.getUint8(at + 1) & 0xf) | (source << 4));
}

function setMap(
  view: DataView,
  at: number,
  source: number,
  index: number | undefined,
  name: string,
): string | undefined {
  if (index === undefined) return `map '${name}' not found`;
  setSource(view, at, source);
  view.setInt32(at + 4, index, true);
  return undefined;
}

function setKsymOf(
  view: DataView,
  at: number,
  isWide: boolean,
  resolver: Resolver,
  { target, isFunc }: Extract<Reference, { kind: 'ksym' }>,
): undefined {
  const address = isFunc ? undefined : resolver.address(target);
  if (address === undefined) return setKsym(view, at, isWide, resolver.ksym(target, isFunc));
  view.setInt32(at + 4, address | 0, true);
  view.setInt32(at + INSN_SIZE + 4, address === 0 ? 0 : -1, true);
}

/** A weak symbol that the kernel does not have reads as address 0; a call of it must be dead code. */
function setKsym(view: DataView, at: number, isWide: boolean, id: number | undefined): undefined {
  if (!isWide) {
    setSource(view, at, BPF_PSEUDO_KFUNC_CALL);
    view.setInt16(at + 2, 0, true);
  } else {
    if (id !== undefined) setSource(view, at, BPF_PSEUDO_BTF_ID);
    view.setInt32(at + INSN_SIZE + 4, 0, true);
  }
  view.setInt32(at + 4, id ?? 0, true);
}
