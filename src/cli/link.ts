/** `rearm link`: a scenario, played to its end, as the fragment of a link that promises its last state. */
import { encodeLink } from '../engine/scenario/link.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, EXIT_USAGE, usage } from './command.ts';
import { open, play, readScenario } from './scenario-files.ts';

const USAGE = 'usage: rearm link SCENARIO | FILE…';

export const linkCommand: Command = async (args, host) => {
  if (args.length === 0 || args.some((arg) => arg.startsWith('-'))) return usage(host, 'files are needed', USAGE);
  const scenario = readScenario(args, host);
  if (scenario === undefined) return EXIT_USAGE;
  const session = open(scenario, host);
  if (session === undefined) return EXIT_REJECTED;
  play(session, scenario.scenario);
  host.out(`#${encodeLink(session.scenario())}\n`);
  return EXIT_OK;
};
