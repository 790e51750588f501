import type { Btf } from '../../btf/btf.ts';
import { printC } from '../../btf/print-c.ts';

/** Types as the header that `bpftool btf dump … format c` prints; without roots all of them. */
export function btfAsC(btf: Btf, roots: readonly number[]): string {
  return HEAD + printC(btf, roots.length > 0 ? roots : undefined) + TAIL;
}

const HEAD = `#ifndef __VMLINUX_H__
#define __VMLINUX_H__

#ifndef BPF_NO_PRESERVE_ACCESS_INDEX
#pragma clang attribute push (__attribute__((preserve_access_index)), apply_to = record)
#endif

`;
const TAIL = `#ifndef BPF_NO_PRESERVE_ACCESS_INDEX
#pragma clang attribute pop
#endif

#endif /* __VMLINUX_H__ */
`;
