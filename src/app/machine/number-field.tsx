import { useId, useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly bounds: { readonly min: number; readonly max: number };
  readonly value: number;
  /** Called with whole numbers within the bounds, when the field is left or Enter is pressed. */
  readonly onChange: (value: number) => void;
}

/** A whole number within bounds. What does not fit stays as it is typed, is marked, and changes nothing. */
export function NumberField({ label, unit, bounds, value, onChange }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && numberIn(typed, bounds) === undefined;
  const finish = () => {
    const number = numberIn(typed ?? '', bounds);
    if (number === undefined) return;
    setTyped(undefined);
    if (number !== value) onChange(number);
  };
  return (
    <>
      <label htmlFor={id} className="soft">
        {label}
      </label>
      <span className="machine-number">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          className="mono"
          spellCheck={false}
          value={typed ?? String(value)}
          aria-invalid={isWrong}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={(event) => event.key === 'Enter' && finish()}
        />
        {isWrong ? (
          <span className="reject" role="alert">
            {bounds.min} to {bounds.max}
          </span>
        ) : (
          <span className="dim">{unit}</span>
        )}
      </span>
    </>
  );
}

function numberIn(text: string, { min, max }: NumberFieldProps['bounds']): number | undefined {
  const number = /^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined;
  return number !== undefined && number >= min && number <= max ? number : undefined;
}
