import type { Kernel } from '../kernel.ts';
import { BASE_COUNT, BPF_FRAME, CONTEXT_COUNT, Context, Frame, RcuHead } from '../layouts/cpu.ts';
import type { Hash64, HashSum } from '../memory/hash.ts';
import type { Addr } from '../memory/memory.ts';

/**
 * The two names of a state. `runHash` is exact: equal for equal runs, absolute times included. `stateKey` is canonical:
 * times are relative or ranks, so that states that cannot be told apart from now on have one key.
 */

const REGISTERS = Frame.offset('registers');
const REGISTER_WORDS = 22;
const ALL_REGISTERS = 0x7ff;
/** Words that belong to no address are hashed under indices beyond the memory. */
const VIRTUAL = 0x4000_0000;
const SOFTIRQ_NOW = 1;

/** Exact hash of everything that can influence the run. */
export function runHash(k: Kernel): Hash64 {
  const sum = k.memory.stateSum();
  addFrames(k, sum, addWholeFrame);
  addRange(k, sum, k.clock.address, 2);
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    for (let base = 0; base < BASE_COUNT; base++) addQueueTimes(k, sum, cpu, base);
  }
  return sum.text();
}

/** Canonical hash for exploration; `exactTimes` keeps time differences, else only orders count. */
export function stateKey(k: Kernel, exactTimes: boolean): HashSum {
  const sum = k.memory.stateSum();
  addFrames(k, sum, addLiveFrame);
  const now = k.clock.now();
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    for (let base = 0; base < BASE_COUNT; base++) addQueueOrder(k, sum, cpu, base, now, exactTimes);
    if (exactTimes) addNumber(sum, VIRTUAL + 64 * cpu, k.cpuAt(k.cpuAddress(cpu)).time - now);
  }
  addGracePeriods(k, sum, now, exactTimes);
  return sum;
}

/** Adds what belongs to the BPF frame at `frame`; the innermost frame of a context is the one that makes its next step. */
type AddFrame = (k: Kernel, sum: HashSum, frame: Addr, isInnermost: boolean) => void;

/** Registers and stack of the BPF frames that are on a context's stack. */
function addFrames(k: Kernel, sum: HashSum, addFrame: AddFrame): void {
  for (let cpu = 0; cpu < k.cpus; cpu++) {
    for (let kind = 0; kind < CONTEXT_COUNT; kind++) addContext(k, sum, k.contextAddress(cpu, kind), addFrame);
  }
}

function addContext(k: Kernel, sum: HashSum, context: Addr, addFrame: AddFrame): void {
  const depth = k.memory.load32(context + Context.offset('depth'));
  for (let i = 0; i < depth; i++) {
    const frame = k.frameAddress(context, i);
    if (k.memory.load32(frame) === BPF_FRAME) addFrame(k, sum, frame, i === depth - 1);
  }
}

const addWholeFrame: AddFrame = (k, sum, frame) => {
  addRange(k, sum, frame + REGISTERS, REGISTER_WORDS);
  addStack(k, sum, frame);
};

/** Registers that the verifier knows to be read again. A frame that waits for what it has called gets R0 from there. */
const addLiveFrame: AddFrame = (k, sum, frame, isInnermost) => {
  const { liveRegisters } = k.bpf.codeOf(frame).verified.facts;
  const live = liveRegisters[k.frameAt(frame).at] & (isInnermost ? ALL_REGISTERS : ~1);
  for (let r = 0; live >> r !== 0; r++) if (((live >> r) & 1) !== 0) addRange(k, sum, frame + REGISTERS + 8 * r, 2);
  addStack(k, sum, frame);
};

function addStack(k: Kernel, sum: HashSum, frame: Addr): void {
  const { stackTop, stackDepth } = k.frameAt(frame);
  addRange(k, sum, stackTop - stackDepth, stackDepth >> 2);
}

function addRange(k: Kernel, sum: HashSum, a: Addr, count: number): void {
  const first = a >> 2;
  for (let i = 0; i < count; i++) sum.add(first + i, k.memory.words[first + i]);
}

function addNumber(sum: HashSum, index: number, value: number): void {
  sum.add(index, value | 0);
  sum.add(index + 1, Math.floor(value / 0x1_0000_0000) | 0);
}

function addQueueTimes(k: Kernel, sum: HashSum, cpu: number, base: number): void {
  for (const timer of k.hrtimers.queue(cpu, base)) {
    sum.add((timer >> 2) + 1, k.hrtimer(timer).expiresLow);
    sum.add((timer >> 2) + 2, k.hrtimer(timer).expiresHigh);
  }
}

/** Each queued timer with its rank, and whether it is due now or for the softirq under way. */
function addQueueOrder(k: Kernel, sum: HashSum, cpu: number, base: number, now: number, exact: boolean): void {
  if (k.hrtimers.isQueueEmpty(cpu, base)) return;
  const { softirqNow } = k.cpuAt(k.cpuAddress(cpu));
  const serving = k.isEmpty(cpu, SOFTIRQ_NOW) ? -1 : softirqNow;
  k.hrtimers.queue(cpu, base).forEach((timer, rank) => {
    const { expires } = k.hrtimer(timer);
    const due = (expires <= now ? 1 : 0) | (expires <= serving ? 2 : 0);
    sum.add(VIRTUAL + (timer >> 2), (rank << 2) | due | 0x1000_0000);
    if (exact) addNumber(sum, VIRTUAL + 0x1000_0000 + (timer >> 2), expires - now);
  });
}

function addGracePeriods(k: Kernel, sum: HashSum, now: number, exact: boolean): void {
  const head = RcuHead.rawCursor(k.memory);
  for (let entry = k.globals().rcuHead; entry !== 0; entry = head(entry).next) {
    const { due } = head(entry);
    sum.add(VIRTUAL + (entry >> 2), exact ? Math.max(0, due - now) | 0 : due <= now ? 1 : 2);
  }
}
