import { describe, expect, it } from 'vitest';
import { defined } from '../../lib/assert.ts';
import { Btf } from '../btf/btf.ts';
import { loadBtf } from '../btf/check.ts';
import { printC } from '../btf/print-c.ts';
import type { CollectionSpec } from '../program/spec.ts';
import { assemble } from './assemble.ts';
import { disassemble } from './disassemble.ts';

function specOf(text: string): CollectionSpec {
  const result = assemble(text, 'test.s');
  if (!result.ok) throw new Error(result.error.map(({ at, message }) => `${at?.line}: ${message}`).join('\n'));
  expect(result.value.spec.openErrors).toBeUndefined();
  return result.value.spec;
}

function btfOf({ btf }: CollectionSpec): Btf {
  const bytes = defined(btf, 'BTF');
  const loaded = loadBtf(bytes);
  if (!loaded.ok) throw new Error(loaded.error.message || `errno ${loaded.error.errno}`);
  const parsed = Btf.parse(bytes);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

/** The declared type as C, in one line. */
function inC(text: string, name: string): string {
  const btf = btfOf(specOf(text));
  const lines = printC(btf, [defined(btf.find(name), name)]);
  return (lines.trim().split('\n\n').at(-1) ?? '').replace(/\s+/g, ' ');
}

const TYPES: readonly (readonly [text: string, c: string])[] = [
  ['.struct t { a: u32:3; b: u32:29; c: s8 }', 'struct t { unsigned int a: 3; unsigned int b: 29; signed char c; };'],
  [
    '.struct t packed { kind: u8; length: u32 }',
    'struct t { unsigned char kind; unsigned int length; } __attribute__((packed));',
  ],
  ['.struct t size=16 { a: u8 @ 5 }', 'struct t { long: 40; unsigned char a; long: 64; };'],
  [
    '.struct t {\n a: u8\n union {\n  b: u32\n  c: struct { d: u16; e: bool }[2]\n }\n}',
    'struct t { unsigned char a; union { unsigned int b; struct { unsigned short d; _Bool e; } c[2]; }; };',
  ],
  [
    '.struct t { next: *t; f: *func(*t, u32) int }',
    'struct t { struct t *next; int (*f)(struct t *, unsigned int); };',
  ],
  [
    '.struct t { a: *__kptr task_struct; b: *const char }',
    'struct t { struct task_struct __attribute__((btf_type_tag("kptr"))) *a; const char *b; };',
  ],
  ['.set N, 3\n.struct t { a: u16[N + 1][2] }', 'struct t { unsigned short a[4][2]; };'],
  ['.enum t { A, B = 4, C = B + 1 }', 'enum t { A = 0, B = 4, C = 5, };'],
  ['.enum t: u8 { A = 255 }', 'enum t { A = 255, } __attribute__((mode(byte)));'],
  ['.enum t { A = 0x123456789a }', 'enum t { A = 78187493530ULL, };'],
  ['.struct s { a: u8 }\n.typedef handle *s\n.struct t { a: handle }', 'struct t { handle a; };'],
];

describe('types', () => {
  it.each(TYPES)('%j', (text, c) => expect(inC(text, 't')).toBe(c));

  it.each(TYPES)('%j comes back from its disassembly', (text, c) =>
    expect(inC(disassemble(specOf(text)), 't')).toBe(c),
  );

  it('have tags that the kernel reads', () => {
    const spec = specOf(`
      .struct node { link: bpf_list_node; key: u64 }
      .struct elem { lock: bpf_spin_lock; head: bpf_list_head __contains(node, link) }
      .map lists type=array key=u32 value=elem max_entries=1
      .function use args=ctx:*__sk_buff p:*u64 __arg_nullable returns=u32 linkage=weak tag="exception_callback:use"
          r0 = 0
          exit`);
    for (const one of [spec, specOf(disassemble(spec))]) {
      const btf = btfOf(one);
      const tags = Array.from({ length: btf.typeCount }, (_, id) => btf.type(id)).flatMap((type) =>
        type?.kind === 'decl_tag' ? [`${btf.name(type.type)}[${type.componentIndex}] ${type.name}`] : [],
      );
      expect(tags).toEqual(['elem[1] contains:node:link', 'use[-1] exception_callback:use', 'use[1] arg:nullable']);
      expect(one.functions.map(({ linkage }) => linkage)).toEqual(['weak']);
    }
  });
});

describe('maps', () => {
  const ATTRIBUTES = [
    'type=array key=u32 value=u64 max_entries=1 pinning=1',
    'type=hash key=u32 value=u64 max_entries=4 flags=4 numa_node=1',
    'type=bloom_filter value=u64 max_entries=4 map_extra=3',
    'type=arena max_entries=10 flags=1024 map_extra=17592186044416',
    'type=queue value_size=12 max_entries=4',
    'type=user_ringbuf max_entries=4096',
  ];

  it.each(ATTRIBUTES)('%s comes back from its disassembly', (attributes) => {
    const spec = specOf(`.map m ${attributes}`);
    expect(disassemble(spec).split('\n')).toContain(`.map m ${attributes}`);
  });
});

describe('variables', () => {
  const TEXT = `
    .struct pair { a: u8; b: u32 }
    .kconfig LINUX_KERNEL_VERSION: u32
    .kconfig CONFIG_NONE: tristate weak
    .data
    .var first: u8
        .byte 7
    .var pairs: pair[2]
        .byte 1, 0, 0, 0
        .long 9
    .section .rodata
    .var limit: const volatile u32 static
        .long 5
    .program p section=tc
        r1 = pairs ll
        r1 = limit ll
        r1 = LINUX_KERNEL_VERSION ll
        r1 = CONFIG_NONE ll
        r0 = 0
        exit`;

  it.each([
    ['the text', TEXT],
    ['its disassembly', disassemble(specOf(TEXT))],
  ])('of %s have types, places and contents', (_, text) => {
    const spec = specOf(text);
    const btf = btfOf(spec);
    const maps = spec.maps.map(({ name, data = [], btfValueTypeId }) => {
      const section = btf.type(btfValueTypeId);
      const rows = section?.kind === 'datasec' ? section.vars : [];
      return `${name} ${rows.map(({ type, offset, size }) => `${btf.name(type)}@${offset}:${size}`)} ${[...data]}`;
    });
    const rest = [0, 0, 0, 0, 0, 0, 0, 0];
    expect(maps).toEqual([
      `test.data first@0:1,pairs@4:16 ${[7, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, ...rest]}`,
      'test.rodata limit@0:4 5,0,0,0',
      'test.kconfig CONFIG_NONE@0:4,LINUX_KERNEL_VERSION@4:4 0,0,0,0,0,0,0,0',
    ]);
    expect(spec.kconfig?.map(({ name, kind, weak }) => `${name} ${kind} ${weak}`)).toEqual([
      'CONFIG_NONE tristate true',
      'LINUX_KERNEL_VERSION int false',
    ]);
  });
});
