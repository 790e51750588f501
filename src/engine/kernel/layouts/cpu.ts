import { REGISTER_WORDS } from '../../vm/vm.ts';
import { counter, derived, flag, layout, lazy, lock, owns, ptr, structs, u32, u64, words } from '../memory/layout.ts';

/**
 * A CPU is four contexts, each a stack of frames; the innermost frame of the highest context that is not empty makes
 * the CPU's next step.
 */

/** Kinds of frames. */
export const ROUTINE_FRAME = 1;
export const BPF_FRAME = 2;

export const Frame = layout('frame', {
  kind: u32(),
  /** Index of the routine, or of the program's code. */
  code: u32(),
  /** Step, or slot of the next instruction. */
  at: u32(),
  /** What the last call returned; after the end what this frame returns. */
  result: u32(),
  resultHigh: u32(),
  /** BPF: the stack pointer R10, as an offset. */
  stackTop: u32(),
  /** BPF: bytes of stack below `stackTop` that belong to this frame. */
  stackDepth: u32(),
  /** Why a wait for a resilient lock ended: a positive errno, or 0. */
  lockError: u32(),
  locals: words(16),
  /** R0..R10, and the word in which the interpreter counts `may_goto`: `vm/vm.ts`. */
  registers: lazy(words(REGISTER_WORDS)),
  mayGoto: u32(),
});

/** Where a frame's locals begin. */
export const LOCALS_OFFSET = Frame.offset('locals');
/** Locals of a BPF frame: its `bpf_prog`, and the number of the subprogram. */
export const BPF_LOCALS = 2;

/** Contexts of a CPU, lowest first: a higher one interrupts the lower ones. */
export const TASK = 0;
export const SOFTIRQ = 1;
export const HARDIRQ = 2;
export const NMI = 3;
export const CONTEXT_COUNT = 4;
export const CONTEXT_NAMES = ['task', 'softirq', 'hardirq', 'nmi'] as const;

export const MAX_FRAMES = 24;
export const MAX_HELD_LOCKS = 8;

export const Context = layout('context', {
  kind: u32(),
  /** Frames in use; 0 = the context is empty. */
  depth: u32(),
  irqsOff: counter(),
  bhOff: counter(),
  preemptOff: counter(),
  /** Nested read sections of RCU and of tasks-trace RCU. */
  rcu: counter(),
  rcuTrace: counter(),
  lockCount: counter(),
  locks: words(MAX_HELD_LOCKS),
  /** What runs: a task's system call (`Call`), a work item, an RCU callback; 0 for interrupts. */
  job: ptr('call'),
  /** Bytes of BPF stack in use. */
  stackUsed: u32(),
  stackBase: ptr('bpf_stack'),
  /** Number of the trace record that made this context start, plus 1; and of the wait under way. */
  cause: derived(u32()),
  waitRecord: derived(u32()),
  frames: structs(Frame, MAX_FRAMES),
});

/** Soft clock bases in the order in which the softirq serves them. */
export const MONOTONIC_SOFT = 0;
export const BOOTTIME_SOFT = 1;
export const BASE_COUNT = 2;

/** The queue of one clock: a 4-ary heap of `Hrtimer` nodes in an array that grows. */
export const HrtimerBase = layout('hrtimer_clock_base', {
  lock: lock(),
  /** Timer whose function is running. */
  running: ptr('bpf_hrtimer'),
  count: derived(u32()),
  capacity: derived(u32()),
  heap: derived(ptr('heap')),
});

export const Cpu = layout('cpu', {
  index: u32(),
  /** Timer whose BPF callback is running: the per-CPU `hrtimer_running` of kernel/bpf/helpers.c. */
  hrtimerRunning: ptr('bpf_hrtimer'),
  /** Timer whose left operations this CPU is doing; kernel: async_cb_running. */
  asyncRunning: ptr('bpf_hrtimer'),
  /** irq_work items waiting for this CPU, oldest first. */
  irqWorkHead: ptr('work'),
  irqWorkTail: ptr('work'),
  /** HRTIMER softirq raised and not yet served. */
  softirqPending: flag(),
  /** The timer interrupt has raised the softirq and no other is due before it ran; kernel: softirq_activated. */
  softirqActivated: flag(),
  /** The softirq was left to the thread, whose turn it is, or that of the tasks: KSOFTIRQD_…; 0 = no. */
  ksoftirqd: u32(),
  /** Rounds of the running softirq. */
  softirqRounds: u32(),
  /** System calls waiting for this CPU, oldest first. */
  callHead: ptr('call'),
  callTail: ptr('call'),
  /** Time that the running softirq has read once, and when it began. */
  softirqNow: lazy(u64()),
  softirqStart: lazy(u64()),
  /** Next tick while the softirq is left to the thread. */
  tick: lazy(u64()),
  /** Sums over the contexts, so that the scheduler need not look into each: innermost context that is not empty, */
  active: derived(u32()),
  /** and how often interrupts and bottom halves are off. */
  irqsOff: derived(counter()),
  bhOff: derived(counter()),
  /** The CPU's own time: key of the default order of steps, nothing else. */
  time: derived(u64()),
  /** The softirq of an idle CPU has woken a worker: what trace lines show. */
  needResched: derived(flag()),
  /** Work items that only this CPU runs, oldest first. */
  boundWorkHead: ptr('work'),
  boundWorkTail: ptr('work'),
  /** Packets that wait for the softirq, oldest first. */
  backlogHead: ptr('skb'),
  backlogTail: ptr('skb'),
  /** Perf events that interrupt this CPU. */
  events: ptr('perf_event'),
  bases: structs(HrtimerBase, BASE_COUNT),
  contexts: structs(Context, CONTEXT_COUNT),
});

