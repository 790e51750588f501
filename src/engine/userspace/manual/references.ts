/** What pages of the manual refer to. */

export const DONE = ['0', 'done'] as const;
export const WRONG_WORDS = ['1', 'the words are wrong; nothing was done'] as const;
export const FILES = 'docs/console.md#files';
export const LINES = 'docs/console.md#lines';
export const PACKETS = 'docs/console.md#packets-and-devices';
export const TIME = 'docs/console.md#time';
export const PROCESSES = 'docs/console.md#processes';
export const BPFTOOL_DIFFERENCES = 'docs/deviations.md#bpftool';
export const MACHINE_DIFFERENCES = 'docs/deviations.md#machine';
export const SCRIPT = 'docs/scenarios.md#script';
export const HELPERS = 'https://man7.org/linux/man-pages/man7/bpf-helpers.7.html';
export const FILTER_DIFFERENCE = 'Only the options above are known. Lines are compared by their bytes.';

/** The page of the real command. */
export const debian = (page: string): string => `https://manpages.debian.org/${page}`;

/** What there is to say about each command of the console beyond its line in the table of commands. */
export interface ManualPage {
  /** More ways to write it than the one in the table. */
  readonly synopsis?: readonly string[];
  /** A paragraph each. */
  readonly description: readonly string[];
  readonly options?: readonly (readonly [option: string, about: string])[];
  /** What the real command does and this one does not, or does otherwise; of our own commands nothing. */
  readonly differences?: readonly string[];
  readonly exit: readonly (readonly [status: string, when: string])[];
  readonly examples?: readonly string[];
  /** Commands with their section, documents of this project with their heading, addresses. */
  readonly seeAlso: readonly string[];
}
