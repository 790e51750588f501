import type { GivenFiles } from '../userspace/shell/file-system.ts';
import { fromBase64 } from './base64.ts';
import type { DataFile } from './scenario.ts';

/** The files of a scenario as its commands see them: the programs, and beside them files that may come while it is played. */
export class ScenarioFiles implements GivenFiles {
  private readonly programs: GivenFiles;
  private data: ReadonlyMap<string, Uint8Array> = new Map();

  constructor(programs: GivenFiles, files: readonly DataFile[]) {
    this.programs = programs;
    this.replace(files);
  }

  /** Other files beside the programs, from now on. */
  replace(files: readonly DataFile[]): void {
    this.data = new Map(files.map(({ name, data }) => [name, fromBase64(data) ?? new Uint8Array()]));
  }

  get names(): readonly string[] {
    return [...this.programs.names, ...this.data.keys()];
  }

  read(name: string): Uint8Array | undefined {
    return this.data.get(name) ?? this.programs.read(name);
  }
}
