import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { MapAnswer } from '../../../engine/scenario/queries.ts';
import { theSession } from '../../state/workbench.ts';
import { readKey, readTyped, updateCommand } from './typed-value.ts';

/** A key and a value to be typed: Enter puts them into the map as user space does, Escape gives up. */
export function NewElement({ map, onDone }: { map: MapAnswer; onDone: () => void }) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [keyText, setKeyText] = useState('');
  const [valueText, setValueText] = useState('');
  const key = readKey(keyText, map.keySize);
  const value = readTyped(valueText, map, { value: '00'.repeat(map.valueSize) });
  const wrong = [key, value].flatMap((typed) => (typed.is === 'error' ? [typed.message] : []))[0];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter' || key.is === 'error' || value.is === 'error') return;
    void theSession().command(updateCommand(map.id, key.hex, value.hex));
    onDone();
  };
  return (
    <div className="map-field new-element">
      <input
        className="mono"
        aria-label={`New key of ${map.name}`}
        placeholder="key"
        value={keyText}
        ref={first}
        onChange={(event) => setKeyText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <input
        className="mono"
        aria-label={`New value of ${map.name}`}
        placeholder={map.members.length > 0 ? `.${map.members[0].name} = 1` : 'value'}
        value={valueText}
        onChange={(event) => setValueText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={wrong === undefined || keyText === '' ? 'dim' : 'reject'} role="status">
        {keyText === ''
          ? 'a key and a value; Enter runs bpftool map update'
          : (wrong ?? 'Enter runs bpftool map update')}
      </span>
    </div>
  );
}
