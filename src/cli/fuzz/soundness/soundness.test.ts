import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_ENV } from '../../../engine/abi/env.ts';
import * as layout from '../../../engine/verifier/program/layout.ts';
import { prepare } from '../../../engine/verify-source.ts';
import { TYPES } from '../../../fuzz/catalogue.ts';
import { generateProgram } from '../../../fuzz/generate.ts';
import { callFunction, exit, load, loadSigned, mov, movImm, store } from '../../../fuzz/instructions.ts';
import type { Item } from '../../../fuzz/item.ts';
import type { FuzzProgram } from '../../../fuzz/program.ts';
import { defined } from '../../../lib/assert.ts';
import { verifyWithin } from '../ours.ts';
import { type Accepted, acceptedForm, beliefsIn } from './accepted.ts';
import { SoundnessBench } from './check-program.ts';
import { walkedInstructions } from './figures.ts';
import { FRAME_HEAD, type RecordedState } from './recorded-states.ts';
import type { Belief } from './watched-run.ts';

const MAPS = `
.map cells type=array key=u32 value=u64 max_entries=2
.map slots type=hash key=u32 value=u64 max_entries=2
`;

const PROGRAMS: Readonly<Record<string, string>> = {
  'numbers, their copies and the stack': `
.program main section=tc
    r2 = 5
    w3 = -7
    r4 = *(u32 *)(r1 + 8)
    r4 >>= 28
    r5 = r4
    *(u64 *)(r10 - 8) = r4
    *(u64 *)(r10 - 16) = 6
    *(u32 *)(r10 - 24) = r2
    r5 += 9
    if r4 > 7 goto out
    r3 += 1
out:
    r0 = *(u64 *)(r10 - 8)
    r0 += r5
    r0 += r3
    exit`,
  'a packet whose end is asked for': `
.program main section=tc
    r2 = *(u32 *)(r1 + 76)
    r3 = *(u32 *)(r1 + 80)
    r4 = r2
    r4 += 64
    if r4 > r3 goto short
    r0 = *(u8 *)(r2 + 13)
    r5 = 1
    r0 &= 7
    r2 += r0
    exit
short:
    r0 = 0
    exit`,
  'values of maps, found or not': `${MAPS}
.program main section=tc
    r6 = 0
    *(u32 *)(r10 - 4) = r6
    r2 = r10
    r2 += -4
    r1 = slots ll
    call bpf_map_lookup_elem
    r7 = r0
    if r0 == 0 goto missing
    r6 = *(u64 *)(r7 + 0)
missing:
    r2 = r10
    r2 += -4
    r1 = cells ll
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r8 = r0
    r8 += 4
    r0 = *(u32 *)(r8 + 0)
out:
    r0 = 0
    exit`,
  'spills around a fast call, in the frame of its function': `
.program main section=tc
    *(u64 *)(r10 - 8) = 0
    call inner
    r0 = *(u64 *)(r10 - 8)
    exit
.function inner
    *(u64 *)(r10 - 72) = r1
    call bpf_get_smp_processor_id
    r1 = *(u64 *)(r10 - 72)
    r0 = 0
    exit`,
  'functions and callbacks': `${MAPS}
.program main section=tc
    r6 = 3
    *(u64 *)(r10 - 8) = 7
    r1 = r10
    r1 += -8
    call inner
    r1 = 2
    r2 = turn ll
    r3 = r10
    r3 += -8
    r4 = 0
    call bpf_loop
    r0 = r6
    exit
.function inner
    r7 = 1
    r0 = *(u64 *)(r1 + 0)
    exit
.callback turn
    r8 = 5
    r0 = *(u64 *)(r2 + 0)
    r0 = 0
    exit`,
};

function acceptedText(asm: string): Accepted {
  const prepared = prepare({ name: 'test.s', asm }, DEFAULT_ENV);
  if (!prepared.ok) throw new Error(prepared.error.map(({ message }) => message).join('\n'));
  const { outcome } = prepared.value.loaded.programs[0];
  if (outcome.stage === 'object') throw new Error(outcome.messages.join('\n'));
  const load = outcome.request;
  const verified = defined(verifyWithin(load, { level: 0 }).program, 'an accepted program');
  return { program: generateProgram(1), request: {}, load, verified, repairs: 0 };
}

