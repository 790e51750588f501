/** Calls of helpers with arguments after their prototypes. */
import * as arg from '../../engine/abi/arg-types.ts';
import { HELPER_COUNT, type HelperProto, helperByName, helperProto } from '../../engine/abi/helpers.ts';
import { helperTakesMap } from '../../engine/abi/map-types.ts';
import * as reg from '../../engine/abi/reg-types.ts';
import { defined } from '../../lib/assert.ts';
import { type Builder, CONTEXT, NOTHING, NUMBER, type Rules, STACK, VALUE } from '../builder.ts';
import { MAPS, mapTypeOf } from '../catalogue.ts';
import * as insn from '../instructions.ts';

const FRAME = 10;
const BASE_MASK = 0xff;

export const helper = (name: string): number => defined(helperByName(name), name);

/** Helpers that give the same wherever they are called. */
const REPEATABLE: ReadonlySet<number> = new Set(
  `map_lookup_elem map_update_elem map_delete_elem map_push_elem map_pop_elem map_peek_elem csum_diff skb_load_bytes
  strtol strtoul strncmp loop for_each_map_elem ringbuf_reserve ringbuf_submit ringbuf_discard dynptr_from_mem dynptr_read
  dynptr_write dynptr_data spin_lock spin_unlock timer_init timer_set_callback`
    .split(/\s+/)
    .map(helper),
);

/** Those that find most of what there is to find. */
const FAVOURITES = `map_update_elem map_delete_elem map_push_elem map_pop_elem map_peek_elem csum_diff skb_load_bytes
  skb_store_bytes strtol strtoul strncmp snprintf trace_printk perf_event_output ringbuf_output get_current_comm
  probe_read_kernel tail_call get_stackid redirect_map xdp_adjust_head skb_pull_data get_stack map_lookup_percpu_elem
  fib_lookup sk_lookup_tcp xdp_load_bytes ktime_get_ns get_smp_processor_id get_current_task_btf jiffies64 trace_vprintk
  ringbuf_query copy_from_user check_mtu skb_change_head skb_adjust_room this_cpu_ptr per_cpu_ptr task_storage_get`
  .split(/\s+/)
  .map(helper);

/** Calls a helper and knows what that does. */
export function callHelper(b: Builder, id: number): void {
  if (!REPEATABLE.has(id)) b.isRepeatable = false;
  b.emit(insn.call(id));
  b.afterCall();
}

function anyHelper(b: Builder): void {
  const id = b.chance(55) ? b.pick(FAVOURITES) : 1 + b.random.below(HELPER_COUNT + (b.chance(2) ? 3 : 0));
  const proto = helperProto(id, b.programType);
  if (proto !== undefined) setArguments(b, proto);
  callHelper(b, id);
  const returns = proto === undefined ? arg.RET_INTEGER : proto.ret & BASE_MASK;
  if (returns !== arg.RET_INTEGER) readResult(b, (proto?.ret ?? 0) & reg.PTR_MAYBE_NULL);
}

/** A pointer that a helper gave is checked and read. */
function readResult(b: Builder, mayBeNull: number): void {
  const out = b.label();
  if (mayBeNull !== 0 && b.chance(90)) b.lead(insn.jumpImm(0x15, 0, 0), out);
  if (b.chance(70)) b.emit(insn.load(b.pick([1, 4, 8]), b.pick([0, 1, 2]), 0, b.pick([0, 0, 4, 8])));
  b.place(out);
  b.set(0, NOTHING);
}

/** The map of the call that is made, its size argument's choice, and what is where. */
interface CallPlan {
  readonly map: string;
  readonly bytes: number;
}

function setArguments(b: Builder, proto: HelperProto): void {
  const plan = {
    map: b.chance(92) ? suitableMap(b, proto) : b.pick(Object.keys(MAPS)),
    bytes: b.pick([1, 4, 8, 16, 16, 24, 64]),
  };
  proto.args.forEach((type, i) => {
    if (type !== arg.ARG_DONTCARE)
      setArgument(b, 1 + i, b.chance(97) ? type : b.random.below(25), proto.sizes[i], plan);
  });
}

function suitableMap(b: Builder, proto: HelperProto): string {
  const suitable = Object.keys(MAPS).filter((name) => helperTakesMap(proto.name, mapTypeOf(name)));
  return b.pick(suitable.length > 0 ? suitable : Object.keys(MAPS));
}

/** Bytes of the stack below the slots that hold other things. */
function stackMemory(b: Builder, register: number, bytes: number): void {
  b.stackAddress(register, -Math.min(STACK, (bytes + 7) & ~7) - (b.chance(2) ? 480 : 0) + (b.chance(2) ? 1 : 0));
}

function somePointer(b: Builder, register: number, bytes: number): void {
  const size = b.held[VALUE].size ?? 0;
  const others = b.holding(({ is }) => is === 'memory' || is === 'packet').filter((each) => each > 5);
  if (others.length > 0 && b.chance(30)) b.emit(insn.mov(register, b.pick(others)));
  else if (b.held[VALUE].is === 'value' && size >= bytes && b.chance(30)) b.emit(insn.mov(register, VALUE));
  else stackMemory(b, register, bytes);
}

function sizeArgument(b: Builder, register: number, bytes: number): void {
  if (b.chance(85)) b.emit(insn.movImm(register, b.chance(93) ? bytes : b.pick([0, -1, 512, 65])));
  else {
    b.loadNumber(register);
    if (b.chance(90)) b.emit(insn.andImm(register, bytes - 1));
    if (b.chance(60)) b.emit(insn.addImm(register, 1));
  }
}

