import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { SWITCH_NAMES, SWITCHES, type Switch } from '../../engine/abi/generations.ts';
import { Badge } from '../widgets/badge.tsx';
import { TextButton } from '../widgets/button.tsx';
import { differingSwitches, isSwitchedOn, type MachineOptions, withPreset, withSwitch } from './choice.ts';
import { RACES, spanWords, TOPICS } from './kernel-words.ts';

interface SwitchListProps {
  readonly machine: MachineOptions;
  readonly onChange: (machine: MachineOptions) => void;
}

/** Every switch with what happens while it is off; those that differ from the kernel's preset are marked. */
export function SwitchList({ machine, onChange }: SwitchListProps) {
  const [search, setSearch] = useState('');
  const differing = differingSwitches(machine);
  const found = Object.entries(TOPICS)
    .map(([topic, names]) => ({ topic, names: names.filter((name) => matches(name, search)) }))
    .filter(({ names }) => names.length > 0);
  return (
    <section className="switches" aria-label="Switches">
      <div className="switches-head">
        <h3 className="strong">Switches</h3>
        <span className="dim">
          {differing.length === 0 ? `as Linux ${machine.kernel} has them` : `${differing.length} differ`}
        </span>
        <span className="grow" />
        {differing.length > 0 && (
          <TextButton look="outlined" small onPress={() => onChange(withPreset(machine))}>
            Back to the preset
          </TextButton>
        )}
        <label className="search">
          <Search className="icon" size={12} strokeWidth={2} aria-hidden />
          <input
            type="search"
            placeholder="Find a switch"
            aria-label={`Find one of ${SWITCH_NAMES.length} switches`}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      </div>
      <div className="switches-rows">
        {found.map(({ topic, names }) => (
          <fieldset key={topic}>
            <legend className="dim">{topic}</legend>
            {names.map((name) => (
              <Row
                key={name}
                name={name}
                isOn={isSwitchedOn(machine, name)}
                differs={differing.includes(name)}
                onTurn={(isOn) => onChange(withSwitch(machine, name, isOn))}
              />
            ))}
          </fieldset>
        ))}
        {found.length === 0 && <p className="dim">No switch says “{search}”.</p>}
      </div>
    </section>
  );
}

const matches = (name: Switch, search: string): boolean =>
  [name, SWITCHES[name].off, spanWords(name), ...(RACES[name] ?? [])]
    .join('\n')
    .toLowerCase()
    .includes(search.trim().toLowerCase());

interface RowProps {
  readonly name: Switch;
  readonly isOn: boolean;
  readonly differs: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

function Row({ name, isOn, differs, onTurn }: RowProps) {
  const id = useId();
  const races = RACES[name] ?? [];
  return (
    <div className="switch-row">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        aria-describedby={`${id}-words`}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      <div>
        <label htmlFor={id} className={differs ? 'mono strong' : 'mono'}>
          {name}
        </label>
        <span className="dim">{spanWords(name)}</span>
        {differs && <Badge meaning="warn">{isOn ? 'on' : 'off'}, unlike the preset</Badge>}
        <p id={`${id}-words`} className="soft">
          {isOn ? 'Off would mean: ' : 'Off: '}
          {SWITCHES[name].off}
        </p>
        {races.length > 0 && <p className="dim">{races.join('; ')}</p>}
      </div>
    </div>
  );
}
