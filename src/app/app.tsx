import { CircleX, X } from 'lucide-react';
import { type DragEvent, lazy, Suspense, useEffect, useState } from 'react';
import { Bar } from './bar/bar.tsx';
import { StatusBar } from './bar/status.tsx';
import { handleKey } from './commands.ts';
import { Dock } from './dock.tsx';
import { store, useApp } from './state/store.ts';
import { addFiles, restartWorker } from './state/workbench.ts';
import { IconButton } from './widgets/button.tsx';
import { Failure, PanelBoundary } from './widgets/failure.tsx';
import { Tooltips } from './widgets/tooltips.tsx';
import './app.css';

/** The window: bar, panels, status bar. */
export function App() {
  useKeys();
  const drop = useFileDrop();
  return (
    <div className="window" {...drop.handlers}>
      <Bar />
      <main className="bench">
        <NoticeStrip />
        <CrashReport />
        <PanelBoundary name="The workbench">
          <Dock />
        </PanelBoundary>
      </main>
      <StatusBar />
      <HelpOnDemand />
      <Tooltips />
      {drop.isOver && <div className="drop-target">Drop to open as a new document</div>}
    </div>
  );
}

const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));

/** The table of keys comes when it is asked for. */
function HelpOnDemand() {
  const isOpen = useApp((state) => state.helpOpen);
  return <Suspense>{isOpen && <Help />}</Suspense>;
}

/** Keys are heard before any panel, so that they work inside the editor too. */
function useKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => void handleKey(event);
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, []);
}

function useFileDrop() {
  const [isOver, setIsOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setIsOver(true);
  };
  const handlers = {
    onDragEnterCapture: over,
    onDragOverCapture: over,
    onDragLeaveCapture: (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    },
    onDropCapture: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setIsOver(false);
      void addFiles([...event.dataTransfer.files]);
    },
  };
  return { isOver, handlers };
}

/** What went wrong with something that the user did; stays until it is closed. */
function NoticeStrip() {
  const notice = useApp((state) => state.notice);
  if (notice === undefined) return null;
  return (
    <div className="notice" role="alert">
      <CircleX className="icon" size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <p>{notice.message}</p>
        {notice.details.length > 0 && (
          <ul>
            {notice.details.slice(0, 5).map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      <IconButton icon={X} name="Close the message" small onPress={() => store.setState({ notice: undefined })} />
    </div>
  );
}

/** Something of ours broke: the rest of the page stays usable. */
function CrashReport() {
  const crash = useApp((state) => state.crash);
  if (crash === undefined) return null;
  const report = [crash.message, crash.replay].filter(Boolean).join('\n');
  return (
    <div className="crash">
      {crash.of === 'engine' ? (
        <Failure
          title="The engine stopped because of a bug of ours"
          report={report}
          action={{ verb: 'Restart worker', onPress: restartWorker }}
        />
      ) : (
        <Failure
          title="The page made an error because of a bug of ours; the engine still runs"
          report={report}
          action={{ verb: 'Close', onPress: () => store.setState({ crash: undefined }) }}
        />
      )}
    </div>
  );
}
