/** What a run of the soundness fuzzer has seen, as a table. */
import { LD_IMM64 } from '../../../engine/isa/constants.ts';
import type { Accepted } from './accepted.ts';
import type { Outcome } from './check-program.ts';

/** Lines of the table of productions: those that most programs have. */
const COUNTED_PARTS: Readonly<Record<string, (accepted: Accepted) => boolean>> = {
  'with subprograms or callbacks': ({ verified }) => verified.subprogStarts.length > 1,
  'with a timer': ({ load }) => load.maps.some(({ record }) => (record?.fields.length ?? 0) > 0),
  'with maps': ({ load }) => load.maps.length > 0,
  'with loops': ({ load }) => hasBackwardJump(load.insns),
};

const JUMPS: ReadonlySet<number> = new Set([5, 6]);

/** An instruction of the classes JMP and JMP32 that is no call and no exit, and leads backwards. */
function hasBackwardJump(insns: Uint8Array): boolean {
  for (let at = 0; at < insns.length; at += 8) {
    const op = insns[at] & 0xf0;
    if (JUMPS.has(insns[at] & 7) && op !== 0x80 && op !== 0x90 && insns[at + 3] >= 0x80) return true;
  }
  return false;
}

/** Instructions that the verifier came to; one of two slots is one. */
export function walkedInstructions({ load, verified }: Accepted): number {
  let walked = 0;
  for (let slot = 0; 8 * slot < load.insns.length; slot += load.insns[8 * slot] === LD_IMM64 ? 2 : 1)
    if (verified.facts.dead[slot] === 0) walked++;
  return walked;
}

const countOf = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);

export class Figures {
  /** Programs that were accepted, walked in all their values, and run on all inputs. */
  programs = 0;
  violations = 0;
  private readonly inputs: number;
  private made = 0;
  private accepted = 0;
  private repaired = 0;
  private tooLong = 0;
  private kernelsOwn = 0;
  private instructions = 0;
  private walked = 0;
  private reached = 0;
  private cut = 0;
  private refused = 0;
  private readonly lengths: number[] = [];
  private readonly types = new Map<string, number>();
  private readonly parts = new Map<string, number>();
  private readonly missing = new Map<string, number>();

  constructor(inputs: number) {
    this.inputs = inputs;
  }

  /** A program of a type that can be run was made. */
  generated(accepted: Accepted | undefined): void {
    this.made++;
    if (accepted === undefined) return;
    this.accepted++;
    if (accepted.repairs > 0) this.repaired++;
  }

  checked(accepted: Accepted, outcome: Outcome | undefined): void {
    if (outcome === undefined) this.tooLong++;
    else if (outcome.missing !== undefined) add(this.missing, outcome.missing);
    else this.ran(accepted, outcome);
  }

  private ran(accepted: Accepted, { instructions, reached, cut, refused, isKernelsOwn, violation }: Outcome): void {
    const { load, program } = accepted;
    this.programs++;
    if (violation !== undefined) this.violations++;
    if (isKernelsOwn) this.kernelsOwn++;
    this.instructions += instructions;
    this.lengths.push(load.insns.length / 8);
    this.walked += walkedInstructions(accepted);
    this.reached += countOf(reached);
    this.cut += cut;
    this.refused += refused;
    add(this.types, String(program.type));
    for (const [name, has] of Object.entries(COUNTED_PARTS)) if (has(accepted)) add(this.parts, name);
  }

  table(): string {
    const { programs } = this;
    const runs = programs * this.inputs;
    const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
    const lengths = this.lengths.sort((a, b) => a - b);
    const skipped = [...this.missing.values()].reduce((sum, each) => sum + each, 0);
    const rows: readonly (readonly [string, string])[] = [
      ['programs made', `${this.made}`],
      ['  accepted', `${this.accepted} (${percent(this.accepted, this.made)})`],
      ['  of these without some instructions that were refused', `${this.repaired}`],
      ['  left out: too many states to keep all values', `${this.tooLong}`],
      ['  left out: call or read what the machine does not have', `${skipped}`],
      ['programs checked', `${programs}`],
      ...sorted(this.types).map(([type, each]) => [`  ${type}`, `${each}`] as const),
      ...Object.keys(COUNTED_PARTS).map((name) => [`  ${name}`, `${this.parts.get(name) ?? 0}`] as const),
      ['slots of a program: median, longest', `${lengths[lengths.length >> 1] ?? 0}, ${lengths.at(-1) ?? 0}`],
      ['runs', `${runs} (${this.inputs} inputs each)`],
      ['  ended by their budget of instructions', `${this.cut} (${percent(this.cut, runs)})`],
      ['  refused by the kernel', `${this.refused} (${percent(this.refused, runs)})`],
      ['instructions checked', `${this.instructions}`],
      [
        'instructions of the programs reached',
        `${percent(this.reached, this.walked)} of those that the verifier walked`,
      ],
      ['programs in which the kernel itself is wrong (docs/deviations.md)', `${this.kernelsOwn}`],
      ['violations', `${this.violations}`],
    ];
    const width = Math.max(...rows.map(([name]) => name.length)) + 2;
    return `${rows.map(([name, value]) => `${name.padEnd(width)}${value}`).join('\n')}\n${this.missingLines()}`;
  }

  private missingLines(): string {
    return sorted(this.missing)
      .map(([what, each]) => `  not simulated: ${what} (${each})\n`)
      .join('');
  }
}

const sorted = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1]);

const add = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};
