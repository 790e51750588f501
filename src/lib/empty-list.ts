/**
 * An empty list for what is like `sample`. Compiled code tells arrays that have held objects from those that never have;
 * a list that gets its first one in the middle of hot work would make the code around it be compiled again.
 */
export function emptyListOf<T>(sample: T): T[] {
  const list = [sample];
  list.pop();
  return list;
}
