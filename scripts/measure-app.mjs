// What the page costs its user, measured in Chromium on the built app: `npm run build && node scripts/measure-app.mjs`.
// Prints the JavaScript that comes before Monaco and xterm (gzip), the time from the navigation to the frame in which the
// editor shows its text (the page's own clock: Playwright looks only every half second), and how long a step takes until
// all panels show it. Plain node and Playwright.
import { gzipSync } from 'node:zlib';
import { median, percentile, withPreview } from './preview.mjs';

const PORT = 4373;
const ROUNDS = 5;
const STEPS = 100;
/** A new window has work of its own to do at first, which is not the page's. */
const WINDOW_STANDS_MS = 1_000;
const LATER = /monaco|editor\.worker|xterm|terminal|sim\.worker/;

/** Runs in the page before anything else: notes when the frame with the first text of the editor has been painted. */
function watchEditor() {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.monaco-editor .view-line')?.textContent?.trim()) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { editorShownAt: Date.now() })));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** A first visit, without cache, from a browser window that stands. */
async function load(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchEditor);
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  await page.waitForTimeout(WINDOW_STANDS_MS);
  const started = Date.now();
  await page.goto(url);
  const shown = await page.waitForFunction(() => window.editorShownAt, undefined, { polling: 50 });
  const usable = (await shown.jsonValue()) - started;
  await typeFirst(page);
  // What comes after Monaco is for the panels behind the editor.
  const monaco = scripts.findIndex((response) => /monaco/.test(response.url()));
  const first = scripts
    .slice(0, monaco < 0 ? scripts.length : monaco)
    .filter((response) => !LATER.test(response.url()));
  const bodies = await Promise.all(first.map((response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  return { page, usable, bytes };
}

/** What is typed as soon as there is an editor is in its text; fails otherwise. Leaves the text as it was. */
async function typeFirst(page) {
  const line = page.locator('.monaco-editor .view-line').first();
  await line.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('usable ');
  // Monaco's spaces do not break.
  await line.filter({ hasText: /^usable\s/ }).waitFor({ timeout: 5_000 });
  for (let i = 0; i < 'usable '.length; i++) await page.keyboard.press('Backspace');
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
