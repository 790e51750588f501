/**
 * A decoded program as columns: one entry per 8-byte slot, the second slot of a 64-bit load included (opcode 0).
 *
 *   byte  0        1               2..3     4..7
 *         opcode   dst:4 | src:4   off s16  imm s32     little endian
 */
export interface Code {
  readonly length: number;
  readonly opcode: Uint8Array;
  readonly dst: Uint8Array;
  readonly src: Uint8Array;
  readonly off: Int16Array;
  readonly imm: Int32Array;
}

export const INSN_SIZE = 8;

/** Columns of a program's bytes; a trailing part of less than 8 bytes is ignored (callers check the length). */
export function decode(bytes: Uint8Array): Code {
  const length = Math.floor(bytes.length / INSN_SIZE);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const code = emptyCode(length);
  for (let i = 0; i < length; i++) {
    const at = i * INSN_SIZE;
    const registers = bytes[at + 1];
    code.opcode[i] = bytes[at];
    code.dst[i] = registers & 0xf;
    code.src[i] = registers >> 4;
    code.off[i] = view.getInt16(at + 2, true);
    code.imm[i] = view.getInt32(at + 4, true);
  }
  return code;
}

/** The bytes of columns: the inverse of `decode`. */
export function encode(code: Code): Uint8Array {
  const bytes = new Uint8Array(code.length * INSN_SIZE);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < code.length; i++) {
    const at = i * INSN_SIZE;
    bytes[at] = code.opcode[i];
    bytes[at + 1] = code.dst[i] | (code.src[i] << 4);
    view.setInt16(at + 2, code.off[i], true);
    view.setInt32(at + 4, code.imm[i], true);
  }
  return bytes;
}

function emptyCode(length: number): Code {
  return {
    length,
    opcode: new Uint8Array(length),
    dst: new Uint8Array(length),
    src: new Uint8Array(length),
    off: new Int16Array(length),
    imm: new Int32Array(length),
  };
}
