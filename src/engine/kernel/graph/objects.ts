/**
 * Objects that programs allocate. Each has a header that names its type, so that whoever drops it knows what it owns:
 *
 *   | header, 16 bytes | the struct, or one for each CPU |
 *                      ^ what programs see
 *
 * kernel: kernel/bpf/helpers.c bpf_obj_new_impl(), __bpf_obj_drop_impl(); syscall.c bpf_obj_free_fields()
 */
import { assert } from '../../../lib/assert.ts';
import type { Btf } from '../../btf/btf.ts';
import {
  BPF_KPTR,
  BPF_KPTR_UNREF,
  BPF_LIST_HEAD,
  BPF_LIST_NODE,
  BPF_RB_NODE,
  BPF_RB_ROOT,
} from '../../btf/field-types.ts';
import { type BtfField, type BtfRecord, NO_FIELD, structMeta } from '../../btf/fields.ts';
import { freeRoutine } from '../cpu/free-routine.ts';
import type { Kernel } from '../kernel.ts';
import { alignUp } from '../memory/allocator.ts';
import { layout, u32 } from '../memory/layout.ts';
import type { Addr } from '../memory/memory.ts';
import { storePointer } from '../memory/pointers.ts';
import { viewOf } from '../memory/view.ts';
import { releaseKernelObject } from './kernel-objects.ts';
import { detachList, initList, nodesFrom } from './lists.ts';
import { clearNode, detachTree, nodesBelow } from './rbtree.ts';

const BpfObject = layout('bpf_obj', {
  /** The program whose BTF describes the object, as an index in the machine's table. */
  code: u32(),
  type: u32(),
  /** Bytes between the structs of two CPUs; 0 = all share one. */
  cpuStride: u32(),
  reserved: u32(),
});

const header = viewOf(BpfObject);
const headerOf = (k: Kernel, object: Addr) => header(k, object - BpfObject.size);

function btfOf(k: Kernel, code: number): Btf {
  const { btf } = k.bpf.codes[code].verified.request;
  assert(btf !== undefined, 'a program that allocates has BTF');
  return btf;
}

/** What an object owns and how; undefined for plain structs. */
function recordOfObject(k: Kernel, object: Addr): BtfRecord | undefined {
  const { code, type } = headerOf(k, object);
  return structMeta(btfOf(k, code), type);
}

/** A zeroed object of a struct in the BTF of a program; 0 if memory is used up. */
export function newObject(k: Kernel, code: number, type: number, isPerCpu: boolean): Addr {
  const size = alignUp(btfOf(k, code).sizeOf(type) ?? 0, 8);
  const memory = k.kzallocBytes(BpfObject.size + (isPerCpu ? size * k.cpus : size), BpfObject.name);
  if (memory === 0) return 0;
  const object = memory + BpfObject.size;
  const cursor = headerOf(k, object);
  cursor.code = code;
  cursor.type = type;
  cursor.cpuStride = isPerCpu ? size : 0;
  for (const field of recordOfObject(k, object)?.fields ?? []) initField(k, field, object + field.offset);
  const { refcountOff = NO_FIELD } = recordOfObject(k, object) ?? {};
  if (refcountOff !== NO_FIELD) k.memory.store32(object + refcountOff, 1);
  return object;
}

/** kernel: bpf_obj_init_field() */
function initField(k: Kernel, { type }: BtfField, at: Addr): void {
  if (type === BPF_LIST_HEAD || type === BPF_LIST_NODE) initList(k, at);
  else if (type === BPF_RB_NODE) clearNode(k, at);
}

/** The struct of one CPU in a per-CPU object. */
export const structOfCpu = (k: Kernel, object: Addr, cpu: number): Addr => object + cpu * headerOf(k, object).cpuStride;

/** The object in which a list or tree node lies. */
export function objectAround(k: Kernel, node: Addr): Addr {
  const found = k.allocator.provenance(node);
  assert(found !== undefined, 'a node lies in an object');
  return found.object + BpfObject.size;
}

/** One more reference; false if the last one is gone. kernel: refcount_inc_not_zero() */
export function acquireObject(k: Kernel, object: Addr): boolean {
  const at = object + (recordOfObject(k, object)?.refcountOff ?? NO_FIELD);
  const count = k.memory.load32(at);
  if (count !== 0) k.memory.store32(at, count + 1);
  return count !== 0;
}

/** Gives a reference to each back, and with the last one the object, what it owns, what that owns, and so on. */
export function dropObjects(k: Kernel, objects: readonly Addr[]): void {
  const dropped = objects.toReversed();
  for (let at = dropped.pop(); at !== undefined; at = dropped.pop()) {
    if (!isLastReference(k, at)) continue;
    const record = recordOfObject(k, at);
    for (const field of record?.fields ?? []) dropped.push(...takeOwned(k, field, at + field.offset));
    k.rcu.call(freeObject, at - BpfObject.size);
  }
}

function isLastReference(k: Kernel, object: Addr): boolean {
  const { refcountOff = NO_FIELD } = recordOfObject(k, object) ?? {};
  if (refcountOff === NO_FIELD) return true;
  const count = k.memory.load32(object + refcountOff) - 1;
  k.memory.store32(object + refcountOff, count);
  return count === 0;
}

/** Empties a field that owns: the objects of programs that it owned. Those of the kernel are given back at once. */
export function takeOwned(k: Kernel, field: BtfField, at: Addr): readonly Addr[] {
  if ((field.type & BPF_KPTR) !== 0) return takeKptr(k, field, at);
  const first = detachRoot(k, field, at);
  return first === 0 ? [] : rootedObjects(k, field, first, at);
}

/** Exchanges a kptr with NULL. */
function takeKptr(k: Kernel, { type, kptr }: BtfField, at: Addr): readonly Addr[] {
  const object = k.memory.load32(at);
  storePointer(k, at, 0);
  if (object === 0 || type === BPF_KPTR_UNREF) return [];
  if (kptr?.isKernel !== true) return [object];
  releaseKernelObject(k, kptr.btf.name(kptr.typeId), object);
  return [];
}

/** Empties a list or tree; where its former nodes begin, or 0. */
export function detachRoot(k: Kernel, { type }: BtfField, at: Addr): Addr {
  if (type === BPF_LIST_HEAD) return detachList(k, at);
  return type === BPF_RB_ROOT ? detachTree(k, at) : 0;
}

/** The objects of the nodes that `detachRoot` has taken from the root at `at`. */
export function rootedObjects(k: Kernel, field: BtfField, first: Addr, at: Addr): readonly Addr[] {
  const nodes = field.type === BPF_LIST_HEAD ? nodesFrom(k, first, at) : nodesBelow(k, first);
  return nodes.map((node) => node - (field.graphRoot?.nodeOffset ?? 0));
}

/** After the grace period. kernel: bpf_mem_free_rcu() */
const freeObject = freeRoutine('obj_free', 'bpf_mem_free_rcu()', 'free_one(obj)');

export const OBJECT_ROUTINES = [freeObject];
