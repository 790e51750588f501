import { type DragEvent, lazy, Suspense, useEffect, useState } from 'react';
import { Bar } from './bar/bar.tsx';
import { Sentence, StatusBar } from './bar/status.tsx';
import { handleKey } from './commands.ts';
import { Dock } from './dock.tsx';
import { openFiles } from './files.ts';
import { Notices } from './notices.tsx';
import { useIsPhone } from './phone/is-phone.ts';
import { useApp } from './state/store.ts';
import { PanelBoundary } from './widgets/failure.tsx';
import { Tooltips } from './widgets/tooltips.tsx';
import './app.css';

/** The window: the workbench, or what a phone has room for. */
export function App() {
  useKeys();
  const drop = useFileDrop();
  const isPhone = useIsPhone();
  return (
    <div className="window" {...drop.handlers}>
      {isPhone ? (
        <Suspense>
          <Phone />
        </Suspense>
      ) : (
        <Desk />
      )}
      <HelpOnDemand />
      <ExamplesOnDemand />
      <Tooltips />
      {drop.isOver && <div className="drop-target">Drop to open as a new document</div>}
    </div>
  );
}

/** Bar, panels, status bar. */
function Desk() {
  return (
    <>
      <Bar />
      <main className="bench">
        <Notices />
        <TalkCaption />
        <PanelBoundary name="The workbench">
          <Dock />
        </PanelBoundary>
      </main>
      <StatusBar />
    </>
  );
}

/** What happens, so that a room can read it. */
function TalkCaption() {
  const isTalk = useApp((state) => state.isTalk);
  return (
    isTalk && (
      <div className="talk-caption">
        <Sentence />
      </div>
    )
  );
}

const Phone = lazy(async () => ({ default: (await import('./phone/phone.tsx')).Phone }));

const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));

/** The table of keys comes when it is asked for. */
function HelpOnDemand() {
  const isOpen = useApp((state) => state.helpOpen);
  return <Suspense>{isOpen && <Help />}</Suspense>;
}

const Gallery = lazy(async () => ({ default: (await import('./gallery.tsx')).Gallery }));

/** The gallery comes when it is opened. */
function ExamplesOnDemand() {
  const isOpen = useApp((state) => state.galleryOpen);
  return <Suspense>{isOpen && <Gallery />}</Suspense>;
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
      void openFiles([...event.dataTransfer.files]);
    },
  };
  return { isOver, handlers };
}
