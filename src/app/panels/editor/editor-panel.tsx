import { FileCode, FileX, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { readPalette } from '../../canvas/palette.ts';
import { SCRIPT_TAB } from '../../state/documents.ts';
import { stableSelected } from '../../state/selected.ts';
import { editorStands } from '../../state/start.ts';
import { activeDocument, isMachineCurrent, shownMachine, shownVerification, store, useApp } from '../../state/store.ts';
import { moveCursor, restoreObject, typeText } from '../../state/workbench.ts';
import { Badge } from '../../widgets/badge.tsx';
import { IconButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import {
  cpuDecorations,
  type Decoration,
  errorDecorations,
  hintDecorations,
  markersOf,
  scriptDecorations,
  scriptMarkers,
} from './decorations.ts';
import { knownAtLine } from './known.ts';
import type { CodeView } from './monaco.ts';
import './editor.css';

/** The text of the file that is shown, with what the verifier and the machine say about its lines. */
export function EditorPanel() {
  const container = useRef<HTMLDivElement>(null);
  const view = useCodeView(container);
  useShownText(view);
  useMarks(view);
  useTheme(view);
  useCursor(view);
  return (
    <div className="panel editor">
      {view === undefined && <TextBeforeEditor />}
      <NoText />
      <div className="editor-host" ref={container} />
    </div>
  );
}

/** In the place of the text of an object file that has none: the editor behind it would show another file's. */
function NoText() {
  const name = useApp((state) => state.tab);
  const isRead = useApp((state) => answerOf(state, name) !== undefined);
  const isThere = useTabText() !== undefined;
  if (isThere) return null;
  return (
    <div className="no-text">
      {isRead && <Empty icon={FileX} title={`No assembly of ${name}`} how="It cannot be read; the verdict says why." />}
    </div>
  );
}

/** Monaco; asked for once by the page before there is a panel. */
export const loadMonaco = () => import('./monaco.ts');

/** The text as the editor will show it, until the editor has come. */
function TextBeforeEditor() {
  const lines = useTabText()?.text.split('\n', LINES_BEFORE_EDITOR) ?? [];
  return (
    <ol className="text-before-editor" aria-label="The editor is loading">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is named by its number
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}

/** More lines than fit on a screen. */
const LINES_BEFORE_EDITOR = 80;

/** Loads Monaco and mounts it. */
function useCodeView(container: { readonly current: HTMLDivElement | null }): CodeView | undefined {
  const [view, setView] = useState<CodeView>();
  useEffect(() => {
    let isGone = false;
    let made: CodeView | undefined;
    void loadMonaco()
      .then((monaco) => {
        if (isGone || container.current === null) return;
        made = new monaco.CodeView(container.current, readPalette(), {
          typed: (text) => typeText(store.getState().tab, text),
          cursorAt: (line) => moveCursor(store.getState().tab, line),
          knownAt: (line) => {
            const state = store.getState();
            return knownAtLine(answerOf(state, state.tab), line, state.program);
          },
        });
        // Its text is there before its first frame.
        flushSync(() => setView(made));
        // The others wait until its first lines are painted.
        requestAnimationFrame(() => setTimeout(editorStands));
      })
      .catch((error: unknown) => {
        editorStands();
        throw error;
      });
    return () => {
      isGone = true;
      made?.dispose();
    };
  }, [container]);
  return view;
}

/** The text of the tab: typed text, a script, or the assembly that was read out of an object file. */
function useTabText() {
  const document = useApp(activeDocument);
  const tab = useApp((state) => state.tab);
  const disassembly = useApp((state) => answerOf(state, tab)?.disassembly);
  if (document === undefined) return undefined;
  if (tab === SCRIPT_TAB) return { key: `${document.id}/script`, text: document.script, isScript: true, name: tab };
  const index = document.programs.findIndex((file) => file.name === tab);
  const file = document.programs[index];
  if (file === undefined) return undefined;
  const text = file.is === 'text' ? file.text : disassembly;
  return text === undefined ? undefined : { key: `${document.id}/${index}`, text, isScript: false, name: tab };
}

type State = ReturnType<typeof store.getState>;

const answerOf = (state: State, file: string) =>
  shownVerification(state)?.answers.find((answer) => answer.file === file);

function useShownText(view: CodeView | undefined): void {
  const shown = useTabText();
  const { key, text, isScript, name } = shown ?? {};
  useEffect(() => {
    if (key === undefined || text === undefined || name === undefined) return;
    view?.show(key, text, isScript === true ? 'script' : 'assembly', name);
  }, [view, key, text, isScript, name]);
}

const NO_DECORATIONS: readonly Decoration[] = [];

function useMarks(view: CodeView | undefined): void {
  const tab = useApp((state) => state.tab);
  const activeId = useApp((state) => state.activeId);
  const answer = useApp((state) => answerOf(state, tab));
  const selected = useApp(stableSelected);
  const cpus = useApp((state) => shownMachine(state)?.now.cpus);
  const isCurrent = useApp(isMachineCurrent);
  const cursor = useApp((state) => (state.cursor?.file === tab ? state.cursor.line : undefined));
  const output = useApp((state) => (tab === SCRIPT_TAB ? shownMachine(state)?.now.output : undefined));
  const script = useApp((state) => (tab === SCRIPT_TAB ? activeDocument(state) : undefined));
  const markers = useMemo(
    () => (tab === SCRIPT_TAB ? scriptMarkers(script) : markersOf(answer)),
    [tab, script, answer],
  );
  const errors = useMemo(() => errorDecorations(answer), [answer]);
  const played = useMemo(() => (output === undefined ? NO_DECORATIONS : scriptDecorations(output)), [output]);
  const hints = useMemo(
    () => (selected?.answer === answer ? hintDecorations(selected?.program) : NO_DECORATIONS),
    [selected, answer],
  );
  const running = useMemo(
    () => cpuDecorations(isCurrent ? (cpus ?? []) : [], new Set(answer?.programs.map((program) => program.name))),
    [cpus, answer, isCurrent],
  );
  // The text that is shown is another one when the tab or the document changes: it gets its marks again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => view?.setMarkers(markers), [view, markers, tab, activeId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const wrong = new Set(errors.map((error) => error.line));
    const at: readonly Decoration[] = cursor === undefined ? [] : [{ line: cursor, mark: 'cursor' }];
    view?.setDecorations([...hints.filter((hint) => !wrong.has(hint.line)), ...errors, ...played, ...running, ...at]);
  }, [view, errors, hints, played, running, cursor, tab, activeId]);
}

function useTheme(view: CodeView | undefined): void {
  const theme = useApp((state) => state.theme);
  const shown = useRef(theme);
  useEffect(() => {
    // The view is made with the palette of the present theme.
    if (view === undefined || shown.current === theme) return;
    shown.current = theme;
    void loadMonaco().then((monaco) => monaco.setPalette(readPalette()));
  }, [view, theme]);
}

/** Keeps the cursor's line in sight. */
function useCursor(view: CodeView | undefined): void {
  const line = useApp((state) => (state.cursor?.file === state.tab ? state.cursor.line : undefined));
  useEffect(() => {
    if (view === undefined || line === undefined || line < 1) return;
    view.reveal(line);
    view.placeCursor(line);
  }, [view, line]);
}

/** In the panel's head: the files of the document and its script. */
export function EditorState() {
  const document = useApp(activeDocument);
  const tab = useApp((state) => state.tab);
  if (document === undefined) return null;
  return (
    <fieldset className="file-tabs" aria-label="Files">
      {[...document.programs.map((file) => file.name), SCRIPT_TAB].map((name) => (
        <button
          key={name}
          type="button"
          className={name === tab ? 'file-tab on' : 'file-tab'}
          aria-pressed={name === tab}
          onClick={() => store.setState({ tab: name })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

/** In the panel's head: what the machine runs if it is not this text, and the way back to an object file. */
export function EditorTools() {
  const document = useApp(activeDocument);
  const tab = useApp((state) => state.tab);
  const machineEdit = useApp((state) => shownMachine(state)?.edit);
  const isText = useTabText() !== undefined;
  const file = document?.programs.find((candidate) => candidate.name === tab);
  return (
    <>
      {file?.is === 'object' && isText && <Badge icon={FileCode}>object file, as assembly</Badge>}
      {machineEdit !== undefined && machineEdit !== document?.edit && <Badge>machine runs edit {machineEdit}</Badge>}
      {file?.is === 'text' && file.from !== undefined && (
        <IconButton icon={Undo2} name={`Back to ${file.from.name}`} small onPress={() => restoreObject(tab)} />
      )}
    </>
  );
}
