/**
 * The verifier's state: the program, what is known of each instruction, and the register and stack states being
 * walked. Registers and stack slots are records in one arena (`Verifier.w`, see layout.ts); everything else is objects.
 * kernel: include/linux/bpf_verifier.h
 */
import { defined } from '../../lib/assert.ts';
import { emptyListOf } from '../../lib/empty-list.ts';
import type { VerifierEnv } from '../abi/env.ts';
import { capable } from '../abi/env.ts';
import type { HelperProto } from '../abi/helpers.ts';
import {
  BPF_F_ANY_ALIGNMENT,
  BPF_F_SLEEPABLE,
  BPF_F_STRICT_ALIGNMENT,
  BPF_F_TEST_REG_INVARIANTS,
  BPF_F_TEST_STATE_FREQ,
  BPF_PROG_TYPE_STRUCT_OPS,
} from '../abi/program-types.ts';
import type { Btf } from '../btf/btf.ts';
import type { BtfFuncProto } from '../btf/types.ts';
import type { Code } from '../isa/insn.ts';
import { decode } from '../isa/insn.ts';
import type { LoadRequest, MapInfo } from '../program/load.ts';
import { BPF_LOG_LEVEL, BPF_LOG_LEVEL2, Log } from './log/log-buffer.ts';
import { Arena } from './memory/arena.ts';
import type { Flow } from './program/flow.ts';
import { InsnAux } from './program/insn-aux.ts';
import { BTF, MAP_PTR, REG_SIZE, REGS_SIZE, SCRATCH_SIZE, SLOT_SIZE } from './program/layout.ts';
import type { SubprogInfo } from './program/subprog-info.ts';
import { Backtrack } from './states/backtrack-state.ts';
import { Liveness } from './states/liveness.ts';
import type { SccVisit } from './states/scc-visits.ts';
import { StateCache } from './states/state-cache.ts';
import type { Tracer } from './tracer.ts';

export const MAX_CALL_FRAMES = 8;
export const BPF_REG_SIZE = 8;
/** `callsite` of frames that nobody called. kernel: BPF_MAIN_FUNC */
export const BPF_MAIN_FUNC = -1;

/** kernel: enum ref_state_type */
export const REF_TYPE_PTR = 1 << 1;
export const REF_TYPE_IRQ = 1 << 2;
export const REF_TYPE_LOCK = 1 << 3;
export const REF_TYPE_RES_LOCK = 1 << 4;
export const REF_TYPE_RES_LOCK_IRQ = 1 << 5;
export const REF_TYPE_LOCK_MASK = REF_TYPE_LOCK | REF_TYPE_RES_LOCK | REF_TYPE_RES_LOCK_IRQ;

/** Something that must be released before the program ends. Never changed once made, so that states can share it. */
export interface Reference {
  readonly type: number;
  readonly id: number;
  readonly insnIdx: number;
  /** Locks: what the lock lies in, as `lockOwner` numbers it; otherwise 0. */
  readonly ptr: number;
}

/** One frame: registers and stack of a function that is being walked. kernel: struct bpf_func_state */
export class FuncState {
  /** Arena offset of R0's record; the others follow. */
  regs = 0;
  /** Arena offset of stack slot 0 (fp-8); meaningless while `stackCapacity` is 0. */
  stack = 0;
  /** Slots that the block at `stack` can hold. */
  stackCapacity = 0;
  /** Bytes of stack that have been touched, a multiple of 8. */
  allocatedStack = 0;
  callsite = BPF_MAIN_FUNC;
  frameno = 0;
  subprogno = 0;
  asyncEntryCnt = 0;
  callbackRetMin = 0;
  callbackRetMax = 0;
  inCallbackFn = false;
  inAsyncCallbackFn = false;
  inExceptionCallbackFn = false;
  callbackDepth = 0;
}

