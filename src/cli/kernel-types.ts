/** The option `--btf FILE`: the types of the user's own kernel in place of the recorded part. */
import { replaceVmlinuxBtf } from '../engine/abi/vmlinux.ts';
import { Btf } from '../engine/btf/btf.ts';
import { parseElf } from '../engine/elf/elf-file.ts';
import type { Host } from './command.ts';

/** Reads raw BTF (`/sys/kernel/btf/vmlinux`) or the `.BTF` section of an ELF file; false with a message if it is neither. */
export function takeKernelTypes(path: string, host: Host): boolean {
  const bytes = host.readFile(path);
  if (bytes === undefined) return false;
  const elf = bytes[0] === 0x7f ? parseElf(bytes) : undefined;
  const section = elf?.ok ? elf.value.sections.find(({ name }) => name === '.BTF')?.data : undefined;
  const btf = Btf.parse(section ?? bytes);
  if (!btf.ok) {
    host.error(`rearm: ${path}: byte ${btf.error.offset}: ${btf.error.message}\n`);
    return false;
  }
  if (replaceVmlinuxBtf(btf.value)) return true;
  host.error(`rearm: ${path}: the kernel's types are in use already\n`);
  return false;
}
