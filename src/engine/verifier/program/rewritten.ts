/**
 * What the kernel makes of the instructions of a program that was verified, as far as their number goes.
 * kernel: verifier.c convert_ctx_accesses(), do_misc_fixups(), opt_subreg_zext_lo32_rnd_hi32()
 */
import { contextAccess, contextLayout, socketLayout } from '../../abi/contexts.ts';
import { helperName } from '../../abi/helpers.ts';
import { BPF_F_INNER_MAP, mapTypeName } from '../../abi/map-types.ts';
import { programTypeName } from '../../abi/program-types.ts';
import { type FieldRewrite, fieldRewrite, HELPER_SIZES, KFUNC_SIZES, LOOKUP_SIZES } from '../../abi/rewrites.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import * as bpf from '../../isa/constants.ts';
import type { Verifier } from '../env.ts';
import { BPF_ALU_IMMEDIATE, BPF_ALU_NEG_VALUE, BPF_ALU_NON_POINTER, BPF_ALU_SANITIZE_SRC } from '../insns/sanitize.ts';
import { isPlainContext } from '../memory/ctx.ts';
import { isHelperCall, isMayGoto, isPseudoKfuncCall } from './code.ts';
import { CALL_MAP_POISON } from './insn-aux.ts';
import { PTR_TO_CTX } from './layout.ts';
import { readsUpperHalf } from './upper-half.ts';

const NARROW_ATOMIC = bpf.BPF_STX | bpf.BPF_ATOMIC | bpf.BPF_W;

/** Instructions that a live one becomes, calls of `bpf_loop` aside. */
export function rewrittenSize(v: Verifier, i: number): number {
  const barrier = v.aux.nospec[i];
  const group = bpf.classOf(v.code.opcode[i]);
  if (group === bpf.BPF_LDX || group === bpf.BPF_ST || group === bpf.BPF_STX) return barrier + accessSize(v, i, group);
  if (group === bpf.BPF_ALU || group === bpf.BPF_ALU64) return barrier + arithmeticSize(v, i);
  if (group === bpf.BPF_LD) return barrier + packetLoadSize(v, i);
  if (isMayGoto(v.code, i)) return barrier + MAY_GOTO;
  return barrier + callSize(v, i);
}

// ---- loads and stores

function accessSize(v: Verifier, i: number, group: number): number {
  const mode = bpf.modeOf(v.code.opcode[i]);
  if (mode === bpf.BPF_ATOMIC) return isExtendedExchange(v, i) ? 2 : 1;
  if (group !== bpf.BPF_LDX && v.aux.nospecResult[i] !== 0) return 2;
  const access = fieldAccess(v, i, group !== bpf.BPF_LDX);
  if (access === undefined) return 1;
  if (group !== bpf.BPF_LDX) return isPlainStore(v, i) ? 1 : access.writes;
  const intoBase = v.code.dst[i] === v.code.src[i] ? access.readsIntoBase : 0;
  return access.reads + intoBase + partSize(v, i, access) + (mode === bpf.BPF_MEMSX ? 1 : 0);
}

/** A narrow compare-and-exchange may leave the upper half of R0 as it is. */
const isExtendedExchange = (v: Verifier, i: number): boolean =>
  v.code.opcode[i] === NARROW_ATOMIC && v.code.imm[i] === bpf.BPF_CMPXCHG && readsUpperHalf(v, i);

/** How the kernel reads or writes the field of a context or socket; undefined for all other memory. */
export function fieldAccess(v: Verifier, i: number, isWrite: boolean): FieldRewrite | undefined {
  const ptrType = v.aux.ptrType[i];
  const isContext = ptrType === PTR_TO_CTX;
  if (isContext && isPlainContext(v)) return undefined;
  const layout = isContext ? contextLayout(v.progType, v.request.expectedAttachType) : socketLayout(ptrType);
  const field = layout && contextAccess(layout, v.code.off[i], sizeOfAccess(v, i), isWrite, false);
  if (layout === undefined || field === undefined) return undefined;
  const rewrite = fieldRewrite(layout.struct, field.name, programTypeName(v.progType));
  return field.name === TIME && readsTimeType(v) ? PLAIN_TIME : rewrite;
}

const BYTES: ReadonlyMap<number, number> = new Map([
  [bpf.BPF_B, 1],
  [bpf.BPF_H, 2],
  [bpf.BPF_W, 4],
  [bpf.BPF_DW, 8],
]);
const sizeOfAccess = (v: Verifier, i: number): number => BYTES.get(bpf.sizeOf(v.code.opcode[i])) ?? 0;

/** A program that asks what kind of time it is gets the time as it is. kernel: prog->tstamp_type_access */
const TIME = 'tstamp';
const TIME_TYPE_OFFSET = 180;
const PLAIN_TIME: FieldRewrite = { reads: 1, writes: 1, readsIntoBase: 0, bytes: 8, unit: 0 };

