import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CpuAnswer, Stop } from '../../engine/scenario/queries.ts';
import { withoutOpcode } from '../format.ts';
import {
  activeDocument,
  canRun,
  currentVerification,
  focusCpu,
  isAccepted,
  loadedPrograms,
  shownMachine,
  store,
  useApp,
  type Verification,
} from '../state/store.ts';
import { CpuSquare } from '../widgets/badge.tsx';
import { Assertions } from './assertions.tsx';

/** The line at the bottom: the edit's verdict, one sentence about the machine, and the names of its state. */
export function StatusBar() {
  const machine = useApp(shownMachine)?.now;
  const said = useApp((state) => state.said);
  return (
    <footer className="status">
      <EditVerdict />
      <Assertions />
      <Sentence />
      <span className="grow" />
      <span role="status">{said}</span>
      {machine && (
        <>
          <span className="mono">step {machine.step}</span>
          <span className="mono" title={`runHash ${machine.runHash}`} data-run-hash={machine.runHash}>
            {machine.runHash.slice(0, 8)}
          </span>
        </>
      )}
      <button type="button" onClick={() => store.setState({ helpOpen: true })}>
        F1 help
      </button>
    </footer>
  );
}

function EditVerdict() {
  const edit = useApp((state) => activeDocument(state)?.edit);
  const verification = useApp(currentVerification);
  const isStopped = useApp((state) => state.verifying?.is === 'stopped');
  if (verification === undefined && isStopped) return <span className="dim">edit {edit} is not verified</span>;
  if (verification === undefined) return <Verifying key={edit} edit={edit} />;
  const accepted = isAccepted(verification);
  const Icon = accepted ? CircleCheck : CircleX;
  return (
    <span className={accepted ? 'accept' : 'reject'}>
      <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />
      edit {edit} {accepted ? 'accepted' : 'rejected'}
      {!accepted && canRun(verification) && `, ${partText(verification)}`}
    </span>
  );
}

/** Says how long it takes once that is worth saying. */
function Verifying({ edit }: { edit: number | undefined }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="dim">
      edit {edit} is being verified{seconds > 0 && `, ${seconds}\u00a0s`}
    </span>
  );
}

/** Of several programs, how many may run. */
function partText(verification: Verification): string {
  const programs = loadedPrograms(verification);
  return `${programs.filter((program) => program.accepted).length} of ${programs.length} programs accepted`;
}

/** What the CPU in focus does, or why the machine stands. */
export function Sentence() {
  const cpu = useApp(focusCpu);
  const stop = useApp((state) => shownMachine(state)?.now.stop);
  const running = useApp((state) => state.running);
  if (cpu === undefined || stop === undefined) return null;
  const why = running ? undefined : stopSentence(stop);
  return (
    <span className="say">
      {why === undefined && <CpuSquare cpu={cpu.cpu} />}
      {why ?? cpuSentence(cpu)}
    </span>
  );
}

function stopSentence(stop: Stop): string | undefined {
  if (stop.why === 'idle') return 'Nothing is left to do: every process has ended and no timer is armed.';
  return 'message' in stop ? stop.message : undefined;
}

function cpuSentence(cpu: CpuAnswer): string {
  const context = cpu.contexts.at(-1);
  if (context === undefined) return `CPU ${cpu.cpu} is idle.`;
  const frame = context.frames.at(-1);
  if (cpu.waits !== undefined) return `CPU ${cpu.cpu} waits: ${cpu.waits}.`;
  if (frame === undefined) return `CPU ${cpu.cpu} is in ${context.kind}, ${context.name}.`;
  const what =
    frame.is === 'bpf' ? `${frame.function}, ${withoutOpcode(frame.insn)}` : `${frame.kernelFunction}, ${frame.pseudo}`;
  return `CPU ${cpu.cpu} is in ${context.kind}: ${what}`;
}
