import { VERIFIER_RULES } from '../../../engine/abi/generations.ts';
import { isSwitchedOn, type MachineOptions, presetOf } from '../../machine/choice.ts';

/**
 * Whose rules a verdict follows: those about callbacks are the generation's, all others are 6.18's.
 * `Linux v3 as root, with 2 CPUs. Its own rules: map_uid off. All others are those of Linux 6.18.`
 */
export function judgedAs(machine: MachineOptions): string {
  const cpus = machine.cpus === 1 ? '1\u00a0CPU' : `${machine.cpus}\u00a0CPUs`;
  const judge = `Linux ${machine.kernel} as root, with ${cpus}`;
  const reference = presetOf('6.18');
  const own = VERIFIER_RULES.filter((rule) => isSwitchedOn(machine, rule) !== reference[rule]);
  if (own.length > 0) {
    const rules = own.map((rule) => `${rule} ${reference[rule] ? 'off' : 'on'}`).join(', ');
    return `${judge}. Its own rules: ${rules}. All others are those of Linux\u00a06.18.`;
  }
  return machine.kernel === '6.18' ? judge : `${judge}, by the rules of Linux\u00a06.18`;
}
