import type { Kernel } from '../kernel.ts';
import type { Cursor, Fields, Layout } from './layout.ts';
import type { Addr, Memory } from './memory.ts';

type View<F extends Fields> = (k: Kernel, at: Addr) => Cursor<F>;

/** The cursor of a layout that only one part of the kernel knows: one for each machine. Reused, as all cursors are. */
export const viewOf = <F extends Fields>(layout: Layout<F>): View<F> => viewFrom((memory) => layout.cursor(memory));

/** The same without the sanitizer. */
export const rawViewOf = <F extends Fields>(layout: Layout<F>): View<F> =>
  viewFrom((memory) => layout.rawCursor(memory));

function viewFrom<F extends Fields>(make: (memory: Memory) => (at: Addr) => Cursor<F>): View<F> {
  const cursors = new WeakMap<Kernel, (at: Addr) => Cursor<F>>();
  return (k, at) => {
    let cursor = cursors.get(k);
    if (cursor === undefined) {
      cursor = make(k.memory);
      cursors.set(k, cursor);
    }
    return cursor(at);
  };
}
