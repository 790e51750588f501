/** The log buffer that a caller gives to the kernel. */
import { ENOSPC } from '../engine/abi/errno.ts';
import { type LogText, logTail } from '../engine/program/log-text.ts';

/** Large enough for every recorded log of an object. */
export const OBJECT_LOG_SIZE = 64 << 20;

/** What raw mode gives to a request that does not say. */
export const RAW_LOG_SIZE = 16 << 20;

/** What a buffer of `size` bytes holds: the end of the log, and ENOSPC if the beginning is lost. kernel: log.c bpf_vlog_finalize() */
export function boundLog(log: LogText, size: number): { readonly log: LogText; readonly overflow: number | undefined } {
  // The last byte is the NUL.
  if (log.length < size) return { log, overflow: undefined };
  return { log: logTail(log, size - 1), overflow: ENOSPC };
}
