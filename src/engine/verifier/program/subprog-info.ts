/** A parameter of a global function. kernel: struct bpf_subprog_arg_info */
export interface SubprogArg {
  readonly argType: number;
  readonly memSize: number;
  readonly btfId: number;
}

export type PrivateStackMode = 'unknown' | 'none' | 'adaptive';

/** What is known of a subprogram. kernel: struct bpf_subprog_info, struct bpf_func_info_aux */
export class SubprogInfo {
  /** First instruction. */
  start: number;
  /** Index of the first line_info record. */
  linfoIdx = 0;
  /** Where the subprogram begins in the post-order of instructions. */
  postorderStart = 0;
  /** One of its exit instructions. */
  exitIdx = 0;
  /** Bytes of stack used. */
  stackDepth = 0;
  /** The same with the spills that the kernel drops: what its instructions touch as they were loaded. */
  touchedStack = 0;
  /** Offsets between the stack used otherwise and this one serve only spills around fast calls; negative. */
  fastcallStackOff = 0;
  keepFastcallStack = false;
  hasTailCall = false;
  tailCallReachable = false;
  hasLdAbs = false;
  isCb = false;
  isAsyncCb = false;
  isExceptionCb = false;
  changesPktData = false;
  mightSleep = false;
  argsCached = false;
  args: SubprogArg[] = [];
  privStackMode: PrivateStackMode = 'unknown';

  /** Name from BTF, or empty. */
  name = '';
  /** Linkage from BTF: 0 static, 1 global, 2 extern. */
  linkage = 0;
  /** The signature in BTF cannot be trusted (compiler optimised the function). */
  unreliable = false;
  /** A global function that is called, and one that has been walked on its own. */
  called = false;
  verified = false;

  constructor(start: number) {
    this.start = start;
  }
}
