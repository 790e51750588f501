/** Writes down the way that the verifier takes: the path to where it is, and what was walked from each root. */
import { BPF_CALL, BPF_JMP, BPF_LDX, BPF_ST, BPF_STX, classOf } from '../isa/constants.ts';
import type { Verifier, VerifierState } from '../verifier/env.ts';
import { reg } from '../verifier/env.ts';
import { FRAMENO, OFF, PTR_TO_STACK, TNUM_VALUE, TYPE } from '../verifier/program/layout.ts';
import type { Tracer } from '../verifier/tracer.ts';
import { tnumIsConst } from '../verifier/values/tnum.ts';
import { RootNotes } from './roots.ts';

/** A visit of an instruction, with the way that led there. */
export interface Step {
  readonly previous: Step | undefined;
  readonly insn: number;
  /** Number of the visit in the whole walk. */
  readonly serial: number;
  readonly frame: number;
  /** Function that the frame runs. */
  readonly subprog: number;
  /** The step before it handed this callback over: nothing of its frame is known here. */
  readonly isRoot: boolean;
  /** Eight bytes of stack that the instruction reads or writes: frame and offset (a negative multiple of 8). */
  readonly slot: Slot | undefined;
}

export interface Slot {
  readonly frame: number;
  readonly offset: number;
}

/** Where and with what the program was rejected. */
export interface Rejection {
  /** The last step; absent if the walk had not begun or was over. */
  readonly last: Step | undefined;
}

interface Waiting {
  readonly step: Step | undefined;
  readonly isRoot: boolean;
}

const CALL = BPF_JMP | BPF_CALL;

/** Keeps the path of the state that runs; ways that ended are forgotten. */
export class PathNotes implements Tracer {
  readonly roots = new RootNotes();
  rejection: Rejection | undefined;
  /** What walks; known once it did something. */
  v: Verifier | undefined;
  private last: Step | undefined;
  private readonly waiting: Waiting[] = [];
  private entersRoot = true;
  private pass = 0;

  insn(v: Verifier, insn: number): void {
    this.v = v;
    if (v.passCnt !== this.pass) this.beginWalk(v);
    this.last = this.stepAt(v, insn);
    this.entersRoot = false;
    this.roots.visit(v);
  }

  push(v: Verifier, state: VerifierState, insn: number): void {
    const [frame] = state.frames;
    // A fresh frame that begins with its function: only asynchronous callbacks are pushed so.
    const isRoot =
      v.code.opcode[v.insnIdx] === CALL && state.frames.length === 1 && insn === v.subprogs[frame.subprogno].start;
    if (isRoot) this.roots.push(frame.subprogno, v.insnIdx);
    this.waiting.push({ step: this.last, isRoot });
  }

  pop(): void {
    const next = this.waiting.pop();
    this.last = next?.step;
    this.entersRoot = next?.isRoot === true;
  }

  exit(): void {
    this.roots.end(false);
  }

  pruned(): void {
    this.roots.end(true);
  }

  reject(v: Verifier): void {
    this.v = v;
    if (v.rejectedAt === undefined) {
      this.rejection = { last: undefined };
      return;
    }
    this.roots.reject();
    this.rejection = { last: this.lastOf(v.rejectedAt, v.insnProcessed) };
  }

  /** A visit that is refused before it begins (a loop without an end) is a step too; its state is gone already. */
  private lastOf(insn: number, serial: number): Step | undefined {
    const { last } = this;
    if (last === undefined || last.serial === serial) return last;
    return { ...last, previous: last, insn, serial, isRoot: false, slot: undefined };
  }

  private beginWalk(v: Verifier): void {
    this.pass = v.passCnt;
    this.last = undefined;
    this.waiting.length = 0;
    this.entersRoot = true;
  }

  private stepAt(v: Verifier, insn: number): Step {
    return {
      previous: this.last,
      insn,
      serial: v.insnProcessed,
      frame: v.cur.curframe,
      subprog: v.cur.frames[v.cur.curframe]?.subprogno ?? 0,
      isRoot: this.entersRoot,
      slot: slotOf(v, insn),
    };
  }
}

/** The slot that a load or store reaches, if its place is known. */
function slotOf(v: Verifier, insn: number): Slot | undefined {
  const kind = classOf(v.code.opcode[insn]);
  if (kind !== BPF_LDX && kind !== BPF_ST && kind !== BPF_STX) return undefined;
  const base = reg(v, kind === BPF_LDX ? v.code.src[insn] : v.code.dst[insn]);
  const { w } = v;
  if (w[base + TYPE] !== PTR_TO_STACK || !tnumIsConst(w, base + TNUM_VALUE)) return undefined;
  const offset = w[base + OFF] + w[base + TNUM_VALUE] + v.code.off[insn];
  return { frame: w[base + FRAMENO], offset: Math.floor(offset / 8) * 8 };
}
