/** `rearm fuzz WHAT` */
import { type Command, usage } from '../command.ts';

const USAGE = `usage: rearm fuzz machine [OPTION…]
       rearm fuzz verifier [OPTION…]
       rearm fuzz soundness [OPTION…]`;

/** Kinds by name, each loaded when it is asked for. */
const KINDS: Readonly<Record<string, () => Promise<Command>>> = {
  machine: async () => (await import('./machine.ts')).fuzzMachineCommand,
  verifier: async () => (await import('./verifier.ts')).fuzzVerifierCommand,
  soundness: async () => (await import('./soundness/command.ts')).fuzzSoundnessCommand,
};

export const fuzzCommand: Command = async ([what, ...args], host) => {
  if (what === undefined || !Object.hasOwn(KINDS, what)) return usage(host, 'fuzz what?', USAGE);
  const command = await KINDS[what]();
  return command(args, host);
};
