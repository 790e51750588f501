/**
 * Runs the conformance corpus: `node conformance.mjs CORPUS [--filter TEXT] [--worst N] [--floors FILE] [--check|--update]
 * [--jobs N]`. Prints a table per group; `--check` fails if a count is below its recorded floor, `--update` records.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Row } from './judge.ts';
import type { Floors } from './table.ts';
import { belowFloors, floorsOf, printTable, printWorst, sumByGroup } from './table.ts';
import type { Task } from './tasks.ts';
import { listTasks, runTask } from './tasks.ts';

interface Finished {
  readonly task: Task;
  readonly rows: readonly Row[];
  readonly failure?: string;
}

/** The verifier keeps whole logs of hundreds of megabytes. */
const WORKER_HEAP_MIB = 3072;

if (isMainThread) process.exitCode = await main();
else serve(String(workerData));

/** A worker: runs the tasks that it is sent. */
function serve(corpus: string): void {
  parentPort?.on('message', (task: Task) => {
    parentPort?.postMessage(attempt(corpus, task));
  });
}

/** A crash of the verifier is a finding about one object, and not the end of the run. */
function attempt(corpus: string, task: Task): Finished {
  try {
    return { task, rows: runTask(corpus, task) };
  } catch (error) {
    return { task, rows: [], failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
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
  const [corpus] = positionals;
  if (corpus === undefined) throw new Error('the folder of the corpus is missing');
  const finished = await runAll(corpus, listTasks(corpus, values.filter), Number(values.jobs));
  const rows = finished.flatMap((result) => result.rows);
  const failures = finished.flatMap(({ task, failure }) =>
    failure === undefined ? [] : [`${nameOf(task)}: ${failure}`],
  );
  const sums = sumByGroup(rows);
  process.stdout.write(printTable(sums) + printWorst(rows, Number(values.worst)));
  for (const failure of failures) process.stdout.write(`crashed: ${failure}\n`);
  if (values.floors === undefined) return failures.length === 0 ? 0 : 1;
  if (values.update) writeFileSync(values.floors, `${JSON.stringify(floorsOf(sums), null, 2)}\n`);
  const floors: Floors = JSON.parse(readFileSync(values.floors, 'utf8'));
  const fallen = values.check ? belowFloors(sums, floors) : [];
  for (const line of fallen) process.stdout.write(`below the floor: ${line}\n`);
  return fallen.length + failures.length === 0 ? 0 : 1;
}

const nameOf = (task: Task): string => (task.kind === 'object' ? task.path : `random ${task.from}…${task.to}`);

/** Hands the tasks to workers, each the next one when it has finished. */
async function runAll(corpus: string, tasks: readonly Task[], jobs: number): Promise<readonly Finished[]> {
  const waiting = [...tasks];
  const results = await Promise.all(Array.from({ length: Math.max(1, jobs) }, () => runWorker(corpus, waiting)));
  return results.flat();
}

function runWorker(corpus: string, waiting: Task[]): Promise<readonly Finished[]> {
  return new Promise((resolve, reject) => {
    const results: Finished[] = [];
    const worker = new Worker(new URL('./conformance.mjs', import.meta.url), {
      workerData: corpus,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MIB },
    });
    const next = (): void => {
      const task = waiting.shift();
      if (task !== undefined) worker.postMessage(task);
      else void worker.terminate().then(() => resolve(results));
    };
    worker.on('message', (result: Finished) => {
      results.push(result);
      next();
    });
    worker.on('error', reject);
    next();
  });
}
