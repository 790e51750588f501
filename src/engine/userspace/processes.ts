import { assert } from '../../lib/assert.ts';
import { errnoName } from '../abi/errno.ts';
import { TestRun } from '../kernel/layouts/contexts.ts';
import type { CallId, Machine } from '../kernel/machine.ts';
import type { Addr } from '../kernel/memory.ts';
import { takesData } from '../kernel/test-run.ts';
import type { OpenCollection, OpenMap, OpenProgram } from './collection.ts';
import type { Command, ObjectName, ScriptLine } from './script.ts';

/**
 * The processes of a scenario: each makes the system calls of its script lines, one after the other. What a process
 * has begun is on record with the steps at which it began and ended. Going back does not touch the record, for the
 * machine replays the same calls; only a run that goes another way forgets the later part.
 */

/** A packet for programs that need one and are given none, as the recording tool of the corpus has it. */
const DEFAULT_PACKET = new Uint8Array(64);

/** A line that was begun; `finishedAt` is the step at which it ended. */
interface Begun {
  readonly step: number;
  readonly scripted: Scripted;
  readonly wait: Wait;
  finishedAt: number | undefined;
}

/** What ends a line. */
type Wait =
  | { readonly on: 'call'; readonly call: CallId; readonly run?: Addr; readonly out?: Addr; readonly outSize?: number }
  | { readonly on: 'fire'; readonly fires: number }
  | { readonly on: 'nothing' };

/** A line of output. */
export interface Output {
  readonly step: number;
  readonly line: string;
  readonly text: string;
  readonly failed: boolean;
}

/** A script line with its text, as it stands in the scenario. */
export interface Scripted {
  readonly text: string;
  readonly line: ScriptLine;
  /** Not to be begun before this step: when it was typed. */
  readonly notBefore: number;
}

/** The lines of one process. */
interface Lane {
  readonly lines: Scripted[];
  begun: Begun[];
}

export class Processes {
  private readonly machine: Machine;
  private readonly collections: readonly OpenCollection[];
  private readonly lanes = new Map<string, Lane>();
  private outputs: Output[] = [];

  constructor(machine: Machine, collections: readonly OpenCollection[], script: readonly Scripted[]) {
    this.machine = machine;
    this.collections = collections;
    for (const scripted of script) this.append(scripted);
  }

  /** What commands have printed up to the machine's present step. */
  get output(): readonly Output[] {
    return this.outputs.filter((each) => each.step <= this.machine.stepNumber);
  }

  /** Appends a line to those of its process. */
  append(scripted: Scripted): void {
    const { process } = scripted.line;
    const lane = this.lanes.get(process) ?? { lines: [], begun: [] };
    this.lanes.set(process, lane);
    lane.lines.push(scripted);
  }

  /** Forgets what was begun, ended and typed from a step on: the run goes another way from there. */
  branchAt(step: number): void {
    this.outputs = this.outputs.filter((each) => each.step < step);
    for (const lane of this.lanes.values()) {
      lane.begun = lane.begun.filter((each) => each.step < step);
      for (const each of lane.begun) if ((each.finishedAt ?? -1) >= step) each.finishedAt = undefined;
      const kept = lane.lines.filter((each) => each.notBefore <= step);
      lane.lines.splice(0, lane.lines.length, ...kept);
    }
  }

  /** Ends what is done and begins what can be begun. To be called before each step of a machine that makes new history. */
  proceed(): void {
    for (const lane of this.lanes.values()) {
      while (this.proceedIn(lane));
    }
  }

  private proceedIn(lane: Lane): boolean {
    const last = lane.begun.at(-1);
    if (last !== undefined && last.finishedAt === undefined && !this.end(last)) return false;
    const next = lane.lines[lane.begun.length];
    if (next === undefined || next.notBefore > this.machine.stepNumber) return false;
    lane.begun.push(this.begin(next));
    return true;
  }

