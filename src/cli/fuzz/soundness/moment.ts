/** A machine right before an instruction of a BPF program: where frames, context, packet and maps are. */
import { BPF_PROG_TYPE_XDP } from '../../../engine/abi/program-types.ts';
import type { Kernel } from '../../../engine/kernel/kernel.ts';
import { SkBuff, XdpBuff } from '../../../engine/kernel/layouts/contexts.ts';
import { BPF_FRAME, Frame, MAX_FRAMES } from '../../../engine/kernel/layouts/cpu.ts';
import type { Addr } from '../../../engine/kernel/memory/memory.ts';
import type { LoadedCode } from '../../../engine/kernel/programs/bpf.ts';

const REGISTERS = Frame.offset('registers');
const AT = Frame.offset('at');
const STACK_TOP = Frame.offset('stackTop');
const CODE = Frame.offset('code');

/** Fields of a context that are pointers to its packet, by what they say; -1 where a type has no such thing. */
interface PacketFields {
  readonly data: number;
  readonly dataMeta: number;
  readonly dataEnd: number;
  readonly flowKeys: number;
}

const SKB_FIELDS: PacketFields = {
  data: SkBuff.offset('data'),
  dataMeta: SkBuff.offset('dataMeta'),
  dataEnd: SkBuff.offset('dataEnd'),
  flowKeys: SkBuff.offset('flowKeys'),
};
const XDP_FIELDS: PacketFields = {
  data: XdpBuff.offset('data'),
  dataMeta: XdpBuff.offset('dataMeta'),
  dataEnd: XdpBuff.offset('dataEnd'),
  flowKeys: -1,
};

/** One object that is placed anew on every instruction. */
export class Moment {
  readonly kernel: Kernel;
  insn = 0;
  /** BPF frames of the running context, innermost first. */
  readonly frames = new Int32Array(MAX_FRAMES);
  frameCount = 0;
  /** The context that the main program was given; 0 = not yet known. */
  context: Addr = 0;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  place(frame: Addr): void {
    const { kernel, frames } = this;
    const { memory } = kernel;
    this.insn = memory.load32(frame + AT);
    this.frameCount = 0;
    const { depth } = kernel.thisContext();
    for (let i = depth - 1; i >= 0; i--) {
      const each = kernel.frameAddress(kernel.context, i);
      if (memory.load32(each) === BPF_FRAME) frames[this.frameCount++] = each;
    }
  }

  get code(): LoadedCode {
    return this.kernel.bpf.codeOf(this.frames[0]);
  }

  /** Number of the program's code, as references to its functions have it. */
  get codeNumber(): number {
    return this.kernel.memory.load32(this.frames[0] + CODE);
  }

  /** Index of R0's low word of a frame, innermost first; the others follow. */
  registers(frame: number): number {
    return (this.frames[frame] + REGISTERS) >> 2;
  }

  stackTop(frame: number): Addr {
    return this.kernel.memory.load32(this.frames[frame] + STACK_TOP);
  }

  /** The call at which a frame stands that waits for the next inner one. */
  callsite(frame: number): number {
    return this.kernel.memory.load32(this.frames[frame] + AT) - 1;
  }

  packet(field: keyof PacketFields): Addr {
    const fields = this.code.verified.request.type === BPF_PROG_TYPE_XDP ? XDP_FIELDS : SKB_FIELDS;
    return fields[field] < 0 || this.context === 0 ? 0 : this.kernel.memory.load32(this.context + fields[field]);
  }
}
