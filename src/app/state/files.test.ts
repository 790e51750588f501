import { describe, expect, it } from 'vitest';
import { readFiles } from './files.ts';

const SCENARIO = 'title: t\n\nsleep 1ms\n\n-- p.s --\n.program p section=xdp\n    exit\n';
const JSON_SCENARIO = JSON.stringify({
  v: 1,
  programs: [{ name: 'p.s', asm: 'exit\n' }],
  machine: { cpus: 2, kernel: '6.18' },
  script: [],
  grain: 'insn',
});
/** A capture of one packet of two bytes. */
const CAPTURE = new Uint8Array(42);
new DataView(CAPTURE.buffer).setUint32(0, 0xa1b2c3d4, true);
new DataView(CAPTURE.buffer).setUint32(32, 2, true);

/** Files by name and content, and what they are taken for. */
const FILES: readonly [name: string, content: string | Uint8Array<ArrayBuffer>, found: string][] = [
  ['p.s', 'exit\n', 'text p.s'],
  ['notes', 'exit\n', 'text notes'],
  ['p.o', Uint8Array.of(0x7f, 0x45), 'object p.o'],
  ['zeros', new Uint8Array(9), 'object zeros'],
  ['a.pcap', CAPTURE, 'capture a.pcap'],
  ['run.rearm', SCENARIO, 'scenario t'],
  ['run.json', JSON_SCENARIO, 'scenario p.s'],
  ['a.c', 'int a;', 'refused a.c is C. Open the object file that clang made of it.'],
  ['bad.json', '{', 'refused bad.json: '],
  ['bad.rearm', 'kernel 6.18\n', 'refused bad.rearm: line 1: '],
  ['cut.pcap', CAPTURE.subarray(0, 30), 'refused cut.pcap: there is no packet in this capture'],
  ['zeros.pcap', new Uint8Array(40), 'refused zeros.pcap: unknown file format'],
  ['large.o', new Uint8Array(6_000_000), 'refused large.o has 6.0'],
];

async function drawn(files: readonly File[]): Promise<string> {
  const { programs, sources, scenarios, captures, refused } = await readFiles(files);
  return [
    ...programs.map((program) => `${program.is} ${program.name}`),
    ...(programs.length === 0 ? [] : sources.map(({ name }) => `source ${name}`)),
    ...scenarios.map(({ title, programs: [program] }) => `scenario ${title ?? program.name}`),
    ...captures.map(({ name }) => `capture ${name}`),
    ...refused.map((why) => `refused ${why}`),
  ].join('; ');
}

describe('a file', () => {
  it.each(FILES)('%s', async (name, content, found) => {
    expect(await drawn([new File([content], name)])).toContain(found);
  });

  it('may come with others', async () => {
    const files = ['p.s', 'p.s', 'p.c'].map((name) => new File(['exit\n'], name));
    expect(await drawn(files)).toBe('text p.s; text p-2.s; source p.c');
  });
});
