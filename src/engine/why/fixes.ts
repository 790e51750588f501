/** Changes of a text that may mend what a program was rejected for. Only the verifier can tell which of them do. */
import type { ChainLink, LineEdit } from '../scenario/why-answer.ts';

/** A rejected program, as far as a change needs to know it. */
export interface Mistake {
  readonly message: string;
  readonly chain: readonly ChainLink[];
  /** `xdp`, `sched_cls`, … */
  readonly type: string;
  /** The text's lines. */
  readonly lines: readonly string[];
  /** Per slot: line from 1, or 0. */
  readonly sourceLines: Int32Array;
  readonly maps: readonly string[];
  /** R0 … R9 where it was rejected, as the log prints them; undefined for no value. */
  readonly registers: readonly (string | undefined)[];
  /** In a callback: what it returns decides. */
  readonly isCallback: boolean;
}

export interface Candidate {
  readonly title: string;
  readonly edits: readonly LineEdit[];
}

type Row = readonly [line: RegExp, candidates: (mistake: Mistake, groups: readonly string[]) => readonly Candidate[]];

const ROWS: readonly Row[] = [
  [
    /^At .* the register R0 has .* should have been in \[(-?\d+), (-?\d+)\]/,
    (mistake, [low]) => returnOther(mistake, low),
  ],
  [/^R0 !read_ok/, (mistake) => returnOther(mistake, mistake.isCallback ? '0' : passOf(mistake.type))],
  [/^R(\d+) (?:invalid mem access '\w+_or_null'|pointer arithmetic on \w+_or_null|type=\w+_or_null )/, checkForNull],
  [/^off (-?\d+) doesn't point to '(.*)' that is at (\d+)/, moveToField],
  [/^(?:timer|workqueue) pointer in R1 .* map pointer in R2/, nameSameMap],
  [/would lead to reference leak/, release],
  [/^invalid read from stack (?:R\d+ )?off=?\s?(-\d+)/, initialise],
];

/** Possible changes, the simplest first; none where nothing is certain enough to try. */
export function candidatesFor(mistake: Mistake): readonly Candidate[] {
  for (const [pattern, candidates] of ROWS) {
    const found = pattern.exec(mistake.message);
    if (found !== null) return candidates(mistake, found.slice(1));
  }
  return [];
}

const lineOf = ({ sourceLines }: Mistake, insn: number | undefined): number =>
  insn === undefined ? 0 : (sourceLines[insn] ?? 0);
const lastLine = (mistake: Mistake): number => lineOf(mistake, mistake.chain.at(-1)?.insn);
const textOf = ({ lines }: Mistake, line: number): string => lines[line - 1] ?? '';
const indentOf = (text: string): string => /^\s*(?:[\w.$]+:\s*)?/.exec(text)?.[0].replace(/\S/g, ' ') ?? '';

/** One line in front of another, with the same indent. */
function insertion(mistake: Mistake, line: number, ...texts: readonly string[]): readonly LineEdit[] {
  const indent = indentOf(textOf(mistake, line)) || '    ';
  return [{ line, after: texts.map((text) => (text.endsWith(':') ? text : indent + text)) }];
}

function replacement(mistake: Mistake, line: number, pattern: RegExp, by: string): readonly LineEdit[] {
  const before = textOf(mistake, line);
  return pattern.test(before) ? [{ line, before, after: [before.replace(pattern, by)] }] : [];
}

const some = (title: string, edits: readonly LineEdit[]): readonly Candidate[] =>
  edits.length === 0 ? [] : [{ title, edits }];

const passOf = (type: string): string => (type === 'xdp' ? 'XDP_PASS' : '0');

/** `r0 = 1` becomes `r0 = 0`; or else the return value is set before the exit. */
function returnOther(mistake: Mistake, wanted: string): readonly Candidate[] {
  const writer = mistake.chain.findLast(({ what }) => what.startsWith('R0 becomes'));
  const exit = lastLine(mistake);
  const title = `Return ${wanted}`;
  return [
    ...some(title, replacement(mistake, lineOf(mistake, writer?.insn), /\b([rw]0 = )[-\w]+/, `$1${wanted}`)),
    ...(exit > 0 ? some(title, insertion(mistake, exit, `r0 = ${wanted}`)) : []),
  ];
}

/** Labels below a line in the same function, and a way out of its own. */
const MAX_LABELS = 3;

function checkForNull(mistake: Mistake): readonly Candidate[] {
  const call = mistake.chain.findLast(({ what }) => /^R0 becomes \w+_or_null/.test(what));
  const line = lineOf(mistake, call?.insn) + 1;
  if (call === undefined || line <= 1) return [];
  const title = 'Check for NULL first';
  const labels = labelsBelow(mistake.lines, line).slice(0, MAX_LABELS);
  const found = freeLabel(mistake.lines, 'found');
  return [
    ...labels.flatMap((label) => some(title, insertion(mistake, line, `if r0 == 0 goto ${label}`))),
    ...some(
      title,
      insertion(
        mistake,
        line,
        `if r0 != 0 goto ${found}`,
        `r0 = ${passOf(mistake.isCallback ? '' : mistake.type)}`,
        'exit',
        `${found}:`,
      ),
    ),
  ];
}

function labelsBelow(lines: readonly string[], line: number): readonly string[] {
  const labels: string[] = [];
  for (const text of lines.slice(line - 1)) {
    if (/^\s*\.(?:program|callback|function|func|global|section)\b/.test(text)) break;
    const label = /^\s*([A-Za-z_.$][\w.$]*):/.exec(text)?.[1];
    if (label !== undefined) labels.push(label);
  }
  return labels;
}

function freeLabel(lines: readonly string[], wanted: string): string {
  const isTaken = (label: string) => lines.some((text) => new RegExp(`\\b${label}\\b`).test(text));
  let label = wanted;
  for (let n = 2; isTaken(label); n++) label = `${wanted}_${n}`;
  return label;
}

/** R1 is moved to where the field is. */
function moveToField(mistake: Mistake, [found, type, at]: readonly string[]): readonly Candidate[] {
  const distance = Number(at) - Number(found);
  const moves = mistake.chain.filter(({ insn }) => /\br\d+ \+= \S+/.test(textOf(mistake, lineOf(mistake, insn))));
  const call = lastLine(mistake);
  const title = `Point R1 to the ${type} at ${at}`;
  return [
    ...moves.flatMap(({ insn }) => {
      const line = lineOf(mistake, insn);
      const by = /\br\d+ \+= (-?\d+)\b/.exec(textOf(mistake, line))?.[1] ?? String(Number(found));
      return some(title, replacement(mistake, line, /\b(r\d+ \+= )[-\w]+/, `$1${Number(by) + distance}`));
    }),
    ...(call > 0 ? some(title, insertion(mistake, call, `r1 += ${distance}`)) : []),
  ];
}

/** The map of R2 becomes the one whose value R1 points into; the log cuts its name after 15 characters. */
function nameSameMap(mistake: Mistake): readonly Candidate[] {
  const name = /\bmap=([\w.]+)/.exec(mistake.registers[1] ?? '')?.[1];
  const writer = mistake.chain.findLast(({ what }) => what.startsWith('R2 becomes map_ptr'));
  if (name === undefined) return [];
  const maps = mistake.maps.filter((map) => map.slice(0, 15) === name);
  return maps.flatMap((map) =>
    some(
      `Name ${map}, the map of the timer`,
      replacement(mistake, lineOf(mistake, writer?.insn), /\b(r2 = )[\w.$]+( ll)/, `$1${map}$2`),
    ),
  );
}

/** How what a call acquired is given back. */
const RELEASES: readonly (readonly [holder: RegExp, calls: readonly string[]])[] = [
  [/^ringbuf_mem\(/, ['r2 = 0', 'call bpf_ringbuf_discard']],
  [/^(?:sock|tcp_sock|sock_common)\(/, ['call bpf_sk_release']],
];

function release(mistake: Mistake): readonly Candidate[] {
  const exit = lastLine(mistake);
  const [result] = mistake.registers;
  return RELEASES.flatMap(([holder, calls]) => {
    const register = mistake.registers.findIndex(
      (text) => text !== undefined && holder.test(text) && text.includes('ref_obj_id='),
    );
    if (register < 0 || exit === 0) return [];
    const hand = register === 1 ? [] : [`r1 = r${register}`];
    const after = result !== undefined && /^P?-?\d+$/.test(result) ? [`r0 = ${result.replace('P', '')}`] : [];
    const call = calls.at(-1)?.slice('call '.length);
    return some(`Give it back with ${call}`, insertion(mistake, exit, ...hand, ...calls, ...after));
  });
}

/** Bytes of stack that nobody wrote are set to 0 before they are read. */
function initialise(mistake: Mistake, [offset]: readonly string[]): readonly Candidate[] {
  const line = lastLine(mistake);
  if (line === 0) return [];
  const [at, whole] = [-Number(offset), Math.ceil(-Number(offset) / 8) * 8];
  const title = 'Initialise the stack';
  const word = at % 4 === 0 ? some(title, insertion(mistake, line, `*(u32 *)(r10 - ${at}) = 0`)) : [];
  return [...word, ...some(title, insertion(mistake, line, `*(u64 *)(r10 - ${whole}) = 0`))];
}
