import * as errno from '../abi/errno.ts';

/** What the C library's strerror() says, for the errors that system calls of this machine return. */
const TEXTS: ReadonlyMap<number, string> = new Map([
  [errno.EPERM, 'Operation not permitted'],
  [errno.ENOENT, 'No such file or directory'],
  [errno.ESRCH, 'No such process'],
  [errno.EINTR, 'Interrupted system call'],
  [errno.EIO, 'Input/output error'],
  [errno.E2BIG, 'Argument list too long'],
  [errno.EBADF, 'Bad file descriptor'],
  [errno.EAGAIN, 'Resource temporarily unavailable'],
  [errno.ENOMEM, 'Cannot allocate memory'],
  [errno.EACCES, 'Permission denied'],
  [errno.EFAULT, 'Bad address'],
  [errno.EBUSY, 'Device or resource busy'],
  [errno.EEXIST, 'File exists'],
  [errno.ENODEV, 'No such device'],
  [errno.ENOTDIR, 'Not a directory'],
  [errno.EISDIR, 'Is a directory'],
  [errno.EINVAL, 'Invalid argument'],
  [errno.EMFILE, 'Too many open files'],
  [errno.ENOSPC, 'No space left on device'],
  [errno.EPIPE, 'Broken pipe'],
  [errno.EDOM, 'Numerical argument out of domain'],
  [errno.ERANGE, 'Numerical result out of range'],
  [errno.EDEADLK, 'Resource deadlock avoided'],
  [errno.ENAMETOOLONG, 'File name too long'],
  [errno.ENOTEMPTY, 'Directory not empty'],
  [errno.ELOOP, 'Too many levels of symbolic links'],
  [errno.ENODATA, 'No data available'],
  [errno.EOVERFLOW, 'Value too large for defined data type'],
  [errno.EMSGSIZE, 'Message too long'],
  [errno.EOPNOTSUPP, 'Operation not supported'],
  [errno.EADDRINUSE, 'Address already in use'],
  [errno.ENETDOWN, 'Network is down'],
  [errno.ENETUNREACH, 'Network is unreachable'],
  [errno.ETIMEDOUT, 'Connection timed out'],
  [errno.ECONNREFUSED, 'Connection refused'],
  [errno.ECANCELED, 'Operation canceled'],
]);

/** Text of a positive error number. */
export const strerror = (error: number): string => TEXTS.get(error) ?? `Unknown error ${error}`;
