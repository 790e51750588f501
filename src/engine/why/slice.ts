/** Follows values back along the path that was rejected, to where they come from. */
import type { Code } from '../isa/insn.ts';
import { isPseudoCall } from '../verifier/program/code.ts';
import type { Culprit } from './culprits.ts';
import { type Effect, effectOf, SCRATCHED, successorsOf } from './effects.ts';
import type { Slot, Step } from './path.ts';
import { branchText, NO_VALUE } from './words.ts';

/** What is asked of the state that a step is met with. */
export interface Wanted {
  readonly serial: number;
  readonly frame: number;
  /** A register, or the offset of a stack slot (negative). */
  readonly place: number;
}

/** An instruction that matters. */
export interface Found {
  readonly step: Step;
  /** The smaller, the more it matters. */
  readonly rank: number;
  /** Says what happened; `known` is the answer to `wanted`. */
  say(known: string | undefined): string;
  readonly wanted?: Wanted;
}

/** Of the program that is walked. */
export interface Names {
  readonly code: Code;
  /** The kernel's print of an instruction. */
  textOf(insn: number): string;
  /** The function that begins at an instruction. */
  nameOf(insn: number): string;
}

export const RANK = { end: 0, named: 1, root: 1, origin: 2, refined: 3, entered: 4, decided: 4, older: 5 } as const;

/** Branches that are kept because they decided that the path came here at all. */
const MAX_DECISIONS = 2;
const MAX_JUMPS = 3;
const MAX_ROOTS = 2;

const keyOf = (frame: number, place: number): string => `${frame} ${place}`;
const placeText = (place: number): string => (place < 0 ? `fp${place}` : `R${place}`);

/** One walk back. */
export class Slice {
  readonly found = new Map<number, Found>();
  private readonly names: Names;
  private readonly culprit: Culprit;
  private readonly last: Step;
  /** The values come from the message: a call that scratched one of them matters too. */
  private readonly isAsked: boolean;
  private readonly followed = new Map<string, { readonly frame: number; readonly place: number }>();
  private calls: readonly string[];
  private insns: Set<number>;
  private decisions = 0;
  private jumps = 0;
  private roots = 0;
  private defined: Step | undefined;

  constructor(names: Names, culprit: Culprit, last: Step) {
    this.names = names;
    this.culprit = culprit;
    this.last = last;
    this.isAsked = culprit.registers.length + culprit.slots.length > 0;
    this.calls = culprit.calls;
    this.insns = new Set(culprit.insns);
    this.followFirst();
    for (
      let next = last, step = last.previous;
      step !== undefined && !this.isDone();
      next = step, step = step.previous
    ) {
      this.look(step, next);
    }
  }

  private followFirst(): void {
    const { culprit, last, names } = this;
    const { frame } = last;
    for (const place of [...culprit.registers, ...culprit.slots]) this.follow(frame, place);
    if (this.isAsked || culprit.insns.length > 0 || last.insn >= names.code.length) return;
    const effect = effectOf(names.code, last.insn);
    if (effect.is === 'exit') return;
    for (const register of effect.is === 'call' ? SCRATCHED : effect.from) this.follow(frame, register);
    if (effect.loads && last.slot !== undefined) this.followSlot(last.slot);
  }

  private isDone(): boolean {
    return this.followed.size === 0 && this.roots >= MAX_ROOTS && this.insns.size === 0 && this.calls.length === 0;
  }

  private follow(frame: number, place: number): void {
    if (place !== 10) this.followed.set(keyOf(frame, place), { frame, place });
  }

  private followSlot({ frame, offset }: Slot): void {
    this.follow(frame, offset);
  }

  /** True if the value was followed; it is not any more. */
  private meets(frame: number, place: number): boolean {
    return this.followed.delete(keyOf(frame, place));
  }

  private keep(step: Step, rank: number, say: Found['say'], wanted?: Wanted): void {
    if (step === this.last || this.found.has(step.insn)) return;
    this.found.set(step.insn, { step, rank, say, ...(wanted !== undefined && { wanted }) });
  }

  /** `next` is the step after `step` on the path. */
  private look(step: Step, next: Step): void {
    if (next.isRoot) return this.leaveRoot(step, next);
    if (step.frame < next.frame) return this.leaveCallee(step, next);
    if (step.frame > next.frame) this.enterCallee(step, next);
    const effect = effectOf(this.names.code, step.insn);
    this.lookForNamed(step, effect);
    if (effect.is === 'branch') return this.branch(step, next, effect);
    if (effect.is === 'call') this.scratch(step);
    if (effect.writes !== undefined && this.meets(step.frame, effect.writes)) this.write(step, next, effect);
    if (effect.stores && step.slot !== undefined && this.meets(step.slot.frame, step.slot.offset))
      this.store(step, next);
    if (step.previous === undefined || step.isRoot) this.begin(step);
  }