/** A point of a path through the program. kernel: struct bpf_verifier_state */
export class VerifierState {
  // What walks over the stored states of an instruction look at comes first: it shares a line of the cache.
  /** Paths from here that are still to be walked; 0 = all ended or were pruned. */
  branches = 0;
  insnIdx = 0;
  curframe = 0;
  cleaned = false;
  /** Of stored states: how often they covered another, how often not, and the arena offset of the innermost R0. */
  hitCount = 0;
  missCount = 0;
  innermostRegs = 0;
  readonly frames: FuncState[] = [];
  parent: VerifierState | undefined = undefined;
  refs: Reference[] = [];
  activeLocks = 0;
  activePreemptLocks = 0;
  activeIrqId = 0;
  activeLockId = 0;
  activeLockPtr = 0;
  activeRcuLock = false;
  speculative = false;
  inSleepable = false;
  firstInsnIdx = 0;
  lastInsnIdx = 0;
  /** Of a backedge: the stored state that this one equals. */
  equalState: VerifierState | undefined = undefined;
  /** Records of HISTORY_SIZE words, oldest first; see history.ts. */
  history: number[] = [];
  historyCount = 0;
  dfsDepth = 0;
  callbackUnrollDepth = 0;
  mayGotoDepth = 0;
  /** A stored state that was thrown out. */
  isEvicted = false;
}

/** What is to be walked later. kernel: struct bpf_verifier_stack_elem */
export interface PendingState {
  readonly state: VerifierState;
  readonly insnIdx: number;
  readonly prevInsnIdx: number;
  /** Level 1 cuts the log back to here when the state's turn comes. */
  readonly logPos: number;
}

/** The function, type or hook that a program of a BTF type is loaded for. kernel: prog->aux->attach_* */
export interface AttachTarget {
  readonly btf: Btf;
  readonly btfId: number;
  readonly name: string;
  readonly proto: BtfFuncProto | undefined;
}

/** Words at the start of the arena are never handed out, so that no record has offset 0. */
const ARENA_START = SCRATCH_SIZE;

export class Verifier {
  readonly request: LoadRequest;
  readonly env: VerifierEnv;
  readonly code: Code;
  readonly aux: InsnAux;
  readonly arena: Arena;
  /** The arena's words. Replaced when the arena grows: never keep it across pushStack, growStack or copying of states. */
  w: Int32Array;
  readonly log: Log;
  /** Instructions are printed: those of the path that failed, or all. */
  readonly logsPaths: boolean;
  /** Every instruction is printed. */
  readonly logsAll: boolean;
  readonly tracer: Tracer | undefined;

  /** The state being walked. */
  cur: VerifierState = new VerifierState();
  insnIdx = 0;
  prevInsnIdx = 0;
  /** States and frames that were freed, to be used again with their blocks of the arena. */
  readonly statePool: VerifierState[] = emptyListOf(new VerifierState());
  readonly funcPool: FuncState[] = emptyListOf(new FuncState());
  /** States to be walked later, the next one last. */
  readonly pending = emptyListOf<PendingState>({ state: this.cur, insnIdx: 0, prevInsnIdx: 0, logPos: 0 });
  subprogs: SubprogInfo[] = [];
  /** Subprogram of the exception callback; 0 if there is none. */
  exceptionCallbackSubprog = 0;
  /** The control flow; known once the graph was checked. */
  flow: Flow | undefined = undefined;
  /** Which stack slots are read later. */
  readonly liveness = new Liveness();
  readonly cache: StateCache;
  /** Visits of loops, by number of the loop. */
  sccVisits: SccVisit[][] = [];
  /** Backedges of all visits. */
  backedgeCount = 0;

  /** Maps that registers refer to: those of the request, then templates of inner maps. MAP_PTR is index + 1. */
  readonly mapTable: MapInfo[];
  /** BTFs that registers refer to. BTF is index + 1. */
  readonly btfTable: Btf[] = [];
  attachTarget: AttachTarget | undefined = undefined;

  /** The word, counted from R0's record, in which the states of a loop that were compared last differed. */
  lastDifference = 0;
  /** The register for which a stored state last failed to cover the running one. */
  lastUncovered = 0;

  /** Prototypes of the helpers that were called, by id. */
  readonly helperProtos = new Map<number, HelperProto>();
  /** Last id given to a register; `++v.idGen` makes a new one. */
  idGen = 0;
  /** Number of the walk that runs: 1 for the main program, then one for each global function. */
  passCnt = 0;
  /** The running instruction has a record at the end of the history. kernel: env->cur_hist_ent */
  hasHistoryEntry = false;
  /** The program may hand references to its caller in R0: struct_ops. */
  readonly returnsReferences: boolean;
  readonly bt = new Backtrack();
  /** Scratch registers that stand for constants of instructions. kernel: env->fake_reg[2] */
  readonly fakeReg: readonly [number, number];
  /** A scalar of which nothing is known. kernel: unbound_reg */
  readonly unboundReg: number;
  /** Registers as a function finds them: nothing known of any but the frame pointer, of frame 0. */
  readonly freshRegs: number;

