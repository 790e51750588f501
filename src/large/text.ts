/** Pieces of assembly text that the large objects are made of. */
import type { Random } from '../lib/random.ts';

/** The value that programs work on: 64 words of an array. Its address is in r6 afterwards; without it the program ends. */
export const WORDS = 64;
export const VALUES = `.struct words { word: u64[${WORDS}] }
.map values type=array key=u32 value=words max_entries=4
`;

export const LOOKUP = `    *(u32 *)(r10 - 4) = 0
    r1 = values ll
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto 9f
    r6 = r0
`;

/** The end of every program. */
export const OUT = `9:
    r0 = 0
    exit
`;

/** Text pieces for the numbers 0 … count - 1, joined. */
export const repeat = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');

/** Offset of a random word of the value. */
export const wordOf = (random: Random): number => 8 * random.below(WORDS);

const OPERATIONS = ['+=', '-=', '*=', '&=', '|=', '^='] as const;

/** One random arithmetic instruction on the scalars r7, r8 and r9. */
export function arithmetic(random: Random): string {
  const dst = `${random.pick(['r', 'w'])}${7 + random.below(3)}`;
  const operation = random.pick(OPERATIONS);
  const isRegister = random.below(2) === 0;
  const operand = isRegister ? `${dst[0]}${7 + random.below(3)}` : String(1 + random.below(0xffff));
  return random.below(5) === 0 ? `    ${dst} >>= ${1 + random.below(15)}\n` : `    ${dst} ${operation} ${operand}\n`;
}
