/** `rearm fuzz verifier`: random programs to our verifier and to a running kernel; where their answers differ. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDangerous, isSayable } from '../../fuzz/danger.ts';
import { type FuzzProgram, isRun, requestElsewhere, requestOf } from '../../fuzz/program.ts';
import { shrinkProgram } from '../../fuzz/shrink.ts';
import { type Command, EXIT_OK, EXIT_REJECTED, type Host, usage } from '../command.ts';
import { type Json, stringField } from '../json.ts';
import { SiteCoverage } from './coverage.ts';
import {
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceKind,
  differenceOf,
  nameOf,
  resultOf,
  verdictOf,
} from './difference.ts';
import { kernelIdsHere, Oracles, ourId } from './oracle.ts';
import { ourAnswer } from './ours.ts';
import { ProgramSource } from './program-source.ts';
import { recordCase } from './record.ts';
import { seedPrograms } from './seeds.ts';
import { reportSites } from './site-report.ts';

const USAGE =
  'usage: rearm fuzz verifier [--seconds N] [--seed S] [--programs N] [--record DIR] [--corpus DIR] [--oracle FILE]';

interface Options {
  readonly seconds: number;
  readonly seed: number;
  readonly programs: number;
  readonly record: string | undefined;
  readonly corpus: string | undefined;
  readonly oracle: string;
}

export const fuzzVerifierCommand: Command = async (args, host) => {
  const options = parse(args);
  if (typeof options === 'string') return usage(host, options, USAGE);
  const run = new VerifierFuzz(options, host);
  return (await run.play()) ? EXIT_OK : EXIT_REJECTED;
};

function parse(args: readonly string[]): Options | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      programs: { type: 'string', default: '1000000000' },
      record: { type: 'string' },
      corpus: { type: 'string' },
      oracle: { type: 'string', default: process.env.REARM_ORACLE ?? '' },
    },
  });
  const [seconds, seed, programs] = [values.seconds, values.seed, values.programs].map(Number);
  if (![seconds, seed, programs].every(Number.isInteger)) return 'whole numbers are wanted';
  if (values.oracle === '') return 'no kernel to ask: --oracle FILE or REARM_ORACLE names the program that asks one';
  if (!existsSync(values.oracle)) return `${values.oracle} is not there`;
  return { seconds, seed, programs, record: values.record, corpus: values.corpus, oracle: values.oracle };
}

interface Asked {
  /** Which of the run it is. */
  readonly number: number;
  readonly program: FuzzProgram;
  readonly ours: Json;
  readonly kernel: Promise<Json | undefined>;
}

/** Differences that are made small; the others are only counted. */
const MAX_SHRUNK = 40;
const BATCH = 200;

class VerifierFuzz {
  private readonly options: Options;
  private readonly host: Host;
  private readonly oracle: Oracles;
  private readonly idHere = kernelIdsHere();
  private readonly counts = { programs: 0, accepted: 0, tooLong: 0, run: 0 };
  private readonly found = new Map<
    string,
    { readonly difference: Difference; readonly number: number; count: number }
  >();
  private readonly coverage = new SiteCoverage();
  private readonly source: ProgramSource;

  constructor(options: Options, host: Host) {
    this.options = options;
    this.host = host;
    this.oracle = new Oracles(options.oracle);
    this.source = new ProgramSource(options.seed, seedPrograms(options.corpus));
  }

  /** True if nothing differs. */
  async play(): Promise<boolean> {
    await this.askAll();
    this.oracle.close();
    this.report();
    reportSites(this.host, this.coverage);
    return this.found.size === 0;
  }

  private async askAll(): Promise<void> {
    const end = performance.now() + 1000 * this.options.seconds;
    let before: readonly Asked[] = [];
    while (performance.now() < end && this.counts.programs < this.options.programs) {
      const asked = Array.from({ length: BATCH }, () => this.ask()).filter((each) => each !== undefined);
      await this.judgeAll(before);
      before = asked;
    }
    await this.judgeAll(before);
  }

