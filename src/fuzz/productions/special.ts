/** Special fields of map values (timers, work queues, locks, kept pointers), and callbacks. */
import { type Builder, NOTHING, NUMBER, type Production, type Rules, VALUE } from '../builder.ts';
import { type Field, MAPS } from '../catalogue.ts';
import * as insn from '../instructions.ts';
import { callHelper, helper } from './helpers.ts';

const withField = (is: Field['is']): readonly string[] =>
  Object.keys(MAPS).filter((name) => MAPS[name].fields.some((field) => field.is === is));

const offsetOf = (map: string, is: Field['is']): number =>
  MAPS[map].fields.find((field) => field.is === is)?.offset ?? 0;

/** Looks a value up and keeps it in R8 or R9 while `use` works with the address of its field. */
export function withValue(b: Builder, is: Field['is'], use: (keeper: number, map: string) => void): void {
  const keeper = b.keeper();
  if (keeper === undefined || (b.isPlain && !b.chance(5))) return;
  const map = b.chance(96) ? b.pick(withField(is)) : b.pick(['values', 'hash', 'both', 'kept']);
  const missing = b.label();
  b.lookup(map, missing);
  b.emit(insn.mov(keeper, 0));
  const offset = offsetOf(map, is);
  if (offset !== 0) b.emit(insn.addImm(keeper, offset));
  if (b.chance(2)) b.emit(insn.addImm(keeper, b.pick([1, 4, 8, -8])));
  b.set(keeper, { is: 'value', name: map, size: 8 });
  const before = [...b.held];
  b.withLocked(keeper, () => use(keeper, map));
  b.join(before);
  b.set(keeper, NOTHING);
  b.place(missing);
  for (let r = 0; r <= 5; r++) b.set(r, NOTHING);
}

function timerInit(b: Builder, timer: number, map: string): void {
  b.emit(insn.mov(1, timer));
  b.mapAddress(2, b.chance(96) ? map : b.pick(withField('timer')));
  b.emit(insn.movImm(3, b.chance(90) ? b.pick([0, 1, 1, 7]) : b.constant()));
  callHelper(b, helper('timer_init'));
}

function timerSetCallback(b: Builder, timer: number): void {
  b.emit(insn.mov(1, timer));
  b.lead(
    insn.functionAddress(2),
    b.functionOf(b.chance(96) ? 'C_timer' : b.pick(['C_loop', 'C_global', 'main', 'S_numbers'])),
  );
  callHelper(b, helper('timer_set_callback'));
}

/** Never soon: nobody waits for it. */
const LATER_NS = 0x7fff0000;

function timerStart(b: Builder, timer: number): void {
  b.emit(insn.mov(1, timer));
  if (b.chance(80)) b.emit(insn.movImm(2, LATER_NS));
  else b.loadNumber(2);
  b.emit(insn.movImm(3, b.chance(95) ? b.pick([0, 1, 2, 3]) : b.constant()));
  callHelper(b, helper('timer_start'));
}

function timerCancel(b: Builder, timer: number): void {
  b.emit(insn.mov(1, timer));
  callHelper(b, helper('timer_cancel'));
}

const timer: Production = (b, body) => {
  withValue(b, 'timer', (keeper, map) => {
    const steps = [
      () => timerInit(b, keeper, map),
      () => timerSetCallback(b, keeper),
      () => timerStart(b, keeper),
      () => timerCancel(b, keeper),
    ];
    for (const step of steps) if (b.chance(60)) step();
    if (b.chance(30)) body(2);
    if (b.chance(30)) b.pick(steps)();
    // Loads and stores of the timer itself are refused.
    if (b.chance(5)) b.emit(insn.load(8, 0, keeper, b.pick([0, 8, -8])));
  });
};

const workQueue: Production = (b) => {
  withValue(b, 'wq', (keeper, map) => {
    b.emit(insn.mov(1, keeper));
    b.mapAddress(2, map);
    b.emit(insn.movImm(3, b.chance(95) ? 0 : 1), insn.callKernel('bpf_wq_init'), insn.mov(1, keeper));
    b.lead(insn.functionAddress(2), b.functionOf(b.chance(95) ? 'C_timer' : 'C_loop'));
    b.emit(insn.movImm(3, 0), insn.movImm(4, 0), insn.callKernel('bpf_wq_set_callback_impl'));
    b.emit(insn.mov(1, keeper), insn.movImm(2, 0), insn.callKernel('bpf_wq_start'));
    b.afterCall();
  });
  b.isRepeatable = false;
};

const taskWork: Production = (b) => {
  withValue(b, 'task_work', (keeper, map) => {
    b.emit(insn.call(helper('get_current_task_btf')), insn.mov(1, b.chance(95) ? 0 : keeper), insn.mov(2, keeper));
    b.mapAddress(3, map);
    b.lead(insn.functionAddress(4), b.functionOf(b.chance(95) ? 'C_timer' : 'C_loop'));
    b.emit(insn.movImm(5, 0));
    b.emit(insn.callKernel(`bpf_task_work_schedule_${b.pick(['signal', 'resume'])}_impl`));
    b.afterCall();
  });
  b.isRepeatable = false;
};

