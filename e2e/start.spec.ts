import { expect, type Locator, test } from '@playwright/test';
import { Workbench } from './page.ts';

test('the text is there before the editor, and does not move when the editor comes', async ({ page }) => {
  let letEditorCome: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letEditorCome = resolve;
  });
  await page.route(/assets\/monaco-.*\.js/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const before = page.locator('.text-before-editor li', { hasText: '.program first_timer' });
  await expect(before).toHaveCount(1);
  const first = page.locator('.text-before-editor li').first();
  await expect(first).toContainText('# First timer');
  const place = await first.boundingBox();
  letEditorCome();
  const line = page.locator('.monaco-editor .view-line').first();
  await expect(line).toContainText('First', { timeout: 20_000 });
  await expect(before).toHaveCount(0);
  expect((await line.boundingBox())?.y).toBe(place?.y);
});

test('nothing but the editor is loaded before the editor', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  const monaco = scripts.findIndex((url) => url.includes('monaco-'));
  const panels = ['timeline-panel', 'objects-panel', 'log-panel'].map((name) =>
    scripts.findIndex((url) => url.includes(name)),
  );
  expect(Math.min(...panels)).toBeGreaterThan(monaco);
  expect(scripts.filter((url) => /menu-|help-/.test(url))).toEqual([]);
});

/** Rows of a log that lie in what is seen of it. */
const rowsInSight = (log: Locator) =>
  log.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return [...element.querySelectorAll('.log-row')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    }).length;
  });

test('a log that was scrolled stays so when the panels are arranged anew', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.log.evaluate((log) => log.scrollTo(0, 600));
  await expect.poll(() => bench.log.evaluate((log) => log.scrollTop)).toBe(600);
  for (const key of ['Control+2', 'Control+4', 'Control+4']) {
    await page.keyboard.press(key);
    await expect.poll(() => bench.log.evaluate((log) => log.scrollTop), key).toBe(600);
    await expect.poll(() => rowsInSight(bench.log), key).toBeGreaterThan(5);
  }
});

test('the cursor of the text goes when the CPU runs no line of it', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  for (let i = 0; i < 12; i++) await bench.button('Step into').click();
  await expect(page.locator('.monaco-editor .view-overlays .line-cursor')).toHaveCount(1);
  await bench.runToEnd();
  await expect(page.locator('.monaco-editor .view-overlays .line-cursor')).toHaveCount(0);
});

test('the timeline fits what timers did, and shows everything', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.runToEnd();
  const window = () => page.evaluate(() => Math.round((globalThis.window.__rearmCanvasLog?.window.to ?? 0) / 1e6));
  await expect.poll(window).toBe(3);
  await bench.button('Fit what timers did').click();
  await bench.button('Show everything').click();
  await expect.poll(window).toBeGreaterThan(30);
});

test('a tooltip opens on focus, names the key, and closes on Escape', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.button('Step over').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toHaveText('Step overF10');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
});

test('where the browser keeps nothing, the page works all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse });
  });
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.button('Light, dark, contrast').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await bench.goToLine('.map timers');
  await page.keyboard.type(' # mine');
  await expect(bench.status).toContainText('edit 2 accepted');
  await page.keyboard.press('Control+5');
  await expect(page.locator('.talk-caption')).toContainText('CPU 0 is idle');
  await page.keyboard.press('Control+4');
  await expect(page.locator('.talk-caption')).toBeHidden();
  await expect(page.getByText('because of a bug of ours')).toBeHidden();
});

test('what is typed into two tabs is kept twice', async ({ page, context }) => {
  const tabs = [new Workbench(page), new Workbench(await context.newPage())];
  for (const tab of tabs) await tab.open();
  for (const tab of tabs) {
    await tab.page.bringToFront();
    await tab.verified('accepted');
    await tab.goToLine('.map timers');
    await tab.page.keyboard.type(' # mine');
    await expect(tab.status).toContainText('edit 2 accepted');
  }
  for (const tab of tabs) {
    await tab.page.bringToFront();
    await tab.page.keyboard.type('!');
    await expect(tab.status).toContainText('edit 3 accepted');
  }
  await page.reload();
  await tabs[0].verified('accepted');
  await page.getByRole('button', { name: /^Document/ }).click();
  await expect(page.getByRole('menuitem', { name: /^First timer/ })).toHaveCount(2);
});
