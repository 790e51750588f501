import { layout, ptr, u32 } from '../memory/layout.ts';

/** What user space asks for with the commands on many elements at once; kernel: union bpf_attr, `batch` */
export const BatchRequest = layout('batch_attr', {
  /** Where the call before this one ended: a bucket's number or a key; 0 = begin. */
  inBatch: ptr('bytes'),
  outBatch: ptr('bytes'),
  /** Keys and values, one after the other. */
  keys: ptr('bytes'),
  values: ptr('bytes'),
  /** Elements that there is room for or that are given; then how many were done. */
  count: u32(),
  elemFlags: u32(),
  flags: u32(),
});
