/** Where special fields may lie. A case is a C struct with what the kernel makes of it. */
import { describe, expect, it } from 'vitest';
import { EEXIST, EINVAL } from '../abi/errno.ts';
import { Btf } from './btf.ts';
import { BtfBuilder } from './build.ts';
import { BPF_KPTR_REF, BPF_SPIN_LOCK, BPF_TIMER, BPF_WORKQUEUE, MAP_VALUE_FIELDS } from './field-types.ts';
import { parseFields, recordsEqual } from './fields.ts';

/** Sizes of the members that a case may name; `inside` holds a timer. */
const SIZES: Readonly<Record<string, number>> = {
  u64: 8,
  bpf_timer: 16,
  bpf_spin_lock: 4,
  bpf_wq: 16,
  bpf_list_head: 16,
  inside: 24,
  kptr: 8,
};

/** `bpf_timer@8 u64@24 bpf_timer[2]@32`: members by type and byte offset. */
function record(value: string, size: number): ReturnType<typeof parseFields> {
  const b = new BtfBuilder();
  const u64 = b.int('u64', 8);
  const types = new Map<string, number>([['u64', u64]]);
  for (const name of ['bpf_timer', 'bpf_spin_lock', 'bpf_wq', 'bpf_list_head'])
    types.set(name, b.struct(name, SIZES[name], []));
  types.set('inside', b.struct('inside', 24, [{ name: 't', type: types.get('bpf_timer') ?? 0, bitOffset: 64 }]));
  types.set('kptr', b.pointer(b.reference('type_tag', types.get('inside') ?? 0, 'kptr')));
  const members = value.split(' ').map((member) => {
    const [, name, count, offset] = /^(\w+)(?:\[(\d+)\])?@(\d+)$/.exec(member) ?? [];
    const type = types.get(name) ?? 0;
    return {
      name: `m${offset}`,
      type: count === undefined ? type : b.array(type, u64, Number(count)),
      bitOffset: Number(offset) * 8,
    };
  });
  const struct = b.struct('value', size, members);
  const btf = Btf.parse(b.bytes());
  if (!btf.ok) throw new Error(btf.error.message);
  return parseFields(btf.value, struct, MAP_VALUE_FIELDS, size);
}

describe('fields of a map value', () => {
  it.each([
    ['u64@0 u64@8', 16, undefined],
    ['u64@0 bpf_timer@8', 24, [[BPF_TIMER, 8]]],
    [
      'bpf_timer@0 bpf_spin_lock@16',
      24,
      [
        [BPF_TIMER, 0],
        [BPF_SPIN_LOCK, 16],
      ],
    ],
    [
      'bpf_timer@0 bpf_wq@16',
      32,
      [
        [BPF_TIMER, 0],
        [BPF_WORKQUEUE, 16],
      ],
    ],
    // A nested struct counts from its own start, an array of one is the thing itself.
    ['u64@0 inside@8', 32, [[BPF_TIMER, 16]]],
    ['bpf_timer[1]@8', 24, [[BPF_TIMER, 8]]],
    // Misaligned: as if it were not there.
    ['bpf_timer@4', 24, undefined],
    [
      'kptr[2]@8',
      24,
      [
        [BPF_KPTR_REF, 8],
        [BPF_KPTR_REF, 16],
      ],
    ],
  ])('%s', (value, size, fields) => {
    const parsed = record(value, size);
    expect(parsed.ok && parsed.value?.fields.map(({ type, offset }) => [type, offset])).toEqual(fields);
  });

  it.each([
    ['two timers', 'bpf_timer@0 bpf_timer@16', 32, 7],
    ['an array of two timers', 'bpf_timer[2]@0', 32, EINVAL],
    ['fields over each other', 'bpf_timer@0 bpf_wq@8', 24, EEXIST],
    ['a list head without its tag', 'bpf_list_head@0 bpf_spin_lock@16', 24, EINVAL],
  ])('%s contradict', (_, value, size, errno) => {
    expect(record(value, size)).toEqual({ ok: false, error: errno });
  });
});

it('takes a second timer in a nested struct, and then knows the nested one', () => {
  const parsed = record('bpf_timer@0 inside@16', 40);
  expect(parsed.ok && parsed.value).toMatchObject({ timerOff: 24, fields: [{ offset: 0 }, { offset: 24 }] });
});

describe('records of inner maps', () => {
  const of = (value: string): Parameters<typeof recordsEqual>[0] => {
    const parsed = record(value, 64);
    return parsed.ok ? parsed.value : undefined;
  };

  it.each([
    ['bpf_timer@0', 'bpf_timer@0 u64@16', true],
    ['bpf_timer@0', 'bpf_timer@8', false],
    ['bpf_timer@0', 'bpf_timer@0 bpf_spin_lock@16', false],
    ['bpf_timer@0', 'u64@0', false],
    ['u64@0', 'u64@8', true],
  ])('%s and %s are equal: %s', (a, b, equal) => {
    expect(recordsEqual(of(a), of(b))).toBe(equal);
  });
});
