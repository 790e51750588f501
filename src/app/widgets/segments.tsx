import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly label: ReactNode;
}

interface SegmentsProps<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** One of a few values, all of them visible. One of them takes the focus; arrows choose another. */
export function Segments<Value extends string>({ name, value, segments, onChange }: SegmentsProps<Value>) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = segments.findIndex((segment) => segment.value === value);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (chosen + step + segments.length) % segments.length;
    onChange(segments[next].value);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="segments" role="radiogroup" aria-label={name} ref={group} onKeyDown={onKeyDown}>
      {segments.map((segment, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a button takes the focus and the click as the others of the bar do
        <button
          key={segment.value}
          type="button"
          role="radio"
          aria-checked={segment.value === value}
          aria-label={segment.name}
          data-tooltip={segment.name}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          onClick={() => onChange(segment.value)}
        >
          {segment.label}
        </button>
      ))}
    </div>
  );
}