export const MAX_PENDING_STORES = 64;

/** What a CPU has stored and nobody else sees, oldest first. Each entry: address of the word, mask of its bytes, value. */
export const StoreBuffer = layout('store_buffer', {
  count: u32(),
  entries: words(3 * MAX_PENDING_STORES),
});

/** `ksoftirqd` is a task like others and takes turns with them. */
export const KSOFTIRQD_TURN = 1;
export const KSOFTIRQD_HAD_TURN = 2;

/** What exists once. */
export const Globals = layout('globals', {
  /** The one clock, ns since boot. */
  clock: lazy(u64()),
  /** Numbers of hrtimer starts: ties of equal expiry. */
  timerSequence: derived(u32()),
  nextMapId: u32(),
  nextProgId: u32(),
  /** Maps and programs in the order of their ids. */
  maps: ptr('bpf_map'),
  progs: ptr('bpf_prog'),
  /** Callbacks that wait for a grace period, oldest first. */
  rcuHead: ptr('rcu_head'),
  rcuTail: ptr('rcu_head'),
  workHead: ptr('work'),
  workTail: ptr('work'),
  /** State of the generator behind `bpf_get_prandom_u32()`. */
  randomLow: u32(),
  randomHigh: u32(),
  /** Callbacks run since something other than a timer happened. */
  firesWithoutProgress: derived(u32()),
  fires: derived(u32()),
  /** Choices asked so far. */
  choices: derived(u32()),
  heapTop: derived(u32()),
  quarantineHead: derived(ptr('object')),
  quarantineTail: derived(ptr('object')),
  quarantineBytes: derived(u32()),
  nextBtfId: u32(),
  /** What is in /sys/fs/bpf, oldest first. */
  bpffs: ptr('bpf_inode'),
  /** Processes, oldest first, and the number that the next one gets. */
  tasks: ptr('task'),
  nextPid: u32(),
  devices: ptr('net_device'),
  /** Links in the order of their ids, and the last id given out. */
  links: ptr('bpf_link'),
  nextLinkId: u32(),
  /** Sockets, newest first. */
  sockets: ptr('sock'),
});

/** A request to the kernel from user space: a routine with its arguments, queued on a CPU. */
export const Call = layout('call', {
  /** Index of the routine. */
  routine: u32(),
  /** 0 queued, 1 running, 2 done. */
  state: u32(),
  result: u32(),
  resultHigh: u32(),
  /** Number of the process that asks; 0 = nobody that the machine knows. */
  process: u32(),
  next: ptr('call'),
  /** Not before this time: how processes sleep. */
  due: lazy(u64()),
  arguments: words(6),
});
export const CALL_QUEUED = 0;
export const CALL_RUNNING = 1;
export const CALL_DONE = 2;

/** A callback after a grace period; kernel: struct rcu_head with what surrounds it. */
export const RcuHead = layout('rcu_head', {
  next: ptr('rcu_head'),
  routine: u32(),
  argument: u32(),
  /** 0 = RCU, 1 = tasks-trace RCU. */
  flavour: u32(),
  /** CPUs (bits) whose readers were inside at the time of the call and have not left since. */
  waitsFor: u32(),
  cpu: u32(),
  /** Grace periods take time where time is simulated: not before then. */
  due: lazy(u64()),
});

/** A work item: a routine with one argument, in process context on any CPU. */
export const Work = layout('work', {
  next: ptr('work'),
  routine: u32(),
  argument: u32(),
  cpu: u32(),
});

/** An open file: what file descriptors point to. */
export const File = layout('file', {
  kind: u32(),
  object: owns('object', 'refcnt'),
  /** Descriptors and other users of the file. */
  refs: counter(),
  /** Number of the process whose descriptor it is, and the descriptor there. */
  owner: u32(),
  descriptor: u32(),
});
/** A file or folder below /sys/fs/bpf; kernel: kernel/bpf/inode.c */
export const BpfInode = layout('bpf_inode', {
  next: ptr('bpf_inode'),
  /** FILE_MAP, FILE_PROG, FILE_LINK or DIRECTORY. */
  kind: u32(),
  /** The pinned object, held by one reference (of a map: a user reference). */
  object: owns('object', 'refcnt'),
  /** The whole path, Latin-1, without a NUL. */
  path: ptr('path'),
  pathLength: u32(),
});
/** A folder of the file system; no file is of this kind. */
export const DIRECTORY = 3;

export const FILE_FREE = 0;
export const FILE_MAP = 1;
export const FILE_PROG = 2;
export const FILE_LINK = 4;
export const FILE_EVENT = 5;
export const FILE_SOCKET = 6;
export const MAX_FILES = 256;
