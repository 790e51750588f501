import { vmlinuxBtf } from '../../abi/vmlinux.ts';

/** Name of the kernel function with a BTF id. kernel: verifier.c disasm_kfunc_name() */
export const kfuncName = (id: number): string => vmlinuxBtf().name(id);
