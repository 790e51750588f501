import { warmUp } from '../engine/warm-up.ts';
import { Handler } from './handler.ts';
import { CONTROL, type Request } from './protocol.ts';
import { WarmUp } from './warm-up.ts';

// A message to oneself is a turn of the event loop without the 4 ms of a timer.
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.onmessage = () => waiting.shift()?.();

const shared = self.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4 * CONTROL.words)) : undefined;
const handler = new Handler(
  {
    now: () => performance.now(),
    later: (work) => {
      waiting.push(work);
      turns.port2.postMessage(undefined);
    },
    post: (reply, handedOver = []) => self.postMessage(reply, { transfer: [...handedOver] }),
  },
  shared,
);

const warming = new WarmUp(
  {
    now: () => performance.now(),
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  },
  () => handler.isIdle,
  warmUp,
);

self.onmessage = (event: MessageEvent<Request>) => {
  warming.disturb();
  handler.handle(event.data);
};
self.postMessage({ is: 'ready', ...(shared && { control: shared }) });
