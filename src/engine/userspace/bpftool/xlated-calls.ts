import { helperName } from '../../abi/helpers.ts';
import { mapTypeName } from '../../abi/map-types.ts';
import * as isa from '../../isa/constants.ts';
import type { MapInfo } from '../../program/load.ts';
import { type Insn, insn, type Rewriting } from './xlated.ts';

/**
 * Helper calls that the kernel replaces: map operations of a map that is known call the map type's own functions, and
 * lookups are inlined; setting a callback gets its hidden third argument.
 * kernel: do_misc_fixups(), and `map_gen_lookup` of the map types
 */

/** Offset of `value` and `pptrs` in struct bpf_array. */
const ARRAY_VALUE = 312;
/** Offsets in struct htab_elem: the key, and the reference bit of an LRU element. */
const ELEMENT_KEY = 48;
const ELEMENT_REF = 35;

const [RET, MAP, KEY] = [0, 1, 2];

const call = (name: string, imm: number): Insn => ({
  ...insn(isa.BPF_JMP | isa.BPF_CALL, 0, 0, 0, imm),
  calls: name,
});
const add = (dst: number, imm: number): Insn => insn(isa.BPF_ALU64 | isa.BPF_ADD | isa.BPF_K, dst, 0, 0, imm);
const load = (size: number, dst: number, src: number, off: number): Insn =>
  insn(isa.BPF_LDX | isa.BPF_MEM | size, dst, src, off);
const ifZero = (register: number, off: number): Insn => insn(isa.BPF_JMP | isa.BPF_JEQ | isa.BPF_K, register, 0, off);
const ifNot = (register: number, off: number): Insn => insn(isa.BPF_JMP | isa.BPF_JNE | isa.BPF_K, register, 0, off);
const goto = (off: number): Insn => insn(isa.BPF_JMP | isa.BPF_JA, 0, 0, off);
const clear = (register: number): Insn => insn(isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_K, register);
const perCpu = (register: number): Insn =>
  insn(isa.BPF_ALU64 | isa.BPF_MOV | isa.BPF_X, register, register, isa.BPF_ADDR_PERCPU);

const round8 = (size: number): number => (size + 7) & ~7;

/** Register RET becomes the address of element `index`, or 0: `then` follows where the index is good. */
function indexed(maxEntries: number, size: number, then: readonly Insn[]): Insn[] {
  const log = Math.log2(size);
  const scale = Number.isInteger(log)
    ? insn(isa.BPF_ALU64 | isa.BPF_LSH | isa.BPF_K, RET, 0, 0, log)
    : insn(isa.BPF_ALU64 | isa.BPF_MUL | isa.BPF_K, RET, 0, 0, size);
  const found = [scale, insn(isa.BPF_ALU64 | isa.BPF_ADD | isa.BPF_X, RET, MAP), ...then, goto(1)];
  const outside = insn(isa.BPF_JMP | isa.BPF_JGE | isa.BPF_K, RET, 0, found.length, maxEntries);
  return [add(MAP, ARRAY_VALUE), load(isa.BPF_W, RET, KEY, 0), outside, ...found, clear(RET)];
}

/** The element of a hash, then what makes the value's address of it. */
function hashed(imm: number, then: readonly Insn[]): Insn[] {
  return [call('__htab_map_lookup_elem', imm), ifZero(RET, then.length), ...then];
}

const valueOffset = ({ keySize }: MapInfo): number => ELEMENT_KEY + round8(keySize);

/** Inlined lookups by map type. */
const LOOKUPS: Readonly<Record<string, (map: MapInfo, imm: number) => Insn[]>> = {
  array: ({ maxEntries, valueSize }) => indexed(maxEntries, round8(valueSize), []),
  percpu_array: ({ maxEntries }) => indexed(maxEntries, 8, [load(isa.BPF_DW, RET, RET, 0), perCpu(RET)]),
  array_of_maps: ({ maxEntries }) => indexed(maxEntries, 8, [load(isa.BPF_DW, RET, RET, 0), ifZero(RET, 1)]),
  hash: (map, imm) => hashed(imm, [add(RET, valueOffset(map))]),
  lru_hash: (map, imm) =>
    hashed(imm, [
      load(isa.BPF_B, MAP, RET, ELEMENT_REF),
      ifNot(MAP, 1),
      insn(isa.BPF_ST | isa.BPF_MEM | isa.BPF_B, RET, 0, ELEMENT_REF, 1),
      add(RET, valueOffset(map)),
    ]),
  percpu_hash: (map, imm) => hashed(imm, [add(RET, valueOffset(map)), load(isa.BPF_DW, RET, RET, 0), perCpu(RET)]),
  hash_of_maps: (map, imm) => hashed(imm, [add(RET, valueOffset(map)), load(isa.BPF_DW, RET, RET, 0)]),
};

/** The kernel's functions of a map type by what the helper's name says: `bpf_map_update_elem` → `update`. */
const FUNCTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hash: { update: 'htab_map_update_elem', delete: 'htab_map_delete_elem' },
  percpu_hash: { update: 'htab_percpu_map_update_elem', delete: 'htab_map_delete_elem' },
  lru_hash: { update: 'htab_lru_map_update_elem', delete: 'htab_lru_map_delete_elem' },
  lru_percpu_hash: {
    lookup: 'htab_lru_percpu_map_lookup_elem',
    update: 'htab_lru_percpu_map_update_elem',
    delete: 'htab_lru_map_delete_elem',
  },
  array: { update: 'array_map_update_elem', delete: 'array_map_delete_elem' },
  percpu_array: { update: 'array_map_update_elem', delete: 'array_map_delete_elem' },
  lpm_trie: { lookup: 'trie_lookup_elem', update: 'trie_update_elem', delete: 'trie_delete_elem' },
  queue: { push: 'queue_stack_map_push_elem', pop: 'queue_map_pop_elem', peek: 'queue_map_peek_elem' },
  stack: { push: 'queue_stack_map_push_elem', pop: 'stack_map_pop_elem', peek: 'stack_map_peek_elem' },
};

/** Helpers whose hidden third argument is the program's own struct bpf_prog_aux. */
const WITH_PROGRAM: ReadonlySet<string> = new Set(['bpf_timer_set_callback']);

/** The row of a helper call; undefined where the call stays. */
export function inlinedCall(context: Rewriting, i: number): Insn[] | undefined {
  const { code, verified } = context;
  const name = helperName(code.imm[i]);
  if (WITH_PROGRAM.has(name)) return [...programLoad(context), call(name, code.imm[i])];
  const operation = /^bpf_map_(lookup|update|delete|push|pop|peek)_elem$/.exec(name)?.[1];
  const map = verified.request.maps[verified.facts.callMap[i] - 1];
  if (operation === undefined || map === undefined) return undefined;
  const type = mapTypeName(map.type);
  const inlined = operation === 'lookup' && Object.hasOwn(LOOKUPS, type) ? LOOKUPS[type] : undefined;
  if (inlined !== undefined) return inlined(map, code.imm[i]);
  const own = Object.hasOwn(FUNCTIONS, type) ? FUNCTIONS[type][operation] : undefined;
  return own === undefined ? undefined : [call(own, code.imm[i])];
}

/** `r3 = aux`: an address of the kernel, made of the program's id. */
function programLoad({ prog }: Rewriting): Insn[] {
  const AUX_STRIDE = 0x400;
  const AUX_HIGH = 0xffff8880 | 0;
  return [insn(isa.LD_IMM64, 3, 0, 0, prog.id * AUX_STRIDE), insn(0, 0, 0, 0, AUX_HIGH)];
}
