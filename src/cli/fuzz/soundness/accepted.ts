/** Random programs that are accepted, and what the verifier believed when it walked them. */
import { BPF_MAP_TYPE_ARENA } from '../../../engine/abi/map-types.ts';
import type { LoadRequest, Verdict, VerifiedProgram } from '../../../engine/program/load.ts';
import { slotsOf } from '../../../fuzz/item.ts';
import { type FuzzProgram, requestOf } from '../../../fuzz/program.ts';
import { withoutPart } from '../../../fuzz/shrink.ts';
import type { Json } from '../../json.ts';
import { RAW_LOG_SIZE } from '../../log-size.ts';
import { answerRequest } from '../../raw.ts';
import { ourId } from '../oracle.ts';
import { orTooLong, verifyWithin } from '../ours.ts';
import { RecordedStates } from './recorded-states.ts';
import type { Belief } from './watched-run.ts';

export interface Accepted {
  readonly program: FuzzProgram;
  readonly request: Json;
  readonly load: LoadRequest;
  readonly verified: VerifiedProgram;
  /** Instructions that were left out. */
  readonly repairs: number;
}

/** Instructions that are left out of a program before it is given up. */
const MAX_REPAIRS = 12;

/** Memory that user space maps, which the simulated machine does not have. */
const hasArena = ({ maps }: FuzzProgram): boolean => maps.some((map) => map.type === BPF_MAP_TYPE_ARENA);

/** The program as it is accepted: without the instructions that are refused, one after the other. */
export function acceptedForm(program: FuzzProgram, maxRepairs = MAX_REPAIRS): Accepted | undefined {
  if (hasArena(program)) return undefined;
  let form: FuzzProgram | undefined = program;
  for (let repairs = 0; repairs <= maxRepairs && form !== undefined; repairs++) {
    const answer = verdictOf(form);
    if (answer === undefined) return undefined;
    const { verdict, load, request } = answer;
    if (verdict.program !== undefined) return { program: form, request, load, verified: verdict.program, repairs };
    form = verdict.insn === undefined ? undefined : withoutInsn(form, verdict.insn);
  }
  return undefined;
}

interface Answer {
  readonly request: Json;
  readonly load: LoadRequest;
  readonly verdict: Verdict;
}

/** undefined if the program is no request, or takes too long. */
function verdictOf(program: FuzzProgram): Answer | undefined {
  const request = { ...requestOf(program, ourId), run: undefined, dump_maps: undefined };
  let found: Answer | undefined;
  orTooLong(() =>
    answerRequest(request, RAW_LOG_SIZE, (load) => {
      const verdict = verifyWithin(load, { level: 0 });
      found = { request, load, verdict };
      return verdict;
    }),
  );
  return found;
}

function withoutInsn(program: FuzzProgram, insn: number): FuzzProgram | undefined {
  const item = slotsOf(program.items).findLastIndex((slot) => slot <= insn);
  if (item < 0 || item >= program.items.length) return undefined;
  return withoutPart(program, item, item + 1);
}

/**
 * What the verifier believes of an accepted program, on two walks. On the first one paths end as in the kernel, at states
 * whose numbers may differ where they do not matter: pointers must agree. On the second one they end only at states that
 * hold all their values: everything must. undefined if that takes too long.
 */
export function beliefsIn(load: LoadRequest): readonly Belief[] | undefined {
  const [asKernel, keepingValues] = [new RecordedStates(), new RecordedStates()];
  const walked = orTooLong(() => {
    verifyWithin(load, { level: 0, tracer: asKernel });
    return verifyWithin(load, { level: 0, tracer: keepingValues, keepsValues: true });
  });
  if (walked?.accepted !== true) return undefined;
  return [
    { recorded: keepingValues, demand: 'everything' },
    { recorded: asKernel, demand: 'pointers' },
  ];
}
