import { FoldVertical, List, Maximize, Share2, Workflow } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { GraphAnswer } from '../../../engine/scenario/graph-answer.ts';
import { type Answered, useAnswer } from '../../state/answers.ts';
import { shownMachine, useApp } from '../../state/store.ts';
import { IconButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { collapsed } from './collapse.ts';
import { Drawing } from './drawing.tsx';
import { cursorNode } from './follow.ts';
import { NOTHING_SEEN, type Seen, withGhosts } from './ghosts.ts';
import { layoutGraph, NO_PLACEMENT, type Placement } from './layout.ts';
import { ObjectList } from './list.tsx';
import { useObjectsView } from './view.ts';
import './objects.css';

/** Below this width a drawing is no help: the list is shown. */
const MIN_DRAWING = 400;
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
  const { asList, zoom, allPrograms } = useObjectsView();
  return (
    <>
      {allPrograms && !asList && (
        <IconButton
          icon={FoldVertical}
          name="Unused programs as one"
          small
          onPress={() => useObjectsView.setState({ allPrograms: false })}
        />
      )}
      {zoom !== undefined && !asList && (
        <IconButton
          icon={Maximize}
          name="Fit the graph"
          shortcut="0"
          small
          onPress={() => useObjectsView.setState({ zoom: undefined })}
        />
      )}
      <IconButton
        icon={asList ? Workflow : List}
        name={asList ? 'Show as graph' : 'Show as list'}
        small
        onPress={() => useObjectsView.setState({ asList: !asList })}
      />
    </>
  );
}

function Objects({ graph: answer, clock }: { graph: Answered<GraphAnswer>; clock: number }) {
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const { asList, allPrograms } = useObjectsView();
  const cursor = useApp((state) => cursorNode(state, answer.now)?.id);
  const graph = useGhosts(answer);
  const drawn = useMemo(() => (allPrograms ? graph : collapsed(graph, cursor)), [graph, cursor, allPrograms]);
  const before = useMemo(
    () => (allPrograms || answer.before === undefined ? answer.before : collapsed(answer.before, cursor)),
    [answer.before, cursor, allPrograms],
  );
  const layout = useStableLayout(drawn, answer.machine, width);
  const isList = asList || (width > 0 && width < MIN_DRAWING);
  return (
    <div className="panel objects" ref={body}>
      {!isList && width > 0 && (
        <Drawing graph={drawn} before={before} layout={layout} clock={clock} cursor={cursor} available={width} />
      )}
      <ObjectList graph={graph} clock={clock} cursor={cursor} isSeen={isList} />
    </div>
  );
}

/** The graph with the ghosts of what was seen of the same machine. */
function useGhosts({ now, step, machine }: Answered<GraphAnswer>): GraphAnswer {
  const kept = useRef<{ machine: string; seen: Seen }>({ machine: '', seen: NOTHING_SEEN });
  return useMemo(() => {
    const known = kept.current.machine === machine ? kept.current.seen : NOTHING_SEEN;
    const { graph, seen } = withGhosts(now, step, known);
    kept.current = { machine, seen };
    return graph;
  }, [now, step, machine]);
}

/** The layout, with everything where it was as long as the machine is the same. */
function useStableLayout(graph: GraphAnswer, machine: string, width: number) {
  const kept = useRef<{ machine: string; placement: Placement }>({ machine: '', placement: NO_PLACEMENT });
  return useMemo(() => {
    const known = kept.current.machine === machine ? kept.current.placement : NO_PLACEMENT;
    const { layout, placement } = layoutGraph(graph, known, width);
    kept.current = { machine, placement };
    return layout;
  }, [graph, machine, width]);
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
