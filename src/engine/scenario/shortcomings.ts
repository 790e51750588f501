import type { Diagnostic } from '../program/diagnostic.ts';
import type { MachineAnswer, OutputAnswer } from './queries.ts';
import type { Scenario } from './scenario.ts';
import { isAssertion, isCommand } from './script-text.ts';

/**
 * What did not go as a scenario that was played to its end says it should: assertions that do not hold, lines that never
 * had their turn, and what broke the machine down. Positions are lines of the script.
 */
export function shortcomings(scenario: Scenario, { output, stop }: MachineAnswer): readonly Diagnostic[] {
  const failed = output.filter((each) => each.failed && isAssertion(each.line)).map(failure);
  const ended = new Set(output.map((each) => each.lineNo));
  const waiting = scenario.script.flatMap(({ line }, i) => (isCommand(line) && !ended.has(i + 1) ? [i + 1] : []));
  const broken = 'message' in stop ? [at(waiting[0] ?? scenario.script.length, stop.message)] : [];
  const unfinished = scenario.expect === undefined ? waiting.map((line) => at(line, 'this line did not end')) : [];
  return [...failed, ...broken, ...unfinished];
}

const failure = ({ lineNo, text, line }: OutputAnswer): Diagnostic => at(lineNo, text, line.length + 1);

function at(line: number, message: string, endColumn = 1): Diagnostic {
  return { severity: 'error', message, where: 'script', at: { line, column: 1, endColumn } };
}
