/** The loader against what libbpf and the kernel did with the conformance corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { toHex } from '../../lib/bytes.ts';
import { assemble } from '../asm/assemble.ts';
import { readObject } from '../elf/read.ts';
import type { CollectionSpec } from '../program/spec.ts';
import type { Loaded } from './load.ts';
import { loadCollection } from './load.ts';

const CORPUS = new URL('../../conformance/corpus/', import.meta.url);

interface GoldenProgram {
  readonly name: string;
  readonly section: string;
  readonly prog_type_id: number;
  readonly expected_attach_type: number;
  readonly verdict: string;
  readonly stage: string;
  readonly errno: number;
  readonly insn_cnt: number;
  readonly insns?: string;
}

interface Golden {
  readonly object: string;
  readonly open_error?: number;
  readonly maps: readonly Record<string, unknown>[];
  readonly maps_created_without_btf: readonly string[];
  readonly object_btf_refused: boolean;
  readonly programs: readonly GoldenProgram[];
}

function goldens(): readonly Golden[] {
  const root = new URL('golden/', CORPUS);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort();
  const all = names.map((name) => JSON.parse(readFileSync(new URL(name, root), 'latin1')));
  return all.filter((golden) => Array.isArray(golden.programs) && typeof golden.object === 'string');
}

function open(object: string): CollectionSpec {
  const spec = readObject(readFileSync(new URL(`objects/${object}`, CORPUS)), object);
  if (!spec.ok) throw new Error(spec.error.map(({ message }) => message).join('; '));
  return spec.value;
}

/** What the recording says about one program, as far as the loader decides it. */
function summary(golden: GoldenProgram): Record<string, unknown> {
  const { name, section, prog_type_id, expected_attach_type, stage, insn_cnt } = golden;
  const failed = stage === 'object' ? { errno: golden.errno } : {};
  return { name, section, prog_type_id, expected_attach_type, stage, insn_cnt, ...failed };
}

/** The same of ours. A program that fails after the verifier's accept counts as failed where the recording says so. */
function ours(
  { spec, insnCount, outcome }: Loaded['programs'][number],
  golden: GoldenProgram,
): Record<string, unknown> {
  const failure = outcome.stage === 'object' ? outcome : golden.stage === 'object' ? outcome.afterwards : undefined;
  return {
    name: spec.name,
    section: spec.section,
    prog_type_id: spec.type,
    expected_attach_type: spec.expectedAttachType,
    stage: failure === undefined ? 'prog' : 'object',
    insn_cnt: insnCount,
    ...(failure !== undefined && { errno: failure.errno }),
  };
}

/** Calls of kernel functions carry ids of the recording kernel: blank them on both sides. */
function withoutKernelIds(hex: string): string {
  return hex.replace(/.{16}/g, (insn) =>
    /^8520/.test(insn) ? '8520000000000000' : /^18[0-9a-f]?3/.test(insn) ? insn.slice(0, 8) : insn,
  );
}

describe('the loader agrees with libbpf and the kernel', () => {
  it.each(goldens().map((golden) => [golden.object, golden] as const))('%s', (object, golden) => {
    const spec = open(object);
    expect(spec.openErrno).toBe(golden.open_error);
    const maps = spec.maps.map(({ name, type, keySize, valueSize, maxEntries, flags }) => ({
      name,
      type,
      key_size: keySize,
      value_size: valueSize,
      max_entries: maxEntries,
      map_flags: flags,
    }));
    expect(maps).toEqual(golden.maps);
    const loaded = loadCollection(spec);
    expect(loaded.mapsWithoutBtf.toSorted()).toEqual(golden.maps_created_without_btf);
    expect(loaded.btfRefusal !== undefined).toBe(golden.object_btf_refused);
    expect(loaded.programs.map((program, i) => ours(program, golden.programs[i]))).toEqual(
      golden.programs.map(summary),
    );
    for (const [i, { insns }] of golden.programs.entries()) {
      const { outcome } = loaded.programs[i];
      if (insns === undefined) continue;
      expect(outcome.stage === 'prog' && withoutKernelIds(toHex(outcome.request.insns))).toBe(withoutKernelIds(insns));
    }
  });
});

/** Declarations of a kernel variable, and what libbpf says about the whole object; nothing where it loads. */
const KERNEL_VARIABLES: readonly [declaration: string, errno: number, message: string | undefined][] = [
  ['.extern nothing', 3, "extern 'nothing' (strong): not resolved"],
  ['.extern nothing: int', 22, "extern (var ksym) 'nothing': not found in kernel or module BTFs"],
  ['.weak nothing', 0, undefined],
];

describe('a variable that the kernel does not list', () => {
  it.each(KERNEL_VARIABLES)('%s', (declaration, errno, message) => {
    const text = `${declaration}\n.program p section=tc\n    r0 = nothing ll\n    r0 &= 1\n    exit\n`;
    const assembled = assemble(text, 'p.s');
    const loaded = loadCollection(defined(assembled.ok ? assembled.value.spec : undefined, 'spec'));
    expect(loaded.messages).toEqual(message === undefined ? [] : [message]);
    expect(loaded.programs[0].outcome).toMatchObject(errno === 0 ? { stage: 'prog' } : { stage: 'object', errno });
  });

  it('may be a function, which has an address', () => {
    const text = '.extern bpf_wq_start\n.program p section=tc\n    r0 = bpf_wq_start ll\n    r0 &= 1\n    exit\n';
    const assembled = assemble(text, 'p.s');
    const { outcome } = loadCollection(defined(assembled.ok ? assembled.value.spec : undefined, 'spec')).programs[0];
    expect(outcome.stage === 'prog' && toHex(outcome.request.insns.subarray(12, 16))).toBe('ffffffff');
  });
});
