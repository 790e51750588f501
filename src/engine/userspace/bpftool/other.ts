import { EINVAL, ENOENT } from '../../abi/errno.ts';
import type { Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { atOnce, type Steps } from '../steps.ts';
import { required } from './arguments.ts';

/**
 * bpftool cgroup, struct_ops and iter, as they answer where there is nothing of the kind: neither cgroups nor
 * struct_ops are simulated. kernel: tools/bpf/bpftool/cgroup.c, …
 */

/** A list without entries. */
export function showNone({ out }: Shell): Steps<number> {
  out.json?.begin('[');
  out.json?.end(']');
  return atOnce(0);
}

/** The tree of cgroups without programs: its heading alone. */
export function showCgroups({ words, out }: Shell): Steps<number> {
  if (words.left > 0) throw words.wrong(`can't iterate over ${words.peek()}: ${strerror(ENOENT)}`);
  if (out.json === undefined)
    out.print(
      `CgroupPath\n${'ID'.padEnd(8)} ${'AttachType'.padEnd(15)} ${'AttachFlags'.padEnd(15)} ${'Name'.padEnd(15)}\n`,
    );
  else {
    out.json.begin('[');
    out.json.end(']');
  }
  return atOnce(0);
}

/** A cgroup that is asked for is not there. */
export const noCgroup =
  (least: number) =>
  ({ words }: Shell): Steps<number> => {
    required(words, least, least > 1 ? -EINVAL : -1);
    throw words.wasWrong(`can't open cgroup ${words.next()}: ${strerror(ENOENT)}`);
  };

export const registers =
  (verb: string) =>
  ({ words }: Shell): Steps<number> => {
    required(words, 1);
    throw words.wrong(`${verb} '${words.peek()}': struct_ops and iterators are not simulated`);
  };
