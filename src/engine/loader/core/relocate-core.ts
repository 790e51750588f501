/**
 * "Compile once, run everywhere": numbers in instructions that depend on the kernel's types, made those of the kernel that
 * the object is loaded into. libbpf: bpf_object__relocate_core()
 */
import { viewOf } from '../../../lib/bytes.ts';
import type { Result } from '../../../lib/result.ts';
import { err, ok } from '../../../lib/result.ts';
import { CORE_RELOCATIONS } from '../../abi/core-relocations.ts';
import { EINVAL, EOPNOTSUPP, ESRCH } from '../../abi/errno.ts';
import type { Btf } from '../../btf/btf.ts';
import type { KernelTypes } from '../../btf/fields.ts';
import type { BtfType } from '../../btf/types.ts';
import { isAnyEnum, isComposite } from '../../btf/types.ts';
import { LD_IMM64 } from '../../isa/constants.ts';
import { INSN_SIZE } from '../../isa/insn.ts';
import type { CoreRelo, FunctionSpec, ProgramSpec } from '../../program/spec.ts';
import type { ObjectFailure, Part } from '../relocate.ts';
import type { Access } from './access.ts';
import { accessText, isTypeKind, matchAccess, parseAccess } from './access.ts';
import { areKindsCompatible, essentialName, reachesFunction } from './compat.ts';
import { patchInsn } from './patch.ts';
import type { Patch } from './value.ts';
import { localIdPatch, patchFor } from './value.ts';

const LOCAL_TYPE_ID = CORE_RELOCATIONS.indexOf('local_type_id');
const TYPE_MATCHES = CORE_RELOCATIONS.indexOf('type_matches');

/** A program and the functions it may call with the kernel's numbers, and what libbpf prints meanwhile. */
export interface CoreRelocated {
  readonly program: ProgramSpec;
  readonly functions: readonly FunctionSpec[];
  readonly warnings: readonly string[];
}

/** Relocates what is loaded for a program of an object whose types are `local`; the failure is that of the whole object. */
export function relocateCore(
  program: ProgramSpec,
  functions: readonly FunctionSpec[],
  local: Btf | undefined,
  kernel: KernelTypes | undefined,
): Result<CoreRelocated, ObjectFailure> {
  if (local === undefined) return ok({ program, functions, warnings: [] });
  const relocator = new Relocator(local, kernel);
  const relocated: FunctionSpec[] = [];
  for (const fn of functions) {
    const code = relocator.relocate(fn);
    if (!code.ok) return failure(code.error, relocator.warnings);
    relocated.push(code.value === fn.insns ? fn : { ...fn, insns: code.value });
  }
  const code = relocator.relocate(program);
  if (!code.ok) return failure(code.error, relocator.warnings);
  return ok({ program: { ...program, insns: code.value }, functions: relocated, warnings: relocator.warnings });
}

const failure = (errno: number, warnings: readonly string[]): Result<never, ObjectFailure> =>
  err({ errno, messages: [...warnings, `failed to perform CO-RE relocations: ${-errno}`], isWhole: true });

/** What each relocated instruction of a whole program asks for, for the log of one that reaches a missing field. */
export function coreAccessTexts(parts: readonly Part[], local: Btf | undefined): ReadonlyMap<number, string> {
  const texts = parts.flatMap(({ fn, start }) =>
    fn.coreRelos.flatMap(({ insn, typeId, accessStrOff, kind }): [number, string][] => {
      const access = local && parseAccess(local, typeId, local.string(accessStrOff), kind);
      return access?.ok ? [[start + insn, accessText(access.value)]] : [];
    }),
  );
  return new Map(texts);
}

class Relocator {
  readonly warnings: string[] = [];
  readonly #local: Btf;
  readonly #kernel: KernelTypes | undefined;
  /** Types of the kernel that may be meant by a local one; those that do not fit are dropped as relocations are resolved. */
  readonly #candidates = new Map<number, readonly number[]>();

