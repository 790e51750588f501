import { FileInput, Plus } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { OutputAnswer, RunAnswer } from '../../../engine/scenario/queries.ts';
import { spacedHex } from '../../format.ts';
import { SCRIPT_TAB } from '../../state/documents.ts';
import { stableSelected } from '../../state/selected.ts';
import { activeDocument, isMachineCurrent, shownMachine, useApp } from '../../state/store.ts';
import { typeText } from '../../state/workbench.ts';
import { Badge } from '../../widgets/badge.tsx';
import { TextButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { Segments } from '../../widgets/segments.tsx';
import { type Capture, readCapture } from './pcap.ts';
import {
  hexDigits,
  hexOfBytes,
  hexOfText,
  type RunInput,
  type RunLine,
  runLines,
  textOfHex,
  withInput,
  withRun,
} from './run-line.ts';
import './input.css';

/** What a run of the script gives to its program, to be edited, and what came out of it. */
export function InputPanel() {
  const script = useApp((state) => activeDocument(state)?.script ?? '');
  const program = useApp(stableSelected)?.program.name;
  const [chosen, setChosen] = useState<number>();
  const lines = runLines(script);
  const line =
    lines.find((each) => each.index === chosen) ?? lines.find((each) => each.program === program) ?? lines[0];
  if (line === undefined) return <NoRun script={script} program={program} />;
  return (
    <div className="panel scrolls input-panel">
      <RunChoice lines={lines} line={line} onChoose={setChosen} />
      <InputForm
        key={line.index}
        line={line}
        onChange={(input) => typeText(SCRIPT_TAB, withInput(script, line, input))}
      />
      <Outcome line={line} />
    </div>
  );
}

function NoRun({ script, program }: { script: string; program: string | undefined }) {
  return (
    <div className="panel">
      <Empty icon={FileInput} title="No run yet" how="The script has no line that runs a program." />
      {program !== undefined && (
        <p className="input-add">
          <TextButton icon={Plus} look="outlined" onPress={() => typeText(SCRIPT_TAB, withRun(script, program))}>
            Add a run of {program}
          </TextButton>
        </p>
      )}
    </div>
  );
}

interface RunChoiceProps {
  readonly lines: readonly RunLine[];
  readonly line: RunLine;
  readonly onChoose: (index: number) => void;
}

/** Which line of the script is meant, if there are several. */
function RunChoice({ lines, line, onChoose }: RunChoiceProps) {
  return (
    <Field label="Run">
      {(id) => (
        <select id={id} value={line.index} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
          {lines.map(({ index, program }) => (
            <option key={index} value={index}>
              {program}, line {index + 1} of the script
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Change = (input: RunInput) => void;

function InputForm({ line, onChange }: { line: RunLine; onChange: Change }) {
  const { input } = line;
  return (
    <>
      <Packet hex={input.data ?? ''} onChange={(data) => onChange({ ...input, data })} />
      <Bytes
        label="Context"
        hint="as the program's type has it, hex"
        hex={input.context ?? ''}
        onChange={(context) => onChange({ ...input, context })}
      />
      <Field label="Repeat">
        {(id) => (
          <input
            id={id}
            type="number"
            min={1}
            max={1_000_000}
            value={input.repeat}
            onChange={(event) => onChange({ ...input, repeat: Math.max(1, event.currentTarget.valueAsNumber || 1) })}
          />
        )}
      </Field>
    </>
  );
}

type Form = 'hex' | 'text' | 'pcap';

const FORMS: readonly { readonly value: Form; readonly name: string; readonly label: string }[] = [
  { value: 'hex', name: 'Packet as hex', label: 'hex' },
  { value: 'text', name: 'Packet as text', label: 'text' },
  { value: 'pcap', name: 'Packet of a pcap file', label: 'pcap' },
];

/** The packet: as bytes, as text, or out of a file. */
function Packet({ hex, onChange }: { hex: string; onChange: (hex: string) => void }) {
  const [form, setForm] = useState<Form>('hex');
  return (
    <>
      <div className="input-field">
        <span className="soft">Packet as</span>
        <Segments name="Packet as" value={form} segments={FORMS} onChange={setForm} />
      </div>
      {form === 'pcap' && <PcapChoice onChange={onChange} />}
      {form === 'text' ? (
        <Text hex={hex} onChange={onChange} />
      ) : (
        <Bytes label="Packet" hint="64 zeros if empty" hex={hex} onChange={onChange} />
      )}
    </>
  );
}

interface BytesProps {
  readonly label: string;
  readonly hint: string;
  readonly hex: string;
  readonly onChange: (hex: string) => void;
}

/** Bytes as hex. What is typed stays as it is typed while it stands for the same bytes. */
function Bytes({ label, hint, hex, onChange }: BytesProps) {
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
      note={digits === undefined ? undefined : bytesText(hex)}
      error={digits === undefined ? WANTED : undefined}
    >
      {(id) => (
        <textarea
          id={id}
          className="mono"
          rows={label === 'Packet' ? 3 : 1}
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

const bytesText = (hex: string): string => `${hex.length / 2}\u00a0bytes`;

function Text({ hex, onChange }: { hex: string; onChange: (hex: string) => void }) {
  const text = textOfHex(hex);
  return (
    <Field
      label="Packet"
      note={bytesText(hex)}
      error={text === undefined ? 'these bytes are not UTF-8 text' : undefined}
    >
      {(id) => (
        <textarea
          id={id}
          className="mono"
          rows={4}
          spellCheck={false}
          value={text ?? ''}
          onChange={(event) => onChange(hexOfText(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}

/** A packet of a capture that lies on the user's disk. */
function PcapChoice({ onChange }: { onChange: (hex: string) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const [capture, setCapture] = useState<Capture>();
  const [error, setError] = useState<string>();
  const [at, setAt] = useState(1);
  const take = (from: Capture, number: number) => {
    setAt(number);
    onChange(hexOfBytes(from.packets[number - 1]));
  };
  const open = async (file: File) => {
    const read = readCapture(new Uint8Array(await file.arrayBuffer()));
    setCapture(read.ok ? read.value : undefined);
    setError(read.ok ? undefined : `${file.name}: ${read.error}`);
    if (read.ok) take(read.value, 1);
  };
  const count = capture?.packets.length ?? 1;
  return (
    <Field label="Packet number" note={capture === undefined ? undefined : `of ${count}`} error={error}>
      {(id) => (
        <>
          <input
            id={id}
            type="number"
            min={1}
            max={count}
            disabled={capture === undefined}
            value={at}
            onChange={(event) => {
              const number = Math.min(count, Math.max(1, event.currentTarget.valueAsNumber || 1));
              if (capture !== undefined) take(capture, number);
            }}
          />
          <TextButton small look="outlined" onPress={() => picker.current?.click()}>
            Open a pcap file
          </TextButton>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".pcap,.cap"
            aria-label="Capture to open"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) void open(file);
              event.currentTarget.value = '';
            }}
          />
        </>
      )}
    </Field>
  );
}

interface FieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (id: string) => ReactNode;
}

function Field({ label, note, error, children }: FieldProps) {
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

// ---- what came out

/** The last run of this line on the machine. */
function Outcome({ line }: { line: RunLine }) {
  const outputs = useApp((state) => shownMachine(state)?.now.output);
  const isCurrent = useApp(isMachineCurrent);
  const last = outputs?.findLast((output) => output.line === line.command);
  return (
    <section aria-label="Output of the run" className="input-output">
      <h2 className="strong">Output {!isCurrent && <Badge meaning="warn">Run starts it anew</Badge>}</h2>
      {last === undefined ? (
        <p className="dim">This run has not ended yet.</p>
      ) : (
        <Ended output={last} input={line.input} />
      )}
    </section>
  );
}

function Ended({ output, input }: { output: OutputAnswer; input: RunInput }) {
  if (output.run === undefined) return <pre className={output.failed ? 'reject' : 'soft'}>{output.text}</pre>;
  return <RunOutcome run={output.run} input={input} />;
}

function RunOutcome({ run, input }: { run: RunAnswer; input: RunInput }) {
  return (
    <dl>
      <dt className="soft">Return value</dt>
      <dd className="mono strong">{run.returnValue}</dd>
      <BytesAfter label="Packet after" hex={run.dataOut} before={input.data} />
      <BytesAfter label="Context after" hex={run.contextOut} before={input.context} />
    </dl>
  );
}

const ROW_BYTES = 16;

/** Bytes in rows; those that the program changed are marked. */
function BytesAfter(props: { label: string; hex: string | undefined; before: string | undefined }) {
  const { label, hex, before } = props;
  if (hex === undefined || hex === '') return null;
  const bytes = hex.match(/../g) ?? [];
  const old = before?.match(/../g) ?? [];
  const rows = Array.from({ length: Math.ceil(bytes.length / ROW_BYTES) }, (_, row) => row * ROW_BYTES);
  return (
    <>
      <dt className="soft">
        {label}, {bytesText(hex)}
      </dt>
      <dd className="mono bytes">
        {rows.map((start) => (
          <div key={start}>
            <span className="dim">{start.toString(16).padStart(4, '0')}</span>
            {bytes.slice(start, start + ROW_BYTES).map((byte, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a byte is its place
              <span key={start + i} className={before !== undefined && old[start + i] !== byte ? 'changed' : ''}>
                {byte}
              </span>
            ))}
          </div>
        ))}
      </dd>
    </>
  );
}
