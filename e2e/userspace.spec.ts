import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './page.ts';

/** The cover letter's transcript, after its first line, as typed. */
const TRANSCRIPT = [
  'bpftool net attach xdpgeneric pinned /sys/fs/bpf/xdp_timer dev lo',
  'rm /sys/fs/bpf/xdp_timer',
  'nc -6 ::1 8888',
  'bpftool net detach xdpgeneric dev lo',
];

const PRESET = readFileSync(new URL('../src/examples/scenarios/xdp-timer.rearm', import.meta.url), 'utf8');

/** The preset as a file whose header names a kernel. */
async function openPreset(page: Page, kernel: string): Promise<Workbench> {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.drop('xdp-timer.rearm', Buffer.from(PRESET.replace('kernel: v3', `kernel: ${kernel}`)));
  await expect(page.getByText(`Linux ${kernel}`).first()).toBeVisible();
  await bench.verified('accepted');
  await bench.machineStands();
  return bench;
}

async function typeAll(bench: Workbench, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await bench.type(line);
    await expect(bench.terminal).toContainText(`# ${line.slice(0, 40)}`);
  }
}

/** All of it beside what the preset's own script does, and a while for the timer. */
async function typeTranscript(bench: Workbench): Promise<void> {
  await bench.toConsole();
  await bench.type('bpftool prog load xdp_timer.o /sys/fs/bpf/xdp_timer2 type xdp');
  await bench.type('ls');
  await expect(bench.terminal).toContainText('xdp_timer2');
  await typeAll(
    bench,
    TRANSCRIPT.map((line) => line.replace('bpf/xdp_timer', 'bpf/xdp_timer2')),
  );
  await bench.type('sleep 50ms');
}

test.describe("the cover letter's transcript", () => {
  test('typed on v3 leaves a timer that nobody can stop', async ({ page }) => {
    const bench = await openPreset(page, 'v3');
    await typeTranscript(bench);
    await bench.type('bpftool prog show');
    await expect(bench.terminal).toContainText(/1: xdp\s+name xdp_timer/);
    await bench.panel('Objects');
    await expect(page.locator('[data-panel="objects"]')).toContainText('user 0');
    await bench.button(/^(Fit what timers did|Show everything)$/).click();
    await expect.poll(async () => (await bench.eventTimes('fires')).length).toBeGreaterThan(15);
  });

  test('typed on 6.18 leaves nothing: bpf_timer_init said -EPERM', async ({ page }) => {
    const bench = await openPreset(page, '6.18');
    await typeTranscript(bench);
    await bench.type('bpftool -j prog show');
    await expect(bench.terminal).toContainText('[]');
    await bench.panel('Objects');
    await expect(page.locator('[data-panel="objects"]')).not.toContainText('fires in');
    expect(await bench.eventTimes('fires')).toEqual([]);
  });

  test('as a preset is refused the timer by 6.18', async ({ page }) => {
    const bench = await openPreset(page, '6.18');
    await bench.runToEnd();
    await bench.toConsole();
    await expect(bench.terminal).toContainText('bpftool net detach xdpgeneric dev lo');
    await bench.type('sleep 50ms');
    await bench.type('bpftool -j prog show');
    await expect(bench.terminal).toContainText('[]');
  });
});

test.describe('shells', () => {
  test('are tabs of the console, with processes of their own', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await bench.type('sleep 1s &');
    await expect(bench.terminal).toContainText(/\[1\] \d+/);
    await page.getByRole('button', { name: 'New shell' }).click();
    await expect(page.getByRole('radio', { name: 'Shell sh2 on CPU 1' })).toHaveAttribute('aria-checked', 'true');
    await page.locator('[data-panel="console"] .xterm-screen').click();
    await bench.type('ps');
    await expect(bench.terminal).toContainText(/Ss sh2/);
    await expect(bench.terminal).toContainText(/S sleep/);
    await expect(bench.terminal).not.toContainText('sleep 1s &');
    await page.getByRole('radio', { name: 'Shell sh on CPU 0' }).click();
    await expect(bench.terminal).toContainText('sleep 1s &');
    await expect(bench.terminal).not.toContainText('Ss sh2');
  });

  test('Ctrl-C ends what never ends by itself', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await bench.type('attach xdp dev lo name first_timer');
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+c');
    await expect(bench.terminal).toContainText('^C');
    await bench.type('bpftool -j link');
    await expect(bench.terminal).toContainText('[]');
  });

  test('complete devices and links', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.verified('accepted');
    await bench.toConsole();
    await page.keyboard.type('bpftool net attach xdpg');
    await page.keyboard.press('Tab');
    await page.keyboard.type('name fir');
    await page.keyboard.press('Tab');
    await page.keyboard.type('d');
    await page.keyboard.press('Tab');
    await page.keyboard.type('l');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(bench.terminal).toContainText('bpftool net attach xdpgeneric name first_timer dev lo');
    await bench.type('bpftool net');
    await expect(bench.terminal).toContainText('lo(1) generic id 1');
  });
});

/** A capture of two frames, a millisecond apart. */
function capture(): Buffer {
  const bytes = Buffer.alloc(24 + 2 * (16 + 60));
  bytes.writeUInt32LE(0xa1b2c3d4, 0);
  for (const [i, at] of [24, 24 + 76].entries()) {
    bytes.writeUInt32LE(1000 * i, at + 4);
    bytes.writeUInt32LE(60, at + 8);
    bytes.writeUInt32LE(60, at + 12);
  }
  return bytes;
}

test('a capture that is dropped is replayed, and the page about it leads to the documents', async ({
  page,
  context,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.verified('accepted');
  await bench.machineStands();
  await bench.drop('two.pcap', capture());
  await bench.toConsole();
  await bench.type('ls');
  await expect(bench.terminal).toContainText('two.pcap');
  await bench.type('tcpreplay -i lo two.pcap');
  await expect(bench.terminal).toContainText('Actual: 2 packets (120 bytes) sent in 0.00100');
  await bench.type('man tcpreplay');
  await expect(bench.terminal).toContainText('docs/console.md#packets-and-devices');
  const link = await bench.terminal.getByText('docs/console.md#packets-and-devices').last().boundingBox();
  if (link === null) throw new Error('the link is not on the screen');
  const opened = context.waitForEvent('page');
  await page.mouse.move(link.x + 40, link.y + link.height / 2, { steps: 4 });
  await page.mouse.click(link.x + 40, link.y + link.height / 2, { delay: 50 });
  await expect((await opened).getByRole('heading', { name: 'Packets and devices' })).toBeVisible();
});
