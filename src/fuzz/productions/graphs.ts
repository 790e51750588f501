/** Objects of the program's own types, and the trees and lists that keep them. */
import { type Builder, NOTHING, type Production, type Rules } from '../builder.ts';
import { TYPES } from '../catalogue.ts';
import * as insn from '../instructions.ts';
import { callHelper, helper } from './helpers.ts';
import { withValue } from './special.ts';

const NODE_KEY = 32;
const LINK_NODE = 0;

/** An object of the program's own type: made, kept in a tree or list, or dropped. */
const ownObject: Production = (b, body) => {
  const keeper = b.keeper();
  if (keeper === undefined || (b.programType === 'socket_filter' && !b.chance(3))) return;
  const type = b.pick(['node', 'node', 'link', 'pair', 'counter']);
  const isPercpu = type === 'counter';
  b.emit(insn.imm64(1, TYPES.allocated[type], 0), insn.movImm(2, 0));
  b.emit(insn.callKernel(isPercpu ? 'bpf_percpu_obj_new_impl' : 'bpf_obj_new_impl'));
  b.afterCall(NOTHING);
  const out = b.label();
  b.emit(insn.mov(keeper, 0));
  if (b.chance(96)) b.lead(insn.jumpImm(0x15, 0, 0), out);
  const before = [...b.held];
  b.withLocked(keeper, () => {
    if (!isPercpu || b.chance(10))
      b.emit(insn.storeImm(8, keeper, type === 'node' ? b.pick([NODE_KEY, NODE_KEY, 40, 0]) : b.pick([0, 24]), 5));
    if (b.chance(25)) body(1);
    if (b.chance(20)) shareObject(b, keeper);
    if (b.chance(50) && !isPercpu) insert(b, keeper, type);
    else if (b.chance(94)) {
      b.emit(insn.mov(1, keeper), insn.movImm(2, 0));
      b.emit(insn.callKernel(isPercpu ? 'bpf_percpu_obj_drop_impl' : 'bpf_obj_drop_impl'));
    }
  });
  b.afterCall(NOTHING);
  b.join(before);
  b.set(keeper, NOTHING);
  b.place(out);
  b.isRepeatable = false;
};

/** Another reference to an object, given back at once unless forgotten. */
function shareObject(b: Builder, object: number): void {
  b.emit(insn.mov(1, object), insn.movImm(2, 0), insn.callKernel('bpf_refcount_acquire_impl'));
  if (b.chance(90)) b.emit(insn.mov(1, 0), insn.movImm(2, 0), insn.callKernel('bpf_obj_drop_impl'));
}

/** Puts an object into the tree or list of a value, under its lock. */
function insert(b: Builder, object: number, type: string): void {
  const field = type === 'link' ? 'head' : 'root';
  underLock(b, field, (keeper) => {
    b.emit(insn.mov(1, keeper), insn.mov(2, object));
    if (type === 'link') {
      b.emit(insn.addImm(2, LINK_NODE), insn.movImm(3, 0), insn.movImm(4, 0));
      b.emit(insn.callKernel(b.pick(['bpf_list_push_front_impl', 'bpf_list_push_back_impl'])));
    } else {
      b.lead(insn.functionAddress(3), b.functionOf('S_less'));
      b.emit(insn.movImm(4, 0), insn.movImm(5, 0), insn.callKernel('bpf_rbtree_add_impl'));
    }
    b.afterCall(NOTHING);
  });
}

function underLock(b: Builder, field: 'head' | 'root', use: (keeper: number) => void): void {
  withValue(b, field, (keeper) => {
    const toLock = field === 'root' ? -8 : -24;
    b.emit(insn.mov(1, keeper), insn.addImm(1, toLock));
    if (b.chance(96)) callHelper(b, helper('spin_lock'));
    use(keeper);
    b.emit(insn.mov(1, keeper), insn.addImm(1, toLock));
    if (b.chance(97)) callHelper(b, helper('spin_unlock'));
  });
}

/** Takes an object out of a tree or list. */
const takeOut: Production = (b) => {
  const field = b.pick(['head', 'root'] as const);
  underLock(b, field, (keeper) => {
    b.emit(insn.mov(1, keeper));
    if (field === 'head')
      b.emit(insn.callKernel(b.pick(['bpf_list_pop_front', 'bpf_list_pop_back', 'bpf_list_front', 'bpf_list_back'])));
    else b.emit(insn.callKernel(b.pick(['bpf_rbtree_first', 'bpf_rbtree_root'])));
    b.afterCall(NOTHING);
    if (field === 'root' && b.chance(50)) {
      const none = b.label();
      b.lead(insn.jumpImm(0x15, 0, 0), none);
      b.emit(
        insn.mov(1, keeper),
        insn.mov(2, 0),
        insn.callKernel(b.pick(['bpf_rbtree_remove', 'bpf_rbtree_left', 'bpf_rbtree_right'])),
      );
      b.place(none);
    }
    if (b.chance(40)) {
      const none = b.label();
      b.lead(insn.jumpImm(0x15, 0, 0), none);
      b.emit(insn.load(8, 1, 0, b.pick([24, 32, 40, 0])));
      b.place(none);
    }
    b.emit(insn.movImm(0, 0));
  });
  b.isRepeatable = false;
};

export const GRAPHS: Rules = {
  ownObject: { weight: 3, make: ownObject },
  takeOut: { weight: 2, make: takeOut },
};
