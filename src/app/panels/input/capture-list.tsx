import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Capture, CapturedPacket } from '../../../lib/pcap.ts';
import { grouped } from '../../format.ts';
import { describeHeaders, NO_HEADER } from '../../packet/packet.ts';

const ROW_HEIGHT = 20;
/** Rows that PageUp and PageDown go. */
const PAGE = 8;

interface CaptureListProps {
  readonly capture: Capture;
  /** The chosen packet, from 0; undefined before one was chosen. */
  readonly at: number | undefined;
  readonly onChoose: (at: number) => void;
}

/** The packets of a capture, one to be chosen: number, seconds since the first one, bytes, and what the headers say. */
export function CaptureList({ capture: { name, packets }, at, onChoose }: CaptureListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: packets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  });
  useEffect(() => {
    if (at !== undefined) virtual.scrollToIndex(at);
  }, [at, virtual]);
  const keys = (event: KeyboardEvent) => {
    const next = MOVES[event.key]?.(at ?? -1, packets.length);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(Math.min(Math.max(next, 0), packets.length - 1));
  };
  return (
    <div
      className="capture-list"
      ref={scroller}
      role="listbox"
      aria-label={`Packets of ${name}`}
      aria-activedescendant={at === undefined ? undefined : `${id}-${at}`}
      tabIndex={0}
      onKeyDown={keys}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <PacketRow
            key={index}
            id={`${id}-${index}`}
            packet={packets[index]}
            number={index + 1}
            of={packets.length}
            top={start}
            isChosen={index === at}
            onChoose={() => onChoose(index)}
          />
        ))}
      </div>
    </div>
  );
}

/** Where keys lead from a place in a list of so many. */
const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};

interface PacketRowProps {
  readonly id: string;
  readonly packet: CapturedPacket;
  readonly number: number;
  readonly of: number;
  /** CSS pixels. */
  readonly top: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PacketRow({ id, packet, number, of, top, isChosen, onChoose }: PacketRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its chosen row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the list
    <div
      id={id}
      role="option"
      className="capture-row"
      aria-selected={isChosen}
      aria-posinset={number}
      aria-setsize={of}
      style={{ top }}
      onClick={onChoose}
    >
      <span className="right dim">{grouped(number)}</span>
      <span className="right">{secondsText(packet.time)}</span>
      <span className="right">{lengthText(packet)}</span>
      <span>{describeHeaders(packet.bytes) ?? NO_HEADER}</span>
    </div>
  );
}

/** `0.000 123 s` after the first packet. */
const secondsText = (ns: number): string => `${(ns / 1e9).toFixed(6).replace(/(\d{3})$/, '\u00a0$1')}\u00a0s`;

/** How many bytes were kept, and of how many on the wire, if not all. */
const lengthText = ({ bytes, wireLength }: CapturedPacket): string =>
  bytes.length < wireLength ? `${bytes.length} of ${wireLength} B` : `${bytes.length} B`;
