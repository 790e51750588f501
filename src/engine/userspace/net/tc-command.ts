import { BPF_TCX_EGRESS, BPF_TCX_INGRESS } from '../../abi/attach-types.ts';
import { EEXIST, EINVAL, ENOENT } from '../../abi/errno.ts';
import { filtersOf } from '../../kernel/net/attach.ts';
import { deviceAt } from '../../kernel/net/devices.ts';
import { indexOf } from '../bpftool/net.ts';
import { end } from '../shell/command-arguments.ts';
import { closeFile, progFacts, putPath } from '../shell/handles.ts';
import type { Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { Failure, type Words } from '../shell/words.ts';
import { call, perform, type Steps } from '../steps.ts';

/**
 * tc, as far as programs need it: `tc qdisc { add | del | show } dev D clsact` and
 * `tc filter { add | del | show } dev D { ingress | egress } [bpf da pinned PATH]`; iproute2: tc/
 */
export function* tc(shell: Shell): Steps<number> {
  const { words } = shell;
  const object = words.next() ?? '';
  const verb = words.next() ?? '';
  if (object !== 'qdisc' && object !== 'filter')
    throw words.wasWrong(`Object "${object}" is unknown, try "tc help".`, 1);
  if (!['add', 'del', 'delete', 'show', 'list'].includes(verb)) {
    throw words.wasWrong(`Command "${verb}" is unknown, try "tc ${object} help".`, 1);
  }
  const index = yield* deviceOf(shell);
  if (object === 'qdisc') return yield* qdisc(shell, verb, index);
  return yield* filter(shell, verb, index);
}

function* deviceOf({ words, checking }: Shell): Steps<number> {
  if (words.next() !== 'dev') throw words.wasWrong('"dev" is expected', 1);
  const name = words.next() ?? '';
  if (checking === true) return 0;
  const index = yield* perform((machine) => indexOf(machine, name));
  if (index === 0) throw words.wasWrong(`Cannot find device "${name}"`, 1);
  return index;
}

const isShow = (verb: string): boolean => verb === 'show' || verb === 'list';

function* qdisc(shell: Shell, verb: string, index: number): Steps<number> {
  const { words, out } = shell;
  if (isShow(verb)) {
    const there = yield* perform(({ kernel }) => kernel.net.device(deviceAt(kernel, index)).clsact !== 0);
    if (there) out.print('qdisc clsact ffff: parent ffff:fff1 \n');
    return 0;
  }
  if (words.next() !== 'clsact') throw words.wasWrong(`Unknown qdisc "${words.previous() ?? ''}": clsact is`, 1);
  end(words);
  const error = yield* call(shell.cpu, 'sys_clsact', [index, verb === 'add' ? 1 : 0]);
  if (error === -EEXIST) throw new Failure('Error: Exclusivity flag on, cannot modify.', 2);
  if (error === -EINVAL) throw new Failure('Error: Cannot find specified qdisc on specified device.', 2);
  return 0;
}

function* filter(shell: Shell, verb: string, index: number): Steps<number> {
  const { words } = shell;
  const way = words.next();
  if (way !== 'ingress' && way !== 'egress') throw words.wasWrong('"ingress" or "egress" is expected', 1);
  const hook = way === 'ingress' ? BPF_TCX_INGRESS : BPF_TCX_EGRESS;
  if (isShow(verb)) return yield* showFilters(shell, index, hook);
  const file = verb === 'add' ? yield* programWord(shell) : -1;
  end(words);
  const error = yield* call(shell.cpu, 'sys_tc_filter', [index, hook, file, 0]);
  if (file >= 0) yield* closeFile(shell, file);
  if (error === -EINVAL)
    throw new Failure("Error: Parent Qdisc doesn't exists.\nWe have an error talking to the kernel", 2);
  if (error === -ENOENT) throw new Failure('RTNETLINK answers: No such file or directory', 2);
  return 0;
}

/** `bpf [da] { pinned | object-pinned } PATH`: a descriptor of the program. */
function* programWord({ words, cpu }: Shell): Steps<number> {
  if (words.next() !== 'bpf') throw words.wasWrong(`Unknown filter "${words.previous() ?? ''}": bpf is`, 1);
  while (isDirect(words)) words.next();
  const source = words.next();
  if (source !== 'pinned' && source !== 'object-pinned') throw words.wasWrong('expected da pinned PATH', 1);
  const path = words.next() ?? '';
  const file = yield* call(cpu, 'sys_obj_get', yield* putPath(path));
  if (file < 0) throw new Failure(`Couldn't retrieve pinned program '${path}': ${strerror(-file)}`, 1);
  return file;
}

const isDirect = (words: Words): boolean => words.peek() === 'da' || words.peek() === 'direct-action';

function* showFilters({ words, out }: Shell, index: number, hook: number): Steps<number> {
  end(words);
  const lines = yield* perform(({ kernel }) => {
    const classic = filtersOf(kernel, deviceAt(kernel, index), hook).filter((at) => kernel.net.filter(at).tcx === 0);
    return classic.map((at) => {
      const { prog, priority } = kernel.net.filter(at);
      const { id, name, tag } = progFacts(kernel, prog);
      const head = `filter protocol all pref ${priority} bpf chain 0`;
      return `${head} \n${head} handle 0x1 ${name}:[*fsobj] direct-action not_in_hw id ${id} tag ${tag} jited \n`;
    });
  });
  out.print(lines.join(''));
  return 0;
}
