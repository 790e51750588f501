import { layout as dagreLayout, Graph } from '@dagrejs/dagre';
import type { GraphAnswer, GraphEdge, GraphKind, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { defined } from '../../../lib/assert.ts';
import { stateText } from './words.ts';

/**
 * Where the boxes and edges of the object graph lie. A column for each kind, holders left of what they hold:
 *
 *   user space, pins │ maps │ elements │ timers │ programs with their callbacks on top
 *
 * Dagre orders what is new; what was placed before keeps its place for ever, so that stepping moves nothing.
 */
export interface Box {
  readonly node: GraphNode;
  /** A program: its callbacks, drawn as ports on top of it. */
  readonly ports: readonly GraphNode[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One edge, or several that run along one lane. */
export interface DrawnEdge {
  readonly edges: readonly GraphEdge[];
  /** An SVG path; a part for each edge. */
  readonly path: string;
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface GraphLayout {
  readonly boxes: readonly Box[];
  readonly edges: readonly DrawnEdge[];
  readonly width: number;
  readonly height: number;
}

/** What later layouts keep: top of each box by the node's id, also of those that are gone and may come back. */
export interface Placement {
  readonly tops: ReadonlyMap<string, number>;
  /** Those that were drawn last: their places are theirs. */
  readonly drawn: ReadonlySet<string>;
  /** Widths of the columns, which only grow. */
  readonly widths: readonly number[];
}

export const NO_PLACEMENT: Placement = { tops: new Map(), drawn: new Set(), widths: [0, 0, 0, 0, 0] };

/** Places of boxes that are gone and still remembered. */
const MAX_REMEMBERED = 1000;

const COLUMN: Readonly<Record<GraphKind, number>> = {
  process: 0,
  pin: 0,
  device: 0,
  link: 1,
  socket: 1,
  map: 1,
  element: 2,
  timer: 3,
  callback: 4,
  program: 4,
};

export const PORT_HEIGHT = 20;
export const BOX_HEIGHT = 38;
const ROW_GAP = 14;
const MARGIN = 8;
/** Left and right: room for what goes round. */
const SIDE = 19;
const MIN_GAP = 22;
const MAX_GAP = 72;
const LANE = 16;
/** Widths of letters in px, the icon and the insets included apart; texts are never cut. */
const NAME_LETTER = 6.8;
const STATE_LETTER = 5.7;
const NAME_INSET = 32;
const STATE_INSET = 14;
/** Room for texts that change from step to step: `fires in 998.1 µs`. */
const MIN_WIDTH: readonly number[] = [72, 92, 64, 104, 76];
const MAX_WIDTH = 220;

/** Places a graph in `available` px of width; `known` is the placement of the layout before. */
export function layoutGraph(
  graph: GraphAnswer,
  known: Placement,
  available: number,
): { readonly layout: GraphLayout; readonly placement: Placement } {
  const units = unitsOf(graph);
  const widths = columnWidths(units, known.widths);
  const tops = topsOf(units, graph, known);
  const lefts = columnLefts(widths, available);
  const boxes = units.map(({ node, ports, height }) => ({
    node,
    ports,
    height,
    x: lefts[COLUMN[node.kind]],
    y: tops.get(node.id) ?? 0,
    width: widths[COLUMN[node.kind]],
  }));
  const drawn = drawEdges(graph.edges, boxes);
  return {
    layout: { ...drawn, width: lefts[4] + widths[4] + SIDE },
    placement: { tops: remembered(known.tops, tops), drawn: new Set(tops.keys()), widths },
  };
}

const remembered = (known: ReadonlyMap<string, number>, tops: ReadonlyMap<string, number>) =>
  new Map([...[...known].slice(-MAX_REMEMBERED), ...tops]);

/** What is drawn as one box. */
interface Unit {
  readonly node: GraphNode;
  readonly ports: readonly GraphNode[];
  readonly height: number;
}

/** A callback whose program is gone is a box of its own. */
const isPort = (node: GraphNode): boolean => node.kind === 'callback' && node.program !== undefined;

function unitsOf({ nodes }: GraphAnswer): readonly Unit[] {
  return nodes
    .filter((node) => !isPort(node))
    .map((node) => {
      const ports = nodes.filter((other) => isPort(other) && other.program === node.id);
      return { node, ports, height: BOX_HEIGHT + PORT_HEIGHT * ports.length };
    });
}

// ---- columns

function columnWidths(units: readonly Unit[], known: readonly number[]): readonly number[] {
  const widths = known.map((width, column) => Math.max(width, MIN_WIDTH[column]));
  for (const { node, ports } of units) {
    const column = COLUMN[node.kind];
    for (const each of [node, ...ports]) widths[column] = Math.max(widths[column], widthOf(each));
  }
  return widths;
}

function widthOf(node: GraphNode): number {
  const { kind, name, state, counts, condition } = node;
  const said = condition === 'freed' ? stateText(node, 0) : state;
  const line = counts.length > 0 ? counts.map((count) => `${count.name} ${count.value}`).join(', ') : said;
  const text = kind === 'callback' ? '' : line;
  const width = Math.max(name.length * NAME_LETTER + NAME_INSET, text.length * STATE_LETTER + STATE_INSET);
  return Math.min(MAX_WIDTH, Math.ceil(width));
}

function columnLefts(widths: readonly number[], available: number): readonly number[] {
  const sum = widths.reduce((total, width) => total + width, 2 * SIDE);
  const gap = Math.min(MAX_GAP, Math.max(MIN_GAP, (available - sum) / (widths.length - 1)));
  let left = SIDE;
  return widths.map((width) => {
    const at = left;
    left += width + gap;
    return at;
  });
}

// ---- rows

function topsOf(units: readonly Unit[], graph: GraphAnswer, known: Placement): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  const wanted =
    known.tops.size === 0 || units.some(({ node }) => !known.tops.has(node.id)) ? wantedTops(units, graph) : known.tops;
  const rank = ({ node }: Unit): number => (known.drawn.has(node.id) ? 0 : known.tops.has(node.id) ? 1 : 2);
  const wish = ({ node }: Unit): number => known.tops.get(node.id) ?? wanted.get(node.id) ?? 0;
  for (const unit of units.toSorted((a, b) => rank(a) - rank(b) || wish(a) - wish(b))) {
    const taken = units
      .filter(({ node }) => COLUMN[node.kind] === COLUMN[unit.node.kind])
      .flatMap(({ node, height }) => {
        const from = tops.get(node.id);
        return from === undefined ? [] : [{ from, to: from + height }];
      });
    tops.set(unit.node.id, freeTop(wish(unit), unit.height, taken));
  }
  return tops;
}

/** The first place from `wanted` on, downwards, that nothing in the column takes. */
function freeTop(wanted: number, height: number, taken: readonly { from: number; to: number }[]): number {
  let top = wanted;
  for (const { from, to } of taken.toSorted((a, b) => a.from - b.from)) {
    if (top < to + ROW_GAP && top + height + ROW_GAP > from) top = to + ROW_GAP;
  }
  return top;
}

/** Tops as Dagre has them: near what a box is linked to, with few crossings. */
function wantedTops(units: readonly Unit[], { edges }: GraphAnswer): ReadonlyMap<string, number> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: ROW_GAP, ranksep: MIN_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  const unitOf = new Map(units.flatMap(({ node, ports }) => [node, ...ports].map((each) => [each.id, node] as const)));
  for (const { node, height } of units) graph.setNode(node.id, { width: 1, height });
  for (const { from, to } of edges) {
    const [a, b] = [unitOf.get(from), unitOf.get(to)];
    if (a === undefined || b === undefined || COLUMN[b.kind] !== COLUMN[a.kind] + 1) continue;
    graph.setEdge(a.id, b.id);
  }
  dagreLayout(graph);
  return new Map(units.map(({ node, height }) => [node.id, Math.round((graph.node(node.id).y ?? 0) - height / 2)]));
}

// ---- edges

/**
 * Edges to the next column run straight. Those that lead back go round above, in one lane for each target; longer ones
 * go round below, in one lane for each source. A lane's label is the sum of what its edges hold.
 */
function drawEdges(edges: readonly GraphEdge[], boxes: readonly Box[]): Omit<GraphLayout, 'width'> {
  const linked = edges.filter(({ from, to }) => boxOf(from, boxes) !== undefined && boxOf(to, boxes) !== undefined);
  const above = bundles(
    linked.filter((edge) => spanOf(edge, boxes) <= 0),
    (edge) => edge.to,
  );
  const below = bundles(
    linked.filter((edge) => spanOf(edge, boxes) > 1),
    (edge) => edge.from,
  );
  const shift = MARGIN + above.length * LANE;
  const moved = boxes.map((box) => ({ ...box, y: box.y + shift }));
  const bottom = Math.max(shift, ...moved.map((box) => box.y + box.height));
  const drawn = [
    ...directs(
      linked.filter((edge) => spanOf(edge, boxes) === 1),
      moved,
    ),
    ...above.map((bundle, i) => around(bundle, moved, MARGIN + LANE * i, i)),
    ...below.map((bundle, i) => around(bundle, moved, bottom + LANE * (i + 1), i)),
  ];
  return { boxes: moved, edges: drawn, height: bottom + LANE * below.length + MARGIN + 2 };
}

function bundles(edges: readonly GraphEdge[], keyOf: (edge: GraphEdge) => string): readonly (readonly GraphEdge[])[] {
  const keys = [...new Set(edges.map(keyOf))];
  return keys.map((key) => edges.filter((edge) => keyOf(edge) === key));
}

/** How many columns an edge spans. */
function spanOf({ from, to }: GraphEdge, boxes: readonly Box[]): number {
  const [a, b] = [boxOf(from, boxes), boxOf(to, boxes)];
  return a === undefined || b === undefined ? 0 : COLUMN[b.node.kind] - COLUMN[a.node.kind];
}

function boxOf(id: string, boxes: readonly Box[]): Box | undefined {
  return boxes.find(({ node, ports }) => node.id === id || ports.some((port) => port.id === id));
}

/** References held are a number; what goes round is named too, for it is far from what it holds. */
function labelOf(edges: readonly GraphEdge[]): string {
  const held = edges.reduce((sum, edge) => sum + edge.holds, 0);
  if (held === 0) return '';
  if (edges[0].what.startsWith('used map')) return held === 1 ? '1 used map' : `${held} used maps`;
  return edges.length > 1 ? `${held} on ${edges.length} programs` : String(held);
}

interface Anchor {
  readonly box: Box;
  /** Middle of the box or of its port. */
  readonly y: number;
}

function anchorOf(id: string, boxes: readonly Box[]): Anchor {
  const box = defined(boxOf(id, boxes), `box of ${id}`);
  const port = box.ports.findIndex((each) => each.id === id);
  if (port >= 0) return { box, y: box.y + PORT_HEIGHT * port + PORT_HEIGHT / 2 };
  return { box, y: box.y + PORT_HEIGHT * box.ports.length + BOX_HEIGHT / 2 };
}

/** Where on its edge a label may lie, as parts of the way: in the middle if there is room. */
const LABEL_PLACES = [0.5, 0.3, 0.7];
/** Labels nearer than this touch. */
const LABEL_ROOM = { x: 14, y: 12 };

/** Edges to the next column; where two of them cross, their labels lie beside each other. */
function directs(edges: readonly GraphEdge[], boxes: readonly Box[]): readonly DrawnEdge[] {
  const drawn: DrawnEdge[] = [];
  for (const edge of edges) {
    const ways = LABEL_PLACES.map((share) => direct(edge, boxes, share));
    drawn.push(ways.find((way) => !drawn.some((other) => isTouched(way, other))) ?? ways[0]);
  }
  return drawn;
}

const isTouched = (a: DrawnEdge, b: DrawnEdge): boolean =>
  a.label !== '' &&
  b.label !== '' &&
  Math.abs(a.labelX - b.labelX) < LABEL_ROOM.x &&
  Math.abs(a.labelY - b.labelY) < LABEL_ROOM.y;

function direct(edge: GraphEdge, boxes: readonly Box[], share: number): DrawnEdge {
  const [from, to] = [anchorOf(edge.from, boxes), anchorOf(edge.to, boxes)];
  const [x1, x2] = [from.box.x + from.box.width, to.box.x];
  const middle = (x1 + x2) / 2;
  const path = `M${x1} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${x2 - 1} ${to.y}`;
  const labelX = along(share, x1, middle, middle, x2) - 2;
  return { edges: [edge], path, label: labelOf([edge]), labelX, labelY: along(share, from.y, from.y, to.y, to.y) };
}

/** A coordinate of a Bézier curve, at a part of its way. */
function along(share: number, a: number, b: number, c: number, d: number): number {
  const rest = 1 - share;
  return rest ** 3 * a + 3 * rest ** 2 * share * b + 3 * rest * share ** 2 * c + share ** 3 * d;
}

const CORNER = 6;
/** Distance of the upright parts from the boxes, and between those of neighbouring lanes. */
const GUTTER = 9;
const GUTTER_STEP = 3;
/** Edges that go round leave and enter beside the middle, where the straight ones are. */
const OFF_MIDDLE = 9;

/** Along a lane: out of the outer side of one box and into the outer side of the other, past what is stacked there. */
function around(edges: readonly GraphEdge[], boxes: readonly Box[], lane: number, index: number): DrawnEdge {
  const aside = GUTTER + GUTTER_STEP * (index % 4);
  const ends = edges.map((edge) => [anchorOf(edge.from, boxes), anchorOf(edge.to, boxes)] as const);
  const paths = ends.map(([from, to]) => {
    const isBack = from.box.x >= to.box.x;
    const turn = lane < to.box.y ? -CORNER : CORNER;
    const [y1, y2] = isBack ? [from.y - OFF_MIDDLE, to.y + OFF_MIDDLE] : [from.y + OFF_MIDDLE, to.y + OFF_MIDDLE];
    const out = isBack ? 1 : -1;
    const x1 = isBack ? from.box.x + from.box.width : from.box.x;
    const x2 = isBack ? to.box.x : to.box.x + to.box.width;
    const [up1, up2] = [x1 + out * aside, x2 - out * aside];
    return [
      `M${x1} ${y1} H${up1 - out * CORNER} Q${up1} ${y1} ${up1} ${y1 + turn}`,
      `V${lane - turn} Q${up1} ${lane} ${up1 - out * CORNER} ${lane}`,
      `H${up2 + out * CORNER} Q${up2} ${lane} ${up2} ${lane - turn}`,
      `V${y2 + turn} Q${up2} ${y2} ${up2 + out * CORNER} ${y2} H${x2 - out}`,
    ].join(' ');
  });
  const xs = ends.flatMap(([from, to]) => [from.box.x, to.box.x + to.box.width / 2]);
  const labelX = (Math.min(...xs) + Math.max(...xs)) / 2;
  return { edges, path: paths.join(' '), label: labelOf(edges), labelX, labelY: lane };
}
