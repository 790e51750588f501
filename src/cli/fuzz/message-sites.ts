/**
 * The places where the verifier writes to its log, found in its source: every text that is more than a word, with the
 * parts that are only known when it runs left open. A text that stands in several places counts once.
 */

/** A text and the first place where it stands. */
export interface MessageSite {
  readonly place: string;
  readonly text: string;
  /** Its longest part that is always the same: without it nothing needs to be matched. */
  readonly anchor: string;
  readonly pattern: RegExp;
}

/** The verifier's source by file name, as it was when the command was built. */
const SOURCES = import.meta.glob<string>(['../../engine/verifier/**/*.ts', '!../../engine/verifier/**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Texts that are for developers: assertions, and names of what must exist. */
const NOT_LOGGED = /\b(?:defined|assert|unreachable|import|from|Error)\b[^;]*$/;

/** Tables of names, not of messages. */
const WITHOUT_MESSAGES = /call-summary\.ts$|kfunc-names\.ts$/;

const MIN_ANCHOR = 5;

export function messageSites(sources: Readonly<Record<string, string>> = SOURCES): readonly MessageSite[] {
  const sites = new Map<string, MessageSite>();
  for (const [path, source] of Object.entries(sources)) {
    if (WITHOUT_MESSAGES.test(path)) continue;
    for (const { text, line } of textsOf(source)) {
      const site = siteOf(`${path.split('/').at(-1)}:${line}`, text);
      if (site !== undefined && !sites.has(site.text)) sites.set(site.text, site);
    }
  }
  return [...sites.values()];
}

/** Texts of a source, with what stands before them on their line taken into account. */
function* textsOf(source: string): Generator<{ readonly text: string; readonly line: number }> {
  const lines = source.split('\n');
  for (const [i, line] of lines.entries()) {
    if (/^\s*(?:\/\/|\*|\/\*|import|\} from|export \{)/.test(line)) continue;
    for (const match of line.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\]|\\.)*)"/g)) {
      const text = match[1] ?? match[2] ?? match[3] ?? '';
      if (text.includes(' ') && !NOT_LOGGED.test(line.slice(0, match.index))) yield { text, line: i + 1 };
    }
  }
}

function siteOf(place: string, raw: string): MessageSite | undefined {
  const parts = fixedParts(longestLine(raw));
  const anchor = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  if (anchor.trim().length < MIN_ANCHOR) return undefined;
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { place, text: raw, anchor, pattern: new RegExp(escaped.join('[^\\n]*?')) };
}

/** Logs are read line by line. */
const longestLine = (raw: string): string =>
  raw.split('\\n').reduce((longest, line) => (line.length > longest.length ? line : longest), '');

/** What stands between the `${…}` of a text; nested ones end with the outermost. */
function fixedParts(raw: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (let i = 0; i < raw.length; i++) {
    if (raw.startsWith('${', i)) {
      if (depth++ === 0) parts.push('');
      i++;
    } else if (depth > 0 && raw[i] === '}') depth--;
    else if (depth === 0) parts[parts.length - 1] += raw[i];
  }
  return parts.map((part) => part.replace(/\\(['`"])/g, '$1'));
}
