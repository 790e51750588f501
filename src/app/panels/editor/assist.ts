import { editor, type IDisposable, type IPosition, KeyCode, languages, Range } from 'monaco-editor/editor';
import type { Completion } from './complete.ts';
import { definitionAt, wordAt } from './symbols.ts';

/** Help with writing, as Monaco wants it: what a word may become, and the way to where a name is defined. */

const { CompletionItemKind, CompletionItemInsertTextRule } = languages;

const KINDS: Readonly<Record<Completion['kind'], languages.CompletionItemKind>> = {
  helper: CompletionItemKind.Function,
  function: CompletionItemKind.Function,
  map: CompletionItemKind.Struct,
  type: CompletionItemKind.Class,
  number: CompletionItemKind.Constant,
  variable: CompletionItemKind.Variable,
  label: CompletionItemKind.Reference,
  word: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Keyword,
};

/** The tables of helpers and names come with the first word. */
const completer = () => import('./complete.ts');

/** Offers words in texts of a language. */
export const offerWords = (language: string): IDisposable =>
  languages.registerCompletionItemProvider(language, {
    triggerCharacters: ['.', '='],
    provideCompletionItems: async (model, { lineNumber, column }) => {
      const { completionsAt } = await completer();
      if (model.isDisposed()) return { suggestions: [] };
      const typed = /[\w.$]*$/.exec(model.getLineContent(lineNumber).slice(0, column - 1))?.[0].length ?? 0;
      const range = new Range(lineNumber, column - typed, lineNumber, column);
      const offered = completionsAt(model.getValue(), lineNumber, column);
      return { suggestions: offered.map((each, at) => toMonaco(each, at, range)) };
    },
  });

const toMonaco = ({ label, kind, insert, detail }: Completion, at: number, range: Range): languages.CompletionItem => ({
  label,
  kind: KINDS[kind],
  insertText: insert ?? label,
  insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
  sortText: String(at).padStart(4, '0'),
  range,
  ...(detail && { detail }),
});

/** F12, or a click with Ctrl, goes to where the name under the cursor is defined. */
export function goesToDefinitions(view: editor.IStandaloneCodeEditor): void {
  const go = (position: IPosition | null) => {
    const model = view.getModel();
    if (model === null || position === null) return false;
    const found = definitionAt(model.getValue(), position.lineNumber, position.column);
    if (found === undefined) return false;
    view.setPosition({ lineNumber: found.line, column: found.column });
    view.revealLineInCenterIfOutsideViewport(found.line);
    return true;
  };
  view.addAction({
    id: 'rearm.definition',
    label: 'Go to definition',
    keybindings: [KeyCode.F12],
    contextMenuGroupId: 'navigation',
    run: () => void go(view.getPosition()),
  });
  view.onMouseDown(({ event, target }) => {
    const isAsked = event.ctrlKey || event.metaKey;
    if (isAsked && target.type === editor.MouseTargetType.CONTENT_TEXT && go(target.position)) event.preventDefault();
  });
}

/** The columns of the word at a place, to be marked while something is said about it. */
export function rangeOfWord(model: editor.ITextModel, { lineNumber, column }: IPosition): Range | undefined {
  const word = wordAt(model.getLineContent(lineNumber), column);
  return word && new Range(lineNumber, word.from, lineNumber, word.to);
}
