import { SquareTerminal } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { MachineAnswer } from '../../../engine/scenario/queries.ts';
import { grouped } from '../../format.ts';
import { shownMachine, useApp } from '../../state/store.ts';
import { theSession } from '../../state/workbench.ts';
import { Empty } from '../../widgets/empty.tsx';
import './console.css';

/** The script's commands with what they printed, trace_pipe, and a line to type the next command. */
export function ConsolePanel() {
  const now = useApp(shownMachine)?.now;
  if (now === undefined) {
    return <Empty icon={SquareTerminal} title="No output yet" how="Commands and trace_pipe print here." />;
  }
  return (
    <div className="panel console">
      <Output now={now} />
      <Prompt />
    </div>
  );
}

function Output({ now }: { now: MachineAnswer }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = now.output.length + now.traceLines.length;
  useEffect(() => {
    scroller.current?.scrollTo({ top: lines === 0 ? 0 : scroller.current.scrollHeight });
  }, [lines]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="console-output" ref={scroller} tabIndex={0} role="log" aria-label="Console">
      {now.output.map((entry) => (
        <div key={`${entry.step} ${entry.line}`}>
          <p>
            <span className="dim">step {grouped(entry.step)} #</span> <span className="command">{entry.line}</span>
          </p>
          {entry.text !== '' && <pre className={entry.failed ? 'reject' : 'soft'}>{entry.text}</pre>}
        </div>
      ))}
      {now.traceLines.length > 0 && <p className="dim sans">trace_pipe</p>}
      {now.traceLines.length > 0 && (
        <pre className="trace-pipe" data-trace-pipe>
          {now.traceLines.join('\n')}
        </pre>
      )}
    </div>
  );
}

function Prompt() {
  const [line, setLine] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (line.trim() === '') return;
    theSession().command(line.trim());
    setLine('');
  };
  return (
    <form className="prompt" onSubmit={submit}>
      <span className="dim" aria-hidden>
        #
      </span>
      <input
        aria-label="Command"
        data-panel-focus
        placeholder="bpftool prog run name …, map update …, advance 5ms, next-fire"
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
      />
    </form>
  );
}
