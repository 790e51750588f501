/** Programs that others wrote, as the fuzzer varies them: those of objects and of assembly texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BPF_MAP_TYPE_STRUCT_OPS } from '../../engine/abi/map-types.ts';
import { vmlinuxBtf } from '../../engine/abi/vmlinux.ts';
import { assemble } from '../../engine/asm/assemble.ts';
import { readObject } from '../../engine/elf/read.ts';
import * as bpf from '../../engine/isa/constants.ts';
import { loadCollection } from '../../engine/loader/load.ts';
import type { LoadRequest, MapInfo } from '../../engine/program/load.ts';
import type { CollectionSpec } from '../../engine/program/spec.ts';
import { TYPES } from '../../fuzz/catalogue.ts';
import { isSayable, mayLoop } from '../../fuzz/danger.ts';
import { RIGHTS } from '../../fuzz/generate.ts';
import { decodeItems, type Item, slotsOf } from '../../fuzz/item.ts';
import type { FuzzProgram, MapDescription } from '../../fuzz/program.ts';
import { withoutUnusedMaps } from '../../fuzz/shrink.ts';
import { toHex } from '../../lib/bytes.ts';

/** Our own: small programs that show what random ones seldom do. */
const TEXTS = import.meta.glob<string>('../../fuzz/seeds/*.s', { query: '?raw', import: 'default', eager: true });

/** Longer programs, and larger maps, only take time. */
const MAX_ITEMS = 250;
const MAX_MAP_BYTES = 1 << 20;

/** Every program that can be said in raw mode, loaded by every kind of process. */
export function* seedPrograms(folder: string | undefined): Generator<FuzzProgram> {
  for (const program of writtenPrograms(folder)) {
    yield program;
    for (const rights of RIGHTS) yield { ...program, rights };
  }
}

/** The programs of our own texts, and of the objects below a folder. */
function* writtenPrograms(folder: string | undefined): Generator<FuzzProgram> {
  for (const [path, text] of Object.entries(TEXTS)) yield* seedsOfText(text, path);
  if (folder === undefined) return;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.o')) continue;
    const spec = readObject(readFileSync(join(folder, path)), path);
    if (spec.ok) yield* seedsOf(spec.value);
  }
}

/** The programs of an assembly text. */
function seedsOfText(text: string, path: string): readonly FuzzProgram[] {
  const assembled = assemble(text, path);
  if (!assembled.ok) throw new Error(assembled.error.map(({ message }) => `${path}: ${message}`).join('\n'));
  return [...seedsOf(assembled.value.spec)];
}

function* seedsOf(spec: CollectionSpec): Generator<FuzzProgram> {
  for (const { outcome } of loadCollection(spec).programs) {
    const program = outcome.stage === 'prog' ? seedOf(outcome.request) : undefined;
    if (program !== undefined && program.items.length <= MAX_ITEMS && isSayable(program)) yield program;
  }
}

/** A request as a program to vary; undefined if raw mode has no words for it. */
function seedOf(request: LoadRequest): FuzzProgram | undefined {
  const { maps, attachBtfId } = request;
  if (maps.some(({ type, maxEntries, valueSize }) => isSpecial(type) || maxEntries * valueSize > MAX_MAP_BYTES))
    return undefined;
  const items = itemsOf(toHex(request.insns));
  const itemAt = new Map(slotsOf(items).map((slot, item) => [slot, item]));
  const types = vmlinuxBtf();
  const to = attachBtfId === 0 ? undefined : types.name(attachBtfId);
  const isPlain = request.expectedAttachType === 0 && to === undefined;
  return withoutUnusedMaps({
    type: request.type,
    flags: request.flags,
    license: request.license,
    level: 2,
    ...(!isPlain && { attach: { type: request.expectedAttachType, ...(to !== undefined && { to }) } }),
    items,
    maps: maps.map(describe),
    btf: request.btf === undefined ? TYPES.btf : toHex(request.btf.bytes),
    starts: request.funcInfo.map(({ insn, typeId }) => ({ item: itemAt.get(insn) ?? 0, typeId })),
    lines: request.lineInfo.map(({ insn, fileNameOff, lineOff, lineCol }) => ({
      item: itemAt.get(insn) ?? 0,
      file: fileNameOff,
      text: lineOff,
      position: lineCol,
    })),
    isRepeatable: false,
    hasOpenLoop: mayLoop(items),
    productions: [],
  });
}

const isSpecial = (type: number): boolean => type === BPF_MAP_TYPE_STRUCT_OPS;

/** Instructions whose numbers mean the kernel's things get their names, and maps are meant by index. */
function itemsOf(hex: string): readonly Item[] {
  const types = vmlinuxBtf();
  return decodeItems(hex).map((item) => {
    const namesKernel =
      (item.opcode === CALL && item.src === bpf.BPF_PSEUDO_KFUNC_CALL) ||
      (item.opcode === bpf.LD_IMM64 && item.src === bpf.BPF_PSEUDO_BTF_ID);
    if (namesKernel) return isNamed(types.type(item.imm)?.kind) ? { ...item, kernelName: types.name(item.imm) } : item;
    if (item.opcode !== bpf.LD_IMM64) return item;
    if (item.src === bpf.BPF_PSEUDO_MAP_FD) return { ...item, src: bpf.BPF_PSEUDO_MAP_IDX };
    return item.src === bpf.BPF_PSEUDO_MAP_VALUE ? { ...item, src: bpf.BPF_PSEUDO_MAP_IDX_VALUE } : item;
  });
}

const isNamed = (kind: string | undefined): boolean => kind === 'func' || kind === 'var';

const CALL = bpf.BPF_JMP | bpf.BPF_CALL;

const describe = (map: MapInfo): MapDescription => ({
  type: map.type,
  name: map.name,
  key_size: map.keySize,
  value_size: map.valueSize,
  max_entries: map.maxEntries,
  map_flags: map.flags,
  map_extra: Number(map.mapExtra),
  ...(map.btf !== undefined && { btf_key_type_id: map.btfKeyTypeId, btf_value_type_id: map.btfValueTypeId }),
  ...(map.inner !== undefined && { inner: describe(map.inner) }),
  ...(map.frozen !== undefined &&
    map.maxEntries === 1 && { freeze: true, init: [{ key: '00000000', value: toHex(map.frozen) }] }),
});
