/**
 * Runs the conformance corpus: `node conformance.cjs CORPUS... [--filter TEXT] [--worst N] [--floors FILE] [--check|--update]
 * [--jobs N]`. Prints a table per group; `--check` fails if a count is below its recorded floor, `--update` records.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Row } from './judge.ts';
import type { Floors } from './table.ts';
import { belowFloors, floorsOf, printTable, printWorst, sumByGroup } from './table.ts';
import type { Task } from './tasks.ts';
import { failedRows, listTasks, runTask } from './tasks.ts';

interface Finished {
  readonly task: Task;
  readonly rows: readonly Row[];
  readonly failure?: string;
}

/** The verifier keeps whole logs of hundreds of megabytes. */
const WORKER_HEAP_MIB = 2048;

/** No program of the corpus needs nearly as long. */
const TASK_SECONDS = 400;

/** A worker: runs the tasks that it is sent. */
function serve(): void {
  parentPort?.on('message', (task: Task) => {
    parentPort?.postMessage(attempt(task));
  });
}

/** A crash of the verifier is a finding about one program, and not the end of the run. */
function attempt(task: Task): Finished {
  try {
    return { task, rows: runTask(task) };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { task, rows: failedRows(task, `crashed: ${failure}`), failure };
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      filter: { type: 'string', default: '' },
      worst: { type: 'string', default: '10' },
      floors: { type: 'string' },
      check: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      jobs: { type: 'string', default: '2' },
    },
  });
  if (positionals.length === 0) throw new Error('the folder of the corpus is missing');
  if (values.check && values.filter !== '')
    throw new Error('floors are those of the whole corpus: --check takes no --filter');
  const finished = await runAll(listTasks(positionals, values.filter), Number(values.jobs));
  const rows = finished.flatMap((result) => result.rows);
  const failures = finished.flatMap(({ task, failure }) =>
    failure === undefined ? [] : [`${nameOf(task)}: ${failure}`],
  );
  const sums = sumByGroup(rows);
  process.stdout.write(printTable(sums) + printWorst(rows, Number(values.worst)));
  for (const failure of failures) process.stdout.write(`crashed: ${failure}\n`);
  if (values.floors === undefined) return failures.length === 0 ? 0 : 1;
  if (values.update) writeFileSync(values.floors, `${JSON.stringify(floorsOf(sums), null, 2)}\n`);
  const fallen = values.check ? belowFloors(sums, readFloors(values.floors)) : [];
  for (const line of fallen) process.stdout.write(`below the floor: ${line}\n`);
  return fallen.length + failures.length === 0 ? 0 : 1;
}

function readFloors(path: string): Floors {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const nameOf = (task: Task): string =>
  task.kind === 'random'
    ? `random ${task.from}…${task.to}`
    : task.kind === 'case'
      ? task.path
      : `${task.path} program ${task.program}`;

/** Hands the tasks to workers, each the next one when it has finished. */
async function runAll(tasks: readonly Task[], jobs: number): Promise<readonly Finished[]> {
  const waiting = [...tasks];
  const results: Finished[] = [];
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, () => work(waiting, results)));
  return results;
}

/** One lane: a worker for as long as it lives, then another, until nothing waits. */
async function work(waiting: Task[], results: Finished[]): Promise<void> {
  while (waiting.length > 0) {
    const lost = await runWorker(waiting, results);
    if (lost === undefined) continue;
    const { task, failure } = lost;
    results.push({ task, failure, rows: failedRows(task, failure) });
  }
}

/** Resolves when nothing waits, or with the task that ended the worker. */
function runWorker(
  waiting: Task[],
  results: Finished[],
): Promise<{ readonly task: Task; readonly failure: string } | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MIB },
    });
    let task: Task | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (failure: string | undefined): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(task === undefined || failure === undefined ? undefined : { task, failure });
    };
    const next = (): void => {
      clearTimeout(timer);
      task = waiting.shift();
      if (task === undefined) return end(undefined);
      timer = setTimeout(() => end(`no answer for ${TASK_SECONDS} s`), TASK_SECONDS * 1000);
      worker.postMessage(task);
    };
    worker.on('message', (result: Finished) => {
      results.push(result);
      next();
    });
    worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
    next();
  });
}

async function start(): Promise<void> {
  if (isMainThread) process.exitCode = await main();
  else serve();
}

void start();
