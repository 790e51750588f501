import { type ContextField, contextLayout } from '../abi/contexts.ts';
import { BPF_PROG_TYPE_FLOW_DISSECTOR, BPF_PROG_TYPE_SYSCALL, programTypeName } from '../abi/program-types.ts';
import { SCALAR_VALUE } from '../abi/reg-types.ts';
import { type ReturnName, returnNames } from '../abi/return-names.ts';
import { Btf } from '../btf/btf.ts';
import { settableContext, takesData } from '../kernel/programs/test-run.ts';
import type { CollectionSpec, ProgramSpec } from '../program/spec.ts';

/** What test runs of a file's programs take and give. */
export interface InputAnswer {
  readonly file: string;
  readonly programs: readonly ProgramInput[];
}

export interface ProgramInput {
  readonly program: string;
  /** `xdp`, `sched_cls`, … */
  readonly type: string;
  /** A run needs a packet; the others refuse one. */
  readonly takesPacket: boolean;
  /** The context that a run may be given, if it takes one whose fields are known. */
  readonly context?: ContextInput;
  /** Return values that have a name. */
  readonly returns: readonly ReturnName[];
}

export interface ContextInput {
  /** `xdp_md`, `__sk_buff`, or the struct that a syscall program is called with. */
  readonly struct: string;
  /** Bytes. */
  readonly size: number;
  /** What user space may set; the kernel refuses a context in which anything else is not zero. */
  readonly fields: readonly InputField[];
}

export interface InputField {
  readonly name: string;
  /** Bytes. */
  readonly offset: number;
  /** 1, 2, 4 or 8 bytes. */
  readonly size: number;
  /** What a test run takes the field for, where its name does not say it. */
  readonly note?: string;
}

/** What a blueprint's programs take. */
export function inputAnswer(file: string, spec: CollectionSpec): InputAnswer {
  const parsed = spec.btf === undefined ? undefined : Btf.parse(spec.btf);
  const btf = parsed?.ok ? parsed.value : undefined;
  return { file, programs: spec.programs.map((program) => programInput(program, btf)) };
}

function programInput(program: ProgramSpec, btf: Btf | undefined): ProgramInput {
  const { name, type } = program;
  const context = type === BPF_PROG_TYPE_SYSCALL ? argumentInput(program, btf) : contextInput(program);
  return {
    program: name,
    type: programTypeName(type),
    takesPacket: takesData(type),
    ...(context !== undefined && context.fields.length > 0 && { context }),
    returns: returnNames(type),
  };
}

/** kernel: struct bpf_flow_keys, of which a run takes the flags. */
const FLOW_KEYS: ContextInput = { struct: 'bpf_flow_keys', size: 56, fields: [{ name: 'flags', offset: 48, size: 4 }] };

/** What a field of xdp_md stands for in a test run. */
const XDP_NOTES: Readonly<Record<string, string>> = {
  data: 'bytes of metadata before the packet',
  data_end: 'bytes of packet and metadata',
};

function contextInput({ type, expectedAttachType }: ProgramSpec): ContextInput | undefined {
  const settable = settableContext(type);
  if (type === BPF_PROG_TYPE_FLOW_DISSECTOR) return FLOW_KEYS;
  const layout = contextLayout(type, expectedAttachType);
  if (layout === undefined || settable.length === 0) return undefined;
  const { struct, size } = layout;
  const notes = struct === 'xdp_md' ? XDP_NOTES : {};
  const fields = layout.fields
    .filter((field) => settable.some(([from, to]) => field.offset >= from && field.offset < to))
    .filter((field) => field.regType === SCALAR_VALUE || field.name in notes)
    .flatMap((field) => elementsOf(field, notes[field.name]));
  return { struct, size, fields };
}

/** An array is a field for each of its elements. */
const elementsOf = ({ name, offset, size, count }: ContextField, note: string | undefined): readonly InputField[] =>
  Array.from({ length: count }, (_, i) => ({
    name: count === 1 ? name : `${name}[${i}]`,
    offset: offset + i * size,
    size,
    ...(note !== undefined && { note }),
  }));

/** The integers of the struct that a syscall program's argument points to, as its BTF tells. */
function argumentInput({ btfFuncId }: ProgramSpec, btf: Btf | undefined): ContextInput | undefined {
  const pointer = btf?.resolve(btf.proto(btfFuncId)?.params[0]?.type ?? 0);
  if (btf === undefined || pointer?.kind !== 'ptr') return undefined;
  const members = btf.composite(pointer.type)?.members ?? [];
  const fields = members.flatMap(({ name, type, bitOffset, bitfieldSize }): InputField[] => {
    const member = btf.resolve(type);
    const isWhole = member?.kind === 'int' && bitfieldSize === 0 && member.size <= 8 && name !== '';
    return isWhole ? [{ name, offset: bitOffset >> 3, size: member.size }] : [];
  });
  return { struct: btf.composite(pointer.type)?.name ?? '', size: btf.sizeOf(pointer.type) ?? 0, fields };
}
