import type { Kernel } from '../kernel.ts';
import { type Addr, LIVE } from '../memory/memory.ts';

/**
 * The rules that the kernel keeps. Some are seen by the step that breaks them (the sanitizer, reference counts, waiting in a
 * ring), some at any moment (`timerInvariants`, `Watch`), some only once nothing is left to do (`restInvariants`,
 * `leftBehind`).
 */
export const RULES = {
  I1: 'nobody touches a timer, an element or a map after it was freed',
  I2: 'nobody runs the code of a program that was freed',
  I3: 'no reference count goes below 0, none is taken from 0',
  I4: 'when a map is freed, its timers are freed and their program references given back',
  I5: 'after the last user reference no timer of the map is armed, runs for ever or holds a program',
  I6: 'nobody waits for each other for ever',
  I7: 'a timer is NULL or has a live bpf_hrtimer that belongs to it',
  I8: 'a timer has at most one bpf_hrtimer',
  I9: 'a callback gets the map, key and value in which its timer really lives',
  I10: 'nothing sleeps with interrupts off or in an interrupt',
  I11: 'after a cancel the callback does not start unless the timer was started again',
  I12: 'each program and each callback stays within 512 bytes of stack',
} as const;
export type Rule = keyof typeof RULES;

/** A rule that does not hold. */
export interface Broken {
  readonly rule: Rule;
  readonly text: string;
  /** The `bpf_hrtimer`, map or program that it is about; 0 = none. */
  readonly object: Addr;
}

/** What a machine that stopped by itself said, and the rule that this breaks. */
const REPORTS: readonly (readonly [words: RegExp, rule: Rule])[] = [
  [/^deadlock/, 'I6'],
  [/^use after free of bpf_prog|code of a freed program/, 'I2'],
  [/^use after free|^wild access|^null pointer/, 'I1'],
  [/reference is (taken from zero|given back that nobody held)/, 'I3'],
  [/in a context that must not sleep/, 'I10'],
  [/^\d+ timer callbacks ran/, 'I5'],
];

/** The rule that a report of the machine is about; undefined for reports about programs. */
export const ruleOfReport = (message: string): Rule | undefined => REPORTS.find(([words]) => words.test(message))?.[1];

/** Rules I4 and I5 for every timer there is, for a machine at rest; the first that does not hold. */
export function restInvariants(k: Kernel): Broken | undefined {
  for (const object of k.allocator.objects()) {
    if (k.allocator.whatOf(object) !== k.trace.name('bpf_hrtimer')) continue;
    const broken = brokenAtRest(k, object);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function brokenAtRest(k: Kernel, h: Addr): Broken | undefined {
  const { map, value, prog } = k.hrtimer(h);
  const breaks = (rule: Rule, text: string): Broken => ({ rule, text, object: h });
  if (k.memory.shadowOf(map) !== LIVE) return breaks('I4', 'a timer outlives its map');
  const { usercnt, info, timerOffset } = k.map(map);
  const timer = `a timer of map ${k.mapInfos[info].name}`;
  if (k.memory.shadowOf(value) !== LIVE) return breaks('I4', `${timer} outlives its element`);
  if (k.timer(value + timerOffset).timer !== h) return breaks('I4', `${timer} cannot be reached any more`);
  if (usercnt === 0) return breaks('I5', `${timer} outlives its last user reference`);
  if (prog !== 0 && k.memory.shadowOf(prog) !== LIVE) return breaks('I2', `${timer} holds a program that is gone`);
  return undefined;
}

/** Rule I7 for the timers of a map; holds after every step from v5 on. */
export function timerInvariants(k: Kernel, map: Addr): Broken | undefined {
  if (k.memory.shadowOf(map) !== LIVE || k.memory.shadowOf(k.map(map).impl) !== LIVE) return undefined;
  const { nextValue } = k.mapOps(map);
  const { timerOffset } = k.map(map);
  for (let value = nextValue?.(k, map, 0) ?? 0; value !== 0; value = nextValue?.(k, map, value) ?? 0) {
    const { timer } = k.timer(value + timerOffset);
    if (timer === 0) continue;
    if (k.memory.shadowOf(timer) !== LIVE) {
      return { rule: 'I7', text: 'a timer points to a bpf_hrtimer that was freed', object: timer };
    }
    if (k.hrtimer(timer).value !== value) {
      return { rule: 'I7', text: 'a timer points to the bpf_hrtimer of another element', object: timer };
    }
  }
  return undefined;
}

/** Rule I4 for a machine at rest whose descriptors are all closed: nothing of maps, programs and timers is left. */
export function leftBehind(k: Kernel): Broken | undefined {
  for (const object of k.allocator.objects()) {
    const what = k.trace.names[k.allocator.whatOf(object)];
    if (OWNED.has(what)) return { rule: 'I4', text: `a ${what} is left behind`, object };
  }
  return undefined;
}

const OWNED: ReadonlySet<string> = new Set(['bpf_hrtimer', 'bpf_prog', 'bpf_map', 'bpf_obj', 'bpf_cpumask']);
