import { EINVAL } from '../../abi/errno.ts';
import { BPF_MAP_TYPE_PERF_EVENT_ARRAY } from '../../abi/map-types.ts';
import { programTypeName } from '../../abi/program-types.ts';
import {
  closeFile,
  type MapFacts,
  openMaps,
  type ProgFacts,
  parseNumber,
  withMap,
  withProg,
} from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { Failure, type Words } from '../shell/words.ts';
import { atOnce, type Steps } from '../steps.ts';
import { required } from './arguments.ts';

/**
 * What of bpftool needs sockets, network namespaces or hardware counters, none of which is simulated: the arguments are
 * looked at as bpftool does, and the kernel refuses. kernel: do_attach() and do_profile() of prog.c, map_perf_ring.c
 */

/** Attach types of `prog attach`, and the type of the programs that they take. */
const ATTACH_TYPES: Readonly<Record<string, string>> = {
  sk_skb_stream_parser: 'sk_skb',
  sk_skb_stream_verdict: 'sk_skb',
  sk_skb_verdict: 'sk_skb',
  sk_msg_verdict: 'sk_msg',
  flow_dissector: 'flow_dissector',
};

const FAILURES = { attach: 'failed prog attach to map', detach: 'failed prog detach from map' } as const;

/** bpftool prog { attach | detach } PROG ATTACH_TYPE [MAP] */
export const attachProg =
  (verb: keyof typeof FAILURES) =>
  (shell: Shell): Steps<number> => {
    required(shell.words, 3, -EINVAL);
    return withProg(shell, function* ({ facts }) {
      const attachType = attachTypeWord(shell.words);
      if (attachType !== 'flow_dissector') yield* checkMap(shell);
      throw new Failure(refusalOf(verb, attachType, facts));
    });
  };

function attachTypeWord(words: Words): string {
  const word = words.next() ?? '';
  const found = Object.keys(ATTACH_TYPES).find((name) => word !== '' && name.startsWith(word));
  if (found === undefined) throw words.wasWrong('invalid attach/detach type', -EINVAL);
  return found;
}

function* checkMap(shell: Shell): Steps<void> {
  required(shell.words, 2, -EINVAL);
  for (const { file } of yield* openMaps(shell)) yield* closeFile(shell, file);
}

/** bpftool's message; where a kernel would do it, why this one does not. */
function refusalOf(verb: keyof typeof FAILURES, attachType: string, { verified }: ProgFacts): string {
  const isRight = programTypeName(verified.request.type) === ATTACH_TYPES[attachType];
  return isRight ? `${FAILURES[verb]}: sockets and their flows are not simulated` : FAILURES[verb];
}

/** bpftool that was built without its own programs, as Debian's is; it fails with status 0. */
export function profileProg({ out }: Shell): Steps<number> {
  out.error('bpftool prog profile command is not supported. Please build bpftool with clang >= 10.0.0');
  return atOnce(0);
}

/** bpftool map event_pipe MAP [cpu N index M] */
export const eventPipe = (shell: Shell): Steps<number> => withMap(shell, (map) => refuseEvents(shell, map.facts));

/** No events are there to be read. */
function refuseEvents({ words }: Shell, { info }: MapFacts): never {
  if (info.type !== BPF_MAP_TYPE_PERF_EVENT_ARRAY) throw new Failure('map is not a perf event array');
  while (words.left > 0) {
    required(words, 2);
    const name = words.next() ?? '';
    const fits = (option: string): boolean => name !== '' && option.startsWith(name);
    if (!fits('cpu') && !fits('index')) throw words.wasWrong(`unknown arg ${name}`);
    if (parseNumber(words.next() ?? '') === undefined)
      throw words.wasWrong(`can't parse ${words.previous()} as ${fits('cpu') ? 'CPU ID' : 'index'}`);
  }
  throw new Failure(
    'event_pipe: nobody opens perf events for programs here; ring buffers and trace_pipe are simulated',
  );
}
