import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './page.ts';

/** Rejected since v4, when `map_uid` came. */
const selftest = () => readFileSync(new URL('../src/examples/selftests/timer-mim-reject.rearm', import.meta.url));

const dial = (page: Page) => page.getByRole('slider', { name: 'Kernel generation' });
const kernel = (page: Page) => page.getByRole('button', { name: /^Kernel/ });

/** Opens what is behind the CPU squares. */
async function openMachine(page: Page) {
  await page.getByRole('button', { name: /^Machine: / }).click();
  const dialog = page.getByRole('dialog', { name: 'Machine' });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function expectNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
}

test('a kernel is chosen by keyboard and judges by its rules', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.drop('timer-mim-reject.rearm', selftest());
  await bench.verified('rejected');
  await dial(page).focus();
  await expect(page.getByRole('tooltip')).toContainText('Linux 6.18.');
  await page.keyboard.type('v3');
  await expect(dial(page)).toHaveAttribute('aria-valuetext', 'Linux v3');
  await expect(page.getByRole('tooltip')).toContainText('map_owns');
  await bench.verified('accepted');
  await bench.machineStands();
  await expect(bench.verdict).toContainText('Linux v3 as root, with 1 CPU. Its own rules: ');
  await page.keyboard.press('ArrowRight');
  await expect(kernel(page)).toHaveText('Linux v4');
  await bench.verified('rejected');
  await page.keyboard.press('End');
  await expect(kernel(page)).toHaveText('Linux 7.0');
  await page.keyboard.type('6.18');
  await expect(kernel(page)).toHaveText('Linux 6.18');
  await page.keyboard.press('Home');
  await bench.verified('accepted');
  await page.reload();
  await expect(bench.code).toBeVisible({ timeout: 20_000 });
  await expect(kernel(page)).toHaveText('Linux v1');
  await bench.verified('accepted');
});

test('the same program takes other steps in another kernel', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.runToEnd();
  const steps = await bench.step();
  await kernel(page).click();
  await page.getByRole('menuitem', { name: /Linux v3/ }).click();
  await expect(kernel(page)).toHaveText('Linux v3');
  await expect(bench.status.getByText('step 0', { exact: true })).toBeVisible();
  await bench.verified('accepted');
  await bench.runToEnd();
  expect(await bench.eventTimes('fires')).toHaveLength(3);
  expect(await bench.step()).not.toBe(steps);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('a single switch changes the verdict, and goes back to the preset', async ({ page }) => {
      const bench = new Workbench(page);
      await bench.open();
      await bench.verified('accepted');
      await bench.drop('timer-mim-reject.rearm', selftest());
      await bench.verified('rejected');
      const dialog = await openMachine(page);
      await dialog.getByRole('searchbox').fill('pointer of another');
      await expect(dialog.getByRole('switch')).toHaveCount(1);
      await dialog.getByRole('switch', { name: 'map_uid' }).focus();
      await page.keyboard.press('Space');
      await bench.verified('accepted');
      await expect(kernel(page)).toHaveText('Linux 6.18, map_uid off');
      await dialog.getByRole('searchbox').fill('');
      await expectNoFindings(page);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', { name: /^Machine: / })).toBeFocused();
      await expect(bench.verdict).toContainText('Its own rules: map_uid off.');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('tooltip')).toBeHidden();
      await expectNoFindings(page);
      await page.reload();
      await expect(bench.code).toBeVisible({ timeout: 20_000 });
      await expect(kernel(page)).toHaveText('Linux 6.18, map_uid off');
      await bench.verified('accepted');
      await (await openMachine(page)).getByRole('button', { name: 'Back to the preset' }).click();
      await bench.verified('rejected');
      await expect(kernel(page)).toHaveText('Linux 6.18');
    });
  });
}

test('CPUs, memory, seed and steps are part of the machine that opens and of its link', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  const before = await bench.runHash();
  const dialog = await openMachine(page);
  await dialog.getByRole('radio', { name: '8 CPUs' }).click();
  await dialog.getByRole('radio', { name: /^point/ }).check();
  await dialog.getByRole('textbox', { name: 'Seed' }).fill('77');
  await dialog.getByRole('textbox', { name: 'Memory' }).fill('3');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('4 to 256');
  await dialog.getByRole('textbox', { name: 'Memory' }).fill('32');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await bench.machineStands();
  await expect.poll(() => bench.runHash()).not.toBe(before);
  await expect(page.getByRole('radio', { name: 'Step CPU 7' })).toBeVisible();
  const saved = (await bench.save('scenario.rearm')).toString();
  for (const header of ['cpus: 8', 'grain: point', 'seed: 77', 'memory: 32']) expect(saved).toContain(header);
});

/** A program that stores, then reads back what it stored. */
const STORES = `title: stores
kernel: 6.18
cpus: 1
switches: store_buffers=on
grain: insn

bpftool prog run name store

-- store.s --
.map cells type=array key=u32 value=u64 max_entries=1
.program store section=tc
    r1 = 0
    *(u32 *)(r10 - 4) = r1
    r2 = r10
    r2 += -4
    r1 = cells ll
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    *(u64 *)(r0 + 0) = 5
    r1 = *(u64 *)(r0 + 0)
out:
    r0 = 0
    exit
`;

test('a store that waits in a store buffer is seen, and drained by hand', async ({ page }) => {
  test.slow();
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.drop('stores.rearm', Buffer.from(STORES));
  await expect(kernel(page)).toHaveText('Linux 6.18, store_buffers on');
  await bench.verified('accepted');
  await bench.machineStands();
  await bench.panel('Registers');
  const waiting = page.getByRole('list', { name: 'Store buffer of CPU 0, oldest first' });
  let step = await bench.step();
  while (!(await waiting.isVisible())) {
    await page.keyboard.press('F11');
    await expect.poll(() => bench.step(), { intervals: [30] }).toBeGreaterThan(step);
    step = await bench.step();
  }
  await expect(waiting).toHaveText('map_value + 0 = 0x00000005');
  await page.getByRole('button', { name: 'Drain' }).click();
  await expect(waiting).toBeHidden();
  await expect.poll(() => bench.step()).toBe(step + 1);
  await expectNoFindings(page);
});

for (const [width, height] of [
  [1440, 900],
  [1280, 800],
  [1000, 700],
]) {
  test(`the bar has room for eight CPUs and a switch, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    const dialog = await openMachine(page);
    await dialog.getByRole('radio', { name: '8 CPUs' }).click();
    await dialog.getByRole('combobox', { name: 'Kernel' }).selectOption('6.18.35');
    await dialog.getByRole('switch', { name: 'usercnt_in_set_callback' }).click();
    const box = await dialog.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    await page.keyboard.press('Escape');
    const last = await page.locator('.bar > :last-child > :last-child').boundingBox();
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(width);
  });
}
