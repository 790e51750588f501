import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './page.ts';

test.describe('the console', () => {
  test('takes commands and prints what bpftool prints', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await bench.type('bpftool prog run name first_timer');
    await expect(bench.terminal).toContainText(/Return value: 2, duration: \d+ns/);
    await bench.type('bpftool map show');
    await expect(bench.terminal).toContainText(/array\s+name timers\s+flags 0x0/);
    await bench.type('bpftool map lookup name nowhere key 0 0 0 0');
    await expect(bench.terminal).toContainText('failed without a message');
    await bench.type('bpftool map lookup name timers key 7 0 0 0');
    await expect(bench.terminal).toContainText(/07 00 00 00\s*Not found/);
  });

  test('points at the word that does not fit', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await bench.type('bpftol prog show');
    await expect(bench.terminal).toContainText('^~~~~~');
    await expect(bench.terminal).toContainText('"bpftol" is not a command');
    await expect(bench.notice).toBeHidden();
  });

  test('remembers lines, completes words, clears, and is left with Escape', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await bench.type('echo one');
    await expect(bench.terminal).toContainText('one');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type(' two');
    await page.keyboard.press('Enter');
    await expect(bench.terminal).toContainText('echo one two');
    await page.keyboard.type('bpft');
    await page.keyboard.press('Tab');
    await page.keyboard.type('prog run name fir');
    await page.keyboard.press('Tab');
    await expect(bench.terminal).toContainText('bpftool prog run name first_timer');
    await page.keyboard.press('Enter');
    await expect(bench.terminal).toContainText('Return value: 2');
    await page.keyboard.press('Control+l');
    await expect(bench.terminal).not.toContainText('Return value: 2');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'Command' })).not.toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Command' })).toBeFocused();

    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await page.keyboard.press('ArrowUp');
    await expect(bench.terminal).toContainText('bpftool prog run name first_timer');
  });

  test('takes several pasted lines, one after the other', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'echo first\necho second\n');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await expect(bench.terminal).toContainText(/# echo first.*first.*# echo second.*second/);
  });

  test('Ctrl-C ends the waiting for a command', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await bench.type('bpftool prog run name first_timer repeat 1000000');
    await page.waitForTimeout(300);
    await page.keyboard.press('Control+c');
    await expect(bench.terminal).toContainText('^C');
    await page.keyboard.type('echo alive');
    await expect(bench.terminal).toContainText('echo alive');
  });
});

const visiblePanels = (page: Page) =>
  page.locator('[data-panel]').evaluateAll((found) =>
    found
      .filter((panel) => panel.checkVisibility() && panel.clientWidth > 0)
      .map((panel) => panel.getAttribute('data-panel'))
      .sort()
      .join(' '),
  );

const ARRANGEMENTS = [
  { key: 'Control+1', name: 'Write', panels: 'console editor verdict' },
  { key: 'Control+2', name: 'Verify', panels: 'editor log registers verdict' },
  { key: 'Control+3', name: 'Run', panels: 'editor objects registers timeline' },
  { key: 'Control+4', name: 'Everything', panels: 'editor log objects timeline verdict' },
];

test.describe('arrangements', () => {
  test('are chosen by key or menu, kept, and put back', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    for (const { key, panels } of ARRANGEMENTS) {
      await page.keyboard.press(key);
      await expect.poll(() => visiblePanels(page), key).toBe(panels);
    }
    await bench.button('Arrange the panels').click();
    await page.getByRole('menuitem', { name: 'Write' }).click();
    await expect.poll(() => visiblePanels(page)).toBe('console editor verdict');
    await bench.panel('Log');
    await expect.poll(() => visiblePanels(page)).toBe('console editor log');
    await page.waitForTimeout(200);
    await bench.open();
    await expect.poll(() => visiblePanels(page)).toBe('console editor log');
    await page.keyboard.press('Control+1');
    await expect.poll(() => visiblePanels(page)).toBe('console editor verdict');
  });

  test('a kept one of other panels is not used', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('rearm.layout', '{"grid":{},"panels":{"gone":{}}}'));
    const bench = new Workbench(page);
    await bench.open();
    await expect.poll(() => visiblePanels(page)).toBe('editor log objects timeline verdict');
  });

  for (const theme of ['light', 'dark', 'contrast']) {
    test(`axe finds nothing in any of them, ${theme}`, async ({ page }) => {
      // Each of its six looks at the page takes seconds.
      test.setTimeout(240_000);
      await page.addInitScript((chosen) => localStorage.setItem('rearm.theme', chosen), theme);
      const bench = new Workbench(page);
      await bench.open();
      await bench.verified('accepted');
      await bench.runToEnd();
      for (const { key, panels } of ARRANGEMENTS) {
        await page.keyboard.press(key);
        await expect.poll(() => visiblePanels(page)).toBe(panels);
        await expectNoViolations(page);
      }
      for (const panel of ['Console', 'Input', 'C source']) {
        await bench.panel(panel);
        await expectNoViolations(page);
      }
      await page.keyboard.press('Control+Shift+E');
      await expect(page.getByRole('dialog')).toContainText('A watchdog');
      await expectNoViolations(page);
    });
  }
});

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
}

test('from an empty page to a shared link without a mouse', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# by hand\n');
  await bench.verified('accepted');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Alt+9');
  await expect(page.getByRole('textbox', { name: 'Command' })).toBeFocused();
  await bench.type('bpftool prog run name first_timer data_in hex 00 00 00 00 00 00 00 00 00 00 00 00 00 00');
  await expect(bench.terminal).toContainText('Return value: 2');
  await page.keyboard.press('F6');
  await expect(page.getByRole('textbox', { name: 'Command' })).not.toBeFocused();
  await page.keyboard.press('Control+Shift+S');
  await expect(bench.status).toContainText('Link copied');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText('Arrange the panels: Write');
});
