/** A machine whose BPF code stops before every instruction, to be looked at. */
import { Frame } from '../../engine/kernel/layouts/cpu.ts';
import type { Machine } from '../../engine/kernel/machine.ts';
import type { Addr } from '../../engine/kernel/memory.ts';
import { REGISTER_WORDS } from '../../engine/vm/vm.ts';
import type { KnownValues } from './known-values.ts';

export interface Watch {
  instructions: number;
  /** The first value that the verifier did not know of. */
  violation: string | undefined;
}

const REGISTERS = Frame.offset('registers');
const AT = Frame.offset('at');

/** From now on every access is checked, and every instruction's registers are compared with what is known of them. */
export function watchRun(machine: Machine, known: KnownValues): Watch {
  const { bpf, memory } = machine.kernel;
  const watch: Watch = { instructions: 0, violation: undefined };
  bpf.grain = 'insn';
  bpf.vm.checked = true;
  const step = bpf.step.bind(bpf);
  bpf.step = (frame: Addr): number => {
    const at = (frame + REGISTERS) >> 2;
    watch.instructions++;
    watch.violation ??= known.problem(memory.load32(frame + AT), memory.words.subarray(at, at + REGISTER_WORDS));
    return step(frame);
  };
  return watch;
}
