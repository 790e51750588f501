import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Diagnostic } from '../program/diagnostic.ts';
import { fromBase64, toBase64Url } from './base64.ts';
import { parseScenario, parseView, type Scenario, type View } from './scenario.ts';

/**
 * A scenario and a view as the fragment of a link:
 *
 *   #1.<scenario>.<view>          view and its dot are optional
 *
 * Each part is base64url of a checksum (CRC-32, 4 bytes, little endian) and the raw deflate of the JSON text, made
 * with the dictionary of its version. Decoders are added, never removed; the tests keep links of every version.
 */
export const LINK_VERSION = '1';

/** A link longer than this is refused unread; and so is one whose parts would unfold to more. */
const MAX_LINK = 16_000_000;
const MAX_INFLATED = 32_000_000;

/** Frozen with version 1: words that most scenarios contain, the most frequent last. */
const DICTIONARY_1 = strToU8(
  'bpf_map_update_elem bpf_map_delete_elem bpf_trace_printk bpf_ktime_get_ns bpf_spin_lock BPF_F_TIMER_ABS ' +
    'bpf_timer_cancel "schedule":[[ "object":" "switches":{ "at": .struct bpf_timer .map type=array max_entries= ' +
    'bpftool map update name  key hex  value hex advance 5ms next-fire type=hash key=u32 value=struct: ' +
    '.program .callback .license "GPL"\\n call bpf_map_lookup_elem\\n if r0 == 0 goto exit\\n *(u32 *)(r10 - 4) = r1\\n ' +
    'call bpf_timer_init\\n call bpf_timer_set_callback\\n call bpf_timer_start\\n r0 = 0\\n exit\\n r1 = r2 = r3 = ll\\n ' +
    '"expect":{"step":,"runHash":" "grain":"point" bpftool prog run name {"line":" "script":[ ' +
    '"machine":{"cpus":2,"kernel":"6.18"} {"v":1,"programs":[{"name":"first-timer.s","asm":"',
);

export interface Link {
  readonly scenario: Scenario;
  readonly view: View;
}

/** The fragment of a link, without `#`. Equal input gives an equal link. */
export function encodeLink(scenario: Scenario, view: View = {}): string {
  const parts = [LINK_VERSION, pack(scenario)];
  if (Object.keys(view).length > 0) parts.push(pack(view));
  return parts.join('.');
}

/** What a fragment (with or without `#`) says, or why it says nothing. Untrusted input. */
export function decodeLink(fragment: string): Result<Link, readonly Diagnostic[]> {
  if (fragment.length > MAX_LINK) return damaged(`it has ${fragment.length} characters; the limit is ${MAX_LINK}`);
  const [version, scenarioPart, viewPart, ...rest] = fragment.replace(/^#/, '').split('.');
  if (version !== LINK_VERSION) return damaged(`version "${version.slice(0, 20)}" is not known here`);
  if (scenarioPart === undefined || rest.length > 0) return damaged('it does not have two or three parts');
  const scenario = flatMap(unpack(scenarioPart, 'scenario'), parseScenario);
  if (!scenario.ok) return scenario;
  const view = viewPart === undefined ? ok({}) : flatMap(unpack(viewPart, 'view'), parseView);
  if (!view.ok) return view;
  return ok({ scenario: scenario.value, view: view.value });
}

function pack(value: unknown): string {
  const deflated = deflateSync(strToU8(JSON.stringify(value)), { level: 9, dictionary: DICTIONARY_1 });
  const bytes = new Uint8Array(4 + deflated.length);
  new DataView(bytes.buffer).setUint32(0, crc32(deflated), true);
  bytes.set(deflated, 4);
  return toBase64Url(bytes);
}

function unpack(part: string, what: string): Result<unknown, readonly Diagnostic[]> {
  const bytes = fromBase64(part);
  if (bytes === undefined || bytes.length < 5) return damaged(`the ${what} is not base64url text`);
  const deflated = bytes.subarray(4);
  const sum = new DataView(bytes.buffer).getUint32(0, true);
  if (crc32(deflated) !== sum)
    return damaged(`the checksum of the ${what} does not fit; characters were lost or changed`);
  const inflated = inflateCapped(deflated);
  if (inflated === undefined) return damaged(`the ${what} cannot be unfolded within ${MAX_INFLATED} bytes`);
  return parseJson(strFromU8(inflated), what);
}

/** Inflates piece by piece, so that a small bomb never becomes a large buffer. */
function inflateCapped(deflated: Uint8Array): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate({ dictionary: DICTIONARY_1 }, (chunk) => {
    size += chunk.length;
    if (size <= MAX_INFLATED) chunks.push(chunk);
  });
  const PIECE = 16_384;
  try {
    for (let at = 0; at < deflated.length && size <= MAX_INFLATED; at += PIECE) {
      inflate.push(deflated.subarray(at, at + PIECE), at + PIECE >= deflated.length);
    }
  } catch (error) {
    // fflate throws on a stream that is none; everything else would be a bug of ours.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
  return size <= MAX_INFLATED ? concat(chunks, size) : undefined;
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function parseJson(text: string, what: string): Result<unknown, readonly Diagnostic[]> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return damaged(`the ${what} is not JSON: ${error.message}`);
    throw error;
  }
}

function flatMap<A, B, E>(result: Result<A, E>, next: (value: A) => Result<B, E>): Result<B, E> {
  return result.ok ? next(result.value) : result;
}

function damaged(why: string): Result<never, readonly Diagnostic[]> {
  return err([{ severity: 'error', message: `this link cannot be opened: ${why}`, where: 'link' }]);
}

/** CRC-32 (IEEE 802.3) as a non-negative number. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}
