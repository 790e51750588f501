import { MAX_BPF_STACK } from '../../abi/limits.ts';
import { BPF_F_NO_PREALLOC } from '../../abi/map-types.ts';
import type { Kernel } from '../kernel.ts';
import { Context } from '../layouts/cpu.ts';
import type { Broken, Rule } from '../trace/invariants.ts';
import { TRACE, TraceKind, traceContext } from '../trace/trace.ts';
import { type Addr, LIVE } from './memory.ts';

/** What is known of a `bpf_hrtimer` while it lives. */
export interface Watched {
  readonly timer: Addr;
  readonly map: Addr;
  readonly value: Addr;
  /** The `bpf_timer` in the value. */
  readonly field: Addr;
  state: 'made' | 'attached' | 'detached';
  /** The element's key when the timer was attached to it. */
  key: string;
  /** It was attached to an element that was not in its map: race R30. */
  isStale: boolean;
  /** It was detached while its function ran. Where nobody waits for that, the element may have a new owner meanwhile: R34. */
  isOutlived: boolean;
  /** A cancel succeeded and nobody started it since. */
  isCancelled: boolean;
}

const STACK_USED = Context.offset('stackUsed');
/** In place of the pointer where its memory was freed. */
const GONE = -1;
/** Routines that may sleep. */
const SLEEPING: ReadonlySet<string> = new Set(['map_free', 'prog_free', 'worker']);

/**
 * Rules I4, I7 to I12, checked after every step from what the trace says of it and from the few words that it is about; the
 * work does not depend on the size of the maps. For runs that only go forward, with tracing on.
 */
export class Watch {
  readonly timers = new Map<Addr, Watched>();
  /** How many timers were made in elements that were not in their map. */
  staleCount = 0;
  /** The timer whose callback began last. */
  lastFired: Addr = 0;
  private readonly k: Kernel;
  private seen: number;

  constructor(k: Kernel) {
    this.k = k;
    this.seen = k.trace.end;
  }

  /** To be called after every step: the first rule that it broke. The machine stays as it is. */
  look(): Broken | undefined {
    const { memory, trace } = this.k;
    const mark = memory.mark();
    let broken: Broken | undefined;
    for (; this.seen < trace.end; this.seen++) broken ??= this.note(this.seen);
    for (const timer of this.timers.values()) if (timer.state !== 'detached') broken ??= this.lookAt(timer);
    memory.undoTo(mark);
    return broken ?? this.stackTrouble();
  }

  private note(record: number): Broken | undefined {
    const { trace } = this.k;
    const object = trace.get(record, TRACE.object);
    const arg = trace.get(record, TRACE.arg);
    switch (trace.get(record, TRACE.kind)) {
      case TraceKind.timerInit:
        return this.noteMade(object, arg, trace.get(record, TRACE.arg2));
      case TraceKind.timerFree:
        return this.noteFreed(object);
      case TraceKind.timerArm:
        return this.noteCancelled(object, false);
      case TraceKind.timerCancel:
        return arg >= 0 ? this.noteCancelled(object, true) : undefined;
      case TraceKind.callbackEnter:
        return this.noteCallback(arg);
      case TraceKind.routineEnter:
        return this.noteRoutine(object, trace.get(record, TRACE.where));
      default:
        return undefined;
    }
  }

  private noteMade(timer: Addr, map: Addr, value: Addr): undefined {
    const field = value + this.k.map(map).timerOffset;
    const fresh = { state: 'made', key: '', isStale: false, isOutlived: false, isCancelled: false } as const;
    this.timers.set(timer, { timer, map, value, field, ...fresh });
  }

  private noteFreed(timer: Addr): Broken | undefined {
    const watched = this.timers.get(timer);
    this.timers.delete(timer);
    if (watched === undefined || this.isGone(watched.field)) return undefined;
    // Up to v4 the lock is held from the free to the end.
    const { timer: now, lock } = this.k.timer(watched.field);
    return now === timer && lock === 0
      ? breaks('I7', 'a timer points to a bpf_hrtimer that was freed', timer)
      : undefined;
  }

