/** Kernel pointers that are kept in map values and in objects of the program. */
import { EACCES, EINVAL } from '../../abi/errno.ts';
import { BPF_GRAPH_NODE, BPF_KPTR, BPF_KPTR_PERCPU, BPF_KPTR_REF, BPF_KPTR_UNREF } from '../../btf/field-types.ts';
import type { BtfField, BtfRecord } from '../../btf/fields.ts';
import { recordHas, structMeta } from '../../btf/fields.ts';
import type { CallArgMeta } from '../calls/call-meta.ts';
import type { Verifier } from '../env.ts';
import { btfOf, mapNumber, mapOf, reg } from '../env.ts';
import { regTypeStr } from '../log/log-names.ts';
import * as layout from '../program/layout.ts';
import { inRcuCs } from '../program/sections.ts';
import { refuse } from '../refuse.ts';
import { regBtfRecord, typeIsPtrAllocObj } from '../states/regs.ts';
import { TNUM, tnumIsConst } from '../values/tnum.ts';
import { isKernelBtf } from './btf-access.ts';
import { btfStructIdsMatch } from './btf-walk.ts';
import { checkPtrOffReg } from './mem-region.ts';

/** Kernel types whose referenced kptrs may be read under RCU. kernel: verifier.c rcu_protected_types */
const RCU_PROTECTED: ReadonlySet<string> = new Set([
  'prog_test_ref_kfunc',
  'cgroup',
  'bpf_cpumask',
  'task_struct',
  'bpf_crypto_ctx',
]);

/** kernel: verifier.c rcu_safe_kptr() */
function isRcuSafeKptr({ type, kptr }: BtfField): boolean {
  if (type === BPF_KPTR_PERCPU) return true;
  if (type !== BPF_KPTR_REF || kptr === undefined) return false;
  return !kptr.isKernel || RCU_PROTECTED.has(kptr.btf.name(kptr.typeId));
}

/** Flags of a pointer loaded from a kptr field. kernel: verifier.c btf_ld_kptr_type() */
export function btfLdKptrType(v: Verifier, field: BtfField): number {
  const { kptr } = field;
  if (kptr === undefined || !isRcuSafeKptr(field) || !inRcuCs(v)) return layout.PTR_MAYBE_NULL | layout.PTR_UNTRUSTED;
  let flags = layout.PTR_MAYBE_NULL | layout.MEM_RCU;
  if (field.type === BPF_KPTR_PERCPU) flags |= layout.MEM_PERCPU;
  else if (!kptr.isKernel) flags |= layout.MEM_ALLOC;
  const pointee = kptr.isKernel ? undefined : structMeta(kptr.btf, kptr.typeId);
  return recordHas(pointee, BPF_GRAPH_NODE) ? flags | layout.NON_OWN_REF : flags;
}

/** Modifiers that a pointer stored in a kptr field may have. */
function allowedFlags(field: BtfField, isKernel: boolean): number {
  if (!isKernel) {
    const local = layout.PTR_MAYBE_NULL | layout.MEM_ALLOC;
    return field.type === BPF_KPTR_PERCPU ? local | layout.MEM_PERCPU : local;
  }
  const kernel = layout.PTR_MAYBE_NULL | layout.PTR_TRUSTED | layout.MEM_RCU;
  return field.type === BPF_KPTR_UNREF ? kernel | layout.PTR_UNTRUSTED : kernel;
}

/** 0 if the pointer in a register may be stored in a kptr field. kernel: verifier.c map_kptr_match_type() */
export function mapKptrMatchType(v: Verifier, field: BtfField, r: number, regno: number): number {
  const { kptr } = field;
  if (kptr === undefined) return -EINVAL;
  const type = v.w[r + layout.TYPE];
  let name = '';
  if (layout.baseType(type) === layout.PTR_TO_BTF_ID) {
    const btf = btfOf(v, r);
    if ((layout.typeFlag(type) & ~allowedFlags(field, isKernelBtf(btf))) === 0) {
      name = btf.name(v.w[r + layout.BTF_ID]);
      if (checkPtrOffReg(v, r, regno, true) !== 0) return -EACCES;
      const isStrict = field.type !== BPF_KPTR_UNREF;
      if (btfStructIdsMatch(v, btf, v.w[r + layout.BTF_ID], v.w[r + layout.OFF], kptr.btf, kptr.typeId, isStrict))
        return 0;
    }
  }
  reportBadKptr(v, field, kptr.btf.name(kptr.typeId), type, name, regno);
  return -EINVAL;
}

function reportBadKptr(v: Verifier, field: BtfField, target: string, type: number, name: string, regno: number): void {
  const expected = regTypeStr(layout.PTR_TO_BTF_ID);
  v.verbose(`invalid kptr access, R${regno} type=${regTypeStr(type)}${name} expected=${expected}${target}`);
  if (field.type !== BPF_KPTR_UNREF) v.verbose('\n');
  else v.verbose(` or ${regTypeStr(layout.PTR_TO_BTF_ID | layout.PTR_UNTRUSTED)}${target}\n`);
}

/** The destination of `bpf_kptr_xchg`. kernel: verifier.c process_kptr_func() */
export function processKptrFunc(v: Verifier, regno: number, meta: CallArgMeta): number {
  const r = reg(v, regno);
  if (!typeIsPtrAllocObj(v.w[r + layout.TYPE])) {
    const map = mapOf(v, r);
    if (map.btf === undefined) {
      v.verbose(`map '${map.name}' has to have BTF in order to use bpf_kptr_xchg\n`);
      return -EINVAL;
    }
    meta.mapPtr = mapNumber(v, map);
  }
  return findKptrField(v, r, regno, regBtfRecord(v, r), meta);
}

function findKptrField(
  v: Verifier,
  r: number,
  regno: number,
  record: BtfRecord | undefined,
  meta: CallArgMeta,
): number {
  if (!tnumIsConst(v.w, r + TNUM))
    return refuse(v, `R${regno} doesn't have constant offset. kptr has to be at the constant offset`, EINVAL);
  if (!recordHas(record, BPF_KPTR)) return refuse(v, `R${regno} has no valid kptr`, EINVAL);
  const off = v.w[r + layout.OFF] + v.w[r + TNUM];
  const field = record?.fields.find((at) => at.offset === off && (at.type & BPF_KPTR) !== 0);
  if (field === undefined) return refuse(v, `off=${off} doesn't point to kptr`, EACCES);
  if ((field.type & (BPF_KPTR_REF | BPF_KPTR_PERCPU)) === 0)
    return refuse(v, `off=${off} kptr isn't referenced kptr`, EACCES);
  meta.kptrField = field;
  return 0;
}
