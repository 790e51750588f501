import * as attach from '../../abi/attach-types.ts';
import { EINVAL } from '../../abi/errno.ts';
import { programTypeName } from '../../abi/program-types.ts';
import { FILE_LINK } from '../../kernel/layouts/cpu.ts';
import * as layouts from '../../kernel/layouts/net.ts';
import type { Machine } from '../../kernel/machine.ts';
import type { Addr } from '../../kernel/memory/memory.ts';
import { deviceName } from '../../kernel/net/devices.ts';
import { linksInOrder } from '../../kernel/programs/links.ts';
import { tasksInOrder } from '../../kernel/syscalls/tasks.ts';
import { pinnedPaths, pinPath } from '../pins.ts';
import { closeFile, parseNumber, putPath } from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { Failure, type Words } from '../shell/words.ts';
import { call, perform, type Steps } from '../steps.ts';
import { required } from './arguments.ts';

/** bpftool link …; kernel: tools/bpf/bpftool/link.c */

const TYPE_NAMES: Readonly<Record<number, string>> = {
  [layouts.LINK_RAW_TRACEPOINT]: 'raw_tracepoint',
  [layouts.LINK_TRACING]: 'tracing',
  [layouts.LINK_XDP]: 'xdp',
  [layouts.LINK_PERF_EVENT]: 'perf_event',
  [layouts.LINK_TCX]: 'tcx',
};

const ATTACH_NAMES: Readonly<Record<number, string>> = {
  [attach.BPF_TRACE_FENTRY]: 'trace_fentry',
  [attach.BPF_TRACE_FEXIT]: 'trace_fexit',
  [attach.BPF_MODIFY_RETURN]: 'modify_return',
  [attach.BPF_TCX_INGRESS]: 'tcx_ingress',
  [attach.BPF_TCX_EGRESS]: 'tcx_egress',
};

const EVENT_NAMES: Readonly<Record<number, readonly [type: string, config: string]>> = {
  [layouts.EVENT_CPU_CLOCK]: ['software', 'cpu-clock'],
  [layouts.EVENT_CYCLES]: ['hardware', 'cpu-cycles'],
};

/** Tracepoints that this machine can pretend to hit; a link's target is the index. Their arguments are zeros. */
export const RAW_TRACEPOINTS: readonly string[] = [
  'sched_switch',
  'sys_enter',
  'sys_exit',
  'hrtimer_expire_entry',
  'timer_expire_entry',
  'softirq_entry',
  'irq_handler_entry',
];

/** Id of the kernel's own types. */
const VMLINUX_BTF_ID = 1;

/** What is known of a link: the fields of its JSON form, and the text of the plain one. */
export interface LinkFacts {
  readonly id: number;
  readonly type: string;
  readonly progId: number;
  readonly fields: readonly (readonly [name: string, value: string | number])[];
  readonly text: string;
}

export function linkFacts({ kernel }: Machine, link: Addr): LinkFacts {
  const { id, type, prog } = kernel.net.link(link);
  return { id, type: TYPE_NAMES[type], progId: kernel.prog(prog).id, ...placeOf(kernel, link) };
}

type Place = Pick<LinkFacts, 'fields' | 'text'>;

function placeOf(kernel: Machine['kernel'], link: Addr): Place {
  const { type, attachType, device, event, prog, target } = kernel.net.link(link);
  const hook = ATTACH_NAMES[attachType] ?? String(attachType);
  switch (type) {
    case layouts.LINK_TRACING: {
      const progType = programTypeName(kernel.prog(prog).type);
      return {
        fields: [
          ['prog_type', progType],
          ['attach_type', hook],
          ['target_obj_id', VMLINUX_BTF_ID],
          ['target_btf_id', target],
        ],
        text: `\n\tprog_type ${progType}  attach_type ${hook}  \n\ttarget_obj_id ${VMLINUX_BTF_ID}  target_btf_id ${target}  `,
      };
    }
    case layouts.LINK_RAW_TRACEPOINT: {
      const name = RAW_TRACEPOINTS[target];
      return { fields: [['tp_name', name]], text: `\n\ttp '${name}'  ` };
    }
    case layouts.LINK_PERF_EVENT: {
      const [kind, config] = EVENT_NAMES[kernel.net.event(event).config];
      const fields = [
        ['event_type', kind],
        ['event_config', config],
      ] as const;
      return { fields, text: `\n\tevent ${kind}:${config}  ` };
    }
    default:
      return devicePlace(kernel, device, type === layouts.LINK_TCX ? hook : undefined);
  }
}

function devicePlace(kernel: Machine['kernel'], device: Addr, hook: string | undefined): Place {
  const name = device === 0 ? '(detached)' : deviceName(kernel, device);
  const index = device === 0 ? 0 : kernel.net.device(device).index;
  const shown = device === 0 ? name : `${name}(${index})`;
  const hookFields = hook === undefined ? [] : [['attach_type', hook] as const];
  const hookText = hook === undefined ? '' : `attach_type ${hook}  `;
  return {
    fields: [['devname', name], ['ifindex', index], ...hookFields],
    text: `\n\tifindex ${shown}  ${hookText}`,
  };
}

