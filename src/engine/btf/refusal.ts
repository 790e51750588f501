/** What the checks of BTF answer with, and what they share. */
import { EINVAL } from '../abi/errno.ts';

/** The kernel's answer: a positive errno, and the line of its log that says why. */
export interface BtfRefusal {
  readonly errno: number;
  readonly message: string;
}

export const refuse = (message: string, errno: number = EINVAL): BtfRefusal => ({ errno, message });

/** Longest name, with its NUL. */
export const KSYM_NAME_LEN = 512;

/** kernel: btf.c btf_name_valid_identifier() */
export const isIdentifier = (name: string): boolean =>
  /^[A-Za-z_.][A-Za-z0-9_.]*$/.test(name) && name.length < KSYM_NAME_LEN;
