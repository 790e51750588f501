import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme });

    test('reads and runs', async ({ page }) => {
      await page.goto('/');
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await expect(page.locator('.phone-bar .badge')).toContainText('accepted', { timeout: 20_000 });
      for (let i = 0; i < 12; i++) await button('Step into').tap();
      await expect(page.locator('.phone-sentence')).toContainText('CPU 0 is in task: first_timer');
      await expect(page.getByRole('list', { name: 'CPUs and timers' })).toContainText('task, first_timer');
      for (const [choice, content] of [
        ['Verdict', 'Accepted'],
        ['Objects', 'refs'],
        ['Code', 'r1 = 0'],
        ['Time', 'idle'],
      ]) {
        await button(choice).tap();
        await expect(button(choice)).toHaveAttribute('aria-current', 'page');
        await expect(page.locator('main')).toContainText(content, { timeout: 20_000 });
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
      await page.getByRole('button', { name: 'Machine: Linux 6.18' }).tap();
      await page.getByLabel('Kernel', { exact: true }).selectOption('v3');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Machine: Linux v3' })).toBeVisible();
      await expect(page.locator('.phone-bar .badge')).toContainText('accepted', { timeout: 20_000 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(390);
    });
  });
}
