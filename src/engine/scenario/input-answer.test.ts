import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputsOf } from '../engine.ts';
import { toBase64 } from './base64.ts';

const inputOf = (text: string) => inputsOf({ name: 'p.s', asm: `${text}\n    r0 = 0\n    exit\n` }).programs[0];

/** A program, its context's struct, what may be set of it, and the names of what it returns. */
const PROGRAMS: readonly [
  head: string,
  struct: string | undefined,
  fields: string,
  takesPacket: boolean,
  ok: string,
][] = [
  [
    '.program p section=xdp',
    'xdp_md',
    'data 0+4, data_end 4+4, ingress_ifindex 12+4, rx_queue_index 16+4',
    true,
    '2 XDP_PASS',
  ],
  [
    '.program p section=tc',
    '__sk_buff',
    'mark 8+4, priority 32+4, ingress_ifindex 36+4, ifindex 40+4, cb[0] 48+4, cb[1] 52+4, cb[2] 56+4, cb[3] 60+4, ' +
      'cb[4] 64+4, tstamp 152+8, wire_len 160+4, gso_segs 164+4, gso_size 176+4, hwtstamp 184+8',
    true,
    '0 TC_ACT_OK',
  ],
  ['.program p section=flow_dissector', 'bpf_flow_keys', 'flags 48+4', true, '2 BPF_DROP'],
  ['.program p section=kprobe/f', undefined, '', false, ''],
];

describe('what a test run takes', () => {
  it.each(PROGRAMS)('%s', (head, struct, fields, takesPacket, returned) => {
    const { context, returns, ...program } = inputOf(head);
    expect(context?.struct).toBe(struct);
    expect(context?.fields.map(({ name, offset, size }) => `${name} ${offset}+${size}`).join(', ') ?? '').toBe(fields);
    expect(program.takesPacket).toBe(takesPacket);
    expect(returns.map((pair) => pair.join(' '))).toEqual(returned === '' ? [] : expect.arrayContaining([returned]));
  });

  it('is for a syscall program the struct of its argument', () => {
    const object = readFileSync(new URL('testdata/syscall-args.o', import.meta.url));
    const [{ context }] = inputsOf({ name: 'syscall-args.o', object: toBase64(object) }).programs;
    expect(context).toEqual({
      struct: 'args',
      size: 16,
      fields: [
        { name: 'port', offset: 0, size: 2 },
        { name: 'pad', offset: 2, size: 2 },
        { name: 'count', offset: 4, size: 4 },
        { name: 'when', offset: 8, size: 8 },
      ],
    });
  });

  it('is nothing where the text is none', () => {
    expect(inputsOf({ name: 'p.s', asm: 'what' })).toEqual({ file: 'p.s', programs: [] });
  });
});
