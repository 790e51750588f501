import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../cli/normalise.ts';
import { DEFAULT_ENV } from '../../engine/abi/env.ts';
import { assemble } from '../../engine/asm/assemble.ts';
import { readObject } from '../../engine/elf/read.ts';
import { loadCollection } from '../../engine/loader/load.ts';
import type { LoadRequest } from '../../engine/program/load.ts';
import { logString } from '../../engine/program/log-text.ts';
import { verify } from '../../engine/verifier/verify.ts';
import { LARGE_OBJECTS, type LargeObject } from '../../large/objects.ts';
import { finish } from '../../lib/job.ts';

interface Answer {
  readonly object: string;
  /** Instructions that the verifier processed, by program. */
  readonly processed: readonly number[];
  readonly statistics_sha256: string;
  /** Of the full logs of the programs below LOGGED; null if there are none. */
  readonly log_sha256: string | null;
}

/** What the kernel said; `record.py` beside it writes the file. */
const ANSWERS: readonly Answer[] = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8'));

const LOGGED = 100_000;

/** A million instructions take a second or two, but not on a machine that is busy with much else. */
const TIMEOUT_MS = 300_000;

/** The object's programs, as they are given to the kernel: through a file, as a reader of objects finds them. */
function requestsOf({ name, text }: LargeObject): LoadRequest[] {
  const assembled = assemble(text(), `${name}.s`);
  if (!assembled.ok) throw new Error(assembled.error[0].message);
  const read = readObject(assembled.value.object, `${name}.o`);
  if (!read.ok) throw new Error(read.error[0].message);
  return loadCollection(read.value).programs.map(({ outcome }) => {
    if (outcome.stage === 'object') throw new Error(`${name}: a program is not loaded`);
    return outcome.request;
  });
}

const logLines = (request: LoadRequest, level: number): readonly string[] =>
  normalise(logString(finish(verify(request, DEFAULT_ENV, { level })).log));

const sha256 = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''), 'latin1')
    .digest('hex');

function answerOf(object: LargeObject): Answer {
  const requests = requestsOf(object);
  const statistics = requests.map((request) => logLines(request, 4).at(-1) ?? '');
  const processed = statistics.map((line) => Number(/^processed (\d+) /.exec(line)?.[1]));
  const logged = requests.filter((_, i) => processed[i] < LOGGED).flatMap((request) => logLines(request, 2));
  return {
    object: object.name,
    processed,
    statistics_sha256: sha256(statistics),
    log_sha256: logged.length === 0 ? null : sha256(logged),
  };
}

describe('large objects', () => {
  it('were all put to the kernel', () => {
    expect(ANSWERS.map(({ object }) => object)).toEqual(LARGE_OBJECTS.map(({ name }) => name).sort());
  });

  it.each(LARGE_OBJECTS)(
    '$name ($about) is verified as by the kernel',
    (object) => {
      expect(answerOf(object)).toEqual(ANSWERS.find((answer) => answer.object === object.name));
    },
    TIMEOUT_MS,
  );
});
