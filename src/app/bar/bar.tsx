import {
  AlarmClock,
  ArrowDownToDot,
  ArrowUpFromDot,
  Check,
  CircleQuestionMark,
  Contrast,
  Gauge,
  LayoutDashboard,
  Pause,
  Play,
  RedoDot,
  Rewind,
  Share2,
  TriangleAlert,
  UndoDot,
} from 'lucide-react';
import { lazy, Suspense } from 'react';
import { keyOf } from '../commands.ts';
import { duration, moment } from '../format.ts';
import { applyLayout, LAYOUTS } from '../layout.ts';
import { whenIdle } from '../state/start.ts';
import { activeDocument, type Scope, shownMachine, store, useApp } from '../state/store.ts';
import { share, switchTheme, theSession } from '../state/workbench.ts';
import { Badge, CpuSquare } from '../widgets/badge.tsx';
import { IconButton, TextButton } from '../widgets/button.tsx';
import { MenuButton } from '../widgets/menu-button.tsx';
import { type Segment, Segments } from '../widgets/segments.tsx';
import { DocumentMenu } from './document-menu.tsx';
import './bar.css';

/** The top bar: left what it is, right how it runs. */
export function Bar() {
  return (
    <header className="bar">
      <span className="brand">
        <AlarmClock className="icon" size={16} strokeWidth={1.75} aria-hidden />
        <h1>Rearm</h1>
      </span>
      <DocumentMenu />
      <ReproductionBadge />
      <span className="grow" />
      <Kernel />
      <span className="rule" />
      <Transport />
      <span className="rule" />
      <ScopeChoice />
      <Clock />
      <Speed />
      <Tools />
    </header>
  );
}

/** Whether an opened link has led to the state that it promises. */
function ReproductionBadge() {
  const reproduction = useApp((state) => state.reproduction);
  if (reproduction === undefined) return null;
  const isSame = reproduction.is === 'same';
  return (
    <span title={reproduction.message}>
      <Badge meaning={isSame ? 'accept' : 'warn'} icon={isSame ? Check : TriangleAlert}>
        {isSame ? 'reproduces' : 'differs'}
      </Badge>
    </span>
  );
}

const KernelControls = lazy(async () => {
  await whenIdle;
  return { default: (await import('../machine/kernel.tsx')).KernelControls };
});

/** The kernel and the CPUs; what there is to choose comes with the table of generations. */
function Kernel() {
  const machine = useApp((state) => activeDocument(state)?.machine);
  if (machine === undefined) return null;
  return (
    <span className="kernel">
      <Suspense fallback={`Linux ${machine.kernel}`}>
        <KernelControls machine={machine} />
      </Suspense>
    </span>
  );
}

const cpuNumbers = (count: number) => Array.from({ length: count }, (_, cpu) => cpu);

export function Transport() {
  const running = useApp((state) => state.running);
  const atStart = useApp((state) => (shownMachine(state)?.now.step ?? 0) === 0);
  const session = theSession;
  return (
    <fieldset className="transport" aria-label="Run and step">
      <IconButton
        icon={Rewind}
        name="Back to the start"
        shortcut={keyOf('rewind')}
        disabled={atStart}
        onPress={() => session().seek(0)}
      />
      <IconButton
        icon={UndoDot}
        name="Step back"
        shortcut={keyOf('back')}
        disabled={atStart}
        onPress={() => session().back()}
      />
      <TextButton
        look="primary"
        icon={running ? Pause : Play}
        hint={running ? 'Pause the machine' : 'Run the machine'}
        shortcut={keyOf('run')}
        onPress={() => session().runOrPause()}
      >
        <span className="run-word">{running ? 'Pause' : 'Run'}</span>
      </TextButton>
      <IconButton icon={RedoDot} name="Step over" shortcut={keyOf('over')} onPress={() => session().step('over')} />
      <IconButton
        icon={ArrowDownToDot}
        name="Step into"
        shortcut={keyOf('into')}
        onPress={() => session().step('step')}
      />
      <IconButton icon={ArrowUpFromDot} name="Step out" shortcut={keyOf('out')} onPress={() => session().step('out')} />
    </fieldset>
  );
}

function ScopeChoice() {
  const scope = useApp((state) => state.scope);
  const cpus = useApp((state) => activeDocument(state)?.machine.cpus ?? 0);
  const segments: Segment<string>[] = [
    { value: 'machine', name: 'Step the machine', label: 'Machine' },
    ...cpuNumbers(cpus).map((cpu) => ({ value: String(cpu), name: `Step CPU ${cpu}`, label: <CpuSquare cpu={cpu} /> })),
  ];
  return (
    <Segments
      name="What steps"
      value={String(scope)}
      segments={segments}
      onChange={(value) => store.setState({ scope: value === 'machine' ? value : (Number(value) satisfies Scope) })}
    />
  );
}

export function Clock() {
  const clock = useApp((state) => shownMachine(state)?.now.clock);
  return (
    <output className="clock" aria-label="Virtual time">
      {clock === undefined ? '–' : moment(BigInt(clock))}
    </output>
  );
}

const SPEEDS = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 0];

const speedText = (speed: number) => (speed === 0 ? 'full speed' : `${duration(speed)} / s`);

function Speed() {
  const speed = useApp((state) => state.speed);
  const entries = SPEEDS.map((value) => ({
    id: String(value),
    label: speedText(value),
    text: speedText(value),
    onSelect: () => theSession().setSpeed(value),
  }));
  return (
    <MenuButton
      name={`Speed: ${speedText(speed)}`}
      className="button speed"
      groups={[{ title: 'Virtual time per second; long pauses are skipped', entries }]}
    >
      <Gauge className="icon" size={16} strokeWidth={1.75} aria-hidden />
      <span className="speed-text">{speedText(speed)}</span>
    </MenuButton>
  );
}

/** Choosing an arrangement also puts a changed one back. */
function LayoutMenu() {
  const entries = (['write', 'verify', 'run', 'all', 'talk'] as const).map((id) => ({
    id,
    label: LAYOUTS[id].title,
    text: LAYOUTS[id].title,
    note: keyOf(`layout-${id}`) ?? '',
    onSelect: () => applyLayout(id),
  }));
  return (
    <MenuButton name="Arrange the panels" groups={[{ title: 'Arrange the panels', entries }]}>
      <LayoutDashboard className="icon" size={16} strokeWidth={1.75} aria-hidden />
    </MenuButton>
  );
}

function Tools() {
  return (
    <>
      <TextButton
        look="outlined"
        icon={Share2}
        hint="Copy a link to this run"
        shortcut={keyOf('share')}
        onPress={() => void share()}
      >
        Share
      </TextButton>
      <span className="tools">
        <LayoutMenu />
        <IconButton icon={Contrast} name="Light, dark, contrast" shortcut={keyOf('theme')} onPress={switchTheme} />
        <IconButton
          icon={CircleQuestionMark}
          name="Help and keys"
          shortcut={keyOf('help')}
          onPress={() => store.setState({ helpOpen: true })}
        />
      </span>
    </>
  );
}
