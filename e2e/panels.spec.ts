import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './page.ts';

async function standing(page: Page): Promise<Workbench> {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  return bench;
}

/** Steps until the timer of the first example is armed. */
async function armed(page: Page): Promise<Workbench> {
  const bench = await standing(page);
  await bench.panel('Objects');
  for (let i = 0; i < 80 && (await node(page, /^timer, .*fires in/).count()) === 0; i++) {
    await page.keyboard.press('F10');
    await expect(bench.status).toContainText(/step \d+/);
  }
  await expect(node(page, /^timer, fires in/)).toBeVisible();
  return bench;
}

const lifecycle = () => readFileSync(new URL('../src/conformance/corpus/objects/timers/lifecycle.o', import.meta.url));

const node = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('an event of the timeline is found, in the lanes and in the table', async ({ page }) => {
  const bench = await standing(page);
  await bench.runToEnd();
  const find = page.getByRole('searchbox', { name: 'Find event' });
  const count = page.locator('.find-event output');
  await find.fill('fires');
  await expect(count).toHaveText(/^1 of [2-9]/);
  await find.press('Enter');
  await expect(count).toHaveText(/^2 of/);
  await bench.button('Show as table').click();
  await expect(page.locator('[data-timeline-twin] tr.found')).toContainText('tick fires');
  await find.press('Shift+Enter');
  await expect(count).toHaveText(/^1 of/);
  await find.fill('no such event');
  await expect(count).toHaveText('none');
  await find.press('Escape');
  await expect(find).toHaveValue('');
});

test('the graph shows who holds whom, and the arrows walk through it', async ({ page }) => {
  await armed(page);
  const map = node(page, /^map timers, refs \d+, user \d/);
  await map.click();
  await expect(map).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(node(page, /^element 0/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, /^timer, fires in/)).toBeFocused();
  await expect(page.getByRole('tooltip')).toContainText('held by');
  await page.keyboard.press('ArrowRight');
  await expect(node(page, /^callback tick/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-panel="editor"] .view-line', { hasText: '.callback tick' })).toBeVisible();
});

test('boxes stay where they are while the machine is stepped', async ({ page }) => {
  const bench = await armed(page);
  const places = () =>
    page.locator('[data-node]').evaluateAll((nodes) =>
      nodes.map((each) => {
        const { x, y } = each.getBoundingClientRect();
        return [each.getAttribute('data-node'), Math.round(x), Math.round(y)].join(' ');
      }),
    );
  const before = await places();
  const from = await bench.step();
  for (let i = 0; i < 5; i++) await page.keyboard.press('F11');
  await expect.poll(() => bench.step()).toBeGreaterThan(from);
  // The process that ran the program may have ended in the meantime.
  const after = await places();
  expect(after.length).toBeGreaterThan(4);
  expect(before).toEqual(expect.arrayContaining(after));
});

test('many programs that do nothing are one node, which opens', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.drop('lifecycle.o', lifecycle());
  await bench.verified('accepted');
  await bench.machineStands();
  const group = node(page, /^program \d+ programs, loaded, unused/);
  await group.click();
  await expect(group).toBeHidden();
  await expect(node(page, /^program start_after_cancel/)).toBeVisible();
  await bench.button('Unused programs as one').click();
  await expect(group).toBeVisible();
});

test('the graph fits a narrow window, and is zoomed by key', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await armed(page);
  const drawing = page.locator('.objects .drawing');
  const program = node(page, /^program first_timer/);
  const right = async () => ((await program.boundingBox())?.x ?? 0) + ((await program.boundingBox())?.width ?? 0);
  await expect.poll(right).toBeLessThanOrEqual(1024);
  await program.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(() => drawing.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true);
  await page.getByRole('button', { name: 'Fit the graph' }).click();
  await expect.poll(right).toBeLessThanOrEqual(1024);
  await expect(page.getByRole('tab', { name: 'Console' })).toBeInViewport({ ratio: 1 });
});

test('the graph has a list with the same words', async ({ page }) => {
  await armed(page);
  await page.getByRole('button', { name: 'Show as list' }).click();
  const row = page.getByRole('row', { name: /timers map refs/ });
  await expect(row).toContainText('loader (1, fd');
  await row.getByRole('button').click();
  await expect(row).toHaveClass(/cursor/);
});

test('memory is shown at the object that was chosen, with its members', async ({ page }) => {
  const bench = await armed(page);
  await node(page, /^timer, fires in/).click();
  await bench.panel('Memory');
  const members = page.getByRole('region', { name: 'Members of bpf_hrtimer' });
  await expect(members).toContainText('expires');
  await page.getByRole('textbox', { name: 'Go to address' }).fill('0x1000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Members of globals' })).toContainText('clock');
  await page.getByRole('listbox', { name: 'Memory in rows of eight bytes' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /^1008:/ })).toHaveAttribute('aria-selected', 'true');
});

test('a value is typed as C, and user space updates the map', async ({ page }) => {
  const bench = await standing(page);
  await bench.panel('Maps');
  const maps = page.locator('[data-panel="maps"]');
  await expect(maps).toContainText('{ .fired = 0, .timer = {} }');
  await bench.button('Change timers[0]').click();
  const field = page.getByRole('textbox', { name: 'New value of timers[0]' });
  await field.fill('.fired = many');
  await expect(maps.getByRole('status')).toHaveText('many is no number');
  await field.fill('.fired = 7');
  await field.press('Enter');
  await expect(maps).toContainText('{ .fired = 7, .timer = {} }', { timeout: 20_000 });
});

test('types are shown as C, with the place of the timer', async ({ page }) => {
  const bench = await standing(page);
  await bench.panel('Types');
  const types = page.getByRole('region', { name: 'Maps and types' });
  await expect(types.getByRole('row', { name: '8 16 timer struct bpf_timer' })).toContainText('helpers only');
  await expect(types).toContainText('struct elem {');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the panels of the machine', async ({ page }) => {
      test.slow();
      const bench = await armed(page);
      for (const panel of ['Objects', 'Memory', 'Maps', 'Types']) {
        await bench.panel(panel);
        await page.waitForTimeout(200);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [panel, id, nodes.map((each) => each.html.slice(0, 200))])).toEqual(
          [],
        );
      }
    });
  });
}
