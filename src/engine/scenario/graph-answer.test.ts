import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { finish } from '../../lib/job.ts';
import { openScenario } from '../engine.ts';
import type { GraphAnswer } from './graph-answer.ts';
import type { Session } from './session.ts';

function open(file: string, script: readonly string[]): Session {
  const asm = readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
  const opened = finish(
    openScenario({
      v: 1,
      programs: [{ name: file, asm }],
      machine: { cpus: 2, kernel: '6.18' },
      script: script.map((line) => ({ line })),
      grain: 'insn',
    }),
  );
  return defined(opened.session, 'session');
}

/** The graph at every step until nothing is left to do. */
function graphs(session: Session): GraphAnswer[] {
  const seen = [session.graph()];
  while (session.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1) === undefined) seen.push(session.graph());
  return seen;
}

const held = ({ edges }: GraphAnswer, id: string): number =>
  edges.filter((edge) => edge.to === id).reduce((sum, edge) => sum + edge.holds, 0);

/** References that the edges of a graph say a program has: those of its callbacks are its own. */
function heldProgram(graph: GraphAnswer, id: string): number {
  const callbacks = graph.nodes.filter((node) => node.program === id);
  return [id, ...callbacks.map((node) => node.id)].reduce((sum, each) => sum + held(graph, each), 0);
}

const count = (graph: GraphAnswer, id: string, name: string): number | undefined =>
  graph.nodes.find((node) => node.id === id)?.counts.find((each) => each.name === name)?.value;

const lines = ({ nodes, edges }: GraphAnswer): string[] => {
  const name = (id: string): string => nodes.find((node) => node.id === id)?.name ?? id;
  return edges.map(({ from, to, holds, what }) => `${name(from)} -${holds}-> ${name(to)} (${what})`);
};

describe.each([
  ['first-timer.s', ['bpftool prog run name first_timer']],
  ['two-timers.s', ['bpftool prog run name switch_on', 'sleep 120ms', 'close map on_timers']],
  ['watchdog.s', ['bpftool prog run name feed', 'sleep 2ms', 'bpftool prog run name feed', 'close prog feed']],
])('the graph of %s', (file, script) => {
  it('explains every reference that objects count, at rest', () => {
    const session = open(file, script);
    const all = graphs(session);
    for (const graph of [all[0], all[all.length - 1]]) {
      for (const { id, kind } of graph.nodes) {
        if (kind === 'map') expect([id, held(graph, id)]).toEqual([id, count(graph, id, 'refs')]);
        if (kind === 'program') expect([id, heldProgram(graph, id)]).toEqual([id, count(graph, id, 'refs')]);
      }
    }
  });

  it('leads only to what is there, and changes nothing', () => {
    const session = open(file, script);
    const other = open(file, script);
    for (const { nodes, edges } of graphs(session)) {
      const ids = new Set(nodes.map((node) => node.id));
      expect(ids.size).toBe(nodes.length);
      expect(edges.filter((edge) => !ids.has(edge.from) || !ids.has(edge.to))).toEqual([]);
    }
    while (other.advance({ is: 'idle' }, Number.POSITIVE_INFINITY, 1000) === undefined);
    expect(session.runHash()).toBe(other.runHash());
  });
});

it('shows a timer from its birth to its ghost', () => {
  const script = ['bpftool prog run name first_timer', 'sleep 1500us', 'close map timers'];
  const all = graphs(open('first-timer.s', script));
  const stages = all.map(({ nodes }) => {
    const node = nodes.find((each) => each.kind === 'timer');
    if (node === undefined) return 'none';
    return [node.condition, node.timer?.queued && 'queued', node.timer?.runs && 'runs'].filter(Boolean).join(' ');
  });
  expect(stages.filter((stage, i) => stage !== stages[i - 1])).toEqual([
    'none',
    // Made, and not yet written into the value.
    'detached',
    'live',
    'live queued',
    'live runs',
    'live queued runs',
    'live queued',
    // The last user reference is gone; a grace period later so is the timer.
    'detached queued',
    'detached',
    'freed',
  ]);
  const armed = all[stages.indexOf('live queued')];
  expect(lines(armed)).toEqual([
    'first_timer -1-> timers (used map)',
    'timers -0-> 0 (element)',
    '0 -0-> timer (bpf_timer)',
    'timer -1-> tick (callback)',
    'loader -1-> timers (fd 3)',
    'loader -1-> first_timer (fd 4)',
    'bpftool -1-> first_timer (fd 3)',
  ]);
  expect(lines(all[all.length - 1])).toEqual([
    'first_timer -1-> timers (used map)',
    'timers -0-> 0 (element)',
    'loader -1-> first_timer (fd 4)',
  ]);
});
