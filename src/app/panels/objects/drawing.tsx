import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { GraphAnswer, GraphEdge, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { store } from '../../state/store.ts';
import { UNUSED_PROGRAMS } from './collapse.ts';
import { chooseNode, followNode } from './follow.ts';
import { iconOf, kindClass } from './icons.ts';
import { BOX_HEIGHT, type Box, type DrawnEdge, type GraphLayout, PORT_HEIGHT } from './layout.ts';
import { usePan, useWheelZoom } from './pan.ts';
import { ObjectTooltip } from './tooltip.tsx';
import { fittingZoom, useObjectsView, zoomBy } from './view.ts';
import { directionOf, neighbour } from './walk.ts';
import { spokenText, stateText } from './words.ts';

interface DrawingProps {
  readonly graph: GraphAnswer;
  readonly before: GraphAnswer | undefined;
  readonly layout: GraphLayout;
  /** Virtual ns. */
  readonly clock: number;
  /** Id of the node with the cursor. */
  readonly cursor: string | undefined;
  /** Pixels of width that there are. */
  readonly available: number;
}

/**
 * The graph as boxes and edges, as large as fits until it is zoomed (Ctrl and the wheel, plus, minus, 0). Arrows move
 * the cursor, Enter follows, Escape gives the cursor back to the machine.
 */
export function Drawing({ graph, before, layout, clock, cursor, available }: DrawingProps) {
  const [shown, setShown] = useState<string>();
  const drawing = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const zoom = useObjectsView((view) => view.zoom) ?? fittingZoom(layout.width, available);
  usePan(drawing);
  useWheelZoom(drawing, zoom);
  const find = (id: string | undefined) => graph.nodes.find((node) => node.id === id);
  // The focus goes where the keys moved the cursor.
  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    drawing.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directionOf(event.key);
    const to = direction === undefined ? undefined : find(neighbour(layout, cursor, direction));
    const node = find(cursor);
    if (to !== undefined) {
      moved.current = true;
      chooseNode(to);
    } else if (event.key === 'Enter' && node !== undefined) open(node);
    else if (event.key === '+' || event.key === '=') zoomBy(1, zoom);
    else if (event.key === '-') zoomBy(-1, zoom);
    else if (event.key === '0') useObjectsView.setState({ zoom: undefined });
    else if (event.key === 'Escape') {
      setShown(undefined);
      store.setState({ object: undefined });
    } else return;
    event.preventDefault();
  };
  const first = layout.boxes[0]?.node.id;
  const stop = find(cursor) === undefined ? first : cursor;
  const shownBox = layout.boxes.find(({ node, ports }) => [node, ...ports].some((each) => each.id === shown));
  const shownNode = find(shown);
  const parts = { before, clock, cursor, stop, onShow: setShown };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the nodes inside have the focus, their keys are heard here
    <div className="drawing" ref={drawing} onKeyDown={onKeyDown} onMouseLeave={() => setShown(undefined)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
      <svg
        width={layout.width * zoom}
        height={layout.height * zoom}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label="Objects and who holds them"
      >
        <defs>
          <marker id="holds" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L8 4 L0 8 Z" className="arrow" />
          </marker>
        </defs>
        {layout.edges.map((drawn) => (
          <EdgePath key={drawn.edges[0].id} drawn={drawn} />
        ))}
        {layout.edges.map((drawn) => (
          <EdgeLabel key={drawn.edges[0].id} drawn={drawn} before={before} />
        ))}
        {layout.boxes.map((box) => (
          <BoxShape key={box.node.id} box={box} {...parts} />
        ))}
      </svg>
      {shownNode !== undefined && shownBox !== undefined && (
        <ObjectTooltip
          graph={graph}
          node={shownNode}
          clock={clock}
          at={{ left: shownBox.x * zoom, top: (shownBox.y + shownBox.height) * zoom + 4 }}
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  );
}

/** Follows a node; the one that stands for many programs is opened. */
function open(node: GraphNode): void {
  if (node.id === UNUSED_PROGRAMS) useObjectsView.setState({ allPrograms: true });
  else followNode(node);
}

function choose(node: GraphNode): void {
  if (node.id === UNUSED_PROGRAMS) open(node);
  else chooseNode(node);
}

function EdgePath({ drawn }: { drawn: DrawnEdge }) {
  const { edges, path } = drawn;
  const isDetached = edges.every((edge) => edge.detached);
  return <path d={path} className={isDetached ? 'edge detached' : 'edge'} markerEnd="url(#holds)" />;
}

/** The references that the edge holds; on the marker if it is another number than before. */
function EdgeLabel({ drawn, before }: { drawn: DrawnEdge; before: GraphAnswer | undefined }) {
  const { edges, label, labelX, labelY } = drawn;
  if (label === '') return null;
  const heldBefore = (edge: GraphEdge) => before?.edges.find((each) => each.id === edge.id)?.holds;
  const isChanged = before !== undefined && edges.some((edge) => heldBefore(edge) !== edge.holds);
  const width = label.length * 6.2 + 6;
  return (
    <g className={isChanged ? 'edge-label changed-count' : 'edge-label'}>
      <rect x={labelX - width / 2} y={labelY - 8} width={width} height={16} rx={2} />
      <text x={labelX} y={labelY + 4} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

interface Parts {
  readonly before: GraphAnswer | undefined;
  readonly clock: number;
  readonly cursor: string | undefined;
  /** The node that the tab key reaches. */
  readonly stop: string | undefined;
  readonly onShow: (id: string | undefined) => void;
}

function BoxShape({ box, ...parts }: Parts & { box: Box }) {
  const { node, ports, x, y, width } = box;
  return (
    <g transform={`translate(${x} ${y})`}>
      {ports.map((port, i) => (
        <g key={port.id} transform={`translate(0 ${PORT_HEIGHT * i})`}>
          <NodeShape node={port} width={width} height={PORT_HEIGHT} {...parts} />
        </g>
      ))}
      <g transform={`translate(0 ${PORT_HEIGHT * ports.length})`}>
        <NodeShape node={node} width={width} height={BOX_HEIGHT} {...parts} />
      </g>
    </g>
  );
}

interface NodeShapeProps extends Parts {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
}

const ROUND_ENDS = 12;
const CORNERS = 4;

function NodeShape({ node, width, height, before, clock, cursor, stop, onShow }: NodeShapeProps) {
  const Icon = iconOf(node);
  const isPort = node.kind === 'callback' && height === PORT_HEIGHT;
  const isCursor = node.id === cursor;
  const classes = ['node', node.kind, node.condition, isCursor ? 'cursor' : ''].filter(Boolean).join(' ');
  const corners = node.kind === 'process' || node.kind === 'pin' ? ROUND_ENDS : CORNERS;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot be part of a drawing
    <g
      className={classes}
      role="button"
      tabIndex={node.id === stop ? 0 : -1}
      data-panel-focus={node.id === stop ? '' : undefined}
      data-node={node.id}
      aria-label={spokenText(node, clock)}
      aria-pressed={isCursor}
      onClick={() => choose(node)}
      onDoubleClick={() => open(node)}
      onFocus={() => onShow(node.id)}
      onBlur={() => onShow(undefined)}
      onMouseEnter={() => onShow(node.id)}
      onKeyDown={(event) => event.key === ' ' && choose(node)}
    >
      <rect className="box" width={width} height={height} rx={corners} />
      <Icon className={`icon ${kindClass(node)}`} x={8} y={isPort ? 3 : 5} width={14} height={14} strokeWidth={2} />
      <text className="name" x={26} y={isPort ? 14 : 16}>
        {node.name}
      </text>
      {!isPort && <StateLine node={node} width={width} before={before} clock={clock} />}
      {node.timer !== undefined && (node.timer.runs || node.timer.queued) && <CpuMark node={node} x={width - 20} />}
    </g>
  );
}

/** One line under the name: counts with their values in bold, else the state. HTML, whose words have a background. */
function StateLine({ node, width, before, clock }: StateLineProps) {
  const last = before?.nodes.find((each) => each.id === node.id);
  const isCounted = node.counts.length > 0 && node.condition !== 'freed';
  return (
    <foreignObject x={8} y={19} width={width - 10} height={16}>
      <div className="state">
        {!isCounted && stateText(node, clock)}
        {isCounted &&
          node.counts.map(({ name, value }, i) => {
            const old = last?.counts.find((count) => count.name === name)?.value;
            const isChanged = old !== undefined && old !== value;
            return (
              <span key={name}>
                {i > 0 && ', '}
                {name}{' '}
                <span className={isChanged ? 'count changed' : 'count'}>{isChanged ? `${old} → ${value}` : value}</span>
              </span>
            );
          })}
      </div>
    </foreignObject>
  );
}

interface StateLineProps {
  readonly node: GraphNode;
  readonly width: number;
  readonly before: GraphAnswer | undefined;
  readonly clock: number;
}

/** The CPU on which a timer runs (filled) or is queued (ring). */
function CpuMark({ node, x }: { node: GraphNode; x: number }) {
  const { timer } = node;
  if (timer === undefined) return null;
  return (
    <g className={timer.runs ? 'cpu-mark runs' : 'cpu-mark'} style={{ '--cpu': `var(--cpu-${timer.cpu})` }}>
      <rect x={x + 0.75} y={4.75} width={14.5} height={14.5} rx={2} />
      <text x={x + 8} y={16} textAnchor="middle">
        {timer.cpu}
      </text>
    </g>
  );
}
