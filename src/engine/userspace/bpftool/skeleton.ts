import { BPF_F_MMAPABLE } from '../../abi/map-types.ts';
import type { Btf } from '../../btf/btf.ts';
import { alignOf, declarationOf } from '../../btf/print-c.ts';
import { BTF_VAR_STATIC, type BtfDatasec } from '../../btf/types.ts';
import { dataMapName } from '../../program/object-names.ts';
import type { CollectionSpec, MapSpec } from '../../program/spec.ts';
import { skeletonFunctions, skeletonHead, skeletonMethods } from './skeleton-text.ts';

/** A header that carries an object and opens, loads and attaches it, as `bpftool gen skeleton` writes it. kernel: gen.c */

/** What a skeleton is made of. */
export interface SkeletonSource {
  readonly spec: CollectionSpec;
  readonly btf: Btf | undefined;
  /** The object file. */
  readonly bytes: Uint8Array;
  /** Name of the structure and of its functions. */
  readonly name: string;
}

/** Longest name of an object. */
const MAX_NAME = 63;

/** The name of an object by its file. kernel: get_obj_name() */
export const objectNameOf = (path: string): string =>
  identifier(path.slice(path.lastIndexOf('/') + 1).replace(/\.o$/, '')).slice(0, MAX_NAME);

/** A name that was given instead. */
export const givenName = (name: string): string => name.slice(0, MAX_NAME);

const identifier = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '_');

export function skeletonOf(source: SkeletonSource): string {
  const { spec, btf, name, bytes } = source;
  const guard = `__${name.toUpperCase()}_SKEL_H__`;
  const maps = spec.maps.flatMap((map) => namedMap(map, name, btf));
  const programs = spec.programs.map((program) => program.name);
  return [
    skeletonHead(name, guard),
    structOf(name, maps, programs, btf),
    skeletonFunctions(name),
    createOf(name, maps, programs),
    bytesOf(name, bytes),
    skeletonMethods(name),
    btf === undefined ? '' : assertionsOf(name, maps, btf),
    `\n#endif /* ${guard} */\n`,
  ].join('');
}

// ---- maps

interface NamedMap {
  /** As libbpf calls it. */
  readonly name: string;
  /** As the structure calls it. */
  readonly ident: string;
  /** User space sees what is in it. */
  readonly isMapped: boolean;
  /** Its variables; absent where the types do not say. */
  readonly section: BtfDatasec | undefined;
}

const DATA_SECTIONS = ['.data', '.rodata', '.bss', '.kconfig'];

/** kernel: get_map_ident(); a data map whose name says no section is left out. */
function namedMap(map: MapSpec, object: string, btf: Btf | undefined): readonly NamedMap[] {
  if (map.data === undefined) return [{ name: map.name, ident: map.name, isMapped: false, section: undefined }];
  const start = DATA_SECTIONS.map((each) => map.name.indexOf(each)).find((at) => at >= 0);
  if (start === undefined) return [];
  const type = btf?.type(map.btfValueTypeId);
  const section = type?.kind === 'datasec' ? type : undefined;
  const name = start === 0 ? map.name : dataMapName(object, section?.name ?? map.name.slice(start));
  const isMapped = (map.flags & BPF_F_MMAPABLE) !== 0;
  return [{ name, ident: identifier(map.name.slice(start + 1)), isMapped, section }];
}

// ---- the structure

function structOf(name: string, maps: readonly NamedMap[], programs: readonly string[], btf: Btf | undefined): string {
  const member = (type: string) => (each: string) => `\t\tstruct ${type} *${each};\n`;
  const group = (type: string, field: string, names: readonly string[]): string =>
    names.length === 0 ? '' : `\tstruct {\n${names.map(member(type)).join('')}\t} ${field};\n`;
  const idents = maps.map(({ ident }) => ident);
  return [
    group('bpf_map', 'maps', idents),
    group('bpf_program', 'progs', programs),
    group('bpf_link', 'links', programs),
    ...maps.flatMap((map) => (map.isMapped && btf !== undefined ? [variablesOf(name, map, btf)] : [])),
  ].join('');
}

/** The header may be compiled where pointers have 4 bytes: room is written out rather than left to alignment. */
const LEAST_POINTER = 4;

