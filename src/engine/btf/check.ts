/**
 * Whether the kernel takes a BTF blob: `BPF_BTF_LOAD` with its errors. Sections first, then every type by itself, then
 * what types refer to, then tags and special fields. kernel: btf.c btf_parse()
 */
import { viewOf } from '../../lib/bytes.ts';
import type { Result } from '../../lib/result.ts';
import { err, ok } from '../../lib/result.ts';
import { E2BIG, ELOOP, ENOTSUPP } from '../abi/errno.ts';
import { Btf } from './btf.ts';
import { checkReferences } from './check-references.ts';
import { checkTypes } from './check-types.ts';
import { checkFieldOwnership, type KernelTypes, parseStructMeta } from './fields.ts';
import type { BtfRefusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import { BTF_HEADER_SIZE, BTF_MAGIC, BTF_MAX_NAME_OFFSET, BTF_VERSION, isModifier } from './types.ts';

/** The types of a blob as a kernel with the types `kernel` takes them. */
export function loadBtf(bytes: Uint8Array, kernel?: KernelTypes): Result<Btf, BtfRefusal> {
  const layout = checkLayout(bytes);
  if (layout !== undefined) return err(layout);
  const parsed = Btf.parse(bytes);
  if (!parsed.ok) return err(refuse(parsed.error.message));
  const btf = parsed.value;
  const refusal = checkTypes(btf) ?? checkReferences(btf) ?? checkTags(btf) ?? checkSpecialFields(btf, kernel);
  return refusal === undefined ? ok(btf) : err(refusal);
}

/** kernel: btf_parse_hdr(), btf_check_sec_info(), btf_parse_str_sec() */
function checkLayout(bytes: Uint8Array): BtfRefusal | undefined {
  if (bytes.length < BTF_HEADER_SIZE) return refuse('hdr_len not found');
  const view = viewOf(bytes);
  const [headerSize, typesAt, typesSize, stringsAt, stringsSize] = [4, 8, 12, 16, 20].map((at) =>
    view.getUint32(at, true),
  );
  if (headerSize > bytes.length) return refuse('btf_header not found');
  if (bytes.subarray(BTF_HEADER_SIZE, headerSize).some((byte) => byte !== 0))
    return refuse('Unsupported btf_header', E2BIG);
  if (view.getUint16(0, true) !== BTF_MAGIC) return refuse('Invalid magic');
  if (bytes[2] !== BTF_VERSION) return refuse('Unsupported version', ENOTSUPP);
  if (bytes[3] !== 0) return refuse('Unsupported flags', ENOTSUPP);
  if (bytes.length === headerSize) return refuse('No data');
  const gap = checkSections(bytes.length - headerSize, [
    { offset: typesAt, size: typesSize },
    { offset: stringsAt, size: stringsSize },
  ]);
  if (gap !== undefined) return refuse(gap);
  if (headerSize + stringsAt + stringsSize !== bytes.length) return refuse('String section is not at the end');
  const hasNul = bytes[headerSize + stringsAt] === 0 && bytes[bytes.length - 1] === 0;
  if (stringsSize === 0 || stringsSize - 1 > BTF_MAX_NAME_OFFSET || !hasNul) return refuse('Invalid string section');
  if (typesAt % 4 !== 0) return refuse('Unaligned type_off');
  return typesSize === 0 ? refuse('No type found') : undefined;
}

/** Sections must fill `total` bytes without gap or overlap. */
function checkSections(
  total: number,
  sections: { readonly offset: number; readonly size: number }[],
): string | undefined {
  let end = 0;
  for (const { offset, size } of sections.sort((a, b) => a.offset - b.offset)) {
    if (total < offset) return 'Invalid section offset';
    if (end < offset) return 'Unsupported section found';
    if (end > offset) return 'Section overlap found';
    if (total - end < size) return 'Total section length too long';
    end += size;
  }
  return end === total ? undefined : 'Unsupported section found';
}

/** Modifiers that a chain may have. */
const MAX_MODIFIERS = 32;

/** Type tags come before all other modifiers of a chain. kernel: btf_check_type_tags() */
function checkTags(btf: Btf): BtfRefusal | undefined {
  for (let id = 1; id < btf.typeCount; id++) {
    let kind = btf.kind(id);
    if (!isModifier(kind)) continue;
    let inTags = kind === 'type_tag';
    let current = id;
    for (let length = 0; isModifier(kind); length++) {
      if (length === MAX_MODIFIERS) return refuse('Max chain length or cycle detected', ELOOP);
      if (kind === 'type_tag' && !inTags) return refuse("Type tags don't precede modifiers");
      if (kind !== 'type_tag') inTags = false;
      // What is below has been checked as the start of its own chain.
      if (current < id) break;
      const type = btf.type(current);
      current = type !== undefined && 'type' in type ? type.type : 0;
      kind = btf.kind(current);
    }
  }
  return undefined;
}

/** Structs with special fields must be consistent. kernel: btf_parse_struct_metas(), btf_check_and_fixup_fields() */
function checkSpecialFields(btf: Btf, kernel: KernelTypes | undefined): BtfRefusal | undefined {
  for (let id = 1; id < btf.typeCount; id++) {
    const record = parseStructMeta(btf, id, kernel);
    const errno = record.ok ? checkFieldOwnership(record.value) : record.error;
    if (errno !== 0) return refuse('', errno);
  }
  return undefined;
}
