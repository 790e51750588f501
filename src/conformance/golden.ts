/** The recorded answers, as the corpus' README describes their files. */

export interface GoldenProgram {
  readonly name: string;
  readonly section: string;
  readonly verdict: 'accept' | 'reject';
  readonly stage: 'prog' | 'object';
  readonly errno: number;
  readonly insn_cnt: number;
  readonly insns?: string;
  readonly stats: string | null;
  readonly stack_depth: string | null;
  /** Null where the log is too long to be kept. */
  readonly log: readonly string[] | null;
  readonly log_head?: readonly string[];
  readonly log_tail?: readonly string[];
  readonly log_lines?: number;
  readonly log_sha256?: string;
  /** No buffer holds the log: verdict and errno are those of level 4. */
  readonly log_overflow?: boolean;
  readonly log_level_1: readonly string[] | null;
  readonly log_level_1_head?: readonly string[];
  readonly log_level_1_tail?: readonly string[];
  readonly log_level_1_lines?: number;
  readonly log_level_1_sha256?: string;
}

export interface GoldenObject {
  readonly object: string;
  readonly programs: readonly GoldenProgram[];
}

/** The first line of the random programs: what they share. */
export interface RandomHead {
  readonly prog_type: string;
  readonly license: string;
  readonly log_level: number;
  readonly map: object;
}

export interface RandomProgram {
  readonly id: number;
  readonly insns: string;
  readonly verdict: 'accept' | 'reject';
  readonly errno: number;
  readonly stats: string | null;
  readonly log_lines: number;
  readonly log_sha256: string;
}

/** True for the answers about objects; other recordings live in the same folders. */
export const isGoldenObject = (value: unknown): value is GoldenObject =>
  typeof value === 'object' && value !== null && 'programs' in value && 'object' in value;
