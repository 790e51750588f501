import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../lib/bytes.ts';
import { finish } from '../../../lib/job.ts';
import { DEFAULT_ENV } from '../../abi/env.ts';
import type { LoadRequest, MapInfo } from '../../program/load.ts';
import { logString } from '../../program/log-text.ts';
import { verify } from '../verify.ts';

/** Generated programs around the stack, atomics, map values and helpers, with the answers of Linux 6.18.44. */
interface Recorded {
  readonly type: number;
  readonly insns: string;
  readonly errno: number;
  /** The line before the statistics, if the program is refused. */
  readonly message: string;
  readonly stats: string;
  /** Lines of the log at level 2 that are not empty. */
  readonly lines: number;
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('../testdata/stack-programs.json', import.meta.url), 'utf8'),
);

const map = (type: number, keySize: number, valueSize: number, maxEntries: number): MapInfo => ({
  name: '',
  type,
  keySize,
  valueSize,
  maxEntries,
  flags: 0,
  mapExtra: 0n,
  btfKeyTypeId: 0,
  btfValueTypeId: 0,
});

/** The maps that all programs share: an array of one value, a hash, an array of three. */
const MAPS = [map(2, 4, 64, 1), map(1, 8, 32, 4), map(2, 4, 32, 3)];

function requestOf(program: Recorded): LoadRequest {
  return {
    name: '',
    type: program.type,
    expectedAttachType: 0,
    flags: 0,
    license: 'GPL',
    insns: fromHex(program.insns) ?? new Uint8Array(),
    maps: MAPS,
    funcInfo: [],
    lineInfo: [],
    attachBtfId: 0,
  };
}

describe('memory accesses are judged as by the kernel', () => {
  it.each(recorded.map((program, index) => [index, program.message || 'accepted', program] as const))(
    '%i: %s',
    (_, __, program) => {
      const verdict = finish(verify(requestOf(program), DEFAULT_ENV, { level: 2 }));
      const lines = logString(verdict.log)
        .split('\n')
        .filter((line) => line !== '');
      expect(verdict.errno).toBe(program.errno);
      if (program.errno !== 0) expect(lines.at(-2)).toBe(program.message);
      expect(lines.at(-1)).toBe(program.stats);
      expect(lines).toHaveLength(program.lines);
    },
  );
});
