import { BpfLink, NetDevice, Packet, PerfEvent, Socket, TcFilter } from '../layouts/net.ts';
import type { Memory } from '../memory/memory.ts';

/** Cursors of what programs are attached to: each is one reused view, to be used in the statement that placed it. */
export class NetViews {
  readonly device: ReturnType<typeof NetDevice.rawCursor>;
  readonly filter: ReturnType<typeof TcFilter.cursor>;
  readonly packet: ReturnType<typeof Packet.cursor>;
  readonly link: ReturnType<typeof BpfLink.cursor>;
  readonly event: ReturnType<typeof PerfEvent.cursor>;
  readonly socket: ReturnType<typeof Socket.cursor>;

  constructor(memory: Memory) {
    this.device = NetDevice.rawCursor(memory);
    this.filter = TcFilter.cursor(memory);
    this.packet = Packet.cursor(memory);
    this.link = BpfLink.cursor(memory);
    this.event = PerfEvent.cursor(memory);
    this.socket = Socket.cursor(memory);
  }
}
