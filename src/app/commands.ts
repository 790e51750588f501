import { applyLayout, LAYOUTS, type LayoutId } from './layout.ts';
import { focusNextPanel, focusPanel, PANELS } from './panels/panels.ts';
import type { AppState } from './state/store.ts';
import { store } from './state/store.ts';
import { share, switchTheme, theSession } from './state/workbench.ts';

/** What can be done by key, in the order of the help. The first key is the one that tooltips show. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** `Mod` is Command on a Mac and Control elsewhere. */
  readonly keys: readonly string[];
  readonly run: () => void;
  /** Plain letters and signs belong to the text while one types. */
  readonly notWhileTyping?: boolean;
}

const LAYOUT_KEYS: readonly (readonly [id: LayoutId, key: string])[] = [
  ['write', 'Mod+1'],
  ['verify', 'Mod+2'],
  ['run', 'Mod+3'],
  ['all', 'Mod+4'],
  ['talk', 'Mod+5'],
];

export const COMMANDS = [
  command('run', 'Run or pause', ['F5', 'Mod+Enter'], () => theSession().runOrPause()),
  command('over', 'Step over', ['F10'], () => theSession().step('over')),
  command('into', 'Step into: one instruction, or one step of the kernel', ['F11', 'Alt+F11'], () =>
    theSession().step('step'),
  ),
  command('out', 'Step out', ['Shift+F11'], () => theSession().step('out')),
  command('back', 'Step back', ['Shift+F10', 'Alt+F10'], () => theSession().back()),
  command('rewind', 'Back to the start', ['Shift+F5'], () => theSession().seek(0)),
  command('examples', 'Examples', ['Mod+Shift+E'], () => store.setState({ galleryOpen: true })),
  command('share', 'Copy link', ['Mod+Shift+S'], () => void share()),
  command('next-panel', 'Next panel', ['F6'], () => focusNextPanel(1)),
  command('previous-panel', 'Previous panel', ['Shift+F6'], () => focusNextPanel(-1)),
  ...PANELS.map((panel, index) =>
    // There are digits for ten panels; F6 goes to all that are in front.
    command(`panel-${panel.id}`, `Go to ${panel.title}`, index < 10 ? [`Alt+${(index + 1) % 10}`] : [], () =>
      focusPanel(panel.id),
    ),
  ),
  ...LAYOUT_KEYS.map(([id, key]) =>
    command(`layout-${id}`, `Arrange the panels: ${LAYOUTS[id].title}`, [key], () => applyLayout(id)),
  ),
  command('theme', 'Light, dark, contrast', ['Mod+Shift+L'], switchTheme),
  { ...command('help', 'Help and keys', ['F1', '?'], toggleHelp), notWhileTyping: true },
] as const satisfies readonly Command[];

function command(id: string, title: string, keys: readonly string[], run: () => void): Command {
  return { id, title, keys, run };
}

function toggleHelp(): void {
  store.setState((state: AppState) => ({ helpOpen: !state.helpOpen }));
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A key as it is printed here: `Ctrl+Enter`, or `⌘Enter` on a Mac. */
export const keyText = (key: string): string => (isMac ? key.replace('Mod+', '⌘') : key.replace('Mod', 'Ctrl'));

/** The first key of a command, for its tooltip. */
export function keyOf(id: string): string | undefined {
  const key = COMMANDS.find((candidate) => candidate.id === id)?.keys[0];
  return key === undefined ? undefined : keyText(key);
}

/** Runs the command of a key press, before any panel sees it. Returns true if there was one. */
export function handleKey(event: KeyboardEvent): boolean {
  const pressed = keyName(event);
  const found = COMMANDS.find((candidate) => candidate.keys.includes(pressed));
  if (found === undefined || isLeftToOthers(found, pressed, event)) return false;
  event.preventDefault();
  event.stopPropagation();
  found.run();
  return true;
}

function keyName(event: KeyboardEvent): string {
  const modifiers = [
    (isMac ? event.metaKey : event.ctrlKey) ? 'Mod+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey && event.key.length > 1 ? 'Shift+' : '',
    event.shiftKey && event.key.length === 1 && (event.ctrlKey || event.metaKey) ? 'Shift+' : '',
  ];
  const key = event.key.length === 1 && modifiers.some(Boolean) ? event.key.toUpperCase() : event.key;
  return modifiers.join('') + key;
}

/** F5 reloads the page while nothing of the workbench has the focus; signs are text in a field. */
function isLeftToOthers(found: Command, pressed: string, event: KeyboardEvent): boolean {
  if (pressed === 'F5') return document.activeElement === document.body;
  if (pressed.length > 1 || found.notWhileTyping !== true) return false;
  const target = event.target;
  return target instanceof Element && target.closest('input, textarea, .monaco-editor, [contenteditable]') !== null;
}
