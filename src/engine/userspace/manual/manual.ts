import { helperByName } from '../../abi/helpers.ts';
import { OBJECTS } from '../bpftool/bpftool.ts';
import { end } from '../shell/command-arguments.ts';
import type { CommandRow } from '../shell/commands.ts';
import type { Shell } from '../shell/shell.ts';
import { atOnce, type Steps } from '../steps.ts';
import { MANUAL } from './pages.ts';
import type { ManualPage } from './references.ts';

/** The pages that `help` and `man` show. */

type Commands = Readonly<Record<string, CommandRow>>;

/** Longest line of a page. */
const COLUMNS = 78;
const INDENT = '       ';
/** Where what an option means begins. */
const ABOUT_COLUMN = 16;

/** help [COMMAND | bpftool OBJECT | HELPER], and man, which needs a name. */
export function showManual({ words, out }: Shell, commands: Commands): Steps<number> {
  const isMan = words.previous() === 'man';
  const first = words.next();
  const name = first === 'bpftool' && words.left > 0 ? `bpftool-${words.next()}` : first;
  end(words);
  if (name === undefined) {
    if (isMan) throw words.wrong("What manual page do you want?\nFor example, try 'man man'.", 1);
    out.print(listOf(commands));
    return atOnce(0);
  }
  const page = manualPage(name, commands);
  if (page === undefined && isMan) throw words.wasWrong(`No manual entry for ${name}`, 16);
  if (page === undefined) throw words.wasWrong(`"${words.previous()}" is not a command`);
  out.print(page);
  return atOnce(0);
}

const listOf = (commands: Commands): string => {
  const rows = Object.values(commands).map(({ usage, summary }) => `${usage.padEnd(40)} ${summary}\n`);
  return `${rows.join('')}\nhelp COMMAND shows a page about it, docs/console.md what a line may be.\n`;
};

/** The page of a name, `bpftool-prog` and the helpers of the kernel included; undefined if there is none. */
export function manualPage(name: string, commands: Commands): string | undefined {
  if (Object.hasOwn(commands, name)) return commandPage(name, commands[name], MANUAL[name]);
  if (name.startsWith('bpftool-')) return objectPage(name.slice('bpftool-'.length));
  return helperPage(name);
}

function commandPage(name: string, { usage, summary, isOurs }: CommandRow, page: ManualPage): string {
  const differences = page.differences ?? [];
  const ours = isOurs === true ? ['A command of Rearm; Linux has none of this name.'] : [];
  return [
    section('NAME', [`${name} - ${summary}`]),
    section('SYNOPSIS', page.synopsis ?? [usage], 'lines'),
    section('DESCRIPTION', page.description),
    section('OPTIONS', (page.options ?? []).map(optionText), 'lines'),
    section('DIFFERENCES', [...ours, ...differences]),
    section('EXIT STATUS', page.exit.map(optionText), 'lines'),
    section('EXAMPLES', page.examples ?? [], 'lines'),
    section('SEE ALSO', page.seeAlso, 'lines'),
  ].join('');
}

function objectPage(object: string): string | undefined {
  if (!Object.hasOwn(OBJECTS, object)) return undefined;
  return [
    section('NAME', [`bpftool-${object} - bpftool's commands on ${object}`]),
    section('SYNOPSIS', OBJECTS[object].usage.trimEnd().split('\n'), 'lines'),
    section('DIFFERENCES', [
      "A word of an object's command may be cut short. What is answered otherwise is listed in docs/deviations.md#bpftool.",
    ]),
    section('EXIT STATUS', ['0, or 255 with a message'], 'lines'),
    section('SEE ALSO', ['bpftool(8)', `https://manpages.debian.org/bpftool-${object}`], 'lines'),
  ].join('');
}

/** Helpers of the kernel, `bpf_timer_start` and the like. */
function helperPage(name: string): string | undefined {
  if (!name.startsWith('bpf_') || helperByName(name) === undefined) return undefined;
  return [
    section('NAME', [`${name} - a helper that programs call`]),
    section('SEE ALSO', [`https://docs.ebpf.io/linux/helper-function/${name}/`, 'bpf-helpers(7)'], 'lines'),
  ].join('');
}

const optionText = ([option, about]: readonly [string, string]): string => {
  const room = COLUMNS - INDENT.length - ABOUT_COLUMN;
  const [first, ...rest] = folded(about, room);
  const isLong = option.length >= ABOUT_COLUMN;
  const margin = ' '.repeat(ABOUT_COLUMN);
  const head = isLong ? [option, margin + first] : [option.padEnd(ABOUT_COLUMN) + first];
  return [...head, ...rest.map((line) => margin + line)].join('\n');
};

/** A heading and what stands below it, indented; nothing for nothing. Paragraphs are folded, lines stay. */
function section(heading: string, parts: readonly string[], form: 'lines' | 'paragraphs' = 'paragraphs'): string {
  if (parts.length === 0) return '';
  const lines =
    form === 'lines'
      ? parts.flatMap((part) => part.split('\n'))
      : parts.flatMap((part, i) => [...(i > 0 ? [''] : []), ...folded(part, COLUMNS - INDENT.length)]);
  return `${heading}\n${lines.map((line) => (line === '' ? '' : INDENT + line)).join('\n')}\n\n`;
}

/** A text in lines of at most so many columns. */
function folded(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length === 0 || longer.length > columns) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
