/**
 * Which stack slots matter. Every function instance (a function together with the chain of calls that led to it)
 * collects, for each of its instructions and each frame of the chain, which slots the instruction may read and which
 * it surely writes. From these a fixed point over the control flow tells which slots are alive before an instruction;
 * pruning ignores the others. kernel: kernel/bpf/liveness.c
 */
import { defined } from '../../../lib/assert.ts';
import { MAX_CALL_FRAMES, type Verifier, type VerifierState } from '../env.ts';
import { findContainingSubprog, subprogEnd } from '../program/subprogs.ts';
import { logInsn } from './liveness-log.ts';
import { type FuncInstance, LIVE_BEFORE, MASKS_SIZE, MAY_READ, MUST_WRITE, MUST_WRITE_ACC } from './liveness-masks.ts';

const SET_EMPTY = 1;
const SET = 2;

/** The part of the verifier that answers "is this stack slot still needed?". */
export class Liveness {
  /** Instances of functions that nobody called, by subprogram. */
  readonly roots: (FuncInstance | undefined)[] = [];
  /** The instance of the running function of `v.cur`; undefined after calls and exits until asked for. */
  current: FuncInstance | undefined = undefined;
  /** Slots written by the instruction `writeInsnIdx` so far, two words for each frame. */
  readonly writeMasks = new Int32Array(2 * MAX_CALL_FRAMES);
  writeInsnIdx = 0;
  /** Some of `writeMasks` may be set. */
  hasWrites = false;
  /** Instances of the frames of the state that is being asked about. */
  readonly queried: FuncInstance[] = [];
  queriedInsn = 0;
}

/** Bit of a slot in the low and in the high word of a mask. */
const lowBit = (spi: number): number => (spi < 32 ? 1 << spi : 0);
const highBit = (spi: number): number => (spi < 32 ? 0 : 1 << (spi - 32));

const MAX_SUBPROGS = 512;

/** A callback-calling helper may call different functions from one place. */
const calleeKey = (callsite: number, subprogno: number): number => callsite * MAX_SUBPROGS + subprogno;

function newInstance(v: Verifier, caller: FuncInstance | undefined, callsite: number, subprogno: number): FuncInstance {
  const start = v.subprogs[subprogno].start;
  const length = subprogEnd(v, subprogno) - start;
  return {
    callsites: caller === undefined ? [start] : [...caller.callsites.slice(0, -1), callsite, start],
    start,
    length,
    caller,
    callees: new Map(),
    frames: [],
    order: undefined,
    mustWriteSet: new Uint8Array(length),
    updated: false,
    mustWriteDropped: false,
  };
}

function rootInstance(v: Verifier, subprogno: number): FuncInstance {
  const root = v.liveness.roots[subprogno] ?? newInstance(v, undefined, 0, subprogno);
  v.liveness.roots[subprogno] = root;
  return root;
}

function calleeInstance(v: Verifier, caller: FuncInstance, callsite: number, subprogno: number): FuncInstance {
  const key = calleeKey(callsite, subprogno);
  const known = caller.callees.get(key);
  if (known !== undefined) return known;
  const callee = newInstance(v, caller, callsite, subprogno);
  caller.callees.set(key, callee);
  return callee;
}

/** The instance of the frame `frameno` of a state. kernel: lookup_instance() */
function instanceOf(v: Verifier, state: VerifierState, frameno: number): FuncInstance {
  let instance = rootInstance(v, state.frames[0].subprogno);
  for (let i = 1; i <= frameno; i++) {
    instance = calleeInstance(v, instance, state.frames[i].callsite, state.frames[i].subprogno);
  }
  return instance;
}

function currentInstance(v: Verifier): FuncInstance {
  v.liveness.current ??= instanceOf(v, v.cur, v.cur.curframe);
  return v.liveness.current;
}

