// How the page bears a verifier's log of 60 MB, measured in Chromium on the built app: `npm run build && node
// scripts/measure-log.mjs`. Prints how long the verification takes, then, counted from the moment at which its answer
// arrives, how long the log panel takes to show the log; how long it takes to be shown again, to be searched and to go
// from end to end; and the frames while it scrolls. Beside each wall time stands the main thread's own time and its
// longest task, from a trace of the browser: other load on the machine does not change those. Plain node and Playwright.
import { median, percentile, withPreview } from './preview.mjs';

const PORT = Number(process.env.PORT ?? 4374);
const FRAMES = 200;
const ROUNDS = 5;
const TALL = Number(process.env.TALL ?? 1e6);
/** Of the loop: 60 MB of log. */
const TURNS = Number(process.env.TURNS ?? 120_000);
const TASK = 'ThreadControllerImpl::RunTask';

/** A million lines at level 2. */
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
    if r6 < ${TURNS} goto next
    r0 = 0
    exit
.program short section=tc
    r0 = 0
    exit
`;

/** Notes in the page when the answer to a verification arrives, before anybody looks at it. */
const noteAnswers = () => {
  const Native = window.Worker;
  window.answers = [];
  window.Worker = class extends Native {
    constructor(...options) {
      super(...options);
      this.addEventListener('message', ({ data }) => {
        const bytes = data?.answer?.programs?.[0]?.log?.length;
        if (bytes !== undefined) window.answers.push({ at: performance.now(), bytes });
      });
    }
  };
};

async function openFile(page, url) {
  await page.addInitScript(noteAnswers);
  await page.goto(url);
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 120_000 });
  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  await page.getByRole('radio', { name: 'Level 4: statistics only' }).click();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'long.s'));
    return data;
  }, LONG);
  await page.locator('.window').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('.window').dispatchEvent('drop', { dataTransfer: transfer });
  const verdict = page.getByRole('tabpanel', { name: 'Verdict' });
  await verdict.getByRole('button', { name: 'long', exact: true }).waitFor({ timeout: 300_000 });
  await page.locator('.log-rows').waitFor();
}

/** Level 2, until a frame shows the new log: what the verifier takes, and then the page. */
async function verify(page) {
  await page.evaluate(() => {
    window.answers.length = 0;
    document.addEventListener('click', () => (window.clicked = performance.now()), { capture: true, once: true });
  });
  await page.getByRole('radio', { name: 'Level 2: every state' }).click();
  return page.evaluate(async (tall) => {
    while (!(document.querySelector('.log-rows')?.clientHeight > tall)) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const { at, bytes } = window.answers.at(-1);
    const rows = document.querySelectorAll('.log-row').length;
    return { verified: at - window.clicked, opened: performance.now() - at, bytes, rows };
  }, TALL);
}

/** From the click on the program to the frame that shows its log, when that of the other one was shown before. */
async function openAgain(page) {
  const times = [];
  for (let i = 0; i < ROUNDS; i++) {
    times.push(
      await page.evaluate(async (tall) => {
        const choose = (name) =>
          [...document.querySelectorAll('button.mono')].find((b) => b.textContent === name).click();
        const height = () => document.querySelector('.log-rows').clientHeight;
        choose('short');
        while (height() > tall) await new Promise(requestAnimationFrame);
        const started = performance.now();
        choose('long');
        while (!(height() > tall)) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - started;
      }, TALL),
    );
  }
  return times;
}

/** Times between frames: a page further with every frame, then to places all over. */
const scroll = (page) =>
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
async function search(page) {
  const field = page.getByRole('searchbox', { name: 'Find in log' });
  const started = Date.now();
  await field.fill('PROCESSED ');
  await page.locator('.log-row.found').waitFor({ timeout: 120_000 });
  return Date.now() - started;
}

/** What `work` gives, and the tasks of the page's main thread meanwhile: CPU times in ms. */
async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  const result = await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = mainThread(traceEvents);
  const tasks = traceEvents.filter((e) => e.name === TASK && e.ph === 'X' && e.pid === main.pid && e.tid === main.tid);
  const cpu = tasks.map((task) => (task.tdur ?? 0) / 1000);
  return { result, cpu: cpu.reduce((sum, ms) => sum + ms, 0), longest: Math.max(0, ...cpu) };
}

/** The renderer's main thread that worked the most. */
function mainThread(events) {
  const isMain = (e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain';
  const work = ({ pid, tid }) =>
    events.reduce((sum, e) => sum + (e.pid === pid && e.tid === tid && e.name === TASK ? (e.tdur ?? 0) : 0), 0);
  return events.filter(isMain).toSorted((a, b) => work(b) - work(a))[0];
}

async function heapMegabytes(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return { used: usedSize / 2 ** 20, buffers: (backingStorageSize ?? 0) / 2 ** 20 };
}

const ms = (value) => `${value.toFixed(0)} ms`;
const onMain = ({ cpu, longest }) => `main thread ${ms(cpu)}, longest task ${ms(longest)}`;
const line = (what, text) => console.log(`${what.padEnd(26)}${text}`);

await withPreview(PORT, async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openFile(page, url);
  const first = await traced(browser, page, () => verify(page));
  const { verified, opened, bytes, rows } = first.result;
  line('log', `${(bytes / 1e6).toFixed(1)} MB; rows in the page: ${rows}`);
  line('verifier', `${ms(verified)} from the click to its answer`);
  line('log opens', `${ms(opened)} from the answer to the frame (goal 3000); with the verification: ${onMain(first)}`);
  const again = await traced(browser, page, () => openAgain(page));
  line('opens again', `${ms(median(again.result))} median of ${ROUNDS}; all: ${onMain(again)}`);
  const scrolled = await traced(browser, page, () => scroll(page));
  const [middle, most] = [median(scrolled.result), percentile(scrolled.result, 0.95)];
  line('frames while scrolling', `${middle.toFixed(1)} ms median, ${most.toFixed(1)} ms p95 (goal 20)`);
  line(
    '  CPU of a frame',
    `${(scrolled.cpu / FRAMES).toFixed(1)} ms mean; longest task ${scrolled.longest.toFixed(1)} ms`,
  );
  const found = await traced(browser, page, () => search(page));
  line('found at its end', `${ms(found.result)}; ${onMain(found)}`);
  const memory = await heapMegabytes(page);
  line('memory of the page', `${memory.used.toFixed(0)} MB of objects, ${memory.buffers.toFixed(0)} MB of buffers`);
});
