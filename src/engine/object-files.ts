/** The files that commands of a scenario can load, read and verified on demand. */
import { jobOf, type Work } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { VerifierEnv } from './abi/env.ts';
import { kernelTypes } from './abi/vmlinux.ts';
import { parseElf } from './elf/elf-file.ts';
import { LIBBPF_ERRNO_FORMAT } from './elf/open-error.ts';
import { type LoadedProgram, loadCollection } from './loader/load.ts';
import type { Diagnostic } from './program/diagnostic.ts';
import { logString } from './program/log-text.ts';
import type { CollectionSpec } from './program/spec.ts';
import type { CheckedFile, CheckedProgram, ForcedType, ObjectFiles } from './userspace/shell/shell.ts';
import { verifyProgramWork } from './verify-source.ts';

/** A file's blueprint, and the bytes if it is an object; undefined if there is no such file. */
export type ReadFile = (
  name: string,
) =>
  | { readonly spec: Result<CollectionSpec, readonly Diagnostic[]>; readonly object?: Uint8Array | undefined }
  | undefined;

const LOG_LEVEL = 1;

/** `names`: what completion offers. Every answer is kept. */
export function objectFiles(names: readonly string[], read: ReadFile, env: VerifierEnv): ObjectFiles {
  const opened = new Map<string, CheckedFile>();
  return {
    names,
    open(name, type) {
      const key = `${type?.type ?? ''} ${type?.expectedAttachType ?? ''} ${name}`;
      const file = opened.get(key) ?? openFile(read(name), env, type);
      opened.set(key, file);
      return file;
    },
  };
}

function openFile(read: ReturnType<ReadFile>, env: VerifierEnv, type: ForcedType | undefined): CheckedFile {
  if (read === undefined) return { is: 'missing' };
  const opened = read.spec;
  if (!opened.ok)
    return { is: 'bad', messages: opened.error.map(({ message }) => message), errno: LIBBPF_ERRNO_FORMAT };
  const { openErrors = [], openErrno = LIBBPF_ERRNO_FORMAT } = opened.value;
  if (openErrors.length > 0) return { is: 'bad', messages: openErrors, errno: openErrno };
  const spec = type === undefined ? opened.value : ofType(opened.value, type);
  const loaded = loadCollection(spec, { env, kernel: kernelTypes() });
  const checked = new Map<number, CheckedProgram>();
  function* check(index: number): Work<CheckedProgram> {
    const program = checked.get(index) ?? (yield* checkProgram(loaded.programs[index], env));
    checked.set(index, program);
    return program;
  }
  const btf = read.object === undefined ? spec.btf : typesOf(read.object);
  return { is: 'file', spec, loaded, btf, check: (index) => jobOf(check(index)) };
}

function* checkProgram(loaded: LoadedProgram, env: VerifierEnv): Work<CheckedProgram> {
  const { answer, program, stats } = yield* verifyProgramWork(loaded, env, LOG_LEVEL);
  const { name, section, errno, log, stage, insns } = answer;
  const insnCount = insns.length;
  return { name, section, errno, log: logString(log), stage, verified: program, stats, insnCount };
}

/** The section with the types of an object file. */
function typesOf(object: Uint8Array): Uint8Array | undefined {
  const elf = parseElf(object);
  return elf.ok ? elf.value.sections.find(({ name }) => name === '.BTF')?.data : undefined;
}

/** The programs as if their sections had said this type. libbpf: bpf_program__set_type() */
const ofType = (spec: CollectionSpec, { type, expectedAttachType }: ForcedType): CollectionSpec => ({
  ...spec,
  programs: spec.programs.map(({ loadError: _, ...program }) => ({ ...program, type, expectedAttachType })),
});
