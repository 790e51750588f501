/**
 * Every instruction with edge values. The tables in `testdata/exec` hold what Linux 6.18 answered; only the last ten
 * programs, which have memory or fail, cannot be asked there.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble } from '../engine/asm/assemble.ts';
import { toHex } from '../lib/bytes.ts';
import type { Host } from './command.ts';
import { execCommand } from './exec.ts';

const lines = (name: string): readonly string[] =>
  readFileSync(new URL(`testdata/exec/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');

function assembled(text: string): { readonly code: string; readonly object: string } {
  const result = assemble(text, 'test.s');
  if (!result.ok) throw new Error(`${text}: ${result.error[0].message}`);
  return { code: toHex(result.value.sections[0].bytes), object: toHex(result.value.object) };
}

/** What the command prints for a program in hex. */
async function printed(program: string, args: readonly string[] = []): Promise<string> {
  let text = '';
  const host: Host = {
    out: (more) => {
      text += more;
    },
    error: (more) => {
      text += more;
    },
    readFile: () => undefined,
    writeFile: () => false,
    async *lines() {
      yield program;
    },
  };
  await execCommand(args, host);
  return text.trim();
}

interface Group {
  readonly insn: string;
  /** Values of r0 and r1, and the result. */
  readonly cases: readonly (readonly string[])[];
}

/** An instruction in a line of its own, then a line for each pair of operands. */
function groupsOf(name: string): readonly Group[] {
  const groups: { insn: string; cases: string[][] }[] = [];
  for (const line of lines(name)) {
    if (!line.startsWith(' ')) groups.push({ insn: line, cases: [] });
    else groups.at(-1)?.cases.push(line.trim().split(' '));
  }
  return groups;
}

/** One program for all cases of an instruction: r0 and r1 come from memory. */
async function answers({ cases }: Group, body: string): Promise<readonly string[]> {
  const { code } = assembled(`r2 = r1\nr0 = *(u64 *)(r2 + 0)\nr1 = *(u64 *)(r2 + 8)\n${body}\nexit`);
  const results = cases.map(async ([a, ...rest]) => {
    const b = rest.length > 1 ? rest[0] : '0';
    return [a, ...rest.slice(0, -1), await printed(code, [`${littleEndian(a)}${littleEndian(b)}`])].join(' ');
  });
  return Promise.all(results);
}

/** A number in hex as eight bytes, the lowest first. */
const littleEndian = (value: string): string =>
  Array.from({ length: 8 }, (_, i) => value.padStart(16, '0').slice(14 - 2 * i, 16 - 2 * i)).join('');

describe('arithmetic', () => {
  it.each(groupsOf('arithmetic.txt'))('$insn', async (group) => {
    expect(await answers(group, group.insn)).toEqual(group.cases.map((one) => one.join(' ')));
  });
});

describe('jumps', () => {
  it.each(groupsOf('jumps.txt'))('$insn', async (group) => {
    const body = `r2 = 1\n${group.insn} goto +1\nr2 = 0\nr0 = r2`;
    expect(await answers(group, body)).toEqual(group.cases.map((one) => one.join(' ')));
  });
});

/** `FILL` in a program: sixteen known bytes on the stack. */
const FILL = 'r1 = 0xf1e2d3c4b5a69788 ll; *(u64 *)(r10 - 16) = r1; r2 = 0x0123456789abcdef ll; *(u64 *)(r10 - 8) = r2';

describe('programs', () => {
  it.each(lines('programs.txt').map((line) => line.split(/ = (.*)/s)))('%s = %s', async (result, text) => {
    const { code } = assembled(text.replace('FILL', FILL));
    expect(await printed(code, ['1122334455667788'])).toBe(result);
  });

  it('come as arguments and as objects too', async () => {
    const { code, object } = assembled(
      '.globl main\n.type main,@function\nmain: r1 = r2\ncall f\nexit\nf: r0 = r1\nr0 += 1\nexit\n.size main, .-main',
    );
    expect(await printed('', ['--program', code, '0102', '--debug'])).toBe('3');
    expect(await printed(object, ['0102', '--elf'])).toBe('3');
    const other = assembled(`.program first section=tc\n r0 = 1\n exit\n.program second section=tc\n call f\n exit
      .function f\n r0 = 7\n exit`);
    expect(await printed(other.object, ['--elf', '--function', 'second'])).toBe('7');
    expect(await printed(other.object, ['--elf', '--function', 'third'])).toBe('no function third in the object');
  });
});
