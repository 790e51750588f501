import { EINVAL } from '../abi/errno.ts';
import type { Verifier } from './env.ts';

/** Says why in a line of the log, and gives what refuses the program: the negative of `errno`. */
export function refuse(v: Verifier, message: string, errno: number = EINVAL): number {
  v.verbose(`${message}\n`);
  return -errno;
}
