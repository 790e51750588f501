import { DEFAULT_MACHINE } from '../../engine/scenario/scenario.ts';
import firstTimer from '../../examples/first-timer.s?raw';
import twoTimers from '../../examples/two-timers.s?raw';
import watchdog from '../../examples/watchdog.s?raw';
import type { Document } from './documents.ts';

interface Example {
  readonly title: string;
  readonly file: string;
  readonly text: string;
  readonly script: string;
}

const EXAMPLES: readonly Example[] = [
  {
    title: 'First timer',
    file: 'first-timer.s',
    text: firstTimer,
    script: 'bpftool prog run name first_timer\n',
  },
  {
    title: 'Two timers hand over',
    file: 'two-timers.s',
    text: twoTimers,
    script: 'bpftool prog run name switch_on\n',
  },
  {
    title: 'A watchdog',
    file: 'watchdog.s',
    text: watchdog,
    script: 'bpftool prog run name feed\nsleep 2ms\nbpftool prog run name feed\n',
  },
];

/** The documents that come with the page. Their ids are fixed: a changed one is kept as a draft of the same id. */
export function examples(): readonly Document[] {
  return EXAMPLES.map(({ title, file, text, script }) => ({
    id: `example-${file}`,
    title,
    programs: [{ is: 'text', name: file, text }],
    script,
    machine: DEFAULT_MACHINE,
    grain: 'insn',
    origin: 'example',
    edit: 1,
  }));
}