const believed = (accepted: Accepted): readonly Belief[] => defined(beliefsIn(accepted.load), 'a short walk');

let bench: SoundnessBench;
beforeAll(() => {
  bench = new SoundnessBench();
});

const INPUTS = 20;

const sum = (flags: Uint8Array): number => flags.reduce((all, flag) => all + flag, 0);

describe('what the verifier believes holds in every run', () => {
  it.each(Object.entries(PROGRAMS))('%s', (_, asm) => {
    const accepted = acceptedText(asm);
    const outcome = bench.check(accepted, believed(accepted), INPUTS, 1);
    expect(outcome).toMatchObject({ violation: undefined, missing: undefined, cut: 0, refused: 0 });
    expect(sum(outcome.reached)).toBe(walkedInstructions(accepted));
  });

  it('in random programs', () => {
    const made = Array.from({ length: 40 }, (_, seed) => acceptedForm(generateProgram(seed + 1)));
    const outcomes = made
      .filter((accepted) => accepted !== undefined)
      .map((accepted) => bench.check(accepted, believed(accepted), 3, 1));
    expect(outcomes.length).toBeGreaterThan(10);
    expect(outcomes.map(({ violation }) => violation).filter((text) => text !== undefined)).toEqual([]);
  });
});

type Change = (w: RecordedState, r: number) => void;

const plus =
  (field: number, by: number): Change =>
  (w, r) => {
    w[r + field] += by;
  };
const becomes =
  (field: number, value: number): Change =>
  (w, r) => {
    w[r + field] = value;
  };
const flipped =
  (field: number, bits: number): Change =>
  (w, r) => {
    w[r + field] ^= bits;
  };

describe('the mistakes of the kernel are told as what they are', () => {
  const own = (items: readonly Item[], starts: FuzzProgram['starts']) => {
    const program = { ...generateProgram(1), type: 'sched_cls', license: 'GPL', flags: 0, items, maps: [], starts };
    const accepted = defined(acceptedForm(program), 'accepted, as by Linux 6.18');
    expect(bench.check(accepted, believed(accepted), INPUTS, 1)).toMatchObject({
      isKernelsOwn: true,
      violation: undefined,
    });
  };

  it('a NULL for an argument that is tagged nonnull', () => {
    const items = [movImm(1, 0), movImm(2, 0), { ...callFunction, target: 4 }, exit, mov(7, 1), movImm(0, 0), exit];
    own(items, [
      { item: 0, typeId: TYPES.functions.main.id },
      { item: 4, typeId: TYPES.functions.G_nonnull.id },
    ]);
  });

  it('a slot that is taken for equal to what was sign-extended from it', () => {
    own([load(4, 1, 10, -36), store(8, 10, 1, -48), loadSigned(4, 0, 10, -48), exit], []);
  });
});

describe('what the machine does not have is no mistake of the verifier', () => {
  const LOADS = ['r0 = *(u8 *)(r6 + 0)', 'r0 = load_acquire((u8 *)(r6 + 0))'];
  it.each(LOADS)('a field of a task: %s', (text) => {
    const accepted = acceptedText(`.program main section=tc
      call bpf_get_current_task_btf
      r6 = r0
      ${text}
      exit`);
    expect(bench.check(accepted, believed(accepted), 1, 1)).toMatchObject({
      missing: 'fields of kernel objects',
      violation: undefined,
    });
  });
});

/** Fields of a number, and what makes each of them wrong by as little as can be. */
const NUMBER_FIELDS: Readonly<Record<string, Change>> = {
  'lowest signed': (w, r) => addOne(w, r + layout.SMIN, 1),
  'highest signed': (w, r) => addOne(w, r + layout.SMAX, -1),
  'lowest unsigned': (w, r) => addOne(w, r + layout.UMIN, 1),
  'highest unsigned': (w, r) => addOne(w, r + layout.UMAX, -1),
  'lowest of 32 signed bits': plus(layout.S32MIN, 1),
  'highest of 32 signed bits': plus(layout.S32MAX, -1),
  'lowest of 32 bits': plus(layout.U32MIN, 1),
  'highest of 32 bits': plus(layout.U32MAX, -1),
  'a known bit of the low word': flipped(layout.TNUM_VALUE, 1),
  'a known bit of the high word': flipped(layout.TNUM_VALUE + 1, 1 << 31),
};

