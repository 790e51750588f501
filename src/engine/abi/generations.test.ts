import { describe, expect, it } from 'vitest';
import { GENERATIONS, type Generation, SWITCH_NAMES, type Switch, switchesOf } from './generations.ts';

/** Generations from the first to the last one that has the switch. */
function having(name: Switch): readonly Generation[] {
  return GENERATIONS.filter((generation) => switchesOf(generation)[name]);
}

describe('generations', () => {
  it('has everything on in 6.18 but what came later or went before', () => {
    const off = SWITCH_NAMES.filter((name) => !switchesOf('6.18')[name]);
    const optional = ['idle_migration', 'base_lock_steps', 'store_buffers'];
    expect(off).toEqual(['prog_list', 'map_locked', 'lockless_refcnt', 'recycle_dtor', ...optional]);
  });

  it.each<[Switch, string]>([
    ['lock', 'v2 … 6.18'],
    ['prog_list', 'v2.5 … v2.5'],
    ['map_owns', 'v3 … 7.0'],
    ['usercnt_in_init', '5.15 … 7.0'],
    ['second_loop_in_map_free', 'v3 … v5, 6.2 … 7.0'],
    ['map_locked', 'v1 … 6.14'],
    ['rcu_free_H', '6.8 … 7.0'],
    ['lru_lock_timeout', '6.18 … 6.18'],
    ['prog_free_after_rcu', 'v1 … 7.0'],
    ['lockless_refcnt', '7.0 … 7.0'],
  ])('has %s in %s', (name, spans) => {
    const all = having(name);
    const starts = all.filter((generation) => !all.includes(GENERATIONS[GENERATIONS.indexOf(generation) - 1]));
    const ends = all.filter((generation) => !all.includes(GENERATIONS[GENERATIONS.indexOf(generation) + 1]));
    expect(starts.map((start, i) => `${start} … ${ends[i]}`).join(', ')).toBe(spans);
  });

  it('turns single switches', () => {
    expect(switchesOf('6.18', { rcu_free_H: false })).toEqual({ ...switchesOf('6.18'), rcu_free_H: false });
  });
});
