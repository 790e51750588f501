import type { Explanation } from './explanations.ts';

/** What stands behind the messages about files that cannot be read, and what libbpf says while it loads them. */

const COMPILE = 'Compile C with clang -O2 -g -target bpf -c.';

export const LOADING: readonly Explanation[] = [
  [
    /^libbpf: BTF is required, but is missing or corrupted\.$/,
    () => `Maps in the section .maps are declared by their types, which clang writes with -g. ${COMPILE}`,
  ],
  [/^elf: not a valid eBPF object file/, () => `This is an object of another machine. ${COMPILE}`],
  [/^elf: not an ELF file$/, () => `Neither an object file nor a text. ${COMPILE}`],
  [
    /^elf: .* (?:end|ends) at \d+, beyond \d+ bytes$|^elf: \d+ bytes are too few for an ELF header$/,
    () => 'The file was cut off on its way here.',
  ],
  [
    /^elf: legacy map definitions/,
    () => 'Maps of struct bpf_map_def went with libbpf 1.0. Declare them in the section .maps, with types.',
  ],
  [/^there is no BPF program in it$/, () => 'A program begins with .program in assembly, and with SEC("…") in C.'],
  [
    /^libbpf: Error in bpf_create_map_xattr\((.*)\):Operation not supported\(-95\)\. Retrying without BTF\.$/,
    ([map]) =>
      `The kernel refuses the types of ${map}: maps of its kind cannot hold a timer or another special field. It is made without types, so programs that use the field are rejected.`,
  ],
];
