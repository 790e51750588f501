import { MAX_CALL_FRAMES } from '../env.ts';
import type { LinkedRegs } from './history.ts';

/**
 * Registers and stack slots whose exact value turned out to matter, per frame, while the path is walked backwards.
 * kernel: struct backtrack_state and the bt_…() functions
 */
export class Backtrack {
  frame = 0;
  /** A stored state got a precision mark it did not have. */
  changed = false;
  readonly regs = new Int32Array(MAX_CALL_FRAMES);
  readonly slotsLow = new Int32Array(MAX_CALL_FRAMES);
  readonly slotsHigh = new Int32Array(MAX_CALL_FRAMES);

  reset(): void {
    this.frame = 0;
    this.regs.fill(0);
    this.slotsLow.fill(0);
    this.slotsHigh.fill(0);
  }

  isEmpty(): boolean {
    let bits = 0;
    for (let i = 0; i <= this.frame; i++) bits |= this.regs[i] | this.slotsLow[i] | this.slotsHigh[i];
    return bits === 0;
  }

  /** Registers of the frame that is being walked. */
  get regMask(): number {
    return this.regs[this.frame];
  }

  isRegSet(regno: number): boolean {
    return (this.regs[this.frame] & (1 << regno)) !== 0;
  }

  setReg(regno: number): void {
    this.regs[this.frame] |= 1 << regno;
  }

  clearReg(regno: number): void {
    this.regs[this.frame] &= ~(1 << regno);
  }

  setFrameReg(frame: number, regno: number): void {
    this.regs[frame] |= 1 << regno;
  }

  clearFrameReg(frame: number, regno: number): void {
    this.regs[frame] &= ~(1 << regno);
  }

  isSlotSet(frame: number, spi: number): boolean {
    return ((spi < 32 ? this.slotsLow : this.slotsHigh)[frame] & (1 << (spi & 31))) !== 0;
  }

  setSlot(frame: number, spi: number): void {
    (spi < 32 ? this.slotsLow : this.slotsHigh)[frame] |= 1 << (spi & 31);
  }

  clearSlot(frame: number, spi: number): void {
    (spi < 32 ? this.slotsLow : this.slotsHigh)[frame] &= ~(1 << (spi & 31));
  }

  hasSlots(): boolean {
    return (this.slotsLow[this.frame] | this.slotsHigh[this.frame]) !== 0;
  }

  /** If one of the linked registers is wanted, all are. kernel: bt_sync_linked_regs() */
  syncLinked(linked: LinkedRegs): void {
    let isWanted = false;
    for (let i = 0; i < linked.count && !isWanted; i++) {
      const at = linked.spiOrRegno(i);
      const frame = linked.frameno(i);
      isWanted = linked.isReg(i) ? (this.regs[frame] & (1 << at)) !== 0 : this.isSlotSet(frame, at);
    }
    if (!isWanted) return;
    for (let i = 0; i < linked.count; i++) {
      if (linked.isReg(i)) this.setFrameReg(linked.frameno(i), linked.spiOrRegno(i));
      else this.setSlot(linked.frameno(i), linked.spiOrRegno(i));
    }
  }
}
