/** Text of commands and programs as a terminal may show it. */

/** Control characters other than tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;
const HIGH_BYTES = /[\x80-\xff]+/g;

/** Control characters as `^[`, so that nobody's output moves the cursor; bytes that are UTF-8 as what they say. */
export const printable = (text: string): string =>
  text
    .replaceAll(HIGH_BYTES, (bytes) => fromUtf8(bytes) ?? bytes)
    .replaceAll('\r\n', '\n')
    .replaceAll(CONTROLS, (control) => `^${String.fromCharCode(control.charCodeAt(0) ^ 0x40)}`);

function fromUtf8(bytes: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (character) => character.charCodeAt(0)),
    );
  } catch {
    // Not UTF-8: characters of their own.
    return undefined;
  }
}
