import { ChevronDown, ChevronRight, Funnel, ScrollText } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { create } from 'zustand';
import { ChainRows, rowsOfChain } from '../../log/chain-rows.ts';
import { insnOf, type LogRow, LogRows, type SeenRows, type StatePart, VisibleRows } from '../../log/log-rows.ts';
import type { Found } from '../../log/log-search.ts';
import { lineOfInsn } from '../../state/places.ts';
import { type Selected, stableSelected } from '../../state/selected.ts';
import { type Cursor, type LogLevel, store, useApp } from '../../state/store.ts';
import { useWhy } from '../../state/why.ts';
import { theSession } from '../../state/workbench.ts';
import { Empty } from '../../widgets/empty.tsx';
import { Segments } from '../../widgets/segments.tsx';
import { useFind, useSearching } from './log-find.ts';
import { useWindow, type Window } from './window.ts';
import './verifier.css';

const ROW_HEIGHT = 20;

/** Whether only the rows of the chain are shown: shared by the button in the panel's head and the rows. */
const useFilter = create<{ readonly isOn: boolean }>(() => ({ isOn: false }));

/** The verifier's log of the program that is shown. */
export function LogPanel() {
  const selected = useApp(stableSelected);
  if (selected === undefined || selected.program.log.length === 0) {
    return <Empty icon={ScrollText} title="No log" how="It comes with the verdict of a program that was loaded." />;
  }
  return <Log key={selected.program.name} selected={selected} />;
}

/** Open folds, by the numbers of their rows. */
const NO_FOLDS: ReadonlySet<number> = new Set();

