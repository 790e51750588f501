/**
 * The instructions of a path, as far as they cannot be told from the program alone. Records of a state's `history`:
 *
 *   word  0    1         2                    3..5
 *         idx  prev idx  flags | links << 16  links, two to a word
 *
 * A link is a register or stack slot: frame:3 | register or slot:6 | 1 if a register. Links gained bounds together at
 * the instruction, so precision of one is precision of all. Every word is a small integer, so that plain arrays, which
 * are made faster than typed ones, hold them as such.
 * kernel: include/linux/bpf_verifier.h struct bpf_jmp_history_entry
 */
import type { Verifier, VerifierState } from '../env.ts';

const HISTORY_SIZE = 6;
const IDX = 0;
const PREV_IDX = 1;
const FLAGS = 2;
const LINKS = 3;

const LINKED_REGS_MAX = 6;
/** The instruction reads or writes a stack slot: frame in bits 0..2, slot in bits 3..8. */
export const INSN_F_STACK_ACCESS = 1 << 9;
/** The destination, the source register points into the stack. */
export const INSN_F_DST_REG_STACK = 1 << 10;
export const INSN_F_SRC_REG_STACK = 1 << 11;

const FLAGS_MASK = 0xfff;
const FRAMENO_MASK = 7;
const SPI_SHIFT = 3;
const SPI_MASK = 0x3f;

/** A set of linked registers and slots under construction; one is reused for all. */
export class LinkedRegs {
  count = 0;
  readonly links = new Int16Array(LINKED_REGS_MAX);

  clear(): void {
    this.count = 0;
  }

  /** False if there is no room. kernel: linked_regs_push() */
  push(frameno: number, spiOrRegno: number, isReg: boolean): boolean {
    if (this.count >= LINKED_REGS_MAX) return false;
    this.links[this.count++] = frameno | (spiOrRegno << SPI_SHIFT) | (isReg ? 1 << 9 : 0);
    return true;
  }

  frameno(i: number): number {
    return this.links[i] & FRAMENO_MASK;
  }

  /** Slot, or register if `isReg`. */
  spiOrRegno(i: number): number {
    return (this.links[i] >> SPI_SHIFT) & SPI_MASK;
  }

  isReg(i: number): boolean {
    return (this.links[i] & (1 << 9)) !== 0;
  }
}

/** kernel: insn_stack_access_flags() */
export const insnStackAccessFlags = (frameno: number, spi: number): number =>
  INSN_F_STACK_ACCESS | (spi << SPI_SHIFT) | frameno;

/** kernel: insn_stack_access_spi(), insn_stack_access_frameno() */
export const insnStackAccessSpi = (flags: number): number => (flags >> SPI_SHIFT) & SPI_MASK;
export const insnStackAccessFrameno = (flags: number): number => flags & FRAMENO_MASK;

/**
 * Records the instruction that is being checked (and the one before it) in the state's history, or adds to the record
 * that it has already. kernel: verifier.c push_jmp_history()
 */
export function pushJmpHistory(v: Verifier, state: VerifierState, flags: number, linked?: LinkedRegs): void {
  if (!v.hasHistoryEntry) {
    appendRecord(state, v.insnIdx, v.prevInsnIdx);
    v.hasHistoryEntry = true;
  }
  const at = (state.historyCount - 1) * HISTORY_SIZE;
  state.history[at + FLAGS] |= flags;
  setLinks(state.history, at, linked);
}

function appendRecord(state: VerifierState, idx: number, prevIdx: number): void {
  const { history } = state;
  const at = state.historyCount * HISTORY_SIZE;
  // All words in their order, so that the array has no holes.
  history[at + IDX] = idx;
  history[at + PREV_IDX] = prevIdx;
  history[at + FLAGS] = 0;
  for (let i = LINKS; i < HISTORY_SIZE; i++) history[at + i] = 0;
  state.historyCount++;
}

function setLinks(history: number[], at: number, linked: LinkedRegs | undefined): void {
  const count = linked?.count ?? 0;
  history[at + FLAGS] = (history[at + FLAGS] & FLAGS_MASK) | (count << 16);
  if (linked === undefined) return;
  for (let i = 0; i < 3; i++) {
    history[at + LINKS + i] = (linked.links[2 * i] & 0xffff) | (linked.links[2 * i + 1] << 16);
  }
}

/** kernel: verifier.c clear_jmp_history() */
export function clearJmpHistory(state: VerifierState): void {
  state.historyCount = 0;
}

/** `to` takes over the history of `from`, which begins a new one in the other's array. Nothing is copied. */
export function moveHistory(to: VerifierState, from: VerifierState): void {
  const { history } = to;
  to.history = from.history;
  to.historyCount = from.historyCount;
  from.history = history;
  from.historyCount = 0;
}

export function copyHistory(to: VerifierState, from: VerifierState): void {
  const words = from.historyCount * HISTORY_SIZE;
  // Histories are short: a loop beats the call of a built-in.
  for (let i = 0; i < words; i++) to.history[i] = from.history[i];
  to.historyCount = from.historyCount;
}

/** Offset of the last of the first `end` records. kernel: get_jmp_hist_entry() */
export const historyEntry = (end: number): number => (end - 1) * HISTORY_SIZE;

/** Instruction of the last of the first `end` records; -1 if there is none. */
export const lastHistoryIdx = (state: VerifierState, end: number): number =>
  end > 0 ? state.history[(end - 1) * HISTORY_SIZE + IDX] : -1;

/** The last of the first `end` records says more than that the instruction ran: a stack access, or links. */
export const historyMatters = (state: VerifierState, end: number): boolean =>
  state.history[(end - 1) * HISTORY_SIZE + FLAGS] !== 0;

export const historyPrevIdx = (state: VerifierState, entry: number): number => state.history[entry + PREV_IDX];
/** INSN_F_… of a record; 0 for entry -1. */
export const historyFlags = (state: VerifierState, entry: number): number =>
  entry < 0 ? 0 : state.history[entry + FLAGS] & FLAGS_MASK;

/** False for entry -1. */
export const historyHasLinks = (state: VerifierState, entry: number): boolean =>
  entry >= 0 && state.history[entry + FLAGS] >> 16 !== 0;

/** Reads the links of a record into `linked`. kernel: linked_regs_unpack() */
export function historyLinks(state: VerifierState, entry: number, linked: LinkedRegs): void {
  linked.count = state.history[entry + FLAGS] >> 16;
  for (let i = 0; i < linked.count; i++) {
    const word = state.history[entry + LINKS + (i >> 1)];
    linked.links[i] = (i & 1) === 0 ? word : word >> 16;
  }
}
