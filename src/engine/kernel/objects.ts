import { EINVAL, ENOMEM } from '../abi/errno.ts';
import { PAGE_SIZE } from '../abi/limits.ts';
import { BPF_TIMER, BPF_WORKQUEUE } from '../btf/field-types.ts';
import {
  BPF_CALL,
  BPF_JMP,
  BPF_PSEUDO_MAP_FD,
  BPF_PSEUDO_MAP_IDX,
  BPF_PSEUDO_MAP_IDX_VALUE,
  BPF_PSEUDO_MAP_VALUE,
  LD_IMM64,
} from '../isa/constants.ts';
import { decode } from '../isa/insn.ts';
import type { MapInfo, VerifiedProgram } from '../program/load.ts';
import { type Addresses, prepare } from '../vm/prepare.ts';
import type { Kernel } from './kernel.ts';
import { BpfMap, BpfProg, funcRef } from './layouts/objects.ts';
import { mapInc, recordRefs } from './maps/map-refs.ts';
import { type Addr, POINTER_HIGH, TEXT_HIGH } from './memory/memory.ts';
import { TraceKind } from './trace/trace.ts';

/** Makes kernel objects of blueprints. Both answer an address or a negative errno. */

const BPF_F_SLEEPABLE = 1 << 4;

/** A map with one reference of user space, described by the BTF object `btfId` if not 0; kernel: map_create(). */
export function createMap(k: Kernel, info: MapInfo, btfId = 0): Addr {
  const ops = k.tables.mapOps.get(info.type);
  if (ops === undefined) return -EINVAL;
  const map = k.kzalloc(BpfMap);
  if (map === 0) return -ENOMEM;
  fillMap(k, map, info);
  const error = ops.create(k, map, info);
  if (error !== 0) {
    k.kfree(map);
    return error;
  }
  const globals = k.globals();
  const id = globals.nextMapId + 1;
  globals.nextMapId = id;
  k.map(map).id = id;
  k.map(map).btfId = btfId;
  appendMap(k, map);
  recordRefs(k, map);
  return map;
}

function fillMap(k: Kernel, map: Addr, info: MapInfo): void {
  // The index follows from the state, so that a replay gives the same one.
  const index = k.globals().nextMapId;
  k.mapInfos[index] = info;
  const offset = (type: number) => info.record?.fields.find((field) => field.type === type)?.offset ?? -1;
  const cursor = k.map(map);
  cursor.info = index;
  cursor.type = info.type;
  cursor.keySize = info.keySize;
  cursor.valueSize = info.valueSize;
  cursor.maxEntries = info.maxEntries;
  cursor.flags = info.flags;
  cursor.refcnt = 1;
  cursor.usercnt = 1;
  cursor.timerOffset = offset(BPF_TIMER);
  cursor.wqOffset = offset(BPF_WORKQUEUE);
  cursor.spinLockOffset = info.record?.spinLockOff ?? -1;
}

function appendMap(k: Kernel, map: Addr): void {
  let last = k.globals().maps;
  if (last === 0) {
    k.globals().maps = map;
    return;
  }
  while (k.map(last).next !== 0) last = k.map(last).next;
  k.map(last).next = map;
}

/**
 * A program with one reference, described by the BTF object `btfId` if not 0; it takes one of each map that it refers
 * to. kernel: bpf_prog_load()
 */
export function loadProgram(
  k: Kernel,
  verified: VerifiedProgram,
  maps: readonly Addr[],
  name: string,
  btfId = 0,
): Addr {
  const prog = k.kzalloc(BpfProg);
  const used = mapsUsedBy(verified.request.insns).map((i) => maps[i]);
  const usedMaps = used.length === 0 ? 0 : k.kzallocBytes(4 * used.length, 'used_maps');
  if (prog === 0) return -ENOMEM;
  const globals = k.globals();
  const index = globals.nextProgId;
  globals.nextProgId = index + 1;
  used.forEach((map, i) => {
    k.memory.store32(usedMaps + 4 * i, map);
    mapInc(k, map);
  });
  const { request } = verified;
  const sleepable = (request.flags & BPF_F_SLEEPABLE) !== 0 ? 1 : 0;
  const cursor = k.prog(prog);
  cursor.refcnt = 1;
  cursor.code = index;
  cursor.id = index + 1;
  cursor.btfId = btfId;
  cursor.loadTimeLow = globals.clockLow;
  cursor.loadTimeHigh = globals.clockHigh;
  cursor.type = request.type;
  cursor.sleepable = sleepable;
  cursor.usedMaps = usedMaps;
  cursor.usedMapCount = used.length;
  if (sleepable !== 0) for (const map of used) k.map(map).sleepablePrograms++;
  appendProg(k, prog);
  k.record(TraceKind.progRef, prog, 1);
  if (!k.switches.aux_not_prog && growsByAPage(request.insns)) moveProgram(k, prog);
  const addresses = addressesOf(k, verified, maps, index);
  const program = prepare(request.insns, verified.subprogStarts, verified.facts, addresses);
  k.bpf.codes[index] = { verified, program, prog, name, maps };
  return prog;
}

