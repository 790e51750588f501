/**
 * Lists and trees of objects that programs own: roots lie beside the lock that guards them, nodes in the objects.
 * kernel: verifier.c process_kf_arg_ptr_to_list_head() and its neighbours
 */
import { EFAULT, EINVAL } from '../../abi/errno.ts';
import { BPF_LIST_HEAD, BPF_LIST_NODE, BPF_RB_NODE, BPF_RB_ROOT, fieldName } from '../../btf/field-types.ts';
import type { BtfField, BtfRecord } from '../../btf/fields.ts';
import { BPF_REG_1, BPF_REG_2, BPF_REG_3, BPF_REG_4, BPF_REG_5 } from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { btfNumber, btfOf, frameReg, REF_TYPE_LOCK_MASK } from '../env.ts';
import { btfStructIdsMatch } from '../memory/btf-walk.ts';
import {
  BTF,
  BTF_ID,
  ID,
  MAP_PTR,
  MEM_ALLOC,
  MEM_RCU,
  NON_OWN_REF,
  OFF,
  PTR_TO_BTF_ID,
  PTR_TO_MAP_VALUE,
  REF_OBJ_ID,
  TYPE,
  typeFlag,
} from '../program/layout.ts';
import { refuse } from '../refuse.ts';
import { forEachRegInVstate } from '../states/for-each-reg.ts';
import { findLockState } from '../states/refs.ts';
import { markRegGraphNode, markRegNotInit, regBtfRecord, typeIsNonOwningRef } from '../states/regs.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import type { SetCalleeState } from './calls.ts';
import type { KfuncMeta } from './kfunc-meta.ts';
import { inRbtreeLockRequiredCb } from './locks.ts';

export type Graph = 'list' | 'rbtree';

const LOCAL_OBJECT = PTR_TO_BTF_ID | MEM_ALLOC;
const ROOTS = { list: BPF_LIST_HEAD, rbtree: BPF_RB_ROOT };
const NODES = { list: BPF_LIST_NODE, rbtree: BPF_RB_NODE };

const offsetOf = (v: Verifier, r: number): number => (v.w[r + OFF] + v.w[r + TNUM]) | 0;

/** kernel: btf.c btf_record_find() */
const fieldAt = (record: BtfRecord | undefined, off: number, type: number): BtfField | undefined =>
  record?.fields.find((field) => field.offset === off && field.type === type);

/** The root of a list or tree. 0 or a negative errno. kernel: __process_kf_arg_ptr_to_graph_root() */
export function checkGraphRootArg(v: Verifier, meta: KfuncMeta, r: number, index: number, graph: Graph): number {
  const type = v.w[r + TYPE];
  if (type !== PTR_TO_MAP_VALUE && type !== LOCAL_OBJECT) {
    return refuse(v, `arg#${index} expected pointer to map value or allocated object`);
  }
  if (type === LOCAL_OBJECT && v.w[r + REF_OBJ_ID] === 0) return refuse(v, 'allocated object must be referenced');
  const name = fieldName(ROOTS[graph]);
  if (!tnumIsConst(v.w, r + TNUM)) {
    return refuse(v, `R${index + 1} doesn't have constant offset. ${name} has to be at the constant offset`);
  }
  const record = regBtfRecord(v, r);
  const field = fieldAt(record, offsetOf(v, r), ROOTS[graph]);
  if (record === undefined || field === undefined)
    return refuse(v, `${name} not found at offset=${offsetOf(v, r) >>> 0}`);
  if (checkRegAllocationLocked(v, r) !== 0) {
    return refuse(v, `bpf_spin_lock at off=${record.spinLockOff} must be held for ${name}`);
  }
  if (graph === 'list') meta.listHead = field;
  else meta.rbtreeRoot = field;
  return 0;
}

/** The lock that is held lies in the same object. kernel: verifier.c check_reg_allocation_locked() */
function checkRegAllocationLocked(v: Verifier, r: number): number {
  if (v.cur.activeLocks === 0) return -EINVAL;
  const owner = v.w[r + TYPE] === PTR_TO_MAP_VALUE ? v.w[r + MAP_PTR] : -v.w[r + BTF];
  if (findLockState(v.cur, REF_TYPE_LOCK_MASK, v.w[r + ID], owner) !== undefined) return 0;
  return refuse(v, 'held lock and object are not in the same allocation');
}

/** A node that is put into, or taken out of, the list or tree. kernel: __process_kf_arg_ptr_to_graph_node() */
export function checkGraphNodeArg(v: Verifier, meta: KfuncMeta, r: number, index: number, graph: Graph): number {
  const isInsertion = graph === 'list' || meta.name === 'bpf_rbtree_add_impl';
  const refused = isInsertion ? checkOwned(v, r, index) : checkMember(v, meta, r);
  if (refused !== 0) return refused;
  const name = fieldName(NODES[graph]);
  if (!tnumIsConst(v.w, r + TNUM)) {
    return refuse(v, `R${index + 1} doesn't have constant offset. ${name} has to be at the constant offset`);
  }
  if (fieldAt(regBtfRecord(v, r), offsetOf(v, r), NODES[graph]) === undefined) {
    return refuse(v, `${name} not found at offset=${offsetOf(v, r) >>> 0}`);
  }
  return checkContainedType(v, meta, r, graph);
}

