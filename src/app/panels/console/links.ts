/** What of a console's text leads somewhere, as hyperlinks that terminals know (OSC 8). */

const OSC8 = '\x1b]8;;';
const END = '\x1b\\';

/** Addresses, and documents of this project with a heading. */
const LINK = /https:\/\/[\w./#?=&%~:@+-]*[\w/#]|\bdocs\/([\w-]+)\.md((?:#[\w-]+)?)/g;

/** The text with its links marked; documents are pages beside `base`. */
export function withLinks(text: string, base: string): string {
  return text.replaceAll(LINK, (found, document: string | undefined, heading: string | undefined) => {
    const address = document === undefined ? found : new URL(`docs/${document}.html${heading ?? ''}`, base).href;
    return `${OSC8}${address}${END}${found}${OSC8}${END}`;
  });
}
