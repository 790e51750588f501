/** `rearm open`: what a link holds, and whether it still reproduces. */
import { parseArgs } from 'node:util';
import { shortcomings } from '../engine/scenario/shortcomings.ts';
import { printScenarioText } from '../engine/scenario/text.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, EXIT_USAGE, type Host, usage } from './command.ts';
import { fromLink, open, play, type ReadScenario } from './scenario-files.ts';

const USAGE = 'usage: rearm open [--text|--json] LINK';

export const openCommand: Command = async (args, host) => {
  const { values, positionals } = parse(args);
  if (positionals.length !== 1) return usage(host, 'one link is needed', USAGE);
  const read = fromLink(positionals[0], host);
  if (read === undefined) return EXIT_USAGE;
  if (values.text !== true && values.json !== true) return playAndCompare(read, host);
  host.out(
    values.json === true ? `${JSON.stringify(read.scenario, undefined, 2)}\n` : printScenarioText(read.scenario),
  );
  return EXIT_OK;
};

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { text: { type: 'boolean' }, json: { type: 'boolean' } },
  });

/** Plays a scenario and prints what it printed; fails if an assertion or its promise does not hold, or if it breaks down. */
export function playAndCompare(read: ReadScenario, host: Host): number {
  const session = open(read, host);
  if (session === undefined) return EXIT_REJECTED;
  const { expect } = read.scenario;
  play(session, read.scenario);
  const answer = session.answer();
  for (const { line, text } of answer.output) host.out(`$ ${line}\n${text === '' ? '' : `${text}\n`}`);
  for (const line of answer.traceLines) host.out(`${line}\n`);
  const { step, clock, runHash } = answer;
  host.out(`step ${step}  clock ${clock} ns  hash ${runHash}\n`);
  const wrong = shortcomings(read.scenario, answer);
  for (const each of wrong) read.complain([each], each.where ?? 'scenario');
  if (expect === undefined) return wrong.length === 0 ? EXIT_OK : EXIT_REJECTED;
  const same = expect.step === step && expect.runHash === runHash;
  host.out(same ? 'reproduces\n' : `differs: step ${expect.step} with hash ${expect.runHash} was promised\n`);
  return same && wrong.length === 0 ? EXIT_OK : EXIT_REJECTED;
}
