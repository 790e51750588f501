import { expect, test } from '@playwright/test';
import { Workbench } from './page.ts';
import { staticHost } from './static-host.ts';

test.describe('on a host without headers', () => {
  let host: Awaited<ReturnType<typeof staticHost>>;
  let url: string;

  test.beforeAll(async () => {
    host = await staticHost();
    url = host.url;
  });
  test.afterAll(() => host.close());

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