function Log({ selected }: { selected: Selected }) {
  const { program, answer } = selected;
  const all = useMemo(() => new LogRows(program.log, program.message), [program]);
  const [open, setOpen] = useState(NO_FOLDS);
  const rows = useSeenRows(selected, all, open);
  const cursor = useApp((state) => (state.cursor?.file === answer.file ? state.cursor : undefined));
  const search = useFind((state) => state.text);
  const found = useFind((state) => state.found);
  const at = useMemo(() => rowAtCursor(rows, selected, cursor), [rows, selected, cursor]);
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useWindow(scroller, rows.count, ROW_HEIGHT);

  useSearching(all);
  useScrolling(seen, rows, at, found);
  const choose = (index: number) => {
    const gap = rows instanceof ChainRows ? rows.gapAt(index) : undefined;
    if (gap !== undefined) return setOpen(toggled(open, gap));
    const number = rows.rowAt(index);
    if (number === undefined || index >= rows.count) return;
    const row = all.row(number);
    if (row.is === 'fold') return setOpen(toggled(open, number));
    const insn = insnOf(row);
    if (insn === undefined) return;
    const cursor = { file: answer.file, line: lineOfInsn(program, insn) ?? 0, logRow: number };
    store.setState({ cursor, tab: answer.file });
  };
  const point = (index: number) => choose(isFold(rows.at(index)) ? index : insnBeside(rows, index));
  const move = (event: KeyboardEvent) => {
    if (event.key === 'o') return setOpen(open.size > 0 ? NO_FOLDS : foldsOf(rows));
    const target = rowOfKey(event.key, at ?? -1, rows.count);
    if (target === undefined) return;
    event.preventDefault();
    choose(nearestInsn(rows, target, target >= (at ?? -1) ? 1 : -1));
  };
  return (
    <div className="panel">
      <div
        className="log"
        ref={scroller}
        role="listbox"
        aria-label={`Verifier log of ${program.name}`}
        tabIndex={0}
        data-panel-focus
        onKeyDown={move}
      >
        <div className="log-rows" role="presentation" style={{ height: seen.height }}>
          {indexes(seen).map((index) => {
            const number = rows.rowAt(index);
            return (
              <Row
                key={index}
                row={rows.at(index)}
                top={seen.topOf(index)}
                isCursor={index === at}
                isFound={number !== undefined && isFoundAt(all, number, search, found)}
                isOpen={isOpenAt(rows, index, open)}
                onChoose={() => point(index)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const indexes = ({ first, end }: Window): readonly number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);

/** All rows, or those that matter for the verdict. */
function useSeenRows({ program }: Selected, all: LogRows, open: ReadonlySet<number>): SeenRows {
  const isOn = useFilter((state) => state.isOn);
  const chain = useWhy(isOn && program.stage === 'prog' ? program.name : undefined)?.chain;
  return useMemo(() => {
    const insns = (isOn && !program.accepted && chain?.map(({ insn }) => insn)) || [];
    const matter = rowsOfChain(all, insns);
    return matter.length > 0 ? new ChainRows(all, matter, open) : new VisibleRows(all, open);
  }, [all, open, isOn, chain, program]);
}

const isFoundAt = (all: LogRows, row: number, search: string, found: Found | undefined): boolean =>
  search !== '' && (row === found?.row || all.has(row, search));

const isFold = (row: LogRow): boolean => row.is === 'fold' || row.is === 'gap';

const isOpenAt = (rows: SeenRows, index: number, open: ReadonlySet<number>): boolean => {
  const number = rows instanceof ChainRows ? rows.gapAt(index) : rows.rowAt(index);
  return number !== undefined && open.has(number);
};

function foldsOf(rows: SeenRows): ReadonlySet<number> {
  const folds = new Set<number>();
  for (let i = 0; i < rows.count; i++) {
    const number = rows instanceof ChainRows ? rows.gapAt(i) : rows.rowAt(i);
    if (number !== undefined && (rows instanceof ChainRows || rows.all.isFold(number))) folds.add(number);
  }
  return folds;
}

/** Keeps in sight what was chosen, what was found, and in a new log the message. */
function useScrolling(seen: Window, rows: SeenRows, at: number | undefined, found: Found | undefined): void {
  const { all } = rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the window is new each time, the place to scroll to is not
  useEffect(() => {
    if (at !== undefined) seen.scrollTo(at, 'edge');
  }, [at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place scrolls, unfolding must not
  useEffect(() => {
    if (found !== undefined && found.row >= 0) seen.scrollTo(rows.indexOf(found.row), 'middle');
  }, [found]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another log scrolls to its end, unfolding must not
  useEffect(() => {
    const message = all.messageRow();
    if (message >= 0) seen.scrollTo(Math.min(rows.indexOf(message) + 1, rows.count - 1), 'edge');
  }, [all]);
}

interface RowProps {
  readonly row: LogRow;
  readonly top: number;
  readonly isCursor: boolean;
  readonly isFound: boolean;
  readonly isOpen: boolean;
  readonly onChoose: () => void;
}

/** The instruction that a row is about: a line of source stands before it, a message behind it. */
const insnBeside = (rows: SeenRows, index: number): number =>
  nearestInsn(rows, index, rows.at(index).is === 'source' ? 1 : -1);

function Row({ row, top, isCursor, isFound, isOpen, onChoose }: RowProps) {
  const wide = row.is !== 'insn' && row.is !== 'state';
  const names = ['log-row', row.is, wide ? 'wide' : '', isFound ? 'found' : '', isCursor ? 'cursor' : ''];
  return (
    // The list has the focus and the keys (arrows move, see rowOfKey); a row only takes the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      className={names.filter(Boolean).join(' ')}
      role="option"
      aria-selected={isCursor}
      aria-label={row.is === 'text' && row.text === '' ? 'empty line' : undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onChoose}
    >
      <RowCells row={row} isOpen={isOpen} />
    </div>
  );
}

function RowCells({ row, isOpen }: { row: LogRow; isOpen: boolean }) {
  switch (row.is) {
    case 'insn':
      return (
        <>
          <span className="number">{row.insn}</span>
          <span title={row.text}>
            <span className="opcode">({row.opcode})</span> {row.text}
          </span>
          <State parts={row.state} />
        </>
      );
    case 'state':
      return (
        <>
          <span className="number">{row.insn}</span>
          <span />
          <State parts={row.state} />
        </>
      );
    case 'fold':
    case 'gap': {
      const Icon = isOpen ? ChevronDown : ChevronRight;
      return (
        <>
          <span className="number">
            <Icon className="icon" size={12} strokeWidth={2} aria-hidden />
          </span>
          <span>
            {row.is === 'fold' && `${row.count} lines: `}
            {row.title}
          </span>
        </>
      );
    }
    default:
      return (
        <>
          <span className="number">{row.is === 'message' ? '×' : ''}</span>
          <span title={row.text}>{row.text}</span>
        </>
      );
  }
}

function State({ parts }: { parts: readonly StatePart[] }) {
  const text = parts.map((part) => part.text).join('');
  return (
    <span className="state" title={text}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move
        <span key={index} className={part.as === 'plain' ? undefined : part.as}>
          {part.text}
        </span>
      ))}
    </span>
  );
}

/** Where the row of the cursor is seen: the chosen one, or the last one of the line's instructions. */
function rowAtCursor(rows: SeenRows, { program }: Selected, cursor: Cursor | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const { all } = rows;
  const { logRow, line } = cursor;
  const insn = logRow === undefined || logRow >= all.count ? undefined : insnOf(all.row(logRow));
  if (logRow !== undefined && insn !== undefined && (lineOfInsn(program, insn) ?? 0) === line)
    return rows.indexOf(logRow);
  const last = line <= 0 ? -1 : lastRowOfLine(all, program, line);
  return last < 0 ? undefined : rows.indexOf(last);
}

/** The last row that shows one of the instructions of a line of source; -1 if there is none. */
function lastRowOfLine({ log }: LogRows, program: Selected['program'], line: number): number {
  let last = -1;
  for (const [insn, row] of log.lastRow.entries()) if (row > last && lineOfInsn(program, insn) === line) last = row;
  return last;
}

function toggled(open: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(row)) next.add(row);
  return next;
}

const PAGE = 12;

/** Where a key leads; undefined if it is no key of the list. */
function rowOfKey(key: string, at: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    j: at + 1,
    ArrowUp: at - 1,
    k: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}

/** The nearest row about an instruction, from `from` in the direction of the movement. */
function nearestInsn(rows: SeenRows, from: number, direction: 1 | -1): number {
  for (let i = from; i >= 0 && i < rows.count; i += direction) if (insnOf(rows.at(i)) !== undefined) return i;
  return from;
}

/** In the panel's head: the level. */
export function LogState() {
  const level = useApp((state) => state.logLevel);
  return (
    <>
      <Segments
        name="Log level"
        value={String(level)}
        segments={[
          { value: '1', name: 'Level 1: the path to the verdict', label: '1' },
          { value: '2', name: 'Level 2: every state', label: '2' },
          { value: '4', name: 'Level 4: statistics only', label: '4' },
        ]}
        onChange={(value) => theSession().setLogLevel(LEVELS[value] ?? 1)}
      />
      <Filter />
    </>
  );
}

/** Of a rejected program: only the rows of its chain, or all. */
function Filter() {
  const isOn = useFilter((state) => state.isOn);
  const isRejected = useApp((state) => stableSelected(state)?.program.accepted === false);
  if (!isRejected) return null;
  return (
    <button type="button" className="filter" aria-pressed={isOn} onClick={() => useFilter.setState({ isOn: !isOn })}>
      <Funnel className="icon" size={12} strokeWidth={2} aria-hidden />
      only what matters
    </button>
  );
}

const LEVELS: Readonly<Record<string, LogLevel>> = { 1: 1, 2: 2, 4: 4 };
