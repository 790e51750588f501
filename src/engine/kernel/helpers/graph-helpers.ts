/** Objects that programs allocate, and the lists and trees that own them. kernel: kernel/bpf/helpers.c */
import { EINVAL } from '../../abi/errno.ts';
import { CALL, NEXT, type Next, type RoutineFrame, routine, step } from '../cpu/routine.ts';
import { endOf, isListed, popNode, pushNode } from '../graph/lists.ts';
import { acquireObject, dropObjects, newObject, objectAround, structOfCpu } from '../graph/objects.ts';
import { eraseNode, insertNode, leftmostNode, leftOf, ownerOf, rightOf, rootNode } from '../graph/rbtree.ts';
import type { Kernel } from '../kernel.ts';
import { type Addr, POINTER_HIGH } from '../memory/memory.ts';
import { storePointer } from '../memory/pointers.ts';
import { byRoutine, type Helper, type HelperCall, instant, R1, R2, R3 } from '../programs/helper-call.ts';

const returnsPointer = (k: Kernel, call: HelperCall, to: Addr): void => call.returns64(to, k.pointerHigh(to));

/** (local_type_id): an object or NULL */
const allocate = (isPerCpu: boolean): Helper =>
  instant((k, call) => {
    const { code } = k.prog(call.prog());
    returnsPointer(k, call, newObject(k, code, call.low(1), isPerCpu));
  });

/** (object) */
const drop: Helper = instant((k, call) => {
  dropObjects(k, [call.low(1)]);
  call.returns(0);
});

/** bpf_refcount_acquire(object): the same object, or NULL if its last reference is gone. */
const acquire: Helper = instant((k, call) => {
  const object = call.low(1);
  returnsPointer(k, call, acquireObject(k, object) ? object : 0);
});

/** bpf_kptr_xchg(field, object): what was there. */
const exchange: Helper = instant((k, call) => {
  const field = call.low(1);
  const [low, high] = [k.memory.load32(field), k.memory.load32(field + 4)];
  storePointer(k, field, call.low(2));
  call.returns64(low, high);
});

/** The struct of a CPU; addresses of kernel variables are 0 here and stay so. */
function structAt(k: Kernel, call: HelperCall, cpu: number): void {
  const object = call.low(1);
  returnsPointer(k, call, object === 0 || cpu >= k.cpus ? 0 : structOfCpu(k, object, cpu));
}

/** (head, node): 0, or -EINVAL if the node is on a list already: then the reference that would have gone there is dropped. */
const push = (atBack: boolean): Helper =>
  instant((k, call) => {
    const [head, node] = [call.low(1), call.low(2)];
    if (isListed(k, node)) {
      dropObjects(k, [objectAround(k, node)]);
      return call.returns(-EINVAL);
    }
    pushNode(k, head, node, atBack);
    call.returns(0);
  });

const pop = (atBack: boolean): Helper => instant((k, call) => returnsPointer(k, call, popNode(k, call.low(1), atBack)));

const peek = (atBack: boolean): Helper => instant((k, call) => returnsPointer(k, call, endOf(k, call.low(1), atBack)));

type Add = 'root' | 'node' | 'less' | 'parent' | 'at' | 'toLeft';

/** bpf_rbtree_add(root, node, less): asks the program's `less` from the top down. */
const treeAdd = routine(
  'rbtree_add',
  'bpf_rbtree_add_impl()',
  ['root', 'node', 'less', 'parent', 'at', 'toLeft'],
  [
    step('own', 'if (cmpxchg(&node->owner, NULL, BPF_PTR_POISON)) return -EINVAL', (k, f) => {
      if (ownerOf(k, f.node) !== 0) {
        dropObjects(k, [objectAround(k, f.node)]);
        return f.done(-EINVAL);
      }
      f.at = rootNode(k, f.root);
      return NEXT;
    }),
    step('compare', 'less(node, parent)', (k, f) => compareOrInsert(k, f)),
    step('descend', 'link = less ? &parent->rb_left : &parent->rb_right', (k, f) => {
      f.toLeft = Number(f.result !== 0 || f.resultHigh !== 0);
      f.at = f.toLeft === 0 ? rightOf(k, f.parent) : leftOf(k, f.parent);
      return f.goto('compare');
    }),
  ],
);

/** The nodes are arguments; below the last one the new node is hung. */
function compareOrInsert(k: Kernel, f: RoutineFrame<Add>): Next {
  const { root, node, less, at } = f;
  if (at === 0) {
    insertNode(k, root, node, f.parent, f.toLeft !== 0);
    return f.done(0);
  }
  f.parent = at;
  const frame = k.bpf.callFunction(less);
  k.bpf.setArgument(frame, 1, node, POINTER_HIGH);
  k.bpf.setArgument(frame, 2, at, POINTER_HIGH);
  return CALL;
}

/** (root, node): the node, or NULL if it is not in this tree. */
const treeRemove: Helper = instant((k, call) => {
  const [root, node] = [call.low(1), call.low(2)];
  const isHere = ownerOf(k, node) === root;
  if (isHere) eraseNode(k, root, node);
  returnsPointer(k, call, isHere ? node : 0);
});

/** (root, node) */
const treeChild = (childOf: (k: Kernel, node: Addr) => Addr): Helper =>
  instant((k, call) => {
    const [root, node] = [call.low(1), call.low(2)];
    returnsPointer(k, call, ownerOf(k, node) === root ? childOf(k, node) : 0);
  });

/** (root) */
const treeNode = (nodeOf: (k: Kernel, root: Addr) => Addr): Helper =>
  instant((k, call) => returnsPointer(k, call, nodeOf(k, call.low(1))));

export const GRAPH_HELPERS: readonly (readonly [number, Helper])[] = [
  [153, instant((k, call) => structAt(k, call, call.low(2) >>> 0))],
  [154, instant((k, call) => structAt(k, call, k.cpu))],
  [194, exchange],
];

export const GRAPH_KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_obj_new_impl: allocate(false),
  bpf_percpu_obj_new_impl: allocate(true),
  bpf_obj_drop_impl: drop,
  bpf_percpu_obj_drop_impl: drop,
  bpf_refcount_acquire_impl: acquire,
  bpf_list_push_front_impl: push(false),
  bpf_list_push_back_impl: push(true),
  bpf_list_pop_front: pop(false),
  bpf_list_pop_back: pop(true),
  bpf_list_front: peek(false),
  bpf_list_back: peek(true),
  bpf_rbtree_add_impl: byRoutine(treeAdd, R1, R2, R3),
  bpf_rbtree_remove: treeRemove,
  bpf_rbtree_first: treeNode(leftmostNode),
  bpf_rbtree_root: treeNode(rootNode),
  bpf_rbtree_left: treeChild(leftOf),
  bpf_rbtree_right: treeChild(rightOf),
};

export const GRAPH_ROUTINES = [treeAdd];
