/** Names of maps and programs as libbpf gives them to the kernel. */

/** Characters of a map's or program's name that the kernel keeps. */
const NAME_LENGTH = 15;

/** Characters reserved for the section's part of a name. */
const SUFFIX_LENGTH = 7;

/**
 * The name that users see: `.rodata.custom` stays, `.rodata` gets as much of the object's name in front as fits in 15
 * characters beside at least 7 for the section. libbpf: internal_map_name(), bpf_map__name()
 */
export function dataMapName(objectName: string, section: string): string {
  if (section.includes('.', 1)) return section;
  const prefix = Math.max(0, NAME_LENGTH - Math.max(SUFFIX_LENGTH, section.length));
  return kernelName(objectName.slice(0, prefix) + section);
}

/** A name as the kernel takes it: 15 characters, others than letters, digits, `_` and `.` replaced. */
export const kernelName = (name: string): string => name.slice(0, NAME_LENGTH).replace(/[^A-Za-z0-9_.]/g, '_');
