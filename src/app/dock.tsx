import {
  DockviewReact,
  type DockviewReadyEvent,
  type IDockviewHeaderActionsProps,
  type IDockviewPanelHeaderProps,
  type IDockviewPanelProps,
} from 'dockview-react';
import { Maximize2, Minimize2 } from 'lucide-react';
import { Activity, type FunctionComponent, useEffect, useRef, useState } from 'react';
import { startLayout } from './layout.ts';
import { PANELS, type PanelId, setDock } from './panels/panels.ts';
import { loadedParts, loadParts, type PanelParts } from './parts.ts';
import { editorStands, whenIdle } from './state/start.ts';
import { IconButton } from './widgets/button.tsx';
import { PanelBoundary } from './widgets/failure.tsx';

const components = Object.fromEntries(PANELS.map(({ id, title }) => [id, panelComponent(id, title)]));

/** Panels that own what takes long to make (an editor, a terminal) live while they are hidden, from the start. */
const LIVES_HIDDEN: ReadonlySet<PanelId> = new Set(['editor', 'console']);

function panelComponent(id: PanelId, title: string): FunctionComponent<IDockviewPanelProps> {
  return function Panel({ api, containerApi }) {
    const root = useKeptScroll(api, containerApi);
    const livesHidden = LIVES_HIDDEN.has(id);
    const isVisible = useVisible(api);
    const wasVisible = useEver(isVisible);
    const parts = useParts(wasVisible || livesHidden ? id : undefined);
    return (
      <div className="panel-root" data-panel={id} tabIndex={-1} ref={root}>
        <PanelBoundary name={title}>
          {parts && (
            <Activity mode={isVisible || livesHidden ? 'visible' : 'hidden'}>
              <parts.Body />
            </Activity>
          )}
        </PanelBoundary>
      </div>
    );
  };
}

function useVisible(api: IDockviewPanelProps['api']): boolean {
  const [isVisible, setVisible] = useState(api.isVisible);
  useEffect(() => {
    const listener = api.onDidVisibilityChange((change) => setVisible(change.isVisible));
    setVisible(api.isVisible);
    return () => listener.dispose();
  }, [api]);
  return isVisible;
}

/**
 * What is scrolled in a panel stays so when the dock takes the panel out of the page and puts it back elsewhere, which
 * sets every scroll position to 0 and tells nobody.
 */
function useKeptScroll(api: IDockviewPanelProps['api'], containerApi: IDockviewPanelProps['containerApi']) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const places = new Map<Element, { readonly left: number; readonly top: number }>();
    const keep = ({ target }: Event) => {
      if (target instanceof Element) places.set(target, { left: target.scrollLeft, top: target.scrollTop });
    };
    const restore = () =>
      requestAnimationFrame(() => {
        for (const [element, place] of places) {
          if (element.isConnected) element.scrollTo({ ...place, behavior: 'instant' });
          else if (root.current?.contains(element) !== true) places.delete(element);
        }
      });
    root.current?.addEventListener('scroll', keep, { capture: true, passive: true });
    const listeners = [containerApi.onDidLayoutChange(restore), api.onDidVisibilityChange(restore)];
    return () => {
      for (const listener of listeners) listener.dispose();
    };
  }, [api, containerApi]);
  return root;
}

/** True once it was true. */
function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}

/** The parts of a panel, as soon as they have come. */
function useParts(id: PanelId | undefined): PanelParts | undefined {
  const [, setLoaded] = useState<PanelParts>();
  const parts = id === undefined ? undefined : loadedParts(id);
  useEffect(() => {
    if (id !== undefined && parts === undefined) void loadParts(id).then(setLoaded);
  }, [id, parts]);
  return parts;
}

/** The panels, which can be moved and resized. */
export function Dock() {
  return (
    <DockviewReact
      className="dock"
      components={components}
      defaultTabComponent={Tab}
      leftHeaderActionsComponent={HeadState}
      rightHeaderActionsComponent={HeadTools}
      disableFloatingGroups
      onReady={arrange}
    />
  );
}

function Tab({ api }: IDockviewPanelHeaderProps) {
  return (
    <div className="tab-text" data-tab={api.id}>
      {api.title}
    </div>
  );
}

const idOf = (panel: IDockviewHeaderActionsProps['activePanel']): PanelId | undefined =>
  PANELS.find(({ id }) => id === panel?.id)?.id;

function HeadState({ activePanel }: IDockviewHeaderActionsProps) {
  const State = useParts(idOf(activePanel))?.State;
  return <div className="head-state">{State && <State />}</div>;
}

function HeadTools({ activePanel, containerApi, api }: IDockviewHeaderActionsProps) {
  const Tools = useParts(idOf(activePanel))?.Tools;
  const isMaximized = useMaximized(containerApi, api);
  const toggle = () => (api.isMaximized() ? api.exitMaximized() : api.maximize());
  return (
    <div className="head-tools">
      {Tools && <Tools />}
      {containerApi.groups.length > 1 && (
        <IconButton
          icon={isMaximized ? Minimize2 : Maximize2}
          name={isMaximized ? 'Back to all panels' : 'Maximise'}
          small
          onPress={toggle}
        />
      )}
    </div>
  );
}

function useMaximized(
  containerApi: IDockviewHeaderActionsProps['containerApi'],
  api: IDockviewHeaderActionsProps['api'],
): boolean {
  const [isMaximized, setMaximized] = useState(false);
  useEffect(() => {
    const listener = containerApi.onDidMaximizedGroupChange(() => setMaximized(api.isMaximized()));
    return () => listener.dispose();
  }, [containerApi, api]);
  return isMaximized;
}

/** The panels take their places; those behind others are loaded once those in front have come. */
function arrange({ api }: DockviewReadyEvent): void {
  setDock(api);
  startLayout(api);
  if (api.getPanel('editor')?.api.isVisible !== true) editorStands();
  void whenIdle.then(() => PANELS.forEach(({ id }) => void loadParts(id)));
}
