/**
 * Every instruction up to ISA v4, a row per form. What tells two rows apart is `opcode` and the fixed values of other
 * fields; what a row leaves open is an operand of its syntax, and every other field is zero.
 *
 *   syntax `r0 += r1`      row  { opcode: BPF_ALU64 | BPF_ADD | BPF_X, syntax: '$dst += $src' }
 *   syntax `w0 s/= 7`      row  { opcode: BPF_ALU | BPF_DIV | BPF_K, off: 1, syntax: '$wdst s/= $imm' }
 *
 * The syntax is LLVM's. The assembler reads it as a pattern, the printer in `text.ts` fills it in; the kernel's own
 * text is printed by `print.ts` from the names of operations below.
 */
import * as bpf from './constants.ts';

/**
 * Operands of a syntax:
 *   $dst $src      64-bit name of a register (r0 … r11); $wdst $wsrc the 32-bit name (w0 … w11)
 *   $imm           `imm`, signed; $high $low its upper and lower 16 bits
 *   $imm64         both `imm` of a two-slot load; $address the same as a symbol; $pseudo `src` as a number
 *   $off           `off` of a memory access with its sign: `+ 4`, `- 8`
 *   $to $far       target of a jump in `off`, in `imm`: a label, or a distance with its sign
 *   $function      a function by name, in `imm`
 */
export type Operand =
  | 'dst'
  | 'src'
  | 'wdst'
  | 'wsrc'
  | 'imm'
  | 'high'
  | 'low'
  | 'imm64'
  | 'address'
  | 'pseudo'
  | 'off'
  | 'to'
  | 'far'
  | 'function';

export interface Form {
  readonly opcode: number;
  /** Fixed values of fields, where they are part of the instruction's identity. */
  readonly src?: number;
  readonly off?: number;
  readonly imm?: number;
  readonly syntax: string;
  /** Other spellings that the assembler accepts: older LLVM, and what the kernel prints. */
  readonly aliases?: readonly string[];
  /** The ISA version that introduced it. */
  readonly version: 1 | 2 | 3 | 4;
  /** What it does, for people. */
  readonly summary: string;
}

interface Operation {
  readonly op: number;
  /** The operator as kernel and LLVM write it. */
  readonly symbol: string;
  readonly summary: string;
}

/** Arithmetic with two operands. */
export const ALU_OPERATIONS: readonly Operation[] = [
  { op: bpf.BPF_ADD, symbol: '+=', summary: 'adds' },
  { op: bpf.BPF_SUB, symbol: '-=', summary: 'subtracts' },
  { op: bpf.BPF_MUL, symbol: '*=', summary: 'multiplies' },
  { op: bpf.BPF_DIV, symbol: '/=', summary: 'divides, unsigned; by zero gives 0' },
  { op: bpf.BPF_OR, symbol: '|=', summary: 'bitwise or' },
  { op: bpf.BPF_AND, symbol: '&=', summary: 'bitwise and' },
  { op: bpf.BPF_LSH, symbol: '<<=', summary: 'shifts left' },
  { op: bpf.BPF_RSH, symbol: '>>=', summary: 'shifts right, filling with zeroes' },
  { op: bpf.BPF_MOD, symbol: '%=', summary: 'remainder, unsigned; by zero changes nothing' },
  { op: bpf.BPF_XOR, symbol: '^=', summary: 'bitwise exclusive or' },
  { op: bpf.BPF_MOV, symbol: '=', summary: 'copies' },
  { op: bpf.BPF_ARSH, symbol: 's>>=', summary: 'shifts right, filling with the sign' },
];

/** Signed arithmetic: `off` 1. */
export const SIGNED_OPERATIONS: readonly Operation[] = [
  { op: bpf.BPF_DIV, symbol: 's/=', summary: 'divides, signed; by zero gives 0' },
  { op: bpf.BPF_MOD, symbol: 's%=', summary: 'remainder, signed; by zero changes nothing' },
];

