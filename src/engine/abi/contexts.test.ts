import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ContextLayout } from './contexts.ts';
import { contextAccess, contextLayout, socketLayout } from './contexts.ts';
import { programTypeByName } from './program-types.ts';
import * as reg from './reg-types.ts';

/** Which accesses Linux 6.18.44 accepted below offset 264: `r4` → offsets and ranges of offsets, four bytes apart. */
interface Recorded {
  readonly context: string;
  readonly attach?: number;
  readonly accesses: Readonly<Record<string, string>>;
  /** Offset → register type of the loaded pointer, as the log prints it. */
  readonly pointers?: Readonly<Record<string, string>>;
}

const END = 264;

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('./testdata/context-accesses.json', import.meta.url), 'utf8'),
);

const SOCKETS: Readonly<Record<string, number>> = {
  sock_common: reg.PTR_TO_SOCK_COMMON,
  sock: reg.PTR_TO_SOCKET,
  tcp_sock: reg.PTR_TO_TCP_SOCK,
};

function layoutOf(row: Recorded): ContextLayout {
  const socket = SOCKETS[row.context];
  const found =
    socket === undefined ? contextLayout(programTypeByName(row.context) ?? 0, row.attach ?? 0) : socketLayout(socket);
  if (found === undefined) throw new Error(`no context for ${row.context}`);
  return found;
}

function offsets(layout: ContextLayout, key: string): number[] {
  const size = Number(key.slice(1));
  const found: number[] = [];
  for (let offset = 0; offset + size <= END; offset += size)
    if (contextAccess(layout, offset, size, key[0] === 'w', false) !== undefined) found.push(offset);
  return found;
}

function expand(ranges: string, size: number): number[] {
  return ranges.split(' ').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: (last - first) / size + 1 }, (_, index) => first + index * size);
  });
}

const POINTER_NAMES: Readonly<Record<string, number>> = {
  pkt: reg.PTR_TO_PACKET,
  pkt_end: reg.PTR_TO_PACKET_END,
  pkt_meta: reg.PTR_TO_PACKET_META,
  flow_keys: reg.PTR_TO_FLOW_KEYS,
  sock: reg.PTR_TO_SOCKET,
  sock_or_null: reg.PTR_TO_SOCKET | reg.PTR_MAYBE_NULL,
  sock_common_or_null: reg.PTR_TO_SOCK_COMMON | reg.PTR_MAYBE_NULL,
  tp_buffer: reg.PTR_TO_TP_BUFFER,
  trusted_ptr_nf_hook_state: reg.PTR_TO_BTF_ID | reg.PTR_TRUSTED,
  trusted_ptr_sk_buff: reg.PTR_TO_BTF_ID | reg.PTR_TRUSTED,
};

describe('context accesses', () => {
  it.each(recorded)('$context at attach type $attach', (row) => {
    const layout = layoutOf(row);
    for (const key of ['r1', 'r2', 'r4', 'r8', 'w1', 'w2', 'w4', 'w8']) {
      const ranges = row.accesses[key];
      const expected = ranges === undefined ? [] : expand(ranges, Number(key.slice(1)));
      expect(offsets(layout, key), key).toEqual(expected);
    }
    const pointers = layout.fields.filter((field) => field.read.length > 0 && field.regType !== reg.SCALAR_VALUE);
    expect(pointers.map((field) => [String(field.offset), field.regType])).toEqual(
      Object.entries(row.pointers ?? {})
        .map(([offset, name]) => [offset, POINTER_NAMES[name]])
        .sort((a, b) => Number(a[0]) - Number(b[0])),
    );
  });

  it('refuses sign-extending loads of pointers', () => {
    const xdp = contextLayout(programTypeByName('xdp') ?? 0, 0);
    expect(xdp && contextAccess(xdp, 0, 4, false, true)).toBeUndefined();
    expect(xdp && contextAccess(xdp, 12, 4, false, true)?.name).toBe('ingress_ifindex');
  });
});
