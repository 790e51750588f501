import type { LogText } from '../../program/log-text.ts';

/** Bits of the level. kernel: BPF_LOG_LEVEL1, BPF_LOG_LEVEL2, BPF_LOG_STATS */
export const BPF_LOG_LEVEL1 = 1;
export const BPF_LOG_LEVEL2 = 2;
export const BPF_LOG_LEVEL = BPF_LOG_LEVEL1 | BPF_LOG_LEVEL2;
export const BPF_LOG_STATS = 4;

/** Characters that are gathered before they are stored. */
const PIECE = 1 << 14;
/** Bytes of a chunk. */
const CHUNK = 1 << 16;
/** Bytes that are kept at least; of a longer text the beginning is lost. */
const MAX_KEPT = 64 << 20;

const encoder = new TextEncoder();

/** A byte for each character; the encoder, which is much faster than a loop, does so for ASCII only. Returns how many. */
function putBytes(text: string, bytes: Uint8Array): number {
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read === text.length && written === text.length) return text.length;
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return text.length;
}

/** Number of the chunk that a byte lies in; a log can be longer than 2^32 bytes. */
const chunkOf = (position: number): number => Math.floor(position / CHUNK);

/** Text that grows at its end and can be cut back, one byte per character. kernel: struct bpf_verifier_log */
export class Log {
  readonly level: number;
  /** Chunk i holds the bytes from i * CHUNK on; those that are lost are gone. */
  readonly #chunks: (Uint8Array | undefined)[] = [];
  /** The first byte that is not lost. */
  #start = 0;
  /** The bytes before this one are in the chunks, the others in `#parts`: joining many makes a flat string. */
  #stored = 0;
  #parts: string[] = [];
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
    if (this.#end - this.#stored >= PIECE) this.#store();
  }

  /** Moves what was written last to the chunks. */
  #store(): void {
    const text = this.#parts.join('');
    this.#parts = [];
    for (let from = 0; from < text.length; ) {
      const chunk = this.#chunkAtEnd();
      const at = this.#stored % CHUNK;
      const count = putBytes(text.slice(from, from + CHUNK - at), at === 0 ? chunk : chunk.subarray(at));
      from += count;
      this.#stored += count;
    }
  }

  /** The chunk that the next byte goes to. */
  #chunkAtEnd(): Uint8Array {
    const index = chunkOf(this.#stored);
    const chunk = this.#chunks[index] ?? this.#lostChunk() ?? new Uint8Array(CHUNK);
    this.#chunks[index] = chunk;
    return chunk;
  }

  /** The oldest chunk, if nobody needs it any more. */
  #lostChunk(): Uint8Array | undefined {
    if (this.#stored - this.#start < MAX_KEPT + CHUNK) return undefined;
    const first = chunkOf(this.#start);
    const chunk = this.#chunks[first];
    this.#chunks[first] = undefined;
    this.#start = (first + 1) * CHUNK;
    return chunk;
  }

  /** Cuts the text back to its first `end` characters. kernel: log.c bpf_vlog_reset() */
  reset(end: number): void {
    while (this.#end > Math.max(end, this.#stored)) {
      const last = this.#parts.pop() ?? '';
      const start = this.#end - last.length;
      if (start < end) this.#parts.push(last.slice(0, end - start));
      this.#end = Math.max(start, end);
    }
    if (end < this.#stored) this.#forgetEnd(end);
  }

  #forgetEnd(end: number): void {
    this.#end = end;
    this.#stored = end;
    this.#start = Math.min(this.#start, end);
    // One spare chunk stays: level 1 goes back and forth.
    const used = chunkOf(end) + 2;
    if (this.#chunks.length > used) this.#chunks.length = used;
  }

  /** The text, or the last part of it if it is very long. It shares its chunks with the log: write nothing after it. */
  text(): LogText {
    this.#store();
    const pieces: Uint8Array[] = [];
    for (let at = this.#start; at < this.#end; ) {
      const index = chunkOf(at);
      const base = index * CHUNK;
      const next = Math.min(base + CHUNK, this.#end);
      const chunk = this.#chunks[index];
      // A part of a chunk is copied: whoever sends it to another thread would send the whole chunk.
      if (chunk !== undefined) pieces.push(next - at === CHUNK ? chunk : chunk.slice(at - base, next - base));
      at = next;
    }
    return { pieces, length: this.#end - this.#start };
  }
}
