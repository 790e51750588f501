import type { FunctionComponent } from 'react';
import { EditorPanel, EditorState, EditorTools } from './panels/editor/editor-panel.tsx';
import type { PanelId } from './panels/panels.ts';
import { whenEditorStands } from './state/start.ts';

/** What a panel shows: its body, the badges beside its tab, the tools at the right of its head. */
export interface PanelParts {
  readonly Body: FunctionComponent;
  readonly State?: FunctionComponent;
  readonly Tools?: FunctionComponent;
}

const EDITOR: PanelParts = { Body: EditorPanel, State: EditorState, Tools: EditorTools };

/** Panels but the editor are files of their own. */
const LOADERS: Readonly<Record<Exclude<PanelId, 'editor'>, () => Promise<PanelParts>>> = {
  verdict: async () => {
    const { VerdictPanel, VerdictState } = await import('./panels/verifier/verdict-panel.tsx');
    return { Body: VerdictPanel, State: VerdictState };
  },
  log: async () => {
    const [{ LogPanel, LogState }, { LogTools }] = await Promise.all([
      import('./panels/verifier/log-panel.tsx'),
      import('./panels/verifier/log-tools.tsx'),
    ]);
    return { Body: LogPanel, State: LogState, Tools: LogTools };
  },
  timeline: async () => {
    const { TimelinePanel, TimelineState, TimelineTools } = await import('./panels/timeline/timeline-panel.tsx');
    return { Body: TimelinePanel, State: TimelineState, Tools: TimelineTools };
  },
  objects: async () => {
    const { ObjectsPanel, ObjectsTools } = await import('./panels/objects/objects-panel.tsx');
    return { Body: ObjectsPanel, Tools: ObjectsTools };
  },
  registers: async () => ({ Body: (await import('./panels/registers/registers-panel.tsx')).RegistersPanel }),
  memory: async () => {
    const { MemoryPanel, MemoryTools } = await import('./panels/memory/memory-panel.tsx');
    return { Body: MemoryPanel, Tools: MemoryTools };
  },
  maps: async () => ({ Body: (await import('./panels/maps/maps-panel.tsx')).MapsPanel }),
  console: async () => ({ Body: (await import('./panels/console/console-panel.tsx')).ConsolePanel }),
  types: async () => ({ Body: (await import('./panels/types/types-panel.tsx')).TypesPanel }),
  source: async () => {
    const { SourcePanel, SourceState } = await import('./panels/source/source-panel.tsx');
    return { Body: SourcePanel, State: SourceState };
  },
  input: async () => ({ Body: (await import('./panels/input/input-panel.tsx')).InputPanel }),
};

const loaded = new Map<PanelId, PanelParts>([['editor', EDITOR]]);

/** The parts of a panel, if they have come. */
export const loadedParts = (id: PanelId): PanelParts | undefined => loaded.get(id);

/** The parts of a panel; those that were not there come after the editor. */
export async function loadParts(id: PanelId): Promise<PanelParts> {
  const known = loaded.get(id);
  if (known !== undefined || id === 'editor') return known ?? EDITOR;
  await whenEditorStands;
  const parts = await LOADERS[id]();
  loaded.set(id, parts);
  return parts;
}