  private noteCancelled(timer: Addr, isCancelled: boolean): undefined {
    const watched = this.timers.get(timer);
    if (watched !== undefined) watched.isCancelled = isCancelled;
  }

  private noteCallback(timer: Addr): Broken | undefined {
    this.lastFired = timer;
    const watched = this.timers.get(timer);
    if (watched === undefined) return undefined;
    if (watched.isCancelled) return breaks('I11', 'a callback starts although its timer was cancelled', timer);
    if (this.isGone(watched.map)) return breaks('I9', 'a callback gets a map that was freed', timer);
    if (!this.ownsValue(watched)) return breaks('I9', 'a callback gets a map in which its value is not', timer);
    const isSame = this.keyOf(watched) === watched.key;
    return isSame ? undefined : breaks('I9', 'a callback gets the key of another element', timer);
  }

  private noteRoutine(name: number, where: number): Broken | undefined {
    const { k } = this;
    if (!SLEEPING.has(k.trace.names[name])) return undefined;
    const isTask = traceContext(where) === 0 && !k.irqsOff(where & 0xff);
    return isTask ? undefined : breaks('I10', `${k.trace.names[name]} runs where nothing may sleep`, 0);
  }

  /** What became of a timer that was made or is attached. */
  private lookAt(watched: Watched): Broken | undefined {
    const { k } = this;
    const { timer, field } = watched;
    const now = this.isGone(field) ? GONE : k.memory.load32(field);
    if (watched.state === 'made') {
      if (now === timer) this.noteAttached(watched);
      return undefined;
    }
    if (now === timer) return undefined;
    watched.state = 'detached';
    if (now === GONE) return breaks('I4', 'the memory of an element is freed before its timer', timer);
    watched.isOutlived = k.hrtimers.isRunning(timer);
    if (now === 0) return undefined;
    return this.timers.has(now)
      ? breaks('I8', 'a timer gets a second bpf_hrtimer', timer)
      : breaks('I7', 'a timer is overwritten', timer);
  }

  private noteAttached(watched: Watched): void {
    watched.state = 'attached';
    watched.key = this.keyOf(watched);
    watched.isStale = !this.isInMap(watched);
    if (watched.isStale) this.staleCount++;
  }

  private isGone(address: Addr): boolean {
    return this.k.memory.shadowOf(address) !== LIVE;
  }

  private keyOf({ map, value }: Watched): string {
    return this.k.memory.bytesAt(this.keyAround(map, value), this.k.map(map).keySize).join();
  }

  /** Looks the element's own key up. */
  private isInMap({ map, value }: Watched): boolean {
    return this.k.mapOps(map).lookup?.(this.k, map, this.keyAround(map, value)) === value;
  }

  /** The key of the element around a value. */
  private keyAround(map: Addr, value: Addr): Addr {
    const { k } = this;
    const scratch = k.kzallocBytes(4, 'key');
    return k.mapOps(map).keyOf?.(k, map, value, scratch) ?? scratch;
  }

  /** The value lies in the memory of the map that the timer believes to be in; malloced elements belong to nobody in particular. */
  private ownsValue({ map, value }: Watched): boolean {
    const { k } = this;
    if ((k.map(map).flags & BPF_F_NO_PREALLOC) !== 0) return true;
    const first = k.mapOps(map).nextValue?.(k, map, 0) ?? 0;
    return k.allocator.provenance(value)?.object === k.allocator.provenance(first)?.object;
  }

  private stackTrouble(): Broken | undefined {
    const { memory, context } = this.k;
    if (context === 0 || memory.load32(context + STACK_USED) <= MAX_BPF_STACK) return undefined;
    return breaks('I12', `a program or callback uses ${memory.load32(context + STACK_USED)} bytes of stack`, 0);
  }
}

const breaks = (rule: Rule, text: string, object: Addr): Broken => ({ rule, text, object });