  /** Registers written since the state was last printed, as bits; likewise stack slots 0..31 and 32..63. */
  scratchedRegs = 0;
  scratchedSlotsLow = 0;
  scratchedSlotsHigh = 0;

  /** `check_btf_func()` has passed: subprograms have names, linkage and signatures. */
  hasFuncInfo = false;
  /** `check_btf_line()` has passed. */
  hasLineInfo = false;
  /** Texts of instructions that were printed. */
  readonly insnTexts: (string | undefined)[] = [];
  /** Index of the line_info record printed last; -1 = none in this walk. */
  prevLinfo = -1;
  /** Where the log ended after the last instruction, and how long that instruction's text was. */
  prevLogPos = 0;
  prevInsnPrintPos = 0;

  readonly progType: number;
  /** BPF_F_SLEEPABLE. */
  readonly sleepable: boolean;
  readonly strictAlignment: boolean;
  readonly testStateFreq: boolean;
  readonly testRegInvariants: boolean;
  readonly bpfCapable: boolean;
  readonly allowPtrLeaks: boolean;
  readonly allowUninitStack: boolean;
  readonly bypassSpecV1: boolean;
  readonly bypassSpecV4: boolean;
  /** Stored states cover only what has the same values or fewer, whether they matter or not. */
  keepsValues = false;
  seenDirectWrite = false;
  seenException = false;
  /** The program refers to an arena. */
  usesArena = false;
  /** Pointer arithmetic is limited at run time (unprivileged): states must then agree exactly. */
  exploreAluLimits = false;

  // Counters of the log's last line.
  insnProcessed = 0;
  prevInsnProcessed = 0;
  jmpsProcessed = 0;
  prevJmpsProcessed = 0;
  maxStatesPerInsn = 0;
  totalStates = 0;
  peakStates = 0;
  longestMarkRead = 0;

  /** `prog->aux->max_pkt_offset`, `max_ctx_offset`. */
  maxPktOffset = 0;
  maxCtxOffset = 0;
  /** How far calls were seen to when the program was rewritten: -1 = not yet; undefined = nothing was. kernel: do_misc_fixups() */
  rewrittenTo: number | undefined = undefined;
  /** The instruction a rejection speaks of: set when the walk ends with an error. */
  rejectedAt: number | undefined = undefined;

  constructor(request: LoadRequest, env: VerifierEnv, level: number, tracer?: Tracer) {
    this.request = request;
    this.env = env;
    this.tracer = tracer;
    this.code = decode(request.insns);
    this.aux = new InsnAux(this.code.length);
    this.arena = new Arena(ARENA_START, (words) => {
      this.w = words;
    });
    this.w = this.arena.words;
    this.log = new Log(level);
    this.logsPaths = (level & BPF_LOG_LEVEL) !== 0;
    this.logsAll = (level & BPF_LOG_LEVEL2) !== 0;
    this.cache = new StateCache(this.code.length);
    this.mapTable = [...request.maps];
    this.fakeReg = [allocScratchReg(this), allocScratchReg(this)];
    this.unboundReg = allocScratchReg(this);
    this.freshRegs = this.arena.allocateZeroed(REGS_SIZE);
    this.progType = request.type;
    this.returnsReferences = request.type === BPF_PROG_TYPE_STRUCT_OPS;
    this.sleepable = (request.flags & BPF_F_SLEEPABLE) !== 0;
    this.strictAlignment = wantsStrictAlignment(request.flags, env);
    this.testStateFreq = (request.flags & BPF_F_TEST_STATE_FREQ) !== 0;
    this.testRegInvariants = (request.flags & BPF_F_TEST_REG_INVARIANTS) !== 0;
    const perfmon = capable(env, 'CAP_PERFMON');
    this.bpfCapable = capable(env, 'CAP_BPF');
    this.allowPtrLeaks = perfmon;
    this.allowUninitStack = perfmon;
    this.bypassSpecV1 = perfmon;
    this.bypassSpecV4 = perfmon;
  }

  /** After a walk: none of its states can be met again. */
  forgetStates(): void {
    this.cache.clear();
    this.sccVisits = [];
  }

  /** Appends to the log unless the level is 0. kernel: verifier.c verbose() */
  verbose(text: string): void {
    if (this.log.level !== 0) this.log.write(text);
  }
}

function wantsStrictAlignment(flags: number, env: VerifierEnv): boolean {
  if ((flags & BPF_F_ANY_ALIGNMENT) !== 0) return false;
  return env.strictAlignment || (flags & BPF_F_STRICT_ALIGNMENT) !== 0;
}

