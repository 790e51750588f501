import { EINVAL, ENOENT } from '../../abi/errno.ts';
import { Btf } from '../../btf/btf.ts';
import type { CheckedFile, Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { readFile } from '../shell/text-commands.ts';
import { Failure } from '../shell/words.ts';
import { perform, type Steps } from '../steps.ts';
import { required, Usage } from './arguments.ts';
import { givenName, objectNameOf, skeletonOf } from './skeleton.ts';

/** bpftool gen; kernel: tools/bpf/bpftool/gen.c */

/** bpftool gen skeleton FILE [name OBJECT_NAME] */
export function* genSkeleton(shell: Shell): Steps<number> {
  const { words, out } = shell;
  needs(shell, 'skeleton', 1);
  const path = words.next() ?? '';
  const name = nameOption(shell) ?? objectNameOf(path);
  const bytes = yield* objectBytes(shell, path);
  const file = yield* perform(() => shell.files.open(path));
  const opened = openedAs(shell, file, bytes, { path, name });
  const btf = opened.spec.btf === undefined ? undefined : Btf.parse(opened.spec.btf);
  out.print(skeletonOf({ spec: opened.spec, btf: btf?.ok === true ? btf.value : undefined, bytes, name }));
  return 0;
}

/** gen object, subskeleton and min_core_btf: their arguments are looked at, and no more. */
export const generates =
  (verb: string, least: number) =>
  (shell: Shell): Steps<number> => {
    needs(shell, verb, least);
    throw new Failure(`gen ${verb} is not simulated; 'bpftool gen skeleton FILE' is`);
  };

function needs({ words }: Shell, verb: string, least: number): void {
  if (words.left < least)
    throw new Usage(`'${verb}' needs at least ${least} arguments, ${Math.max(0, words.left)} found`);
}

function nameOption({ words }: Shell): string | undefined {
  let name: string | undefined;
  while (words.left > 0) {
    required(words, 2);
    const option = words.next() ?? '';
    if (option === '' || !'name'.startsWith(option)) throw words.wasWrong(`unknown arg ${option}`);
    if (name !== undefined) throw words.wasWrong('object name already specified');
    name = givenName(words.next() ?? '');
  }
  return name;
}

function* objectBytes(shell: Shell, path: string): Steps<Uint8Array> {
  const read = yield* readFile(shell, path);
  if (typeof read === 'string') throw shell.words.wasWrong(`failed to stat() ${path}: ${strerror(ENOENT)}`);
  if (read.length === 0) throw new Failure(`failed to mmap() ${path}: ${strerror(EINVAL)}`);
  return read;
}

/** libbpf: LIBBPF_ERRNO__FORMAT */
const FORMAT_INVALID = 4001;

/** Error numbers of libbpf's own. libbpf: libbpf_strerror() */
const LIBBPF_ERRORS: ReadonlyMap<number, string> = new Map([
  [4000, 'Something wrong in libelf'],
  [FORMAT_INVALID, 'BPF object format invalid'],
  [4003, 'Endian mismatch'],
  [4004, 'Internal error in libbpf'],
  [4005, 'Relocation failed'],
]);

type GoodFile = Extract<CheckedFile, { is: 'file' }>;

function openedAs(
  { out }: Shell,
  file: CheckedFile,
  bytes: Uint8Array,
  { path, name }: { readonly path: string; readonly name: string },
): GoodFile {
  const isElf = bytes[0] === 0x7f;
  if (file.is === 'file' && isElf) return file;
  const messages = file.is === 'bad' && isElf ? file.messages : [`elf: '${name}' is not a proper ELF object`];
  for (const message of messages) out.stderr += `libbpf: ${message.replaceAll(path, name)}\n`;
  const errno = file.is === 'bad' && isElf ? file.errno : FORMAT_INVALID;
  const text = LIBBPF_ERRORS.get(errno) ?? strerror(errno);
  throw new Failure(`failed to open BPF object file: ${text}`, -errno);
}
