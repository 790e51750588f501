/** Reading fields of JSON that somebody else wrote: a field of the wrong type counts as absent. */

export type Json = Readonly<Record<string, unknown>>;

/** The value of a text; undefined if it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const field = (object: Json, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);

/** Booleans count as 0 and 1. */
export function numberField(object: Json, name: string, otherwise: number): number {
  const value = field(object, name);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : otherwise;
}

export const booleanField = (object: Json, name: string): boolean => numberField(object, name, 0) !== 0;

export function stringField<T extends string | undefined>(object: Json, name: string, otherwise: T): string | T {
  const value = field(object, name);
  return typeof value === 'string' ? value : otherwise;
}

export function arrayField(object: Json, name: string): readonly unknown[] {
  const value = field(object, name);
  return Array.isArray(value) ? value : [];
}
