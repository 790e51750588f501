/**
 * The text of the verifier's log: instructions, source lines, registers, states.
 * kernel: log.c; verifier.c verbose_insn(), verbose_invalid_scalar()
 */
import { helperName } from '../../abi/helpers.ts';
import { BPF_MAP_TYPE_ARENA } from '../../abi/map-types.ts';
import { BPF_PSEUDO_KFUNC_CALL } from '../../isa/constants.ts';
import type { Code } from '../../isa/insn.ts';
import type { Names } from '../../isa/print.ts';
import { isMapValue, printInsn, verifierImm64 } from '../../isa/print.ts';
import { kfuncName } from '../calls/kfunc-names.ts';
import type { FuncState, Verifier, VerifierState } from '../env.ts';
import { btfOf, frameReg, mapOf, markVerifierStateClean, slotAt, slotCount } from '../env.ts';
import * as t from '../program/layout.ts';
import { BPF_ADD_CONST } from '../states/linked.ts';
import { slotType } from '../states/stack-slots.ts';
import { s32Text, snumText, tnumStrn, unumText } from '../values/number-text.ts';
import { tnumIsConst, tnumIsUnknown } from '../values/tnum.ts';
import { toBigS64, toNumberS64 } from '../values/word64.ts';
import { dynptrTypeStr, iterStateStr, iterTypeStr, regTypeStr, SLOT_TYPE_CHARS } from './log-names.ts';

/** Columns that an instruction's text takes at least, and between it and the state behind it. */
const BPF_LOG_ALIGNMENT = 40;
const BPF_LOG_MIN_ALIGNMENT = 8;

/** kernel: disasm.c __func_get_name() */
function calledName({ src, imm }: Code, i: number): string {
  if (src[i] === BPF_PSEUDO_KFUNC_CALL) return kfuncName(imm[i]);
  return src[i] === 0 ? helperName(imm[i]) : 'unknown';
}

/** Addresses in an arena are those that user space sees. kernel: arena.c arena_map_direct_value_addr() */
function imm64Text(v: Verifier, i: number): string {
  const { code } = v;
  const map = isMapValue(code.src[i]) ? v.request.maps[code.imm[i]] : undefined;
  if (map?.type !== BPF_MAP_TYPE_ARENA) return verifierImm64(code, i);
  return `0x${(map.mapExtra + BigInt(code.imm[i + 1] >>> 0)).toString(16)}`;
}

const namesOf = (v: Verifier): Names => ({ call: calledName, imm64: (_, i) => imm64Text(v, i) });

/** Prints an instruction without its number. kernel: verifier.c verbose_insn() */
export function verboseInsn(v: Verifier, i: number): void {
  const text = v.insnTexts[i] ?? `${printInsn(v.code, i, namesOf(v))}\n`;
  v.insnTexts[i] = text;
  v.verbose(text);
}