/** struct bpf_prog before its instructions. */
const PROG_HEADER = 72;
const BPF_TIMER_SET_CALLBACK = 170;

/** Two instructions before each call of `set_callback` make the program need another page. */
function growsByAPage(insns: Uint8Array): boolean {
  const code = decode(insns);
  let calls = 0;
  for (let i = 0; i < code.length; i++) {
    if (code.opcode[i] === (BPF_JMP | BPF_CALL) && code.src[i] === 0 && code.imm[i] === BPF_TIMER_SET_CALLBACK) calls++;
  }
  const pages = (length: number): number => Math.ceil((PROG_HEADER + 8 * length) / PAGE_SIZE);
  return pages(code.length + 2 * calls) > pages(code.length);
}

/** The program was copied to a larger place after its address had been patched into it; race R20. */
function moveProgram(k: Kernel, prog: Addr): void {
  const before = k.kzalloc(BpfProg);
  if (before === 0) return;
  k.kfree(before);
  k.prog(prog).movedFrom = before;
}

const MAP_LOADS: ReadonlySet<number> = new Set([
  BPF_PSEUDO_MAP_FD,
  BPF_PSEUDO_MAP_VALUE,
  BPF_PSEUDO_MAP_IDX,
  BPF_PSEUDO_MAP_IDX_VALUE,
]);

/** Indices of the maps that instructions refer to, in the order of their first mention; kernel: add_used_map(). */
function mapsUsedBy(insns: Uint8Array): readonly number[] {
  const code = decode(insns);
  const used = new Set<number>();
  for (let i = 0; i < code.length; i++) {
    if (code.opcode[i] === LD_IMM64 && MAP_LOADS.has(code.src[i])) used.add(code.imm[i]);
  }
  return [...used];
}

/** Another map that the program holds although it does not refer to it; kernel: bpf_prog_bind_map(). */
export function bindMap(k: Kernel, prog: Addr, map: Addr): number {
  const { usedMaps, usedMapCount } = k.prog(prog);
  for (let i = 0; i < usedMapCount; i++) if (k.memory.load32(usedMaps + 4 * i) === map) return 0;
  const grown = k.kzallocBytes(4 * (usedMapCount + 1), 'used_maps');
  if (grown === 0) return -ENOMEM;
  if (usedMaps !== 0) {
    k.memory.copy(grown, usedMaps, 4 * usedMapCount);
    k.kfree(usedMaps);
  }
  k.memory.store32(grown + 4 * usedMapCount, map);
  k.prog(prog).usedMaps = grown;
  k.prog(prog).usedMapCount = usedMapCount + 1;
  mapInc(k, map);
  return 0;
}

function appendProg(k: Kernel, prog: Addr): void {
  let last = k.globals().progs;
  if (last === 0) {
    k.globals().progs = prog;
    return;
  }
  while (k.prog(last).next !== 0) last = k.prog(last).next;
  k.prog(last).next = prog;
}

function addressesOf(k: Kernel, verified: VerifiedProgram, maps: readonly Addr[], code: number): Addresses {
  return {
    map: (index) => ({ low: maps[index], high: POINTER_HIGH }),
    mapValue: (index, offset) => ({ low: directValue(k, maps[index]) + offset, high: POINTER_HIGH }),
    subprogram: (insn) => ({ low: funcRef(code, verified.subprogStarts.indexOf(insn)), high: TEXT_HIGH }),
    kernelVariable: () => ({ low: 0, high: 0 }),
  };
}

/** Address of the only value of a map that programs address directly; kernel: map_direct_value_addr(). */
function directValue(k: Kernel, map: Addr): Addr {
  return k.mapOps(map).nextValue?.(k, map, 0) ?? 0;
}