/** Conditions of jumps; `version` is that of the 64-bit form. */
export const JUMP_CONDITIONS: readonly (Operation & { readonly version: 1 | 2 })[] = [
  { op: bpf.BPF_JEQ, symbol: '==', summary: 'equal', version: 1 },
  { op: bpf.BPF_JGT, symbol: '>', summary: 'greater, unsigned', version: 1 },
  { op: bpf.BPF_JGE, symbol: '>=', summary: 'greater or equal, unsigned', version: 1 },
  { op: bpf.BPF_JSET, symbol: '&', summary: 'they have a bit in common', version: 1 },
  { op: bpf.BPF_JNE, symbol: '!=', summary: 'not equal', version: 1 },
  { op: bpf.BPF_JSGT, symbol: 's>', summary: 'greater, signed', version: 1 },
  { op: bpf.BPF_JSGE, symbol: 's>=', summary: 'greater or equal, signed', version: 1 },
  { op: bpf.BPF_JLT, symbol: '<', summary: 'less, unsigned', version: 2 },
  { op: bpf.BPF_JLE, symbol: '<=', summary: 'less or equal, unsigned', version: 2 },
  { op: bpf.BPF_JSLT, symbol: 's<', summary: 'less, signed', version: 2 },
  { op: bpf.BPF_JSLE, symbol: 's<=', summary: 'less or equal, signed', version: 2 },
];

/** Operations of atomic instructions: operator without result, name with the old value as result. */
export const ATOMIC_OPERATIONS: readonly (Operation & { readonly name: string })[] = [
  { op: bpf.BPF_ADD, symbol: '+=', name: 'add', summary: 'adds' },
  { op: bpf.BPF_OR, symbol: '|=', name: 'or', summary: 'bitwise or' },
  { op: bpf.BPF_AND, symbol: '&=', name: 'and', summary: 'bitwise and' },
  { op: bpf.BPF_XOR, symbol: '^=', name: 'xor', summary: 'bitwise exclusive or' },
];

/** Types of memory accesses by size bits; `signed` for loads that extend the sign. */
export const MEMORY_SIZES: readonly { readonly size: number; readonly type: string; readonly signed?: string }[] = [
  { size: bpf.BPF_B, type: 'u8', signed: 's8' },
  { size: bpf.BPF_H, type: 'u16', signed: 's16' },
  { size: bpf.BPF_W, type: 'u32', signed: 's32' },
  { size: bpf.BPF_DW, type: 'u64' },
];

const aluForms = ({ op, symbol, summary }: Operation, off?: number): readonly Form[] => {
  const more = off === undefined ? { version: 1 as const, summary } : { version: 4 as const, summary, off };
  return [
    { opcode: bpf.BPF_ALU64 | op | bpf.BPF_X, syntax: `$dst ${symbol} $src`, ...more },
    { opcode: bpf.BPF_ALU64 | op | bpf.BPF_K, syntax: `$dst ${symbol} $imm`, ...more },
    // Compilers write `r1 = w2` for the move that zero-extends.
    {
      opcode: bpf.BPF_ALU | op | bpf.BPF_X,
      syntax: `$wdst ${symbol} $wsrc`,
      ...more,
      ...(op === bpf.BPF_MOV ? { aliases: ['$dst = $wsrc'] } : {}),
    },
    { opcode: bpf.BPF_ALU | op | bpf.BPF_K, syntax: `$wdst ${symbol} $imm`, ...more },
  ];
};

const signExtension = (bits: number): readonly Form[] => {
  const more = { off: bits, version: 4 as const, summary: `copies the lower ${bits} bits, extending their sign` };
  const wide: Form = { opcode: bpf.BPF_ALU64 | bpf.BPF_MOV | bpf.BPF_X, syntax: `$dst = (s${bits})$src`, ...more };
  const narrow: Form = { opcode: bpf.BPF_ALU | bpf.BPF_MOV | bpf.BPF_X, syntax: `$wdst = (s${bits})$wsrc`, ...more };
  return bits === 32 ? [wide] : [wide, narrow];
};

const byteOrder = (bits: number): readonly Form[] => [
  {
    opcode: bpf.BPF_ALU | bpf.BPF_END | bpf.BPF_TO_LE,
    imm: bits,
    syntax: `$dst = le${bits} $dst`,
    version: 1,
    summary: `converts ${bits} bits to or from little endian`,
  },
  {
    opcode: bpf.BPF_ALU | bpf.BPF_END | bpf.BPF_TO_BE,
    imm: bits,
    syntax: `$dst = be${bits} $dst`,
    version: 1,
    summary: `converts ${bits} bits to or from big endian`,
  },
  {
    opcode: bpf.BPF_ALU64 | bpf.BPF_END,
    imm: bits,
    syntax: `$dst = bswap${bits} $dst`,
    version: 4,
    summary: `swaps the bytes of ${bits} bits`,
  },
];

