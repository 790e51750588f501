import { type DockviewApi, Orientation, type SerializedDockview } from 'dockview-react';
import { focusedPanel, focusPanel, PANELS, type PanelId, theDock } from './panels/panels.ts';
import { keep, kept } from './state/kept.ts';
import { store } from './state/store.ts';

/**
 * Arrangements of the panels. A split lies in the other direction than the one around it:
 *
 *     write = row of      editor | column of  verdict, log
 *                                |            console, input, …
 */
type Shape = Tabs | Split;

/** Panels behind each other, the first of them in front. What no place of an arrangement names lies with the registers. */
interface Tabs {
  readonly tabs: readonly PanelId[];
}

interface Split {
  readonly parts: readonly (readonly [share: number, shape: Shape])[];
}

interface Layout {
  readonly title: string;
  readonly note: string;
  readonly orientation: Orientation;
  readonly shape: Split;
}

const tabs = (...ids: readonly PanelId[]): Tabs => ({ tabs: ids });
const split = (...parts: Split['parts']): Split => ({ parts });

const STATE: readonly PanelId[] = ['registers', 'memory', 'maps', 'types'];

export const LAYOUTS = {
  all: {
    title: 'Everything',
    note: 'text, verdict, time, objects',
    orientation: Orientation.VERTICAL,
    shape: split(
      [0.625, split([0.43, tabs('editor', 'source')], [0.57, split([0.6, tabs('verdict')], [0.4, tabs('log')])])],
      [0.375, split([0.57, tabs('timeline')], [0.43, tabs('objects', ...STATE, 'input', 'console')])],
    ),
  },
  write: {
    title: 'Write',
    note: 'text, verdict, console',
    orientation: Orientation.HORIZONTAL,
    shape: split(
      [0.6, tabs('editor', 'source')],
      [0.4, split([0.6, tabs('verdict', 'log')], [0.4, tabs('console', 'input', ...STATE, 'objects', 'timeline')])],
    ),
  },
  verify: {
    title: 'Verify',
    note: 'text, verdict, log, registers',
    orientation: Orientation.HORIZONTAL,
    shape: split(
      [0.3, tabs('editor', 'source')],
      [0.45, split([0.4, tabs('verdict')], [0.6, tabs('log', 'console', 'objects', 'timeline')])],
      [0.25, tabs(...STATE, 'input')],
    ),
  },
  run: {
    title: 'Run',
    note: 'text, objects, registers, time',
    orientation: Orientation.VERTICAL,
    shape: split(
      [
        0.58,
        split(
          [0.33, tabs('editor', 'source', 'verdict', 'log')],
          [0.4, tabs('objects')],
          [0.27, tabs(...STATE, 'console', 'input')],
        ),
      ],
      [0.42, tabs('timeline')],
    ),
  },
  talk: {
    title: 'Talk',
    note: 'text, objects, time, and in large words what happens',
    orientation: Orientation.VERTICAL,
    shape: split(
      [
        0.58,
        split(
          [0.38, tabs('editor', 'source', 'verdict', 'log')],
          [0.62, tabs('objects', ...STATE, 'console', 'input')],
        ),
      ],
      [0.42, tabs('timeline')],
    ),
  },
} as const satisfies Record<string, Layout>;

export type LayoutId = keyof typeof LAYOUTS;

const KEPT = 'rearm.layout';
const KEPT_TALK = 'rearm.talk';

/** Puts the panels into an arrangement; the panel that has the focus keeps it, or the first one in front takes it. */
export function applyLayout(id: LayoutId): void {
  const dock = theDock();
  if (dock === undefined) return;
  store.setState({ isTalk: id === 'talk' });
  keep(KEPT_TALK, String(id === 'talk'));
  const focused = focusedPanel();
  dock.fromJSON(serialized(LAYOUTS[id], dock.width, dock.height), { reuseExistingPanels: true });
  if (focused !== undefined) focusPanel(dock.getPanel(focused)?.api.isVisible === true ? focused : 'editor');
}

/** Restores what this browser kept, or else the first arrangement, and keeps every change from now on. */
export function startLayout(dock: DockviewApi): void {
  store.setState({ isTalk: kept(KEPT_TALK) === 'true' });
  dock.fromJSON(keptLayout() ?? serialized(LAYOUTS.all, dock.width, dock.height));
  dock.onDidLayoutChange(() => {
    // A panel that was maximised is not kept so.
    if (!dock.hasMaximizedGroup()) keep(KEPT, JSON.stringify(dock.toJSON()));
  });
}

/** The kept arrangement, if it is of the panels that there are. */
function keptLayout(): SerializedDockview | undefined {
  const text = kept(KEPT);
  if (text === undefined) return undefined;
  try {
    const layout: unknown = JSON.parse(text);
    return isOfOurPanels(layout) ? layout : undefined;
  } catch {
    // Not ours: the next change of the arrangement replaces it.
    return undefined;
  }
}

/** What dockview wrote is taken as it is; another version of the page may have had other panels. */
function isOfOurPanels(layout: unknown): layout is SerializedDockview {
  if (typeof layout !== 'object' || layout === null || !('grid' in layout) || !('panels' in layout)) return false;
  if (typeof layout.panels !== 'object' || layout.panels === null) return false;
  const ids = Object.keys(layout.panels).sort();
  return (
    ids.join() ===
    PANELS.map((panel) => panel.id as string)
      .sort()
      .join()
  );
}

// ---- as dockview wants it

const namedIn = (shape: Shape): readonly PanelId[] =>
  'tabs' in shape ? shape.tabs : shape.parts.flatMap(([, part]) => namedIn(part));

/** An arrangement for an area of `width` times `height` pixels. */
function serialized({ orientation, shape }: Layout, width: number, height: number): SerializedDockview {
  const [along, across] = orientation === Orientation.HORIZONTAL ? [width, height] : [height, width];
  const named = namedIn(shape);
  const unnamed = PANELS.map((panel) => panel.id).filter((id) => !named.includes(id));
  const root = node(shape, across, along, unnamed);
  return { grid: { root, width, height, orientation }, panels: Object.fromEntries(PANELS.map(panelState)) };
}

const panelState = ({ id, title }: (typeof PANELS)[number]) => [id, { id, contentComponent: id, title }] as const;

type Node = SerializedDockview['grid']['root'];

/** `size` is that of the node in the direction of the split around it, `inside` that of its own split. */
function node(shape: Shape, size: number, inside: number, unnamed: readonly PanelId[]): Node {
  if ('parts' in shape) {
    const data = shape.parts.map(([share, part]) => node(part, share * inside, size, unnamed));
    return { type: 'branch', data, size };
  }
  const views = shape.tabs.includes('registers') ? [...shape.tabs, ...unnamed] : [...shape.tabs];
  return { type: 'leaf', data: { views, activeView: views[0], id: `with-${views[0]}` }, size };
}
