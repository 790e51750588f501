import { grouped } from '../../format.ts';
import { useApp } from '../../state/store.ts';
import { theSession } from '../../state/workbench.ts';
import { TextButton } from '../../widgets/button.tsx';

/** The kernel gives up on a program behind this many instructions. kernel: BPF_COMPLEXITY_LIMIT_INSNS */
const LIMIT = 1_000_000;

/** How far a verification is that takes long, with a way to end it. */
export function VerifyProgress() {
  const verifying = useApp((state) => state.verifying);
  if (verifying === undefined) return null;
  if (verifying.is === 'stopped') return <Stopped />;
  const words = `about ${grouped(verifying.done)} instructions walked`;
  return (
    <div className="verify-progress">
      <div
        className="track"
        role="progressbar"
        aria-label="Verification"
        aria-valuemin={0}
        aria-valuemax={LIMIT}
        aria-valuenow={Math.min(verifying.done, LIMIT)}
        aria-valuetext={words}
      >
        <div className="done" style={{ width: `${Math.min(100, (verifying.done / LIMIT) * 100)}%` }} />
      </div>
      <span className="soft">{words}</span>
      <TextButton look="outlined" small onPress={() => theSession().stopVerifying()}>
        Cancel
      </TextButton>
    </div>
  );
}

function Stopped() {
  return (
    <div className="verify-progress">
      <span className="soft">The verification was cancelled.</span>
      <TextButton look="outlined" small onPress={() => theSession().verifyNow()}>
        Verify
      </TextButton>
    </div>
  );
}
