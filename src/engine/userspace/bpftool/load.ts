import { ENOENT } from '../../abi/errno.ts';
import { sectionPatterns, sectionRule } from '../../abi/sections.ts';
import { type OpenCollection, openCollectionSteps } from '../collection.ts';
import { attachTrace } from '../net/attach-command.ts';
import { isBpffs } from '../pins.ts';
import { closeFile, openMaps, parseNumber, progFacts, putPath } from '../shell/handles.ts';
import type { CheckedFile, CheckedProgram, ForcedType, Shell } from '../shell/shell.ts';
import { strerror } from '../shell/strerror.ts';
import { Failure } from '../shell/words.ts';
import { call, perform, type Steps, work } from '../steps.ts';
import { required } from './arguments.ts';

/** bpftool prog load and loadall; kernel: load_with_options() of tools/bpf/bpftool/prog.c, and libbpf */

interface Options {
  type: ForcedType | undefined;
  pinMaps: string | undefined;
  /** Of bpftool 7.2: links are pinned where programs can be attached by what they are. */
  autoAttach: boolean;
  /** Maps of the object by name or index, and the descriptors that stand for them. */
  readonly replaced: { readonly map: string | number; readonly file: number }[];
}

type GoodFile = Extract<CheckedFile, { is: 'file' }>;

/** Follows every failure after the object was opened. */
const STRICT_HINT =
  'Warning: bpftool is now running in libbpf strict mode and has more stringent requirements about BPF programs.\n' +
  "If it used to work for this object file but now doesn't, see --legacy option for more details.\n\n";

/** `all`: every program of the object is pinned below the path; else the first one at the path. */
export function* loadObject(shell: Shell, all: boolean, mayMount: boolean): Steps<number> {
  const { words } = shell;
  required(words, 2);
  const file = words.next() ?? '';
  const path = words.next() ?? '';
  const options: Options = { type: undefined, pinMaps: undefined, autoAttach: false, replaced: [] };
  try {
    while (words.left > 0) yield* loadOption(shell, options);
    yield* loadFile(shell, { file, path, all, mayMount, options });
  } finally {
    for (const replaced of options.replaced) yield* closeFile(shell, replaced.file);
  }
  shell.out.json?.null();
  return 0;
}

function* loadOption(shell: Shell, options: Options): Steps<void> {
  const { words } = shell;
  if (words.takes('type')) {
    if (options.type !== undefined) throw words.wasWrong('program type already specified');
    required(words, 1);
    options.type = typeByName(shell, words.next() ?? '');
  } else if (words.takes('map')) {
    required(words, 4);
    const map = replacedMap(shell);
    const handles = yield* openMaps(shell);
    options.replaced.push(...handles.map(({ file }) => ({ map, file })));
    if (handles.length !== 1) throw new Failure(handles.length > 1 ? 'several maps match this handle' : '');
  } else if (words.takes('dev')) {
    throw words.wrong(`unrecognized netdevice '${words.peek() ?? ''}': No such device`);
  } else if (words.takes('pinmaps')) {
    required(words, 1);
    options.pinMaps = words.next();
  } else if (words.peek() === 'autoattach') {
    words.next();
    options.autoAttach = true;
  } else throw words.wrong(`expected no more arguments, 'type', 'map' or 'dev', got: '${words.peek()}'?`);
}

/** libbpf: libbpf_prog_type_by_name(), tried a second time with a slash, as bpftool does */
function typeByName({ out, words }: Shell, name: string): ForcedType {
  const rule = sectionRule(name) ?? sectionRule(`${name}/`);
  if (rule !== undefined) return { type: rule.type, expectedAttachType: rule.expectedAttachType };
  out.stderr += `libbpf: failed to guess program type from ELF section '${name}/'\n`;
  out.stderr += `libbpf: supported section(type) names are: ${sectionPatterns().join(' ')}\n`;
  throw words.wasWrong('');
}

