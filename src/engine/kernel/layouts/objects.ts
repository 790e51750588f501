import { counter, derived, flag, layout, lazy, lock, owns, ptr, u32, u64 } from '../memory/layout.ts';

/** kernel: struct bpf_map. What a map type needs beyond this lies in an object of its own behind `impl`. */
export const BpfMap = layout('bpf_map', {
  /** Index in the machine's table of `MapInfo`. */
  info: u32(),
  type: u32(),
  keySize: u32(),
  valueSize: u32(),
  maxEntries: u32(),
  flags: u32(),
  id: u32(),
  /** References of the kernel: files, programs' used_maps, slots of outer maps. */
  refcnt: counter(),
  /** References of user space: files and pins. 0 releases the timers. */
  usercnt: counter(),
  frozen: flag(),
  /** Programs may not write / user space may not write once frozen; kernel: writecnt. */
  writers: counter(),
  /** Offsets of special fields in the value; -1 = none. Objects behind kptrs and the like are in `MapInfo.record`. */
  timerOffset: u32(),
  wqOffset: u32(),
  spinLockOffset: u32(),
  /** The map type's own object. */
  impl: ptr('map_impl'),
  /** Sleepable programs that use it: what it lets go of waits for both grace periods. */
  sleepablePrograms: counter(),
  next: ptr('bpf_map'),
  /** Id of the BTF object that describes key and value; 0 = none. */
  btfId: u32(),
  /** Up to v3, inner maps: what the verifier took for them, which has no elements. */
  template: ptr('bpf_map'),
  /** A map that was inside another one is freed after a grace period: AFTER_…; 0 = at once. */
  freeAfter: u32(),
});
/** Of RCU, or of tasks-trace RCU and RCU. */
export const AFTER_RCU = 1;
export const AFTER_BOTH = 2;

/** kernel: struct bpf_prog and struct bpf_prog_aux. */
export const BpfProg = layout('bpf_prog', {
  refcnt: counter(),
  /** Index in the machine's table of programs. */
  code: u32(),
  type: u32(),
  id: u32(),
  sleepable: flag(),
  /** Maps that the program refers to, each held by one `refcnt`. */
  usedMaps: ptr('used_maps'),
  usedMapCount: u32(),
  /** Code and object were freed: running it is a bug that the sanitizer reports. */
  freed: flag(),
  next: ptr('bpf_prog'),
  /** Statistics: runs so far. */
  runs: derived(u32()),
  /** Id of the program's BTF object; 0 = none. */
  btfId: u32(),
  /** When it was loaded, ns since boot: user space is told. */
  loadTimeLow: derived(u32()),
  loadTimeHigh: derived(u32()),
  /** v2.5: its timers that were started. */
  armed: ptr('bpf_hrtimer'),
  /** Up to v4: where it was when `set_callback` was patched into it, if it has moved since; freed memory. */
  movedFrom: ptr('bpf_prog'),
});

/** kernel: struct bpf_timer as the kernel sees it (struct bpf_async_kern), inside a map value; 16 bytes. */
export const BpfTimer = layout('bpf_timer', {
  /** NULL = not initialised. */
  timer: ptr('bpf_hrtimer'),
  timerHigh: u32(),
  lock: lock(),
  pad: u32(),
});

/** kernel: struct bpf_hrtimer, with the node of struct hrtimer in it. */
export const BpfHrtimer = layout('bpf_hrtimer', {
  map: ptr('bpf_map'),
  prog: owns('bpf_prog', 'refcnt'),
  /** Callback as a function reference (`funcRef`); 0 = none. */
  callback: ptr('subprog'),
  value: ptr('map_value'),
  flags: u32(),
  cancelling: counter(),
  /** 7.0: references of the map and of queued operations. */
  refcnt: counter(),
  /** 7.0: operations that wait for irq_work, newest first. */
  commands: ptr('async_cmd'),
  /** v3: what the next start will set. */
  wantedProg: ptr('bpf_prog'),
  wantedCallback: ptr('subprog'),
  /** 1 while in a queue; then `cpu` and `clockBase` say in which. They also say where it is or was last. */
  queued: flag(),
  cpu: u32(),
  clockBase: u32(),
  /** Absolute expiry. */
  expires: lazy(u64()),
  sequence: derived(u32()),
  position: derived(u32()),
  /** Trace record of the last start, plus 1. */
  armRecord: derived(u32()),
  /** v2.5: the next one on the program's list, and whether it is on it. */
  armedNext: ptr('bpf_hrtimer'),
  isListed: flag(),
});

/** 7.0: an operation that an irq_work will do. */
export const AsyncCommand = layout('async_cmd', {
  next: ptr('async_cmd'),
  /** 1 start, 2 cancel. */
  operation: u32(),
  nanosecondsLow: u32(),
  nanosecondsHigh: u32(),
  mode: u32(),
});

/** Reference to a BPF function: program table index and subprogram in one word that is never 0. */
export const funcRef = (code: number, subprog: number): number => ((code << 12) | subprog) + 1;
export const funcCode = (ref: number): number => (ref - 1) >>> 12;
export const funcSubprog = (ref: number): number => (ref - 1) & 0xfff;
