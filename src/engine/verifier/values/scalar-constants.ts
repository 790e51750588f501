/**
 * Arithmetic on two values that are known exactly: the result is known exactly, too, whatever way the ranges would take
 * to say so. Most arithmetic of loops is of this kind.
 */
import {
  BPF_ADD,
  BPF_AND,
  BPF_ARSH,
  BPF_LSH,
  BPF_MUL,
  BPF_OR,
  BPF_RSH,
  BPF_SUB,
  BPF_XOR,
} from '../../isa/constants.ts';
import { BOUNDS_SCRATCH_END, isKnownExactly, setBoundsKnown } from './bounds.ts';
import { TNUM } from './tnum.ts';
import { add64, and64, arsh64, lsh64, mul64, or64, rsh64, sub64, xor64 } from './word64.ts';

const RESULT = BOUNDS_SCRATCH_END;

/**
 * If both operands are known exactly, the destination becomes the result; false if not, or if the operation has more
 * than two operands' values to look at. A shift's distance has been checked.
 */
export function computeKnown(w: Int32Array, op: number, isWide: boolean, dst: number, src: number): boolean {
  if (!isKnownExactly(w, dst) || !isKnownExactly(w, src)) return false;
  const isComputed = isWide ? computeWide(w, op, dst + TNUM, src + TNUM) : computeNarrow(w, op, dst + TNUM, src + TNUM);
  if (isComputed) setBoundsKnown(w, dst, w[RESULT], w[RESULT + 1]);
  return isComputed;
}

function computeWide(w: Int32Array, op: number, a: number, b: number): boolean {
  switch (op) {
    case BPF_ADD:
      add64(w, RESULT, a, b);
      return true;
    case BPF_SUB:
      sub64(w, RESULT, a, b);
      return true;
    case BPF_MUL:
      mul64(w, RESULT, a, b);
      return true;
    case BPF_AND:
      and64(w, RESULT, a, b);
      return true;
    case BPF_OR:
      or64(w, RESULT, a, b);
      return true;
    case BPF_XOR:
      xor64(w, RESULT, a, b);
      return true;
    case BPF_LSH:
      lsh64(w, RESULT, a, w[b]);
      return true;
    case BPF_RSH:
      rsh64(w, RESULT, a, w[b]);
      return true;
    case BPF_ARSH:
      arsh64(w, RESULT, a, w[b]);
      return true;
    default:
      return false;
  }
}

/** The low words; the high word of the result is zero. */
function computeNarrow(w: Int32Array, op: number, a: number, b: number): boolean {
  w[RESULT + 1] = 0;
  switch (op) {
    case BPF_ADD:
      w[RESULT] = w[a] + w[b];
      return true;
    case BPF_SUB:
      w[RESULT] = w[a] - w[b];
      return true;
    case BPF_MUL:
      w[RESULT] = Math.imul(w[a], w[b]);
      return true;
    case BPF_AND:
      w[RESULT] = w[a] & w[b];
      return true;
    case BPF_OR:
      w[RESULT] = w[a] | w[b];
      return true;
    case BPF_XOR:
      w[RESULT] = w[a] ^ w[b];
      return true;
    case BPF_LSH:
      w[RESULT] = w[a] << w[b];
      return true;
    case BPF_RSH:
      w[RESULT] = w[a] >>> w[b];
      return true;
    case BPF_ARSH:
      w[RESULT] = w[a] >> w[b];
      return true;
    default:
      return false;
  }
}
