import { AlarmClock, Pencil, Plus, Table2, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { MapAnswer, MapEntryAnswer, TimerAnswer } from '../../../engine/scenario/queries.ts';
import { moment, spacedHex } from '../../format.ts';
import { shownMachine, useApp } from '../../state/store.ts';
import { theSession } from '../../state/workbench.ts';
import { IconButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { Scroller } from '../../widgets/scroller.tsx';
import { NewElement } from './new-element.tsx';
import { deleteCommand, isAddable, isDeletable, readTyped, updateCommand } from './typed-value.ts';
import './maps.css';

/** Every map of the machine with its entries: as C where its types are known, else as bytes. */
export function MapsPanel() {
  const machine = useApp(shownMachine);
  if (machine === undefined) {
    return <Empty icon={Table2} title="No maps yet" how="They are created when a program is loaded." />;
  }
  if (machine.now.maps.length === 0) {
    return <Empty icon={Table2} title="No maps" how="This program uses none." />;
  }
  return (
    <Scroller name="Maps and entries" className="maps">
      {machine.now.maps.map((map) => (
        <MapTable key={map.id} map={map} before={machine.before?.maps.find((other) => other.id === map.id)} />
      ))}
    </Scroller>
  );
}

function MapTable({ map, before }: { map: MapAnswer; before: MapAnswer | undefined }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label={`Map ${map.name}`}>
      <p className="map-head">
        <Table2 className="icon kind-data" size={16} strokeWidth={1.75} aria-hidden />
        <span className="strong kind-data">{map.name}</span>
        <span className="soft">
          {map.type}, {map.total} of {map.maxEntries} entries
        </span>
        <span className="grow" />
        <span className="mono dim">
          refs {map.refcnt}, user {map.usercnt}
        </span>
        {isAddable(map) && (
          <IconButton icon={Plus} name={`Add an element to ${map.name}`} small onPress={() => setAdding(!isAdding)} />
        )}
      </p>
      {isAdding && <NewElement map={map} onDone={() => setAdding(false)} />}
      {map.entries.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>key</th>
              <th>value, {map.valueSize} bytes</th>
            </tr>
          </thead>
          <tbody>
            {map.entries.map((entry) => (
              <Entry
                key={entry.key}
                map={map}
                entry={entry}
                before={before?.entries.find((other) => other.key === entry.key)}
              />
            ))}
          </tbody>
        </table>
      )}
      {map.total > map.entries.length && <p className="caption">{map.total - map.entries.length} more entries</p>}
    </section>
  );
}

interface EntryProps {
  readonly map: MapAnswer;
  readonly entry: MapEntryAnswer;
  readonly before: MapEntryAnswer | undefined;
}

function Entry({ map, entry, before }: EntryProps) {
  const [isTyping, setTyping] = useState(false);
  const isChanged = before !== undefined && before.value !== entry.value;
  // Values of all CPUs at once, and of slots that hold objects, are not typed here.
  const isTypeable = entry.value.length === 2 * map.valueSize;
  const keyText = entry.prettyKey ?? spacedHex(entry.key);
  return (
    <tr>
      <td className="mono" title={spacedHex(entry.key)}>
        {keyText}
      </td>
      <td>
        {isTyping ? (
          <ValueField map={map} entry={entry} onDone={() => setTyping(false)} />
        ) : (
          <span className="map-value">
            <span className={isChanged ? 'mono changed' : 'mono'} title={spacedHex(entry.value)}>
              {entry.pretty ?? spacedHex(entry.value)}
            </span>
            {isDeletable(map) && (
              <IconButton
                icon={Trash2}
                name={`Delete ${map.name}[${keyText}]`}
                small
                onPress={() => void theSession().command(deleteCommand(map.id, entry.key))}
              />
            )}
            {isTypeable && (
              <IconButton icon={Pencil} name={`Change ${map.name}[${keyText}]`} small onPress={() => setTyping(true)} />
            )}
          </span>
        )}
        {entry.timers.map((timer) => (
          <Timer key={timer.offset} timer={timer} />
        ))}
      </td>
    </tr>
  );
}

/** Types a value as user space does: Enter runs `bpftool map update`, Escape leaves everything as it is. */
function ValueField({ map, entry, onDone }: { map: MapAnswer; entry: MapEntryAnswer; onDone: () => void }) {
  const [text, setText] = useState(entry.pretty ?? spacedHex(entry.value));
  const typed = readTyped(text, map, entry);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter' || typed.is === 'error') return;
    void theSession().command(updateCommand(map.id, entry.key, typed.hex));
    onDone();
  };
  return (
    <span className="map-field">
      <input
        className="mono"
        aria-label={`New value of ${map.name}[${entry.prettyKey ?? spacedHex(entry.key)}]`}
        aria-invalid={typed.is === 'error'}
        value={text}
        ref={(field) => field?.focus()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onDone}
      />
      <span className={typed.is === 'error' ? 'reject' : 'dim'} role="status">
        {typed.is === 'error' ? typed.message : 'Enter runs bpftool map update'}
      </span>
    </span>
  );
}

function Timer({ timer }: { timer: TimerAnswer }) {
  return (
    <span className="timer">
      <AlarmClock className="icon kind-time" size={12} strokeWidth={2} aria-hidden />
      {timer.callback !== undefined && <span className="strong kind-time">{timer.callback}</span>}
      <span>{timer.state}</span>
      {timer.expires !== undefined && <span className="mono">at {moment(BigInt(timer.expires))}</span>}
      {timer.state !== 'idle' && <span className="soft">on CPU {timer.cpu}</span>}
    </span>
  );
}
