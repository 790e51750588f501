/** The kinds of special fields: bits, names, sizes. */

/** kernel: include/linux/bpf.h enum btf_field_type */
export const BPF_SPIN_LOCK = 1 << 0;
export const BPF_TIMER = 1 << 1;
export const BPF_KPTR_UNREF = 1 << 2;
export const BPF_KPTR_REF = 1 << 3;
export const BPF_KPTR_PERCPU = 1 << 4;
export const BPF_KPTR = BPF_KPTR_UNREF | BPF_KPTR_REF | BPF_KPTR_PERCPU;
export const BPF_LIST_HEAD = 1 << 5;
export const BPF_LIST_NODE = 1 << 6;
export const BPF_RB_ROOT = 1 << 7;
export const BPF_RB_NODE = 1 << 8;
export const BPF_GRAPH_NODE = BPF_RB_NODE | BPF_LIST_NODE;
export const BPF_GRAPH_ROOT = BPF_RB_ROOT | BPF_LIST_HEAD;
export const BPF_REFCOUNT = 1 << 9;
export const BPF_WORKQUEUE = 1 << 10;
export const BPF_UPTR = 1 << 11;
export const BPF_RES_SPIN_LOCK = 1 << 12;
export const BPF_TASK_WORK = 1 << 13;

/** What map_check_btf() looks for in a map's value. */
export const MAP_VALUE_FIELDS =
  BPF_SPIN_LOCK |
  BPF_RES_SPIN_LOCK |
  BPF_TIMER |
  BPF_KPTR |
  BPF_LIST_HEAD |
  BPF_RB_ROOT |
  BPF_REFCOUNT |
  BPF_WORKQUEUE |
  BPF_UPTR |
  BPF_TASK_WORK;

/** What btf_parse_struct_metas() looks for in structs that bpf_obj_new may allocate. */
export const STRUCT_META_FIELDS =
  BPF_SPIN_LOCK |
  BPF_RES_SPIN_LOCK |
  BPF_LIST_HEAD |
  BPF_LIST_NODE |
  BPF_RB_ROOT |
  BPF_RB_NODE |
  BPF_REFCOUNT |
  BPF_KPTR;

/** Name, size and alignment of each field type. kernel: btf_field_type_name(), _size(), _align() */
export const FIELD_TYPES: ReadonlyMap<
  number,
  { readonly name: string; readonly size: number; readonly align: number }
> = new Map([
  [BPF_SPIN_LOCK, { name: 'bpf_spin_lock', size: 4, align: 4 }],
  [BPF_RES_SPIN_LOCK, { name: 'bpf_res_spin_lock', size: 4, align: 4 }],
  [BPF_TIMER, { name: 'bpf_timer', size: 16, align: 8 }],
  [BPF_WORKQUEUE, { name: 'bpf_wq', size: 16, align: 8 }],
  [BPF_TASK_WORK, { name: 'bpf_task_work', size: 8, align: 8 }],
  [BPF_KPTR_UNREF, { name: 'kptr', size: 8, align: 8 }],
  [BPF_KPTR_REF, { name: 'kptr', size: 8, align: 8 }],
  [BPF_KPTR_PERCPU, { name: 'percpu_kptr', size: 8, align: 8 }],
  [BPF_UPTR, { name: 'uptr', size: 8, align: 8 }],
  [BPF_LIST_HEAD, { name: 'bpf_list_head', size: 16, align: 8 }],
  [BPF_LIST_NODE, { name: 'bpf_list_node', size: 24, align: 8 }],
  [BPF_RB_ROOT, { name: 'bpf_rb_root', size: 16, align: 8 }],
  [BPF_RB_NODE, { name: 'bpf_rb_node', size: 32, align: 8 }],
  [BPF_REFCOUNT, { name: 'bpf_refcount', size: 4, align: 4 }],
]);

export const fieldSize = (type: number): number => FIELD_TYPES.get(type)?.size ?? 0;

export const fieldName = (type: number): string => FIELD_TYPES.get(type)?.name ?? 'unknown';
