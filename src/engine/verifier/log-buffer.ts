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
  /** What was written behind the pieces. */
  #parts: string[] = [];
  #partsStart = 0;
  #end = 0;

  constructor(level: number) {
    this.level = level;
  }

  /** Length of the text, with what was lost. */
  get end(): number {
    return this.#end;
  }

  write(text: string): void {
    this.#parts.push(text);
    this.#end += text.length;
    if (this.#end - this.#partsStart < PIECE) return;
    this.#pieces.push(this.#parts.join(''));
    this.#starts.push(this.#partsStart);
    this.#parts = [];
    this.#partsStart = this.#end;
    this.#forgetBeginning();
  }

  #forgetBeginning(): void {
    while (this.#first + 1 < this.#starts.length && this.#end - this.#starts[this.#first + 1] >= MAX_KEPT) {
      this.#pieces[this.#first++] = '';
    }
  }

  /** Cuts the text back to its first `end` characters. kernel: log.c bpf_vlog_reset() */
  reset(end: number): void {
    while (end < this.#partsStart) {
      this.#parts = [this.#pieces.pop() ?? ''];
      this.#end = this.#partsStart;
      this.#partsStart = this.#starts.pop() ?? 0;
    }
    this.#first = Math.min(this.#first, this.#pieces.length);
    while (this.#end > end) {
      const last = this.#parts.pop() ?? '';
      const start = this.#end - last.length;
      if (start < end) this.#parts.push(last.slice(0, end - start));
      this.#end = Math.max(start, end);
    }
  }

  /** The text, or the last part of it if it is very long. */
  toString(): string {
    return this.#pieces.join('') + this.#parts.join('');
  }
}
