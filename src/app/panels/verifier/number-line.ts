/** A value that the verifier wants in a range, drawn: the range in brackets, what is known as a dot or a line. Pure. */

export interface Bounds {
  /** `R0 at async callback return` */
  readonly of: string;
  readonly required: readonly [min: number, max: number];
  /** Undefined: nothing bounds it on this side. */
  readonly known: readonly [min: number | undefined, max: number | undefined];
}

const LINE = /^At (.*) the register (R\d+) has (.*) should have been in \[(-?\d+), (-?\d+)\]$/;

/** The bounds that a message of the verifier tells; undefined if it tells none. */
export function boundsOf(message: string): Bounds | undefined {
  const found = LINE.exec(message);
  if (found === null) return undefined;
  const [, where, register, known, min, max] = found;
  const bound = (name: string) => {
    const digits = new RegExp(`\\b${name}=(-?\\d+)`).exec(known)?.[1];
    return digits === undefined ? undefined : Number(digits);
  };
  return {
    of: `${register} at ${where.replace(/^.*\b(return|exit)$/, '$1')}`,
    required: [Number(min), Number(max)],
    known: [bound('smin'), bound('smax')],
  };
}

/** Whole numbers from one to the other, a few beside the required range and what is known of the value. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** True if what is known goes on to the left or to the right of what is drawn. */
  readonly goesOn: readonly [left: boolean, right: boolean];
}

/** Numbers that find room. */
const MAX_SPAN = 10;

/** As much of the numbers as there is room for, the required range in it. */
export function axisOf({ required: [low, high], known: [min, max] }: Bounds): Axis {
  const span = Math.min(high - low, MAX_SPAN);
  const room = Math.max(1, Math.floor((MAX_SPAN - span) / 2));
  const from = Math.max(Math.min(low, min ?? Number.NEGATIVE_INFINITY), low - room) - 1;
  const to = Math.min(Math.max(low + span, max ?? Number.POSITIVE_INFINITY), low + span + room) + 1;
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return { from, to, ticks, goesOn: [min === undefined || min < from, max === undefined || max > to] };
}
