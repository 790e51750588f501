/** What a command of `rearm` is: arguments and a host in, exit status out. */

/** Exit status: done and accepted; rejected or violation found; bad usage or input. */
export const EXIT_OK = 0;
export const EXIT_REJECTED = 1;
export const EXIT_USAGE = 2;

/** What a command needs of the process, so that tests can stand in for it. */
export interface Host {
  out(text: string): void;
  error(text: string): void;
  /** Bytes of a file; undefined with a message on standard error if it cannot be read. */
  readFile(path: string): Uint8Array | undefined;
  /** False with a message on standard error if the file cannot be written. */
  writeFile(path: string, bytes: Uint8Array): boolean;
  /** Lines of standard input without their newlines, as they arrive. */
  lines(): AsyncIterable<string>;
  /** Machines are about to make millions of steps: the process may compile for that. */
  expectManySteps?(): void;
}

export type Command = (args: readonly string[], host: Host) => Promise<number>;

/** Bad arguments: prints why and how the command is used. */
export function usage(host: Host, problem: string, text: string): number {
  host.error(`rearm: ${problem}\n${text}\n`);
  return EXIT_USAGE;
}

/** JSON in ASCII: characters are bytes of the kernel's text, and stay so whatever the terminal believes. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
