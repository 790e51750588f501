import { editor, type IDisposable, type IPosition, languages, MarkerSeverity, Range } from 'monaco-editor/editor';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { Palette } from '../../canvas/palette.ts';
import { withoutComment } from '../../format.ts';
import { goesToDefinitions, offerWords, rangeOfWord } from './assist.ts';
import type { Decoration, LineMark, Marker } from './decorations.ts';
import { assemblyGrammar, namedPlaces, scriptGrammar } from './grammar.ts';
import { wordHover } from './word-hover.ts';

const { InjectedTextCursorStops } = editor;

const ASSEMBLY = 'bpf-assembly';
const SCRIPT = 'rearm-script';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
for (const [id, grammar] of [
  [ASSEMBLY, assemblyGrammar()],
  [SCRIPT, scriptGrammar],
] as const) {
  languages.register({ id });
  languages.setMonarchTokensProvider(id, grammar);
}
languages.setLanguageConfiguration(ASSEMBLY, { comments: { lineComment: '#', blockComment: ['/*', '*/'] } });
languages.setLanguageConfiguration(SCRIPT, { comments: { lineComment: '#' } });

/** What the panel wants to hear of. */
export interface CodeEvents {
  typed(text: string): void;
  cursorAt(line: number): void;
  /** What there is to say about a line of assembly that the pointer rests on. */
  knownAt(line: number): Promise<readonly string[] | undefined>;
}

const LINE_HEIGHT = 20;

/** Columns of code before the hints begin: look.md's hint column. */
const HINT_COLUMN = 37;

/** Monaco with what we show in it. The panel makes one and disposes it. */
export class CodeView {
  private readonly editor: editor.IStandaloneCodeEditor;
  private readonly models = new Map<string, editor.ITextModel>();
  private readonly marks: editor.IEditorDecorationsCollection;
  private readonly names: editor.IEditorDecorationsCollection;
  private readonly events: CodeEvents;
  private readonly providers: readonly IDisposable[];
  /** Version of each model whose text was heard of last. */
  private readonly versions = new WeakMap<editor.ITextModel, number>();
  private decorations: readonly Decoration[] = [];
  /** The line that was brought into sight last. */
  private revealed: number | undefined;
  /** Pixels. */
  private height = 0;
  /** True while we change a model ourselves: that is not typing. */
  private applying = false;

  constructor(container: HTMLElement, palette: Palette, events: CodeEvents) {
    this.events = events;
    setPalette(palette);
    this.editor = editor.create(container, { ...OPTIONS, fontFamily: palette.mono, model: null });
    this.marks = this.editor.createDecorationsCollection();
    this.names = this.editor.createDecorationsCollection();
    this.editor.onDidChangeModelContent(() => this.contentChanged());
    this.editor.onDidChangeCursorPosition(({ position }) => {
      // Only what the user does moves the one cursor; our own changes of a text do not.
      if (!this.applying) this.events.cursorAt(position.lineNumber);
    });
    this.providers = [
      languages.registerHoverProvider(ASSEMBLY, { provideHover: (model, position) => this.hover(model, position) }),
      offerWords(ASSEMBLY),
    ];
    goesToDefinitions(this.editor);
    this.editor.onDidLayoutChange(({ height }) => this.laidOut(height));
    void measureWithFonts(palette.mono);
  }

  dispose(): void {
    for (const provider of this.providers) provider.dispose();
    this.editor.dispose();
    for (const model of this.models.values()) model.dispose();
  }

  /** Shows a text; `key` names its undo history. */
  show(key: string, text: string, kind: 'assembly' | 'script', label: string): void {
    this.applying = true;
    let model = this.models.get(key);
    if (model === undefined) {
      model = editor.createModel(text, kind === 'script' ? SCRIPT : ASSEMBLY);
      this.models.set(key, model);
    } else if (model.getValue() !== text) {
      // A step of its own for those who take it back.
      model.pushStackElement();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
    }
    if (this.editor.getModel() !== model) {
      this.editor.setModel(model);
      this.nameKinds();
    }
    this.editor.updateOptions({ ariaLabel: label });
    this.applying = false;
  }

  /** Squiggles with their messages. */
  setMarkers(markers: readonly Marker[]): void {
    const model = this.editor.getModel();
    if (model === null) return;
    editor.setModelMarkers(
      model,
      'rearm',
      markers.map((marker) => ({
        severity: marker.severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
        message: marker.message,
        startLineNumber: marker.line,
        endLineNumber: marker.line,
        ...columnsOf(marker, model),
      })),
    );
  }

