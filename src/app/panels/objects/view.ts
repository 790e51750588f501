import { create } from 'zustand';

interface ObjectsView {
  /** The list instead of the drawing. */
  readonly asList: boolean;
  /** Size of the drawing, 1 = as the fonts are; undefined = as large as fits. */
  readonly zoom: number | undefined;
  /** Every program for itself, also those that do nothing. */
  readonly allPrograms: boolean;
}

export const useObjectsView = create<ObjectsView>(() => ({ asList: false, zoom: undefined, allPrograms: false }));

const MIN_ZOOM = 0.4;
const MAX_ZOOM = 2;
const ZOOM_STEP = 1.25;

/** Below this a drawing that fits cannot be read: it is scrolled instead. */
const MIN_FIT = 0.72;

/** The size that shows a drawing of `width` in `available` pixels. */
export const fittingZoom = (width: number, available: number): number =>
  Math.max(MIN_FIT, Math.min(1, available / Math.max(1, width)));

/** Makes the drawing larger (1) or smaller (-1) than it is now. */
export function zoomBy(direction: 1 | -1, now: number): void {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, now * ZOOM_STEP ** direction));
  useObjectsView.setState({ zoom });
}
