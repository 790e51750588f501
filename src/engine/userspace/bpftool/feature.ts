import { DEFAULT_ENV } from '../../abi/env.ts';
import { availableHelper } from '../../abi/helper-availability.ts';
import { HELPER_COUNT, helperName } from '../../abi/helpers.ts';
import { MAP_TYPE_NAMES } from '../../abi/map-types.ts';
import { PROGRAM_TYPE_NAMES } from '../../abi/program-types.ts';
import type { Printer, Shell } from '../shell/shell.ts';
import { atOnce, type Steps } from '../steps.ts';
import { required, Usage } from './arguments.ts';

/** bpftool feature …: what the simulated kernel can do, from the same tables as the verifier. kernel: tools/bpf/bpftool/feature.c */

/** A line of a section: the name and value of its JSON form, and the plain text. */
interface Feature {
  readonly name: string;
  readonly value: string | number | boolean | undefined;
  readonly text: string;
}

const PARAMETERS: readonly Feature[] = [
  {
    name: 'unprivileged_bpf_disabled',
    value: 2,
    text: 'bpf() syscall restricted to privileged users (admin can change)',
  },
  { name: 'bpf_jit_enable', value: 1, text: 'JIT compiler is enabled' },
  { name: 'bpf_jit_harden', value: 0, text: 'JIT compiler hardening is disabled' },
  { name: 'bpf_jit_kallsyms', value: 1, text: 'JIT compiler kallsyms exports are enabled for root' },
  {
    name: 'bpf_jit_limit',
    value: 528_482_304,
    text: 'Global memory limit for JIT compiler for unprivileged users is 528482304 bytes',
  },
];

/** Options of the recording kernel, in bpftool's order; `-` before those that are not set. */
const OPTIONS = `
BPF BPF_SYSCALL HAVE_EBPF_JIT BPF_JIT BPF_JIT_ALWAYS_ON DEBUG_INFO_BTF -DEBUG_INFO_BTF_MODULES CGROUPS CGROUP_BPF
CGROUP_NET_CLASSID SOCK_CGROUP_DATA BPF_EVENTS -KPROBE_EVENTS UPROBE_EVENTS TRACING FTRACE_SYSCALLS
-FUNCTION_ERROR_INJECTION -BPF_KPROBE_OVERRIDE NET XDP_SOCKETS LWTUNNEL_BPF -NET_ACT_BPF NET_CLS_BPF NET_CLS_ACT
NET_SCH_INGRESS XFRM IP_ROUTE_CLASSID IPV6_SEG6_BPF -BPF_LIRC_MODE2 BPF_STREAM_PARSER NETFILTER_XT_MATCH_BPF
-BPFILTER -BPFILTER_UMH -TEST_BPF`
  .trim()
  .split(/\s+/);

const optionFeature = (option: string): Feature => {
  const name = `CONFIG_${option.replace('-', '')}`;
  return option.startsWith('-')
    ? { name, value: undefined, text: `${name} is not set` }
    : { name, value: 'y', text: `${name} is set to y` };
};

const configuration = (): readonly Feature[] => [
  ...PARAMETERS,
  ...OPTIONS.map(optionFeature),
  { name: 'CONFIG_HZ', value: String(DEFAULT_ENV.hz), text: `CONFIG_HZ is set to ${DEFAULT_ENV.hz}` },
];

const available = (name: string, what: string): Feature => ({ name, value: true, text: `${what} is available` });

/** LIRC devices are an option that the kernel is built without. */
const ABSENT_TYPES: ReadonlySet<string> = new Set(['lirc_mode2']);

const programTypes = (): readonly string[] => PROGRAM_TYPE_NAMES.slice(1).filter((name) => !ABSENT_TYPES.has(name));

const MISC: readonly Feature[] = [
  available('have_large_insn_limit', 'Large program size limit'),
  available('have_bounded_loops', 'Bounded loop support'),
  available('have_v2_isa_extension', 'ISA extension v2'),
  available('have_v3_isa_extension', 'ISA extension v3'),
];

