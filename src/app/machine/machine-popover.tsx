import { type RefObject, useId } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { GENERATIONS, isGeneration } from '../../engine/abi/generations.ts';
import type { Document } from '../state/documents.ts';
import { activeDocument, useApp } from '../state/store.ts';
import { changeMachine } from '../state/workbench.ts';
import { Segments } from '../widgets/segments.tsx';
import type { MachineOptions } from './choice.ts';
import { isRelease } from './kernel-words.ts';
import { NumberField } from './number-field.tsx';
import { SwitchList } from './switch-list.tsx';
import './machine.css';

export interface MachinePopoverProps {
  /** The button that it hangs on, which gets the focus back. */
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** What the machine is: kernel, CPUs, memory, seed, how fine its steps are, and every switch. A change takes effect at once. */
export function MachinePopover({ trigger, onClose }: MachinePopoverProps) {
  const document = useApp(activeDocument);
  if (document === undefined) return null;
  const { machine, grain } = document;
  const set = (change: Partial<MachineOptions>) => changeMachine({ machine: { ...machine, ...change } });
  return (
    <Popover className="popover" triggerRef={trigger} isOpen onOpenChange={onClose} placement="bottom end" offset={4}>
      <Dialog className="machine">
        <Heading slot="title" level={2} className="visually-hidden">
          Machine
        </Heading>
        <div className="machine-fields">
          <KernelChoice kernel={machine.kernel} onChoose={(kernel) => set({ kernel })} />
          <span className="soft">CPUs</span>
          <Segments
            name="CPUs"
            value={String(machine.cpus)}
            segments={CPU_COUNTS}
            onChange={(value) => set({ cpus: Number(value) })}
          />
          <NumberField
            label="Memory"
            unit="MiB"
            bounds={MEMORY_MIB}
            value={machine.memoryMiB ?? DEFAULT_MEMORY_MIB}
            onChange={(memoryMiB) => set({ memoryMiB })}
          />
          <NumberField
            label="Seed"
            unit="of random numbers and hash tables"
            bounds={SEED}
            value={machine.seed ?? 0}
            onChange={(seed) => set({ seed })}
          />
        </div>
        <GrainChoice grain={grain} onChoose={(chosen) => changeMachine({ grain: chosen })} />
        <SwitchList machine={machine} onChange={(changed) => changeMachine({ machine: changed })} />
      </Dialog>
    </Popover>
  );
}

/** As the scenario's schema has them. */
const MEMORY_MIB = { min: 4, max: 256 };
const SEED = { min: 0, max: 0xffff_ffff };
const DEFAULT_MEMORY_MIB = 16;

const CPU_COUNTS = Array.from({ length: 8 }, (_, index) => {
  const count = String(index + 1);
  return { value: count, name: count === '1' ? '1 CPU' : `${count} CPUs`, label: count };
});

/** The generations once more, where the bar has no room for the dial. */
function KernelChoice({ kernel, onChoose }: { kernel: string; onChoose: (kernel: string) => void }) {
  const id = useId();
  const options = (names: readonly string[]) =>
    names.map((name) => (
      <option key={name} value={name}>
        Linux {name}
      </option>
    ));
  return (
    <>
      <label htmlFor={id} className="soft">
        Kernel
      </label>
      <select id={id} value={kernel} onChange={(event) => onChoose(event.currentTarget.value)}>
        {!isGeneration(kernel) && options([kernel])}
        <optgroup label="Versions of the patches">{options(GENERATIONS.filter((each) => !isRelease(each)))}</optgroup>
        <optgroup label="Releases">{options(GENERATIONS.filter(isRelease))}</optgroup>
      </select>
    </>
  );
}

const GRAINS: readonly (readonly [grain: Document['grain'], sentence: string])[] = [
  ['point', 'A step goes on to the next call or exit: the fastest, and all that a usual run needs.'],
  ['visible', 'A step ends before each access to memory that others can see, so that races come between accesses.'],
  ['insn', 'A step is one instruction, for stepping by hand.'],
];

function GrainChoice({ grain, onChoose }: { grain: string; onChoose: (grain: Document['grain']) => void }) {
  const name = useId();
  return (
    <fieldset className="machine-grain">
      <legend className="soft">Steps of BPF code</legend>
      {GRAINS.map(([value, sentence]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={value === grain} onChange={() => onChoose(value)} />
          <span className="mono">{value}</span>
          <span className="soft">{sentence}</span>
        </label>
      ))}
    </fieldset>
  );
}
