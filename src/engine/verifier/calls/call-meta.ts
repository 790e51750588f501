import type { Btf } from '../../btf/btf.ts';
import type { BtfField } from '../../btf/fields.ts';

/** What the arguments of a helper call tell about the rest of the call. kernel: struct bpf_call_arg_meta */
export class CallArgMeta {
  funcId = 0;
  /** MAP_PTR number of the map argument; 0 = none so far. */
  mapPtr = 0;
  mapUid = 0;
  rawMode = false;
  pktAccess = false;
  /** Register that is released; 0 = none. */
  releaseRegno = 0;
  /** The pointer argument that the helper fills, and how many bytes of it. */
  regno = 0;
  accessSize = 0;
  memSize = 0;
  /** Upper bound of the size argument, as words. */
  msizeMaxLow = 0;
  msizeMaxHigh = 0;
  refObjId = 0;
  dynptrId = 0;
  /** Key of a lookup if it is known; -1 otherwise. A 64-bit key that does not fit is as good as unknown. */
  constMapKey = 0;
  subprogno = 0;
  retBtf: Btf | undefined = undefined;
  retBtfId = 0;
  kptrField: BtfField | undefined = undefined;

  reset(funcId: number, pktAccess: boolean): void {
    this.funcId = funcId;
    this.pktAccess = pktAccess;
    this.mapPtr = 0;
    this.mapUid = 0;
    this.rawMode = false;
    this.releaseRegno = 0;
    this.regno = 0;
    this.accessSize = 0;
    this.memSize = 0;
    this.msizeMaxLow = 0;
    this.msizeMaxHigh = 0;
    this.refObjId = 0;
    this.dynptrId = 0;
    this.constMapKey = 0;
    this.subprogno = 0;
    this.retBtf = undefined;
    this.retBtfId = 0;
    this.kptrField = undefined;
  }
}

/** For checks of single arguments outside of a helper call. */
export const newCallMeta = (): CallArgMeta => new CallArgMeta();
