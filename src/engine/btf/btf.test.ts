/** Building, reading and resolving types. */
import { describe, expect, it } from 'vitest';
import { Btf } from './btf.ts';
import { BtfBuilder } from './build.ts';
import { BTF_FUNC_GLOBAL, BTF_INT_SIGNED, BTF_VAR_GLOBAL_ALLOCATED } from './types.ts';

function parse(builder: BtfBuilder): Btf {
  const parsed = Btf.parse(builder.bytes());
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

/** One type of each kind; ids as they are made. */
function everyKind(): { readonly btf: Btf; readonly id: Readonly<Record<string, number>> } {
  const b = new BtfBuilder();
  const int = b.int('int', 4, BTF_INT_SIGNED);
  const char = b.int('char', 1, BTF_INT_SIGNED);
  const typedef = b.typedef('s32', int);
  const array = b.array(typedef, int, 5);
  const constArray = b.reference('const', array);
  const pointer = b.pointer(char);
  const struct = b.struct('elem', 32, [
    { name: 'flag', type: int, bitOffset: 0, bitfieldSize: 3 },
    { name: 'rest', type: int, bitOffset: 3, bitfieldSize: 29 },
    { name: 'name', type: pointer, bitOffset: 64 },
    { name: 'values', type: constArray, bitOffset: 96 },
  ]);
  const proto = b.funcProto(int, [
    { name: 'map', type: pointer },
    { name: '', type: 0 },
  ]);
  const func = b.func('callback', proto, BTF_FUNC_GLOBAL);
  const variable = b.variable('state', struct, BTF_VAR_GLOBAL_ALLOCATED);
  const datasec = b.datasec('.data', 32, [{ type: variable, offset: 0, size: 32 }]);
  const enumeration = b.enum('mode', [
    { name: 'OFF', value: -1 },
    { name: 'ON', value: 1 },
  ]);
  const fwd = b.fwd('later', true);
  const tag = b.declTag('contains:elem:name', struct, 2);
  const id = {
    int,
    typedef,
    array,
    constArray,
    pointer,
    struct,
    proto,
    func,
    variable,
    datasec,
    enumeration,
    fwd,
    tag,
  };
  return { btf: parse(b), id };
}

describe('types survive building and reading', () => {
  const { btf, id } = everyKind();

  it('by kind', () => {
    expect(btf.type(id.struct)).toEqual({
      id: id.struct,
      kind: 'struct',
      name: 'elem',
      kflag: true,
      size: 32,
      members: [
        { name: 'flag', type: id.int, bitOffset: 0, bitfieldSize: 3 },
        { name: 'rest', type: id.int, bitOffset: 3, bitfieldSize: 29 },
        { name: 'name', type: id.pointer, bitOffset: 64, bitfieldSize: 0 },
        { name: 'values', type: id.constArray, bitOffset: 96, bitfieldSize: 0 },
      ],
    });
    expect(btf.type(id.enumeration)).toMatchObject({ isSigned: true, values: [{ value: -1n }, { value: 1n }] });
    expect(btf.type(id.fwd)).toMatchObject({ kind: 'fwd', isUnion: true });
    expect(btf.type(id.tag)).toMatchObject({ kind: 'decl_tag', type: id.struct, componentIndex: 2 });
    expect(btf.type(id.datasec)).toMatchObject({ size: 32, vars: [{ type: id.variable, offset: 0, size: 32 }] });
    expect(btf.type(btf.typeCount)).toBeUndefined();
    expect(btf.type(0)).toMatchObject({ kind: 'void' });
  });

  it.each([
    ['int', 4],
    ['typedef', 4],
    ['array', 20],
    ['constArray', 20],
    ['pointer', 8],
    ['struct', 32],
    ['variable', 32],
    ['func', undefined],
    ['fwd', undefined],
  ])('size of %s is %s', (name, size) => {
    expect(btf.sizeOf(id[name])).toBe(size);
  });

  it('are found by name and kind', () => {
    expect(btf.find('elem')).toBe(id.struct);
    expect(btf.find('elem', 'union')).toBeUndefined();
    expect(btf.member(id.variable, 'name')).toBeUndefined();
    expect(btf.member(id.struct, 'values')?.bitOffset).toBe(96);
    expect(btf.proto(id.func)?.params).toHaveLength(2);
  });
});

describe('what is no BTF', () => {
  const sound = everyKind().btf.bytes;
  const changed = (at: number, value: number): Uint8Array => {
    const bytes = new Uint8Array(sound);
    bytes[at] = value;
    return bytes;
  };

  it.each([
    ['an empty section', new Uint8Array(0), 0],
    ['another magic', changed(0, 1), 0],
    ['types beyond the end', changed(14, 1), 8],
    ['strings beyond the end', changed(22, 1), 16],
    ['an unknown kind', changed(24 + 7, 30), 28],
  ])('%s is refused at its byte', (_, bytes, offset) => {
    expect(Btf.parse(bytes)).toMatchObject({ ok: false, error: { offset } });
  });

  it('never throws, however it is cut off', () => {
    for (let length = 0; length < sound.length; length++) Btf.parse(sound.subarray(0, length));
  });

  it('ends where typedefs refer to each other', () => {
    const b = new BtfBuilder();
    const first = b.typedef('a', b.nextId + 1);
    b.typedef('b', first);
    expect(parse(b).sizeOf(first)).toBeUndefined();
  });
});