/** A call or an exit has changed the chain of calls. kernel: bpf_reset_live_stack_callchain() */
export function resetLiveStackCallchain(v: Verifier): void {
  v.liveness.current = undefined;
}

function masksOf(instance: FuncInstance, frame: number): Int32Array {
  const known = instance.frames[frame];
  if (known !== undefined) return known;
  const masks = new Int32Array(instance.length * MASKS_SIZE);
  instance.frames[frame] = masks;
  return masks;
}

/** The instruction at `insnIdx` may read a slot of a frame. kernel: bpf_mark_stack_read() */
export function markStackRead(v: Verifier, frame: number, insnIdx: number, spi: number): void {
  markRead(currentInstance(v), frame, insnIdx, lowBit(spi), highBit(spi));
}

function markRead(instance: FuncInstance, frame: number, insnIdx: number, low: number, high: number): void {
  const masks = masksOf(instance, frame);
  const at = (insnIdx - instance.start) * MASKS_SIZE;
  const newLow = masks[at + MAY_READ] | low;
  const newHigh = masks[at + MAY_READ + 1] | high;
  const isNew = newLow !== masks[at + MAY_READ] || newHigh !== masks[at + MAY_READ + 1];
  const isAlive = (newLow & ~masks[at + LIVE_BEFORE]) === 0 && (newHigh & ~masks[at + LIVE_BEFORE + 1]) === 0;
  if (isNew && !isAlive) instance.updated = true;
  masks[at + MAY_READ] = newLow;
  masks[at + MAY_READ + 1] = newHigh;
}

/** Before an instruction is checked: nothing is written yet. kernel: bpf_reset_stack_write_marks() */
export function resetStackWriteMarks(v: Verifier, insnIdx: number): void {
  const { liveness } = v;
  if (liveness.current === undefined) currentInstance(v);
  liveness.writeInsnIdx = insnIdx;
  if (liveness.hasWrites) forgetWrites(liveness);
}

function startWriteMarks(liveness: Liveness, insnIdx: number): void {
  liveness.writeInsnIdx = insnIdx;
  if (liveness.hasWrites) forgetWrites(liveness);
}

function forgetWrites(liveness: Liveness): void {
  liveness.hasWrites = false;
  liveness.writeMasks.fill(0);
}

/** The instruction surely writes a whole slot of a frame. kernel: bpf_mark_stack_write() */
export function markStackWrite(v: Verifier, frame: number, spi: number): void {
  v.liveness.hasWrites = true;
  v.liveness.writeMasks[2 * frame] |= lowBit(spi);
  v.liveness.writeMasks[2 * frame + 1] |= highBit(spi);
}

/** After an instruction was checked: what it wrote on every path so far. kernel: bpf_commit_stack_write_marks() */
export function commitStackWriteMarks(v: Verifier): void {
  const { liveness } = v;
  const { current } = liveness;
  if (current === undefined) return;
  // Most instructions never write to the stack, and were seen before.
  if (!liveness.hasWrites && current.mustWriteSet[liveness.writeInsnIdx - current.start] === SET_EMPTY) return;
  commitWriteMarks(liveness, current);
}

function commitWriteMarks(liveness: Liveness, instance: FuncInstance): void {
  const index = liveness.writeInsnIdx - instance.start;
  if (!liveness.hasWrites && instance.mustWriteSet[index] === SET_EMPTY) return;
  const isFirst = instance.mustWriteSet[index] === 0;
  if (!liveness.hasWrites && instance.mustWriteSet[index] !== SET) {
    instance.mustWriteSet[index] = SET_EMPTY;
    liveness.writeInsnIdx = 0;
    return;
  }
  for (let frame = 0; frame < instance.callsites.length; frame++) {
    const low = liveness.writeMasks[2 * frame];
    const high = liveness.writeMasks[2 * frame + 1];
    if ((low | high) === 0 && isFirst) continue;
    intersectMustWrite(instance, masksOf(instance, frame), index * MASKS_SIZE + MUST_WRITE, isFirst, low, high);
  }
  instance.mustWriteSet[index] = SET;
  liveness.writeInsnIdx = 0;
}

