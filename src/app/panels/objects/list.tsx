import type { GraphAnswer, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { chooseNode } from './follow.ts';
import { iconOf, kindClass } from './icons.ts';
import { relationsOf } from './walk.ts';
import { KIND_NAMES, stateText } from './words.ts';

interface ListProps {
  readonly graph: GraphAnswer;
  readonly clock: number;
  readonly cursor: string | undefined;
  readonly isSeen: boolean;
}

/** The graph as a table with the same words: seen when chosen, always there for those who do not see the drawing. */
export function ObjectList({ graph, clock, cursor, isSeen }: ListProps) {
  return (
    <div className={isSeen ? 'twin' : 'visually-hidden'} tabIndex={isSeen ? 0 : -1} data-objects-twin>
      <table>
        <caption className="visually-hidden">Objects and who holds them</caption>
        <thead>
          <tr>
            <th>object</th>
            <th>kind</th>
            <th>state</th>
            <th>held by</th>
          </tr>
        </thead>
        <tbody>
          {graph.nodes.map((node) => (
            <Row key={node.id} graph={graph} node={node} clock={clock} isCursor={node.id === cursor} isSeen={isSeen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly graph: GraphAnswer;
  readonly node: GraphNode;
  readonly clock: number;
  readonly isCursor: boolean;
  readonly isSeen: boolean;
}

function Row({ graph, node, clock, isCursor, isSeen }: RowProps) {
  const Icon = iconOf(node);
  const holders = relationsOf(graph, node.id).by.map(({ other, holds, what }) =>
    holds === 0 ? `${other.name} (${what})` : `${other.name} (${holds}, ${what})`,
  );
  return (
    <tr className={isCursor ? 'cursor' : ''} data-condition={node.condition}>
      <td>
        <button type="button" className="object-name" tabIndex={isSeen ? 0 : -1} onClick={() => chooseNode(node)}>
          <Icon className={`icon ${kindClass(node)}`} size={12} strokeWidth={2} aria-hidden />
          <span className={node.condition === 'freed' ? 'strong gone' : 'strong'}>{node.name}</span>
        </button>
      </td>
      <td className="soft">{KIND_NAMES[node.kind]}</td>
      <td>{stateText(node, clock)}</td>
      <td className="soft">{holders.length === 0 ? '–' : holders.join(', ')}</td>
    </tr>
  );
}
