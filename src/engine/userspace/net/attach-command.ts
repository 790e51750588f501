import * as attach from '../../abi/attach-types.ts';
import { EINVAL } from '../../abi/errno.ts';
import * as layouts from '../../kernel/layouts/net.ts';
import { SOCKET_PACKET } from '../../kernel/layouts/net.ts';
import { XDP_FLAGS_SKB_MODE } from '../../kernel/net/attach.ts';
import { RAW_TRACEPOINTS } from '../bpftool/link.ts';
import { deviceWord } from '../bpftool/net.ts';
import { pinPath } from '../pins.ts';
import { duration, end } from '../shell/command-arguments.ts';
import { closeFile, type Handle, type ProgFacts, parseNumber, withProg } from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { Failure, type Words } from '../shell/words.ts';
import { call, type Steps, until } from '../steps.ts';
import { openSocket } from './packets.ts';

/**
 * attach HOOK PROG [pin PATH]: a small loader in the manner of libbpf's bpf_program__attach_…(): it holds the attachment
 * until it is killed, or pins it and ends.
 */
export function* attachProgram(shell: Shell): Steps<number> {
  const { words } = shell;
  const word = words.next() ?? '';
  const hook = Object.hasOwn(HOOKS, word) ? HOOKS[word] : undefined;
  if (hook === undefined) throw words.wasWrong(`expected one of ${Object.keys(HOOKS).join(', ')}, got: '${word}'`, 1);
  const open = yield* hook(shell);
  const path = yield* withProg(shell, function* (prog) {
    const pinned = pinWord(words);
    end(words);
    const file = yield* open(prog);
    if (file < 0) throw new Failure(`attach: ${word}: ${strerror(-file)}`, 1);
    if (pinned !== undefined) yield* pinPath(shell, file, pinned);
    return pinned;
  });
  if (path === undefined) yield* until(() => undefined);
  return 0;
}

function pinWord(words: Words): string | undefined {
  if (words.left === 0) return undefined;
  if (words.next() !== 'pin') throw words.wasWrong(`expected pin PATH, got: '${words.previous()}'`, 1);
  return words.next() ?? '';
}

/** Reads the words of a hook; what comes out attaches a program: a file, or a negative errno. */
type Hook = (shell: Shell) => Steps<(prog: Handle<ProgFacts>) => Steps<number>>;

interface LinkRequest {
  readonly type: number;
  readonly where: number;
  readonly attachType: number;
  readonly target: number;
}

const createLink = ({ cpu }: Shell, file: number, { type, where, attachType, target }: LinkRequest): Steps<number> =>
  call(cpu, 'sys_link_create', [file, type, where, attachType, target]);

function* xdpHook(shell: Shell): ReturnType<Hook> {
  const where = yield* deviceWord(shell, 1);
  const request = { type: layouts.LINK_XDP, where, attachType: attach.BPF_XDP, target: XDP_FLAGS_SKB_MODE };
  return ({ file }) => createLink(shell, file, request);
}

const tcxHook = (attachType: number): Hook =>
  function* (shell) {
    const where = yield* deviceWord(shell, 1);
    return ({ file }) => createLink(shell, file, { type: layouts.LINK_TCX, where, attachType, target: 0 });
  };

/** Attaches a tracing program to the function that it was loaded for. libbpf: bpf_program__attach_trace() */
export function* attachTrace(shell: Shell, { file, facts }: Pick<Handle<ProgFacts>, 'file' | 'facts'>): Steps<number> {
  const { expectedAttachType: attachType, attachBtfId: target } = facts.verified.request;
  if (target === 0) return -EINVAL;
  return yield* createLink(shell, file, { type: layouts.LINK_TRACING, where: 0, attachType, target });
}

function* traceHook(shell: Shell): ReturnType<Hook> {
  return (prog) => attachTrace(shell, prog);
}

const CONFIGS: Readonly<Record<string, number>> = {
  'cpu-clock': layouts.EVENT_CPU_CLOCK,
  cycles: layouts.EVENT_CYCLES,
};

/** `perf_event { cpu-clock | cycles } cpu N every TIME` */
function* perfHook(shell: Shell): ReturnType<Hook> {
  const { words } = shell;
  const name = words.next() ?? '';
  if (!Object.hasOwn(CONFIGS, name)) throw words.wasWrong(`expected cpu-clock or cycles, got: '${name}'`, 1);
  const event = eventWords(words, CONFIGS[name]);
  const request = { type: layouts.LINK_PERF_EVENT, attachType: attach.BPF_PERF_EVENT, target: 0 };
  return ({ file }) => linkEvent(shell, file, event, request);
}

/** `cpu N every TIME`: arguments of perf_event_open(). */
function eventWords(words: Words, config: number): readonly number[] {
  if (words.next() !== 'cpu') throw words.wasWrong('expected cpu N', 1);
  const cpu = parseNumber(words.next() ?? '') ?? -1;
  if (words.next() !== 'every') throw words.wasWrong('expected every TIME', 1);
  const period = duration(words);
  return [cpu, config, period | 0, Math.floor(period / 0x1_0000_0000)];
}

/** A link on an event of its own, which goes with the link. */
function* linkEvent(
  shell: Shell,
  file: number,
  event: readonly number[],
  request: Omit<LinkRequest, 'where'>,
): Steps<number> {
  const where = yield* call(shell.cpu, 'sys_perf_event_open', event);
  if (where < 0) return where;
  const link = yield* createLink(shell, file, { ...request, where });
  yield* closeFile(shell, where);
  return link;
}

/** `raw_tp NAME cpu N every TIME`: as if the tracepoint were hit again and again */
function* rawTracepointHook(shell: Shell): ReturnType<Hook> {
  const { words } = shell;
  const name = words.next() ?? '';
  const target = RAW_TRACEPOINTS.indexOf(name);
  if (target < 0) throw words.wasWrong(`expected one of ${RAW_TRACEPOINTS.join(', ')}, got: '${name}'`, 1);
  const event = eventWords(words, layouts.EVENT_CPU_CLOCK);
  const request = { type: layouts.LINK_RAW_TRACEPOINT, attachType: 0, target };
  return ({ file }) => linkEvent(shell, file, event, request);
}

/** `socket dev NAME`: a packet socket with a filter. */
function* socketHook(shell: Shell): ReturnType<Hook> {
  const index = yield* deviceWord(shell, 1);
  return function* ({ file }) {
    const socket = yield* openSocket(shell, SOCKET_PACKET, 0, index);
    const error = yield* call(shell.cpu, 'sys_setsockopt', [socket, file]);
    return error < 0 ? error : socket;
  };
}

export const HOOKS: Readonly<Record<string, Hook>> = {
  trace: traceHook,
  xdp: xdpHook,
  tcx_ingress: tcxHook(attach.BPF_TCX_INGRESS),
  tcx_egress: tcxHook(attach.BPF_TCX_EGRESS),
  perf_event: perfHook,
  raw_tp: rawTracepointHook,
  socket: socketHook,
};
