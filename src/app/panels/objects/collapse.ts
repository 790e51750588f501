import type { GraphAnswer, GraphEdge, GraphNode } from '../../../engine/scenario/graph-answer.ts';

/** Programs that are loaded and do nothing, drawn as one. Pure. */

/** So many of them are drawn one by one. */
const MAX_SINGLE = 4;

/** Id of the node that stands for them. */
export const UNUSED_PROGRAMS = 'programs:unused';

/**
 * The graph with one node in the place of all programs that only user space holds and that have no callbacks. `kept` is
 * the id of a node that stays, because it has the cursor. The same graph if there are few of them.
 */
export function collapsed(graph: GraphAnswer, kept: string | undefined): GraphAnswer {
  const unused = new Set(graph.nodes.filter((node) => isUnused(node, graph)).map((node) => node.id));
  if (unused.size <= MAX_SINGLE) return graph;
  if (kept !== undefined) unused.delete(kept);
  const nodes = graph.nodes.filter((node) => !unused.has(node.id));
  return { nodes: [...nodes, groupOf(unused.size)], edges: merged(graph.edges, unused) };
}

function isUnused(node: GraphNode, { nodes, edges }: GraphAnswer): boolean {
  if (node.kind !== 'program' || node.condition !== 'live') return false;
  if (nodes.some((other) => other.program === node.id)) return false;
  return edges.every(({ from, to }) => to !== node.id || nodes.find((each) => each.id === from)?.kind === 'process');
}

const groupOf = (count: number): GraphNode => ({
  id: UNUSED_PROGRAMS,
  kind: 'program',
  name: `${count} programs`,
  state: 'loaded, unused',
  counts: [],
  condition: 'live',
  address: 0,
});

/** The edges with their ends at the group; those that have both ends in common are one. */
function merged(edges: readonly GraphEdge[], unused: ReadonlySet<string>): readonly GraphEdge[] {
  const end = (id: string) => (unused.has(id) ? UNUSED_PROGRAMS : id);
  const byEnds = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const [from, to] = [end(edge.from), end(edge.to)];
    const id = `${from}>${to}`;
    const known = byEnds.get(id);
    byEnds.set(id, { ...edge, id, from, to, holds: edge.holds + (known?.holds ?? 0), what: known?.what ?? edge.what });
  }
  return [...byEnds.values()];
}
