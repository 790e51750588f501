/**
 * References to maps and kernel variables in instructions, before any is walked: that they exist, and that the program
 * may use them. kernel: verifier.c resolve_pseudo_ldimm64(), check_map_prog_compatibility()
 */
import { E2BIG, EBADF, EBUSY, EINVAL, ENOENT, ENOTSUPP, EOPNOTSUPP, EPERM } from '../../abi/errno.ts';
import {
  BPF_MAP_TYPE_ARENA,
  BPF_MAP_TYPE_CGROUP_STORAGE,
  BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE,
  BPF_MAP_TYPE_STRUCT_OPS,
  mapTypeRules,
} from '../../abi/map-types.ts';
import { BPF_PROG_TYPE_SOCKET_FILTER, isTracingProgType } from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import {
  BPF_LIST_HEAD,
  BPF_RB_ROOT,
  BPF_RES_SPIN_LOCK,
  BPF_SPIN_LOCK,
  BPF_TIMER,
  BPF_WORKQUEUE,
} from '../../btf/field-types.ts';
import { recordHas } from '../../btf/fields.ts';
import * as bpf from '../../isa/constants.ts';
import type { MapInfo } from '../../program/load.ts';
import type { Verifier } from '../env.ts';
import { BPF_MAX_VAR_OFF } from '../memory/access-types.ts';
import { refuse } from '../refuse.ts';
import { isKnownOpcode } from './insn-table.ts';
import { MEM_PERCPU, MEM_RDONLY, PTR_TO_BTF_ID, PTR_TO_FUNC, PTR_TO_MEM } from './layout.ts';

/** kernel: MAX_USED_MAPS */
const MAX_USED_MAPS = 64;

/** The last of the file descriptors that every process has open: they are something else than a map. */
const STDERR = 2;

/** Special fields that tracing programs cannot deal with, and how messages call them, in the kernel's order. */
const NOT_FOR_TRACING: readonly (readonly [number, string])[] = [
  [BPF_LIST_HEAD | BPF_RB_ROOT, 'bpf_{list_head,rb_root}'],
  [BPF_SPIN_LOCK | BPF_RES_SPIN_LOCK, 'bpf_spin_lock'],
  [BPF_TIMER, 'bpf_timer'],
  [BPF_WORKQUEUE, 'bpf_wq'],
];

/** Fields of the map's values that the program type excludes. */
function checkFields(v: Verifier, map: MapInfo): number {
  for (const [fields, name] of NOT_FOR_TRACING) {
    if (!recordHas(map.record, fields)) continue;
    if (name === 'bpf_spin_lock' && v.progType === BPF_PROG_TYPE_SOCKET_FILTER)
      return refuse(v, 'socket filter progs cannot use bpf_spin_lock yet');
    if (isTracingProgType(v.progType)) return refuse(v, `tracing progs cannot use ${name} yet`);
  }
  return 0;
}

const isCgroupStorage = (map: MapInfo): boolean =>
  map.type === BPF_MAP_TYPE_CGROUP_STORAGE || map.type === BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE;

function checkArena(v: Verifier, map: MapInfo, used: readonly MapInfo[]): number {
  if (used.some((other) => other.type === BPF_MAP_TYPE_ARENA)) return refuse(v, 'Only one arena per program', EBUSY);
  if (!v.allowPtrLeaks || !v.bpfCapable) return refuse(v, 'CAP_BPF and CAP_PERFMON are required to use arena', EPERM);
  if (!v.env.jit) return refuse(v, 'JIT is required to use arena', EOPNOTSUPP);
  if (map.mapExtra === 0n) return refuse(v, "arena's user address must be set via map_extra or mmap()");
  return 0;
}

/** May a program of this type use the map? kernel: verifier.c check_map_prog_compatibility() */
function checkMapProgCompatibility(v: Verifier, map: MapInfo, used: readonly MapInfo[]): number {
  const error = checkFields(v, map);
  if (error !== 0) return error;
  if (map.type === BPF_MAP_TYPE_STRUCT_OPS) return refuse(v, 'bpf_struct_ops map cannot be used in prog');
  if (v.sleepable && mapTypeRules(map.type)?.sleepable !== true)
    return refuse(v, 'Sleepable programs can only use array, hash, ringbuf and local storage maps');
  if (isCgroupStorage(map) && used.some((other) => other.type === map.type))
    return refuse(v, 'only one cgroup storage of each type is allowed', EBUSY);
  return map.type === BPF_MAP_TYPE_ARENA ? checkArena(v, map, used) : 0;
}

/** Maps that earlier instructions refer to; the one that instruction `i` loads joins them. kernel: verifier.c add_used_map() */
function addUsedMap(v: Verifier, i: number, used: MapInfo[]): number {
  const index = v.code.imm[i];
  const map = v.request.strayMapFds?.has(i) === true ? undefined : v.request.maps[index];
  if (map === undefined) {
    const isOpen = index >= 0 && index <= STDERR;
    return refuse(v, `fd ${index} is not pointing to valid bpf_map`, isOpen ? EINVAL : EBADF);
  }
  if (used.includes(map)) return 0;
  if (used.length >= MAX_USED_MAPS)
    return refuse(v, `The total number of maps per program has reached the limit of ${MAX_USED_MAPS}`, E2BIG);
  const error = checkMapProgCompatibility(v, map, used);
  if (error !== 0) return error;
  used.push(map);
  if (map.type === BPF_MAP_TYPE_ARENA) v.usesArena = true;
  return 0;
}

