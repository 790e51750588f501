// Records what a real kernel says about the programs of src/examples: verdicts, logs, and what the maps hold after the
// script in each program's head has run. Needs root, a built `dist/cli`, and the corpus' oracle:
//   node scripts/record-examples.mjs PATH/kernel-oracle [NAME…]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'src/examples');
const rearm = join(root, 'dist/cli/rearm.mjs');

/** Runs that must agree before their result is kept. */
const RUNS = 5;
const SETTLE_MS = 100;

/** A line of the script as a step of the oracle; undefined for lines that only look. */
function stepOf(line) {
  const [, cpu = '0', command] = /^(?:\[\w+@(\d+)\] )?(.*)$/.exec(line);
  const run = /^bpftool prog run name (\w+)$/.exec(command);
  if (run !== null) return `${run[1]}:cpu${cpu}`;
  const sleep = /^sleep (\d+)ms$/.exec(command);
  if (sleep !== null) return `@sleep:${sleep[1]}`;
  if (command === 'next-fire' || command.startsWith('bpftool map dump ')) return undefined;
  throw new Error(`no step for the line: ${line}`);
}

/** The rules of the corpus: no addresses, no final empty line. */
const normalise = (log) =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/(\(18\) r\d+ = )0xffff[0-9a-f]{12}\b/g, '$10xADDR'));

function ask(oracle, ...args) {
  return JSON.parse(execFileSync(oracle, args, { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

function programsOf(oracle, object) {
  const { kernel, programs } = ask(oracle, '--log-level', '2', object);
  const rows = programs.map(({ name, verdict, errno, log }) => {
    const lines = normalise(log);
    return { name, verdict, errno, stats: lines.pop(), log: lines };
  });
  return { kernel, programs: rows };
}

function runOf(oracle, object, script) {
  const steps = script.map(stepOf).filter((step) => step !== undefined);
  const seq = steps.join(',');
  const args = ['--seq', seq, '--settle-ms', String(SETTLE_MS), '--dump-maps', object];
  const results = Array.from({ length: RUNS }, () => {
    const { steps: done, maps } = ask(oracle, ...args);
    return { retvals: done.flatMap(({ retval }) => (retval === undefined ? [] : [retval])), maps };
  });
  const texts = new Set(results.map((result) => JSON.stringify(result)));
  if (texts.size !== 1) throw new Error(`${RUNS} runs of ${object} do not agree:\n${[...texts].join('\n')}`);
  return { seq, settle_ms: SETTLE_MS, ...results[0] };
}

function record(oracle, name, scratch) {
  const source = join(folder, `${name}.s`);
  const object = join(scratch, `${name}.o`);
  execFileSync(process.execPath, [rearm, 'asm', source, '-o', object], { stdio: 'inherit' });
  const text = readFileSync(source, 'utf8');
  const script = [...text.matchAll(/^# {3}\$ (.*)$/gm)].map(([, line]) => line);
  const answer = { ...programsOf(oracle, object), run: runOf(oracle, object, script) };
  writeFileSync(join(folder, 'testdata', `${name}.json`), `${JSON.stringify(answer, undefined, 1)}\n`);
}

const [oracle, ...names] = process.argv.slice(2);
if (oracle === undefined) {
  console.error('usage: node scripts/record-examples.mjs PATH/kernel-oracle [NAME…]');
  process.exit(2);
}
const all = readdirSync(folder).flatMap((file) => (file.endsWith('.s') ? [file.slice(0, -2)] : []));
const scratch = mkdtempSync(join(tmpdir(), 'examples-'));
for (const name of names.length > 0 ? names : all) record(oracle, name, scratch);
rmSync(scratch, { recursive: true });