/** The variables of a section as a structure, with room where none is. kernel: codegen_datasec_def() */
function variablesOf(name: string, { ident, section }: NamedMap, btf: Btf): string {
  let text = `\tstruct ${name}__${ident} {\n`;
  let end = 0;
  let pads = 0;
  for (const { id, variable, type, offset, size } of globalsOf(section, btf)) {
    const align = Math.min(LEAST_POINTER, alignOf(btf, id));
    if (Math.ceil(end / align) * align !== offset) text += `\t\tchar __pad${pads++}[${offset - end}];\n`;
    text += `\t\t${declarationOf(btf, type, variable, 2)};\n`;
    end = offset + size;
  }
  return `${text}\t} *${ident};\n`;
}

/** The variables of a section that can be named, in the order of their places. */
function globalsOf(section: BtfDatasec | undefined, btf: Btf) {
  const rows = [...(section?.vars ?? [])].sort((a, b) => a.offset - b.offset);
  return rows.flatMap(({ type: id, offset, size }) => {
    const variable = btf.type(id);
    if (variable?.kind !== 'var' || variable.linkage === BTF_VAR_STATIC) return [];
    return [{ id: variable.type, variable: variable.name, type: variable.type, offset, size }];
  });
}

// ---- what makes it

function createOf(name: string, maps: readonly NamedMap[], programs: readonly string[]): string {
  return `static inline int
${name}__create_skeleton(struct ${name} *obj)
{
	struct bpf_object_skeleton *s;
	int err;

	s = (struct bpf_object_skeleton *)calloc(1, sizeof(*s));
	if (!s)	{
		err = -ENOMEM;
		goto err;
	}

	s->sz = sizeof(*s);
	s->name = "${name}";
	s->obj = &obj->obj;
${allocation('maps', 'map', maps.length)}${maps.map(mapRow).join('')}${allocation('programs', 'prog', programs.length)}${programs.map(programRow).join('')}
	s->data = (void *)${name}__elf_bytes(&s->data_sz);

	obj->skeleton = s;
	return 0;
err:
	bpf_object__destroy_skeleton(s);
	return err;
}

`;
}

function allocation(what: string, short: 'map' | 'prog', count: number): string {
  if (count === 0) return '';
  return `
	/* ${what} */
	s->${short}_cnt = ${count};
	s->${short}_skel_sz = sizeof(*s->${short}s);
	s->${short}s = (struct bpf_${short}_skeleton *)calloc(s->${short}_cnt, s->${short}_skel_sz);
	if (!s->${short}s) {
		err = -ENOMEM;
		goto err;
	}
`;
}

const mapRow = ({ name, ident, isMapped }: NamedMap, i: number): string => {
  const mapped = isMapped ? `\ts->maps[${i}].mmaped = (void **)&obj->${ident};\n` : '';
  return `\n\ts->maps[${i}].name = "${name}";\n\ts->maps[${i}].map = &obj->maps.${ident};\n${mapped}`;
};

const programRow = (name: string, i: number): string =>
  `\n\ts->progs[${i}].name = "${name}";\n\ts->progs[${i}].prog = &obj->progs.${name};\n\ts->progs[${i}].link = &obj->links.${name};\n`;

/** Longest line of bytes. */
const COLUMNS = 78;

/** The object file as a string literal. kernel: print_hex() */
function bytesOf(name: string, bytes: Uint8Array): string {
  const lines = [''];
  for (const byte of bytes) {
    const text = byte === 0 ? '\\0' : `\\x${byte.toString(16).padStart(2, '0')}`;
    if (lines[lines.length - 1].length + text.length > COLUMNS) lines.push('');
    lines[lines.length - 1] += text;
  }
  return `static inline const void *${name}__elf_bytes(size_t *sz)
{
	*sz = ${bytes.length};
	return (const void *)"\\
${lines.join('\\\n')}";
}

`;
}

/** The sizes of the variables, as the compiler has to see them. kernel: codegen_asserts() */
function assertionsOf(name: string, maps: readonly NamedMap[], btf: Btf): string {
  const rows = maps.flatMap(({ ident, isMapped, section }) =>
    isMapped
      ? globalsOf(section, btf).map(
          ({ variable, id }) =>
            `\t_Static_assert(sizeof(s->${ident}->${variable}) == ${btf.sizeOf(id) ?? 0}, "unexpected size of '${variable}'");\n`,
        )
      : [],
  );
  return `__attribute__((unused)) static void
${name}__assert(struct ${name} *s __attribute__((unused)))
{
#ifdef __cplusplus
#define _Static_assert static_assert
#endif
${rows.join('')}#ifdef __cplusplus
#undef _Static_assert
#endif
}
`;
}
