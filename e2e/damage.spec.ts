import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { Workbench } from './page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const object = readFileSync(new URL('../src/conformance/corpus/objects/timers/lifecycle.o', import.meta.url));

/** A small generator (mulberry32), so that a failing file can be made again from its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

function flipped(seed: number): Buffer {
  const next = random(seed);
  const bytes = Buffer.from(object);
  for (let i = 0; i < 8; i++) bytes[next() % bytes.length] ^= 1 << (next() % 8);
  return bytes;
}

/** Every file is answered by name: as rejected with its reasons, or, where the damage does not matter, as accepted. */
async function expectAnswer(bench: Workbench, name: string, bytes: Buffer): Promise<void> {
  await bench.drop(name, bytes);
  const badge = bench.page.getByText(`${name}, edit 1`);
  await expect(badge.or(bench.notice.filter({ hasText: name })).first()).toBeVisible({ timeout: 20_000 });
}

test('a truncated object gets a message at each of 50 offsets', async ({ page }) => {
  test.setTimeout(180_000);
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  for (let i = 0; i < 50; i++) {
    const end = Math.floor((object.length * i) / 50);
    await expectAnswer(bench, `cut-at-${end}.o`, object.subarray(0, end));
  }
});

test('an object with flipped bits gets an answer for each of 200 seeds', async ({ page }) => {
  test.setTimeout(600_000);
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  for (let seed = 1; seed <= 200; seed++) await expectAnswer(bench, `seed-${seed}.o`, flipped(seed));
});

test('the page and Node give one hash', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.runToEnd();
  await bench.button('Share').click();
  await expect(bench.status).toContainText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const rearm = fileURLToPath(new URL('../dist/cli/rearm.mjs', import.meta.url));
  const printed = execFileSync(process.execPath, [rearm, 'open', link], { encoding: 'utf8' });
  expect(printed).toContain(`hash ${await bench.runHash()}`);
  expect(printed).toContain('reproduces');
});
