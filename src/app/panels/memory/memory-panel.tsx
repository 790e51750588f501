import { useVirtualizer } from '@tanstack/react-virtual';
import { CornerDownRight, MemoryStick } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { MemoryAnswer, MemoryObject } from '../../../engine/scenario/memory-answer.ts';
import { useAnswer } from '../../state/answers.ts';
import { shownMachine, store, useApp } from '../../state/store.ts';
import { say } from '../../state/workbench.ts';
import { Empty } from '../../widgets/empty.tsx';
import { type MemoryRow, objectAround, pointerAt, ROW_BYTES, rowAt } from './rows.ts';
import { goTo, parseAddress, useMemoryView } from './view.ts';
import './memory.css';

const ROW_HEIGHT = 20;
/** Bytes that are asked for at once, and the grid on which they begin: scrolling a little asks for nothing new. */
const ASKED = 8192;
const GRID = 2048;
const NOTHING = {};

/** The machine's memory in rows of eight bytes, and the struct around the cursor. */
export function MemoryPanel() {
  const machine = useApp(shownMachine);
  if (machine === undefined) {
    return <Empty icon={MemoryStick} title="No memory yet" how="It is there when a program is loaded." />;
  }
  return <Memory />;
}

/** Goes to an address, or to the object of a name: `timers`, `first_timer`. */
export function MemoryTools() {
  const graph = useAnswer('graph', NOTHING)?.now;
  const [text, setText] = useState('');
  const go = () => {
    const named = graph?.nodes.find((node) => node.name === text.trim() && node.address !== 0);
    const address = named?.address ?? parseAddress(text);
    if (address === undefined) return say(`There is no address ${text}`);
    goTo(address);
    setText('');
  };
  return (
    <label className="search">
      <CornerDownRight className="icon" size={12} strokeWidth={2} aria-hidden />
      <input
        aria-label="Go to address"
        placeholder="Go to address"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && go()}
      />
    </label>
  );
}

function Memory() {
  const at = useMemoryView((view) => view.at);
  useChosenObject();
  const [from, setFrom] = useState(0);
  const answer = useAnswer('memory', { address: from, length: ASKED });
  const end = answer?.now.end ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.ceil(end / ROW_BYTES),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = (items[0]?.index ?? 0) * ROW_BYTES;
  const wanted = Math.max(0, Math.floor((first - GRID) / GRID) * GRID);
  useEffect(() => setFrom(wanted), [wanted]);
  // A panel that is not seen yet has no height and cannot scroll.
  const isKnown = end > 0 && (virtual.scrollRect?.height ?? 0) > 0;
  useEffect(() => {
    if (isKnown && scroller.current !== null) bringIntoSight(scroller.current, (at / ROW_BYTES) * ROW_HEIGHT);
  }, [at, isKnown]);
  const now = answer?.now;
  const around = now === undefined ? undefined : objectAround(at, now);
  const active = items.some((item) => item.index * ROW_BYTES === at) ? `memory-${at}` : undefined;
  return (
    <div className="panel memory">
      <div
        className="hex"
        ref={scroller}
        role="listbox"
        aria-label="Memory in rows of eight bytes"
        aria-activedescendant={active}
        tabIndex={0}
        data-panel-focus
        onKeyDown={(event) => onKey(event, at, now)}
      >
        <div className="hex-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {now !== undefined &&
            items.map((item) => {
              const address = item.index * ROW_BYTES;
              const row = rowAt(address, now, answer?.before);
              return <Row key={item.key} address={address} row={row} top={item.start} isCursor={address === at} />;
            })}
        </div>
      </div>
      <Overlay object={around} at={at} />
    </div>
  );
}

/** Scrolls as little as needed for a neighbour of what is seen, else so that something before it is seen too. */
function bringIntoSight(scroller: HTMLElement, top: number): void {
  const { scrollTop, clientHeight } = scroller;
  if (top >= scrollTop && top + ROW_HEIGHT <= scrollTop + clientHeight) return;
  if (top + ROW_HEIGHT === scrollTop) scroller.scrollTop = top;
  else if (top - ROW_HEIGHT < scrollTop + clientHeight && top > scrollTop)
    scroller.scrollTop = top + ROW_HEIGHT - clientHeight;
  else scroller.scrollTop = top - Math.floor(clientHeight / 3 / ROW_HEIGHT) * ROW_HEIGHT;
}

