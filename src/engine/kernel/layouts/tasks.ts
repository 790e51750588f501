import { layout, ptr, u32, words } from '../memory/layout.ts';

/** Words of a task's name: 15 characters and a NUL, as in the kernel. */
const NAME_WORDS = 4;
export const TASK_NAME_BYTES = 4 * NAME_WORDS;

/** A process of user space; kernel: struct task_struct, as far as anybody looks at it. */
export const Task = layout('task', {
  next: ptr('task'),
  pid: u32(),
  parent: u32(),
  /** TASK_COMMAND, … */
  kind: u32(),
  /** CPU that it runs on. */
  cpu: u32(),
  /** Signal that it has not yet taken; 0 = none. */
  signal: u32(),
  /** Latin-1, padded with NULs. */
  name: words(NAME_WORDS),
});

/** Runs one command and ends with it. */
export const TASK_COMMAND = 0;
/** Reads lines; ends with `exit`, or by a signal that no shell ignores. */
export const TASK_SHELL = 1;
/** Has opened what the scenario loads and holds it until somebody kills it. */
export const TASK_LOADER = 2;
