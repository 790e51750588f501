/**
 * The kernel's own types, as far as programs meet them: a recorded part of 6.18.44's BTF, `vmlinux-types.json`,
 * written by `scripts/record-vmlinux-btf.mjs`. Ids are ours, not those of a running kernel.
 *
 * One type a string, the first has id 1: kind, name (`-` if it has none, `+` for blanks), then by kind
 *
 *   int SIZE ENCODING BITS · float SIZE · ptr, typedef, volatile, const, restrict, type_tag TYPE · fwd IS_UNION
 *   array TYPE INDEX_TYPE LENGTH · struct, union SIZE member:TYPE:BIT_OFFSET[:BITS]… · enum name=value…
 *   func_proto RETURNS param:TYPE… · func PROTO LINKAGE · var TYPE LINKAGE · decl_tag TYPE COMPONENT
 *
 * A struct without members is one that is only pointed to.
 */
import { defined, unreachable } from '../../lib/assert.ts';
import { Btf } from '../btf/btf.ts';
import type { MemberSpec } from '../btf/build.ts';
import { BtfBuilder } from '../btf/build.ts';
import type { KernelTypes } from '../btf/fields.ts';
import recordedTypes from './vmlinux-types.json' with { type: 'json' };

const LINE_KINDS = [
  'int',
  'float',
  'ptr',
  'typedef',
  'volatile',
  'const',
  'restrict',
  'type_tag',
  'fwd',
  'array',
  'struct',
  'union',
  'enum',
  'func_proto',
  'func',
  'var',
  'decl_tag',
] as const;

type LineKind = (typeof LINE_KINDS)[number];

const lineKind = (word: string): LineKind =>
  defined(
    LINE_KINDS.find((kind) => kind === word),
    `kind ${word}`,
  );

const bareName = (word: string): string => (word === '-' ? '' : word.replaceAll('+', ' '));

function parseMember(word: string): MemberSpec {
  const [name, type, bitOffset, bits = '0'] = word.split(':');
  return { name: bareName(name), type: Number(type), bitOffset: Number(bitOffset), bitfieldSize: Number(bits) };
}

function parseParam(word: string): { name: string; type: number } {
  const [name, type] = word.split(':');
  return { name: bareName(name), type: Number(type) };
}

function parseEnumerator(word: string): { name: string; value: number } {
  const [name, value] = word.split('=');
  return { name, value: Number(value) };
}

/** Adds the type of one line; `words` are what follows kind and name. */
function addType(btf: BtfBuilder, kind: LineKind, name: string, words: readonly string[]): number {
  const number = (index: number): number => Number(words[index]);
  switch (kind) {
    case 'int':
      return btf.int(name, number(0), number(1), number(2));
    case 'float':
      return btf.float(name, number(0));
    case 'ptr':
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
      return btf.reference(kind, number(0), name);
    case 'fwd':
      return btf.fwd(name, words[0] === '1');
    case 'array':
      return btf.array(number(0), number(1), number(2));
    case 'struct':
    case 'union':
      return btf.struct(name, number(0), words.slice(1).map(parseMember), kind);
    case 'enum':
      return btf.enum(name, words.map(parseEnumerator));
    case 'func_proto':
      return btf.funcProto(number(0), words.slice(1).map(parseParam));
    case 'func':
      return btf.func(name, number(0), number(1));
    case 'var':
      return btf.variable(name, number(0), number(1));
    case 'decl_tag':
      return btf.declTag(name, number(0), number(1));
    default:
      return unreachable(kind);
  }
}

function build(lines: readonly string[]): Btf {
  const builder = new BtfBuilder();
  for (const line of lines) {
    const [kind, name, ...words] = line.split(' ');
    addType(builder, lineKind(kind), bareName(name), words);
  }
  const parsed = Btf.parse(builder.bytes());
  return defined(parsed.ok ? parsed.value : undefined, 'the recorded kernel BTF');
}

let built: Btf | undefined;
let isRecorded = true;

/** The kernel's types: the recorded ones, built when first asked for, always the same object. kernel: btf_vmlinux */
export function vmlinuxBtf(): Btf {
  built ??= build(recordedTypes);
  return built;
}

/**
 * Takes the types of a user's own kernel in place of the recorded ones; for a process that has not asked for any yet.
 * False if it has.
 */
export function replaceVmlinuxBtf(btf: Btf): boolean {
  if (built !== undefined) return false;
  built = btf;
  isRecorded = false;
  return true;
}

/** Kernel types whose referenced pointers may be kept in maps. kernel: register_btf_id_dtor_kfuncs() */
const WITH_DESTRUCTOR: ReadonlySet<string> = new Set([
  'task_struct',
  'cgroup',
  'bpf_cpumask',
  'bpf_crypto_ctx',
  'prog_test_ref_kfunc',
  'prog_test_member',
]);

/** What parsing the special fields of a map value needs to know of the kernel. Most need none of its types. */
export const kernelTypes = (): KernelTypes => ({
  get btf() {
    return vmlinuxBtf();
  },
  hasDestructor: (typeId) => WITH_DESTRUCTOR.has(vmlinuxBtf().name(typeId)),
  isPartial: isRecorded,
});
