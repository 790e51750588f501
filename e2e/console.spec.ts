import { expect, test } from '@playwright/test';
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
    await expect(bench.terminal).toContainText('Error:');
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
