import type { Kernel } from '../kernel.ts';
import type { Addr } from './memory.ts';

/** Stores a 64-bit pointer as programs see it; 0 is NULL. */
export function storePointer(k: Kernel, at: Addr, target: Addr): void {
  k.memory.store32(at, target);
  k.memory.store32(at + 4, k.pointerHigh(target));
}