function addOne(w: RecordedState, at: number, by: 1 | -1): void {
  const sum = ((BigInt(w[at + 1]) << 32n) | BigInt(w[at] >>> 0)) + BigInt(by);
  w[at] = Number(BigInt.asIntN(32, sum));
  w[at + 1] = Number(BigInt.asIntN(32, sum >> 32n));
}

/** Where a state with one slot in its outer frame has the callsite of its inner one. */
const INNER_CALLSITE = 1 + FRAME_HEAD + layout.REGS_SIZE + layout.SLOT_SIZE;

/** The record of a register or slot of the outermost frame (`R3`, `fp-8`). */
function recordOf(place: string): number {
  const [name, slots] = place.startsWith('R') ? [Number(place.slice(1)), 0] : [0, Number(place.slice(3)) / 8];
  const at = 1 + FRAME_HEAD;
  return slots === 0 ? at + name * layout.REG_SIZE : at + layout.REGS_SIZE + (slots - 1) * layout.SLOT_SIZE;
}

/** Runs a program whose beliefs before one instruction are changed. */
function violationWith(asm: string, insn: number, place: string, change: Change): string | undefined {
  const accepted = acceptedText(asm);
  const beliefs = believed(accepted);
  for (const state of beliefs[0].recorded.states[insn]) change(state, recordOf(place));
  return bench.check(accepted, beliefs, INPUTS, 1).violation;
}

const constant = PROGRAMS['numbers, their copies and the stack'];
const packet = PROGRAMS['a packet whose end is asked for'];
const values = PROGRAMS['values of maps, found or not'];
const functions = PROGRAMS['functions and callbacks'];

describe('a belief that is wrong by one is told', () => {
  it.each(Object.entries(NUMBER_FIELDS))('in a number: %s', (_, change) => {
    expect(violationWith(constant, 8, 'fp-8', () => {})).toBeUndefined();
    expect(violationWith(`.program main section=tc\nr0 = 5\nexit`, 1, 'R0', change)).toMatch(
      /insn 1 \(everything\).* R0 =/,
    );
    expect(violationWith(constant, 8, 'fp-16', change)).toMatch(/insn 8 .* fp-16 =/);
  });

  const CHANGES: readonly (readonly [string, string, number, string, Change])[] = [
    ['numbers whose difference is known', constant, 9, 'R5', plus(layout.OFF, 1)],
    [
      'a slot that is zero',
      constant,
      8,
      'fp-8',
      (w, r) => w.fill(0x03030303, r + layout.SLOT_TYPES, r + layout.SLOT_SIZE),
    ],
    ['where a stack pointer points', values, 4, 'R2', plus(layout.OFF, 1)],
    ['where the context is', packet, 0, 'R1', plus(layout.OFF, 1)],
    ['what is a pointer', packet, 0, 'R1', becomes(layout.TYPE, layout.PTR_TO_PACKET)],
    ['where a packet pointer points', packet, 4, 'R4', plus(layout.OFF, 1)],
    ['how far the packet reaches', packet, 5, 'R2', plus(layout.RANGE, 1)],
    ['where the packet ends', packet, 2, 'R3', becomes(layout.OFF, 1)],
    ['that a value may be missing', values, 8, 'R0', flipped(layout.TYPE, layout.PTR_MAYBE_NULL)],
    ['where in a value a pointer points', values, 18, 'R8', plus(layout.OFF, 1)],
    ['which map it is', values, 6, 'R1', plus(layout.MAP_PTR, -1)],
    ['what the caller keeps', functions, 14, 'R6', NUMBER_FIELDS['highest unsigned']],
    ['from where a function is called', functions, 15, 'R0', (w) => plus(INNER_CALLSITE, 1)(w, 0)],
  ];
  it.each(CHANGES)('%s', (_, asm, insn, place, change) => {
    expect(violationWith(asm, insn, place, () => {})).toBeUndefined();
    expect(violationWith(asm, insn, place, change)).toMatch(new RegExp(`insn ${insn} `));
  });

  it('an instruction that no path reached', () => {
    const accepted = acceptedText(constant);
    const beliefs = believed(accepted);
    delete beliefs[1].recorded.states[3];
    expect(bench.check(accepted, beliefs, 1, 1).violation).toMatch('insn 3 was never walked');
  });
});
