import { expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { finish, jobOf } from '../../../lib/job.ts';
import { DEFAULT_ENV } from '../../abi/env.ts';
import { openCollection } from '../../userspace/collection.ts';
import { prepare, verifyProgramWork } from '../../verify-source.ts';
import { TestRun } from '../layouts/contexts.ts';
import { BPF_FRAME, Frame } from '../layouts/cpu.ts';
import { Machine } from '../machine.ts';

const SOURCE = `.program p section=tc
    r6 = 1
    r7 = 2
    r1 = r7
    call bpf_get_prandom_u32
    r0 = r6
    exit
`;

/** A machine whose program stands before instruction `pc`, and its frame. */
function standAt(pc: number): { machine: Machine; frame: number } {
  const prepared = prepare({ name: 'p.s', asm: SOURCE }, DEFAULT_ENV);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const { spec, loaded } = prepared.value;
  const { program } = finish(jobOf(verifyProgramWork(loaded.programs[0], DEFAULT_ENV, 0)));
  const machine = new Machine({ cpus: 1, grain: 'insn', freeTime: true, memoryMiB: 2 });
  const open = openCollection(machine, spec, loaded.maps, [{ name: 'p', verified: defined(program, 'accepted') }]);
  if ('refused' in open) throw new Error(open.refused);
  const { kernel } = machine;
  const run = machine.putBytes(new Uint8Array(TestRun.size));
  const data = machine.putBytes(new Uint8Array(64));
  machine.act(() => {
    const cursor = kernel.contexts.testRun(run);
    cursor.prog = kernel.files.progOf(open.programs[0].file);
    cursor.dataIn = data;
    cursor.dataSize = 64;
  });
  machine.spawn(0, 'test_run', [run]);
  for (;;) {
    expect(machine.step()).toBeUndefined();
    const context = kernel.contextAddress(0, 0);
    const frame = kernel.isEmpty(0, 0) ? 0 : kernel.topFrame(context);
    if (frame !== 0 && kernel.frameAt(frame).kind === BPF_FRAME && kernel.frameAt(frame).at === pc) {
      return { machine, frame };
    }
  }
}

it.each([
  [2, 'r1', 1, true],
  [2, 'r6', 6, false],
  [2, 'r7', 7, false],
  [4, 'r0', 0, true],
  [4, 'r6', 6, false],
  [4, 'r7', 7, true],
  [5, 'r0', 0, false],
  [5, 'r6', 6, true],
])(
  'before instruction %i the key of the state tells values of %s apart unless it is dead',
  (pc, _, register, isDead) => {
    const { machine, frame } = standAt(pc);
    const [key, hash] = [machine.stateKey(), machine.runHash()];
    machine.memory.store32(frame + Frame.offset('registers') + 8 * register, 77);
    expect(machine.stateKey() === key).toBe(isDead);
    expect(machine.runHash()).not.toBe(hash);
  },
);
