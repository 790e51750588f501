import { Cpu } from 'lucide-react';
import type { ContextAnswer, CpuAnswer, FrameAnswer } from '../../../engine/scenario/queries.ts';
import { withoutOpcode } from '../../format.ts';
import { bpfFrameOf, fileOfProgram } from '../../state/places.ts';
import { shownMachine, shownVerification, useApp } from '../../state/store.ts';
import { moveCursor, theSession } from '../../state/workbench.ts';
import { Badge, CpuSquare } from '../../widgets/badge.tsx';
import { TextButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { Scroller } from '../../widgets/scroller.tsx';
import { RegisterTable } from './register-table.tsx';
import './registers.css';

type BpfFrame = Extract<FrameAnswer, { is: 'bpf' }>;
type RoutineFrame = Extract<FrameAnswer, { is: 'routine' }>;

/** Every CPU: what it executes, innermost first, with the registers of its innermost BPF frame. */
export function RegistersPanel() {
  const machine = useApp(shownMachine);
  if (machine === undefined) {
    return <Empty icon={Cpu} title="No machine yet" how="It opens when the text is accepted." />;
  }
  return (
    <Scroller name="Registers per CPU" className="registers">
      {machine.now.cpus.map((cpu) => (
        <CpuState key={cpu.cpu} cpu={cpu} before={machine.before?.cpus[cpu.cpu]} />
      ))}
    </Scroller>
  );
}

function CpuState({ cpu, before }: { cpu: CpuAnswer; before: CpuAnswer | undefined }) {
  const scope = useApp((state) => state.scope);
  const frame = bpfFrameOf(cpu);
  return (
    <section className="cpu-state" aria-label={`CPU ${cpu.cpu}`}>
      <p className="cpu-head">
        <CpuSquare cpu={cpu.cpu} />
        <span className={scope === cpu.cpu ? 'strong' : 'soft'}>{headline(cpu)}</span>
        <span className="grow" />
        {cpu.irqsOff && <Badge>irqs off</Badge>}
        {cpu.bhOff && <Badge>BH off</Badge>}
        {cpu.locks.map((lock) => (
          <Badge key={lock}>holds {lock}</Badge>
        ))}
      </p>
      {cpu.waits !== undefined && <p className="waits">waits: {cpu.waits}</p>}
      {cpu.stores !== undefined && <StoreBuffer cpu={cpu.cpu} stores={cpu.stores} />}
      {cpu.contexts.length > 0 && <Calls contexts={cpu.contexts} />}
      {frame && <RegisterTable frame={frame} before={bpfFrameOf(before)} />}
    </section>
  );
}

/** Stores that the other CPUs do not see yet, oldest first. */
function StoreBuffer({ cpu, stores }: { cpu: number; stores: readonly string[] }) {
  return (
    <div className="store-buffer">
      <span className="soft">not yet visible</span>
      <ol aria-label={`Store buffer of CPU ${cpu}, oldest first`}>
        {stores.map((store, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a store is known by its place in the queue
          <li key={i} className="mono">
            {store}
          </li>
        ))}
      </ol>
      <TextButton
        look="outlined"
        small
        hint="The oldest of these stores becomes visible to the other CPUs"
        onPress={() => theSession().drain(cpu)}
      >
        Drain
      </TextButton>
    </div>
  );
}

function headline(cpu: CpuAnswer): string {
  const context = cpu.contexts.at(-1);
  if (context === undefined) return 'idle';
  return context.name === context.kind ? context.kind : `${context.kind}, ${context.name}`;
}

/** The stack of calls over all contexts, innermost first. */
function Calls({ contexts }: { contexts: readonly ContextAnswer[] }) {
  const calls = contexts.flatMap((context) => context.frames.map((frame) => ({ context, frame }))).reverse();
  return (
    <table className="calls">
      <colgroup>
        <col className="at" />
        <col />
        <col className="context" />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th>at</th>
          <th>what</th>
          <th>context</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ context, frame }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a call is known by its depth
          <tr key={calls.length - index} className={index === 0 ? 'cursor' : ''}>
            {frame.is === 'bpf' ? <BpfCall frame={frame} /> : <RoutineCall frame={frame} />}
            <td className="dim right">{context.kind}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BpfCall({ frame }: { frame: BpfFrame }) {
  const file = useApp((state) => fileOfProgram(shownVerification(state), frame.program));
  const name = <span className="strong">{frame.function}</span>;
  const isLinked = file !== undefined && frame.sourceLine > 0;
  return (
    <>
      <td className="mono right">{frame.pc}</td>
      <td title={frame.insn}>
        {isLinked ? (
          <button type="button" onClick={() => moveCursor(file, frame.sourceLine)}>
            {name}
          </button>
        ) : (
          name
        )}{' '}
        <span className="mono soft">{withoutOpcode(frame.insn)}</span>
      </td>
    </>
  );
}

/** A step of the kernel: its name, and the one-line statement that stands for it. */
function RoutineCall({ frame }: { frame: RoutineFrame }) {
  const at = frame.steps.findIndex((step) => step.name === frame.step);
  return (
    <>
      <td className="mono right">{at < 0 ? '–' : at + 1}</td>
      <td title={frame.kernelFunction}>
        {frame.routine} <span className="strong">{frame.step}</span> <span className="mono soft">{frame.pseudo}</span>
      </td>
    </>
  );
}
