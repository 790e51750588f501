/** How much two logs have in common. */

/** Compared cells beyond which a long unequal middle is not searched for its best alignment. */
const MAX_CELLS = 9e6;

/** Number of lines that both logs have in the same order. */
export function commonLines(a: readonly string[], b: readonly string[]): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return start + tail + longestCommon(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
}

/** Length of a longest common subsequence; of very long inputs a lower bound, the lines equal in place. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  if (a.length * b.length > MAX_CELLS) return a.filter((line, i) => line === b[i]).length;
  let previous = new Int32Array(b.length + 1);
  let current = new Int32Array(b.length + 1);
  for (const line of a) {
    for (let j = 1; j <= b.length; j++)
      current[j] = line === b[j - 1] ? previous[j - 1] + 1 : Math.max(previous[j], current[j - 1]);
    [previous, current] = [current, previous];
  }
  return previous[b.length];
}

/** Index of the first line that differs; undefined if the logs are the same. */
export function firstDifference(a: readonly string[], b: readonly string[]): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) return i;
  return undefined;
}
