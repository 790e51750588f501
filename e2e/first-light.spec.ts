import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { encodeLink } from '../src/engine/scenario/link.ts';
import { Workbench } from './page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const lifecycle = () => readFileSync(new URL('../src/conformance/corpus/objects/timers/lifecycle.o', import.meta.url));

/** Times of fires are drawn where they are told: within two pixels. */
async function expectFiresPainted(bench: Workbench): Promise<number[]> {
  const fires = await bench.eventTimes('fires');
  const painted = await bench.paintedTimes();
  const pixel = await bench.page.evaluate(() => {
    const log = window.__rearmCanvasLog;
    return log === undefined ? 0 : (log.window.to - log.window.from) / (log.width - log.left);
  });
  for (const fire of fires) {
    const nearest = Math.min(...painted.map((time) => Math.abs(time - fire)));
    expect(nearest, `a box near ${fire} ns`).toBeLessThan(3 * pixel + 500);
  }
  return fires;
}

test('a newcomer sees a timer fire', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await expect(bench.verdict).toContainText('Accepted');
  await expect(bench.log).toContainText('call bpf_map_lookup_elem#1');
  await bench.runToEnd();
  const fires = await expectFiresPainted(bench);
  expect(fires).toHaveLength(3);
  await bench.panel('Console');
  await expect(page.locator('[data-panel="console"]')).toContainText('"fired": 3');
  await bench.panel('Maps');
  await expect(page.locator('[data-panel="maps"]')).toContainText('timers');
});

test('it can be paused, stepped and stepped back', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.setSpeed('1 µs / s');
  await bench.button('Run').click();
  await expect(bench.button('Pause')).toBeVisible();
  await expect.poll(() => bench.step(), { timeout: 20_000 }).toBeGreaterThan(0);
  await bench.button('Pause').click();
  await bench.machineStands();
  const [from, before] = [await bench.step(), await bench.runHash()];

  await bench.button('Step over').click();
  await expect.poll(() => bench.step()).toBeGreaterThan(from);
  const stepped = await bench.runHash();
  expect(stepped).not.toBe(before);
  await bench.button('Step back').click();
  await expect.poll(() => bench.step()).toBe(from);
  expect(await bench.runHash()).toBe(before);
  await bench.button('Step over').click();
  await expect.poll(() => bench.runHash()).toBe(stepped);

  await page.keyboard.press('F10');
  await expect.poll(() => bench.runHash()).not.toBe(stepped);
  await page.keyboard.press('Shift+F10');
  await expect.poll(() => bench.runHash()).toBe(stepped);
});

test('a rejection shows why, and what mends it', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  const roots = bench.verdict.getByRole('region', { name: 'Root tick' });
  await expect(roots).toContainText('async callback');
  await expect(bench.verdict).toContainText('tick may re-arm itself');

  await bench.goToLine('a timer callback returns 0');
  await page.keyboard.press('Enter');
  await page.keyboard.type('r0 = 1');
  await bench.verified('rejected');
  const chain = bench.verdict.getByRole('list', { name: 'How it came to this' });
  await expect(chain.getByRole('listitem')).toHaveText([
    /tick becomes a root/,
    /r0 = 1.*R0 becomes 1/,
    /exit.*wants 0, has 1/,
  ]);
  await expect(roots).toContainText('has 1');

  await bench.button('only what matters').click();
  await expect(bench.log.getByRole('option', { name: /lines not on the chain/ }).first()).toBeVisible();
  await chain.getByRole('button', { name: /tick becomes a root/ }).focus();
  await page.keyboard.press('Enter');
  await expect(bench.log.getByRole('option', { selected: true })).toContainText('call bpf_timer_set_callback#170');

  await expect(bench.verdict.getByRole('region', { name: 'Suggestion' })).toContainText('accepted, 37 insns');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  await bench.button('Apply').click();
  await bench.verified('accepted');
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+z');
  await bench.verified('rejected');
});

test('an error is marked where it is, then mended, and the program runs again', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.goToLine('call bpf_timer_init');
  await page.keyboard.type('x');
  await bench.verified('rejected');
  await expect(bench.verdict).toContainText('cannot be loaded');
  await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
  await expect(page.locator('.monaco-editor .sign-error').first()).toBeVisible();
  await page.keyboard.press('Backspace');
  await bench.verified('accepted');
  await bench.runToEnd();
  expect(await bench.eventTimes('fires')).toHaveLength(3);
});

