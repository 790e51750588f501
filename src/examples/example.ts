/**
 * What the comment at the head of an example says about it:
 *
 *   # First timer
 *   #
 *   # A packet arms a timer; it fires three times.
 *   #
 *   # More about it …
 *   #
 *   #   $ bpftool prog run name first_timer
 *   #   $ sleep 30ms
 */
export interface Example {
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  /** Lines of the script language that show it. */
  readonly script: readonly string[];
  /** Kernels between which it makes a difference; none = all are alike. */
  readonly kernels: readonly string[];
}

/** All examples, in the order in which somebody new to timers may read them. */
export const EXAMPLE_NAMES = [
  'first-timer',
  'watchdog',
  'token-bucket',
  'two-timers',
  'traffic-light',
  'backoff',
  'metronome',
  'self-cancel',
  'flow-timeout',
  'flush-to-ringbuf',
  'arm-all',
  'pinned',
  'inner-maps',
] as const;

/** Scenarios that attach programs: what they print and leave behind depends on the kernel of the machine. */
export const PRESET_NAMES = ['xdp_timer'] as const;

const COMMAND = '  $ ';
const KERNELS = 'Kernels: ';

/** Reads the head of an example's text. */
export function readExample(text: string): Example {
  const head = headOf(text);
  const [title, description = ''] = head.join('\n').split('\n\n');
  return {
    title,
    description: description.replaceAll('\n', ' '),
    script: head.filter((line) => line.startsWith(COMMAND)).map((line) => line.slice(COMMAND.length)),
    kernels: head.filter((line) => line.startsWith(KERNELS)).flatMap((line) => line.slice(KERNELS.length).split(', ')),
  };
}

/** The comment that the text begins with, without `# `. */
function headOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.slice('# '.length));
}