const OTHER_ALU: readonly Form[] = [
  { opcode: bpf.BPF_ALU64 | bpf.BPF_NEG, syntax: '$dst = -$dst', version: 1, summary: 'negates' },
  { opcode: bpf.BPF_ALU | bpf.BPF_NEG, syntax: '$wdst = -$wdst', version: 1, summary: 'negates' },
  {
    opcode: bpf.BPF_ALU64 | bpf.BPF_MOV | bpf.BPF_X,
    off: bpf.BPF_ADDR_SPACE_CAST,
    syntax: '$dst = addr_space_cast($src, $high, $low)',
    version: 4,
    summary: 'converts an arena pointer between address spaces',
  },
];

const conditionForms = ({ op, symbol, summary, version }: (typeof JUMP_CONDITIONS)[number]): readonly Form[] => [
  { opcode: bpf.BPF_JMP | op | bpf.BPF_X, syntax: `if $dst ${symbol} $src goto $to`, version, summary },
  { opcode: bpf.BPF_JMP | op | bpf.BPF_K, syntax: `if $dst ${symbol} $imm goto $to`, version, summary },
  { opcode: bpf.BPF_JMP32 | op | bpf.BPF_X, syntax: `if $wdst ${symbol} $wsrc goto $to`, version: 3, summary },
  { opcode: bpf.BPF_JMP32 | op | bpf.BPF_K, syntax: `if $wdst ${symbol} $imm goto $to`, version: 3, summary },
];

const OTHER_JUMPS: readonly Form[] = [
  { opcode: bpf.BPF_JMP | bpf.BPF_JA, syntax: 'goto $to', version: 1, summary: 'jumps' },
  { opcode: bpf.BPF_JMP32 | bpf.BPF_JA, syntax: 'gotol $far', version: 4, summary: 'jumps, with a 32-bit distance' },
  {
    opcode: bpf.BPF_JMP | bpf.BPF_JCOND,
    syntax: 'may_goto $to',
    version: 4,
    summary: 'jumps once the budget of the loop is spent, so that the loop ends',
  },
  { opcode: bpf.BPF_JMP | bpf.BPF_CALL, src: 0, syntax: 'call $imm', version: 1, summary: 'calls a helper' },
  {
    opcode: bpf.BPF_JMP | bpf.BPF_CALL,
    src: bpf.BPF_PSEUDO_CALL,
    syntax: 'call $function',
    version: 1,
    summary: 'calls a function of the program',
  },
  {
    opcode: bpf.BPF_JMP | bpf.BPF_CALL | bpf.BPF_X,
    syntax: 'callx $dst',
    version: 1,
    summary: 'calls the address in a register (no kernel accepts it)',
  },
  { opcode: bpf.BPF_JMP | bpf.BPF_EXIT, syntax: 'exit', version: 1, summary: 'returns r0' },
];

const memoryForms = ({ size, type, signed }: (typeof MEMORY_SIZES)[number]): readonly Form[] => {
  // What touches at most 32 bits is written with 32-bit registers; both names mean the same instruction.
  const narrow = size !== bpf.BPF_DW;
  const both = (prefer: string, other: string) => (narrow ? { syntax: prefer, aliases: [other] } : { syntax: other });
  const at = (base: string) => `*(${type} *)(${base} $off)`;
  const forms: Form[] = [
    {
      opcode: bpf.BPF_LDX | bpf.BPF_MEM | size,
      ...both(`$wdst = ${at('$src')}`, `$dst = ${at('$src')}`),
      version: 1,
      summary: 'loads',
    },
    {
      opcode: bpf.BPF_STX | bpf.BPF_MEM | size,
      ...both(`${at('$dst')} = $wsrc`, `${at('$dst')} = $src`),
      version: 1,
      summary: 'stores a register',
    },
    { opcode: bpf.BPF_ST | bpf.BPF_MEM | size, syntax: `${at('$dst')} = $imm`, version: 1, summary: 'stores a number' },
    {
      opcode: bpf.BPF_STX | bpf.BPF_ATOMIC | size,
      imm: bpf.BPF_LOAD_ACQ,
      ...both(`$wdst = load_acquire((${type} *)($src $off))`, `$dst = load_acquire((${type} *)($src $off))`),
      version: 4,
      summary: 'loads; what follows is not done before',
    },
    {
      opcode: bpf.BPF_STX | bpf.BPF_ATOMIC | size,
      imm: bpf.BPF_STORE_REL,
      ...both(`store_release((${type} *)($dst $off), $wsrc)`, `store_release((${type} *)($dst $off), $src)`),
      version: 4,
      summary: 'stores; what came before is done first',
    },
  ];
  if (signed !== undefined)
    forms.push({
      opcode: bpf.BPF_LDX | bpf.BPF_MEMSX | size,
      syntax: `$dst = *(${signed} *)($src $off)`,
      version: 4,
      summary: 'loads, extending the sign',
    });
  return forms;
};

