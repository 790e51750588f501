/**
 * Programs that no kernel should be asked about. Linux 6.18 may crash in three places:
 *
 * - where arithmetic makes it fork a path while thousands of paths wait: `and` and `or` on a number that is -1 or 0. A
 *   program whose loops nobody counted could get there. kernel: verifier.c maybe_fork_scalars()
 * - where a program names who catches its exceptions, and a function that no path calls is removed: the catcher's
 *   number is then another function's, or nobody's. kernel: verifier.c jit_subprogs()
 * - where a kernel function takes a work queue or task work and its map: the fields of the map are read of whatever is given for it.
 *   kernel: verifier.c check_kfunc_args()
 */
import * as bpf from '../engine/isa/constants.ts';
import { toHex } from '../lib/bytes.ts';
import { EXCEPTION_CALLBACKS, TYPES } from './catalogue.ts';
import { type Item, targetField } from './item.ts';
import type { FuzzProgram } from './program.ts';

/** What the traps lie in. */
type Dangers = Pick<FuzzProgram, 'items' | 'maps' | 'hasOpenLoop' | 'starts' | 'btf'>;

/** True if both halves of a trap may be in the program. */
export const isDangerous = (program: Dangers): boolean =>
  ((program.hasOpenLoop || goesBackFar(program.items)) && program.items.some(mayFork)) ||
  (program.starts.length > FUNCTIONS_WITH_CATCHER && namesCatcher(program)) ||
  program.items.some((_, i) => takesMap(program, i) && !hasMapWithFields(program, i));

/** The register of the map that goes with what R1 or R2 points to. */
const MAP_REGISTERS: Readonly<Record<string, number>> = {
  bpf_wq_init: 2,
  bpf_task_work_schedule_signal_impl: 3,
  bpf_task_work_schedule_resume_impl: 3,
};

const takesMap = ({ items }: Dangers, i: number): boolean =>
  items[i].opcode === (bpf.BPF_JMP | bpf.BPF_CALL) && (items[i].kernelName ?? '') in MAP_REGISTERS;

/** True if what wrote the map's register last before the call is the address of a map whose values have a type, or a small number. */
function hasMapWithFields({ items, maps }: Dangers, call: number): boolean {
  const register = MAP_REGISTERS[items[call].kernelName ?? ''];
  const at = items.findLastIndex(
    ({ opcode, dst }, i) => i < call && dst === register && !WRITES_NOTHING.has(bpf.classOf(opcode)),
  );
  const writer = items[at];
  if (writer === undefined || items.some(({ target = -1 }) => target > at && target <= call)) return false;
  if (writer.opcode === MOVE_NUMBER) return true;
  return (
    writer.opcode === bpf.LD_IMM64 &&
    writer.src === bpf.BPF_PSEUDO_MAP_IDX &&
    'btf_value_type_id' in (maps[writer.imm] ?? {})
  );
}

const WRITES_NOTHING: ReadonlySet<number> = new Set([bpf.BPF_ST, bpf.BPF_STX, bpf.BPF_JMP, bpf.BPF_JMP32]);
const MOVE_NUMBER = bpf.BPF_ALU64 | bpf.BPF_MOV | bpf.BPF_K;

/** The main function and the catcher. */
const FUNCTIONS_WITH_CATCHER = 2;

/** Two catchers are refused. */
const CATCHING: ReadonlySet<number> = new Set(
  Object.keys(EXCEPTION_CALLBACKS)
    .filter((name) => EXCEPTION_CALLBACKS[name].length === 1)
    .map((name) => TYPES.functions[name].id),
);
const CATCHER_TAG = toHex(new TextEncoder().encode('exception_callback:'));
const catchingBtf = new Map<string, boolean>();

/** Of types that are not the fuzzer's own it is enough that they have such a tag. */
function namesCatcher({ starts, btf }: Dangers): boolean {
  if (btf === TYPES.btf) return starts.some(({ typeId }) => CATCHING.has(typeId));
  const known = catchingBtf.get(btf) ?? btf.includes(CATCHER_TAG);
  catchingBtf.set(btf, known);
  return known;
}

/** True if a path may come to an instruction more than once: a jump back, `may_goto`, or a function that others call. */
export const mayLoop = (items: readonly Item[]): boolean =>
  items.some(
    (item, i) =>
      item.opcode === (bpf.BPF_JMP | bpf.BPF_JCOND) ||
      (bpf.LD_IMM64 === item.opcode && item.src === bpf.BPF_PSEUDO_FUNC) ||
      (item.target !== undefined && item.target <= i),
  );

function mayFork({ opcode }: Item): boolean {
  const insnClass = bpf.classOf(opcode);
  if (insnClass !== bpf.BPF_ALU && insnClass !== bpf.BPF_ALU64) return false;
  const op = bpf.opOf(opcode);
  return op === bpf.BPF_ARSH || (op === bpf.BPF_MOV && opcode !== 0xb7 && opcode !== 0xbf);
}

/** Jumps back beyond what counted loops need. */
const MAX_BACKWARD_JUMPS = 4;

const goesBackFar = (items: readonly Item[]): boolean =>
  items.filter((item, i) => targetField(item) === 'off' && item.target !== undefined && item.target <= i).length >
  MAX_BACKWARD_JUMPS;

/** Beyond the ids of any kernel's types. */
const NO_TYPE = 1 << 24;

/** True if all kernels mean the same. */
const isKnown = (kernelName: string | undefined, id: number): boolean =>
  kernelName !== undefined || id <= 1 || id >= NO_TYPE;

/** A number that a process may have open something as. */
const isDescriptor = (high: number): boolean => high > 0 && high < 1000;

/** Takes a number of a kernel's type in a register. */
const CASTS_TO_TYPE = 'bpf_rdonly_cast';

/** True if a register may hold the number of a type, which is another type's in another kernel. */
export const castsToType = (items: readonly Item[]): boolean =>
  items.some(({ kernelName }) => kernelName === CASTS_TO_TYPE);

/** True if raw mode can say everything: references to maps are indexes of maps that the request has, functions are the kernel's own. */
export const isSayable = ({ items, maps }: Pick<FuzzProgram, 'items' | 'maps'>): boolean =>
  items.every(({ opcode, src, imm, off, high = 0, kernelName }) => {
    if (opcode === (bpf.BPF_JMP | bpf.BPF_CALL))
      return src !== bpf.BPF_PSEUDO_KFUNC_CALL || (off <= 0 && isKnown(kernelName, imm));
    if (opcode !== bpf.LD_IMM64) return true;
    if (src === bpf.BPF_PSEUDO_MAP_IDX || src === bpf.BPF_PSEUDO_MAP_IDX_VALUE) return imm >= 0 && imm < maps.length;
    if (src === bpf.BPF_PSEUDO_BTF_ID) return isKnown(kernelName, imm) && !isDescriptor(high);
    return src !== bpf.BPF_PSEUDO_MAP_FD && src !== bpf.BPF_PSEUDO_MAP_VALUE;
  });
