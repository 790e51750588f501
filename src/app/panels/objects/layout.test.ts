import { describe, expect, it } from 'vitest';
import type { GraphAnswer, GraphEdge, GraphKind, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { type Box, type GraphLayout, layoutGraph, NO_PLACEMENT, type Placement } from './layout.ts';
import { neighbour } from './walk.ts';

const KINDS: Readonly<Record<string, GraphKind>> = {
  u: 'process',
  p: 'pin',
  m: 'map',
  e: 'element',
  t: 'timer',
  c: 'callback',
  g: 'program',
};

/** `m1 e1 t1 c1@g1 g1`: nodes by the letter of their kind, callbacks with their program; `u>m1` edges. */
function graph(nodes: string, edges: string): GraphAnswer {
  return {
    nodes: nodes.split(' ').map((word): GraphNode => {
      const [id, program] = word.split('@');
      const node = {
        id,
        kind: KINDS[id[0]],
        name: id,
        state: 'idle',
        counts: [],
        condition: 'live',
        address: 0,
      } as const;
      return program === undefined ? node : { ...node, program };
    }),
    edges: edges.split(' ').map((word): GraphEdge => {
      const [from, to] = word.split('>');
      return { id: word, from, to, holds: 1, what: from.startsWith('g') ? 'used map' : 'fd', detached: false };
    }),
  };
}

const overlaps = (a: Box, b: Box): boolean =>
  a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const places = ({ boxes }: GraphLayout) => new Map(boxes.map((box) => [box.node.id, [box.x, box.y]]));

const FIRST = graph('u m1 e1 t1 c1@g1 g1', 'u>m1 m1>e1 e1>t1 t1>c1 g1>m1 u>g1');
const MORE = graph(
  'u p1 m1 m2 e1 e2 e3 t1 t2 c1@g1 g1 g2',
  'u>m1 p1>m2 m1>e1 m1>e2 m2>e3 e1>t1 e2>t2 t1>c1 g1>m1 g2>m2 u>g1 u>g2',
);

function sequence(graphs: readonly GraphAnswer[], width = 600): GraphLayout[] {
  let placement: Placement = NO_PLACEMENT;
  return graphs.map((each) => {
    const placed = layoutGraph(each, placement, width);
    placement = placed.placement;
    return placed.layout;
  });
}

describe('the layout of objects', () => {
  it('puts the labels of edges that cross beside each other', () => {
    const [{ edges }] = sequence([graph('m1 e1 e2 t1 t2 c1@g1 g1 c2@g2 g2', 'm1>e1 m1>e2 e1>t2 e2>t1 t1>c2 t2>c1')]);
    const labels = edges.filter(({ label }) => label !== '');
    const isApart = ([a, b]: readonly (typeof labels)[number][]) =>
      Math.abs(a.labelX - b.labelX) >= 14 || Math.abs(a.labelY - b.labelY) >= 12;
    const pairs = labels.flatMap((a, i) => labels.slice(i + 1).map((b) => [a, b]));
    expect(pairs.length).toBeGreaterThan(10);
    expect(pairs.every(isApart)).toBe(true);
  });

  it.each([
    ['a small graph', [FIRST]],
    ['a larger graph', [MORE]],
    ['one that grew', [FIRST, MORE]],
    ['one that shrank and grew', [MORE, FIRST, MORE]],
  ])('puts nothing on anything in %s', (_, graphs) => {
    for (const { boxes, width, height } of sequence(graphs)) {
      for (const box of boxes) {
        expect(boxes.filter((other) => overlaps(box, other)).map((other) => other.node.id)).toEqual([]);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    }
  });

  it('puts holders left of what they hold', () => {
    const [{ boxes }] = sequence([FIRST]);
    const left = (id: string) => boxes.find((box) => box.node.id === id)?.x ?? Number.NaN;
    expect([left('u'), left('m1'), left('e1'), left('t1'), left('g1')]).toEqual(
      [left('u'), left('m1'), left('e1'), left('t1'), left('g1')].toSorted((a, b) => a - b),
    );
  });

  it('keeps everything in its place when nothing goes round it anew', () => {
    const gone = graph('u m1 c1@g1 g1', 'u>m1 g1>m1 u>g1');
    const [first, without, again] = sequence([FIRST, gone, FIRST]).map(places);
    for (const [id, place] of without) expect([id, place]).toEqual([id, first.get(id)]);
    expect(again).toEqual(first);
  });

  it('labels an edge with what it holds, and a lane with the sum', () => {
    const [{ edges }] = sequence([MORE]);
    expect(edges.map((edge) => [edge.edges.map((each) => each.id).join(' '), edge.label])).toContainEqual([
      'u>g1 u>g2',
      '2 on 2 programs',
    ]);
    expect(edges.map((edge) => edge.label)).toContain('1 used map');
  });

  it('leads the arrow keys through every node', () => {
    const [layout] = sequence([FIRST]);
    const walk = ['right', 'right', 'right', 'right', 'down', 'up', 'left'] as const;
    let at: string | undefined = 'u';
    const seen = walk.map((direction) => {
      at = neighbour(layout, at, direction);
      return at;
    });
    expect(seen).toEqual(['m1', 'e1', 't1', 'c1', 'g1', 'c1', 't1']);
  });
});