/** Index of the record of line_info that covers an instruction; -1 without line_info. kernel: log.c find_linfo() */
function findLinfo(v: Verifier, insnIdx: number): number {
  if (!v.hasLineInfo || insnIdx >= v.code.length) return -1;
  const lines = v.request.lineInfo;
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = low + ((high - low + 1) >> 1);
    if (lines[middle].insn <= insnIdx) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Prints the source line of an instruction after `prefix`, unless it is the one printed last. kernel: log.c verbose_linfo() */
export function verboseLinfo(v: Verifier, insnIdx: number, prefix: string): void {
  if (v.log.level === 0) return;
  const at = findLinfo(v, insnIdx);
  if (at < 0 || at === v.prevLinfo) return;
  const lines = v.request.lineInfo;
  const line = lines[at];
  if (v.prevLinfo >= 0) {
    const previous = lines[v.prevLinfo];
    if (previous.fileNameOff === line.fileNameOff && previous.lineCol >>> 10 === line.lineCol >>> 10) return;
  }
  const btf = v.request.btf;
  const text = btf?.string(line.lineOff).replace(/^[\s]+/, '') ?? '';
  const path = btf?.string(line.fileNameOff) ?? '';
  v.verbose(`${prefix}${text} @ ${path.slice(path.lastIndexOf('/') + 1)}:${line.lineCol >>> 10}\n`);
  v.prevLinfo = at;
}

const U32 = 0x1_0000_0000;

/** Bounds that say something, in the kernel's order; equal ones of the same column share a value: `smin=smin32=0`. */
function rangesText(w: Int32Array, r: number): string[] {
  const bounds = boundsOf(w, r);
  const texts: string[] = [];
  for (let i = 0; i < bounds.length; i++) {
    if (bounds[i].omit) continue;
    let names = `${bounds[i].name}=`;
    for (let j = i + 2; j < bounds.length; j += 2) {
      const other = bounds[j];
      if (other.omit || other.low !== bounds[i].low || other.high !== bounds[i].high) continue;
      if (other.isNegative !== bounds[i].isNegative) continue;
      other.omit = true;
      names += `${other.name}=`;
    }
    texts.push(names + bounds[i].text());
  }
  return texts;
}

interface Bound {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly isNegative: boolean;
  omit: boolean;
  text(): string;
}

const S64_HIGH_MIN = -0x80000000;
const S64_HIGH_MAX = 0x7fffffff;

function boundsOf(w: Int32Array, r: number): readonly Bound[] {
  const signed = (name: string, at: number, limitLow: number, limitHigh: number): Bound => {
    const [low, high] = [w[r + at], w[r + at + 1]];
    const omit = low === limitLow && high === limitHigh;
    return { name, low, high, isNegative: high < 0, omit, text: () => snumText(low, high) };
  };
  const unsigned = (name: string, at: number, limit: number): Bound => {
    const [low, high] = [w[r + at], w[r + at + 1]];
    return {
      name,
      low,
      high,
      isNegative: false,
      omit: low === limit && high === limit,
      text: () => unumText(low, high),
    };
  };
  // A 32-bit number that is shown in hexadecimal is not sign-extended, so it then counts as positive.
  const signed32 = (name: string, at: number, limit: number): Bound => {
    const low = w[r + at];
    const high = low >= -32768 ? low >> 31 : 0;
    return { name, low, high, isNegative: high < 0, omit: low === limit, text: () => s32Text(low) };
  };
  const unsigned32 = (name: string, at: number, limit: number): Bound => {
    const low = w[r + at];
    return { name, low, high: 0, isNegative: false, omit: low === limit, text: () => unumText(low, 0) };
  };
  return [
    signed('smin', t.SMIN, 0, S64_HIGH_MIN),
    signed('smax', t.SMAX, -1, S64_HIGH_MAX),
    unsigned('umin', t.UMIN, 0),
    unsigned('umax', t.UMAX, -1),
    signed32('smin32', t.S32MIN, S64_HIGH_MIN),
    signed32('smax32', t.S32MAX, S64_HIGH_MAX),
    unsigned32('umin32', t.U32MIN, 0),
    unsigned32('umax32', t.U32MAX, -1),
  ];
}

/** Bits of an id that say the register is another one plus a constant. */
const ID_FLAGS = BPF_ADD_CONST;

/** A register as the log shows it; `frameno` is the frame it is shown in. kernel: log.c print_reg_state() */
export function regText(v: Verifier, r: number, frameno: number): string {
  const w = v.w;
  const type = w[r + t.TYPE];
  const isKnown = tnumIsConst(w, r + t.TNUM_VALUE);
  if (type === t.SCALAR_VALUE) {
    const precise = w[r + t.PRECISE] !== 0 ? 'P' : '';
    if (isKnown) return precise + snumText(w[r + t.TNUM_VALUE], w[r + t.TNUM_VALUE + 1]);
    return `${precise}scalar(${attributes(v, r, type).join(',')})`;
  }
  let text = regTypeStr(type);
  if (type === t.PTR_TO_ARENA) return text;
  if (type === t.PTR_TO_STACK) {
    if (w[r + t.FRAMENO] !== frameno) text += `[${w[r + t.FRAMENO]}]`;
    if (isKnown) return text + offsetText(toNumberS64(w, r + t.TNUM_VALUE) + w[r + t.OFF]);
  }
  if (t.baseType(type) === t.PTR_TO_BTF_ID) text += btfOf(v, r).name(w[r + t.BTF_ID]);
  return `${text}(${attributes(v, r, type).join(',')})`;
}

const offsetText = (value: number): string => snumText((value % U32) | 0, Math.floor(value / U32) | 0);

function attributes(v: Verifier, r: number, type: number): string[] {
  const w = v.w;
  const texts: string[] = [];
  const id = w[r + t.ID];
  if (id !== 0) texts.push(`id=${id & ~ID_FLAGS}`);
  if ((id & ID_FLAGS) !== 0) texts[0] += signedText(w[r + t.OFF]);
  if (w[r + t.REF_OBJ_ID] !== 0) texts.push(`ref_obj_id=${w[r + t.REF_OBJ_ID]}`);
  if (type !== t.SCALAR_VALUE) pointerAttributes(v, r, type, texts);
  if (tnumIsConst(w, r + t.TNUM_VALUE)) {
    const [low, high] = [w[r + t.TNUM_VALUE], w[r + t.TNUM_VALUE + 1]];
    if ((low | high) !== 0) texts.push(`imm=${snumText(low, high)}`);
    return texts;
  }
  texts.push(...rangesText(w, r));
  if (!tnumIsUnknown(w, r + t.TNUM_VALUE)) texts.push(`var_off=${tnumStrn(w, r + t.TNUM_VALUE)}`);
  return texts;
}

const signedText = (value: number): string => (value < 0 ? String(value) : `+${value}`);

/** The template of inner maps has no name. */
const isInnerMap = (v: Verifier, r: number): boolean => v.w[r + t.MAP_PTR] > v.request.maps.length;

function pointerAttributes(v: Verifier, r: number, type: number, texts: string[]): void {
  const w = v.w;
  const base = t.baseType(type);
  if (base === t.PTR_TO_BTF_ID && (type & t.MEM_ALLOC) !== 0 && (type & t.NON_OWN_REF) !== 0) texts.push('non_own_ref');
  if (base === t.CONST_PTR_TO_MAP || base === t.PTR_TO_MAP_KEY || base === t.PTR_TO_MAP_VALUE) {
    const map = mapOf(v, r);
    if (map.name !== '' && !isInnerMap(v, r)) texts.push(`map=${map.name}`);
    texts.push(`ks=${map.keySize},vs=${map.valueSize}`);
  }
  if (w[r + t.OFF] !== 0) texts.push(`off=${snumText(w[r + t.OFF], w[r + t.OFF] >> 31)}`);
  if (base === t.PTR_TO_PACKET || base === t.PTR_TO_PACKET_META) {
    texts.push(`r=${unumText(w[r + t.RANGE], w[r + t.RANGE] >> 31)}`);
  }
  if (base === t.PTR_TO_MEM) texts.push(`sz=${unumText(w[r + t.MEM_SIZE], 0)}`);
  if (type === t.CONST_PTR_TO_DYNPTR) texts.push(`type=${dynptrTypeStr(w[r + t.DYNPTR_TYPE])}`);
}

/** The slots of a frame as the log shows them, each after a blank. */
export function stackText(v: Verifier, func: FuncState, printAll: boolean): string {
  let text = '';
  for (let spi = 0; spi < slotCount(func); spi++) {
    if (!printAll && !isSlotScratched(v, spi)) continue;
    const slot = slotAt(func, spi);
    if ((v.w[slot + t.SLOT_TYPES] | v.w[slot + t.SLOT_TYPES + 1]) === 0) continue;
    const type = slotType(v.w, slot, 7);
    // A dynptr is two slots; the second, with the higher number, has what there is to show.
    if (type === t.STACK_DYNPTR) spi++;
    text += slotText(v, func, spi, type);
  }
  return text;
}

const isSlotScratched = (v: Verifier, spi: number): boolean =>
  ((spi < 32 ? v.scratchedSlotsLow : v.scratchedSlotsHigh) & (1 << (spi & 31))) !== 0;

function slotText(v: Verifier, func: FuncState, spi: number, type: number): string {
  const slot = slotAt(func, spi);
  const name = ` fp${-(spi + 1) * 8}`;
  switch (type) {
    case t.STACK_SPILL:
      return `${name}=${slotChars(v.w, slot, true)}${regText(v, slot, func.frameno)}`;
    case t.STACK_DYNPTR:
      return `${name}=${dynptrText(v.w, slot)}`;
    case t.STACK_ITER:
      return v.w[slot + t.REF_OBJ_ID] === 0 ? '' : `${name}=${iterText(v, slot)}`;
    default:
      return `${name}=${slotChars(v.w, slot, false)}`;
  }
}

/** One character for each byte; with `untilSpill` only those below the spilled register. */
function slotChars(w: Int32Array, slot: number, untilSpill: boolean): string {
  let text = '';
  for (let i = 0; i < 8; i++) {
    const type = slotType(w, slot, i);
    if (untilSpill && type === t.STACK_SPILL) break;
    text += SLOT_TYPE_CHARS[type];
  }
  return text;
}

function dynptrText(w: Int32Array, slot: number): string {
  const texts: string[] = [];
  if (w[slot + t.ID] !== 0) texts.push(`id=${w[slot + t.ID]}`);
  if (w[slot + t.REF_OBJ_ID] !== 0) texts.push(`ref_id=${w[slot + t.REF_OBJ_ID]}`);
  // The kernel's union makes `first_slot` show under this name.
  if (w[slot + t.DYNPTR_ID] !== 0) texts.push(`dynptr_id=${w[slot + t.DYNPTR_ID]}`);
  return `dynptr_${dynptrTypeStr(w[slot + t.DYNPTR_TYPE])}(${texts.join(',')})`;
}

function iterText(v: Verifier, slot: number): string {
  const w = v.w;
  const state = w[slot + t.ITER];
  const name = iterTypeStr(btfOf(v, slot), w[slot + t.BTF_ID]);
  return `iter_${name}(ref_id=${w[slot + t.REF_OBJ_ID]},state=${iterStateStr(state & 3)},depth=${state >>> 2})`;
}

/**
 * Prints a frame of a state: all of it, or what was touched since the last time. kernel: log.c print_verifier_state()
 */
export function printVerifierState(v: Verifier, state: VerifierState, frameno: number, printAll: boolean): void {
  if (v.log.level === 0) return;
  const func = state.frames[frameno];
  let text = func.frameno === 0 ? '' : ` frame${func.frameno}:`;
  for (let regno = 0; regno < t.MAX_BPF_REG; regno++) {
    const r = frameReg(func, regno);
    if (v.w[r + t.TYPE] === t.NOT_INIT) continue;
    if (!printAll && (v.scratchedRegs & (1 << regno)) === 0) continue;
    text += ` R${regno}=${regText(v, r, func.frameno)}`;
  }
  text += stackText(v, func, printAll) + refsText(state);
  if (func.inCallbackFn) text += ' cb';
  if (func.inAsyncCallbackFn) text += ' async_cb';
  v.verbose(`${text}\n`);
  if (!printAll) markVerifierStateClean(v);
}

function refsText(state: VerifierState): string {
  if (state.refs.length === 0 || state.refs[0].id === 0) return '';
  const ids = state.refs.filter((ref, i) => i === 0 || ref.id !== 0).map((ref) => ref.id);
  return ` refs=${ids.join(',')}`;
}

/** Blanks between an instruction of `length` characters and the state behind it. kernel: log.c vlog_alignment() */
function alignment(length: number): number {
  const wanted = Math.max(length + BPF_LOG_MIN_ALIGNMENT / 2, BPF_LOG_ALIGNMENT);
  return Math.ceil(wanted / BPF_LOG_MIN_ALIGNMENT) * BPF_LOG_MIN_ALIGNMENT - length - 1;
}

/** Prints what changed: behind the instruction if nothing was printed since, else on a line of its own. kernel: print_insn_state() */
export function printInsnState(v: Verifier, state: VerifierState, frameno: number): void {
  if (v.prevLogPos !== 0 && v.prevLogPos === v.log.end) {
    v.log.reset(v.prevLogPos - 1);
    v.verbose(`${' '.repeat(alignment(v.prevInsnPrintPos))};`);
  } else {
    v.verbose(`${v.insnIdx}:`);
  }
  printVerifierState(v, state, frameno, false);
}

/** Prints an instruction with its number and, before it, what changed and its source line. */
export function printInsnLine(v: Verifier): void {
  if ((v.scratchedRegs | v.scratchedSlotsLow | v.scratchedSlotsHigh) !== 0) printInsnState(v, v.cur, v.cur.curframe);
  verboseLinfo(v, v.insnIdx, '; ');
  const start = v.log.end;
  v.verbose(`${v.insnIdx}: `);
  verboseInsn(v, v.insnIdx);
  v.prevInsnPrintPos = v.log.end - start;
  v.prevLogPos = v.log.end;
}

/**
 * A value outside of [min, max] in a place where only those are allowed: `context the register name has …`.
 * kernel: verifier.c verbose_invalid_scalar()
 */
export function verboseInvalidScalar(
  v: Verifier,
  r: number,
  min: number,
  max: number,
  context: string,
  name: string,
): void {
  const w = v.w;
  let known = '';
  if (w[r + t.SMIN] !== 0 || w[r + t.SMIN + 1] !== S64_HIGH_MIN) known += ` smin=${toBigS64(w, r + t.SMIN)}`;
  if (w[r + t.SMAX] !== -1 || w[r + t.SMAX + 1] !== S64_HIGH_MAX) known += ` smax=${toBigS64(w, r + t.SMAX)}`;
  if (known === '') known = ' unknown scalar value';
  v.verbose(`${context} the register ${name} has${known} should have been in [${min}, ${max}]\n`);
}
