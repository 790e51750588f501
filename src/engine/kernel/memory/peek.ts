import type { Machine } from '../machine.ts';

/** Runs something that allocates or writes, and takes every trace of it back. */
export function peek<T>(machine: Machine, look: () => T): T {
  const { memory, trace } = machine;
  const mark = memory.mark();
  const traceEnd = trace.end;
  machine.kernel.leave();
  try {
    return look();
  } finally {
    memory.undoTo(mark);
    trace.cut(traceEnd);
  }
}
