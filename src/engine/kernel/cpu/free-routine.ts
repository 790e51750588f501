import { NEXT, type Routine, routine, step } from './routine.ts';

/** What an object waits for a grace period with: a routine that frees its argument, in the kernel's words for it. */
export const freeRoutine = (name: string, kernelFunction: string, pseudo: string): Routine<'object'> =>
  routine(
    name,
    kernelFunction,
    ['object'],
    [
      step('free', pseudo, (k, f) => {
        k.kfree(f.object);
        return NEXT;
      }),
    ],
  );
