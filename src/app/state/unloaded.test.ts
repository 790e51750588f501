import { describe, expect, it } from 'vitest';
import { unloadedRuns, withoutLines } from './unloaded.ts';

const SCRIPT = `# bpftool prog run name arm
bpftool prog run name arm
@12 [sh@1] bpftool -j prog run name cancel repeat 3
bpftool map dump name timers
bpftool prog run name armed
`;

describe('runs of programs that are not loaded', () => {
  it.each([
    [[], []],
    [['arm'], ['2 arm']],
    [
      ['cancel', 'arm'],
      ['2 arm', '3 cancel'],
    ],
    [['other'], []],
  ])('without %j', (skip, runs) => {
    expect(unloadedRuns({ script: SCRIPT, skip }).map(({ line, program }) => `${line} ${program}`)).toEqual(runs);
  });

  it('can be taken out', () => {
    const runs = unloadedRuns({ script: SCRIPT, skip: ['arm', 'cancel'] });
    expect(withoutLines(SCRIPT, runs).split('\n')).toEqual([
      '# bpftool prog run name arm',
      'bpftool map dump name timers',
      'bpftool prog run name armed',
      '',
    ]);
  });
});
