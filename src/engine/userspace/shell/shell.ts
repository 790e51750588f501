import type { Job } from '../../../lib/job.ts';
import type { Loaded } from '../../loader/load.ts';
import type { VerifiedProgram, VerifierStats } from '../../program/load.ts';
import type { CollectionSpec } from '../../program/spec.ts';
import { JsonWriter } from '../bpftool/json-writer.ts';
import type { Steps } from '../steps.ts';
import type { FileEntry } from './file-system.ts';
import type { Words } from './words.ts';

/** What a command works with. */
export interface Shell {
  readonly cpu: number;
  /** Number of the process that the command runs in, and of its shell. */
  readonly pid: number;
  readonly shellPid: number;
  readonly words: Words;
  readonly out: Printer;
  /** What is piped into the command. */
  readonly stdin: Uint8Array | undefined;
  readonly files: ObjectFiles;
  readonly storage: Storage;
  /** Record number at which the last reader of trace_pipe stopped. */
  readonly traceFrom: number;
  /** How the last command of the process ended. */
  readonly last: Ended | undefined;
  /** Background commands of the shell that have not ended, as things stand. */
  readonly jobs: () => readonly BackgroundJob[];
  /** Label of the machine's kernel. */
  readonly kernel: string;
  /** Only the words are looked at: mistakes are thrown, nothing is printed. */
  readonly checking?: boolean;
}

/** The files beside the BPF file system as they are now: to be asked inside of `perform`. Errors are negative numbers. */
export interface Storage {
  read(path: string): Uint8Array | undefined;
  list(folder: string): readonly FileEntry[] | undefined;
  entry(path: string): FileEntry | undefined;
  write(path: string, bytes: Uint8Array): number;
  remove(path: string): number;
}

/** How a command ended. */
export interface Ended {
  /** Exit status, 0 … 255. */
  readonly status: number;
  /** Both streams, without the last newline. */
  readonly text: string;
  readonly run: RunOutput | undefined;
}

/** A command that runs while its shell takes the next line. */
export interface BackgroundJob {
  /** As in `[1]` and `%1`. */
  readonly number: number;
  readonly pid: number;
  readonly text: string;
}

/** A command: its exit status, as `main()` returns it. */
export type Run = (shell: Shell) => Steps<number>;

/** A program of a file with the verifier's answer. */
export interface CheckedProgram {
  readonly name: string;
  readonly section: string;
  readonly verified: VerifiedProgram | undefined;
  /** Positive; 0 if accepted. */
  readonly errno: number;
  /** The verifier's log of level 1, or libbpf's messages where the kernel was not asked. */
  readonly log: string;
  readonly stage: 'prog' | 'object';
  /** Undefined where the kernel was not asked. */
  readonly stats: VerifierStats | undefined;
  /** Instructions of the program as loaded. */
  readonly insnCount: number;
}

/** A file as far as user space and the verifier come with it. */
export type CheckedFile =
  | {
      readonly is: 'file';
      readonly spec: CollectionSpec;
      readonly loaded: Loaded;
      /** The types as they stand in the file; libbpf completes them when it opens it. */
      readonly btf: Uint8Array | undefined;
      /** Verifies a program on first demand. */
      check(index: number): Job<CheckedProgram>;
    }
  | { readonly is: 'missing' }
  /** Cannot be opened: libbpf's messages, and its error number. */
  | { readonly is: 'bad'; readonly messages: readonly string[]; readonly errno: number };

/** The programs' files that commands can name. */
export interface ObjectFiles {
  readonly names: readonly string[];
  /** A file, its programs taken as of `type` if one is given. Answers the same for the same question. */
  open(name: string, type?: ForcedType): CheckedFile;
}

/** `type` of `bpftool prog load`: what libbpf would have found from the section name. */
export interface ForcedType {
  readonly type: number;
  readonly expectedAttachType: number;
}

/** What came out of a test run of a program. */
export interface RunOutput {
  readonly returnValue: number;
  /** Average of a run, ns. */
  readonly duration: number;
  /** The packet and the context afterwards, if the run had any. */
  readonly data: Uint8Array | undefined;
  readonly context: Uint8Array | undefined;
}

/** Collects what a command prints: plain text, or JSON where the command was asked for it. */
export class Printer {
  stdout = '';
  stderr = '';
  /** Beside the text, for those who show it otherwise. */
  run: RunOutput | undefined;
  /** Set by the options of the command. */
  json: JsonWriter | undefined;
  readonly print = (text: string): void => {
    this.stdout += text;
  };

  startJson(pretty: boolean): void {
    this.json = new JsonWriter(this.print, pretty);
  }

  /** A message of bpftool; kernel: tools/bpf/bpftool p_err() */
  error(message: string): void {
    if (this.json === undefined) this.stderr += `Error: ${message}\n`;
    else {
      this.json.begin('{');
      this.json.stringField('error', message);
      this.json.end('}');
    }
  }
}
