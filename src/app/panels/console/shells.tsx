import { Plus } from 'lucide-react';
import type { MachineAnswer } from '../../../engine/scenario/queries.ts';
import { IconButton } from '../../widgets/button.tsx';
import { Segments } from '../../widgets/segments.tsx';

/** The shell that is there from the beginning; its lines have no head. */
export const FIRST_SHELL = 'sh';

/** A shell of the console: its name, and the CPU that its commands run on. */
export interface ShellTab {
  readonly name: string;
  readonly cpu: number;
}

/** The shells that have printed something or were opened here, the first one first. */
export function shellTabs(now: MachineAnswer | undefined, opened: readonly ShellTab[]): readonly ShellTab[] {
  const tabs = new Map([[FIRST_SHELL, { name: FIRST_SHELL, cpu: 0 }]]);
  for (const { process, line } of now?.output ?? []) {
    const cpu = Number(/^\s*\[[^\]@]*@(\d+)/.exec(line)?.[1] ?? 0);
    if (!tabs.has(process)) tabs.set(process, { name: process, cpu });
  }
  for (const tab of opened) if (!tabs.has(tab.name)) tabs.set(tab.name, tab);
  return [...tabs.values()];
}

/** A new shell, on the CPU after the last one's. */
export function nextShell(tabs: readonly ShellTab[], cpus: number): ShellTab {
  const names = new Set(tabs.map(({ name }) => name));
  let number = 2;
  while (names.has(`${FIRST_SHELL}${number}`)) number++;
  return { name: `${FIRST_SHELL}${number}`, cpu: tabs.length % Math.max(1, cpus) };
}

/** A line as it stands in the script: with the shell and CPU that it is for, unless it says so itself. */
export function lineFor({ name, cpu }: ShellTab, line: string): string {
  return (name === FIRST_SHELL && cpu === 0) || line.startsWith('[') ? line : `[${name}@${cpu}] ${line}`;
}

interface ShellBarProps {
  readonly tabs: readonly ShellTab[];
  readonly active: string;
  readonly onChoose: (name: string) => void;
  readonly onOpen: () => void;
}

/** Chooses a shell, or opens another one. */
export function ShellBar({ tabs, active, onChoose, onOpen }: ShellBarProps) {
  const segments = tabs.map(({ name, cpu }) => ({
    value: name,
    name: `Shell ${name} on CPU ${cpu}`,
    label: `${name} @${cpu}`,
  }));
  return (
    <div className={tabs.length > 1 ? 'console-shells' : 'console-shells alone'}>
      {tabs.length > 1 && <Segments name="Shell" value={active} segments={segments} onChange={onChoose} />}
      <IconButton icon={Plus} name="New shell" small onPress={onOpen} />
    </div>
  );
}
