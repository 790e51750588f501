import { BPF_TCX_EGRESS, BPF_TCX_INGRESS } from '../../abi/attach-types.ts';
import { EBUSY, EEXIST, EINVAL, EOPNOTSUPP } from '../../abi/errno.ts';
import { XDP_GENERIC } from '../../kernel/layouts/net.ts';
import type { Machine } from '../../kernel/machine.ts';
import {
  filtersOf,
  XDP_FLAGS_DRV_MODE,
  XDP_FLAGS_HW_MODE,
  XDP_FLAGS_SKB_MODE,
  XDP_FLAGS_UPDATE_IF_NOEXIST,
} from '../../kernel/net/attach.ts';
import { deviceName, deviceNamed, devicesInOrder } from '../../kernel/net/devices.ts';
import { progFacts, withProg } from '../shell/handles.ts';
import type { Printer, Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { Failure, isPrefix, type Words } from '../shell/words.ts';
import { call, perform, type Steps } from '../steps.ts';
import { required, Usage } from './arguments.ts';

/** bpftool net …; kernel: tools/bpf/bpftool/net.c, netlink_dumper.c. The tcx types are those of bpftool 7.6. */

/** Flags of the XDP types, and the hooks of the tcx types, in bpftool's order: the first that fits a beginning counts. */
const ATTACH_TYPES: readonly (readonly [name: string, xdpFlags: number | undefined, hook: number])[] = [
  ['xdp', 0, 0],
  ['xdpgeneric', XDP_FLAGS_SKB_MODE, 0],
  ['xdpdrv', XDP_FLAGS_DRV_MODE, 0],
  ['xdpoffload', XDP_FLAGS_HW_MODE, 0],
  ['tcx_ingress', undefined, BPF_TCX_INGRESS],
  ['tcx_egress', undefined, BPF_TCX_EGRESS],
];

export const ATTACH_TYPE_NAMES: readonly string[] = ATTACH_TYPES.map(([name]) => name);

function attachTypeWord(words: Words): (typeof ATTACH_TYPES)[number] {
  const word = words.peek() ?? '';
  const found = ATTACH_TYPES.find(([name]) => isPrefix(word, name));
  if (found === undefined) throw words.wrong(`invalid net attach/detach type: ${word}`, -EINVAL);
  words.next();
  return found;
}

/** Index of the device that `dev NAME` names. */
export function* deviceWord({ words, checking }: Shell, status: number): Steps<number> {
  if (!words.takes('dev')) throw words.wrong(`expected 'dev', got: '${words.peek()}'?`, status);
  const name = words.next() ?? '';
  if (checking === true) return 0;
  const index = yield* perform((machine) => indexOf(machine, name));
  if (index === 0) throw words.wasWrong(`invalid devname ${name}`, status);
  return index;
}

export function indexOf({ kernel }: Machine, name: string): number {
  const device = deviceNamed(kernel, name);
  return device === 0 ? 0 : kernel.net.device(device).index;
}

// ---- attach and detach

export function* attachToDevice(shell: Shell): Steps<number> {
  const { words, out } = shell;
  required(words, 5, -EINVAL);
  const [name, xdpFlags, hook] = attachTypeWord(words);
  try {
    yield* withProg(shell, function* (prog) {
      const index = yield* deviceWord(shell, -EINVAL);
      const overwrite = overwriteWord(words);
      const flags = (xdpFlags ?? 0) | (overwrite ? 0 : XDP_FLAGS_UPDATE_IF_NOEXIST);
      const error =
        xdpFlags === undefined
          ? yield* call(shell.cpu, 'sys_tc_filter', [index, hook, prog.file, 1])
          : yield* setXdp(shell, index, prog.file, flags);
      if (error < 0) throw new Failure(`interface ${name} attach failed: ${strerror(-error)}`, error);
    });
  } catch (error) {
    // Whatever is wrong with the program's name is wrong with the command.
    throw error instanceof Failure && error.status === -1 ? new Failure(error.message, -EINVAL, error.at) : error;
  }
  out.json?.null();
  return 0;
}

function overwriteWord(words: Words): boolean {
  if (words.left === 0) return false;
  if (!words.takes('overwrite')) throw words.wrong(`expected 'overwrite', got: '${words.peek()}'?`, -EINVAL);
  return true;
}

export function* detachFromDevice(shell: Shell): Steps<number> {
  const { words, out } = shell;
  required(words, 3, -EINVAL);
  const [name, xdpFlags, hook] = attachTypeWord(words);
  const index = yield* deviceWord(shell, -EINVAL);
  const error =
    xdpFlags === undefined
      ? yield* call(shell.cpu, 'sys_tc_filter', [index, hook, -1, 1])
      : yield* setXdp(shell, index, -1, xdpFlags | XDP_FLAGS_UPDATE_IF_NOEXIST);
  if (error < 0) throw new Failure(`interface ${name} detach failed: ${strerror(-error)}`, error);
  out.json?.null();
  return 0;
}

/** What the kernel says beside the error number. */
const REASONS: ReadonlyMap<number, string> = new Map([
  [EBUSY, 'XDP program already attached'],
  [EEXIST, "Native and generic XDP can't be active at the same time"],
  [EOPNOTSUPP, 'Underlying driver does not support XDP in native mode'],
]);

/** 0 or a negative errno; libbpf prints the kernel's words. libbpf: bpf_xdp_attach() */
function* setXdp({ cpu, out }: Shell, index: number, file: number, flags: number): Steps<number> {
  const error = yield* call(cpu, 'sys_setlink_xdp', [index, file, flags]);
  const reason = REASONS.get(-error);
  if (reason !== undefined) out.stderr += `libbpf: Kernel error message: ${reason}\n`;
  return error;
}

// ---- show

export function* showNet(shell: Shell): Steps<number> {
  const { words, out } = shell;
  if (words.left > 0 && words.left !== 2) throw new Usage('');
  const only = words.left > 0 ? yield* deviceWord(shell, -1) : 0;
  const devices = yield* perform((machine) => netFacts(machine, only));
  out.json?.begin('[');
  out.json?.begin('{');
  section(
    out,
    'xdp',
    devices.flatMap((device) => (device.xdp === undefined ? [] : [xdpRow(device, device.xdp)])),
  );
  section(out, 'tc', devices.flatMap(filterRows));
  section(out, 'flow_dissector', []);
  out.json?.end('}');
  out.json?.end(']');
  return 0;
}

/** Fields of a line: as JSON, and the text of each in the plain form. */
type Row = readonly (readonly [name: string, value: string | number, text: string])[];

function section(out: Printer, name: string, rows: readonly Row[]): void {
  const { json } = out;
  if (json === undefined) {
    out.print(`${name}:\n${rows.map((row) => `${row.map(([, , text]) => text).join('')}\n`).join('')}\n`);
    return;
  }
  json.name(name);
  json.begin('[');
  for (const row of rows) {
    json.begin('{');
    for (const [field, value] of row) {
      if (typeof value === 'number') json.field(field, value);
      else json.stringField(field, value);
    }
    json.end('}');
  }
  json.end(']');
}

interface FilterFacts {
  readonly kind: string;
  readonly name: string;
  readonly prog: number;
  readonly link: number;
}

interface DeviceFacts {
  readonly name: string;
  readonly index: number;
  readonly xdp: { readonly mode: string; readonly prog: number } | undefined;
  readonly filters: readonly FilterFacts[];
}

/** What is attached to the devices, or to the one of an index. */
function netFacts({ kernel }: Machine, only: number): readonly DeviceFacts[] {
  return devicesInOrder(kernel).flatMap((at) => {
    const { index, xdp, xdpMode } = kernel.net.device(at);
    if (only !== 0 && only !== index) return [];
    const mode = xdpMode === XDP_GENERIC ? 'generic' : 'driver';
    const filters = [...filterFacts(kernel, at, BPF_TCX_INGRESS), ...filterFacts(kernel, at, BPF_TCX_EGRESS)];
    const attached = xdp === 0 ? undefined : { mode, prog: kernel.prog(xdp).id };
    return [{ name: deviceName(kernel, at), index, xdp: attached, filters }];
  });
}

function filterFacts(kernel: Machine['kernel'], device: number, hook: number): readonly FilterFacts[] {
  const way = hook === BPF_TCX_INGRESS ? 'ingress' : 'egress';
  return filtersOf(kernel, device, hook).map((filter) => {
    const { prog, link, tcx } = kernel.net.filter(filter);
    const { id, name } = progFacts(kernel, prog);
    if (tcx === 0) return { kind: `clsact/${way}`, name: `${name}:[*fsobj]`, prog: id, link: 0 };
    return { kind: `tcx/${way}`, name, prog: id, link: link === 0 ? 0 : kernel.net.link(link).id };
  });
}

const deviceFields = ({ name, index }: DeviceFacts): Row => [
  ['devname', name, name],
  ['ifindex', index, `(${index})`],
];

const xdpRow = (device: DeviceFacts, xdp: NonNullable<DeviceFacts['xdp']>): Row => [
  ...deviceFields(device),
  ['mode', xdp.mode, ` ${xdp.mode}`],
  ['id', xdp.prog, ` id ${xdp.prog}`],
];

const filterRows = (device: DeviceFacts): readonly Row[] =>
  device.filters.map(({ kind, name, prog, link }) => [
    ...deviceFields(device),
    ['kind', kind, ` ${kind}`],
    ['name', name, ` ${name}`],
    ...programFields(kind, prog, link),
  ]);

function programFields(kind: string, prog: number, link: number): Row {
  if (kind.startsWith('clsact')) return [['id', prog, ` id ${prog}`]];
  const ofLink: Row = link === 0 ? [] : [['link_id', link, ` link_id ${link}`]];
  return [['prog_id', prog, ` prog_id ${prog}`], ...ofLink];
}
