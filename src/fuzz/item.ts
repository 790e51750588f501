/**
 * A program as items: one an instruction, also for those of two slots. Jumps, calls of functions and addresses of
 * functions name the item they lead to, so that items can be put in and taken out.
 */
import * as bpf from '../engine/isa/constants.ts';
import { decode } from '../engine/isa/insn.ts';
import { fromHex } from '../lib/bytes.ts';

export interface Item {
  readonly opcode: number;
  readonly dst: number;
  readonly src: number;
  readonly off: number;
  readonly imm: number;
  /** The second slot of a 64-bit load. */
  readonly high?: number;
  /** Index of the item that it leads to; the number of items for the end. */
  readonly target?: number;
  /** A function or variable of the kernel, whose id differs from kernel to kernel. */
  readonly kernelName?: string;
}

/** A load of two slots. A load that damage made of something else lacks its second one. */
export const isLongLoad = ({ opcode, high }: Item): boolean => opcode === bpf.LD_IMM64 && high !== undefined;

const CALL = bpf.BPF_JMP | bpf.BPF_CALL;
const GOTOL = bpf.BPF_JMP32 | bpf.BPF_JA;

/** The field that says where an item leads to; undefined for items that go on. */
export function targetField({ opcode, src }: Item): 'off' | 'imm' | undefined {
  if (opcode === bpf.LD_IMM64) return src === bpf.BPF_PSEUDO_FUNC ? 'imm' : undefined;
  const insnClass = bpf.classOf(opcode);
  if (insnClass !== bpf.BPF_JMP && insnClass !== bpf.BPF_JMP32) return undefined;
  if (opcode === CALL) return src === bpf.BPF_PSEUDO_CALL ? 'imm' : undefined;
  if (bpf.opOf(opcode) === bpf.BPF_EXIT || bpf.opOf(opcode) === bpf.BPF_CALL) return undefined;
  return opcode === GOTOL ? 'imm' : 'off';
}

/** Slot of each item, and of the end. */
export function slotsOf(items: readonly Item[]): readonly number[] {
  const slots = [0];
  for (const item of items) slots.push(slots[slots.length - 1] + (isLongLoad(item) ? 2 : 1));
  return slots;
}

/** The instructions as hex; `idOf` gives what stands for a name of the kernel. */
export function encodeItems(items: readonly Item[], idOf: (kernelName: string) => number): string {
  const slots = slotsOf(items);
  return items
    .map((item, i) => {
      const { off, imm } = resolved(item, slots, i);
      const first = slotHex(item.opcode, item.dst, item.src, off, idOrImm(item, imm, idOf));
      return isLongLoad(item) ? first + slotHex(0, 0, 0, 0, item.high ?? 0) : first;
    })
    .join('');
}

/** Damaged items name nothing of the kernel any more. */
const namesKernel = ({ kernelName, opcode, src }: Item): boolean =>
  kernelName !== undefined &&
  ((opcode === CALL && src === bpf.BPF_PSEUDO_KFUNC_CALL) ||
    (opcode === bpf.LD_IMM64 && src === bpf.BPF_PSEUDO_BTF_ID));

const idOrImm = (item: Item, imm: number, idOf: (kernelName: string) => number): number =>
  item.kernelName !== undefined && namesKernel(item) ? idOf(item.kernelName) : imm;

function resolved(item: Item, slots: readonly number[], i: number): { readonly off: number; readonly imm: number } {
  const name = item.target === undefined ? undefined : targetField(item);
  if (item.target === undefined || name === undefined) return item;
  const distance = slots[item.target] - slots[i] - 1;
  return name === 'off' ? { off: distance, imm: item.imm } : { off: item.off, imm: distance };
}

const scratch = new DataView(new ArrayBuffer(8));

function slotHex(opcode: number, dst: number, src: number, off: number, imm: number): string {
  scratch.setUint8(0, opcode);
  scratch.setUint8(1, (dst & 15) | (src << 4));
  scratch.setInt16(2, off, true);
  scratch.setInt32(4, imm, true);
  return hexOfWord(scratch.getUint32(0)) + hexOfWord(scratch.getUint32(4));
}

const hexOfWord = (word: number): string => word.toString(16).padStart(8, '0');

/** A word in hex, little endian. */
export const littleEndian = (word: number): string =>
  [0, 8, 16, 24].map((shift) => ((word >>> shift) & 255).toString(16).padStart(2, '0')).join('');

/** The items of instructions; names of the kernel by slot. */
export function decodeItems(hex: string, names: Readonly<Record<string, string>> = {}): readonly Item[] {
  const code = decode(fromHex(hex) ?? new Uint8Array(0));
  const items: Item[] = [];
  const itemAt: number[] = [];
  for (let slot = 0; slot < code.length; slot++) {
    itemAt[slot] = items.length;
    const [opcode, dst, src] = [code.opcode[slot], code.dst[slot], code.src[slot]];
    const name = names[String(slot)];
    const item = { opcode, dst, src, off: code.off[slot], imm: code.imm[slot] };
    const named = name === undefined ? item : { ...item, kernelName: name };
    if (opcode !== bpf.LD_IMM64) items.push(named);
    else items.push({ ...named, ...(slot + 1 < code.length && { high: code.imm[++slot] }) });
  }
  itemAt[code.length] = items.length;
  const slots = slotsOf(items);
  return items.map((item, i) => {
    const name = targetField(item);
    const target = name === undefined ? undefined : itemAt[slots[i] + 1 + item[name]];
    return target === undefined ? item : { ...item, target };
  });
}

/** Names of the kernel by slot. */
export function kernelNames(items: readonly Item[]): Readonly<Record<string, string>> {
  const slots = slotsOf(items);
  const named = items.flatMap((item, i) => (namesKernel(item) ? [[slots[i], item.kernelName]] : []));
  return Object.fromEntries(named);
}

/** The items without those from `start` to `end`; what led to them leads to what follows. */
export function withoutItems(items: readonly Item[], start: number, end: number): readonly Item[] {
  const moved = (target: number): number => (target <= start ? target : Math.max(start, target - (end - start)));
  return items
    .filter((_, i) => i < start || i >= end)
    .map((item) => (item.target === undefined ? item : { ...item, target: moved(item.target) }));
}
