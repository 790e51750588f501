/**
 * What types refer to: every reference leads to a type that may stand there, chains end, arrays and structs do not
 * contain themselves. kernel: btf.c btf_check_all_types(), btf_resolve() and `resolve` of each kind
 */
import { E2BIG, EEXIST } from '../abi/errno.ts';
import type { Btf } from './btf.ts';
import { isRegularInt, memberProblem } from './check-members.ts';
import { describeMember, describeSecVar, describeType } from './describe.ts';
import type { BtfRefusal } from './refusal.ts';
import { isIdentifier, refuse } from './refusal.ts';
import type { BtfComposite, BtfDatasec, BtfDeclTag, BtfFunc, BtfFuncProto, BtfKind, BtfType } from './types.ts';
import { isModifier } from './types.ts';

const MAX_RESOLVE_DEPTH = 32;
const U32_MAX = 0xffffffff;

const NEEDS_RESOLVE: ReadonlySet<BtfKind> = new Set<BtfKind>([
  'ptr',
  'struct',
  'union',
  'array',
  'var',
  'func',
  'decl_tag',
  'datasec',
]);
const SOURCE_ONLY: ReadonlySet<BtfKind> = new Set<BtfKind>(['var', 'decl_tag', 'datasec']);
const NO_SIZE: ReadonlySet<BtfKind> = new Set<BtfKind>(['void', 'fwd', 'func', 'func_proto', 'decl_tag']);
const TAG_TARGETS: ReadonlySet<BtfKind> = new Set<BtfKind>(['func', 'struct', 'union', 'var', 'typedef']);

const needsResolve = (kind: BtfKind): boolean => isModifier(kind) || NEEDS_RESOLVE.has(kind);

