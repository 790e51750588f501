/** The calls that a painter made, in order: how canvases are tested. */
export type CanvasCall = readonly [name: string, ...values: readonly unknown[]];

/** What painters use of a 2D context. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'closePath'
  | 'rect'
  | 'clip'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'strokeRect'
  | 'clearRect'
  | 'fillText'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'createPattern'
>;

/** A pen that writes down what it is told, and hands it on if there is another pen. */
export function recordingPen(calls: CanvasCall[], pen: Partial<Pen> = {}): Pen {
  const target: Record<string, unknown> = {};
  const proxy = new Proxy(target, {
    get:
      (_, name: string) =>
      (...values: readonly unknown[]) => {
        calls.push([name, ...values]);
        const method: unknown = Reflect.get(pen, name);
        return typeof method === 'function' ? method.apply(pen, values) : null;
      },
    set: (_, name: string, value: unknown) => {
      calls.push([`${name} =`, value]);
      Reflect.set(pen, name, value);
      return true;
    },
  });
  // Every member is answered by the proxy, which the type of an empty record cannot say.
  return proxy as unknown as Pen;
}