  constructor(local: Btf, kernel: KernelTypes | undefined) {
    this.#local = local;
    this.#kernel = kernel;
  }

  /** The code of a function with its numbers changed; a positive errno with its reason in `warnings`. */
  relocate(fn: FunctionSpec): Result<Uint8Array, number> {
    if (fn.coreRelos.length === 0) return ok(fn.insns);
    const insns = fn.insns.slice();
    const code = viewOf(insns);
    for (const [i, relocation] of fn.coreRelos.entries()) {
      const where = `prog '${fn.name}': relo #${relocation.number ?? i}: `;
      const problem = this.#apply(code, relocation, where);
      if (problem !== undefined) return err(problem);
    }
    return ok(insns);
  }

  #warn(text: string): void {
    this.warnings.push(text);
  }

  #apply(code: DataView, relocation: CoreRelo, where: string): number | undefined {
    const { insn } = relocation;
    const isWide = code.getUint8(insn * INSN_SIZE) === LD_IMM64;
    if (isWide && (insn + 2) * INSN_SIZE > code.byteLength) {
      this.#warn(`${where}insn #${insn} (LDIMM64) is truncated`);
      return EINVAL;
    }
    const patch = this.#resolve(relocation, where);
    if (!patch.ok) {
      this.#warn(`${where}failed to relocate: ${-patch.error}`);
      return patch.error;
    }
    const notes: string[] = [];
    const failure = patchInsn(code, insn, patch.value, notes);
    for (const note of notes) this.#warn(where + note);
    if (failure === undefined) return undefined;
    this.#warn(where + failure.message);
    this.#warn(`${where}failed to patch insn #${insn}: ${-failure.errno}`);
    return failure.errno;
  }

  /** libbpf: bpf_core_calc_relo_insn() */
  #resolve(relocation: CoreRelo, where: string): Result<Patch, number> {
    const { typeId, accessStrOff, kind } = relocation;
    const type = this.#local.type(typeId);
    if (type === undefined) return err(EINVAL);
    const text = this.#local.string(accessStrOff);
    const access = parseAccess(this.#local, typeId, text, kind);
    if (!access.ok) {
      const name = type.name || '<anon>';
      this.#warn(`${where}parsing [${typeId}] ${type.kind} ${name} + ${text} failed: ${-access.error}`);
      return err(EINVAL);
    }
    if (kind === LOCAL_TYPE_ID) return ok(localIdPatch(typeId));
    if (type.name === '') {
      this.#warn(`${where}<${CORE_RELOCATIONS[kind]}> (${kind}) relocation doesn't support anonymous types`);
      return err(EOPNOTSUPP);
    }
    return this.#decide(access.value, type, where);
  }

  /** All candidates that fit must agree. */
  #decide(local: Access, type: BtfType, where: string): Result<Patch, number> {
    const candidates = this.#candidatesOf(type);
    const fitting: { readonly access: Access; readonly patch: Patch }[] = [];
    for (const [i, id] of candidates.entries()) {
      const unknown = this.#unknown(local, id, where);
      if (unknown !== undefined) return err(unknown);
      const matched = this.#match(local, id, i, where);
      if (!matched.ok) return matched;
      if (matched.value === undefined) continue;
      const patch = this.#patch(local, matched.value, where);
      if (!patch.ok) return patch;
      fitting.push({ access: matched.value, patch: patch.value });
      const ambiguity = ambiguityOf(fitting[0], { access: matched.value, patch: patch.value });
      if (ambiguity === undefined) continue;
      this.#warn(where + ambiguity);
      return err(EINVAL);
    }
    const [first] = fitting;
    if (first !== undefined) {
      this.#candidates.set(
        type.id,
        fitting.map(({ access }) => access.rootId),
      );
      return ok(first.patch);
    }
    const unknown = this.#unknownWithout(local, type, candidates, where);
    return unknown === undefined ? this.#patch(local, undefined, where) : err(unknown);
  }

  #match(local: Access, id: number, number: number, where: string): Result<Access | undefined, number> {
    const { btf } = this.#kernel ?? {};
    if (btf === undefined) return ok(undefined);
    const matched = matchAccess(local, btf, id);
    if (!matched.ok) {
      const root = accessText({ ...local, btf, rootId: id, steps: [], raw: [], bitOffset: 0 });
      this.#warn(`${where}error matching candidate #${number} ${root}: ${-matched.error}`);
    }
    return matched;
  }

  #patch(local: Access, target: Access | undefined, where: string): Result<Patch, number> {
    const patch = patchFor(local, target);
    if (!patch.ok && patch.error === EOPNOTSUPP)
      this.#warn(`${where}unrecognized CO-RE relocation ${CORE_RELOCATIONS[local.kind] ?? 'unknown'} (${local.kind})`);
    return patch;
  }

  /** Types of the kernel of the same name, flavours aside. libbpf: bpf_core_find_cands() */
  #candidatesOf(type: BtfType): readonly number[] {
    const known = this.#candidates.get(type.id);
    if (known !== undefined) return known;
    const found = this.#kernel === undefined ? [] : candidatesIn(this.#kernel.btf, type);
    this.#candidates.set(type.id, found);
    return found;
  }

  /** Of a recorded part of the kernel's types nothing can be said about what it has by name only. */
  #unknown(local: Access, id: number, where: string): number | undefined {
    const { btf, isPartial } = this.#kernel ?? {};
    const type = btf?.type(id);
    if (isPartial !== true || type === undefined || (isTypeKind(local.kind) && local.kind !== TYPE_MATCHES))
      return undefined;
    const isByName = isComposite(type) ? type.members.length === 0 : isAnyEnum(type) && type.values.length === 0;
    return isByName ? this.#sayUnknown(type, where) : undefined;
  }

  /** Nor about what it does not have. */
  #unknownWithout(local: Access, type: BtfType, candidates: readonly number[], where: string): number | undefined {
    const isOpen = candidates.length === 0 || (local.kind === TYPE_MATCHES && reachesFunction(local.btf, local.rootId));
    const isPartial = this.#kernel === undefined || this.#kernel.isPartial === true;
    return isPartial && isOpen ? this.#sayUnknown(type, where) : undefined;
  }

  #sayUnknown({ kind, name }: BtfType, where: string): number {
    this.#warn(
      `${where}unknown type: ${kind} ${essentialName(name)} is not in the recorded part of the kernel's types`,
    );
    this.#warn(`${where}the kernel's own types can be given as a file: --btf /sys/kernel/btf/vmlinux`);
    return ESRCH;
  }
}

