import type { Btf } from '../../btf/btf.ts';
import type { BtfFuncProto } from '../../btf/types.ts';

/** The declaration of a function as bpftool prints it: `int tick(void * map, __u32 * key)`. kernel: btf_dumper_type_only() */
export function signatureOf(btf: Btf, id: number): string {
  return typeText(btf, id);
}

function typeText(btf: Btf, id: number): string {
  const type = btf.type(id);
  if (id === 0 || type === undefined) return 'void ';
  switch (type.kind) {
    case 'int':
    case 'typedef':
    case 'float':
      return `${type.name} `;
    case 'struct':
    case 'union':
    case 'enum':
      return `${type.kind} ${type.name} `;
    case 'enum64':
      return `enum ${type.name} `;
    case 'array':
      return `${typeText(btf, type.type)}[${type.length}]`;
    case 'ptr':
      return `${typeText(btf, type.type)}* `;
    case 'fwd':
      return `${type.isUnion ? 'union' : 'struct'} ${type.name} `;
    case 'volatile':
    case 'const':
      return `${type.kind} ${typeText(btf, type.type)}`;
    case 'restrict':
      return `${typeText(btf, type.type)}restrict `;
    case 'func_proto':
      return functionText(btf, type, '');
    case 'func': {
      const proto = btf.proto(id);
      return proto === undefined ? '' : functionText(btf, proto, type.name);
    }
    default:
      return '';
  }
}

function functionText(btf: Btf, proto: BtfFuncProto, name: string): string {
  const params = proto.params.map((param) => (param.type === 0 ? '...' : typeText(btf, param.type) + param.name));
  return `${typeText(btf, proto.returns)}${name === '' ? '(*)' : name}(${params.join(', ')})`;
}