  private lookForNamed(step: Step, effect: Effect): void {
    if (this.insns.delete(step.insn)) this.keep(step, RANK.named, () => 'acquires the reference');
    if (effect.is !== 'call' || this.calls.length === 0) return;
    const name = /^.*call (\w+)/.exec(this.names.textOf(step.insn))?.[1] ?? '';
    if (!this.calls.includes(name)) return;
    this.calls = [];
    this.keep(step, RANK.named, () =>
      name.includes('lock') && !name.includes('rcu') ? 'takes the lock' : 'begins it',
    );
  }

  private write(step: Step, next: Step, effect: Effect): void {
    const place = effect.writes ?? 0;
    this.define(step, { serial: next.serial, frame: step.frame, place });
    if (effect.loads && step.slot !== undefined) this.followSlot(step.slot);
    else if (!effect.loads) for (const register of effect.from) this.follow(step.frame, register);
  }

  private store(step: Step, next: Step): void {
    const { offset, frame } = step.slot ?? { offset: 0, frame: 0 };
    this.define(step, { serial: next.serial, frame, place: offset });
    const [, source] = effectOf(this.names.code, step.insn).from;
    if (source !== undefined) this.follow(step.frame, source);
  }

  private define(step: Step, wanted: Wanted): void {
    const rank = this.defined === undefined ? RANK.origin : RANK.older;
    this.defined ??= step;
    const place = placeText(wanted.place);
    const say = (known: string | undefined) => {
      if (known === undefined) return `writes ${place}`;
      return known === NO_VALUE ? `leaves ${place} without a value` : `${place} becomes ${known}`;
    };
    this.keep(step, rank, say, wanted);
  }

  /** A call leaves nothing in R1 to R5. */
  private scratch(step: Step): void {
    const lost = SCRATCHED.filter((register) => this.meets(step.frame, register));
    if (lost.length === 0 || !this.isAsked) return;
    this.defined ??= step;
    this.keep(step, RANK.origin, () => `scratches R1 to R5, so also ${lost.map(placeText).join(' and ')}`);
  }

  private branch(step: Step, next: Step, { from }: Effect): void {
    const isTaken = next.insn !== step.insn + 1;
    const say = () => branchText(this.names.textOf(step.insn), isTaken);
    if (this.culprit.isLoop && this.jumps < MAX_JUMPS && !this.found.has(step.insn)) {
      this.jumps++;
      return this.keep(step, RANK.origin, say);
    }
    if (from.some((register) => this.followed.has(keyOf(step.frame, register))))
      return this.keep(step, RANK.refined, say);
    if (this.decisions >= MAX_DECISIONS || this.roots > 0 || this.found.has(step.insn)) return;
    if (!this.hasDecided(step, next)) return;
    this.decisions++;
    this.keep(step, RANK.decided, say);
  }

  /** On the other way out of a branch, the path need not have come to what went wrong. */
  private hasDecided(step: Step, next: Step): boolean {
    const key = this.defined ?? this.last;
    if (key.subprog !== step.subprog || key.frame !== step.frame) return false;
    const other = successorsOf(this.names.code, step.insn).find((insn) => insn !== next.insn);
    return other !== undefined && canAvoid(this.names.code, other, key.insn);
  }

  private leaveRoot(step: Step, next: Step): void {
    this.begin(next);
    this.followed.clear();
    this.roots++;
    const name = this.names.nameOf(next.insn);
    if (this.roots <= MAX_ROOTS) this.keep(step, RANK.root, () => `${name} becomes a root`);
  }

  /** Back over a call: arguments come from the caller. */
  private leaveCallee(step: Step, next: Step): void {
    const isOurs = isPseudoCall(this.names.code, step.insn);
    const mine = [...this.followed.values()].filter(({ frame }) => frame === next.frame);
    this.begin(next);
    this.scratch(step);
    for (const { frame, place } of mine) {
      this.meets(frame, place);
      if (isOurs && SCRATCHED.includes(place)) this.follow(step.frame, place);
    }
    const name = this.names.nameOf(next.insn);
    if (mine.length > 0 || next.frame === this.last.frame)
      this.keep(step, RANK.entered, () => (isOurs ? `enters ${name}` : `calls ${name} back`));
  }

  /** Back over a return: what the caller has in R0 is what the callee had. */
  private enterCallee(step: Step, next: Step): void {
    if (this.meets(next.frame, 0)) this.follow(step.frame, 0);
  }

  /** What was followed to where its function begins has no other origin. */
  private begin(step: Step): void {
    if (!this.isAsked) return;
    const place = [...this.followed.values()].find(({ frame, place }) => frame === step.frame && place >= 0)?.place;
    if (place === undefined || (SCRATCHED.includes(place) && step.previous?.frame === step.frame - 1)) return;
    this.keep(step, RANK.origin, (known) => `begins with ${known ?? NO_VALUE} in R${place}`, {
      serial: step.serial,
      frame: step.frame,
      place,
    });
  }
}

/** From an instruction, control can leave the function, or come to nothing, without passing `key`. */
function canAvoid(code: Code, from: number, key: number): boolean {
  const seen = new Set<number>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === key || seen.has(at) || at < 0 || at >= code.length) continue;
    seen.add(at);
    const next = successorsOf(code, at);
    if (next.length === 0) return true;
    waiting.push(...next);
  }
  return false;
}
