/**
 * Programs that no kernel should be asked about. Linux 6.18 may crash where arithmetic makes it fork a path while
 * thousands of paths wait: `and` and `or` on a number that is -1 or 0. A program whose loops nobody counted could get there.
 * kernel: verifier.c maybe_fork_scalars()
 */
import * as bpf from '../engine/isa/constants.ts';
import { type Item, targetField } from './item.ts';
import type { FuzzProgram } from './program.ts';

/** True if both halves of the trap may be in the program. */
export function isDangerous({ items, hasOpenLoop }: Pick<FuzzProgram, 'items' | 'hasOpenLoop'>): boolean {
  return (hasOpenLoop || goesBackFar(items)) && items.some(mayFork);
}

function mayFork({ opcode }: Item): boolean {
  const insnClass = bpf.classOf(opcode);
  if (insnClass !== bpf.BPF_ALU && insnClass !== bpf.BPF_ALU64) return false;
  const op = bpf.opOf(opcode);
  return op === bpf.BPF_ARSH || (op === bpf.BPF_MOV && opcode !== 0xb7 && opcode !== 0xbf);
}

/** Jumps back beyond what counted loops need. */
const MAX_BACKWARD_JUMPS = 4;

const goesBackFar = (items: readonly Item[]): boolean =>
  items.filter((item, i) => targetField(item) === 'off' && item.target !== undefined && item.target <= i).length >
  MAX_BACKWARD_JUMPS;

/** Beyond the ids of any kernel's types. */
const NO_TYPE = 1 << 24;

/** True if all kernels mean the same. */
const isKnown = (kernelName: string | undefined, id: number): boolean =>
  kernelName !== undefined || id <= 0 || id >= NO_TYPE;

/** True if raw mode can say everything: references to maps are indexes of maps that the request has, functions are the kernel's own. */
export const isSayable = ({ items, maps }: Pick<FuzzProgram, 'items' | 'maps'>): boolean =>
  items.every(({ opcode, src, imm, off, kernelName }) => {
    if (opcode === (bpf.BPF_JMP | bpf.BPF_CALL))
      return src !== bpf.BPF_PSEUDO_KFUNC_CALL || (off <= 0 && isKnown(kernelName, imm));
    if (opcode !== bpf.LD_IMM64) return true;
    if (src === bpf.BPF_PSEUDO_MAP_IDX || src === bpf.BPF_PSEUDO_MAP_IDX_VALUE) return imm >= 0 && imm < maps.length;
    if (src === bpf.BPF_PSEUDO_BTF_ID) return kernelName !== undefined;
    return src !== bpf.BPF_PSEUDO_MAP_FD && src !== bpf.BPF_PSEUDO_MAP_VALUE;
  });
