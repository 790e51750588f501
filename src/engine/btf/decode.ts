/** Decoding of one type: `struct btf_type` and what follows it. */
import { unreachable } from '../../lib/assert.ts';
import type { BtfEnum, BtfKind, BtfMember, BtfParam, BtfSecVar, BtfType } from './types.ts';
import { BTF_KINDS } from './types.ts';

/** Bytes that follow `struct btf_type`: a fixed part and a part per `vlen`. */
const TRAILING: Readonly<Record<BtfKind, readonly [fixed: number, each: number]>> = {
  void: [0, 0],
  int: [4, 0],
  ptr: [0, 0],
  array: [12, 0],
  struct: [0, 12],
  union: [0, 12],
  enum: [0, 8],
  fwd: [0, 0],
  typedef: [0, 0],
  volatile: [0, 0],
  const: [0, 0],
  restrict: [0, 0],
  func: [0, 0],
  func_proto: [0, 8],
  var: [4, 0],
  datasec: [0, 12],
  float: [0, 0],
  decl_tag: [4, 0],
  type_tag: [0, 0],
  enum64: [0, 12],
};

export const kindAt = (view: DataView, start: number): number => (view.getUint32(start + 4, true) >>> 24) & 0x1f;

const vlenAt = (view: DataView, start: number): number => view.getUint32(start + 4, true) & 0xffff;

/** Bytes after the 12 of `struct btf_type`. */
export function trailingSize(view: DataView, start: number): number {
  const [fixed, each] = TRAILING[BTF_KINDS[kindAt(view, start)]];
  return fixed + each * vlenAt(view, start);
}

type Strings = (offset: number) => string;

/** The type that begins at `start`; `start` is ignored for id 0, which is void. */
export function decodeType(view: DataView, id: number, start: number, strings: Strings): BtfType {
  if (id === 0) return { id, name: '', kflag: false, kind: 'void' };
  const word = (offset: number): number => view.getUint32(start + offset, true);
  const kind = BTF_KINDS[kindAt(view, start)];
  const kflag = word(4) >>> 31 === 1;
  const common = { id, name: strings(word(0)), kflag };
  const last = word(8);
  switch (kind) {
    case 'void':
      return { ...common, kind };
    case 'int':
      return {
        ...common,
        kind,
        size: last,
        bits: word(12) & 0xff,
        bitOffset: (word(12) >>> 16) & 0xff,
        encoding: (word(12) >>> 24) & 0xf,
      };
    case 'ptr':
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
      return { ...common, kind, type: last };
    case 'array':
      return { ...common, kind, type: word(12), indexType: word(16), length: word(20) };
    case 'struct':
    case 'union':
      return { ...common, kind, size: last, members: members(view, start, kflag, strings) };
    case 'enum':
    case 'enum64':
      return { ...common, kind, size: last, isSigned: kflag, values: enumValues(view, start, kind, kflag, strings) };
    case 'fwd':
      return { ...common, kind, isUnion: kflag };
    case 'func':
      return { ...common, kind, type: last, linkage: vlenAt(view, start) };
    case 'func_proto':
      return { ...common, kind, returns: last, params: params(view, start, strings) };
    case 'var':
      return { ...common, kind, type: last, linkage: word(12) };
    case 'datasec':
      return { ...common, kind, size: last, vars: secVars(view, start) };
    case 'float':
      return { ...common, kind, size: last };
    case 'decl_tag':
      return { ...common, kind, type: last, componentIndex: view.getInt32(start + 12, true) };
    default:
      return unreachable(kind);
  }
}

function rows<T>(view: DataView, start: number, size: number, row: (at: number) => T): T[] {
  return Array.from({ length: vlenAt(view, start) }, (_, i) => row(start + 12 + i * size));
}

/** With kflag an offset is bitfield size << 24 | bit offset. */
function members(view: DataView, start: number, kflag: boolean, strings: Strings): BtfMember[] {
  return rows(view, start, 12, (at) => {
    const offset = view.getUint32(at + 8, true);
    return {
      name: strings(view.getUint32(at, true)),
      type: view.getUint32(at + 4, true),
      bitOffset: kflag ? offset & 0xffffff : offset,
      bitfieldSize: kflag ? offset >>> 24 : 0,
    };
  });
}

function enumValues(
  view: DataView,
  start: number,
  kind: 'enum' | 'enum64',
  isSigned: boolean,
  strings: Strings,
): BtfEnum['values'] {
  if (kind === 'enum64')
    return rows(view, start, 12, (at) => ({
      name: strings(view.getUint32(at, true)),
      value: isSigned ? view.getBigInt64(at + 4, true) : view.getBigUint64(at + 4, true),
    }));
  return rows(view, start, 8, (at) => ({
    name: strings(view.getUint32(at, true)),
    value: BigInt(isSigned ? view.getInt32(at + 4, true) : view.getUint32(at + 4, true)),
  }));
}

function params(view: DataView, start: number, strings: Strings): BtfParam[] {
  return rows(view, start, 8, (at) => ({
    name: strings(view.getUint32(at, true)),
    type: view.getUint32(at + 4, true),
  }));
}

function secVars(view: DataView, start: number): BtfSecVar[] {
  return rows(view, start, 12, (at) => ({
    type: view.getUint32(at, true),
    offset: view.getUint32(at + 4, true),
    size: view.getUint32(at + 8, true),
  }));
}
