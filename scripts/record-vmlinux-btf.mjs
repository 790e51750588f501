/**
 * Records the part of a kernel's BTF that verifier and machine know; `src/engine/abi/vmlinux.ts` says in which form:
 *
 *   node scripts/record-vmlinux-btf.mjs [/sys/kernel/btf/vmlinux] > src/engine/abi/vmlinux-types.json
 *
 * To be run on the kernel that the conformance corpus was recorded on. What is kept: the types in MAPS and WHOLE with
 * everything they contain by value, all kernel functions for BPF with their prototypes, some tracepoints, iterators,
 * traced functions and variables. A struct that is only pointed to keeps its name and size and loses its members; a pointer to a
 * function that is no callback of theirs becomes a pointer to void. Types get new ids, in order of the lines.
 */
import { readFileSync } from 'node:fs';

/** What map pointers show; the structs that they point to are whole too. */
const MAPS = `
bpf_map bpf_array bpf_htab bpf_stack_map lpm_trie bpf_dtab bpf_stab bpf_shtab bpf_cpu_map xsk_map
bpf_cgroup_storage_map reuseport_array bpf_queue_stack bpf_local_storage_map bpf_struct_ops_map
bpf_ringbuf_map bpf_bloom_filter bpf_arena`;

const WHOLE = `
task_struct mm_struct css_set cgroup kernfs_node cred pid nsproxy file inode dentry path sk_buff sock_common
sock inet_sock socket xdp_buff pt_regs nf_hook_state seq_file linux_binprm bpf_iter_meta bpf_dynptr bpf_timer bpf_wq bpf_task_work bpf_spin_lock
bpf_res_spin_lock bpf_list_head bpf_list_node bpf_rb_root bpf_rb_node bpf_refcount bpf_cpumask vm_area_struct
hrtimer timer_list bpf_map_owner bpf_map_ops btf net_device header_ops robust_list_head bpf_prog bpf_prog_aux
obj_cgroup signal_struct sighand_struct btf_record btf_field bpf_mem_alloc __sk_buff nf_conn nf_conn___init nf_inet_addr
bpf_sock_ops_kern bpf_sock_addr_kern bpf_sysctl_kern bpf_sockopt_kern bpf_sk_lookup_kern sk_reuseport_kern sk_msg
bpf_perf_event_data_kern bpf_cgroup_dev_ctx bpf_flow_dissector
xfrm_state bpf_crypto_params tcp_sock tcp6_sock tcp_timewait_sock tcp_request_sock udp6_sock unix_sock mptcp_sock`;

const TRACEPOINTS = `
sched_switch sched_wakeup sched_process_exec sched_process_exit sched_process_fork sys_enter sys_exit hrtimer_start
hrtimer_expire_entry hrtimer_expire_exit hrtimer_cancel timer_start timer_expire_entry timer_cancel
irq_handler_entry softirq_entry softirq_exit workqueue_execute_start kfree_skb netif_receive_skb net_dev_queue
task_newtask task_rename xdp_exception`;

const ITERATORS = `
bpf_link bpf_map bpf_map_elem bpf_prog bpf_sk_storage_map cgroup dmabuf ipv6_route kmem_cache ksym netlink sockmap task task_file
task_vma tcp udp unix`;

const VARIABLES = 'bpf_prog_active runqueues cpu_number irq_stat';

const KINDS =
  'void int ptr array struct union enum fwd typedef volatile const restrict func func_proto var datasec float decl_tag type_tag enum64'.split(
    ' ',
  );

/** What a test run of a tracing program calls, so that tracing programs have something to hang on. */
const TRACED = `
bpf_fentry_test1 bpf_fentry_test2 bpf_fentry_test3 bpf_fentry_test4 bpf_fentry_test5 bpf_fentry_test6 bpf_fentry_test7
bpf_fentry_test8 bpf_fentry_test9 bpf_fentry_test10 bpf_modify_return_test`;

const words = (text) => text.trim().split(/\s+/);