/** The kernel keeps the old mask in 32 bits, so slots from 32 on are lost when an instruction is seen again. */
function intersectMustWrite(
  instance: FuncInstance,
  masks: Int32Array,
  at: number,
  isFirst: boolean,
  low: number,
  high: number,
): void {
  const oldLow = masks[at];
  const newLow = isFirst ? low : low & oldLow;
  const newHigh = isFirst ? high : 0;
  if (oldLow !== newLow || newHigh !== 0) {
    masks[at] = newLow;
    masks[at + 1] = newHigh;
    instance.updated = true;
  }
  if ((oldLow & ~newLow) !== 0) instance.mustWriteDropped = true;
}

/**
 * Brings the instances of all frames of `v.cur` up to date, innermost first; to be called after a state was popped and
 * at each exit of a subprogram. kernel: bpf_update_live_stack()
 */
export function updateLiveStack(v: Verifier): void {
  resetLiveStackCallchain(v);
  for (let frame = v.cur.curframe; frame >= 0; frame--) {
    const instance = instanceOf(v, v.cur, frame);
    if (!instance.updated) continue;
    updateInstance(v, instance);
    instance.updated = false;
    instance.mustWriteDropped = false;
  }
}

// kernel: liveness.c update_instance()
function updateInstance(v: Verifier, instance: FuncInstance): void {
  if (instance.mustWriteDropped) forgetMustWriteAcc(instance);
  instance.order ??= updateOrder(v, instance);
  let iterations = 0;
  for (let changed = true; changed; ) {
    iterations++;
    changed = false;
    for (let frame = 0; frame < instance.callsites.length; frame++) {
      const masks = instance.frames[frame];
      if (masks !== undefined && updateFrame(v, instance, instance.order, masks, frame)) changed = true;
    }
  }
  if (v.logsAll) v.verbose(`(${instance.callsites.join(',')}) live stack update done in ${iterations} iterations\n`);
  if (instance.caller !== undefined) propagateToOuterInstance(v, instance, instance.caller);
}

/** Where the masks of each instruction that has successors lie, and theirs (the only one's twice), in post-order: three words each. */
function updateOrder(v: Verifier, instance: FuncInstance): Int32Array {
  const flow = defined(v.flow, 'control flow');
  const subprog = findContainingSubprog(v, instance.start);
  const from = v.subprogs[subprog].postorderStart;
  const to = v.subprogs[subprog + 1]?.postorderStart ?? flow.postorder.length;
  const order = new Int32Array((to - from) * 3);
  let length = 0;
  for (let i = from; i < to; i++) {
    const insnIdx = flow.postorder[i];
    const first = flow.first[insnIdx];
    if (first < 0) continue;
    const second = flow.second[insnIdx] < 0 ? first : flow.second[insnIdx];
    order[length++] = (insnIdx - instance.start) * MASKS_SIZE;
    order[length++] = (first - instance.start) * MASKS_SIZE;
    order[length++] = (second - instance.start) * MASKS_SIZE;
  }
  return order.subarray(0, length);
}

/** One round over the masks of a frame; true if any changed. Hot: `bench verifier` on the large object `maps`. */
function updateFrame(
  v: Verifier,
  instance: FuncInstance,
  order: Int32Array,
  masks: Int32Array,
  frame: number,
): boolean {
  let changed = false;
  for (let i = 0; i < order.length; i += 3) {
    const before = v.logsAll ? masks.slice(order[i], order[i] + MASKS_SIZE) : undefined;
    if (!updateInsn(masks, order[i], order[i + 1], order[i + 2])) continue;
    changed = true;
    if (before !== undefined) logInsn(v, instance, masks, frame, order[i], before);
  }
  return changed;
}

