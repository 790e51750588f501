import {
  GENERATIONS,
  isGeneration,
  SWITCH_NAMES,
  type Switch,
  type Switches,
  switchesOf,
} from '../../engine/abi/generations.ts';
import type { Document } from '../state/documents.ts';

/** What can be chosen of a machine: a generation is a preset of switches, from which single ones may differ. */

export type MachineOptions = Document['machine'];

/** The switches as a kernel has them by itself; an unknown one is taken for 6.18. */
export const presetOf = (kernel: string): Switches => switchesOf(isGeneration(kernel) ? kernel : '6.18');

/** True if the switch is on in this machine. */
export const isSwitchedOn = ({ kernel, switches }: MachineOptions, name: Switch): boolean =>
  switches?.[name] ?? presetOf(kernel)[name];

/** The switches that differ from the preset, in the order of the table. */
export function differingSwitches({ kernel, switches = {} }: MachineOptions): readonly Switch[] {
  const preset = presetOf(kernel);
  return SWITCH_NAMES.filter((name) => switches[name] !== undefined && switches[name] !== preset[name]);
}

/** The machine with one switch set; what is as in the preset is not written down. */
export function withSwitch(machine: MachineOptions, name: Switch, isOn: boolean): MachineOptions {
  const { switches, ...rest } = machine;
  const { [name]: _, ...others } = switches ?? {};
  const all = presetOf(machine.kernel)[name] === isOn ? others : { ...others, [name]: isOn };
  return Object.keys(all).length === 0 ? rest : { ...rest, switches: all };
}

/** The machine with all switches as its kernel has them. */
export function withPreset({ switches: _, ...rest }: MachineOptions): MachineOptions {
  return rest;
}

/** `Linux 6.18`, `Linux 6.18, rcu_free_H off`, `Linux 6.18, 3 switches`. */
export function kernelText(machine: MachineOptions): string {
  const differing = differingSwitches(machine);
  const kernel = `Linux ${machine.kernel}`;
  if (differing.length === 0) return kernel;
  return differing.length === 1
    ? `${kernel}, ${switchText(machine, differing[0])}`
    : `${kernel}, ${differing.length} switches`;
}

/** `rcu_free_H off` */
export const switchText = (machine: MachineOptions, name: Switch): string =>
  `${name} ${isSwitchedOn(machine, name) ? 'on' : 'off'}`;

/** What a generation has that the one before it had not, and the other way round. */
export function changesOf(generation: string): {
  readonly gained: readonly Switch[];
  readonly lost: readonly Switch[];
} {
  const index = isGeneration(generation) ? GENERATIONS.indexOf(generation) : 0;
  if (index === 0) return { gained: [], lost: [] };
  const before = presetOf(GENERATIONS[index - 1]);
  const now = presetOf(generation);
  return {
    gained: SWITCH_NAMES.filter((name) => now[name] && !before[name]),
    lost: SWITCH_NAMES.filter((name) => !now[name] && before[name]),
  };
}