  /** True once every line has ended. */
  get isDone(): boolean {
    for (const { lines, begun } of this.lanes.values()) {
      if (begun.length < lines.length || (begun.length > 0 && begun[begun.length - 1].finishedAt === undefined))
        return false;
    }
    return true;
  }

  /** Lines that wait for a timer callback that will never come end here: the machine is idle. True if there were any. */
  giveUpWaiting(): boolean {
    let any = false;
    for (const lane of this.lanes.values()) {
      const last = lane.begun.at(-1);
      if (last === undefined || last.finishedAt !== undefined || last.wait.on !== 'fire') continue;
      this.finish(last, 'no timer is armed', true);
      any = true;
    }
    return any;
  }

  // ---- beginning

  private begin(scripted: Scripted): Begun {
    const step = this.machine.stepNumber;
    const started = this.start(scripted.line);
    const wait: Wait = typeof started === 'string' ? { on: 'nothing' } : started;
    const begun: Begun = { step, scripted, wait, finishedAt: undefined };
    if (typeof started === 'string') this.finish(begun, started, true);
    return begun;
  }

  /** Makes the system call of a line, or says why not. */
  private start({ command, cpu }: ScriptLine): Wait | string {
    const { machine } = this;
    if (cpu >= machine.kernel.cpus) return `Error: CPU ${cpu} does not exist`;
    switch (command.is) {
      case 'prog run':
        return this.startRun(command, cpu);
      case 'map update':
        return this.startUpdate(command, cpu);
      case 'map delete':
        return this.withMap(command.map, command.key, (map) =>
          this.call(cpu, 'sys_map_delete', [map.file, machine.putBytes(command.key, 'key')]),
        );
      case 'map lookup':
        return this.withMap(command.map, command.key, (map) => this.startLookup(map, command.key, cpu));
      case 'sleep':
      case 'advance':
        return { on: 'call', call: machine.spawn(cpu, 'sys_nanosleep', [], machine.clock + command.ns) };
      case 'next-fire':
        return { on: 'fire', fires: machine.kernel.globals().fires };
      case 'close': {
        const open = this.find(command.what, { by: 'name', name: command.name });
        return open === undefined ? noSuch(command.what, command.name) : this.call(cpu, 'sys_close', [open.file]);
      }
    }
  }

  private call(cpu: number, routine: string, args: readonly number[]): Wait {
    return { on: 'call', call: this.machine.spawn(cpu, routine, args) };
  }

  private startRun(command: Extract<Command, { is: 'prog run' }>, cpu: number): Wait | string {
    const { machine } = this;
    const program = this.find('prog', command.program);
    if (program === undefined) return noSuch('prog', nameText(command.program));
    const data = command.data ?? (takesData(program.verified.request.type) ? DEFAULT_PACKET : undefined);
    const context = command.context;
    const run = machine.putBytes(new Uint8Array(TestRun.size), 'test_run');
    const dataIn = data === undefined ? 0 : machine.putBytes(data, 'data_in');
    const contextIn = context === undefined ? 0 : machine.putBytes(context, 'ctx_in');
    machine.act(() => {
      const cursor = machine.kernel.contexts.testRun(run);
      cursor.prog = machine.kernel.files.progOf(program.file);
      cursor.dataIn = dataIn;
      cursor.dataSize = data?.length ?? 0;
      cursor.contextIn = contextIn;
      cursor.contextSize = context?.length ?? 0;
      cursor.repeat = command.repeat === 1 ? 0 : command.repeat;
    });
    return { on: 'call', call: machine.spawn(cpu, 'test_run', [run]), run };
  }

  private startUpdate(command: Extract<Command, { is: 'map update' }>, cpu: number): Wait | string {
    const { machine } = this;
    return this.withMap(command.map, command.key, (map) => {
      if (command.value.length !== map.info.valueSize) {
        return `Error: value expected ${map.info.valueSize} bytes got ${command.value.length}`;
      }
      const key = machine.putBytes(command.key, 'key');
      return this.call(cpu, 'sys_map_update', [map.file, key, machine.putBytes(command.value, 'value'), command.flags]);
    });
  }

