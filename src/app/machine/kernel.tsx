import { ChevronDown } from 'lucide-react';
import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import { GENERATIONS, type Generation } from '../../engine/abi/generations.ts';
import { changeMachine } from '../state/workbench.ts';
import { CpuSquare } from '../widgets/badge.tsx';
import { MenuButton } from '../widgets/menu-button.tsx';
import { differingSwitches, kernelText, type MachineOptions, switchText } from './choice.ts';
import { Dial } from './dial.tsx';
import { generationNote, isRelease } from './kernel-words.ts';
import type { MachinePopoverProps } from './machine-popover.tsx';

/** In the bar: the dial, its label as a list of the generations, and the CPUs, behind which the machine is set. */
export function KernelControls({ machine }: { machine: MachineOptions }) {
  const choose = (kernel: Generation) => changeMachine({ machine: { ...machine, kernel } });
  return (
    <>
      <Dial kernel={machine.kernel} onChoose={choose} />
      <GenerationMenu machine={machine} onChoose={choose} />
      <CpusButton machine={machine} />
    </>
  );
}

interface GenerationMenuProps {
  readonly machine: MachineOptions;
  readonly onChoose: (kernel: Generation) => void;
}

function GenerationMenu({ machine, onChoose }: GenerationMenuProps) {
  const entryOf = (generation: Generation) => ({
    id: generation,
    label: <span className={generation === machine.kernel ? 'strong' : undefined}>Linux {generation}</span>,
    text: generation,
    note: generationNote(generation),
    onSelect: () => onChoose(generation),
  });
  const groups = [
    { title: 'Versions of the patches', entries: GENERATIONS.filter((each) => !isRelease(each)).map(entryOf) },
    { title: 'Releases, and what each of them changed', entries: GENERATIONS.filter(isRelease).map(entryOf) },
  ];
  const differing = differingSwitches(machine).map((name) => switchText(machine, name));
  const name = [`Kernel: ${kernelText(machine)}`, ...(differing.length > 1 ? differing : [])].join('\n');
  return (
    <MenuButton name={name} className="button text kernel-name" groups={groups}>
      <span className="kernel-text">{kernelText(machine)}</span>
    </MenuButton>
  );
}

/** More squares than this do not fit beside the rest: the first and the last stand for all. */
const MAX_SQUARES = 4;

/** Where there is no room for dial and list: the kernel, behind which the machine is set. */
export function KernelButton({ machine }: { machine: MachineOptions }) {
  return (
    <MachineButton name={`Machine: ${kernelText(machine)}`}>
      <span className="mono">{machine.kernel}</span>
    </MachineButton>
  );
}

function CpusButton({ machine: { cpus } }: { machine: MachineOptions }) {
  const shown = Array.from({ length: cpus }, (_, cpu) => cpu);
  return (
    <MachineButton name={`Machine: ${cpus === 1 ? '1 CPU' : `${cpus} CPUs`}, switches`}>
      {(cpus > MAX_SQUARES ? shown.slice(0, 1) : shown).map((cpu) => (
        <CpuSquare key={cpu} cpu={cpu} />
      ))}
      {cpus > MAX_SQUARES && (
        <>
          <span aria-hidden>…</span>
          <CpuSquare cpu={cpus - 1} />
        </>
      )}
    </MachineButton>
  );
}

function MachineButton({ name, children }: { name: string; children: ReactNode }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [Popover, setPopover] = useState<ComponentType<MachinePopoverProps>>();
  const [isOpen, setOpen] = useState(false);
  const load = () => import('./machine-popover.tsx').then((module) => setPopover(() => module.MachinePopover));
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="button cpus"
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-tooltip={isOpen ? undefined : name}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => {
          void load();
          setOpen(true);
        }}
      >
        {children}
        <ChevronDown className="icon" size={12} strokeWidth={2} aria-hidden />
      </button>
      {Popover !== undefined && isOpen && <Popover trigger={trigger} onClose={() => setOpen(false)} />}
    </>
  );
}
