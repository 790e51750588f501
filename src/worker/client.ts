import type { Diagnostic } from '../engine/program/diagnostic.ts';
import type { MachineAnswer, TraceAnswer } from '../engine/scenario/queries.ts';
import type { Reply, Request, RequestName, Requests } from './protocol.ts';

/** What a client needs of a worker; tests give it a function instead. */
export interface Port {
  postMessage(message: unknown): void;
  terminate(): void;
}

/** Why a request has no answer. */
export class RequestFailed extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.message).join('\n'));
    this.diagnostics = diagnostics;
  }
}

/** The request was cancelled by the caller. */
export class RequestCancelled extends Error {}

export interface ClientEvents {
  /** The worker is up; with shared memory (`CONTROL` in protocol.ts) if the page is isolated. */
  ready(control: Int32Array | undefined): void;
  view(machine: MachineAnswer, trace: TraceAnswer): void;
  crash(message: string, replay: string): void;
}

export interface Pending<T> {
  readonly answer: Promise<T>;
  cancel(): void;
}

interface Waiting {
  readonly resolve: (answer: Requests[RequestName]['answer']) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((done: number, total?: number) => void) | undefined;
}

/** The page's end of the protocol: one promise per request. */
export class Client {
  private readonly port: Port;
  private readonly events: ClientEvents;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;

  constructor(port: Port, events: ClientEvents) {
    this.port = port;
    this.events = events;
  }

  /** Asks; the promise fails with RequestFailed or RequestCancelled. */
  ask<N extends RequestName>(
    name: N,
    ask: Requests[N]['ask'],
    progress?: (done: number, total?: number) => void,
  ): Pending<Requests[N]['answer']> {
    const id = this.nextId++;
    const answer = new Promise<Requests[N]['answer']>((resolve, reject) => {
      // The protocol pairs name and answer; the map of waiting requests cannot say so.
      this.waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, progress });
    });
    this.send({ id, do: name, ask } as Request);
    return { answer, cancel: () => this.send({ id: this.nextId++, do: 'cancel', target: id }) };
  }

  /** Takes a message of the worker. */
  receive(reply: Reply): void {
    switch (reply.is) {
      case 'ready':
        this.events.ready(reply.control);
        break;
      case 'view':
        this.events.view(reply.machine, reply.trace);
        break;
      case 'crash':
        this.crash(reply.message, reply.replay);
        break;
      case 'progress':
        this.waiting.get(reply.id)?.progress?.(reply.done, reply.total);
        break;
      default:
        this.settle(reply);
    }
  }

  /** Stops the worker; every open request fails as cancelled. */
  dispose(): void {
    this.port.terminate();
    for (const waiting of this.waiting.values()) waiting.reject(new RequestCancelled('the worker was stopped'));
    this.waiting.clear();
  }

  private settle(reply: Extract<Reply, { is: 'done' | 'failed' | 'cancelled' }>): void {
    const waiting = this.waiting.get(reply.id);
    if (waiting === undefined) return;
    this.waiting.delete(reply.id);
    if (reply.is === 'done') waiting.resolve(reply.answer);
    else if (reply.is === 'failed') waiting.reject(new RequestFailed(reply.diagnostics));
    else waiting.reject(new RequestCancelled('cancelled'));
  }

  private crash(message: string, replay: string): void {
    for (const waiting of this.waiting.values()) waiting.reject(new RequestCancelled(message));
    this.waiting.clear();
    this.events.crash(message, replay);
  }

  private send(request: Request): void {
    this.port.postMessage(request);
  }
}

/** Starts the engine's worker and connects a client to it. */
export function startWorker(events: ClientEvents): Client {
  const worker = new Worker(new URL('./sim.worker.ts', import.meta.url), { type: 'module', name: 'sim' });
  const client = new Client(worker, events);
  worker.onmessage = (event: MessageEvent<Reply>) => client.receive(event.data);
  worker.onerror = (event) => client.receive({ is: 'crash', message: event.message, replay: '' });
  return client;
}