const spinLock: Production = (b, body) => {
  withValue(b, 'lock', (keeper, map) => {
    b.emit(insn.mov(1, keeper));
    callHelper(b, helper('spin_lock'));
    if (b.chance(80)) {
      const at = b.pick([4, 8, 16].filter((offset) => offset + 8 <= MAPS[map].valueSize));
      b.emit(insn.load(4, 0, keeper, at), insn.addImm(0, 1), insn.store(4, keeper, 0, at));
    }
    b.set(0, NUMBER);
    if (b.chance(12)) body(1);
    if (b.chance(15)) exitIf(b);
    if (b.chance(3)) return;
    b.emit(insn.mov(1, b.chance(96) ? keeper : VALUE));
    callHelper(b, helper('spin_unlock'));
  });
};

function exitIf(b: Builder): void {
  const on = b.label();
  b.lead(insn.jumpImm(b.pick([0x15, 0x55]), 0, 0), on);
  if (b.chance(50)) b.emit(insn.exit);
  else b.emit(insn.movImm(0, 1));
  b.place(on);
}

const resilientLock: Production = (b, body) => {
  withValue(b, 'res_lock', (keeper) => {
    const isIrq = b.chance(40);
    const [lock, unlock] = isIrq
      ? ['bpf_res_spin_lock_irqsave', 'bpf_res_spin_unlock_irqrestore']
      : ['bpf_res_spin_lock', 'bpf_res_spin_unlock'];
    b.emit(insn.mov(1, keeper));
    if (isIrq) b.stackAddress(2, -72);
    b.emit(insn.callKernel(lock));
    b.afterCall();
    const failed = b.label();
    if (b.chance(95)) b.lead(insn.jumpImm(0x55, 0, 0), failed);
    const before = [...b.held];
    if (b.chance(20)) body(1);
    if (b.chance(3)) return b.place(failed);
    b.emit(insn.mov(1, keeper));
    if (isIrq) b.stackAddress(2, b.chance(96) ? -72 : -80);
    b.emit(insn.callKernel(b.chance(97) ? unlock : 'bpf_res_spin_unlock'));
    b.afterCall();
    b.join(before);
    b.place(failed);
  });
  b.isRepeatable = false;
};

/** A kernel pointer that is put into a map, or taken out. */
const keptPointer: Production = (b) => {
  withValue(b, b.pick(['task', 'task', 'own', 'task_untrusted', 'percpu']), (keeper) => {
    const out = b.label();
    if (b.chance(30)) {
      b.emit(insn.load(8, 0, keeper, 0));
      if (b.chance(80)) b.lead(insn.jumpImm(0x15, 0, 0), out);
      b.emit(insn.load(b.pick([4, 8]), 1, 0, b.pick([0, 8, 32, 40])));
    } else if (b.chance(20)) b.emit(insn.store(8, keeper, b.pick([0, 8, 9, 10]), 0));
    else {
      b.emit(insn.mov(1, keeper), insn.movImm(2, 0), insn.call(helper('kptr_xchg')));
      if (b.chance(92)) b.lead(insn.jumpImm(0x15, 0, 0), out);
      b.emit(insn.mov(1, 0));
      if (b.chance(90))
        b.emit(insn.callKernel(b.pick(['bpf_task_release', 'bpf_obj_drop_impl', 'bpf_percpu_obj_drop_impl'])));
    }
    b.place(out);
    b.afterCall();
  });
  b.isRepeatable = false;
};

/** A callback, called for each element, so often, or for each message. */
function callback(b: Builder): void {
  const kind = b.pick(['loop', 'loop', 'for_each_map_elem', 'for_each_map_elem', 'user_ringbuf_drain', 'find_vma']);
  if (kind === 'loop') b.emit(insn.movImm(1, b.pick([0, 1, 3, 5])));
  else if (kind === 'find_vma') {
    if (b.chance(70)) b.emit(insn.call(helper('get_current_task_btf')), insn.mov(1, 0));
    else b.emit(insn.mov(1, b.anyPointer()));
  } else
    b.mapAddress(
      1,
      kind === 'user_ringbuf_drain' ? 'user_ring' : b.pick(['values', 'hash', 'lru', 'percpu', 'timers', 'locks']),
    );
  if (b.chance(5)) b.loadNumber(1);
  const [func, context] = kind === 'find_vma' ? [3, 4] : [2, 3];
  if (kind === 'find_vma') b.emit(insn.movImm(2, 0));
  const type =
    { loop: 'C_loop', for_each_map_elem: 'C_each', user_ringbuf_drain: 'C_drain', find_vma: 'C_timer' }[kind] ??
    'C_loop';
  b.lead(
    insn.functionAddress(func),
    b.functionOf(b.chance(96) ? type : b.pick(['C_loop', 'C_each', 'C_global', 'main'])),
  );
  if (b.chance(20)) b.emit(insn.movImm(context, 0));
  else b.stackAddress(context, b.pick([-16, -32, -64]));
  b.emit(insn.movImm(context + 1, b.chance(96) ? 0 : 1));
  callHelper(b, helper(kind));
  b.hasOpenLoop = true;
}

export const SPECIAL: Rules = {
  timer: { weight: 9, make: timer },
  workQueue: { weight: 2, make: workQueue },
  taskWork: { weight: 1.5, make: taskWork },
  spinLock: { weight: 5, make: spinLock },
  resilientLock: { weight: 2, make: resilientLock },
  keptPointer: { weight: 3, make: keptPointer },
  callback: { weight: 6, make: callback },
};
