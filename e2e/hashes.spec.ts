import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { parseScenarioText } from '../src/engine/scenario/text.ts';
import { staticHost } from './static-host.ts';

/**
 * Random scripts of the fuzzer, played in Node under random schedules and again by the page's worker: same seed, same
 * state. The worker is asked in its own protocol, as the page asks it.
 */
const SEEDS = 50;
const STEPS = 2000;
const REARM = fileURLToPath(new URL('../dist/cli/rearm.mjs', import.meta.url));

interface Promised {
  readonly file: string;
  readonly scenario: unknown;
  readonly runHash: string;
}

/** What Node plays: the scenarios with the states they promise. */
function playInNode(): readonly Promised[] {
  const folder = mkdtempSync(join(tmpdir(), 'rearm-'));
  try {
    const options = ['--seeds', String(SEEDS), '--steps', String(STEPS), '--save', folder];
    execFileSync(process.execPath, [REARM, 'fuzz', 'machine', ...options]);
    return readdirSync(folder).map((file) => read(file, readFileSync(join(folder, file), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(file: string, text: string): Promised {
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new Error(`${file}: ${parsed.error[0]?.message}`);
  const { expect: promise, ...scenario } = parsed.value.scenario;
  return { file, scenario, runHash: promise?.runHash ?? '' };
}

/** The same in a worker of the page: hashes in the order of the scenarios. */
async function playInPage(page: Page, scenarios: readonly unknown[]): Promise<readonly string[]> {
  const [worker] = page.workers();
  const work = { url: worker.url(), scenarios, steps: STEPS };
  return page.evaluate(async ({ url, scenarios, steps }) => {
    const sim = new Worker(url, { type: 'module' });
    let last = 0;
    const ask = (request: object) =>
      new Promise<{ readonly step: number; readonly runHash: string }>((answered, failed) => {
        const id = ++last;
        sim.onmessage = ({ data }) => {
          if (data.is === 'done' && data.id === id) answered(data.answer);
          if (data.is === 'failed' || data.is === 'crash') failed(new Error(JSON.stringify(data)));
        };
        sim.postMessage({ id, ...request });
      });
    const hashes: string[] = [];
    for (const scenario of scenarios) {
      await ask({ do: 'open', ask: { scenario } });
      const { step, runHash } = await ask({ do: 'run', ask: { until: { is: 'step', step: steps }, speed: 0 } });
      hashes.push(step === steps ? runHash : `stands at step ${step}`);
    }
    sim.terminate();
    return hashes;
  }, work);
}

test('the page’s worker and Node give one hash for each random script, without isolation and with it', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const promised = playInNode();
  expect(promised).toHaveLength(2 * SEEDS);
  const server = await staticHost();
  try {
    for (const isolated of [false, true]) {
      await page.goto(`${server.url}${isolated ? '' : '?no-isolation'}`);
      await expect.poll(() => page.evaluate(() => self.crossOriginIsolated).catch(() => !isolated)).toBe(isolated);
      await expect.poll(() => page.workers().length).toBeGreaterThan(0);
      const hashes = await playInPage(
        page,
        promised.map(({ scenario }) => scenario),
      );
      expect(hashes).toEqual(promised.map(({ runHash }) => runHash));
    }
  } finally {
    server.close();
  }
});
