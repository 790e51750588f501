import { toHex } from '../../lib/bytes.ts';
import { mapTypeName } from '../abi/map-types.ts';
import { printValue } from '../btf/print-value.ts';
import { lastTraceLines } from '../kernel/helpers/trace-lines.ts';
import { funcCode, funcSubprog } from '../kernel/layouts/objects.ts';
import type { Machine } from '../kernel/machine.ts';
import { alignUp } from '../kernel/memory/allocator.ts';
import type { Addr } from '../kernel/memory/memory.ts';
import { peek } from '../kernel/memory/peek.ts';
import { timerOf, timerState } from '../kernel/timers/state.ts';
import type { ContextView, FrameView } from '../kernel/trace/describe.ts';
import type { MapInfo } from '../program/load.ts';
import type { OpenCollection, OpenMap } from '../userspace/collection.ts';
import { mapFacts, mapsInOrder } from '../userspace/shell/handles.ts';
import type {
  ContextAnswer,
  CpuAnswer,
  FrameAnswer,
  MachineAnswer,
  MapAnswer,
  MapEntryAnswer,
  MemberAnswer,
  TimerAnswer,
} from './queries.ts';

/** Texts of a loaded program, for people; found by the program's name. */
export interface ProgramTexts {
  readonly name: string;
  readonly insns: readonly string[];
  readonly sourceLines: Int32Array;
}

type BpfView = Extract<FrameView, { is: 'bpf' }>;

const MAX_ENTRIES = 256;
/** Entries that are counted beyond those shown. */
const MAX_COUNTED = 10_000;
const MAX_TRACE_LINES = 1_000;

/** What there is to see of a machine between two steps; looking does not change it. */
export function machineAnswer(
  machine: Machine,
  collections: readonly OpenCollection[],
  texts: readonly ProgramTexts[],
): Omit<MachineAnswer, 'step' | 'stop' | 'output' | 'busy'> {
  const cpus = Array.from({ length: machine.kernel.cpus }, (_, cpu) => cpuAnswer(machine, cpu, texts));
  const opened = collections.flatMap((collection) => collection.maps);
  const maps = mapsInOrder(machine.kernel).map((map) => mapAnswer(machine, map, opened));
  const traceLines = lastTraceLines(machine.trace, 'sh', MAX_TRACE_LINES);
  return { clock: String(machine.clock), runHash: machine.runHash(), cpus, maps, traceLines };
}

// ---- CPUs

function cpuAnswer(machine: Machine, cpu: number, texts: readonly ProgramTexts[]): CpuAnswer {
  const { contexts, waits, irqsOff, bhOff, locks, stores } = machine.describe(cpu);
  return {
    cpu,
    contexts: contexts.map((context) => contextAnswer(machine, context, texts)),
    ...(waits !== undefined && { waits }),
    irqsOff,
    bhOff,
    locks,
    ...(stores.length > 0 && { stores }),
  };
}

function contextAnswer(machine: Machine, context: ContextView, texts: readonly ProgramTexts[]): ContextAnswer {
  return {
    kind: context.kind,
    name: context.name,
    frames: context.frames.map((frame, depth) =>
      frame.is === 'bpf' ? bpfFrame(machine, atCall(frame, depth, context), texts) : routineFrame(frame),
    ),
  };
}

/** A frame that has called something stands at its call, not behind it. */
function atCall(frame: BpfView, depth: number, { frames }: ContextView): BpfView {
  return depth < frames.length - 1 ? { ...frame, pc: frame.pc - 1 } : frame;
}

function bpfFrame(machine: Machine, frame: BpfView, texts: readonly ProgramTexts[]): FrameAnswer {
  const text = texts.find((each) => each.name === frame.program);
  return {
    is: 'bpf',
    program: frame.program,
    function: functionName(machine, frame.code, frame.subprog),
    pc: frame.pc,
    insn: text?.insns[frame.pc] ?? '',
    sourceLine: text?.sourceLines[frame.pc] ?? 0,
    registers: Array.from({ length: 11 }, (_, i) => hex64(frame.registers[2 * i], frame.registers[2 * i + 1])),
    stack: toHex(frame.stack),
  };
}

function routineFrame(frame: Extract<FrameView, { is: 'routine' }>): FrameAnswer {
  const { routine, step, pseudo, kernelFunction, steps } = frame;
  return { is: 'routine', routine, step, pseudo, kernelFunction, steps };
}

