import type { SpanBox, TimelineLayout } from './layout.ts';
import type { Arming, Note, Span } from './model.ts';

type Box = Pick<SpanBox, 'x' | 'y' | 'width' | 'height'>;

/** Half the height of the signs of an arming. */
const SIGN = 5;
const NOTE = { width: 1, height: 6 };

/** Where a thing was laid out, to be ringed; undefined if it is not to be seen. */
export function boxOfThing(layout: TimelineLayout, of: Span | Arming | Note): Box | undefined {
  if ('outcome' in of) {
    const line = layout.armings.find(({ arming }) => arming === of);
    return line && { x: line.x1 - SIGN, y: line.y - SIGN, width: line.x2 - line.x1 + 2 * SIGN, height: 2 * SIGN };
  }
  if ('text' in of) {
    const mark = layout.notes.find(({ note }) => note === of);
    return mark && { x: mark.x, y: mark.y, ...NOTE };
  }
  return [layout.spans, layout.waits, layout.graces].flatMap((boxes) => boxes.find(({ span }) => span === of) ?? [])[0];
}
