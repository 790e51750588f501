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

test.describe('the input of a run', () => {
  test('is edited, and what came out is shown', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.panel('Input');
    const packet = page.getByRole('textbox', { name: 'Packet', exact: true });
    await packet.fill('00 11 2');
    await expect(page.getByText('wants bytes as two hex digits each')).toBeVisible();
    await packet.fill('00112233445566778899aabbccddeeff');
    await bench.verified('accepted');
    await bench.runToEnd();
    const output = page.getByRole('region', { name: 'Output of the run' });
    await expect(output).toContainText(/Return value\s*2/);
    await expect(output).toContainText('Packet after, 16 bytes');
    await expect(output).toContainText('00112233445566778899aabbccddeeff');
    await page.getByRole('radio', { name: 'Packet as text' }).click();
    await expect(page.getByText('these bytes are not UTF-8 text')).toBeVisible();
    await packet.fill('GET / HTTP/1.1');
    await page.getByRole('radio', { name: 'Packet as hex' }).click();
    await expect(packet).toHaveValue('47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31');
  });

  test('comes from a pcap file', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.panel('Input');
    await page.getByRole('radio', { name: 'Packet of a pcap file' }).click();
    const file = Buffer.alloc(24 + 2 * 16 + 14 + 15);
    file.writeUInt32LE(0xa1b2c3d4, 0);
    file.writeUInt32LE(14, 32);
    file.fill(0xaa, 40, 54);
    file.writeUInt32LE(15, 62);
    file.fill(0xbb, 70);
    await page.getByLabel('Capture to open').setInputFiles({ name: 'two.pcap', mimeType: '', buffer: file });
    const packet = page.getByRole('textbox', { name: 'Packet', exact: true });
    await expect(packet).toHaveValue(/^(aa ){13}aa$/);
    await page.getByRole('spinbutton', { name: 'Packet number' }).fill('2');
    await expect(packet).toHaveValue(/^(bb ){14}bb$/);
    await page.getByLabel('Capture to open').setInputFiles({ name: 'no.pcap', mimeType: '', buffer: Buffer.alloc(40) });
    await expect(page.getByText('no.pcap: this is not a pcap file')).toBeVisible();
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
      for (const panel of ['Console', 'Input']) {
        await bench.panel(panel);
        await expectNoViolations(page);
      }
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