const hex64 = (low: number, high: number): string =>
  (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');

function functionName(machine: Machine, code: number, subprog: number): string {
  const loaded = machine.kernel.bpf.codes[code];
  return loaded.verified.subprogNames[subprog] || (subprog === 0 ? loaded.name : `func#${subprog}`);
}

// ---- maps

/** A map of the machine; by its name in the object as long as the loader has it open. */
function mapAnswer(machine: Machine, address: Addr, opened: readonly OpenMap[]): MapAnswer {
  const { kernel } = machine;
  const { refcnt, usercnt } = kernel.map(address);
  const { id, info } = mapFacts(kernel, address);
  const name = opened.find((map) => kernel.files.mapOf(map.file) === address)?.name ?? info.name;
  const { type, keySize, valueSize, maxEntries } = info;
  const { entries, total } = peek(machine, () => readEntries(machine, info, address));
  const about = { id, name, type: mapTypeName(type), keySize, valueSize, maxEntries, members: integerMembers(info) };
  return { ...about, refcnt, usercnt, entries, total };
}

function readEntries(machine: Machine, info: MapInfo, address: Addr): { entries: MapEntryAnswer[]; total: number } {
  const { kernel } = machine;
  const ops = kernel.mapOps(address);
  const entries: MapEntryAnswer[] = [];
  if (ops.nextKey === undefined || ops.readValue === undefined) return { entries, total: 0 };
  const valueSize = ops.userValueSize?.(kernel, address) ?? info.valueSize;
  const next = kernel.kzallocBytes(info.keySize, 'key');
  const out = kernel.kzallocBytes(valueSize, 'value');
  let total = 0;
  for (let key = 0; total < MAX_COUNTED && ops.nextKey(kernel, address, key, next) === 0; total++) {
    key = kernel.kzallocBytes(info.keySize, 'key');
    if (key === 0) break;
    kernel.memory.copy(key, next, info.keySize);
    if (entries.length >= MAX_ENTRIES || ops.readValue(kernel, address, key, out, 0) !== 0) continue;
    entries.push(
      entryAnswer(
        info,
        kernel.memory.bytesAt(key, info.keySize),
        kernel.memory.bytesAt(out, valueSize),
        timersOf(machine, address, key),
      ),
    );
  }
  return { entries, total };
}

function entryAnswer(
  info: MapInfo,
  key: Uint8Array,
  value: Uint8Array,
  timers: readonly TimerAnswer[],
): MapEntryAnswer {
  const { btf, btfKeyTypeId, btfValueTypeId, valueSize } = info;
  const prettyKey = btf === undefined || btfKeyTypeId === 0 ? undefined : printValue(btf, btfKeyTypeId, key);
  // A value per CPU: one line each.
  const parts = Array.from({ length: Math.max(1, Math.floor(value.length / alignUp(valueSize, 8))) }, (_, i) =>
    value.subarray(i * alignUp(valueSize, 8), i * alignUp(valueSize, 8) + valueSize),
  );
  const pretty =
    btf === undefined || btfValueTypeId === 0 ? [] : parts.map((part) => printValue(btf, btfValueTypeId, part));
  return {
    key: toHex(key),
    value: toHex(value),
    timers,
    ...(prettyKey !== undefined && { prettyKey }),
    ...(pretty.length > 0 && pretty.every((text) => text !== undefined) && { pretty: pretty.join('\n') }),
  };
}

function integerMembers({ btf, btfValueTypeId }: MapInfo): readonly MemberAnswer[] {
  if (btf === undefined || btfValueTypeId === 0) return [];
  return (btf.composite(btfValueTypeId)?.members ?? []).flatMap(({ name, type, bitOffset, bitfieldSize }) => {
    const integer = btf.resolve(type);
    const isWhole = integer?.kind === 'int' && bitfieldSize === 0 && integer.size <= 8;
    return isWhole && name !== '' ? [{ name, offset: bitOffset >> 3, size: integer.size }] : [];
  });
}

function timersOf(machine: Machine, address: Addr, key: Addr): readonly TimerAnswer[] {
  const found = timerOf(machine.kernel, address, key);
  return found === undefined ? [] : [timerAnswer(machine, found.timer, found.offset)];
}

function timerAnswer(machine: Machine, timer: Addr, offset: number): TimerAnswer {
  const { kernel } = machine;
  const { queued, expires, cpu, callback } = kernel.hrtimer(timer);
  return {
    address: hex64(timer, 0xffff8880),
    offset,
    state: timerState(kernel, timer),
    ...(queued !== 0 && { expires: String(expires) }),
    cpu,
    ...(callback !== 0 && {
      program: kernel.bpf.codes[funcCode(callback)].name,
      callback: functionName(machine, funcCode(callback), funcSubprog(callback)),
    }),
  };
}