/** An address inside the value of a map that has one value. */
function checkValueAddress(v: Verifier, map: MapInfo, off: number): number {
  if (off >>> 0 >= BPF_MAX_VAR_OFF) return refuse(v, `direct value offset of ${off >>> 0} is not allowed`);
  if (mapTypeRules(map.type)?.directValue !== true)
    return refuse(v, 'no direct value access support for this map type');
  if (map.type === BPF_MAP_TYPE_ARENA) return 0;
  const message = `invalid access to map value pointer, value_size=${map.valueSize} off=${off >>> 0}`;
  if (map.maxEntries !== 1) return refuse(v, message, ENOTSUPP);
  return off >>> 0 >= map.valueSize ? refuse(v, message) : 0;
}

/** Address of a kernel variable or function. kernel: verifier.c check_pseudo_btf_id() */
function checkPseudoBtfId(v: Verifier, i: number): number {
  const btf = vmlinuxBtf();
  const typeId = v.code.imm[i];
  if (v.code.imm[i + 1] !== 0) return refuse(v, 'invalid module BTF object FD specified.');
  const type = btf.type(typeId);
  if (type === undefined) return refuse(v, `ldimm64 insn specifies invalid btf_id ${typeId}.`, ENOENT);
  if (type.kind === 'func')
    v.aux.btfVars.set(i, { regType: PTR_TO_MEM | MEM_RDONLY, btf: undefined, btfId: 0, memSize: 0 });
  else if (type.kind === 'var') {
    const unlisted = `ldimm64 failed to find the address for kernel symbol '${type.name}'.`;
    if (!v.env.kallsymsAll) return refuse(v, unlisted, ENOENT);
    // All variables of the kernel's BTF are per-CPU.
    v.aux.btfVars.set(i, { regType: PTR_TO_BTF_ID | MEM_PERCPU, btf, btfId: type.type, memSize: 0 });
  } else return refuse(v, `pseudo btf_id ${typeId} in ldimm64 isn't KIND_VAR or KIND_FUNC`);
  return 0;
}

/** The two slots of a 64-bit load. */
function resolveLdImm64(v: Verifier, i: number, used: MapInfo[]): number {
  const { code } = v;
  const hasSecond = i + 1 < code.length && code.opcode[i + 1] === 0 && code.off[i + 1] === 0;
  if (!hasSecond || code.dst[i + 1] !== 0 || code.src[i + 1] !== 0) return refuse(v, 'invalid bpf_ld_imm64 insn');
  switch (code.src[i]) {
    case 0:
      return 0;
    case bpf.BPF_PSEUDO_BTF_ID:
      return checkPseudoBtfId(v, i);
    case bpf.BPF_PSEUDO_FUNC:
      v.aux.ptrType[i] = PTR_TO_FUNC;
      return 0;
    case bpf.BPF_PSEUDO_MAP_VALUE:
    case bpf.BPF_PSEUDO_MAP_IDX_VALUE:
      return addUsedMap(v, i, used) || checkValueAddress(v, v.request.maps[code.imm[i]], code.imm[i + 1]);
    case bpf.BPF_PSEUDO_MAP_FD:
    case bpf.BPF_PSEUDO_MAP_IDX:
      if (code.imm[i + 1] === 0) return addUsedMap(v, i, used);
      return refuse(v, 'unrecognized bpf_ld_imm64 insn');
    default:
      return refuse(v, 'unrecognized bpf_ld_imm64 insn');
  }
}

function usesReservedLdxFields(v: Verifier, i: number): boolean {
  const opcode = v.code.opcode[i];
  if (bpf.classOf(opcode) !== bpf.BPF_LDX) return false;
  const mode = bpf.modeOf(opcode);
  return (mode !== bpf.BPF_MEM && mode !== bpf.BPF_MEMSX) || v.code.imm[i] !== 0;
}

/**
 * Checks every reference, and that every instruction is one; `insnIdx` is the first that is refused.
 * kernel: verifier.c resolve_pseudo_ldimm64()
 */
export function resolvePseudoLdimm64(v: Verifier): number {
  const used: MapInfo[] = [];
  for (let i = 0; i < v.code.length; i++) {
    const error = resolveInsn(v, i, used);
    if (error !== 0) {
      v.insnIdx = i;
      return error;
    }
    if (v.code.opcode[i] === bpf.LD_IMM64) i++;
  }
  return 0;
}

function resolveInsn(v: Verifier, i: number, used: MapInfo[]): number {
  const opcode = v.code.opcode[i];
  if (usesReservedLdxFields(v, i)) return refuse(v, 'BPF_LDX uses reserved fields');
  if (opcode === bpf.LD_IMM64) return resolveLdImm64(v, i, used);
  return isKnownOpcode(opcode) ? 0 : refuse(v, `unknown opcode ${opcode.toString(16).padStart(2, '0')}`);
}
