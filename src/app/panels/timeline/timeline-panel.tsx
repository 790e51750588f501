import { AlarmClock, Maximize, Search, Table, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { grouped } from '../../format.ts';
import { activeDocument, type Machine, shownMachine, useApp } from '../../state/store.ts';
import { IconButton } from '../../widgets/button.tsx';
import { Empty } from '../../widgets/empty.tsx';
import { eventsIn, type Told } from './events.ts';
import { find, findNext, forgetFind, useFind, windowOn } from './find.ts';
import { anchorOf } from './fit.ts';
import { type TimelineModel, timelineModel } from './model.ts';
import { TimelineCanvas } from './timeline-canvas.tsx';
import { MAX_ROWS, TimelineTable } from './twin.tsx';
import { fitFires, isFitted, show, shownOf, useView, ZOOM } from './view.ts';
import { zoomed } from './window.ts';
import './timeline.css';

export function TimelinePanel() {
  const machine = useApp(shownMachine);
  const cpus = useApp((state) => activeDocument(state)?.machine.cpus ?? 1);
  if (machine === undefined || timelineModel(machine.trace).lanes.size === 0) {
    return (
      <Empty
        icon={AlarmClock}
        title="Nothing has happened yet"
        how="Run the machine (F5): what it does is drawn here."
      />
    );
  }
  return <Timeline key={`${machine.documentId} ${machine.edit}`} machine={machine} cpus={cpus} />;
}

function Timeline({ machine, cpus }: { machine: Machine; cpus: number }) {
  const { asTable } = useView();
  const running = useApp((state) => state.running);
  const { model, now, whole, window } = shownOf(machine, running);
  const pace = running ? TABLE_EVERY_MS : 0;
  const [told, from, to] = [
    useThrottled(machine.trace, pace),
    useThrottled(window.from, pace),
    useThrottled(window.to, pace),
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model grows in place; `told` says when it is told
  const events = useMemo(() => eventsIn(model, { from, to }, MAX_ROWS), [told, model, from, to]);
  return (
    <div className="panel timeline">
      {!asTable && <TimelineCanvas model={model} window={window} whole={whole} cpus={cpus} now={now} />}
      <TimelineTable events={events} now={now} isSeen={asTable} />
    </div>
  );
}

/** While the machine runs the table follows at this pace: it is read, not watched. */
const TABLE_EVERY_MS = 250;

/** A value that changes at most every `ms`; at once with 0. */
function useThrottled<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value);
  const since = useRef(0);
  useEffect(() => {
    const update = () => {
      since.current = performance.now();
      setShown(value);
    };
    const timer = setTimeout(update, Math.max(0, since.current + ms - performance.now()));
    return () => clearTimeout(timer);
  }, [value, ms]);
  return ms === 0 ? value : shown;
}

/** In the panel's head: what the weights mean. */
export function TimelineState() {
  return (
    <span className="legend" aria-hidden>
      {(['task', 'softirq', 'hardirq', 'waits', 'lock'] as const).map((what) => (
        <span key={what}>
          <i className={what} />
          {what}
        </span>
      ))}
    </span>
  );
}

/** In the panel's head: looks for events. Enter goes to the next one, Shift+Enter back, Escape to the lanes. */
function FindEvent({ machine }: { machine: Machine }) {
  const { text, hits, at } = useFind();
  const running = useApp((state) => state.running);
  const go = (look: (model: TimelineModel, from: number) => Told | undefined) => {
    const { model, now, whole, window } = shownOf(machine, running);
    const hit = look(model, window.from);
    if (hit !== undefined) show(windowOn(hit, window, whole), whole, now);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') go((model) => findNext(model, event.shiftKey ? -1 : 1));
    if (event.key !== 'Escape') return;
    forgetFind();
    document.querySelector<HTMLElement>('[data-panel="timeline"] [data-panel-focus]')?.focus();
  };
  return (
    <span className="search find-event">
      <Search className="icon" size={12} strokeWidth={2} aria-hidden />
      <input
        type="search"
        data-find-event
        aria-label="Find event"
        placeholder="Find event"
        value={text}
        onChange={({ currentTarget: { value } }) => go((model, from) => find(model, value, from))}
        onKeyDown={keys}
      />
      <output aria-live="polite">{text.trim() === '' ? '' : countText(hits.length, at)}</output>
    </span>
  );
}

const countText = (count: number, at: number): string =>
  count === 0 ? 'none' : `${grouped(at + 1)} of ${grouped(count)}`;

/** In the panel's head: find, zoom, and the table. */
export function TimelineTools() {
  const asTable = useView((view) => view.asTable);
  const fitted = useView((view) => isFitted(view.window));
  const machine = useApp(shownMachine);
  const running = useApp((state) => state.running);
  const zoom = (factor: number) => {
    if (machine === undefined) return;
    const { model, now, whole, window } = shownOf(machine, running);
    show(zoomed(window, factor, anchorOf(model, window, now), whole), whole, now);
  };
  return (
    <>
      {machine !== undefined && <FindEvent machine={machine} />}
      <IconButton icon={ZoomOut} name="Zoom out" shortcut="-" small onPress={() => zoom(1 / ZOOM)} />
      <IconButton icon={ZoomIn} name="Zoom in" shortcut="+" small onPress={() => zoom(ZOOM)} />
      <IconButton
        icon={Maximize}
        name={fitted ? 'Show everything' : 'Fit what timers did'}
        shortcut={fitted ? 'Home' : 'f'}
        small
        onPress={fitFires}
      />
      <IconButton
        icon={Table}
        name={asTable ? 'Show as lanes' : 'Show as table'}
        small
        onPress={() => useView.setState({ asTable: !asTable })}
      />
    </>
  );
}
