import { describe, expect, it } from 'vitest';
import type { Switches } from '../../abi/generations.ts';
import { HARDIRQ, TASK } from '../layouts/cpu.ts';
import { BpfMap, BpfTimer } from '../layouts/objects.ts';
import { Machine } from '../machine.ts';
import { TraceKind } from '../trace/trace.ts';

/**
 * The rules of the hrtimer core as scripts. `1 A +500` starts timer A on CPU 1 to fire 500 ns from now, `=500` at the absolute
 * time 500; capitals are timers of the monotonic clock, small letters of the boot-time clock, R of the realtime clock. `1 cancel
 * A ?0` tries to cancel and expects the answer 0. `until A` runs until A's function runs. What is expected is which timers
 * expired, on which CPU, in their order.
 */
const RULES: readonly (readonly [rule: string, script: string, expired: string])[] = [
  ['by expiry', '0 A +3000; 0 B +1000; 0 C +2000', 'B0 C0 A0'],
  ['equal expiry: as started', '0 A =90000; 0 B =90000; 0 C =90000', 'A0 B0 C0'],
  ['recorded order', '0 A =90000; 0 B =90000; 0 C =90000; 0 D =89999; 0 E =90000', 'D0 A0 B0 C0 E0'],
  ['relative 0 fires', '0 A +0', 'A0'],
  ['relative 0: each start is 1 ns later', '0 A +0; 0 B +0', 'A0 B0'],
  ['absolute and past: at once', '0 A =1', 'A0'],
  ['absolute and past: still by expiry', '0 A =2; 0 B =1', 'B0 A0'],
  ['absolute 0', '0 A =0', 'A0'],
  ['relative 2^64-1 never comes', '0 A +18446744073709551615; 0 B +1000', 'B0'],
  ['relative 2^63 never comes', '0 A +9223372036854775808', ''],
  ['relative 2^63-1 never comes', '0 A +9223372036854775807', ''],
  ['what never comes is queued', '0 A +9223372036854775807; 0 cancel A ?1', ''],
  ['monotonic before boot time where both are due', '0 a =1; 0 A =2', 'A0 a0'],
  ['boot time alone', '0 a +2000; 0 b +1000', 'b0 a0'],
  ['clocks show the same time', '0 a +1000; 0 A +5000', 'a0 A0'],
  ['the realtime clock became the monotonic one', '0 a =1; 0 R =2', 'R0 a0'],
  ['a pending timer is moved later', '0 A +1000; 0 B +2000; 0 A +3000', 'B0 A0'],
  ['a pending timer is moved earlier', '0 A +3000; 0 B +2000; 0 A +1000', 'A0 B0'],
  ['a moved timer is the last of its equals', '0 A =90000; 0 B =90000; 0 A =90000', 'B0 A0'],
  ['on the CPU that started it', '0 A +1000; 1 B +2000', 'A0 B1'],
  ['on the CPU that started it last', '0 A +1000; 1 A +2000', 'A1'],
  ['pinned: on the CPU that started it last', '0 A +1000; 1 A +2000 pinned', 'A1'],
  ['a running timer stays on its CPU', '1 A +1000; until A; 0 A +1000', 'A1 A1'],
  ['a running timer stays on its CPU, pinned or not', '1 A +1000; until A; 0 A +1000 pinned', 'A1 A1'],
  ['running, started again for the past: the same round', '0 A =2; 0 B =3; until A; 0 A =1', 'A0 A0 B0'],
  ['running, started again with 0: after what is due', '0 A =2; 0 B =3; until A; 0 A +0', 'A0 B0 A0'],
  ['running and stopped: once', '1 A +1000; until A; 0 cancel A ?-1', 'A1'],
  ['running and queued: cancel says -1, it stays queued', '1 A +1000; until A; 0 A +9; 0 cancel A ?-1', 'A1 A1'],
  ['cancel of an idle timer', '0 cancel A ?0', ''],
  ['cancel of a pending timer', '0 A +1000; 0 cancel A ?1', ''],
  ['cancel from another CPU', '0 A +1000; 1 cancel A ?1', ''],
  ['cancel twice', '0 A +1000; 0 cancel A ?1; 0 cancel A ?0', ''],
  ['start after cancel', '0 A +1000; 0 cancel A ?1; 0 A +500', 'A0'],
  ['cancel leaves the others', '0 A +1000; 0 B +1000; 0 C +1000; 0 cancel B ?1', 'A0 C0'],
  ['after the run it is idle', '0 A +1000; wait; 0 cancel A ?0', 'A0'],
  ['after the run it starts again', '0 A +1000; wait; 0 A +1000', 'A0 A0'],
  ['two CPUs run in parallel', '0 A =90000; 1 B =90000; until A; until B', 'A0 B1'],
];

