/**
 * A program while it is made: its items, and what the maker believes registers hold. Belief is only a guide: a wrong
 * one makes a program that is refused, and those are wanted too.
 */
import type { Random } from '../lib/random.ts';
import { MAPS, TYPES } from './catalogue.ts';
import * as insn from './instructions.ts';
import type { Item } from './item.ts';

/** What a register is believed to hold. */
export interface Held {
  readonly is: 'nothing' | 'number' | 'ctx' | 'value' | 'memory' | 'packet' | 'object' | 'stack';
  /** Of a value: its map. Of an object: the kernel's struct. */
  readonly name?: string;
  /** Bytes that may be read. */
  readonly size?: number;
}

export const NOTHING: Held = { is: 'nothing' };
export const NUMBER: Held = { is: 'number' };

/** A place that items lead to. */
export interface Label {
  at: number;
}

interface PendingFunction {
  readonly label: Label;
  readonly type: string;
}

/** Where functions and callbacks begin, with their types. */
export interface FunctionStart {
  readonly item: number;
  readonly type: string;
}

/** Makes some items; `body` makes up to so many random productions inside of it. */
export type Production = (b: Builder, body: (count: number) => void) => void;

/** A production with how often it is taken, beside the others. */
export interface Rule {
  readonly weight: number;
  readonly make: Production;
  /** What R6 or R7 must hold for it to make sense. */
  readonly needs?: 'ctx' | 'value';
}

export type Rules = Readonly<Record<string, Rule>>;

/** R6 keeps the context, R7 a map value; the others come and go. */
export const CONTEXT = 6;
export const VALUE = 7;
const SCRATCH: readonly number[] = [0, 1, 2, 3, 4, 5, 8, 9];
const KEPT: readonly number[] = [8, 9];
const FRAME = 10;
/** Bytes of stack that functions clear at their start. */
export const STACK = 64;

/** Types whose programs may not use timers, locks and the like. */
const PLAIN_TYPES: readonly string[] = [
  'socket_filter',
  'kprobe',
  'tracepoint',
  'raw_tracepoint',
  'raw_tracepoint_writable',
  'perf_event',
];

const CONSTANTS: readonly number[] = [
  0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 48, 56, 60, 63, 64, 65, 100, 255, 256, 0xffff, 0x7fffffff, -1, -2, -8, -16, -63,
  -64, -128, -0x80000000,
];

export class Builder {
  readonly random: Random;
  readonly programType: string;
  readonly isSleepable: boolean;
  readonly items: Item[] = [];
  readonly maps: string[] = [];
  readonly starts: FunctionStart[] = [];
  /** Productions that took part. */
  readonly used = new Set<string>();
  /** What a run gives is the same wherever and whenever it is made. */
  isRepeatable = true;
  /** Jumps that lead back in a loop whose end nobody counted. */
  hasOpenLoop = false;
  /** Nesting of the production that works. */
  depth = 0;
  /** Type of the function that is made. */
  functionType = 'main';
  held: Held[] = [];
  private readonly pendingFunctions: PendingFunction[] = [];
  private readonly leads: { readonly item: number; readonly label: Label }[] = [];
  private readonly locked = new Set<number>();

  constructor(random: Random, programType: string, isSleepable: boolean) {
    this.random = random;
    this.programType = programType;
    this.isSleepable = isSleepable;
    this.forgetAll();
  }

  /** Programs of this type may not use special fields. */
  get isPlain(): boolean {
    return PLAIN_TYPES.includes(this.programType);
  }

