import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from './base64.ts';
import { parseScenario, type Scenario } from './scenario.ts';
import { parseScenarioText, printScenarioText } from './text.ts';

const TEXT = `title: The callback deletes its own element
kernel: 5.15
cpus: 2
seed: 7
switches: rcu_free_H=off
grain: insn
skip: sweep other
schedule: 3:1 17:0

# one packet, then nothing for a while
bpftool prog run name arm
@42 [nc@1] bpftool map delete name flows key 1 0 0 0
\\@home

-- flows.s --
.license "GPL"
\\-- not a heading --
-- other.o (base64) --
AAEC
-- packets.pcap (file) --
AAEC
`;

const SCENARIO: Scenario = {
  v: 1,
  title: 'The callback deletes its own element',
  machine: { kernel: '5.15', cpus: 2, seed: 7, switches: { rcu_free_H: false } },
  grain: 'insn',
  skip: ['sweep', 'other'],
  schedule: [
    [3, 1],
    [17, 0],
  ],
  script: [
    { line: '# one packet, then nothing for a while' },
    { line: 'bpftool prog run name arm' },
    { line: '[nc@1] bpftool map delete name flows key 1 0 0 0', at: 42 },
    { line: '@home' },
  ],
  programs: [
    { name: 'flows.s', asm: '.license "GPL"\n-- not a heading --\n' },
    { name: 'other.o', object: 'AAEC' },
  ],
  files: [{ name: 'packets.pcap', data: 'AAEC' }],
};

describe('the text of a scenario', () => {
  it('says what the scenario holds, and where it stands', () => {
    const parsed = parseScenarioText(TEXT);
    expect(parsed).toEqual({
      ok: true,
      value: {
        scenario: SCENARIO,
        scriptLines: [10, 11, 12, 13],
        programLines: new Map([
          ['flows.s', 15],
          ['other.o', 18],
          ['packets.pcap', 20],
        ]),
      },
    });
    expect(printScenarioText(SCENARIO).replace('\n@home', '\n\\@home')).toBe(TEXT);
  });

  it('holds every scenario exactly', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        fc.pre(parseScenario(scenario).ok);
        const parsed = parseScenarioText(printScenarioText(scenario));
        expect(parsed.ok ? parsed.value.scenario : parsed.error).toEqual(scenario);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('takes comments above the headers into the script, and reads files beside it', () => {
    const text = '# hello\nprogram: progs/a.s\nfile: a.pcap\ncpus: 1';
    const parsed = parseScenarioText(text, {
      program: (path) => ({ name: 'a.s', asm: `# ${path}\n` }),
      file: (name) => ({ name, data: 'AAEC' }),
    });
    expect(parsed.ok && parsed.value.scenario).toMatchObject({
      machine: { cpus: 1, kernel: '6.18' },
      script: [{ line: '# hello' }],
      programs: [{ name: 'a.s', asm: '# progs/a.s\n' }],
      files: [{ name: 'a.pcap', data: 'AAEC' }],
    });
  });

  it.each([
    ['cpus: two\n\n-- a.s --\n', '1:7: cpus: expected a whole number'],
    ['cpus: 900\n\n-- a.s --\n', '1:1: machine.cpus: Invalid value: Expected <=8 but received 900'],
    ['cpus: 1\ncpus: 2\n\n-- a.s --\n', '2:7: cpus: is there twice'],
    ['bpftool prog\n\n-- a.s --\n', '1:1: expected one of title, kernel, cpus, seed'],
    ['kernel: 6.18\nswitches: lock\n\n-- a.s --\n', '2:11: switches: "lock": expected NAME=on or NAME=off'],
    ['schedule: 1-2\n\n-- a.s --\n', '1:11: schedule: "1-2": expected CHOICE:PICK'],
    ['expect: step 3\n\n-- a.s --\n', '1:9: expect: expected "step N hash"'],
    ['grain: sand\n\n-- a.s --\n', '1:8: grain: expected point, visible or insn'],
    ['title: "x\n\n-- a.s --\n', '1:8: title: the quotes do not hold a JSON string'],
    ['program: a.o\n', '1:10: there is no file a.o'],
    ['file: a.pcap\n\n-- a.s --\n', '1:7: there is no file a.pcap'],
    ['cpus: 1\n\n-- a.o (base64) --\nAA\n*\n', '5:1: a.o is not base64'],
    ['cpus: 1\n\n-- a/b.s --\n', '3:1: programs.0'],
    ['cpus: 1\n\n-- a.s --\n-- a/b (file) --\n', '4:1: files.0'],
    ['', '1:1: there is no program'],
  ])('says what is wrong with %j', (text, message) => {
    const parsed = parseScenarioText(text);
    const messages = parsed.ok ? [] : parsed.error.map(({ at, message: what }) => `${at?.line}:${at?.column}: ${what}`);
    expect(messages.join('\n')).toContain(message);
  });
});

const fileName = fc.stringMatching(/^[a-z_.-]{1,12}$/);
const step = fc.nat(1_000_000);
const anyLine = fc.oneof(
  fc.stringMatching(/^(@1 |\\|-- a --|# )?[ -~]{0,20}$/),
  fc.string().map((text) => text.replaceAll('\n', '')),
);
const tricky = fc.constantFrom('-- x.s --', '\\-- x.s --', '\\ No newline at end of file', '', '\r', 'exit');
const assembly = fc.array(fc.oneof(tricky, anyLine), { maxLength: 6 }).map((lines) => lines.join('\n'));
const optional = { requiredKeys: [] };

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    title: fc.option(fc.string({ maxLength: 40 }), { nil: undefined }),
    programs: fc.array(
      fc.oneof(
        fc.record({ name: fileName, asm: assembly }),
        fc.record({ name: fileName, object: fc.uint8Array({ maxLength: 200 }).map(toBase64) }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    machine: fc.record({ cpus: fc.integer({ min: 1, max: 8 }), kernel: fc.constantFrom('v3', '6.18', '7.0') }),
    extra: fc.record({ seed: step, memoryMiB: fc.integer({ min: 4, max: 256 }) }, optional),
    switches: fc.option(fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), fc.boolean()), { nil: undefined }),
    script: fc.array(fc.record({ line: anyLine, at: step }, { requiredKeys: ['line'] }), { maxLength: 6 }),
    grain: fc.constantFrom('point' as const, 'visible' as const, 'insn' as const),
    schedule: fc.option(fc.array(fc.tuple(step, fc.nat(0xffff)), { maxLength: 30 }), { nil: undefined }),
    expect: fc.option(fc.record({ step, runHash: fc.stringMatching(/^[0-9a-f]{16}$/) }), { nil: undefined }),
  })
  .map(({ title, machine, extra, switches, schedule, expect: promised, ...rest }) => ({
    v: 1 as const,
    ...rest,
    machine: { ...machine, ...extra, ...(switches && { switches }) },
    ...(title !== undefined && { title }),
    ...(schedule && { schedule }),
    ...(promised && { expect: promised }),
  }));