export function checkReferences(btf: Btf): BtfRefusal | undefined {
  const resolver = new Resolver(btf);
  for (let id = 1; id < btf.typeCount; id++) {
    const refusal = resolver.check(id);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** What a resolution is about: it ends where that cannot lead back. kernel: enum resolve_mode */
type Mode = 'open' | 'pointer' | 'struct';

/** A step's outcome: finished, or another type first, or a refusal. */
type Step = 'done' | { readonly push: number; readonly next?: number } | BtfRefusal;

interface Vertex {
  readonly id: number;
  /** The member or variable to go on with. */
  next: number;
}

class Resolver {
  readonly #btf: Btf;
  readonly #visited: Uint8Array;
  readonly #resolved: Uint8Array;
  #stack: Vertex[] = [];
  #mode: Mode = 'open';

  constructor(btf: Btf) {
    this.#btf = btf;
    this.#visited = new Uint8Array(btf.typeCount);
    this.#resolved = new Uint8Array(btf.typeCount);
  }

  check(id: number): BtfRefusal | undefined {
    const type = this.#type(id);
    if (type === undefined) return undefined;
    const refusal = needsResolve(type.kind) && this.#resolved[id] === 0 ? this.#resolve(id, type) : undefined;
    if (refusal !== undefined || type.kind !== 'func_proto') return refusal;
    return this.#proto(type);
  }

  #type(id: number): BtfType | undefined {
    return this.#btf.type(id);
  }

  /** kernel: btf_resolve() */
  #resolve(id: number, type: BtfType): BtfRefusal | undefined {
    this.#mode = 'open';
    this.#stack = [];
    let refusal = this.#push(id);
    while (refusal === undefined && this.#stack.length > 0) {
      const top = this.#stack[this.#stack.length - 1];
      const step = this.#step(top);
      if (step === 'done') {
        this.#resolved[top.id] = 1;
        this.#stack.pop();
      } else if ('push' in step) {
        if (step.next !== undefined) top.next = step.next;
        refusal = this.#push(step.push);
      } else refusal = step;
    }
    if (refusal?.errno === E2BIG)
      return refuse(`${describeType(type)} Exceeded max resolving depth:${MAX_RESOLVE_DEPTH}`, E2BIG);
    if (refusal?.errno === EEXIST) return refuse(`${describeType(type)} Loop detected`, EEXIST);
    return refusal;
  }

  /** kernel: env_stack_push() */
  #push(id: number): BtfRefusal | undefined {
    if (this.#stack.length === MAX_RESOLVE_DEPTH) return refuse('', E2BIG);
    if (this.#visited[id] !== 0) return refuse('', EEXIST);
    this.#visited[id] = 1;
    this.#stack.push({ id, next: 0 });
    const kind = this.#btf.kind(id);
    if (this.#mode === 'open' && kind === 'ptr') this.#mode = 'pointer';
    else if (this.#mode === 'open' && (kind === 'struct' || kind === 'union' || kind === 'array'))
      this.#mode = 'struct';
    return undefined;
  }

  /** Whether a type ends the resolution in progress. kernel: env_type_is_resolve_sink() */
  #isSink({ kind }: BtfType): boolean {
    if (this.#mode === 'pointer') return !isModifier(kind) && kind !== 'ptr';
    if (this.#mode === 'struct') return !isModifier(kind) && kind !== 'array' && kind !== 'struct' && kind !== 'union';
    return !needsResolve(kind);
  }

  #isPending(type: BtfType): boolean {
    return !this.#isSink(type) && this.#resolved[type.id] === 0;
  }

  #step(vertex: Vertex): Step {
    const type = this.#type(vertex.id);
    switch (type?.kind) {
      case 'ptr':
      case 'typedef':
      case 'volatile':
      case 'const':
      case 'restrict':
      case 'type_tag':
        return this.#reference(type, type.type, type.kind === 'ptr');
      case 'var':
        return this.#reference(type, type.type, true);
      case 'array':
        return this.#array(type);
      case 'struct':
      case 'union':
        return this.#composite(type, vertex.next);
      case 'datasec':
        return this.#datasec(type, vertex.next);
      case 'func':
        return this.#func(type);
      case 'decl_tag':
        return this.#declTag(type);
      default:
        return 'done';
    }
  }

  /** kernel: btf_modifier_resolve(), btf_ptr_resolve(), btf_var_resolve() */
  #reference(type: BtfType, target: number, looksThrough: boolean): Step {
    const next = this.#type(target);
    const bad = refuse(`${describeType(type)} Invalid type_id`);
    if (next === undefined || SOURCE_ONLY.has(next.kind)) return bad;
    if (this.#isPending(next)) return { push: target };
    const resolved = this.#btf.skipModifiers(target);
    if (resolved === undefined) return bad;
    if (looksThrough && isModifier(next.kind) && resolved.kind === 'ptr' && this.#isPending(resolved))
      return { push: resolved.id };
    if (!NO_SIZE.has(resolved.kind)) return 'done';
    const mayHaveNoSize = type.kind !== 'var' && ['void', 'fwd', 'func_proto'].includes(resolved.kind);
    return mayHaveNoSize ? 'done' : bad;
  }

  #array(type: BtfType & { kind: 'array' }): Step {
    const bad = (text: string): BtfRefusal => refuse(`${describeType(type)} ${text}`);
    const index = this.#type(type.indexType);
    if (!isSizedSink(index)) return bad('Invalid index');
    if (this.#isPending(index)) return { push: index.id };
    const indexType = this.#btf.resolve(index.id);
    if (indexType?.kind !== 'int' || !isRegularInt(indexType)) return bad('Invalid index');
    const element = this.#type(type.type);
    if (!isSizedSink(element)) return bad('Invalid elem');
    if (this.#isPending(element)) return { push: element.id };
    const elementType = this.#btf.resolve(element.id);
    if (elementType === undefined || NO_SIZE.has(elementType.kind)) return bad('Invalid elem');
    if (elementType.kind === 'int' && !isRegularInt(elementType)) return bad('Invalid array of int');
    const size = this.#btf.sizeOf(element.id) ?? 0;
    return type.length > 0 && size > Math.floor(U32_MAX / type.length) ? bad('Array size overflows U32_MAX') : 'done';
  }

  #composite(type: BtfComposite, from: number): Step {
    for (let i = from; i < type.members.length; i++) {
      const member = type.members[i];
      const target = this.#type(member.type);
      const bad = (text: string): BtfRefusal =>
        refuse(`${describeType(type)}\n${describeMember(type, member)} ${text}`);
      if (!isSizedSink(target)) return bad('Invalid member');
      // Comes back to this member once its type is resolved.
      if (this.#isPending(target)) return { push: target.id, next: i };
      const text = memberProblem(this.#btf, type, member);
      if (text !== undefined) return bad(text);
    }
    return 'done';
  }

  #datasec(type: BtfDatasec, from: number): Step {
    this.#mode = 'open';
    for (let i = from; i < type.vars.length; i++) {
      const row = type.vars[i];
      const variable = this.#type(row.type);
      const bad = (text: string): BtfRefusal => refuse(`${describeType(type)}\n${describeSecVar(row)} ${text}`);
      if (variable?.kind !== 'var') return bad('Not a VAR kind member');
      // The kernel goes on behind a variable that had to wait, without a look at its size.
      if (this.#isPending(variable)) return { push: variable.id, next: i + 1 };
      const size = this.#btf.sizeOf(variable.type);
      if (size === undefined) return bad('Invalid type');
      if (row.size < size) return bad('Invalid size');
    }
    return 'done';
  }

  /** kernel: btf_func_check() */
  #func(type: BtfFunc): Step {
    const proto = this.#type(type.type);
    if (proto?.kind !== 'func_proto') return refuse(`${describeType(type)} Invalid type_id`);
    const unnamed = proto.params.findIndex((param) => param.name === '' && param.type !== 0);
    return unnamed < 0 ? 'done' : refuse(`${describeType(type)} Invalid arg#${unnamed + 1}`);
  }

  #declTag(type: BtfDeclTag): Step {
    const target = this.#type(type.type);
    if (target === undefined || !TAG_TARGETS.has(target.kind)) return refuse(`${describeType(type)} Invalid type_id`);
    if (this.#isPending(target)) return { push: target.id };
    if (type.componentIndex === -1) return 'done';
    const count = this.#componentCount(target);
    return type.componentIndex < count ? 'done' : refuse(`${describeType(type)} Invalid component_idx`);
  }

  #componentCount(target: BtfType): number {
    if (target.kind === 'struct' || target.kind === 'union') return target.members.length;
    return target.kind === 'func' ? (this.#btf.proto(target.id)?.params.length ?? 0) : 0;
  }

  /** kernel: btf_func_proto_check() */
  #proto(type: BtfFuncProto): BtfRefusal | undefined {
    const bad = (text: string): BtfRefusal => refuse(`${describeType(type)} ${text}`);
    if (type.returns !== 0 && !this.#isValue(type.returns)) return bad('Invalid return type');
    const last = type.params.at(-1);
    if (last?.type === 0 && last.name !== '') return bad(`Invalid arg#${type.params.length}`);
    const fixed = last?.type === 0 ? type.params.slice(0, -1) : type.params;
    for (const [i, param] of fixed.entries()) {
      const refusal = this.#resolveParam(param.type);
      if (refusal !== undefined) return refusal;
      if (!this.#isValue(param.type) || !this.#isParamName(type.id, i)) return bad(`Invalid arg#${i + 1}`);
    }
    return undefined;
  }

  /** Parameters may be anonymous. */
  #isParamName(proto: number, index: number): boolean {
    const offset = this.#btf.word(proto, 3 + 2 * index);
    return offset === 0 || (this.#btf.hasString(offset) && isIdentifier(this.#btf.string(offset)));
  }

  #resolveParam(id: number): BtfRefusal | undefined {
    const type = this.#type(id);
    if (type === undefined || !needsResolve(type.kind) || this.#resolved[id] !== 0) return undefined;
    return this.#resolve(id, type);
  }

  /** Whether a parameter or result may have the type. */
  #isValue(id: number): boolean {
    const type = this.#type(id);
    const resolved = this.#btf.resolve(id);
    const isSized = resolved !== undefined && !NO_SIZE.has(resolved.kind);
    return type !== undefined && id !== 0 && !SOURCE_ONLY.has(type.kind) && isSized;
  }
}

const isSizedSink = (type: BtfType | undefined): type is BtfType =>
  type !== undefined && !NO_SIZE.has(type.kind) && !SOURCE_ONLY.has(type.kind);
