import { BPF_TIMER } from '../../btf/field-types.ts';
import type { Kernel } from '../kernel.ts';
import type { Addr } from '../memory/memory.ts';

export type TimerState = 'idle' | 'armed' | 'running' | 'running, armed';

/** What a timer that has been allocated does. */
export function timerState(k: Kernel, timer: Addr): TimerState {
  const isArmed = k.hrtimer(timer).queued !== 0;
  if (k.hrtimers.isRunning(timer)) return isArmed ? 'running, armed' : 'running';
  return isArmed ? 'armed' : 'idle';
}

/** Where the `bpf_timer` of a key's value and what it has allocated are; undefined if there is nothing. */
export function timerOf(
  k: Kernel,
  map: Addr,
  key: Addr,
): { readonly timer: Addr; readonly offset: number } | undefined {
  const field = k.mapInfos[k.map(map).info].record?.fields.find((each) => each.type === BPF_TIMER);
  const value = field === undefined ? 0 : (k.mapOps(map).lookup?.(k, map, key) ?? 0);
  if (field === undefined || value === 0) return undefined;
  const { timer } = k.timer(value + field.offset);
  return timer === 0 ? undefined : { timer, offset: field.offset };
}
