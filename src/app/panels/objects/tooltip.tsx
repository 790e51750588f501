import { useEffect } from 'react';
import type { GraphAnswer, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { type Relation, relationsOf } from './walk.ts';
import { KIND_NAMES, stateText } from './words.ts';

interface TooltipProps {
  readonly graph: GraphAnswer;
  readonly node: GraphNode;
  readonly clock: number;
  /** Pixels in the drawing. */
  readonly at: { readonly left: number; readonly top: number };
  readonly onClose: () => void;
}

/** Name, facts, and who holds it: seen beside a node that is pointed at or has the focus. */
export function ObjectTooltip({ graph, node, clock, at, onClose }: TooltipProps) {
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);
  const { by, to } = relationsOf(graph, node.id);
  return (
    <div className="tooltip object-tooltip" role="tooltip" style={at}>
      <p>
        <span className="strong">{node.name}</span> <span className="dim">{KIND_NAMES[node.kind]}</span>
      </p>
      <p>{stateText(node, clock)}</p>
      {node.counts.length > 0 && <p className="soft">{node.state}</p>}
      {node.address !== 0 && <p className="mono dim">0x{node.address.toString(16)}</p>}
      <Relations title="held by" relations={by} />
      <Relations title="holds" relations={to} />
    </div>
  );
}

function Relations({ title, relations }: { title: string; relations: readonly Relation[] }) {
  if (relations.length === 0) return null;
  return (
    <p>
      <span className="dim">{title}</span>{' '}
      {relations.map(({ other, holds, what }) => `${other.name} (${relationText(holds, what)})`).join(', ')}
    </p>
  );
}

const relationText = (holds: number, what: string): string => (holds === 0 ? what : `${holds}, ${what}`);