/** The cursor of the other panels: an object that is chosen there is shown here. */
function useChosenObject(): void {
  const id = useApp((state) => state.object);
  const graph = useAnswer('graph', NOTHING)?.now;
  const address = graph?.nodes.find((node) => node.id === id)?.address ?? 0;
  useEffect(() => {
    if (address !== 0) goTo(address);
  }, [address]);
}

const MOVES: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -16, PageDown: 16 };

/** Arrows move the cursor, Enter follows a pointer, Escape gives up the chosen object. */
function onKey(event: KeyboardEvent, at: number, now: MemoryAnswer | undefined): void {
  if (now === undefined) return;
  const last = Math.max(0, now.end - ROW_BYTES);
  const target = now === undefined ? undefined : pointerAt(at, now);
  if (event.key in MOVES) goTo(Math.min(last, Math.max(0, at + MOVES[event.key] * ROW_BYTES)));
  else if (event.key === 'Home') goTo(0);
  else if (event.key === 'End') goTo(last);
  else if (event.key === 'Escape') store.setState({ object: undefined });
  else if (event.key === 'Enter' && target !== undefined) goTo(target);
  else return;
  event.preventDefault();
}

interface RowProps {
  readonly address: number;
  readonly row: MemoryRow | undefined;
  readonly top: number;
  readonly isCursor: boolean;
}

function Row({ address, row, top, isCursor }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the list
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus
    <div
      id={`memory-${address}`}
      className={isCursor ? 'hex-row cursor' : 'hex-row'}
      role="option"
      aria-selected={isCursor}
      aria-label={row === undefined ? undefined : spoken(row)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => goTo(address)}
    >
      <span className="hex-address">{address.toString(16).padStart(6, '0')}</span>
      {row?.bytes.map((byte, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a byte is
          key={i}
          className={['byte', byte.shadow, byte.isZero ? 'zero' : '', byte.isChanged ? 'changed' : ''].join(' ')}
        >
          {byte.shadow === 'wild' ? '··' : byte.text}
        </span>
      ))}
      <span className="letters">{row?.bytes.map((byte) => (byte.shadow === 'live' ? byte.letter : ' ')).join('')}</span>
      <span className="starts">{row?.starts}</span>
    </div>
  );
}

function spoken({ address, bytes, starts }: MemoryRow): string {
  const shadows = [...new Set(bytes.map((byte) => byte.shadow))].join(' and ');
  const text = `${address.toString(16)}: ${bytes.map((byte) => byte.text).join(' ')}, ${shadows}`;
  return starts === '' ? text : `${text}, ${starts} begins`;
}

/** What lies around the cursor: who made it, its members with their values. */
function Overlay({ object, at }: { object: MemoryObject | undefined; at: number }) {
  if (object === undefined) {
    return (
      <div className="overlay">
        <p className="caption">0x{at.toString(16)}: no object lies here</p>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overlay" aria-label={`Members of ${object.name}`} tabIndex={0}>
      <p className="overlay-head">
        <span className={object.freed ? 'strong gone' : 'strong'}>{object.name}</span>
        <span className="mono dim">
          0x{object.address.toString(16)}, {object.size} bytes
        </span>
      </p>
      {object.allocatedBy !== undefined && <p className="overlay-fact">allocated by {object.allocatedBy}</p>}
      {object.freedBy !== undefined && <p className="overlay-fact">freed by {object.freedBy}</p>}
      <table>
        <tbody>
          {object.fields.map((field) => (
            <tr
              key={field.name}
              className={isUnder(at, object.address + field.offset, field.size) ? 'cursor' : ''}
              title={field.kind}
            >
              <td className="mono right dim">+{field.offset}</td>
              <td>{field.name}</td>
              <td className="mono right">{field.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isUnder = (at: number, start: number, size: number): boolean => at + ROW_BYTES > start && at < start + size;
