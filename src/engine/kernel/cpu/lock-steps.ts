import type { Switch } from '../../abi/generations.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';
import { NEXT, type Next, type RoutineFrame, type Step, step } from './routine.ts';

type LockOf<L extends string> = (k: Kernel, f: RoutineFrame<L>) => Addr;

export interface LockOptions<L extends string> {
  /** Interrupts are switched off first and stay off until the unlock; default true (spin_lock_irqsave). */
  readonly irqsave?: boolean;
  /** Where this switch is on, the lock is a resilient one: `failed` says what happens when the wait ended with an error. */
  readonly resilient?: Switch;
  readonly failed?: (k: Kernel, f: RoutineFrame<L>, errno: number) => Next;
}

/** A step that takes a spin lock; it waits, with interrupts already off, while somebody holds it. */
export function lockStep<L extends string>(
  name: string,
  pseudo: string,
  lock: LockOf<L>,
  options: LockOptions<L> = {},
): Step<L> {
  const irqsave = options.irqsave ?? true;
  const take = (k: Kernel, f: RoutineFrame<L>): Next => {
    const error = f.lockError;
    f.lockError = 0;
    if (error !== 0 && options.failed !== undefined) return options.failed(k, f, error);
    if (irqsave) k.irqDisable();
    k.locks.acquire(lock(k, f));
    return NEXT;
  };
  const waiting = { lock, irqsOff: irqsave };
  return step(name, pseudo, take, options.resilient ? { ...waiting, resilient: options.resilient } : waiting);
}

/** A step that gives a lock back; `then` says where to go on (default: the following step). */
export function unlockStep<L extends string>(
  name: string,
  pseudo: string,
  lock: LockOf<L>,
  options: { readonly irqsave?: boolean; readonly then?: (k: Kernel, f: RoutineFrame<L>) => Next } = {},
): Step<L> {
  return step(name, pseudo, (k: Kernel, f: RoutineFrame<L>) => {
    k.locks.release(lock(k, f));
    if (options.irqsave ?? true) k.irqEnable();
    return options.then?.(k, f) ?? NEXT;
  });
}
