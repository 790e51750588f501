import firstTimer from '../../examples/first-timer.s?raw';
import type { Document } from './documents.ts';

/** The documents that come with the page. Their ids are fixed: a changed one is kept as a draft of the same id. */
export function examples(): readonly Document[] {
  return [
    {
      id: 'example-first-timer',
      title: 'First timer',
      programs: [{ is: 'text', name: 'first-timer.s', text: firstTimer }],
      script: 'bpftool prog run name first_timer\n',
      machine: { cpus: 2, kernel: '6.18' },
      grain: 'point',
      origin: 'example',
      edit: 1,
    },
  ];
}
