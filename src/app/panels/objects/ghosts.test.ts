import { describe, expect, it } from 'vitest';
import type { GraphAnswer, GraphEdge, GraphKind, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { collapsed, UNUSED_PROGRAMS } from './collapse.ts';
import { NOTHING_SEEN, type Seen, withGhosts } from './ghosts.ts';

const KINDS: Readonly<Record<string, GraphKind>> = {
  u: 'process',
  m: 'map',
  e: 'element',
  t: 'timer',
  c: 'callback',
  g: 'program',
};

const node = (id: string): GraphNode => {
  const [name, program] = id.split('@');
  const counts = [{ name: 'refs', value: 1 }];
  const bare = { id: name, kind: KINDS[name[0]], name, state: '', counts, condition: 'live', address: 64 } as const;
  return program === undefined ? bare : { ...bare, program };
};

/** `u m1 g1 c1@g1`: nodes by the letter of their kind; `u>m1` edges. */
const graph = (nodes: string, edges = ''): GraphAnswer => ({
  nodes: nodes.split(' ').map(node),
  edges: edges
    .split(' ')
    .filter(Boolean)
    .map(
      (id): GraphEdge => ({ id, from: id.split('>')[0], to: id.split('>')[1], holds: 1, what: 'fd', detached: false }),
    ),
});

const drawn = ({ nodes }: GraphAnswer) =>
  nodes.map(({ id, condition }) => (condition === 'freed' ? `(${id})` : id)).join(' ');

describe('ghosts', () => {
  /** Steps with what is there, and what is drawn. */
  it.each([
    [
      'of what was freed stay',
      [
        [1, 'm1 e1 g1', 'm1 e1 g1'],
        [5, 'm1', 'm1 (e1) (g1)'],
        [9, 'm1', 'm1 (e1) (g1)'],
      ],
    ],
    [
      'live again before they were freed',
      [
        [1, 'm1 e1', 'm1 e1'],
        [5, 'm1', 'm1 (e1)'],
        [1, 'm1 e1', 'm1 e1'],
      ],
    ],
    [
      'are none before they were made',
      [
        [3, 'm1', 'm1'],
        [5, 'm1 e1', 'm1 e1'],
        [3, 'm1', 'm1'],
        [5, 'm1', 'm1'],
      ],
    ],
    [
      'of timers are the engine’s',
      [
        [1, 'm1 t1 c1', 'm1 t1 c1'],
        [5, 'm1', 'm1'],
      ],
    ],
  ] as const)('%s', (_, steps) => {
    let seen: Seen = NOTHING_SEEN;
    for (const [step, nodes, expected] of steps) {
      const answer = withGhosts(graph(nodes), step, seen);
      expect(drawn(answer.graph)).toBe(expected);
      seen = answer.seen;
    }
  });
});

describe('unused programs', () => {
  const FD = 'u>g1 u>g2 u>g3 u>g4 u>g5 u>g6';
  it.each([
    ['are one node', 'u m1 g1 g2 g3 g4 g5 g6', FD, undefined, `u m1 ${UNUSED_PROGRAMS}`],
    ['but for the one with the cursor', 'u g1 g2 g3 g4 g5 g6', FD, 'g3', `u g3 ${UNUSED_PROGRAMS}`],
    ['are what no timer holds', 'u t1 g1 g2 g3 g4 g5 g6', `${FD} t1>g6`, undefined, `u t1 g6 ${UNUSED_PROGRAMS}`],
    ['have no callbacks', 'u g1 g2 g3 g4 g5 g6 c1@g2', FD, undefined, `u g2 c1 ${UNUSED_PROGRAMS}`],
    ['stay single if they are few', 'u g1 g2 g3 g4', FD, undefined, 'u g1 g2 g3 g4'],
  ])('%s', (_, nodes, edges, kept, expected) => expect(drawn(collapsed(graph(nodes, edges), kept))).toBe(expected));

  it('share their edges, which hold the sum', () => {
    const { edges } = collapsed(graph('u m1 g1 g2 g3 g4 g5 g6', `${FD} g1>m1 g2>m1`), undefined);
    expect(edges.map(({ id, holds }) => `${id} ${holds}`)).toEqual([
      `u>${UNUSED_PROGRAMS} 6`,
      `${UNUSED_PROGRAMS}>m1 2`,
    ]);
  });
});
