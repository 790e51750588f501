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
