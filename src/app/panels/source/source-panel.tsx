import { useVirtualizer } from '@tanstack/react-virtual';
import { FileCode2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { SourceFile } from '../../state/documents.ts';
import { exampleSource } from '../../state/examples.ts';
import { type Selected, stableSelected } from '../../state/selected.ts';
import { activeDocument, store, useApp } from '../../state/store.ts';
import { moveCursor } from '../../state/workbench.ts';
import { Badge } from '../../widgets/badge.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { assemblyLineOf, cLineOf, fileRows, quotedRows, type SourceRow } from './source-rows.ts';
import './source.css';

const ROW_HEIGHT = 20;

interface Shown {
  readonly name: string;
  readonly rows: readonly SourceRow[];
  readonly isWhole: boolean;
}

/** The C that the programs were made of: a file that came with them, or the lines that an object quotes. */
export function SourcePanel() {
  const shown = useShown();
  const selected = useApp(stableSelected);
  if (shown === undefined) {
    return (
      <Empty
        icon={FileCode2}
        title="No C"
        how="It comes with an object that was compiled with -g; drop its .c beside it to see all of it."
      />
    );
  }
  return <Source key={shown.name} shown={shown} selected={selected} />;
}

/** In the panel's head: which file, and whether it is all there. */
export function SourceState() {
  const shown = useShown();
  if (shown === undefined) return null;
  return <Badge>{shown.isWhole ? shown.name : `${shown.name}, the lines that the object quotes`}</Badge>;
}

function useShown(): Shown | undefined {
  const document = useApp(activeDocument);
  const selected = useApp(stableSelected);
  const example = useExampleSource(document?.id);
  return useMemo(() => {
    const name = selected?.program.cLines?.file;
    const beside = document?.sources?.find((source) => source.name === name) ?? document?.sources?.[0] ?? example;
    if (beside !== undefined) return { name: beside.name, rows: fileRows(beside), isWhole: true };
    const quoted = selected?.answer.sources?.find((source) => source.file === name);
    return quoted && { name: quoted.file, rows: quotedRows(quoted), isWhole: false };
  }, [document, selected, example]);
}

function useExampleSource(documentId: string | undefined): SourceFile | undefined {
  const [source, setSource] = useState<SourceFile>();
  useEffect(() => {
    let isWanted = true;
    setSource(undefined);
    if (documentId !== undefined) void exampleSource(documentId).then((found) => isWanted && setSource(found));
    return () => {
      isWanted = false;
    };
  }, [documentId]);
  return source;
}

function Source({ shown, selected }: { shown: Shown; selected: Selected | undefined }) {
  const { rows } = shown;
  const cursor = useApp((state) => state.cursor);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const isOurs = selected !== undefined && cursor?.file === selected.answer.file;
  const line = isOurs ? cLineOf(selected.program, cursor.line) : undefined;
  const at = rows.findIndex((row) => row.is === 'line' && row.number === line);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const goTo = (row: SourceRow | undefined) => {
    if (row?.is !== 'line' || selected === undefined) return;
    const { answer, program } = selected;
    const target = assemblyLineOf(answer.programs, row.number, program);
    if (target === undefined) return;
    store.setState({ tab: answer.file });
    moveCursor(answer.file, target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    goTo(nextWithCode(rows, at, direction, selected));
  };
  return (
    <div className="panel">
      <div
        className="source"
        ref={scroller}
        role="listbox"
        aria-label={`C source ${shown.name}`}
        tabIndex={0}
        data-panel-focus
        onKeyDown={onKeyDown}
      >
        <div className="source-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <Row
              key={item.key}
              row={rows[item.index]}
              top={item.start}
              isCursor={item.index === at}
              onChoose={() => goTo(rows[item.index])}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The next row in a direction that instructions came from. */
function nextWithCode(
  rows: readonly SourceRow[],
  at: number,
  direction: 1 | -1,
  selected: Selected | undefined,
): SourceRow | undefined {
  if (selected === undefined) return undefined;
  const { answer, program } = selected;
  for (let i = at + direction; i >= 0 && i < rows.length; i += direction) {
    const row = rows[i];
    if (row.is === 'line' && assemblyLineOf(answer.programs, row.number, program) !== undefined) return row;
  }
  return undefined;
}

interface RowProps {
  readonly row: SourceRow;
  readonly top: number;
  readonly isCursor: boolean;
  readonly onChoose: () => void;
}

function Row({ row, top, isCursor, onChoose }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      className={['source-row', row.is, isCursor ? 'cursor' : ''].join(' ')}
      role="option"
      aria-selected={isCursor}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onChoose}
    >
      <span className="number">{row.is === 'line' ? row.number : '…'}</span>
      <span className="text">{row.is === 'line' ? row.text : ''}</span>
    </div>
  );
}
