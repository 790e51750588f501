import { CircleCheck, CircleX } from 'lucide-react';
import { isAssertion } from '../../engine/scenario/script-text.ts';
import { SCRIPT_TAB } from '../state/documents.ts';
import { shownMachine, store, useApp } from '../state/store.ts';

/** How many of the script's assertions hold so far; leads to the first that does not. */
export function Assertions() {
  const output = useApp((state) => shownMachine(state)?.now.output);
  const asserted = (output ?? []).filter((each) => isAssertion(each.line));
  if (asserted.length === 0) return null;
  const failed = asserted.filter((each) => each.failed);
  const Icon = failed.length === 0 ? CircleCheck : CircleX;
  const line = (failed[0] ?? asserted[asserted.length - 1]).lineNo;
  return (
    <button
      type="button"
      className={failed.length === 0 ? 'accept' : 'reject'}
      onClick={() => store.setState({ tab: SCRIPT_TAB, cursor: { file: SCRIPT_TAB, line } })}
    >
      <Icon className="icon" size={16} strokeWidth={1.75} aria-hidden />
      {sentence(failed.length, asserted.length)}
    </button>
  );
}

function sentence(failed: number, all: number): string {
  if (all === 1) return failed === 0 ? 'the assertion holds' : 'the assertion fails';
  return failed === 0 ? `all ${all} assertions hold` : `${failed} of ${all} assertions fail`;
}
