import type { Kernel } from './kernel.ts';
import type { Addr } from './memory.ts';
import { LIVE } from './memory.ts';

/**
 * What must hold when nothing is left to do. (That nothing freed is touched, that counts do not go below zero and that nobody
 * waits for ever is seen at the step that breaks it.)
 */

/** The first rule that does not hold, in words; undefined if all do. */
export function restInvariants(k: Kernel): string | undefined {
  for (const object of k.allocator.objects()) {
    if (k.allocator.whatOf(object) !== k.trace.name('bpf_hrtimer')) continue;
    const broken = brokenRule(k, object);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function brokenRule(k: Kernel, h: Addr): string | undefined {
  const { map, value, prog } = k.hrtimer(h);
  if (k.memory.shadowOf(map) !== LIVE) return 'a timer outlives its map';
  const { usercnt, info, timerOffset } = k.map(map);
  const { name } = k.mapInfos[info];
  if (k.memory.shadowOf(value) !== LIVE) return `a timer of map ${name} outlives its element`;
  if (k.timer(value + timerOffset).timer !== h) return `a timer of map ${name} cannot be reached any more`;
  if (usercnt === 0) return `a timer of map ${name} outlives its last user reference`;
  if (prog !== 0 && k.memory.shadowOf(prog) !== LIVE) return `a timer of map ${name} holds a program that is gone`;
  return undefined;
}

/** Rule I7, which holds after every step: each timer of the map is NULL or has a live `bpf_hrtimer` that belongs to it. */
export function timerInvariants(k: Kernel, map: Addr): string | undefined {
  if (k.memory.shadowOf(map) !== LIVE || k.memory.shadowOf(k.map(map).impl) !== LIVE) return undefined;
  const { nextValue } = k.mapOps(map);
  const { timerOffset } = k.map(map);
  for (let value = nextValue?.(k, map, 0) ?? 0; value !== 0; value = nextValue?.(k, map, value) ?? 0) {
    const { timer } = k.timer(value + timerOffset);
    if (timer === 0) continue;
    if (k.memory.shadowOf(timer) !== LIVE) return 'a timer points to a bpf_hrtimer that was freed';
    if (k.hrtimer(timer).value !== value) return 'a timer points to the bpf_hrtimer of another element';
  }
  return undefined;
}

/** Rule I4, for a machine at rest whose descriptors are all closed: nothing of maps, programs and timers is left. */
export function leftBehind(k: Kernel): string | undefined {
  for (const object of k.allocator.objects()) {
    const what = k.trace.names[k.allocator.whatOf(object)];
    if (OWNED.has(what)) return `a ${what} is left behind`;
  }
  return undefined;
}

const OWNED: ReadonlySet<string> = new Set(['bpf_hrtimer', 'bpf_prog', 'bpf_map']);
