/** Bits of the level. kernel: BPF_LOG_LEVEL1, BPF_LOG_LEVEL2, BPF_LOG_STATS */
export const BPF_LOG_LEVEL1 = 1;
export const BPF_LOG_LEVEL2 = 2;
export const BPF_LOG_LEVEL = BPF_LOG_LEVEL1 | BPF_LOG_LEVEL2;
export const BPF_LOG_STATS = 4;

/** Pieces shorter than this are gathered before they are stored. */
const PIECE = 1 << 14;
/** Characters that are kept at least; of a longer text the beginning is lost. */
const MAX_KEPT = 64 << 20;

/** Text that grows at its end and can be cut back, one character per byte. kernel: struct bpf_verifier_log */
export class Log {
  readonly level: number;
  /** Finished pieces from `#first` on, and where each begins; those before are lost. */
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  #first = 0;
  #tail = '';
  #tailStart = 0;

  constructor(level: number) {
    this.level = level;
  }

  /** Length of the text, with what was lost. */
  get end(): number {
    return this.#tailStart + this.#tail.length;
  }

  write(text: string): void {
    this.#tail += text;
    if (this.#tail.length < PIECE) return;
    this.#pieces.push(this.#tail);
    this.#starts.push(this.#tailStart);
    this.#tailStart += this.#tail.length;
    this.#tail = '';
    this.#forgetBeginning();
  }

  #forgetBeginning(): void {
    while (this.#first + 1 < this.#starts.length && this.#tailStart - this.#starts[this.#first + 1] >= MAX_KEPT) {
      this.#pieces[this.#first++] = '';
    }
  }

  /** Cuts the text back to its first `end` characters. kernel: log.c bpf_vlog_reset() */
  reset(end: number): void {
    while (end < this.#tailStart) {
      this.#tail = this.#pieces.pop() ?? '';
      this.#tailStart = this.#starts.pop() ?? 0;
    }
    this.#first = Math.min(this.#first, this.#pieces.length);
    this.#tail = this.#tail.slice(0, end - this.#tailStart);
  }

  /** The text, or the last part of it if it is very long. */
  toString(): string {
    return this.#pieces.join('') + this.#tail;
  }
}
