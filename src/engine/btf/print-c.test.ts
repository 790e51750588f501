/** Types as C, beside what bpftool printed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readObject } from '../elf/read.ts';
import { Btf } from './btf.ts';
import { BtfBuilder } from './build.ts';
import { printC } from './print-c.ts';

const CORPUS = new URL('../../conformance/corpus/', import.meta.url);

interface Invocation {
  readonly argv: readonly string[];
  readonly stdout: string;
}

function dumps(): readonly [string, string][] {
  const recorded = JSON.parse(readFileSync(new URL('golden/bpftool/sessions.json', CORPUS), 'utf8'));
  const invocations: readonly Invocation[] = recorded.sessions.flatMap(
    (session: { invocations: readonly Invocation[] }) => session.invocations,
  );
  return invocations
    .filter(({ argv }) => argv.slice(1, 4).join(' ') === 'btf dump file' && argv.at(-1) === 'c')
    .map(({ argv, stdout }) => [argv[4], stdout]);
}

/** What bpftool puts around the types. */
const BEFORE = `#ifndef __VMLINUX_H__
#define __VMLINUX_H__

#ifndef BPF_NO_PRESERVE_ACCESS_INDEX
#pragma clang attribute push (__attribute__((preserve_access_index)), apply_to = record)
#endif

`;

describe('C as bpftool prints it', () => {
  it.each(dumps())('%s', (path, stdout) => {
    const spec = readObject(new Uint8Array(readFileSync(new URL(path, CORPUS))), path);
    const btf = spec.ok && spec.value.btf !== undefined ? Btf.parse(spec.value.btf) : undefined;
    const text = btf?.ok ? printC(btf.value) : '';
    expect(stdout.startsWith(BEFORE + text)).toBe(true);
    expect(stdout.slice(BEFORE.length + text.length)).toMatch(
      /^#ifndef BPF_NO_PRESERVE_ACCESS_INDEX\n#pragma clang attribute pop/,
    );
  });
});

describe('declarations', () => {
  const b = new BtfBuilder();
  const int = b.int('int', 4, 1);
  const char = b.int('char', 1, 1);
  const constChar = b.reference('const', char);
  const string = b.pointer(constChar);
  const proto = b.funcProto(int, [
    { name: 'format', type: string },
    { name: '', type: 0 },
  ]);
  const list = b.nextId;
  b.struct('list', 32, [
    { name: 'next', type: b.nextId + 1, bitOffset: 0 },
    { name: 'print', type: b.nextId + 2, bitOffset: 64 },
    { name: 'grid', type: b.nextId + 4, bitOffset: 128 },
    { name: 'mode', type: b.nextId + 5, bitOffset: 192 },
    { name: 'end', type: char, bitOffset: 248 },
  ]);
  b.pointer(list);
  b.pointer(proto);
  const row = b.array(char, int, 3);
  b.array(row, int, 2);
  b.enum('', [
    { name: 'OFF', value: -1 },
    { name: 'ON', value: 1 },
  ]);
  const parsed = Btf.parse(b.bytes());

  it('of pointers to functions, arrays of arrays, anonymous enums, with padding', () => {
    expect(parsed.ok && printC(parsed.value)).toBe(`struct list {
	struct list *next;
	int (*print)(const char *format, ...);
	char grid[2][3];
	enum {
		OFF = -1,
		ON = 1,
	} mode;
	int: 24;
	char end;
};

`);
  });
});
