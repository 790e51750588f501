import { List, Share2, Workflow } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { GraphAnswer } from '../../../engine/scenario/graph-answer.ts';
import { type Answered, useAnswer } from '../../state/answers.ts';
import { shownMachine, useApp } from '../../state/store.ts';
import { IconButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { Drawing } from './drawing.tsx';
import { cursorNode } from './follow.ts';
import { layoutGraph, NO_PLACEMENT, type Placement } from './layout.ts';
import { ObjectList } from './list.tsx';
import { useObjectsView } from './view.ts';
import './objects.css';

/** Below this width a drawing is no help: the list is shown. */
const MIN_DRAWING = 320;
const NOTHING = {};

/** Who holds whom on the machine, from user space to the programs. */
export function ObjectsPanel() {
  const machine = useApp(shownMachine);
  const graph = useAnswer('graph', NOTHING);
  if (machine === undefined || graph === undefined) {
    return <Empty icon={Share2} title="No objects yet" how="They are created when a program is loaded." />;
  }
  return <Objects graph={graph} clock={Number(machine.now.clock)} />;
}

export function ObjectsTools() {
  const asList = useObjectsView((view) => view.asList);
  return (
    <IconButton
      icon={asList ? Workflow : List}
      name={asList ? 'Show as graph' : 'Show as list'}
      small
      onPress={() => useObjectsView.setState({ asList: !asList })}
    />
  );
}

function Objects({ graph, clock }: { graph: Answered<GraphAnswer>; clock: number }) {
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const asList = useObjectsView((view) => view.asList);
  const cursor = useApp((state) => cursorNode(state, graph.now)?.id);
  const layout = useStableLayout(graph, width);
  const isList = asList || (width > 0 && width < MIN_DRAWING);
  return (
    <div className="panel objects" ref={body}>
      {!isList && width > 0 && (
        <Drawing graph={graph.now} before={graph.before} layout={layout} clock={clock} cursor={cursor} />
      )}
      <ObjectList graph={graph.now} clock={clock} cursor={cursor} isSeen={isList} />
    </div>
  );
}

/** The layout, with everything where it was as long as the machine is the same. */
function useStableLayout(graph: Answered<GraphAnswer>, width: number) {
  const kept = useRef<{ machine: string; placement: Placement }>({ machine: '', placement: NO_PLACEMENT });
  return useMemo(() => {
    const known = kept.current.machine === graph.machine ? kept.current.placement : NO_PLACEMENT;
    const { layout, placement } = layoutGraph(graph.now, known, width);
    kept.current = { machine: graph.machine, placement };
    return layout;
  }, [graph.now, graph.machine, width]);
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
