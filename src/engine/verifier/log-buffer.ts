/** Bits of the level. kernel: BPF_LOG_LEVEL1, BPF_LOG_LEVEL2, BPF_LOG_STATS */
export const BPF_LOG_LEVEL1 = 1;
export const BPF_LOG_LEVEL2 = 2;
export const BPF_LOG_LEVEL = BPF_LOG_LEVEL1 | BPF_LOG_LEVEL2;
export const BPF_LOG_STATS = 4;

/** Pieces shorter than this are gathered before they are stored. */
const PIECE = 1 << 12;

/** Text that grows at its end and can be cut back, one character per byte. kernel: struct bpf_verifier_log */
export class Log {
  readonly level: number;
  /** Finished pieces and where each begins. */
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  #tail = '';
  #tailStart = 0;

  constructor(level: number) {
    this.level = level;
  }

  /** Length of the text. */
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
  }

  /** Cuts the text back to its first `end` characters. kernel: log.c bpf_vlog_reset() */
  reset(end: number): void {
    while (end < this.#tailStart) {
      this.#tail = this.#pieces.pop() ?? '';
      this.#tailStart = this.#starts.pop() ?? 0;
    }
    this.#tail = this.#tail.slice(0, end - this.#tailStart);
  }

  toString(): string {
    return this.#pieces.join('') + this.#tail;
  }
}
