/** Does a recorded state of the verifier hold the registers and stacks of a machine? */
import * as layout from '../../../engine/verifier/program/layout.ts';
import { BPF_ADD_CONST, BPF_ADD_CONST32, BPF_ADD_CONST64 } from '../../../engine/verifier/states/linked.ts';
import { isSpilledReg, slotType } from '../../../engine/verifier/states/stack-slots.ts';
import type { Moment } from './moment.ts';
import { isPointer, type Pointer } from './pointers.ts';
import { fitsInto, hasKnownBits, isWithin } from './ranges.ts';
import { FRAME_HEAD, FRAME_REGS_SIZE, frameSize, type RecordedState } from './recorded-states.ts';

/** All that a state says is compared; or, of the innermost frame, only which pointers there are, and where to. */
export type Demand = 'everything' | 'pointers';

/** A place of a state that does not hold: a register (0 … 10) or slot (from 11 on) of a frame, outermost first. */
export interface Mismatch {
  readonly frame: number;
  readonly place: number;
}

/** A state that is as deep as a machine can be has fewer records with ids. */
const MAX_IDS = 256;
const MAX_LINK_WORDS = 4 * MAX_IDS;
const LINK_SEEN = 2;
const LINK_HAS_HIGH = 3;

/**
 * Compares one state after the other with a moment. What was found wrong is in `frame` and `place`: nothing is allocated
 * for an instruction that holds.
 */
export class Container {
  frame = 0;
  place = 0;
  private readonly moment: Moment;
  private readonly demand: Demand;
  private live: readonly number[] = [];
  /** By id: low and high word of the value that its records share, whether it is known, and whether its high word is. */
  private readonly links = new Int32Array(MAX_LINK_WORDS);
  private readonly pointer: { -readonly [K in keyof Pointer]: Pointer[K] };

  constructor(moment: Moment, demand: Demand) {
    this.moment = moment;
    this.demand = demand;
    this.pointer = { moment, w: new Int32Array(0), r: 0, low: 0, high: 0, outermost: 0 };
  }

  /** True if the state holds the moment; `live` has, by instruction, bits for the registers that are read later. */
  holds(state: RecordedState, live: readonly number[]): boolean {
    const count = state[0];
    this.place = -1;
    if (count > this.moment.frameCount) return false;
    this.pointer.w = state;
    this.pointer.outermost = count - 1;
    this.live = live;
    this.links.fill(0);
    let at = 1;
    for (let frame = 0; frame < count; frame++) {
      this.frame = frame;
      if (!this.holdsFrame(state, at, count - 1 - frame)) return false;
      at += frameSize(state[at + 1]);
    }
    return true;
  }

  /** `depth` counts frames of the machine, innermost first. */
  private holdsFrame(state: RecordedState, at: number, depth: number): boolean {
    this.place = -1;
    const isCalled = this.frame > 0;
    if (isCalled && state[at] !== this.moment.callsite(depth + 1)) return false;
    const wanted = this.wantedRegisters(depth);
    if (this.demand === 'pointers') return depth > 0 || this.holdsRegisters(state, at + FRAME_HEAD, 0, wanted);
    return (
      this.holdsRegisters(state, at + FRAME_HEAD, depth, wanted) &&
      this.holdsStack(state, at + FRAME_REGS_SIZE, state[at + 1], depth)
    );
  }

  /** Those that are read later: no verifier compares the others. What a call may destroy is gone in the callee. */
  private wantedRegisters(depth: number): number {
    const { live, moment } = this;
    if (depth === 0) return live[moment.insn] | FRAME_POINTER;
    return (live[moment.callsite(depth)] & CALLEE_SAVED) | FRAME_POINTER;
  }

  private holdsRegisters(state: RecordedState, at: number, depth: number, wanted: number): boolean {
    const { words } = this.moment.kernel.memory;
    const registers = this.moment.registers(depth);
    for (let i = 0; i < layout.MAX_BPF_REG; i++) {
      if ((wanted & (1 << i)) === 0) continue;
      this.place = i;
      const low = words[registers + 2 * i];
      if (!this.holdsValue(state, at + i * layout.REG_SIZE, low, words[registers + 2 * i + 1])) return false;
    }
    return true;
  }

