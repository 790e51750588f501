/** A program with the kernel's answer to it, as it is kept. */
import { encodeItems, kernelNames, littleEndian } from './item.ts';
import { type FuzzProgram, requestOf } from './program.ts';

export interface RecordedCase {
  /** What differed when it was found. */
  readonly shows: string;
  readonly kernel: string;
  /** A request of raw mode; calls of kernel functions have 0 for the id. */
  readonly request: Readonly<Record<string, unknown>> & { readonly insns: string };
  /** Capabilities of the process that loads, as setpriv(1) names them; all if absent. */
  readonly rights?: readonly string[];
  /** What of the kernel it stands at. */
  readonly attach_to?: string;
  /** Kernel functions that are called, by slot. */
  readonly kernel_functions: Readonly<Record<string, string>>;
  readonly answer: {
    readonly verdict: string;
    readonly errno: number;
    /** Normalised lines. */
    readonly log: readonly string[];
    /** Return value and contents of the maps, if the program was run. */
    readonly result?: string;
  };
}

export const requestWithoutIds = (program: FuzzProgram): RecordedCase['request'] => ({
  ...requestOf(program, () => 0),
  insns: encodeItems(program.items, () => 0),
});

export const functionsOf = (program: FuzzProgram): RecordedCase['kernel_functions'] => kernelNames(program.items);

const SLOT_DIGITS = 16;
const IMM_DIGIT = 8;

/** The request with ids of a kernel in its calls. */
export function withIds(
  { request, kernel_functions: functions, attach_to: attachTo }: RecordedCase,
  idOf: (name: string) => number,
): RecordedCase['request'] {
  let { insns } = request;
  for (const [slot, name] of Object.entries(functions)) {
    const at = Number(slot) * SLOT_DIGITS + IMM_DIGIT;
    insns = insns.slice(0, at) + littleEndian(idOf(name)) + insns.slice(at + IMM_DIGIT);
  }
  return { ...request, insns, ...(attachTo !== undefined && { attach_btf_id: idOf(attachTo) }) };
}
