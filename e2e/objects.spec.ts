import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './page.ts';

const lifecycle = readFileSync(new URL('../src/conformance/corpus/objects/timers/lifecycle.o', import.meta.url));

async function withObject(page: Page): Promise<Workbench> {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.drop('lifecycle.o', lifecycle);
  await expect(bench.verdict).toContainText('17 programs');
  await bench.verified('accepted');
  return bench;
}

test('the programs that are ticked are loaded, here and behind a link', async ({ page, context }) => {
  const bench = await withObject(page);
  await page.getByRole('checkbox', { name: 'Load all programs' }).click();
  await page.getByRole('checkbox', { name: 'Load init_twice' }).click();
  await expect(bench.verdict).toContainText('17 programs, 1 loaded');
  await bench.verified('accepted');
  await bench.runToEnd();
  await bench.panel('Console');
  await expect(bench.terminal).toContainText('prog run name init_twice');
  await expect(bench.terminal).not.toContainText('start_twice');
  await bench.button('Share').click();
  await expect(bench.status).toContainText(/Link copied|The link is in the address bar/);

  const other = new Workbench(await context.newPage());
  await other.open(new URL(page.url()).hash);
  await expect(other.verdict).toContainText('17 programs, 1 loaded', { timeout: 20_000 });
  await expect(other.page.getByRole('checkbox', { name: 'Load init_twice' })).toBeChecked();
});

test('a line of the script that runs a program which is not loaded is named, with what mends it', async ({ page }) => {
  const bench = await withObject(page);
  await page.getByRole('button', { name: 'script', exact: true }).click();
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('# mine\nbpftool prog run name init_twice\n');
  await page.getByRole('checkbox', { name: 'Load init_twice' }).click();
  await expect(bench.verdict).toContainText('Line 2 of the script runs init_twice, not loaded');
  await expect(page.locator('.squiggly-warning')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the line' }).click();
  await expect(bench.verdict).not.toContainText('not loaded');
  await expect(page.locator('.monaco-editor .view-lines')).not.toContainText('init_twice');
});

test('an edited disassembly is saved as an object that keeps its maps and types', async ({ page }) => {
  const bench = await withObject(page);
  expect((await bench.save('lifecycle.o')).equals(lifecycle)).toBe(true);
  const text = (await bench.save('lifecycle.s')).toString();
  expect(text).toContain('.struct elem { count: u32; err: s32; t: bpf_timer }');
  expect(text).toContain('# last_err = bpf_timer_start(&e->t, 1 * MS, 0);');

  await bench.goToLine('.map arr');
  await page.keyboard.type('0');
  await bench.verified('accepted');
  const edited = await bench.save('lifecycle.o');
  expect(edited.equals(lifecycle)).toBe(false);
  await bench.drop('again.o', edited);
  await expect(page.getByRole('button', { name: 'again.o', exact: true })).toBeVisible();
  await bench.verified('accepted');
  await bench.panel('Types');
  const types = page.getByRole('region', { name: 'Maps and types' });
  await expect(types).toContainText('array, 40 entries');
  await expect(types.getByRole('row', { name: '8 16 t struct bpf_timer' }).first()).toContainText('helpers only');
  await expect(types).toContainText('struct elem {');
});

test('the C stands beside the assembly, and a line of it leads there', async ({ page }) => {
  const bench = await withObject(page);
  await bench.panel('C source');
  const source = page.getByRole('listbox', { name: 'C source lifecycle.bpf.c' });
  await bench.verdict.getByRole('button', { name: 'init_twice' }).click();
  await expect(source.getByRole('option', { selected: true })).toContainText('init_twice');
  await source.press('ArrowDown');
  const next = source.getByRole('option', { selected: true });
  await expect(next).not.toContainText('int init_twice');
  await source.press('ArrowUp');
  await source.getByRole('option', { name: /int init_twice/ }).click();
  await expect(next).toContainText('int init_twice');
  await bench.panel('Editor');
  await expect(page.locator('.monaco-editor .view-line', { hasText: '.program init_twice' })).toBeVisible();

  const whole = Buffer.from('/* all of it */\n');
  await bench.dropAll([
    { name: 'lifecycle.o', bytes: lifecycle },
    { name: 'lifecycle.bpf.c', bytes: whole },
  ]);
  await bench.panel('C source');
  await expect(page.getByRole('option', { name: '1 /* all of it */' })).toBeVisible();
  await bench.drop('alone.c', whole);
  await expect(bench.notice).toContainText('alone.c is C. Open the object file that clang made of it.');
});

test('registers, stack and hover say what the verifier knows', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.panel('Registers');
  const registers = page.getByRole('region', { name: 'CPU 0' });
  const atLookup = registers.getByText('call bpf_map_lookup_elem#1');
  for (let i = 0; i < 30 && (await atLookup.count()) === 0; i++) {
    const from = await bench.step();
    await page.keyboard.press('F11');
    await expect.poll(() => bench.step()).toBeGreaterThan(from);
  }
  await expect(registers.getByRole('row', { name: /^R10 0xffff8880\w+ fp0$/ })).toBeVisible();
  await expect(registers.getByRole('row', { name: /^R1 .* map_ptr\(map=timers,ks=4,vs=24\)$/ })).toBeVisible();
  await expect(registers.getByRole('row', { name: /^fp-8 .* 0000\?\?\?\?$/ })).toBeVisible();
  await bench.goToLine('call bpf_timer_init');
  await page.locator('.monaco-editor .view-line', { hasText: /call\sbpf_timer_init/ }).hover();
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText(/R2 +map_ptr\(map=timers/);
});

test('a scenario is saved as a file and opened again', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.runToEnd();
  const hash = await bench.runHash();
  const saved = await bench.save('scenario.rearm');
  await bench.goToLine('.map timers');
  await page.keyboard.press('Enter');
  await page.keyboard.type('# kept');
  await bench.verified('accepted');
  await bench.drop('scenario.rearm', saved);
  await expect(page.getByText('reproduces')).toBeVisible({ timeout: 20_000 });
  expect(await bench.runHash()).toBe(hash);
  await bench.drop('broken.rearm', saved.subarray(0, 80));
  await expect(bench.notice).toContainText('broken.rearm: line ');
  await bench.openExample('First timer');
  await bench.goToLine('# kept');
});

