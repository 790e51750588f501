/** Our own answer to a request of raw mode, unless it would take too long to be worth it. */
import { type Capability, DEFAULT_ENV, type VerifierEnv } from '../../engine/abi/env.ts';
import type { LoadRequest, Verdict } from '../../engine/program/load.ts';
import type { Tracer } from '../../engine/verifier/tracer.ts';
import { type VerifyOptions, verify } from '../../engine/verifier/verify.ts';
import type { Json } from '../json.ts';
import { RAW_LOG_SIZE } from '../log-size.ts';
import { answerRequest } from '../raw.ts';

/** Instructions after which a program is left alone. */
const MAX_INSNS = 12_000;
/** Waiting paths after which it is: no kernel shall be brought near its limit. */
const MAX_WAITING = 600;
const SLICE = 500;

/** A program that is left alone. */
class TooLong extends Error {}

/** Verifies a program unless it is too long; then throws what `orTooLong` catches. */
export function verifyWithin(load: LoadRequest, options: VerifyOptions, env = DEFAULT_ENV): Verdict {
  let waiting = 0;
  const tracer: Tracer = {
    insn: (v, insnIdx) => options.tracer?.insn?.(v, insnIdx),
    push: (v) => {
      waiting = Math.max(waiting, v.pending.length);
    },
  };
  const job = verify(load, env, { ...options, tracer });
  for (let done = 0; done < MAX_INSNS && waiting < MAX_WAITING; done += SLICE) {
    const verdict = job.advance(SLICE);
    if (verdict !== undefined) return verdict;
  }
  throw new TooLong();
}

/** What `work` gives; undefined if a program in it was too long. */
export function orTooLong<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

const CAPABILITIES: Readonly<Record<string, Capability>> = {
  bpf: 'CAP_BPF',
  perfmon: 'CAP_PERFMON',
  net_admin: 'CAP_NET_ADMIN',
  sys_admin: 'CAP_SYS_ADMIN',
};

/** The recording machine with a process that has these rights, as setpriv(1) names them; all if undefined. */
const environmentWith = (rights: readonly string[] | undefined): VerifierEnv =>
  rights === undefined
    ? DEFAULT_ENV
    : { ...DEFAULT_ENV, capabilities: new Set(rights.map((right) => CAPABILITIES[right])) };

/** What raw mode answers; undefined if the program is too long. A crash of ours is an answer, too. */
export function ourAnswer(request: Json, rights?: readonly string[]): Json | undefined {
  const env = environmentWith(rights);
  try {
    return orTooLong(() =>
      answerRequest(request, RAW_LOG_SIZE, (load, level) => verifyWithin(load, { level }, env), env),
    );
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { verdict: 'crash', errno: 0, log: what };
  }
}