test('what the verifier rejects is marked with the words of the kernel', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.goToLine('r3 = CLOCK_MONOTONIC');
  await page.keyboard.press('Enter');
  await page.keyboard.type('r6 = 0');
  await bench.verified('rejected');
  await expect(bench.verdict).toContainText('Rejected');
  await expect(bench.verdict).toContainText('-13 EACCES');
  await expect(bench.log.locator('.message')).toBeVisible();
  await expect(page.locator('.monaco-editor .sign-error').first()).toBeVisible();

  // From the log to the instruction and back.
  await page.getByRole('button', { name: 'script', exact: true }).click();
  await bench.log.locator('.message').click();
  await expect(page.locator('.monaco-editor .view-line', { hasText: /call\sbpf_timer_init/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'first-timer.s', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(bench.log.getByRole('option', { selected: true })).toContainText('call bpf_timer_set_callback');
});

test('names are completed, explained and followed to where they are defined', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.goToLine('call bpf_timer_init');
  await page.keyboard.press('Enter');
  await page.keyboard.type('call bpf_ktime_get_b');
  await expect(page.locator('.suggest-widget').getByRole('option', { name: 'bpf_ktime_get_boot_ns' })).toBeVisible();
  await page.keyboard.press('Enter');
  await bench.verified('accepted');
  await expect(bench.verdict).toContainText('39');

  await page
    .locator('.monaco-editor .view-line', { hasText: 'bpf_timer_set_callback' })
    .hover({ position: { x: 90, y: 8 } });
  await expect(page.getByText('long bpf_timer_set_callback(struct bpf_timer *timer')).toBeVisible();
  await bench.goToLine('tick ll');
  await page.keyboard.press('Home');
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F12');
  await expect(page.locator('.monaco-editor .line-cursor').first()).toBeVisible();
  await expect(page.locator('.monaco-editor .view-line', { hasText: '.callback' })).toBeVisible();
});

test('spaces can be typed, and Ctrl+Enter runs', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.goToLine('.map timers');
  await page.keyboard.press('Enter');
  await page.keyboard.type('# a b c');
  await expect(page.locator('.monaco-editor .view-line', { hasText: /#\sa\sb\sc/ })).toBeVisible();
  await bench.verified('accepted');
  await bench.setSpeed('full speed');
  await bench.goToLine('.map timers');
  await page.keyboard.press('Control+Enter');
  await expect(bench.status).toContainText('Nothing is left to do', { timeout: 30_000 });
});

test('an object file is dropped, shown as assembly, and runs', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.drop('lifecycle.o', lifecycle());
  await expect(page.getByRole('button', { name: 'lifecycle.o', exact: true })).toBeVisible();
  await bench.verified('accepted');
  await expect(bench.verdict).toContainText('17 programs');
  await expect(bench.code).not.toHaveText('');
  await bench.machineStands();
  await bench.runToEnd();
  expect((await expectFiresPainted(bench)).length).toBeGreaterThan(0);

  await bench.button('Back to the start').click();
  await expect.poll(() => bench.step()).toBe(0);
  const sign = page.locator('.monaco-editor .cpu-sign');
  for (let i = 0; i < 60 && (await sign.count()) === 0; i++) {
    const from = await bench.step();
    await bench.button('Step into').click();
    await expect.poll(() => bench.step()).toBeGreaterThan(from);
  }
  await expect(sign).toBeVisible();
  const [at, hash] = [await bench.step(), await bench.runHash()];
  await bench.button('Step into').click();
  await expect.poll(() => bench.step()).toBe(at + 1);
  await bench.button('Step back').click();
  await expect.poll(() => bench.runHash()).toBe(hash);

  // What was there before is still there.
  await bench.openExample('First timer');
  await bench.verified('accepted');
});

test('the assembly of an object file can be changed, and taken back', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.drop('lifecycle.o', lifecycle());
  await expect(bench.verdict).toContainText('17 programs');
  await bench.verified('accepted');
  await bench.goToLine('.map arr');
  await page.keyboard.type('0');
  await bench.verified('accepted');
  await expect(page.getByRole('button', { name: 'lifecycle.s', exact: true })).toBeVisible();
  await expect(page.locator('.monaco-editor .view-line', { hasText: /max_entries=40/ })).toBeVisible();
  await bench.button('Back to lifecycle.o').click();
  await expect(page.getByRole('button', { name: 'lifecycle.o', exact: true })).toBeVisible();
  await expect(page.locator('.monaco-editor .view-line', { hasText: /max_entries=40/ })).toBeHidden();
});

test('a link opens the same run in a fresh profile', async ({ page, browser }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.setSpeed('1 µs / s');
  await bench.button('Run').click();
  await expect.poll(() => bench.step(), { timeout: 20_000 }).toBeGreaterThan(2);
  await bench.button('Pause').click();
  await bench.machineStands();
  const [step, hash] = [await bench.step(), await bench.runHash()];
  await bench.button('Share').click();
  await expect(bench.status).toContainText('Link copied');
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));

  const fresh = await browser.newContext();
  const other = new Workbench(await fresh.newPage());
  await other.open(link.hash);
  await expect(other.page.getByText('reproduces')).toBeVisible({ timeout: 20_000 });
  await expect(other.page.getByTitle(`step ${step} has the state ${hash}, as the link promises`)).toBeVisible();
  expect(await other.step()).toBe(step);
  expect(await other.runHash()).toBe(hash);
  await fresh.close();
});