const readsTimeType = (v: Verifier): boolean =>
  v.code.opcode.some(
    (opcode, i) =>
      bpf.classOf(opcode) === bpf.BPF_LDX &&
      v.code.off[i] === TIME_TYPE_OFFSET &&
      v.aux.seen[i] !== 0 &&
      v.aux.ptrType[i] === PTR_TO_CTX,
  );

/** Only a queue that a register names is compared with the largest one. */
const QUEUE_MAPPING_OFFSET = 12;
const isPlainStore = (v: Verifier, i: number): boolean =>
  bpf.classOf(v.code.opcode[i]) === bpf.BPF_ST && v.code.off[i] === QUEUE_MAPPING_OFFSET;

/** A part of a field is shifted and masked. */
function partSize(v: Verifier, i: number, { bytes, unit }: FieldRewrite): number {
  const size = sizeOfAccess(v, i);
  const whole = v.aux.ctxFieldSize[i];
  if (size >= whole || size >= bytes) return 0;
  return (v.code.off[i] & ((unit || whole) - 1)) === 0 ? 1 : 2;
}

/** kernel: bpf_gen_ld_abs() */
function packetLoadSize(v: Verifier, i: number): number {
  const mode = bpf.modeOf(v.code.opcode[i]);
  if (mode === bpf.BPF_ABS) return 6;
  if (mode === bpf.BPF_IND) return v.code.imm[i] === 0 ? 6 : 7;
  return 1;
}

// ---- arithmetic

/** Divisions by a register, which may hold 0 or -1, by width and signedness. */
const DIVISIONS: ReadonlyMap<number, readonly [unsigned: number, signed: number]> = new Map([
  [bpf.BPF_ALU64 | bpf.BPF_X | bpf.BPF_DIV, [4, 8]],
  [bpf.BPF_ALU | bpf.BPF_X | bpf.BPF_DIV, [4, 8]],
  [bpf.BPF_ALU64 | bpf.BPF_X | bpf.BPF_MOD, [2, 7]],
  [bpf.BPF_ALU | bpf.BPF_X | bpf.BPF_MOD, [4, 9]],
]);

const MASKABLE: ReadonlySet<number> = new Set([
  bpf.BPF_ALU64 | bpf.BPF_X | bpf.BPF_ADD,
  bpf.BPF_ALU64 | bpf.BPF_X | bpf.BPF_SUB,
]);

function arithmeticSize(v: Verifier, i: number): number {
  const opcode = v.code.opcode[i];
  const division = DIVISIONS.get(opcode);
  if (division !== undefined) return division[v.code.off[i] === 1 ? 1 : 0];
  return MASKABLE.has(opcode) ? maskedSize(v.aux.aluState[i]) : 1;
}

/** Pointer arithmetic that speculation must not lead out of bounds. */
function maskedSize(aluState: number): number {
  if (aluState === 0 || aluState === BPF_ALU_NON_POINTER) return 1;
  const isSource = (aluState & BPF_ALU_SANITIZE_SRC) !== 0;
  const copy = isSource ? 0 : 1;
  if ((aluState & BPF_ALU_IMMEDIATE) !== 0) return 2 + copy;
  const negations = (aluState & BPF_ALU_NEG_VALUE) === 0 ? 0 : isSource ? 2 : 1;
  return 7 + copy + negations;
}

// ---- calls

/** Time and rounds are looked at. kernel: arch_bpf_timed_may_goto() */
const MAY_GOTO = 7;
/** What a function with a `may_goto` that is not dead begins with. */
export const MAY_GOTO_START = 2;

function callSize(v: Verifier, i: number): number {
  const { code } = v;
  if (isPseudoKfuncCall(code, i)) return sizeIn(KFUNC_SIZES, vmlinuxBtf().name(code.imm[i]) ?? '');
  if (!isHelperCall(code, i)) return 1;
  const name = helperName(code.imm[i]);
  if (v.aux.callWithPercpuAllocPtr[i] !== 0) return 2;
  if (name === 'bpf_map_lookup_elem') return lookupSize(v, i);
  return name === 'bpf_tail_call' && !v.bypassSpecV1 ? 3 : sizeIn(HELPER_SIZES, name);
}

const sizeIn = (sizes: Readonly<Record<string, number>>, name: string): number =>
  Object.hasOwn(sizes, name) ? sizes[name] : 1;

function lookupSize(v: Verifier, i: number): number {
  const number = v.aux.callMap[i];
  if (number === CALL_MAP_POISON || number === 0) return 1;
  const map = v.mapTable[number - 1];
  const type = mapTypeName(map.type);
  const isInner = type === 'array' && (map.flags & BPF_F_INNER_MAP) !== 0;
  if (isInner || !Object.hasOwn(LOOKUP_SIZES, type)) return 1;
  return v.bypassSpecV1 ? LOOKUP_SIZES[type].size : LOOKUP_SIZES[type].masked;
}
