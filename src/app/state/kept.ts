/**
 * Small texts that this browser keeps for the page. Where it keeps none (blocked, or full), they live as long as the
 * page: what the user chose holds all the same.
 */
const here = new Map<string, string>();

/** What was kept under a name; undefined if nothing was. */
export function kept(name: string): string | undefined {
  return here.get(name) ?? inBrowser(() => localStorage.getItem(name)) ?? undefined;
}

/** Keeps a text under a name, in the place of what was there. */
export function keep(name: string, text: string): void {
  here.set(name, text);
  inBrowser(() => localStorage.setItem(name, text));
}

/** Every touch of a store that is blocked throws, and so does writing to one that is full. */
function inBrowser<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