function replacedMap({ words }: Shell): string | number {
  if (words.takes('name')) return words.next() ?? '';
  if (!words.takes('idx')) throw words.wrong(`expected 'idx' or 'name', got: '${words.peek()}'?`);
  const index = parseNumber(words.next() ?? '');
  if (index === undefined) throw words.wasWrong(`can't parse ${words.previous()} as IDX`);
  return index;
}

// ---- loading

interface LoadCommand {
  readonly file: string;
  readonly path: string;
  readonly all: boolean;
  readonly mayMount: boolean;
  readonly options: Options;
}

function* loadFile(shell: Shell, command: LoadCommand): Steps<void> {
  const opened = yield* perform(() => shell.files.open(command.file, command.options.type));
  if (opened.is !== 'file') {
    const messages =
      opened.is === 'bad' ? opened.messages : [`elf: failed to open ${command.file}: ${strerror(ENOENT)}`];
    for (const message of messages) shell.out.stderr += `libbpf: ${message}\n`;
    throw new Failure('failed to open object file');
  }
  try {
    yield* loadAndPin(shell, opened, command);
  } catch (error) {
    if (error instanceof Failure) printFailure(shell, error.message);
    throw error instanceof Failure ? new Failure('') : error;
  }
}

function printFailure({ out }: Shell, message: string): void {
  if (message !== '') out.error(message);
  if (out.json === undefined) out.stderr += STRICT_HINT;
}

function* loadAndPin(shell: Shell, file: GoodFile, command: LoadCommand): Steps<void> {
  const reused = reusedMaps(file, command.options);
  const programs = yield* checkPrograms(shell, file, command);
  const { spec, loaded } = file;
  const accepted = programs.flatMap(({ name, verified }) => (verified === undefined ? [] : [{ name, verified }]));
  const collection = yield* openCollectionSteps(shell.cpu, {
    spec,
    infos: loaded.maps,
    accepted,
    reused,
    owner: shell.pid,
  });
  if ('refused' in collection) {
    yield* closeAll(shell, collection.files);
    failedObject(shell, command.file);
  } else {
    try {
      yield* pinCollection(shell, file, collection, command);
    } finally {
      const maps = collection.maps.filter((_, i) => !reused.has(i));
      yield* closeAll(
        shell,
        [...collection.programs, ...maps].map((each) => each.file),
      );
    }
  }
}

function* closeAll(shell: Shell, files: readonly number[]): Steps<void> {
  for (const file of files) yield* closeFile(shell, file);
}

function reusedMaps({ spec }: GoodFile, { replaced }: Options): ReadonlyMap<number, number> {
  const reused = new Map<number, number>();
  for (const { map, file } of replaced) {
    const index = typeof map === 'number' ? map : spec.maps.findIndex((each) => each.name === map);
    if (index < 0) throw new Failure(`unable to find map '${map}'`);
    if (index >= spec.maps.length) throw new Failure(`map idx '${index}' not used`);
    if (reused.has(index)) throw new Failure(`replacement for map idx ${index} specified more than once`);
    reused.set(index, file);
  }
  return reused;
}

/** Every program must be accepted; the first that is not is told about. libbpf: bpf_object__load_progs() */
function* checkPrograms(shell: Shell, file: GoodFile, command: LoadCommand): Steps<readonly CheckedProgram[]> {
  const { out } = shell;
  for (const message of file.loaded.messages) out.stderr += `libbpf: ${message}\n`;
  const programs: CheckedProgram[] = [];
  for (const [i, spec] of file.spec.programs.entries()) {
    if (!spec.autoload) continue;
    const program = yield* work(() => file.check(i));
    programs.push(program);
    if (program.errno === 0) continue;
    printRejection(shell, program, file.loaded.messages);
    return failedObject(shell, command.file);
  }
  return programs;
}