/** The same with the switch `idle_migration`; `busy 1` gives CPU 1 something to do. */
const MIGRATIONS: typeof RULES = [
  ['an idle CPU hands a timer to a busy one', 'busy 1; 0 A +5000000', 'A1'],
  ['but not a pinned one', 'busy 1; 0 A +5000000 pinned', 'A0'],
  ['nor one that comes before what the other waits for', 'busy 1; 1 B +5000; 0 A +1000', 'A0 B1'],
  ['nor one that comes before its tick', 'busy 1; 0 A +1000', 'A0'],
  ['but one that comes later', 'busy 1; 1 B +1000; 0 A +5000', 'B1 A1'],
  ['nor the first of its own queue', '0 A +1000; busy 1; 0 A +5000000', 'A0'],
  ['a busy CPU keeps its timers', 'busy 0; busy 1; 0 A +5000000', 'A0'],
  ['all are idle', '0 A +1000; 1 B +2000', 'A0 B1'],
];

const CLOCKS: Readonly<Record<string, number>> = { R: 0 };
const MODES = { ABS: 1, PINNED: 2 } as const;
const PLENTY_NS = 10_000_000;

class Timers {
  readonly machine: Machine;
  private readonly map: number;
  private readonly made = new Map<string, number>();

  constructor(switches: Partial<Switches> = {}) {
    this.machine = new Machine({ memoryMiB: 2, switches });
    const { machine } = this;
    this.map = machine.act(() => machine.kernel.kzalloc(BpfMap));
    machine.act(() => {
      machine.kernel.map(this.map).usercnt = 1;
    });
  }

  /** The `bpf_hrtimer` of a letter; it has no callback, so only the core's part of a run happens. */
  private timer(name: string): number {
    const { machine } = this;
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const timer = machine.act(() => machine.kernel.kzalloc(BpfTimer));
    const clock = CLOCKS[name] ?? (name < 'a' ? 1 : 7);
    const call = machine.spawn(0, 'init', [timer, this.map, clock, 0]);
    while (!machine.resultOf(call).done) expect(machine.step()).toBeUndefined();
    const h = machine.kernel.timer(timer).timer;
    this.made.set(name, h);
    return h;
  }

  /** Initialises what the script names, so that nothing expires meanwhile. */
  prepare(script: string): void {
    for (const name of script.match(/\b[A-Za-z]\b/g) ?? []) this.timer(name);
  }

  perform(text: string): void {
    const { machine } = this;
    const { kernel } = machine;
    const [where, what, ...words] = text.split(' ');
    if (where === 'busy') this.makeBusy(Number(what));
    else if (where === 'wait') machine.run(10_000, machine.clock + PLENTY_NS);
    else if (where === 'until') while (!kernel.hrtimers.isRunning(this.timer(what))) machine.step();
    else
      machine.act(() => {
        kernel.enter(Number(where), kernel.activeContext(Number(where)) > TASK ? HARDIRQ : TASK);
        if (what === 'cancel') expect(`?${kernel.hrtimers.tryToCancel(this.timer(words[0]))}`).toBe(words[1]);
        else this.start(this.timer(what), words);
        kernel.leave();
      });
  }

  /** Begins a system call, and stops there. */
  private makeBusy(cpu: number): void {
    this.machine.spawn(cpu, 'sys_close', [99]);
    expect(this.machine.step(cpu)).toBeUndefined();
  }

  private start(timer: number, [when, pinned]: readonly string[]): void {
    const mode = (when.startsWith('=') ? MODES.ABS : 0) | (pinned === 'pinned' ? MODES.PINNED : 0);
    const time = BigInt(when.slice(1));
    const word = (n: bigint) => Number(BigInt.asIntN(32, n));
    this.machine.kernel.hrtimers.start(timer, word(time), word(time >> 32n), mode);
  }

  expired(): string {
    const { trace } = this.machine;
    const found: string[] = [];
    for (let i = trace.start; i < trace.end; i++) {
      if (trace.get(i, 3) !== TraceKind.timerExpire) continue;
      const name = [...this.made].find(([, h]) => h === trace.get(i, 4))?.[0];
      found.push(`${name}${trace.get(i, 2) & 0xff}`);
    }
    return found.join(' ');
  }
}

const ROWS = [
  ...RULES.map((row) => [...row, {}] as const),
  ...MIGRATIONS.map((row) => [...row, { idle_migration: true }] as const),
];

describe(`${ROWS.length} rules of hrtimers`, () => {
  it.each(ROWS)('%s: %s → %s', (_rule, script, expired, switches) => {
    const timers = new Timers(switches);
    timers.prepare(script);
    for (const text of script.split('; ')) timers.perform(text);
    timers.perform('wait');
    expect(timers.expired()).toBe(expired);
  });
});
