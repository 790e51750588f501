import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defined } from '../../../lib/assert.ts';
import { Btf } from '../../btf/btf.ts';
import { readObject } from '../../elf/read.ts';
import { objectNameOf, skeletonOf } from './skeleton.ts';

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

const bytes = new Uint8Array(read('../../../conformance/corpus/objects/bpftool/show.o'));
/** What bpftool 7.1 prints for this object; the row of dots stands for its bytes. */
const recorded = read('testdata/show.skel.h').toString();

function skeleton(name: string): string {
  const object = readObject(bytes, 'show.o');
  const spec = defined(object.ok ? object.value : undefined, 'object');
  const btf = Btf.parse(defined(spec.btf, 'types'));
  return skeletonOf({ spec, btf: btf.ok ? btf.value : undefined, bytes, name });
}

/** The lines between the quotes that hold the object file. */
const LITERAL = /\\x7f(?:.|\n)*?(?=";\n})/;

it('is what bpftool prints', () =>
  expect(`${skeleton('show').replace(LITERAL, '…')}`).toBe(recorded.replace('…\n', '…";\n')));

it('carries the object file', () => {
  const [literal] = defined(LITERAL.exec(skeleton('other')) ?? undefined, 'bytes');
  const found = [...literal.matchAll(/\\(?:x([0-9a-f]{2})|0)/g)].map(([, hex]) =>
    hex === undefined ? 0 : Number.parseInt(hex, 16),
  );
  expect(Uint8Array.from(found)).toEqual(bytes);
  for (const line of literal.split('\n')) expect(line.length).toBeLessThanOrEqual(79);
});

it.each([
  ['show.o', 'show'],
  ['/a/b/1.2-x.o', '1_2_x'],
  ['t.bpf.o', 't_bpf'],
  [`${'a'.repeat(80)}.o`, 'a'.repeat(63)],
])('calls %s %s', (path, name) => expect(objectNameOf(path)).toBe(name));
