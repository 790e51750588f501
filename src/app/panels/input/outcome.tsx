import type { ProgramInput } from '../../../engine/scenario/input-answer.ts';
import type { OutputAnswer, RunAnswer } from '../../../engine/scenario/queries.ts';
import { duration } from '../../format.ts';
import { describePacket } from '../../packet/packet.ts';
import { isMachineCurrent, shownMachine, useApp } from '../../state/store.ts';
import { Badge } from '../../widgets/badge.tsx';
import { changedBytes } from './changed-bytes.ts';
import { bytesText } from './field.tsx';
import { bytesOfHex, type RunInput, type RunLine } from './run-line.ts';

interface OutcomeProps {
  readonly line: RunLine;
  readonly program: ProgramInput | undefined;
}

/** The last run of this line on the machine. */
export function Outcome({ line, program }: OutcomeProps) {
  const outputs = useApp((state) => shownMachine(state)?.now.output);
  const isCurrent = useApp(isMachineCurrent);
  const last = outputs?.findLast((output) => output.line === line.command);
  return (
    <section aria-label="Output of the run" className="input-output">
      <h2 className="strong">Output {!isCurrent && <Badge meaning="warn">Run starts it anew</Badge>}</h2>
      {last === undefined ? (
        <p className="dim">This run has not ended yet.</p>
      ) : (
        <Ended output={last} input={line.input} program={program} />
      )}
    </section>
  );
}

interface EndedProps {
  readonly output: OutputAnswer;
  readonly input: RunInput;
  readonly program: ProgramInput | undefined;
}

function Ended({ output, input, program }: EndedProps) {
  if (output.run === undefined) return <pre className={output.failed ? 'reject' : 'soft'}>{output.text}</pre>;
  return <RunOutcome run={output.run} input={input} program={program} />;
}

/** What bpftool gives to a program that wants a packet and is given none. */
const ZEROS = '00'.repeat(64);

function RunOutcome({ run, input, program }: { run: RunAnswer; input: RunInput; program: ProgramInput | undefined }) {
  const name = program?.returns.find(([value]) => value === (run.returnValue | 0))?.[1];
  const { dataOut } = run;
  return (
    <dl>
      <div className="in-line">
        <dt className="soft">Return value</dt>
        <dd className="mono strong">
          {run.returnValue}
          {name !== undefined && ` ${name}`}
        </dd>
        <dt className="soft">{input.repeat > 1 ? `Duration, average of ${input.repeat}` : 'Duration'}</dt>
        <dd>{duration(run.duration)} of virtual time</dd>
      </div>
      <BytesAfter label="Packet after" hex={dataOut} before={input.data || ZEROS} />
      {dataOut !== undefined && dataOut !== '' && <dd className="soft">{describePacket(bytesOfHex(dataOut))}</dd>}
      <BytesAfter label="Context after" hex={run.contextOut} before={input.context ?? ''} />
    </dl>
  );
}

const ROW_BYTES = 16;

/** Bytes in rows; those that the program changed are marked. */
function BytesAfter({ label, hex, before }: { label: string; hex: string | undefined; before: string }) {
  if (hex === undefined || hex === '') return null;
  const bytes = hex.match(/../g) ?? [];
  const changed = changedBytes(bytesOfHex(before), bytesOfHex(hex));
  const count = changed.filter(Boolean).length;
  const rows = Array.from({ length: Math.ceil(bytes.length / ROW_BYTES) }, (_, row) => row * ROW_BYTES);
  return (
    <>
      <dt className="soft">
        {label}, {bytesText(hex)}, {count === 0 ? 'unchanged' : `${count} changed`}
      </dt>
      <dd className="mono bytes">
        {rows.map((start) => (
          <div key={start}>
            <span className="dim">{start.toString(16).padStart(4, '0')}</span>
            {bytes.slice(start, start + ROW_BYTES).map((byte, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a byte is its place
              <span key={start + i} className={changed[start + i] ? 'changed' : ''}>
                {byte}
              </span>
            ))}
          </div>
        ))}
      </dd>
    </>
  );
}
