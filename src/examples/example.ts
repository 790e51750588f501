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

/** Scenarios in the order of the gallery: `scenarios/NAME.rearm`. */
export const SCENARIO_NAMES = ['xdp-timer', 'rate-user-space', 'rate-perf-event', 'rate-timer'] as const;

/** What the selftests of the timer series test, as scenarios: `selftests/NAME.rearm`. */
export const SELFTEST_NAMES = [
  'timer',
  'timer-flags',
  'timer-mim',
  'timer-mim-reject',
  'timer-crash',
  'timer-lockup',
  'timer-failure',
  'timer-interrupt',
] as const;

const COMMAND = '  $ ';

/** Reads the head of an example's text. */
export function readExample(text: string): Example {
  const head = headOf(text);
  const [title, description = ''] = head.join('\n').split('\n\n');
  return {
    title,
    description: description.replaceAll('\n', ' '),
    script: head.filter((line) => line.startsWith(COMMAND)).map((line) => line.slice(COMMAND.length)),
  };
}

/** What the first comment of a scenario's script says, up to its first empty line. */
export function describeScript(lines: readonly string[]): string {
  const from = lines.findIndex((line) => line.startsWith('#'));
  const comment = from < 0 ? [] : lines.slice(from);
  const end = comment.findIndex((line) => line.trim() === '#' || !line.startsWith('#'));
  return comment
    .slice(0, end < 0 ? comment.length : end)
    .map((line) => line.slice('# '.length))
    .join(' ');
}

/** The comment that the text begins with, without `# `. */
function headOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.slice('# '.length));
}
