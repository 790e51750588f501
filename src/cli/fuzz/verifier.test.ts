import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TYPES } from '../../fuzz/catalogue.ts';
import { isDangerous, isSayable } from '../../fuzz/danger.ts';
import { generateProgram, RIGHTS } from '../../fuzz/generate.ts';
import { exit } from '../../fuzz/instructions.ts';
import { decodeItems, encodeItems } from '../../fuzz/item.ts';
import { requestOf } from '../../fuzz/program.ts';
import { type RecordedCase, withIds } from '../../fuzz/recorded-case.ts';
import { shrinkProgram } from '../../fuzz/shrink.ts';
import { SiteCoverage } from './coverage.ts';
import { differenceOf, logOf, nameOf, verdictOf } from './difference.ts';
import { messageSites } from './message-sites.ts';
import { ourId } from './oracle.ts';
import { ourAnswer } from './ours.ts';
import { whyOutOfReach } from './out-of-reach.ts';
import { ProgramSource } from './program-source.ts';
import { seedPrograms } from './seeds.ts';

const SEEDS = Array.from({ length: 120 }, (_, i) => i + 1);
const REGRESSIONS = join(import.meta.dirname, '../../conformance/regressions');

describe('random programs', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(generateProgram(7)).toEqual(generateProgram(7));
    expect(generateProgram(7).items).not.toEqual(generateProgram(8).items);
  });

  it('never bring a kernel near its trap, and can be said in raw mode', () => {
    for (const seed of SEEDS) {
      const program = generateProgram(seed);
      expect(isDangerous(program), `seed ${seed}`).toBe(false);
      expect(isSayable(program), `seed ${seed}`).toBe(true);
    }
  });

  it('get an answer, and not always the same', () => {
    const answers = SEEDS.map((seed) => ourAnswer(requestOf(generateProgram(seed), ourId)));
    const verdicts = answers.map((answer) => (answer === undefined ? 'too long' : verdictOf(answer)));
    expect(verdicts.filter((verdict) => verdict === 'accept').length).toBeGreaterThan(5);
    expect(verdicts.filter((verdict) => verdict === 'reject').length).toBeGreaterThan(50);
    expect(verdicts).not.toContain('crash');
    expect(verdicts).not.toContain('error');
  });

  it('survive being written and read again', () => {
    for (const seed of SEEDS) {
      const hex = encodeItems(generateProgram(seed).items, () => 7);
      expect(encodeItems(decodeItems(hex), () => 7)).toBe(hex);
    }
  });
});

describe('a program that shows something', () => {
  it('is made small: only what shows it is left', async () => {
    const calls = (items: readonly { readonly opcode: number; readonly imm: number }[]) =>
      items.some(({ opcode, imm }) => opcode === 0x85 && imm === 1);
    const program = SEEDS.map((seed) => generateProgram(seed)).find(({ items }) => items.length > 60 && calls(items));
    if (program === undefined) throw new Error('no program calls bpf_map_lookup_elem');
    const small = await shrinkProgram(program, async ({ items }) => calls(items));
    expect(small.items).toHaveLength(1);
    expect(small.maps).toEqual([]);
  });
});

describe('recorded answers of a kernel', () => {
  it.each(readdirSync(REGRESSIONS).filter((name) => name.endsWith('.json')))('%s', (name) => {
    const recorded: RecordedCase = JSON.parse(readFileSync(join(REGRESSIONS, name), 'utf8'));
    const ours = ourAnswer(withIds(recorded, ourId), recorded.rights);
    expect(ours?.verdict).toBe(recorded.answer.verdict);
    expect(ours?.errno).toBe(recorded.answer.errno);
    expect(logOf(ours ?? {})).toEqual(recorded.answer.log);
  });
});

describe('two answers', () => {
  const answer = (verdict: string, errno: number, log: string) => ({ verdict, errno, log });
  it.each([
    ['the same', answer('accept', 0, 'a\n'), answer('accept', 0, 'a\n'), undefined],
    ['another verdict', answer('reject', 13, 'a\n'), answer('accept', 0, 'a\n'), 'verdict: reject N a | accept N a'],
    ['another errno', answer('reject', 13, 'a\n'), answer('reject', 22, 'a\n'), 'errno: reject N a | reject N a'],
    ['another line', answer('accept', 0, 'a\nR1=5\n'), answer('accept', 0, 'a\nR1=P5\n'), 'log: RN=N | RN=PN'],
  ])('%s', (_, kernel, ours, name) => {
    const difference = differenceOf(kernel, ours);
    expect(difference && nameOf(difference)).toBe(name);
  });
});

