import type { Kernel } from '../kernel.ts';
import type { Cursor, Fields, Layout } from './layout.ts';
import type { Addr } from './memory.ts';

/** The cursor of a layout that only one part of the kernel knows: one for each machine. Reused, as all cursors are. */
export function viewOf<F extends Fields>(layout: Layout<F>): (k: Kernel, at: Addr) => Cursor<F> {
  const cursors = new WeakMap<Kernel, (at: Addr) => Cursor<F>>();
  return (k, at) => {
    let cursor = cursors.get(k);
    if (cursor === undefined) {
      cursor = layout.cursor(k.memory);
      cursors.set(k, cursor);
    }
    return cursor(at);
  };
}
