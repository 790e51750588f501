import {
  AlarmClock,
  Braces,
  Ghost,
  type LucideIcon,
  Pin,
  Square,
  SquareFunction,
  SquareTerminal,
  Table2,
} from 'lucide-react';
import type { GraphKind, GraphNode } from '../../../engine/scenario/graph-answer.ts';

const ICONS: Readonly<Record<GraphKind, LucideIcon>> = {
  process: SquareTerminal,
  pin: Pin,
  map: Table2,
  element: Square,
  timer: AlarmClock,
  callback: SquareFunction,
  program: Braces,
};

const COLOURS: Readonly<Record<GraphKind, string>> = {
  process: 'kind-user',
  pin: 'kind-user',
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
