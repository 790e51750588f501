import {
  Activity as ActivityIcon,
  AlarmClock,
  Check,
  CircleCheck,
  CircleX,
  FileCode,
  type LucideIcon,
  SquareTerminal,
  Workflow,
  X,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Clock, Transport } from '../bar/bar.tsx';
import { DocumentMenu } from '../bar/document-menu.tsx';
import { Sentence } from '../bar/status.tsx';
import { Notices } from '../notices.tsx';
import { PANELS, type PanelId, setPhone } from '../panels/panels.ts';
import { loadedParts, loadParts, type PanelParts } from '../parts.ts';
import { editorStands } from '../state/start.ts';
import { activeDocument, currentVerification, isAccepted, useApp } from '../state/store.ts';
import { Badge } from '../widgets/badge.tsx';
import { PanelBoundary } from '../widgets/failure.tsx';
import { Cards } from './cards.tsx';
import './phone.css';

/** Read and run, with a thumb: what happens as a sentence, one panel, the machine's controls and the choice of panel. */
export function Phone() {
  const [panel, setPanel] = useState<PanelId>('timeline');
  useEffect(() => {
    editorStands();
    setPhone(setPanel);
    return () => setPhone(undefined);
  }, []);
  return (
    <div className="phone">
      <header>
        <div className="phone-bar">
          <AlarmClock className="icon" size={16} strokeWidth={1.75} aria-hidden />
          <h1 className="visually-hidden">Rearm</h1>
          <DocumentMenu />
          <Kernel />
          <VerdictBadge />
          <span className="grow" />
          <Clock />
        </div>
        <div className="phone-sentence">
          <Sentence />
        </div>
      </header>
      <main className="phone-panel">
        <Notices />
        <Shown key={panel} id={panel} />
        {panel === 'timeline' && <Cards />}
      </main>
      <footer className="phone-foot">
        <Transport />
        <Choice panel={panel} onChoose={setPanel} />
      </footer>
    </div>
  );
}

const KernelButton = lazy(async () => ({ default: (await import('../machine/kernel.tsx')).KernelButton }));

/** The kernel, behind which the machine is set. */
function Kernel() {
  const machine = useApp((state) => activeDocument(state)?.machine);
  return <Suspense>{machine && <KernelButton machine={machine} />}</Suspense>;
}

function VerdictBadge() {
  const verification = useApp(currentVerification);
  if (verification === undefined) return null;
  const accepted = isAccepted(verification);
  return (
    <Badge meaning={accepted ? 'accept' : 'reject'} icon={accepted ? Check : X}>
      <span className="visually-hidden">{accepted ? 'accepted' : 'rejected'}</span>
    </Badge>
  );
}

/** The panel as the dock would show it, with its head. */
function Shown({ id }: { id: PanelId }) {
  const [parts, setParts] = useState<PanelParts | undefined>(loadedParts(id));
  useEffect(() => void loadParts(id).then(setParts), [id]);
  const title = PANELS.find((panel) => panel.id === id)?.title ?? id;
  return (
    <section className="phone-section" aria-label={title}>
      <div className="phone-head">
        <h2>{title}</h2>
        {parts?.State && id !== 'timeline' && <parts.State />}
        <span className="grow" />
        {parts?.Tools && <parts.Tools />}
      </div>
      <div className="panel-root" data-panel={id} tabIndex={-1}>
        <PanelBoundary name={title}>{parts && <parts.Body />}</PanelBoundary>
      </div>
    </section>
  );
}

const CHOICES: readonly (readonly [id: PanelId, word: string, icon: LucideIcon])[] = [
  ['editor', 'Code', FileCode],
  ['verdict', 'Verdict', CircleCheck],
  ['timeline', 'Time', ActivityIcon],
  ['objects', 'Objects', Workflow],
  ['console', 'Console', SquareTerminal],
];

/** The panels that have room on a phone. */
function Choice({ panel, onChoose }: { panel: PanelId; onChoose: (id: PanelId) => void }) {
  const verification = useApp(currentVerification);
  const isRejected = verification !== undefined && !isAccepted(verification);
  return (
    <nav className="phone-choice" aria-label="Panels">
      {CHOICES.map(([id, word, icon]) => {
        const Icon = id === 'verdict' && isRejected ? CircleX : icon;
        return (
          <button key={id} type="button" aria-current={panel === id ? 'page' : undefined} onClick={() => onChoose(id)}>
            <Icon className="icon" size={20} strokeWidth={1.75} aria-hidden />
            {word}
          </button>
        );
      })}
    </nav>
  );
}
