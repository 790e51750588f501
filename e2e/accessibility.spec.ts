import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Workbench } from './page.ts';

const SIGHTS = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'contrast', options: { contrast: 'more' } },
] as const;

for (const { name, options } of SIGHTS) {
  test.describe(name, () => {
    test.use(options);

    test('axe finds nothing', async ({ page }) => {
      const bench = new Workbench(page);
      await bench.open();
      await bench.verified('accepted');
      await expect(page.locator('html')).toHaveAttribute('data-theme', name);
      await bench.runToEnd();
      for (const panel of ['Objects', 'Maps', 'Console', 'Registers']) {
        await bench.panel(panel);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html.slice(0, 200))]),
        ).toEqual([]);
      }
    });
  });
}

test('everything can be reached by keyboard', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  const seen = new Set<string>();
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('F6');
    await page.waitForTimeout(50);
    const panel = await page.evaluate(() =>
      document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel'),
    );
    seen.add(panel ?? '');
  }
  expect([...seen].sort()).toEqual(['editor', 'log', 'objects', 'timeline', 'verdict']);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText('Step back');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the timeline has a table with the same words', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.runToEnd();
  await bench.button('Show as table').click();
  await expect(page.getByRole('cell', { name: 'tick fires' }).first()).toBeVisible();
});
