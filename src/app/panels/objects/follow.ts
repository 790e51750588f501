import type { GraphAnswer, GraphNode } from '../../../engine/scenario/graph-answer.ts';
import { bpfFrameOf, lineOfInsn } from '../../state/places.ts';
import { type AppState, focusCpu, shownVerification, store } from '../../state/store.ts';
import { moveCursor, showProgram } from '../../state/workbench.ts';
import { focusPanel } from '../panels.ts';

/** The node that has the cursor: the chosen one, or else what the CPU in focus is busy with. */
export function cursorNode(state: AppState, graph: GraphAnswer): GraphNode | undefined {
  const chosen = graph.nodes.find((node) => node.id === state.object);
  if (chosen !== undefined) return chosen;
  const cpu = focusCpu(state);
  const frame = bpfFrameOf(cpu);
  if (cpu === undefined || frame === undefined) return undefined;
  const running = graph.nodes.find((node) => node.timer?.runs && node.timer.cpu === cpu.cpu);
  return (
    running ??
    graph.nodes.find(({ subprogram }) => subprogram?.program === frame.program && subprogram.name === frame.function)
  );
}

/** Chooses a node: every panel that knows it marks it. A function's line gets the cursor of the text. */
export function chooseNode(node: GraphNode): void {
  store.setState({ object: node.id });
  const place = lineOfNode(store.getState(), node);
  if (place !== undefined) moveCursor(place.file, place.line);
}

/** Goes to where more is said about a node. */
export function followNode(node: GraphNode): void {
  switch (node.kind) {
    case 'callback':
    case 'program': {
      const place = lineOfNode(store.getState(), node);
      if (node.subprogram !== undefined) showProgram(node.subprogram.program);
      if (place !== undefined) store.setState({ tab: place.file, cursor: place });
      return focusPanel('editor');
    }
    case 'process':
    case 'pin':
    case 'device':
    case 'link':
    case 'socket':
      return focusPanel('console');
    case 'map':
      return focusPanel('maps');
    case 'element':
    case 'timer':
      return focusPanel('memory');
  }
}

/** First line of the function that a callback or a program is. */
function lineOfNode(state: AppState, { subprogram }: GraphNode): { file: string; line: number } | undefined {
  for (const answer of shownVerification(state)?.answers ?? []) {
    const program = answer.programs.find((each) => each.name === subprogram?.program);
    if (program === undefined || subprogram === undefined) continue;
    const line = lineOfInsn(program, subprogram.insn);
    if (line !== undefined) return { file: answer.file, line };
  }
  return undefined;
}
