/** What a callback finds in its registers when it begins. kernel: verifier.c set_*_callback_state() */
import { BPF_DYNPTR_TYPE_LOCAL } from '../../abi/dynptr-types.ts';
import { ENOTSUPP } from '../../abi/errno.ts';
import { mapTypeRules } from '../../abi/map-types.ts';
import { vmlinuxBtf } from '../../abi/vmlinux.ts';
import type { FuncState, Verifier } from '../env.ts';
import { btfNumber, frameReg } from '../env.ts';
import * as layout from '../program/layout.ts';
import { copyRegister, markRegKnownZero, markRegNotInit } from '../states/regs.ts';
import type { SetCalleeState } from './calls.ts';
import { markDynptrCbReg } from './dynptr.ts';

/** R`from`..R5 hold nothing. */
function clearArgs(v: Verifier, callee: FuncState, from: number): void {
  for (let regno = from; regno <= 5; regno++) markRegNotInit(v, frameReg(callee, regno));
}

function setMapPointer(v: Verifier, r: number, type: number, mapPtr: number): void {
  markRegKnownZero(v, r);
  v.w[r + layout.TYPE] = type;
  v.w[r + layout.MAP_PTR] = mapPtr;
}

function setSyncCallback(callee: FuncState): void {
  callee.inCallbackFn = true;
  callee.callbackRetMin = 0;
  callee.callbackRetMax = 1;
}

function setAsyncCallback(callee: FuncState, min: number, max: number): void {
  callee.inAsyncCallbackFn = true;
  callee.callbackRetMin = min;
  callee.callbackRetMax = max;
}

/** Map, key and value: what timers, work queues and task work are given. */
function setMapArgs(v: Verifier, callee: FuncState, mapPtr: number): void {
  setMapPointer(v, frameReg(callee, 1), layout.CONST_PTR_TO_MAP, mapPtr);
  setMapPointer(v, frameReg(callee, 2), layout.PTR_TO_MAP_KEY, mapPtr);
  setMapPointer(v, frameReg(callee, 3), layout.PTR_TO_MAP_VALUE, mapPtr);
  clearArgs(v, callee, 4);
}

/** bpf_timer_set_callback(timer, callback): callback(map, key, value) */
export const setTimerCallbackState: SetCalleeState = (v, caller, callee) => {
  setMapArgs(v, callee, v.w[frameReg(caller, 1) + layout.MAP_PTR]);
  if (v.env.rules.async_state) setAsyncCallback(callee, 0, 0);
  else setSyncCallback(callee);
  return 0;
};

const S32_MIN = -0x80000000;
const S32_MAX = 0x7fffffff;

/** bpf_task_work_schedule_*(task, work, map, callback): callback(map, key, value) */
export const setTaskWorkScheduleCallbackState: SetCalleeState = (v, caller, callee) => {
  setMapArgs(v, callee, v.w[frameReg(caller, 3) + layout.MAP_PTR]);
  setAsyncCallback(callee, S32_MIN, S32_MAX);
  return 0;
};

/** bpf_for_each_map_elem(map, callback, ctx, flags): callback(map, key, value, ctx) */
export const setMapElemCallbackState: SetCalleeState = (v, caller, callee) => {
  const map = frameReg(caller, 1);
  const mapPtr = v.w[map + layout.MAP_PTR];
  if (mapTypeRules(v.mapTable[mapPtr - 1].type)?.forEach !== true) {
    v.verbose('callback function not allowed for map\n');
    return -ENOTSUPP;
  }
  copyRegister(v.w, frameReg(callee, 1), map);
  setMapPointer(v, frameReg(callee, 2), layout.PTR_TO_MAP_KEY, mapPtr);
  setMapPointer(v, frameReg(callee, 3), layout.PTR_TO_MAP_VALUE, mapPtr);
  copyRegister(v.w, frameReg(callee, 4), frameReg(caller, 3));
  clearArgs(v, callee, 5);
  setSyncCallback(callee);
  return 0;
};

/** bpf_loop(nr_loops, callback, ctx, flags): callback(index, ctx) */
export const setLoopCallbackState: SetCalleeState = (v, caller, callee) => {
  v.w[frameReg(callee, 1) + layout.TYPE] = layout.SCALAR_VALUE;
  copyRegister(v.w, frameReg(callee, 2), frameReg(caller, 3));
  clearArgs(v, callee, 3);
  setSyncCallback(callee);
  return 0;
};

/** bpf_find_vma(task, addr, callback, ctx, flags): callback(task, vma, ctx) */
export const setFindVmaCallbackState: SetCalleeState = (v, caller, callee) => {
  copyRegister(v.w, frameReg(callee, 1), frameReg(caller, 1));
  const vma = frameReg(callee, 2);
  const btf = vmlinuxBtf();
  markRegKnownZero(v, vma);
  v.w[vma + layout.TYPE] = layout.PTR_TO_BTF_ID;
  v.w[vma + layout.BTF] = btfNumber(v, btf);
  v.w[vma + layout.BTF_ID] = btf.find('vm_area_struct', 'struct') ?? 0;
  copyRegister(v.w, frameReg(callee, 3), frameReg(caller, 4));
  clearArgs(v, callee, 4);
  setSyncCallback(callee);
  return 0;
};

/** bpf_user_ringbuf_drain(map, callback, ctx, flags): callback(dynptr, ctx) */
export const setUserRingbufCallbackState: SetCalleeState = (v, caller, callee) => {
  markRegNotInit(v, frameReg(callee, 0));
  markDynptrCbReg(v, frameReg(callee, 1), BPF_DYNPTR_TYPE_LOCAL);
  copyRegister(v.w, frameReg(callee, 2), frameReg(caller, 3));
  clearArgs(v, callee, 3);
  setSyncCallback(callee);
  return 0;
};