function checkOwned(v: Verifier, r: number, index: number): number {
  if (v.w[r + TYPE] !== LOCAL_OBJECT) return refuse(v, `arg#${index} expected pointer to allocated object`);
  return v.w[r + REF_OBJ_ID] === 0 ? refuse(v, 'allocated object must be referenced') : 0;
}

function checkMember(v: Verifier, meta: KfuncMeta, r: number): number {
  if (!typeIsNonOwningRef(v.w[r + TYPE]) && v.w[r + REF_OBJ_ID] === 0) {
    return refuse(v, `${meta.name} can only take non-owning or refcounted bpf_rb_node pointer`);
  }
  return inRbtreeLockRequiredCb(v) ? refuse(v, `${meta.name} not allowed in rbtree cb`) : 0;
}

/** The root says which struct it contains, and where in it the node lies. */
function checkContainedType(v: Verifier, meta: KfuncMeta, r: number, graph: Graph): number {
  const root = (graph === 'list' ? meta.listHead : meta.rbtreeRoot)?.graphRoot;
  if (root === undefined) return refuse(v, 'verifier bug: unexpected graph root', EFAULT);
  const off = offsetOf(v, r);
  const node = fieldName(NODES[graph]);
  const wanted = root.btf.name(root.valueTypeId);
  const btf = btfOf(v, r);
  const typeId = v.w[r + BTF_ID];
  if (!btfStructIdsMatch(v, btf, typeId, 0, root.btf, root.valueTypeId, true)) {
    const expected = `operation on ${fieldName(ROOTS[graph])} expects arg#1 ${node} at offset=${root.nodeOffset}`;
    return refuse(v, `${expected} in struct ${wanted}, but arg is at offset=${off} in struct ${btf.name(typeId)}`);
  }
  meta.argBtf = btf;
  meta.argBtfId = typeId;
  if (off === root.nodeOffset) return 0;
  return refuse(v, `arg#1 offset=${off}, but expected ${node} at offset=${root.nodeOffset} in struct ${wanted}`);
}

/** A pointer that may be used while the lock is held. kernel: verifier.c ref_set_non_owning() */
export function refSetNonOwning(v: Verifier, r: number): number {
  if (v.cur.activeLocks === 0) return refuse(v, 'verifier bug: ref_set_non_owning w/o active lock', EFAULT);
  if ((typeFlag(v.w[r + TYPE]) & NON_OWN_REF) !== 0) {
    return refuse(v, 'verifier bug: NON_OWN_REF already set', EFAULT);
  }
  const record = regBtfRecord(v, r);
  v.w[r + TYPE] |= NON_OWN_REF;
  if (record !== undefined && record.refcountOff >= 0) v.w[r + TYPE] |= MEM_RCU;
  return 0;
}

/** The object belongs to the list or tree now. kernel: verifier.c ref_convert_owning_non_owning() */
export function refConvertOwningNonOwning(v: Verifier, refObjId: number): number {
  if (refObjId === 0) {
    return refuse(v, 'verifier bug: ref_obj_id is zero for owning -> non-owning conversion', EFAULT);
  }
  if (!v.cur.refs.some((ref) => ref.id === refObjId)) {
    return refuse(v, 'verifier bug: ref state missing for ref_obj_id', EFAULT);
  }
  forEachRegInVstate(v, v.cur, (r) => {
    if (v.w[r + REF_OBJ_ID] !== refObjId) return;
    v.w[r + REF_OBJ_ID] = 0;
    refSetNonOwning(v, r);
  });
  return 0;
}

/** The order of a tree: a callback of two nodes that says which comes first. kernel: set_rbtree_add_callback_state() */
export const setRbtreeAddCallbackState: SetCalleeState = (v, caller, callee) => {
  const tree = frameReg(caller, BPF_REG_1);
  const root = fieldAt(regBtfRecord(v, tree), v.w[tree + OFF], BPF_RB_ROOT)?.graphRoot;
  if (root === undefined || root.valueTypeId === 0) return -EFAULT;
  for (const regno of [BPF_REG_1, BPF_REG_2]) {
    const node = frameReg(callee, regno);
    markRegGraphNode(v, node, btfNumber(v, root.btf), root.valueTypeId, root.nodeOffset);
    refSetNonOwning(v, node);
  }
  for (const regno of [BPF_REG_3, BPF_REG_4, BPF_REG_5]) markRegNotInit(v, frameReg(callee, regno));
  callee.inCallbackFn = true;
  callee.callbackRetMin = 0;
  callee.callbackRetMax = 1;
  return 0;
};