const packetForms = ({ size, type }: (typeof MEMORY_SIZES)[number]): readonly Form[] => {
  const more = {
    version: 1 as const,
    summary: 'loads from the packet in network order; ends the program beyond its end',
  };
  return [
    { opcode: bpf.BPF_LD | bpf.BPF_ABS | size, syntax: `r0 = *(${type} *)skb[$imm]`, ...more },
    { opcode: bpf.BPF_LD | bpf.BPF_IND | size, imm: 0, syntax: `r0 = *(${type} *)skb[$src]`, ...more },
    { opcode: bpf.BPF_LD | bpf.BPF_IND | size, syntax: `r0 = *(${type} *)skb[$src + $imm]`, ...more },
  ];
};

/** The two sizes of read-modify-write: 64 bits with r registers, 32 with w registers. */
const atomicForms = (size: number): readonly Form[] => {
  const wide = size === bpf.BPF_DW;
  const opcode = bpf.BPF_STX | bpf.BPF_ATOMIC | size;
  const [src, r0, type] = wide ? ['$src', 'r0', 'u64'] : ['$wsrc', 'w0', 'u32'];
  const [kernel, width] = wide ? ['atomic64', '_64'] : ['atomic', '32_32'];
  const version = 3 as const;
  const operations = ATOMIC_OPERATIONS.flatMap(({ op, symbol, name, summary }): Form[] => {
    const plain = `lock *(${type} *)($dst $off) ${symbol} `;
    return [
      {
        opcode,
        imm: op,
        syntax: plain + src,
        ...(wide ? {} : { aliases: [`${plain}$src`] }),
        version: op === bpf.BPF_ADD ? 1 : version,
        summary: `${summary}, atomically`,
      },
      {
        opcode,
        imm: op | bpf.BPF_FETCH,
        syntax: `${src} = atomic_fetch_${name}((${type} *)($dst $off), ${src})`,
        aliases: [`$src = ${kernel}_fetch_${name}((${type} *)($dst $off), $src)`],
        version,
        summary: `${summary}, atomically; gives the old value`,
      },
    ];
  });
  return [
    ...operations,
    {
      opcode,
      imm: bpf.BPF_XCHG,
      syntax: `${src} = xchg${width}($dst $off, ${src})`,
      aliases: [`$src = ${kernel}_xchg((${type} *)($dst $off), $src)`],
      version,
      summary: 'exchanges, atomically',
    },
    {
      opcode,
      imm: bpf.BPF_CMPXCHG,
      syntax: `${r0} = cmpxchg${width}($dst $off, ${r0}, ${src})`,
      aliases: [`r0 = ${kernel}_cmpxchg((${type} *)($dst $off), r0, $src)`],
      version,
      summary: 'stores if memory equals r0, atomically; r0 gets the old value',
    },
  ];
};

const LOADS_OF_64_BITS: readonly Form[] = [
  { opcode: bpf.LD_IMM64, src: 0, syntax: '$dst = $imm64 ll', version: 1, summary: 'loads 64 bits; takes two slots' },
  {
    opcode: bpf.LD_IMM64,
    src: 0,
    syntax: '$dst = $address ll',
    version: 1,
    summary: 'loads the address of a map, a variable or a function',
  },
  {
    opcode: bpf.LD_IMM64,
    syntax: 'ld_pseudo $dst, $pseudo, $imm64',
    version: 1,
    summary: 'loads what `src` says: a map by file descriptor, a function by distance, …',
  },
];

/** All instructions. Where two rows fit, the earlier one is printed. */
export const FORMS: readonly Form[] = [
  ...[8, 16, 32].flatMap(signExtension),
  ...SIGNED_OPERATIONS.flatMap((operation) => aluForms(operation, 1)),
  ...ALU_OPERATIONS.flatMap((operation) => aluForms(operation)),
  ...OTHER_ALU,
  ...[16, 32, 64].flatMap(byteOrder),
  ...JUMP_CONDITIONS.flatMap(conditionForms),
  ...OTHER_JUMPS,
  ...MEMORY_SIZES.flatMap(memoryForms),
  ...MEMORY_SIZES.filter(({ size }) => size !== bpf.BPF_DW).flatMap(packetForms),
  ...[bpf.BPF_DW, bpf.BPF_W].flatMap(atomicForms),
  ...LOADS_OF_64_BITS,
];
