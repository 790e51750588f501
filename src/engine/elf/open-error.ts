/** Why libbpf would not open an object: its error number and its words. */
import type { Result } from '../../lib/result.ts';
import { err } from '../../lib/result.ts';

export interface OpenError {
  readonly errno: number;
  readonly message: string;
}

/** libbpf's own error numbers. libbpf: libbpf.h enum libbpf_errno */
export const LIBBPF_ERRNO_FORMAT = 4001;
export const LIBBPF_ERRNO_RELOC = 4005;

/** glibc's ENOTSUP, which libbpf means; the kernel's ENOTSUPP is another number. */
export const ENOTSUP = 95;

export const openError = (errno: number, message: string): Result<never, OpenError> => err({ errno, message });