/** feature probe [kernel] [full] */
export function probeFeatures({ words, out }: Shell): Steps<number> {
  while (words.left > 0) {
    if (words.takes('kernel') || words.takes('full') || words.takes('unprivileged')) continue;
    if (words.takes('dev')) {
      required(words, 1);
      throw words.wrong(`no device of this machine offloads programs`);
    }
    if (words.takes('macros') || words.takes('prefix')) throw words.wasWrong('macros are not printed here');
    throw words.wrong(`expected no more arguments, 'kernel', 'dev', 'macros' or 'prefix', got: '${words.peek()}'?`);
  }
  out.json?.begin('{');
  printSection(out, 'system_config', 'Scanning system configuration...', configuration());
  const call = available('have_bpf_syscall', 'bpf() syscall');
  printSection(out, 'syscall_config', 'Scanning system call availability...', [call]);
  printSection(out, 'program_types', 'Scanning eBPF program types...', typeFeatures('prog', 'program', programTypes()));
  const mapTypes = MAP_TYPE_NAMES.slice(1);
  printSection(out, 'map_types', 'Scanning eBPF map types...', typeFeatures('map', 'map', mapTypes));
  printHelpers(out);
  printSection(out, 'misc', 'Scanning miscellaneous eBPF features...', MISC);
  out.json?.end('}');
  return atOnce(0);
}

const typeFeatures = (short: string, long: string, names: readonly string[]): readonly Feature[] =>
  names.map((name) => available(`have_${name}_${short}_type`, `eBPF ${long}_type ${name}`));

function printSection(out: Printer, name: string, title: string, features: readonly Feature[]): void {
  const { json } = out;
  if (json === undefined) {
    out.print(`${title}\n${features.map(({ text }) => `${text}\n`).join('')}\n`);
    return;
  }
  json.name(name);
  json.begin('{');
  for (const feature of features) {
    if (typeof feature.value === 'string') json.stringField(feature.name, feature.value);
    else if (feature.value === undefined) {
      json.name(feature.name);
      json.null();
    } else json.field(feature.name, feature.value);
  }
  json.end('}');
}

function helpersOf(typeName: string): readonly string[] {
  const type = PROGRAM_TYPE_NAMES.indexOf(typeName);
  const ids = Array.from({ length: HELPER_COUNT }, (_, i) => i + 1);
  return ids.filter((id) => availableHelper(id, type, 0, DEFAULT_ENV) !== undefined).map(helperName);
}

function printHelpers(out: Printer): void {
  const { json } = out;
  if (json === undefined) {
    const types = programTypes().map(
      (name) =>
        `eBPF helpers supported for program type ${name}:\n${helpersOf(name)
          .map((helper) => `\t- ${helper}\n`)
          .join('')}`,
    );
    out.print(`Scanning eBPF helper functions...\n${types.join('')}\n`);
    return;
  }
  json.name('helpers');
  json.begin('{');
  for (const name of programTypes()) {
    json.name(`${name}_available_helpers`);
    json.strings(helpersOf(name));
  }
  json.end('}');
}

const BUILTINS: Readonly<Record<string, () => readonly string[]>> = {
  prog_types: () => PROGRAM_TYPE_NAMES,
  map_types: () => MAP_TYPE_NAMES,
  link_types: () => [
    'unspec',
    'raw_tracepoint',
    'tracing',
    'cgroup',
    'iter',
    'netns',
    'xdp',
    'perf_event',
    'kprobe_multi',
    'struct_ops',
  ],
  helpers: () => Array.from({ length: HELPER_COUNT + 1 }, (_, id) => helperName(id)),
};

/** feature list_builtins GROUP */
export function listBuiltins({ words, out }: Shell): Steps<number> {
  if (words.left < 1) throw new Usage('');
  const name = Object.keys(BUILTINS).find((each) => words.takes(each));
  if (name === undefined) {
    throw words.wrong(
      `expected 'prog_types', 'map_types', 'attach_types', 'link_types' or 'helpers', got: ${words.peek()}`,
    );
  }
  const names = BUILTINS[name]();
  if (out.json === undefined) out.print(names.map((each) => `${each}\n`).join(''));
  else {
    out.json.strings(names);
  }
  return atOnce(0);
}
