import type { GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { duration, moment } from '../../format.ts';

/** What is said about an object: under its name in the graph, in the list, in the tooltip and aloud. */

/** The line of state: what it is or does now. `clock`: virtual ns. */
export function stateText(node: GraphNode, clock: number): string {
  if (node.condition === 'freed')
    return node.freedAt === undefined ? 'freed' : `freed at ${moment(BigInt(node.freedAt))}`;
  if (node.kind === 'timer') return timerText(node, clock);
  if (node.counts.length > 0) return node.counts.map(({ name, value }) => `${name} ${value}`).join(', ');
  return node.state;
}

function timerText({ timer, condition }: GraphNode, clock: number): string {
  const state = [
    condition === 'detached' ? 'detached' : undefined,
    timer?.runs ? 'runs' : undefined,
    timer?.expires === undefined ? undefined : firesText(Number(timer.expires) - clock),
  ].filter((text) => text !== undefined);
  return state.length === 0 ? 'idle' : state.join(', ');
}

const firesText = (left: number): string => (left <= 0 ? 'due' : `fires in ${duration(rounded(left))}`);

/** Four digits at most: the line is short. */
const rounded = (ns: number): number => Number(ns.toPrecision(4));

export const KIND_NAMES: Readonly<Record<GraphNode['kind'], string>> = {
  process: 'process',
  pin: 'pin',
  device: 'device',
  link: 'link',
  socket: 'socket',
  map: 'map',
  element: 'element',
  timer: 'timer',
  callback: 'callback',
  program: 'program',
};

/** A node in one sentence, for those who hear it. */
export const spokenText = (node: GraphNode, clock: number): string => {
  const name = node.name === KIND_NAMES[node.kind] ? node.name : `${KIND_NAMES[node.kind]} ${node.name}`;
  return `${name}, ${stateText(node, clock)}`;
};
