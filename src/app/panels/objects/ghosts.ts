import type { GraphAnswer, GraphKind, GraphNode } from '../../../engine/scenario/graph-answer.ts';

/** Objects that were seen and are gone stay as ghosts, in their places. Pure; freed timers the engine itself knows. */

/** What was seen of a machine: every object with the first and the last step at which it was there. */
export type Seen = ReadonlyMap<string, { readonly node: GraphNode; readonly first: number; readonly last: number }>;

export const NOTHING_SEEN: Seen = new Map();

const KINDS: ReadonlySet<GraphKind> = new Set(['map', 'element', 'program']);

/** More ghosts than these are not shown; the newest are. */
const MAX_GHOSTS = 8;

/** Objects that are remembered. */
const MAX_SEEN = 1000;

/**
 * The graph at a step with the ghosts of what was there before, and what is known from now on. What was first seen after
 * the step is not made yet there: it is forgotten.
 */
export function withGhosts(
  graph: GraphAnswer,
  step: number,
  seen: Seen,
): { readonly graph: GraphAnswer; readonly seen: Seen } {
  const there = new Set(graph.nodes.map((node) => node.id));
  const known = [...seen].filter(([id, { first }]) => first <= step && !there.has(id));
  const ghosts = known.map(([, { node }]) => ghostOf(node)).slice(-MAX_GHOSTS);
  const alive = graph.nodes.filter((node) => KINDS.has(node.kind) && node.address !== 0);
  const now = alive.map((node) => [node.id, { node, first: seen.get(node.id)?.first ?? step, last: step }] as const);
  return {
    graph: ghosts.length === 0 ? graph : { ...graph, nodes: [...graph.nodes, ...ghosts] },
    seen: new Map([...known.toSorted(([, a], [, b]) => a.last - b.last), ...now].slice(-MAX_SEEN)),
  };
}

const ghostOf = (node: GraphNode): GraphNode => ({ ...node, state: 'freed', counts: [], condition: 'freed' });