// ---- commands

export function* showLinks(shell: Shell, withPins: boolean): Steps<number> {
  const { words, out } = shell;
  if (words.left > 0) {
    const file = yield* openLink(shell, -EINVAL);
    const facts = yield* factsOfFile(file);
    yield* showLink(shell, facts, withPins);
    yield* closeFile(shell, file);
    return 0;
  }
  const all = yield* perform((machine) => linksInOrder(machine.kernel).map((link) => linkFacts(machine, link)));
  out.json?.begin('[');
  for (const facts of all) yield* showLink(shell, facts, withPins);
  out.json?.end(']');
  return 0;
}

const factsOfFile = (file: number): Steps<LinkFacts> =>
  perform((machine) => linkFacts(machine, machine.kernel.files.expect(file, FILE_LINK)));

function* showLink({ out }: Shell, facts: LinkFacts, withPins: boolean): Steps<void> {
  const pins = withPins ? yield* pinnedPaths('link', facts.id) : [];
  const { json } = out;
  if (json === undefined) {
    const pinned = pins.map((path) => `\n\tpinned ${path}`).join('');
    out.print(`${facts.id}: ${facts.type}  prog ${facts.progId}  ${facts.text}${pinned}\n`);
    return;
  }
  json.begin('{');
  json.field('id', facts.id);
  json.stringField('type', facts.type);
  json.field('prog_id', facts.progId);
  for (const [name, value] of facts.fields) {
    if (typeof value === 'number') json.field(name, value);
    else json.stringField(name, value);
  }
  if (pins.length > 0) {
    json.name('pinned');
    json.strings(pins);
  }
  json.end('}');
}

export function* detachLink(shell: Shell): Steps<number> {
  const { words, out } = shell;
  if (words.left !== 2) throw words.wrong('link specifier is invalid or missing\n', 1);
  const file = yield* openLink(shell, 1);
  const error = yield* call(shell.cpu, 'sys_link_detach', [file]);
  yield* closeFile(shell, file);
  if (error !== 0) throw new Failure(`failed link detach: ${strerror(-error)}`, 1);
  out.json?.null();
  return 0;
}

export function* pinLink(shell: Shell): Steps<number> {
  const { words, out } = shell;
  required(words, 3, -EINVAL);
  const file = yield* openLink(shell, -1);
  yield* pinPath(shell, file, words.next() ?? '');
  yield* closeFile(shell, file);
  out.json?.null();
  return 0;
}

/** bpftool perf: descriptors of processes that hold a tracepoint. kernel: tools/bpf/bpftool/perf.c */
export function* showPerf({ out }: Shell): Steps<number> {
  const rows = yield* perform((machine) => tracepointFiles(machine));
  const { json } = out;
  json?.begin('[');
  for (const { pid, fd, prog, name } of rows) {
    if (json === undefined) out.print(`pid ${pid}  fd ${fd}: prog_id ${prog}  raw_tracepoint  ${name}\n`);
    else {
      json.begin('{');
      json.field('pid', pid);
      json.field('fd', fd);
      json.field('prog_id', prog);
      json.stringField('fd_type', 'raw_tracepoint');
      json.stringField('tracepoint', name);
      json.end('}');
    }
  }
  json?.end(']');
  return 0;
}

function tracepointFiles({ kernel }: Machine) {
  const { files } = kernel;
  return tasksInOrder(kernel).flatMap(({ pid }) =>
    files.ownedBy(pid).flatMap((file) => {
      const link = files.object(file, FILE_LINK);
      if (link === 0 || kernel.net.link(link).type !== layouts.LINK_RAW_TRACEPOINT) return [];
      const { prog, target } = kernel.net.link(link);
      const fd = files.descriptorOf(file);
      return [{ pid, fd, prog: kernel.prog(prog).id, name: RAW_TRACEPOINTS[target] }];
    }),
  );
}

/** `{ id N | pinned PATH }`: a descriptor of that link. `status`: of the failure if there is none. */
function* openLink(shell: Shell, status: number): Steps<number> {
  const { words } = shell;
  if (words.takes('id')) {
    const id = linkId(words);
    const file = yield* call(shell.cpu, 'sys_link_get_fd_by_id', [id]);
    if (file >= 0) return file;
    const message = `failed to get link with ID ${id | 0}: ${strerror(-file)}`;
    throw words.wasWrong(message, status === 1 ? 1 : file);
  }
  if (!words.takes('pinned')) throw words.wrong(`expected 'id' or 'pinned', got: '${words.peek() ?? '(null)'}'?`);
  const path = words.next() ?? '';
  const file = yield* call(shell.cpu, 'sys_obj_get', yield* putPath(path));
  if (file < 0) throw words.wasWrong(`bpf obj get (${path}): ${strerror(-file)}`);
  if ((yield* perform(({ kernel }) => kernel.files.kindOf(file))) === FILE_LINK) return file;
  yield* closeFile(shell, file);
  throw new Failure('incorrect object type');
}

function linkId(words: Words): number {
  const word = words.next() ?? '';
  const id = parseNumber(word);
  if (id === undefined) throw words.wasWrong(`can't parse ${word} as ID`);
  return id;
}
