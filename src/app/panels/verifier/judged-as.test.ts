import { expect, it } from 'vitest';
import type { MachineOptions } from '../../machine/choice.ts';
import { judgedAs } from './judged-as.ts';

it.each<[MachineOptions, string]>([
  [{ cpus: 2, kernel: '6.18' }, 'Linux 6.18 as root, with 2 CPUs'],
  [{ cpus: 1, kernel: '7.0', switches: { lock: true } }, 'Linux 7.0 as root, with 1 CPU, by the rules of Linux 6.18'],
  [
    { cpus: 2, kernel: '6.5' },
    'Linux 6.5 as root, with 2 CPUs. Its own rules: return_precision off. All others are those of Linux 6.18.',
  ],
  [
    { cpus: 2, kernel: '6.18', switches: { map_uid: false } },
    'Linux 6.18 as root, with 2 CPUs. Its own rules: map_uid off. All others are those of Linux 6.18.',
  ],
])('%j', (machine, words) => {
  expect(judgedAs(machine).replaceAll('\u00a0', ' ')).toBe(words);
});
