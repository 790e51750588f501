import { describe, expect, it } from 'vitest';
import { vmlinuxBtf } from './vmlinux.ts';

/** Offsets that programs have read on the recording kernel. */
const OFFSETS = [
  ['bpf_map', 'map_type', 64],
  ['bpf_map', 'max_entries', 76],
  ['bpf_map', 'id', 92],
  ['bpf_map', 'inner_map_meta', 48],
  ['bpf_map', 'cookie', 280],
  ['bpf_array', 'elem_size', 296],
  ['bpf_array', 'index_mask', 300],
  ['bpf_htab', 'n_buckets', 760],
  ['bpf_htab', 'elem_size', 764],
] as const;

describe('recorded kernel types', () => {
  it.each(OFFSETS)('%s.%s lies at %i', (struct, member, offset) => {
    const btf = vmlinuxBtf();
    const id = btf.find(struct, 'struct') ?? 0;
    expect(btf.member(id, member)?.bitOffset).toBe(8 * offset);
  });

  it('have the sizes of 6.18.44', () => {
    const btf = vmlinuxBtf();
    const size = (name: string): number | undefined => btf.sizeOf(btf.find(name, 'struct') ?? 0);
    expect([size('bpf_map'), size('bpf_array'), size('bpf_htab'), size('bpf_dynptr')]).toEqual([296, 312, 832, 16]);
  });

  it('have integers of their sizes, whatever their names', () => {
    const btf = vmlinuxBtf();
    expect(['char', 'unsigned int', 'long unsigned int'].map((name) => btf.sizeOf(btf.find(name, 'int') ?? 0))).toEqual(
      [1, 4, 8],
    );
  });

  it('have kernel functions with named parameters', () => {
    const btf = vmlinuxBtf();
    const proto = btf.proto(btf.find('bpf_wq_set_callback_impl', 'func') ?? 0);
    expect(proto?.params.map((param) => param.name)).toEqual(['wq', 'callback_fn', 'flags', 'aux__prog']);
  });
});