  // ---- dice

  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.random.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return this.random.pick(items);
  }

  constant(): number {
    if (this.chance(75)) return this.pick(CONSTANTS);
    return this.chance(80) ? this.random.below(400) - 200 : this.random.next() | 0;
  }

  // ---- items

  emit(...items: readonly Item[]): void {
    this.items.push(...items);
  }

  label(): Label {
    return { at: -1 };
  }

  place(label: Label): void {
    label.at = this.items.length;
  }

  /** An item that leads to a label. */
  lead(item: Item, label: Label): void {
    this.leads.push({ item: this.items.length, label });
    this.items.push(item);
  }

  /** The finished items. */
  finish(): readonly Item[] {
    const items = [...this.items];
    for (const { item, label } of this.leads) items[item] = { ...items[item], target: label.at };
    return items;
  }

  mapIndex(name: string): number {
    const known = this.maps.indexOf(name);
    return known >= 0 ? known : this.maps.push(name) - 1;
  }

  // ---- functions

  /** A function that will be made later. */
  functionOf(type: string): Label {
    const label = this.label();
    this.pendingFunctions.push({ label, type });
    return label;
  }

  /** A function that some place calls already and that is still to be made; undefined if there is none. */
  sharedFunction(types: RegExp): { readonly label: Label; readonly type: string } | undefined {
    const shared = this.pendingFunctions.filter(({ type }) => types.test(type));
    return shared.length === 0 ? undefined : this.pick(shared);
  }

  /** The next function to make, already begun; undefined if none is left. */
  beginNextFunction(): string | undefined {
    const next = this.pendingFunctions.shift();
    if (next === undefined) return undefined;
    this.place(next.label);
    this.beginFunction(next.type);
    return next.type;
  }

  beginFunction(type: string): void {
    this.starts.push({ item: this.items.length, type });
    this.functionType = type;
    this.forgetAll();
    TYPES.functions[type].params.forEach((_, i) => {
      this.held[1 + i] = NUMBER;
    });
  }

  // ---- registers

  private forgetAll(): void {
    this.held = Array.from({ length: 11 }, () => NOTHING);
    this.held[FRAME] = { is: 'stack' };
  }

  /** What calls do to registers: R0 holds `result`. */
  afterCall(result: Held = NUMBER): void {
    this.held[0] = result;
    for (let r = 1; r <= 5; r++) this.held[r] = NOTHING;
  }

  /** True if R6 keeps the context, or R7 a value. */
  has(what: 'ctx' | 'value'): boolean {
    return this.held[what === 'ctx' ? CONTEXT : VALUE].is === what;
  }

  set(register: number, held: Held): void {
    this.held[register] = held;
  }

  /** Runs `make` while nobody else writes `register`. */
  withLocked(register: number, make: () => void): void {
    const wasLocked = this.locked.has(register);
    this.locked.add(register);
    make();
    if (!wasLocked) this.locked.delete(register);
  }

  /** A register to write. */
  target(): number {
    const free = SCRATCH.filter((register) => !this.locked.has(register));
    return this.pick(free);
  }

  /** A register that survives calls and is free now; undefined if all are taken. */
  keeper(): number | undefined {
    return KEPT.find((register) => !this.locked.has(register));
  }

  /** Registers of which `test` holds. */
  holding(test: (held: Held) => boolean): readonly number[] {
    return this.held.flatMap((held, register) => (test(held) ? [register] : []));
  }

  /** A register with a number; now and then another one. */
  number(): number {
    if (this.chance(1)) {
      this.isRepeatable = false;
      return this.random.below(11);
    }
    const numbers = this.holding(({ is }) => is === 'number');
    if (numbers.length > 0 && this.chance(90)) return this.pick(numbers);
    const register = this.target();
    this.loadNumber(register);
    return register;
  }

  /** A register that survives calls and holds something, or the frame pointer. */
  anyPointer(): number {
    return this.pick(this.holding(({ is }) => is !== 'nothing' && is !== 'number').filter((register) => register > 5));
  }

  /** A number that may be written, too. */
  ownNumber(): number {
    const numbers = this.holding(({ is }) => is === 'number').filter((register) => !this.locked.has(register));
    if (numbers.length > 0 && this.chance(85)) return this.pick(numbers);
    const register = this.target();
    this.loadNumber(register);
    return register;
  }

  /** Puts some number into a register: known, or read from somewhere. */
  loadNumber(register: number): void {
    const { size, offset } = this.slot(STACK);
    const canRead = this.held[VALUE].is === 'value';
    const others = this.holding(({ is }) => is === 'number').filter((each) => each !== register);
    if (others.length > 0 && this.chance(15)) this.emit(insn.mov(register, this.pick(others)));
    else if (canRead && this.chance(55)) this.emit(this.anyLoad(register, VALUE, this.held[VALUE].size ?? 8));
    else if (this.chance(25)) this.emit(insn.load(size, register, FRAME, offset - STACK));
    else this.emit(insn.movImm(register, this.constant()));
    this.set(register, NUMBER);
  }

  /** An aligned access to some of `bytes` bytes. */
  slot(bytes: number): { readonly size: number; readonly offset: number } {
    const size = this.pick([1, 2, 4, 4, 8, 8].filter((each) => each <= bytes));
    return { size, offset: size * this.random.below(Math.floor(bytes / size)) };
  }

  private anyLoad(dst: number, base: number, bytes: number): Item {
    const { size, offset } = this.slot(bytes);
    return size < 8 && this.chance(20) ? insn.loadSigned(size, dst, base, offset) : insn.load(size, dst, base, offset);
  }

  // ---- memory and maps

  /** R`register` = the frame pointer and `offset`. */
  stackAddress(register: number, offset: number): void {
    this.emit(insn.mov(register, FRAME), insn.addImm(register, offset));
    this.set(register, { is: 'stack' });
  }

  mapAddress(register: number, name: string): void {
    this.emit(insn.mapAddress(register, this.mapIndex(name)));
    this.set(register, NOTHING);
  }

  /** R0 = the value of a key of a map, checked for NULL unless forgotten; the rest of the program is skipped without one. */
  lookup(name: string, missing: Label, key = this.chance(90) ? 0 : this.constant()): void {
    this.emit(insn.storeImm(8, FRAME, -8, key));
    this.stackAddress(2, -8);
    this.mapAddress(1, name);
    this.emit(insn.call(1));
    if (!this.chance(2)) this.lead(insn.jumpImm(0x15, 0, 0), missing);
    this.afterCall({ is: 'value', name, size: MAPS[name].valueSize });
  }

  /** What two paths agree on. */
  join(other: readonly Held[]): void {
    this.held = this.held.map((held, i) => (held.is === other[i].is && held.name === other[i].name ? held : NOTHING));
  }
}
