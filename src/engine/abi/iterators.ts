/**
 * Iterators that programs may be written for: what they pass where it is not what its type says.
 * kernel: struct bpf_iter_reg, `ctx_arg_info`
 */
import { MEM_RDONLY, PTR_MAYBE_NULL, PTR_TO_BTF_ID, PTR_TO_BUF, PTR_TRUSTED } from './reg-types.ts';

const KINDS: Readonly<Record<string, number>> = {
  object: PTR_TO_BTF_ID | PTR_MAYBE_NULL,
  trusted: PTR_TO_BTF_ID | PTR_MAYBE_NULL | PTR_TRUSTED,
  buffer: PTR_TO_BUF | PTR_MAYBE_NULL,
  key: PTR_TO_BUF | PTR_MAYBE_NULL | MEM_RDONLY,
};

/** One iterator a line: name, then number and kind of arguments. */
const ROWS = `bpf_link 1:object
bpf_map 1:trusted
bpf_map_elem 2:key 3:buffer
bpf_prog 1:object
bpf_sk_storage_map 2:object 3:buffer
cgroup 1:trusted
dmabuf 1:object
ipv6_route 1:object
kmem_cache 1:trusted
ksym 1:object
netlink 1:object
sockmap 2:key 3:object
task 1:trusted
task_file 1:object 3:object
task_vma 1:object 2:object
tcp 1:trusted
udp 1:trusted
unix 1:object`;

const ARGUMENTS: ReadonlyMap<string, ReadonlyMap<number, number>> = new Map(
  ROWS.split('\n').map((row) => {
    const [name, ...words] = row.split(' ');
    const kinds = words.map((word) => word.split(':')).map(([arg, kind]) => [Number(arg), KINDS[kind]] as const);
    return [`bpf_iter_${name}`, new Map(kinds)] as const;
  }),
);

/** Is there an iterator that calls programs in the place of this kernel function? kernel: bpf_iter.c bpf_iter_prog_supported() */
export const isIterator = (func: string): boolean => ARGUMENTS.has(func);

/** Helpers that programs of some iterators may call beside those of all. kernel: struct bpf_iter_reg, `get_func_proto` */
const HELPERS: ReadonlyMap<string, readonly string[]> = new Map(
  ['bpf_iter_tcp', 'bpf_iter_unix'].map((func) => [func, ['setsockopt', 'getsockopt']]),
);

/** Their names. */
export const iteratorHelpers = (func: string): readonly string[] => HELPERS.get(func) ?? [];

/** The register type of an argument of the function, if it has one of its own. */
export const iteratorArgument = (func: string, arg: number): number | undefined => ARGUMENTS.get(func)?.get(arg);
