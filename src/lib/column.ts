/** A table as an array by its keys, which are small numbers: faster to look into. */
export const columnOf = <T>(table: ReadonlyMap<number, T>): readonly (T | undefined)[] =>
  Array.from({ length: Math.max(-1, ...table.keys()) + 1 }, (_, key) => table.get(key));
