/** The verifier's log as rows. Nothing of the kernel's text is changed; it is only put into columns. */
export type LogRow =
  | {
      readonly is: 'insn';
      readonly insn: number;
      readonly opcode: string;
      readonly text: string;
      /** What is known after it, split so that the register it wrote can be marked. */
      readonly state: readonly StatePart[];
    }
  | { readonly is: 'state'; readonly insn: number; readonly state: readonly StatePart[] }
  | { readonly is: 'source'; readonly text: string }
  | { readonly is: 'message'; readonly text: string }
  | { readonly is: 'stats'; readonly text: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'fold'; readonly title: string; readonly rows: readonly LogRow[] };

export interface StatePart {
  readonly text: string;
  readonly as: 'plain' | 'written' | 'map';
}

/** Lines of bookkeeping in a row, from this number on, become one fold. */
const FOLD_FROM = 2;

/** Kinds of bookkeeping by how a line begins, and what a fold of them is called. */
const BOOKKEEPING: readonly (readonly [RegExp, string])[] = [
  [/^func#\d+ @|^Live regs before insn:|^ +(\d+ +)?\d+: [.0-9]{10} /, 'live registers'],
  [/^\([\d,]+\) (frame|live stack)|^$/, 'live stack'],
  [/^mark_precise: /, 'precision marks'],
];

const INSN = /^(\d+): \(([0-9a-f]{2})\) (.*?)(?:\s*; (.*))?$/;
const STATE = /^(\d+): ((?:frame\d+: )?R\d+.*)$/;
const STATS = /^(processed \d+ insns |verification time |stack depth |insns processed )/;

/** Rows of a log; `message` is the line that says why the program was rejected. */
export function logRows(log: string, message: string): readonly LogRow[] {
  const lines = log.endsWith('\n') ? log.slice(0, -1).split('\n') : log === '' ? [] : log.split('\n');
  const rows: LogRow[] = [];
  for (let i = 0; i < lines.length; ) {
    const kind = bookkeepingOf(lines[i]);
    let end = i + 1;
    if (kind !== undefined) while (end < lines.length && kind[0].test(lines[end])) end++;
    const part = lines.slice(i, end).map((line) => rowOf(line, message));
    if (kind !== undefined && part.length >= FOLD_FROM) rows.push({ is: 'fold', title: kind[1], rows: part });
    else rows.push(...part);
    i = end;
  }
  return rows;
}

const bookkeepingOf = (line: string) => BOOKKEEPING.find(([pattern]) => pattern.test(line) && line !== '');

function rowOf(line: string, message: string): LogRow {
  if (line === message && message !== '') return { is: 'message', text: line };
  const insn = INSN.exec(line);
  if (insn !== null) {
    const written = writtenRegister(insn[3]);
    return {
      is: 'insn',
      insn: Number(insn[1]),
      opcode: insn[2],
      text: insn[3],
      state: stateParts(insn[4] ?? '', written),
    };
  }
  const state = STATE.exec(line);
  if (state !== null) return { is: 'state', insn: Number(state[1]), state: stateParts(state[2], undefined) };
  if (line.startsWith(';')) return { is: 'source', text: line };
  return { is: STATS.test(line) ? 'stats' : 'text', text: line };
}

/** The register that an instruction writes, by its text: `r3 += 8` and `w3 = …` write R3, a call R0. */
function writtenRegister(text: string): string | undefined {
  const assigned = /^[rw](\d+) (?:[-+*/%&|^s<>]*=) /.exec(text);
  if (assigned !== null) return `R${assigned[1]}`;
  return text.startsWith('call ') ? 'R0' : undefined;
}

/** A state's text in parts: the written register, names of maps, the rest. */
function stateParts(text: string, written: string | undefined): readonly StatePart[] {
  const parts: StatePart[] = [];
  for (const word of text.split(/(?<= )(?=[A-Za-z]+\d+[\w-]*=)/)) {
    const as = written !== undefined && word.startsWith(`${written}=`) ? 'written' : 'plain';
    const map = /^(.*map=)([\w.]+)(.*)$/s.exec(word);
    if (map === null) parts.push({ text: word, as });
    else parts.push({ text: map[1], as }, { text: map[2], as: 'map' }, { text: map[3], as });
  }
  return parts.filter((part) => part.text !== '');
}

/** The rows that are seen: a fold that is open is followed by its rows. */
export function visibleRows(rows: readonly LogRow[], open: ReadonlySet<LogRow>): readonly LogRow[] {
  return rows.flatMap((row) => (row.is === 'fold' && open.has(row) ? [row, ...row.rows] : [row]));
}

/** What a row says, as one text: for search and for copying. */
export function rowText(row: LogRow): string {
  switch (row.is) {
    case 'insn':
      return `${row.insn}: (${row.opcode}) ${row.text} ${stateText(row.state)}`;
    case 'state':
      return `${row.insn}: ${stateText(row.state)}`;
    case 'fold':
      return row.title;
    default:
      return row.text;
  }
}

export const stateText = (state: readonly StatePart[]): string => state.map((part) => part.text).join('');

/** Instruction that a row is about. */
export const insnOf = (row: LogRow): number | undefined =>
  row.is === 'insn' || row.is === 'state' ? row.insn : undefined;

/** The last state that the log gives after each instruction. */
export function lastStates(rows: readonly LogRow[]): ReadonlyMap<number, readonly StatePart[]> {
  const states = new Map<number, readonly StatePart[]>();
  for (const row of rows) if (row.is === 'insn' && row.state.length > 0) states.set(row.insn, row.state);
  return states;
}
