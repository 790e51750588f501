/** Why the verifier decided about a program as it did: plain data for whoever shows it. */
export interface WhyAnswer {
  readonly program: string;
  /** Of a rejected program: the few instructions that matter, oldest first; the last one is where it ended. */
  readonly chain: readonly ChainLink[];
  /** What was walked from an empty stack: the main program, then callbacks and global functions as they were met. */
  readonly roots: readonly RootAnswer[];
  /** A change of the text with which the program is accepted. */
  readonly fix?: FixAnswer;
}

export interface ChainLink {
  /** Slot of the loaded program. */
  readonly insn: number;
  /** What happened there on the path that was rejected. */
  readonly what: string;
}

export type RootKind = 'main program' | 'async callback' | 'global function';

export interface RootAnswer {
  readonly name: string;
  readonly kind: RootKind;
  /** First instruction, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Instructions that were processed on its paths. */
  readonly processed: number;
  /** Paths that ended, and how many of them did so because a stored state covered them. */
  readonly paths: number;
  readonly pruned: number;
  /** What it must return, both ends included; absent where any value will do. */
  readonly required?: readonly [min: number, max: number];
  /** What R0 was known to be where it returned, at most three of them. */
  readonly returned: readonly string[];
  /** Bytes of stack of its longest chain of calls, as the kernel adds them up. */
  readonly stack: number;
  /** Of callbacks: the instructions that hand it over. */
  readonly pushedBy: readonly number[];
  /** Of callbacks: where it arms its own timer again. */
  readonly rearmedAt: readonly number[];
  readonly isRejected: boolean;
}

export interface FixAnswer {
  /** What it does, in one sentence. */
  readonly title: string;
  /** Lines of the text, ascending: `before` is replaced by `after`; without `before`, `after` comes in front of the line. */
  readonly edits: readonly LineEdit[];
  /** Instructions that the verifier processed in the changed program. */
  readonly processed: number;
}

export interface LineEdit {
  /** From 1. */
  readonly line: number;
  readonly before?: string;
  readonly after: readonly string[];
}

/** A text with some of its lines replaced, and others put in front of them. */
export const editedText = (text: string, edits: readonly LineEdit[]): string =>
  text
    .split('\n')
    .flatMap((line, index) => {
      const edit = edits.find((each) => each.line === index + 1);
      if (edit === undefined) return [line];
      return edit.before === undefined ? [...edit.after, line] : edit.after;
    })
    .join('\n');