function parse(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at) => view.getUint32(at, true);
  const header = u32(4);
  const strings = header + u32(16);
  const string = (offset) => bytes.subarray(strings + offset, bytes.indexOf(0, strings + offset)).toString('latin1');
  const types = [{ kind: 'void', name: '' }];
  for (let at = header + u32(8); at < header + u32(8) + u32(12); ) {
    const info = u32(at + 4);
    const type = { kind: KINDS[(info >> 24) & 31], name: string(u32(at)), kflag: info >>> 31, value: u32(at + 8) };
    const count = info & 0xffff;
    at += 12;
    const row = (size, read) => Array.from({ length: count }, (_, i) => read(at + i * size));
    if (type.kind === 'int' || type.kind === 'var' || type.kind === 'decl_tag') type.extra = u32(at);
    if (type.kind === 'array') type.array = [u32(at), u32(at + 4), u32(at + 8)];
    if (type.kind === 'struct' || type.kind === 'union')
      type.members = row(12, (m) => ({ name: string(u32(m)), type: u32(m + 4), offset: u32(m + 8) }));
    if (type.kind === 'enum') type.values = row(8, (m) => [string(u32(m)), view.getInt32(m + 4, true)]);
    if (type.kind === 'func_proto') type.params = row(8, (m) => ({ name: string(u32(m)), type: u32(m + 4) }));
    if (type.kind === 'func') type.linkage = count;
    const sizes = {
      int: 4,
      array: 12,
      struct: 12 * count,
      union: 12 * count,
      enum: 8 * count,
      func_proto: 8 * count,
      var: 4,
      datasec: 12 * count,
      decl_tag: 4,
      enum64: 12 * count,
    };
    at += sizes[type.kind] ?? 0;
    types.push(type);
  }
  return types;
}

const types = parse(readFileSync(process.argv[2] ?? '/sys/kernel/btf/vmlinux'));
const byName = new Map();
types.forEach((type, id) => {
  const key = `${type.kind} ${type.name}`;
  if (!byName.has(key)) byName.set(key, id);
});

const isModifier = ({ kind }) => ['typedef', 'volatile', 'const', 'restrict', 'type_tag'].includes(kind);
const skip = (id) => {
  while (isModifier(types[id])) id = types[id].value;
  return id;
};

const whole = new Set();
for (const name of [...words(MAPS), ...words(WHOLE)]) {
  const id = byName.get(`struct ${name}`);
  if (id !== undefined) whole.add(id);
}

for (const iterator of words(ITERATORS)) {
  const id = byName.get(`struct bpf_iter__${iterator}`);
  if (id !== undefined) whole.add(id);
}

types.forEach((type, id) => {
  if (type.kind === 'struct' && type.name.includes('__safe_')) whole.add(id);
});

const tagged = types.filter(({ kind, name }) => kind === 'decl_tag' && name === 'bpf_kfunc').map(({ value }) => value);
const kfuncs = [...new Set(tagged)].filter(
  (id) => /^(bpf_|css_rstat_|__bpf_trap)/.test(types[id].name) && !words(TRACED).includes(types[id].name),
);
for (const id of kfuncs)
  for (const param of types[types[id].value].params) {
    const pointee = skip(param.type);
    const target = types[pointee].kind === 'ptr' ? skip(types[pointee].value) : 0;
    if (types[target].kind === 'struct' && types[target].value <= 64) whole.add(target);
  }

/** Old id → new id, in order of first use; a line is made when its turn comes. */
const newIds = new Map([[0, 0]]);
const queue = [];

/** The new id of a type. Prototypes only count if they were asked for: `wanted`. */
function use(id, wanted = false) {
  if (!newIds.has(id)) {
    if (types[id].kind === 'func_proto' && !wanted) return 0;
    newIds.set(id, newIds.size);
    queue.push(id);
  }
  return newIds.get(id);
}

function addPrototype(id) {
  if (types[id].kind === 'func_proto') use(id, true);
}

/** A blank in a name (`unsigned int`) is written as `+`. */
const name = (text) => text.replaceAll(' ', '+') || '-';
const isComposite = ({ kind }) => kind === 'struct' || kind === 'union';

