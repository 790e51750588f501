/** Writing a relocation's number into its instruction. libbpf: relo_core.c bpf_core_patch_insn() */
import { unreachable } from '../../../lib/assert.ts';
import { EINVAL, ERANGE } from '../../abi/errno.ts';
import { LD_IMM64 } from '../../isa/constants.ts';
import { INSN_SIZE } from '../../isa/insn.ts';
import type { Patch } from './value.ts';

/** Why an instruction cannot be changed: a positive errno, and libbpf's words behind `prog 'x': relo #1: `. */
export interface PatchFailure {
  readonly errno: number;
  readonly message: string;
}

/** The number of a helper that there is none of: 0xbad2310, "bad relo". */
export const POISON = 195896080;

const CALL = 0x85;
const MAX_OFFSET = 0x7fff;
const CLASSES = ['ld', 'ldx', 'st', 'stx', 'alu', 'jmp', 'jmp32', 'alu64'] as const;

/** Bytes by the size bits of a memory access. */
const SIZE_BITS: ReadonlyMap<number, number> = new Map([
  [4, 0x00],
  [2, 0x08],
  [1, 0x10],
  [8, 0x18],
]);
const SIZE_MASK = 0x18;

/** Changes instruction `insn` of `code`; what is said of it even if it goes well is added to `warnings`. */
export function patchInsn(code: DataView, insn: number, patch: Patch, warnings: string[]): PatchFailure | undefined {
  const at = insn * INSN_SIZE;
  const kind = CLASSES[code.getUint8(at) & 7];
  switch (kind) {
    case 'alu':
    case 'alu64':
      return patchArithmetic(code, insn, patch);
    case 'ldx':
    case 'st':
    case 'stx':
      return patchMemory(code, insn, patch, warnings);
    case 'ld':
      return patchWide(code, insn, patch);
    case 'jmp':
    case 'jmp32':
      return unrecognized(code, insn);
    default:
      return unreachable(kind);
  }
}

const invalid = (message: string): PatchFailure => ({ errno: EINVAL, message });

function unrecognized(code: DataView, insn: number): PatchFailure {
  const at = insn * INSN_SIZE;
  const registers = code.getUint8(at + 1);
  const hex = (number: number): string => `0x${number.toString(16)}`;
  return invalid(
    `trying to relocate unrecognized insn #${insn}, code:${hex(code.getUint8(at))}, src:${hex(registers >> 4)}, ` +
      `dst:${hex(registers & 15)}, off:${hex(code.getUint16(at + 2, true))}, imm:${hex(code.getUint32(at + 4, true))}`,
  );
}

/** `expected` as a message has it: what was found, and both numbers of the relocation. */
const unexpected = (insn: number, what: string, found: bigint | number, { before, after }: Patch): PatchFailure =>
  invalid(`unexpected insn #${insn} (${what}) value: got ${found}, exp ${before} -> ${after}`);

function poison(code: DataView, insn: number): undefined {
  const slots = code.getUint8(insn * INSN_SIZE) === LD_IMM64 ? 2 : 1;
  for (let slot = insn; slot < insn + slots; slot++) {
    code.setUint8(slot * INSN_SIZE, CALL);
    code.setUint8(slot * INSN_SIZE + 1, 0);
    code.setInt16(slot * INSN_SIZE + 2, 0, true);
    code.setInt32(slot * INSN_SIZE + 4, POISON, true);
  }
  return undefined;
}

const lowWord = (number: bigint): number => Number(BigInt.asIntN(32, number));

function patchArithmetic(code: DataView, insn: number, patch: Patch): PatchFailure | undefined {
  const at = insn * INSN_SIZE;
  const hasRegister = (code.getUint8(at) & 8) !== 0;
  if (hasRegister) return unrecognized(code, insn);
  if (patch.isPoisoned) return poison(code, insn);
  const imm = code.getInt32(at + 4, true);
  if (patch.isChecked && BigInt.asUintN(64, BigInt(imm)) !== patch.before)
    return unexpected(insn, 'ALU/ALU64', imm >>> 0, patch);
  code.setInt32(at + 4, lowWord(patch.after), true);
  return undefined;
}

function patchMemory(code: DataView, insn: number, patch: Patch, warnings: string[]): PatchFailure | undefined {
  const at = insn * INSN_SIZE;
  if (patch.isPoisoned) return poison(code, insn);
  const off = code.getInt16(at + 2, true);
  if (patch.isChecked && BigInt.asUintN(64, BigInt(off)) !== patch.before)
    return unexpected(insn, 'LDX/ST/STX', off >>> 0, patch);
  if (patch.after > BigInt(MAX_OFFSET))
    return { errno: ERANGE, message: `insn #${insn} (LDX/ST/STX) value too big: ${patch.after}` };
  if (patch.hasUnfitSize) {
    warnings.push(
      `insn #${insn} (LDX/ST/STX) accesses field incorrectly. ` +
        'Make sure you are accessing pointers, unsigned integers, or fields of matching type and size.',
    );
    return poison(code, insn);
  }
  code.setInt16(at + 2, Number(patch.after), true);
  return patch.sizeBefore === patch.sizeAfter ? undefined : resize(code, insn, patch);
}

function resize(code: DataView, insn: number, { sizeBefore, sizeAfter }: Patch): PatchFailure | undefined {
  const at = insn * INSN_SIZE;
  const opcode = code.getUint8(at);
  const bytes = [...SIZE_BITS].find(([, bits]) => bits === (opcode & SIZE_MASK))?.[0];
  if (bytes !== sizeBefore)
    return invalid(`insn #${insn} (LDX/ST/STX) unexpected mem size: got ${bytes}, exp ${sizeBefore}`);
  const bits = SIZE_BITS.get(sizeAfter);
  if (bits === undefined) return invalid(`insn #${insn} (LDX/ST/STX) invalid new mem size: ${sizeAfter}`);
  code.setUint8(at, (opcode & ~SIZE_MASK) | bits);
  return undefined;
}

function patchWide(code: DataView, insn: number, patch: Patch): PatchFailure | undefined {
  const at = insn * INSN_SIZE;
  const isPlain =
    code.getUint8(at) === LD_IMM64 &&
    code.getUint8(at + 1) >> 4 === 0 &&
    code.getInt16(at + 2, true) === 0 &&
    code.getUint32(at + INSN_SIZE, true) === 0;
  if (!isPlain) return invalid(`insn #${insn} (LDIMM64) has unexpected form`);
  if (patch.isPoisoned) return poison(code, insn);
  const found = BigInt(code.getUint32(at + 4, true)) | (BigInt(code.getUint32(at + INSN_SIZE + 4, true)) << 32n);
  if (patch.isChecked && found !== patch.before) return unexpected(insn, 'LDIMM64', found, patch);
  code.setInt32(at + 4, lowWord(patch.after), true);
  code.setInt32(at + INSN_SIZE + 4, lowWord(patch.after >> 32n), true);
  return undefined;
}
