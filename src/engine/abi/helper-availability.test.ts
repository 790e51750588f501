import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ENV } from './env.ts';
import { availableHelper } from './helper-availability.ts';
import { HELPER_COUNT, helperByName, helperName } from './helpers.ts';
import { programTypeByName } from './program-types.ts';

/** What Linux 6.18.44 answered to a program that only calls one helper, for every helper: ids and ranges of ids it knew. */
interface Recorded {
  readonly program: string;
  readonly attach: number;
  readonly helpers: string;
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('./testdata/helper-availability.json', import.meta.url), 'utf8'),
);

function expand(ranges: string): number[] {
  return ranges.split(' ').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

const allIds = Array.from({ length: HELPER_COUNT }, (_, index) => index + 1);

describe('helpers by program type', () => {
  it.each(recorded)('$program at attach type $attach', ({ program, attach, helpers }) => {
    const type = programTypeByName(program) ?? -1;
    const ours = allIds.filter((id) => availableHelper(id, type, attach, DEFAULT_ENV) !== undefined);
    expect(ours.map(helperName)).toEqual(expand(helpers).map(helperName));
  });

  it('withholds tracing helpers without CAP_PERFMON', () => {
    const env = { ...DEFAULT_ENV, capabilities: new Set(['CAP_BPF', 'CAP_NET_ADMIN'] as const) };
    expect(availableHelper(helperByName('bpf_trace_printk') ?? 0, 3, 0, env)).toBeUndefined();
    expect(availableHelper(helperByName('bpf_timer_init') ?? 0, 3, 0, env)?.gplOnly).toBe(true);
  });

  it('has a prototype for every id, and none outside', () => {
    expect(allIds.filter((id) => helperByName(helperName(id)) !== id)).toEqual([]);
    expect(helperName(HELPER_COUNT + 1)).toBe('unknown');
  });
});