function setArgument(b: Builder, register: number, type: number, size: number, { map, bytes }: CallPlan): void {
  if ((type & reg.PTR_MAYBE_NULL) !== 0 && b.chance(25)) {
    b.emit(insn.movImm(register, 0));
    return;
  }
  switch (type & BASE_MASK) {
    case arg.ARG_CONST_MAP_PTR:
      b.mapAddress(register, map);
      break;
    case arg.ARG_PTR_TO_MAP_KEY:
      if (b.chance(80)) b.emit(insn.storeImm(8, FRAME, -8, b.pick([0, 0, 1, 5])));
      somePointer(b, register, Math.max(8, MAPS[map].keySize));
      break;
    case arg.ARG_PTR_TO_MAP_VALUE:
      somePointer(b, register, Math.max(8, MAPS[map].valueSize));
      break;
    case arg.ARG_PTR_TO_MEM:
      somePointer(b, register, size > 0 ? size : bytes);
      break;
    case arg.ARG_CONST_SIZE:
    case arg.ARG_CONST_SIZE_OR_ZERO:
    case arg.ARG_CONST_ALLOC_SIZE_OR_ZERO:
      sizeArgument(b, register, bytes);
      break;
    case arg.ARG_PTR_TO_CTX:
      b.emit(insn.mov(register, CONTEXT));
      break;
    case arg.ARG_PTR_TO_CONST_STR:
      if (b.has('value') && b.chance(12)) b.emit(insn.mov(register, VALUE));
      else
        b.emit(
          insn.mapValueAddress(register, b.mapIndex(b.chance(90) ? 'constants' : 'values'), b.pick([0, 0, 16, 48, 56])),
        );
      break;
    case arg.ARG_PTR_TO_DYNPTR:
      b.stackAddress(register, -16 * b.pick([1, 2, 2, 3]));
      break;
    case arg.ARG_PTR_TO_PERCPU_BTF_ID:
    case arg.ARG_PTR_TO_BTF_ID:
    case arg.ARG_PTR_TO_BTF_ID_SOCK_COMMON:
    case arg.ARG_PTR_TO_SOCK_COMMON:
    case arg.ARG_PTR_TO_SOCKET:
      object(b, register);
      break;
    case arg.ARG_PTR_TO_FUNC:
      b.lead(insn.functionAddress(register), b.functionOf(b.pick(['C_each', 'C_loop', 'C_timer', 'C_drain'])));
      b.hasOpenLoop = true;
      break;
    case arg.ARG_PTR_TO_SPIN_LOCK:
    case arg.ARG_PTR_TO_TIMER:
    case arg.ARG_KPTR_XCHG_DEST:
      b.emit(insn.mov(register, VALUE));
      break;
    default:
      if (b.chance(70)) b.emit(insn.movImm(register, b.chance(70) ? 0 : b.constant()));
      else b.loadNumber(register);
  }
  b.set(register, NOTHING);
}

/** Something of the kernel that R8 or R9 keeps, if there is any. */
function object(b: Builder, register: number): void {
  const objects = b.holding(({ is }) => is === 'object');
  b.emit(insn.mov(register, objects.length > 0 ? b.pick(objects) : b.anyPointer()));
}

/** R0 = a task for whom no reference is held, kept and read. */
function currentTask(b: Builder): void {
  const keeper = b.keeper();
  b.emit(insn.call(helper('get_current_task_btf')));
  b.afterCall();
  b.isRepeatable = false;
  if (keeper === undefined) return;
  b.emit(insn.mov(keeper, 0));
  b.set(keeper, { is: 'object', name: 'task_struct' });
  if (b.chance(50)) b.emit(insn.load(b.pick([4, 8]), 1, keeper, b.pick([0, 8, 16, 1000, 2000])));
  b.set(1, NUMBER);
}

/** A socket that is looked up, used and given back. */
const socket: Rules[string]['make'] = (b, body) => {
  const keeper = b.keeper();
  if (keeper === undefined) return;
  setArguments(b, defined(helperProto(helper('sk_lookup_tcp'), 'sched_cls'), 'sk_lookup_tcp'));
  callHelper(b, helper(b.pick(['sk_lookup_tcp', 'sk_lookup_udp', 'skc_lookup_tcp'])));
  const out = b.label();
  b.emit(insn.mov(keeper, 0));
  b.lead(insn.jumpImm(0x15, b.pick([0, keeper]), 0), out);
  b.set(keeper, { is: 'object', name: 'sock' });
  const before = [...b.held];
  b.withLocked(keeper, () => {
    if (b.chance(50)) b.emit(insn.load(4, 1, keeper, b.pick([0, 4, 8, 12, 40, 44])));
    body(2);
    if (b.chance(30)) {
      b.emit(insn.mov(1, keeper));
      callHelper(b, helper(b.pick(['tcp_sock', 'sk_fullsock', 'skc_to_tcp_sock', 'get_listener_sock'])));
      readResult(b, 1);
    }
    b.emit(insn.mov(1, keeper));
    if (b.chance(94)) callHelper(b, helper('sk_release'));
  });
  b.join(before);
  b.set(keeper, NOTHING);
  b.place(out);
};

export const HELPERS: Rules = {
  anyHelper: { weight: 22, make: anyHelper },
  currentTask: { weight: 2, make: currentTask },
  socket: { weight: 1.5, make: socket },
};