test('the gallery says what each example shows', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await page.getByRole('button', { name: /^Document/ }).click();
  await page.getByRole('menuitem', { name: /^Examples/ }).click();
  const card = page.getByRole('dialog').getByRole('button', { name: 'Flow timeout' });
  await expect(card).toContainText('Forgets a flow 40 ms after its last packet');
  await expect(card).toContainText('C beside it');
  await card.click();
  await bench.verified('accepted');
  await bench.panel('C source');
  await expect(page.getByRole('listbox', { name: 'C source flow-timeout.bpf.c' })).toContainText(
    'struct bpf_timer timer;',
  );
});

test('elements are added to a map and deleted as user space does', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.openExample('Flow timeout');
  await bench.verified('accepted');
  await bench.machineStands();
  await bench.panel('Maps');
  await bench.button('Add an element to flows').click();
  await page.getByRole('textbox', { name: 'New key of flows' }).fill('7');
  await page.getByRole('textbox', { name: 'New value of flows' }).fill('.seen = 5');
  await page.keyboard.press('Enter');
  const maps = page.locator('[data-panel="maps"]');
  await expect(maps).toContainText('.seen = 5', { timeout: 20_000 });
  await bench.button('Delete flows[7]').click();
  await expect(maps).not.toContainText('.seen = 5', { timeout: 20_000 });
  await page.getByRole('button', { name: 'script', exact: true }).click();
  await expect(page.locator('.monaco-editor .view-lines')).toContainText(
    /bpftool\smap\sdelete\sid\s\d+\skey\shex\s07\s00\s00\s00/,
  );
});
