/** Open-coded iterators: their state lies on the stack of the program. kernel: kernel/bpf/bpf_iter.c, helpers.c */
import { E2BIG, EFAULT, EINVAL, ENOMEM } from '../../abi/errno.ts';
import { BPF_MAX_LOOPS } from '../../abi/limits.ts';
import type { Kernel } from '../kernel.ts';
import { type Addr, POINTER_HIGH } from '../memory/memory.ts';
import { storePointer } from '../memory/pointers.ts';
import { type Helper, type HelperCall, instant } from '../programs/helper-call.ts';
import { isReadable, pairOf } from './text.ts';

/** struct bpf_iter_num: the number before the next one, and the end; both 0 when it is over. */
function numNew(k: Kernel, call: HelperCall): void {
  const [iterator, start, end] = [call.low(1), call.low(2), call.low(3)];
  const error = start > end ? -EINVAL : end - start > BPF_MAX_LOOPS ? -E2BIG : 0;
  k.memory.store32(iterator, error === 0 ? start - 1 : 0);
  k.memory.store32(iterator + 4, error === 0 ? end : 0);
  call.returns(error);
}

/** Address of the current number, or NULL behind the end. */
function numNext(k: Kernel, call: HelperCall): void {
  const iterator = call.low(1);
  const current = k.memory.load32(iterator) + 1;
  if (current >= k.memory.load32(iterator + 4)) {
    k.memory.clear(iterator, 8);
    return call.returns(0);
  }
  k.memory.store32(iterator, current);
  call.returns64(iterator, POINTER_HIGH);
}

function numDestroy(k: Kernel, call: HelperCall): void {
  k.memory.clear(call.low(1), 8);
  call.returns(0);
}

/** struct bpf_iter_bits_kern: the only word, or the address of a copy of many; their bits; the bit that was last. */
const BITS = { words: 0, count: 8, bit: 12 } as const;
/** kernel: BITS_ITER_NR_WORDS_MAX */
const MAX_WORDS = 511;
const WORD_BITS = 64;

const bitCount = (k: Kernel, iterator: Addr): number => k.memory.load32(iterator + BITS.count);

/** bpf_iter_bits_new(it, words, count) */
function bitsNew(k: Kernel, call: HelperCall): void {
  const [iterator, count] = [call.low(1), call.low(3) >>> 0];
  k.memory.clear(iterator, 12);
  k.memory.store32(iterator + BITS.bit, -1);
  call.returns(copyWords(k, call, iterator, count));
}

function copyWords(k: Kernel, call: HelperCall, iterator: Addr, count: number): number {
  const from = pairOf(call, 2);
  if ((from.low | from.high) === 0 || count === 0) return -EINVAL;
  if (count > MAX_WORDS) return -E2BIG;
  if (!isReadable(k, from, 8 * count)) return -EFAULT;
  const copy = count === 1 ? iterator : k.kzallocBytes(8 * count, 'bpf_iter_bits');
  if (copy === 0) return -ENOMEM;
  k.memory.storeBytes(copy, k.memory.bytesAt(from.low >>> 0, 8 * count));
  if (count > 1) storePointer(k, iterator + BITS.words, copy);
  k.memory.store32(iterator + BITS.count, WORD_BITS * count);
  return 0;
}

/** Where the bits are. */
const wordsOf = (k: Kernel, iterator: Addr): Addr =>
  bitCount(k, iterator) === WORD_BITS ? iterator : k.memory.load32(iterator + BITS.words);

/** Address of the number of the next bit that is set, or NULL. */
function bitsNext(k: Kernel, call: HelperCall): void {
  const iterator = call.low(1);
  const count = bitCount(k, iterator);
  const words = wordsOf(k, iterator);
  let bit = k.memory.load32(iterator + BITS.bit) + 1;
  while (bit < count && ((k.memory.load8(words + (bit >> 3)) >> (bit & 7)) & 1) === 0) bit++;
  if (count !== 0) k.memory.store32(iterator + BITS.bit, Math.min(bit, count));
  const found = bit < count ? iterator + BITS.bit : 0;
  call.returns64(found, k.pointerHigh(found));
}

function bitsDestroy(k: Kernel, call: HelperCall): void {
  const iterator = call.low(1);
  if (bitCount(k, iterator) > WORD_BITS) k.kfree(wordsOf(k, iterator));
  call.returns(0);
}

export const ITERATOR_KFUNCS: Readonly<Record<string, Helper>> = {
  bpf_iter_num_new: instant(numNew),
  bpf_iter_num_next: instant(numNext),
  bpf_iter_num_destroy: instant(numDestroy),
  bpf_iter_bits_new: instant(bitsNew),
  bpf_iter_bits_next: instant(bitsNext),
  bpf_iter_bits_destroy: instant(bitsDestroy),
};
