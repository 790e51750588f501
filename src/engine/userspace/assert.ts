import { SUBJECTS } from './assert-subjects.ts';
import type { Value } from './assert-values.ts';
import type { Shell } from './shell/shell.ts';
import { durationOf, Failure } from './shell/words.ts';
import type { Steps } from './steps.ts';

/** Longer texts begin a line of their own. */
const MAX_INLINE = 60;

/**
 * `assert SUBJECT OPERATOR VALUE`: a scenario says what it expects. Looking does not change the machine: no system call is
 * made and no reference taken. What does not hold ends the command with status 1 and says what is there instead.
 */
type Compare = (left: Value, right: Value) => boolean;

const ordered =
  (compare: (left: bigint, right: bigint) => boolean): Compare =>
  (left, right) =>
    typeof left === 'bigint' && typeof right === 'bigint' && compare(left, right);

/** What is expected, by the word between subject and value. */
const OPERATORS: Readonly<Record<string, Compare>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': ordered((left, right) => left < right),
  '<=': ordered((left, right) => left <= right),
  '>': ordered((left, right) => left > right),
  '>=': ordered((left, right) => left >= right),
  has: (left, right) => String(left).includes(String(right)),
  lacks: (left, right) => !String(left).includes(String(right)),
};

export function* assertThat(shell: Shell): Steps<number> {
  const { words } = shell;
  const subject = words.next() ?? '';
  const row = SUBJECTS.find((each) => each.pattern.test(subject));
  if (row === undefined) throw words.wasWrong(`expected one of ${SUBJECTS.map((each) => each.usage).join(', ')}`);
  const operator = words.next() ?? '';
  if (!Object.hasOwn(OPERATORS, operator)) throw words.wasWrong(`expected one of ${Object.keys(OPERATORS).join(' ')}`);
  const expected = words.next();
  if (expected === undefined) throw words.wasWrong('expected a value');
  if (words.left > 0) throw words.wrong(`"${words.peek()}" is one word too many; quotes keep words together`);
  const actual = yield* row.read(shell, row.pattern.exec(subject) ?? []);
  const isText = operator === 'has' || operator === 'lacks' || typeof actual === 'string';
  if (OPERATORS[operator](actual, isText ? expected : expectedValue(expected))) return 0;
  throw new Failure(`assert ${subject} ${operator} ${expected}: it is ${shown(actual)}`, 1);
}

/** A number in C's notation, or a time in ns; else the text itself. */
function expectedValue(text: string): Value {
  if (/^-?(0x[0-9a-f]+|\d+)$/i.test(text)) return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
  const ns = durationOf(text);
  return ns === undefined ? text : BigInt(ns);
}

function shown(value: Value): string {
  if (typeof value === 'bigint') return String(value);
  if (value.length <= MAX_INLINE && !value.includes('\n')) return value === '' ? 'empty' : value;
  return `\n${value}`;
}
