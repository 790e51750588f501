/** libbpf's words for error numbers, as glibc has them. */
import { errnoName } from '../abi/errno.ts';

const WORDS: Readonly<Record<string, string>> = {
  EPERM: 'Operation not permitted',
  ENOENT: 'No such file or directory',
  ESRCH: 'No such process',
  E2BIG: 'Argument list too long',
  EBADF: 'Bad file descriptor',
  ENOMEM: 'Cannot allocate memory',
  EACCES: 'Permission denied',
  EFAULT: 'Bad address',
  EBUSY: 'Device or resource busy',
  EEXIST: 'File exists',
  EINVAL: 'Invalid argument',
  ENOSPC: 'No space left on device',
  ERANGE: 'Numerical result out of range',
  ELOOP: 'Too many levels of symbolic links',
  EOPNOTSUPP: 'Operation not supported',
};

/** glibc's strerror(), for the numbers that loading can meet. libbpf prints those that glibc does not know so. */
export const strerror = (errno: number): string => WORDS[errnoName(errno)] ?? `ERROR: strerror_r(-${errno})=22`;