/** A register record that lives as long as the verifier: for constants and intermediate results. */
const allocScratchReg = (v: Verifier): number => v.arena.allocateZeroed(REG_SIZE);

/** The frame that runs. kernel: cur_func() */
export const curFunc = (v: Verifier): FuncState => v.cur.frames[v.cur.curframe];

/** Arena offset of R0 of the running frame. kernel: cur_regs() */
export const curRegs = (v: Verifier): number => v.cur.frames[v.cur.curframe].regs;

/** Arena offset of a register of the running frame. */
export const reg = (v: Verifier, regno: number): number => v.cur.frames[v.cur.curframe].regs + regno * REG_SIZE;

/** Arena offset of a register of any frame. */
export const frameReg = (func: FuncState, regno: number): number => func.regs + regno * REG_SIZE;

/** Arena offset of a stack slot's record; `spi` must be below `slotCount`. */
export const slotAt = (func: FuncState, spi: number): number => func.stack + spi * SLOT_SIZE;

/** Slots of stack that have been touched. */
export const slotCount = (func: FuncState): number => func.allocatedStack >> 3;

/** The frame that a PTR_TO_STACK register points into. kernel: func() */
export const funcOf = (v: Verifier, frameno: number): FuncState => v.cur.frames[frameno];

/**
 * Makes the stack of a frame at least `size` bytes; new slots are STACK_INVALID. Slots may move, so offsets of slots
 * and `v.w` taken before are stale; registers stay. kernel: verifier.c grow_stack_state()
 */
export function growStack(v: Verifier, func: FuncState, size: number): void {
  const wanted = (size + 7) & ~7;
  if (wanted <= func.allocatedStack) return;
  const slots = wanted >> 3;
  if (slots > func.stackCapacity) moveStack(v, func, slots);
  v.w.fill(0, slotAt(func, slotCount(func)), slotAt(func, slots));
  func.allocatedStack = wanted;
  const subprog = v.subprogs[func.subprogno];
  if (wanted > subprog.stackDepth) subprog.stackDepth = wanted;
}

function moveStack(v: Verifier, func: FuncState, slots: number): void {
  const old = func.stack;
  const oldCapacity = func.stackCapacity;
  func.stackCapacity = v.arena.stackCapacity(slots);
  func.stack = v.arena.allocateStack(func.stackCapacity);
  v.w.copyWithin(func.stack, old, old + slotCount(func) * SLOT_SIZE);
  v.arena.freeStack(old, oldCapacity);
}

/** The number for MAP_PTR that stands for a map. */
export function mapNumber(v: Verifier, map: MapInfo): number {
  const index = v.mapTable.indexOf(map);
  return index >= 0 ? index + 1 : v.mapTable.push(map);
}

/** The map that a register (or slot) record refers to. */
export const mapOf = (v: Verifier, record: number): MapInfo =>
  defined(v.mapTable[v.w[record + MAP_PTR] - 1], 'map of a register');

/** The number for BTF that stands for a table of types. */
export function btfNumber(v: Verifier, btf: Btf): number {
  const index = v.btfTable.indexOf(btf);
  return index >= 0 ? index + 1 : v.btfTable.push(btf);
}

/** The types that a register (or slot) record refers to. */
export const btfOf = (v: Verifier, record: number): Btf =>
  defined(v.btfTable[v.w[record + BTF] - 1], 'BTF of a register');

/** The register will be printed with the next state. kernel: mark_reg_scratched() */
export function markRegScratched(v: Verifier, regno: number): void {
  v.scratchedRegs |= 1 << regno;
}

/** The stack slot will be printed with the next state. kernel: mark_stack_slot_scratched() */
export function markStackSlotScratched(v: Verifier, spi: number): void {
  if (spi < 32) v.scratchedSlotsLow |= 1 << spi;
  else v.scratchedSlotsHigh |= 1 << (spi - 32);
}

/** Everything will be printed with the next state. kernel: mark_verifier_state_scratched() */
export function markVerifierStateScratched(v: Verifier): void {
  v.scratchedRegs = -1;
  v.scratchedSlotsLow = -1;
  v.scratchedSlotsHigh = -1;
}

/** kernel: mark_verifier_state_clean() */
export function markVerifierStateClean(v: Verifier): void {
  v.scratchedRegs = 0;
  v.scratchedSlotsLow = 0;
  v.scratchedSlotsHigh = 0;
}