describe('programs to begin with', () => {
  const seeds = [...seedPrograms(undefined)];

  it('are our own, each loaded by every kind of process', () => {
    expect(seeds.length).toBeGreaterThan(400);
    expect(new Set(seeds.map(({ rights }) => rights?.join() ?? 'all')).size).toBe(1 + RIGHTS.length);
  });

  it('get answers of all kinds, and show most messages within reach', () => {
    const coverage = new SiteCoverage();
    const ofRoot = seeds.filter(({ rights }) => rights === undefined);
    const answers = ofRoot.map((program) => ourAnswer(requestOf(program, ourId)) ?? {});
    const verdicts = answers.map(verdictOf);
    expect(verdicts.filter((verdict) => verdict === 'accept').length).toBeGreaterThan(30);
    expect(verdicts.filter((verdict) => verdict === 'reject').length).toBeGreaterThan(80);
    expect(verdicts).not.toContain('crash');
    for (const { log } of answers) coverage.note(String(log));
    expect(coverage.sites.length - coverage.unreached.length).toBeGreaterThan(180);
  });

  it('are varied into programs that can be said, and that are no danger', () => {
    const source = new ProgramSource(3, seeds.values());
    for (const program of seeds) source.keep(program, true);
    for (let i = 0; i < seeds.length; i++) source.next();
    const varied = Array.from({ length: 300 }, () => source.next().program);
    expect(varied.filter((program) => isSayable(program) && !isDangerous(program))).toHaveLength(300);
    expect(varied.filter(({ btf }) => btf !== TYPES.btf).length).toBeGreaterThan(50);
  });

  it('never name a catcher of exceptions beside a function that may be dead', () => {
    const catching = generateProgram(1);
    const starts = ['main_catch', 'S_less', 'X_catch'].map((name, item) => ({
      item,
      typeId: TYPES.functions[name].id,
    }));
    expect(isDangerous({ ...catching, items: [exit, exit, exit], starts })).toBe(true);
    expect(isDangerous({ ...catching, items: [exit, exit], starts: [starts[0], starts[2]] })).toBe(false);
  });

  it('never start a work queue but with a map that has fields', () => {
    const typed = { type: 'array', btf_value_type_id: 1 };
    const plain = { ...generateProgram(1), starts: [], maps: [typed, { type: 'array' }] };
    const address = (imm: number) => ({ ...exit, opcode: 0x18, dst: 2, src: 5, imm, high: 0 });
    const start = { ...exit, opcode: 0x85, src: 2, imm: 0, kernelName: 'bpf_wq_init' };
    const copy = { ...exit, opcode: 0xbf, dst: 2, src: 7 };
    const jump = { ...exit, opcode: 0x15, off: 0, target: 2 };
    expect(isDangerous({ ...plain, items: [address(0), start, exit] })).toBe(false);
    expect(isDangerous({ ...plain, items: [address(1), start, exit] })).toBe(true);
    expect(isDangerous({ ...plain, items: [copy, start, exit] })).toBe(true);
    expect(isDangerous({ ...plain, items: [jump, address(0), start, exit] })).toBe(true);
  });
});

describe('places of messages', () => {
  it('are found in a source, with what is open in them', () => {
    const source = `  v.verbose(\`R\${regno} is not a scalar\\n\`);
  return refuse(v, 'no such map');
  assert(x, 'never said');
`;
    const sites = messageSites({ 'a.ts': source });
    expect(sites.map(({ place, anchor }) => [place, anchor])).toEqual([
      ['a.ts:1', ' is not a scalar'],
      ['a.ts:2', 'no such map'],
    ]);
    const coverage = new SiteCoverage(sites);
    expect(coverage.note('R3 is not a scalar\n').sites).toHaveLength(1);
    expect(coverage.note('R4 is not a scalar\n').sites).toHaveLength(0);
    expect(coverage.unreached.map(({ text }) => text)).toEqual(['no such map']);
  });

  it('are many in the verifier', () => {
    expect(messageSites().length).toBeGreaterThan(400);
  });

  it('are out of reach for a reason, or within reach', () => {
    const site = (text: string) => ({ place: '', text, anchor: text, pattern: /x/ });
    expect(whyOutOfReach(site('verifier bug: more than one release argument'))).toBe(
      'the kernel would say that it has a bug',
    );
    expect(whyOutOfReach(site('R1 is not a scalar'))).toBeUndefined();
    expect(messageSites().filter((each) => whyOutOfReach(each) === undefined).length).toBeGreaterThan(400);
  });
});