  private holdsValue(w: RecordedState, r: number, low: number, high: number): boolean {
    const type = w[r + layout.TYPE];
    if (type === layout.NOT_INIT) return true;
    if (type === layout.SCALAR_VALUE) {
      return this.demand === 'pointers' || (isWithin(w, r, low, high) && this.isLinked(w, r, low, high));
    }
    const { pointer } = this;
    pointer.r = r;
    pointer.low = low;
    pointer.high = high;
    return isPointer(pointer) && this.isLinked(w, r, low, high);
  }

  private holdsStack(state: RecordedState, at: number, slots: number, depth: number): boolean {
    const top = this.moment.stackTop(depth);
    for (let i = 0; i < slots; i++) {
      this.place = layout.MAX_BPF_REG + i;
      if (!this.holdsSlot(state, at + i * layout.SLOT_SIZE, top - 8 * (i + 1))) return false;
    }
    return true;
  }

  /** Byte 7 of a slot has the lowest address. */
  private holdsSlot(state: RecordedState, slot: number, address: number): boolean {
    const { memory } = this.moment.kernel;
    if (isSpilledReg(state, slot)) {
      let size = 1;
      while (size < 8 && slotType(state, slot, 7 - size) === layout.STACK_SPILL) size++;
      return this.holdsSpill(state, slot, memory.load32(address), memory.load32(address + 4), size);
    }
    for (let i = 0; i < 8; i++)
      if (slotType(state, slot, 7 - i) === layout.STACK_ZERO && memory.load8(address + i) !== 0) return false;
    return true;
  }

  private holdsSpill(state: RecordedState, slot: number, low: number, high: number, size: number): boolean {
    if (size === 8) return this.holdsValue(state, slot, low, high);
    if (!fitsInto(state, slot, size)) return hasKnownBits(state, slot, low, high, size);
    const lowPart = size >= 4 ? low : low & ((1 << (8 * size)) - 1);
    return this.holdsValue(state, slot, lowPart, size <= 4 ? 0 : high & ((1 << (8 * (size - 4))) - 1));
  }

  /** Records with one id: equal numbers, packets with one variable part, pointers that are null together. */
  private isLinked(w: RecordedState, r: number, low: number, high: number): boolean {
    const id = w[r + layout.ID];
    if (id === 0) return true;
    const type = w[r + layout.TYPE];
    if (layout.typeMayBeNull(type)) return this.shares(id, (low | high) === 0 ? 0 : 1, 0, true);
    if (type !== layout.SCALAR_VALUE) return this.shares(id, (low - w[r + layout.OFF]) | 0, 0, true);
    if ((id & BPF_ADD_CONST) === 0) return this.shares(id, low, high, true);
    const base = id & ~BPF_ADD_CONST;
    const off = w[r + layout.OFF];
    if ((id & BPF_ADD_CONST64) === 0 && (id & BPF_ADD_CONST32) !== 0)
      return this.shares(base, (low - off) | 0, 0, false);
    const borrow = low >>> 0 < off >>> 0 ? 1 : 0;
    return this.shares(base, (low - off) | 0, (high - (off >> 31) - borrow) | 0, true);
  }

  private shares(id: number, low: number, high: number, hasHigh: boolean): boolean {
    const { links } = this;
    const at = 4 * id;
    if (links[at + LINK_SEEN] !== 0 && links[at] !== low) return false;
    if (hasHigh && links[at + LINK_HAS_HIGH] !== 0 && links[at + 1] !== high) return false;
    links[at] = low;
    links[at + LINK_SEEN] = 1;
    if (hasHigh) {
      links[at + 1] = high;
      links[at + LINK_HAS_HIGH] = 1;
    }
    return true;
  }
}

/** R6 … R9. */
const CALLEE_SAVED = 0x3c0;
const FRAME_POINTER = 1 << 10;
