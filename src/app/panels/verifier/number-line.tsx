import { axisOf, boundsOf } from './number-line.ts';

/** CSS pixels: between two numbers, above and below the line, beside the outer numbers. */
const UNIT = 32;
const LABEL = 11;
const MIDDLE = 22;
const HEIGHT = 32;
const INSET = 16;

/** Where the value should have been and where it is, if a message of the verifier tells. */
export function NumberLine({ message }: { message: string }) {
  const bounds = boundsOf(message);
  if (bounds === undefined) return null;
  const { from, to, ticks, goesOn } = axisOf(bounds);
  const x = (value: number) => INSET + (Math.min(Math.max(value, from), to) - from) * UNIT;
  const [low, high] = bounds.required;
  const [min, max] = bounds.known;
  const width = 2 * INSET + (to - from) * UNIT;
  const isPoint = min !== undefined && min === max;
  return (
    <p className="number-line">
      <span className="strong">{bounds.of}</span>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden>
        <line className="axis" x1={0} x2={width} y1={MIDDLE} y2={MIDDLE} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="axis" x1={x(tick)} x2={x(tick)} y1={MIDDLE - 3} y2={MIDDLE + 3} />
            <text x={x(tick)} y={LABEL} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        <path className="required" d={bracket(x(low) - 6, 1) + bracket(x(high) + 6, -1)} />
        {isPoint && min >= from && min <= to ? (
          <circle className="known" cx={x(min)} cy={MIDDLE} r={4} />
        ) : (
          <line
            className="known"
            x1={goesOn[0] ? 0 : x(min ?? from)}
            x2={goesOn[1] ? width : x(max ?? to)}
            y1={MIDDLE}
            y2={MIDDLE}
          />
        )}
      </svg>
      <span className="accept">[ ] required</span>
      <span className="reject">{isPoint ? `● ${min} known` : '━ known'}</span>
    </p>
  );
}

const bracket = (x: number, side: 1 | -1): string =>
  `M${x + 4 * side} ${MIDDLE - 7}H${x}V${MIDDLE + 7}H${x + 4 * side}`;
