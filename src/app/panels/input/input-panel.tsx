import { FileInput, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ProgramInput } from '../../../engine/scenario/input-answer.ts';
import { useFileAnswers } from '../../state/answers.ts';
import { SCRIPT_TAB } from '../../state/documents.ts';
import { stableSelected } from '../../state/selected.ts';
import { activeDocument, useApp } from '../../state/store.ts';
import { typeText } from '../../state/workbench.ts';
import { CpuSquare } from '../../widgets/badge.tsx';
import { TextButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { Segments } from '../../widgets/segments.tsx';
import { withPacketSize } from './context-bytes.ts';
import { ContextForm } from './context-form.tsx';
import { Field } from './field.tsx';
import { Outcome } from './outcome.tsx';
import { PacketForm } from './packet-form.tsx';
import { type RunInput, type RunLine, runLines, withInput, withRun } from './run-line.ts';
import './input.css';

/** What a run of the script gives to its program, to be edited, and what came out of it. */
export function InputPanel() {
  const script = useApp((state) => activeDocument(state)?.script ?? '');
  const documentId = useApp((state) => state.activeId);
  const selected = useApp(stableSelected)?.program.name;
  const answers = useFileAnswers('inputs', (source) => ({ source }));
  const [chosen, setChosen] = useState<number>();
  const lines = runLines(script);
  const line =
    lines.find((each) => each.index === chosen) ?? lines.find((each) => each.program === selected) ?? lines[0];
  if (line === undefined) return <NoRun script={script} program={selected} />;
  const program = answers.flatMap((answer) => answer.programs).find((each) => each.program === line.program);
  return (
    <div className="panel scrolls input-panel">
      <RunChoice lines={lines} line={line} onChoose={setChosen} />
      <InputForm
        key={`${documentId} ${line.index}`}
        line={line}
        program={program}
        onChange={(input) => typeText(SCRIPT_TAB, withInput(script, line, input))}
      />
      <Outcome line={line} program={program} />
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

interface InputFormProps {
  readonly line: RunLine;
  readonly program: ProgramInput | undefined;
  readonly onChange: (input: RunInput) => void;
}

/** Bytes of the packet that bpftool makes up. */
const DEFAULT_BYTES = 64;

const sizeOf = (data: string | undefined): number =>
  data === undefined || data === '' ? DEFAULT_BYTES : data.length / 2;

function InputForm({ line, program, onChange }: InputFormProps) {
  const { input } = line;
  const { data, context = '' } = input;
  const change = (changed: Partial<Pick<RunInput, 'data' | 'context'>>) => {
    const next = { ...input, ...changed };
    const sized = withPacketSize(next.context ?? '', program?.context, sizeOf(data), sizeOf(next.data));
    onChange({ ...next, context: sized });
  };
  return (
    <>
      <CpuChoice cpu={input.cpu} onChange={(cpu) => onChange({ ...input, cpu })} />
      {program?.takesPacket !== false && <PacketForm hex={data ?? ''} onChange={(hex) => change({ data: hex })} />}
      <ContextForm context={program?.context} hex={context} onChange={(hex) => change({ context: hex })} />
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

function CpuChoice({ cpu, onChange }: { cpu: number; onChange: (cpu: number) => void }) {
  const cpus = useApp((state) => activeDocument(state)?.machine.cpus ?? 1);
  const segments = Array.from({ length: cpus }, (_, each) => ({
    value: String(each),
    name: `Run on CPU ${each}`,
    label: <CpuSquare cpu={each} />,
  }));
  return (
    <div className="input-field">
      <span className="soft">On CPU</span>
      <Segments name="On CPU" value={String(cpu)} segments={segments} onChange={(value) => onChange(Number(value))} />
    </div>
  );
}
