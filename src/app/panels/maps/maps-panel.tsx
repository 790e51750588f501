import { AlarmClock, Table2 } from 'lucide-react';
import type { MapAnswer, MapEntryAnswer, TimerAnswer } from '../../../engine/scenario/queries.ts';
import { moment, spacedHex } from '../../format.ts';
import { shownMachine, useApp } from '../../state/store.ts';
import { Empty } from '../../widgets/empty.tsx';
import { Scroller } from '../../widgets/scroller.tsx';
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
      </p>
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
              <Entry key={entry.key} entry={entry} before={before?.entries.find((other) => other.key === entry.key)} />
            ))}
          </tbody>
        </table>
      )}
      {map.total > map.entries.length && <p className="caption">{map.total - map.entries.length} more entries</p>}
    </section>
  );
}

function Entry({ entry, before }: { entry: MapEntryAnswer; before: MapEntryAnswer | undefined }) {
  const isChanged = before !== undefined && before.value !== entry.value;
  return (
    <tr>
      <td className="mono">{spacedHex(entry.key)}</td>
      <td>
        <span className={isChanged ? 'mono changed' : 'mono'} title={spacedHex(entry.value)}>
          {entry.pretty ?? spacedHex(entry.value)}
        </span>
        {entry.timers.map((timer) => (
          <Timer key={timer.offset} timer={timer} />
        ))}
      </td>
    </tr>
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
