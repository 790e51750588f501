import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../lib/job.ts';
import { openScenario, verifySource } from './engine.ts';
import { toBase64 } from './scenario/base64.ts';
import { DEFAULT_MACHINE } from './scenario/default-machine.ts';

/** Objects that users may drop by mistake: the front door answers every one of them, and never both ways. */

const corpus = new URL('../conformance/corpus/objects/', import.meta.url);
const objects = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.o') && !name.includes('complexity'))
  .map((name) => ({ name: name.replace('/', '-'), bytes: new Uint8Array(readFileSync(new URL(name, corpus))) }));

/** mulberry32 */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

function flipped(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  const copy = bytes.slice();
  for (let i = 0; i < 8; i++) copy[next() % copy.length] ^= 1 << (next() % 8);
  return copy;
}

function expectAnswer(name: string, bytes: Uint8Array): void {
  const source = { name, object: toBase64(bytes) };
  const { programs, diagnostics } = finish(verifySource(source, 1, { kernel: '6.18' }));
  expect(programs.length + diagnostics.length).toBeGreaterThan(0);
  if (!programs.some((program) => program.accepted)) return;
  const scenario = { v: 1, programs: [source], machine: DEFAULT_MACHINE, script: [], grain: 'point' } as const;
  const { answer, session } = finish(openScenario({ ...scenario, programs: [source], script: [] }));
  expect(session === undefined).toBe(!answer.runnable);
}

describe('damaged objects', () => {
  it('cut off anywhere are answered', () => {
    const { name, bytes } = objects.find((each) => each.name === 'timers-lifecycle.o') ?? objects[0];
    for (let i = 0; i < 50; i++) expectAnswer(name, bytes.subarray(0, Math.floor((bytes.length * i) / 50)));
  });

  it('with flipped bits are answered', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { name, bytes } = objects[seed % objects.length];
      try {
        expectAnswer(name, flipped(bytes, seed));
      } catch (error) {
        throw new Error(`${name}, seed ${seed}`, { cause: error });
      }
    }
  });

  it('of nothing but zeros are answered', () => expectAnswer('zeros.o', new Uint8Array(1_000_000)));
});
