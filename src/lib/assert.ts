/** Ends the program with a message where an invariant of our own is broken. Mistakes of users are values, never this. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`bug: ${message}`);
}

/** The end of a `switch` over a union: reached only if a case was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`bug: unreachable value ${String(value)}`);
}

/** `value`, which the caller knows to be there. */
export function defined<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`bug: ${what} is missing`);
  return value;
}