  private ask(): Asked | undefined {
    const { number, program } = this.source.next();
    const request = requestOf(program, ourId);
    const ours = ourAnswer(request, program.rights);
    if (ours === undefined) {
      this.counts.tooLong++;
      return undefined;
    }
    const news = this.coverage.note(stringField(ours, 'log', ''));
    if (news.shapes > 0) this.source.keep(program, news.sites.length > 0);
    return { number, program, ours, kernel: this.askKernel(program, request) };
  }

  private async judgeAll(asked: readonly Asked[]): Promise<void> {
    for (const each of asked) {
      const kernel = await each.kernel;
      if (kernel === undefined) throw new Error(`the oracle is gone (program ${each.number})`);
      await this.judge(each, kernel);
    }
  }

  private async judge({ number, program, ours }: Asked, kernel: Json): Promise<void> {
    this.counts.programs++;
    if (verdictOf(kernel) === 'accept') {
      this.counts.accepted++;
      if (isRun(program)) this.counts.run++;
    }
    const difference = differenceOf(kernel, ours);
    if (difference === undefined || !(await this.isStable(program, kernel, difference))) return;
    const name = nameOf(difference);
    const known = this.found.get(name);
    if (known !== undefined) known.count++;
    else {
      this.found.set(name, { difference, number, count: 1 });
      await this.shrink(program, difference, number);
    }
  }

  /** Makes a program small that shows a difference, and keeps it with the kernel's answer. */
  private async shrink(program: FuzzProgram, { kind }: Difference, number: number): Promise<void> {
    if (this.options.record === undefined || this.found.size > MAX_SHRUNK) return;
    const small = await shrinkProgram(program, async (each) => (await this.compare(each))?.difference?.kind === kind);
    const compared = await this.compare(small);
    if (compared?.difference === undefined) return;
    const shows = nameOf(compared.difference);
    const recorded = recordCase(small, shows, compared.kernel);
    const path = join(this.options.record, `${kind}-${this.options.seed}-${number}.json`);
    this.host.writeFile(path, new TextEncoder().encode(`${JSON.stringify(recorded, null, 1)}\n`));
  }

  private askKernel(program: FuzzProgram, request: Json): Promise<Json | undefined> {
    return this.oracle.ask(requestElsewhere(program, request, this.idHere), program.rights);
  }

  /** Both answers to a program; undefined if it is not to be asked. */
  private async compare(
    program: FuzzProgram,
  ): Promise<{ kernel: Json; difference: Difference | undefined } | undefined> {
    if (isDangerous(program) || !isSayable(program)) return undefined;
    const request = requestOf(program, ourId);
    const ours = ourAnswer(request, program.rights);
    if (ours === undefined) return undefined;
    const kernel = await this.askKernel(program, request);
    if (kernel === undefined) return undefined;
    const difference = differenceOf(kernel, ours);
    const isOurs = difference === undefined || (await this.isStable(program, kernel, difference));
    return { kernel, difference: isOurs ? difference : undefined };
  }

  /** A program that shows addresses gives something else each time: then nobody is wrong. */
  private async isStable(program: FuzzProgram, kernel: Json, { kind }: Difference): Promise<boolean> {
    if (kind !== 'result') return true;
    const again = await this.askKernel(program, requestOf(program, ourId));
    return again !== undefined && resultOf(again) === resultOf(kernel);
  }

  /** Programs whose answers differ first in this. */
  private differing(kind: DifferenceKind): number {
    const counts = [...this.found.values()].map((each) => (each.difference.kind === kind ? each.count : 0));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private report(): void {
    const { programs, accepted, tooLong, run } = this.counts;
    this.host.out(`${programs} programs, ${accepted} accepted, ${run} results compared, ${tooLong} too long\n`);
    const differing = DIFFERENCE_KINDS.map((kind) => `${kind} ${this.differing(kind)}`);
    this.host.out(`differences: ${differing.join(', ')}\n`);
    const sorted = [...this.found].sort(([, a], [, b]) => b.count - a.count);
    for (const [name, { number, count, difference }] of sorted) {
      this.host.out(
        `${count} x ${name}\n   program ${number}\n   want ${difference.want}\n   got  ${difference.got}\n`,
      );
    }
  }
}
