import { AlarmClock, Ghost } from 'lucide-react';
import type { GraphNode } from '../../engine/scenario/graph-answer.ts';
import type { CpuAnswer } from '../../engine/scenario/queries.ts';
import { withoutOpcode } from '../format.ts';
import { stateText } from '../panels/objects/words.ts';
import { useAnswer } from '../state/answers.ts';
import { focusCpu, shownMachine, useApp } from '../state/store.ts';
import { CpuSquare } from '../widgets/badge.tsx';

const NOTHING = {};

/** What every CPU does and what every timer waits for, a card each: the present in words under the timeline. */
export function Cards() {
  const machine = useApp(shownMachine);
  const focused = useApp(focusCpu)?.cpu;
  const graph = useAnswer('graph', NOTHING);
  if (machine === undefined) return null;
  const timers = graph?.now.nodes.filter((node) => node.kind === 'timer') ?? [];
  return (
    <ul className="cards" aria-label="CPUs and timers">
      {machine.now.cpus.map((cpu) => (
        <CpuCard key={cpu.cpu} cpu={cpu} isCursor={cpu.cpu === focused && cpu.contexts.length > 0} />
      ))}
      {timers.map((timer) => (
        <TimerCard key={timer.id} timer={timer} clock={Number(machine.now.clock)} />
      ))}
    </ul>
  );
}

function CpuCard({ cpu, isCursor }: { cpu: CpuAnswer; isCursor: boolean }) {
  const context = cpu.contexts.at(-1);
  const frame = context?.frames.at(-1);
  const what = frame?.is === 'bpf' ? withoutOpcode(frame.insn) : frame?.pseudo;
  const where = frame?.is === 'bpf' ? frame.function : frame?.kernelFunction;
  return (
    <li className={isCursor ? 'cursor' : ''}>
      <CpuSquare cpu={cpu.cpu} />
      <div>
        <p className="strong">
          {context === undefined ? 'idle' : `${context.kind}, ${where ?? context.name}`}
          {cpu.waits !== undefined && ' waits'}
        </p>
        {what !== undefined && <p className="mono">{cpu.waits ?? what}</p>}
      </div>
    </li>
  );
}

function TimerCard({ timer, clock }: { timer: GraphNode; clock: number }) {
  const isFreed = timer.condition === 'freed';
  const Icon = isFreed ? Ghost : AlarmClock;
  return (
    <li>
      <Icon className={isFreed ? 'icon dim' : 'icon kind-time'} size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <p className={isFreed ? 'strong gone' : 'strong'}>{timer.name}</p>
        <p className="soft">{stateText(timer, clock)}</p>
      </div>
    </li>
  );
}
