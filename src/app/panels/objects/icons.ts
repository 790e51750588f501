import {
  AlarmClock,
  Braces,
  Ghost,
  Link2,
  type LucideIcon,
  Network,
  Pin,
  Plug,
  Square,
  SquareFunction,
  SquareTerminal,
  Table2,
} from 'lucide-react';
import type { GraphKind, GraphNode } from '../../../engine/scenario/graph-answer.ts';

const ICONS: Readonly<Record<GraphKind, LucideIcon>> = {
  process: SquareTerminal,
  pin: Pin,
  device: Network,
  link: Link2,
  socket: Plug,
  map: Table2,
  element: Square,
  timer: AlarmClock,
  callback: SquareFunction,
  program: Braces,
};

const COLOURS: Readonly<Record<GraphKind, string>> = {
  process: 'kind-user',
  pin: 'kind-user',
  device: 'kind-user',
  link: 'kind-code',
  socket: 'kind-user',
  map: 'kind-data',
  element: 'kind-data',
  timer: 'kind-time',
  callback: 'kind-time',
  program: 'kind-code',
};

/** The icon of an object; what is freed is a ghost. */
export const iconOf = (node: GraphNode): LucideIcon => (node.condition === 'freed' ? Ghost : ICONS[node.kind]);

/** The class that colours the icon by kind. */
export const kindClass = (node: GraphNode): string => (node.condition === 'freed' ? 'kind-ghost' : COLOURS[node.kind]);
