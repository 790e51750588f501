import {
  ALL,
  ARMING_ROOM,
  endOf,
  fitting,
  isSeen,
  LABEL_INSET,
  LABEL_WIDTH,
  LETTER,
  MIN_WIDTH,
  type Placing,
  type SpanBox,
} from './layout.ts';
import type { Span } from './model.ts';

/** Grace periods that find room under each other in the lane of RCU; more share the last row. */
const ROWS = 2;
/** Height of a bracket. */
const BRACKET = 6;

interface Row {
  /** Where its last bracket ends, and the one before which another one would lie on it. */
  end: number;
  last: { box: SpanBox; readonly from: number; readonly to: number; calls: number } | undefined;
}

/**
 * The brackets of the lane of RCU. Calls of the same moment whose grace periods end together share one: their number is
 * bounded by the width.
 */
export function graceBoxes(graces: readonly Span[], place: Placing): SpanBox[] {
  const rows: Row[] = Array.from({ length: ROWS }, () => ({ end: Number.NEGATIVE_INFINITY, last: undefined }));
  const found: NonNullable<Row['last']>[] = [];
  for (const span of graces) {
    const end = endOf(span, place);
    if (!isSeen(span.start, end, place.window)) continue;
    const [from, to] = [place.x(span.start), place.x(end)];
    const same = rows.find(({ last }) => last !== undefined && isNear(last.from, from) && isNear(last.to, to))?.last;
    if (same !== undefined) {
      same.calls++;
      continue;
    }
    const row = rows.find((each) => each.end <= from) ?? rows[ROWS - 1];
    const box = bracketOf(span, from, to, rows.indexOf(row), place);
    if (box === undefined) continue;
    row.end = to;
    row.last = { box, from, to, calls: 1 };
    found.push(row.last);
  }
  return withRoom(found.map(({ box, calls }) => ({ ...box, label: fitting(labelOf(box.span, calls), box.width) })));
}

/** The brackets without the labels that would touch the one before: rows are closer than letters are high. */
function withRoom(boxes: readonly SpanBox[]): SpanBox[] {
  let taken = Number.NEGATIVE_INFINITY;
  return boxes.map((box) => {
    const [middle, half] = [box.x + box.width / 2, (box.label.length * LETTER) / 2 + LABEL_INSET];
    if (box.label === '' || middle - half < taken) return { ...box, label: '' };
    taken = middle + half;
    return box;
  });
}

const isNear = (one: number, other: number) => Math.abs(one - other) < ARMING_ROOM;

function bracketOf(span: Span, from: number, to: number, row: number, place: Placing): SpanBox | undefined {
  const lane = place.laneOf(ALL, 'RCU');
  if (lane === undefined) return undefined;
  const x = Math.max(from, LABEL_WIDTH);
  const width = Math.max(Math.min(to, place.frame.width) - x, MIN_WIDTH);
  const y = lane.y + ((row + 1) * lane.height) / (ROWS + 1) - BRACKET / 2;
  return { span, x, y, width, height: BRACKET, label: '' };
}

/** `grace period`, `tasks trace grace period`, `grace period of 3 calls`. */
function labelOf({ name }: Span, calls: number): string {
  const which = name === 'RCU' ? 'grace period' : `${name.replace('RCU ', '')} grace period`;
  return calls === 1 ? which : `${which} of ${calls} calls`;
}
