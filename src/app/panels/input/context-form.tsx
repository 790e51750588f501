import { useState } from 'react';
import type { ContextInput, InputField } from '../../../engine/scenario/input-answer.ts';
import { Segments } from '../../widgets/segments.tsx';
import { fieldValue, typedNumber, withField } from './context-bytes.ts';
import { Bytes, TypedField } from './field.tsx';

type Form = 'fields' | 'hex';

const FORMS: readonly { readonly value: Form; readonly name: string; readonly label: string }[] = [
  { value: 'fields', name: 'Context by its fields', label: 'fields' },
  { value: 'hex', name: 'Context as hex', label: 'hex' },
];

interface ContextProps {
  /** What the program's type takes; undefined where only bytes are known. */
  readonly context: ContextInput | undefined;
  readonly hex: string;
  readonly onChange: (hex: string) => void;
}

/** The context: by the fields that user space may set, or as bytes. */
export function ContextForm({ context, hex, onChange }: ContextProps) {
  const [form, setForm] = useState<Form>('fields');
  if (context === undefined) return <ContextBytes hex={hex} onChange={onChange} />;
  return (
    <>
      <div className="input-field">
        <span className="soft">Context</span>
        <div className="input-value">
          <Segments name="Context as" value={form} segments={FORMS} onChange={setForm} />
          <span className="mono dim">struct {context.struct}</span>
        </div>
      </div>
      {form === 'hex' ? (
        <ContextBytes hex={hex} onChange={onChange} />
      ) : (
        <div className="context-fields">
          {context.fields.map((field) => (
            <NumberField
              key={field.name}
              field={field}
              value={fieldValue(hex, field)}
              onChange={(value) => onChange(withField(hex, context, field, value))}
            />
          ))}
        </div>
      )}
    </>
  );
}

function ContextBytes({ hex, onChange }: { hex: string; onChange: (hex: string) => void }) {
  return (
    <Bytes label="Context bytes" hint="as the program's type has it, hex" rows={2} hex={hex} onChange={onChange} />
  );
}

interface NumberFieldProps {
  readonly field: InputField;
  readonly value: bigint;
  readonly onChange: (value: bigint) => void;
}

function NumberField({ field, value, onChange }: NumberFieldProps) {
  const { name, size, note } = field;
  return (
    <TypedField
      label={name}
      value={String(value)}
      note={note ?? `u${8 * size}`}
      mistakeIn={(text) => (typedNumber(text, size) === undefined ? `wants a number of ${8 * size} bits` : undefined)}
      onChange={(text) => onChange(typedNumber(text, size) ?? 0n)}
    />
  );
}
