// How the page bears a verifier's log of 60 MB, measured in Chromium on the built app: `npm run build && node
// scripts/measure-log.mjs`. Prints how long the verification takes, how long the log panel takes to open, to jump to
// its ends and to be searched, and the time between frames while it scrolls. Plain node and Playwright.
import { median, percentile, withPreview } from './preview.mjs';

const PORT = Number(process.env.PORT ?? 4374);
const FRAMES = 200;
const ROUNDS = 5;

/** 480 000 instructions at level 2: a million lines. */
const LONG = `.program long section=tc
    r6 = 0
    r7 = *(u32 *)(r1 + 0)
    r8 = r7
next:
    r8 ^= r6
    r7 += r8
    r7 &= 255
    r8 += 3
    r6 += 1
    if r6 < 80000 goto next
    r0 = 0
    exit
.program short section=tc
    r0 = 0
    exit
`;

async function openFile(page, url) {
  await page.goto(url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'long.s'));
    return data;
  }, LONG);
  await page.locator('.window').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('.window').dispatchEvent('drop', { dataTransfer: transfer });
  await page
    .getByRole('tabpanel', { name: 'Verdict' })
    .getByRole('button', { name: 'long', exact: true })
    .waitFor({ timeout: 120_000 });
}

/** Level 2, until the panel shows the end of the new log. */
async function verifyAll(page) {
  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  const started = Date.now();
  await page.getByText('2', { exact: true }).first().click();
  await page.waitForFunction(() => document.querySelector('.log-rows')?.clientHeight > 1e7, undefined, {
    timeout: 300_000,
  });
  return Date.now() - started;
}

/** From the click on the program to the frame that shows its log, when that of the other one was shown before. */
async function openTimes(page) {
  const times = [];
  for (let i = 0; i < ROUNDS; i++) {
    await page.getByRole('tabpanel', { name: 'Verdict' }).getByRole('button', { name: 'short', exact: true }).click();
    await page.waitForFunction(() => document.querySelector('.log-rows').clientHeight < 1e7);
    times.push(
      await page.evaluate(async () => {
        const button = [...document.querySelectorAll('button.mono')].find((found) => found.textContent === 'long');
        const started = performance.now();
        button.click();
        while (!(document.querySelector('.log-rows').clientHeight > 1e7)) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - started;
      }),
    );
  }
  return times;
}

/** Times between frames: a page further with every frame, then to places all over. */
const frameTimes = (page) =>
  page.evaluate(async (frames) => {
    const log = document.querySelector('.log');
    const times = [];
    let before = await new Promise(requestAnimationFrame);
    for (let i = 0; i < frames; i++) {
      log.scrollTop = i < frames / 2 ? i * log.clientHeight : ((i * 7919) % frames) * (log.scrollHeight / frames);
      const now = await new Promise(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    return times;
  }, FRAMES);

/** From a text in the search field to the frame after it was found, at the log's end. */
async function searchTime(page) {
  const field = page.getByRole('searchbox', { name: 'Find in log' });
  const started = Date.now();
  await field.fill('PROCESSED 4');
  await page.locator('.log-row.found').waitFor();
  return Date.now() - started;
}

await withPreview(PORT, async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openFile(page, url);
  const verified = await verifyAll(page);
  const height = await page.evaluate(() => document.querySelector('.log-rows').clientHeight);
  const opened = await openTimes(page);
  const frames = await frameTimes(page);
  const found = await searchTime(page);
  console.log(`rows                    ${height / 20}`);
  console.log(`verified and shown      ${verified} ms`);
  console.log(`log opens               ${median(opened).toFixed(0)} ms, median of ${ROUNDS} (goal 3000)`);
  console.log(
    `a frame while scrolling ${median(frames).toFixed(1)} ms median, ${percentile(frames, 0.95).toFixed(1)} ms p95 (goal 20)`,
  );
  console.log(`found at its end        ${found} ms`);
});