/** libbpf: bpf_core_add_cands() */
function candidatesIn(btf: Btf, local: BtfType): readonly number[] {
  const wanted = essentialName(local.name);
  const found: number[] = [];
  for (let id = 1; id < btf.typeCount; id++) {
    const type = mayBe(btf, id, wanted);
    if (type !== undefined && areKindsCompatible(type, local)) found.push(id);
  }
  return found;
}

const mayBe = (btf: Btf, id: number, wanted: string): BtfType | undefined => {
  const name = btf.nameOf(id);
  return name.startsWith(wanted) && essentialName(name) === wanted ? btf.type(id) : undefined;
};

interface Fitting {
  readonly access: Access;
  readonly patch: Patch;
}

function ambiguityOf(first: Fitting, other: Fitting): string | undefined {
  if (first.access.bitOffset !== other.access.bitOffset)
    return `field offset ambiguity: ${other.access.bitOffset} != ${first.access.bitOffset}`;
  const [a, b] = [first.patch, other.patch];
  if (a.isPoisoned === b.isPoisoned && a.after === b.after) return undefined;
  const word = ({ isPoisoned }: Patch): string => (isPoisoned ? 'failure' : 'success');
  return `relocation decision ambiguity: ${word(b)} ${b.after} != ${word(a)} ${a.after}`;
}
