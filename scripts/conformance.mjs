// Runs the conformance corpus, and our own larger programs and what fuzzing found beside it, with the built command line: `npm run conformance [-- --filter timers/]`; `--check`
// compares with src/conformance/floors.json, `--update` records new floors. Plain node, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runner = join(root, 'dist', 'cli', 'conformance.cjs');
const here = join(root, 'src', 'conformance');
if (!existsSync(runner)) {
  console.error('dist/cli is missing: run `npm run build:cli` first.');
  process.exit(2);
}
const args = [
  runner,
  join(here, 'corpus'),
  join(here, 'own'),
  join(here, 'regressions'),
  '--floors',
  join(here, 'floors.json'),
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, ['--max-old-space-size=4096', ...args], { stdio: 'inherit' });
process.exit(status ?? 1);
