import { describe, expect, it } from 'vitest';
import type { Generation } from '../../abi/generations.ts';
import { BPF_MAP_TYPE_ARRAY } from '../../abi/map-types.ts';
import { BPF_TIMER } from '../../btf/field-types.ts';
import type { MapInfo } from '../../program/load.ts';
import { HARDIRQ, NMI } from '../layouts/cpu.ts';
import { BpfProg } from '../layouts/objects.ts';
import { Machine } from '../machine.ts';

const NO_FIELD = -1;

const MAP: MapInfo = {
  name: 'timers',
  type: BPF_MAP_TYPE_ARRAY,
  keySize: 4,
  valueSize: 16,
  maxEntries: 1,
  flags: 0,
  mapExtra: 0n,
  btfKeyTypeId: 0,
  btfValueTypeId: 0,
  record: {
    fieldMask: BPF_TIMER,
    spinLockOff: NO_FIELD,
    resSpinLockOff: NO_FIELD,
    timerOff: 0,
    wqOff: NO_FIELD,
    refcountOff: NO_FIELD,
    taskWorkOff: NO_FIELD,
    fields: [{ type: BPF_TIMER, offset: 0, size: 16 }],
  },
};

/** A callback that is set but never called: the timers of these scripts never expire. */
const CALLBACK = 1;

/** One timer and one program, and a CPU that operates on them. */
class Script {
  private readonly machine: Machine;
  private readonly file: number;
  private readonly map: number;
  private readonly timer: number;
  private readonly prog: number;

  constructor(generation: Generation) {
    this.machine = new Machine({ generation, cpus: 1 });
    const { kernel } = this.machine;
    this.file = this.machine.createMap(MAP);
    this.map = kernel.files.mapOf(this.file);
    this.timer = kernel.mapOps(this.map).nextValue?.(kernel, this.map, 0) ?? 0;
    // A reference of a program, so that closing the last file leaves the map there.
    this.machine.act(() => {
      kernel.map(this.map).refcnt++;
    });
    this.prog = this.machine.act(() => kernel.kzalloc(BpfProg));
    this.machine.act(() => {
      kernel.prog(this.prog).refcnt = 1;
    });
  }

  /** Runs `operation arguments`, in the context before it if there is one; the result. */
  run(text: string): number {
    const words = text.split(' ');
    const context = { '@nmi': NMI, '@hardirq': HARDIRQ }[words[0]];
    const [operation, ...numbers] = context === undefined ? words : words.slice(1);
    const [name, args] = this.callOf(operation, numbers.map(BigInt));
    const { machine } = this;
    const call = context === undefined ? machine.spawn(0, name, args) : machine.interrupt(0, context, name, args);
    while (!machine.resultOf(call).done) expect(machine.step()).toBeUndefined();
    return machine.resultOf(call).result;
  }

  private callOf(operation: string, numbers: readonly bigint[]): readonly [string, readonly number[]] {
    const pairs = numbers.flatMap((n) => [Number(BigInt.asIntN(32, n)), Number(BigInt.asIntN(32, n >> 32n))]);
    switch (operation) {
      case 'init':
        return ['init', [this.timer, this.map, ...pairs]];
      case 'set_callback':
        return ['set_callback', [this.timer, CALLBACK, this.prog]];
      case 'close':
        return ['sys_close', [this.file]];
      default:
        return [operation, [this.timer, ...pairs]];
    }
  }
}

const NEVER_DUE = 9_000_000_000_000n;

/** Scripts as `operation = result`, and the kernels in which they hold. */
const SCRIPTS: readonly (readonly [generations: readonly Generation[], script: string])[] = [
  [['5.15', '6.18', '7.0'], 'start 0 0 = -22; set_callback = -22; cancel = -22'],
  [['5.15', '6.18', '7.0'], 'init 0 = 0; init 0 = -16; init 1 = -16; init 7 = -16'],
  [['5.15', '6.18', '7.0'], 'init 2 = -22; init 4 = -22; init 5 = -22; init 8 = -22; init 9 = -22; init 11 = -22'],
  [['5.15', '6.18', '7.0'], `init 16 = -22; init 17 = -22; init ${1n << 32n} = -22; init 1 = 0`],
  [['5.15', '6.18', '7.0'], 'init 7 = 0; start 5 0 = -22; set_callback = 0; set_callback = 0; cancel = 0'],
  [['5.15', '6.18', '7.0'], `init 1 = 0; set_callback = 0; start ${NEVER_DUE} 0 = 0; cancel = 1; cancel = 0`],
  [
    ['5.15', '6.18', '7.0'],
    `init 1 = 0; set_callback = 0; cancel = 0; start ${NEVER_DUE} 0 = -22; set_callback = 0; start ${NEVER_DUE} 0 = 0`,
  ],
  [['5.15'], 'init 1 = 0; set_callback = 0; start 1 1 = -22; start 1 2 = -22; start 1 4 = -22'],
  [['6.4'], `init 1 = 0; set_callback = 0; start ${NEVER_DUE} 1 = 0; start 1 2 = -22`],
  [
    ['6.18', '7.0'],
    `init 1 = 0; set_callback = 0; start ${NEVER_DUE} 1 = 0; start ${NEVER_DUE} 2 = 0; start ${NEVER_DUE} 3 = 0; start 1 4 = -22; start 1 ${1n << 32n} = -22`,
  ],
  [['6.18', '7.0'], `start 1 4 = -22; init 1 = 0; start 1 4 = -22`],
  // Numbers that are negative as signed 64-bit ones never come.
  [
    ['5.15', '6.18', '7.0'],
    `init 1 = 0; set_callback = 0; start ${2n ** 64n - 1n} 0 = 0; cancel = 1; set_callback = 0; start ${2n ** 63n} 0 = 0; cancel = 1`,
  ],
  [['5.15', '6.18', '7.0'], 'close = 0; init 1 = -1; set_callback = -22; start 1 0 = -22; cancel = -22'],
  [['v4'], 'close = 0; init 1 = 0; set_callback = -1'],
  [
    ['5.15', '6.18', '7.0'],
    `init 1 = 0; set_callback = 0; start ${NEVER_DUE} 0 = 0; close = 0; cancel = -22; init 1 = -1`,
  ],
  [['5.15', '6.18'], '@nmi init 1 = -95; @nmi set_callback = -95; @nmi start 1 0 = -95; @nmi cancel = -95'],
  [['5.15'], '@nmi init 99 = -95'],
  [['6.18'], '@nmi init 99 = -22; @nmi start 1 99 = -95'],
  [['7.0'], '@nmi init 1 = 0; @nmi set_callback = 0; @nmi cancel = -95; @hardirq cancel = -95'],
  [['7.0'], `init 1 = 0; @hardirq set_callback = 0; @hardirq start ${NEVER_DUE} 0 = 0; cancel = 1`],
  [
    ['7.0'],
    `init 1 = 0; set_callback = 0; start ${NEVER_DUE} 0 = 0; cancel_async = 1; cancel_async = 0; start ${NEVER_DUE} 0 = 0; @hardirq cancel_async = -125; cancel_async = 0`,
  ],
];

describe('timer helpers', () => {
  const cases = SCRIPTS.flatMap(([generations, script]) => generations.map((generation) => ({ generation, script })));

  it.each(cases)('in $generation: $script', ({ generation, script }) => {
    const runner = new Script(generation);
    const operations = script.split('; ').map((line) => line.split(' = ')[0]);
    expect(operations.map((operation) => `${operation} = ${runner.run(operation)}`).join('; ')).toBe(script);
  });
});
