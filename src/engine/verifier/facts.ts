import type { InsnFacts, VerifiedProgram } from '../program/load.ts';
import type { Verifier } from './env.ts';
import {
  baseType,
  MEM_ALLOC,
  MEM_RDONLY,
  PTR_TO_BTF_ID,
  PTR_TO_CTX,
  PTR_TO_MEM,
  PTR_UNTRUSTED,
} from './program/layout.ts';

const DIRECT = 0;
const CONTEXT = 1;
const FAULT_TOLERANT = 2;

/** Pointers that may point to nothing: loads through them give 0 then. kernel: verifier.c convert_ctx_accesses() */
const UNSAFE_POINTERS: ReadonlySet<number> = new Set([
  PTR_TO_BTF_ID,
  PTR_TO_BTF_ID | PTR_UNTRUSTED,
  PTR_TO_BTF_ID | MEM_ALLOC | PTR_UNTRUSTED,
  PTR_TO_MEM | MEM_RDONLY | PTR_UNTRUSTED,
]);

function accessClass(ptrType: number): number {
  if (ptrType === 0) return DIRECT;
  if (baseType(ptrType) === PTR_TO_CTX) return CONTEXT;
  return UNSAFE_POINTERS.has(ptrType) ? FAULT_TOLERANT : DIRECT;
}

function factsOf(v: Verifier): InsnFacts {
  const { aux } = v;
  const mapCount = v.request.maps.length;
  const access = new Uint8Array(v.code.length);
  const dead = new Uint8Array(v.code.length);
  const callMap = aux.callMap.slice();
  for (let i = 0; i < v.code.length; i++) {
    access[i] = accessClass(aux.ptrType[i]);
    dead[i] = aux.seen[i] === 0 ? 1 : 0;
    if (callMap[i] < 0 || callMap[i] > mapCount) callMap[i] = 0;
  }
  return {
    access,
    callMap,
    callback: aux.callback.slice(),
    dead,
    liveRegisters: aux.liveRegsBefore.slice(),
  };
}

/** What the kernel keeps of a program that was accepted. */
export const verifiedProgram = (v: Verifier): VerifiedProgram => ({
  request: v.request,
  facts: factsOf(v),
  subprogStarts: v.subprogs.map((subprog) => subprog.start),
  stackDepths: v.subprogs.map((subprog) => subprog.touchedStack),
  subprogNames: v.subprogs.map((subprog) => subprog.name),
  exceptionCallback: v.exceptionCallbackSubprog,
  contextBytes: v.maxCtxOffset,
});
