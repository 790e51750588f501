import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { Workbench } from './page.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A host that knows nothing of isolation: files under /repo/, no headers. */
function staticHost(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/repo\//, '');
    const file = join(DIST, normalize(path === '' ? 'index.html' : path));
    if (!file.startsWith(DIST) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

test.describe('on a host without headers', () => {
  let server: Server;
  let url: string;

  test.beforeAll(async () => {
    server = await staticHost();
    const { port } = server.address() as AddressInfo;
    url = `http://127.0.0.1:${port}/repo/`;
  });
  test.afterAll(() => server.close());

  test('the service worker isolates the page', async ({ page }) => {
    await page.goto(url);
    await expect.poll(() => page.evaluate(() => self.crossOriginIsolated).catch(() => false)).toBe(true);
    const bench = new Workbench(page);
    await bench.verified('accepted');
    await bench.runToEnd();
  });

  test('the newcomer’s path works without isolation', async ({ page }) => {
    test.slow();
    await page.goto(`${url}?no-isolation`);
    const bench = new Workbench(page);
    await bench.verified('accepted');
    expect(await page.evaluate(() => self.crossOriginIsolated)).toBe(false);
    await bench.runToEnd();
    expect((await bench.eventTimes('fires')).length).toBeGreaterThan(0);
    const hash = await bench.runHash();
    const steps = await bench.step();
    await page.keyboard.press('Shift+F10');
    await expect.poll(() => bench.step()).toBeLessThan(steps);
    expect(await bench.runHash()).not.toBe(hash);

    await bench.goToLine('r3 = CLOCK_MONOTONIC');
    await page.keyboard.press('Enter');
    await page.keyboard.type('r6 = 0');
    await bench.verified('rejected');
    await expect(bench.verdict).toContainText('-13 EACCES');
    await page.keyboard.press('Control+Shift+K');
    await bench.verified('accepted');
    await bench.runToEnd();
    expect(await bench.runHash()).toBe(hash);
    await bench.button('Share').click();
    await expect(bench.status).toContainText(/Link copied|The link is in the address bar/);
    const fragment = await page.evaluate(() => location.hash);
    const other = await page.context().newPage();
    await other.goto(`${url}?no-isolation${fragment}`);
    await expect(other.getByText('reproduces')).toBeVisible({ timeout: 30_000 });
    expect(await new Workbench(other).runHash()).toBe(hash);
  });
});
