/** Loads and stores through pointers with BTF types: kernel structs, map pointers, objects of the program. */
import { EACCES, EFAULT, EINVAL, ENOTSUPP, EPERM } from '../../abi/errno.ts';
import { mapTypeRules } from '../../abi/map-types.ts';
import * as program from '../../abi/program-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { Btf } from '../../btf/btf.ts';
import { fieldName } from '../../btf/field-types.ts';
import { structMeta } from '../../btf/fields.ts';
import type { Verifier } from '../env.ts';
import { btfNumber, btfOf, mapOf, reg } from '../env.ts';
import * as layout from '../program/layout.ts';
import { inRcuCs } from '../program/sections.ts';
import { refuse } from '../refuse.ts';
import {
  BPF_REG_TRUSTED_MODIFIERS,
  isRcuReg,
  isTrustedReg,
  markRegKnownZero,
  markRegUnknown,
  typeIsNonOwningRef,
  typeIsPtrAllocObj,
} from '../states/regs.ts';
import { tnumStrn } from '../values/number-text.ts';
import { TNUM, tnumEqualsConst } from '../values/tnum.ts';
import { BPF_READ } from './access-types.ts';
import { btfNestedTypeIsTrusted, btfStructDive } from './btf-walk.ts';

/** kernel: btf_is_kernel() */
export const isKernelBtf = (btf: Btf): boolean => btf === vmlinuxBtf();

/** A register gets what was loaded from a typed pointer. kernel: verifier.c mark_btf_ld_reg() */
export function markBtfLdReg(v: Verifier, r: number, regType: number, btf: Btf, btfId: number, flags: number): number {
  switch (regType) {
    case layout.SCALAR_VALUE:
      markRegUnknown(v, r);
      return 0;
    case layout.PTR_TO_BTF_ID:
      markRegKnownZero(v, r);
      v.w[r + layout.TYPE] = layout.PTR_TO_BTF_ID | flags;
      v.w[r + layout.BTF] = btfNumber(v, btf);
      v.w[r + layout.BTF_ID] = btfId;
      if (layout.typeMayBeNull(flags)) v.w[r + layout.ID] = ++v.idGen;
      return 0;
    case layout.PTR_TO_MEM:
      markRegKnownZero(v, r);
      v.w[r + layout.TYPE] = layout.PTR_TO_MEM | flags;
      v.w[r + layout.MEM_SIZE] = 0;
      return 0;
    default:
      return -EFAULT;
  }
}

/** What a load gives: a register type, the pointee if it is PTR_TO_BTF_ID, its flags; or an errno. */
interface Loaded {
  readonly regType: number;
  readonly typeId: number;
  readonly flags: number;
  readonly field: string;
}

const SCALAR: Loaded = { regType: layout.SCALAR_VALUE, typeId: 0, flags: 0, field: '' };

/** kernel: btf.c btf_struct_access() */
function btfStructAccess(
  v: Verifier,
  btf: Btf,
  typeId: number,
  regType: number,
  off: number,
  size: number,
): Loaded | number {
  const isAlloc = (regType & layout.MEM_ALLOC) !== 0;
  const special = isAlloc ? structMeta(btf, typeId) : undefined;
  for (const field of special?.fields ?? []) {
    if (off >= field.offset + field.size || field.offset >= off + size) continue;
    v.verbose(`direct access to ${fieldName(field.type)} is disallowed\n`);
    return -EACCES;
  }
  const { result, flags } = btfStructDive(v, btf, typeId, off, size);
  switch (result.is) {
    case 'error':
      return result.errno;
    case 'pointer':
      // A struct of the program's own never yields pointers.
      if (isAlloc) return SCALAR;
      return { regType: layout.PTR_TO_BTF_ID, typeId: result.typeId, flags, field: result.field };
    case 'pointer_untrusted':
      return { ...SCALAR, regType: layout.PTR_TO_MEM, flags: layout.MEM_RDONLY | layout.PTR_UNTRUSTED };
    default:
      return SCALAR;
  }
}

/** Conditions that hold for the pointer whatever it is used for. */
function checkBtfPointer(v: Verifier, r: number, regno: number, off: number, name: string): number {
  const type = v.w[r + layout.TYPE];
  if (!v.allowPtrLeaks)
    return refuse(v, `'struct ${name}' access is allowed only to CAP_PERFMON and CAP_SYS_ADMIN`, EPERM);
  if (!program.isGplCompatible(v.request.license) && isKernelBtf(btfOf(v, r)))
    return refuse(v, `Cannot access kernel 'struct ${name}' from non-GPL compatible program`, EINVAL);
  if (off < 0) return refuse(v, `R${regno} is ptr_${name} invalid negative access: off=${off}`, EACCES);
  if (!tnumEqualsConst(v.w, r + TNUM, 0)) {
    const varOff = tnumStrn(v.w, r + TNUM);
    return refuse(v, `R${regno} is ptr_${name} invalid variable offset: off=${off}, var_off=${varOff}`, EACCES);
  }
  if ((type & layout.MEM_USER) !== 0)
    return refuse(v, `R${regno} is ptr_${name} access user memory: off=${off}`, EACCES);
  if ((type & layout.MEM_PERCPU) !== 0)
    return refuse(v, `R${regno} is ptr_${name} access percpu memory: off=${off}`, EACCES);
  return 0;
}

/** Program types that may set the mark of a connection. */
const MARKS_CONNECTIONS: ReadonlySet<number> = new Set([
  program.BPF_PROG_TYPE_SCHED_CLS,
  program.BPF_PROG_TYPE_SCHED_ACT,
  program.BPF_PROG_TYPE_XDP,
]);

