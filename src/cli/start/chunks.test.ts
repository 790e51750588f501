import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { Chunks, cachePathOf } from './chunks.ts';

const root = mkdtempSync(join(tmpdir(), 'chunks-'));
afterAll(() => rmSync(root, { recursive: true }));

/**
 * A new folder with two chunks that need each other and a module of Node. `mark`, a character in a comment, keeps V8 from
 * recognising the texts of another folder, while their code caches remain good for these.
 */
function folderOf(mark: number): string {
  const folder = `${root}/${mark}/`;
  mkdirSync(folder);
  writeFileSync(
    `${folder}sum.cjs`,
    `/* ${mark} */ const pair = require("./pair.cjs"); exports.total = () => pair.a + pair.b; exports.scale = 10;`,
  );
  writeFileSync(
    `${folder}pair.cjs`,
    `/* ${mark} */ const sum = require("./sum.cjs"); exports.a = 1; exports.b = 2;
    exports.scaled = () => exports.a * sum.scale; exports.base = require("node:path").basename("/x/y");`,
  );
  return folder;
}

/** The code cache of `sum.cjs`, as the build makes it. */
function recorded(): Buffer {
  const folder = folderOf(0);
  const chunks = new Chunks(folder);
  chunks.load('sum.cjs');
  return chunks.scripts.get(`${folder}sum.cjs`)?.createCachedData() ?? Buffer.alloc(0);
}

const sound = recorded();

interface Case {
  readonly beside: string;
  readonly cache: Buffer | undefined;
  readonly isRejected: boolean | undefined;
}

const CASES: readonly Case[] = [
  { beside: 'no cache', cache: undefined, isRejected: undefined },
  { beside: 'the cache that was recorded', cache: sound, isRejected: false },
  { beside: 'half a cache', cache: sound.subarray(0, sound.length >> 1), isRejected: true },
  { beside: 'the cache of something else', cache: new Script('1').createCachedData(), isRejected: true },
  { beside: 'an empty file', cache: Buffer.alloc(0), isRejected: true },
];

describe('chunks', () => {
  it.each(CASES)('run the same beside $beside', ({ beside, cache, isRejected }) => {
    const folder = folderOf(1 + CASES.findIndex((each) => each.beside === beside));
    if (cache !== undefined) writeFileSync(cachePathOf(`${folder}sum.cjs`), cache);
    const chunks = new Chunks(folder);
    const { total, scale } = chunks.load('sum.cjs');
    const { scaled, base } = chunks.load('pair.cjs');
    expect([scale, base]).toEqual([10, 'y']);
    expect([total, scaled].map((call) => typeof call === 'function' && call())).toEqual([3, 10]);
    expect(chunks.scripts.get(`${folder}sum.cjs`)?.cachedDataRejected).toBe(isRejected);
  });
});
