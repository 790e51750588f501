/** The documents of `docs/` as pages of the web app: markdown as far as they use it. */

/** The name of a heading in addresses, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s/g, '-');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text with code, bold and links. */
const inline = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') ? `<code>${escaped(part.slice(1, -1))}</code>` : withMarks(escaped(part))))
    .join('');

const withMarks = (text: string): string =>
  text
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(
      /\[([^\]]+)\]\(([^)]+)\)/g,
      (_, label, target) => `<a href="${target.replace(/\.md(?=#|$)/, '.html')}">${label}</a>`,
    );

/** A block of lines of one kind, as HTML. */
function blockOf(lines: readonly string[]): string {
  const [first] = lines;
  const heading = /^(#+) (.*)$/.exec(first);
  if (heading !== null) {
    const tag = `h${heading[1].length}`;
    return `<${tag} id="${anchorOf(heading[2])}">${inline(heading[2])}</${tag}>`;
  }
  if (first.startsWith('```')) return `<pre>${escaped(lines.slice(1, -1).join('\n'))}</pre>`;
  if (first.startsWith('    ')) return `<pre>${escaped(lines.map((line) => line.slice(4)).join('\n'))}</pre>`;
  if (first.startsWith('|')) return tableOf(lines);
  const item = /^(?:-|\d+\.) /;
  if (item.test(first)) return listOf(lines, item);
  return `<p>${inline(lines.join(' '))}</p>`;
}

function tableOf([head, , ...rows]: readonly string[]): string {
  const cells = (row: string, tag: string): string =>
    row
      .replaceAll(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => `<${tag}>${inline(cell.trim().replaceAll('\\|', '|'))}</${tag}>`)
      .join('');
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
}

function listOf(lines: readonly string[], item: RegExp): string {
  const tag = lines[0].startsWith('-') ? 'ul' : 'ol';
  const items: string[] = [];
  for (const line of lines) {
    if (item.test(line)) items.push(line.replace(item, ''));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return `<${tag}>${items.map((text) => `<li>${inline(text)}</li>`).join('')}</${tag}>`;
}

/** Lines that belong together: up to an empty line, a heading alone, a fence up to its end. */
function blocksOf(text: string): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let open: string[] | undefined;
  for (const line of text.split('\n')) {
    const inFence = open?.[0].startsWith('```') === true;
    if (inFence) {
      open?.push(line);
      if (line.startsWith('```')) open = undefined;
    } else if (line.trim() === '') open = undefined;
    else if (open === undefined || /^(#|```)/.test(line)) {
      open = [line];
      blocks.push(open);
      if (line.startsWith('#')) open = undefined;
    } else open.push(line);
  }
  return blocks;
}

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 15px/1.55 "IBM Plex Sans", system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  code, pre { font: 13px/1.5 "IBM Plex Mono", ui-monospace, monospace; }
  pre { overflow-x: auto; padding: .75rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  table { border-collapse: collapse; } th { text-align: left; }
  th, td { padding: .25rem .75rem .25rem 0; vertical-align: top; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
  :target { background: color-mix(in srgb, #e8b200 30%, transparent); }
`;

/** A document as a page. */
export function docsPage(markdown: string): string {
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? 'Rearm';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Rearm</title><style>${STYLE}</style></head>
<body>
${blocksOf(markdown).map(blockOf).join('\n')}
</body>
</html>
`;
}

/** Addresses of the headings of a document. */
export const anchorsOf = (markdown: string): readonly string[] =>
  blocksOf(markdown).flatMap(([first]) => (/^#+ /.test(first) ? [anchorOf(first.replace(/^#+ /, ''))] : []));
