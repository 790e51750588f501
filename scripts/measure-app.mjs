// What the page costs its user, measured in Chromium on the built app: `npm run build && node scripts/measure-app.mjs`.
// Prints the JavaScript that comes before Monaco and xterm (gzip), the time until the editor can be used, and how
// long a step takes until all panels show it. Plain node and Playwright.
import { gzipSync } from 'node:zlib';
import { median, percentile, withPreview } from './preview.mjs';

const PORT = 4373;
const ROUNDS = 5;
const STEPS = 100;
const LATER = /monaco|editor\.worker|xterm|terminal|sim\.worker/;

async function load(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  const started = Date.now();
  await page.goto(url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const usable = Date.now() - started;
  // What comes after Monaco is for the panels behind the editor.
  const monaco = scripts.findIndex((response) => /monaco/.test(response.url()));
  const first = scripts
    .slice(0, monaco < 0 ? scripts.length : monaco)
    .filter((response) => !LATER.test(response.url()));
  const bodies = await Promise.all(first.map((response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  return { page, usable, bytes };
}

/** From the key to the frame after the status line has the next step. */
async function stepTimes(page) {
  await page
    .locator('footer.status')
    .getByText(/^step \d+/)
    .waitFor();
  return page.evaluate(async (count) => {
    const status = document.querySelector('footer.status');
    const times = [];
    for (let i = 0; i < count; i++) {
      const before = performance.now();
      const changed = new Promise((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => done());
        });
        observer.observe(status, { subtree: true, characterData: true, childList: true });
      });
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F11', code: 'F11', bubbles: true }));
      await changed;
      times.push(performance.now() - before);
    }
    return times;
  }, STEPS);
}

await withPreview(PORT, async (browser, url) => {
  const usable = [];
  let last;
  for (let i = 0; i < ROUNDS; i++) {
    await last?.page.close();
    last = await load(browser, url);
    usable.push(last.usable);
  }
  const steps = await stepTimes(last.page);
  console.log(`initial JavaScript      ${(last.bytes / 1000).toFixed(1)} kB gzip (goal 250)`);
  console.log(`editor usable           ${median(usable)} ms, median of ${ROUNDS} (goal 1500)`);
  console.log(
    `a step in all panels    ${median(steps).toFixed(1)} ms median, ${percentile(steps, 0.95).toFixed(1)} ms p95 (goal 50)`,
  );
});