/** What concerns the whole object was said before. */
function printRejection({ out }: Shell, program: CheckedProgram, said: readonly string[]): void {
  const isSaid = program.stage === 'object' && said.some((message) => program.log.includes(message));
  if (isSaid) return;
  out.stderr += program.stage === 'object' ? program.log : verifierText(program);
  out.stderr += `libbpf: prog '${program.name}': failed to load: ${-program.errno}\n`;
}

function verifierText({ name, errno, log }: CheckedProgram): string {
  const head = `libbpf: prog '${name}': BPF program load failed: ${strerror(errno)}\n`;
  if (log === '') return head;
  const end = log.endsWith('\n') ? '' : '\n';
  return `${head}libbpf: prog '${name}': -- BEGIN PROG LOAD LOG --\n${log}${end}-- END PROG LOAD LOG --\n`;
}

function failedObject({ out }: Shell, file: string): never {
  out.stderr += `libbpf: failed to load object '${file}'\n`;
  throw new Failure('failed to load object file');
}

// ---- pinning

function* pinCollection(
  shell: Shell,
  file: GoodFile,
  collection: OpenCollection,
  { path, all, mayMount, options }: LoadCommand,
): Steps<void> {
  if (!isBpffs(path)) {
    if (!mayMount) throw new Failure('no BPF file system found, not mounting it due to --nomount option');
    throw new Failure(`can't mount BPF file system to pin the object (${path}): Operation not permitted`);
  }
  const pinned: string[] = [];
  if (all) {
    const objects = yield* attachable(shell, collection.programs, options);
    if (!(yield* pinEach(shell, path, objects, pinned))) throw new Failure('failed to pin all programs');
  } else {
    const [first] = collection.programs;
    if (first === undefined) throw new Failure("object file doesn't contain any bpf program");
    const section = file.spec.programs.find(({ name }) => name === first.name)?.section ?? '';
    const [object] = yield* attachable(shell, [first], options);
    if (!(yield* pin(shell, path, object.file, pinned))) throw new Failure(`failed to pin program ${section}`);
  }
  if (options.pinMaps === undefined) return;
  if (yield* pinEach(shell, options.pinMaps, collection.maps, pinned)) return;
  for (const each of pinned.reverse()) yield* call(shell.cpu, 'sys_unlink', yield* putPath(each));
  throw new Failure('failed to pin all maps');
}

/** The links of programs that can be attached by what they are, if that is wanted; the others as they are. */
function* attachable(
  shell: Shell,
  programs: OpenCollection['programs'],
  { autoAttach }: Options,
): Steps<readonly { readonly name: string; readonly file: number }[]> {
  if (!autoAttach) return programs;
  const objects: { name: string; file: number }[] = [];
  for (const { name, file } of programs) {
    const facts = yield* perform(({ kernel }) => progFacts(kernel, kernel.files.progOf(file)));
    const link = yield* attachTrace(shell, { file, facts });
    if (link < 0) shell.out.stderr += `Program ${name} does not support autoattach, falling back to pinning\n`;
    objects.push({ name, file: link < 0 ? file : link });
  }
  return objects;
}

/** Pins objects by their names in a folder, which is made if it is missing. libbpf: bpf_object__pin_programs(), _pin_maps() */
function* pinEach(
  shell: Shell,
  folder: string,
  objects: readonly { readonly name: string; readonly file: number }[],
  pinned: string[],
): Steps<boolean> {
  if (folder !== '/sys/fs/bpf') yield* call(shell.cpu, 'sys_mkdir', yield* putPath(folder));
  for (const { name, file } of objects) {
    // The file system keeps names with dots to itself.
    if (!(yield* pin(shell, `${folder}/${name.replaceAll('.', '_')}`, file, pinned))) return false;
  }
  return true;
}

function* pin(shell: Shell, path: string, file: number, pinned: string[]): Steps<boolean> {
  const error = yield* call(shell.cpu, 'sys_obj_pin', [file, ...(yield* putPath(path))]);
  if (error === 0) pinned.push(path);
  return error === 0;
}