/** Everything that a type contains by value is whole; settled before lines are written. */
function settle(id, seen = new Set()) {
  if (seen.has(id)) return;
  seen.add(id);
  const type = types[id];
  if (isModifier(type)) settle(type.value, seen);
  if (type.kind === 'array') settle(type.array[0], seen);
  if (isComposite(type)) {
    whole.add(id);
    for (const member of type.members) settle(member.type, seen);
  }
}
for (const id of [...whole]) settle(id);
for (const name of words(MAPS))
  for (const { type } of types[byName.get(`struct ${name}`)].members) {
    const pointer = skip(type);
    const target = types[pointer].kind === 'ptr' ? skip(types[pointer].value) : 0;
    if (types[target].kind === 'struct') settle(target);
  }

function memberText(type, { name: member, type: id, offset }) {
  const bits = type.kflag ? offset >>> 24 : 0;
  const at = type.kflag ? offset & 0xffffff : offset;
  return `${name(member)}:${use(id)}:${at}${bits ? `:${bits}` : ''}`;
}

function line(id) {
  const type = types[id];
  const label = name(type.name);
  switch (type.kind) {
    case 'int':
      return `int ${label} ${type.value} ${type.extra >>> 24} ${type.extra & 0xff}`;
    case 'float':
      return `float ${label} ${type.value}`;
    case 'ptr':
    case 'typedef':
    case 'volatile':
    case 'const':
    case 'restrict':
    case 'type_tag':
      return `${type.kind} ${label} ${use(type.value)}`;
    case 'array':
      return `array - ${use(type.array[0])} ${use(type.array[1])} ${type.array[2]}`;
    case 'struct':
    case 'union':
      return [
        type.kind,
        label,
        type.value,
        ...(whole.has(id) ? type.members.map((m) => memberText(type, m)) : []),
      ].join(' ');
    case 'enum':
      return ['enum', label, ...type.values.map(([key, value]) => `${key}=${value}`)].join(' ');
    case 'enum64':
      return `int ${label} 8 0 64`;
    case 'fwd':
      return `fwd ${label} ${type.kflag}`;
    case 'func_proto':
      return ['func_proto', '-', use(type.value), ...type.params.map((p) => `${name(p.name)}:${use(p.type)}`)].join(
        ' ',
      );
    case 'func':
      return `func ${label} ${use(type.value, true)} ${type.linkage}`;
    case 'var':
      return `var ${label} ${use(type.value)} ${type.extra}`;
    case 'decl_tag':
      return `decl_tag ${label} ${use(type.value)} ${type.extra | 0}`;
    default:
      throw new Error(`cannot write a ${type.kind}`);
  }
}

const lines = [];

/** Writes the types that are waiting, and those that they use. */
function drain() {
  while (lines.length < queue.length) lines.push(line(queue[lines.length]));
}

for (const id of whole) use(id);
for (const id of kfuncs) {
  use(types[id].value, true);
  // Callbacks are known by their prototypes.
  for (const { type } of types[types[id].value].params) {
    const pointer = types[skip(type)];
    if (pointer.kind === 'ptr') addPrototype(skip(pointer.value));
  }
}
for (const tracepoint of words(TRACEPOINTS)) {
  const id = byName.get(`typedef btf_trace_${tracepoint}`);
  if (id === undefined) continue;
  use(types[types[id].value].value, true);
  use(id);
}
for (const iterator of words(ITERATORS)) {
  const id = byName.get(`func bpf_iter_${iterator}`);
  if (id !== undefined) use(id);
}
for (const variable of words(VARIABLES)) if (byName.has(`var ${variable}`)) use(byName.get(`var ${variable}`));
drain();
// Functions come last: calls print their ids, which have four digits and more on a running kernel too.
for (const id of kfuncs) use(id);
types.forEach((type, id) => {
  if (type.kind === 'decl_tag' && kfuncs.includes(type.value)) use(id);
});
drain();
for (const traced of words(TRACED)) if (byName.has(`func ${traced}`)) use(byName.get(`func ${traced}`));
drain();

process.stdout.write(`[\n${lines.map((text) => `  ${JSON.stringify(text)}`).join(',\n')}\n]\n`);
