/** `enum bpf_core_relo_kind` by number, under the names in libbpf's messages. libbpf: relo_core.c core_relo_kind_str() */
export const CORE_RELOCATIONS = [
  'byte_off',
  'byte_sz',
  'field_exists',
  'signed',
  'lshift_u64',
  'rshift_u64',
  'local_type_id',
  'target_type_id',
  'type_exists',
  'type_size',
  'enumval_exists',
  'enumval_value',
  'type_matches',
];