/** Of all objects of the kernel, one field can be written. kernel: nf_conntrack_bpf.c _nf_conntrack_btf_struct_access() */
function checkKernelWrite(v: Verifier, btf: Btf, typeId: number, off: number, size: number): number {
  const isConnection = ['nf_conn', 'nf_conn___init'].includes(btf.name(typeId));
  if (!isConnection || !MARKS_CONNECTIONS.has(v.progType)) return refuse(v, 'only read is supported', EACCES);
  const mark = btf.member(btf.find('nf_conn', 'struct') ?? 0, 'mark');
  const at = (mark?.bitOffset ?? -1) / 8;
  if (mark === undefined || off !== at) return refuse(v, `no write support to nf_conn at off ${off}`, EACCES);
  const end = at + (btf.sizeOf(mark.type) ?? 0);
  if (off + size <= end) return 0;
  const where = `write access at off ${off} with size ${size}`;
  return refuse(v, `${where} beyond the member of nf_conn ended at ${end}`, EACCES);
}

/** A load or store through a typed pointer. kernel: verifier.c check_ptr_to_btf_access() */
export function checkPtrToBtfAccess(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  type: number,
  valueRegno: number,
): number {
  const r = reg(v, regno);
  const btf = btfOf(v, r);
  const typeId = v.w[r + layout.BTF_ID];
  const regType = v.w[r + layout.TYPE];
  const error = checkBtfPointer(v, r, regno, off, btf.name(typeId));
  if (error !== 0) return error;
  if (type !== BPF_READ && !typeIsPtrAllocObj(regType)) return checkKernelWrite(v, btf, typeId, off, size);
  if (isUnownedAlloc(v, r)) {
    v.verbose('verifier bug: ref_obj_id for allocated object must be non-zero\n');
    return -EFAULT;
  }
  const loaded = btfStructAccess(v, btf, typeId, regType, off, size);
  if (typeof loaded === 'number') return loaded;
  if (type !== BPF_READ || valueRegno < 0) return 0;
  const flags = loaded.regType === layout.PTR_TO_BTF_ID ? walkedFlags(v, r, loaded) : loaded.flags;
  return markBtfLdReg(v, reg(v, valueRegno), loaded.regType, btf, loaded.typeId, flags);
}

function isUnownedAlloc(v: Verifier, r: number): boolean {
  const type = v.w[r + layout.TYPE];
  const isOwned = v.w[r + layout.REF_OBJ_ID] !== 0 || (type & layout.MEM_RCU) !== 0;
  return (type & layout.MEM_ALLOC) !== 0 && !typeIsNonOwningRef(type) && !isOwned;
}

/** How far a pointer that was loaded through another one can be trusted. */
function walkedFlags(v: Verifier, r: number, loaded: Loaded): number {
  const withoutTrust = loaded.flags & ~(BPF_REG_TRUSTED_MODIFIERS | layout.MEM_RCU);
  if ((v.w[r + layout.TYPE] & layout.PTR_UNTRUSTED) !== 0) return layout.PTR_UNTRUSTED;
  if (!isTrustedReg(v.w, r) && !isRcuReg(v.w, r)) return withoutTrust;
  const isListed = (suffix: string): boolean =>
    btfNestedTypeIsTrusted(btfOf(v, r), v.w[r + layout.BTF_ID], loaded.field, loaded.typeId, suffix);
  if (isListed('__safe_trusted')) return loaded.flags | layout.PTR_TRUSTED;
  if (isListed('__safe_trusted_or_null')) return loaded.flags | layout.PTR_TRUSTED | layout.PTR_MAYBE_NULL;
  if (!inRcuCs(v) || layout.typeMayBeNull(v.w[r + layout.TYPE])) return layout.PTR_UNTRUSTED;
  if (isListed('__safe_rcu')) return loaded.flags | layout.MEM_RCU;
  const mayBeNull = isListed('__safe_rcu_or_null');
  if (mayBeNull) return (loaded.flags | layout.MEM_RCU | layout.PTR_MAYBE_NULL) & ~layout.PTR_UNTRUSTED;
  if ((loaded.flags & layout.MEM_RCU) !== 0) return loaded.flags | layout.PTR_MAYBE_NULL;
  return (loaded.flags & (layout.MEM_PERCPU | layout.MEM_USER)) !== 0 ? loaded.flags : withoutTrust;
}

/** A load through a map pointer, which shows the kernel's `struct bpf_map`. kernel: verifier.c check_ptr_to_map_access() */
export function checkPtrToMapAccess(
  v: Verifier,
  regno: number,
  off: number,
  size: number,
  type: number,
  valueRegno: number,
): number {
  const map = mapOf(v, reg(v, regno));
  const btf = vmlinuxBtf();
  const name = mapTypeRules(map.type)?.struct ?? '';
  const typeId = btf.find(name, 'struct');
  if (typeId === undefined) return refuse(v, `map_ptr access not supported for map type ${map.type}`, ENOTSUPP);
  if (!v.allowPtrLeaks)
    return refuse(v, `'struct ${name}' access is allowed only to CAP_PERFMON and CAP_SYS_ADMIN`, EPERM);
  if (off < 0) return refuse(v, `R${regno} is ${name} invalid negative access: off=${off}`, EACCES);
  if (type !== BPF_READ) return refuse(v, `only read from ${name} is supported`, EACCES);
  const loaded = btfStructAccess(v, btf, typeId, layout.PTR_TO_BTF_ID, off, size);
  if (typeof loaded === 'number') return loaded;
  if (valueRegno < 0) return 0;
  return markBtfLdReg(v, reg(v, valueRegno), loaded.regType, btf, loaded.typeId, loaded.flags);
}