  /** Line washes, gutter signs and hints. */
  setDecorations(decorations: readonly Decoration[]): void {
    this.decorations = decorations;
    const model = this.editor.getModel();
    if (model === null) return;
    const lines = model.getLineCount();
    const columns = this.editor.getLayoutInfo().viewportColumn;
    this.marks.set(
      decorations
        .filter((decoration) => decoration.line >= 1 && decoration.line <= lines)
        .flatMap((decoration) => toMonaco(decoration, model, columns)),
    );
  }

  /** Brings a line into sight; while the editor is behind another panel, as soon as it is in front. */
  reveal(line: number): void {
    this.revealed = line;
    this.editor.revealLineInCenterIfOutsideViewport(line);
  }

  private laidOut(height: number): void {
    this.setDecorations(this.decorations);
    // Monaco keeps a few pixels while it is not seen.
    const isShownAgain = this.height < LINE_HEIGHT && height >= LINE_HEIGHT;
    this.height = height;
    if (isShownAgain && this.revealed !== undefined) this.editor.revealLineInCenter(this.revealed);
  }

  /** Puts the text cursor into a line without taking the focus. */
  placeCursor(line: number): void {
    if (this.editor.getPosition()?.lineNumber === line || this.editor.hasTextFocus()) return;
    this.applying = true;
    this.editor.setPosition({ lineNumber: line, column: 1 });
    this.applying = false;
  }

  focus(): void {
    this.editor.focus();
  }

  /**
   * Monaco also sends this event for texts that decorations inject, so for those that are set here: only another
   * version of the model is another text.
   */
  private contentChanged(): void {
    const model = this.editor.getModel();
    if (model === null || this.versions.get(model) === model.getVersionId()) return;
    this.versions.set(model, model.getVersionId());
    this.nameKinds();
    if (!this.applying) this.events.typed(model.getValue());
  }

  /** What is known of the word, and of the instruction of its line. */
  private async hover(model: editor.ITextModel, position: IPosition): Promise<languages.Hover | undefined> {
    const { lineNumber: line, column } = position;
    const word = wordHover(model.getValue(), line, column);
    const lines = model === this.editor.getModel() ? await this.events.knownAt(line) : undefined;
    const texts = [word, lines && ['```text', ...lines, '```'].join('\n')].filter((text) => text !== undefined);
    if (texts.length === 0 || model.isDisposed()) return undefined;
    const whole = new Range(line, 1, line, model.getLineMaxColumn(line));
    const range = word === undefined ? whole : (rangeOfWord(model, position) ?? whole);
    return { range, contents: texts.map((value) => ({ value })) };
  }

  private nameKinds(): void {
    const model = this.editor.getModel();
    if (model === null) return;
    const places = model.getLanguageId() === ASSEMBLY ? namedPlaces(model.getValue()) : [];
    this.names.set(
      places.map(({ line, column, endColumn, kind }) => ({
        range: new Range(line, column, line, endColumn),
        options: { inlineClassName: kind === 'map' ? 'kind-data' : 'kind-time' },
      })),
    );
  }
}

/** Monaco measures its font when an editor is made; faces that come later make it measure again. */
async function measureWithFonts(family: string): Promise<void> {
  const faces = ['', 'bold ', 'italic '].map((style) => `${style}${OPTIONS.fontSize}px ${family}`);
  if (faces.every((face) => document.fonts.check(face))) return;
  await Promise.allSettled(faces.map((face) => document.fonts.load(face)));
  editor.remeasureFonts();
}

/** Monaco's theme out of the tokens; it uses no other colours. */
export function setPalette(palette: Palette): void {
  const bare = (color: string) => color.replace('#', '');
  const rule = (token: string, foreground: string, fontStyle = '') => ({
    token,
    foreground: bare(foreground),
    fontStyle,
  });
  const isDark = bare(palette.sheet) < '808080';
  editor.defineTheme('rearm', {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', palette.ink),
      rule('comment', palette.ink3, 'italic'),
      rule('keyword', palette.ink, 'bold'),
      rule('call', palette.ink, 'bold'),
      rule('label', palette.ink, 'bold'),
      rule('directive', palette.ink2, 'bold'),
      rule('string', palette.ink2),
      rule('operator', palette.ink2),
    ],
    colors: themeColors(palette),
  });
  editor.setTheme('rearm');
}