function forgetMustWriteAcc(instance: FuncInstance): void {
  for (const masks of instance.frames) {
    if (masks === undefined) continue;
    for (let at = MUST_WRITE_ACC; at < masks.length; at += MASKS_SIZE) masks.fill(0, at, at + 2);
  }
}

/** New masks of the instruction at `at` from those of its successors; true if they changed. kernel: liveness.c update_insn() */
function updateInsn(masks: Int32Array, at: number, first: number, second: number): boolean {
  let changes = 0;
  for (let half = 0; half < 2; half++) {
    const after = masks[first + LIVE_BEFORE + half] | masks[second + LIVE_BEFORE + half];
    const written = masks[first + MUST_WRITE_ACC + half] & masks[second + MUST_WRITE_ACC + half];
    const mustWrite = masks[at + MUST_WRITE + half];
    const newLive = (after & ~mustWrite) | masks[at + MAY_READ + half];
    const newWritten = written | mustWrite;
    changes |= (newLive ^ masks[at + LIVE_BEFORE + half]) | (newWritten ^ masks[at + MUST_WRITE_ACC + half]);
    masks[at + LIVE_BEFORE + half] = newLive;
    masks[at + MUST_WRITE_ACC + half] = newWritten;
  }
  return changes !== 0;
}

/** What a function reads and writes in its callers' frames happens, for the caller, at the call. kernel: liveness.c propagate_to_outer_instance() */
function propagateToOuterInstance(v: Verifier, instance: FuncInstance, outer: FuncInstance): void {
  const callsite = instance.callsites[instance.callsites.length - 2];
  startWriteMarks(v.liveness, callsite);
  for (let frame = 0; frame < instance.callsites.length - 1; frame++) {
    const masks = instance.frames[frame];
    if (masks === undefined) continue;
    v.liveness.hasWrites = true;
    v.liveness.writeMasks[2 * frame] |= masks[MUST_WRITE_ACC];
    v.liveness.writeMasks[2 * frame + 1] |= masks[MUST_WRITE_ACC + 1];
    markRead(outer, frame, callsite, masks[LIVE_BEFORE], masks[LIVE_BEFORE + 1]);
  }
  commitWriteMarks(v.liveness, outer);
}

/** Prepares stackSlotAlive() for a state. kernel: bpf_live_stack_query_init() */
export function liveStackQueryInit(v: Verifier, state: VerifierState): void {
  const { queried } = v.liveness;
  while (queried.length > state.curframe + 1) queried.pop();
  for (let frame = 0; frame <= state.curframe; frame++) queried[frame] = instanceOf(v, state, frame);
  v.liveness.queriedInsn = state.insnIdx;
}

/**
 * True if a slot of a frame of the state given to liveStackQueryInit() may still be read: by the running function, or
 * by a caller after it has returned (before the call, if the call may come again as a callback's).
 * kernel: bpf_stack_slot_alive()
 */
export function stackSlotAlive(v: Verifier, frameno: number, spi: number): boolean {
  const { queried, queriedInsn } = v.liveness;
  const innermost = queried[queried.length - 1];
  if (isLiveBefore(innermost, queriedInsn, frameno, spi)) return true;
  for (let i = frameno; i < queried.length - 1; i++) {
    const callsite = innermost.callsites[i];
    const insn = v.aux.callsCallback[callsite] !== 0 ? callsite : callsite + 1;
    if (isLiveBefore(queried[i], insn, frameno, spi)) return true;
  }
  return false;
}

function isLiveBefore(instance: FuncInstance, insnIdx: number, frame: number, spi: number): boolean {
  const masks = instance.frames[frame];
  if (masks === undefined) return false;
  const at = (insnIdx - instance.start) * MASKS_SIZE + LIVE_BEFORE;
  return ((masks[at] & lowBit(spi)) | (masks[at + 1] & highBit(spi))) !== 0;
}
