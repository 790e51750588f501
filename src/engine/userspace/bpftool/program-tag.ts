import { toHex } from '../../../lib/bytes.ts';
import { sha256 } from '../../../lib/sha256.ts';
import { BPF_PSEUDO_MAP_FD, BPF_PSEUDO_MAP_VALUE, LD_IMM64 } from '../../isa/constants.ts';
import { INSN_SIZE } from '../../isa/insn.ts';

const TAG_BYTES = 8;

const tags = new WeakMap<Uint8Array, string>();

/**
 * A program's tag: the beginning of a digest of its instructions, map references without what they refer to.
 * kernel: bpf_prog_calc_tag()
 */
export function programTag(insns: Uint8Array): string {
  let tag = tags.get(insns);
  if (tag === undefined) {
    tag = toHex(sha256(withoutMaps(insns)).subarray(0, TAG_BYTES));
    tags.set(insns, tag);
  }
  return tag;
}

function withoutMaps(insns: Uint8Array): Uint8Array {
  const bytes = insns.slice();
  for (let at = 0; at + 2 * INSN_SIZE <= bytes.length; at += INSN_SIZE) {
    const source = bytes[at + 1] >> 4;
    if (bytes[at] !== LD_IMM64) continue;
    if (source === BPF_PSEUDO_MAP_FD || source === BPF_PSEUDO_MAP_VALUE) {
      bytes.fill(0, at + 4, at + INSN_SIZE);
      bytes.fill(0, at + INSN_SIZE + 4, at + 2 * INSN_SIZE);
    }
    at += INSN_SIZE;
  }
  return bytes;
}
