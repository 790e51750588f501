import { type ReactNode, useId, useState } from 'react';
import { spacedHex } from '../../format.ts';
import { hexDigits } from './run-line.ts';

interface FieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (id: string) => ReactNode;
}

/** A label with what belongs to it, and under it a note or what is wrong. */
export function Field({ label, note, error, children }: FieldProps) {
  const id = useId();
  return (
    <div className="input-field">
      <label htmlFor={id} className="soft">
        {label}
      </label>
      <div className="input-value">
        {children(id)}
        {error === undefined ? (
          <span className="dim">{note}</span>
        ) : (
          <span className="reject" role="alert">
            {error}
          </span>
        )}
      </div>
    </div>
  );
}

interface TypedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
  /** What is wrong with a text; undefined if nothing is. */
  readonly mistakeIn: (text: string) => string | undefined;
  /** Called with texts that nothing is wrong with. */
  readonly onChange: (text: string) => void;
}

/** A line of text that is checked while it is typed; what is typed stays as it is typed. */
export function TypedField({ label, value, note, mistakeIn, onChange }: TypedFieldProps) {
  const [typed, setTyped] = useState<string>();
  const error = typed === undefined ? undefined : mistakeIn(typed);
  const change = (text: string) => {
    setTyped(text);
    if (mistakeIn(text) === undefined) onChange(text);
  };
  return (
    <Field label={label} note={note} error={error}>
      {(id) => (
        <input
          id={id}
          type="text"
          className="mono"
          spellCheck={false}
          value={typed ?? value}
          aria-invalid={error !== undefined}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => error === undefined && setTyped(undefined)}
        />
      )}
    </Field>
  );
}

interface BytesProps {
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly hex: string;
  readonly note?: string;
  readonly onChange: (hex: string) => void;
}

/** Bytes as hex. What is typed stays as it is typed while it stands for the same bytes. */
export function Bytes({ label, hint, rows, hex, note, onChange }: BytesProps) {
  const [typed, setTyped] = useState<string>();
  const digits = typed === undefined ? hex : hexDigits(typed);
  const text = typed !== undefined && (digits === undefined || digits === hex) ? typed : spacedHex(hex);
  const change = (value: string) => {
    setTyped(value);
    const bytes = hexDigits(value);
    if (bytes !== undefined) onChange(bytes);
  };
  return (
    <Field
      label={label}
      note={digits === undefined ? undefined : (note ?? bytesText(hex))}
      error={digits === undefined ? WANTED : undefined}
    >
      {(id) => (
        <textarea
          id={id}
          className="mono"
          rows={rows}
          placeholder={hint}
          spellCheck={false}
          value={text}
          aria-invalid={digits === undefined}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

const WANTED = 'wants bytes as two hex digits each, such as 0a ff';

/** `14 bytes` */
export const bytesText = (hex: string): string => `${hex.length / 2}\u00a0bytes`;
