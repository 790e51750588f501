/** Patterns of grep as those of JavaScript. */

/** What a basic regular expression marks with a backslash, and an extended one does not. */
const MARKED = '+?|(){}';

/**
 * The pattern as the options say: F fixed text, E extended, i any case, w whole words, x whole lines; undefined if it is
 * none.
 */
export function parsePattern(text: string, options: { has(option: string): boolean }): RegExp | undefined {
  const body = options.has('F') ? fixed(text) : options.has('E') ? text : basic(text);
  const placed = options.has('x') ? `^(?:${body})$` : options.has('w') ? `(?<!\\w)(?:${body})(?!\\w)` : body;
  try {
    return new RegExp(withClasses(placed), options.has('i') ? 'i' : '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const fixed = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `a\|b+` is `a|b\+`. */
const basic = (text: string): string =>
  text.replaceAll(/\\(.)|([+?|(){}])/g, (found, escaped: string | undefined, bare: string | undefined) => {
    if (bare !== undefined) return `\\${bare}`;
    return escaped !== undefined && MARKED.includes(escaped) ? escaped : found;
  });

const CLASSES: Readonly<Record<string, string>> = {
  '[:alpha:]': 'A-Za-z',
  '[:digit:]': '0-9',
  '[:alnum:]': 'A-Za-z0-9',
  '[:space:]': '\\s',
  '[:xdigit:]': '0-9A-Fa-f',
  '[:upper:]': 'A-Z',
  '[:lower:]': 'a-z',
};

const withClasses = (text: string): string =>
  text.replaceAll(/\[:[a-z]+:\]/g, (name) => (Object.hasOwn(CLASSES, name) ? CLASSES[name] : name));
