// The built app in Chromium, for scripts that measure it; and what they tell of their times. Plain node and Playwright.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const median = (values) => percentile(values, 0.5);
export const percentile = (values, p) => values.toSorted((a, b) => a - b)[Math.floor(values.length * p)];

/** Serves `dist` (or $REARM_DIST) on a port and gives `use` a browser and the address; cleans up whatever happens. */
export async function withPreview(port, use) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const folder = process.env.REARM_DIST ? ['--outDir', process.env.REARM_DIST] : [];
  const options = [vite, 'preview', ...folder, '--port', String(port), '--strictPort'];
  const server = spawn(process.execPath, options, { cwd: root, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  try {
    await reachable(url);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
    await use(browser, url);
    await browser.close();
  } finally {
    server.kill();
  }
}

async function reachable(url) {
  for (let i = 0; i < 100; i++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error('the preview server does not answer');
}
