import {
  DockviewReact,
  type DockviewReadyEvent,
  type IDockviewHeaderActionsProps,
  type IDockviewPanelHeaderProps,
} from 'dockview-react';
import { Maximize2 } from 'lucide-react';
import { type FunctionComponent, lazy, Suspense } from 'react';
import { startLayout } from './layout.ts';
import { ConsolePanel } from './panels/console/console-panel.tsx';
import { EditorPanel, EditorState, EditorTools } from './panels/editor/editor-panel.tsx';
import { InputPanel } from './panels/input/input-panel.tsx';
import { MapsPanel } from './panels/maps/maps-panel.tsx';
import { PANELS, type PanelId, setDock } from './panels/panels.ts';
import { RegistersPanel } from './panels/registers/registers-panel.tsx';
import { TimelinePanel, TimelineState, TimelineTools } from './panels/timeline/timeline-panel.tsx';
import { LogPanel, LogState, LogTools } from './panels/verifier/log-panel.tsx';
import { VerdictPanel, VerdictState } from './panels/verifier/verdict-panel.tsx';
import { IconButton } from './widgets/button.tsx';
import { PanelBoundary } from './widgets/failure.tsx';

/** What a panel shows: its body, the badges beside its tab, the tools at the right of its head. */
interface PanelParts {
  readonly Body: FunctionComponent;
  readonly State?: FunctionComponent;
  readonly Tools?: FunctionComponent;
}

// What is not needed to read and run a program comes after the first paint.
const ObjectsPanel = lazy(async () => ({ default: (await import('./panels/objects/objects-panel.tsx')).ObjectsPanel }));
const ObjectsTools = lazy(async () => ({ default: (await import('./panels/objects/objects-panel.tsx')).ObjectsTools }));
const MemoryPanel = lazy(async () => ({ default: (await import('./panels/memory/memory-panel.tsx')).MemoryPanel }));
const MemoryTools = lazy(async () => ({ default: (await import('./panels/memory/memory-panel.tsx')).MemoryTools }));
const TypesPanel = lazy(async () => ({ default: (await import('./panels/types/types-panel.tsx')).TypesPanel }));

const PARTS: Readonly<Record<PanelId, PanelParts>> = {
  editor: { Body: EditorPanel, State: EditorState, Tools: EditorTools },
  verdict: { Body: VerdictPanel, State: VerdictState },
  log: { Body: LogPanel, State: LogState, Tools: LogTools },
  timeline: { Body: TimelinePanel, State: TimelineState, Tools: TimelineTools },
  objects: { Body: ObjectsPanel, Tools: ObjectsTools },
  registers: { Body: RegistersPanel },
  memory: { Body: MemoryPanel, Tools: MemoryTools },
  maps: { Body: MapsPanel },
  input: { Body: InputPanel },
  console: { Body: ConsolePanel },
  types: { Body: TypesPanel },
};

const components = Object.fromEntries(PANELS.map(({ id, title }) => [id, panelComponent(id, title)]));

function panelComponent(id: PanelId, title: string): FunctionComponent {
  const { Body } = PARTS[id];
  return function Panel() {
    return (
      <div className="panel-root" data-panel={id} tabIndex={-1}>
        <PanelBoundary name={title}>
          <Suspense>
            <Body />
          </Suspense>
        </PanelBoundary>
      </div>
    );
  };
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
  return <div className="tab-text">{api.title}</div>;
}

const idOf = (panel: IDockviewHeaderActionsProps['activePanel']): PanelId | undefined =>
  PANELS.find(({ id }) => id === panel?.id)?.id;

function HeadState({ activePanel }: IDockviewHeaderActionsProps) {
  const id = idOf(activePanel);
  const State = id === undefined ? undefined : PARTS[id].State;
  return <div className="head-state">{State && <State />}</div>;
}

function HeadTools({ activePanel, containerApi, api }: IDockviewHeaderActionsProps) {
  const id = idOf(activePanel);
  const Tools = id === undefined ? undefined : PARTS[id].Tools;
  const toggle = () => (api.isMaximized() ? api.exitMaximized() : api.maximize());
  return (
    <div className="head-tools">
      <Suspense>{Tools && <Tools />}</Suspense>
      {containerApi.groups.length > 1 && <IconButton icon={Maximize2} name="Maximise" small onPress={toggle} />}
    </div>
  );
}

/** The panels take their places. */
function arrange({ api }: DockviewReadyEvent): void {
  setDock(api);
  startLayout(api);
}
