import { CircleX, X } from 'lucide-react';
import { store, useApp } from './state/store.ts';
import { restartWorker } from './state/workbench.ts';
import { IconButton } from './widgets/button.tsx';
import { Failure } from './widgets/failure.tsx';

/** What went wrong: strips above the panels. */
export function Notices() {
  return (
    <>
      <NoticeStrip />
      <CrashReport />
    </>
  );
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