  private startLookup(map: OpenMap, key: Uint8Array, cpu: number): Wait {
    const { machine } = this;
    const size = machine.kernel.mapOps(machine.kernel.files.mapOf(map.file)).userValueSize;
    const outSize = size?.(machine.kernel, machine.kernel.files.mapOf(map.file)) ?? map.info.valueSize;
    const out = machine.putBytes(new Uint8Array(outSize), 'value');
    const call = machine.spawn(cpu, 'sys_map_lookup', [map.file, machine.putBytes(key, 'key'), out, 0]);
    return { on: 'call', call, out, outSize };
  }

  private withMap(name: ObjectName, key: Uint8Array, then: (map: OpenMap) => Wait | string): Wait | string {
    const map = this.find('map', name);
    if (map === undefined) return noSuch('map', nameText(name));
    if (key.length !== map.info.keySize) return `Error: key expected ${map.info.keySize} bytes got ${key.length}`;
    return then(map);
  }

  private find(what: 'map', name: ObjectName): OpenMap | undefined;
  private find(what: 'prog', name: ObjectName): OpenProgram | undefined;
  private find(what: 'map' | 'prog', name: ObjectName): OpenMap | OpenProgram | undefined;
  private find(what: 'map' | 'prog', name: ObjectName): OpenMap | OpenProgram | undefined {
    const { kernel } = this.machine;
    for (const collection of this.collections) {
      const objects = what === 'map' ? collection.maps : collection.programs;
      const found = objects.find((each) => {
        if (!kernel.files.isOpen(each.file)) return false;
        if (name.by === 'name') return each.name === name.name;
        const { id } =
          what === 'map' ? kernel.map(kernel.files.mapOf(each.file)) : kernel.prog(kernel.files.progOf(each.file));
        return id === name.id;
      });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  // ---- ending

  /** Ends a line if what it waits for has come. */
  private end(begun: Begun): boolean {
    const { machine } = this;
    const { wait } = begun;
    if (wait.on === 'nothing') return false;
    if (wait.on === 'fire') {
      if (machine.kernel.globals().fires === wait.fires) return false;
      this.finish(begun, '', false);
      return true;
    }
    const { done, result } = machine.resultOf(wait.call);
    if (!done) return false;
    this.finish(begun, this.resultText(begun.scripted.line.command, wait, result), result < 0);
    machine.release(wait.call);
    return true;
  }

  private finish(begun: Begun, text: string, failed: boolean): void {
    const step = this.machine.stepNumber;
    begun.finishedAt = step;
    if (text !== '') this.outputs.push({ step, line: begun.scripted.text, text, failed });
  }

  /** What bpftool would print. */
  private resultText(command: Command, wait: Extract<Wait, { on: 'call' }>, result: number): string {
    const { machine } = this;
    if (result < 0) return `Error: ${failedAction(command)}: ${errnoName(-result)}`;
    if (wait.run !== undefined) {
      const { retval } = machine.kernel.contexts.testRun(wait.run);
      return `Return value: ${retval >>> 0}`;
    }
    if (wait.out === undefined) return '';
    assert(command.is === 'map lookup', 'only lookups have output');
    const value = machine.memory.bytesAt(wait.out, wait.outSize ?? 0);
    return `key: ${spaced(command.key)}  value: ${spaced(value)}`;
  }
}

const noSuch = (what: 'map' | 'prog', name: string): string => `Error: can't find ${what} ${name}`;
const nameText = (name: ObjectName): string => (name.by === 'name' ? name.name : `id ${name.id}`);
const spaced = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

function failedAction(command: Command): string {
  switch (command.is) {
    case 'prog run':
      return 'failed to run program';
    case 'map update':
      return 'update failed';
    case 'map delete':
      return 'delete failed';
    case 'map lookup':
      return 'lookup failed';
    default:
      return `${command.is} failed`;
  }
}