test('a link whose promise is not kept says where it differs', async ({ page }) => {
  const asm = readFileSync(new URL('../src/examples/first-timer.s', import.meta.url), 'utf8');
  const link = encodeLink({
    v: 1,
    programs: [{ name: 'shared.s', asm }],
    machine: { cpus: 2, kernel: '6.18' },
    script: [{ line: 'bpftool prog run name first_timer' }],
    grain: 'insn',
    expect: { step: 20, runHash: '0123456789abcdef' },
  });
  const bench = new Workbench(page);
  await bench.open(`#${link}`);
  await expect(page.getByTitle(/the link promises step 20 with 0123456789abcdef; here is step 20 with/)).toBeVisible();
  expect(await bench.step()).toBe(20);
});

test('a bug of the page is shown as one of the page', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await page.evaluate(() => void Promise.reject(new Error('a bug')));
  await expect(page.getByText('The page made an error because of a bug of ours')).toBeVisible();
  await bench.runToEnd();
  await bench.button('Close').click();
  await expect(page.getByText('because of a bug of ours')).toBeHidden();
});

test('a worker that broke is named and can be restarted', async ({ page }) => {
  const bench = new Workbench(page);
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (options?.name === 'sim')
          addEventListener('break-worker', () => this.dispatchEvent(new ErrorEvent('error')));
      }
    };
  });
  await bench.open();
  await bench.verified('accepted');
  await page.evaluate(() => dispatchEvent(new Event('break-worker')));
  await expect(page.getByText('The engine stopped because of a bug of ours')).toBeVisible();
  await bench.button('Restart worker').click();
  await expect(page.getByText('The engine stopped because of a bug of ours')).toBeHidden();
  await bench.verified('accepted');
  await bench.runToEnd();
});

test('typed text survives a reload', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.goToLine('.map timers');
  await page.keyboard.press('Enter');
  await page.keyboard.type('# kept');
  await bench.verified('accepted');
  await page.waitForTimeout(300);
  await bench.open();
  await bench.verified('accepted');
  // The editor's own search finds it.
  await bench.goToLine('# kept');
});

test('damaged input gets a message and leaves the page usable', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('#1.damaged');
  await expect(bench.notice).toContainText('this link cannot be opened');
  await bench.button('Close the message').click();

  await bench.drop('truncated.o', lifecycle().subarray(0, 700));
  await bench.verified('rejected');
  await expect(bench.verdict).toContainText('truncated.o cannot be loaded');
  await expect(page.locator('[data-panel="editor"]')).toContainText('No assembly of truncated.o');
  await expect(bench.code).toBeHidden();

  await bench.drop('zeros.o', Buffer.alloc(20_000_000));
  await expect(bench.notice).toContainText('zeros.o has 20.0');

  await bench.drop('small-zeros.o', Buffer.alloc(100_000));
  await expect(bench.verdict).toContainText('small-zeros.o cannot be loaded');

  await bench.openExample('First timer');
  await bench.verified('accepted');
  await bench.runToEnd();
  expect(await bench.eventTimes('fires')).toHaveLength(3);
});

test('a whole text is put in the place of another, and nothing breaks', async ({ page }) => {
  const bench = new Workbench(page);
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  await bench.open();
  await bench.verified('accepted');
  await bench.code.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(
    '.map timers type=array key=u32 value=u64 max_entries=1\n.program p section=xdp\nr1 = r4\nexit\n',
  );
  await bench.verified('rejected');
  await expect(bench.verdict).toContainText('R4 !read_ok');
  await expect(bench.verdict).toContainText('has no value on this path');
  expect(broken).toEqual([]);
});
