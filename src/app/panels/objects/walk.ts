import type { GraphAnswer, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { BOX_HEIGHT, type Box, type GraphLayout, PORT_HEIGHT } from './layout.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export const directionOf = (key: string): Direction | undefined => DIRECTIONS[key];

interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const spotsOf = ({ boxes }: GraphLayout): readonly Spot[] =>
  boxes.flatMap((box) => [
    ...box.ports.map((port, i) => spot(port, box, PORT_HEIGHT * (i + 0.5))),
    spot(box.node, box, PORT_HEIGHT * box.ports.length + BOX_HEIGHT / 2),
  ]);

const spot = (node: GraphNode, box: Box, y: number): Spot => ({ id: node.id, x: box.x, y: box.y + y });

/**
 * The node that an arrow key leads to: within the column up and down; sideways along an edge, and where there is none to
 * the nearest of the next column.
 */
export function neighbour(layout: GraphLayout, id: string | undefined, direction: Direction): string | undefined {
  const spots = spotsOf(layout);
  const from = spots.find((each) => each.id === id);
  if (from === undefined) return spots[0]?.id;
  const isUpright = direction === 'up' || direction === 'down';
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const ahead = spots.filter((each) =>
    isUpright ? each.x === from.x && (each.y - from.y) * sign > 0 : (each.x - from.x) * sign > 0,
  );
  const edges = layout.edges.flatMap((drawn) => drawn.edges);
  const isLinked = (each: Spot): boolean =>
    edges.some(({ from: a, to: b }) => (sign > 0 ? a === from.id && b === each.id : b === from.id && a === each.id));
  // The column comes first: a node two columns away is never nearer than one of the next.
  const distance = (each: Spot): number =>
    Math.abs(each.x - from.x) * 1000 + Math.abs(each.y - from.y) + (isUpright || isLinked(each) ? 0 : 10_000);
  return ahead.toSorted((a, b) => distance(a) - distance(b))[0]?.id ?? from.id;
}

export interface Relation {
  readonly other: GraphNode;
  readonly holds: number;
  readonly what: string;
}

/** Who holds or points to a node, and whom it holds or points to. */
export function relationsOf(graph: GraphAnswer, id: string): { readonly by: Relation[]; readonly to: Relation[] } {
  const node = (wanted: string) => graph.nodes.find((each) => each.id === wanted);
  const relation = (wanted: string, holds: number, what: string): Relation[] => {
    const other = node(wanted);
    return other === undefined ? [] : [{ other, holds, what }];
  };
  return {
    by: graph.edges.filter((edge) => edge.to === id).flatMap((edge) => relation(edge.from, edge.holds, edge.what)),
    to: graph.edges.filter((edge) => edge.from === id).flatMap((edge) => relation(edge.to, edge.holds, edge.what)),
  };
}
