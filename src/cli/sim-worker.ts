/** Entry of the simulation worker on the command line: the worker's handler behind a port of `worker_threads`. */
import { parentPort } from 'node:worker_threads';
import { Handler } from '../worker/handler.ts';
import { CONTROL, type Request } from '../worker/protocol.ts';

const control = new Int32Array(new SharedArrayBuffer(4 * CONTROL.words));
const handler = new Handler(
  {
    now: () => performance.now(),
    later: (work) => setImmediate(work),
    post: (reply) => parentPort?.postMessage(reply),
  },
  control,
);

parentPort?.on('message', (request: Request) => handler.handle(request));
parentPort?.postMessage({ is: 'ready', control });