/** Monaco's names of colours. */
const themeColors = (palette: Palette): editor.IColors => ({
  'editor.background': palette.sheet,
  'editor.foreground': palette.ink,
  'editorGutter.background': palette.sheet,
  'editorLineNumber.foreground': palette.ink3,
  'editorLineNumber.activeForeground': palette.ink,
  'editorCursor.foreground': palette.ink,
  'editor.selectionBackground': palette.line,
  'editor.inactiveSelectionBackground': palette.wash,
  'editor.wordHighlightBackground': palette.wash,
  'editor.findMatchBackground': palette.wash,
  'editor.findMatchHighlightBackground': palette.wash,
  'editorBracketMatch.background': palette.wash,
  'editorBracketMatch.border': palette.lineStrong,
  'editorError.foreground': palette.reject,
  'editorWarning.foreground': palette.warn,
  'editorWidget.background': palette.raise,
  'editorWidget.foreground': palette.ink,
  'editorWidget.border': palette.lineStrong,
  'editorHoverWidget.background': palette.raise,
  'editorHoverWidget.foreground': palette.ink,
  'editorHoverWidget.border': palette.lineStrong,
  'editorOverviewRuler.border': palette.sheet,
  'editorMarkerNavigation.background': palette.raise,
  'input.background': palette.sheet,
  'input.foreground': palette.ink,
  'input.border': palette.lineStrong,
  focusBorder: palette.focus,
  'editorSuggestWidget.background': palette.raise,
  'editorSuggestWidget.foreground': palette.ink,
  'editorSuggestWidget.border': palette.lineStrong,
  'editorSuggestWidget.selectedBackground': palette.wash,
  'editorSuggestWidget.selectedForeground': palette.ink,
  'editorSuggestWidget.highlightForeground': palette.ink,
  'editorSuggestWidget.focusHighlightForeground': palette.ink,
  'list.hoverBackground': palette.wash,
  'menu.background': palette.raise,
  'menu.foreground': palette.ink,
  'menu.selectionBackground': palette.wash,
  'menu.selectionForeground': palette.ink,
  'menu.border': palette.lineStrong,
  'scrollbar.shadow': palette.sheet,
  'scrollbarSlider.background': `${palette.lineStrong}55`,
  'scrollbarSlider.hoverBackground': `${palette.lineStrong}99`,
  'scrollbarSlider.activeBackground': palette.lineStrong,
});

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontSize: 13,
  lineHeight: LINE_HEIGHT,
  fontLigatures: false,
  minimap: { enabled: false },
  glyphMargin: true,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 12,
  folding: false,
  renderLineHighlight: 'none',
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, useShadows: false },
  guides: { indentation: false },
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  unicodeHighlight: { ambiguousCharacters: false },
  detectIndentation: false,
  insertSpaces: true,
  tabSize: 4,
  fixedOverflowWidgets: true,
  padding: { top: 4, bottom: 4 },
  accessibilitySupport: 'auto',
  // Enter ends the line unless it changes the word.
  acceptSuggestionOnEnter: 'smart',
  wordBasedSuggestions: 'off',
  suggest: { showIcons: false, showWords: false },
};

const LINE_CLASSES: Readonly<Record<LineMark, string>> = {
  cursor: 'line-cursor',
  error: 'line-error',
  cpu: 'line-cpu',
};

/** A marker without columns covers the line's statement, not its comment. */
function columnsOf({ line, column, endColumn }: Marker, model: editor.ITextModel) {
  if (column !== undefined && endColumn !== undefined) return { startColumn: column, endColumn };
  const text = withoutComment(model.getLineContent(Math.min(line, model.getLineCount())));
  return { startColumn: text.length - text.trimStart().length + 1, endColumn: text.trimEnd().length + 1 };
}

function toMonaco(decoration: Decoration, model: editor.ITextModel, columns: number): editor.IModelDeltaDecoration[] {
  const { line, mark, cpu, gutter, hint } = decoration;
  const options: editor.IModelDecorationOptions = { isWholeLine: true, zIndex: mark === 'cursor' ? 2 : 1 };
  if (mark !== undefined) {
    options.className = `${LINE_CLASSES[mark]} ${cpu === undefined ? '' : `cpu-${cpu}`}`;
    options.marginClassName = options.className;
  }
  if (gutter !== undefined) options.glyphMarginClassName = `gutter-sign ${gutter}`;
  const whole = { range: new Range(line, 1, line, 1), options };
  return hint === undefined
    ? [whole]
    : [whole, toHint(hint, mark === 'error', line, model.getLineMaxColumn(line), columns)];
}

/** Text at the hint column, cut to what can be seen of it: a hint never makes the editor scroll. */
function toHint(
  hint: string,
  isError: boolean,
  line: number,
  end: number,
  columns: number,
): editor.IModelDeltaDecoration {
  const gap = Math.max(2, HINT_COLUMN - end);
  const room = Math.floor((columns - end - gap) * (13 / 12)) - 1;
  const text = hint.length > room ? `${hint.slice(0, Math.max(0, room - 1))}…` : hint;
  return {
    range: new Range(line, end, line, end),
    options: {
      showIfCollapsed: true,
      before: { content: '\u00a0'.repeat(gap), cursorStops: InjectedTextCursorStops.None },
      after: {
        content: room < 4 ? '\u00a0' : text,
        inlineClassName: isError ? 'hint hint-error' : 'hint',
        cursorStops: InjectedTextCursorStops.None,
      },
    },
  };
}
